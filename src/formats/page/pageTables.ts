import type { Language } from "../../findings/finding.js";
import type { Doubt } from "../../reading/source.js";
import { OBJECT } from "../raisedText.js";
import { cellText, isBroken, type Sides } from "./cellText.js";
import { crossedBelow, crossedRows } from "./crossings.js";
import { drawnIn, drawnSigns, hasMore, overlaidFields, strayFields, struckFields } from "./doubts.js";
import { holds } from "./geometry.js";
import type { Glyph, UprightPage } from "./glyphs.js";
import { withoutIdle } from "./idleEdges.js";
import { type Field, type Lattice, latticeOf } from "./lattice.js";
import { linesOf } from "./lines.js";
import type { Box } from "./page.js";
import { MAX_PAGE_TABLES } from "./pageLimits.js";
import { framesOf } from "./rulings.js";

/** A cell of a table on a page. Rows and columns count from 0; the end is not included. */
export interface PageCell {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly doubt: Doubt | null;
  readonly page: number;
  /** On the page as it is shown. */
  readonly box: Box;
  /** Whether it is at the left or the right end of its table and no line closes it there. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
  /** How far its text is from its upper and its lower edge, in heights of a line; `null` where it is empty. */
  readonly room: { readonly above: number; readonly below: number } | null;
}

/** A table on a page. */
export interface PageTable {
  readonly page: number;
  /** Where its columns begin and the last one ends, from the left of the upright page. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageCell[];
  /** On the upright page. */
  readonly box: Box;
  /** For each column, whether a line closes it above and below. */
  readonly closedAbove: readonly boolean[];
  readonly closedBelow: readonly boolean[];
  /** Whether it has no ruling lines and is found by alignment only. */
  readonly aligned: boolean;
}

/** The content of a page inside and outside tables. */
export interface TablesAndRest {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Glyph[];
}

