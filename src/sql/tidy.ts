import type { EditionId } from "../form/form.js";
import { headItems } from "../form/headTerms.js";
import { tidyColumns } from "../standard/tableSchema.js";
import { agencyKeyOf, type Writing } from "./dialects.js";
import { literal } from "./names.js";
import { commentsOn, createTable, type FormColumn, view } from "./rows.js";
import type { Dialect, SqlStatement } from "./types.js";

/** What tells the reports of a tidy table apart. */
const REPORT_KEY = ["file", "agency_code", "agency", "report_year", "edition"] as const;

/** A character that no field holds, between the parts of a key. */
const SEPARATOR = "chr(31)";

/** The head of a report: what every table of reports has, whatever its shape. */
export const HEAD = ["source_key", "file", "agency", "agency_code", "agency_level", "year_text", "edition"] as const;

/** Where a tidy table arrives, all of it as text, and how its lines are seen: an empty field is none. */
export function tidyStatements(): readonly SqlStatement[] {
  const columns = tidyColumns.map(({ name, description }): FormColumn => [name, "VARCHAR", description.zh]);
  const key = `concat(${REPORT_KEY.map((name) => `coalesce(${name}, '')`).join(`, ${SEPARATOR}, `)})`;
  return [
    createTable(
      "tidy",
      columns.map(([name, type]) => `${name} ${type}`),
    ),
    ...commentsOn("tidy", "整洁表：一行一个数字，全部以文本装入，再由装载语句转入各表", columns),
    view(
      "tidy_line",
      `SELECT t.*, ${key} AS source_key\nFROM (\n  SELECT ${tidyColumns
        .map(({ name }) => `nullif(${name}, '') AS ${name}`)
        .join(", ")}\n  FROM tidy\n) t`,
    ),
    view(
      "tidy_problem",
      [
        "SELECT t.*, '格式中没有这个版本或地址，未装入' AS problem",
        "FROM tidy_line t",
        "LEFT JOIN form_cell c ON c.edition = t.edition AND c.address = t.address",
        "WHERE c.address IS NULL",
      ].join("\n"),
    ),
  ];
}

/** The head of each report of a tidy table that is on one of the editions, and the number that it gets. */
export function headsOf(editions: readonly EditionId[], after: string): string {
  const key = ["source_key", ...REPORT_KEY].join(", ");
  return [
    `SELECT ${after} + row_number() OVER (ORDER BY source_key) AS report_id, source_key, file, agency, agency_code,`,
    "  max(agency_level) AS agency_level, report_year AS year_text, edition",
    "FROM tidy_line",
    `WHERE edition IN (${editions.map(literal).join(", ")})`,
    `GROUP BY ${key}`,
  ].join("\n");
}

/** The columns of a report in any table of reports. */
export function headColumns({ derived, matches }: Writing): readonly string[] {
  const year = `CASE WHEN ${matches("year_text", "[1-9][0-9]{3}")} THEN CAST(year_text AS INTEGER) END`;
  return [
    "report_id BIGINT PRIMARY KEY",
    "source_key VARCHAR NOT NULL UNIQUE",
    "file VARCHAR",
    "agency VARCHAR",
    derived("agency_key", "VARCHAR", agencyKeyOf("agency")),
    "agency_code VARCHAR",
    "agency_level VARCHAR",
    "year_text VARCHAR",
    derived("report_year", "INTEGER", year),
    "edition VARCHAR NOT NULL",
    "members_complete BOOLEAN DEFAULT FALSE NOT NULL",
  ];
}

/** What the columns of a report say. */
export const headComments: readonly FormColumn[] = [
  ["report_id", "", "报告的编号"],
  ["source_key", "", "报告在来源中的标识，同一来源不得装入两次"],
  ["file", "", "报告所在的文件"],
  ["agency", "", "机关名称"],
  ["agency_key", "", "用于比较的机关名称：全角转半角，去除空格；由数据库计算"],
  ["agency_code", "", headItems.unifiedSocialCreditCode.label],
  ["agency_level", "", "机关的行政层级"],
  ["year_text", "", "报告年度的文本"],
  ["report_year", "", "报告的年度，由文本得出；不是四位数字的为空"],
  ["edition", "", "所用格式的版本"],
  ["members_complete", "", "report_member所列下级报告是否齐全"],
];

/** Which reports a report adds up. */
export function memberStatements(): readonly SqlStatement[] {
  const columns: readonly FormColumn[] = [
    ["report_id", "BIGINT NOT NULL", "汇总报告的编号"],
    ["member_id", "BIGINT NOT NULL", "被汇总的下级报告的编号；本级自身的数字另成一份报告的，也在其中"],
  ];
  return [
    createTable("report_member", [
      ...columns.map(([name, type]) => `${name} ${type}`),
      "PRIMARY KEY (report_id, member_id)",
      "CHECK (report_id <> member_id)",
    ]),
    ...commentsOn("report_member", "汇总关系：一行一份下级报告", columns),
  ];
}

/** Removes from the tidy table what was taken over; what was not stays there to be looked at. */
export const emptyTidy: SqlStatement = {
  name: "tidy",
  kind: "load",
  sql: "DELETE FROM tidy WHERE EXISTS (SELECT 1 FROM form_cell c WHERE c.edition = tidy.edition AND c.address = tidy.address)",
};

/** Lets PostgreSQL count what there is: without that it takes new tables for small ones and joins them row by row. */
export function counted(dialect: Dialect, tables: readonly string[]): readonly SqlStatement[] {
  const all = ["form_cell", "form_rule", "form_term", "form_rule_previous", "report_member", ...tables];
  return dialect === "postgres" ? [{ name: "tidy", kind: "load", sql: `ANALYZE ${all.join(", ")}` }] : [];
}
