import { formOf } from "../form/form.js";
import { editionRule } from "../plausibility/editionRule.js";
import type { Draft } from "../report/types.js";
import type { Check } from "../rules/check.js";
import { checkProfile } from "../rules/profile.js";
import type { Rule } from "../rules/types.js";
import { checkRules, type ValidateOptions } from "../rules/validate.js";
import { filingRules } from "./filingRules.js";

/** Options of {@link checkFiling}. */
export type FilingOptions = Pick<ValidateOptions, "language" | "profile">;

/**
 * Checks the dates of signing and publication, the edition of the form, and whether the 信息处理费 is a possible amount. No rule
 * reads a figure of the tables. Unless a profile raises it, none is of severity `error`, so the status is `undetermined`; see
 * the findings. Sources: 条例第49条; 国办函〔2020〕109号; the documents of the editions.
 *
 * @throws `DisclosureReportError` `rule.unknownInProfile` if the profile names an unknown rule.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", year: 2023, agency: { kind: "department" }, publishedOn: "2024-02-05" } as const;
 * const { findings } = checkFiling(draft, { language: "en" });
 * findings.map(({ rule, severity, difference }) => [rule, severity, difference]); //=> [["filing.deadline", "advice", 5]]
 * checkFiling({ edition: "2021", informationProcessingFee: "105" }).findings[0]?.rule; //=> "filing.feeMultiple"
 * ```
 */
export function checkFiling(draft: Draft, options?: FilingOptions): Check {
  options ??= {};
  const rules: readonly Rule[] = [...filingRules(), editionRule(formOf(draft).id)];
  checkProfile(options.profile, () => rules.filter(({ family }) => family === "filing"));
  return checkRules(draft, rules, options);
}
