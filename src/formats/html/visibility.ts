import type { Declarations, Declared } from "./declarations.js";

/** How text is seen where it stands; what is inherited, and what the elements around it do to it. */
export interface Look {
  /** Whether text can be seen at all: neither struck out nor hidden. */
  readonly struck: boolean;
  readonly hidden: boolean;
  /** Size of letters in CSS pixels. */
  readonly size: number;
  /** Colours as `r,g,b`; `null` where they are not known, `clear` for one that lets everything through. */
  readonly colour: string | null;
  readonly paper: string | null;
  /** Whether that colour cannot be told from the paper. */
  readonly faint: boolean;
}

/** What the style of an element makes of it. */
export interface ElementLook {
  readonly look: Look;
  /** Not on the page at all, whatever is in it. */
  readonly gone: boolean;
  /** Raised or lowered. */
  readonly raised: boolean;
  /** Out of the order of the source: floating, or at a place of its own. */
  readonly moved: boolean;
  /** Signs that run from right to left whatever they are. */
  readonly reversed: boolean;
  readonly display: string | null;
}

const DEFAULT_SIZE = 16;
const WHITE = "255,255,255";
const CLEAR = "clear";

export const PLAIN_LOOK: Look = { struck: false, hidden: false, size: DEFAULT_SIZE, colour: null, paper: WHITE, faint: false };

/** Further out than any screen is wide. */
const OFF_PAGE = -500;
const TINY = 1.5;
const FAINT = 0.05;

/** Sizes of `<font size>` and of the words for sizes. */
const FONT_SIZES: readonly number[] = [10, 13, 16, 18, 24, 32, 48];
const SIZE_WORDS: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

/** The size that `<font size>` asks for. */
export function fontSize(value: string): number | null {
  const number = /^\s{0,8}([+-]?)(\d)/.exec(value);
  if (number === null) return null;
  const step = Number(number[2]);
  const size = number[1] === "" ? step : number[1] === "-" ? 3 - step : 3 + step;
  return FONT_SIZES[Math.min(7, Math.max(1, size)) - 1] ?? null;
}

/** How an element looks that stands in text of a certain look. */
export function elementLook(outer: Look, style: Declarations): ElementLook {
  const declared = (name: string): string | undefined => style.get(name)?.value;
  const display = declared("display") ?? null;
  const position = declared("position");
  const placed = position === "absolute" || position === "fixed";
  const visibility = declared("visibility");
  const size = sizeOf(style, outer.size);
  const colour = colourOf(declared("color")) ?? outer.colour;
  const paper = paperOf(style, outer.paper);
  const lines = `${declared("text-decoration") ?? ""} ${declared("text-decoration-line") ?? ""}`;
  const struck = outer.struck || lines.includes("line-through");
  const hidden = visibility === "hidden" || visibility === "collapse" || (visibility !== "visible" && outer.hidden);
  const isSame =
    struck === outer.struck && hidden === outer.hidden && size === outer.size && colour === outer.colour && paper === outer.paper;
  const float = declared("float");
  return {
    // Text that looks the same has the same look, so that what is known of looks can be looked up.
    look: isSame ? outer : { struck, hidden, size, colour, paper, faint: isFaint(colour, paper) },
    gone: display === "none" || declared("mso-hide") === "all" || isOffPage(style, placed),
    raised: /^(?:super|sub)$/.test(declared("vertical-align") ?? ""),
    moved: (float !== undefined && float !== "none" && float !== "initial") || placed,
    reversed: declared("direction") === "rtl" && declared("unicode-bidi")?.endsWith("override") === true,
    display,
  };
}

/** Whether text of this look is seen. Only figures are taken for hidden by their colour: a page may colour what is not known here. */
export function isSeen({ struck, hidden, size, faint }: Look, text: string): boolean {
  if (struck || hidden || size < TINY) return false;
  return !faint || /\p{L}/u.test(text);
}

function isFaint(colour: string | null, paper: string | null): boolean {
  return colour !== null && (colour === CLEAR || (paper !== null && isLike(colour, paper)));
}

/** Whether text is there that is too small to be read, but neither struck out nor hidden. */
export function isTiny({ struck, hidden, size }: Look): boolean {
  return size < TINY && !struck && !hidden;
}

