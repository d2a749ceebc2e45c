import {
  all,
  answeredOnly,
  ofThisYear,
  type RowSum,
  receivedAndBrought,
  receivedOnly,
  withoutOther,
  withoutWithdrawn,
} from "./rows.js";

/** What an agency does with requests, and what the number of them can mean. */
export interface VerbWording {
  readonly words: readonly string[];
  readonly meanings: readonly RowSum[];
  readonly does: "receives" | "concludes";
  /** Of reviews and lawsuits, the verb may count those filed or closed in the year, and not those of table 四. */
  readonly casesDiffer: boolean;
  /** Without an object, the verb may be about anything. */
  readonly vague?: boolean;
}

export const verbs: readonly VerbWording[] = [
  {
    words: ["收到", "共收到", "接到", "收悉", "接收", "收件"],
    meanings: [receivedOnly, receivedAndBrought],
    does: "receives",
    casesDiffer: true,
  },
  {
    words: ["受理", "登记", "接受", "收到并受理", "登记受理"],
    meanings: [receivedOnly, receivedAndBrought],
    does: "receives",
    casesDiffer: true,
  },
  {
    words: ["新收", "新收到", "新接收", "新受理", "新增"],
    meanings: [receivedOnly],
    does: "receives",
    casesDiffer: true,
  },
  {
    words: ["办结", "审结", "办理完毕", "办理完成", "办理完结", "答复办结", "办结答复", "结案"],
    meanings: [all, ofThisYear],
    does: "concludes",
    casesDiffer: true,
  },
  {
    words: ["答复", "回复", "书面答复", "作出答复", "予以答复"],
    meanings: [all, ofThisYear, withoutOther, withoutWithdrawn, answeredOnly],
    does: "concludes",
    casesDiffer: true,
  },
  {
    words: ["办理", "处理", "处置"],
    meanings: [all, receivedOnly, receivedAndBrought, ofThisYear, withoutOther],
    does: "concludes",
    casesDiffer: true,
    vague: true,
  },
];

/** With a verb that closes a request, it describes how, not how many were closed. */
export const PUBLISHING = "公开";

/** What is carried over, if it is called this and not a request, may be reviews or lawsuits. */
export const CASES = "案件";
