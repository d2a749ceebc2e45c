import { plainInteger } from "../_internal/integers.js";
import { shareOf } from "../_internal/share.js";
import { formOf } from "../form/form.js";
import { type Figures, figuresOf } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import { domainOutcome } from "../rules/linear.js";
import { type IndicatorDefinition, indicatorDefinitionsOf } from "./definitions.js";

/** An indicator of a report. */
export interface Indicator extends IndicatorDefinition {
  /**
   * `value`: it was computed. `zeroDenominator`: the denominator is 0. `undetermined`: a figure is blank. `contradictory`: the
   * numerator exceeds the denominator, for example because a total was left 0.
   */
  readonly status: "value" | "zeroDenominator" | "undetermined" | "contradictory";
  /** The ratio from 0 to 1 as a decimal string; `null` unless `status` is `value`. */
  readonly value: string | null;
  /** Numerator and denominator; `null` where a source figure is blank. */
  readonly of: { readonly numerator: number | string | null; readonly denominator: number | string | null };
  /** Source figures that are blank, by address. */
  readonly blanks: readonly string[];
}

/**
 * The indicators of a report or draft, exact to `SHARE_DECIMALS` decimals, each with its definition and its source figures. The
 * source figures are used as printed; `validate` checks whether they balance.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", requests: { granted: { total: 2 }, concluded: { total: 3 } } } as const;
 * const share = indicatorsOf(draft).find(({ id }) => id === "granted.total");
 * share?.value; //=> "0.666667"
 * share?.name.en; //=> "share granted (total)"
 * indicatorsOf(draft).find(({ id }) => id === "carriedForward")?.status; //=> "undetermined"
 * ```
 */
export function indicatorsOf(draft: Draft): readonly Indicator[] {
  const figures = figuresOf(draft);
  return indicatorDefinitionsOf(draft.edition).map((definition) => indicator(definition, draft, figures));
}

function indicator(definition: IndicatorDefinition, draft: Draft, figures: Figures): Indicator {
  const { byAddress } = formOf(draft);
  const figure = (address: string): number => figures[byAddress[address]?.index ?? -1] ?? Number.NaN;
  const isBlank = (address: string): boolean => domainOutcome("count", figure(address)) !== "holds";
  const sum = (addresses: readonly string[]): bigint | null =>
    addresses.some(isBlank) ? null : addresses.reduce((total, address) => total + BigInt(figure(address)), 0n);
  const numerator = sum(definition.numerator);
  const denominator = sum(definition.denominator);
  const common = {
    ...definition,
    of: {
      numerator: numerator === null ? null : plainInteger(numerator),
      denominator: denominator === null ? null : plainInteger(denominator),
    },
    blanks: [...definition.numerator, ...definition.denominator].filter(isBlank),
  };
  if (numerator === null || denominator === null) return { ...common, status: "undetermined", value: null };
  if (numerator > denominator) return { ...common, status: "contradictory", value: null };
  if (denominator === 0n) return { ...common, status: "zeroDenominator", value: null };
  return { ...common, status: "value", value: shareOf(String(numerator), String(denominator)) };
}
