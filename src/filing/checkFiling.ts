import type { Finding } from "../findings/finding.js";
import { editionRule } from "../plausibility/editionRule.js";
import type { Draft } from "../report/types.js";
import { rulesOf } from "../rules/standard.js";
import type { Profile } from "../rules/types.js";
import { type RuleOutcome, type ValidateOptions, validate } from "../rules/validate.js";
import { filingRules } from "./filingRules.js";

/** Options of {@link checkFiling}. */
export type FilingOptions = Pick<ValidateOptions, "language" | "profile">;

/** What the rules of dates and fees say of a report. */
export interface FilingCheck {
  /** What each rule said, what could not be checked included. */
  readonly outcomes: readonly RuleOutcome[];
  readonly findings: readonly Finding[];
}

/**
 * Checks when a report was signed and published, on which edition of the form, and whether its 信息处理费 can be right.
 * No rule reads a figure of the tables. Sources: 条例第49条; 国办函〔2020〕109号; the documents of the editions.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", year: 2023, agency: { kind: "department" }, publishedOn: "2024-02-05" } as const;
 * const { findings } = checkFiling(draft, { language: "en" });
 * findings.map(({ rule, severity, difference }) => [rule, severity, difference]); //=> [["filing.deadline", "advice", 5]]
 * checkFiling({ edition: "2021", informationProcessingFee: "105" }).findings[0]?.rule; //=> "filing.feeMultiple"
 * ```
 */
export function checkFiling(draft: Draft, options: FilingOptions = {}): FilingCheck {
  const { outcomes, findings } = validate(draft, {
    ...options,
    rules: [...filingRules(), editionRule],
    profile: { ...options.profile, ...standardRulesOff(draft) },
  });
  return { outcomes, findings };
}

function standardRulesOff(draft: Draft): Profile {
  return Object.fromEntries(rulesOf(draft.edition).map(({ family }) => [family, "off" as const]));
}
