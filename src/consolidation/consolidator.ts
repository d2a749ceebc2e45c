import type { Draft } from "../report/types.js";
import { Accumulator } from "./accumulator.js";
import { Members } from "./members.js";
import type { Consolidation, ConsolidationOptions } from "./types.js";

/** Adds reports up one by one and keeps none of them. */
export interface Consolidator {
  /** Adds a report of the level below; says whether it was counted. */
  readonly add: (child: Draft) => boolean;
  /** Adds the parent's own figures; says whether they were counted. */
  readonly addOwn: (own: Draft) => boolean;
  /** Adds the result of the level below; says whether it was counted. */
  readonly addLevel: (level: Consolidation) => boolean;
  /** The sums of everything added so far. */
  readonly result: () => Consolidation;
}

/**
 * Adds reports up as they come, any number of them: it holds the sums, not the reports. As it does not remember which agencies
 * were there, it does not notice one that comes twice; `consolidate` does. `result` throws `consolidation.noEdition` before any
 * report was added, unless the edition is named.
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
  const sums = new Accumulator(options, new Members(options, false));
  return Object.freeze({
    add: (child: Draft) => sums.add(child),
    addOwn: (own: Draft) => sums.addOwn(own),
    addLevel: (level: Consolidation) => sums.addLevel(level),
    result: () => sums.result(),
  });
}
