/** Behind a number, in parentheses, they say that the number holds something of another row. */
export const inclusions: readonly string[] = ["含", "包含", "包括"];

/** Said in a later clause, it takes back what was counted before. */
export const UNRELATED = "无关";

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
