import type { Place } from "../../findings/finding.js";
import { aliasesOf } from "../../form/aliases.js";
import { leafOf, type Path, printedHeading } from "../../form/cells.js";
import type { Heading } from "../../form/types.js";
import { allVocabularies, type Vocabulary } from "../../reading/labels.js";
import type { SourceCell, SourceTable } from "../../reading/source.js";
import { type FoundHeadings, headingsAtEnd } from "./headings.js";
import { type Piece, piecesOf, type TextLine } from "./linePieces.js";
import { plainText } from "./plain.js";
import { type FlowFamily, type FlowRow, flowFamilies } from "./wordings.js";

/** Most pieces of text before a row of figures that may be its heading. */
const MAX_RUN = 200;

/** Most pieces behind a row of figures that may be the rest of its heading. */
const MAX_TAIL = 8;

/** Most pieces of group headings among the pieces of a heading. */
const MAX_BETWEEN = 6;

const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/;

/**
 * The tables in lines of text that are marked by words, bars and gaps only. The text is processed from one run of figures
 * to the next. A row is taken only if the text between is the whole heading of a row of the form, groups and headings of
 * columns included, and if it has as many figures as the form has columns. The edition that explains most figures counts.
 */
export function flowTables(lines: readonly TextLine[], placeOf: (line: number) => Place): readonly SourceTable[] {
  const runs = runsOf(piecesOf(lines));
  const read = allVocabularies.map((vocabulary) => new FlowReader(vocabulary, placeOf).read(runs));
  const [best] = read.sort((a, b) => b.figures - a.figures);
  return best?.tables ?? [];
}

/** Text, then the figures behind it. */
interface Run {
  readonly words: readonly Piece[];
  readonly figures: readonly Piece[];
}

function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: { words: Piece[]; figures: Piece[] }[] = [{ words: [], figures: [] }];
  for (const piece of pieces) {
    let run = runs[runs.length - 1];
    if (piece.kind === "text" && run !== undefined && run.figures.length > 0) {
      run = { words: [], figures: [] };
      runs.push(run);
    }
    if (piece.kind !== "text") run?.figures.push(piece);
    else if (piece.plain !== "") run?.words.push(piece);
  }
  return runs;
}

/** A row whose heading was found. */
interface FoundHeading {
  readonly family: FlowFamily;
  readonly row: FlowRow;
  readonly headings: FoundHeadings | null;
  /** The numbering that was printed, or "". */
  readonly marker: string;
  readonly wording: string;
  readonly at: Piece;
  /** Pieces behind the figures that belong to the heading. */
  readonly tail: number;
}

class FlowReader {
  readonly #vocabulary: Vocabulary;
  readonly #families: readonly FlowFamily[];
  readonly #placeOf: (line: number) => Place;
  readonly #tables: { readonly kind: "table"; readonly rows: SourceCell[][] }[] = [];
  /** Rows of a table that the form prints side by side, found one below the other. */
  readonly #turned = new Map<FlowFamily, Map<number, readonly SourceCell[]>>();
  #family: FlowFamily | null = null;
  /** Whether the figures last gone through are not known to be those of a row: they may be the upper part of broken ones. */
  #loose = false;
  #last: FlowRow | null = null;
  #figures = 0;

  constructor(vocabulary: Vocabulary, placeOf: (line: number) => Place) {
    this.#vocabulary = vocabulary;
    this.#families = flowFamilies(vocabulary);
    this.#placeOf = placeOf;
  }

