import type { Language } from "../../findings/finding.js";
import { Fields } from "../compound/fields.js";
import { ART, type ArtRecord, FRAMES, isHidden, PICTURE, saysUnfilled, visitArt } from "../compound/officeArt.js";
import { type Cover, type Covers, coversOf } from "../xlsx/drawings.js";
import type { Record } from "./records.js";

const ANCHOR_BYTES = 18;

/** Controls, which every program draws by itself, and the kind of object that is a chart. */
const CONTROL = 201;
const CHART = 5;

/** Parts of a column and row that a drawing may reach into by chance. */
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
  let object = 0;
  const visit = (record: ArtRecord): void => {
    const { type, instance: kind, start, end } = record;
    const shape = shapes[shapes.length - 1];
    if (type === ART.shape) shapes.push({ kind, filled: true, hidden: false, text: false, chart: false, cover: null });
    else if (shape === undefined) return;
    else if (type === ART.properties) {
      shape.filled &&= !saysUnfilled(content, record);
      shape.hidden ||= isHidden(content, record);
    } else if (type === ART.anchor && end - start >= ANCHOR_BYTES) shape.cover = rangeOf(content, start + 2);
    else if (type === ART.text) shape.text = true;
    else if (type === ART.object) {
      shape.chart = objects[object] === CHART;
      object += 1;
    }
  };
  visitArt<void>(content, undefined, visit, { gap: 0 });
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
