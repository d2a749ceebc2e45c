import { levelRulesOf, memberRules } from "../consolidation/rules.js";
import { FEE_UNIT, feeCitation, tariffs } from "../filing/brackets.js";
import { statutoryDays } from "../filing/deadlines.js";
import { filingRules } from "../filing/filingRules.js";
import { describeForm, type EditionId, editionIds } from "../form/form.js";
import type { Unit } from "../form/types.js";
import { plausibilityRules } from "../plausibility/plausibilityRules.js";
import { AMOUNT_DECIMALS } from "../report/money.js";
import { rulesOf } from "../rules/standard.js";
import type { RuleFace } from "../rules/types.js";
import { linkRulesOf, sequenceRules } from "../series/rules.js";
import { citationData } from "./catalogue.js";
import type { DomainData, LinearRuleData, RuleData, RulesData, ScopeOfRule, TermOfRule } from "./types.js";

const DOMAINS: Readonly<Record<Unit, DomainData>> = {
  count: { type: "count", min: 0, scale: 0 },
  change: { type: "change", min: null, scale: 0 },
  amount: { type: "amount", min: 0, scale: AMOUNT_DECIMALS },
};

/**
 * Every rule of an edition as plain data: balances, domains, what ties two years and two levels together, and the conditions
 * that are no sums.
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
    rules: [...reportRules(edition), ...yearRules(edition), ...levelRules(edition), ...functionRules(edition)],
  };
}

/** What all rules have in common. What is stated on the form is quoted from the corner of the table that the figures stand in. */
function faceOf({ id, family, severity, basis, citation, cells, statement }: RuleFace, scope: ScopeOfRule, edition: EditionId) {
  const table = describeForm(edition).tables.find(({ definition }) => cells[0]?.startsWith(`${definition.id}.`));
  const quote = basis === "stated" ? (table?.definition.panels[0]?.stub ?? null) : null;
  return { id, family, scope, severity, basis, source: citation.map(citationData), quote, statement };
}

function reportRules(edition: EditionId): readonly RuleData[] {
  return rulesOf(edition).flatMap((rule): readonly RuleData[] => {
    const face = faceOf(rule, "report", edition);
    if (rule.kind === "domain") return [{ kind: "domain", ...face, address: rule.cells[0] ?? "", domain: DOMAINS[rule.unit] }];
    if (rule.kind !== "equation") return [];
    const terms = [
      ...rule.left.map((address): TermOfRule => [1, address, "this"]),
      ...rule.right.map((address): TermOfRule => [-1, address, "this"]),
    ];
    return [{ kind: "linear", ...face, terms, relation: "=", constant: 0 }];
  });
}

/** The rules between a report on the edition and last year's, with the editions of last year's report for which each holds. */
function yearRules(edition: EditionId): readonly RuleData[] {
  const rules = new Map<string, LinearRuleData>();
  for (const previous of editionIds) {
    for (const rule of linkRulesOf(previous, edition).rules) {
      const before = rules.get(rule.id);
      const term =
        (side: 1 | -1) =>
        ({ year, address, sign }: (typeof rule.left)[number]): TermOfRule => [
          sign === side ? 1 : -1,
          address,
          year === "previous" ? "previous" : "this",
        ];
      rules.set(rule.id, {
        kind: "linear",
        ...faceOf(rule, "years", edition),
        terms: [...rule.left.map(term(1)), ...rule.right.map(term(-1))],
        relation: rule.relation === "equal" ? "=" : "<=",
        constant: 0,
        previousEditions: [...(before?.previousEditions ?? []), previous],
      });
    }
  }
  return [...rules.values()];
}

function levelRules(edition: EditionId): readonly RuleData[] {
  return [true, false].flatMap((complete) =>
    levelRulesOf(edition, { complete }).map((rule): RuleData => {
      const [address = ""] = rule.cells;
      const face = faceOf(rule, "levels", edition);
      const named = complete ? face : { ...face, id: `levelPart.${address}`, family: "levelPart" };
      return {
        kind: "linear",
        ...named,
        terms: [
          [1, address, "this"],
          [-1, address, "children"],
        ],
        relation: rule.relation === "equal" ? "=" : ">=",
        constant: 0,
      };
    }),
  );
}

function functionRules(edition: EditionId): readonly RuleData[] {
  const of = (rules: readonly RuleFace[], scope: ScopeOfRule): readonly RuleData[] =>
    rules.map((rule) => ({ kind: "function", ...faceOf({ ...rule, cells: [] }, scope, edition), reads: rule.cells }));
  return [
    ...of(Object.values(sequenceRules), "years"),
    ...of(Object.values(memberRules), "levels"),
    ...of(filingRules(), "report"),
    ...of(plausibilityRules(edition), "report"),
  ];
}
