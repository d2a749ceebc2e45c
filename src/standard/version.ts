import type { Sentence } from "../findings/finding.js";

/**
 * The version of the standard: of addresses, rules and canonical bytes, not of this library. The first number changes when an
 * outcome, an address or canonical bytes do; the second when an edition, a rule, a case or an optional field is added.
 */
export const STANDARD_VERSION = "1.0.0";

/** The major version, which is part of every schema identifier. */
export const STANDARD_MAJOR: string = /* @__PURE__ */ STANDARD_VERSION.slice(0, STANDARD_VERSION.indexOf("."));

/** The licence of the data, as an SPDX identifier. Official labels and legal texts are not under copyright. */
export const STANDARD_LICENCE = "MIT";

/** A level of conformance: what an implementation can do. */
export interface ConformanceLevel {
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly id: "data" | "rules" | "yearsAndLevels" | "reading" | "locating";
  readonly title: Sentence;
  /** Operations of the line protocol that belong to it. */
  readonly operations: readonly string[];
}

/** The levels of conformance. Levels 1 to 3 build on one another; 4 and 5 each require only 1 and 2. */
export const conformanceLevels: readonly ConformanceLevel[] = [
  {
    level: 1,
    id: "data",
    title: { zh: "数据：模式、规范JSON、金额", en: "data: schema, canonical JSON, money" },
    operations: ["schema", "canonical", "digest", "money", "csv", "sentence"],
  },
  { level: 2, id: "rules", title: { zh: "规则：结果与结论", en: "rules: outcomes and status" }, operations: ["rules", "status"] },
  {
    level: 3,
    id: "yearsAndLevels",
    title: { zh: "跨年度、跨层级", en: "years and levels" },
    operations: ["years", "levels", "series", "consolidate", "filing", "crosswalk"],
  },
  {
    level: 4,
    id: "reading",
    title: { zh: "读取：不得读错，读到的计分", en: "reading: nothing wrong; what is found counts" },
    operations: ["read"],
  },
  { level: 5, id: "locating", title: { zh: "定位错误", en: "locating errors" }, operations: ["locate"] },
];
