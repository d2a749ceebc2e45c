import { Decimal } from "decimal.js";
import { yearsInDigits } from "../../_internal/chineseNumerals.js";
import { halfWidth, withoutSpaces } from "../../_internal/text.js";
import { YUAN_PATTERN } from "../../report/money.js";
import { agencyNameKey } from "../../report/sameAgency.js";

/** The statement of a text about the information-processing fee: an amount in yuan, none, or an unclear one. */
export type StatedFee = { readonly said: "amount"; readonly yuan: string } | { readonly said: "nothing" | "unclear" };

/** Who and when the report is about: another body or year is not it. */
export interface FeeSubject {
  readonly agency: string | null;
  readonly year: number | null;
}

/** The fee by its names, and a fee that the sentence has named before. */
const NAME = /信息处理费|信息公开(?:处理|收)费|处理费/;
const COLLECTED = /收取|收到|收缴|征收|实收|收费|入库|缴纳|缴费/;

/** A rate, as of a notice: no amount that was collected. */
const RATE = /标准|每件|每页|\/件|\/页|元一件|按件|按量|起收|计收|档|(?<!按照?|根据|依据|依照)规定(?:收|为)|应按/;
/** A bill: it may not have been paid. */
const BILL =
  /应收|应缴|应当缴|待收|待缴|拟收|欠缴|未到账|未入账|未缴|未按|逾期|催缴|收费通知|缴费通知|通知书|告知.{0,6}缴|预计|计划|可收/;
/** After a bill, these words show that it was paid. */
const PAID = /收取|收到|收缴|征收|实收|入库|缴纳|到账/;
/** What came in, whatever was billed before it: 发出收费通知的总金额0元、实际收取的总金额0元. */
const CAME_IN = /^(?:实际|已)(?:收取|收到|收缴|征收|缴纳|到账)|^实收/;
/** Money that was refunded or waived. */
const WAIVED = /减免|免收|免除|免缴|免予|退还|退回|退费|返还|豁免|少收/;
/** Another stretch of time than the year. */
const OTHER_TIME = /去年|上年|上一年|往年|历年|前年|以来|累计|同期|季度|上半年|下半年|月份|\d月|次年|明年|下年/;
const THIS_TIME = /今年|本年|全年|年内|当年|报告期|本报告年|本统计年/;
/** Another body than the agency. */
const OTHER_BODY =
  /所属|下属|直属|下级|各(?:部门|单位|级|乡|镇|街道|县|区|市|委办局|科室|处室|行政机关)|其他(?:部门|单位|机关)|全(?:县|市|省|区|州|盟|旗|系统|镇|乡)|部分(?:部门|单位|乡镇)|县级|市级|有关部门|相关部门|有关单位|分局|派出/;
const OWN_BODY =
  /^(?:.{0,8}?)(?:我|本)(?:局|县|市|区|省|州|镇|乡|街道|办|委|厅|院|机关|单位|部门|行政机关|中心|公司|府|会|校|站|队)/;
/** An agency that is named and collects. */
const NAMED_BODY =
  /([\u4e00-\u9fff]{1,20}?(?:局|委员会|办公室|厅|镇|乡|街道(?:办事处)?|人民政府|管委会|中心))(?:本年度?|今年|全年|共|未|没有|收|已|实际|\d{4}年)/;

const NEGATED =
  /未(?:曾|有|予|实际)?(?:发生|产生|收取|收到|征收|收|涉及|进行|开展|出现|向)|没有(?:收|发生|产生|征|涉及|出现|向)?|无(?:收取|收费|信息处理费|政府信息公开|需|任何|发生|产生|此|缴)|不(?:收取|收费|存在|涉及)|免费|零收费|均未|从未|:无$|情况:无|为零|为0$/;
const AMOUNT = /(\d[\d,]{0,15}(?:\.\d{1,6})?)(万?元)/g;
const PARTIAL = /其中|另|包括|分别|首次|第一次|第二次|一是|二是/;
/** What was not collected, rather than that nothing was: 未发生逾期未缴纳的情况. */
const NOT_OF_COLLECTING = /逾期|未缴|不缴|欠缴|违规|乱收|超标准|多收|投诉|争议|异议|复议/;

/** A comma, but not one between thousands; and words before a collected amount. */
const CLAUSE_END = /(?<!\d),|,(?!\d{3})|、(?=实际|实收)/;

