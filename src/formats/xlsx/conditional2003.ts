import type { Language } from "../../findings/finding.js";
import { readColour } from "../html/colour.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import {
  type Conditions,
  comparison,
  conditionsOf,
  type Difference,
  formulaTest,
  type Looks,
  type Rule,
  type Test,
} from "./conditions.js";
import { inLetters } from "./r1c1.js";
import type { Range } from "./worksheet.js";

/** The conditional formats of a worksheet of Excel 2003 XML. */
export function readConditions2003(sheet: XmlElement, looks: Looks, language: Language): Conditions {
  const rules = elementsOf(sheet)
    .filter(({ name }) => name === "x:ConditionalFormatting")
    .flatMap((format): readonly Rule[] => {
      const ranges = textIn(format, "x:Range").split(",").flatMap(rangeOf);
      return elementsOf(format)
        .filter(({ name }) => name === "x:Condition")
        .map((rule) => ({ ranges, test: testOf(rule, ranges), difference: differenceOf(childOf(rule, "x:Format")) }));
    });
  return conditionsOf(rules, language, looks);
}

function textIn(element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return child === undefined ? "" : textOf(child).trim();
}

/** A range of rows and columns by number, of whole rows or columns, or a single place. */
const RANGE = /^(?:R(\d{1,7}))?(?:C(\d{1,5}))?(?::(?:R(\d{1,7}))?(?:C(\d{1,5}))?)?$/;

function rangeOf(reference: string): readonly Range[] {
  const [whole = "", top, left, bottom = top, right = left] = RANGE.exec(reference.trim()) ?? [];
  if (whole === "") return [];
  return [{ rows: spanOf(top, bottom), columns: spanOf(left, right) }];
}

function spanOf(first: string | undefined, last: string | undefined): Range["rows"] {
  if (first === undefined) return { first: 1, last: Number.POSITIVE_INFINITY };
  return { first: Number(first), last: Number(last) };
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["Between", "between"],
  ["NotBetween", "notBetween"],
  ["Equal", "equal"],
  ["NotEqual", "notEqual"],
  ["Greater", "greaterThan"],
  ["Less", "lessThan"],
  ["GreaterOrEqual", "greaterThanOrEqual"],
  ["LessOrEqual", "lessThanOrEqual"],
]);

/** When a rule applies: by a comparison or, without one, by a formula. */
function testOf(rule: XmlElement, ranges: readonly Range[]): Test {
  const operator = OPERATORS.get(textIn(rule, "x:Qualifier"));
  const first = textIn(rule, "x:Value1");
  if (operator !== undefined) return comparison(operator, first, textIn(rule, "x:Value2"));
  const row = Math.min(...ranges.map(({ rows }) => rows.first));
  const column = Math.min(...ranges.map(({ columns }) => columns.first));
  return formulaTest(inLetters(first, row, column), { row, column }, ranges);
}

/** What the style of a rule changes. It is written as in a page. */
function differenceOf(format: XmlElement | undefined): Difference {
  const difference: { changes: boolean; colour: string | null; fill: string | null } = {
    changes: false,
    colour: null,
    fill: null,
  };
  for (const declaration of (attributeOf(format, "x:Style") ?? "").split(";")) {
    const [name = "", ...rest] = declaration.split(":");
    const value = rest.join(":").trim().toLowerCase();
    switch (name.trim().toLowerCase()) {
      case "color":
        difference.colour = hexOf(value);
        break;
      case "background":
        difference.fill = hexOf(value);
        break;
      case "text-line-through":
      case "mso-number-format":
      case "font-size":
      case "display":
      case "vertical-align":
        difference.changes ||= value !== "none";
        break;
    }
  }
  return difference;
}

/** A colour as six hex digits; `null` if it cannot be determined. */
function hexOf(value: string): string | null {
  const colour = readColour(value);
  if (colour === null || typeof colour === "string") return null;
  const { r, g, b } = colour;
  return [r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("");
}
