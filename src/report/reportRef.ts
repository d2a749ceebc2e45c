import type { Finding, FindingCell, Place, Sentence } from "../findings/finding.js";
import { pointAt } from "./findingCells.js";
import type { Draft } from "./types.js";

/**
 * Identifies one of several reports in a finding: agency, year, and its index among the given reports, from 0; `null` for the
 * report that the others are compared with.
 */
export interface ReportRef {
  readonly index: number | null;
  readonly agency: string | null;
  readonly year: number | null;
  /**
   * In a tree, the units above the report, from the highest: their names, or their positions from 0 where they have none. Left
   * out for a report directly below the root.
   */
  readonly under?: readonly (string | number)[];
}

/** A figure of one of several reports. */
export interface ReportCell extends FindingCell {
  readonly report: ReportRef;
}

/** A reference to a report by its position among the given reports, or to the report that they are compared with. */
export function referTo(draft: Draft, index: number | null): ReportRef {
  return { index, agency: draft.agency?.name ?? null, year: draft.year ?? null };
}

/** A report in words: the units above it, agency and year if known, otherwise its position. */
export function reportName({ index, agency, year, under = [] }: ReportRef): Sentence {
  const above = unitsInWords(under);
  const zh = (agency ?? "") + (year === null ? "" : `${year}年`);
  const en = [agency, year].filter((part) => part !== null).join(" ");
  if (agency !== null || (zh !== "" && under.length === 0)) return { zh: above.zh + zh, en: above.en + en };
  const [dated, of] = year === null ? ["", ""] : [`（${year}年）`, ` (${year})`];
  return index === null
    ? { zh: "上级报告", en: "the parent’s report" }
    : { zh: `${above.zh}第${index + 1}份报告${dated}`, en: `${above.en}report ${index + 1}${of}` };
}

/** The units above something, in words, in front of its name. */
export function unitsInWords(under: readonly (string | number)[]): Sentence {
  const zh = under.map((unit) => `${typeof unit === "number" ? `第${unit + 1}个单位` : unit}／`).join("");
  const en = under.map((unit) => `${typeof unit === "number" ? `unit ${unit + 1}` : unit} / `).join("");
  return { zh, en };
}

/** A figure of one of several reports, as a finding names it; nothing where its form has no such figure. */
export function reportCell(draft: Draft, report: ReportRef, address: string, place: Place | null = null): readonly ReportCell[] {
  return pointAt(draft, address, place).map((cell) => ({ ...cell, report }));
}

/** A finding about several reports; every cell names its report. */
export interface CrossReportFinding extends Finding {
  readonly cells: readonly ReportCell[];
  readonly reports: readonly ReportRef[];
}
