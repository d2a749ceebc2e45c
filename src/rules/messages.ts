import type { Catalogue } from "../findings/finding.js";

/** What a violated rule has to say. */
export const ruleMessages = {
  "balance.violated": {
    zh: "{statement}：左边为{left}，右边为{right}，相差{difference}。请核对这些数字。（{citation}）",
    en: "{statement}: the left side is {left}, the right side {right}, off by {difference}. Check these figures. ({citation})",
  },
  "domain.violated": {
    zh: "{where}（{label}）应为{expected}，实为{found}。请更正。（{citation}）",
    en: "{where} ({label}) must be {expected}; it is {found}. Correct it. ({citation})",
  },
} as const satisfies Catalogue;
