import { neededOptions } from "../findings/error.js";
import type { Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { byEdition, cellLabel, describeForm, type EditionId } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { FunctionRuleDescription, LinearRule } from "../rules/types.js";

const GOVERNMENT_REPORT: Citation = { source: "regulations", article: 49 };

/**
 * The rules between a parent's figures and the sums of its subordinates: equal if the set is `complete` (`level.<address>`),
 * otherwise at least the sum (`levelPart.<address>`). A signed figure (本年增/减) has no rule in an incomplete set, because the
 * missing figures may be negative.
 *
 * @example
 * ```ts
 * levelRulesOf("2021", { complete: true }).length; //=> 200
 * levelRulesOf("2021", { complete: false })[0]?.relation; //=> ">="
 * ```
 */
export function levelRulesOf(edition: EditionId, options: { readonly complete: boolean }): readonly LinearRule[] {
  return (neededOptions(options, "complete").complete ? wholes : parts)[describeForm(edition).id];
}

const wholes = /* @__PURE__ */ byEdition((id) => describeForm(id).cells.map((cell) => levelRule(cell, true)));

const parts = /* @__PURE__ */ byEdition((id) =>
  describeForm(id)
    .cells.filter(({ unit }) => unit !== "change")
    .map((cell) => levelRule(cell, false)),
);

function levelRule(cell: Cell, complete: boolean): LinearRule {
  const { address } = cell;
  const family = complete ? "level" : "levelPart";
  const statement: Sentence = complete
    ? {
        zh: `${cellLabel(cell, "zh")}：本级 = 所汇总各报告之和`,
        en: `${cellLabel(cell, "en")}: the parent’s = the sum of the reports that it consolidates`,
      }
    : {
        zh: `${cellLabel(cell, "zh")}：本级 ≥ 已有下级报告之和`,
        en: `${cellLabel(cell, "en")}: the parent’s ≥ the sum of the reports at hand`,
      };
  return {
    kind: "linear",
    id: `${family}.${address}`,
    family,
    scope: "levels",
    severity: "error",
    basis: "definitional",
    citation: [GOVERNMENT_REPORT],
    cells: [address],
    terms: [
      [1, address, "this"],
      [-1, address, "children"],
    ],
    relation: complete ? "=" : ">=",
    constant: 0,
    statement,
  };
}

function member(id: string, severity: FunctionRuleDescription["severity"], zh: string, en: string): FunctionRuleDescription {
  return {
    kind: "function",
    id: `member.${id}`,
    family: "member",
    scope: "levels",
    severity,
    basis: "definitional",
    citation: [GOVERNMENT_REPORT],
    cells: [],
    statement: { zh, en },
  };
}

/** Rules about the reports to be consolidated. */
export const memberRules = {
  sameYear: /* @__PURE__ */ member("sameYear", "error", "各报告是同一年度的", "all reports are of one year"),
  sameEdition: /* @__PURE__ */ member("sameEdition", "error", "各报告使用同一版格式", "all reports are on one form"),
  unique: /* @__PURE__ */ member("unique", "error", "每个机关只有一份报告", "there is one report of each agency"),
  distinct: /* @__PURE__ */ member("distinct", "warning", "名称相同的机关可以区分", "agencies of one name can be told apart"),
  below: /* @__PURE__ */ member(
    "below",
    "warning",
    "所汇总的报告中没有本级报告",
    "the parent’s report is not among those below it",
  ),
  own: /* @__PURE__ */ member("own", "warning", "本级自身的数字是本级的", "the parent’s own figures are its own"),
  present: /* @__PURE__ */ member("present", "error", "应汇总的机关都有报告", "there is a report of each agency expected"),
  expected: /* @__PURE__ */ member("expected", "warning", "只汇总名单中的机关", "only agencies expected are consolidated"),
  filled: /* @__PURE__ */ member("filled", "warning", "各报告没有空白的数字", "no report has a blank figure"),
  exact: /* @__PURE__ */ member("exact", "error", "合计不超出可以表示的范围", "no sum is more than a report can state"),
  some: /* @__PURE__ */ member("some", "error", "至少有一份报告", "there is at least one report"),
} as const;
