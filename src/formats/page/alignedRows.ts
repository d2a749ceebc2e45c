import { labelsOf } from "./alignedLabels.js";
import type { Glyph } from "./glyphs.js";
import { LINE_PITCH, linesOf, type TextLine } from "./lines.js";

/** A line of a page, divided by wide gaps: its heading, and the pieces in the place of figures. */
export interface SplitLine {
  readonly baseline: number;
  readonly size: number;
  readonly words: readonly TextLine[];
  readonly figures: readonly TextLine[];
}

/** Pieces further apart than this, relative to their size, are separate. */
export const PIECE_GAP = 1;

/** Characters of one line differ in height by less than this part of their size. */
const SAME_LINE = 0.3;

/** A piece in the place of a figure: digits, or a sign for none. */
const FIGURE = /^(?:[-+]?[\d０-９][\d０-９.,，．\s]*|[-—–－/／]{1,3})$/;
const DIGIT = /[\d０-９]/;

/** The lines of some text, from top to bottom. A piece is a figure only if nothing but figures follows on its line. */
export function splitLines(glyphs: readonly Glyph[]): readonly SplitLine[] {
  const groups: Glyph[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    if (glyph.baseline - base > SAME_LINE * glyph.size) {
      groups.push([]);
      base = glyph.baseline;
    }
    groups[groups.length - 1]?.push(glyph);
  }
  return groups.flatMap((group): SplitLine | [] => {
    const pieces = linesOf(group, PIECE_GAP);
    const [some] = group;
    if (some === undefined || pieces.length === 0) return [];
    let first = pieces.length;
    while (first > 0 && FIGURE.test(pieces[first - 1]?.text ?? "")) first -= 1;
    const figures = pieces.slice(first);
    const isRow = figures.some(({ text }) => DIGIT.test(text));
    return {
      baseline: some.baseline,
      size: Math.max(...pieces.map(({ size }) => size)),
      words: isRow ? pieces.slice(0, first) : pieces,
      figures: isRow ? figures : [],
    };
  });
}

/** Consecutive lines with figures, and the lines between and below them that may continue their headings. */
export interface Region {
  /** Index of its first line among all lines. */
  readonly first: number;
  readonly lines: readonly SplitLine[];
}

/** Greatest distance of rows of one table, and of the headings above them, as a multiple of their text size. */
export const MAX_PITCH = 5;

/** The stretches of lines that may be rows of one table each. */
export function regionsOf(lines: readonly SplitLine[]): readonly Region[] {
  const regions: Region[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.figures.length === 0) continue;
    let end = at + 1;
    let last = line;
    for (let next = at + 1; next < lines.length; next += 1) {
      const own = lines[next];
      if (own === undefined || own.baseline - last.baseline > MAX_PITCH * own.size) break;
      const left = last.figures[0]?.left ?? 0;
      if (own.figures.length === 0 && own.words.some(({ right }) => right >= left)) break;
      if (own.figures.length > 0) {
        last = own;
        end = next + 1;
      } else if (own.baseline - (lines[next - 1]?.baseline ?? 0) <= LINE_PITCH * own.size && end === next) end = next + 1;
    }
    regions.push({ first: at, lines: lines.slice(at, end) });
    at = end - 1;
  }
  return regions;
}

/** A row: its heading, and its figures from left to right. */
export interface AlignedRow {
  readonly label: string;
  readonly figures: readonly TextLine[];
  readonly line: SplitLine;
  /** Where its heading ends. */
  readonly right: number;
  /** Whether it is uncertain which lines form its heading. */
  readonly unclear: boolean;
}

/** The rows of a region: its lines with figures, each with its heading. */
export function rowsOf(region: readonly SplitLine[], above: readonly SplitLine[]): readonly AlignedRow[] {
  const labels = labelsOf([...above, ...region]);
  return region.flatMap((line) => {
    const found = labels.get(line);
    if (found === undefined) return [];
    const { label, pieces, unclear } = found;
    const right = pieces.reduce((most, piece) => Math.max(most, piece.right), Number.NEGATIVE_INFINITY);
    return [{ label, figures: line.figures, line, right, unclear: unclear && label !== "" }];
  });
}
