import type { Draft } from "../report/types.js";
import { applyRepair, type Edit, type Repaired } from "./apply.js";
import { type LocateOptions, locateErrors } from "./locate.js";

/**
 * Puts right what is certainly wrong, and nothing else: the repair of each problem of `locateErrors` that is `certain`, in a copy of
 * the report, with the record of what was changed. Nothing is changed where nothing is certain.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } } } as const;
 * const { report, edits } = applyCertain(draft);
 * edits; //=> []
 * report.remedies?.reconsideration?.total; //=> 40
 * ```
 */
export function applyCertain<D extends Draft>(draft: D, options: LocateOptions = {}): Repaired<D> {
  const applied = options.language === undefined ? {} : { language: options.language };
  let report = draft;
  const edits: Edit[] = [];
  for (const { certain, repairs } of locateErrors(draft, options).problems) {
    const [only] = repairs;
    if (!certain || only === undefined) continue;
    const done = applyRepair(report, only, applied);
    report = done.report;
    edits.push(...done.edits);
  }
  return { report, edits };
}
