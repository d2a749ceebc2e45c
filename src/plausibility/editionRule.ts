import { describeForm, type EditionId, editionForYear } from "../form/form.js";
import type { Edition } from "../form/types.js";
import { own } from "../report/figures.js";
import type { PlausibilityRule } from "./types.js";

/** The rule that a report is on the edition issued for its year, for reports on the given edition. */
export function editionRule(edition: EditionId): PlausibilityRule {
  return { ...rule, citation: [{ source: describeForm(edition).edition.source }] };
}

const rule: Omit<Extract<PlausibilityRule, { readonly kind: "function" }>, "citation"> = {
  kind: "function",
  id: "plausibility.edition",
  family: "plausibility",
  scope: "report",
  severity: "advice",
  basis: "heuristic",
  cells: [],
  statement: {
    zh: "报告使用该年度适用的格式",
    en: "A report is on the edition of the form that was issued for its year",
  },
  reason: {
    zh: "有的机关在新格式施行后仍沿用旧格式的表格。",
    en: "Some agencies still publish on the old tables after a new edition has come into force.",
  },
  message: {
    zh: "{year}年的报告用的是{edition}版格式，该年度适用{due}。请核对报告年度和所用表格。",
    en: "The report for {year} is on the edition of {edition}; for that year it should be {due}. Check the year and the tables.",
  },
  check: ({ form, draft }) => {
    const year = own(draft, "year");
    if (typeof year !== "number") return { outcome: "undetermined" };
    const { from, to }: Edition["years"] = form.edition.years;
    if (year >= from && (to === null || year <= to)) return { outcome: "holds" };
    const due = editionForYear(year);
    return {
      outcome: "violated",
      params: {
        year,
        edition: form.id,
        due: due === null ? { zh: "更早的格式", en: "an earlier form" } : { zh: `${due}版`, en: `the one of ${due}` },
      },
      details: { path: "edition", expected: due, actual: form.id },
    };
  },
};
