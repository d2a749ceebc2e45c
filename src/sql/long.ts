import type { EditionId } from "../form/form.js";
import { numberOf, type Writing } from "./dialects.js";
import { commentsOn, createTable, type FormColumn, NO_NUMBER, NO_TEXT, view } from "./rows.js";
import { counted, emptyTidy, HEAD, headColumns, headComments, headsOf } from "./tidy.js";
import type { Dialect, SqlStatement } from "./types.js";

/** The tables and views of reports, one figure a row. */
export function longStatements(writing: Writing): readonly SqlStatement[] {
  const number = (unit: "amount" | "count"): string => numberOf(writing, "figure_text", unit, writing.figure);
  const figureColumns: readonly FormColumn[] = [
    ["report_id", "BIGINT NOT NULL", "报告的编号"],
    ["address", "VARCHAR(128) NOT NULL", "指标的固定地址"],
    ["unit", "VARCHAR(8) NOT NULL", "计量方式"],
    ["figure_text", "VARCHAR", "数字文本；空白为空"],
    ["raw_text", "VARCHAR", "文件中的原文"],
    ["cell_status", "VARCHAR", "该格读到了什么"],
    ["place", "VARCHAR", "在文件中的位置"],
  ];
  return [
    createTable("report", headColumns(writing)),
    ...commentsOn("report", "报告：一行一份", headComments),
    createTable("figure", [
      ...figureColumns.map(([name, type]) => `${name} ${type}`),
      writing.derived("figure", writing.figure, `CASE WHEN unit = 'amount' THEN ${number("amount")} ELSE ${number("count")} END`),
      "PRIMARY KEY (report_id, address)",
    ]),
    ...commentsOn("figure", "报告的数字：一行一个", [
      ...figureColumns,
      ["figure", "", "由文本得出的数值，由数据库计算；文本不合规定的为空，从不四舍五入"],
    ]),
    ...views,
  ];
}

/** The statements that take a tidy table over. */
export function longLoad(dialect: Dialect, editions: readonly EditionId[]): readonly SqlStatement[] {
  const heads = headsOf(editions, "(SELECT coalesce(max(report_id), 0) FROM report)");
  return [
    { name: "report", kind: "load", sql: `INSERT INTO report (report_id, ${HEAD.join(", ")})\n${heads}` },
    {
      name: "figure",
      kind: "load",
      sql: [
        "INSERT INTO figure (report_id, address, unit, figure_text, raw_text, cell_status, place)",
        "SELECT r.report_id, c.address, c.unit, t.figure_text, t.raw_text, t.cell_status, t.place",
        "FROM tidy_line t",
        "JOIN report r ON r.source_key = t.source_key",
        "JOIN form_cell c ON c.edition = t.edition AND c.address = t.address",
      ].join("\n"),
    },
    emptyTidy,
    ...counted(dialect, ["report", "figure"]),
  ];
}

/** What every view of verdicts has. Where there is nothing to say a column is empty. */
const COLUMNS = "report_id, previous_id, edition, rule_id, severity, outcome, expected, actual, figure_text";

const OUTCOME = [
  "CASE WHEN s.known < s.terms THEN 'undetermined'",
  "    WHEN s.relation = '=' AND s.expected = s.actual THEN 'holds'",
  "    WHEN s.relation = '<=' AND s.expected <= s.actual THEN 'holds'",
  "    WHEN s.relation = '>=' AND s.expected >= s.actual THEN 'holds'",
  "    ELSE 'violated' END AS outcome",
].join("\n");

/** The sides of a statement added up, over the rows of one rule and report. */
const SIDES = [
  "count(*) AS terms, count(f.figure) AS known,",
  "    sum(CASE WHEN t.side = 'left' THEN t.coefficient * f.figure ELSE 0 END) AS expected,",
  "    u.constant_term - sum(CASE WHEN t.side = 'right' THEN t.coefficient * f.figure ELSE 0 END) AS actual",
].join("\n");

