import type { Language, Sentence } from "../../findings/finding.js";
import type { Fields } from "../compound/fields.js";
import { formatError } from "../messages.js";
import { type Sprm, shortSprm, sprmsOf } from "./sprm.js";

/** A contiguous range of text in the stream. */
export interface Piece {
  /** Numbers of its first character and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** Its offset in the stream. */
  readonly place: number;
  /** Bytes of a character: 1 for the Western code page, 2 for UTF-16. */
  readonly width: 1 | 2;
  /** What a quick save added to the properties of its characters and paragraphs. */
  readonly sprms: readonly Sprm[];
}

const MODIFIERS = 1;
const PIECE_TABLE = 2;

const WESTERN = 0x40000000;

/** The piece table of a document, in the order of the text. */
export function readPieces(list: Fields, language: Language): readonly Piece[] {
  const corrupt = (): Error => formatError("format.corrupt", { reason: brokenPieces }, language);
  const modifiers: (readonly Sprm[])[] = [];
  let at = 0;
  while (at < list.length && list.u8(at) === MODIFIERS) {
    const length = list.u16(at + 1);
    modifiers.push([...sprmsOf(list.part(at + 3, length))]);
    at += 3 + length;
  }
  if (at >= list.length || list.u8(at) !== PIECE_TABLE) throw corrupt();
  const table = list.part(at + 5, list.u32(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = table.u32(i * 4);
    const to = table.u32(i * 4 + 4);
    if (to < from) throw corrupt();
    const entry = (count + 1) * 4 + i * 8;
    const address = table.u32(entry + 2);
    const western = (address & WESTERN) !== 0;
    const place = address & 0x3fffffff;
    pieces.push({
      from,
      to,
      place: western ? place >> 1 : place,
      width: western ? 1 : 2,
      sprms: pieceSprms(table, entry + 6, modifiers),
    });
  }
  return pieces;
}

/** A piece holds one modifier in short, or the number of a list of them. */
function pieceSprms(table: Fields, at: number, modifiers: readonly (readonly Sprm[])[]): readonly Sprm[] {
  const value = table.u16(at);
  if ((value & 1) === 1) return modifiers[value >> 1] ?? [];
  const code = shortSprm((value >> 1) & 0x7f);
  return code === null ? [] : [{ code, operand: table.part(at + 1, 1) }];
}

const brokenPieces: Sentence = {
  zh: "其中的文本片段表不完整",
  en: "its table of pieces of text is incomplete",
};
