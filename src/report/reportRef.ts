import type { Finding, FindingCell, Place, Sentence } from "../findings/finding.js";
import { pointAt } from "./findingCells.js";
import type { Draft } from "./types.js";

/**
 * Names one of several reports in a finding: whose, of which year, and which one it was among those given, from 0; `null` for the
 * one that the others are held against.
 */
export interface ReportRef {
  readonly index: number | null;
  readonly agency: string | null;
  readonly year: number | null;
}

/** A figure of one of several reports. */
export interface ReportCell extends FindingCell {
  readonly report: ReportRef;
}

/** Refers to a report by its position among those given, or as the one that they are held against. */
export function referTo(draft: Draft, index: number | null): ReportRef {
  return { index, agency: draft.agency?.name ?? null, year: draft.year ?? null };
}

/** A report in words: agency and year as far as they are known, else its position. */
export function reportName({ index, agency, year }: ReportRef): Sentence {
  const zh = (agency ?? "") + (year === null ? "" : `${year}年`);
  const en = [agency, year].filter((part) => part !== null).join(" ");
  if (zh !== "") return { zh, en };
  return index === null
    ? { zh: "上级报告", en: "the parent’s report" }
    : { zh: `第${index + 1}份报告`, en: `report ${index + 1}` };
}

/** A figure of one of several reports, as a finding names it; nothing where its form has no such figure. */
export function reportCell(draft: Draft, report: ReportRef, address: string, place: Place | null = null): readonly ReportCell[] {
  return pointAt(draft, address, place).map((cell) => ({ ...cell, report }));
}

/** A finding about several reports; every figure says which report it stands in. */
export interface ReportsFinding extends Finding {
  readonly cells: readonly ReportCell[];
  readonly reports: readonly ReportRef[];
}
