import type { Matrix, Point } from "../page/geometry.js";
import { PathBuilder, type Stretch } from "../page/paths.js";
import { wordsOf } from "./package.js";

/** How many numbers follow each command of a path; the last two of them are where it leads. */
const ARGUMENTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The stretches of a path in its short form: letters with the numbers that follow them. */
export function stretchesOf(data: string, matrix: Matrix): readonly Stretch[] {
  const path = new PathBuilder(matrix);
  let [x, y]: Point = [0, 0];
  const parts = wordsOf(data.includes(",") ? data.replaceAll(",", " ") : data);
  for (let i = 0; i < parts.length; ) {
    const command = parts[i]?.toUpperCase() ?? "";
    const count = ARGUMENTS[command];
    if (count === undefined) break;
    const numbers = parts.slice(i + 1, i + 1 + count).map(Number);
    if (numbers.length < count || numbers.some((number) => !Number.isFinite(number))) break;
    i += 1 + count;
    const point = (at: number): Point => [numbers[at] ?? 0, numbers[at + 1] ?? 0];
    const end = point(count - 2);
    if (command === "C") path.close();
    else if (command === "M" || command === "S") path.move(end);
    else if (command === "L") path.line(end);
    else if (command === "A") path.curve(besideArc([x, y], end, numbers[4] === 1), end);
    else path.curve(...Array.from({ length: count / 2 }, (_, k) => point(2 * k)));
    [x, y] = end;
  }
  return path.stretches;
}

/** A control point that draws a curve near an elliptical arc between two points, clockwise or not: an approximation sufficient for its extent. */
function besideArc([x0, y0]: Point, [x1, y1]: Point, clockwise: boolean): Point {
  const side = clockwise ? 1 : -1;
  return [(x0 + x1) / 2 + side * (y1 - y0), (y0 + y1) / 2 - side * (x1 - x0)];
}
