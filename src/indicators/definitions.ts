import type { Sentence } from "../findings/finding.js";
import { type Cell, leafOf } from "../form/cells.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { remedyKinds, remedyResults, requestFlow, requestOutcomes } from "../form/terms.js";
import type { Heading, Term } from "../form/types.js";

/** The definition of an indicator: the ratio of two sums of figures. */
export interface IndicatorDefinition {
  /** Stable identifier. */
  readonly id: string;
  readonly name: Sentence;
  readonly definition: Sentence;
  /** Addresses of the figures that add up to the numerator. */
  readonly numerator: readonly string[];
  /** Addresses of the figures that add up to the denominator. */
  readonly denominator: readonly string[];
}

/**
 * The indicators that can be computed from a report on an edition, with their definitions and source figures.
 *
 * @example
 * ```ts
 * const [first] = indicatorDefinitionsOf("2021");
 * first?.id; //=> "granted.naturalPerson"
 * first?.numerator; //=> ["requests.granted.naturalPerson"]
 * first?.denominator; //=> ["requests.concluded.naturalPerson"]
 * ```
 */
export function indicatorDefinitionsOf(edition: EditionId): readonly IndicatorDefinition[] {
  const form = describeForm(edition);
  return [
    ...columnsOf(form).map(({ field, heading }) => granted(form, field, heading)),
    grantedOrPartiallyGranted(form),
    notProvided(form),
    correctedOn(form, remedyKinds.reconsideration),
    correctedOn(form, remedyKinds.litigation),
    carriedForward(form),
  ];
}

/** Figures of table 三 in a column, in the rows that a term heads. */
function rows(form: Form, field: string, ...terms: readonly Term[]): readonly string[] {
  return addresses(form, (cell) => cell.table === "requests" && cell.field === field && under(cell.recordPath, terms));
}

function addresses(form: Form, keep: (cell: Cell) => boolean): readonly string[] {
  return form.cells.filter(keep).map(({ address }) => address);
}

function under(path: readonly Heading[], terms: readonly Term[]): boolean {
  return path.some(({ term }) => terms.some(({ id }) => id === term.id));
}

/** The columns of table 三: the applicant categories and the total. */
function columnsOf(form: Form): readonly { readonly field: string; readonly heading: Heading }[] {
  return form.cells
    .filter(({ table, record }) => table === "requests" && record === requestFlow.concluded.id)
    .map(({ field, fieldPath }) => ({ field, heading: leafOf(fieldPath) }));
}

function totalOf(form: Form): string {
  return columnsOf(form).find(({ heading }) => heading.role === "total")?.field ?? "";
}

function granted(form: Form, field: string, { term }: Heading): IndicatorDefinition {
  return {
    id: `granted.${field}`,
    name: { zh: `${requestOutcomes.granted.label}率（${term.label}）`, en: `share granted (${term.english})` },
    definition: {
      zh: `“${requestOutcomes.granted.label}”占“${requestFlow.results.label}”${requestFlow.concluded.label}的比例，“${term.label}”一列`,
      en: `“${requestOutcomes.granted.english}” as a share of “${requestFlow.concluded.english}”, in the column “${term.english}”`,
    },
    numerator: rows(form, field, requestOutcomes.granted),
    denominator: rows(form, field, requestFlow.concluded),
  };
}

function grantedOrPartiallyGranted(form: Form): IndicatorDefinition {
  const total = totalOf(form);
  const { granted: full, partiallyGranted: part } = requestOutcomes;
  return {
    id: "grantedOrPartiallyGranted",
    name: { zh: `${full.label}和${part.label}率`, en: "share granted in full or in part" },
    definition: {
      zh: `“${full.label}”与“${part.label}”之和占“${requestFlow.results.label}”${requestFlow.concluded.label}的比例`,
      en: `“${full.english}” and “${part.english}” as a share of “${requestFlow.concluded.english}”`,
    },
    numerator: rows(form, total, full, part),
    denominator: rows(form, total, requestFlow.concluded),
  };
}

function notProvided(form: Form): IndicatorDefinition {
  const total = totalOf(form);
  const { refused, unableToProvide: unable } = requestOutcomes;
  return {
    id: "notProvided",
    name: { zh: "未提供率", en: "share not provided" },
    definition: {
      zh: `“${refused.label}”与“${unable.label}”各项之和占“${requestFlow.results.label}”${requestFlow.concluded.label}的比例；“${requestOutcomes.processingDeclined.label}”和“${requestOutcomes.otherHandling.label}”不计入分子`,
      en: `all of “${refused.english}” and “${unable.english}” as a share of “${requestFlow.concluded.english}”; “${requestOutcomes.processingDeclined.english}” and “${requestOutcomes.otherHandling.english}” are not in the numerator`,
    },
    numerator: rows(form, total, refused, unable),
    denominator: rows(form, total, requestFlow.concluded),
  };
}

function correctedOn(form: Form, kind: Term): IndicatorDefinition {
  const { corrected, pending } = remedyResults;
  const results = (keep: (heading: Heading) => boolean): readonly string[] =>
    addresses(
      form,
      ({ table, recordPath, fieldPath }) => table === "remedies" && under(recordPath, [kind]) && keep(leafOf(fieldPath)),
    );
  return {
    id: `corrected.${kind.id}`,
    name: { zh: `${kind.label}纠错率`, en: `correction rate in ${kind.english}` },
    definition: {
      zh: `${kind.label}“${corrected.label}”占已审结案件的比例；“${pending.label}”不计入分母`,
      en: `“${corrected.english}” as a share of the cases of ${kind.english} that were decided; “${pending.english}” is not in the denominator`,
    },
    numerator: results(({ term }) => term.id === corrected.id),
    denominator: results(({ role, term }) => role === "part" && term.id !== pending.id),
  };
}

function carriedForward(form: Form): IndicatorDefinition {
  const total = totalOf(form);
  const { received, broughtForward, carriedForward } = requestFlow;
  return {
    id: "carriedForward",
    name: { zh: "结转率", en: "carry-over rate" },
    definition: {
      zh: `“${carriedForward.label}”占“${received.label}”与“${broughtForward.label}”之和的比例`,
      en: `“${carriedForward.english}” as a share of “${received.english}” and “${broughtForward.english}” together`,
    },
    numerator: rows(form, total, carriedForward),
    denominator: rows(form, total, received, broughtForward),
  };
}
