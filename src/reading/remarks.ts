import { leafOf, type Path } from "../form/cells.js";
import type { Heading } from "../form/types.js";
import { normalizeLabel } from "./labelText.js";
import { readUnit } from "./units.js";

/** The classification of a remark after a heading. */
export type Remark =
  | { readonly kind: "neutral" }
  | { readonly kind: "money"; readonly unit: string }
  /** It may mean that the figures differ from those of the form. */
  | { readonly kind: "unclear" };

/** What remarks are read against. */
export interface RemarkContext {
  readonly heading: Heading;
  /** Whether the heading has amounts of money below it or next to it. */
  readonly amounts: boolean;
  /** The year of the report, where it is known. */
  readonly year: number | null;
}

const NEUTRAL: Remark = { kind: "neutral" };
const UNCLEAR: Remark = { kind: "unclear" };

/** The reporting period itself. */
const THIS_YEAR = /^(?:本年|本年度|当年|年度|本报告年度)$/;

/** A year, with or without what is counted in it: 指2019年事项数. */
const YEAR =
  /^(?:指|即|为|是)?(\d{4})年?度?(?:底|末|全年|1月1日至12月31日|1月至12月|1月1日12月31日|112月)?(?:的?(?:事项|项目|办件|办理|处理|决定|处理决定|新增|收到|收费|采购)?(?:总?数量?|总?量|件数|金额)?)$/;

/** How a change is to be written: 增用正值表示，减用负值表示，如-8. */
const HOW_TO_WRITE = /^[增加减少正负值数字号请应用以表示填写如例为或则时的与上年相比+\d]+$/;
const WRITTEN = /[正负增减].*(?:表示|填)|^如/;

/** What a stock is counted as: 历史累计, 截至2023年底. */
const STOCK = /^(?:历史)?累计(?:数|总数|数量)?$|^截[至止](?:到)?(?:(\d{4})年度?|本年|当年|年)(?:底|末|12月31日|1231)$/;
const STOCKS: ReadonlySet<string> = new Set(["inForce", "totalDisclosed"]);
const CHANGES: ReadonlySet<string> = new Set(["change"]);

/** Where a label has its basis, and signs of notes. */
const CITATION =
  /^(?:依据|根据|见|对应|按)?(?:中华人民共和国)?(?:政府信息公开)?(?:条例)?第[一二三四五六七八九十百\d]{1,5}条(?:第?[一二三四五六七八九十\d]{1,3}[款项])*$/;
const NOTE = /^(?:注|备注|说明)?[\d①-⑳]{0,2}$/;

/** Items listed in the Regulations (条例第14条、第16条), which may follow a heading that counts them. */
const LISTED =
  /国家安全|公共安全|经济安全|社会稳定|人事管理|后勤管理|内部工作流程|讨论记录|过程稿|磋商信函|请示报告|以?及|和|等|方面|信息/g;

/** Classifies a remark after a heading: the form's own, a known neutral one, a unit, or an unclear one. */
export function readRemark(remark: string, { heading, amounts, year }: RemarkContext): Remark {
  const unit = readUnit(remark);
  if (unit !== null) {
    if (unit.kind === "money" && amounts) return { kind: "money", unit: unit.name };
    return unit.kind === "count" && !amounts ? NEUTRAL : UNCLEAR;
  }
  if (THIS_YEAR.test(remark)) return isPrevious(heading) ? UNCLEAR : NEUTRAL;
  if (CITATION.test(remark) || NOTE.test(remark) || isOwn(remark, heading)) return NEUTRAL;
  if (STOCKS.has(heading.term.id)) {
    const stock = STOCK.exec(remark);
    if (stock !== null) return stock[1] === undefined || Number(stock[1]) === year ? NEUTRAL : UNCLEAR;
  }
  if (CHANGES.has(heading.term.id) && HOW_TO_WRITE.test(remark) && WRITTEN.test(remark)) return NEUTRAL;
  const meant = year !== null && isPrevious(heading) ? year - 1 : year;
  return Number(YEAR.exec(remark)?.[1]) === meant ? NEUTRAL : UNCLEAR;
}

/** Whether a heading counts what the year before left or had. */
function isPrevious({ term }: Heading): boolean {
  return term.label.startsWith("上");
}

/** A part of the remark that the form prints itself, or what the Regulations list. */
function isOwn(remark: string, { note }: Heading): boolean {
  if (remark.length > 1 && normalizeLabel(note).includes(remark)) return true;
  return remark.replace(LISTED, "") === "";
}

/** Whether the last heading of a path has amounts of money. */
export function hasAmounts(path: Path): boolean {
  return leafOf(path).unit === "amount";
}
