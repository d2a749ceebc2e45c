import type { Catalogue } from "../findings/finding.js";

/** What a violated rule has to say. */
export const ruleMessages = {
  "balance.violated": {
    zh: "{statement}：{left}，{right}，相差{gap}。请核对相关数据。（{citation}）",
    en: "{statement}: {left}, {right}; off by {gap}. Check these figures. ({citation})",
  },
  "balance.outOfBounds": {
    zh: "{statement}：{left}，{right}，超出{gap}。请核对相关数据。（{citation}）",
    en: "{statement}: {left}, {right}; {gap} beyond the bound. Check these figures. ({citation})",
  },
  "domain.violated": {
    zh: "{where}（{label}）应为{expected}，实为{found}。请更正。（{citation}）",
    en: "{where} ({label}) must be {expected}; it is {found}. Correct it. ({citation})",
  },
} as const satisfies Catalogue;

/** What stands on one side of a balance: a sum with its terms, or a single figure as the report states it. */
export const sideNames = {
  sum: { zh: "各项之和为{value}", en: "the parts add up to {value}" },
  left: { zh: "左侧各项之和为{value}", en: "the left side adds up to {value}" },
  right: { zh: "右侧各项之和为{value}", en: "the right side to {value}" },
  stated: { zh: "“{name}”填报{value}", en: "“{name}” states {value}" },
  bound: { zh: "限值为{value}", en: "the bound is {value}" },
} as const satisfies Catalogue;
