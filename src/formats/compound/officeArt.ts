import type { Fields } from "./fields.js";

/** Records of OfficeArt, the drawings of old Office files, by their types. */
export const ART = {
  group: 0xf003,
  shape: 0xf00a,
  properties: 0xf00b,
  text: 0xf00d,
  anchor: 0xf010,
  object: 0xf011,
} as const;

/** The kind of a shape that is a picture, and of those whose outline runs around what they lie over: rectangles, ellipses, boxes of text. */
export const PICTURE = 75;
export const FRAMES: ReadonlySet<number> = new Set([1, 2, 3, 202]);

/** A record: its type, its instance (a kind or a count), and its content without the header. */
export interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  readonly start: number;
  readonly end: number;
  /** How many records it is within. */
  readonly depth: number;
}

/** Bytes of a record's header; the version that marks a record of records. */
const HEADER = 8;
const OF_RECORDS = 0xf;

/** Deepest nesting of records that is looked into. */
const MAX_DEPTH = 16;

/**
 * Visits all records in order. `visit` is given what it returned for the record around it, `outermost` where there is none. `gap`:
 * bytes between records that are within no other.
 */
export function visitArt<T>(
  content: Fields,
  outermost: T,
  visit: (record: ArtRecord, around: T) => T,
  { gap }: { readonly gap: number },
): void {
  const walk = (from: number, to: number, depth: number, around: T): void => {
    for (let at = from; at + HEADER <= to; ) {
      const [version, type, length] = [content.u16(at), content.u16(at + 2), content.u32(at + 4)];
      const start = at + HEADER;
      const end = Math.min(start + length, to);
      const inner = visit({ type, instance: version >> 4, start, end, depth }, around);
      if ((version & OF_RECORDS) === OF_RECORDS && depth < MAX_DEPTH) walk(start, end, depth + 1, inner);
      at = end + (depth === 0 ? gap : 0);
    }
  };
  walk(0, content.length, 0, outermost);
}

/** The property with the bits of the fill: whether it states the fill, and whether there is one. */
const FILL = 0x01bf;
const SAYS_FILLED = 0x0010_0000;
const IS_FILLED = 0x10;

/** The property with the bits of a shape as a whole: whether it says that it is hidden, and whether it is. */
const OF_GROUP = 0x03bf;
const SAYS_HIDDEN = 0x0002_0000;
const IS_HIDDEN = 2;

const PROPERTY_BYTES = 6;

/** Whether the properties of a shape say that it has no fill. */
export function saysUnfilled(content: Fields, properties: ArtRecord): boolean {
  const fill = stated(content, properties, FILL);
  return (fill & SAYS_FILLED) !== 0 && (fill & IS_FILLED) === 0;
}

/** Whether the properties of a shape say that it is not shown. */
export function isHidden(content: Fields, properties: ArtRecord): boolean {
  const group = stated(content, properties, OF_GROUP);
  return (group & SAYS_HIDDEN) !== 0 && (group & IS_HIDDEN) !== 0;
}

/** The value of a property; 0 where it is not stated. */
function stated(content: Fields, { start, end, instance: count }: ArtRecord, property: number): number {
  for (let i = 0; i < count && start + (i + 1) * PROPERTY_BYTES <= end; i += 1) {
    const at = start + i * PROPERTY_BYTES;
    if ((content.u16(at) & 0x3fff) === property) return content.u32(at + 2);
  }
  return 0;
}
