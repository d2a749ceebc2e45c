import { type Finding, finding, type Language, type Sentence } from "../findings/finding.js";
import { leafOf, printedHeading } from "../form/cells.js";
import { describeForm, type EditionId } from "../form/form.js";
import { requestFlow } from "../form/terms.js";
import { figureIn } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { registerMessages } from "./messages.js";

/**
 * What this year brings forward by the register against what last year's report says it carried forward, applicant by applicant. The
 * register is not changed: it is the published figure, or the register, that somebody has to mend.
 */
export function compareCarryOver(
  published: Draft,
  edition: EditionId,
  year: number,
  draft: Draft,
  language: Language,
): readonly Finding[] {
  if (published.year !== undefined && published.year !== year - 1) {
    const why: Sentence = {
      zh: `该报告为${published.year}年，应为${year - 1}年`,
      en: `it is of ${published.year}, and that of ${year - 1} is needed`,
    };
    const details = { severity: "warning", path: "year", expected: year - 1, actual: published.year } as const;
    return [finding(registerMessages, "register.publishedUnusable", { why }, language, details)];
  }
  const before = describeForm(published.edition).byAddress;
  const broughtForward = describeForm(edition).cells.filter(({ record }) => record === requestFlow.broughtForward.id);
  const findings: Finding[] = [];
  let compared = 0;
  for (const cell of broughtForward) {
    const carried = before.get(`${cell.table}.${requestFlow.carriedForward.id}.${cell.field}`);
    const expected = carried === undefined ? null : figureIn(published, carried.address);
    const actual = figureIn(draft, cell.address);
    if (carried === undefined || typeof expected !== "number" || typeof actual !== "number") continue;
    compared += 1;
    if (expected === actual) continue;
    const { where, label } = cellParams(cell);
    const params = {
      cell: { zh: `${where.zh}（${label.zh}）`, en: `${where.en} (${label.en})` },
      actual,
      expected,
      difference: Math.abs(actual - expected),
      lastYear: year - 1,
      published: { zh: printedHeading(leafOf(carried.recordPath)), en: leafOf(carried.recordPath).term.english },
    };
    const details = {
      severity: "warning",
      path: cell.address,
      cells: [pointTo(cell, actual)],
      expected,
      actual,
      difference: actual - expected,
    } as const;
    findings.push(finding(registerMessages, "register.carryOver", params, language, details));
  }
  if (compared > 0) return findings;
  const why: Sentence = { zh: "其中没有结转下年度的数字", en: "it has no figures of what was carried forward" };
  return [finding(registerMessages, "register.publishedUnusable", { why }, language, { severity: "warning" })];
}
