import { rulesOf } from "../check/rulesOf.js";
import { printedHeading } from "../form/cells.js";
import { cellLabel, describeForm, type EditionId, editionIds } from "../form/form.js";
import { headItems } from "../form/headTerms.js";
import { formatCitation } from "../form/sources.js";
import { sidesOf } from "../rules/linear.js";
import type { LinearRule, ListedRule } from "../rules/types.js";
import { linkRulesOf } from "../series/rules.js";
import { literal } from "./names.js";
import type { SqlStatement } from "./types.js";

type Row = readonly (string | number | null)[];

/** Rows of one statement: whole scripts stay easy to read, and no statement grows without end. */
const ROWS_AT_ONCE = 200;

/** No number, and no text, of the type that the databases take for it. */
export const NO_NUMBER = "nullif(0, 0)";
export const NO_TEXT = "nullif('', '')";

/** The statement that makes a view. */
export function view(name: string, sql: string): SqlStatement {
  return { name, kind: "view", sql: `CREATE VIEW ${name} AS\n${sql}` };
}

/** A column of a table of the form: its name, its type, what it says. */
export type FormColumn = readonly [name: string, type: string, comment: string];

/** The tables that hold the form and its rules, with what stands in them. */
export interface FormTableRows {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly FormColumn[];
  readonly key: readonly string[];
  readonly rows: readonly Row[];
}

/** Figures, rules and terms of the editions, as tables. */
export function formTables(editions: readonly EditionId[]): readonly FormTableRows[] {
  return [
    {
      name: "form_cell",
      comment: "格式的全部数字：一行一个",
      columns: [
        ["edition", "VARCHAR(8) NOT NULL", headItems.edition.label],
        ["address", "VARCHAR(128) NOT NULL", "指标的固定地址"],
        ["table_no", "VARCHAR(8) NOT NULL", "表的中文序号"],
        ["row_no", "INTEGER NOT NULL", "数据行，从1起"],
        ["column_no", "INTEGER NOT NULL", "数据列，从1起"],
        ["unit", "VARCHAR(8) NOT NULL", "计量方式：count为件数，change为增减，amount为万元"],
        ["row_label", "VARCHAR(512) NOT NULL", "表上所印的行标题"],
        ["column_label", "VARCHAR(512) NOT NULL", "表上所印的列标题"],
        ["label_zh", "VARCHAR(512) NOT NULL", "名称"],
        ["label_en", "VARCHAR(512) NOT NULL", "英文名称"],
      ],
      key: ["edition", "address"],
      rows: editions.flatMap(cellRows),
    },
    {
      name: "form_rule",
      comment: "全部规则：一行一条",
      columns: [
        ["edition", "VARCHAR(8) NOT NULL", headItems.edition.label],
        ["rule_id", "VARCHAR(128) NOT NULL", "规则标识"],
        ["family", "VARCHAR(32) NOT NULL", "规则类别"],
        ["rule_scope", "VARCHAR(8) NOT NULL", "范围：report为单份报告，years为跨年度，levels为跨层级"],
        ["rule_kind", "VARCHAR(8) NOT NULL", "linear为加减关系，domain为值域，function为其他条件（数据库内不判断）"],
        ["severity", "VARCHAR(8) NOT NULL", "严重程度：error为错误，warning为疑问，advice为提示"],
        ["basis", "VARCHAR(16) NOT NULL", "由来：stated为明文，definitional为定义，heuristic为经验"],
        ["relation", "VARCHAR(2)", "加减关系各项之和与常数的关系"],
        ["constant_term", "BIGINT", "常数"],
        ["address", "VARCHAR(128)", "值域规则所指的数字"],
        ["min_figure", "BIGINT", "值域的最小值"],
        ["statement_zh", "VARCHAR(1024) NOT NULL", "规则的内容"],
        ["statement_en", "VARCHAR(1024) NOT NULL", "规则的英文内容"],
        ["citation", "VARCHAR(512) NOT NULL", "依据"],
      ],
      key: ["edition", "rule_id"],
      rows: editions.flatMap((edition) => rulesOf(edition).map((rule) => ruleRow(edition, rule))),
    },
    {
      name: "form_term",
      comment: "加减关系的各项：系数与数字的乘积之和",
      columns: [
        ["edition", "VARCHAR(8) NOT NULL", headItems.edition.label],
        ["rule_id", "VARCHAR(128) NOT NULL", "规则标识"],
        ["term_no", "INTEGER NOT NULL", "项的序号，从1起"],
        ["report_role", "VARCHAR(8) NOT NULL", "哪份报告的数字：this为本报告，previous为上年报告，children为下级报告之和"],
        ["address", "VARCHAR(128) NOT NULL", "数字的地址"],
        ["coefficient", "INTEGER NOT NULL", "系数：1或-1"],
        ["side", "VARCHAR(5) NOT NULL", "写在等号（不等号）的哪一侧：left为左，right为右"],
      ],
      key: ["edition", "rule_id", "term_no"],
      rows: editions.flatMap((edition) => rulesOf(edition, { kind: "linear" }).flatMap((rule) => termRows(edition, rule))),
    },
    {
      name: "form_rule_previous",
      comment: "跨年度规则适用于哪一版的上年报告",
      columns: [
        ["edition", "VARCHAR(8) NOT NULL", `本年报告的${headItems.edition.label}`],
        ["rule_id", "VARCHAR(128) NOT NULL", "规则标识"],
        ["previous_edition", "VARCHAR(8) NOT NULL", `上年报告的${headItems.edition.label}`],
      ],
      key: ["edition", "rule_id", "previous_edition"],
      rows: editions.flatMap((edition) =>
        editionIds.flatMap((previous) => linkRulesOf(previous, edition).rules.map(({ id }) => [edition, id, previous])),
      ),
    },
  ];
}

