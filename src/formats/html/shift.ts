import { angleOf, lengthOf, shareOf } from "./length.js";

/**
 * What becomes of a box that is shifted, shrunk, turned, cut or filtered: it stays, stands elsewhere in its line, stands so far
 * away that it may be beside the page, may not be seen as it is written, or is not seen.
 */
const SHIFTS = ["none", "moved", "far", "doubtful", "gone"] as const;
export type Shift = (typeof SHIFTS)[number];

export interface Box {
  /** Size of letters in it. */
  readonly size: number;
  readonly position: string | undefined;
  /** Whether it has a size of its own and can be turned; what is part of a line has none. */
  readonly isBox: boolean;
  /** Whether it stands on lines of its own. */
  readonly isBlock: boolean;
  /** Whether it is part of a table, which is no smaller than its content and has no margin. */
  readonly isPart: boolean;
  /** Whether it is a field, which cuts off what has no room in it. */
  readonly isField: boolean;
}

type Values = (property: string) => string | undefined;

/** Further out than any screen is wide. */
const OFF_PAGE = 500;
/** So much of the room there is, in percent, that hardly anything is left of it. */
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
  ofSpacing,
  ofTransform,
  ofScale,
  ofFilter,
  ofClip,
  ofSize,
  ofOutline,
];

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
  // A length without a unit is one on old pages only.
  if (/\d$/.test(written)) return "doubtful";
  return length < 0 ? toLeft : "far";
}

function ofOffsets(values: Values, { size, position }: Box): Shift {
  if (position !== "relative" && position !== "absolute" && position !== "fixed") return "none";
  const isPlaced = position !== "relative";
  return ["left", "top", "right", "bottom"].reduce<Shift>((worst, side) => {
    const toLeft = side === "left" || side === "top" || isPlaced ? "gone" : "far";
    return worse(worst, reach(values(side), size, toLeft));
  }, "none");
}

function ofMargins(values: Values, { size, isBox, isBlock, isPart }: Box): Shift {
  let worst: Shift = "none";
  for (const side of isBox || isPart ? ["left", "right", "top", "bottom"] : ["left", "right"]) {
    const margin = values(`margin-${side}`);
    const reached = reach(margin, size, side === "left" || side === "top" ? "gone" : "far");
    const isNegative = margin?.startsWith("-") === true;
    // What is part of a line takes along what follows it.
    if (reached === "gone" && !isBlock) worst = worse(worst, "doubtful");
    else if (isPart) worst = worse(worst, reached === "gone" || reached === "far" ? "doubtful" : "none");
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

function ofIndent(values: Values, { size, isBox, isBlock, isPart }: Box): Shift {
  const [written] = (values("text-indent") ?? "0").split(" ");
  const reached = reach(written, size, "gone");
  if (reached === "gone" && !isBox && !isPart) return "doubtful";
  if (reached === "far") return "doubtful";
  if (reached !== "moved") return reached;
  if (!isBlock && !isPart && isBox && written?.startsWith("-") === true) return "moved";
  return (lengthOf(written ?? "", size, size * 10) ?? 0) < -HANGING * size ? "far" : "none";
}

/** Letters and words that are drawn into each other. */
function ofSpacing(values: Values, { size }: Box): Shift {
  const isTight = (property: string, least: number): boolean => {
    const written = values(property) ?? "normal";
    const length = written === "normal" ? 0 : lengthOf(written, size);
    return length === null || length < least * size;
  };
  return isTight("letter-spacing", -0.2) || isTight("word-spacing", -0.5) ? "doubtful" : "none";
}

function ofTransform(values: Values, { size, isBox, isPart }: Box): Shift {
  let worst: Shift = "none";
  const transform = values("transform") ?? "none";
  if (transform !== "none") {
    const steps = [...transform.matchAll(/([a-z][a-z\d]*)\(([^()]*)\)\s*/g)];
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
      return worse(worst, reached === "far" ? "doubtful" : reached);
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
  return name === "perspective" ? "none" : "doubtful";
}

/** Smallest factor at which letters can still be told, and one at which nothing is left of them. */
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
const FILTER = /([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)\s*/g;

function ofFilter(values: Values): Shift {
  const written = values("filter") ?? "none";
  if (written === "none") return "none";
  const filters = [...written.matchAll(FILTER)];
  if (filters.map(([whole]) => whole).join("") !== written) return "doubtful";
  return filters.reduce<Shift>((worst, [, name = "", amount = ""]) => {
    if (TINTS.test(name)) return worst;
    const share = shareOf(amount.trim());
    if (name === "opacity")
      return worse(worst, share === null || share < 0.2 ? (share !== null && share < 0.05 ? "gone" : "doubtful") : "none");
    const isWeak = (name === "brightness" || name === "contrast") && share !== null && share >= 0.7 && share <= 1.3;
    return isWeak || share === 0 ? (isWeak || name === "invert" || name === "blur" ? worst : "doubtful") : "doubtful";
  }, "none");
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

/** What cuts off what is in a box and has no room in it. */
function ofSize(values: Values, { size, isBox, isPart, isField }: Box): Shift {
  const cuts =
    isField ||
    ["overflow-x", "overflow-y"].some((name) => /hidden|clip|auto|scroll/.test(values(name) ?? "")) ||
    /paint|content/.test(values("contain") ?? "");
  if (/size/.test(values("contain") ?? "")) return "doubtful";
  if (!cuts || isPart) return "none";
  const isTable = /table/.test(values("display") ?? "");
  let worst: Shift = "none";
  for (const [name, least] of [
    ["width", 2 * size],
    ["max-width", 2 * size],
    ["height", 0.8 * size],
    ["max-height", 0.8 * size],
    ["line-height", 0.5 * size],
  ] as const) {
    const written = values(name);
    if (written === undefined || !/\d/.test(written)) continue;
    const length =
      name === "line-height" && shareOf(written) !== null ? (shareOf(written) ?? 1) * size : lengthOf(written, size, 1000);
    const isNothing = length !== null && length < TINY && name !== "line-height";
    if (isNothing) worst = worse(worst, isBox && !isTable ? "gone" : "doubtful");
    else if (length === null || length < least) worst = worse(worst, "doubtful");
  }
  return worst;
}

/** An outline that is drawn over what is in its box or beside it. */
function ofOutline(values: Values, { size, isPart }: Box): Shift {
  const offset = lengthOf(values("outline-offset") ?? "0", size);
  const width = values("outline-width") ?? "0";
  const isWide = !isPart && !/^(?:thin|medium|thick)$/.test(width) && (lengthOf(width, size) ?? WIDE_OUTLINE) >= WIDE_OUTLINE;
  return offset === null || offset < -4 || isWide ? "doubtful" : "none";
}

/** From this width on an outline lies over what stands beside it. */
const WIDE_OUTLINE = 5;
