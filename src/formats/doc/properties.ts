import type { Fill } from "../colours.js";
import type { Fields } from "../compound/fields.js";
import type { RunProperties } from "../docx/runProperties.js";
import { isFlat, isLow, isOutside } from "../docx/visibility.js";
import { colourAt, fillAt, fillsIn, numberedColour, OLD_SHADING_BYTES, oldFillAt, SHADING_BYTES } from "./colours.js";
import type { Fonts } from "./fonts.js";
import { SPRM, type Sprm, sprmsOf } from "./sprm.js";
import type { Styles } from "./styles.js";

/** Bytes of a page of formatted runs. */
const PAGE_BYTES = 512;

/** A stretch of the stream with the same properties. */
export interface Run {
  /** Place in the stream behind the last byte. */
  readonly end: number;
  readonly list: Fields;
}

/** Finds the properties that belong to a place in the stream. */
export type Runs = (place: number) => Run | null;

/**
 * The runs of characters or paragraphs. A table leads to pages of 512 bytes, each of which lists where runs begin and,
 * counted in words from the start of the page, the offsets of their properties.
 */
export function runsOf(stream: Fields, table: Fields, kind: "characters" | "paragraphs"): Runs {
  const count = Math.max(Math.floor((table.length - 4) / 8), 0);
  const itemBytes = kind === "characters" ? 1 : 13;
  const listAt = kind === "characters" ? characterList : paragraphList;
  const empty = stream.part(0, 0);
  return (place) => {
    const entry = lastNotAbove(place, count, (i) => table.u32(i * 4));
    if (entry < 0) return null;
    const page = stream.part((table.u32((count + 1) * 4 + entry * 4) & 0x3fffff) * PAGE_BYTES, PAGE_BYTES);
    const runs = page.u8(PAGE_BYTES - 1);
    const run = lastNotAbove(place, runs, (i) => page.u32(i * 4));
    const end = run < 0 ? 0 : page.u32((run + 1) * 4);
    if (end <= place) return null;
    const offset = page.u8((runs + 1) * 4 + run * itemBytes) * 2;
    return { end, list: offset === 0 ? empty : listAt(page, offset) };
  };
}

function characterList(page: Fields, offset: number): Fields {
  return page.part(offset + 1, page.u8(offset));
}

function paragraphList(page: Fields, offset: number): Fields {
  const words = page.u8(offset);
  return words === 0 ? page.part(offset + 2, page.u8(offset + 1) * 2) : page.part(offset + 1, words * 2 - 1);
}

