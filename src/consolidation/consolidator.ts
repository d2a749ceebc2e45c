import type { Draft } from "../report/types.js";
import { Accumulator, topUnit } from "./accumulator.js";
import { Ledger } from "./ledger.js";
import type { Consolidation, ConsolidationOptions } from "./types.js";

/** Adds reports up one by one and keeps none of them. */
export interface Consolidator {
  /** Adds a report of the level below; says whether it is counted, as far as can be told before all are there. */
  readonly add: (child: Draft) => boolean;
  /** Adds the parent's own figures; says the same. */
  readonly addOwn: (own: Draft) => boolean;
  /** Adds the result of the level below, with what it has to say; says the same. */
  readonly addLevel: (level: Consolidation) => boolean;
  /** The sums of everything added so far. */
  readonly result: () => Consolidation;
}

/**
 * Adds reports up as they come, any number of them: it holds the sums and the names of the agencies, not the reports. The result is that
 * of `consolidate`: year and edition are those named, else those of most reports; an agency that comes twice is left out and said.
 * `result` throws `consolidation.noEdition` before any report was added, unless the edition is named.
 *
 * @example
 * ```ts
 * const sums = consolidator({ year: 2023 });
 * for (const total of [3, 4]) sums.add({ edition: "2021", year: 2023, requests: { received: { total } } });
 * figureAt(sums.result().draft, "requests.received.total"); //=> 7
 * sums.result().reports; //=> 2
 * ```
 */
export function consolidator(options: ConsolidationOptions = {}): Consolidator {
  const sums = new Accumulator(new Ledger(options, false), topUnit(options.agency), options.expected);
  return Object.freeze({
    add: (child: Draft) => sums.add(child),
    addOwn: (own: Draft) => sums.addOwn(own, options.agency),
    addLevel: (level: Consolidation) => sums.addLevel(level),
    result: () => sums.result().level,
  });
}
