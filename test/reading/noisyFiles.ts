import { docxFile, relationships, tbl, xlsxFile } from "../containers/support.js";
import { EXCEL_FORMATS, escaped, type NoisyCell, type NoisyDocument, type NoisyTable, rowsOf } from "./noise.js";

/** Lines above a table: its caption and what stands below that. */
const linesOf = ({ caption, lines = [] }: NoisyTable): readonly string[] => [caption, ...lines].filter((line) => line !== "");

const xml = (text: string): string => escaped(text).replaceAll("&nbsp;", "\u00a0");

/** For each row the cells that stand in it, those that reach into it from above too. */
function gridOf(table: NoisyTable): readonly (readonly { readonly cell: NoisyCell; readonly begins: boolean }[])[] {
  return rowsOf(table).map((row, r) => {
    const reaching = table.cells.filter((cell) => cell.row < r && cell.row + cell.rowspan > r);
    return [...row.map((cell) => ({ cell, begins: true })), ...reaching.map((cell) => ({ cell, begins: false }))].sort(
      (a, b) => a.cell.column - b.cell.column,
    );
  });
}

/** A document whose merged cells are drawn as bars and left empty or repeated, as converters to Markdown do. */
export function bars({ tables }: NoisyDocument, title: string, repeated: boolean): string {
  const parts = tables.map((table) => {
    const cells = gridOf(table).map((row) =>
      row.flatMap(({ cell, begins }) => {
        const text = cell.text.replace(/\s*\n\s*/g, "<br>").replaceAll("|", "/");
        const further = repeated && cell.cell === null ? text : "";
        return [begins ? text : further, ...Array.from({ length: cell.colspan - 1 }, () => further)];
      }),
    );
    const width = Math.max(...cells.map((row) => row.length));
    const rows = cells.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? "").join(" | ")} |`);
    const [first = "", ...others] = rows;
    const rule = first.replace(/[^|]+/g, " --- ");
    return [...linesOf(table), "", first, rule, ...others, ""].join("\n");
  });
  return `# ${title}\n\n${parts.join("\n")}`;
}

const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Based"><w:basedOn w:val="Hidden"/></w:style>
<w:style w:type="character" w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>`;

/** A Word file. */
export function word({ tables }: NoisyDocument, title: string): Uint8Array {
  const paragraph = (text: string): string =>
    `<w:p><w:r>${text
      .split("\n")
      .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
      .join("<w:br/>")}</w:r></w:p>`;
  const content = tables.map((table) => {
    const rows = gridOf(table).map((row) => {
      const cells = row.map(({ cell, begins }) => {
        const merge = cell.rowspan === 1 ? "" : begins ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
        const span = cell.colspan === 1 ? "" : `<w:gridSpan w:val="${cell.colspan}"/>`;
        const text = begins ? (cell.word ?? paragraph(cell.text)) : "<w:p/>";
        return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${text}</w:tc>`;
      });
      return `<w:tr>${cells.join("")}</w:tr>`;
    });
    return linesOf(table).map(paragraph).join("") + tbl(...rows);
  });
  return docxFile(paragraph(title) + content.join("<w:p/>"), {
    "word/styles.xml": STYLES,
    "word/_rels/document.xml.rels": relationships(["rId1", "styles", "styles.xml"]),
  });
}

const FORMATS = `<numFmts count="4"><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId="165" formatCode="&quot;5&quot;"/><numFmt numFmtId="166" formatCode="&quot;约&quot;0&quot;余&quot;"/><numFmt numFmtId="167" formatCode="#,##0"/></numFmts>
<fonts count="2"><font/><font><strike/></font></fonts>
<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="167" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>`;

const reference = (row: number, column: number): string =>
  `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ""}${String.fromCharCode(65 + (column % 26))}${row}`;

/** A workbook with a sheet for each table; a text is a number where it is all digits. */
export function workbook({ tables }: NoisyDocument, title: string): Uint8Array {
  const sheets = tables.map((table, k) => {
    const lines: string[] = [];
    const merges: string[] = [];
    for (const line of [...(k === 0 ? [title] : []), ...linesOf(table)]) {
      const at = lines.length + 1;
      lines.push(`<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${xml(line)}</t></is></c></row>`);
    }
    const rows = rowsOf(table);
    for (const row of rows) {
      const at = lines.length + 1;
      const cells = row.map((cell) => {
        const down = Math.min(cell.rowspan, rows.length - cell.row);
        const place = reference(at, cell.column);
        if (down * cell.colspan > 1)
          merges.push(`<mergeCell ref="${place}:${reference(at + down - 1, cell.column + cell.colspan - 1)}"/>`);
        return excelCell(place, cell);
      });
      lines.push(`<row r="${at}">${cells.join("")}</row>`);
    }
    return { rows: lines.join(""), after: merges.length === 0 ? "" : `<mergeCells>${merges.join("")}</mergeCells>` };
  });
  return xlsxFile({ sheets, styles: FORMATS });
}

function excelCell(place: string, { text, excel }: NoisyCell): string {
  if (excel !== undefined) {
    const { xml: value, type, format = "plain" } = excel;
    return `<c r="${place}"${type === undefined ? "" : ` t="${type}"`} s="${EXCEL_FORMATS[format]}">${value}</c>`;
  }
  if (text === "") return "";
  if (/^\d{1,15}$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

/** A page whose tables are elements that only play the part of one. */
export function grid({ tables }: NoisyDocument, title: string): string {
  const parts = tables.map((table) => {
    const rows = rowsOf(table).map((row) => {
      const cells = row.map(({ text, html, rowspan, colspan }) => {
        const spans = `${rowspan > 1 ? ` aria-rowspan="${rowspan}"` : ""}${colspan > 1 ? ` aria-colspan="${colspan}"` : ""}`;
        return `<div role="cell"${spans}>${html ?? escaped(text).replaceAll("^", "<sup>").replaceAll("\n", "<br>")}</div>`;
      });
      return `<div role="row">${cells.join("")}</div>`;
    });
    return `${linesOf(table)
      .map((line) => `<p>${line}</p>`)
      .join("")}<div role="table">${rows.join("\n")}</div>`;
  });
  return `<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>${title}</h1>${parts.join("<p></p>")}</body></html>`;
}
