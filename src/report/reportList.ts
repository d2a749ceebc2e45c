import { describe } from "../_internal/describe.js";
import { misuse } from "../findings/error.js";
import type { Language } from "../findings/finding.js";

/** The list of reports that a caller gave. In JavaScript it may be a single report, or missing: that is refused. */
export function reportList<List extends Iterable<unknown>>(given: List, language?: Language): List {
  if (typeof given === "object" && given !== null && Symbol.iterator in given) return given;
  const found = describe(given);
  throw misuse(
    "report.notList",
    {
      zh: `应为报告的列表，给出的是${found}。只有一份报告的，请写作[report]。`,
      en: `A list of reports is needed; ${found} was given. Write a single report as [report].`,
    },
    language,
  );
}
