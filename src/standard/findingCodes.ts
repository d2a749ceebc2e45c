import { claim, isObject } from "../_internal/claim.js";
import * as check from "../check/messages.js";
import * as consolidation from "../consolidation/messages.js";
import * as crosswalk from "../crosswalk/messages.js";
import * as filing from "../filing/messages.js";
import type { Catalogue, Severity } from "../findings/finding.js";
import * as formats from "../formats/messages.js";
import * as ofd from "../formats/ofd/messages.js";
import * as page from "../formats/page/messages.js";
import * as narrative from "../narrative/messages.js";
import * as reading from "../reading/messages.js";
import * as register from "../register/messages.js";
import * as repair from "../repair/messages.js";
import * as report from "../report/messages.js";
import * as rules from "../rules/messages.js";
import * as series from "../series/messages.js";
import type { FindingCodeData, ParameterType } from "./types.js";

/** Every catalogue whose codes findings carry: what the rooms export under a name that ends in Messages. */
const catalogues: readonly Catalogue[] = /* @__PURE__ */ (() =>
  [
    report,
    formats,
    ofd,
    page,
    reading,
    rules,
    series,
    check,
    consolidation,
    crosswalk,
    filing,
    narrative,
    register,
    repair,
  ].flatMap((room) =>
    Object.entries<unknown>(room).flatMap(([name, value]) =>
      name.endsWith("Messages") && isObject(value) ? [claim<Catalogue>(value)] : [],
    ),
  ))();

/** Sentences that are put into others and are no findings by themselves. */
const PARTS: ReadonlySet<string> = new Set([
  "repair.change",
  "repair.open",
  "repair.more",
  "repair.supports",
  "repair.contradicts",
  "complete.onlyUnknown",
  "complete.nothingLeft",
  "complete.together",
  "complete.range",
  "complete.unwatched",
]);

/** The severities of what is not always an error. `rule`: that of the rule concerned. */
const SEVERITIES: Readonly<Record<string, readonly Severity[] | "rule">> = {
  "balance.violated": "rule",
  "domain.violated": "rule",
  "series.notEqual": "rule",
  "series.tooMany": "rule",
  "series.yearMissing": "rule",
  "series.duplicateYear": "rule",
  "series.gap": "rule",
  "series.agency": "rule",
  "series.reorganised": "rule",
  "series.tooFew": "rule",
  "series.nothingToCompare": ["advice"],
  "series.edition": "rule",
  "consolidation.notSum": "rule",
  "consolidation.lessThanParts": "rule",
  "consolidation.otherYear": "rule",
  "consolidation.otherEdition": "rule",
  "consolidation.doubled": "rule",
  "consolidation.unitDoubled": "rule",
  "consolidation.sameName": "rule",
  "consolidation.isParent": "rule",
  "consolidation.ownOfOther": "rule",
  "consolidation.levelYear": "rule",
  "consolidation.levelEdition": "rule",
  "consolidation.missing": "rule",
  "consolidation.unexpected": "rule",
  "consolidation.blank": "rule",
  "consolidation.tooLarge": "rule",
  "consolidation.nothingBelow": "rule",
  "consolidation.empty": "rule",
  "narrative.disagrees": ["warning"],
  "reading.editionUnclear": ["warning"],
  "reading.editionYear": ["warning"],
  "reading.rowOutOfPlace": ["warning"],
  "reading.rowUnknown": ["warning"],
  "reading.anotherReport": ["warning"],
  "reading.headMissing": ["warning"],
  "format.covered": ["warning"],
  "format.leftOut": ["advice"],
  "ofd.signed": ["advice"],
  "page.noText": ["warning"],
  "page.recognised": ["warning"],
  "page.unsaid": ["warning"],
  "check.tableBlank": ["warning"],
  "check.blanks": ["warning"],
  "reading.blank": ["warning"],
  "reading.mark": ["advice"],
  "reading.rowRepeated": ["advice"],
  "reading.alignedByCount": ["advice"],
  "reading.spaced": ["advice"],
  "reading.unitConverted": ["advice"],
};

/** What a parameter of a name can be. A name that is not listed is a text, the same in both languages. */
const PARAMETERS: Readonly<Record<string, readonly ParameterType[]>> = {
  actual: ["figure"],
  agency: ["text", "sentence"],
  alternatives: ["sentence"],
  blanks: ["integer"],
  changes: ["sentence"],
  count: ["integer"],
  current: ["sentence"],
  difference: ["figure"],
  expected: ["figure", "sentence"],
  first: ["sentence"],
  figures: ["integer"],
  from: ["figure"],
  to: ["figure"],
  label: ["sentence"],
  left: ["text"],
  limit: ["integer"],
  meaning: ["sentence"],
  missing: ["sentence"],
  own: ["sentence"],
  parent: ["sentence"],
  path: ["text", "sentence"],
  previous: ["sentence"],
  range: ["sentence"],
  report: ["sentence"],
  right: ["text"],
  row: ["integer"],
  rules: ["integer"],
  slip: ["sentence"],
  statement: ["sentence"],
  sum: ["figure"],
  tables: ["sentence"],
  unit: ["sentence"],
  what: ["sentence"],
  where: ["sentence"],
  year: ["integer"],
};

const TEXT: readonly ParameterType[] = ["text"];

function parametersOf(zh: string): readonly string[] {
  return [...new Set([...zh.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name])))];
}

/**
 * Every code that a finding can have, with its sentences and their parameters. A code may be retired; none is reused.
 *
 * @example
 * ```ts
 * const code = findingCodes().find(({ code }) => code === "domain.violated");
 * Object.keys(code?.parameters ?? {}); //=> ["where", "label", "expected", "found", "citation"]
 * ```
 */
export function findingCodes(): readonly FindingCodeData[] {
  return catalogues.flatMap((catalogue) =>
    Object.entries(catalogue).flatMap(([code, sentence]) => (PARTS.has(code) ? [] : [codeData(code, sentence)])),
  );
}

function codeData(code: string, { zh, en }: Catalogue[string]): FindingCodeData {
  return {
    code,
    area: code.slice(0, code.indexOf(".")),
    severity: SEVERITIES[code] ?? ["error"],
    parameters: Object.fromEntries(parametersOf(zh).map((name) => [name, PARAMETERS[name] ?? TEXT])),
    sentence: { zh, en },
  };
}
