import { type Finding, finding, type Language, type Sentence } from "../findings/finding.js";
import { leafOf, printedHeading } from "../form/cells.js";
import { describeForm, type EditionId } from "../form/form.js";
import { remedyResults, requestFlow } from "../form/terms.js";
import { figureIn } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { registerMessages } from "./messages.js";

/** The tally that last year's report is compared with. */
export interface RegisterYear {
  readonly edition: EditionId;
  readonly year: number;
  readonly draft: Draft;
  /** How many cases were open when the year began, by kind; `null` where there is no register of cases. */
  readonly openCases: ReadonlyMap<string, number> | null;
  readonly language: Language;
}

/**
 * Compares the open entries at the start of the year according to the register with what last year's report carried forward:
 * requests by applicant category, cases by kind. Nothing is corrected, since either side may be wrong.
 */
export function comparePublished(published: Draft, register: RegisterYear): readonly Finding[] {
  const { year, language } = register;
  if (published.year !== undefined && published.year !== year - 1) {
    const why: Sentence = {
      zh: `该报告为${published.year}年，应为${year - 1}年`,
      en: `it is of ${published.year}, and that of ${year - 1} is needed`,
    };
    const details = { severity: "warning", path: "year", expected: year - 1, actual: published.year } as const;
    return [finding(registerMessages, "register.publishedUnusable", { why }, language, details)];
  }
  return [...carryOver(published, register), ...pendingCases(published, register)];
}

function carryOver(published: Draft, { edition, year, draft, language }: RegisterYear): readonly Finding[] {
  const before = describeForm(published.edition).byAddress;
  const broughtForward = describeForm(edition).cells.filter(({ record }) => record === requestFlow.broughtForward.id);
  const findings: Finding[] = [];
  let compared = 0;
  for (const cell of broughtForward) {
    const carried = before[`${cell.table}.${requestFlow.carriedForward.id}.${cell.field}`];
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

/** Cases pending according to last year's report. A blank there cannot be compared and is no fault of the register. */
function pendingCases(published: Draft, { year, openCases, language }: RegisterYear): readonly Finding[] {
  if (openCases === null) return [];
  return describeForm(published.edition).cells.flatMap((cell): readonly Finding[] => {
    if (cell.table !== "remedies" || cell.field !== remedyResults.pending.id) return [];
    const expected = figureIn(published, cell.address);
    const actual = openCases.get(cell.record) ?? 0;
    if (typeof expected !== "number" || expected === actual) return [];
    const { term } = leafOf(cell.recordPath);
    const pending = leafOf(cell.fieldPath);
    const params = {
      label: { zh: term.label, en: term.english },
      actual,
      expected,
      difference: Math.abs(actual - expected),
      lastYear: year - 1,
      published: { zh: printedHeading(pending), en: pending.term.english },
    };
    const details = {
      severity: "warning",
      path: cell.address,
      cells: [pointTo(cell, expected)],
      expected,
      actual,
      difference: actual - expected,
    } as const;
    return [finding(registerMessages, "register.pendingCases", params, language, details)];
  });
}
