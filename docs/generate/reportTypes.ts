import { type Cell, leafOf, printedHeading } from "../../src/form/cells.js";
import { describeForm, type EditionId, editionIds, type FormRecord, type FormTable } from "../../src/form/form.js";
import { sectionNumbered } from "../../src/form/sections.js";
import { type Citation, formatCitation } from "../../src/form/sources.js";
import type { Unit } from "../../src/form/types.js";

const HEAD = "// Generated from the form by `npm run generate`. Do not edit.";

/** What a figure is held as, and in which unit it is printed. */
const UNITS: Readonly<Record<Unit, { readonly type: string; readonly zh: string; readonly en: string }>> = {
  count: { type: "number", zh: "件", en: "count" },
  change: { type: "number", zh: "减为负数", en: "signed" },
  amount: { type: "string", zh: "万元", en: "10,000 yuan" },
};

/** A heading with its unit, which is left out where the heading states it. */
const withUnit = (heading: string, unit: string, [open, close]: readonly [string, string]): string =>
  heading.includes(unit) ? heading : heading + open + unit + close;

const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const comment = (text: string): string => `/** ${text} */`;

/** A heading with the one above it: enough to know it by. */
const path = (headings: Cell["recordPath"], language: "zh" | "en"): string =>
  headings
    .slice(-2)
    .map((heading) => (language === "zh" ? printedHeading(heading) : heading.term.english))
    .join(" / ");

function citationsOf(cell: Cell): string {
  const basis: readonly Citation[] = [...cell.recordPath].reverse().find(({ term }) => term.basis.length > 0)?.term.basis ?? [];
  return basis.length === 0 ? "" : `${basis.map(formatCitation).join("、")}。`;
}

/** Where a record is printed: a row of its own, or a stretch of columns in a row that it shares. */
function placeOf({ cells }: FormRecord, shared: boolean): string {
  const [first] = cells;
  const last = cells[cells.length - 1];
  if (first === undefined || last === undefined) return "";
  const { table, row, column } = first.coordinate;
  return `表${table}第${row}行${shared ? `第${column}至${last.coordinate.column}列` : ""}`;
}

function figureComment(cell: Cell): string {
  const { table, row, column } = cell.coordinate;
  const unit = UNITS[cell.unit];
  const zh = withUnit(`${path(cell.recordPath, "zh")}，${path(cell.fieldPath, "zh")}`, unit.zh, ["（", "）"]);
  const en = withUnit(`${path(cell.recordPath, "en")}; ${path(cell.fieldPath, "en")}`, unit.en, [" (", ")"]);
  return comment(
    `表${table}第${row}行第${column}列：${zh}。${citationsOf(cell)}${en}${cell.unit === "amount" ? ", as a decimal string" : ""}.`,
  );
}

function recordComment(record: FormRecord, shared: boolean): string {
  const [cell] = record.cells;
  if (cell === undefined) return "";
  return comment(
    `${placeOf(record, shared)}：${path(cell.recordPath, "zh")}。${citationsOf(cell)}${path(cell.recordPath, "en")}.`,
  );
}

function recordsOf(table: FormTable, each: (record: FormRecord) => string | null): string {
  const { records } = table;
  const shared = new Set(records.map(({ cells }) => cells[0]?.coordinate.row)).size < records.length;
  return records
    .flatMap((record) => {
      const member = each(record);
      return member === null ? [] : [`  ${recordComment(record, shared)}\n  readonly ${record.id}${member};`];
    })
    .join("\n");
}

function printed(cells: readonly Cell[]): string {
  const members = cells.map((cell) => `    ${figureComment(cell)}\n    readonly ${cell.field}: ${UNITS[cell.unit].type};`);
  return `: {\n${members.join("\n")}\n  }`;
}

const roleOf = (headings: Cell["recordPath"]): string => leafOf(headings).role;

/** What a builder takes of a record: what it computes is left out, what it only checks is optional. */
function counted({ cells }: FormRecord): string | null {
  const [first] = cells;
  if (first === undefined || roleOf(first.recordPath) === "concluded") return null;
  const optional = roleOf(first.recordPath) === "outflow" ? "?" : "";
  return optional + printed(cells.filter((cell) => roleOf(cell.fieldPath) !== "total"));
}

