import { strToU8 } from "fflate";
import { type Draft, describeForm, type PrintedTable, printTables, withFigures } from "../../src/index.js";
import { docxFile, p, tbl, tc, tr, xlsxFile, zip } from "../containers/support.js";
import { bytes, u16, u32, utf16 } from "./binary.js";
import { docFile, printedRows } from "./docFile.js";
import { label, merges, record, xlsFile } from "./xlsFile.js";

/** A report all figures of which differ, so that one in the place of another is seen. */
export const distinct: Draft = withFigures(
  { edition: "2021", year: 2023, agency: { name: "某县教育局" } } as const,
  Object.fromEntries(
    describeForm("2021").cells.map((cell, i) => [cell.address, cell.unit === "amount" ? `${100 + i}.5` : 1000 + 7 * i]),
  ),
);

const TITLE = "某县教育局2023年政府信息公开工作年度报告";

/** Signs around a figure, in which nothing is changed; they are taken off before a file is made. */
const BEGIN = "\ue000";
const END = "\ue001";
const figure = (text: string): string => BEGIN + text + END;

type PrintedRow = PrintedTable["rows"][number];
const tables = printTables(distinct);
const textOf = ({ kind, text }: PrintedRow[number]): string => (kind === "figure" ? figure(text) : text);

/** A binary file, in which single bytes are changed, and the places of its figures, which are not. */
export interface BinaryFile {
  readonly name: string;
  readonly file: Uint8Array;
  readonly figures: readonly (readonly [from: number, to: number])[];
}

/** Where some bytes stand in a file. */
function placesIn(file: Uint8Array, needles: readonly Uint8Array[]): BinaryFile["figures"] {
  const whole = Buffer.from(file);
  return needles.flatMap((needle) => {
    const places: [number, number][] = [];
    for (let at = whole.indexOf(needle); at >= 0; at = whole.indexOf(needle, at + 1)) places.push([at, at + needle.length]);
    return places;
  });
}

const numbers = tables.flatMap(({ rows }) => rows.flat()).flatMap(({ kind, text }) => (kind === "figure" ? [text] : []));

const doc = docFile([{ runs: [TITLE] }, ...tables.flatMap((table) => [{ runs: [table.caption] }, ...printedRows(table)])]);

