import type { Language } from "../../findings/finding.js";
import { Fields } from "../compound/fields.js";
import { FRAMES, PICTURE } from "../doc/drawings.js";
import { isHidden, saysUnfilled } from "../doc/shapes.js";
import { type Cover, type Covers, coversOf } from "../xlsx/drawings.js";
import type { Record } from "./records.js";

/** Records of OfficeArt that are looked at, by their types. */
const SHAPE = 0xf00a;
const PROPERTIES = 0xf00b;
const TEXT = 0xf00d;
const ANCHOR = 0xf010;
const OBJECT = 0xf011;

const HEADER = 8;
const OF_RECORDS = 0xf;
const ANCHOR_BYTES = 18;

/** Controls, which every program draws by itself, and the kind of object that is a chart. */
const CONTROL = 201;
const CHART = 5;

/** Deepest nesting of records that is looked into, and parts of a column and row that a drawing may reach into by chance. */
const MAX_DEPTH = 16;
const TOUCH = 32;

interface Shape {
  readonly kind: number;
  filled: boolean;
  hidden: boolean;
  text: boolean;
  chart: boolean;
  cover: Cover["range"] | null;
}

/** What the drawings of a worksheet lie over: their records, and the kinds of the objects in the order of their shapes. */
export function readCovers(records: readonly Record[], objects: readonly number[], language: Language): Covers {
  const parts = records.flatMap(({ data, more }) => [data, ...more]);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part.bytes, end);
    end += part.length;
  }
  return coversOf(
    shapesOf(new Fields(bytes, language), objects).flatMap(({ kind, filled, hidden, text, chart, cover }): readonly Cover[] => {
      const isSeen = cover !== null && !hidden && (kind !== CONTROL || chart);
      if (!isSeen) return [];
      if (kind === PICTURE) return [{ range: cover, hides: false }];
      return chart || filled || text || !FRAMES.has(kind) ? [{ range: cover, hides: true }] : [];
    }),
  );
}

function shapesOf(content: Fields, objects: readonly number[]): readonly Shape[] {
  const shapes: Shape[] = [];
  let shape: Shape | undefined;
  let object = 0;
  const visit = (from: number, to: number, depth: number): void => {
    for (let at = from; at + HEADER <= to; ) {
      const [version, type, length] = [content.u16(at), content.u16(at + 2), content.u32(at + 4)];
      const start = at + HEADER;
      const end = Math.min(start + length, to);
      const instance = version >> 4;
      if (type === SHAPE) {
        shape = { kind: instance, filled: true, hidden: false, text: false, chart: false, cover: null };
        shapes.push(shape);
      } else if (shape !== undefined && type === PROPERTIES) {
        shape.filled &&= !saysUnfilled(content, start, end, instance);
        shape.hidden ||= isHidden(content, start, end, instance);
      } else if (shape !== undefined && type === ANCHOR && end - start >= ANCHOR_BYTES) shape.cover = rangeOf(content, start + 2);
      else if (shape !== undefined && type === TEXT) shape.text = true;
      else if (shape !== undefined && type === OBJECT) {
        shape.chart = objects[object] === CHART;
        object += 1;
      } else if ((version & OF_RECORDS) === OF_RECORDS && depth < MAX_DEPTH) visit(start, end, depth + 1);
      at = end;
    }
  };
  visit(0, content.length, 0);
  return shapes;
}

/** The cells below a shape, by its first column and row and its last ones, each with how far it reaches into that. */
function rangeOf(content: Fields, at: number): Cover["range"] {
  const spanOf = (side: number) => {
    const first = content.u16(at + side) + 1;
    const last = content.u16(at + side + 8) + (content.u16(at + side + 10) > TOUCH ? 1 : 0);
    return { first, last: Math.max(first, last) };
  };
  return { columns: spanOf(0), rows: spanOf(4) };
}
