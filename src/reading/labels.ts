import { aliasesOf } from "../form/aliases.js";
import { type Cell, childrenOf, columnHeadings, leafOf, leafPaths, type Path, printedHeading } from "../form/cells.js";
import { describeForm, type EditionId, editionIds, type Form } from "../form/form.js";
import type { Heading, Panel, TableForm } from "../form/types.js";
import { type LabelText, labelText, normalizeLabel } from "./labelText.js";
import { hasAmounts, readRemark } from "./remarks.js";

/** A column of figures of a table, and the headings above it. */
export interface FormColumn {
  readonly index: number;
  readonly path: Path;
}

/** A row of figures as it is printed: in a table `down` one record, in a table `across` all of them side by side. */
export interface FormRow {
  /** Place among the rows of its table, from 0. */
  readonly index: number;
  /** Headings of the row, outermost first; empty where rows have none. */
  readonly path: Path;
  readonly family: Family;
  /** The figures of the row, one for each column of the family. */
  readonly cells: readonly Cell[];
}

/** The parts of a table that have the same column headings, and so can be distinguished by their rows only. */
export interface Family {
  readonly index: number;
  readonly table: TableForm;
  readonly stub: string | null;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

/** What a text may be in a family of columns. */
export interface ColumnMatch {
  readonly family: Family;
  readonly headings: readonly Heading[];
}

/** What a text may be as the heading of a row: rows of figures, groups of rows, or nothing of the form. */
export interface RowMatch {
  readonly rows: readonly FormRow[];
  readonly groups: readonly Heading[];
  /** The numbering that was printed before it, normalized; "" where there was none. */
  readonly marker: string;
}

/** What a text of a document may be on a form. */
export interface LabelMatch {
  readonly columns: readonly ColumnMatch[];
  readonly row: RowMatch | null;
  /** A unit of money that a remark of the label names, such as 元 in `收费金额（单位：元）`. */
  readonly moneyUnit: string | null;
  /** A remark that may mean other figures, such as 上年 in `行政许可（上年）`; `null` if all remarks are understood. */
  readonly unclear: string | null;
  /** Whether the form prints the label in more than one place, so that the text alone is ambiguous. */
  readonly generic: boolean;
  /** The families with a column heading that begins or ends so: the rest may be in the line above or below. */
  readonly pieceOf: readonly Family[];
}

/** All labels of an edition, for looking up what a text is. */
export interface Vocabulary extends Labels {
  /** What the headings of the form are as it prints them, which most documents do to the letter. */
  readonly printed: ReadonlyMap<string, LabelMatch>;
}

interface Labels {
  readonly form: Form;
  readonly families: readonly Family[];
  readonly rows: readonly FormRow[];
  /** Labels that the form prints in more than one place, so that a text alone is ambiguous. */
  readonly generic: ReadonlySet<string>;
  readonly columnHeadings: ReadonlyMap<string, readonly ColumnMatch[]>;
  readonly rowHeadings: ReadonlyMap<string, { readonly rows: readonly FormRow[]; readonly groups: readonly Heading[] }>;
  /** What the last headings of columns begin or end with. */
  readonly pieces: ReadonlyMap<string, readonly Family[]>;
  /** Group headings by normalized label, longest first, to find one in front of the label of a row. */
  readonly groupLabels: readonly { readonly label: string; readonly heading: Heading }[];
}

function vocabularyOf(edition: EditionId): Vocabulary {
  const form = describeForm(edition);
  const families = form.tables
    .flatMap(({ definition, cells }) => familiesOf(definition, cells))
    .map((family, index) => indexed(family, index));
  const columns = new Map<string, Map<Family, Set<Heading>>>();
  const rowHeadings = new Map<string, { rows: FormRow[]; groups: Heading[] }>();
  const groups = new Map<string, Heading>();
  const uses = new Map<string, Set<string>>();
  const use = (label: string, where: string): void => {
    uses.set(label, (uses.get(label) ?? new Set()).add(where));
  };
  for (const family of families) {
    for (const column of family.columns) {
      for (const heading of column.path) {
        for (const label of labelsOf(heading)) {
          const byFamily = columns.get(label) ?? new Map<Family, Set<Heading>>();
          columns.set(label, byFamily.set(family, (byFamily.get(family) ?? new Set()).add(heading)));
          use(label, `column ${heading.term.id}`);
        }
      }
    }
    for (const row of family.rows) {
      for (const heading of row.path) {
        const leaf = heading === leafOf(row.path);
        for (const label of labelsOf(heading)) {
          use(label, `row ${heading.term.id}`);
          const entry = rowHeadings.get(label) ?? { rows: [], groups: [] };
          rowHeadings.set(label, entry);
          if (leaf) entry.rows.push(row);
          else if (!entry.groups.includes(heading)) entry.groups.push(heading);
          if (!leaf) groups.set(label, heading);
        }
      }
    }
  }
  const labels: Labels = {
    form,
    families,
    rows: families.flatMap((family) => family.rows),
    generic: new Set([...uses].filter(([, where]) => where.size > 1).map(([label]) => label)),
    columnHeadings: new Map(
      [...columns].map(([label, byFamily]) => [
        label,
        [...byFamily].map(([family, headings]) => ({ family, headings: [...headings] })),
      ]),
    ),
    rowHeadings,
    pieces: piecesOf(families),
    groupLabels: [...groups].map(([label, heading]) => ({ label, heading })).sort((a, b) => b.label.length - a.label.length),
  };
  return { ...labels, printed: printedLabels(labels) };
}

function printedLabels(labels: Labels): ReadonlyMap<string, LabelMatch> {
  const headings = labels.families.flatMap(({ columns, rows }) => [...columns, ...rows].flatMap(({ path }) => path));
  return new Map(
    [...new Set(headings.map(printedHeading))].flatMap((text) => {
      const label = labelText(text);
      return label === null ? [] : [[text, matchLabel(labels, label, null)] as const];
    }),
  );
}

/** Shortest piece of a heading that is recognized. */
const SHORTEST_PIECE = 2;

function piecesOf(families: readonly Family[]): ReadonlyMap<string, readonly Family[]> {
  const pieces = new Map<string, Set<Family>>();
  for (const family of families) {
    for (const label of family.columns.flatMap(({ path }) => [...labelsOf(leafOf(path))])) {
      for (let at = SHORTEST_PIECE; at < label.length; at += 1) {
        for (const piece of [label.slice(0, at), label.slice(-at)])
          pieces.set(piece, (pieces.get(piece) ?? new Set()).add(family));
      }
    }
  }
  return new Map([...pieces].map(([piece, own]) => [piece, [...own]]));
}

/** Every wording of a heading, normalized, without its numbering. */
function labelsOf({ term, note }: Heading): ReadonlySet<string> {
  const wordings = [term.label, ...aliasesOf(term)];
  return new Set([...wordings, ...(note === "" ? [] : wordings.map((wording) => wording + note))].map(normalizeLabel));
}

function familiesOf(table: TableForm, cells: readonly Cell[]): readonly Family[] {
  const bySignature = new Map<string, Panel[]>();
  for (const panel of table.panels) {
    const signature = leafPaths(columnHeadings(panel))
      .map((path) => path.map(({ term }) => term.id).join("/"))
      .join();
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), panel]);
  }
  let from = 0;
  const rowsOf = new Map<Panel, { path: Path; cells: readonly Cell[]; index: number }[]>();
  let index = 0;
  for (const panel of table.panels) {
    const width = leafPaths(columnHeadings(panel)).length;
    const paths: readonly Path[] = panel.direction === "across" ? [[]] : leafPaths(panel.records);
    rowsOf.set(
      panel,
      paths.map((path) => {
        const own = cells.slice(from, from + width);
        from += width;
        index += 1;
        return { path, cells: own, index: index - 1 };
      }),
    );
  }
  return [...bySignature.values()].map((panels) => {
    const [first] = panels;
    const paths = first === undefined ? [] : leafPaths(columnHeadings(first));
    const rows: FormRow[] = [];
    const family: Family = {
      index: 0,
      table,
      stub: first?.stub ?? null,
      columns: paths.map((path, column) => ({ index: column, path })),
      rows,
    };
    for (const panel of panels) rows.push(...(rowsOf.get(panel) ?? []).map((row) => ({ ...row, family })));
    return family;
  });
}

