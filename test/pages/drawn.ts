import type { Page, PageLine, PageText } from "../../src/pdf.js";

/** Size of the text that is set below, and the width of its digits; Chinese characters are as wide as they are high. */
export const SIZE = 10;
export const DIGIT = 5;

/** Text on one line, a character each, as extractors give it. */
export function set(text: string, x: number, baseline: number, size: number = SIZE): readonly PageText[] {
  let at = x;
  return [...text].flatMap((char) => {
    const width = (/[\u2e80-\uffef]/.test(char) ? 1 : 0.5) * size;
    const left = at;
    at += width;
    if (char === " ") return [];
    const box = [left, baseline - 0.88 * size, left + width, baseline + 0.12 * size] as const;
    return [{ text: char, box, baseline, size, angle: 0, font: "F", visible: true }];
  });
}

export const across = (y: number, from: number, to: number): PageLine => ({ from: [from, y], to: [to, y] });
export const down = (x: number, from: number, to: number): PageLine => ({ from: [x, from], to: [x, to] });

/** All lines of a grid. */
export function grid(xs: readonly number[], ys: readonly number[]): readonly PageLine[] {
  const [left = 0, right = 0] = [xs[0], xs[xs.length - 1]];
  const [top = 0, bottom = 0] = [ys[0], ys[ys.length - 1]];
  return [...ys.map((y) => across(y, left, right)), ...xs.map((x) => down(x, top, bottom))];
}

/** A page of A4. */
export function sheet(number: number, lines: readonly PageLine[], texts: readonly (readonly PageText[])[]): Page {
  return { number, width: 595, height: 842, lines, texts: texts.flat(), pictures: [] };
}
