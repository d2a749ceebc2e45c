import { MAX_COLSPAN, MAX_ROWSPAN } from "../../reading/limits.js";
import type { SourceCell, SourceParagraph, SourceTable } from "../../reading/source.js";
import { OBJECT, RAISED_SIGN } from "../raisedText.js";
import { attributeOf, PageElement } from "./parseHtml.js";
import { placeOf } from "./place.js";
import type { Styler } from "./styler.js";
import { isDoubtful } from "./visibility.js";
import { BREAK, type Position, printed, walk } from "./walk.js";

/** Letters of this part of the size of others are a note. */
const NOTE_SIZE = 0.85;

/** A stretch of text in a cell that looks the same. */
interface Stretch {
  text: string;
  readonly size: number;
  /** Of a link or of small print, which may be a note. */
  readonly note: boolean;
  /** Whether it is the number of an item that Word counted. */
  readonly counted: boolean;
  /** The number of the element that takes it out of the order of the source; 0 where none does. */
  readonly moved: number;
  /** Whether it is uncertain what is visible of it. */
  readonly doubtful: boolean;
  /** Whether it may cover what is next to it. */
  readonly covers: boolean;
}

interface OpenRow {
  readonly cells: { text: string; rowspan: number; colspan: number; place: SourceCell["place"] }[];
}

/** A table of a page, and its caption as a paragraph before it. */
export function htmlTable(
  table: Position,
  styler: Styler,
  number: number,
): { readonly table: SourceTable; readonly caption: SourceParagraph | null } {
  const start: Position = { ...table, inTable: true, doubtful: table.doubtful || table.unclear };
  const rows: OpenRow[] = [];
  const sections: number[] = [];
  let row: OpenRow = { cells: [] };
  let cell: PageElement | null = null;
  let caption = "";
  let captionAt: PageElement | null = null;
  let stretches: Stretch[] = [];
  let notes = 0;
  /** Elements that are open with the number of an item that Word counted. */
  const counted: (PageElement | null)[] = [];
  const moves: number[] = [];
  let moved = 0;
  let printedBeside: "nothing" | "mark" | "figure" = "nothing";
  let marked = false;
  const add = (written: string, { look, doubtful: isUnclear, covers }: Position): void => {
    const { size, leftwards } = look;
    const text = look.kept ? written.replaceAll("\n", BREAK) : written;
    const last = stretches[stretches.length - 1];
    // Spaces have the style of the text before them; at the beginning of a cell they are dropped.
    if (text.trim() === "" && !covers) {
      if (last !== undefined) last.text += text;
      return;
    }
    const isLeftwards = leftwards && DIGIT.test(text);
    if (marked && COUNTING.test(text)) printedBeside = "figure";
    if (isLeftwards) moved += 1;
    const own: Stretch = {
      text,
      size,
      note: notes > 0,
      counted: counted.length > 0,
      moved: isLeftwards ? moved : (moves[moves.length - 1] ?? 0),
      doubtful: isUnclear || isDoubtful(look, text) || (isLeftwards && SIGNED.test(text)),
      covers,
    };
    if (last !== undefined && isAlike(last, own)) last.text += own.text;
    else stretches.push(own);
  };
  const isMark = ({ element }: Position): boolean => element?.tagName === "a" || element?.tagName === "small";
  walk(start.element?.childNodes ?? [], start, styler, {
    enter(position) {
      const { element, role, reversed, generated } = position;
      if (cell !== null) {
        // A raised mark that the style sheet prints is a note, as long as nothing follows it.
        if (generated !== "nothing" && role === "apart" && element?.childNodes.length === 0) marked = true;
        else if (generated !== "nothing" && printedBeside !== "figure") printedBeside = generated;
        if (isMark(position)) notes += 1;
        if (isCounted(element)) counted.push(element);
        if (position.moved) {
          moved += 1;
          moves.push(moved);
          if (position.covers) add("", position);
        }
        if (reversed) add(TURNED, position);
        // An empty element, such as a link to a note whose mark the style sheet prints, separates nothing.
        if (role === "apart" && (element?.childNodes.length ?? 0) > 0) add(RAISED_SIGN, position);
        else if (role !== undefined && role !== "apart" && role !== "object") add(BREAK, position);
        return true;
      }
      if (role === "row") {
        row = { cells: [] };
        rows.push(row);
      } else if (role === "cell") {
        if (rows.length === 0) rows.push(row);
        cell = element;
        stretches = [];
        notes = 0;
        counted.length = 0;
        moves.length = 0;
        printedBeside = generated;
        marked = false;
      } else if (element?.tagName === "caption") captionAt = element;
      return true;
    },
    leave(position) {
      const { element, role, reversed } = position;
      if (element === captionAt) captionAt = null;
      if (cell !== null && element === cell) {
        row.cells.push({
          text: textOf(stretches, printedBeside),
          rowspan: spanOf(element, "rowspan", MAX_ROWSPAN),
          colspan: spanOf(element, "colspan", MAX_COLSPAN),
          place: placeOf(element, number, rows.length, row.cells.length + 1),
        });
        cell = null;
      } else if (cell !== null) {
        if (isMark(position)) notes -= 1;
        if (counted.length > 0 && element === counted[counted.length - 1]) counted.pop();
        if (position.moved) moves.pop();
        if (reversed) add(TURNED_BACK, position);
        if (role !== undefined && role !== "apart" && role !== "break") add(BREAK, position);
      } else if (element !== null && SECTIONS.has(element.tagName)) sections.push(rows.length);
    },
    text(value, position) {
      if (cell !== null) add(value, position);
      else if (captionAt !== null) caption += value;
    },
    apart(position) {
      if (cell !== null) add(RAISED_SIGN, position);
    },
    object(position) {
      if (cell !== null) add(OBJECT, position);
    },
  });
  endAtSections(rows, sections);
  doubtColumns(rows, hiddenColumns(start, styler));
  const title = printed(caption);
  return {
    table: { kind: "table", rows: rows.map(({ cells }) => cells) },
    caption: title === "" ? null : { kind: "paragraph", text: title, place: placeOf(start.element, number, null, null) },
  };
}

