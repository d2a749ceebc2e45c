import type { Catalogue, Sentence } from "../findings/finding.js";
import type { FigureValue } from "../report/figures.js";
import type { EvidenceSource } from "./evidence.js";
import type { Slip } from "./slips.js";

/** Kinds of slips, as they are put into a sentence. */
export const slipNames = {
  sign: { zh: "多了负号或不是整数", en: "a sign too many, or no whole number" },
  transposed: { zh: "数字顺序颠倒", en: "digits transposed" },
  dropped: { zh: "漏写一位数字", en: "a digit dropped" },
  doubled: { zh: "重复写了一位数字", en: "a digit doubled" },
  shifted: { zh: "疑为末尾多写或漏写0", en: "shifted by a power of ten" },
  copied: { zh: "误抄了相邻单元格的数字", en: "the figure of a neighbouring cell copied" },
  exchanged: { zh: "与另一单元格的数字互换", en: "figures of two cells exchanged" },
  carried: { zh: "随分项一并误写", en: "a mistake in a part carried into its total" },
  lines: { zh: "整行或整列的数字错位或互换", en: "a row or column moved by one place or exchanged with its neighbour" },
  misplaced: { zh: "数字填错了行或列", en: "a figure in the wrong row or column" },
  totalMissing: { zh: "总计没有填写，仍为0", en: "a total left 0" },
  totalStale: { zh: "总计漏加了其中一项", en: "a total that leaves out one of its parts" },
  omitted: { zh: "漏填，写成了0", en: "a figure left 0" },
  mistyped: { zh: "写错一位数字", en: "a digit mistyped" },
  inserted: { zh: "多写了一位数字", en: "a digit too many" },
  totalWrong: { zh: "总计没有随分项更新", en: "a total not updated" },
  unexplained: { zh: "无法判断笔误类型", en: "no slip that can be recognised" },
} as const satisfies Record<Slip, Sentence>;

/** Sources of evidence, as they are put into a sentence. */
export const sourceNames = {
  narrative: { zh: "正文所述", en: "the text of the report" },
  previous: { zh: "上一年度报告", en: "last year's report" },
  children: { zh: "下级机关报告汇总", en: "the reports that it consolidates" },
} as const satisfies Record<EvidenceSource, Sentence>;

/** The bounds of a figure, as they are put into a sentence; `null` is no bound. */
export function rangeOf(min: FigureValue, max: FigureValue): Sentence {
  if (min === null) return { zh: "为整数", en: "any whole number" };
  if (max === null) return { zh: `不小于${min}`, en: `at least ${min}` };
  return { zh: `在${min}与${max}之间`, en: `between ${min} and ${max}` };
}

