import type { ReportRef } from "../report/reportRef.js";
import type { Agency, Draft } from "../report/types.js";

/** Maximum number of units that identify the position of a report in a tree: the lowest ones. */
export const MAX_NAMED_UNITS = 20;

/** Something with its position in the order of arrival. */
export interface Ordered {
  readonly order: number;
}

/** The agencies that a unit expects below it, and those that are present. */
export interface Expectation extends Ordered {
  readonly unit: Unit;
  /** Names by their normalised form. */
  readonly names: ReadonlyMap<string, string>;
  /** Agencies of which a report is counted, by its year and edition. */
  readonly present: Map<object, Set<string>>;
  /** Agencies that have no figures of their own, but others below them. */
  readonly units: Set<string>;
}

/** A unit that reports are added up for. */
export interface Unit {
  /** The unit above; `null` for the one at the top. */
  readonly above: Unit | null;
  /** Its agency; its own figures may be the first to state it. */
  agency: Partial<Agency> | undefined;
  /** Its position among the units below the one above. */
  readonly position: number | null;
  /** The scope within which names below it are compared. Two entries for one unit share it. */
  readonly scope: number;
  expectation: Expectation | null;
}

/** A counted report and the unit above it. */
export interface Member {
  readonly index: number | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly unit: Unit;
}

/** A report as a member below a unit, or the unit's own report (`index` is `null`). */
export function memberOf(draft: Draft, index: number | null, unit: Unit): Member {
  return { index, agency: draft.agency?.name ?? null, year: draft.year ?? null, unit };
}

/** A member as findings name it. */
export function refTo({ index, agency, year, unit }: Member): ReportRef {
  const under = pathOf(unit);
  return { index, agency, year, ...(under.length === 0 ? {} : { under }) };
}

/** The units from below the top down to one, by name or position. */
export function pathOf(unit: Unit): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let one = unit; one.above !== null && path.length < MAX_NAMED_UNITS; one = one.above) {
    path.unshift(one.agency?.name ?? one.position ?? 0);
  }
  return path;
}