/** Gives a family its place among those of its edition; its rows point to the family they are in. */
function indexed(family: Family, index: number): Family {
  const rows: FormRow[] = [];
  const own: Family = { ...family, index, rows };
  rows.push(...family.rows.map((row) => ({ ...row, family: own })));
  return own;
}

/** What a text is that is nothing on the form. */
export const NO_MATCH: LabelMatch = { columns: [], row: null, moneyUnit: null, unclear: null, generic: false, pieceOf: [] };

/**
 * What a text is on the form: by its whole wording, never by a part of it. Only remarks in brackets at its end may be left out,
 * and these are read too. `year` is that of the report, where it is known.
 */
export function matchLabel(vocabulary: Labels, text: LabelText, year: number | null): LabelMatch {
  const { columnHeadings, rowHeadings, groupLabels } = vocabulary;
  const { whole, bares, marker } = text;
  const asColumn = columnHeadings.get(whole);
  const asRow = rowHeadings.get(whole);
  if (asColumn !== undefined || asRow !== undefined) {
    const generic = vocabulary.generic.has(whole);
    return { ...NO_MATCH, columns: asColumn ?? [], row: asRow === undefined ? null : { ...asRow, marker: "" }, generic };
  }
  for (const [count, bare] of bares.entries()) {
    const columns = marker === "" ? columnHeadings.get(bare) : undefined;
    const row = rowHeadings.get(bare) ?? behindGroup(rowHeadings, groupLabels, bare);
    if (columns === undefined && row === undefined) continue;
    const remarks = readRemarks(text.remarks.slice(0, count), columns, row, year);
    const generic = vocabulary.generic.has(bare);
    return { columns: columns ?? [], row: row === undefined ? null : { ...row, marker }, ...remarks, generic, pieceOf: [] };
  }
  const pieceOf = vocabulary.pieces.get(whole);
  return pieceOf === undefined ? NO_MATCH : { ...NO_MATCH, pieceOf };
}

