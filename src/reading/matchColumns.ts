import { childrenOf, leafOf } from "../form/cells.js";
import type { Heading } from "../form/types.js";
import type { GridCell, GridRow } from "./grid.js";
import type { Family, FormColumn, LabelMatch } from "./labels.js";
import { normalizeLabel } from "./labelText.js";
import { DEFAULT_MONEY_UNIT } from "./units.js";

/** What a text of the document may be on the form; results are cached. */
export type LabelLookup = (text: string) => LabelMatch;

/** The arrangement of the columns of figures in the document. */
export interface ColumnLayout {
  readonly family: Family;
  /** Grid column of the first figure; `null` if the rows of headings are not aligned and only the order is known. */
  readonly from: number | null;
  /** Width of the rows of headings, in grid columns. */
  readonly width: number;
  /** For each grid column from `from` on, the index of its form column, or `null` for an extra empty column. */
  readonly grid: readonly (number | null)[];
  /** The same for each cell from left to right, whatever its span. */
  readonly order: readonly (number | null)[];
  /** The unit of money that a column's heading names, by index of the form column. */
  readonly moneyUnits: ReadonlyMap<number, string>;
}

/** Most lines over which one heading may be broken. */
const MAX_PIECES_OF_HEADING = 4;

/** Most lines of headings that are taken together. */
const MAX_HEADING_ROWS = 12;

/** Whether a row may be one of the lines of headings of a family: headings of its columns, and no figure. */
export function isHeadingRow(row: GridRow, family: Family, lookup: LabelLookup): boolean {
  let specific = 0;
  let matched = 0;
  let pieces = 0;
  let hasStub = false;
  for (const { source, own } of row.cells) {
    if (isCorner(source.text, family)) {
      hasStub = true;
      continue;
    }
    if (!own) continue;
    const { columns, row: asRow, generic, pieceOf } = lookup(source.text);
    if (columns.some((column) => column.family === family)) {
      matched += 1;
      if (!generic) specific += 1;
    } else if (pieceOf.includes(family)) {
      pieces += 1;
    } else if (asRow !== null || /^[\s\d.,０-９]+$/.test(source.text)) {
      return false;
    }
  }
  return specific > 0 || matched + pieces > 1 || (pieces > 0 && hasStub);
}

/** Whether a text is what the form prints above the row headings of a family. */
export function isCorner(text: string, { stub }: Family): boolean {
  return stub !== null && normalizeLabel(text) === normalizeLabel(stub);
}

/** How many of the leaf headings of a family occur in some rows, whatever remarks follow them. */
export function countNamed(rows: readonly GridRow[], family: Family, lookup: LabelLookup): number {
  const named = new Set<Heading>();
  for (const { cells } of rows) {
    for (const { source } of cells) {
      for (const { family: own, headings } of lookup(source.text).columns) {
        if (own === family) for (const heading of headings) if (childrenOf(heading).length === 0) named.add(heading);
      }
    }
  }
  return named.size;
}

/** The number of different last headings of a family. */
export function countHeadings(family: Family): number {
  return new Set(family.columns.map(({ path }) => leafOf(path).term.id)).size;
}

/**
 * Finds out which column of the document is which column of the form, from lines of headings. All columns of the form must
 * be there exactly once, and nothing else that has a heading; otherwise `null`.
 */
export function resolveColumns(rows: readonly GridRow[], family: Family, lookup: LabelLookup): ColumnLayout | null {
  const lines = rows.slice(-MAX_HEADING_ROWS);
  for (let from = 0; from < lines.length; from += 1) {
    const block = lines.slice(from);
    const layout = byPosition(block, family, lookup) ?? byOrder(block, family, lookup);
    if (layout !== null) return isBelow(lines.slice(0, from), block, layout, lookup) ? layout : null;
  }
  return null;
}

/**
 * Whether the groups named in lines above the headings are over their own columns or, if the lines are not aligned, in the order
 * of the form. Lines that lack a group do not show the columns, but where another is elsewhere, so are its columns.
 */
function isBelow(above: readonly GridRow[], block: readonly GridRow[], layout: ColumnLayout, lookup: LabelLookup): boolean {
  const { family } = layout;
  const { width, columns } = placesOf(block, layout, lookup);
  const isOver = (index: number | null | undefined, groups: readonly Heading[]): boolean =>
    index == null ||
    family.columns.some(
      (column) => column.index === index && column.path.some((own) => groups.some((group) => sameHeading(own, group))),
    );
  return above.every((row) => {
    const named = row.cells.flatMap((cell) => {
      const groups = headingsOf(cell.source.text, family, lookup).filter((heading) => childrenOf(heading).length > 0);
      return groups.length === 0 ? [] : [{ cell, groups }];
    });
    if (row.width !== width) {
      return isInOrder(named.map(({ groups }) => family.columns.findIndex(({ index }) => isOver(index, groups))));
    }
    return named.every(({ cell, groups }) => columns.slice(cell.start, cell.end).every((index) => isOver(index, groups)));
  });
}

