import { overviewParts, reportSections } from "./terms.js";
import type { Section, Term } from "./types.js";

const section = (number: string, term: Term, rest: Partial<Pick<Section, "parts" | "hint">> = {}): Section => ({
  id: term.id,
  number,
  title: term.label,
  english: term.english,
  aliases: term.aliases,
  parts: rest.parts ?? [],
  hint: rest.hint ?? null,
});

/** The six sections, the same in both editions. */
export const sixSections: readonly Section[] = [
  section("一", reportSections.overview, { parts: Object.values(overviewParts), hint: "（文字描述）" }),
  section("二", reportSections.disclosure),
  section("三", reportSections.requests),
  section("四", reportSections.remedies),
  section("五", reportSections.problems, { hint: "（文字描述）" }),
  section("六", reportSections.other, { hint: "（文字描述，收取信息处理费情况在此处报告。）" }),
];

/** The title of a report after the name of the agency and the year. */
export const REPORT_TITLE = "政府信息公开工作年度报告";

/** Other wordings of the title that agencies print. */
export const REPORT_TITLE_ALIASES: readonly string[] = [
  "政府信息公开工作情况年度报告",
  "政府信息公开工作的年度报告",
  "政府信息公开年度工作报告",
  "政府信息公开年度报告",
  "政府信息公开工作报告",
  "政府信息公开工作年报",
  "政府信息公开年报",
  "政府信息公开工作情况的报告",
  "信息公开年度报告",
];

/**
 * The title and its wordings in all their combinations, as a regular expression: 政府信息公开工作情况年度报告, 政府信息公开工作年报,
 * 信息公开年度报告, 政府信息公开工作情况的报告.
 */
export const REPORT_TITLE_WORDINGS =
  "(?:(?<!人民)政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)";
