import type { Language } from "../../findings/finding.js";
import { visibilityOf } from "../docx/visibility.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import {
  ALWAYS,
  type Conditions,
  comparison,
  conditionsOf,
  type Difference,
  formulaTest,
  type Look,
  type Looks,
  type Rule,
  spend,
  type Test,
} from "../xlsx/conditions.js";
import { type Address, parseAddress, parseRange, type Range } from "../xlsx/worksheet.js";
import { formulaOf } from "./formula.js";
import type { OdfStyle, OdfStyles } from "./styles.js";

/** The conditional formats of a sheet as LibreOffice writes them, in an extension of the format. */
export function readConditions(table: XmlElement, styles: OdfStyles, looks: Looks, language: Language): Conditions {
  const list = childOf(table, "calcext:conditional-formats");
  const rules = (list === undefined ? [] : elementsOf(list)).flatMap((format): readonly Rule[] => {
    const ranges = rangesOf(attributeOf(format, "calcext:target-range-address") ?? "");
    return elementsOf(format).flatMap((rule) => {
      const base = parseAddress(withoutSheet(attributeOf(rule, "calcext:base-cell-address") ?? ""));
      const test = rule.name === "calcext:condition" ? testOf(attributeOf(rule, "calcext:value") ?? "", base, ranges) : ALWAYS;
      return changesOf(rule, styles).map((difference) => ({ ranges, test, difference }));
    });
  });
  return conditionsOf(rules, language, looks);
}

/** The cost of a rule of a style in range look-ups; it is evaluated again for each cell. */
const LOOKS_OF_RULE = 10;

/** Whether the rules of a style may hide the number of its cell, or show it as another one. */
export function rulesHide(
  style: OdfStyle,
  at: Address,
  number: string | null,
  styles: OdfStyles,
  looks: Looks,
  language: Language,
): boolean {
  if (style.rules.length === 0) return false;
  spend(looks, style.rules.length * LOOKS_OF_RULE, language);
  const ranges = [{ rows: { first: at.row, last: at.row }, columns: { first: at.column, last: at.column } }];
  const rules = style.rules.map(({ condition, applied, base }): Rule => {
    // Many cells share the style: its formula is known only for the cell that the rule was written for.
    const written = parseAddress(withoutSheet(base));
    return { ranges, test: testOf(condition, written, ranges), difference: differenceOf(styles("table-cell", applied)) };
  });
  return conditionsOf(rules, language, looks)(at.row, at.column, number, cellLook(style));
}

/** What the colours of a cell are to a rule. */
export function cellLook({ run, fill }: OdfStyle): Look {
  return { colour: run.colour === undefined || run.colour === "none" ? null : run.colour, fill };
}

const NOTHING: Difference = { changes: false, colour: null, fill: null };
const UNREADABLE: Difference = { ...NOTHING, changes: true };

function changesOf(rule: XmlElement, styles: OdfStyles): readonly Difference[] {
  switch (rule.name) {
    case "calcext:condition":
    case "calcext:date-is":
      return [
        differenceOf(styles("table-cell", attributeOf(rule, "calcext:apply-style-name") ?? attributeOf(rule, "calcext:style"))),
      ];
    case "calcext:color-scale":
      return elementsOf(rule).map((step) => ({ ...NOTHING, fill: attributeOf(step, "calcext:color")?.slice(1) ?? null }));
    default:
      return [rule, ...elementsOf(rule)].some((part) => attributeOf(part, "calcext:show-value") === "false") ? [UNREADABLE] : [];
  }
}

function differenceOf(style: OdfStyle): Difference {
  const { run, formatted, distorted } = style;
  const { colour: _, ...others } = run;
  const lifted = (run.align ?? "baseline") !== "baseline";
  const unseen = visibilityOf(others, { fills: [], reversed: false }) === "hidden" || run.colour === "none";
  return { changes: formatted || distorted || lifted || unseen, ...cellLook(style) };
}

/** A condition on the content of a cell, as the format writes it or as LibreOffice does: a sign and a value, two limits, a formula. */
const SIGN = /^(?:cell-content\(\))?\s*(=|!=|<=|>=|<|>)\s*(\S[\s\S]*)$/;
const LIMITS = /^(?:cell-content-is-)?(not-)?between\(([^,]*),([^,]*)\)$/;
const FORMULA = /^(?:formula-is|is-true-formula)\(([\s\S]*)\)$/;

function testOf(condition: string, base: Address | null, ranges: readonly Range[]): Test {
  const [, sign, value = ""] = SIGN.exec(condition) ?? [];
  if (sign !== undefined) return comparison(sign, value);
  const [, not, low = "", high = ""] = LIMITS.exec(condition) ?? [];
  if (high !== "") return comparison(not === undefined ? "between" : "notBetween", low, high);
  const [, formula] = FORMULA.exec(condition) ?? [];
  return formula === undefined || base === null ? ALWAYS : formulaTest(formulaOf(formula), base, ranges);
}

/** The ranges of a list of them, without the sheets that they name. */
function rangesOf(list: string): readonly Range[] {
  const outside = list.split("'").filter((_, i) => i % 2 === 0);
  return outside
    .join("")
    .split(/\s+/)
    .flatMap((reference) => {
      const [first = "", last = first] = reference.split(":").map(withoutSheet);
      return parseRange(`${first}:${last}`) ?? [];
    });
}

export function withoutSheet(reference: string): string {
  return reference.slice(reference.lastIndexOf(".") + 1);
}
