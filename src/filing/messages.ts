import type { Catalogue } from "../findings/finding.js";

/** Messages about invalid input for a deadline or a fee. */
export const filingMessages = {
  "filing.input": {
    zh: "{what}应为{expected}，给出的是{found}。",
    en: "The {what} must be {expected}; {found} was given.",
  },
  "filing.notInForce": {
    zh: "条例第49条自{inForce}起施行，{year}年度的报告没有法定期限。",
    en: "条例第49条 is in force from {inForce}: no day is set for the report on {year}.",
  },
} as const satisfies Catalogue;
