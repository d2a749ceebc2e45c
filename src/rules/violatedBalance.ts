import { plainInteger } from "../_internal/integers.js";
import { type Finding, type FindingDetails, finding, type Language, type Sentence, sentence } from "../findings/finding.js";
import { leafOf } from "../form/cells.js";
import type { Form } from "../form/form.js";
import { formatCitation } from "../form/sources.js";
import { amountOf } from "../report/money.js";
import { type KnownOf, sidesOf, workOut } from "./linear.js";
import { ruleMessages, sideNames } from "./messages.js";
import type { LinearRule, LinearTerm, ReportOfTerm, Rule } from "./types.js";

/** The name of the report in front of the name of a figure; empty where a rule reads one report. */
type NameOfReport = (report: ReportOfTerm) => Sentence;

const NOTHING: Sentence = { zh: "", en: "" };

/**
 * The finding of a violated linear rule over one or several reports: both sides evaluated, in the units of the form. `form` is
 * the form of the report under check.
 */
export function violatedBalance(
  rule: LinearRule,
  form: Form,
  knownOf: KnownOf,
  language: Language,
  details: FindingDetails,
  nameOfReport: NameOfReport = () => NOTHING,
): Finding {
  const sides = sidesOf(rule);
  const sums = workOut(rule, knownOf);
  const isMoney = form.byAddress[rule.cells[0] ?? ""]?.unit === "amount";
  const plain = (sum: bigint): number | string => (isMoney ? amountOf(sum) : plainInteger(sum));
  const expected = plain(sums.left);
  const actual = plain(sums.right);
  const difference = plain(sums.right - sums.left);
  const [only, ...others] = sides.right;
  const side = (terms: readonly LinearTerm[], several: keyof typeof sideNames, constant: number) =>
    constant === 0 && terms.length === 1
      ? nameOf(form, rule, terms[0], nameOfReport)
      : terms.length === 0
        ? sideNames.bound
        : sideNames[several];
  const params = {
    statement: rule.statement,
    leftName: side(sides.left, sides.right.length < 2 ? "sum" : "left", 0),
    left: calculation(sides.left, 0, knownOf, plain, expected),
    rightName: side(sides.right, "right", rule.constant),
    right: calculation(sides.right, rule.constant, knownOf, plain, actual),
    expected,
    actual,
    difference,
    gap: plain(sums.right > sums.left ? sums.right - sums.left : sums.left - sums.right),
    citation: citationsOf(rule),
  };
  return finding(ruleMessages, rule.relation === "=" ? "balance.violated" : "balance.outOfBounds", params, language, {
    // The figure that a finding points at, where the right side is one figure.
    path: only === undefined || others.length > 0 ? null : only[1],
    ...details,
    expected,
    actual,
    difference,
  });
}

/** The citation of a rule, in words. */
export function citationsOf({ citation }: Rule): string {
  return citation.map(formatCitation).join("、");
}

/** A sum with its terms; zeros are left out of longer sums. */
export function calculation(
  terms: readonly LinearTerm[],
  constant: number,
  knownOf: KnownOf,
  plain: (sum: bigint) => number | string,
  sum: number | string,
): string {
  const figures = terms.map((term) => BigInt(term[0]) * (knownOf(term)?.value ?? 0n));
  if (constant !== 0) figures.push(BigInt(constant));
  const shown = figures.length > 2 ? figures.filter((figure) => figure !== 0n) : figures;
  const words = shown.map(
    (figure, i) => (figure < 0n ? (i === 0 ? "−" : " − ") : i === 0 ? "" : " + ") + plain(figure < 0n ? -figure : figure),
  );
  return shown.length < 2 ? String(sum) : `${words.join("")} = ${sum}`;
}

/**
 * A single figure of a rule with its value: named by its column where all figures of the rule stand in one row, otherwise by
 * its row.
 */
function nameOf(form: Form, { cells }: LinearRule, term: LinearTerm | undefined, nameOfReport: NameOfReport): Sentence {
  const [, address, report] = term ?? [1, "", "this"];
  const cell = form.byAddress[address];
  const inOneRecord = cells.every((other) => form.byAddress[other]?.record === cell?.record);
  const heading = cell === undefined ? undefined : leafOf(inOneRecord ? cell.fieldPath : cell.recordPath);
  const of = nameOfReport(report);
  const zh = heading === undefined ? address : heading.marker + heading.term.label;
  const en = heading === undefined ? address : heading.term.english;
  return {
    zh: of.zh + sentence(sideNames, "stated", { name: zh }, "zh"),
    en: `${of.en} ${sentence(sideNames, "stated", { name: en }, "en")}`.trimStart(),
  };
}
