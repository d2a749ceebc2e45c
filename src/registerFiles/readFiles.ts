import type { Delimiter } from "../_internal/csvRows.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import { openCompound } from "../formats/compound/compound.js";
import { bytesOf } from "../formats/content.js";
import { decodeText } from "../formats/decode.js";
import { expectFormat } from "../formats/detect.js";
import { openPackage } from "../formats/office/parts.js";
import { readWorkbook as readXlsWorkbook } from "../formats/xls/readWorkbook.js";
import { readWorkbook } from "../formats/xlsx/readWorkbook.js";
import { headerOf, propertiesIn } from "../register/columns.js";
import { CASES, type Kind, REQUESTS } from "../register/entries.js";
import { registerMessages } from "../register/messages.js";
import {
  type CaseColumns,
  type RegisterOptions,
  type RequestColumns,
  readCases,
  readCasesCsv,
  readRegisterCsv,
  readRequests,
} from "../register/readRegisterCsv.js";
import { MAX_HEADER_ROW, type SheetRows } from "../register/readSheet.js";
import type { CaseEntry, RegisterReading, RequestEntry } from "../register/types.js";
import { sheetRows } from "./sheetRows.js";

/** Options of the readers of register files. */
export interface RegisterFileOptions<Field extends string = string> extends RegisterOptions<Field> {
  /** Name of the worksheet; defaults to the one that looks most like a register. */
  readonly sheet?: string;
  /** The field delimiter of a CSV file; detected by default. */
  readonly delimiter?: Delimiter;
  /** Charset of a CSV file, as declared outside of it. */
  readonly charset?: string;
}

/**
 * Reads a register of requests (依申请公开台账) from the bytes of a file: an Excel workbook (.xlsx, .xls), or CSV in UTF-8, GBK or
 * UTF-16. A merged cell counts for each of its rows, so a number merged over two rows is one request on two lines. Rows hidden
 * by a filter are read, with a finding.
 *
 * @throws `DisclosureReportError` `format.unsupported` for another kind of workbook, with what to convert it to; `format.corrupt`,
 * `format.limit` or `format.unsafe` for a container that is not right. What is wrong with the register is a finding.
 *
 * @example
 * ```ts
 * const csv = new TextEncoder().encode("编号,申请人类别,收到日期,办结日期,办理结果\n1,自然人,2023-03-01,2023-03-20,予以公开\n");
 * (await readRegisterFile(csv)).entries[0]?.outcome; //=> "granted"
 * ```
 */
export async function readRegisterFile(
  file: Uint8Array | ArrayBuffer,
  columns?: RequestColumns,
  options?: RegisterFileOptions<"applicant" | "outcome">,
): Promise<RegisterReading<RequestEntry>> {
  columns ??= {};
  options ??= {};
  const bytes = bytesOf(file, options.language);
  if (!isContainer(bytes)) return readRegisterCsv(decoded(bytes, options), columns, options);
  return readWorkbookWith(bytes, REQUESTS, columns, options, (rows) => readRequests(rows, columns, options));
}

/**
 * Reads a register of cases of 行政复议 and 行政诉讼 from the bytes of a file, as {@link readRegisterFile} reads one of requests.
 *
 * @throws `DisclosureReportError` as {@link readRegisterFile} does.
 *
 * @example
 * ```ts
 * const csv = new TextEncoder().encode("案号,案件类别,收案日期,审结日期,审理结果\n复1,行政复议,2023-03-01,,审理中\n");
 * (await readCasesFile(csv)).entries[0]?.result; //=> "pending"
 * ```
 */
export async function readCasesFile(
  file: Uint8Array | ArrayBuffer,
  columns?: CaseColumns,
  options?: RegisterFileOptions<"kind" | "result">,
): Promise<RegisterReading<CaseEntry>> {
  columns ??= {};
  options ??= {};
  const bytes = bytesOf(file, options.language);
  if (!isContainer(bytes)) return readCasesCsv(decoded(bytes, options), columns, options);
  return readWorkbookWith(bytes, CASES, columns, options, (rows) => readCases(rows, columns, options));
}

/** How ZIP containers and the binary files of old Office programs begin. */
const CONTAINERS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isContainer(bytes: Uint8Array): boolean {
  return CONTAINERS.some((start) => start.every((byte, i) => bytes[i] === byte));
}

function decoded(bytes: Uint8Array, { charset }: RegisterFileOptions): string {
  return decodeText(bytes, charset === undefined ? {} : { charset });
}

function readWorkbookWith<T>(
  bytes: Uint8Array,
  kind: Kind,
  columns: object,
  { sheet: name, language = "zh" }: RegisterFileOptions,
  read: (rows: SheetRows) => RegisterReading<T>,
): RegisterReading<T> {
  const { format } = expectFormat(["xlsx", "xls"], bytes, language);
  const workbook =
    format === "xlsx"
      ? readWorkbook(openPackage(bytes, language), language)
      : readXlsWorkbook(openCompound(bytes, language), language);
  const sheets = workbook.map((sheet) => sheetRows(sheet, format));
  const chosen = chooseSheet(sheets, kind, columns, name, language);
  if ("refused" in chosen) {
    return { entries: [], findings: [chosen.refused], format, sheet: null, names: [], columns: [], values: [], aside: [] };
  }
  const reading = read(chosen.sheet);
  const { hidden } = chosen.sheet;
  if (hidden === 0) return reading;
  const said = finding(registerMessages, "register.hiddenRows", { count: hidden }, language, { severity: "advice" });
  return { ...reading, findings: [...reading.findings, said] };
}

type ReadableSheet = ReturnType<typeof sheetRows>;

/** The sheet that is asked for; else the one whose header has most properties of an entry. */
function chooseSheet(
  sheets: readonly ReadableSheet[],
  kind: Kind,
  columns: object,
  name: string | undefined,
  language: Language,
): { readonly sheet: ReadableSheet } | { readonly refused: Finding } {
  const quoted = (which: readonly ReadableSheet[]): string => which.map(({ sheet }) => `“${sheet}”`).join(", ");
  if (name !== undefined) {
    const sheet = sheets.find((candidate) => candidate.sheet === name);
    if (sheet !== undefined) return { sheet };
    const params = { name, names: quoted(sheets) };
    return { refused: finding(registerMessages, "register.unknownSheet", params, language) };
  }
  const scored = sheets.map((sheet) => {
    const first = [...sheet.rows].slice(0, MAX_HEADER_ROW);
    return { sheet, properties: Math.max(0, ...first.map(({ fields }) => propertiesIn(headerOf(fields), kind.fields, columns))) };
  });
  const most = Math.max(0, ...scored.map(({ properties }) => properties));
  const [best, ...others] = scored.filter(({ properties }) => properties === most);
  if (best === undefined) return { refused: finding(registerMessages, "register.fileEmpty", {}, language) };
  if (others.length === 0 || most === 0) return { sheet: best.sheet };
  const names = quoted([best, ...others].map(({ sheet }) => sheet));
  return { refused: finding(registerMessages, "register.manySheets", { names }, language) };
}
