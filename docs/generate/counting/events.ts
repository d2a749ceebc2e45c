import type { Draft, Sentence } from "../../../src/index.js";
import type { CaseEntry, RequestEntry } from "../../../src/register.js";

/**
 * Events of real life and what each counts as. The page on counting is made from this list, and a test tallies every one of them.
 *
 * `counts` has, for each year that is tallied, the rows that go up by one, of a natural person unless another applicant stands behind a
 * point; `*2` is by two. `codes` are the findings in any of these years.
 */
export interface CountingEvent {
  readonly id: string;
  readonly event: Sentence;
  readonly why: Sentence;
  readonly requests?: readonly RequestEntry[];
  readonly cases?: readonly CaseEntry[];
  /** Last year's report as it was published, where the event is about it. */
  readonly published?: Draft;
  readonly counts: Readonly<Record<number, readonly string[]>>;
  readonly codes?: readonly string[];
}

/** A part of the table. */
export interface EventGroup {
  readonly title: Sentence;
  readonly events: readonly CountingEvent[];
}

/** A request of a natural person with the number 1. */
function request(
  received: string,
  closed: string | null,
  outcome: string | null,
  more: Partial<RequestEntry> = {},
): RequestEntry {
  return { number: "1", applicant: "自然人", received, closed, outcome, ...more };
}

function lawsuit(kind: string, filed: string, closed: string | null, result: string | null, number = "1"): CaseEntry {
  return { number, kind, filed, closed, result };
}

