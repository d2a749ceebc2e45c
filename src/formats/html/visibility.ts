import { BLACK, type Colour, distance, isColour, over, readColour, UNKNOWN, WHITE } from "./colour.js";
import { type Declarations, WIDE } from "./declarations.js";
import { DEFAULT_SIZE, lengthOf, shareOf } from "./length.js";
import { type Box, cutsOff, isPlacedElsewhere, roomOf, shiftOf, spoilsAll } from "./shift.js";

/** The appearance of text at its place: inherited properties, and the effects of its ancestors. */
export interface Look {
  /** Whether text can be seen at all: neither struck out nor hidden. */
  readonly struck: boolean;
  readonly hidden: boolean;
  /** Size of letters in CSS pixels. */
  readonly size: number;
  /** The colour of letters, `null` if not stated, and the fill colour that replaces it. */
  readonly colour: Colour | null;
  readonly fill: Colour | null;
  /** The background of text, whether something else may be behind it, and the colours of a gradient there. */
  readonly paper: Colour;
  readonly pictured: boolean;
  readonly wash: readonly Colour[];
  /** What is put between letters and between words, in pixels. */
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** Whether letters are shown as dots, are outlined, or have another size than stated. */
  readonly veiled: boolean;
  readonly stroked: boolean;
  readonly adjusted: boolean;
  /** The width available to text, in pixels, and whether table columns have their stated width. */
  readonly room: number;
  readonly fixed: boolean;
  /** How much of what is here can be seen, from 0 to 1. */
  readonly opacity: number;
  /** Whether text is distinguishable from the paper. */
  readonly contrast: "clear" | "faint" | "doubtful";
  /** Whether letters have a shadow, are drawn as pictures, run from right to left, and keep the line breaks of the markup. */
  readonly shadowed: boolean;
  readonly pictures: boolean;
  readonly leftwards: boolean;
  /** Whether all signs run from right to left, whatever they are. */
  readonly turned: boolean;
  readonly kept: boolean;
  /** Whether the items of a list have numbers. */
  readonly numbered: boolean;
}

/** What the style of an element makes of it. */
export interface ElementLook {
  readonly look: Look;
  /** Not on the page at all, whatever is in it. */
  readonly gone: boolean;
  /** Raised or lowered. */
  readonly raised: boolean;
  /** Out of source order or off the line: floating, shifted, or positioned. */
  readonly moved: boolean;
  /** So far away that it may be off the page, unless it holds the main content of the page. */
  readonly far: boolean;
  /** Whether it is positioned on the page or in its container, and whether its content is positioned relative to it. */
  readonly placed: "nowhere" | "on the page" | "around";
  readonly anchors: boolean;
  /** Whether it is displaced, and whether it clips overflowing content. */
  readonly shifted: boolean;
  readonly cuts: boolean;
  /** Signs that run from right to left whatever they are. */
  readonly reversed: boolean;
  /** Whether its style contains what is not computed here, so that its visibility is uncertain. */
  readonly doubtful: boolean;
  /** Whether that is so of all that is in it, however far inside. */
  readonly spoils: boolean;
  /** Whether what is in it is arranged as boxes. */
  readonly arranges: boolean;
  /** Whether it may cover what is next to it. */
  readonly covers: boolean;
  readonly display: string | null;
}

export const PLAIN_LOOK: Look = {
  struck: false,
  hidden: false,
  size: DEFAULT_SIZE,
  colour: null,
  fill: null,
  paper: WHITE,
  pictured: false,
  wash: [],
  letterSpacing: 0,
  wordSpacing: 0,
  veiled: false,
  stroked: false,
  adjusted: false,
  room: Number.POSITIVE_INFINITY,
  fixed: false,
  opacity: 1,
  contrast: "clear",
  shadowed: false,
  pictures: false,
  leftwards: false,
  turned: false,
  kept: false,
  numbered: false,
};

/** The default kind of an element: inline, a box, a form field, or part of a table, whose size depends on its content. */
export type Kind = "line" | "box" | "field" | "part";

const TINY = 1.5;
/** Opacities that are invisible, and that are barely visible. */
const UNSEEN = 0.05;
const PALE = 0.2;

