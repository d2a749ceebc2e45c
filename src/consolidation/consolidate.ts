import { describe } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { finding, type Language } from "../findings/finding.js";
import { describeForm, editionIds } from "../form/form.js";
import { figureIn } from "../report/figures.js";
import { reportList } from "../report/reportList.js";
import type { Draft } from "../report/types.js";
import { Accumulator, type Summed, topUnit } from "./accumulator.js";
import { type Kept, Ledger } from "./ledger.js";
import { consolidationMessages } from "./messages.js";
import type { Consolidation, ConsolidationOptions, Contribution } from "./types.js";
import { refTo } from "./units.js";

/**
 * Adds up the reports of a level, and the parent's own figures if given, to the tables of the parent. Sums are exact: counts as
 * integers, amounts in fen. Edition and year default to those of most reports; in a tie, of the first. A report of another
 * year, on another edition, or of an agency that was already counted is left out, with a finding. A figure that is blank in one
 * of the reports is blank in the sum, with a finding.
 *
 * @throws `DisclosureReportError` `consolidation.noEdition` if there is no report at all and no edition is named; `report.notList` if
 * no list is given.
 *
 * @example
 * ```ts
 * const county = (name: string, total: number) => ({ edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } }) as const;
 * const { draft, reports } = consolidate([county("甲县", 3), county("乙县", 4)], county("某市", 10));
 * figureAt(draft, "requests.received.total"); //=> 17
 * reports; //=> 3
 * draft.agency?.name; //=> "某市"
 * ```
 */
export function consolidate(children: Iterable<Draft>, own?: Draft, options?: ConsolidationOptions): Consolidation {
  options ??= {};
  return addUp(children, own, options, false).level;
}

/** As {@link consolidate}, with the counted reports if they are to be kept. */
export function addUp(
  children: Iterable<Draft>,
  own: Draft | undefined,
  options: ConsolidationOptions,
  keepsAll: boolean,
): Summed {
  const sums = new Accumulator(new Ledger(options, keepsAll), topUnit(options.agency ?? own?.agency), options.expected);
  if (own) sums.addOwn(own, options.agency);
  for (const child of reportList(children, options.language)) sums.add(child);
  return sums.result();
}

/**
 * The value that each report contributes to one figure of {@link consolidate}: the same reports, in the same order.
 *
 * @throws `DisclosureReportError` `consolidation.unknownCell` for an address that no form has; `report.notList` if no list is given.
 *
 * @example
 * ```ts
 * const county = (name: string, total: number) => ({ edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } }) as const;
 * const parts = contributionsTo("requests.received.total", [county("甲县", 3), county("乙县", 4)]);
 * parts.map(({ report, value }) => [report.agency, value]); //=> [["甲县", 3], ["乙县", 4]]
 * ```
 */
export function contributionsTo(
  address: string,
  children: Iterable<Draft>,
  own?: Draft,
  options?: ConsolidationOptions,
): readonly Contribution[] {
  options ??= {};
  expectAddress(address, options.language);
  const list = [...reportList(children, options.language)];
  if (list.length === 0 && !own) return [];
  return contributionsOf(address, addUp(list, own, options, true).counted);
}

/** Refuses an address that no form has. */
export function expectAddress(address: string, language: Language = "zh"): void {
  if (editionIds.some((id) => address in describeForm(id).byAddress)) return;
  const params = { address: describe(address) };
  throw errorFrom("consolidation.unknownCell", [
    finding(consolidationMessages, "consolidation.unknownCell", params, language, { actual: address }),
  ]);
}

/** The values of a figure in several reports. */
export function contributionsOf(address: string, counted: readonly Kept[]): readonly Contribution[] {
  return counted.flatMap(({ member, draft }): readonly Contribution[] =>
    draft === null ? [] : [{ report: refTo(member), own: member.index === null, value: figureIn(draft, address) }],
  );
}
