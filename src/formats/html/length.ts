/** Size of letters where nothing is said of it, in CSS pixels. */
export const DEFAULT_SIZE = 16;

const LENGTH = /^([+-]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})(?:e[+-]?\d{1,3})?)([a-z]+|%)?$/;

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  in: 96,
  rem: DEFAULT_SIZE,
  rlh: DEFAULT_SIZE,
  vw: 10,
  vh: 10,
  vi: 10,
  vb: 10,
  vmin: 10,
  vmax: 10,
};
const LETTERS: Readonly<Record<string, number>> = { em: 1, lh: 1.2, ic: 1, ex: 0.5, ch: 0.5, cap: 0.7, "%": 0.01 };

/** A length in CSS pixels; `null` for what is none, or none that is worked out here. A percentage is one of `whole`. */
export function lengthOf(value: string, em: number, whole: number = em): number | null {
  const found = LENGTH.exec(value);
  if (found === null) return calculated(value, (part) => lengthOf(part, em, whole));
  const number = Number(found[1]);
  const unit = found[2] ?? "px";
  if (unit === "%") return (number / 100) * whole;
  if (Object.hasOwn(LETTERS, unit)) return number * (LETTERS[unit] ?? 1) * em;
  if (Object.hasOwn(PIXELS, unit)) return number * (PIXELS[unit] ?? 1);
  const view = /^[sld](v[whib]|vmin|vmax)$/.exec(unit)?.[1];
  return view === undefined ? null : number * 10;
}

const ANGLE = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(deg|turn|rad|grad)?$/;
/** Units of angles, each in degrees. */
export const DEGREES: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

/** An angle in degrees from -180 to 180; `null` for what is none. */
export function angleOf(value: string): number | null {
  const found = ANGLE.exec(value);
  if (found === null) return null;
  const degrees = Number(found[1]) * (DEGREES[found[2] ?? "deg"] ?? 1);
  return degrees - 360 * Math.round(degrees / 360);
}

/** A share: `0.5`, `50%`; `null` for what is none. */
export function shareOf(value: string): number | null {
  const found = LENGTH.exec(value);
  if (found === null) return calculated(value, shareOf);
  if (found[2] !== undefined && found[2] !== "%") return null;
  return Number(found[1]) / (found[2] === "%" ? 100 : 1);
}

/** The value of a sum of products without brackets. */
function calculated(value: string, numberOf: (part: string) => number | null): number | null {
  const inner = /^calc\(([^()]{1,200})\)$/.exec(value)?.[1]?.trim();
  if (inner === undefined) return null;
  const words = inner.replace(/\s*([*/])\s*/g, "$1").split(/\s+/);
  let sum = 0;
  let sign = 1;
  for (const [i, word] of words.entries()) {
    if (i % 2 === 1) {
      if (word !== "+" && word !== "-") return null;
      sign = word === "+" ? 1 : -1;
      continue;
    }
    const product = productOf(word, numberOf);
    if (product === null) return null;
    sum += sign * product;
  }
  return words.length % 2 === 1 ? sum : null;
}

function productOf(word: string, numberOf: (part: string) => number | null): number | null {
  const parts = word.split(/([*/])/);
  let product = numberOf(parts[0] ?? "");
  for (let i = 1; i < parts.length; i += 2) {
    const factor = numberOf(parts[i + 1] ?? "");
    if (product === null || factor === null) return null;
    product = parts[i] === "*" ? product * factor : product / factor;
  }
  return product;
}