/** Messages of explanations. */
export const repairMessages = {
  "repair.change": {
    zh: "{where}（{label}）应为{to}，实为{from}（{slip}）",
    en: "{where} ({label}) should be {to}, not {from} ({slip})",
  },
  "repair.open": {
    zh: "{where}（{label}）的{from}不对，应{range}",
    en: "{where} ({label}) cannot be {from}; it is {range}",
  },
  "repair.more": { zh: "等{count}处", en: "; and {count} more" },
  "repair.supports": { zh: "，与{source}一致", en: ", as {source} says" },
  "repair.contradicts": { zh: "，但{source}为{value}", en: ", though {source} says {value}" },
  "repair.certain": {
    zh: "{changes}。仅作上述更正即可使全部勾稽关系成立，未发现其他同等可能的更正。",
    en: "{changes}. No other correction is as simple; with this one every balance holds.",
  },
  "repair.oneOf": {
    zh: "有{count}种更正，任一种均可使勾稽关系成立，仅凭报告本身无法判断应采用哪一种。最可能的是：{changes}。请核对原始数据。",
    en: "Any one of {count} corrections would make every balance hold; the report alone cannot tell which. The likeliest: {changes}. Check the records.",
  },
  "repair.unconfirmed": {
    zh: "{changes}。没有改动更少的更正，但报告本身不足以证实：几处同时有误也会是这样。请核对原始数据。",
    en: "{changes}. No correction changes less, but the report alone does not confirm it: several errors at once could look the same. Check the records.",
  },
  "repair.notSettled": {
    zh: "{changes}。只有这些数字需要更正，但勾稽关系不能确定更正为多少。请核对原始数据。",
    en: "{changes}. Nothing else needs to change, but the balances do not determine the values. Check the records.",
  },
  "repair.likely": {
    zh: "{changes}。更正后全部勾稽关系成立；因错误较多，未能穷尽全部可能。请核对原始数据。",
    en: "{changes}. With this every balance holds; the search stopped at its limit, so there may be other corrections. Check the records.",
  },
  "repair.unresolved": {
    zh: "表{table}的勾稽关系不能同时成立；因错误较多，未能穷尽全部可能，未找到可行的更正。请逐项核对表{table}。",
    en: "The balances of table {table} do not hold, and there are too many errors for the search to resolve within its limit. Check table {table} figure by figure.",
  },
  "repair.unsettled": {
    zh: "{where}（{label}）的更正值没有确定，不能自动更正。",
    en: "The corrected value of {where} ({label}) is not determined, so the repair cannot be applied.",
  },
  "repair.notMadeFor": {
    zh: "{where}（{label}）现为{found}，作出更正时为{expected}：此项更正并非针对本报告，未予更正。请重新查找错误。",
    en: "{where} ({label}) is {found}, and was {expected} when the repair was made: the repair was made for another report and was not applied. Locate the errors again.",
  },
  "repair.otherEdition": {
    zh: "此项更正针对{expected}版格式的报告，本报告使用{found}版，未予更正。",
    en: "The repair was made for a report on the form of {expected}, this one is on that of {found}: it was not applied.",
  },
  "repair.notFigure": {
    zh: "{where}（{label}）的更正值应为{expected}，给出的是{found}，未作更正。",
    en: "The corrected value of {where} ({label}) must be {expected}; {found} was given. The repair was not applied.",
  },
  "repair.unknownCell": {
    zh: "{edition}版格式中没有{address}这一数字，未作更正。",
    en: "Edition {edition} has no figure {address}; the repair was not applied.",
  },
  "repair.stale": {
    zh: "{where}（{label}）现为{found}，而不是更正记录中的{expected}。报告已被改动，未作更正。",
    en: "{where} ({label}) is {found}, not {expected} as the record of edits says. The report has changed since; nothing was reverted.",
  },
} as const satisfies Catalogue;

/** Messages of completions. */
export const completeMessages = {
  "complete.onlyUnknown": {
    zh: "{where}（{label}）= {value}：{statement}，其余各项已知。",
    en: "{where} ({label}) = {value}: {statement}, and everything else in it is known.",
  },
  "complete.nothingLeft": {
    zh: "{where}（{label}）= 0：{statement}，已填各项已达到总数，没有剩余。",
    en: "{where} ({label}) = 0: {statement}, and the known figures already make up the whole.",
  },
  "complete.together": {
    zh: "{where}（{label}）= {value}：由{count}条勾稽关系合并得出（{rules}），其他数字都会使某项为负或不平衡。",
    en: "{where} ({label}) = {value}: follows from {count} balances together ({rules}); with any other figure one would not hold or another figure would be negative.",
  },
  "complete.range": {
    zh: "{where}（{label}）无法确定，只知应{range}：勾稽关系允许其中任何一个数。请填写。",
    en: "{where} ({label}) is not determined; it is {range}, and the balances allow any such figure. Fill it in.",
  },
  "complete.unwatched": {
    zh: "{where}（{label}）无法确定：没有可用的勾稽关系涉及该数字。请填写。",
    en: "{where} ({label}) is not determined: no usable balance involves it. Fill it in.",
  },
  "complete.contradiction": {
    zh: "无论空白处如何填写，以下勾稽关系均不能同时成立：{statements}。请先更正已填的数字；这些关系未用于补全。",
    en: "Whatever stands in the blanks, these balances cannot hold together: {statements}. Correct the figures first; none of these was used to fill a blank.",
  },
} as const satisfies Catalogue;