/** Numbers side by side in one record, as programs write them. */
const shortNumber = (text: string): Uint8Array => u32(Number(text) * 400 + 3);
function xls(): Uint8Array {
  let start = 1;
  const records = tables.flatMap(({ caption, rows }) => {
    const top = start;
    start += rows.length + 2;
    const lines = rows.flatMap((cells, r) => {
      const at = top + 1 + r;
      const figures = cells.filter(({ kind }) => kind === "figure");
      const [first] = figures;
      const spans = cells
        .filter(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
        .map(({ rowspan, colspan, column }) => merges([at, at + rowspan - 1, column, column + colspan - 1]));
      const labels = cells.filter(({ kind }) => kind !== "figure").map((cell) => label(at, cell.column, cell.text));
      if (first === undefined) return [...labels, ...spans];
      const inRow = figures.map(({ text }) => bytes(u16(0), shortNumber(text)));
      return [...labels, record(0x00bd, u16(at, first.column), ...inRow, u16(first.column + figures.length - 1)), ...spans];
    });
    return [label(top, 0, caption), ...lines];
  });
  return xlsFile([{ records: [label(0, 0, TITLE), ...records] }]);
}

const workbook = xls();

export const binaryFiles: readonly BinaryFile[] = [
  {
    name: ".doc",
    file: doc,
    figures: placesIn(
      doc,
      numbers.map((text) => utf16(text)),
    ),
  },
  { name: ".xls", file: workbook, figures: placesIn(workbook, numbers.map(shortNumber)) },
];

/** A kind of file: the text that is changed, and how a file is made of it. */
export interface Changeable {
  readonly name: string;
  readonly text: string;
  readonly file: (text: string) => Uint8Array;
}

const column = (at: number): string => String.fromCharCode(65 + at);

const W2003 = "http://schemas.microsoft.com/office/word/2003/wordml";
const word2003 = (text: string): string =>
  `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="${W2003}"><w:body>${text}</w:body></w:wordDocument>`;

const SS = "urn:schemas-microsoft-com:office:spreadsheet";
const excel2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${SS}" xmlns:ss="${SS}"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">${TITLE}</Data></Cell></Row>${tables
  .flatMap(({ rows }) => rows)
  .map(
    (cells) =>
      `<Row>${cells
        .map((cell) => {
          const type = cell.kind === "figure" ? "Number" : "String";
          const spans = `ss:MergeAcross="${cell.colspan - 1}" ss:MergeDown="${cell.rowspan - 1}"`;
          return `<Cell ss:Index="${cell.column + 1}" ${spans}><Data ss:Type="${type}">${textOf(cell)}</Data></Cell>`;
        })
        .join("")}</Row>`,
  )
  .join("")}</Table></Worksheet></Workbook>`;

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const ODF = `xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`;

/** A table of an OpenDocument file, with the cells that merged ones cover. */
function odfTable({ rows }: PrintedTable, sheet: boolean): string {
  const reaching: { row: number; column: number }[] = [];
  const lines = rows.map((cells, r) => {
    const parts = [
      ...cells.map((cell) => {
        for (let i = 1; i < cell.rowspan; i += 1)
          for (let c = 0; c < cell.colspan; c += 1) reaching.push({ row: r + i, column: cell.column + c });
        const value = sheet && cell.kind === "figure" ? ` office:value-type="float" office:value="${figure(cell.text)}"` : "";
        const spans = ` table:number-columns-spanned="${cell.colspan}" table:number-rows-spanned="${cell.rowspan}"`;
        const covered = cell.colspan > 1 ? `<table:covered-table-cell table:number-columns-repeated="${cell.colspan - 1}"/>` : "";
        const xml = `<table:table-cell table:style-name="c"${spans}${value}><text:p text:style-name="p">${textOf(cell)}</text:p></table:table-cell>${covered}`;
        return { column: cell.column, xml };
      }),
      ...reaching.filter(({ row }) => row === r).map(({ column: at }) => ({ column: at, xml: "<table:covered-table-cell/>" })),
    ];
    return `<table:table-row>${parts
      .sort((a, b) => a.column - b.column)
      .map(({ xml }) => xml)
      .join("")}</table:table-row>`;
  });
  return `<table:table table:name="a">${lines.join("")}</table:table>`;
}

const odfStyles =
  '<office:automatic-styles><style:style style:family="table-cell" style:name="c"/><style:style style:family="paragraph" style:name="p"><style:text-properties fo:color="#000000" fo:font-size="10pt"/></style:style></office:automatic-styles>';
const odfText = `${odfStyles}<office:body><office:text><text:p>${TITLE}</text:p>${tables
  .map((table) => `<text:p>${table.caption}</text:p>${odfTable(table, false)}`)
  .join("")}</office:text></office:body>`;
const odfSheet = `${odfStyles}<office:body><office:spreadsheet>${tables
  .map((table, i) => odfTable(table, true).replace('name="a"', `name="s${i}"`))
  .join("")}</office:spreadsheet></office:body>`;
const flat = (kind: string) => (text: string) =>
  strToU8(`<office:document ${ODF} office:mimetype="application/vnd.oasis.opendocument.${kind}">${text}</office:document>`);
const packed = (kind: string) => (text: string) =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<office:document-content ${ODF}>${text}</office:document-content>`,
  });

/** Rows of a Word file, where a merged cell goes on below in cells of its own. */
function wordRows(
  { rows }: PrintedTable,
  cellOf: (text: string, properties: string) => string,
  merge: string,
): readonly string[] {
  const below: { row: number; column: number; colspan: number }[] = [];
  return rows.map((cells, r) => {
    const parts = [
      ...cells.map((cell) => {
        for (let i = 1; i < cell.rowspan; i += 1) below.push({ row: r + i, column: cell.column, colspan: cell.colspan });
        const restart = cell.rowspan > 1 ? `<w:${merge} w:val="restart"/>` : "";
        return { column: cell.column, xml: cellOf(textOf(cell), `<w:gridSpan w:val="${cell.colspan}"/>${restart}`) };
      }),
      ...below
        .filter(({ row }) => row === r)
        .map(({ column: at, colspan }) => ({ column: at, xml: cellOf("", `<w:gridSpan w:val="${colspan}"/><w:${merge}/>`) })),
    ];
    return tr(...parts.sort((a, b) => a.column - b.column).map(({ xml }) => xml));
  });
}

const wordBody = (merge: string): string =>
  p(TITLE) + tables.map((table) => p(table.caption) + tbl(...wordRows(table, tc, merge))).join("");

const rtfText = (text: string): string =>
  [...text].map((char) => (char < "\u0080" || char === BEGIN || char === END ? char : `\\u${char.charCodeAt(0)}?`)).join("");
