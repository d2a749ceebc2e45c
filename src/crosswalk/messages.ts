import type { Catalogue } from "../findings/finding.js";

/** Messages about figures that could not be carried over to another edition. */
export const crosswalkMessages = {
  "crosswalk.split": {
    zh: "{where}（{label}）为{value}，{to}年版分为{count}项统计，无法确定各项数字，未予转换。请按{to}年版的口径填写。",
    en: "{where} ({label}) is {value}; edition {to} splits it into {count} figures, which cannot be derived from it. Fill them in.",
  },
  "crosswalk.gone": {
    zh: "{where}（{label}）为{value}，{to}年版没有这一项，未予转换。",
    en: "{where} ({label}) is {value}; edition {to} has no such figure, and it was not carried over.",
  },
  "crosswalk.blank": {
    zh: "{to}年版的{where}（{label}）由{count}项合并而成，其中有空白，未予转换。请填写。",
    en: "{where} ({label}) of edition {to} is the sum of {count} figures, some of which are blank. Fill it in.",
  },
} as const satisfies Catalogue;