/** The form column of each grid column, as the last headings show it. */
function placesOf(
  block: readonly GridRow[],
  { family, from, width, grid, order }: ColumnLayout,
  lookup: LabelLookup,
): { readonly width: number; readonly columns: readonly (number | null | undefined)[] } {
  if (from !== null) return { width, columns: [...Array.from({ length: from }, () => null), ...grid] };
  const last = block[block.length - 1];
  const columns: (number | null | undefined)[] = [];
  let next = 0;
  for (const { source, start, end } of last?.cells ?? []) {
    if (headingsOf(source.text, family, lookup).length === 0) continue;
    for (let column = start; column < end; column += 1) columns[column] = order[next];
    next += 1;
  }
  return { width: last?.width ?? 0, columns };
}

function headingsOf(text: string, family: Family, lookup: LabelLookup): readonly Heading[] {
  const { columns, unclear } = lookup(text);
  return unclear !== null ? [] : (columns.find((column) => column.family === family)?.headings ?? []);
}

/** Above an extra empty column there may be groups that extend over it, and nothing else. */
function isGroup(text: string, family: Family, lookup: LabelLookup): boolean {
  return headingsOf(text, family, lookup).some((heading) => childrenOf(heading).length > 0);
}

/** The headings above one grid column, from top to bottom. */
interface Stack {
  readonly texts: readonly string[];
  readonly bottom: GridCell | undefined;
}

function byPosition(rows: readonly GridRow[], family: Family, lookup: LabelLookup): ColumnLayout | null {
  const width = Math.max(...rows.map((row) => row.width));
  if (rows.some((row) => row.width !== width)) return null;
  const above = spreadGroups(rows, width, family, lookup);
  const grid: (number | null)[] = [];
  const order: (number | null)[] = [];
  const units = new Map<number, string>();
  const stub = new Set<string>();
  let from = -1;
  let last: GridCell | undefined;
  for (let column = 0; column < width; column += 1) {
    const { texts, bottom } = stackOf(rows, column);
    const headings = joined(texts, family, lookup);
    const found = columnOf(headings, above[column] ?? [], family, lookup);
    if (from < 0) {
      if (found === null) {
        for (const text of texts) stub.add(text);
        continue;
      }
      from = column;
    }
    if (found === null && !texts.every((text) => isGroup(text, family, lookup))) return null;
    grid.push(found?.index ?? null);
    if (bottom === undefined || bottom !== last) order.push(found?.index ?? null);
    last = bottom;
    const heading = headings[headings.length - 1] ?? "";
    if (found !== null) addUnit(units, found.index, heading, lookup);
  }
  const severalLines = rows.length > 1 || rows.some(({ cells }) => cells.some(({ own }) => !own));
  if (severalLines && !isInOrder(grid) && !groupsNamed(rows, family, lookup)) return null;
  return isWhole(grid, family) && isStub([...stub], family) ? { family, from, width, grid, order, moneyUnits: units } : null;
}

/** The unit that a heading names in a remark or, as that of the form, in its own words. */
function addUnit(units: Map<number, string>, index: number, heading: string, lookup: LabelLookup): void {
  const unit = lookup(heading).moneyUnit ?? (normalizeLabel(heading).endsWith(DEFAULT_MONEY_UNIT) ? DEFAULT_MONEY_UNIT : null);
  if (unit !== null) units.set(index, unit);
}

function isInOrder(found: readonly (number | null)[]): boolean {
  const indices = found.filter((index) => index !== null);
  return indices.every((index, i) => index >= (indices[i - 1] ?? 0));
}

/**
 * Whether every group of columns next to others has its heading. If one is missing from lines of headings, the columns
 * below it may have moved, and only the order of the form shows that they did not.
 */
function groupsNamed(rows: readonly GridRow[], family: Family, lookup: LabelLookup): boolean {
  const named = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ source }) => headingsOf(source.text, family, lookup).map(({ term }) => term))),
  );
  return family.columns.every(({ path }) =>
    path.every(
      ({ term }) => named.has(term) || family.columns.every((column) => column.path.some((above) => above.term === term)),
    ),
  );
}

function stackOf(rows: readonly GridRow[], column: number): Stack {
  const texts: string[] = [];
  let bottom: GridCell | undefined;
  for (const row of rows) {
    bottom = row.cells.find((cell) => cell.start <= column && column < cell.end);
    const text = bottom?.source.text ?? "";
    if (text !== "" && !texts.includes(text)) texts.push(text);
  }
  return { texts, bottom };
}

/**
 * For each grid column the group headings above it or, in the same line, to the left of it with nothing but empty
 * cells or headings without a group between: where spans are missing, a group reaches to the next one.
 */
