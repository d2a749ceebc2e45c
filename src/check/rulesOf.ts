import { levelRulesOf, memberRules } from "../consolidation/rules.js";
import { filingRules } from "../filing/filingRules.js";
import type { Severity } from "../findings/finding.js";
import { type EditionId, editionIds } from "../form/form.js";
import { narrativeRule } from "../narrative/rule.js";
import { plausibilityRulesOf } from "../plausibility/plausibilityRulesOf.js";
import { reportRules } from "../rules/reportRules.js";
import type { ListedRule, Scope } from "../rules/types.js";
import { linkRulesOf, sequenceRules } from "../series/rules.js";

/** Selects rules; all by default. */
export interface RuleFilter<K extends ListedRule["kind"] = ListedRule["kind"]> {
  readonly scope?: Scope;
  readonly family?: string;
  readonly kind?: K;
  readonly severity?: Severity;
}

/**
 * Every rule of an edition: the balances that the form states or that follow from what a total is, the domain of each
 * figure, the links to last year's report (of this or an earlier edition), the links
 * to subordinates' reports, dates and fees, plausibility, and the narrative.
 *
 * @example
 * ```ts
 * import { rulesOf } from "disclosure-report/check";
 *
 * rulesOf("2021", { scope: "report", kind: "linear", severity: "error" }).length; //=> 42
 * rulesOf("2021")[0]?.id; //=> "flow.naturalPerson"
 * rulesOf("2021")[0]?.basis; //=> "stated"
 * rulesOf("2021", { family: "carryOver", kind: "linear" })[6]?.terms;
 * //=> [[1, "requests.carriedForward.total", "previous"], [-1, "requests.broughtForward.total", "this"]]
 * ```
 */
export function rulesOf<K extends ListedRule["kind"] = ListedRule["kind"]>(
  edition: EditionId,
  filter?: RuleFilter<K>,
): readonly Extract<ListedRule, { readonly kind: K }>[] {
  const { scope, family, kind, severity } = filter ?? {};
  const isOfKind = (rule: ListedRule): rule is Extract<ListedRule, { readonly kind: K }> =>
    kind === undefined || rule.kind === kind;
  return allRules(edition)
    .filter(isOfKind)
    .filter((rule) => (scope ?? rule.scope) === rule.scope && (family ?? rule.family) === rule.family)
    .filter((rule) => (severity ?? rule.severity) === rule.severity);
}

function allRules(edition: EditionId): readonly ListedRule[] {
  const rules: readonly ListedRule[] = [
    ...reportRules(edition),
    ...[edition, ...editionIds].flatMap((previous) => linkRulesOf(previous, edition).rules),
    ...Object.values(sequenceRules),
    ...levelRulesOf(edition, { complete: true }),
    ...levelRulesOf(edition, { complete: false }),
    ...Object.values(memberRules),
    ...filingRules(),
    ...plausibilityRulesOf(edition),
    narrativeRule,
  ];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}