function isOffPage(style: Declarations, placed: boolean): boolean {
  const lengthAt = (name: string): number => lengthOf(style.get(name)?.value, DEFAULT_SIZE) ?? 0;
  if (placed && ["left", "top", "right", "bottom"].some((side) => lengthAt(side) <= OFF_PAGE)) return true;
  if (lengthAt("text-indent") <= OFF_PAGE || lengthAt("margin-left") <= OFF_PAGE) return true;
  const opacity = style.get("opacity")?.value;
  if (opacity !== undefined && Number.parseFloat(opacity) < FAINT) return true;
  if (/scale(?:[xy]|3d)?\(\s{0,4}0(?:\.0{1,4})?\s{0,4}[,)]/.test(style.get("transform")?.value ?? "")) return true;
  if (placed && /rect\(\s{0,4}(?:0|1px)/.test(style.get("clip")?.value ?? "")) return true;
  if (/inset\(\s{0,4}(?:[5-9]\d|100)%|circle\(\s{0,4}0/.test(style.get("clip-path")?.value ?? "")) return true;
  const clipped = ["overflow", "overflow-x", "overflow-y"].some((name) => /hidden|clip/.test(style.get(name)?.value ?? ""));
  return clipped && ["width", "height", "max-width", "max-height"].some((name) => isNothing(style.get(name)));
}

function isNothing(length: Declared | undefined): boolean {
  const value = length === undefined ? null : lengthOf(length.value, DEFAULT_SIZE);
  return value !== null && value < TINY;
}

function sizeOf(style: Declarations, outer: number): number {
  const font = style.get("font")?.value;
  const written =
    style.get("font-size")?.value ??
    (font === undefined ? undefined : /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?)(?:\/|\s|$)/.exec(font)?.[1]);
  if (written === undefined) return outer;
  const word = SIZE_WORDS[written];
  if (word !== undefined && Object.hasOwn(SIZE_WORDS, written)) return word;
  if (written === "smaller") return outer / 1.2;
  if (written === "larger") return outer * 1.2;
  return lengthOf(written, outer) ?? outer;
}

const LENGTH = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|em|rem|%|cm|mm|in|vw|vh|ch|ex)?$/;
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  rem: DEFAULT_SIZE,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  vw: 10,
  vh: 10,
};

/** A length in CSS pixels; `em` and `%` are those of a size of letters. */
function lengthOf(value: string | undefined, em: number): number | null {
  const found = value === undefined ? null : LENGTH.exec(value);
  if (found === null) return null;
  const number = Number(found[1]);
  const unit = found[2] ?? "px";
  if (unit === "%") return (number / 100) * em;
  return number * (PIXELS[unit] ?? (unit === "em" ? em : em / 2));
}

// --- colours -----------------------------------------------------------------------------------------------------------------

const COLOUR =
  /#[\da-f]{3,8}\b|rgba?\([^)]{1,60}\)|\b(?:white|transparent|black|red|blue|green|gray|grey|yellow|orange|navy|purple|silver|inherit|snow|ivory)\b/;
const NAMED: Readonly<Record<string, string>> = { white: WHITE, transparent: CLEAR, snow: WHITE, ivory: WHITE, black: "0,0,0" };

/** The first colour that a value names; `null` for one that is not looked at. */
export function colourOf(value: string | undefined): string | null {
  const written = value === undefined ? null : (COLOUR.exec(value.toLowerCase())?.[0] ?? null);
  if (written === null || written === "inherit") return null;
  const named = NAMED[written];
  if (named !== undefined && Object.hasOwn(NAMED, written)) return named;
  if (written.startsWith("#")) {
    const digits = written.slice(1);
    const [r = "", g = "", b = "", a = "ff"] =
      digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
    return Number.parseInt(a, 16) < 13 ? CLEAR : [r, g, b].map((part) => Number.parseInt(part, 16)).join();
  }
  const parts = written.match(/[\d.]+%?/g);
  if (parts === null || parts.length < 3) return written;
  const [r = 0, g = 0, b = 0] = parts.map((part) => Number.parseFloat(part) * (part.endsWith("%") ? 2.55 : 1));
  return parts[3] !== undefined && Number.parseFloat(parts[3]) < FAINT ? CLEAR : [r, g, b].map(Math.round).join();
}

/** What text stands on; `null` where a picture or a colour that is not looked at is behind it. */
function paperOf(style: Declarations, outer: string | null): string | null {
  const written = style.get("background-color")?.value ?? style.get("background")?.value;
  if (written === undefined || /^(?:none|initial|inherit|unset)$/.test(written)) return outer;
  if (/url\(|gradient/.test(style.get("background")?.value ?? "")) return null;
  const colour = colourOf(written);
  return colour === CLEAR ? outer : colour;
}

/** Colours that no eye tells apart. */
const SAME = 24;

function isLike(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [a.split(",").map(Number), b.split(",").map(Number)];
  if (left.length !== 3 || right.length !== 3) return false;
  return left.reduce((sum, part, i) => sum + Math.abs(part - (right[i] ?? 0)), 0) < SAME;
}
