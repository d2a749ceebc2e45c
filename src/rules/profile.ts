import { misuse } from "../findings/error.js";
import type { Severity } from "../findings/finding.js";
import { allFamilies } from "./families.js";
import type { Profile } from "./types.js";

/** What a profile needs to know of a rule. */
export interface Levelled {
  readonly id: string;
  readonly family: string;
  readonly severity: Severity;
}

/** The severity of a rule under a profile; an identifier takes precedence over its family. */
export function severityUnder(profile: Profile | undefined, { id, family, severity }: Levelled): Severity | "off" {
  if (profile === undefined) return severity;
  for (const name of [id, family]) if (Object.hasOwn(profile, name)) return profile[name] ?? severity;
  return severity;
}

/**
 * Refuses a profile that names an unknown rule or family. `known` are all rules of the calling module. Identifiers of families
 * that other modules check are accepted, so that one profile can serve every check.
 *
 * @throws {@link DisclosureReportError} `rule.unknownInProfile`.
 */
export function checkProfile(profile: Profile | undefined, known: () => Iterable<Pick<Levelled, "id" | "family">>): void {
  if (profile === undefined) return;
  const names = new Set<string>();
  const elsewhere = new Set(allFamilies());
  for (const { id, family } of known()) {
    names.add(id).add(family);
    elsewhere.delete(family);
  }
  const unknown = Object.keys(profile).filter((name) => !names.has(name) && !elsewhere.has(name.split(".", 1)[0] ?? ""));
  if (unknown.length === 0) return;
  throw misuse("rule.unknownInProfile", {
    zh: `“${unknown.join("”、“")}”不是规则或规则类别，可用的见rulesOf`,
    en: `the profile names “${unknown.join("”, “")}”, which is neither a rule nor a family of rules; see rulesOf`,
  });
}
