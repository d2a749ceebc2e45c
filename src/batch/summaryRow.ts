import { daysBetween } from "../_internal/isoDates.js";
import { type CheckReportOptions, checkReport, type ReportCheck } from "../check/checkReport.js";
import { deadlineOfReport } from "../filing/filingDeadline.js";
import { neededOptions } from "../findings/error.js";
import { formatCoordinate, formOf } from "../form/form.js";
import { headItems } from "../form/headTerms.js";
import { figuresOf } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** The summary of a report in one row. Unknown values are `null`. */
export interface SummaryRow {
  /** Name of the file. */
  readonly file: string;
  /** Line of the file, for NDJSON. */
  readonly line: number | null;
  /** Name of the agency. */
  readonly agency: string | null;
  /** The report year. */
  readonly report_year: number | null;
  /** Edition of the form. */
  readonly edition: string | null;
  /** `balanced`, `unbalanced`, `undetermined`, or `unreadable` for a file in which no report was found. */
  readonly status: ReportCheck["status"] | "unreadable";
  /** Number of figures that are stated. */
  readonly figures: number | null;
  /** Number of blank figures. */
  readonly blanks: number | null;
  /** Rules of severity error that are violated. */
  readonly violated: number | null;
  /** Rules of severity error that could not be checked. */
  readonly undetermined: number | null;
  /** Violated rules by family: `applicants 1, outcomes 1`. */
  readonly violations: string | null;
  /** The figure most likely wrong, its value, and the correct value. */
  readonly wrong_cell: string | null;
  readonly wrong_place: string | null;
  readonly wrong_figure: string | number | null;
  readonly proposed_figure: string | number | null;
  /** Whether no other comparably likely repair exists. */
  readonly certain: boolean | null;
  /** Claims in the narrative that contradict the tables. */
  readonly contradictions: number | null;
  /** Date of publication, ISO 8601. */
  readonly published_on: string | null;
  /** The last day on which the report may be published (条例第49条). */
  readonly deadline: string | null;
  /** Days from the deadline to the publication; 0 if it was in time. */
  readonly days_late: number | null;
  /** Why nothing was read. */
  readonly error: string | null;
}

/** The columns of a summary, in order, with their titles. */
export const summaryColumns: readonly {
  readonly name: keyof SummaryRow;
  readonly title: { readonly zh: string; readonly en: string };
}[] = [
  { name: "file", title: { zh: "文件", en: "file" } },
  { name: "line", title: { zh: "文件第几行", en: "line" } },
  { name: "agency", title: { zh: "机关", en: "agency" } },
  { name: "report_year", title: { zh: "年度", en: "year" } },
  { name: "edition", title: { zh: "版本", en: "edition" } },
  { name: "status", title: { zh: "状态", en: "status" } },
  { name: "figures", title: { zh: "数字个数", en: "figures" } },
  { name: "blanks", title: { zh: "空白个数", en: "blanks" } },
  { name: "violated", title: { zh: "不成立", en: "violated" } },
  { name: "undetermined", title: { zh: "无法判定", en: "undetermined" } },
  { name: "violations", title: { zh: "不成立的规则", en: "violations by family" } },
  { name: "wrong_cell", title: { zh: "最可能有误的数字", en: "likeliest wrong figure" } },
  { name: "wrong_place", title: { zh: "其坐标", en: "where on the form" } },
  { name: "wrong_figure", title: { zh: "所填", en: "stated" } },
  { name: "proposed_figure", title: { zh: "建议", en: "proposed" } },
  { name: "certain", title: { zh: "是否确定", en: "certain" } },
  { name: "contradictions", title: { zh: "与正文矛盾", en: "contradictions" } },
  { name: "published_on", title: { zh: headItems.publishedOn.label, en: "published on" } },
  { name: "deadline", title: { zh: "公布期限", en: "deadline" } },
  { name: "days_late", title: { zh: "逾期天数", en: "days late" } },
  { name: "error", title: { zh: "未读出的原因", en: "error" } },
];

/** Where a report was read from. */
export interface SummaryContext extends Pick<CheckReportOptions, "language"> {
  /** Name of the file that the report stands in. */
  readonly file: string;
  /** Its line, from 1, for NDJSON. */
  readonly line?: number | null;
}

/**
 * The summary of a report: what it is, whether it balances, which figure is most likely wrong, what the narrative contradicts, whether it
 * was published in time.
 *
 * @example
 * ```ts
 * const draft = {
 *   edition: "2021",
 *   year: 2023,
 *   agency: { name: "某县", kind: "government" },
 *   publishedOn: "2024-04-02",
 *   remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } },
 * } as const;
 * const row = summaryRow(draft, { file: "a.html" });
 * [row.status, row.violations, row.wrong_cell]; //=> ["unbalanced", "remedies 1", "remedies.reconsideration.total"]
 * [row.wrong_figure, row.proposed_figure, row.days_late]; //=> [40, 4, 2]
 * ```
 */
export function summaryRow(draft: Draft, context: SummaryContext): SummaryRow {
  const { file, line = null, language = "zh" } = neededOptions(context, "file");
  const check = checkReport(draft, { language, advice: true, explain: true });
  const form = formOf(draft);
  const blanks = figuresOf(draft).reduce((count, figure) => count + (Number.isNaN(figure) ? 1 : 0), 0);
  const families = new Map<string, number>();
  let violated = 0;
  let undetermined = 0;
  for (const { rule, severity, outcome } of check.verdicts) {
    if (severity !== "error" || outcome === "holds") continue;
    if (outcome === "undetermined") undetermined += 1;
    else {
      violated += 1;
      const family = rule.split(".", 1)[0] ?? rule;
      families.set(family, (families.get(family) ?? 0) + 1);
    }
  }
  const [likeliest] = check.explanation?.repairs ?? [];
  const [change] = likeliest?.changes ?? [];
  const deadline = deadlineOfReport(draft);
  const publishedOn = draft.publishedOn ?? null;
  return {
    file,
    line,
    agency: draft.agency?.name ?? null,
    report_year: draft.year ?? null,
    edition: draft.edition,
    status: check.status,
    figures: form.cells.length - blanks,
    blanks,
    violated,
    undetermined,
    violations: families.size === 0 ? null : [...families].map(([family, count]) => `${family} ${count}`).join(", "),
    wrong_cell: change?.address ?? null,
    wrong_place: change === undefined ? null : formatCoordinate(change.coordinate, language),
    wrong_figure: change?.from ?? null,
    proposed_figure: change?.to ?? null,
    certain: check.explanation === undefined || change === undefined ? null : check.explanation.certain,
    contradictions: check.findings.filter(({ code }) => code === "narrative.disagrees").length,
    published_on: publishedOn,
    deadline,
    days_late: deadline === null || publishedOn === null ? null : Math.max(0, daysBetween(deadline, publishedOn)),
    error: null,
  };
}

/** The row of a file in which no report was found. */
export function unreadableRow(file: string, error: string, line?: number | null): SummaryRow {
  return {
    file,
    line: line ?? null,
    agency: null,
    report_year: null,
    edition: null,
    status: "unreadable",
    figures: null,
    blanks: null,
    violated: null,
    undetermined: null,
    violations: null,
    wrong_cell: null,
    wrong_place: null,
    wrong_figure: null,
    proposed_figure: null,
    certain: null,
    contradictions: null,
    published_on: null,
    deadline: null,
    days_late: null,
    error,
  };
}