  read(runs: readonly Run[]): { readonly tables: readonly SourceTable[]; readonly figures: number } {
    let tail = 0;
    runs.forEach(({ words, figures }, i) => {
      const own = words.slice(Math.max(tail, words.length - MAX_RUN));
      tail = 0;
      if (figures.length === 0) return;
      const after = runs[i + 1]?.words.slice(0, MAX_TAIL + MAX_BETWEEN) ?? [];
      const found = this.#headingOf(own, figures, after);
      const loose = this.#loose && figures.every(({ closed }) => !closed);
      this.#loose = true;
      if (found === null) {
        if (!this.#isNeighbour(own)) this.#family = null;
        return;
      }
      tail = found.tail;
      const isOwn = !(loose && found.headings === null && isOneLine(figures));
      const isWhole = !isContinued(found, runs[i + 1]) && !isBroken(own, figures);
      this.#take(found, figures, runs[i + 1]?.words.slice(tail) ?? [], isOwn && isWhole);
    });
    for (const [family, rows] of this.#turned) this.#layAcross(family, rows);
    return { tables: this.#tables.filter(({ rows }) => rows.length > 0), figures: this.#figures };
  }

  /** Whether a text that is not a row heading leaves the columns unchanged: it is short, and not a column heading. */
  #isNeighbour(words: readonly Piece[]): boolean {
    const text = words.map(({ plain }) => plain).join("");
    const { columnHeadings, generic } = this.#vocabulary;
    return text.length <= 80 && ![...columnHeadings.keys()].some((label) => !generic.has(label) && text.includes(label));
  }

  #headingOf(words: readonly Piece[], figures: readonly Piece[], after: readonly Piece[]): FoundHeading | null {
    const found: FoundHeading[] = [];
    const isNear = this.#endingsNear(words, after);
    for (const family of this.#families) {
      for (const row of family.rows) {
        if (row.wordings.length > 0 && !isNear(row)) continue;
        const heading =
          row.row.path.length === 0 ? unlabelled(words, family, row) : this.#labelled(words, family, row, figures, after);
        if (heading !== null) found.push(heading);
      }
    }
    const longest = Math.max(...found.map(({ wording }) => wording.length));
    const best = found.filter(({ wording }) => wording.length === longest);
    const [only] = best.length > 1 ? best.filter(({ row, marker }) => this.#follows(row) || sameMarker(row, marker)) : best;
    return only !== undefined && this.#isInPlace(only) ? only : null;
  }

  /**
   * Which rows may have their heading at the end of some words: those with a wording that ends as the last word does, or as one
   * after the figures that may continue it. Words of group headings may be in between.
   */
  #endingsNear(words: readonly Piece[], after: readonly Piece[]): (row: FlowRow) => boolean {
    const last = words[words.length - 1]?.plain ?? "";
    if (last === "") return () => false;
    const ends = new Set([last, ...after.map(({ plain }) => plain)].map((plain) => plain.slice(-1)));
    const lastGroups = this.#last?.groups ?? [];
    if (isOfGroup(last, lastGroups)) return () => true;
    return ({ endings, groups }) => {
      for (const ending of endings) if (ends.has(ending)) return true;
      return isOfGroup(last, groups);
    };
  }

  #labelled(
    words: readonly Piece[],
    family: FlowFamily,
    row: FlowRow,
    figures: readonly Piece[],
    after: readonly Piece[],
  ): FoundHeading | null {
    const groups = [...row.groups, ...(this.#last?.groups ?? [])];
    const tails = isOneLine(figures) ? tailsOf(after, groups) : [{ text: "", count: 0 }];
    for (const wording of row.wordings) {
      for (const { text, count } of tails) {
        if (!wording.endsWith(text) || text.length >= wording.length) continue;
        const head = headAtEnd(words, wording.slice(0, wording.length - text.length), groups);
        if (head === null) continue;
        const rest = words.slice(0, head.from);
        const headings = rest.length === 0 ? null : headingsAtEnd(rest, family);
        if (rest.length === 0 ? this.#family !== family : headings === null) continue;
        return { family, row, headings, marker: head.marker, wording, at: head.at, tail: count };
      }
    }
    return null;
  }

  #follows({ row }: FlowRow): boolean {
    return row.index === (this.#last?.row.family.table === row.family.table ? this.#last.row.index + 1 : 0);
  }

  /** Rows are in the order of the form; one whose heading occurs in several places follows the one before or has its number. */
  #isInPlace({ row, headings, marker, wording }: FoundHeading): boolean {
    const last = this.#last?.row;
    if (headings === null && (last === undefined || row.row.index <= last.index)) return false;
    return !this.#vocabulary.generic.has(wording) || this.#follows(row) || sameMarker(row, marker);
  }

  #take({ family, row, headings, at }: FoundHeading, figures: readonly Piece[], next: readonly Piece[], whole: boolean): void {
    if (headings !== null) {
      this.#family = family;
      if (family.turned === null) this.#open(family, headings);
    }
    this.#last = row;
    const own = withoutNumbering(figures, next);
    const fitting = figuresOf(own, family, row);
    const taken = whole ? fitting : null;
    this.#loose = fitting === null;
    const count = family.family.columns.length;
    if (taken === null && own.length === count) return;
    const cells = (taken ?? own).map(({ text, line }) => this.#cell(text, line));
    if (family.turned !== null) {
      if (taken !== null) this.#turn(family, row, cells);
      return;
    }
    if (taken !== null) this.#figures += count;
    const labels = row.row.path.map((heading) => this.#cell(printedHeading(heading), at.line));
    this.#tables[this.#tables.length - 1]?.rows.push([...labels, ...cells]);
  }

  #open(family: FlowFamily, { moneyUnit, at }: FoundHeadings): void {
    this.#tables.push({ kind: "table", rows: this.#headingRows(family, moneyUnit, at.line) });
  }

  /** The headings of columns level by level, as a text without spans has them. */
  #headingRows({ family, levels }: FlowFamily, moneyUnit: string, line: number): SourceCell[][] {
    const last = family.columns[family.columns.length - 1];
    const stub = family.stub === null ? [] : [this.#cell(family.stub, line)];
    return levels.map((level, i) => [
      ...(i === 0 ? stub : []),
      ...level.map((heading) => {
        const remark = moneyUnit !== "" && last !== undefined && heading === leafOf(last.path) ? `（单位：${moneyUnit}）` : "";
        return this.#cell(heading.term.label.replace(remark === "" ? "" : /（.*$/, "") + remark, line);
      }),
    ]);
  }

  #turn(family: FlowFamily, { row }: FlowRow, cells: readonly SourceCell[]): void {
    const rows = this.#turned.get(family) ?? new Map<number, readonly SourceCell[]>();
    this.#turned.set(family, rows);
    if (rows.has(row.index)) rows.set(row.index, []);
    else rows.set(row.index, cells);
  }

  /** Lays rows side by side where all of them were read, each once. */
  #layAcross({ family, turned }: FlowFamily, rows: ReadonlyMap<number, readonly SourceCell[]>): void {
    const cells = family.rows.flatMap(({ index }) => rows.get(index) ?? []);
    const across = this.#families.find((candidate) => candidate.family === turned);
    const [first] = cells;
    if (across === undefined || first === undefined || cells.length !== turned?.columns.length) return;
    const line = (first.place.line ?? 1) - 1;
    this.#tables.push({ kind: "table", rows: [...this.#headingRows(across, "", line), cells] });
    this.#figures += cells.length;
  }

