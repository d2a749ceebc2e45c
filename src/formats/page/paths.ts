import { apply, type Matrix, type Point } from "./geometry.js";
import type { Box, PageLine } from "./page.js";
import type { Comparisons } from "./pageLimits.js";

/** A stretch of a path: points joined by straight lines, of which curves have many. */
export interface Stretch {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** Number of straight segments that approximate a curve. */
const PIECES = 6;

/** The stretches of a path, put together from its operators. */
export class PathBuilder {
  readonly stretches: { readonly points: Point[]; closed: boolean; curved: boolean }[] = [];
  readonly #matrix: Matrix;

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
  }

  move(to: Point): void {
    this.stretches.push({ points: [apply(this.#matrix, to)], closed: false, curved: false });
  }

  line(to: Point): void {
    const last = this.#last;
    if (last === undefined) this.move(to);
    else last.points.push(apply(this.#matrix, to));
  }

  /** A curve of one, two or no points that draw it to them, and where it ends. */
  curve(...controls: readonly Point[]): void {
    const last = this.#last;
    const from = last?.points[last.points.length - 1];
    if (last === undefined || from === undefined) {
      this.move(controls[controls.length - 1] ?? [0, 0]);
      return;
    }
    last.curved = true;
    const points = [from, ...controls.map((control) => apply(this.#matrix, control))];
    for (let i = 1; i <= PIECES; i += 1) last.points.push(between(points, i / PIECES));
  }

  close(): void {
    const last = this.#last;
    if (last !== undefined) last.closed = true;
  }

  get #last() {
    return this.stretches[this.stretches.length - 1];
  }
}

/** A point of a Bézier curve, found by halving between its points in turn. */
function between(points: readonly Point[], part: number): Point {
  let rest = points;
  while (rest.length > 1) {
    rest = rest.slice(1).map(([x, y], i): Point => {
      const [x0, y0] = rest[i] ?? [x, y];
      return [x0 + part * (x - x0), y0 + part * (y - y0)];
    });
  }
  return rest[0] ?? [0, 0];
}

/** What a path draws along its edges or inside of them. */
export interface Drawn {
  readonly lines: readonly PageLine[];
  readonly areas: readonly Box[];
  /** What is neither: curves, and shapes with more or other corners than a rectangle. */
  readonly drawings: readonly Box[];
}

/** A filled area no wider than this is a line. */
const THIN = 3;

/** A stroke wider than this is an area. */
export const MAX_STROKE = 12;

/** How far corners of a rectangle may be off. */
const SQUARE = 0.5;

/** What a stroke draws. A curve is a line too, as far as it runs along one. */
export function strokedLines(stretches: readonly Stretch[]): Drawn {
  const lines = stretches.flatMap(({ points, closed }) => {
    const ends = closed && points.length > 2 ? [...points, points[0] ?? [0, 0]] : points;
    return ends.slice(1).map((to, i): PageLine => ({ from: ends[i] ?? to, to }));
  });
  const drawings = stretches.flatMap(({ points, curved }) => (curved ? drawingIn(boxAround(points)) : []));
  return { lines, areas: [], drawings };
}

/** What a filled path draws: lines, where it is as thin as a line or goes around an area as a frame does; or areas. */
export function filledShapes(stretches: readonly Stretch[], comparisons: Comparisons): Drawn {
  const lines: PageLine[] = [];
  const areas: Box[] = [];
  const drawings: Box[] = [];
  const shapes = stretches.filter(({ points }) => points.length > 2);
  const boxes = shapes.map(({ points }) => boxAround(points));
  boxes.forEach((box, i) => {
    const [left, top, right, bottom] = box;
    if (bottom - top <= THIN && right - left > bottom - top) {
      const y = (top + bottom) / 2;
      lines.push({ from: [left, y], to: [right, y] });
    } else if (right - left <= THIN) {
      const x = (left + right) / 2;
      lines.push({ from: [x, top], to: [x, bottom] });
    } else if (isRectangle(shapes[i])) {
      areas.push(box);
      comparisons.add(boxes.length);
      if (boxes.some((other) => other !== box && isFrame(other, box))) lines.push(...sides(box));
    } else drawings.push(box);
  });
  return { lines, areas, drawings };
}

/** A drawing of some width and height; else it is as good as a line. */
function drawingIn(box: Box): readonly Box[] {
  return box[2] - box[0] > THIN && box[3] - box[1] > THIN ? [box] : [];
}

/** The least box around some points. */
export function boxAround(points: readonly Point[]): Box {
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

/** Whether a stretch goes around a rectangle whose edges are those of the page. */
export function isRectangle(stretch: Stretch | undefined): boolean {
  const points = stretch?.points ?? [];
  const [left, top, right, bottom] = boxAround(points);
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
