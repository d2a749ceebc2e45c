import { strToU8, Zip, ZipDeflate } from "fflate";
import { ROW_NUMBER, sheetRow } from "./sheetRow.js";

/** Most rows of a worksheet. */
export const MAX_SHEET_ROWS = 1_048_576;

/** The earliest time stamp of ZIP, so that output does not depend on the clock. */
const EPOCH = new Date(1980, 0, 1);

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook written row by row in constant memory. Rows beyond the limit of a sheet go
 * to a further one, each with the head.
 */
export class Workbook {
  readonly #zip: Zip;
  readonly #title: string;
  readonly #head: string;
  #sheet: ZipDeflate | null = null;
  #sheets = 0;
  #rows = 0;

  constructor(title: string, head: readonly string[], write: (data: Uint8Array) => void) {
    this.#title = title;
    this.#head = sheetRow(head);
    this.#zip = new Zip((error, data) => {
      if (error !== null) throw error;
      write(data);
    });
  }

  /** How many sheets there are. */
  get sheets(): number {
    return this.#sheets;
  }

  /** Adds `count` rows as XML. */
  add(rows: string, count: number): void {
    if (count === 0) return;
    const room = MAX_SHEET_ROWS - this.#rows;
    if (this.#sheet !== null && count <= room) {
      this.#sheet.push(strToU8(this.#numbered(rows)));
      return;
    }
    if (this.#sheet === null) this.#open();
    else {
      const cut = endOfRow(rows, room);
      this.#sheet.push(strToU8(this.#numbered(rows.slice(0, cut))));
      this.#close();
      this.#open();
      this.add(rows.slice(cut), count - room);
      return;
    }
    this.add(rows, count);
  }

  /** Ends the workbook. */
  end(): void {
    if (this.#sheet === null) this.#open();
    this.#close();
    const numbers = Array.from({ length: this.#sheets }, (_, i) => i + 1);
    const name = (n: number): string => (n === 1 ? this.#title : `${this.#title} ${n}`);
    this.#part(
      "xl/workbook.xml",
      `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${numbers
        .map((n) => `<sheet name="${name(n)}" sheetId="${n}" r:id="rId${n}"/>`)
        .join("")}</sheets></workbook>`,
    );
    this.#part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers
        .map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
        .join("")}</Relationships>`,
    );
    this.#part(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    this.#part(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${numbers
        .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)
        .join("")}</Types>`,
    );
    this.#zip.end();
  }

  /** Rows with their numbers. */
  #numbered(rows: string): string {
    return rows
      .split(END_OF_ROW)
      .slice(0, -1)
      .map((row) => {
        this.#rows += 1;
        return row.replaceAll(ROW_NUMBER, String(this.#rows)) + END_OF_ROW;
      })
      .join("");
  }

  #open(): void {
    this.#sheets += 1;
    this.#rows = 1;
    this.#sheet = this.#file(`xl/worksheets/sheet${this.#sheets}.xml`);
    const view =
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
    this.#sheet.push(
      strToU8(`${DECLARATION}<worksheet xmlns="${NAMESPACE}">${view}<sheetData>${this.#head.replaceAll(ROW_NUMBER, "1")}`),
    );
  }

  #close(): void {
    this.#sheet?.push(strToU8("</sheetData></worksheet>"), true);
    this.#sheet = null;
  }

  #part(path: string, content: string): void {
    this.#file(path).push(strToU8(DECLARATION + content), true);
  }

  #file(path: string): ZipDeflate {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = EPOCH;
    this.#zip.add(file);
    return file;
  }
}

const END_OF_ROW = "</row>";

/** The offset at which a row ends. */
function endOfRow(rows: string, number: number): number {
  let at = 0;
  for (let i = 0; i < number; i += 1) at = rows.indexOf(END_OF_ROW, at) + END_OF_ROW.length;
  return at;
}