  #cell(text: string, line: number): SourceCell {
    return { text, rowspan: 1, colspan: 1, place: this.#placeOf(line) };
  }
}

/** A table whose row has no heading: figures directly below the headings of its columns. */
function unlabelled(words: readonly Piece[], family: FlowFamily, row: FlowRow): FoundHeading | null {
  const headings = headingsAtEnd(words, family);
  return headings === null ? null : { family, row, headings, marker: "", wording: "", at: headings.at, tail: 0 };
}

function sameMarker({ row }: FlowRow, marker: string): boolean {
  return row.path.length > 0 && marker !== "" && marker === markerOf(row.path);
}

function markerOf(path: Path): string {
  const leaf: Heading = leafOf(path);
  return plainText(leaf.marker);
}

/** What may be the end of a heading that is broken over lines above and below its figures; the longest first. */
function tailsOf(
  after: readonly Piece[],
  groups: readonly string[],
): readonly { readonly text: string; readonly count: number }[] {
  const tails = [{ text: "", count: 0 }];
  let text = "";
  for (const [i, { plain }] of after.entries()) {
    if (isOfGroup(plain, groups)) continue;
    text += plain;
    tails.unshift({ text, count: i + 1 });
    if (tails.length > MAX_TAIL) break;
  }
  return tails;
}

/** Whether a piece is a group's heading or a part of it, as printed next to the rows of the group. */
function isOfGroup(plain: string, groups: readonly string[]): boolean {
  return groups.some((group) => group.includes(plain));
}

interface Head {
  /** The first piece that belongs to the heading, its groups and its numbering. */
  readonly from: number;
  readonly marker: string;
  readonly at: Piece;
}

