import { aliasesOf } from "../../form/aliases.js";
import { leafOf, type Path } from "../../form/cells.js";
import type { Heading } from "../../form/types.js";
import { allVocabularies, type Family, type FormColumn, type FormRow, type Vocabulary } from "../../reading/labels.js";
import { plainText } from "./plain.js";

/** A family of columns as a text may print it, with what is needed to find it there. */
export interface FlowFamily {
  readonly family: Family;
  /** Where the form has the records of this family side by side, but the text has them one below the other: the form's own. */
  readonly turned: Family | null;
  readonly rows: readonly FlowRow[];
  /** Headings above the figures, level by level, groups included. */
  readonly levels: readonly (readonly Heading[])[];
  /** The orders in which a text may print the headings one after the other. */
  readonly orders: readonly (readonly Heading[])[];
  /** What may precede the headings: the corner, and the lines across the table. */
  readonly before: readonly string[];
  /** Grid columns that the last figure of a row spans beyond its own. */
  readonly spare: number;
}

/** A row of figures with the wordings of its heading. */
export interface FlowRow {
  readonly row: FormRow;
  readonly wordings: readonly string[];
  /** The characters that its wordings end in. */
  readonly endings: string;
  /** Wordings of the groups that contain it, with their numbering. */
  readonly groups: readonly string[];
  /** Grid columns that its heading spans beyond its own. */
  readonly spare: number;
}

const wordingsKnown = new WeakMap<Heading, readonly string[]>();

/** Every wording of a heading as labels are compared, longest first; remarks may be left out, numbering is not included. */
export function wordingsOf(heading: Heading): readonly string[] {
  const known = wordingsKnown.get(heading);
  if (known !== undefined) return known;
  const { term, note } = heading;
  const all = [term.label, ...aliasesOf(term)].flatMap((wording) => (note === "" ? [wording] : [wording + note, wording]));
  const wordings = [...new Set(all.map(plainText))].sort((a, b) => b.length - a.length);
  wordingsKnown.set(heading, wordings);
  return wordings;
}

const familiesKnown = new WeakMap<Vocabulary, readonly FlowFamily[]>();

/** The families of an edition, and the turned ones of its tables that print records side by side. */
export function flowFamilies(vocabulary: Vocabulary): readonly FlowFamily[] {
  const known = familiesKnown.get(vocabulary);
  if (known !== undefined) return known;
  const families = vocabulary.families.flatMap((family) => [flowFamily(family, null), ...turnedFamilies(family)]);
  familiesKnown.set(vocabulary, families);
  return families;
}

function flowFamily(family: Family, turned: Family | null): FlowFamily {
  const depth = Math.max(...family.rows.map(({ path }) => path.length));
  const paths = family.columns.map(({ path }) => path);
  const levels = levelsOf(paths);
  const leaves = paths.map(leafOf);
  const named = new Set(leaves.map(({ term }) => term.id)).size === leaves.length;
  return {
    family,
    turned,
    rows: family.rows.map((row) => flowRow(row, depth)),
    levels,
    orders: [levels.flat(), ...(levels.length > 1 ? [depthFirst(paths), paths.flat(), ...(named ? [leaves] : [])] : [])],
    before: turned === null ? frontsOf(family) : [""],
    spare: depth === 1 && turned === null ? Math.max(0, family.table.widths.length - 1 - paths.length) : 0,
  };
}

function flowRow(row: FormRow, depth: number): FlowRow {
  const groups = row.path.slice(0, -1);
  const wordings = row.path.length === 0 ? [] : wordingsOf(leafOf(row.path));
  return {
    row,
    wordings,
    endings: [...new Set(wordings.map((wording) => wording.slice(-1)))].join(""),
    groups: groups.flatMap((group) => wordingsOf(group).map((wording) => plainText(group.marker) + wording)),
    spare: Math.max(0, depth - row.path.length),
  };
}

function frontsOf({ stub, table, columns }: Family): readonly string[] {
  if (columns.some(({ path }) => path.length > 1)) return [""];
  const banners = table.panels.flatMap(({ banner }) => banner ?? []);
  return [...(stub === null ? [] : [stub]), ...banners].map(plainText);
}

function levelsOf(paths: readonly Path[]): readonly (readonly Heading[])[] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => withoutRepeats(paths.flatMap((path) => path[level] ?? [])));
}

function depthFirst(paths: readonly Path[]): readonly Heading[] {
  return paths.flatMap((path, i) => path.filter((heading, level) => paths[i - 1]?.[level] !== heading));
}

/** Equal adjacent headings are one heading with a span. */
function withoutRepeats(headings: readonly Heading[]): readonly Heading[] {
  return headings.filter((heading, i) => heading !== headings[i - 1]);
}

/** For a table `across`: its records as rows, its fields as columns. */
function turnedFamilies(family: Family): readonly FlowFamily[] {
  const [only] = family.rows;
  if (only === undefined || only.path.length > 0) return [];
  const records = new Map<string, { path: Path; cells: FormRow["cells"][number][] }>();
  for (const cell of only.cells) {
    const record = records.get(cell.record) ?? { path: cell.recordPath, cells: [] };
    record.cells.push(cell);
    records.set(cell.record, record);
  }
  const [first] = records.values();
  const columns: FormColumn[] = (first?.cells ?? []).map(({ fieldPath }, index) => ({ index, path: fieldPath }));
  const rows: FormRow[] = [];
  const own: Family = { ...family, stub: null, columns, rows };
  rows.push(...[...records.values()].map(({ path, cells }, index) => ({ index, path, cells, family: own })));
  return [flowFamily(own, family)];
}

/** Wordings that head a row of figures in some edition, and no column in any. */
export const rowWordings: ReadonlySet<string> = /* @__PURE__ */ (() => {
  const rows = allVocabularies.flatMap((own) =>
    own.rows.flatMap(({ path }) => (path.length === 0 ? [] : wordingsOf(leafOf(path)))),
  );
  return new Set(rows.filter((wording) => !allVocabularies.some(({ columnHeadings }) => columnHeadings.has(wording))));
})();
