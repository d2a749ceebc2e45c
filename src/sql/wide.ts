import { rulesOf } from "../check/rulesOf.js";
import type { Cell } from "../form/cells.js";
import { cellLabel, describeForm, type EditionId, formatCoordinate } from "../form/form.js";
import { describeUnit } from "../report/units.js";
import { sidesOf } from "../rules/linear.js";
import type { DomainRule, LinearRule, LinearTerm, Relation, ReportOfTerm } from "../rules/types.js";
import { linkRulesOf } from "../series/rules.js";
import { numberOf, type Writing } from "./dialects.js";
import { previousReports } from "./long.js";
import { columnOf, quoted, snake, textColumnOf } from "./names.js";
import { commentsOn, createTable, type FormColumn, NO_NUMBER, NO_TEXT, view } from "./rows.js";
import { counted, emptyTidy, HEAD, headColumns, headComments, headsOf } from "./tidy.js";
import type { Dialect, SqlStatement } from "./types.js";

const tableOf = (edition: EditionId): string => `report_${edition}`;

/** The tables and views of reports, one report a row. */
export function wideStatements(writing: Writing, editions: readonly EditionId[]): readonly SqlStatement[] {
  const successions = editions.flatMap((current) =>
    editions.flatMap((previous) => {
      const { rules } = linkRulesOf(previous, current);
      return rules.length === 0 ? [] : [{ current, previous, rules }];
    }),
  );
  return [
    ...editions.flatMap((edition) => reportTable(writing, edition)),
    ...editions.flatMap((edition) => [balanceView(edition), domainView(edition), statusView(edition)]),
    ...successions.flatMap(({ current, previous, rules }) => yearViews(current, previous, rules)),
    ...editions.flatMap((edition) => levelViews(edition)),
    ...editions.map((edition) =>
      findingView(
        edition,
        successions.filter(({ current }) => current === edition),
      ),
    ),
    unionOf("report_status", editions, "report_id, edition, status"),
    unionOf("finding", editions, FINDING_COLUMNS),
  ];
}

function unionOf(name: string, editions: readonly EditionId[], columns: string): SqlStatement {
  return view(name, editions.map((edition) => `SELECT ${columns} FROM ${name}_${edition}`).join("\nUNION ALL\n"));
}

function reportTable(writing: Writing, edition: EditionId): readonly SqlStatement[] {
  const { cells } = describeForm(edition);
  const name = tableOf(edition);
  const typed = cells.map((cell) => {
    const type = writing.figureOf(cell.unit);
    const number = numberOf(writing, textColumnOf(cell.address), cell.unit, type);
    return writing.stored === null ? `${columnOf(cell.address)} ${type}` : writing.stored(columnOf(cell.address), type, number);
  });
  const comment = (cell: Cell, column: string, more: string): FormColumn => [
    column,
    "",
    `${formatCoordinate(cell.coordinate, "zh")} ${cellLabel(cell, "zh")}（${describeUnit(cell.unit).zh}）${more}`,
  ];
  return [
    createTable(name, [...headColumns(writing), ...cells.map(({ address }) => `${textColumnOf(address)} VARCHAR`), ...typed]),
    ...commentsOn(name, `${edition}年版格式的报告：一行一份`, [
      ...headComments,
      ...cells.map((cell) => comment(cell, textColumnOf(cell.address), "：文本，空白为空")),
      ...cells.map((cell) => comment(cell, columnOf(cell.address), "：由文本得出的数值，文本不合规定的为空")),
    ]),
  ];
}

const OPPOSITE: Readonly<Record<Relation, string>> = { "=": "<>", "<=": ">", ">=": "<" };

/** A linear rule as two sides, the figures of each report under the alias of its table. */
interface Sides {
  readonly left: string;
  readonly right: string;
  readonly relation: Relation;
}

