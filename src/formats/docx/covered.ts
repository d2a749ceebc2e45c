import { type Finding, finding, type Language } from "../../findings/finding.js";
import type { Reading } from "../../reading/readDocument.js";
import { formatMessages } from "../messages.js";
import type { Content, Paragraph, Table } from "./contents.js";

/** How far a drawing in front of the text reaches from the top of the paragraph that it hangs on, in twentieths of a point. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
  /** Whether it consists of lines only, which in a heading cell are part of that cell (diagonal headings). */
  readonly isLine: boolean;
}

export type Extent = Pick<Reach, "top" | "bottom">;

/** Twentieths of a point of the longer side of a page (A4). */
const PAGE_LENGTH = 16_838;

/** On the page of the paragraph, wherever that is. */
export const ANYWHERE: Extent = { top: -PAGE_LENGTH, bottom: PAGE_LENGTH };

/** The least that a line of text takes up, and the most characters of it, by which tables are at least so far away. */
const LEAST_LINE = 200;
const MOST_CHARACTERS = 60;

/**
 * A reading with the finding that drawings may lie over figures, where they hang on text outside of the cells of these. How high
 * rows and paragraphs are is not stored in a file, so a table counts as covered unless it must be further away.
 */
export function withCovered(reading: Reading, contents: readonly Content[], language: Language): Reading {
  const tables = coveredTables(contents);
  const cells = reading.log.filter(({ value, place }) => value !== null && tables.has(place?.table ?? 0));
  const numbers = [...new Set(cells.flatMap(({ place }) => place?.table ?? []))];
  return cells.length === 0 ? reading : { ...reading, findings: [...reading.findings, covered(cells, numbers, language)] };
}

/** The finding that figures may be covered, in tables of these numbers. */
export function covered(log: Reading["log"], numbers: readonly number[], language: Language): Finding {
  const tables = { zh: numbers.join("、"), en: numbers.join(", ") };
  const cells = log.map(({ address, coordinate, value, place }) => ({ address, coordinate, value, place }));
  return finding(formatMessages, "format.covered", { tables }, language, { severity: "warning", cells });
}

/** A paragraph or a table of figures, how high it is at least, and what hangs on it. */
interface Block {
  readonly table: number | null;
  readonly height: number;
  readonly drawings: readonly Reach[];
}

function coveredTables(contents: readonly Content[]): ReadonlySet<number> {
  const blocks = blocksOf(contents);
  const found = new Set<number>();
  const note = ({ table }: Block, is: boolean): void => {
    if (is && table !== null) found.add(table);
  };
  let top = 0;
  let lowest = 0;
  for (const block of blocks) {
    note(block, lowest > top || block.drawings.some(({ isLine }) => !isLine));
    for (const { bottom } of block.drawings) lowest = Math.max(lowest, top + bottom);
    top += block.height;
  }
  let highest = top;
  for (const block of [...blocks].reverse()) {
    note(block, highest < top);
    top -= block.height;
    for (const reach of block.drawings) highest = Math.min(highest, top + reach.top);
  }
  return found;
}

function blocksOf(contents: readonly Content[]): readonly Block[] {
  return contents.flatMap((content): readonly Block[] => {
    if (content.kind === "paragraph") return [paragraphBlock(content)];
    const inside = content.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.contents));
    return inside.some(({ kind }) => kind === "table") ? blocksOf(inside) : [tableBlock(content, inside)];
  });
}

function paragraphBlock({ text, drawings = [] }: Paragraph): Block {
  return { table: null, height: LEAST_LINE * Math.max(Math.ceil(text.length / MOST_CHARACTERS), 1), drawings };
}

function tableBlock({ number, rows }: Table, contents: readonly Content[]): Block {
  const drawings = contents.flatMap((content) => (content.kind === "paragraph" ? (content.drawings ?? []) : []));
  return { table: number, height: LEAST_LINE * rows.length, drawings };
}
