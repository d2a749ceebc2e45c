import type { FindingCell, Place, Sentence } from "../findings/finding.js";
import { describeForm } from "../form/form.js";
import { figureAt } from "./figures.js";
import type { Draft } from "./types.js";

/** Names one of several reports in a finding: whose, of which year, and which one it was among those given, from 0. */
export interface ReportRef {
  readonly index: number;
  readonly agency: string | null;
  readonly year: number | null;
}

/** A figure of one of several reports. */
export interface ReportCell extends FindingCell {
  readonly report: ReportRef;
}

/** Refers to a report by its position among those given. */
export function referTo(draft: Draft, index: number): ReportRef {
  return { index, agency: draft.agency?.name ?? null, year: draft.year ?? null };
}

/** A report in words: agency and year as far as they are known, else its position. */
export function reportName({ index, agency, year }: ReportRef): Sentence {
  const zh = (agency ?? "") + (year === null ? "" : `${year}年`);
  const en = [agency, year].filter((part) => part !== null).join(" ");
  return zh === "" ? { zh: `第${index + 1}份`, en: `number ${index + 1}` } : { zh: `${zh}`, en };
}

/** A figure of one of several reports, as a finding names it; nothing where its form has no such figure. */
export function reportCell(draft: Draft, report: ReportRef, address: string, place: Place | null = null): readonly ReportCell[] {
  const cell = describeForm(draft.edition).byAddress.get(address);
  if (cell === undefined) return [];
  return [{ address, coordinate: cell.coordinate, value: figureAt(draft, address), place, report }];
}