function sides(rule: LinearRule, alias: (report: ReportOfTerm) => string): Sides {
  const sum = (terms: readonly LinearTerm[], constant: number): string => {
    const added = terms.map(([coefficient, address, report], i) => {
      const sign = coefficient < 0 ? (i === 0 ? "-" : " - ") : i === 0 ? "" : " + ";
      return `${sign}${alias(report)}.${columnOf(address)}`;
    });
    return constant === 0 && added.length > 0 ? added.join("") : `${added.join("")} + ${constant}`;
  };
  const { left, right } = sidesOf(rule);
  return { left: sum(left, 0), right: sum(right, rule.constant), relation: rule.relation };
}

function outcomeOf({ left, right, relation }: Sides): string {
  return `CASE WHEN ${left} ${relation} ${right} THEN 'holds' WHEN ${left} ${OPPOSITE[relation]} ${right} THEN 'violated' ELSE 'undetermined' END`;
}

const balances = (edition: EditionId): readonly LinearRule[] => rulesOf(edition, { scope: "report", kind: "linear" });

const domains = (edition: EditionId): readonly DomainRule[] => rulesOf(edition, { kind: "domain" });

function columns(list: readonly (readonly [expression: string, name: string])[]): string {
  return list.map(([expression, name]) => `  ${expression} AS ${name}`).join(",\n");
}

function balanceView(edition: EditionId): SqlStatement {
  const outcomes = balances(edition).map((rule) => [outcomeOf(sides(rule, () => "r")), snake(rule.id)] as const);
  return view(`balance_verdict_${edition}`, `SELECT r.report_id,\n${columns(outcomes)}\nFROM ${tableOf(edition)} r`);
}

/** Whether a figure is of its domain, given that there is text; a number that does not fit its type was not derived. */
function within({ cells, min }: DomainRule, alias: string): string {
  const figure = `${alias}.${columnOf(cells[0] ?? "")}`;
  return min === null ? `${figure} IS NOT NULL` : `${figure} >= ${min}`;
}

const hasText = ({ cells }: DomainRule): string => `r.${textColumnOf(cells[0] ?? "")} IS NOT NULL`;

/** Whether a figure is there and not of its domain. */
function outside(rule: DomainRule): string {
  const figure = `r.${columnOf(rule.cells[0] ?? "")}`;
  const wrong = rule.min === null ? `${figure} IS NULL` : `(${figure} IS NULL OR ${figure} < ${rule.min})`;
  return `${hasText(rule)} AND ${wrong}`;
}

function domainView(edition: EditionId): SqlStatement {
  const outcomes = domains(edition).map((rule) => {
    const address = rule.cells[0] ?? "";
    const outcome = `CASE WHEN r.${textColumnOf(address)} IS NULL THEN 'undetermined' WHEN ${within(rule, "r")} THEN 'holds' ELSE 'violated' END`;
    return [outcome, columnOf(address)] as const;
  });
  return view(`domain_verdict_${edition}`, `SELECT r.report_id,\n${columns(outcomes)}\nFROM ${tableOf(edition)} r`);
}

/** The status of each report, looked at once: what is neither violated nor holds as a whole is undetermined. */
function statusView(edition: EditionId): SqlStatement {
  const hard = <R extends { readonly severity: string }>(rules: readonly R[]): readonly R[] =>
    rules.filter(({ severity }) => severity === "error");
  const linear = hard(balances(edition)).map((rule) => sides(rule, () => "r"));
  const ofDomain = hard(domains(edition));
  const violated = [
    ...linear.map(({ left, right, relation }) => `${left} ${OPPOSITE[relation]} ${right}`),
    ...ofDomain.map((rule) => `(${outside(rule)})`),
  ];
  const holds = [
    ...linear.map(({ left, right, relation }) => `${left} ${relation} ${right}`),
    ...ofDomain.map((rule) => within(rule, "r")),
  ];
  return view(
    `report_status_${edition}`,
    [
      "SELECT r.report_id, r.edition,",
      `  CASE WHEN ${violated.join("\n    OR ")} THEN 'unbalanced'`,
      `    WHEN ${holds.join("\n    AND ")} THEN 'balanced'`,
      "    ELSE 'undetermined' END AS status",
      `FROM ${tableOf(edition)} r`,
    ].join("\n"),
  );
}