/** How Word marks the number of an item of a list, which is no part of the text. */
const COUNTED = /mso-list:\s*ignore/i;

function isCounted(element: PageElement | null): boolean {
  return element !== null && COUNTED.test(attributeOf(element, "style") ?? "");
}

const SECTIONS: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);

/** From here on, and up to here, signs run from right to left. */
const TURNED = "\u202e";
const TURNED_BACK = "\u202c";

/** A span ends with its group of rows, as in a browser. */
function endAtSections(rows: readonly OpenRow[], sections: readonly number[]): void {
  let from = 0;
  for (const end of sections) {
    for (let r = from; r < end; r += 1) {
      for (const cell of rows[r]?.cells ?? []) cell.rowspan = Math.min(cell.rowspan, end - r);
    }
    from = end;
  }
}

/** Columns that a page as Excel saves it hides; a browser shows some of them. */
function hiddenColumns({ element, look }: Position, styler: Styler): ReadonlySet<number> {
  const hidden = new Set<number>();
  let at = 0;
  const pass = (column: PageElement, isHidden: boolean): void => {
    const end = Math.min(at + spanOf(column, "span", MAX_COLSPAN), MAX_COLSPAN);
    for (; at < end; at += 1) if (isHidden) hidden.add(at);
  };
  const isHidden = (column: PageElement): boolean => {
    const styled = styler.style(column, look, "nothing");
    return styled !== null && (styled.gone || styled.look.hidden);
  };
  for (const child of element?.childNodes ?? []) {
    if (!(child instanceof PageElement) || child.tagName !== "colgroup") continue;
    const columns = child.childNodes.filter((node) => node instanceof PageElement);
    if (columns.length === 0) pass(child, isHidden(child));
    for (const column of columns) pass(column, isHidden(child) || isHidden(column));
  }
  return hidden;
}