/** A heading above the statement about the fee, and the end of a heading on its own line. */
const HEADING =
  /^(?:\(.\))?(?:本年度?|\d{4}年度?)?(?:收取)?(?:政府)?(?:信息公开)?(?:信息)?处理费(?:收取|收费)?(?:的)?(?:情况|方面)?:?$/;
const HEADING_LINE = /(情况|方面)[ \t\u3000]{0,8}\n/g;

interface Circumstances {
  readonly otherTime: boolean;
  readonly otherBody: boolean;
}

/**
 * The information-processing fee (信息处理费) that was collected according to a text. A rate, a bill, money that was waived, another year
 * and another body are not a collected fee; 未收取 is 0 only if it refers to the agency and the year of the report.
 */
export function feeIn(text: string, subject: FeeSubject): StatedFee {
  const plain = yearsInDigits(withoutSpaces(halfWidth(text.replace(HEADING_LINE, "$1，"))));
  if (!NAME.test(plain)) return { said: "nothing" };
  const stated = new Set<string>();
  let unclear = false;
  let none = false;
  for (const sentence of plain.split(/[。;；!！?？]/)) {
    if (!NAME.test(sentence)) continue;
    let now: Circumstances = { otherTime: false, otherBody: false };
    let named = false;
    let billed = false;
    let open = false;
    for (const clause of sentence.split(CLAUSE_END)) {
      now = circumstancesIn(clause, now, subject);
      named ||= NAME.test(clause);
      // 发出收费通知2份，信息处理费3000元: the amount is that of the bills.
      billed = BILL.test(clause) || (billed && !PAID.test(clause));
      if (!named) continue;
      const aside = now.otherTime || now.otherBody || RATE.test(clause) || WAIVED.test(clause) || PARTIAL.test(clause);
      const amounts = [...clause.matchAll(AMOUNT)].map(([, digits = "", unit]) => yuanOf(digits, unit));
      const bill = BILL.test(clause) || (billed && amounts.length > 0);
      const negated = NEGATED.test(clause) && amounts.every((amount) => amount === "0");
      if (NOT_OF_COLLECTING.test(clause) && negated) continue;
      if (CAME_IN.test(clause) && !aside && amounts.length > 0) open = false;
      if (bill) open = true;
      else if (aside) unclear ||= now.otherBody || WAIVED.test(clause) || PARTIAL.test(clause);
      else if (amounts.length > 0) for (const amount of amounts) stated.add(amount);
      else if (negated) none = true;
      else if (COLLECTED.test(clause)) unclear ||= !HEADING.test(clause);
    }
    unclear ||= open;
  }
  if (none && stated.size === 0 && !unclear) return { said: "amount", yuan: "0" };
  const [only, ...others] = stated;
  if (only === undefined) return { said: unclear || /\d元|收取|收费/.test(plain) ? "unclear" : "nothing" };
  const contradicted = none && only !== "0";
  if (others.length > 0 || unclear || contradicted || !YUAN_PATTERN.test(only)) return { said: "unclear" };
  return { said: "amount", yuan: only };
}

function yuanOf(digits: string, unit: string | undefined): string {
  return new Decimal(digits.replaceAll(",", "")).times(unit === "万元" ? 10_000 : 1).toFixed();
}

/** The body and the year that a clause is about: those of the previous clause, unless it states its own. */
function circumstancesIn(clause: string, before: Circumstances, { agency, year }: FeeSubject): Circumstances {
  const years = [...clause.matchAll(/((?:19|20)\d{2})年/g)].map((found) => Number(found[1]));
  const otherYear = years.some((named) => named !== (year ?? years[0]));
  const thisTime = THIS_TIME.test(clause) || (years.length > 0 && !otherYear);
  const otherTime = otherYear || OTHER_TIME.test(clause) || (before.otherTime && !thisTime);
  const own = OWN_BODY.test(clause) || (agency !== null && clause.includes(agencyNameKey(agency)));
  const named = NAMED_BODY.exec(clause)?.[1];
  const another = named !== undefined && !own && !(agency !== null && agencyNameKey(agency).endsWith(named));
  return { otherTime, otherBody: OTHER_BODY.test(clause) || another || (before.otherBody && !own) };
}