const successionOf = (current: EditionId, previous: EditionId): string => `${current}_after_${previous}`;

function yearJoin(current: EditionId, previous: EditionId): string {
  return [
    `FROM report_previous_${successionOf(current, previous)} q`,
    `JOIN ${tableOf(current)} r ON r.report_id = q.report_id`,
    `JOIN ${tableOf(previous)} p ON p.report_id = q.previous_id`,
  ].join("\n");
}

const aliasOfYear = (report: ReportOfTerm): string => (report === "previous" ? "p" : "r");

function yearViews(current: EditionId, previous: EditionId, rules: readonly LinearRule[]): readonly SqlStatement[] {
  const outcomes = rules.map((rule) => [outcomeOf(sides(rule, aliasOfYear)), snake(rule.id)] as const);
  const name = successionOf(current, previous);
  return [
    view(`report_previous_${name}`, previousReports([[tableOf(current), tableOf(previous)]])),
    view(`year_verdict_${name}`, `SELECT q.report_id, q.previous_id,\n${columns(outcomes)}\n${yearJoin(current, previous)}`),
  ];
}

/** A figure within its domain; a change may have any sign. */
const figureOf = ({ unit, address }: Cell, alias: string): string => {
  const figure = `${alias}.${columnOf(address)}`;
  return unit === "change" ? figure : `CASE WHEN ${figure} >= 0 THEN ${figure} END`;
};

/** What the reports below have, each figure as its sum `s__` and how many of them have it `n__`; and the verdicts. */
function levelViews(edition: EditionId): readonly SqlStatement[] {
  const { cells } = describeForm(edition);
  const table = tableOf(edition);
  const counted = cells.flatMap((cell) => [
    [`sum(${figureOf(cell, "k")})`, `s__${columnOf(cell.address)}`] as const,
    [`count(${figureOf(cell, "k")})`, `n__${columnOf(cell.address)}`] as const,
  ]);
  return [
    view(
      `level_sum_${edition}`,
      `SELECT m.report_id, count(*) AS members,
  count(k.report_id) - count(DISTINCT coalesce(k.agency_code, k.agency_key, k.source_key))
    + sum(CASE WHEN k.agency_code = r.agency_code THEN 1 WHEN k.agency_key = r.agency_key THEN 1 ELSE 0 END) AS doubled,
${columns(counted)}
FROM report_member m
JOIN ${table} r ON r.report_id = m.report_id
LEFT JOIN ${table} k ON k.report_id = m.member_id
  AND (k.report_year = r.report_year OR k.report_year IS NULL OR r.report_year IS NULL)
GROUP BY m.report_id`,
    ),
    view(
      `level_verdict_${edition}`,
      `SELECT r.report_id, r.members_complete,\n${columns(cells.map((cell) => [levelOutcome(cell), columnOf(cell.address)]))}\n${levelJoin(edition)}`,
    ),
  ];
}

const levelJoin = (edition: EditionId): string =>
  `FROM ${tableOf(edition)} r\nJOIN level_sum_${edition} s ON s.report_id = r.report_id`;

/**
 * With a figure missing below, what there is of them is a bound: less than that is too little, unless figures may be negative. A set
 * in which one agency is twice cannot be added up.
 */
function levelOutcome(cell: Cell): string {
  const name = columnOf(cell.address);
  const figure = `r.${name}`;
  if (cell.unit === "change") {
    return `CASE WHEN r.members_complete THEN CASE WHEN s.doubled > 0 OR ${figure} IS NULL OR s.n__${name} < s.members THEN 'undetermined' WHEN ${figure} = s.s__${name} THEN 'holds' ELSE 'violated' END END`;
  }
  const unknown = `s.doubled > 0 OR ${figure} IS NULL OR ${figure} < 0`;
  return `CASE WHEN ${unknown} THEN 'undetermined' WHEN ${figure} < s.s__${name} THEN 'violated' WHEN s.n__${name} < s.members THEN 'undetermined' WHEN ${figure} = s.s__${name} OR NOT r.members_complete THEN 'holds' ELSE 'violated' END`;
}

