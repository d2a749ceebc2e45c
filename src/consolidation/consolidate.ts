import { DisclosureReportError } from "../findings/error.js";
import { describeForm, editionIds } from "../form/form.js";
import { figureIn } from "../report/figures.js";
import { referTo } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { Accumulator } from "./accumulator.js";
import { Members } from "./members.js";
import type { Consolidation, ConsolidationOptions, Contribution } from "./types.js";

/**
 * Adds up the reports of a level, and the parent's own figures if it has any, to the tables of the parent. Exact: counts as
 * integers, amounts in fen. Edition and year are those named, else those of most reports. A report of another year, on another form, or of an agency that was there before is left out and
 * said; a figure that is blank in one of them is blank in the sum and said.
 *
 * @throws `DisclosureReportError` `consolidation.noEdition` if there is no report at all and no edition is named.
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
export function consolidate(children: Iterable<Draft>, own?: Draft, options: ConsolidationOptions = {}): Consolidation {
  const settled = settle(children, own, options);
  const sums = new Accumulator(settled.options, new Members(settled.options, true));
  if (own !== undefined) sums.addOwn(own);
  for (const child of settled.children) sums.add(child);
  return sums.result();
}

interface Settled {
  readonly children: Iterable<Draft>;
  readonly options: ConsolidationOptions;
}

/**
 * Settles edition and year where they are not named: those of the parent's own figures, else those of most reports, so that one
 * stray report does not throw out the others. Only then are the reports gone through twice.
 */
function settle(children: Iterable<Draft>, own: Draft | undefined, options: ConsolidationOptions): Settled {
  const edition = options.edition ?? own?.edition;
  const year = options.year ?? own?.year;
  if (edition !== undefined && year !== undefined) return { children, options: { ...options, edition, year } };
  const list = [...children];
  const usual = edition ?? mostFrequent(list.map((child) => child.edition));
  const likely = year ?? mostFrequent(list.flatMap((child) => (child.edition === usual ? (child.year ?? []) : [])));
  return {
    children: list,
    options: {
      ...options,
      ...(usual === undefined ? {} : { edition: usual }),
      ...(likely === undefined ? {} : { year: likely }),
    },
  };
}

/** The value that comes up most often; of several the one that came first. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let found: T | undefined;
  for (const [value, count] of counts) if (found === undefined || count > (counts.get(found) ?? 0)) found = value;
  return found;
}

/**
 * What each report adds to one figure of {@link consolidate}: the same reports, in the same order, one after the other and only as
 * far as they are asked for.
 *
 * @throws `DisclosureReportError` `consolidation.unknownCell` for an address that no form has.
 *
 * @example
 * ```ts
 * const county = (name: string, total: number) => ({ edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } }) as const;
 * const parts = contributionsTo("requests.received.total", [county("甲县", 3), county("乙县", 4)]);
 * [...parts].map(({ report, value }) => [report.agency, value]); //=> [["甲县", 3], ["乙县", 4]]
 * ```
 */
export function contributionsTo(
  address: string,
  children: Iterable<Draft>,
  own?: Draft,
  options: ConsolidationOptions = {},
): Iterable<Contribution> {
  if (!editionIds.some((id) => describeForm(id).byAddress.has(address))) {
    throw new DisclosureReportError("consolidation.unknownCell", `no form has a figure ${JSON.stringify(address)}`);
  }
  return contributions(address, children, own, options);
}

function* contributions(
  address: string,
  children: Iterable<Draft>,
  own: Draft | undefined,
  options: ConsolidationOptions,
): Generator<Contribution> {
  const settled = settle(children, own, options);
  const members = new Members(settled.options, true);
  if (own !== undefined) {
    const report = referTo(own, null);
    if (members.admit(own, report) === null) yield { report, own: true, value: figureIn(own, address) };
  }
  let index = 0;
  for (const child of settled.children) {
    const report = referTo(child, index);
    index += 1;
    if (members.admit(child, report) === null) yield { report, own: false, value: figureIn(child, address) };
  }
}
