import type { Fill } from "../colours.js";
import type { Fields } from "../compound/fields.js";
import type { Reach } from "../docx/covered.js";
import { MAX_INSTRUCTION, printedBy } from "../docx/fields.js";
import type { RunProperties } from "../docx/runProperties.js";
import { readable, symbolOf, visibilityOf } from "../docx/visibility.js";
import { OBJECT, turned } from "../raisedText.js";
import { decodeWestern } from "../westernCodePage.js";
import { drawingsOf } from "./drawings.js";
import type { Fonts } from "./fonts.js";
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
import { shapesOf } from "./shapes.js";
import { type Sprm, sprmsOf } from "./sprm.js";
import type { Styles } from "./styles.js";

/** A paragraph as it would be printed, and what ends it. */
export interface DocParagraph {
  readonly text: string;
  /** Whether the mark at its end is the one that ends a cell or a row. */
  readonly cellMark: boolean;
  readonly properties: Omit<ParagraphProperties, "fill" | "cellFills" | "displaced" | "dropped" | "fromRight">;
  /** How far the drawings that float over the text from here reach. */
  readonly drawings: readonly Reach[];
  /** Whether the mark at its end was deleted or is that of a dropped letter, so that the paragraph goes on in the next one. */
  readonly endDeleted: boolean;
}

/** Text with the same properties; some of its characters are placeholders. */
interface Segment {
  readonly text: string;
  readonly list: Fields | null;
  readonly piece: Piece;
}

/** A paragraph whose background is not yet known. */
interface RawParagraph extends Omit<DocParagraph, "text" | "properties"> {
  readonly properties: ParagraphProperties;
  readonly segments: readonly Segment[];
}

/** Text of a paragraph that is printed, and how it is seen. */
interface Part {
  readonly text: string;
  readonly run: RunProperties;
  readonly raised: boolean;
  readonly shift: number;
  readonly doubtful: boolean;
}

/** A field that is open: its instruction, and whether its result has begun. */
interface OpenField {
  instruction: string;
  separated: boolean;
}

const CELL_MARK = "\u0007";

/** What ends a paragraph (its mark, the mark of a cell or row, a page or section break), and where a drawing hangs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Word uses
const PARAGRAPH_END_OR_DRAWING = /[\u0007\u0008\u000c\r]/g;

/** Reads stretches of the text of a document. */
export class Stories {
  readonly #header: DocHeader;
  readonly #pieces: readonly Piece[];
  readonly #styles: Styles;
  readonly #fonts: Fonts;
  readonly #characters: Runs;
  readonly #paragraphs: Runs;
  readonly #drawings: ReadonlyMap<number, Reach>;

  constructor(header: DocHeader, pieces: readonly Piece[], styles: Styles, fonts: Fonts) {
    this.#header = header;
    this.#pieces = pieces;
    this.#styles = styles;
    this.#fonts = fonts;
    this.#characters = runsOf(header.stream, header.characterRuns, "characters");
    this.#paragraphs = runsOf(header.stream, header.paragraphRuns, "paragraphs");
    this.#drawings = drawingsOf(header.drawings, shapesOf(header.shapes));
  }

  /** The paragraphs between two character positions. The background of a cell is stated by the mark of its row. */
  *paragraphs(from: number, to: number): Generator<DocParagraph> {
    let row: RawParagraph[] = [];
    for (const paragraph of this.#rawParagraphs(from, to)) {
      const { depth, rowEnd, cellFills, displaced } = paragraph.properties;
      row.push(paragraph);
      if (depth > 0 && !(depth === 1 && rowEnd)) continue;
      let cell = 0;
      for (const raw of row) {
        // The backgrounds of a nested table take precedence over that of the cell around it.
        const behind = raw.properties.depth > 1 ? "unknown" : (cellFills[cell] ?? null);
        yield this.#paragraph(raw, behind, rowEnd && displaced);
        if (raw.cellMark && raw.properties.depth === 1) cell += 1;
      }
      row = [];
    }
    for (const raw of row) yield this.#paragraph(raw, "unknown", false);
  }

