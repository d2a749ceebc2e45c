/**
 * The balances of each edition, and the rules between two years. They are the library's (`rulesOf`), put into the page when it is
 * built: the page draws them, the worker checks them, and the code behind all other rules stays in the worker.
 */
import type { EditionId, LinearRule } from "disclosure-report";

declare const LINEAR_RULES: Readonly<
  Record<EditionId, { readonly report: readonly LinearRule[]; readonly years: readonly LinearRule[] }>
>;

const rules = LINEAR_RULES;

/** The balances that a report must keep by itself. */
export const balancesOf = (edition: EditionId): readonly LinearRule[] => rules[edition].report;

/** The linear rules between a report and that of the year before. */
export const yearRulesOf = (edition: EditionId): readonly LinearRule[] => rules[edition].years;