function spreadGroups(
  rows: readonly GridRow[],
  width: number,
  family: Family,
  lookup: LabelLookup,
): readonly (readonly Heading[])[] {
  const spread: Heading[][] = Array.from({ length: width }, () => []);
  for (const row of rows) {
    let group: Heading | undefined;
    for (const cell of row.cells) {
      if (cell.source.text !== "")
        group = headingsOf(cell.source.text, family, lookup).find((heading) => childrenOf(heading).length > 0);
      for (let column = cell.start; column < cell.end; column += 1) if (group !== undefined) spread[column]?.push(group);
    }
  }
  return spread;
}

/** The headings above a grid column, where a heading is broken into pieces one below the other put together again. */
function joined(texts: readonly string[], family: Family, lookup: LabelLookup): readonly string[] {
  if (texts.every((text) => headingsOf(text, family, lookup).length > 0)) return texts;
  const whole: string[] = [];
  for (let from = 0; from < texts.length; ) {
    let to = Math.min(texts.length, from + MAX_PIECES_OF_HEADING);
    while (to > from + 1 && headingsOf(texts.slice(from, to).join(""), family, lookup).length === 0) to -= 1;
    whole.push(texts.slice(from, to).join(""));
    from = to;
  }
  return whole;
}

/** The one column of the form that the headings above a grid column name. */
function columnOf(texts: readonly string[], groups: readonly Heading[], family: Family, lookup: LabelLookup): FormColumn | null {
  const names = texts.map((text) => headingsOf(text, family, lookup));
  const leaves = names[names.length - 1] ?? [];
  const candidates = family.columns.filter(
    ({ path }) =>
      leaves.some((heading) => sameHeading(heading, leafOf(path))) &&
      names.every((headings) => headings.some((heading) => path.some((above) => sameHeading(above, heading)))),
  );
  const [only, ...others] = candidates;
  if (others.length === 0) return only ?? null;
  const narrowed = candidates.filter(({ path }) => groups.every((group) => path.some((above) => sameHeading(above, group))));
  return narrowed.length === 1 ? (narrowed[0] ?? null) : null;
}

/** Headings of a table `across` are separate objects for each record; they are compared by their term. */
function sameHeading(a: Heading, b: Heading): boolean {
  return a.term === b.term;
}

/** To the left of the figures is the corner text of the form, or one text in its place; never a second heading. */
function isStub(texts: readonly string[], family: Family): boolean {
  return texts.filter((text) => text !== "" && !isCorner(text, family)).length <= 1;
}

/** Every column of the form once, each in one stretch. */
function isWhole(found: readonly (number | null)[], family: Family): boolean {
  const stretches = found.filter((index, i) => index !== null && index !== found[i - 1]);
  return stretches.length === family.columns.length && new Set(stretches).size === stretches.length;
}

/**
 * Lines of headings without spans, as text dumps have them: below a group are its members, below a heading that extends
 * down is an empty cell or none.
 */
function byOrder(rows: readonly GridRow[], family: Family, lookup: LabelLookup): ColumnLayout | null {
  const [above = [], ...lines] = rows.map(ownTexts);
  let line = above;
  for (const below of lines) {
    const next = expand(line, below, family, lookup);
    if (next === null) return null;
    line = next;
  }
  const names = line.map((text) => headingsOf(text, family, lookup));
  const first = names.findIndex((headings) => headings.length > 0);
  const figures = names.slice(first);
  const inOrder =
    first >= 0 &&
    isStub(line.slice(0, first), family) &&
    figures.length === family.columns.length &&
    family.columns.every(({ path }, i) => figures[i]?.some((heading) => sameHeading(heading, leafOf(path))) === true);
  if (!inOrder) return null;
  const order = family.columns.map(({ index }) => index);
  // Columns of amounts have no groups: the lines that name them are aligned.
  return { family, from: null, width: 0, grid: [], order, moneyUnits: new Map() };
}

/** The texts of a row. A worksheet has empty cells after the last one, up to its widest row. */
function ownTexts({ cells }: GridRow): readonly string[] {
  const texts = cells.filter(({ own }) => own).map(({ source }) => source.text);
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

/** One line of headings with the groups replaced by their members from the line below. */
function expand(
  line: readonly string[],
  below: readonly string[],
  family: Family,
  lookup: LabelLookup,
): readonly string[] | null {
  const result: string[] = [];
  let next = 0;
  for (const text of line) {
    const group = headingsOf(text, family, lookup).find((heading) => childrenOf(heading).length > 0);
    if (group === undefined) {
      if (below[next] === "") next += 1;
      result.push(text);
      continue;
    }
    for (const child of membersOf(group, family)) {
      const member = below[next] ?? "";
      if (!headingsOf(member, family, lookup).some((heading) => sameHeading(heading, child))) return null;
      result.push(member);
      next += 1;
    }
  }
  return next === below.length ? result : null;
}

/** What the form prints below a heading, in its order. */
function membersOf(group: Heading, family: Family): readonly Heading[] {
  const members: Heading[] = [];
  for (const { path } of family.columns) {
    const at = path.findIndex((heading) => sameHeading(heading, group));
    const member = at < 0 ? undefined : path[at + 1];
    if (member !== undefined && !members.some((known) => sameHeading(known, member))) members.push(member);
  }
  return members;
}
