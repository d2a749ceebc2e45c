import { rulesOf } from "../check/rulesOf.js";
import { FEE_UNIT, feeCitation, tariffs } from "../filing/brackets.js";
import { statutoryDays } from "../filing/deadlines.js";
import { describeForm, type EditionId, editionIds } from "../form/form.js";
import type { LinearRule, ListedRule } from "../rules/types.js";
import { linkRulesOf } from "../series/rules.js";
import { citationData } from "./catalogue.js";
import type { RuleData, RulesData } from "./types.js";

/**
 * Every rule of an edition as plain data: balances, domains, links between years and levels, and conditions that are not
 * linear.
 *
 * @example
 * ```ts
 * const rule = rulesDataOf("2021").rules.find(({ id }) => id === "remedies.reconsideration");
 * rule?.kind === "linear" && rule.terms.at(-1); //=> [-1, "remedies.reconsideration.total", "this"]
 * ```
 */
export function rulesDataOf(edition: EditionId): RulesData {
  return {
    edition,
    parameters: {
      deadlines: Object.fromEntries(
        Object.entries(statutoryDays).map(([kind, { month, day, citation }]) => [
          kind,
          { month, day, source: citationData(citation) },
        ]),
      ),
      fee: {
        unit: FEE_UNIT,
        source: citationData(feeCitation),
        tariffs: Object.fromEntries(Object.entries(tariffs).map(([kind, { brackets, beyond }]) => [kind, { brackets, beyond }])),
      },
    },
    rules: rulesOf(edition).map((rule) => ruleData(rule, edition)),
  };
}

function ruleData(rule: ListedRule, edition: EditionId): RuleData {
  const face = faceOf(rule, edition);
  switch (rule.kind) {
    case "linear":
      return {
        kind: "linear",
        ...face,
        terms: rule.terms,
        relation: rule.relation,
        constant: rule.constant,
        ...(rule.scope === "years" ? { previousEditions: previousEditionsOf(rule, edition) } : {}),
      };
    case "domain": {
      const { type, min, scale } = rule;
      return { kind: "domain", ...face, address: rule.cells[0] ?? "", domain: { type, min, scale } };
    }
    case "function":
      return { kind: "function", ...face, reads: rule.cells };
  }
}

/** What all rules have in common. What is stated on the form is quoted from the corner of the table that the figures stand in. */
function faceOf({ kind, id, family, scope, severity, basis, citation, cells, statement }: ListedRule, edition: EditionId) {
  const table = describeForm(edition).tables.find(({ definition }) => cells[0]?.startsWith(`${definition.id}.`));
  const quote = basis === "stated" && kind !== "function" ? (table?.definition.panels[0]?.stub ?? null) : null;
  return { id, family, scope, severity, basis, source: citation.map(citationData), quote, statement };
}

/** The editions of last year's report for which a rule between it and a report on the edition holds. */
function previousEditionsOf({ id }: LinearRule, edition: EditionId): readonly EditionId[] {
  return editionIds.filter((previous) => linkRulesOf(previous, edition).rules.some((rule) => rule.id === id));
}
