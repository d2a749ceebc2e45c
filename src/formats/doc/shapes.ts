import type { Fields } from "../compound/fields.js";
import { ART, saysUnfilled, visitArt } from "../compound/officeArt.js";
import type { Shape } from "./drawings.js";

/** Bytes of a shape's record: its number and its bits, one of which marks a shape that only holds others together. */
const SHAPE_BYTES = 8;
const HOLDS_OTHERS = 1;

/** A group that is within fewer records than this is that of a whole page. */
const OWN_GROUP = 2;

/** One byte before the drawings of each part of the text identifies the part. */
const PART = 1;

/** The shapes of the drawings of a document, by the numbers of these; those within a group belong to it. */
export function shapesOf(content: Fields): ReadonlyMap<number, readonly Shape[]> {
  const drawings = new Map<number, Shape[]>();
  /** The shape that properties belong to. */
  let shape: Shape | null = null;
  visitArt<Shape[] | null>(
    content,
    null,
    (record, group) => {
      const { type, instance: kind, start, end, depth } = record;
      if (type === ART.shape && end - start >= SHAPE_BYTES) {
        const own = group ?? [];
        shape = (content.u32(start + 4) & HOLDS_OTHERS) === 0 ? { kind, filled: true } : null;
        if (shape !== null) own.push(shape);
        drawings.set(content.u32(start), own);
      } else if (type === ART.properties && shape !== null) shape.filled &&= !saysUnfilled(content, record);
      return type === ART.group && depth >= OWN_GROUP ? (group ?? []) : group;
    },
    { gap: PART },
  );
  return drawings;
}
