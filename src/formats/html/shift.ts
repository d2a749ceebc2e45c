import { angleOf, lengthOf, shareOf } from "./length.js";

/**
 * The effect on a box that is shifted, scaled, rotated, clipped or filtered: it stays, moves in its line, moves so far
 * away that it may be off the page, may look different from its text, or is invisible.
 */
const SHIFTS = ["none", "moved", "far", "doubtful", "gone"] as const;
export type Shift = (typeof SHIFTS)[number];

export interface Box {
  /** Size of letters in it. */
  readonly size: number;
  readonly position: string | undefined;
  /** Whether it has its own size and can be rotated; inline boxes do not. */
  readonly isBox: boolean;
  /** Whether it is a block of its own lines. */
  readonly isBlock: boolean;
  /** Whether it is part of a table, which is no smaller than its content and has no margin. */
  readonly isPart: boolean;
  /** Whether it is a field, which cuts off what has no room in it. */
  readonly isField: boolean;
}

type Values = (property: string) => string | undefined;

/** Further out than any screen is wide. */
const OFF_PAGE = 500;
/** Percentage of the available space from which hardly anything is left. */
const MOST = 90;
const TINY = 1.5;

const worse = (one: Shift, other: Shift): Shift => (SHIFTS.indexOf(other) > SHIFTS.indexOf(one) ? other : one);

/** The worst that any of the properties does. */
export function shiftOf(values: Values, box: Box): Shift {
  return CHECKS.reduce<Shift>((worst, check) => worse(worst, check(values, box)), "none");
}

const CHECKS: readonly ((values: Values, box: Box) => Shift)[] = [
  ofOffsets,
  ofMargins,
  ofIndent,
  ofTransform,
  ofScale,
  ofFilter,
  ofClip,
  ofSize,
  ofOutline,
];

/** What an element does to all that is in it, however far inside. */
const CHECKS_OF_ALL: readonly ((values: Values, box: Box) => Shift)[] = [
  ofTransform,
  ofScale,
  ofFilter,
  ofClip,
  (values, box) => (/size|strict/.test(values("contain") ?? "") ? "doubtful" : ofCut(values, box, "none")),
];

/** Whether it is uncertain what is visible of anything in an element. */
export function spoilsAll(values: Values, box: Box): boolean {
  return CHECKS_OF_ALL.some((check) => {
    const shift = check(values, box);
    return shift === "doubtful" || shift === "gone";
  });
}

/** How far a length reaches; `toLeft`: whether a negative one leads off the page. */
function reach(written: string | undefined, size: number, toLeft: Shift): Shift {
  if (written === undefined || /^(?:auto|normal|none)$/.test(written)) return "none";
  const length = lengthOf(written, size, Number.NaN);
  if (length === null) return "doubtful";
  if (Number.isNaN(length)) {
    const share = Math.abs(Number.parseFloat(written));
    return share === 0 ? "none" : share < MOST ? "moved" : "doubtful";
  }
  if (length === 0) return "none";
  if (Math.abs(length) < OFF_PAGE) return "moved";
  // A length without a unit is valid in quirks mode only.
  if (/\d$/.test(written)) return "doubtful";
  return length < 0 ? toLeft : "far";
}

const SIDES = ["left", "top", "right", "bottom"] as const;

function ofOffsets(values: Values, { size, position }: Box): Shift {
  if (position !== "relative" && position !== "absolute" && position !== "fixed") return "none";
  return SIDES.reduce<Shift>((worst, side) => {
    const isSure = (side === "left" || side === "top") && isBeyond(values(side), size);
    const reached = reach(values(side), size, isSure ? "gone" : position === "relative" ? "far" : "doubtful");
    return worse(worst, isAside(reached, values(side), size) ? "far" : reached);
  }, "none");
}

/** Whether an element is positioned away from its place in the source. */
export function isPlacedElsewhere(values: Values): boolean {
  return SIDES.some((side) => (values(side) ?? "auto") !== "auto");
}

/** So far to the left that it is off every page, whatever it is counted from. */
const BEYOND = -3000;

function isBeyond(written: string | undefined, size: number): boolean {
  return (lengthOf(written ?? "", size, Number.NaN) ?? 0) <= BEYOND;
}

/** By so many letters text has left the cell that it belongs to. */
const ASIDE = 2;

function isAside(reached: Shift, written: string | undefined, size: number): boolean {
  return reached === "moved" && Math.abs(lengthOf(written ?? "", size, Number.NaN) ?? 0) >= ASIDE * size;
}

