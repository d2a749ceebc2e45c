import type { Box } from "./page.js";

/** A matrix as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export type Point = readonly [x: number, y: number];

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function apply({ a, b, c, d, e, f }: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The least box around what a matrix makes of a box. */
export function boxIn({ a, b, c, d, e, f }: Matrix, box: Box): Box {
  // Every character has its box, and taking an array apart by a pattern costs more than it looks.
  const left = box[0];
  const top = box[1];
  const right = box[2];
  const bottom = box[3];
  return [
    e + Math.min(a * left, a * right) + Math.min(c * top, c * bottom),
    f + Math.min(b * left, b * right) + Math.min(d * top, d * bottom),
    e + Math.max(a * left, a * right) + Math.max(c * top, c * bottom),
    f + Math.max(b * left, b * right) + Math.max(d * top, d * bottom),
  ];
}

/** Whether a box lies within another, or reaches to its edges. */
export function holds(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** First `inner`, then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** From a page's own coordinates, upwards, to those of the page as it is shown: cut to its box, turned by quarters, downwards. */
export function shownFrom(
  box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number },
  turns: number,
): Matrix {
  const { left, bottom, right, top } = box;
  switch (turns) {
    case 1:
      return { a: 0, b: 1, c: 1, d: 0, e: -bottom, f: -left };
    case 2:
      return { a: -1, b: 0, c: 0, d: 1, e: right, f: -bottom };
    case 3:
      return { a: 0, b: -1, c: -1, d: 0, e: top, f: right };
    default:
      return { a: 1, b: 0, c: 0, d: -1, e: -left, f: top };
  }
}
