import type { Draft } from "../report/types.js";
import { applyRepair, type Edit, type Repaired } from "./apply.js";
import { type LocateOptions, locateErrors } from "./locate.js";

/**
 * Corrects only what is certain: applies the repair of each `certain` problem of `locateErrors` to a copy of the report, and
 * records the changes. Without a certain problem nothing is changed.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } } } as const;
 * const { report, edits } = applyCertain(draft);
 * edits; //=> []
 * report.remedies?.reconsideration?.total; //=> 40
 * ```
 */
export function applyCertain<D extends Draft>(draft: D, options?: LocateOptions): Repaired<D> {
  options ??= {};
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
