import { entriesOf } from "../../src/narrative/entries.js";
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
  other: 1,
  notHeld: 3,
  internal: 2,
  repeated: 1,
  reviews: 5,
  suits: 3,
  direct: 2,
  fee: 100,
} as const;

export type FigureName = keyof typeof TRUTH;

type Spell = (n: number) => string;

const wide: Spell = (n) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
const SPELLINGS: readonly Spell[] = [String, String, String, wide, numeral, (n) => ` ${n} `];

/** Wordings as public reports have them; `#` is the number with its unit, `##` the number alone. */
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
    "本机关新收到的政府信息公开申请为#",
    "全年新接收政府信息公开申请#",
    "共收到各类主体提出的政府信息公开申请#",
    "政府信息公开申请收到#",
    "新收政府信息公开申请数量为#",
    "本年新收政府信息公开申请数量：##",
    "依申请公开方面，全年共收到#",
    "我局共收到市民提出的信息公开申请#",
    "2023年受理的政府信息公开申请共有#",
    "共登记政府信息公开申请#",
    "收到当事人政府信息公开申请#",
    "接到信息公开请求#",
  ],
  inAll: [
    "办理政府信息公开申请#",
    "新收及上年结转的政府信息公开申请共#",
    "共收到政府信息公开申请（含上年结转）#",
    "共办理依申请公开事项#",
    "加上上年结转，共收到政府信息公开申请#",
    "新收和结转的政府信息公开申请合计#",
  ],
  brought: [
    "上年结转政府信息公开申请#",
    "上年度结转申请#",
    "2022年结转申请#",
    "上一年度结转政府信息公开申请#",
    "上年度未办结政府信息公开申请#",
    "由上年结转的政府信息公开申请#",
    "从2022年结转#",
  ],
  concluded: [
    "共办结政府信息公开申请#",
    "全年答复政府信息公开申请#",
    "办结政府信息公开申请共#",
    "已依法答复政府信息公开申请#",
    "办结依申请公开#",
    "按期办结政府信息公开申请#",
  ],
  granted: [
    "予以公开#",
    "作出予以公开决定#",
    "依法予以公开#",
    "同意公开#",
    "予以公开的#",
    "有#予以公开",
    "予以公开的##",
    "予以公开：##",
    "予以公开数量为#",
    "答复予以公开的有#",
    "按“予以公开”答复#",
    "根据有关规定予以公开#",
  ],
  partly: [
    "部分公开#",
    "予以部分公开#",
    "部分公开的#",
    "作出部分公开答复#",
    "部分公开##",
    "部分公开的数量为##",
    "区分处理、部分公开#",
    "作区分处理予以部分公开#",
    "作部分公开#",
  ],
  refused: [
    "不予公开#",
    "依法不予公开#",
    "决定不予公开#",
    "不予公开的有#",
    "不予公开数##",
    "答复不予公开的#",
    "依据《条例》规定不予公开#",
  ],
  unable: ["无法提供#", "无法提供的#", "因本机关不掌握等原因无法提供#", "属无法提供情形的有#", "告知无法提供#"],
  declined: ["不予处理#", "不予处理的#", "依法不予处理#", "按不予处理答复#", "作不予处理#"],
  carried: [
    "结转下年度继续办理#",
    "结转下一年度#",
    "结转至下年度办理#",
    "结转到下年度继续办理#",
    "转下年度办理#",
    "剩余#结转下年度继续办理",
    "有#申请结转下一年度办理",
    "结转至次年办理#",
  ],
  reviews: [
    "因政府信息公开被申请行政复议#",
    "被申请行政复议#",
    "发生行政复议#",
    "因政府信息公开工作引发行政复议#",
    "当事人申请行政复议#",
    "涉及政府信息公开的行政复议#",
    "政府信息公开行政复议案#",
    "被提起行政复议#",
  ],
  suits: [
    "因政府信息公开被提起行政诉讼#",
    "发生行政诉讼#",
    "被提起行政诉讼#",
    "因政府信息公开工作引发行政诉讼#",
    "当事人提起行政诉讼#",
    "政府信息公开类行政诉讼#",
    "信息公开诉讼案#",
  ],
  other: ["其他处理#", "作其他处理#", "其他处理的#"],
  notHeld: ["本机关不掌握相关政府信息的#", "因不掌握相关政府信息无法提供#"],
  internal: ["属于三类内部事务信息的#", "因属于内部事务信息不予公开#"],
  repeated: ["重复申请#", "属于重复申请的#"],
  direct: ["未经复议直接起诉#", "未经复议直接提起行政诉讼#"],
  fee: [
    "收取信息处理费#",
    "有1件申请收取信息处理费#",
    "收取信息处理费1件，金额#",
    "收取信息处理费1件、#",
    "对1件申请收取信息处理费，共#",
    "依申请公开信息处理费收取#",
    "本年度信息处理费收取总额为#",
  ],
};