/** Makes the figures of some columns unreadable. */
function doubtColumns(rows: readonly OpenRow[], columns: ReadonlySet<number>): void {
  if (columns.size === 0) return;
  const reaching = new Map<number, number>();
  for (const [r, { cells }] of rows.entries()) {
    let at = 0;
    for (const cell of cells) {
      while ((reaching.get(at) ?? 0) > r) at += 1;
      if (DIGIT.test(cell.text) && Array.from({ length: cell.colspan }, (_, i) => at + i).every((c) => columns.has(c)))
        cell.text += OBJECT;
      for (const end = at + cell.colspan; at < end; at += 1) reaching.set(at, r + cell.rowspan);
    }
  }
}

const DIGIT = /[\d０-９]/;
const NOTE = /[\d０-９①-⑳*※]/;
/** What may be part of a number. */
const COUNTING = /[\d０-９.．,，%％‰+\-－−—–〇零一二三四五六七八九十百千万亿余多]/;
/** A sign that moves to the other side of a number in text from right to left. */
const SIGNED = /[^\d０-９\s\p{L}]/u;
const WORD = /\p{L}/u;

function isAlike(one: Stretch, other: Stretch): boolean {
  return (
    one.size === other.size &&
    one.note === other.note &&
    one.counted === other.counted &&
    one.moved === other.moved &&
    one.doubtful === other.doubtful &&
    one.covers === other.covers
  );
}

/**
 * The text of a cell: a possible note at a figure is separated from it; text that has moved or whose visibility is uncertain from the
 * page, and text that the style sheet prints, make the cell unreadable.
 */
function textOf(stretches: readonly Stretch[], printedBeside: "nothing" | "mark" | "figure"): string {
  const [first] = stretches;
  if (first === undefined) return printedBeside === "nothing" ? "" : OBJECT;
  const whole = stretches.length === 1 ? first.text : partsOf(stretches);
  const isPlain = printedBeside === "nothing" && stretches.every(({ doubtful, counted }) => !doubtful && !counted);
  return printed(isPlain || !isUnreadable(stretches, printedBeside) ? whole : whole + OBJECT);
}

function isUnreadable(stretches: readonly Stretch[], printedBeside: "nothing" | "mark" | "figure"): boolean {
  if (printedBeside === "figure") return true;
  const filled = stretches.filter(({ text }) => text.trim() !== "");
  const isFigure = filled.some(({ text }) => DIGIT.test(text)) || !filled.some(({ text }) => WORD.test(text));
  if (printedBeside === "mark" && isFigure) return true;
  const isLabel = filled.some(({ text, counted }) => !counted && WORD.test(text));
  if (filled.some(({ counted }) => counted) && !isLabel) return true;
  return filled.some(({ doubtful }) => doubtful) && (isFigure || !filled.every(({ doubtful }) => doubtful));
}

function partsOf(stretches: readonly Stretch[]): string {
  const figures = stretches.filter(({ text }) => DIGIT.test(text));
  const largest = Math.max(...figures.map(({ size }) => size));
  const isNote = ({ text, note, size }: Stretch): boolean => NOTE.test(text) && (note || size < largest * NOTE_SIZE);
  const isPlain = (stretch: Stretch): boolean => DIGIT.test(stretch.text) && !isNote(stretch);
  const apart = stretches.some(isNote) && stretches.some(isPlain);
  const counting = stretches.filter(({ text, covers }) => covers || COUNTING.test(text));
  const isMoved = figures.length > 0 && new Set(counting.map(({ moved }) => moved)).size > 1;
  const text = stretches.map((stretch) => (apart && isNote(stretch) ? RAISED_SIGN + stretch.text : stretch.text)).join("");
  return isMoved ? text + OBJECT : text;
}

/** A span as browsers read it; `rowspan="0"` reaches to the last row of its group. */
function spanOf(element: PageElement, name: "rowspan" | "colspan" | "span", most: number): number {
  const value = attributeOf(element, name) ?? attributeOf(element, `aria-${name}`);
  if (value === undefined) return 1;
  const digits = /^\s{0,16}\+?(\d{1,9})/.exec(value)?.[1];
  const span = digits === undefined ? 1 : Number(digits);
  if (span === 0) return name === "rowspan" ? most : 1;
  return Math.min(span, most);
}
