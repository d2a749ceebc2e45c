import { halfWidth, withoutSpaces } from "../_internal/text.js";
import type { Agency } from "./types.js";

/**
 * The name of an agency as names are compared everywhere: without spaces of any kind, full-width letters, digits and signs as
 * half-width ones. So 甲县（本级） and 甲县 (本级) are one name. Nothing else is normalised: 甲县 and 甲县人民政府 are different names.
 */
export function agencyNameKey(name: string): string {
  return withoutSpaces(halfWidth(name));
}

/** Whether two reports are of one agency; `unknown` if they do not state enough. */
export type AgencyLikeness = "same" | "different" | "unknown";

/**
 * Whether two reports are of one agency. If both have a 统一社会信用代码, it decides; otherwise different region codes mean different
 * agencies, because many townships share a name; otherwise the names decide, by {@link agencyNameKey}.
 */
export function sameAgency(a: Partial<Agency> | undefined, b: Partial<Agency> | undefined): AgencyLikeness {
  if (a === undefined || b === undefined) return "unknown";
  if (a.unifiedSocialCreditCode !== undefined && b.unifiedSocialCreditCode !== undefined) {
    return a.unifiedSocialCreditCode === b.unifiedSocialCreditCode ? "same" : "different";
  }
  if (a.regionCode !== undefined && b.regionCode !== undefined && a.regionCode !== b.regionCode) return "different";
  if (a.name === undefined || b.name === undefined) return "unknown";
  return agencyNameKey(a.name) === agencyNameKey(b.name) ? "same" : "different";
}