const FINDING_COLUMNS =
  "report_id, previous_id, edition, rule_id, severity, expected, actual, difference, figure_text, statement_zh, statement_en";

interface Succession {
  readonly current: EditionId;
  readonly previous: EditionId;
  readonly rules: readonly LinearRule[];
}

/** A column of which the name is in another column. */
function chosen(by: string, list: readonly (readonly [key: string, expression: string])[]): string {
  return `CASE ${by}${list.map(([key, expression]) => `\n    WHEN ${quoted(key)} THEN ${expression}`).join("")} END`;
}

/** What is violated, a row each: reports in which something is are looked at once more, rule by rule. */
function findingView(edition: EditionId, successions: readonly Succession[]): SqlStatement {
  const linear = (
    rules: readonly LinearRule[],
    alias: (report: ReportOfTerm) => string,
    previous: string,
    from: string,
  ): string => {
    const worked = rules.map((rule) => ({ id: rule.id, ...sides(rule, alias) }));
    const any = worked.map(({ left, right, relation }) => `${left} ${OPPOSITE[relation]} ${right}`);
    return `SELECT v.report_id, v.previous_id, v.rule_id, v.expected, v.actual, ${NO_TEXT} AS figure_text
FROM (
  SELECT r.report_id, ${previous} AS previous_id, u.rule_id, u.relation,
  ${chosen(
    "u.rule_id",
    worked.map(({ id, left }) => [id, left]),
  )} AS expected,
  ${chosen(
    "u.rule_id",
    worked.map(({ id, right }) => [id, right]),
  )} AS actual
  ${from}
  JOIN form_rule u ON u.edition = r.edition AND u.rule_kind = 'linear' AND u.rule_scope <> 'levels'
  WHERE ${any.join("\n    OR ")}
) v
WHERE (v.relation = '=' AND v.expected <> v.actual) OR (v.relation = '<=' AND v.expected > v.actual)
  OR (v.relation = '>=' AND v.expected < v.actual)`;
  };
  const parts = [
    linear(balances(edition), () => "r", NO_NUMBER, `FROM ${tableOf(edition)} r`),
    domainFindings(edition),
    ...successions.map(({ current, previous, rules }) =>
      linear(rules, aliasOfYear, "q.previous_id", yearJoin(current, previous)),
    ),
    levelFindings(edition),
  ];
  return view(
    `finding_${edition}`,
    `SELECT v.report_id, v.previous_id, u.edition, v.rule_id, u.severity, v.expected, v.actual, v.actual - v.expected AS difference,
  v.figure_text, u.statement_zh, u.statement_en
FROM (
${parts.join("\nUNION ALL\n")}
) v
JOIN form_rule u ON u.edition = ${quoted(edition)} AND u.rule_id = v.rule_id`,
  );
}

function domainFindings(edition: EditionId): string {
  const rules = domains(edition);
  const byAddress = (columnName: (address: string) => string): string =>
    chosen(
      "u.address",
      rules.map(({ cells: [address = ""] }) => [address, `r.${columnName(address)}`]),
    );
  return `SELECT v.report_id, ${NO_NUMBER} AS previous_id, v.rule_id, ${NO_NUMBER} AS expected, ${NO_NUMBER} AS actual, v.figure_text
FROM (
  SELECT r.report_id, u.rule_id, u.min_figure,
  ${byAddress(textColumnOf)} AS figure_text,
  ${byAddress(columnOf)} AS figure
  FROM ${tableOf(edition)} r
  JOIN form_rule u ON u.edition = r.edition AND u.rule_kind = 'domain'
  WHERE ${rules.map((rule) => `(${outside(rule)})`).join("\n    OR ")}
) v
WHERE v.figure_text IS NOT NULL AND (v.figure IS NULL OR v.figure < v.min_figure)`;
}