const RULE = "u.edition, u.rule_id, u.severity, u.relation, u.constant_term";

/** A figure within its domain, counts and amounts that is, or changes of any sign. */
const within = (figure: string, unit: string): string => `CASE WHEN ${unit} = 'change' OR ${figure} >= 0 THEN ${figure} END`;

const verdicts = ["balance_verdict", "domain_verdict", "year_verdict", "level_verdict"];

const views: readonly SqlStatement[] = [
  view(
    "balance_verdict",
    `SELECT s.report_id, ${NO_NUMBER} AS previous_id, s.edition, s.rule_id, s.severity, ${OUTCOME},
  CASE WHEN s.known = s.terms THEN s.expected END AS expected,
  CASE WHEN s.known = s.terms THEN s.actual END AS actual, ${NO_TEXT} AS figure_text
FROM (
  SELECT r.report_id, ${RULE}, ${SIDES}
  FROM report r
  JOIN form_rule u ON u.edition = r.edition AND u.rule_scope = 'report' AND u.rule_kind = 'linear'
  JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id
  LEFT JOIN figure f ON f.report_id = r.report_id AND f.address = t.address
  GROUP BY r.report_id, ${RULE}
) s`,
  ),
  view(
    "domain_verdict",
    `SELECT r.report_id, ${NO_NUMBER} AS previous_id, u.edition, u.rule_id, u.severity,
  CASE WHEN f.figure_text IS NULL THEN 'undetermined'
    WHEN f.figure >= u.min_figure THEN 'holds'
    WHEN u.min_figure IS NULL AND f.figure IS NOT NULL THEN 'holds'
    ELSE 'violated' END AS outcome,
  ${NO_NUMBER} AS expected, ${NO_NUMBER} AS actual, f.figure_text
FROM report r
JOIN form_rule u ON u.edition = r.edition AND u.rule_kind = 'domain'
LEFT JOIN figure f ON f.report_id = r.report_id AND f.address = u.address`,
  ),
  view("report_previous", previousReports([["report", "report"]])),
  view(
    "year_verdict",
    `SELECT s.report_id, s.previous_id, s.edition, s.rule_id, s.severity, ${OUTCOME},
  CASE WHEN s.known = s.terms THEN s.expected END AS expected,
  CASE WHEN s.known = s.terms THEN s.actual END AS actual, ${NO_TEXT} AS figure_text
FROM (
  SELECT r.report_id, q.previous_id, ${RULE}, ${SIDES}
  FROM report_previous q
  JOIN report r ON r.report_id = q.report_id
  JOIN report p ON p.report_id = q.previous_id
  JOIN form_rule_previous v ON v.edition = r.edition AND v.previous_edition = p.edition
  JOIN form_rule u ON u.edition = v.edition AND u.rule_id = v.rule_id
  JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id
  LEFT JOIN figure f ON f.address = t.address
    AND f.report_id = CASE WHEN t.report_role = 'previous' THEN q.previous_id ELSE q.report_id END
  GROUP BY r.report_id, q.previous_id, ${RULE}
) s`,
  ),
  view(
    "level_set",
    `SELECT r.report_id, count(*) AS members,
  count(k.report_id) - count(DISTINCT coalesce(k.agency_code, k.agency_key, k.source_key))
    + sum(CASE WHEN k.agency_code = r.agency_code THEN 1 WHEN k.agency_key = r.agency_key THEN 1 ELSE 0 END) AS doubled
FROM report r
JOIN report_member m ON m.report_id = r.report_id
LEFT JOIN report k ON k.report_id = m.member_id
GROUP BY r.report_id`,
  ),
  view(
    "level_sum",
    `SELECT s.report_id, s.edition, s.address, s.unit, count(s.figure) AS known, sum(s.figure) AS figure
FROM (
  SELECT r.report_id, r.edition, c.address, c.unit, ${within("f.figure", "c.unit")} AS figure
  FROM report r
  JOIN report_member m ON m.report_id = r.report_id
  JOIN report k ON k.report_id = m.member_id AND k.edition = r.edition
    AND (k.report_year = r.report_year OR k.report_year IS NULL OR r.report_year IS NULL)
  JOIN form_cell c ON c.edition = r.edition
  LEFT JOIN figure f ON f.report_id = k.report_id AND f.address = c.address
) s
GROUP BY s.report_id, s.edition, s.address, s.unit`,
  ),
  view(
    "level_verdict",
    `SELECT r.report_id, ${NO_NUMBER} AS previous_id, u.edition, u.rule_id, u.severity,
  CASE WHEN n.doubled > 0 OR w.figure IS NULL THEN 'undetermined'
    WHEN s.known < n.members AND (s.unit = 'change' OR w.figure >= s.figure) THEN 'undetermined'
    WHEN s.known IS NULL OR s.figure IS NULL THEN 'undetermined'
    WHEN w.figure < s.figure THEN 'violated'
    WHEN w.figure = s.figure OR u.relation = '>=' THEN 'holds'
    ELSE 'violated' END AS outcome,
  s.figure AS expected, w.figure AS actual, ${NO_TEXT} AS figure_text
FROM report r
JOIN level_set n ON n.report_id = r.report_id
JOIN form_rule u ON u.edition = r.edition AND u.rule_scope = 'levels' AND u.rule_kind = 'linear'
  AND u.relation = CASE WHEN r.members_complete THEN '=' ELSE '>=' END
JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id AND t.report_role = 'this'
LEFT JOIN level_sum s ON s.report_id = r.report_id AND s.address = t.address
LEFT JOIN (
  SELECT f.report_id, f.address, ${within("f.figure", "f.unit")} AS figure
  FROM figure f
) w ON w.report_id = r.report_id AND w.address = t.address`,
  ),
  view("verdict", verdicts.map((name) => `SELECT ${COLUMNS} FROM ${name}`).join("\nUNION ALL\n")),
  view(
    "report_status",
    `SELECT v.report_id,
  CASE WHEN sum(CASE WHEN v.outcome = 'violated' THEN 1 ELSE 0 END) > 0 THEN 'unbalanced'
    WHEN sum(CASE WHEN v.outcome = 'undetermined' THEN 1 ELSE 0 END) > 0 THEN 'undetermined'
    ELSE 'balanced' END AS status
FROM (
  SELECT report_id, severity, outcome FROM balance_verdict
  UNION ALL
  SELECT report_id, severity, outcome FROM domain_verdict
) v
WHERE v.severity = 'error'
GROUP BY v.report_id`,
  ),
  view(
    "finding",
    `SELECT v.report_id, v.previous_id, v.edition, v.rule_id, v.severity, v.expected, v.actual, v.actual - v.expected AS difference,
  v.figure_text, u.statement_zh, u.statement_en
FROM verdict v
JOIN form_rule u ON u.edition = v.edition AND u.rule_id = v.rule_id
WHERE v.outcome = 'violated'`,
  ),
];

/**
 * Each report with that of the year before it of the same agency: by the code where both have one, else by the name. Two joins, each
 * on what is equal, since no database looks up an alternative quickly.
 */
export function previousReports(tables: readonly (readonly [current: string, previous: string])[]): string {
  return tables
    .flatMap(([current, previous]) => [
      `SELECT r.report_id, p.report_id AS previous_id
FROM ${current} r
JOIN ${previous} p ON p.report_year = r.report_year - 1 AND p.agency_code = r.agency_code`,
      `SELECT r.report_id, p.report_id AS previous_id
FROM ${current} r
JOIN ${previous} p ON p.report_year = r.report_year - 1 AND p.agency_key = r.agency_key
WHERE r.agency_code IS NULL OR p.agency_code IS NULL`,
    ])
    .join("\nUNION ALL\n");
}
