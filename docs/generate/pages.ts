import { rulesOf } from "../../src/check.js";
import { aliasesOf } from "../../src/form/aliases.js";
import { layoutOf } from "../../src/form/layout.js";
import { sectionsOf } from "../../src/form/sections.js";
import * as terms from "../../src/form/terms.js";
import {
  type Cell,
  describeForm,
  type EditionId,
  editionIds,
  formatCitation,
  type ListedRule,
  printedHeading,
  type Scope,
  sources,
  type Term,
  type Unit,
} from "../../src/index.js";

type Row = readonly string[];

const escaped = (text: string): string => text.replace(/\|/g, "\\|");

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const NOTICE = "<!-- Generated from the form's data by `npm run generate`. Do not edit. -->";

const UNITS: Readonly<Record<Unit, string>> = {
  count: "count 件",
  change: "signed change 增/减",
  amount: "amount in 10,000 yuan 万元",
};

function basisOf(term: Term): string {
  return term.basis.map(formatCitation).join("、");
}

/** The page of the official form: every section, code list and figure of each edition. */
export function formPage(): string {
  return [
    NOTICE,
    "",
    "# The form 格式",
    "",
    "The official form of 政府信息公开工作年度报告 as this library states it: sections, code lists, and every figure with its stable address and its official coordinate (table, row, column, from 1).",
    "",
    ...editionIds.flatMap(editionPart),
    "## Code lists 代码表",
    "",
    "The printed numbering (一、, （一）, 1.) belongs to the form and not to the term. Aliases are other wordings seen in published reports, which readers accept and nothing prints.",
    "",
    ...codeLists(),
  ].join("\n");
}

function editionPart(id: EditionId): readonly string[] {
  const form = describeForm(id);
  const source = sources[form.edition.source];
  const { from, to } = form.edition.years;
  return [
    `## Edition ${id}`,
    "",
    `${source.title}, ${source.number}, for report years ${from}${to === null ? " and later" : ` to ${to}`}. ${form.cells.length} figures.`,
    "",
    table(
      ["section", "title 标题", "english"],
      sectionsOf(id).map((section) => [section.number, section.title, section.english]),
    ),
    "",
    ...form.tables.flatMap((one) => {
      const { definition, cells } = one;
      const layout = layoutOf(one);
      return [
        `### Table ${definition.number} (\`${definition.id}\`), edition ${id}`,
        "",
        `${cells.length} figures on a printed grid of ${layout.rows} × ${layout.columns}.`,
        "",
        table(["row", "column", "address", "row heading 行", "column heading 列", "unit"], cells.map(figureRow)),
        "",
      ];
    }),
  ];
}

function figureRow(cell: Cell): Row {
  const name = (path: Cell["recordPath"]): string => path.map(printedHeading).join(" / ");
  const { row, column } = cell.coordinate;
  return [String(row), String(column), `\`${cell.address}\``, name(cell.recordPath), name(cell.fieldPath), UNITS[cell.unit]];
}

function codeLists(): readonly string[] {
  return Object.entries(terms).flatMap(([name, list]) => [
    `### \`${name}\``,
    "",
    table(
      ["id", "label 中文", "english", "basis 依据", "aliases 别名"],
      Object.values<Term>(list).map((term) => [
        `\`${term.id}\``,
        term.label,
        term.english,
        basisOf(term),
        aliasesOf(term).join("；"),
      ]),
    ),
    "",
  ]);
}

/** What each scope of rules is about. */
const SCOPES: Readonly<Record<Scope, string>> = {
  report: "one report 单份报告",
  years: "a report and that of the year before 跨年度",
  levels: "a report and those below it 上下级",
};

/** Families whose rules are one for each figure of a table, told in a sentence. */
const ONE_FOR_EACH: Readonly<Record<string, string>> = {
  domain: "the figure is one of its type, not less than the least, with no more decimals",
  level: "where all reports below are given: the parent’s figure = their sum",
  levelPart: "where some of them are given: the parent’s figure ≥ their sum; none for a signed figure",
};

/** The catalogue of all rules of each edition. */
export function rulesPage(): string {
  return [
    NOTICE,
    "",
    "# The rules 规则",
    "",
    "Every rule that there is, of every scope. `stated`: printed on the form or in the law. `definitional`: follows from what a total is. `heuristic`: a rule of experience. An identifier is never reused; a severity can be changed by a profile. `rulesOf` gives them as data.",
    "",
    ...editionIds.flatMap(editionRules),
  ].join("\n");
}

function editionRules(id: EditionId): readonly string[] {
  const rules = rulesOf(id);
  return [
    `## Edition ${id}: ${rules.length} rules`,
    "",
    ...(["report", "years", "levels"] as const).flatMap((scope) => {
      const own = rules.filter((rule) => rule.scope === scope);
      const listed = own.filter(({ family }) => !Object.hasOwn(ONE_FOR_EACH, family));
      return [
        `### Edition ${id}: ${SCOPES[scope]}`,
        "",
        table(["rule", "severity", "basis", "statement", "规则", "source"], listed.map(ruleRow)),
        "",
        ...Object.entries(ONE_FOR_EACH).flatMap(([family, sense]) => {
          const count = own.filter((rule) => rule.family === family).length;
          return count === 0 ? [] : [`${count} rules \`${family}.<address>\`, one for each figure: ${sense}.`, ""];
        }),
        ...(scope === "report" ? [domainTable(own), ""] : []),
      ];
    }),
  ];
}

/** The domains that there are, each with the figures that have it; those of the commonest are not named one by one. */
function domainTable(rules: readonly ListedRule[]): string {
  const figures = new Map<string, string[]>();
  for (const rule of rules) {
    if (rule.kind !== "domain") continue;
    const domain = JSON.stringify([rule.type, rule.min === null ? "none" : String(rule.min), String(rule.scale)]);
    figures.set(domain, [...(figures.get(domain) ?? []), ...rule.cells]);
  }
  const most = Math.max(...[...figures.values()].map(({ length }) => length));
  const rows = [...figures].map(([domain, addresses]): Row => {
    const named = addresses.length === most ? "all others" : addresses.map((address) => `\`${address}\``).join(", ");
    return [...(JSON.parse(domain) as readonly string[]), String(addresses.length), named];
  });
  return table(["type 类型", "least 最小值", "decimals 小数", "figures 数字", "which 哪些"], rows);
}

function ruleRow(rule: ListedRule): Row {
  const citation = rule.citation.map(formatCitation).join("、");
  return [`\`${rule.id}\``, rule.severity, rule.basis, rule.statement.en, rule.statement.zh, citation];
}
