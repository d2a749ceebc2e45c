import type { Draft } from "../report/types.js";
import { Accumulator, topUnit } from "./accumulator.js";
import { Ledger } from "./ledger.js";
import type { Consolidation, ConsolidationOptions } from "./types.js";

/** Adds up reports one by one without keeping them. */
export interface Consolidator {
  /** Adds a report of the level below. Returns whether it is counted, as far as is known before all reports were added. */
  readonly add: (child: Draft) => boolean;
  /** Adds the parent's own figures. Returns whether they are counted. */
  readonly addOwn: (own: Draft) => boolean;
  /** Adds the result of a lower level, with its findings. Returns whether it is counted. */
  readonly addLevel: (level: Consolidation) => boolean;
  /** The sums of everything added so far. */
  readonly result: () => Consolidation;
}

/**
 * Adds up any number of reports as they come: memory holds the sums and the names of the agencies, not the reports. The result
 * is that of `consolidate`: year and edition default to those of most reports; a second report of an agency is left out, with a
 * finding. `result` throws `consolidation.noEdition` if no report was added and no edition is given.
 *
 * @example
 * ```ts
 * const sums = consolidator({ year: 2023 });
 * for (const total of [3, 4]) sums.add({ edition: "2021", year: 2023, requests: { received: { total } } });
 * figureAt(sums.result().draft, "requests.received.total"); //=> 7
 * sums.result().reports; //=> 2
 * ```
 */
export function consolidator(options?: ConsolidationOptions): Consolidator {
  options ??= {};
  const sums = new Accumulator(new Ledger(options, false), topUnit(options.agency), options.expected);
  return Object.freeze({
    add: (child: Draft) => sums.add(child),
    addOwn: (own: Draft) => sums.addOwn(own, options.agency),
    addLevel: (level: Consolidation) => sums.addLevel(level),
    result: () => sums.result().level,
  });
}
