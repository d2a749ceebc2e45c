/**
 * The printed form, typed off the official document and the tables of the notices by hand. It is kept apart from the form's
 * data on purpose: the tests compare the two. Rows as printed from top to bottom, each with its cells from left to right,
 * as `text` or `[text, columns, rows]`; `#` is a place for a figure.
 */
export type PrintedRow = readonly (string | readonly [text: string, columns: number, rows: number])[];

const figures = (n: number): readonly string[] => Array.from({ length: n }, () => "#");

const requestsHead: readonly PrintedRow[] = [
  [
    ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3],
    ["申请人情况", 7, 1],
  ],
  [
    ["自然人", 1, 2],
    ["法人或其他组织", 5, 1],
    ["总计", 1, 2],
  ],
  ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
];

const requestsUpToFive = (results: number): readonly PrintedRow[] => [
  [["一、本年新收政府信息公开申请数量", 3, 1], ...figures(7)],
  [["二、上年结转政府信息公开申请数量", 3, 1], ...figures(7)],
  [["三、本年度办理结果", 1, results], ["（一）予以公开", 2, 1], ...figures(7)],
  [["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1], ...figures(7)],
  [["（三）不予公开", 1, 8], "1.属于国家秘密", ...figures(7)],
  ["2.其他法律行政法规禁止公开", ...figures(7)],
  ["3.危及“三安全一稳定”", ...figures(7)],
  ["4.保护第三方合法权益", ...figures(7)],
  ["5.属于三类内部事务信息", ...figures(7)],
  ["6.属于四类过程性信息", ...figures(7)],
  ["7.属于行政执法案卷", ...figures(7)],
  ["8.属于行政查询事项", ...figures(7)],
  [["（四）无法提供", 1, 3], "1.本机关不掌握相关政府信息", ...figures(7)],
  ["2.没有现成信息需要另行制作", ...figures(7)],
  ["3.补正后申请内容仍不明确", ...figures(7)],
  [["（五）不予处理", 1, 5], "1.信访举报投诉类申请", ...figures(7)],
  ["2.重复申请", ...figures(7)],
  ["3.要求提供公开出版物", ...figures(7)],
  ["4.无正当理由大量反复申请", ...figures(7)],
  ["5.要求行政机关确认或重新出具已获取信息", ...figures(7)],
];

const requestsEnd: readonly PrintedRow[] = [
  [["（七）总计", 2, 1], ...figures(7)],
  [["四、结转下年度继续办理", 3, 1], ...figures(7)],
];

const remedies: readonly PrintedRow[] = [
  [
    ["行政复议", 5, 1],
    ["行政诉讼", 10, 1],
  ],
  [
    ["结果维持", 1, 2],
    ["结果纠正", 1, 2],
    ["其他结果", 1, 2],
    ["尚未审结", 1, 2],
    ["总计", 1, 2],
    ["未经复议直接起诉", 5, 1],
    ["复议后起诉", 5, 1],
  ],
  ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
  figures(15),
];

/** The three tables of each edition. */
export const transcription: Readonly<Record<string, readonly (readonly PrintedRow[])[]>> = {
  "2021": [
    [
      [["第二十条第（一）项", 4, 1]],
      ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", ...figures(3)],
      ["行政规范性文件", ...figures(3)],
      [["第二十条第（五）项", 4, 1]],
      ["信息内容", ["本年处理决定数量", 3, 1]],
      ["行政许可", ["#", 3, 1]],
      [["第二十条第（六）项", 4, 1]],
      ["信息内容", ["本年处理决定数量", 3, 1]],
      ["行政处罚", ["#", 3, 1]],
      ["行政强制", ["#", 3, 1]],
      [["第二十条第（八）项", 4, 1]],
      ["信息内容", ["本年收费金额（单位：万元）", 3, 1]],
      ["行政事业性收费", ["#", 3, 1]],
    ],
    [
      ...requestsHead,
      ...requestsUpToFive(22),
      [["（六）其他处理", 1, 3], "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", ...figures(7)],
      ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", ...figures(7)],
      ["3.其他", ...figures(7)],
      ...requestsEnd,
    ],
    remedies,
  ],
  "2019": [
    [
      [["第二十条第（一）项", 4, 1]],
      ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
      ["规章", ...figures(3)],
      ["规范性文件", ...figures(3)],
      [["第二十条第（五）项", 4, 1]],
      ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
      ["行政许可", ...figures(3)],
      ["其他对外管理服务事项", ...figures(3)],
      [["第二十条第（六）项", 4, 1]],
      ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
      ["行政处罚", ...figures(3)],
      ["行政强制", ...figures(3)],
      [["第二十条第（八）项", 4, 1]],
      ["信息内容", "上一年项目数量", ["本年增/减", 2, 1]],
      ["行政事业性收费", "#", ["#", 2, 1]],
      [["第二十条第（九）项", 4, 1]],
      ["信息内容", "采购项目数量", ["采购总金额", 2, 1]],
      ["政府集中采购", "#", ["#", 2, 1]],
    ],
    [...requestsHead, ...requestsUpToFive(20), [["（六）其他处理", 2, 1], ...figures(7)], ...requestsEnd],
    remedies,
  ],
};

/** Legal bases of the rows of table 三 of 2021, by row, as articles (and items) of the Regulations. */
export const requestBases: Readonly<Record<number, string>> = {
  1: "条例第27条",
  3: "条例第36条（一）（二）",
  4: "条例第37条",
  5: "条例第14条",
  6: "条例第14条",
  7: "条例第14条",
  8: "条例第15条",
  9: "条例第16条",
  10: "条例第16条",
  11: "条例第16条",
  12: "条例第36条（七）",
  13: "条例第36条（四）（五）",
  14: "条例第38条",
  15: "条例第30条",
  16: "条例第39条",
  17: "条例第36条（六）",
  18: "条例第39条",
  19: "条例第35条",
  21: "条例第30条",
  22: "条例第42条、国办函〔2020〕109号",
};

/** The six sections. */
export const sectionTitles = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];
