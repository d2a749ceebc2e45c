import type { Fields } from "../compound/fields.js";
import { OBJECT, raised } from "../raisedText.js";
import { decodeWestern } from "../westernCodePage.js";
import type { DocHeader } from "./header.js";
import type { Piece } from "./pieces.js";
import {
  type CharacterProperties,
  characterProperties,
  lastNotAbove,
  type ParagraphProperties,
  paragraphProperties,
  type Runs,
  runsOf,
} from "./properties.js";
import { type Sprm, sprmsOf } from "./sprm.js";
import type { Styles } from "./styles.js";

/** A paragraph as it would be printed, and what ends it. */
export interface DocParagraph {
  readonly text: string;
  /** Whether the mark at its end is the one that ends a cell or a row. */
  readonly cellMark: boolean;
  readonly properties: ParagraphProperties;
  /** Whether the mark at its end was deleted, so that the paragraph goes on in the next one. */
  readonly endDeleted: boolean;
}

/** Text with the same properties, some characters of which stand for something else. */
interface Segment {
  readonly text: string;
  readonly list: Fields | null;
  readonly piece: Piece;
}

const CELL_MARK = "\u0007";

/** What ends a paragraph: its mark, the mark of a cell or row, a page or section break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Word uses
const PARAGRAPH_END = /[\u0007\u000c\r]/g;

/** Reads stretches of the text of a document. */
export class Stories {
  readonly #header: DocHeader;
  readonly #pieces: readonly Piece[];
  readonly #styles: Styles;
  readonly #characters: Runs;
  readonly #paragraphs: Runs;

  constructor(header: DocHeader, pieces: readonly Piece[], styles: Styles) {
    this.#header = header;
    this.#pieces = pieces;
    this.#styles = styles;
    this.#characters = runsOf(header.stream, header.characterRuns, "characters");
    this.#paragraphs = runsOf(header.stream, header.paragraphRuns, "paragraphs");
  }

  /** The paragraphs between two characters. */
  *paragraphs(from: number, to: number): Generator<DocParagraph> {
    let segments: Segment[] = [];
    for (const { text, list, piece, place } of this.#segments(from, to)) {
      let start = 0;
      for (const { index } of text.matchAll(PARAGRAPH_END)) {
        if (index > start) segments.push({ text: text.slice(start, index), list, piece });
        const properties = this.#propertiesAt(place + index * piece.width, piece);
        const end = this.#characterProperties({ text: "", list, piece }, properties);
        yield {
          text: this.#textOf(segments, properties),
          cellMark: text[index] === CELL_MARK,
          properties,
          endDeleted: end.deleted,
        };
        segments = [];
        start = index + 1;
      }
      if (start < text.length) segments.push({ text: text.slice(start), list, piece });
    }
  }

  *#segments(from: number, to: number): Generator<Segment & { readonly place: number }> {
    const pieces = this.#pieces;
    const first = lastNotAbove(from, pieces.length, (i) => pieces[i]?.from ?? 0);
    for (let i = Math.max(first, 0); i < pieces.length; i += 1) {
      const piece = pieces[i];
      if (piece === undefined || piece.from >= to) return;
      let at = Math.max(from, piece.from);
      const end = Math.min(to, piece.to);
      while (at < end) {
        const place = piece.place + (at - piece.from) * piece.width;
        const run = this.#characters(place);
        const runEnd = run === null ? at + 1 : at + Math.max(1, Math.ceil((run.end - place) / piece.width));
        const until = Math.min(runEnd, end);
        yield { text: this.#decode(place, until - at, piece), list: run?.list ?? null, piece, place };
        at = until;
      }
    }
  }

  #decode(place: number, characters: number, { width }: Piece): string {
    const { bytes } = this.#header.stream.part(place, characters * width);
    if (width === 2) return UTF16.decode(bytes);
    return decodeWestern(bytes);
  }

  #propertiesAt(place: number, piece: Piece): ParagraphProperties {
    return paragraphProperties(this.#paragraphs(place)?.list ?? null, piece.sprms, this.#header.data);
  }

  #characterProperties({ list, piece }: Segment, { style }: ParagraphProperties): CharacterProperties {
    return characterProperties(this.#styles.paragraph(style), modifiers(list, piece), this.#styles);
  }

  /** The printed text of a paragraph. An instruction of a field that is still open when the paragraph ends goes no further. */
  #textOf(segments: readonly Segment[], properties: ParagraphProperties): string {
    /** For each open field whether its result has begun, and how many have none yet. */
    const open: boolean[] = [];
    let instructions = 0;
    const parts: { readonly text: string; readonly raised: boolean; readonly shift: number }[] = [];
    for (const segment of segments) {
      const look = this.#characterProperties(segment, properties);
      const shown = !(look.hidden || look.struck || look.doubleStruck || look.deleted);
      let text = "";
      for (const char of segment.text) {
        if (char === FIELD.begin) {
          open.push(false);
          instructions += 1;
        } else if (char === FIELD.result && open[open.length - 1] === false) {
          open[open.length - 1] = true;
          instructions -= 1;
        } else if (char === FIELD.end) {
          if (open.pop() === false) instructions -= 1;
        } else if (shown && instructions === 0) text += printed(char, look);
      }
      parts.push({ text, raised: look.raised, shift: look.shift });
    }
    const hasBase = parts.some(({ text, shift }) => shift === 0 && text.trim() !== "");
    return parts.map((part) => (part.raised || (part.shift !== 0 && hasBase) ? raised(part.text) : part.text)).join("");
  }
}

const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

const FIELD = { begin: "\u0013", result: "\u0014", end: "\u0015" } as const;

function* modifiers(list: Fields | null, piece: Piece): Generator<Sprm> {
  if (list !== null) yield* sprmsOf(list);
  yield* piece.sprms;
}

const PICTURE = "\u0001";

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["\t", "\t"],
  ["\n", "\n"],
  ["\v", "\n"],
  ["\u000e", "\n"],
  ["\u001e", "-"],
]);

/** What a character prints. */
function printed(char: string, { special, formData, symbol }: CharacterProperties): string {
  if (special && symbol !== null) return symbol > 0x20 && symbol < 0xd800 ? String.fromCodePoint(symbol) : OBJECT;
  if (special && char === PICTURE) return formData ? "" : OBJECT;
  return char >= " " ? char : (CONTROLS.get(char) ?? "");
}
