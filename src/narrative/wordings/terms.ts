import { applicantHeadings, remedyKinds, remedyResults, requestFlow, requestOutcomes } from "../../form/terms.js";
import type { RowSum } from "./rows.js";

const { broughtForward, carriedForward } = requestFlow;

/** What a request is carried over to; often with what is done with it then. */
const carried = [
  "结转下年",
  "结转下年度",
  "结转下一年",
  "结转下一年度",
  "结转至下年",
  "结转至下年度",
  "结转至下一年度",
  "结转至次年",
  "结转次年",
  "结转到下年",
  "结转到下年度",
  "结转到下一年度",
  "转下年度",
  "转入下年度",
  "转至下年度",
  "顺延到下年度",
  "顺延至下年度",
  "顺延下年度",
  "延至下年度",
] as const;

/** Further wordings of single terms. */
export const termWordings: readonly { readonly id: string; readonly words: readonly string[] }[] = [
  {
    id: broughtForward.id,
    words: [
      "上年结转",
      "上年度结转",
      "去年结转",
      "上一年结转",
      "上一年度结转",
      "往年结转",
      "上年转结",
      "结转上年",
      "结转上年度",
      "上年遗留",
      "上年度遗留",
      "上年未办结",
      "上年度未办结",
      "上一年度未办结",
      "去年未办结",
    ],
  },
  {
    id: carriedForward.id,
    words: [
      ...carried.flatMap((words) => [words, `${words}办理`, `${words}继续办理`, `${words}答复`]),
      "下年度继续办理",
      "下一年度继续办理",
    ],
  },
  { id: requestOutcomes.granted.id, words: ["给予公开", "同意公开"] },
  { id: requestOutcomes.partiallyGranted.id, words: ["予以部分公开", "部分予以公开", "区分处理"] },
  { id: requestOutcomes.refused.id, words: ["不予以公开", "决定不予公开", "不同意公开", "不给予公开"] },
  { id: requestOutcomes.unableToProvide.id, words: ["无法予以提供"] },
  { id: requestOutcomes.requiresCreation.id, words: ["没有现成信息、需要另行制作", "没有现成信息需另行制作", "需要另行制作"] },
  {
    id: requestOutcomes.petitionOrComplaint.id,
    words: ["信访、举报、投诉类申请", "信访、投诉、举报类申请", "信访、举报、投诉类"],
  },
  { id: remedyKinds.reconsideration.id, words: ["复议", "申请复议", "复议申请"] },
  { id: remedyKinds.litigation.id, words: ["诉讼"] },
  {
    id: remedyKinds.directLitigation.id,
    words: ["直接提起诉讼", "直接提起行政诉讼"].flatMap((words) => [words, `未经复议${words}`, `未经行政复议${words}`]),
  },
  { id: remedyKinds.litigationAfterReconsideration.id, words: ["复议后提起诉讼", "复议后提起行政诉讼", "经复议后诉讼"] },
  { id: remedyResults.upheld.id, words: ["被维持", "予以维持", "维持原行政行为"] },
  { id: remedyResults.corrected.id, words: ["被纠正", "予以纠正"] },
  { id: remedyResults.otherResult.id, words: ["其他", "其它"] },
  { id: remedyResults.pending.id, words: ["尚未结案", "未结案", "尚在审理", "正在审理"] },
  { id: applicantHeadings.organizations.id, words: ["法人及其他组织", "法人、其他组织", "法人", "法人组织"] },
];

/** Words that may mean one line or several, and count requests only if requests were counted before: always doubtful. */
export const doubtfulWordings: readonly { readonly words: readonly string[]; readonly meanings: readonly RowSum[] }[] = [
  {
    words: ["其中公开", "其中已公开"],
    meanings: [
      { plus: [requestOutcomes.granted.id] },
      { plus: [requestOutcomes.granted.id, requestOutcomes.partiallyGranted.id] },
    ],
  },
];

/** Words for both directions of carrying over; the context determines which one. */
export const carryWords = {
  words: ["结转", "结转到", "结转至", "结转入", "转入"],
  meanings: [{ plus: [broughtForward.id] }, { plus: [carriedForward.id] }],
  before: broughtForward.id,
  after: carriedForward.id,
} as const satisfies { words: readonly string[]; meanings: readonly RowSum[]; before: string; after: string };

/**
 * Grounds that the law distinguishes and the form counts in one row, by that row. A text that names one of them may give the row's
 * own name to what is left of it.
 */
export const finerGrounds: readonly { readonly row: string; readonly grounds: readonly string[] }[] = [
  { row: requestOutcomes.notHeld.id, grounds: ["不存在", "不属于本"] },
];
