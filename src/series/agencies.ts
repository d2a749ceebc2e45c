import { type AgencyLikeness, agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { Rename } from "./types.js";

/** The relation of two successive reports: the same agency, different names, different codes, or unknown. */
export type Succession = AgencyLikeness | "reorganised";

/** Returns whether two successive reports are of one agency, by their heads and the declared renames. */
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

/** Whether their codes differ, and not only their names. */
function isToldApart(a: Partial<Agency> | undefined, b: Partial<Agency> | undefined): boolean {
  const codes = [a?.unifiedSocialCreditCode, b?.unifiedSocialCreditCode];
  if (!codes.includes(undefined)) return true;
  const regions = [a?.regionCode, b?.regionCode];
  return !regions.includes(undefined) && a?.regionCode !== b?.regionCode;
}

/** The names and codes that were declared to be one agency; `undefined` if nothing was declared for it. */
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