const years: readonly CountingEvent[] = [
  {
    id: "within-the-year",
    event: { zh: "3月收到，当月予以公开", en: "Received in March, granted in March" },
    why: { zh: "收到和办结都在本年", en: "received and concluded within the year" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开")],
    counts: { 2022: [], 2023: ["received", "granted"], 2024: [] },
    codes: ["register.receivedAfterYear"],
  },
  {
    id: "new-years-eve",
    event: { zh: "12月31日收到，次年1月5日予以公开", en: "Received on 31 December, granted on 5 January" },
    why: {
      zh: "收到在本年、办结在次年：本年结转，次年承接",
      en: "in one year received, in the next concluded: what one carries forward the other brings forward",
    },
    requests: [request("2023-12-31", "2024-01-05", "予以公开")],
    counts: { 2023: ["received", "carriedForward"], 2024: ["broughtForward", "granted"] },
  },
  {
    id: "new-years-day",
    event: { zh: "1月1日收到，1月3日予以公开", en: "Received on 1 January, granted on 3 January" },
    why: { zh: "收到之日是哪一天，就计入哪一年", en: "the day of receipt decides the year" },
    requests: [request("2024-01-01", "2024-01-03", "予以公开")],
    counts: { 2023: [], 2024: ["received", "granted"] },
    codes: ["register.receivedAfterYear"],
  },
  {
    id: "answered-on-the-last-day",
    event: { zh: "12月1日收到，12月31日予以公开", en: "Received on 1 December, granted on 31 December" },
    why: { zh: "12月31日办结的，当年办结", en: "what is concluded on 31 December is concluded in the year" },
    requests: [request("2023-12-01", "2023-12-31", "予以公开")],
    counts: { 2023: ["received", "granted"], 2024: [] },
  },
  {
    id: "open-for-two-years",
    event: { zh: "2022年收到，2023年全年未办结，2024年予以公开", en: "Received in 2022, open all through 2023, granted in 2024" },
    why: {
      zh: "逐年结转：2023年既是上年结转，又结转下年度",
      en: "carried twice: in 2023 it is brought forward and carried forward",
    },
    requests: [request("2022-11-01", "2024-01-10", "予以公开")],
    counts: {
      2022: ["received", "carriedForward"],
      2023: ["broughtForward", "carriedForward"],
      2024: ["broughtForward", "granted"],
    },
    codes: ["register.implausibleDates", "register.implausibleDates", "register.implausibleDates"],
  },
  {
    id: "leap-day",
    event: { zh: "2024年2月29日收到，3月1日予以公开", en: "Received on 29 February 2024, granted on 1 March" },
    why: { zh: "2月29日在闰年是真实的日期", en: "in a leap year that is a day" },
    requests: [request("2024-02-29", "2024-03-01", "予以公开")],
    counts: { 2024: ["received", "granted"] },
  },
  {
    id: "posted-in-december",
    event: {
      zh: "12月29日交邮，次年1月2日签收，1月10日予以公开",
      en: "Posted on 29 December, signed for on 2 January, granted on 10 January",
    },
    why: {
      zh: "以邮寄方式提交的，签收之日为收到之日（条例第31条）",
      en: "by post, the day of signature is the day of receipt (条例第31条)",
    },
    requests: [request("2024-01-02", "2024-01-10", "予以公开")],
    counts: { 2023: [], 2024: ["received", "granted"] },
    codes: ["register.receivedAfterYear"],
  },
  {
    id: "ordinary-post",
    event: {
      zh: "平常信函12月30日到达，次年1月4日与申请人确认，1月15日予以公开",
      en: "An ordinary letter arrives on 30 December, is confirmed with the applicant on 4 January, granted on 15 January",
    },
    why: {
      zh: "无需签收的平常信函，与申请人确认之日为收到之日（条例第31条）",
      en: "of ordinary post the day confirmed with the applicant counts (条例第31条)",
    },
    requests: [request("2024-01-04", "2024-01-15", "予以公开")],
    counts: { 2023: [], 2024: ["received", "granted"] },
    codes: ["register.receivedAfterYear"],
  },
  {
    id: "online-on-new-years-eve",
    event: {
      zh: "12月31日网上提交，双方次年1月2日确认，1月15日予以公开",
      en: "Sent by the internet on 31 December, confirmed by both on 2 January, granted on 15 January",
    },
    why: {
      zh: "互联网渠道、传真提交的，双方确认之日为收到之日（条例第31条）",
      en: "by the internet or fax the day confirmed by both sides counts (条例第31条)",
    },
    requests: [request("2024-01-02", "2024-01-15", "予以公开")],
    counts: { 2023: [], 2024: ["received", "granted"] },
    codes: ["register.receivedAfterYear"],
  },
  {
    id: "dated-before-sent-after",
    event: { zh: "答复书落款12月30日，次年1月3日寄出", en: "The answer is dated 30 December and posted on 3 January" },
    why: {
      zh: "台账只有一个办结日期；按作出答复之日登记的，全部照此登记",
      en: "a register has one closing date: whichever day it takes, it takes for all; here that of the answer",
    },
    requests: [request("2023-12-10", "2023-12-30", "予以公开")],
    counts: { 2023: ["received", "granted"], 2024: [] },
  },
  {
    id: "extended",
    event: { zh: "12月收到，延期至次年2月予以公开", en: "Received in December, extended, granted in February" },
    why: { zh: "延期不是办结（条例第33条），年底时未办结", en: "an extension concludes nothing (条例第33条)" },
    requests: [request("2023-12-10", "2024-02-06", "予以公开")],
    counts: { 2023: ["received", "carriedForward"], 2024: ["broughtForward", "granted"] },
  },
  {
    id: "third-party-asked",
    event: { zh: "年底正在征求第三方意见，尚未答复", en: "A third party is being asked at the end of the year" },
    why: {
      zh: "征求意见的时间不计入期限（条例第33条），但申请没有办结",
      en: "that time is not counted (条例第33条), but the request is open",
    },
    requests: [request("2023-12-01", null, "征求第三方意见")],
    counts: { 2023: ["received", "carriedForward"] },
  },
];

const corrections: readonly CountingEvent[] = [
  {
    id: "corrected-over-new-year",
    event: {
      zh: "12月20日收到，要求补正，次年1月8日收到补正，1月30日予以公开",
      en: "Received on 20 December, sent back for correction, corrected on 8 January, granted on 30 January",
    },
    why: {
      zh: "期限自收到补正之日起算（条例第30条），申请仍是12月收到的",
      en: "the time to answer runs from the correction (条例第30条), but the request came in in December",
    },
    requests: [request("2023-12-20", "2024-01-30", "予以公开")],
    counts: { 2023: ["received", "carriedForward"], 2024: ["broughtForward", "granted"] },
  },
  {
    id: "being-corrected",
    event: {
      zh: "年底已通知补正，申请人尚未补正",
      en: "At the end of the year the applicant has been asked to correct it and has not",
    },
    why: { zh: "没有办结", en: "it is open" },
    requests: [request("2023-12-20", null, "补正中")],
    counts: { 2023: ["received", "carriedForward"] },
  },
  {
    id: "not-corrected",
    event: { zh: "申请人无正当理由逾期不补正", en: "The applicant does not correct it in time and gives no reason" },
    why: {
      zh: "视为放弃申请，不再处理（条例第30条）：（六）其他处理1",
      en: "no longer dealt with (条例第30条): other handling, 1",
    },
    requests: [request("2023-03-01", "2023-04-10", "逾期未补正")],
    counts: { 2023: ["received", "requestNotClarifiedInTime"] },
  },
  {
    id: "corrected-and-unclear",
    event: { zh: "补正后申请内容仍不明确", en: "It was corrected and is still not clear" },
    why: { zh: "（四）无法提供3", en: "unable to provide, 3" },
    requests: [request("2023-03-01", "2023-04-10", "3.补正后申请内容仍不明确")],
    counts: { 2023: ["received", "stillUnclear"] },
  },
];

const ends: readonly CountingEvent[] = [
  {
    id: "withdrawn",
    event: { zh: "申请人撤回", en: "The applicant withdraws it" },
    why: { zh: "格式没有单列撤回：（六）其他处理3", en: "the form has no row of its own for that: other handling, 3" },
    requests: [request("2023-03-01", "2023-03-10", "申请人撤回")],
    counts: { 2023: ["received", "otherReasons"] },
  },
  {
    id: "withdrawn-2020",
    event: { zh: "2020年撤回", en: "Withdrawn in 2020" },
    why: { zh: "2019版格式的其他处理只有一行", en: "on the form of 2019 other handling is one row" },
    requests: [request("2020-03-01", "2020-03-10", "撤回")],
    counts: { 2020: ["received", "otherHandling"] },
  },
  {
    id: "withdrawn-after-new-year",
    event: { zh: "12月收到，次年1月撤回", en: "Received in December, withdrawn in January" },
    why: { zh: "撤回在次年，年底时未办结", en: "at the end of the year it was open" },
    requests: [request("2023-12-20", "2024-01-05", "撤回")],
    counts: { 2023: ["received", "carriedForward"], 2024: ["broughtForward", "otherReasons"] },
  },
  {
    id: "fee-not-paid",
    event: { zh: "逾期未缴纳信息处理费", en: "The fee is not paid in time" },
    why: { zh: "国办函〔2020〕109号：（六）其他处理2", en: "国办函〔2020〕109号: other handling, 2" },
    requests: [request("2023-03-01", "2023-05-10", "逾期不缴费")],
    counts: { 2023: ["received", "feeNotPaidInTime"] },
  },
  {
    id: "already-public",
    event: { zh: "已主动公开，告知获取方式", en: "It is public already; the applicant is told where" },
    why: { zh: "条例第36条第（一）项：予以公开", en: "条例第36条, item 1: granted" },
    requests: [request("2023-03-01", "2023-03-05", "告知获取方式")],
    counts: { 2023: ["received", "granted"] },
  },
  {
    id: "redacted",
    event: { zh: "区分处理后公开其中一部分", en: "A part of it is disclosed, the rest taken out" },
    why: { zh: "条例第37条：只计部分公开，不计其他情形", en: "条例第37条: partly granted, and nothing else" },
    requests: [request("2023-03-01", "2023-03-20", "区分处理")],
    counts: { 2023: ["received", "partiallyGranted"] },
  },
  {
    id: "parts",
    event: {
      zh: "一件申请分两行登记：一项予以公开，一项属于国家秘密",
      en: "One request on two lines: one part granted, one a state secret",
    },
    why: {
      zh: "同一编号、同一收到日期是一件；有公开的部分，计部分公开一次",
      en: "one number and one day of receipt are one request; some of it was disclosed, so it is partly granted, once",
    },
    requests: [request("2023-03-01", "2023-03-20", "予以公开"), request("2023-03-01", "2023-03-25", "属于国家秘密")],
    counts: { 2023: ["received", "partiallyGranted"] },
    codes: ["register.parts"],
  },
  {
    id: "parts-all-refused",
    event: {
      zh: "一件申请分两行登记：一项属于国家秘密，一项本机关不掌握",
      en: "One request on two lines: one part a state secret, one not held",
    },
    why: {
      zh: "没有一项公开，格式也没有规定计哪一种：请合并为一行并写明",
      en: "nothing was disclosed, and the form does not say which reason counts: make it one line that does",
    },
    requests: [request("2023-03-01", "2023-03-20", "属于国家秘密"), request("2023-03-01", "2023-03-20", "不掌握")],
    counts: { 2023: [] },
    codes: ["register.linesUnclear"],
  },
  {
    id: "parts-over-new-year",
    event: {
      zh: "一件申请分两行登记：一项12月予以公开，一项次年1月答复不掌握",
      en: "One request on two lines: one part granted in December, one not held in January",
    },
    why: { zh: "最后一项办结之日才是办结之日", en: "a request is concluded when the last part is" },
    requests: [request("2023-12-01", "2023-12-20", "予以公开"), request("2023-12-01", "2024-01-10", "不掌握")],
    counts: { 2023: ["received", "carriedForward"], 2024: ["broughtForward", "partiallyGranted"] },
    codes: ["register.partsOpen", "register.parts"],
  },
  {
    id: "repeated",
    event: {
      zh: "同一申请人就同一内容再次申请，告知不重复处理",
      en: "The same applicant asks for the same again and is told that it was answered",
    },
    why: { zh: "两件申请；后一件：（五）不予处理2", en: "two requests; the second: processing declined, 2" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开"), request("2023-06-01", "2023-06-05", "重复申请", { number: "2" })],
    counts: { 2023: ["received*2", "granted", "repeatedRequest"] },
  },
  {
    id: "petition",
    event: { zh: "以申请的形式信访、投诉", en: "A complaint in the form of a request" },
    why: { zh: "条例第39条：（五）不予处理1", en: "条例第39条: processing declined, 1" },
    requests: [request("2023-03-01", "2023-03-05", "信访投诉")],
    counts: { 2023: ["received", "petitionOrComplaint"] },
  },
];

const whose: readonly CountingEvent[] = [
  {
    id: "joint-same",
    event: { zh: "两名自然人共同申请，登记为两行", en: "Two natural persons ask together, on two lines" },
    why: { zh: "一件申请，内容相同，计一次", en: "one request; the lines say the same and count once" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开"), request("2023-03-01", "2023-03-20", "予以公开")],
    counts: { 2023: ["received", "granted"] },
    codes: ["register.repeatedLine"],
  },
  {
    id: "joint-different",
    event: { zh: "一名自然人和一家企业共同申请，登记为两行", en: "A natural person and a company ask together, on two lines" },
    why: {
      zh: "一件申请，计入第一行的类别，请核对",
      en: "one request, under the applicant of the first line, which is reported",
    },
    requests: [
      request("2023-03-01", "2023-03-20", "予以公开"),
      request("2023-03-01", "2023-03-20", "予以公开", { applicant: "商业企业" }),
    ],
    counts: { 2023: ["received", "granted"] },
    codes: ["register.joint"],
  },
  {
    id: "by-a-lawyer",
    event: { zh: "律师受公民委托代为申请", en: "A lawyer asks on behalf of a citizen" },
    why: { zh: "申请人是委托人，不是律师事务所", en: "the applicant is the client, not the firm" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开")],
    counts: { 2023: ["received", "granted"] },
  },
  {
    id: "by-a-law-firm",
    event: { zh: "律师事务所以自己名义申请", en: "A law firm asks in its own name" },
    why: { zh: "法律服务机构", en: "a legal service institution" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开", { applicant: "律师事务所" })],
    counts: { 2023: ["received.legalServiceInstitution", "granted.legalServiceInstitution"] },
  },
  {
    id: "legal-person",
    event: { zh: "申请人类别只写“法人”", en: "The applicant is only called a legal person" },
    why: { zh: "法人或其他组织下有五类，请写明其中一类", en: "there are five kinds of them on the form: say which" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开", { applicant: "法人" })],
    counts: { 2023: [] },
    codes: ["register.unknownValue"],
  },
  {
    id: "two-in-one-letter",
    event: { zh: "一封信中提出两件申请", en: "Two requests in one letter" },
    why: { zh: "分别编号，分别计入", en: "number them apart; each counts" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开"), request("2023-03-01", "2023-03-20", "不掌握", { number: "2" })],
    counts: { 2023: ["received*2", "granted", "notHeld"] },
  },
];

const elsewhere: readonly CountingEvent[] = [
  {
    id: "wrong-agency",
    event: { zh: "不属于本机关负责，告知申请人向其他机关提出", en: "Another agency’s business; the applicant is told which" },
    why: { zh: "条例第36条第（五）项：（四）无法提供1", en: "条例第36条, item 5: unable to provide, 1" },
    requests: [request("2023-03-01", "2023-03-05", "不属于本机关负责公开")],
    counts: { 2023: ["received", "notHeld"] },
  },
  {
    id: "passed-on",
    event: { zh: "结果只写“转送”", en: "The outcome is only “passed on”" },
    why: {
      zh: "转送不是格式上的情形：作出告知的，计无法提供1；未受理即转给他人的，由承办机关登记",
      en: "that is no row of the form: where the applicant was told, it is unable to provide, 1; where it was only handed on, whoever answers registers it",
    },
    requests: [request("2023-03-01", "2023-03-05", "转送")],
    counts: { 2023: [] },
    codes: ["register.unknownValue"],
  },
  {
    id: "passed-to-us",
    event: {
      zh: "上级12月28日收到、次年1月3日转来，由本机关1月20日予以公开",
      en: "Received above on 28 December, passed to this agency on 3 January, granted by it on 20 January",
    },
    why: {
      zh: "由承办机关登记一次；本机关收到之日为1月3日",
      en: "whoever answers registers it, once; it came here on 3 January",
    },
    requests: [request("2024-01-03", "2024-01-20", "予以公开")],
    counts: { 2023: [], 2024: ["received", "granted"] },
    codes: ["register.receivedAfterYear"],
  },
];

const again: readonly CountingEvent[] = [
  {
    id: "answered-anew-next-year",
    event: {
      zh: "2022年答复不予公开，2023年复议决定撤销，2023年重新答复",
      en: "Refused in 2022, annulled on review in 2023, answered again in 2023",
    },
    why: {
      zh: "重新答复不是新的申请，没有收到一件就不能办结一件（勾稽关系）；复议案件计入表四",
      en: "a new answer is no new request, and nothing can be concluded that did not come in (the balances of table 三); the case counts in table 四",
    },
    requests: [request("2022-06-01", "2022-06-20", "属于国家秘密")],
    cases: [lawsuit("行政复议", "2022-08-01", "2023-01-10", "撤销")],
    counts: { 2022: ["received", "stateSecret", "reconsideration.pending"], 2023: ["reconsideration.corrected"] },
  },
  {
    id: "answered-anew-same-year",
    event: {
      zh: "3月答复不予公开，8月被撤销，10月重新答复予以公开",
      en: "Refused in March, annulled in August, granted in October of the same year",
    },
    why: {
      zh: "一件申请只计一次；原答复已不存在，按年底有效的答复登记",
      en: "one request counts once; the first answer is gone, so the one that stands at the end of the year is registered",
    },
    requests: [request("2023-02-20", "2023-10-10", "予以公开")],
    cases: [lawsuit("行政复议", "2023-05-01", "2023-08-01", "撤销并责令重新答复")],
    counts: { 2023: ["received", "granted", "reconsideration.corrected"] },
  },
  {
    id: "answered-anew-as-a-line",
    event: { zh: "重新答复另起一行，编号、收到日期相同", en: "The new answer is a second line with the same number and day" },
    why: {
      zh: "会被当作分别答复的两部分，并在提示中写明；请只保留一行",
      en: "taken for two parts of one answer, which is reported; keep one line",
    },
    requests: [request("2023-02-20", "2023-03-10", "属于国家秘密"), request("2023-02-20", "2023-10-10", "予以公开")],
    counts: { 2023: ["received", "partiallyGranted"] },
    codes: ["register.parts"],
  },
  {
    id: "ordered-to-answer",
    event: {
      zh: "逾期未答复，次年法院判决限期答复，随后予以公开",
      en: "Not answered in time; a court orders an answer next year, and it is granted",
    },
    why: { zh: "未答复就没有办结；诉讼案件另计", en: "without an answer it is open; the lawsuit counts besides" },
    requests: [request("2023-09-01", "2024-05-10", "予以公开")],
    cases: [lawsuit("未经复议直接起诉", "2023-12-01", "2024-04-20", "责令履行")],
    counts: {
      2023: ["received", "carriedForward", "directLitigation.pending"],
      2024: ["broughtForward", "granted", "directLitigation.corrected"],
    },
  },
];

const disputes: readonly CountingEvent[] = [
  {
    id: "review-upheld",
    event: { zh: "当年申请复议，当年决定维持", en: "Review asked for and decided in the year: upheld" },
    why: { zh: "结果维持", en: "upheld" },
    cases: [lawsuit("行政复议", "2023-03-01", "2023-05-01", "维持")],
    counts: { 2023: ["reconsideration.upheld"] },
  },
  {
    id: "review-over-new-year",
    event: { zh: "12月申请复议，次年2月撤诉", en: "Review asked for in December, withdrawn in February" },
    why: {
      zh: "2023年底尚未审结；2024年为其他结果。案件没有结转一栏，两年都计入",
      en: "pending at the end of 2023, another result in 2024; cases are not carried over, so they count in both years",
    },
    cases: [lawsuit("行政复议", "2023-12-01", "2024-02-01", "撤回复议申请")],
    counts: { 2023: ["reconsideration.pending"], 2024: ["reconsideration.otherResult"] },
  },
  {
    id: "review-then-court",
    event: {
      zh: "复议维持后又提起诉讼，当年驳回诉讼请求",
      en: "Upheld on review, then taken to court; the claim is dismissed in the same year",
    },
    why: {
      zh: "两个案件：复议一件，复议后起诉一件；驳回诉讼请求是维持",
      en: "two cases, one of each kind; dismissing the claim leaves the answer standing",
    },
    cases: [
      lawsuit("行政复议", "2023-02-01", "2023-04-01", "维持"),
      lawsuit("复议后起诉", "2023-05-01", "2023-11-01", "驳回诉讼请求", "2"),
    ],
    counts: { 2023: ["reconsideration.upheld", "litigationAfterReconsideration.upheld"] },
  },
  {
    id: "suit-not-admitted",
    event: { zh: "裁定驳回起诉", en: "The court does not admit the suit" },
    why: { zh: "没有审查答复：其他结果", en: "it did not look into the answer: another result" },
    cases: [lawsuit("直接诉讼", "2023-02-01", "2023-06-01", "驳回起诉")],
    counts: { 2023: ["directLitigation.otherResult"] },
  },
  {
    id: "found-unlawful",
    event: { zh: "判决确认违法", en: "The answer is found unlawful" },
    why: { zh: "结果纠正", en: "corrected" },
    cases: [lawsuit("直接诉讼", "2023-02-01", "2023-06-01", "确认违法")],
    counts: { 2023: ["directLitigation.corrected"] },
  },
  {
    id: "second-instance",
    event: {
      zh: "2023年一审判决，上诉，2024年二审维持原判",
      en: "Judgment in 2023, appeal, upheld in the second instance in 2024",
    },
    why: {
      zh: "一审、二审是一个案件；判决未生效，2023年底尚未审结。请只登记一行，二审判决之日为审结日期",
      en: "both instances are one case; without a final judgment it is pending at the end of 2023. Keep one line, closed with the second judgment",
    },
    cases: [lawsuit("直接诉讼", "2023-03-01", "2024-03-10", "驳回上诉维持原判")],
    counts: { 2023: ["directLitigation.pending"], 2024: ["directLitigation.upheld"] },
  },
  {
    id: "kind-not-said",
    event: { zh: "案件类别只写“行政诉讼”", en: "The case is only called a lawsuit" },
    why: {
      zh: "表四分为直接起诉和复议后起诉，请写明其中一种",
      en: "the form tells direct lawsuits from those after review: say which",
    },
    cases: [lawsuit("行政诉讼", "2023-03-01", "2023-06-01", "维持")],
    counts: { 2023: [] },
    codes: ["register.unknownValue"],
  },
];

const publishedWith = (year: number, carried: number, pending = 0): Draft => ({
  edition: "2021",
  year,
  requests: { carriedForward: { naturalPerson: carried, total: carried } },
  remedies: { reconsideration: { pending } },
});

const published: readonly CountingEvent[] = [
  {
    id: "published-agrees",
    event: { zh: "上年公布结转1件，台账承接1件", en: "One was published as carried forward, one is brought forward" },
    why: { zh: "一致", en: "they agree" },
    requests: [request("2023-12-20", "2024-01-10", "予以公开")],
    published: publishedWith(2023, 1),
    counts: { 2024: ["broughtForward", "granted"] },
  },
  {
    id: "late-entry",
    event: {
      zh: "12月20日收到的申请次年2月才补登，上年报告已公布结转0件",
      en: "Received on 20 December, entered in February after 0 had been published as carried forward",
    },
    why: {
      zh: "按收到之日，属于上年结转；与公布的数字不一致，逐格指出，应当更正上年报告或者说明",
      en: "by its day of receipt it is brought forward; the difference from what was published is reported figure by figure, and that report has to be corrected or the difference explained",
    },
    requests: [request("2023-12-20", "2024-02-10", "予以公开")],
    published: publishedWith(2023, 0),
    counts: { 2024: ["broughtForward", "granted"] },
    codes: ["register.carryOver", "register.carryOver"],
  },
  {
    id: "changed-after-publication",
    event: {
      zh: "上年公布结转2件，其中1件后来查明12月已撤回",
      en: "Two were published as carried forward; one of them turns out to have been withdrawn in December",
    },
    why: {
      zh: "台账更正后只承接1件；公布的数字不自动改动",
      en: "the corrected register brings one forward; what was published is not changed by that",
    },
    requests: [request("2023-12-20", "2024-01-10", "予以公开"), request("2023-12-10", "2023-12-28", "撤回", { number: "2" })],
    published: publishedWith(2023, 2),
    counts: { 2024: ["broughtForward", "granted"] },
    codes: ["register.carryOver", "register.carryOver"],
  },
  {
    id: "pending-published",
    event: {
      zh: "上年公布复议尚未审结2件，台账中年初尚未审结1件",
      en: "Two reviews were published as pending, one is open when the year begins",
    },
    why: { zh: "逐类指出相差多少", en: "the difference is reported, kind by kind" },
    cases: [lawsuit("行政复议", "2023-12-01", "2024-02-01", "维持")],
    published: publishedWith(2023, 0, 2),
    counts: { 2024: ["reconsideration.upheld"] },
    codes: ["register.pendingCases"],
  },
  {
    id: "published-of-another-year",
    event: { zh: "附上的是前年的报告", en: "The report given is of the year before last" },
    why: { zh: "不能用于核对，予以说明", en: "it cannot be compared with, and that is reported" },
    requests: [request("2024-03-01", "2024-03-10", "予以公开")],
    published: publishedWith(2022, 1),
    counts: { 2024: ["received", "granted"] },
    codes: ["register.publishedUnusable"],
  },
];

const slips: readonly CountingEvent[] = [
  {
    id: "entered-twice",
    event: { zh: "同一件登记了两行，内容相同", en: "Entered twice, the same in everything" },
    why: { zh: "计一次，请核对", en: "counts once, which is reported" },
    requests: [request("2023-03-01", null, null), request("2023-03-01", null, null)],
    counts: { 2023: ["received", "carriedForward"] },
    codes: ["register.repeatedLine"],
  },
  {
    id: "number-used-twice",
    event: { zh: "两件申请误用同一编号，收到日期不同", en: "Two requests with one number and different days of receipt" },
    why: {
      zh: "第一件计入；第二件不能确定，请分别编号",
      en: "the first counts; whether the second is another request cannot be told, so give it a number of its own",
    },
    requests: [request("2023-03-01", "2023-03-20", "予以公开"), request("2023-05-01", "2023-05-20", "予以公开")],
    counts: { 2023: ["received", "granted"] },
    codes: ["register.duplicateNumber"],
  },
  {
    id: "no-number",
    event: { zh: "没有编号", en: "It has no number" },
    why: { zh: "查不到记录，不计入", en: "it could not be traced, so it does not count" },
    requests: [request("2023-03-01", "2023-03-20", "予以公开", { number: "" })],
    counts: { 2023: [] },
    codes: ["register.numberMissing"],
  },
  {
    id: "no-closing-date",
    event: { zh: "写了结果，没有办结日期", en: "It has an outcome and no closing date" },
    why: { zh: "不知道哪一年办结，按未办结计入，请补充日期", en: "the year is not known: it counts as open, which is reported" },
    requests: [request("2023-03-01", null, "予以公开")],
    counts: { 2023: ["received", "carriedForward"] },
    codes: ["register.resultWithoutDate"],
  },
  {
    id: "no-outcome",
    event: { zh: "写了办结日期，没有结果", en: "It has a closing date and no outcome" },
    why: {
      zh: "不知道计入哪一行，不计入，请补充结果",
      en: "the row is not known: it does not count until the outcome is there",
    },
    requests: [request("2023-03-01", "2023-03-20", null)],
    counts: { 2023: [] },
    codes: ["register.closedWithoutResult"],
  },
  {
    id: "closed-before-received",
    event: { zh: "办结日期早于收到日期", en: "Closed before it came in" },
    why: { zh: "日期有误，不计入", en: "one of the dates is wrong, so it does not count" },
    requests: [request("2023-03-01", "2023-02-20", "予以公开")],
    counts: { 2023: [] },
    codes: ["register.closedBeforeReceived"],
  },
  {
    id: "no-such-day",
    event: { zh: "收到日期写作2023年2月29日", en: "Received on 29 February 2023" },
    why: { zh: "没有这一天，不计入", en: "there was no such day, so it does not count" },
    requests: [request("2023-02-29", "2023-03-20", "予以公开")],
    counts: { 2023: [] },
    codes: ["register.invalidDate"],
  },
  {
    id: "slip-of-the-century",
    event: { zh: "办结日期误写作2203年", en: "Closed in 2203, by a slip" },
    why: { zh: "按日期为未办结；历时过长，提示核对", en: "by its date it is open; so long a time is reported" },
    requests: [request("2023-03-01", "2203-03-20", "予以公开")],
    counts: { 2023: ["received", "carriedForward"] },
    codes: ["register.implausibleDates"],
  },
  {
    id: "group-only",
    event: { zh: "结果只写“不予公开”", en: "The outcome is only “refused”" },
    why: { zh: "不予公开有八种，请写明其中一种", en: "there are eight kinds of refusal: say which" },
    requests: [request("2023-03-01", "2023-03-20", "不予公开")],
    counts: { 2023: [] },
    codes: ["register.unknownValue"],
  },
];

/** All events, by what they are about. */
export const countingEvents: readonly EventGroup[] = [
  { title: { zh: "收到和办结的年度", en: "The year of receipt and of conclusion" }, events: years },
  { title: { zh: "补正", en: "Corrections" }, events: corrections },
  { title: { zh: "怎样办结", en: "How it ends" }, events: ends },
  { title: { zh: "申请人", en: "Who asks" }, events: whose },
  { title: { zh: "转送和其他机关", en: "Other agencies" }, events: elsewhere },
  { title: { zh: "重新答复", en: "Answered again" }, events: again },
  { title: { zh: "行政复议、行政诉讼", en: "Review and lawsuits" }, events: disputes },
  { title: { zh: "上年公布的数字", en: "What was published last year" }, events: published },
  { title: { zh: "登记中的差错", en: "Slips in the register" }, events: slips },
];
