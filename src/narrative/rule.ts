import type { FunctionRuleDescription } from "../rules/types.js";

/** What a text says of a figure is what the tables state. One verdict for each statement, so its function is no single report's. */
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