const titleOf = (edition: EditionId, { definition }: FormTable): string =>
  sectionNumbered(edition, definition.number)?.title ?? "";

function tableTypes(edition: EditionId, table: FormTable): string {
  const { id, number, english } = table.definition;
  const whole = `${pascal(id)}${edition}`;
  return [
    comment(`${number}、${titleOf(edition, table)}（${edition}年版）。Table ${number}, ${english}: every figure as printed.`),
    `export interface ${whole} {\n${recordsOf(table, ({ cells }) => printed(cells))}\n}`,
    "",
    comment(`What a builder takes for table ${number} of edition ${edition}: every figure that is counted. Totals are computed.`),
    `export interface ${pascal(id)}Input${edition} {\n${recordsOf(table, counted)}\n}`,
  ].join("\n");
}

/** The types of an edition's tables and of what a builder takes for them, with law and coordinate on every figure. */
export function reportTypesOf(edition: EditionId): string {
  const { tables } = describeForm(edition);
  const member = (suffix: string) => (table: FormTable) =>
    `  ${comment(`${titleOf(edition, table)} (${table.definition.english}).`)}\n  readonly ${table.definition.id}: ${pascal(table.definition.id)}${suffix}${edition};`;
  const draftMember = (table: FormTable) =>
    `  ${comment(`${titleOf(edition, table)} (${table.definition.english}).`)}\n  readonly ${table.definition.id}?: DraftTable<${pascal(table.definition.id)}${edition}>;`;
  return [
    HEAD,
    "",
    'import type { DraftHead, DraftTable, ReportHead } from "../head.js";',
    "",
    ...tables.flatMap((table) => [tableTypes(edition, table), ""]),
    comment(`${edition}年版的全部表格。All tables of edition ${edition}.`),
    `export interface Tables${edition} {\n${tables.map(member("")).join("\n")}\n}`,
    "",
    comment(`${edition}年版的年度报告：全部表格和文字。A filed report on edition ${edition}: complete, totals included.`),
    `export interface Report${edition} extends ReportHead, Tables${edition} {\n  readonly edition: "${edition}";\n}`,
    "",
    comment(
      `${edition}年版的草稿：除版本外均可暂缺，数字可为空白（null）。A report on edition ${edition} in which anything may be missing.`,
    ),
    `export interface Draft${edition} extends DraftHead {\n  readonly edition: "${edition}";\n${tables.map(draftMember).join("\n")}\n}`,
    "",
    comment(`What a builder takes for the tables of edition ${edition}.`),
    `export interface TablesInput${edition} {\n${tables.map(member("Input")).join("\n")}\n}`,
    "",
  ].join("\n");
}

/** The file that knows the types of every edition. */
export function reportTypesIndex(): string {
  const sorted = [...editionIds].sort();
  return [
    HEAD,
    "",
    ...sorted.map((id) => `import type { Draft${id}, Report${id}, Tables${id}, TablesInput${id} } from "./edition${id}.js";`),
    "",
    ...sorted.flatMap((id) => {
      const names = describeForm(id)
        .tables.flatMap(({ definition }) => [`${pascal(definition.id)}${id}`, `${pascal(definition.id)}Input${id}`])
        .concat([`Draft${id}`, `Report${id}`, `Tables${id}`, `TablesInput${id}`])
        .sort();
      return [`export type {\n${names.map((name) => `  ${name},`).join("\n")}\n} from "./edition${id}.js";`];
    }),
    "",
    "/** The tables of each edition. */",
    `export interface TablesByEdition {\n${sorted.map((id) => `  readonly "${id}": Tables${id};`).join("\n")}\n}`,
    "",
    "/** The report of each edition. */",
    `export interface ReportByEdition {\n${sorted.map((id) => `  readonly "${id}": Report${id};`).join("\n")}\n}`,
    "",
    "/** The draft of each edition. */",
    `export interface DraftByEdition {\n${sorted.map((id) => `  readonly "${id}": Draft${id};`).join("\n")}\n}`,
    "",
    "/** What a builder takes for the tables of each edition. */",
    `export interface TablesInputByEdition {\n${sorted.map((id) => `  readonly "${id}": TablesInput${id};`).join("\n")}\n}`,
    "",
  ].join("\n");
}