/** Index of the last of some ascending numbers that is not above a limit; -1 where all are. */
export function lastNotAbove(limit: number, count: number, numberAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a row of a table states about its cells. */
export interface RowDefinition {
  readonly edges: readonly number[];
  readonly merges: readonly CellMerge[];
}

/** How a cell is merged: sideways by the two bits that Word keeps for that, and with the cell above or below. */
interface CellMerge {
  readonly sideways: number;
  readonly vertical: "begin" | "continue" | null;
  /** Whether a line runs across the cell from corner to corner. */
  readonly crossed?: boolean;
}

/** What matters of the properties of a paragraph. */
export interface ParagraphProperties {
  readonly style: number;
  /** Nesting depth of the paragraph in tables. */
  readonly depth: number;
  readonly cellEnd: boolean;
  readonly rowEnd: boolean;
  /** Whether the paragraph is in a list, so that Word prints a number or a sign before it. */
  readonly numbered: boolean;
  readonly row: RowDefinition | null;
  readonly fill: Fill;
  /** The backgrounds of the cells, as far as the mark of the row states any. */
  readonly cellFills: readonly Fill[];
  /** Whether its lines, or the row that it ends, are so low that nothing in them is seen. */
  readonly flat: boolean;
  /** Whether the lines are so low, or begin so far outside, that it is uncertain what is visible of them. */
  readonly displaced: boolean;
  /** Whether it is a letter that drops into the lines of the next paragraph, so that it is part of that. */
  readonly dropped: boolean;
  /** Whether lines run from right to left. */
  readonly fromRight: boolean;
}

/** Cells whose ground one modifier states. */
const SHADED_CELLS = 22;

/** The properties of a paragraph: those of its style, of its run, then of its piece. `data` holds lists too long for a page. */
export function paragraphProperties(
  list: Fields | null,
  piece: readonly Sprm[],
  data: Fields | null,
  styles: Styles,
): ParagraphProperties {
  const style = list !== null && list.length >= 2 ? list.u16(0) : 0;
  let inTable = false;
  let depth = 0;
  let cellEnd = false;
  let rowEnd = false;
  let numbered = false;
  let row: RowDefinition | null = null;
  let fill: Fill = null;
  let lineHeight = 0;
  let rowHeight = 0;
  let indent = 0;
  let firstIndent = 0;
  let fromRight = false;
  let dropped = false;
  const cellFills: Fill[] = [];
  const shade = (fills: readonly Fill[], first: number): void => {
    for (const [i, own] of fills.entries()) cellFills[first + i] = own;
  };
  const apply = ({ code, operand }: Sprm, inside: boolean): void => {
    switch (code) {
      case SPRM.inTable:
        inTable = operand.u8(0) !== 0;
        break;
      case SPRM.depth:
        depth = operand.u32(0);
        break;
      case SPRM.list:
        numbered = operand.i16(0) > 0;
        break;
      case SPRM.rowEnd:
      case SPRM.innerRowEnd:
        rowEnd = operand.u8(0) !== 0;
        break;
      case SPRM.innerCellEnd:
        cellEnd = operand.u8(0) !== 0;
        break;
      case SPRM.tableDefinition:
        row = rowDefinition(operand);
        break;
      case SPRM.verticalMerge:
        if (row !== null) row = mergedVertically(row, operand.u8(0), operand.u8(1));
        break;
      case SPRM.paragraphShading:
        fill = fillAt(operand, 0);
        break;
      case SPRM.oldParagraphShading:
        fill = oldFillAt(operand, 0);
        break;
      case SPRM.cellShadings:
        shade(fillsIn(operand, SHADING_BYTES, fillAt), 0);
        break;
      case SPRM.secondCellShadings:
        shade(fillsIn(operand, SHADING_BYTES, fillAt), SHADED_CELLS);
        break;
      case SPRM.thirdCellShadings:
        shade(fillsIn(operand, SHADING_BYTES, fillAt), 2 * SHADED_CELLS);
        break;
      case SPRM.someCellShadings: {
        const [first, end, own] = [operand.u8(0), operand.u8(1), fillAt(operand, 2)];
        for (let i = first; i < end; i += 1) cellFills[i] = own;
        break;
      }
      case SPRM.oldCellShadings:
        if (cellFills.length === 0) shade(fillsIn(operand, OLD_SHADING_BYTES, oldFillAt), 0);
        break;
      case SPRM.lineHeight:
        // A height that is negative is an exact one.
        lineHeight = -operand.i16(0);
        break;
      case SPRM.rowHeight:
        rowHeight = -operand.i16(0);
        break;
      case SPRM.indent:
      case SPRM.oldIndent:
        indent = operand.i16(0);
        break;
      case SPRM.firstIndent:
      case SPRM.oldFirstIndent:
        firstIndent = operand.i16(0);
        break;
      case SPRM.dropCap:
        dropped = (operand.u16(0) & DROP_CAP) !== 0;
        break;
      case SPRM.fromRight:
        fromRight = operand.u8(0) !== 0;
        break;
      case SPRM.tableProperties:
      case SPRM.hugeProperties:
      case SPRM.oldHugeProperties: {
        if (inside || data === null) break;
        const at = operand.u32(0);
        for (const sprm of sprmsOf(data.part(at + 2, data.u16(at)))) apply(sprm, true);
        break;
      }
    }
  };
  for (const sprm of styles.ofParagraph(style)) apply(sprm, false);
  if (list !== null && list.length > 2) for (const sprm of sprmsOf(list.part(2, list.length - 2))) apply(sprm, false);
  for (const sprm of piece) apply(sprm, false);
  const height = rowEnd ? rowHeight : lineHeight;
  return {
    style,
    depth: Math.max(depth, inTable ? 1 : 0),
    cellEnd: cellEnd && !dropped,
    rowEnd,
    numbered,
    row,
    fill,
    cellFills,
    flat: isFlat(height),
    displaced: isLow(height) || (!rowEnd && isOutside(indent + firstIndent)),
    fromRight,
    dropped,
  };
}

/** The bits that state the position of a drop cap. */
const DROP_CAP = 7;

const CELL_BYTES = 20;
const VERTICAL = { merged: 0x20, first: 0x40 } as const;

function rowDefinition(operand: Fields): RowDefinition {
  const count = operand.u8(0);
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.i16(1 + i * 2));
  const cellsAt = 1 + (count + 1) * 2;
  const merges = Array.from({ length: count }, (_, i): CellMerge => {
    const at = cellsAt + i * CELL_BYTES;
    // Cells at the end that are as any other are left out.
    const bits = at + 2 <= operand.length ? operand.u16(at) : 0;
    const vertical = (bits & VERTICAL.merged) === 0 ? null : (bits & VERTICAL.first) === 0 ? "continue" : "begin";
    return { sideways: bits & 3, vertical };
  });
  return { edges, merges };
}

const VERTICAL_STATES: readonly CellMerge["vertical"][] = [null, "continue", null, "begin"];

function mergedVertically({ edges, merges }: RowDefinition, cell: number, state: number): RowDefinition {
  const vertical = VERTICAL_STATES[state] ?? null;
  return { edges, merges: merges.map((merge, i) => (i === cell ? { ...merge, vertical } : merge)) };
}