function ofMargins(values: Values, { size, isBox, isBlock, isPart }: Box): Shift {
  let worst: Shift = "none";
  for (const side of isBox || isPart ? ["left", "right", "top", "bottom"] : ["left", "right"]) {
    const margin = values(`margin-${side}`);
    const isSure = (side === "left" || side === "top") && isBeyond(margin, size);
    const reached = reach(margin, size, isSure ? "gone" : "far");
    const isNegative = margin?.startsWith("-") === true;
    // What is part of a line takes along what follows it.
    if (reached === "gone" && !isBlock) worst = worse(worst, "doubtful");
    else if (isPart) worst = worse(worst, reached === "gone" || reached === "far" ? "doubtful" : "none");
    else if (isNegative && isAside(reached, margin, size)) worst = worse(worst, "far");
    else worst = worse(worst, reached === "moved" && !isNegative ? "none" : reached);
  }
  for (const side of ["left", "right", "top"]) {
    const reached = reach(values(`padding-${side}`), size, "none");
    worst = worse(worst, reached === "moved" ? "none" : reached);
  }
  return worst;
}

/** Most letters that a line hangs out to the left. */
const HANGING = 4;

function ofIndent(values: Values, box: Box): Shift {
  const { size, isBox, isBlock, isPart } = box;
  const [written] = (values("text-indent") ?? "0").split(" ");
  const reached = reach(written, size, "gone");
  if (reached === "moved" && written?.startsWith("-") === true && cutsOff(values, box)) return "doubtful";
  if (reached === "gone" && !isBox && !isPart) return "doubtful";
  if (reached === "far") return "doubtful";
  if (reached !== "moved") return reached;
  if (!isBlock && !isPart && isBox && written?.startsWith("-") === true) return "moved";
  return (lengthOf(written ?? "", size, size * 10) ?? 0) < -HANGING * size ? "far" : "none";
}

function ofTransform(values: Values, { size, isBox, isPart }: Box): Shift {
  let worst: Shift = "none";
  const transform = values("transform") ?? "none";
  if (transform !== "none") {
    const steps = [...transform.matchAll(/(?<![a-z\d])([a-z][a-z\d]*)\(([^()]*)\)\s*/g)];
    if (steps.length === 0 || steps.map(([step]) => step).join("") !== transform) worst = "doubtful";
    for (const [, name = "", inner = ""] of steps) {
      worst = worse(
        worst,
        turned(
          name,
          inner.split(/[\s,]+/).filter((part) => part !== ""),
          size,
        ),
      );
    }
  }
  for (const [property, name] of [
    ["translate", "translate"],
    ["rotate", "rotate"],
    ["scale", "scale"],
  ] as const) {
    const written = values(property) ?? "none";
    if (written !== "none") worst = worse(worst, turned(name, written.split(/\s+/), size));
  }
  return worst === "gone" && !isBox && !isPart ? "doubtful" : worst;
}

/** Most degrees by which letters are turned and still read as what they are. */
const TURNED = 20;

function turned(name: string, parts: readonly string[], size: number): Shift {
  const numbers = parts.map((part) => shareOf(part));
  if (name.startsWith("translate")) {
    return parts.slice(0, 2).reduce<Shift>((worst, part) => {
      const reached = reach(part, size, "far");
      return worse(worst, reached === "far" ? "doubtful" : isAside(reached, part, size) ? "far" : reached);
    }, "none");
  }
  if (name.startsWith("scale")) {
    const shown = name === "scalez" ? [] : numbers.slice(0, 2);
    if (shown.some((number) => number === null)) return "doubtful";
    return shown.reduce<Shift>((worst, number) => worse(worst, ofFactor(number ?? 1)), "none");
  }
  if (name === "rotate" || name === "rotatez") {
    const angle = parts.length === 1 ? angleOf(parts[0] ?? "") : null;
    return angle === null || Math.abs(angle) > TURNED ? "doubtful" : angle === 0 ? "none" : "moved";
  }
  if (name === "matrix" && numbers.slice(0, 4).join() === "1,0,0,1") {
    return parts.slice(4).reduce<Shift>((worst, part) => worse(worst, turned("translate", [`${part}px`], size)), "none");
  }
  if (/^(?:skew|rotate)[xy]?$/.test(name)) {
    const angles = parts.map((part) => angleOf(part));
    if (angles.some((angle) => angle === null || Math.abs(angle) > TURNED)) return "doubtful";
    return angles.every((angle) => angle === 0) ? "none" : "moved";
  }
  return name === "perspective" ? "none" : "doubtful";
}

