import type { Fields } from "../compound/fields.js";
import type { Shape } from "./drawings.js";

/** Records of OfficeArt that are looked at, by their types. */
const GROUP = 0xf003;
const SHAPE = 0xf00a;
const PROPERTIES = 0xf00b;

/** Bytes of a record's header; the version that marks a container record. */
const HEADER = 8;
const OF_RECORDS = 0xf;

/** The bit of a shape that only holds others together. */
const HOLDS_OTHERS = 1;

/** The property with the bits of the fill: whether it states the fill, and whether there is one. */
const FILL = 0x01bf;
const PROPERTY_BYTES = 6;
const SAYS_FILLED = 0x0010_0000;
const IS_FILLED = 0x10;

/** The property with the bits of a shape as a whole: whether it says that it is hidden, and whether it is. */
const OF_GROUP = 0x03bf;
const SAYS_HIDDEN = 0x0002_0000;
const IS_HIDDEN = 2;

/** Deepest nesting of records that is looked into; below this depth a group is that of a whole page. */
const MAX_DEPTH = 16;
const OWN_GROUP = 2;

/** The shapes of the drawings of a document, by the numbers of these; those within a group belong to it. */
export function shapesOf(content: Fields): ReadonlyMap<number, readonly Shape[]> {
  const drawings = new Map<number, Shape[]>();
  /** The shape that properties belong to. */
  let shape: Shape | null = null;
  const visit = (from: number, to: number, depth: number, group: Shape[] | null): void => {
    for (let at = from; at + HEADER <= to; ) {
      const [version, type, length] = [content.u16(at), content.u16(at + 2), content.u32(at + 4)];
      const start = at + HEADER;
      const end = Math.min(start + length, to);
      const instance = version >> 4;
      if (type === SHAPE && end - start >= HEADER) {
        const own = group ?? [];
        shape = (content.u32(start + 4) & HOLDS_OTHERS) === 0 ? { kind: instance, filled: true } : null;
        if (shape !== null) own.push(shape);
        drawings.set(content.u32(start), own);
      } else if (type === PROPERTIES && shape !== null) shape.filled &&= !saysUnfilled(content, start, end, instance);
      else if ((version & OF_RECORDS) === OF_RECORDS && depth < MAX_DEPTH)
        visit(start, end, depth + 1, type === GROUP && depth >= OWN_GROUP ? (group ?? []) : group);
      // One byte before the drawings of each part of the text identifies the part.
      at = end + (depth === 0 ? 1 : 0);
    }
  };
  visit(0, content.length, 0, null);
  return drawings;
}

/** Whether the properties of a shape say that it has no fill. */
export function saysUnfilled(content: Fields, start: number, end: number, count: number): boolean {
  const fill = stated(content, start, end, count, FILL);
  return (fill & SAYS_FILLED) !== 0 && (fill & IS_FILLED) === 0;
}

/** Whether the properties of a shape say that it is not shown. */
export function isHidden(content: Fields, start: number, end: number, count: number): boolean {
  const group = stated(content, start, end, count, OF_GROUP);
  return (group & SAYS_HIDDEN) !== 0 && (group & IS_HIDDEN) !== 0;
}

/** The value of a property; 0 where it is not stated. */
function stated(content: Fields, start: number, end: number, count: number, property: number): number {
  for (let i = 0; i < count && start + (i + 1) * PROPERTY_BYTES <= end; i += 1) {
    const at = start + i * PROPERTY_BYTES;
    if ((content.u16(at) & 0x3fff) === property) return content.u32(at + 2);
  }
  return 0;
}
