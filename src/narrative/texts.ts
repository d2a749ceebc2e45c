import type { Sentence } from "../findings/finding.js";
import { overviewParts, reportSections } from "../form/terms.js";
import { own } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** A text of a report that quotes figures. */
export interface NarrativeText {
  /** Its path in the report: `narrative.overview`, a part of it, or `narrative.other`. */
  readonly path: string;
  readonly name: Sentence;
  readonly text: string;
  /** Whether it is about requests and cases, so that an outcome in it is one of the table. */
  readonly aboutRequests: boolean;
}

/** Parts of section 一 in which 公开 is about publishing, not about requests. */
const OTHER_PARTS: readonly string[] = [
  overviewParts.proactiveDisclosure.id,
  overviewParts.informationManagement.id,
  overviewParts.platform.id,
];

/** The texts of sections 一 and 六, and those next to the tables of sections 三 and 四. Section 五 is about problems, not about figures. */
export function narrativeTexts(draft: Draft): readonly NarrativeText[] {
  const narrative = own(draft, "narrative");
  const overview = own(narrative, "overview");
  const { overview: first, other: sixth } = reportSections;
  const texts: NarrativeText[] = [];
  const add = (path: string, name: Sentence, text: unknown, aboutRequests: boolean): void => {
    if (typeof text === "string" && text !== "") texts.push({ path, name, text, aboutRequests });
  };
  const section = { zh: first.label, en: first.english };
  add("narrative.overview", section, overview, true);
  add("narrative.overview.preamble", section, own(overview, "preamble"), true);
  for (const part of Object.values(overviewParts)) {
    const name = { zh: `${first.label}·${part.label}`, en: `${first.english}, ${part.english}` };
    add(`narrative.overview.${part.id}`, name, own(overview, part.id), !OTHER_PARTS.includes(part.id));
  }
  for (const { id, label, english } of [reportSections.requests, reportSections.remedies]) {
    add(`narrative.${id}`, { zh: label, en: english }, own(narrative, id), true);
  }
  add("narrative.other", { zh: sixth.label, en: sixth.english }, own(narrative, "other"), true);
  return texts;
}
