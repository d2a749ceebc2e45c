import { sectionsOf } from "../../src/form/sections.js";
import { type Draft, type PrintedCell, type PrintedTable, printTables } from "../../src/index.js";
import { docxFile, p, type SheetParts, tbl, xlsxFile } from "./support.js";

/** How a test writes a Word file. Every way is one that programs have; none changes a figure. */
export interface WordHabits {
  /** `vMerge` without a value where a cell goes on. */
  readonly bareMerge: boolean;
  /** Cells are left empty in place of being merged downwards. */
  readonly unmerged: boolean;
  /** Content controls around rows and cells. */
  readonly controls: boolean;
  /** Every figure has replaced another one, which is still there as a deletion. */
  readonly tracked: boolean;
  /** Every figure is written in several runs, with bookmarks between. */
  readonly split: boolean;
  /** All is laid out in a table. */
  readonly framed: boolean;
  /** Headings are numbered by the program: their numbers are not in the text. */
  readonly numbered: boolean;
  /** Rows that are empty, deleted or hidden. */
  readonly extraRows: boolean;
}

const titleOf = ({ year }: Draft): string => `某某市人民政府${year ?? ""}年政府信息公开工作年度报告`;

/** Headings and tables of a draft in reading order, as the form prints them. */
function parts(draft: Draft): readonly { readonly heading: string; readonly table: PrintedTable | undefined }[] {
  const tables = printTables(draft);
  return sectionsOf(draft.edition).map(({ number, title }) => ({
    heading: `${number}、${title}`,
    table: tables.find((table) => table.number === number),
  }));
}

/** A draft as a Word file, written by hand. */
export function wordFile(draft: Draft, habits: WordHabits): Uint8Array {
  const body = parts(draft).map(
    ({ heading, table }) => p(heading) + (table === undefined ? p("文字") : wordTable(table, habits)),
  );
  const content = p(titleOf(draft)) + body.join("");
  return docxFile(habits.framed ? tbl(`<w:tr><w:tc>${p("导航")}</w:tc><w:tc>${content}</w:tc></w:tr>`) : content);
}

/** For each grid column of a row the cell that stands there, with whether it begins in this row. */
function gridRows(table: PrintedTable): readonly (readonly { readonly cell: PrintedCell; readonly begins: boolean }[])[] {
  const reaching = new Map<number, { cell: PrintedCell; left: number }>();
  return table.rows.map((row) => {
    const cells: { cell: PrintedCell; begins: boolean }[] = [];
    for (const [column, above] of [...reaching]) {
      cells.push({ cell: above.cell, begins: false });
      above.left -= 1;
      if (above.left === 0) reaching.delete(column);
    }
    for (const cell of row) {
      cells.push({ cell, begins: true });
      if (cell.rowspan > 1) reaching.set(cell.column, { cell, left: cell.rowspan - 1 });
    }
    return cells.sort((a, b) => a.cell.column - b.cell.column);
  });
}

