import type { ReportRef } from "../report/reportRef.js";
import type { Agency, Draft } from "../report/types.js";

/** Most units that the place of a report in a tree is told by: the lowest ones. */
export const MAX_NAMED_UNITS = 20;

/** Something with its place in the order in which reports came. */
export interface Ordered {
  readonly order: number;
}

/** The agencies that a unit expects below it, and those that are there. */
export interface Expectation extends Ordered {
  readonly unit: Unit;
  /** Names by what they are compared as. */
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
  /** Its agency, which its own figures may tell first. */
  agency: Partial<Agency> | undefined;
  /** Its position among the units below the one above. */
  readonly position: number | null;
  /** What the names of those below it are told apart within. Two entries for one unit share it. */
  readonly scope: number;
  expectation: Expectation | null;
}

/** A report that is added up, and the unit that it stands below. */
export interface Member {
  readonly index: number | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly unit: Unit;
}

/** A report as a member of what is below a unit, or its own report (`index` is `null`). */
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
