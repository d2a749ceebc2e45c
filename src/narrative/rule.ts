import type { FunctionRuleDescription } from "../rules/types.js";

/** The text agrees with the tables. It has one verdict for each claim, so it is not a rule that `validate` can check. */
export const narrativeRule = {
  kind: "function",
  id: "narrative.figures",
  family: "narrative",
  scope: "report",
  severity: "warning",
  basis: "heuristic",
  citation: [{ source: "regulations", article: 50 }],
  cells: [],
  statement: {
    zh: "正文所述数字与表格一致",
    en: "the figures that the text states are those of the tables",
  },
} as const satisfies FunctionRuleDescription;
