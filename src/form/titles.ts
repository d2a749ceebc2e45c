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

/** What the title is about, and what it calls the report, as regular expressions: agencies print the year between them, too. */
export const TITLE_SUBJECT = "(?:(?<!人民)政府)?信息公开(?:工作)?(?:情况)?";
export const TITLE_KIND = "的?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)";

/** All wordings of the title, as a regular expression: 政府信息公开工作情况年度报告, 政府信息公开工作年报, 信息公开年度报告, 政府信息公开工作情况的报告. */
export const REPORT_TITLE_WORDINGS: string = /* @__PURE__ */ (() => TITLE_SUBJECT + TITLE_KIND)();