/** Smallest scale at which letters are still legible, and the scale at which nothing of them is visible. */
const SMALLEST = 0.3;
const NOTHING = 0.02;

function ofFactor(factor: number): Shift {
  if (Math.abs(factor) < NOTHING) return "gone";
  return factor < SMALLEST ? "doubtful" : factor === 1 ? "none" : "moved";
}

function ofScale(values: Values): Shift {
  const written = values("zoom") ?? "normal";
  if (written === "normal" || written === "reset" || written === "document") return "none";
  const share = shareOf(written);
  return share === null || share < SMALLEST ? "doubtful" : share === 1 ? "none" : "moved";
}

const TINTS = /^(?:grayscale|sepia|saturate|hue-rotate|drop-shadow)$/;
const FILTER = /(?<![a-z-])([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)\s*/g;

function ofFilter(values: Values): Shift {
  const behind = filtered(values("backdrop-filter") ?? "none");
  return worse(
    behind === "none" || /^(?:blur|opacity)\([^()]*\)$/.test(values("backdrop-filter") ?? "") ? "none" : "doubtful",
    filtered(values("filter") ?? "none"),
  );
}

function filtered(written: string): Shift {
  if (written === "none") return "none";
  const filters = [...written.matchAll(FILTER)];
  if (filters.map(([whole]) => whole).join("") !== written) return "doubtful";
  return filters.reduce<Shift>((worst, [, name = "", amount = ""]) => {
    if (TINTS.test(name) || (name === "url" && isTint(amount))) return worst;
    const share = shareOf(amount.trim());
    if (name === "opacity")
      return worse(worst, share === null || share < 0.2 ? (share !== null && share < 0.05 ? "gone" : "doubtful") : "none");
    const isWeak = (name === "brightness" || name === "contrast") && share !== null && share >= 0.7 && share <= 1.3;
    return isWeak || share === 0 ? (isWeak || name === "invert" || name === "blur" ? worst : "doubtful") : "doubtful";
  }, "none");
}

/**
 * Whether a filter that has an address is one of those by which pages turn grey: it is fetched, or is written into the address
 * and is nothing but a change of colours that leaves light light. One that has no filter in it does nothing.
 */
function isTint(address: string): boolean {
  const [, data] = /^["']?data:image\/svg\+xml[^,]*,(.*?)["']?$/s.exec(address) ?? [];
  if (data === undefined) return /^["']?[^"'#]*\.svg#/.test(address);
  const markup = data.replace(/%([\da-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const steps = markup.match(/<fe[a-z]+[^>]*/g) ?? [];
  return steps.every((step) => {
    const amounts =
      /values=["']([^"']*)["']/
        .exec(step)?.[1]
        ?.trim()
        .split(/[\s,]+/)
        .map(Number) ?? [];
    if (!step.startsWith("<fecolormatrix")) return false;
    if (/type=["']saturate/.test(step)) return true;
    const rows = [0, 5, 10].map((start) => amounts.slice(start, start + 5));
    return rows.every((row) => {
      const sum = row.slice(0, 3).reduce((total, amount) => total + amount, 0);
      return row.length === 5 && sum > 0.7 && sum < 1.3 && row.every((amount) => amount >= 0) && (row[4] ?? 1) === 0;
    });
  });
}

function ofClip(values: Values, { position }: Box): Shift {
  let worst: Shift = "none";
  const clip = values("clip") ?? "auto";
  if (clip !== "auto" && (position === "absolute" || position === "fixed")) {
    const sides = /^rect\(([^()]*)\)$/
      .exec(clip)?.[1]
      ?.trim()
      .split(/[\s,]+/);
    const [top = null, right = null, bottom = null, left = null] = (sides ?? []).map((side) => lengthOf(side, 16));
    const isShut = top !== null && right !== null && bottom !== null && left !== null && (right - left <= 1 || bottom - top <= 1);
    worst = isShut ? "gone" : sides?.every((side) => side === "auto") === true ? "none" : "doubtful";
  }
  const path = values("clip-path") ?? "none";
  if (/^(?:none|(?:border|padding|content|margin|fill|stroke|view)-box)$/.test(path)) return worst;
  if (/^inset\((?:0[a-z%]*\s*)+\)$/.test(path)) return worst;
  return worse(
    worst,
    /^(?:inset\(\s*(?:[5-9]\d|100)%\s*\)|circle\(\s*0(?:px|%)?\s*(?:\)|at\s))/.test(path) ? "gone" : "doubtful",
  );
}

/** Along which sides a box cuts off what has no room in it. */
function cutsOf(values: Values, { isField }: Box): { readonly x: boolean; readonly y: boolean } {
  const isWhole = isField || /paint|content|strict/.test(values("contain") ?? "");
  const [x = "", y = ""] = ["overflow-x", "overflow-y"].map((name) => values(name));
  // Where one side is cut, the other is too, but for `clip`.
  const isBoth = isWhole || [x, y].some((written) => /hidden|auto|scroll|overlay|var\(/.test(written));
  return { x: isBoth || x.startsWith("clip"), y: isBoth || y.startsWith("clip") };
}

/** Whether a box cuts off what reaches out of it. */
export function cutsOff(values: Values, box: Box): boolean {
  const { x, y } = cutsOf(values, box);
  return x || y;
}

/** What makes room in spite of a size of nothing. */
const ROOM_BESIDE = {
  width: ["padding-left", "padding-right", "min-width", "flex-grow"],
  height: ["padding-top", "padding-bottom", "min-height", "flex-grow"],
} as const;

/** What cuts off what is in a box and has no room in it. */
function ofSize(values: Values, box: Box): Shift {
  return /size|strict/.test(values("contain") ?? "") ? "doubtful" : ofCut(values, box, "doubtful");
}

/** What becomes of text where its box is smaller than a line; `unknown`: of a size that is not worked out. */
function ofCut(values: Values, box: Box, unknown: Shift): Shift {
  const { size, isBox, isPart } = box;
  const cuts = cutsOf(values, box);
  if (isPart) return "none";
  const isTable = /table/.test(values("display") ?? "");
  let worst: Shift = "none";
  for (const side of ["width", "height"] as const) {
    if (!(side === "width" ? cuts.x : cuts.y)) continue;
    for (const name of [side, `max-${side}`]) {
      const written = values(name);
      if (written === undefined || !/[\d(]/.test(written)) continue;
      const length = lengthOf(written, size, 1000);
      if (length === null) worst = worse(worst, unknown);
      else if (length < TINY) {
        const isOpen = ROOM_BESIDE[side].some((beside) => /[1-9(]/.test(values(beside) ?? "0"));
        const isShare = side === "height" && written.includes("%");
        worst = worse(worst, isOpen || isShare ? unknown : isBox && !isTable ? "gone" : "doubtful");
      } else if (side === "height" && length - paddingIn(values, "top", size) < leastHeight(values, size))
        worst = worse(worst, "doubtful");
    }
  }
  return worst;
}

/** How much of the size of a box is not left for its content before it. */
function paddingIn(values: Values, side: "top" | "left", size: number): number {
  return values("box-sizing") === "border-box" ? (lengthOf(values(`padding-${side}`) ?? "0", size, 1000) ?? 0) : 0;
}

/** Least height of a box in which a line of text is seen. */
function leastHeight(values: Values, size: number): number {
  const written = values("line-height") ?? "normal";
  const share = shareOf(written);
  const line = share === null || written.includes("%") ? (lengthOf(written, size) ?? size) : share * size;
  return Math.max(0.8 * size, (line + size) / 2 - 0.2 * size);
}

/** The width in which text in a box is seen, in pixels; what has no room in it is cut off. */
export function roomOf(values: Values, box: Box): number {
  const isOpen = ["min-width", "flex-grow"].some((beside) => /[1-9(]/.test(values(beside) ?? "0"));
  if (!cutsOf(values, box).x || !box.isBox || isOpen) return Number.POSITIVE_INFINITY;
  const lengthIn = (name: string, none: number): number => lengthOf(values(name) ?? "none", box.size, 1000) ?? none;
  const width = Math.min(lengthIn("width", Number.POSITIVE_INFINITY), lengthIn("max-width", Number.POSITIVE_INFINITY));
  const isWhole = values("box-sizing") === "border-box";
  return width + (isWhole ? -lengthIn("padding-left", 0) : lengthIn("padding-right", 0));
}

/** An outline that is drawn over the content of its box or over its neighbours. */
function ofOutline(values: Values, { size, isPart }: Box): Shift {
  const offset = lengthOf(values("outline-offset") ?? "0", size);
  const width = values("outline-width") ?? "0";
  const isWide = !isPart && !/^(?:thin|medium|thick)$/.test(width) && (lengthOf(width, size) ?? WIDE_OUTLINE) >= WIDE_OUTLINE;
  return offset === null || offset < -4 || isWide ? "doubtful" : "none";
}

/** From this width on an outline covers its neighbours. */
const WIDE_OUTLINE = 5;