function wordTable(table: PrintedTable, habits: WordHabits): string {
  const rows = gridRows(table).map((row) => {
    const cells = row.map(({ cell, begins }) => wordCell(cell, begins, habits)).join("");
    const markup = `<w:tr>${cells}</w:tr>`;
    return habits.controls ? `<w:sdt><w:sdtPr/><w:sdtContent>${markup}</w:sdtContent></w:sdt>` : markup;
  });
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  if (habits.extraRows) {
    const width = table.widths.length;
    rows.push(`<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("9").repeat(width)}</w:tr>`);
    rows.push(`<w:tr><w:trPr><w:hidden/></w:trPr>${cell("9").repeat(width)}</w:tr>`);
  }
  const grid = table.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

function wordCell(cell: PrintedCell, begins: boolean, habits: WordHabits): string {
  const goesOn = habits.bareMerge ? "<w:vMerge/>" : '<w:vMerge w:val="continue"/>';
  const merge = cell.rowspan === 1 || habits.unmerged ? "" : begins ? '<w:vMerge w:val="restart"/>' : goesOn;
  const span = cell.colspan === 1 ? "" : `<w:gridSpan w:val="${cell.colspan}"/>`;
  const text = !begins ? "<w:p/>" : cell.kind === "figure" ? figure(cell.text, habits) : p(label(cell.text, habits));
  const markup = `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${text}</w:tc>`;
  return habits.controls ? `<w:sdt><w:sdtPr/><w:sdtContent>${markup}</w:sdtContent></w:sdt>` : markup;
}

function label(text: string, { numbered }: WordHabits): string {
  return numbered ? text.replace(/^(?:\d\.|（[一二三四五六七]）|[一二三四五六]、)/, "") : text;
}

function figure(text: string, habits: WordHabits): string {
  const run = (part: string) => `<w:r><w:t>${part}</w:t></w:r>`;
  const runs = habits.split
    ? [...text].map((char) => `${run(char)}<w:bookmarkStart w:id="1" w:name="_GoBack"/>`).join("")
    : run(text);
  const tracked = `<w:del w:id="2" w:author="a" w:date="2024-01-02T03:04:05Z"><w:r><w:delText>77</w:delText></w:r></w:del><w:ins w:id="3" w:author="a" w:date="2024-01-02T03:04:05Z">${runs}</w:ins>`;
  return `<w:p>${habits.tracked ? tracked : runs}</w:p>`;
}

/** How a test writes an Excel file. */
export interface ExcelHabits {
  /** One worksheet for each table in place of one for all. */
  readonly sheets: boolean;
  /** Figures are text in place of numbers. */
  readonly text: boolean;
  /** Numbers with the artefacts of binary arithmetic that Excel writes. */
  readonly artefacts: boolean;
  /** Figures are the results of formulas. */
  readonly formulas: boolean;
  /** Rows and columns left empty before all else. */
  readonly margin: number;
  /** A hidden copy of all with other figures, as templates have. */
  readonly hidden: boolean;
}

/** A draft as an Excel file, written by hand. */
export function excelFile(draft: Draft, habits: ExcelHabits): Uint8Array {
  const sheets: SheetParts[] = [];
  let lines: string[] = [];
  let merges: string[] = [];
  let at = habits.margin;
  const flush = () => {
    if (lines.length > 0) sheets.push({ rows: lines.join(""), after: `<mergeCells>${merges.join("")}</mergeCells>` });
    lines = [];
    merges = [];
    at = habits.margin;
  };
  const text = (line: string) => {
    at += 1;
    lines.push(`<row r="${at}">${excelCell(at, habits.margin + 1, line, false, habits)}</row>`);
  };
  text(titleOf(draft));
  for (const { heading, table } of parts(draft)) {
    if (habits.sheets) flush();
    text(heading);
    if (table === undefined) text("文字");
    for (const row of table?.rows ?? []) {
      at += 1;
      const cells = row.map((cell) => {
        const column = habits.margin + cell.column + 1;
        if (cell.rowspan * cell.colspan > 1) {
          merges.push(`<mergeCell ref="${address(at, column)}:${address(at + cell.rowspan - 1, column + cell.colspan - 1)}"/>`);
        }
        return excelCell(at, column, cell.text, cell.kind === "figure" && !habits.text, habits);
      });
      lines.push(`<row r="${at}">${cells.join("")}</row>`);
    }
  }
  flush();
  const copies = habits.hidden
    ? sheets.map((sheet) => ({ ...sheet, state: "hidden", rows: sheet.rows.replaceAll(/<v>[^<]*</g, "<v>77<") }))
    : [];
  // A program that calculated the formulas says so.
  return xlsxFile({ sheets: [...sheets, ...copies], properties: habits.formulas ? `<calcPr calcId="191029"/>` : "" });
}

function excelCell(row: number, column: number, text: string, number: boolean, habits: ExcelHabits): string {
  const reference = address(row, column);
  if (text === "") return `<c r="${reference}" s="0"/>`;
  if (!number) return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const value = habits.artefacts && text.includes(".") ? Number(text).toPrecision(17) : text;
  return `<c r="${reference}">${habits.formulas ? `<f>ROUND(${value},6)</f>` : ""}<v>${value}</v></c>`;
}

function address(row: number, column: number): string {
  return `${column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}${row}`;
}