const rtf = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}{\\colortbl;\\red255\\green255\\blue255;}\\pard ${rtfText(TITLE)}\\par ${tables
  .flatMap(({ caption, rows }) => [
    `\\pard ${rtfText(caption)}\\par `,
    ...rows.map((cells, r) => {
      const own = [
        ...cells.map((cell) => ({ ...cell, merge: cell.rowspan > 1 ? "\\clvmgf" : "", shown: textOf(cell) })),
        ...rows
          .slice(0, r)
          .flatMap((above, i) => above.filter(({ rowspan }) => i + rowspan > r))
          .map((cell) => ({ ...cell, merge: "\\clvmrg", shown: "" })),
      ].sort((a, b) => a.column - b.column);
      const edges = own.map(({ column: at, colspan, merge }) => `${merge}\\cellx${(at + colspan) * 600}`);
      return `\\trowd${edges.join("")}\\pard\\intbl ${own.map(({ shown }) => `${rtfText(shown)}\\cell `).join("")}\\row `;
    }),
  ])
  .join("")}}`;

const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>${TITLE}</h1>${tables
  .map(
    ({ caption, rows }) =>
      `<p>${caption}</p><table border="1">${rows
        .map(
          (cells) =>
            `<tr>${cells.map((cell) => `<td rowspan="${cell.rowspan}" colspan="${cell.colspan}"><p>${textOf(cell)}</p></td>`).join("")}</tr>`,
        )
        .join("")}</table>`,
  )
  .join("")}</body></html>`;

/** The tables as a spreadsheet saves them, one below the other. */
const sheetOf = (delimiter: string, quoted: boolean): string =>
  [
    TITLE,
    ...tables.flatMap(({ rows }) =>
      rows.map((cells) => {
        const width = 10;
        const fields = Array.from({ length: width }, () => "");
        for (const cell of cells) {
          const text = textOf(cell);
          fields[cell.column] = quoted && cell.kind !== "figure" ? `"${text}"` : text;
        }
        return fields.join(delimiter);
      }),
    ),
  ].join("\r\n");

let top = 2;
const sheetRows = tables
  .flatMap(({ rows }) =>
    rows.map((cells) => {
      const row = top;
      top += 1;
      const xml = cells.map((cell) => {
        const at = `${column(cell.column)}${row}`;
        return cell.kind === "figure"
          ? `<c r="${at}"><v>${figure(cell.text)}</v></c>`
          : `<c r="${at}" t="inlineStr"><is><t>${cell.text}</t></is></c>`;
      });
      return `<row r="${row}">${xml.join("")}</row>`;
    }),
  )
  .join("");
top = 2;
const merged = tables.flatMap(({ rows }) =>
  rows.flatMap((cells) => {
    const row = top;
    top += 1;
    return cells
      .filter(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
      .map((cell) => `${column(cell.column)}${row}:${column(cell.column + cell.colspan - 1)}${row + cell.rowspan - 1}`);
  }),
);
const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${TITLE}</t></is></c></row>${sheetRows}</sheetData><mergeCells>${merged
  .map((ref) => `<mergeCell ref="${ref}"/>`)
  .join("")}</mergeCells>`;

const mhtml = (text: string): Uint8Array =>
  strToU8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n--b--\r\n`,
  );

export const changeables: readonly Changeable[] = [
  { name: ".odt", text: odfText, file: packed("text") },
  { name: ".ods", text: odfSheet, file: packed("spreadsheet") },
  { name: ".fodt", text: odfText, file: flat("text") },
  { name: ".fods", text: odfSheet, file: flat("spreadsheet") },
  { name: ".docx", text: wordBody("vMerge"), file: (text) => docxFile(text) },
  { name: "Word 2003 XML", text: wordBody("vmerge"), file: (text) => strToU8(word2003(text)) },
  {
    name: ".xlsx",
    text: sheet,
    file: (text) => {
      const [rows = "", after = ""] = text.split(/(?<=<\/sheetData>)/);
      return xlsxFile({ sheets: [{ rows: rows.replace(/^<sheetData>|<\/sheetData>$/g, ""), after }] });
    },
  },
  { name: "Excel 2003 XML", text: excel2003, file: strToU8 },
  { name: ".rtf", text: rtf, file: strToU8 },
  { name: ".html", text: page, file: strToU8 },
  { name: ".mht", text: page, file: mhtml },
  { name: ".csv", text: sheetOf(",", true), file: strToU8 },
  { name: ".csv of semicolons", text: sheetOf(";", false), file: strToU8 },
  { name: ".tsv", text: `sep=\t\r\n${sheetOf("\t", true)}`, file: strToU8 },
];

/** The text without the signs around figures. */
export const bare = (text: string): string => text.replace(/[\ue000\ue001]/g, "");

/** The places of a text, outside of figures, where something is changed: a sign, a digit, a tag. */
export function placesOf(text: string, what: RegExp): readonly { readonly at: number; readonly found: string }[] {
  const figures = [...text.matchAll(/\ue000[^\ue001]*\ue001/g)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  let next = 0;
  const places: { at: number; found: string }[] = [];
  for (const { index, 0: found } of text.matchAll(what)) {
    while ((figures[next]?.[1] ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    if (index + found.length <= (figures[next]?.[0] ?? Number.POSITIVE_INFINITY)) places.push({ at: index, found });
  }
  return places;
}