/** The tables of a page that lines make up. A table around other tables is layout: its own text belongs to no table. */
export function tablesOf(page: UprightPage, language: Language): TablesAndRest {
  const { width, height } = page;
  const onPage = page.lines.filter(([left, top, right, bottom]) => right >= 0 && bottom >= 0 && left <= width && top <= height);
  const lattices = framesOf(onPage, language)
    .flatMap((frame) => latticeOf(frame) ?? [])
    .sort((a, b) => b.fields.length - a.fields.length)
    .slice(0, MAX_PAGE_TABLES);
  const inner = lattices.filter((lattice) => !lattices.some((other) => other !== lattice && holds(lattice.box, other.box)));
  const contents = inner.map((): Map<Field, Glyph[]> => new Map());
  const rest: Glyph[] = [];
  const byTop = inner.map((lattice, index) => ({ lattice, index })).sort((a, b) => a.lattice.box[1] - b.lattice.box[1]);
  for (const glyph of page.glyphs) {
    const [middle, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
    const holding = (x: number) => byTop.find(({ lattice: { box } }) => box[0] <= x && x < box[2] && box[1] <= y && y < box[3]);
    // What the edge of the paper cut off belongs to the last cell that is on it, where the lines end there too.
    const nearest = Math.min(Math.max(middle, AT_EDGE), width - AT_EDGE);
    const own = holding(middle);
    const x = own === undefined && !glyph.on ? nearest : middle;
    const at = own ?? (glyph.on ? undefined : holding(nearest));
    const field = at?.lattice.fieldAt(x, y) ?? null;
    if (at === undefined || field === null) {
      if (glyph.turn === 0 && glyph.on && !glyph.leaning) rest.push(glyph);
      continue;
    }
    const fields = contents[at.index];
    const known = fields?.get(field);
    if (known === undefined) fields?.set(field, [glyph]);
    else known.push(glyph);
  }
  const hanging = hangingBelow(inner, rest, page.height);
  for (const [glyph, { index, field }] of hanging) {
    const fields = contents[index];
    fields?.set(field, [...(fields.get(field) ?? []), glyph]);
  }
  return {
    tables: inner.map((lattice, i) => withoutIdle(pageTable(page, lattice, contents[i] ?? new Map()))),
    rest: rest.filter((glyph) => !hanging.has(glyph)),
  };
}

/** Distance from the edge of the page at which the last cell of a table that it cut still is. */
const AT_EDGE = 1;

/** Part of the page, from above, below which a table may end because the page does. */
const FOOT = 0.7;

/** Greatest distance of the lines of a cell, as a multiple of their size. */
const LINE_GAP = 0.9;

/**
 * Characters that hang out of a cell which the foot of the page cut: programs draw the last line of such a cell below the last of its
 * edges. Only lines that fit between the sides of the cell, and follow what is above them, are its own.
 */
function hangingBelow(
  lattices: readonly Lattice[],
  rest: readonly Glyph[],
  height: number,
): ReadonlyMap<Glyph, { readonly index: number; readonly field: Field }> {
  const found = new Map<Glyph, { readonly index: number; readonly field: Field }>();
  for (const [index, { xs, ys, box, fieldAt, closedBelow }] of lattices.entries()) {
    const [left, , right, bottom] = box;
    if (bottom < FOOT * height || closedBelow.every((closed) => closed)) continue;
    const floors = new Map<Field, number>();
    const below = rest.filter((glyph) => glyph.bottom > bottom && glyph.left >= left && glyph.right <= right);
    for (const line of linesOf(below, LINE_GAP)) {
      const field = fieldAt((line.left + line.right) / 2, ((ys[ys.length - 2] ?? 0) + bottom) / 2);
      if (field === null || field.bottom < ys.length - 1 || closedBelow[field.left] === true) continue;
      const fits = line.left >= (xs[field.left] ?? 0) && line.right <= (xs[field.right] ?? 0);
      const floor = floors.get(field) ?? bottom;
      if (!fits || line.top > floor + LINE_GAP * line.size) continue;
      floors.set(field, line.bottom);
      for (const glyph of line.glyphs) found.set(glyph, { index, field });
    }
  }
  return found;
}

/** A character this much higher than its cell is drawn over the table, as a watermark is. */
const TOO_HIGH = 1.5;

function pageTable(page: UprightPage, lattice: Lattice, texts: ReadonlyMap<Field, readonly Glyph[]>): PageTable {
  const { xs, ys, fields } = lattice;
  const drawn = drawnIn(page, lattice);
  const edge = (places: readonly number[], at: number): number => places[at] ?? 0;
  const kept = new Map<Field, readonly Glyph[]>();
  for (const [field, glyphs] of texts) {
    const height = edge(ys, field.bottom) - edge(ys, field.top);
    kept.set(
      field,
      glyphs.filter((glyph) => glyph.size <= TOO_HIGH * height && !glyph.leaning),
    );
  }
  const signs = drawnSigns(page, lattice, kept);
  const inside = new Set([...texts.values()].flat());
  const outside = page.glyphs.filter((glyph) => !inside.has(glyph));
  const crossed = crossedRows(lattice, kept, outside);
  const doubtful = new Set([
    ...struckFields(page, kept),
    ...strayFields(texts, kept),
    ...overlaidFields(page, lattice, kept),
    ...crossedBelow(lattice, kept),
  ]);
  const padding = paddingOf(lattice, kept);
  const sidesOf = ({ left, right }: Field): Sides => ({ left: edge(xs, left), right: edge(xs, right), padding });
  let widths: Widths | null = null;
  const mayFit = (width: number): boolean => {
    widths ??= widthsOf(lattice, kept, sidesOf);
    return mayBeFitted(widths, width);
  };
  const cells = fields.flatMap((field): PageCell | [] => {
    const box: Box = [edge(xs, field.left), edge(ys, field.top), edge(xs, field.right), edge(ys, field.bottom)];
    const own = kept.get(field) ?? [];
    const { text: said, doubt } = cellText(own, sidesOf(field), mayFit);
    const text = signs.has(field) || hasMore(drawn.get(field) ?? [], own, said) ? said + OBJECT : said;
    if (text === "" && field.right === xs.length - 1 && (field.free || field.odd)) return [];
    const crossing = field.odd ? text !== "" : crossed.has(field.top) || doubtful.has(field);
    return {
      top: field.top,
      bottom: field.bottom,
      left: field.left,
      right: field.right,
      text,
      doubt: crossing ? "crossing" : doubt,
      page: page.number,
      box: page.shown(box),
      openLeft: field.left === 0 && !lattice.closedLeft.slice(field.top, field.bottom).includes(true),
      openRight: field.right === xs.length - 1 && !lattice.closedRight.slice(field.top, field.bottom).includes(true),
      room: roomOf(own, box),
    };
  });
  return {
    page: page.number,
    xs,
    rows: ys.length - 1,
    cells,
    box: lattice.box,
    closedAbove: lattice.closedAbove,
    closedBelow: lattice.closedBelow,
    aligned: false,
  };
}

/** Greatest padding of a narrow cell in any program. */
const MOST_PADDING = 6;

/** Chinese characters fill their stated width; of digits the ink is measured, and punctuation may hang over. */
const CHARACTER = /\p{Script=Han}/u;

/** The padding of a table: the least that occurs, so that no free space is overlooked. */
function paddingOf({ xs }: Lattice, texts: ReadonlyMap<Field, readonly Glyph[]>): number {
  let padding = MOST_PADDING;
  for (const [field, glyphs] of texts) {
    const [left, right] = [xs[field.left] ?? 0, xs[field.right] ?? 0];
    for (const glyph of glyphs) {
      const least = Math.min(glyph.left - left, right - glyph.right);
      if (least < padding && glyph.turn === 0 && CHARACTER.test(glyph.text)) padding = least;
    }
  }
  return Math.max(0, padding);
}

/** How far columns that are as wide as their text may differ in what they leave free, and how far columns of one width differ. */
const SAME_GAP = 2;
const SAME_WIDTH = 1;

/** So many numbers do not fill their cells by chance. */
const SEVERAL = 4;

/** A line that no program breaks in the middle. */
const NUMBER = /^[\d.,]+$/;

/** A column, and the least padding of its cells. */
interface Gaps {
  readonly width: number;
  /** `NaN` where text goes on in a next line: it fills any column. */
  readonly text: number;
  readonly number: number;
  readonly texts: number;
}

/** Evidence whether the columns of a table are as wide as their text. */
interface Widths {
  readonly columns: readonly Gaps[];
  /** How many cells hold a number over lines, none of which had room for more; and whether one holds several numbers, with room. */
  readonly full: number;
  readonly short: boolean;
}

function widthsOf({ xs }: Lattice, texts: ReadonlyMap<Field, readonly Glyph[]>, sidesOf: (field: Field) => Sides): Widths {
  const columns = new Map<string, { -readonly [K in keyof Gaps]: Gaps[K] }>();
  let full = 0;
  let short = false;
  for (const [field, glyphs] of texts) {
    const { left: from, right: to } = field;
    const lines = linesOf(glyphs.filter(({ turn, on }) => turn === 0 && on));
    const width = (xs[to] ?? 0) - (xs[from] ?? 0);
    const key = `${from}:${to}`;
    if (lines.length > 1 && lines.every(({ text }) => NUMBER.test(text))) {
      if (isBroken(lines, sidesOf(field))) full += 1;
      else short = true;
    }
    const gaps = columns.get(key) ?? { width, number: Number.POSITIVE_INFINITY, text: Number.POSITIVE_INFINITY, texts: 0 };
    columns.set(key, gaps);
    for (const { left, right, text } of lines) {
      const gap = width - (right - left);
      if (NUMBER.test(text)) gaps.number = Math.min(gaps.number, gap);
      else gaps.text = lines.length > 1 ? Number.NaN : Math.min(gaps.text, gap);
    }
    gaps.texts += 1;
  }
  return { columns: [...columns.values()], full, short };
}

/**
 * Whether a column may be as wide as its text. It is if columns of different widths have the same padding at their widest text,
 * and none has less; wrapped Chinese text is no evidence, nor is the only text of a column. It may be where a
 * cell holds two numbers, one above the other. Else it is not where several cells have numbers over lines that are full, or where another column of
 * its width leaves more: then somebody has set the widths.
 */
function mayBeFitted({ columns, full, short }: Widths, width: number): boolean {
  const roomIn = ({ text, number }: Gaps): number => (Number.isNaN(text) ? number : Math.min(number, text));
  const all = columns.map((column) => ({ width: column.width, gap: column.texts === 1 ? column.number : roomIn(column) }));
  const least = Math.min(...all.map(({ gap }) => gap));
  const tightest = all.filter(({ gap }) => gap - least < SAME_GAP).map((column) => column.width);
  if (Math.max(...tightest) - Math.min(...tightest) > SAME_WIDTH || short) return true;
  if (full >= SEVERAL) return false;
  return !columns.some((column) => {
    const room = roomIn(column);
    return Number.isFinite(room) && room - least >= SAME_GAP && Math.abs(column.width - width) <= SAME_WIDTH;
  });
}

function roomOf(glyphs: readonly Glyph[], [, top, , bottom]: Box): PageCell["room"] {
  const [first] = glyphs;
  if (first === undefined) return null;
  const highest = glyphs.reduce((least, glyph) => Math.min(least, glyph.top), first.top);
  const lowest = glyphs.reduce((most, glyph) => Math.max(most, glyph.bottom), first.bottom);
  return { above: (highest - top) / first.size, below: (bottom - lowest) / first.size };
}