function readRemarks(
  remarks: readonly string[],
  columns: readonly ColumnMatch[] | undefined,
  row: Omit<RowMatch, "marker"> | undefined,
  year: number | null,
): Pick<LabelMatch, "moneyUnit" | "unclear"> {
  let moneyUnit: string | null = null;
  const record = row?.rows[0];
  const heading = columns?.[0]?.headings[0] ?? (record === undefined ? row?.groups[0] : leafOf(record.path));
  if (heading === undefined) return { moneyUnit, unclear: remarks[0] ?? null };
  const amounts =
    columns === undefined ? record?.family.columns.every(({ path }) => hasAmounts(path)) === true : heading.unit === "amount";
  for (const remark of remarks) {
    const read = readRemark(remark, { heading, amounts, year });
    if (read.kind === "unclear" || (read.kind === "money" && moneyUnit !== null && moneyUnit !== read.unit))
      return { moneyUnit: null, unclear: remark };
    if (read.kind === "money") moneyUnit = read.unit;
  }
  return { moneyUnit, unclear: null };
}

const NUMERAL = /^[一二三四五六七八九十\d]{1,2}/;

type RowHeadings = Vocabulary["rowHeadings"];

/**
 * A row's label that shares a cell with the headings of its groups: `不予公开1属于国家秘密`. Behind the heading of a group only what
 * the form has in that group is looked for, so there are never more steps than the form has levels.
 */
function behindGroup(
  rowHeadings: RowHeadings,
  groupLabels: Vocabulary["groupLabels"],
  label: string,
  outer: Heading | null = null,
): { readonly rows: readonly FormRow[]; readonly groups: readonly Heading[] } | undefined {
  for (const { label: front, heading } of groupLabels) {
    if (outer !== null && !childrenOf(outer).includes(heading)) continue;
    if (!label.startsWith(front)) continue;
    const rest = label.slice(front.length);
    for (const candidate of new Set([rest, rest.replace(NUMERAL, "")])) {
      const found = rowHeadings.get(candidate) ?? behindGroup(rowHeadings, groupLabels, candidate, heading);
      const rows = found?.rows.filter((row) => row.path.includes(heading)) ?? [];
      if (rows.length > 0) return { rows, groups: [heading] };
    }
  }
  return undefined;
}

/** Vocabularies in the order in which editions are tried. */
export const allVocabularies: readonly Vocabulary[] = /* @__PURE__ */ (() => editionIds.map(vocabularyOf))();
