/** Behind a number, in parentheses, they say that the number holds something of another row. */
export const inclusions: readonly string[] = ["含", "包含", "包括"];

/** Said in a later clause, they take back some or all of what was counted before. */
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

/** At the end of a clause, it says that what follows is told of what the clause names. */
export const WITHIN = "中";

/** Before a number, they say that it was that many before it changed: 由9件降至5件. */
export const departures: readonly string[] = ["由", "从"];

/** What a remark behind a claim may begin with: it is said of all that was counted and leaves the number as it is. */
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
