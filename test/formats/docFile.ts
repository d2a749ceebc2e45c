import type { PrintedTable } from "../../src/index.js";
import { bytes, compoundFile, u8, u16, u32, u32s, utf16 } from "./binary.js";

/** Characters with the same properties. `sprms` are modifiers as they stand in the file. */
export interface DocRun {
  readonly text: string;
  readonly sprms?: Uint8Array;
}

/** A paragraph: what it holds, what ends it, the modifiers of its properties and of the mark at its end. */
export interface DocParagraph {
  readonly runs: readonly (DocRun | string)[];
  readonly end?: string;
  readonly sprms?: Uint8Array;
  readonly endSprms?: Uint8Array;
  readonly style?: number;
}

export interface DocOptions {
  readonly version?: number;
  readonly flags?: number;
  /** Text of footnotes and of text boxes, each a paragraph. */
  readonly footnotes?: string;
  readonly headers?: string;
  readonly boxes?: string;
  readonly styles?: Uint8Array;
  /** Names of the fonts, by their number. */
  readonly fonts?: readonly string[];
  readonly data?: Uint8Array;
  /** Floating drawings: the characters that they hang on, and what the list says of each. */
  readonly drawings?: readonly (readonly [character: number, top: number, bottom: number, flags: number])[];
  /** What these are (OfficeArt); they all have the number 1025. */
  readonly shapes?: Uint8Array;
  /** Modifier in short that the one piece of text carries. */
  readonly prm?: number;
  /** Keeps the text in the Western code page, a byte a character. */
  readonly western?: boolean;
}

const PAGE = 512;
const TEXT_AT = 2 * PAGE;

/** Modifiers, by the names that the reader gives them. */
export const on = (code: number, value = 1): Uint8Array => bytes(u16(code), u8(value));
export const IN_TABLE = on(0x2416);
export const ROW_END = on(0x2417);
export const depth = (value: number): Uint8Array => bytes(u16(0x6649), u32(value));

export interface DocCell {
  /** Bits of the cell: 1 and 2 for merging sideways, 0x20 and 0x40 for merging downwards. */
  readonly bits?: number;
}

/** The definition of a row from the edges of its cells. */
export function tableDefinition(edges: readonly number[], cells: readonly DocCell[]): Uint8Array {
  const operand = bytes(u8(cells.length), u16(...edges), ...cells.map(({ bits = 0 }) => bytes(u16(bits, 0), new Uint8Array(16))));
  return bytes(u16(0xd608, operand.length + 1), operand);
}

/** The paragraphs of a row of a table: a cell for each text, and the mark of the row. */
export function row(
  texts: readonly (string | DocParagraph)[],
  edges: readonly number[] = texts.map((_, i) => i * 1000).concat(texts.length * 1000),
  cells: readonly DocCell[] = texts.map(() => ({})),
  more: Uint8Array = new Uint8Array(),
): readonly DocParagraph[] {
  return [
    ...texts.map((text): DocParagraph => {
      const paragraph = typeof text === "string" ? { runs: [text] } : text;
      return { end: "\u0007", ...paragraph, sprms: bytes(IN_TABLE, paragraph.sprms ?? []) };
    }),
    { runs: [], end: "\u0007", sprms: bytes(IN_TABLE, ROW_END, tableDefinition(edges, cells), more) },
  ];
}

/** The rows of a table of the form. */
export function printedRows({ rows }: PrintedTable): readonly DocParagraph[] {
  const open: { end: number; colspan: number; left: number; column: number }[] = [];
  return rows.flatMap((cells) => {
    const continued = open.filter(({ left }) => left > 0);
    const placed = [
      ...cells.map(({ text, column, colspan, rowspan }) => ({ text, column, colspan, bits: rowspan > 1 ? 0x60 : 0 })),
      ...continued.map(({ column, colspan }) => ({ text: "", column, colspan, bits: 0x20 })),
    ].sort((a, b) => a.column - b.column);
    for (const span of continued) span.left -= 1;
    for (const { column, colspan, rowspan } of cells) if (rowspan > 1) open.push({ end: 0, column, colspan, left: rowspan - 1 });
    const edges = [
      ...placed.map(({ column }) => column * 600),
      Math.max(...placed.map(({ column, colspan }) => column + colspan)) * 600,
    ];
    return row(
      placed.map(({ text }) => text),
      edges,
      placed,
    );
  });
}

function fontTable(names: readonly string[]): Uint8Array {
  const entries = names.map((name) => bytes(new Uint8Array(39), utf16(`${name}\0`)));
  return bytes(u16(names.length, 0), ...entries.flatMap((entry) => [u8(entry.length), entry]));
}

