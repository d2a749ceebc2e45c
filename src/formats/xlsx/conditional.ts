import type { Language } from "../../findings/finding.js";
import type { Fill } from "../colours.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { isUnseen, readFont } from "./cellStyles.js";
import {
  ALWAYS,
  type Conditions,
  comparison,
  conditionsOf,
  type Difference,
  formulaTest,
  type Looks,
  type Rule,
  type Test,
} from "./conditions.js";
import type { Colours } from "./palette.js";
import { parseRange, type Range } from "./worksheet.js";

/** The formats that rules give to cells. */
export function readDifferences(styles: XmlElement | null, colours: Colours): readonly Difference[] {
  const list = childOf(styles ?? undefined, "x:dxfs");
  return list === undefined ? [] : elementsOf(list).map((difference) => differenceOf(difference, colours));
}

const NOTHING: Difference = { changes: false, colour: null, fill: null };
const UNREADABLE: Difference = { ...NOTHING, changes: true };

function differenceOf(element: XmlElement, colours: Colours): Difference {
  if (childOf(element, "x:numFmt") !== undefined) return UNREADABLE;
  const stated = childOf(element, "x:font");
  const font = stated === undefined ? null : readFont(stated, colours);
  const pattern = childOf(childOf(element, "x:fill"), "x:patternFill");
  return {
    changes: font !== null && (font.raised || isUnseen({ ...font, colour: null })),
    colour: font?.colour ?? null,
    fill: colours(childOf(pattern, "x:bgColor") ?? childOf(pattern, "x:fgColor")),
  };
}

/** The conditional formats of a worksheet that change what is read of its cells, those of newer programs too. */
export function readConditions(
  sheet: XmlElement,
  differences: readonly Difference[],
  colours: Colours,
  looks: Looks,
  language: Language,
): Conditions {
  const extensions = childOf(sheet, "x:extLst");
  const newer = (extensions === undefined ? [] : elementsOf(extensions))
    .flatMap(elementsOf)
    .filter(({ name }) => name === "x14:conditionalFormattings")
    .flatMap(elementsOf);
  const rules = [...elementsOf(sheet), ...newer].flatMap((element): readonly Rule[] => {
    if (!/^x(?:14)?:conditionalFormatting$/.test(element.name)) return [];
    const list = childOf(element, "xm:sqref");
    const ranges = rangesOf(list === undefined ? (attributeOf(element, "sqref") ?? "") : textOf(list));
    return elementsOf(element).flatMap((rule) =>
      changesOf(rule, differences, colours).map((difference) => ({ ranges, difference, test: testOf(rule, ranges) })),
    );
  });
  return conditionsOf(rules, language, looks);
}

function rangesOf(references: string): readonly Range[] {
  return references
    .trim()
    .split(/\s+/)
    .flatMap((reference) => parseRange(reference.includes(":") ? reference : `${reference}:${reference}`) ?? []);
}

/** What a rule may do: a scale of colours gives each cell one of them, or one between them. */
function changesOf(rule: XmlElement, differences: readonly Difference[], colours: Colours): readonly Difference[] {
  const part = (name: string): XmlElement | undefined => childOf(rule, `x:${name}`) ?? childOf(rule, `x14:${name}`);
  const shown = attributeOf(part("dataBar") ?? part("iconSet"), "showValue");
  if (["0", "false"].includes(shown ?? "1")) return [UNREADABLE];
  const own = part("dxf");
  if (own !== undefined) return [differenceOf(own, colours)];
  const scale = part("colorScale");
  if (scale === undefined) return [differences[Number(attributeOf(rule, "dxfId") ?? -1)] ?? NOTHING];
  const steps = elementsOf(scale).filter(({ name }) => /^x(?:14)?:color$/.test(name));
  return steps.map((step) => ({ ...NOTHING, fill: colours(step) satisfies Fill }));
}

/** When a rule applies. */
function testOf(rule: XmlElement, ranges: readonly Range[]): Test {
  const [first = "", second = ""] = elementsOf(rule)
    .filter(({ name }) => name === "x:formula" || name === "xm:f")
    .map(textOf);
  const type = attributeOf(rule, "type");
  if (type === "cellIs") return comparison(attributeOf(rule, "operator") ?? "", first, second);
  if (type !== "expression") return ALWAYS;
  const row = Math.min(...ranges.map(({ rows }) => rows.first));
  const column = Math.min(...ranges.map(({ columns }) => columns.first));
  return formulaTest(first, { row, column }, ranges);
}