/** Values without effect of the properties evaluated; with any other value, visibility is uncertain. */
const HARMLESS: ReadonlyMap<string, RegExp> = /* @__PURE__ */ new Map(
  Object.entries({
    all: /^$/,
    visibility: /^(?:visible|hidden|collapse)$/,
    "content-visibility": /^(?:visible|auto|hidden)$/,
    display:
      /^(?:none|contents|inline|block|flow|flow-root|list-item|inline-(?:block|table|flex|grid|flow-root)|flex|grid|table(?:-(?:row|cell|caption|row-group|header-group|footer-group))?|-webkit-(?:inline-)?(?:box|flex)|(?:block|inline) (?:flow|flow-root|flex|grid|table))$/,
    "mix-blend-mode": /^normal$/,
    "border-image": /^(?!.*\bfill\b)/,
    "background-clip": /^(?:border-box|padding-box|content-box)$/,
    "-webkit-box-reflect": /^none$/,
    "-webkit-rtl-ordering": /^logical$/,
    "text-emphasis-style": /^(?:none|(?:filled|open|dot|circle|double-circle|triangle|sesame|\s)+)$/,
    "initial-letter": /^(?:normal|1)$/,
    "font-palette": /^(?:normal|light|dark)$/,
    "mask-image": /^none$/,
    "-webkit-mask-box-image": /^none$/,
    "offset-path": /^none$/,
    "animation-name": /^none$/,
    contain: /^(?:none|(?:layout|style|paint|content|\s)+)$/,
    "unicode-bidi": /^(?:normal|embed|(?:-webkit-)?(?:plaintext|isolate|bidi-override|isolate-override))$/,
    direction: /^(?:ltr|rtl)$/,
    content: /^normal$|^none$/,
    position: /^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky)$/,
  }),
);

/** Those of them that make a difference to all that is in an element. */
const OF_ALL: ReadonlySet<string> = /* @__PURE__ */ new Set(
  "all visibility content-visibility display mix-blend-mode border-image mask-image -webkit-mask-box-image offset-path".split(
    " ",
  ),
);

