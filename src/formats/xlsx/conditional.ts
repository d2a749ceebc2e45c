import type { Language, Sentence } from "../../findings/finding.js";
import { isInvisible } from "../colours.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { isUnseen, readFont } from "./cellStyles.js";
import type { Colours } from "./palette.js";
import { parseRange, type Range } from "./worksheet.js";

/** Most ranges of a worksheet whose conditional formats change what is read. */
export const MAX_CONDITIONAL_RANGES = 2_000;

/** Tells of a cell whether a conditional format may show its number as another one, or not at all. */
export type Conditions = (row: number, column: number, number: string | null) => boolean;

/** Whether a rule applies to a number; `null` stands for what is no number. */
type Test = (number: string | null) => boolean;

interface Rule extends Range {
  readonly test: Test;
}

/** The formats that rules give to cells: whether each changes what is read of a number. */
export function readDifferences(styles: XmlElement | null, colours: Colours): readonly boolean[] {
  const list = childOf(styles ?? undefined, "x:dxfs");
  return list === undefined ? [] : elementsOf(list).map((difference) => changesNumbers(difference, colours));
}

function changesNumbers(difference: XmlElement, colours: Colours): boolean {
  if (childOf(difference, "x:numFmt") !== undefined) return true;
  const element = childOf(difference, "x:font");
  if (element === undefined) return false;
  const font = readFont(element, colours);
  const pattern = childOf(childOf(difference, "x:fill"), "x:patternFill");
  const ground = colours(childOf(pattern, "x:bgColor") ?? childOf(pattern, "x:fgColor"));
  // Text that is light on its own cell's dark ground is as rare as the rules that make it so.
  if (ground === null) return isUnseen(font);
  return isUnseen({ ...font, colour: null }) || (font.colour !== null && isInvisible(font.colour, ground));
}

/** The conditional formats of a worksheet that change what is read of its cells. */
export function readConditions(sheet: XmlElement, differences: readonly boolean[], language: Language): Conditions {
  const rules: Rule[] = [];
  for (const element of elementsOf(sheet)) {
    if (element.name !== "x:conditionalFormatting") continue;
    const tests = elementsOf(element).flatMap((rule) => testOf(rule, differences) ?? []);
    if (tests.length === 0) continue;
    for (const reference of (attributeOf(element, "sqref") ?? "").split(/\s+/)) {
      const range = parseRange(reference.includes(":") ? reference : `${reference}:${reference}`);
      if (range !== null) for (const test of tests) rules.push({ ...range, test });
    }
    if (rules.length > MAX_CONDITIONAL_RANGES)
      throw formatError("format.limit", { what: ranges, limit: MAX_CONDITIONAL_RANGES, found: rules.length }, language);
  }
  let at = 0;
  let here: readonly Rule[] = [];
  return (row, column, number) => {
    if (rules.length === 0) return false;
    if (row !== at) {
      at = row;
      here = rules.filter(({ rows }) => row >= rows.first && row <= rows.last);
    }
    return here.some(({ columns, test }) => column >= columns.first && column <= columns.last && test(number));
  };
}

/** When a rule that changes what is read applies; `null` for a rule that changes nothing. */
function testOf(rule: XmlElement, differences: readonly boolean[]): Test | null {
  const bar = childOf(rule, "x:dataBar") ?? childOf(rule, "x:iconSet");
  if (["0", "false"].includes(attributeOf(bar, "showValue") ?? "1")) return () => true;
  if (differences[Number(attributeOf(rule, "dxfId") ?? -1)] !== true) return null;
  const [first = "", second = ""] = elementsOf(rule)
    .filter(({ name }) => name === "x:formula")
    .map(textOf);
  if (attributeOf(rule, "type") === "cellIs") return comparison(attributeOf(rule, "operator") ?? "", first, second);
  const [, operator = "", operand = ""] = OWN_VALUE.exec(first) ?? [];
  return attributeOf(rule, "type") === "expression" && operator !== ""
    ? comparison(SIGNS.get(operator) ?? "", operand, "")
    : () => true;
}

/** A formula that compares one cell, that of the rule, with a constant. */
const OWN_VALUE = /^\s*\$?[A-Z]{1,3}\$?[1-9]\d{0,6}\s*(=|<>|<=|>=|<|>)\s*(-?\d{1,15}(?:\.\d{1,15})?|"[^"]*")\s*$/i;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["=", "equal"],
  ["<>", "notEqual"],
  ["<", "lessThan"],
  ["<=", "lessThanOrEqual"],
  [">", "greaterThan"],
  [">=", "greaterThanOrEqual"],
]);

const NUMBER = /^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/;

/** Compares with constants. What cannot be told is taken to apply, but a 0 that is not shown is a zero all the same. */
function comparison(operator: string, first: string, second: string): Test {
  if (!NUMBER.test(first) || (second !== "" && !NUMBER.test(second))) return (number) => number !== "0";
  const [low, high] = [Number(first), Number(second)];
  return (text) => {
    if (text === "0") return false;
    if (text === null) return true;
    const number = Number(text);
    switch (operator) {
      case "equal":
        return number === low;
      case "notEqual":
        return number !== low;
      case "lessThan":
        return number < low;
      case "lessThanOrEqual":
        return number <= low;
      case "greaterThan":
        return number > low;
      case "greaterThanOrEqual":
        return number >= low;
      case "between":
        return number >= Math.min(low, high) && number <= Math.max(low, high);
      case "notBetween":
        return number < Math.min(low, high) || number > Math.max(low, high);
      default:
        return true;
    }
  };
}

const ranges: Sentence = {
  zh: "一个工作表中条件格式的区域数",
  en: "the number of ranges with conditional formats in a worksheet",
};
