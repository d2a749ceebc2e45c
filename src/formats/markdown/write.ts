import { escapeMarkdown } from "../../_internal/escape.js";
import { type Cell, leafOf, leafPaths, type Path, printedHeading } from "../../form/cells.js";
import { type FormTable, formOf } from "../../form/form.js";
import type { Panel } from "../../form/types.js";
import { printDocument } from "../../printing/printDocument.js";
import { figureIn } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";

/** Options of {@link renderMarkdown}. */
export interface MarkdownOptions {
  /** Only the tables, each under the title of its section. */
  readonly tablesOnly?: boolean;
}

/**
 * A report or draft as Markdown. Markdown has no spans, so a table has one row for each record, with all headings of the
 * record in front, and one Markdown table for each set of column headings.
 *
 * @example
 * ```ts
 * const text = renderMarkdown({ edition: "2021", requests: { received: { naturalPerson: 4 } } });
 * text.includes("| 一、本年新收政府信息公开申请数量 | 4 |  |"); //=> true
 * ```
 */
export function renderMarkdown(draft: Draft, options?: MarkdownOptions): string {
  options ??= {};
  const printed = printDocument(draft);
  const { tables } = formOf(draft);
  const blocks: string[] = options.tablesOnly === true ? [] : [`# ${escapeMarkdown(printed.title)}`];
  for (const section of printed.sections) {
    const table = tables.find(({ definition }) => definition.id === section.table?.id);
    if (options.tablesOnly === true && table === undefined) continue;
    blocks.push(`## ${escapeMarkdown(section.heading)}`);
    if (table !== undefined) blocks.push(...panelsOf(table, draft));
    for (const { kind, text } of section.texts) blocks.push(kind === "part" ? `### ${paragraph(text)}` : paragraph(text));
  }
  if (options.tablesOnly !== true) blocks.push(...printed.signature.map(paragraph));
  return `${blocks.join("\n\n")}\n`;
}

function panelsOf(table: FormTable, draft: Draft): readonly string[] {
  return table.definition.panels.flatMap((panel) => {
    const title = panel.banner === null ? [] : [`**${escapeMarkdown(panel.banner)}**`];
    return [...title, panelTable(table, panel, draft)];
  });
}

function panelTable({ records }: FormTable, panel: Panel, draft: Draft): string {
  const ids = leafPaths(panel.records).map((path) => leafOf(path).term.id);
  const rows = ids.map((id) => records.find((record) => record.id === id)?.cells ?? []);
  const [first = []] = rows;
  const lines = [
    [panel.stub ?? "", ...first.map(({ fieldPath }) => joined(fieldPath))].map(escapeMarkdown),
    ["---", ...first.map(() => "---:")],
    ...rows.map((cells) =>
      [rowName(cells), ...cells.map(({ address }) => String(figureIn(draft, address) ?? ""))].map(escapeMarkdown),
    ),
  ];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function rowName([cell]: readonly Cell[]): string {
  return cell === undefined ? "" : joined(cell.recordPath);
}

function joined(path: Path): string {
  return path.map(printedHeading).join(" / ");
}

/** A paragraph that nothing at its beginning turns into a list, a heading, code or a rule. */
function paragraph(text: string): string {
  return escapeMarkdown(text.replace(/^[ \t]+/, "")).replace(/^([-+=]|\d{1,9}(?=[.)]))/, (start) =>
    /^\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}
