import { strToU8, zipSync } from "fflate";
import type { SourceDocument } from "../../src/reading/source.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const WORD_NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  `xmlns:a="${DRAWING}"`,
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");

/** A ZIP container of texts. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])),
  );
}

function contentTypes(main: string, type: string): string {
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`;
}

export function relationships(...targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** A Word file from the XML of its body. `parts` adds to the container or replaces what is in it. */
export function docxFile(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return zip({
    "[Content_Types].xml": contentTypes(
      "word/document.xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    "_rels/.rels": relationships(["rId1", "officeDocument", "word/document.xml"]),
    "word/document.xml": `${HEAD}<w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A paragraph of one run. */
export const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A table cell: its text, or paragraphs as XML, and the XML of its properties. */
export const tc = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;

export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;

export interface SheetParts {
  readonly name?: string;
  /** XML of the rows. */
  readonly rows: string;
  /** XML before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** XML of what is drawn on it. */
  readonly drawing?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  readonly strings?: string;
  readonly styles?: string;
  readonly theme?: string;
  readonly properties?: string;
}

/** An Excel file from the XML of its sheets. */
export function xlsxFile({ sheets, strings, styles, theme, properties = "" }: WorkbookParts): Uint8Array {
  const list = sheets.map(({ name, state }, i) => {
    return `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}"${state === undefined ? "" : ` state="${state}"`}/>`;
  });
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(
      "xl/workbook.xml",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    ),
    "_rels/.rels": relationships(["rId1", "officeDocument", "/xl/workbook.xml"]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${X}" xmlns:r="${OFFICE}">${properties}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["rIdS", "sharedStrings", "sharedStrings.xml"],
      ["rIdT", "styles", "styles.xml"],
      ["rIdC", "theme", "theme/theme1.xml"],
    ),
  };
  sheets.forEach(({ rows, before = "", after = "", drawing }, i) => {
    if (drawing !== undefined) {
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships(["d", "drawing", `../drawings/drawing${i + 1}.xml`]);
      parts[`xl/drawings/drawing${i + 1}.xml`] = `${HEAD}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${DRAWING}">${drawing}</xdr:wsDr>`;
    }
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${X}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  if (strings !== undefined) parts["xl/sharedStrings.xml"] = `${HEAD}<sst xmlns="${X}">${strings}</sst>`;
  if (theme !== undefined) parts["xl/theme/theme1.xml"] = HEAD + theme;
  if (styles !== undefined) parts["xl/styles.xml"] = `${HEAD}<styleSheet xmlns="${X}">${styles}</styleSheet>`;
  return zip(parts);
}

/** A document in short: paragraphs as texts, tables as rows of texts with the spans that are not 1 (`text 2x3`: two rows, three columns). */
export function outline(document: SourceDocument): readonly (string | readonly (readonly string[])[])[] {
  return document.blocks.map((block) => {
    if (block.kind === "paragraph") return block.text;
    return block.rows.map((row) =>
      row.map(({ text, rowspan, colspan }) => (rowspan === 1 && colspan === 1 ? text : `${text} ${rowspan}x${colspan}`)),
    );
  });
}