/** What reviews and lawsuits are counted in beside 件. */
const COUNTERS: Readonly<Partial<Record<FigureName, readonly string[]>>> = {
  reviews: ["件", "案", "起", "宗", "例"],
  suits: ["件", "案", "起", "宗", "例"],
  direct: ["件", "案", "起", "宗", "例"],
  fee: ["元"],
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
  ["another year", "收到政府信息公开申请由2022年的#件明显下降"],
  ["another year", "行政复议由#件降至较低水平"],
  ["another year", "与上年的#件相比，申请数量明显减少"],
  ["another year", "上年结转的申请中，予以公开#件"],
  ["another year", "2021—2023年行政复议分别为#件、97件、95件"],
  ["another year", "去年和前年收到申请分别为#件和98件"],
  ["another year", "对2022年度#件申请开展回头看"],
  ["another agency", "申请最多的单位较上年增加95件，共收到政府信息公开申请#件"],
  ["another agency", "新收申请较上年增长最多的是县公安局，收到政府信息公开申请#件"],
  ["another agency", "同比增长最快的单位，全年收到政府信息公开申请#件"],
  ["another agency", "较去年减少最多的街道，收到政府信息公开申请#件，予以公开93件"],
  ["another agency", "市教育局全年受理政府信息公开申请#件"],
  ["another agency", "协助县政府办公室办理政府信息公开申请#件"],
  ["another agency", "县自然资源局收取信息处理费#元"],
  ["another agency", "公共企事业单位收到信息公开申请#件"],
  ["another agency", "省政府办公厅测评中模拟申请#件"],
  ["other business", "在行政执法中，被提起行政诉讼#件"],
  ["other business", "围绕行政许可引发的争议，被申请行政复议#件"],
  ["other business", "因行政处罚引发行政复议#件、行政诉讼96件"],
  ["other business", "推进法治政府建设，行政复议#宗，行政诉讼95宗"],
  ["other business", "审理行政复议案#宗，维持94宗，撤销91宗"],
  ["other business", "作为复议机关，审结行政复议#件，维持93件"],
  ["other business", "我局作为被告的行政诉讼案#起"],
  ["other business", "以县政府为被申请人的行政复议案件#件"],
  ["other business", "被告为我局的行政诉讼案件#件"],
  ["other business", "旁听行政诉讼庭审#次"],
  ["other business", "公开竞聘岗位9个，收到申请#份"],
  ["other business", "职称评审收到申请#件，予以通过92件，不予通过91件"],
  ["other business", "信访件上年结转91件，办结#件，结转下年94件"],
  ["other business", "查处案件#宗、调解纠纷97起"],
  ["document", "收到申请表#份，经核实有效94份"],
  ["document", "经审核，公文不予公开#份"],
  ["document", "印制政府信息公开申请表#份"],
  ["document", "公文属性认定中不予公开#件、依申请公开97件"],
  ["document", "网站公开行政复议决定书#份"],
  ["article", "依据《条例》第十四条、第#条作出说明"],
  ["article", "《条例》第36条第（五）项规定的期限为#天"],
  ["article", "网站刊登的文章《收到申请#件之后》引起关注"],
  ["days", "自收到政府信息公开申请之日起#个工作日内答复"],
  ["days", "平均每件申请办理时间为#天"],
  ["days", "其中延期答复#件"],
  ["meeting", "召开政府信息公开申请办理工作会议#次"],
  ["meeting", "开展政府信息公开行政诉讼应对培训#期"],
  ["meeting", "举办依申请公开专题培训#场，参训97人"],
  ["fee", "信息处理费收费标准为每件#元"],
  ["fee", "发出信息处理费缴费通知，金额#元"],
  ["fee", "收取信息处理费1件，退回#元"],
  ["fee", "收取信息处理费，分别为#元、95元"],
  ["fee", "信息处理费1件，申请人放弃，金额#元"],
  ["fee", "收取复印费#元"],
  ["validity", "收到申请#件，其中有效申请90件"],
  ["validity", "收到政府信息公开申请#件，其中3件不属于政府信息公开申请"],
  ["validity", "收到政府信息公开申请#件，剔除重复的3件"],
  ["validity", "予以公开#件，其中代县政府答复3件"],
  ["inclusion", "办理依申请公开#件（含咨询3件）"],
  ["inclusion", "答复政府信息公开申请#件，其中协办3件"],
  ["inclusion", "共收到政府信息公开申请#件（局机关97件，下属单位3件）"],
  ["subset", "收到律师代理的政府信息公开申请#件"],
  ["subset", "涉及招生入学的政府信息公开申请#件"],
  ["subset", "不予公开理由说明#份"],
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
      const written = oneOf(SPELLINGS)(value);
      const counted = wording.replace("##", written).replace("#", written + oneOf(COUNTERS[figure] ?? ["件"]));
      text += `${oneOf(OPENINGS)}${counted}${oneOf(ENDS)}`;
      counts.push({ figure, value, from, to: text.length });
    }
  }
  return { text, counts, kinds };
}

const FIGURES = entriesOf(WORDINGS).map(([figure]) => figure);
