import type { Catalogue } from "../findings/finding.js";

/** Messages about several years of an agency. */
export const seriesMessages = {
  "series.notEqual": {
    zh: "{statement}（{where}）：按{previous}报告应为{calculation}，{current}报告为{actual}，相差{gap}。请核对两份报告。",
    en: "{statement} ({where}): by the report of {previous} it is {calculation}, {current} states {actual}, off by {gap}. Check both reports.",
  },
  "series.tooMany": {
    zh: "{statement}（{where}）：{previous}报告为{calculation}，{current}报告仅为{actual}，相差{gap}。请核对两份报告。",
    en: "{statement} ({where}): {previous} states {calculation}, {current} only {actual}, off by {gap}. Check both reports.",
  },
  "series.tooFew": {
    zh: "{statement}（{where}）：{previous}报告为{calculation}，{current}报告多达{actual}，相差{gap}。请核对两份报告。",
    en: "{statement} ({where}): {previous} states {calculation}, {current} as many as {actual}, off by {gap}. Check both reports.",
  },
  "series.nothingToCompare": {
    zh: "不足两个年度的报告，未作跨年比较。请补充上一年度或下一年度的报告。",
    en: "Reports for at least two years are needed, so nothing was compared across years. Add the report for the year before or after.",
  },
  "series.yearMissing": {
    zh: "{report}没有报告年度，无法与其他年度比较。请补上年度。",
    en: "{report} states no year, so it cannot be compared with the others. Add the year.",
  },
  "series.duplicateYear": {
    zh: "{year}年有{count}份报告，只比较了第一份（{report}）。请只保留一份。",
    en: "There are {count} reports for {year}; only the first, {report}, was compared. Keep one of them.",
  },
  "series.gap": {
    zh: "{from}年与{to}年之间缺少{missing}的报告，这一段无法比较。请补上。",
    en: "Between {from} and {to} the report for {missing} is missing, so nothing could be compared there. Add it.",
  },
  "series.agency": {
    zh: "{previous}与{current}的机关名称不同，仍作为同一机关比较。如系更名，请予声明（renames）；否则请核对是否为同一机关的报告。",
    en: "{previous} and {current} are reports of agencies of different names; they were compared as one agency. If it was renamed, declare that (renames); otherwise check that it is one agency.",
  },
  "series.reorganised": {
    zh: "{previous}与{current}的代码不同（{from}、{to}），不是同一机关，或者经过机构改革，未作比较。如系同一机关，请予声明（renames）。",
    en: "{previous} and {current} have different codes ({from}, {to}): they are two agencies, or one that was reorganised. Nothing was compared. If they are one, declare that (renames).",
  },
  "series.edition": {
    zh: "{previous}用{from}版格式，{current}用{to}版格式：两版都有的数字已比较，有{figures}个数字和{rules}条规则无法比较。",
    en: "{previous} is on the form of {from}, {current} on that of {to}: what both have was compared; {figures} figures and {rules} rules could not be compared.",
  },
} as const satisfies Catalogue;
