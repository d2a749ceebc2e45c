import type { LinearRule, LinearTerm } from "../../src/index.js";

/** A rule of a caller over some terms; what else it says is `rest`. */
export const ownRule = (terms: readonly LinearTerm[], rest: Partial<LinearRule> = {}): LinearRule => ({
  kind: "linear",
  id: "own.rule",
  family: "own",
  scope: "report",
  severity: "error",
  basis: "heuristic",
  citation: [],
  cells: [...new Set(terms.map(([, address]) => address))],
  statement: { zh: "自定", en: "own" },
  terms,
  relation: "=",
  constant: 0,
  ...rest,
});
