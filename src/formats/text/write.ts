import { printable } from "../../_internal/escape.js";
import { type PrintedSection, printDocument } from "../../printing/printDocument.js";
import type { Draft } from "../../report/types.js";
import { drawTable } from "./box.js";

/** Options of {@link renderText}. */
export interface TextOptions {
  /** Only the tables, each under the title of its section. */
  readonly tablesOnly?: boolean;
  /**
   * Columns that a table may take on the terminal, 2 for a Chinese character; defaults to {@link TEXT_WIDTH}; from
   * {@link MIN_TEXT_WIDTH} to {@link MAX_TEXT_WIDTH}.
   */
  readonly width?: number;
}

/** Columns that a table takes on the terminal. */
export const TEXT_WIDTH = 108;

/** The least width that leaves every column of the form room for a character. */
export const MIN_TEXT_WIDTH = 80;

/** The greatest width of a table. */
export const MAX_TEXT_WIDTH = 400;

/**
 * A report or draft as plain text with the tables drawn in lines, aligned on a terminal where a Chinese character is two
 * columns wide.
 *
 * @example
 * ```ts
 * const text = renderText({ edition: "2021", year: 2023, agency: { name: "某县" } });
 * text.split("\n")[0]; //=> "某县2023年政府信息公开工作年度报告"
 * text.includes("│        信息内容         │      本年制发件数       │"); //=> true
 * ```
 */
export function renderText(draft: Draft, options?: TextOptions): string {
  options ??= {};
  const printed = printDocument(draft);
  const tablesOnly = options.tablesOnly === true;
  const width = Math.min(MAX_TEXT_WIDTH, Math.max(MIN_TEXT_WIDTH, Math.trunc(options.width ?? TEXT_WIDTH) || TEXT_WIDTH));
  const sections = printed.sections.filter(({ table }) => !tablesOnly || table !== null);
  const blocks = sections.flatMap((section) => sectionBlocks(section, width));
  return `${(tablesOnly ? blocks : [line(printed.title), ...blocks, ...printed.signature.map(line)]).join("\n\n")}\n`;
}

function sectionBlocks({ heading, table, texts }: PrintedSection, width: number): readonly string[] {
  return [heading, ...(table === null ? [] : [drawTable(table, width)]), ...texts.map(({ text }) => line(text))];
}

/** A line of text in which nothing looks like a line of a table. */
function line(text: string): string {
  return printable(text).replace(/[\u2500-\u257f]/g, (char) => (char === "│" ? "|" : char === "─" ? "—" : "+"));
}
