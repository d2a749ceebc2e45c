/** Units of money that a document may state, with their size in 万元. Every other one (百万元, 千元, 美元 …) is refused. */
export const moneyUnits: Readonly<Record<string, string>> = { 元: "0.0001", 万元: "1", 万: "1", 亿元: "10000", 亿: "10000" };

/** The unit of the amounts of a column, unless a cell states another one. */
export const DEFAULT_MONEY_UNIT = "万元";

/** The unit that a text states. `unknown` is a unit that is not on the form and cannot be converted. */
export type StatedUnit =
  | { readonly kind: "money"; readonly name: string }
  | { readonly kind: "count" }
  | { readonly kind: "unknown"; readonly name: string };

const LEAD_IN = /^(?:计量|金额|货币|统计|数量)?单位(?:均?为|是)?|^均?以/;
const LEAD_OUT = /(?:为单位|计)$/;
/** A number of decimals is not a unit. */
const PRECISION = /(?:请|应)?(?:保留|精确[到至])(?:小数点后)?[一二三四五六两\d]{1,2}位(?:小数)?$/;
const COUNTED = /^(?:件次?|条|个|项|次|份|宗|起|例|篇|件条|条件)$/;
const MEASURE = /^[十百千万亿]{0,3}(?:元|美元|美金|港元|港币|欧元|日元|人民币|件次?|条|个|项|次|份|宗|起|例|篇|人次?|户|家)$/;

/**
 * The unit that a text states, if it contains nothing else: `单位：万元`, `元`, `以件计`. The text is normalized: without spaces
 * and punctuation. `null` if it contains anything else.
 */
export function readUnit(text: string): StatedUnit | null {
  const name = text
    .replace(PRECISION, "")
    .replace(LEAD_IN, "")
    .replace(LEAD_OUT, "")
    .replace(/^人民币(?=.)/, "");
  if (name !== "万" && name !== "亿" && Object.hasOwn(moneyUnits, name)) return { kind: "money", name };
  if (COUNTED.test(name)) return { kind: "count" };
  return MEASURE.test(name) ? { kind: "unknown", name } : null;
}
