import { own } from "../report/figures.js";
import type { AgencyKind, AgencyLevel, Draft } from "../report/types.js";

/** Kinds of agency of each level that may make 规章 (立法法): ministries, provincial governments, governments of cities with districts. */
const RULE_MAKING: Readonly<Record<AgencyLevel, readonly AgencyKind[]>> = {
  national: ["government", "department"],
  provincial: ["government"],
  prefectural: ["government"],
  county: [],
  township: [],
};

/** Kinds of agency of each level for which a year without any figure is implausible. */
const LARGE: Readonly<Record<AgencyLevel, readonly AgencyKind[]>> = {
  national: ["government", "department"],
  provincial: ["government", "department"],
  prefectural: ["government", "department"],
  county: ["government"],
  township: [],
};

const KINDS: readonly AgencyKind[] = ["government", "department"];

/** Whether an agency is in a list; `null` if the report does not state enough. */
function isOneOf(list: Readonly<Record<AgencyLevel, readonly AgencyKind[]>>, draft: Draft): boolean | null {
  const agency = own(draft, "agency");
  const level = own(agency, "level");
  const kind = own(agency, "kind");
  const listed = typeof level === "string" ? own(list, level) : undefined;
  if (!Array.isArray(listed)) return null;
  if (listed.length === 0) return false;
  if (listed.length === KINDS.length) return true;
  return KINDS.some((known) => known === kind) ? listed.includes(kind) : null;
}

/** Whether the agency of a report may make 规章; `null` if unknown. */
export function makesRules(draft: Draft): boolean | null {
  return isOneOf(RULE_MAKING, draft);
}

/** Whether the agency of a report is large; `null` if unknown. */
export function isLarge(draft: Draft): boolean | null {
  return isOneOf(LARGE, draft);
}
