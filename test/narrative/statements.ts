import { chance } from "../reading/heads.js";
import { numeral } from "./numerals.js";

/** A statement about a figure of the report, and where it stands in its text. */
export interface MadeCount {
  readonly figure: FigureName;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** A text with all that it truly states of the report. */
export interface MadeStatement {
  readonly text: string;
  readonly counts: readonly MadeCount[];
  /** What was put together, for the message of a failing test. */
  readonly kinds: readonly string[];
}

/** The figures of `subject.ts`, by the name that this generator gives them. */
export const TRUTH = {
  received: 24,
  inAll: 26,
  brought: 2,
  concluded: 25,
  granted: 12,
  partly: 3,
  refused: 3,
  unable: 4,
  declined: 2,
  carried: 1,
  reviews: 5,
  suits: 3,
} as const;

export type FigureName = keyof typeof TRUTH;

type Spell = (n: number) => string;

const wide: Spell = (n) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
const SPELLINGS: readonly Spell[] = [String, String, String, wide, numeral, (n) => ` ${n} `];

/** Wordings of public reports; `#` is the number with its unit. */
const WORDINGS: Readonly<Record<FigureName, readonly string[]>> = {
  received: [
    "新收政府信息公开申请#",
    "本年度新收到政府信息公开申请#",
    "收到公民、法人和其他组织提出的政府信息公开申请#",
    "共收到依申请公开政府信息申请#",
    "全年共接收信息公开申请#",
    "我局共受理政府信息公开申请#",
    "收到依申请公开请求#",
    "2023年，新收申请#",
    "本机关收到#政府信息公开申请",
    "年内新增政府信息公开申请#",
  ],
  inAll: [
    "办理政府信息公开申请#",
    "新收及上年结转的政府信息公开申请共#",
    "共收到政府信息公开申请（含上年结转）#",
    "共办理依申请公开事项#",
  ],
  brought: ["上年结转政府信息公开申请#", "上年度结转申请#", "2022年结转申请#", "上一年度结转政府信息公开申请#"],
  concluded: ["共办结政府信息公开申请#", "全年答复政府信息公开申请#", "办结政府信息公开申请共#", "已依法答复政府信息公开申请#"],
  granted: ["予以公开#", "作出予以公开决定#", "依法予以公开#", "同意公开#", "予以公开的#", "有#予以公开"],
  partly: ["部分公开#", "予以部分公开#", "部分公开的#", "作出部分公开答复#"],
  refused: ["不予公开#", "依法不予公开#", "决定不予公开#", "不予公开的有#"],
  unable: ["无法提供#", "无法提供的#", "因本机关不掌握等原因无法提供#"],
  declined: ["不予处理#", "不予处理的#", "依法不予处理#"],
  carried: ["结转下年度继续办理#", "结转下一年度#", "结转至下年度办理#", "结转到下年度继续办理#"],
  reviews: ["因政府信息公开被申请行政复议#", "被申请行政复议#", "发生行政复议#", "因政府信息公开工作引发行政复议#"],
  suits: ["因政府信息公开被提起行政诉讼#", "发生行政诉讼#", "被提起行政诉讼#", "因政府信息公开工作引发行政诉讼#"],
};

/** Numbers that are no figure of the report, or of whom and when nobody can tell. `#` is any number. */
const DISTRACTORS: readonly (readonly [string, string])[] = [
  ["another year", "2022年收到政府信息公开申请#件"],
  ["another year", "去年同期收到政府信息公开申请#件"],
  ["another year", "上年共办结政府信息公开申请#件"],
  ["another year", "二〇二一年共收到政府信息公开申请#件"],
  ["another agency", "全县各级行政机关共收到政府信息公开申请#件"],
  ["another agency", "各乡镇、街道收到政府信息公开申请#件"],
  ["another agency", "其中县公安局受理政府信息公开申请#件"],
  ["another agency", "指导下属单位办理政府信息公开申请#件"],
  ["another agency", "所属二级单位收到政府信息公开申请#件"],
  ["sum of years", "《条例》施行以来累计收到政府信息公开申请#件"],
  ["sum of years", "近五年共办结政府信息公开申请#件"],
  ["sum of years", "历年累计予以公开#件"],
  ["plan", "计划全年办结政府信息公开申请#件以内"],
  ["plan", "预计明年收到政府信息公开申请#件"],
  ["plan", "力争将行政复议控制在#件以下"],
  ["percentage", "政府信息公开申请同比增长#%"],
  ["percentage", "予以公开占#%"],
  ["difference", "政府信息公开申请较上年增加#件"],
  ["difference", "行政复议同比减少#件"],
  ["difference", "申请量比2022年多#件"],
  ["range", "予以公开#—99件不等"],
  ["range", "每月收到政府信息公开申请#至98件"],
  ["channel", "通过信函收到政府信息公开申请#件"],
  ["channel", "网上提交政府信息公开申请#件"],
  ["channel", "当面申请#件"],
  ["part", "其中涉及征地拆迁的政府信息公开申请#件"],
  ["part", "上半年收到政府信息公开申请#件"],
  ["part", "一季度新收政府信息公开申请#件"],
  ["other matter", "主动公开政府信息#万条"],
  ["other matter", "办理人大代表建议#件、政协提案#件"],
  ["other matter", "受理行政许可申请#件"],
  ["other matter", "收到12345热线工单#件，均已办结"],
  ["other matter", "收到群众来信来访#件次"],
  ["other matter", "审理行政复议案件#件"],
  ["other matter", "公开行政处罚决定书#件"],
  ["other matter", "发布政策解读#条，召开新闻发布会#场"],
  ["other matter", "制发行政规范性文件#件，废止#件"],
  ["other matter", "按照《条例》第#条的规定办理"],
  ["negation", "没有超期答复的政府信息公开申请"],
  ["negation", "未发生因答复不当被纠正的情形"],
  ["negation", "不存在应公开而未公开的问题"],
];

/** Every wording, and every kind of distractor. */
export const KINDS: readonly string[] = [...new Set([...Object.values(WORDINGS).flat(), ...DISTRACTORS.map(([kind]) => kind)])];

const OPENINGS = ["", "", "", "2023年，", "经统计，", "本年度，", "一年来，", "（二）依申请公开。", "2."];
const ENDS = ["。", "；", "。\n", "，均按期答复。"];

/** Sentences with known truth: some figures, true or false, in any order, among numbers of something else. */
export function madeStatement(seed: number): MadeStatement {
  const next = chance(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const oneOf = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  };
  const counts: MadeCount[] = [];
  const kinds: string[] = [];
  let text = "";
  const sentences = 1 + below(4);
  for (let k = 0; k < sentences; k += 1) {
    if (next() < 0.5) {
      const [kind, wording] = oneOf(DISTRACTORS);
      kinds.push(kind);
      text += `${oneOf(OPENINGS)}${wording.replaceAll("#", () => oneOf(SPELLINGS)(31 + below(60)))}。\n`;
    } else {
      const figure = oneOf(FIGURES);
      const wording = oneOf(WORDINGS[figure]);
      const value = next() < 0.5 ? TRUTH[figure] : TRUTH[figure] + 31 + below(60);
      const from = text.length;
      kinds.push(wording);
      text += `${oneOf(OPENINGS)}${wording.replace("#", `${oneOf(SPELLINGS)(value)}件`)}${oneOf(ENDS)}`;
      counts.push({ figure, value, from, to: text.length });
    }
  }
  return { text, counts, kinds };
}

const FIGURES: readonly FigureName[] = [
  "received",
  "inAll",
  "brought",
  "concluded",
  "granted",
  "partly",
  "refused",
  "unable",
  "declined",
  "carried",
  "reviews",
  "suits",
];
