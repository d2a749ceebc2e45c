import { type AgencyLikeness, agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { Rename } from "./types.js";

/** What two successive reports are of: one agency, two of different names, two that a code tells apart, or nobody can tell. */
export type Succession = AgencyLikeness | "reorganised";

/** Tells whether successive reports are of one agency, as far as they and what was declared say. */
export function successions(renames: readonly Rename[]): (previous: Draft, current: Draft) => Succession {
  const groupOf = groups(renames);
  return ({ agency: before }, { agency: after }) => {
    const likeness = sameAgency(before, after);
    if (likeness !== "different") return likeness;
    const known = new Set(keysOf(before).map(groupOf));
    if (keysOf(after).some((key) => known.has(groupOf(key)) && groupOf(key) !== undefined)) return "same";
    return isToldApart(before, after) ? "reorganised" : "different";
  };
}

/** Whether codes say that they are two, and not the names alone. */
function isToldApart(a: Partial<Agency> | undefined, b: Partial<Agency> | undefined): boolean {
  const codes = [a?.unifiedSocialCreditCode, b?.unifiedSocialCreditCode];
  if (!codes.includes(undefined)) return true;
  const regions = [a?.regionCode, b?.regionCode];
  return !regions.includes(undefined) && a?.regionCode !== b?.regionCode;
}

/** The group of names and codes that were declared to be one agency; `undefined` for one of which nothing was declared. */
function groups(renames: readonly Rename[]): (key: string) => string | undefined {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    let found = key;
    for (let next = above.get(found); next !== undefined && next !== found; next = above.get(found)) found = next;
    return found;
  };
  for (const { from, to } of renames) {
    const [a, b] = [agencyNameKey(from), agencyNameKey(to)];
    for (const key of [a, b]) if (!above.has(key)) above.set(key, key);
    above.set(top(a), top(b));
  }
  return (key) => (above.has(key) ? top(key) : undefined);
}

function keysOf(agency: Partial<Agency> | undefined): readonly string[] {
  return [agency?.name, agency?.unifiedSocialCreditCode].flatMap((key) => (key === undefined ? [] : [agencyNameKey(key)]));
}