/** Finds a text at the end of some pieces, with nothing between but pieces of groups, and its numbering in front. */
function headAtEnd(words: readonly Piece[], head: string, groups: readonly string[]): Head | null {
  let left = head;
  let i = words.length - 1;
  let at = words[i];
  let marker = "";
  let between = 0;
  while (left !== "") {
    const piece = words[i];
    if (piece === undefined) return null;
    if (left.endsWith(piece.plain)) {
      left = left.slice(0, left.length - piece.plain.length);
      at = piece;
    } else if (piece.plain.endsWith(left)) {
      const front = piece.plain.slice(0, piece.plain.length - left.length);
      const group = NUMBERING.test(front) ? "" : (groups.find((own) => front.startsWith(own)) ?? null);
      if (group === null || !/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})?$/.test(front.slice(group.length))) return null;
      marker = front.slice(group.length);
      left = "";
      at = piece;
    } else if (between < MAX_BETWEEN && isOfGroup(piece.plain, groups)) between += 1;
    else return null;
    i -= 1;
  }
  const numbering = words[i];
  if (marker === "" && numbering !== undefined && NUMBERING.test(numbering.plain)) {
    marker = numbering.plain;
    i -= 1;
  }
  while (i >= 0 && isOfGroup(words[i]?.plain ?? "", groups)) i -= 1;
  return at === undefined ? null : { from: i + 1, marker, at };
}

function isOneLine(figures: readonly Piece[]): boolean {
  return figures.every(({ line }) => line === figures[0]?.line);
}

/** Whether figures are on the line on which the text before them ends. */
function isBeside(words: readonly Piece[], [first]: readonly Piece[]): boolean {
  return first !== undefined && words[words.length - 1]?.line === first.line;
}

/** Whether figures begin next to the text and continue below it, as wrapped figures do. */
function isBroken(words: readonly Piece[], figures: readonly Piece[]): boolean {
  return isBeside(words, figures) && !isOneLine(figures);
}

/** Whether figures next to or below the rest of a heading can be the rest of the figures. */
function isContinued({ tail }: FoundHeading, next: Run | undefined): boolean {
  const [figure] = next?.figures ?? [];
  if (tail === 0 || next === undefined || figure === undefined) return false;
  return next.words.length <= tail || next.words.slice(0, tail).some(({ line }) => line === figure.line);
}

/** A last "figure" that is the numbering of the next row's heading, which lacks one, is not a figure. */
function withoutNumbering(figures: readonly Piece[], next: readonly Piece[]): readonly Piece[] {
  const last = figures[figures.length - 1];
  const [first] = next;
  if (last === undefined || first === undefined || !/^\d$/.test(last.text)) return figures;
  const numbers = allVocabularies.some(({ rows }) =>
    rows.some(({ path }) => {
      if (path.length === 0 || markerOf(path) !== last.text) return false;
      return [leafOf(path).term.label, ...aliasesOf(leafOf(path).term)].some((label) => {
        const plain = plainText(label);
        return plain.startsWith(first.plain) || first.plain.startsWith(plain);
      });
    }),
  );
  return numbers ? figures.slice(0, -1) : figures;
}

/**
 * The figures of a row, one for each column, or `null`. Without bars no cell may be empty, and figures are all on one line or
 * each on its own. With bars the cells that a span adds are known from the form, or they are empty and follow figures without a gap.
 */
function figuresOf(figures: readonly Piece[], { family, spare }: FlowFamily, row: FlowRow): readonly Piece[] | null {
  const count = family.columns.length;
  if (figures.some(({ kind }) => kind === "doubtful")) return null;
  const lines = new Set(figures.map(({ line }) => line)).size;
  if (!figures.some(({ kind }) => kind === "blank"))
    return figures.length === count && (lines === 1 || lines === count) ? figures : null;
  if (lines > 1) return null;
  const isBlank = ({ kind }: Piece): boolean => kind === "blank";
  if (figures.length === count) return row.spare > 0 && figures[0]?.kind === "blank" ? null : figures;
  if (row.spare > 0 && figures.length === count + row.spare && figures.slice(0, row.spare).every(isBlank)) {
    return figures.slice(row.spare);
  }
  const rest = figures.slice(count);
  const isSpan = rest.length === spare || !figures.slice(0, count).some(isBlank);
  return rest.length > 0 && rest.every(isBlank) && isSpan ? figures.slice(0, count) : null;
}
