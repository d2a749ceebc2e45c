import { apply, type Matrix, type Point } from "../page/geometry.js";
import type { Stretch } from "../page/paths.js";

/** How many numbers follow each command of a path; the last two of them are where it leads. */
const ARGUMENTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The stretches of a path in its short form: letters with the numbers that follow them. */
export function stretchesOf(data: string, matrix: Matrix): readonly Stretch[] {
  const stretches: { points: Point[]; closed: boolean; curved: boolean }[] = [];
  const parts = data.trim().split(/[\s,]+/);
  for (let i = 0; i < parts.length; ) {
    const command = parts[i]?.toUpperCase() ?? "";
    const count = ARGUMENTS[command];
    if (count === undefined) break;
    const numbers = parts.slice(i + 1, i + 1 + count).map(Number);
    if (numbers.length < count || numbers.some((number) => !Number.isFinite(number))) break;
    i += 1 + count;
    const last = stretches[stretches.length - 1];
    if (command === "C") {
      if (last !== undefined) last.closed = true;
      continue;
    }
    const point = apply(matrix, [numbers[count - 2] ?? 0, numbers[count - 1] ?? 0]);
    if (command === "M" || command === "S" || last === undefined)
      stretches.push({ points: [point], closed: false, curved: false });
    else {
      last.points.push(point);
      if (count > 2) last.curved = true;
    }
  }
  return stretches;
}
