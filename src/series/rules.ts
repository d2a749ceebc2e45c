import type { Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type Form, headingsOf } from "../form/form.js";
import { yearLinks } from "../form/links.js";
import type { LinkTerm, YearLink } from "../form/types.js";
import type { FunctionRuleDescription, LinearRule, LinearTerm } from "../rules/types.js";

/** The links between two editions that can be checked, and the identifiers of those that cannot. */
export interface LinkRules {
  readonly rules: readonly LinearRule[];
  readonly notComparable: readonly string[];
}

/**
 * The rules between a report on one edition and next year's report on the same or another edition, and those that need a figure
 * which one of the two forms does not have.
 *
 * @example
 * ```ts
 * linkRulesOf("2021", "2021").rules.map((rule) => rule.id).slice(5, 9);
 * //=> ["carryOver.otherOrganization", "carryOver.total", "inForce.administrativeRules", "inForce.normativeDocuments"]
 * linkRulesOf("2019", "2021").notComparable.slice(0, 2); //=> ["inForce.administrativeRules", "inForce.normativeDocuments"]
 * ```
 */
export function linkRulesOf(previous: EditionId, current: EditionId): LinkRules {
  const forms = { previous: describeForm(previous), current: describeForm(current) };
  const rules: LinearRule[] = [];
  const notComparable: string[] = [];
  for (const link of linksOf(forms)) {
    for (const subject of subjectsOf(link, forms)) {
      const rule = linkRule(link, subject, forms);
      if (rule === null) notComparable.push(`${link.family}.${subject}`);
      else rules.push(rule);
    }
  }
  return { rules, notComparable };
}

type Forms = Readonly<Record<LinkTerm["year"], Form>>;

/** The links of either edition, each once. */
function linksOf({ previous, current }: Forms): readonly YearLink[] {
  const links = new Map<string, YearLink>();
  for (const { edition } of [current, previous]) for (const family of edition.links) links.set(family, yearLinks[family]);
  return [...links.values()];
}

/** The columns or rows that a link applies to: all in which either form has a figure of the link. */
function subjectsOf(link: YearLink, forms: Forms): readonly string[] {
  const terms = [...link.left, ...link.right];
  const found = terms.flatMap(({ year, term }) =>
    forms[year].cells
      .filter((cell) => cell.table === link.table && (link.along === "records" ? cell.record : cell.field) === term.id)
      .map((cell) => (link.along === "records" ? cell.field : cell.record)),
  );
  return [...new Set(found)];
}

function addressIn(link: YearLink, subject: string, { term }: LinkTerm): string {
  return link.along === "records" ? `${link.table}.${term.id}.${subject}` : `${link.table}.${subject}.${term.id}`;
}

function linkRule(link: YearLink, subject: string, forms: Forms): LinearRule | null {
  const terms = [...link.left, ...link.right];
  const cells: Cell[] = [];
  for (const term of terms) {
    const cell = forms[term.year].byAddress[addressIn(link, subject, term)];
    if (cell === undefined) return null;
    cells.push(cell);
  }
  const [first] = cells;
  if (first === undefined) return null;
  const { record, field } = headingsOf(first);
  const heading = link.along === "records" ? field : record;
  const linearTerm = (term: LinkTerm, side: 1 | -1): LinearTerm => [
    term.sign === side ? 1 : -1,
    addressIn(link, subject, term),
    term.year === "previous" ? "previous" : "this",
  ];
  return {
    kind: "linear",
    id: `${link.family}.${subject}`,
    family: link.family,
    scope: "years",
    severity: link.severity[heading.role] ?? "advice",
    basis: link.basis,
    citation: [{ source: forms.current.edition.source }],
    cells: [...new Set(cells.map((cell) => cell.address))],
    terms: [...link.left.map((term) => linearTerm(term, 1)), ...link.right.map((term) => linearTerm(term, -1))],
    relation: link.relation,
    constant: 0,
    right: link.right.length,
    statement: {
      zh: `${heading.term.label}：${sideInWords(link.left, "zh")} ${RELATION[link.relation]} ${sideInWords(link.right, "zh")}`,
      en: `${heading.term.english}: ${sideInWords(link.left, "en")} ${RELATION[link.relation]} ${sideInWords(link.right, "en")}`,
    },
  };
}

const RELATION = { "=": "=", "<=": "≤" } as const;

const YEARS = {
  previous: { zh: "上年报告", en: "last year’s" },
  current: { zh: "本年报告", en: "this year’s" },
} as const satisfies Record<LinkTerm["year"], Sentence>;

function sideInWords(terms: readonly LinkTerm[], language: "zh" | "en"): string {
  return terms
    .map(({ year, term, sign }, i) => {
      const name = language === "zh" ? `${YEARS[year].zh}“${term.label}”` : `${YEARS[year].en} “${term.english}”`;
      return (sign < 0 ? " − " : i > 0 ? " + " : "") + name;
    })
    .join("");
}

function sequence(
  id: string,
  severity: FunctionRuleDescription["severity"],
  basis: FunctionRuleDescription["basis"],
  statement: Sentence,
): FunctionRuleDescription {
  const citation = [{ source: "regulations", article: 49 }] as const;
  return {
    kind: "function",
    id: `years.${id}`,
    family: "years",
    scope: "years",
    severity,
    basis,
    citation,
    cells: [],
    statement,
  };
}

/** Rules about a series of reports as a whole. */
export const sequenceRules = {
  stated: /* @__PURE__ */ sequence("stated", "error", "definitional", {
    zh: "每份报告都有报告年度",
    en: "every report states its year",
  }),
  unique: /* @__PURE__ */ sequence("unique", "error", "stated", {
    zh: "每个年度只有一份报告",
    en: "there is one report a year",
  }),
  compared: /* @__PURE__ */ sequence("compared", "error", "definitional", {
    zh: "有两个以上年度的报告可供比较",
    en: "there are reports of two years or more to compare",
  }),
  consecutive: /* @__PURE__ */ sequence("consecutive", "warning", "stated", {
    zh: "各年度相连，没有缺年",
    en: "the years follow one another without a gap",
  }),
  sameAgency: /* @__PURE__ */ sequence("sameAgency", "advice", "heuristic", {
    zh: "各年度是同一机关的报告",
    en: "all reports are of one agency",
  }),
  sameEdition: /* @__PURE__ */ sequence("sameEdition", "advice", "heuristic", {
    zh: "前后年度使用同一版格式",
    en: "successive reports are on the same form",
  }),
} as const;