/** What matters of the properties of characters. */
export interface CharacterProperties {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly doubleStruck: boolean;
  readonly deleted: boolean;
  /** Whether the characters are not text but placeholders of a picture, a note or a field. */
  readonly special: boolean;
  /** Whether they hold the settings of a form field. */
  readonly formData: boolean;
  readonly raised: boolean;
  /** Half points by which they are shifted up or down. */
  readonly shift: number;
  readonly symbol: { readonly code: number; readonly font: string } | null;
  /** How the text is seen, by the rules of newer Word files. What is not stated is left out. */
  readonly seen: Omit<RunProperties, "vanish" | "strike" | "doubleStrike" | "align" | "position">;
}

export const PLAIN: CharacterProperties = {
  hidden: false,
  struck: false,
  doubleStruck: false,
  deleted: false,
  special: false,
  formData: false,
  raised: false,
  shift: 0,
  symbol: null,
  seen: {},
};

/** On, off, as in the style, or the opposite of the style. */
function toggled(operand: Fields, style: boolean): boolean {
  const value = operand.u8(0);
  return value === 0x80 ? style : value === 0x81 ? !style : value !== 0;
}

/** The bits of a layout that turn signs, put two lines in one or several signs in the room of one. */
const ODD_LAYOUT = 7;

/** The properties of characters: of a style, changed by modifiers. */
export function characterProperties(
  base: CharacterProperties,
  sprms: Iterable<Sprm>,
  styles: Styles,
  fonts: Fonts,
): CharacterProperties {
  let style = base;
  let now = base;
  const see = (seen: CharacterProperties["seen"]): void => {
    now = { ...now, seen: { ...now.seen, ...seen } };
  };
  for (const { code, operand } of sprms) {
    switch (code) {
      case SPRM.characterStyle: {
        const own = styles.characters(operand.u16(0));
        const either = { hidden: style.hidden || own.hidden, struck: style.struck || own.struck };
        style = {
          ...style,
          ...either,
          doubleStruck: style.doubleStruck || own.doubleStruck,
          seen: { ...style.seen, ...own.seen },
        };
        now = { ...now, ...either, doubleStruck: style.doubleStruck, raised: now.raised || own.raised };
        see(own.seen);
        break;
      }
      case SPRM.plain:
        now = { ...style, special: now.special, deleted: now.deleted, formData: now.formData, symbol: now.symbol };
        break;
      case SPRM.vanish:
        now = { ...now, hidden: toggled(operand, style.hidden) };
        break;
      case SPRM.strike:
        now = { ...now, struck: toggled(operand, style.struck) };
        break;
      case SPRM.doubleStrike:
        now = { ...now, doubleStruck: toggled(operand, style.doubleStruck) };
        break;
      case SPRM.deleted:
        now = { ...now, deleted: operand.u8(0) !== 0 };
        break;
      case SPRM.special:
        now = { ...now, special: operand.u8(0) !== 0 };
        break;
      case SPRM.formData:
        now = { ...now, formData: operand.u8(0) !== 0 };
        break;
      case SPRM.raise:
        now = { ...now, raised: operand.u8(0) !== 0 };
        break;
      case SPRM.shift:
        now = { ...now, shift: operand.i16(0) };
        break;
      case SPRM.symbol:
        now = { ...now, special: true, symbol: { code: operand.u16(2), font: fonts[operand.u16(0)] ?? "" } };
        break;
      case SPRM.colour:
        see({ colour: colourAt(operand, 0) });
        break;
      case SPRM.numberedColour:
        see({ colour: numberedColour(operand.u8(0)) });
        break;
      case SPRM.highlight:
        see({ fill: operand.u8(0) === 0 ? null : numberedColour(operand.u8(0)) });
        break;
      case SPRM.shading:
        see({ fill: fillAt(operand, 0) });
        break;
      case SPRM.oldShading:
        see({ fill: oldFillAt(operand, 0) });
        break;
      case SPRM.size:
        see({ size: operand.u16(0) });
        break;
      case SPRM.scale:
        see({ scale: operand.u16(0) });
        break;
      case SPRM.font:
        see({ font: fonts[operand.u16(0)] ?? "" });
        break;
      case SPRM.rightToLeft:
        see({ rightToLeft: toggled(operand, style.seen.rightToLeft === true) });
        break;
      case SPRM.spacing:
        see({ spacing: operand.i16(0) });
        break;
      case SPRM.fitted:
        see({ fitted: operand.u32(0) });
        break;
      case SPRM.layout:
        see({ combined: (operand.u16(0) & ODD_LAYOUT) !== 0 });
        break;
      case SPRM.partlyHidden:
        see({ partlyHidden: toggled(operand, style.seen.partlyHidden === true) });
        break;
      case SPRM.complex:
        see({ complex: toggled(operand, style.seen.complex === true) });
        break;
      case SPRM.complexSize:
        see({ complexSize: operand.u16(0) });
        break;
      case SPRM.complexFont:
        see({ complexFont: fonts[operand.u16(0)] ?? "" });
        break;
    }
  }
  return now;
}
