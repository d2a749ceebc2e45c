import type { Point } from "../page/geometry.js";
import type { PathBuilder } from "../page/paths.js";
import type { OpenPage } from "./openPage.js";

/** Kinds of segments of a path. */
const CURVE = 1;
const MOVE = 2;

/** Adds the segments of a path that the engine has, by their handles, to one that is put together. */
export function addSegments(
  { library, memory, room }: Pick<OpenPage, "library" | "memory" | "room">,
  path: PathBuilder,
  count: number,
  segmentAt: (index: number) => number,
): void {
  let curve: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    const segment = segmentAt(i);
    library.FPDFPathSegment_GetPoint(segment, room, room + 4);
    const point: Point = [memory.float(room), memory.float(room + 4)];
    const type = library.FPDFPathSegment_GetType(segment);
    if (type === MOVE) path.move(point);
    else if (type !== CURVE) path.line(point);
    else if (curve.push(point) === 3) {
      path.curve(...curve);
      curve = [];
    }
    if (library.FPDFPathSegment_GetClose(segment)) path.close();
  }
}
