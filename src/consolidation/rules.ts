import type { Cell } from "../form/cells.js";
import { cellLabel, describeForm, type EditionId } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { RuleFace } from "../rules/types.js";

/** A figure of a parent is the sum of the reports below it, or at least the sum of those at hand. */
export interface LevelRule extends RuleFace {
  readonly kind: "level";
  readonly relation: "equal" | "atLeast";
}

/** What the reports to be consolidated must be, whatever their figures. */
export interface MemberRule extends RuleFace {
  readonly kind: "member";
}

const GOVERNMENT_REPORT: Citation = { source: "regulations", article: 49 };

/**
 * What a parent's figures must be to the sums of its children's: equal where the set is `complete`, else at least as much. A signed
 * figure (本年增/减) has no rule where some are missing: what is missing may be negative.
 *
 * @example
 * ```ts
 * levelRulesOf("2021", { complete: true }).length; //=> 200
 * levelRulesOf("2021", { complete: false })[0]?.relation; //=> "atLeast"
 * ```
 */
export function levelRulesOf(edition: EditionId, { complete }: { readonly complete: boolean }): readonly LevelRule[] {
  return describeForm(edition)
    .cells.filter((cell) => complete || cell.unit !== "change")
    .map((cell) => levelRule(cell, complete));
}

function levelRule(cell: Cell, complete: boolean): LevelRule {
  const relation = complete ? "=" : "≥";
  return {
    kind: "level",
    id: `level.${cell.address}`,
    family: "level",
    severity: "error",
    basis: "definitional",
    citation: [GOVERNMENT_REPORT],
    cells: [cell.address],
    relation: complete ? "equal" : "atLeast",
    statement: {
      zh: `${cellLabel(cell, "zh")}：本级 ${relation} 各下级之和`,
      en: `${cellLabel(cell, "en")}: parent ${relation} sum of its children`,
    },
  };
}

const member = (id: string, severity: MemberRule["severity"], zh: string, en: string): MemberRule => ({
  kind: "member",
  id: `member.${id}`,
  family: "member",
  severity,
  basis: "definitional",
  citation: [GOVERNMENT_REPORT],
  cells: [],
  statement: { zh, en },
});

/** What the reports to be consolidated must be. */
export const memberRules = {
  sameYear: member("sameYear", "error", "各报告是同一年度的", "all reports are of one year"),
  sameEdition: member("sameEdition", "error", "各报告使用同一版格式", "all reports are on one form"),
  unique: member("unique", "error", "每个机关只有一份报告", "there is one report of each agency"),
  present: member("present", "error", "应汇总的机关都有报告", "there is a report of each agency expected"),
  expected: member("expected", "warning", "只汇总名单中的机关", "only agencies expected are consolidated"),
  filled: member("filled", "warning", "各报告没有空白的数字", "no report has a blank figure"),
  exact: member("exact", "error", "合计不超出可以表示的范围", "no sum is more than a report can state"),
  some: member("some", "error", "至少有一份报告", "there is at least one report"),
} as const;