function drawingList(drawings: DocOptions["drawings"] & {}): Uint8Array {
  if (drawings.length === 0) return new Uint8Array();
  return bytes(
    ...[...drawings.map(([character]) => character), 0].map((character) => u32(character)),
    ...drawings.map(([, top, bottom, flags]) => bytes(u32(1025, 0, top, 0, bottom), u16(flags), u32(0))),
  );
}

/** A Word 97 document. Each run and each paragraph has a page of properties of its own. */
export function docFile(paragraphs: readonly DocParagraph[], options: DocOptions = {}): Uint8Array {
  const width = options.western === true ? 1 : 2;
  const encode = (text: string): Uint8Array => (width === 1 ? u8(...[...text].map((c) => c.charCodeAt(0))) : utf16(text));
  let text = "";
  const runs: { readonly from: number; readonly to: number; readonly sprms: Uint8Array }[] = [];
  const marks: { readonly from: number; readonly to: number; readonly sprms: Uint8Array; readonly style: number }[] = [];
  const add = (run: DocRun): void => {
    if (run.text === "") return;
    runs.push({ from: text.length, to: text.length + run.text.length, sprms: run.sprms ?? new Uint8Array() });
    text += run.text;
  };
  for (const { runs: own, end = "\r", sprms = new Uint8Array(), endSprms, style = 0 } of paragraphs) {
    const from = text.length;
    for (const run of own) add(typeof run === "string" ? { text: run } : run);
    add(endSprms === undefined ? { text: end } : { text: end, sprms: endSprms });
    marks.push({ from, to: text.length, sprms, style });
  }
  const main = text.length;
  const beside = (content: string | undefined): number => {
    if (content === undefined) return 0;
    const from = text.length;
    add({ text: `${content}\r` });
    marks.push({ from, to: text.length, sprms: new Uint8Array(), style: 0 });
    return text.length - from;
  };
  const [footnotes, headers, boxes] = [beside(options.footnotes), beside(options.headers), beside(options.boxes)];

  const at = (position: number): number => TEXT_AT + position * width;
  const textPages = Math.ceil((text.length * width) / PAGE);
  const pages: Uint8Array[] = [];
  const page = (from: number, to: number, item: Uint8Array, list: Uint8Array): number => {
    const content = new Uint8Array(PAGE);
    const offset = PAGE - 2 - list.length - (list.length % 2);
    content.set(u32(at(from), at(to)));
    content.set(item, 8);
    content[8] = offset / 2;
    content.set(list, offset);
    content[PAGE - 1] = 1;
    pages.push(content);
    return TEXT_AT / PAGE + textPages + pages.length - 1;
  };
  const runPages = runs.map(({ from, to, sprms }) => page(from, to, u8(0), bytes(u8(sprms.length), sprms)));
  const markPages = marks.map(({ from, to, sprms, style }) => {
    const list = bytes(u16(style), sprms);
    const words = Math.ceil(list.length / 2);
    return page(from, to, new Uint8Array(13), bytes(u8(0, words), list, list.length % 2 === 0 ? [] : [0]));
  });
  const bte = (stretches: readonly { readonly from: number }[], numbers: readonly number[]): Uint8Array =>
    bytes(u32s([...stretches.map(({ from }) => at(from)), at(text.length)]), u32s(numbers));
  const address = width === 1 ? TEXT_AT * 2 + 0x40000000 : TEXT_AT;
  const plcPcd = bytes(u32(0, text.length), u16(0), u32(address), u16(options.prm ?? 0));
  const lists: [number, Uint8Array][] = [
    [1, options.styles ?? new Uint8Array()],
    [12, bte(runs, runPages)],
    [13, bte(marks, markPages)],
    [15, fontTable(options.fonts ?? [])],
    [33, bytes(u8(2), u32(plcPcd.length), plcPcd)],
    [40, drawingList(options.drawings ?? [])],
    [50, options.shapes ?? new Uint8Array()],
  ];
  let table: Uint8Array = new Uint8Array(16);
  const fib = new Uint8Array(TEXT_AT);
  fib.set(u16(0xa5ec, options.version ?? 0xc1));
  fib.set(u16(0x0200 | (options.flags ?? 0)), 10);
  fib.set(u16(14), 32);
  fib.set(u16(22), 62);
  fib.set(u32(main, footnotes, headers, 0, 0, 0, boxes, 0), 64 + 12);
  fib.set(u16(93), 152);
  for (const [index, content] of lists) {
    fib.set(u32(table.length, content.length), 154 + index * 8);
    table = bytes(table, content);
  }
  const body = new Uint8Array(textPages * PAGE);
  body.set(encode(text));
  const data = options.data === undefined ? {} : { Data: options.data };
  return compoundFile({ WordDocument: bytes(fib, body, ...pages), "1Table": table, ...data });
}
