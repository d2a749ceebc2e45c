import type { Place } from "../../findings/finding.js";

/**
 * The source of an item of the head: the title of the report, another title above the text, the title of the page or file, the title on an index card, a
 * sentence that announces the report, a line above the title, the signature, an index card, the stretch of time that the text
 * names, the name of the agency, the text of a section, or the metadata of the file.
 */
export type HeadSource =
  | "title"
  | "otherTitle"
  | "pageTitle"
  | "cardTitle"
  | "announcement"
  | "lineAbove"
  | "signature"
  | "card"
  | "period"
  | "name"
  | "section"
  | "file";

/** An item of the head as written, with its source and place. */
export interface Told<T> {
  readonly value: T;
  readonly raw: string;
  readonly from: HeadSource;
  readonly place: Place | null;
}

/** What was read for one item of the head of a report: nothing, where all but its path is `null`. */
export interface HeadEntry {
  /** Its path in a draft: `agency.name`, `year`, `narrative.other`. */
  readonly path: string;
  readonly value: string | number | null;
  /** What is written there; a long text is cut. */
  readonly raw: string | null;
  readonly from: HeadSource | null;
  readonly place: Place | null;
}
