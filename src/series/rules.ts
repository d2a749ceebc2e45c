import type { Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type Form, headingsOf } from "../form/form.js";
import { type LinkTerm, type YearLink, yearLinks } from "../form/links.js";
import type { LinkRule, SequenceRule, YearTerm } from "./types.js";

/** The links between two editions that can be checked, and the identifiers of those that cannot. */
export interface LinkRules {
  readonly rules: readonly LinkRule[];
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
 * linkRulesOf("2019", "2021").notComparable; //=> ["inForce.administrativeRules", "inForce.normativeDocuments"]
 * ```
 */
export function linkRulesOf(previous: EditionId, current: EditionId): LinkRules {
  const forms = { previous: describeForm(previous), current: describeForm(current) };
  const rules: LinkRule[] = [];
  const notComparable: string[] = [];
  for (const link of yearLinks) {
    for (const subject of subjectsOf(link, forms)) {
      const rule = linkRule(link, subject, forms);
      if (rule === null) notComparable.push(`${link.family}.${subject}`);
      else rules.push(rule);
    }
  }
  return { rules, notComparable };
}

type Forms = Readonly<Record<LinkTerm["year"], Form>>;

/** The columns, or the rows, that a link holds for: all that either form has a figure of the link in. */
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

function linkRule(link: YearLink, subject: string, forms: Forms): LinkRule | null {
  const terms = [...link.left, ...link.right];
  const cells: Cell[] = [];
  for (const term of terms) {
    const cell = forms[term.year].byAddress.get(addressIn(link, subject, term));
    if (cell === undefined) return null;
    cells.push(cell);
  }
  const [first] = cells;
  if (first === undefined) return null;
  const { record, field } = headingsOf(first);
  const heading = link.along === "records" ? field : record;
  const yearTerm = (term: LinkTerm): YearTerm => ({
    year: term.year,
    address: addressIn(link, subject, term),
    sign: term.sign,
  });
  return {
    kind: "link",
    id: `${link.family}.${subject}`,
    family: link.family,
    severity: link.severity[heading.role] ?? "advice",
    basis: link.basis,
    citation: [{ source: forms.current.edition.source }],
    cells: [...new Set(cells.map((cell) => cell.address))],
    left: link.left.map(yearTerm),
    relation: link.relation,
    right: link.right.map(yearTerm),
    statement: {
      zh: `${heading.term.label}：${sideInWords(link.left, "zh")} ${RELATION[link.relation]} ${sideInWords(link.right, "zh")}`,
      en: `${heading.term.english}: ${sideInWords(link.left, "en")} ${RELATION[link.relation]} ${sideInWords(link.right, "en")}`,
    },
  };
}

const RELATION = { equal: "=", atMost: "≤" } as const;

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

const sequence = (
  id: string,
  severity: SequenceRule["severity"],
  basis: SequenceRule["basis"],
  zh: string,
  en: string,
): SequenceRule => ({
  kind: "sequence",
  id: `years.${id}`,
  family: "years",
  severity,
  basis,
  citation: [{ source: "regulations", article: 49 }],
  cells: [],
  statement: { zh, en },
});

/** What the reports of a series must be as a whole. */
export const sequenceRules = {
  stated: sequence("stated", "error", "definitional", "每份报告都有报告年度", "every report states its year"),
  unique: sequence("unique", "error", "stated", "每个年度只有一份报告", "there is one report a year"),
  consecutive: sequence("consecutive", "warning", "stated", "各年度相连，没有缺年", "the years follow one another without a gap"),
  sameAgency: sequence("sameAgency", "advice", "heuristic", "各年度是同一机关的报告", "all reports are of one agency"),
  sameEdition: sequence(
    "sameEdition",
    "advice",
    "heuristic",
    "前后年度使用同一版格式",
    "successive reports are on the same form",
  ),
} as const;
