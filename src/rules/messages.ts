import type { Catalogue } from "../findings/finding.js";

/** Messages of violated rules. */
export const ruleMessages = {
  "balance.violated": {
    zh: "{statement}：{leftName}{left}，{rightName}{right}，相差{gap}。请核对相关数据。（{citation}）",
    en: "{statement}: {leftName}{left}, {rightName}{right}; off by {gap}. Check these figures. ({citation})",
  },
  "balance.outOfBounds": {
    zh: "{statement}：{leftName}{left}，{rightName}{right}，超出{gap}。请核对相关数据。（{citation}）",
    en: "{statement}: {leftName}{left}, {rightName}{right}; {gap} beyond the bound. Check these figures. ({citation})",
  },
  "domain.violated": {
    zh: "{where}（{label}）应为{expected}，实为{found}。请更正。（{citation}）",
    en: "{where} ({label}) must be {expected}; it is {found}. Correct it. ({citation})",
  },
} as const satisfies Catalogue;

/** One side of a balance, in front of its sum. */
export const sideNames = {
  sum: { zh: "各项之和为", en: "the parts add up to " },
  left: { zh: "左侧各项之和为", en: "the left side adds up to " },
  right: { zh: "右侧各项之和为", en: "the right side to " },
  stated: { zh: "“{name}”填报", en: "“{name}” states " },
  bound: { zh: "限值为", en: "the bound is " },
} as const satisfies Catalogue;