function levelFindings(edition: EditionId): string {
  const { cells } = describeForm(edition);
  const byAddress = (expression: (cell: Cell) => string): string =>
    chosen(
      "t.address",
      cells.map((cell) => [cell.address, expression(cell)]),
    );
  return `SELECT v.report_id, ${NO_NUMBER} AS previous_id, v.rule_id, v.expected, v.actual, ${NO_TEXT} AS figure_text
FROM (
  SELECT r.report_id, u.rule_id,
  ${byAddress(({ address }) => `s.s__${columnOf(address)}`)} AS expected,
  ${byAddress((cell) => `r.${columnOf(cell.address)}`)} AS actual,
  ${byAddress(levelOutcome)} AS outcome
  ${levelJoin(edition)}
  JOIN form_rule u ON u.edition = r.edition AND u.rule_scope = 'levels'
    AND u.relation = CASE WHEN r.members_complete THEN '=' ELSE '>=' END
  JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id AND t.report_role = 'this'
) v
WHERE v.outcome = 'violated'`;
}

/** The statements that take a tidy table over. A figure that is there twice becomes a text that is none, so that it is seen. */
export function wideLoad(dialect: Dialect, writing: Writing, editions: readonly EditionId[]): readonly SqlStatement[] {
  const last = `greatest(${editions.map((edition) => `(SELECT coalesce(max(report_id), 0) FROM ${tableOf(edition)})`).join(", ")})`;
  return [
    ...editions.map((edition): SqlStatement => {
      const { cells } = describeForm(edition);
      const heads = HEAD.map((name) => `h.${name}`).join(", ");
      const figures =
        "SELECT source_key, address, CASE WHEN count(*) = 1 THEN max(figure_text) ELSE string_agg(coalesce(figure_text, ''), ' / ') END AS figure_text\n" +
        `  FROM tidy_line WHERE edition = ${quoted(edition)} GROUP BY source_key, address`;
      const addresses = cells.map(({ address }) => address);
      const { column, from } = pivoted[dialect];
      // Where the database does not derive the numbers itself, the statement that fills the table does.
      const numbers = writing.stored === null ? cells : [];
      const targets = [...HEAD, ...addresses.map(textColumnOf), ...numbers.map(({ address }) => columnOf(address))];
      const values = [
        ...addresses.map(column),
        ...numbers.map(({ address, unit }) => numberOf(writing, column(address), unit, writing.figureOf(unit))),
      ];
      return {
        name: tableOf(edition),
        kind: "load",
        sql: [
          `INSERT INTO ${tableOf(edition)} (report_id, ${targets.join(", ")})`,
          `SELECT h.report_id, ${heads}, ${values.join(", ")}`,
          `FROM (\n${headsOf([edition], last)}\n) h`,
          `JOIN (\n${from(figures, addresses)}\n) w ON w.source_key = h.source_key`,
        ].join("\n"),
      };
    }),
    emptyTidy,
    ...counted(dialect, editions.map(tableOf)),
  ];
}

/** How lines become columns, in one pass. */
const pivoted: Readonly<
  Record<
    Dialect,
    { readonly column: (address: string) => string; readonly from: (figures: string, addresses: readonly string[]) => string }
  >
> = {
  postgres: {
    column: (address) => `w.figures ->> ${quoted(address)}`,
    from: (figures) =>
      `SELECT source_key, jsonb_object_agg(address, figure_text) AS figures\nFROM (\n  ${figures}\n) f\nGROUP BY source_key`,
  },
  duckdb: {
    column: (address) => `w."${address}"`,
    from: (figures, addresses) =>
      `SELECT * FROM (\n  ${figures}\n) PIVOT (first(figure_text) FOR address IN (${addresses.map(quoted).join(", ")}) GROUP BY source_key)`,
  },
};
