/** After a number, in parentheses: the number includes requests of another row. */
export const inclusions: readonly string[] = ["含", "包含", "包括"];

/** In a later clause: some or all of what was counted before is excluded. */
export const takenBack: readonly string[] = [
  "无关",
  "有效",
  "无效",
  "其中有效",
  "剔除",
  "扣除",
  "去除",
  "合并",
  "归并",
  "甄别",
  "经审核",
  "经核实",
  "实际为",
  "不属于政府信息",
  "不属于信息公开",
  "不属于申请",
  "非政府信息",
  "咨询",
  "撤回",
  "协办",
  "代为",
  "代县",
  "代市",
  "代区",
  "名义",
  "历年累计",
  "统计口径",
  "按件次",
  "按批次",
  "涉及下属",
  "涉及所属",
  "涉及直属",
  "涉及下级",
  "涉及派出",
];

/** Before 中 at the end of a clause: an activity in progress, not a subset: 依申请公开工作中. */
export const activities: readonly string[] = ["工作", "过程"];

/** Before a number: the words before it are its attribute: 上年结转的6件. */
export const OF_WHICH = "的";

/** Words for the means by which something is done. */
export const means: readonly string[] = ["通过", "依托", "利用", "采取", "采用", "借助"];

/** A longer clause that begins with one of them may restrict the next counts: 因涉及第三方权益，不予公开3件. */
export const grounds: readonly string[] = ["因", "由于", "经", "对", "对于", "其中", "涉及", ...means];

/** So may a clause that ends with one of them: 涉及个人信息的，部分公开3件. */
export const kinds: readonly string[] = [OF_WHICH, "类", "方面", "领域"];

/** Beginnings and ends of a clause that says by what the requests are told apart: 从申请主体看, 按申请人类型分. */
export const aspects = {
  beginnings: ["从", "按", "就"],
  ends: ["看", "分", "划分", "区分", "分类", "统计", "而言", "来说", "来讲"],
} as const;

/** Words that introduce further counts. */
export const further: readonly string[] = ["另有", "还有"];

/** Before the agency itself: the agency did a part of what was done. */
export const DOER = "由";

/** What was done in time is a part where the sentence goes on with what was late: 按时答复20件，延期答复5件. */
export const inTime: readonly string[] = ["按时", "按期", "及时"];
export const late: readonly string[] = ["延期", "延长", "超期", "逾期"];

/** They leave what is counted whole: 在全年已答复的申请中. */
export const wholeWords: readonly string[] = ["在", "的", "已", "全部", "全年", "本年", "本年度", "今年"];

/** Before a number: it is the value before a change: 由9件降至5件. */
export const departures: readonly string[] = ["由", "从"];

/** Beginnings of a remark after a claim that refers to everything counted and does not change the number. */
export const remarksBehind: readonly string[] = [
  "均",
  "已",
  "全部",
  "皆",
  "且",
  "都",
  "悉数",
  "依法",
  "按期",
  "按时",
  "占",
  "同比",
  "较",
  "比",
  "主要",
  "办结率",
  "答复率",
];
