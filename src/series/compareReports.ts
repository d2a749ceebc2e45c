import { shareOf } from "../_internal/share.js";
import { type Address, type EditionId, formOf } from "../form/form.js";
import type { Unit } from "../form/types.js";
import { type FigureValue, figuresOf, figureValue } from "../report/figures.js";
import { amountOf } from "../report/money.js";
import { type ReportRef, referTo } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { addressesMissing, type Group, groupsBetween } from "./editions.js";

/** How one figure changed from one report to another. */
export interface CellChange {
  readonly address: Address;
  readonly unit: Unit;
  readonly from: FigureValue;
  readonly to: FigureValue;
  /** `to` minus `from`: a number, or an amount in 万元 as a decimal string; `null` where one of them is blank. */
  readonly difference: number | string | null;
  /**
   * `difference` relative to the absolute value of `from`, as a decimal string rounded to `SHARE_DECIMALS` decimals; `null`
   * where `from` is 0 or one of them is blank.
   */
  readonly ratio: string | null;
}

/**
 * The total change of several figures of one form that are a single figure on the other, such as 其他处理 of 2019 and its three
 * rows of 2021.
 */
export interface GroupedChange extends Omit<CellChange, "address"> {
  /** Addresses on the form of the first and of the second report; one of the two lists has a single figure. */
  readonly addresses: { readonly from: readonly string[]; readonly to: readonly string[] };
}

/** The differences of two reports, figure by figure. */
export interface Comparison {
  /** Edition of the second report, whose form the changes follow. */
  readonly edition: EditionId;
  readonly from: ReportRef;
  readonly to: ReportRef;
  /** Every figure that both forms have, changed or not, in the order of the form of the second report. */
  readonly changes: readonly CellChange[];
  /** Figures that one form has as one and the other as several, added up; in the order of the form of the second report. */
  readonly grouped: readonly GroupedChange[];
  /** Figures that only the form of the first report has, by address. */
  readonly onlyInFrom: readonly string[];
  /** Figures that only the form of the second report has, by address. */
  readonly onlyInTo: readonly string[];
}

/**
 * The change of every figure from one report to another, absolute and relative, exact. Reports on different editions are
 * compared where both forms have the figure, or one has a single figure for several of the other; figures that only one form
 * has are listed.
 *
 * @example
 * ```ts
 * const last = { edition: "2021", year: 2022, requests: { received: { total: 8 } } } as const;
 * const next = { edition: "2021", year: 2023, requests: { received: { total: 10 } } } as const;
 * const change = compareReports(last, next).changes.find(({ address }) => address === "requests.received.total");
 * change?.difference; //=> 2
 * change?.ratio; //=> "0.25"
 * ```
 */
export function compareReports(a: Draft, b: Draft): Comparison {
  const from = formOf(a);
  const figures = { from: figuresOf(a), to: figuresOf(b) };
  const changes = formOf(b).cells.flatMap((cell): readonly CellChange[] => {
    const before = from.byAddress[cell.address];
    if (before === undefined || before.unit !== cell.unit) return [];
    const was = figures.from[before.index] ?? Number.NaN;
    const is = figures.to[cell.index] ?? Number.NaN;
    const common = { address: cell.address, unit: cell.unit, from: figureValue(before, was), to: figureValue(cell, is) };
    return [{ ...common, ...changeOf(cell.unit, was, is) }];
  });
  return {
    edition: b.edition,
    from: referTo(a, 0),
    to: referTo(b, 1),
    changes,
    grouped: groupsBetween(a.edition, b.edition).map((group) => groupedChange(group, a, b)),
    onlyInFrom: addressesMissing(a.edition, b.edition),
    onlyInTo: addressesMissing(b.edition, a.edition),
  };
}

/** The sums of several figures before and after; `null` where one of them is blank. */
function groupedChange({ from, to }: Group, a: Draft, b: Draft): GroupedChange {
  const before = sumOf(a, from);
  const after = sumOf(b, to);
  return {
    addresses: { from, to },
    unit: "count",
    from: before,
    to: after,
    ...changeOf("count", before ?? Number.NaN, after ?? Number.NaN),
  };
}

function sumOf(draft: Draft, addresses: readonly string[]): number | null {
  const figures = figuresOf(draft);
  const { byAddress } = formOf(draft);
  const sum = addresses.reduce((total, address) => total + (figures[byAddress[address]?.index ?? -1] ?? Number.NaN), 0);
  return Number.isSafeInteger(sum) ? sum : null;
}

function changeOf(unit: Unit, was: number, is: number): Pick<CellChange, "difference" | "ratio"> {
  if (!Number.isInteger(was) || !Number.isInteger(is)) return { difference: null, ratio: null };
  const change = BigInt(is) - BigInt(was);
  const difference = unit === "amount" ? amountOf(Number(change)) : Number.isSafeInteger(is - was) ? is - was : String(change);
  return { difference, ratio: was === 0 ? null : shareOf(String(change), Math.abs(was)) };
}
