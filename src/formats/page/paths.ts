import type { Point } from "./geometry.js";
import type { Box, PageLine } from "./page.js";

/** A stretch of a path: points joined by straight lines; `null` where a curve comes in between. */
export interface Stretch {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** A filled area no wider than this is a line. */
const THIN = 3;

/** A stroke wider than this is an area. */
export const MAX_STROKE = 12;

/** How far corners of a rectangle may be off. */
const SQUARE = 0.5;

/** The lines along the axes that a stroke draws. */
export function strokedLines(stretches: readonly Stretch[]): readonly PageLine[] {
  return stretches.flatMap(({ points, closed, curved }) => {
    if (curved) return [];
    const ends = closed && points.length > 2 ? [...points, points[0] ?? [0, 0]] : points;
    return ends.slice(1).map((to, i): PageLine => ({ from: ends[i] ?? to, to }));
  });
}

/** What a filled path draws: lines, where it is as thin as a line or goes around an area as a frame does; or areas. */
export function filledShapes(stretches: readonly Stretch[]): {
  readonly lines: readonly PageLine[];
  readonly areas: readonly Box[];
} {
  const lines: PageLine[] = [];
  const areas: Box[] = [];
  const straight = stretches.filter(({ points, curved }) => !curved && points.length > 2);
  const boxes = straight.map(({ points }) => boxOf(points));
  boxes.forEach((box, i) => {
    const [left, top, right, bottom] = box;
    if (bottom - top <= THIN && right - left > bottom - top) {
      const y = (top + bottom) / 2;
      lines.push({ from: [left, y], to: [right, y] });
    } else if (right - left <= THIN) {
      const x = (left + right) / 2;
      lines.push({ from: [x, top], to: [x, bottom] });
    } else if (isRectangle(straight[i]?.points ?? [], box)) {
      areas.push(box);
      if (boxes.some((other) => other !== box && isFrame(other, box))) lines.push(...sides(box));
    }
  });
  return { lines, areas };
}

function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function isRectangle(points: readonly Point[], [left, top, right, bottom]: Box): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= SQUARE;
  return points.length <= 5 && points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, top) || near(y, bottom)));
}

/** Whether one rectangle runs closely around the other. */
function isFrame(a: Box, b: Box): boolean {
  return a.every((edge, i) => Math.abs(edge - (b[i] ?? 0)) <= THIN);
}

function sides([left, top, right, bottom]: Box): readonly PageLine[] {
  return [
    { from: [left, top], to: [right, top] },
    { from: [left, bottom], to: [right, bottom] },
    { from: [left, top], to: [left, bottom] },
    { from: [right, top], to: [right, bottom] },
  ];
}