/** Values that leave text in its place; with any other value, it may have moved relative to its neighbours. */
const UNMOVED: ReadonlyMap<string, RegExp> = /* @__PURE__ */ new Map(
  Object.entries({
    float: /^none$/,
    "font-variant": /^(?!.*(?:super|sub|ordinal|fractions))/,
    "font-variant-position": /^normal$/,
    "font-variant-alternates": /^normal$/,
    "font-feature-settings":
      /^(?:normal|(?:["'](?:kern|liga|clig|dlig|calt|locl|tnum|pnum|lnum|onum|palt|pkna|pwid|halt|hwid|fwid|case)["']\s*(?:\d|on|off)?[\s,]*)+)$/,
    order: /^0$/,
    "-webkit-box-ordinal-group": /^1$/,
    "-webkit-box-direction": /^normal$/,
    "flex-direction": /^(?!.*reverse)/,
    "grid-row-start": /^auto$/,
    "grid-row-end": /^auto$/,
    "grid-column-start": /^auto$/,
    "grid-column-end": /^auto$/,
    "position-area": /^none$/,
    "mso-text-raise": /^0(?:\.0*)?(?:[a-z]+)?$/,
    "baseline-shift": /^(?:0(?:[a-z]+|%)?|baseline)$/,
  }),
);

const LEVEL = /^(?:baseline|middle|top|bottom|text-top|text-bottom|auto|-webkit-baseline-middle)$/;

/** Whether an element may cover text next to it. */
const COVERING = ["background-color", "background-image", "box-shadow", "backdrop-filter"];

/** The value of a property, unless it is inherited or the default. */
function valuesOf(style: Declarations): (name: string) => string | undefined {
  return (name) => {
    const value = style.get(name)?.value;
    return value === undefined || WIDE.test(value) ? undefined : value;
  };
}

/** The style of an element within text of a given style. */
export function elementLook(outer: Look, style: Declarations, kind: Kind): ElementLook {
  const declared = valuesOf(style);
  const display = declared("display") ?? null;
  const position = declared("position");
  const isPlaced = position === "absolute" || position === "fixed";
  const hasFloat = (declared("float") ?? "none") !== "none";
  // What is part of a line has no size and is not turned, unless something makes it a box.
  const isBox = display === null ? kind !== "line" || isPlaced || hasFloat : !/^(?:inline|contents)$/.test(display);
  const { look: own, isUnclear } = lookOf(outer, style);
  const isPart = kind === "part" && display === null;
  const box: Box = {
    size: own.size,
    position,
    isBox,
    isBlock: display === null ? kind === "box" : /^(?:block|flow-root|table|list-item)$/.test(display),
    isPart,
    isField: kind === "field",
  };
  const room = isPart && !own.fixed ? own.room : Math.min(own.room, roomOf(declared, { ...box, isBox: isBox || isPart }));
  const look = room === own.room ? own : { ...own, room };
  const shift = shiftOf(declared, box);
  const level = levelOf(declared("vertical-align"), look.size);
  // Where what is around it may not be seen already, it is seen or not with that.
  const isFaded = look.opacity < UNSEEN && outer.opacity >= UNSEEN;
  const isUnseen = shift === "gone" || isFaded || (isBox && declared("content-visibility") === "hidden");
  const bidi = declared("unicode-bidi") ?? "normal";
  const isReversed = bidi.includes("override") && look.leftwards;
  const isSpoilt = isUnclear || look.opacity < PALE || isUnseen || declared("mso-hide") === "all" || spoilsAll(declared, box);
  return {
    look: isReversed ? { ...look, leftwards: false, turned: true } : look,
    gone: !style.has("all") && (display === "none" || (isUnseen && display !== "contents")),
    raised: level === "raised",
    moved:
      isPlaced ||
      shift === "moved" ||
      shift === "far" ||
      level === "moved" ||
      !changesNothing(style, UNMOVED) ||
      (kind !== "part" && isUpright(declared)),
    far: shift === "far",
    placed: !isPlaced || !isPlacedElsewhere(declared) ? "nowhere" : position === "fixed" ? "on the page" : "around",
    shifted: shift === "moved" || shift === "far",
    cuts: (isBox || isPart) && cutsOff(declared, box),
    anchors: (position ?? "static") !== "static",
    reversed: isReversed,
    spoils: isSpoilt || !changesNothing(style, HARMLESS, OF_ALL),
    doubtful:
      isSpoilt ||
      shift === "doubtful" ||
      level === "doubtful" ||
      !changesNothing(style, HARMLESS) ||
      (kind !== "part" && isSpread(declared("box-shadow"))) ||
      declared("content-visibility") === "hidden" ||
      style.get("display")?.value === "inherit" ||
      (bidi !== "normal" && !isReversed && (look.leftwards || outer.leftwards)) ||
      (outer.turned && (bidi !== "normal" || style.has("direction"))),
    arranges: display !== null && /flex|grid|-box$/.test(display),
    covers: COVERING.some((name) => !/^(?:none|transparent)$/.test(declared(name) ?? "none")),
    display,
  };
}

/** Whether the shadow of a box covers its neighbours. */
function isSpread(shadow = "none"): boolean {
  const [x = 0, y = 0, , spread = 0] = (
    shadow.replace(/(?<![a-z-])[a-z-]+\([^()]*\)/g, "").match(/(?<![#\w.])-?[\d.]+(?=[a-z]|\s|$)/g) ?? []
  ).map(Number);
  return !/\binset\b/.test(shadow) && Math.max(Math.abs(x), Math.abs(y), spread) >= MOST_SPREAD;
}
const MOST_SPREAD = 6;

/** Whether lines run from top to bottom. */
function isUpright(declared: (name: string) => string | undefined): boolean {
  return !/^(?:horizontal-tb|lr|lr-tb)$/.test(declared("writing-mode") ?? "lr");
}

/** Whether all that the style declares of some properties is among the values that change nothing. */
function changesNothing(style: Declarations, values: ReadonlyMap<string, RegExp>, names?: ReadonlySet<string>): boolean {
  for (const [name, { value }] of style) {
    if (names?.has(name) === false) continue;
    if (values.get(name)?.test(value) === false && (name === "all" || !WIDE.test(value))) return false;
  }
  return true;
}

/** Whether an element is on the base line. */
function levelOf(written: string | undefined, size: number): "even" | "raised" | "moved" | "doubtful" {
  if (written === undefined || LEVEL.test(written)) return "even";
  if (written === "super" || written === "sub") return "raised";
  const length = lengthOf(written, size);
  return length === null ? "doubtful" : length === 0 ? "even" : "moved";
}

/** What text of an element looks like, and whether something of it is not worked out here. */
function lookOf(outer: Look, style: Declarations): { readonly look: Look; readonly isUnclear: boolean } {
  const declared = valuesOf(style);
  const size = sizeOf(style, outer.size);
  const colour = colourOf(style, "color", outer.colour);
  const fill = colourOf(style, "-webkit-text-fill-color", outer.fill);
  const { paper, pictured, wash } = paperOf(style, outer);
  const isStrange = isStrangelyStruck(declared);
  const visibility = style.get("visibility")?.value;
  const direction = declared("direction");
  const spaces = declared("white-space") ?? declared("white-space-collapse");
  const items = declared("list-style-type");
  // An element without a box (`display: contents`) has no opacity either.
  const hasOpacity = style.has("opacity") && declared("display") !== "contents";
  const opacity = hasOpacity ? shareOf(declared("opacity") ?? "1") : 1;
  const spacing = (value: string): number => spacingOf(value, size ?? outer.size);
  const made: Omit<Look, "contrast"> = {
    struck:
      outer.struck ||
      (!isStrange && declared("display") !== "contents" && (declared("text-decoration-line")?.includes("line-through") ?? false)),
    hidden:
      visibility === "hidden" ||
      visibility === "collapse" ||
      (visibility !== "visible" && visibility !== "initial" && outer.hidden),
    size: size ?? outer.size,
    colour,
    fill,
    paper,
    pictured,
    wash,
    letterSpacing: inherited(style, "letter-spacing", outer.letterSpacing, 0, spacing),
    wordSpacing: inherited(style, "word-spacing", outer.wordSpacing, 0, spacing),
    veiled: inherited(style, "-webkit-text-security", outer.veiled, false, (value) => value !== "none"),
    stroked: inherited(style, "-webkit-text-stroke-width", outer.stroked, false, (value) =>
      isWideStroke(value, size ?? outer.size),
    ),
    adjusted: inherited(style, "font-size-adjust", outer.adjusted, false, (value) => value !== "none"),
    room: outer.room,
    fixed: style.has("table-layout") ? declared("table-layout") === "fixed" : outer.fixed,
    opacity: outer.opacity * Math.min(1, opacity ?? 1),
    shadowed: inherited(style, "text-shadow", outer.shadowed, false, (value) => value !== "none"),
    pictures: inherited(style, "font-family", outer.pictures, false, (value) => PICTURES.test(value)),
    turned: outer.turned,
    leftwards: direction === undefined ? outer.leftwards : direction === "rtl",
    kept: spaces === undefined ? outer.kept : /pre|break-spaces/.test(spaces) && !/preserve-spaces/.test(spaces),
    numbered: items === undefined ? outer.numbered : !/none|disc|circle|square|disclosure/.test(items),
  };
  const isSame =
    SAME.every((name) => made[name] === outer[name]) &&
    COLOURS.every((name) => isColour(made[name], outer[name])) &&
    wash.length === outer.wash.length &&
    wash.every((one, i) => isColour(one, outer.wash[i] ?? null));
  return {
    // Text that looks the same has the same look, so that what is known of looks can be looked up.
    look: isSame ? outer : { ...made, contrast: contrastOf(made) },
    isUnclear: size === null || opacity === null || isStrange,
  };
}

/** Up to this width, in pixels, a line around letters only makes them bolder. */
const FINE_STROKE = 0.5;

function isWideStroke(written: string, size: number): boolean {
  const widths = written.split(/\s+/).map((word) => lengthOf(word, size));
  return !widths.some((width) => width !== null && width <= FINE_STROKE);
}

/** The value of an inherited property; `initial`: its default. */
function inherited<T>(style: Declarations, name: string, outer: T, initial: T, says: (value: string) => T): T {
  const value = style.get(name)?.value;
  if (value === undefined || (WIDE.test(value) && value !== "initial")) return outer;
  return value === "initial" ? initial : says(value);
}

/** What is put between letters or words; less than nothing without end where it is not worked out. */
function spacingOf(value: string, size: number): number {
  return value === "normal" ? 0 : (lengthOf(value, size) ?? Number.NEGATIVE_INFINITY);
}

const SAME = [
  "struck",
  "hidden",
  "size",
  "letterSpacing",
  "wordSpacing",
  "veiled",
  "stroked",
  "adjusted",
  "fixed",
  "opacity",
  "pictured",
  "shadowed",
  "pictures",
  "leftwards",
  "turned",
  "kept",
  "numbered",
] as const;
const COLOURS = ["colour", "fill", "paper"] as const;

/** Fonts whose letters are pictures. */
const PICTURES =
  /^["']?(?:wingdings|webdings|symbol|zapf ?dingbats|zapfdingbats|itc zapf dingbats|marlett|mt extra|bookshelf symbol|monotype sorts)/;

/** A line through the text with its own colour or thickness may be invisible. */
function isStrangelyStruck(declared: (name: string) => string | undefined): boolean {
  const lines = declared("text-decoration-line");
  if (lines === undefined) return false;
  if (/\(/.test(lines)) return true;
  if (!lines.includes("line-through")) return false;
  if (declared("text-decoration-color") !== undefined || declared("text-decoration-thickness") !== undefined) return true;
  return /[^\s]/.test(
    lines.replace(
      /\b(?:line-through|underline|overline|solid|double|dotted|dashed|wavy|black|red|currentcolor|auto)\b|#(?:f00|ff0000|000|000000)\b/g,
      "",
    ),
  );
}

/** Whether text of this look is seen. Only figures are taken for hidden by their colour: a page may colour what is not known here. */
export function isSeen({ struck, hidden, size, contrast }: Look, text: string): boolean {
  if (struck || hidden || size < TINY) return false;
  return contrast !== "faint" || isWord(text);
}

/** Whether the visibility of text of this style is uncertain. */
export function isDoubtful(look: Look, text: string): boolean {
  return look.pictures || ((look.contrast === "doubtful" || isObscured(look) || isCut(look, text)) && !isWord(text));
}

/** Fractions of their size by which letters and words may be moved closer and remain distinguishable. */
const TIGHT = 0.2;
const TIGHT_WORDS = 0.5;

/** Whether letters overlap, or are replaced by something else. */
export function isObscured({ letterSpacing, wordSpacing, veiled, stroked, adjusted, size }: Look): boolean {
  return letterSpacing < -TIGHT * size || wordSpacing < -TIGHT_WORDS * size || veiled || stroked || adjusted;
}

/** About the width of a digit, as a share of its size. */
const DIGIT_WIDTH = 0.55;

/** Whether a text does not fit into its box. */
function isCut({ room, size, letterSpacing }: Look, text: string): boolean {
  if (room === Number.POSITIVE_INFINITY) return false;
  const longest = Math.max(...text.split(/\s+/).map((word) => word.length));
  return longest * (DIGIT_WIDTH * size + letterSpacing) > room;
}

/** Whether a text has letters that are not part of a number. */
function isWord(text: string): boolean {
  return /\p{L}/u.test(text.replace(/[〇零一二三四五六七八九十百千万亿余多约近]/g, ""));
}

/** Whether text is there that is too small to be read, but neither struck out nor hidden. */
export function isTiny({ struck, hidden, size }: Look): boolean {
  return size < TINY && !struck && !hidden;
}

// --- size ------------------------------------------------------------------------------------------------------------------

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
  "xxx-large": 48,
  initial: 16,
};

/** The size that `<font size>` states. */
export function fontSize(value: string): number | null {
  const number = /^\s{0,8}([+-]?)(\d)/.exec(value);
  if (number === null) return null;
  const step = Number(number[2]);
  const size = number[1] === "" ? step : number[1] === "-" ? 3 - step : 3 + step;
  return FONT_SIZES[Math.min(7, Math.max(1, size)) - 1] ?? null;
}

/** The size of letters; `null` where it is not worked out. */
function sizeOf(style: Declarations, outer: number): number | null {
  const written = style.get("font-size")?.value;
  if (written === undefined || (WIDE.test(written) && written !== "initial")) return outer;
  const word = SIZE_WORDS[written];
  if (word !== undefined && Object.hasOwn(SIZE_WORDS, written)) return word;
  if (written === "smaller") return outer / 1.2;
  if (written === "larger") return outer * 1.2;
  return lengthOf(written, outer);
}

// --- colours -----------------------------------------------------------------------------------------------------------------

/** Colour distances that are indistinguishable, and that are hard to distinguish. */
const ALIKE = 24;
const NEAR = 64;

/** A colour that a style declares, or the one that was inherited. */
function colourOf(style: Declarations, name: string, outer: Colour | null): Colour | null {
  const written = style.get(name)?.value;
  if (written === undefined) return outer;
  if (written === "initial") return name === "color" ? BLACK : null;
  const colour = readColour(written);
  if (colour === "unclear") return UNKNOWN;
  return colour === "current" ? (name === "color" ? outer : null) : (colour ?? outer);
}

const PICTURE = /^(?!.*gradient).*(?:url|image|image-set|element|paint|cross-fade)\(/;
const PIECE_OF_COLOUR = /#[\da-f]{3,8}\b|(?:rgb|hsl|hwb)a?\([^()]*\)|(?<![\w-])(?:[a-z][a-z-]*(?![\w(-])|[a-z-]+\([^()]*\))/g;

/** The background of text. */
function paperOf(style: Declarations, outer: Look): Pick<Look, "paper" | "pictured" | "wash"> {
  // An element without a box (`display: contents`) has no background either.
  if (style.get("display")?.value === "contents") return outer;
  const written = style.get("background-color")?.value ?? "initial";
  const colours = WIDE.test(written) ? [] : coloursIn(written);
  const own = colours.find((one) => one !== UNKNOWN);
  const shadow = style.get("box-shadow")?.value ?? "";
  const inner =
    /\binset\b/.test(shadow) && WIDE_SHADOW.test(shadow) ? coloursIn(shadow).find((one) => one !== UNKNOWN) : undefined;
  const paper = [own, inner].reduce<Colour>((behind, one) => (one === undefined ? behind : over(one, behind)), outer.paper);
  const isOpaque = own?.a === 1;
  const pictured = outer.pictured && !isOpaque;
  const behind = isOpaque ? NO_WASH : outer.wash;
  const unclear = colours.includes(UNKNOWN) || /\bvar\(/.test(written) ? [UNKNOWN] : NO_WASH;
  const image = style.get("background-image")?.value ?? "none";
  const isImage = image !== "none" && !WIDE.test(image);
  const parts =
    !isImage || PICTURE.test(image) ? NO_WASH : coloursIn(image).map((part) => (part === UNKNOWN ? part : over(part, paper)));
  const isStrange = isImage && !PICTURE.test(image) && parts.length === 0;
  const wash = isStrange ? [UNKNOWN] : [...behind, ...unclear, ...parts];
  return { paper, pictured: pictured || isImage, wash: wash.length > MOST_COLOURS ? [UNKNOWN] : wash };
}

/** Most colours of gradients above each other that are looked at. */
const MOST_COLOURS = 32;
const NO_WASH: readonly Colour[] = [];

/** A shadow that fills its box like a background, or covers its neighbours. */
const WIDE_SHADOW = /(?:^|\s)(?:[4-9]|\d{2,})(?:\.\d+)?[a-z]+(?:\s|$)/;

function coloursIn(value: string): readonly Colour[] {
  return [...value.replace(/(?<![a-z-])[a-z-]*gradient\(/g, "(").matchAll(PIECE_OF_COLOUR)].flatMap(([piece]) => {
    const colour = readColour(piece);
    return colour === null ? [] : [colour === "current" || colour === "unclear" ? UNKNOWN : colour];
  });
}

/** Whether letters are distinguishable from their background. */
function contrastOf({ colour, fill, paper, pictured, wash, shadowed }: Omit<Look, "contrast">): Look["contrast"] {
  const own = fill ?? colour;
  if (own === UNKNOWN) return "doubtful";
  // Text in one of the colours of a gradient is not distinguishable from it.
  if (wash.some((part) => part === UNKNOWN || distance(part, over(own ?? BLACK, paper)) < NEAR)) return "doubtful";
  if (own === null) return distance(paper, BLACK) < ALIKE ? "doubtful" : "clear";
  const apart = own.a < UNSEEN ? 0 : distance(over(own, paper), paper);
  if (apart >= NEAR) return "clear";
  return apart < ALIKE && !shadowed && (!pictured || own.a < UNSEEN) ? "faint" : "doubtful";
}
