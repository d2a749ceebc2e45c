/** Words that join names and numbers, and those that deny. */
export const joiningWords = {
  list: ["、", "和", "及", "与", "或", "或者", "以及", "并", "并且"],
  within: ["其中", "其中有", "当中", "这其中"],
  /** After the name of a subset, they restrict the rest of the sentence to it: 已办结的申请中, 规定期限内. */
  among: ["中", "里", "内", "之中", "之内", "以内"],
  each: ["均", "各", "均为", "各为", "都是", "都为"],
  respectively: ["分别", "分别为", "分别是", "分别有", "依次为"],
  together: ["共", "共计", "总共", "一共", "合计", "总计", "累计共"],
  /** Negates that there was any. */
  none: [
    "无",
    "没有",
    "不存在",
    "未发生",
    "没有发生",
    "未产生",
    "没有产生",
    "未出现",
    "没有出现",
    "未涉及",
    "暂无",
    "未发现",
    "未有",
  ],
  /** Negates an action. */
  not: ["未", "并未", "尚未"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
