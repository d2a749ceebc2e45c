import type { Catalogue, Sentence } from "../findings/finding.js";
import type { ClaimDoubt } from "./types.js";

/** Messages about text that contradicts the tables. */
export const narrativeMessages = {
  "narrative.disagrees": {
    zh: "{where}写“{quote}”，表中{meaning}为{expected}，两者不一致{alternatives}。请核对文字和表格；若该句统计的是别的内容，请写明口径。",
    en: "{where} says “{quote}”, but the figure for {meaning} is {expected}{alternatives}. Check the text and the table; if the sentence counts something else, say what.",
  },
} as const satisfies Catalogue;

/** Why a claim was not checked, by the doubt that it raises. */
export const doubtNames: Readonly<Record<ClaimDoubt, Sentence>> = {
  scope: { zh: "可能统计的是其他单位或更大范围", en: "it may count other agencies, or a wider area" },
  period: { zh: "可能统计的是其他时段", en: "it may count another stretch of time" },
  channel: { zh: "只统计某一渠道", en: "it counts one channel only" },
  filed: { zh: "可能统计的是新收、受理或审结的案件", en: "it may count what was filed or closed in the year" },
  context: { zh: "前文有未能识别的内容，可能另有所指", en: "words before it are not understood; it may be about something else" },
  wording: { zh: "句中有未能识别的限定", en: "the sentence has a qualification that is not understood" },
  frame: { zh: "不清楚属于哪一项", en: "it is not clear what it is a part of" },
  ambiguous: { zh: "不清楚指表中哪一栏", en: "it is not clear which figure is meant" },
  distribution: { zh: "项目和数字不能一一对应", en: "names and numbers do not pair up" },
  place: { zh: "所在段落不讲申请办理", en: "it stands in a part that is not about requests" },
};

/** Why a claim without doubts was not checked. */
export const uncheckedReasons = {
  blank: { zh: "表中相应数字空白或无法算出", en: "the figures that it can mean are blank" },
  unknown: { zh: "不能对应到表中的数字", en: "it cannot be tied to a figure" },
} as const satisfies Readonly<Record<string, Sentence>>;
