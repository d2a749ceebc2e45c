import { bytes, compoundFile, f64, u8, u16, u32, utf16 } from "./binary.js";

/** A record of a workbook; what is longer than a record may be goes on in the next ones. */
export function record(type: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const data = bytes(...parts);
  return bytes(u16(type, data.length), data);
}

export const BEGIN_BOOK = record(0x0809, u16(0x0600, 0x0005), new Uint8Array(12));
export const BEGIN_SHEET = record(0x0809, u16(0x0600, 0x0010), new Uint8Array(12));
export const END = record(0x000a);

/** A text with its length in front, in two bytes a character. */
export const text = (value: string): Uint8Array => bytes(u16(value.length), u8(1), utf16(value));

export const number = (row: number, column: number, value: number, format = 0): Uint8Array =>
  record(0x0203, u16(row, column, format), f64(value));
export const label = (row: number, column: number, value: string, format = 0): Uint8Array =>
  record(0x0204, u16(row, column, format), text(value));
export const sharedLabel = (row: number, column: number, index: number, format = 0): Uint8Array =>
  record(0x00fd, u16(row, column, format), u32(index));
export const formula = (
  row: number,
  column: number,
  result: Uint8Array,
  flags = 0,
  format = 0,
  tokens: Uint8Array = new Uint8Array(),
): Uint8Array => record(0x0006, u16(row, column, format), result, u16(flags), new Uint8Array(4), u16(tokens.length), tokens);
export const merges = (...ranges: readonly (readonly [number, number, number, number])[]): Uint8Array =>
  record(0x00e5, u16(ranges.length), ...ranges.map((range) => u16(...range)));
export const font = (flags = 0, raise = 0, { height = 200, colour = 0x7fff, name = "", charset = 0 } = {}): Uint8Array =>
  record(0x0031, u16(height, flags, colour, 400, raise), u8(0, 0, charset, 0), u8(name.length, 1), utf16(name));
export const cellFormat = (
  fontNumber = 0,
  format = 0,
  pattern = 0,
  ground = 64,
  { across = 0, diagonal = false } = {},
): Uint8Array =>
  record(
    0x00e0,
    u16(fontNumber, format, 0),
    u8(across, 0, 0, 0),
    u32(diagonal ? 0x80000000 : 0),
    u32((diagonal ? 1 << 21 : 0) + pattern * 2 ** 26),
    u16(ground),
  );
export const numberFormat = (id: number, code: string): Uint8Array => record(0x041e, u16(id), text(code));
export const strings = (...texts: readonly Uint8Array[]): Uint8Array => record(0x00fc, u32(texts.length, texts.length), ...texts);

export interface XlsSheet {
  readonly name?: string;
  readonly state?: number;
  readonly kind?: number;
  readonly records: readonly Uint8Array[];
}

/** An Excel 97 workbook from the records of its globals and its sheets. */
export function xlsFile(sheets: readonly XlsSheet[], globals: readonly Uint8Array[] = []): Uint8Array {
  return compoundFile({ Workbook: workbook(sheets, globals) });
}

export function workbook(sheets: readonly XlsSheet[], globals: readonly Uint8Array[] = []): Uint8Array {
  const sheetRecord = ({ name = "表", state = 0, kind = 0 }: XlsSheet, start: number): Uint8Array =>
    record(0x0085, u32(start), u8(state, kind, name.length, 1), utf16(name));
  const head = bytes(BEGIN_BOOK, ...globals);
  const size = head.length + sheets.reduce((sum, sheet) => sum + sheetRecord(sheet, 0).length, 0) + END.length;
  const parts = sheets.map(({ records }) => bytes(BEGIN_SHEET, ...records, END));
  let start = size;
  const list = sheets.map((sheet, i) => {
    const own = sheetRecord(sheet, start);
    start += parts[i]?.length ?? 0;
    return own;
  });
  return bytes(head, ...list, END, ...parts);
}