  #paragraph({ segments, cellMark, properties, drawings, endDeleted }: RawParagraph, behind: Fill, low: boolean): DocParagraph {
    const text = properties.flat
      ? ""
      : this.#textOf(segments, properties, [properties.fill, behind], low || properties.displaced);
    return { text, cellMark, properties, drawings, endDeleted };
  }

  *#rawParagraphs(from: number, to: number): Generator<RawParagraph> {
    let segments: Segment[] = [];
    let drawings: Reach[] = [];
    for (const { text, list, piece, place } of this.#segments(from, to)) {
      const first = piece.from + (place - piece.place) / piece.width;
      let start = 0;
      for (const { index } of text.matchAll(PARAGRAPH_END_OR_DRAWING)) {
        if (text[index] === DRAWING) {
          const reach = this.#drawings.get(first + index);
          if (reach !== undefined) drawings.push(reach);
          continue;
        }
        if (index > start) segments.push({ text: text.slice(start, index), list, piece });
        const properties = this.#propertiesAt(place + index * piece.width, piece);
        const end = this.#characterProperties({ text: "", list, piece }, properties);
        yield {
          segments,
          // LibreOffice ends a dropped letter in a cell with the mark of a cell too.
          cellMark: text[index] === CELL_MARK && !properties.dropped,
          properties,
          drawings,
          endDeleted: end.deleted || properties.dropped,
        };
        segments = [];
        drawings = [];
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
    return paragraphProperties(this.#paragraphs(place)?.list ?? null, piece.sprms, this.#header.data, this.#styles);
  }

  #characterProperties({ list, piece }: Segment, { style }: ParagraphProperties): CharacterProperties {
    return characterProperties(this.#styles.paragraph(style), modifiers(list, piece), this.#styles, this.#fonts);
  }

  /** The printed text of a paragraph. An instruction of a field that is still open when the paragraph ends goes no further. */
  #textOf(segments: readonly Segment[], properties: ParagraphProperties, fills: readonly Fill[], displaced: boolean): string {
    /** The open fields, and how many have no result yet. */
    const open: OpenField[] = [];
    let instructions = 0;
    const parts: Part[] = [];
    const surroundings = { fills, reversed: false, displaced };
    for (const segment of segments) {
      const look = this.#characterProperties(segment, properties);
      const run = runOf(look);
      const visibility = visibilityOf(run, surroundings);
      const shown = visibility !== "hidden";
      let text = "";
      for (const char of segment.text) {
        const field = open[open.length - 1];
        if (char === FIELD.begin) {
          open.push({ instruction: "", separated: false });
          instructions += 1;
        } else if (char === FIELD.result && field?.separated === false) {
          field.separated = true;
          instructions -= 1;
        } else if (char === FIELD.end) {
          open.pop();
          if (field?.separated === false) instructions -= 1;
          if (field !== undefined && shown && instructions === 0) text += printedBy(field.instruction, field.separated);
        } else if (field?.separated === false) {
          if (field.instruction.length < MAX_INSTRUCTION) field.instruction += char;
        } else if (shown && instructions === 0) text += printed(char, look);
      }
      parts.push({ text, run, raised: look.raised, shift: look.shift, doubtful: visibility === "doubtful" });
    }
    const hasBase = parts.some(({ text, shift }) => shift === 0 && text.trim() !== "");
    const whole = parts
      .filter(({ text }) => text !== "")
      .map(({ text, run, raised, shift, doubtful }) => {
        const shown = readable(text, run, raised || (shift !== 0 && hasBase), surroundings);
        return doubtful ? shown + OBJECT : shown;
      })
      .join("");
    return properties.fromRight ? turned(whole) : whole;
  }
}

const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

const FIELD = { begin: "\u0013", result: "\u0014", end: "\u0015" } as const;

function* modifiers(list: Fields | null, piece: Piece): Generator<Sprm> {
  if (list !== null) yield* sprmsOf(list);
  yield* piece.sprms;
}

function runOf({ hidden, struck, doubleStruck, deleted, seen }: CharacterProperties): RunProperties {
  return { ...seen, vanish: hidden || deleted, strike: struck, doubleStrike: doubleStruck };
}

const PICTURE = "\u0001";
/** Placeholder at the anchor of a floating drawing. */
const DRAWING = "\u0008";

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["\t", "\t"],
  ["\n", "\n"],
  ["\v", "\n"],
  ["\u000e", "\n"],
  ["\u001e", "-"],
]);

/** What a character prints. */
function printed(char: string, { special, formData, symbol }: CharacterProperties): string {
  if (special && symbol !== null) return symbolOf(symbol.font, symbol.code);
  if (special && char === PICTURE) return formData ? "" : OBJECT;
  // What it covers or strikes out is not looked at.
  if (special && char === DRAWING) return OBJECT;
  return char >= " " ? char : (CONTROLS.get(char) ?? "");
}