function cellRows(edition: EditionId): readonly Row[] {
  const headings = (path: Parameters<typeof printedHeading>[0][]): string => path.map(printedHeading).join(" / ");
  return describeForm(edition).cells.map((cell) => [
    edition,
    cell.address,
    cell.coordinate.table,
    cell.coordinate.row,
    cell.coordinate.column,
    cell.unit,
    headings([...cell.recordPath]),
    headings([...cell.fieldPath]),
    cellLabel(cell, "zh"),
    cellLabel(cell, "en"),
  ]);
}

function ruleRow(edition: EditionId, rule: ListedRule): Row {
  const { id, family, scope, kind, severity, basis, statement, citation } = rule;
  const linear = rule.kind === "linear" ? [rule.relation, rule.constant] : [null, null];
  const domain = rule.kind === "domain" ? [rule.cells[0] ?? null, rule.min] : [null, null];
  const words = [statement.zh, statement.en, citation.map(formatCitation).join("、")];
  return [edition, id, family, scope, kind, severity, basis, ...linear, ...domain, ...words];
}

function termRows(edition: EditionId, rule: LinearRule): readonly Row[] {
  const left = sidesOf(rule).left.length;
  return rule.terms.map(([coefficient, address, report], i) => [
    edition,
    rule.id,
    i + 1,
    report,
    address,
    coefficient,
    i < left ? "left" : "right",
  ]);
}

/** The statements that make the tables of the form and fill them. */
export function formStatements(editions: readonly EditionId[]): readonly SqlStatement[] {
  return formTables(editions).flatMap(({ name, comment, columns, key, rows }) => [
    createTable(name, [...columns.map(([column, type]) => `${column} ${type}`), `PRIMARY KEY (${key.join(", ")})`]),
    ...commentsOn(name, comment, columns),
    ...chunks(rows).map(
      (some): SqlStatement => ({
        name,
        kind: "rows",
        sql: `INSERT INTO ${name} (${columns.map(([column]) => column).join(", ")}) VALUES\n${some
          .map((row) => `  (${row.map(literal).join(", ")})`)
          .join(",\n")}`,
      }),
    ),
  ]);
}

function chunks(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) =>
    rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
  );
}

/** A table of columns as they are given. */
export function createTable(name: string, columns: readonly string[]): SqlStatement {
  return { name, kind: "table", sql: `CREATE TABLE ${name} (\n${columns.map((column) => `  ${column}`).join(",\n")}\n)` };
}

/** What a table and its columns hold, in Chinese. */
export function commentsOn(table: string, comment: string, columns: readonly FormColumn[]): readonly SqlStatement[] {
  return [
    { name: table, kind: "comment", sql: `COMMENT ON TABLE ${table} IS ${literal(comment)}` },
    ...columns.map(
      ([column, , said]): SqlStatement => ({
        name: table,
        kind: "comment",
        sql: `COMMENT ON COLUMN ${table}.${column} IS ${literal(said)}`,
      }),
    ),
  ];
}
