import { type Finding, finding, type Language, type Sentence } from "../findings/finding.js";
import { formOf } from "../form/form.js";
import { headItems } from "../form/headTerms.js";
import { eachFigure, own } from "./figures.js";
import { cellParams, pointAt } from "./findingCells.js";
import { draftMessages } from "./messages.js";
import type { Draft, Report } from "./types.js";

/** What a report states beside its figures. A function, so that a bundle contains the list only where it is used. */
function requiredHead(): readonly { readonly path: readonly string[]; readonly label: Sentence }[] {
  const { year, agency, name } = headItems;
  return [
    { path: ["agency", "name"], label: { zh: agency.label + name.label, en: name.english } },
    { path: ["year"], label: { zh: year.label, en: year.english } },
  ];
}

/**
 * What a draft still lacks to be a report, one finding for each: a blank figure (`draft.blank`), a missing figure
 * (`draft.absent`), a missing name of the agency or year (`draft.headMissing`). Empty for a complete report.
 *
 * @example
 * ```ts
 * missingFields({ edition: "2021" }).length; //=> 202
 * missingFields({ edition: "2021", year: 2023, agency: { name: "某县" }, requests: { granted: { total: null } } }, { language: "en" })
 *   .find((finding) => finding.code === "draft.blank")?.path; //=> "requests.granted.total"
 * ```
 */
export function missingFields(draft: Draft, options?: { readonly language?: Language }): readonly Finding[] {
  options ??= {};
  const language = options.language ?? "zh";
  const findings: Finding[] = [];
  for (const { path, label } of requiredHead()) {
    if (path.reduce<unknown>(own, draft) !== undefined) continue;
    const name = path.join(".");
    findings.push(finding(draftMessages, "draft.headMissing", { path: name, label }, language, { path: name }));
  }
  eachFigure(formOf(draft), draft, (cell, value) => {
    if (value !== null && value !== undefined) return;
    const code = value === null ? "draft.blank" : "draft.absent";
    findings.push(
      finding(draftMessages, code, cellParams(cell), language, {
        path: cell.address,
        cells: pointAt(draft, cell.address),
      }),
    );
  });
  return findings;
}

/**
 * Whether a draft is complete, and so a report.
 *
 * @example
 * ```ts
 * isComplete({ edition: "2021" }); //=> false
 * ```
 */
export function isComplete(draft: Draft): draft is Report {
  return missingFields(draft).length === 0;
}
