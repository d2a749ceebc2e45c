import { overviewParts } from "../../form/terms.js";

const onRequest = overviewParts.disclosureOnRequest.label;

/** Words for what is counted: requests, the subject of the law, the fee. */
export const countedWords = {
  /** The thing counted is a request for government information. */
  request: [
    "政府信息公开申请",
    "信息公开申请",
    "政府信息申请",
    "公开申请",
    onRequest,
    `${onRequest}申请`,
    `${onRequest}件`,
    `${onRequest}事项`,
    `${onRequest}政府信息`,
    `${onRequest}信息`,
    `${onRequest}政府信息申请`,
    `政府信息${onRequest}`,
    `政府信息${onRequest}申请`,
    "信息公开申请表",
    "申请公开政府信息",
    "申请公开信息",
    "申请信息公开",
    "申请政府信息公开",
    "政府信息公开申请表",
    "政府信息公开申请件",
    "政府信息公开申请书",
    "依申请",
    "信息公开请求",
    "政府信息公开请求",
    "公开请求",
    `${onRequest}请求`,
    `${onRequest}政府信息请求`,
  ],
  /** A request of some kind, which the rest of the sentence specifies. */
  bareRequest: ["申请", "请求", "申请件", "申请表", "申请书", "申请事项"],
  topic: ["政府信息公开", "信息公开", "政府信息"],
  fee: ["信息处理费", `${onRequest}信息处理费`, "政府信息公开信息处理费", "信息处理费用", "政府信息处理费"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
