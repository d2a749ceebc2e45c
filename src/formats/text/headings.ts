import { leafOf } from "../../form/cells.js";
import type { Heading } from "../../form/types.js";
import type { Family } from "../../reading/labels.js";
import { readUnit } from "../../reading/units.js";
import type { Piece } from "./linePieces.js";
import { plainText } from "./plain.js";
import { type FlowFamily, wordingsOf } from "./wordings.js";

/** Headings of columns found at the end of a run of text. */
export interface FoundHeadings {
  /** A remark that names a unit of money behind the last heading, or "". */
  readonly moneyUnit: string;
  readonly at: Piece;
}

/** Most pieces that headings are broken into. */
const MAX_HEADING_PIECES = 120;

/** Most steps of trying which piece of a broken heading belongs to which column. */
const MAX_STEPS = 5_000;

/** Longest remark behind a heading of amounts. */
const MAX_REMARK = 20;

/**
 * Finds the headings of a family of columns at the end of a run of text: one after the other as the form prints them, or
 * broken into pieces on consecutive lines. All of them must be there, in the order of the form, and nothing else.
 */
export function headingsAtEnd(run: readonly Piece[], family: FlowFamily): FoundHeadings | null {
  const pieces = run.filter(({ plain }) => plain !== "").slice(-MAX_HEADING_PIECES);
  return inSequence(pieces, family) ?? inStacks(pieces, family);
}

function inSequence(pieces: readonly Piece[], { orders, before, family }: FlowFamily): FoundHeadings | null {
  const starts = new Map<number, Piece>();
  let text = "";
  for (const piece of pieces) {
    starts.set(text.length, piece);
    text += piece.plain;
  }
  const { length, moneyUnit } = moneyRemark(text, family);
  const end = text.length - length;
  for (const order of orders) {
    const start = startOf(order, order.length, text, end);
    const at = start === null ? undefined : starts.get(start);
    if (start === null || at === undefined) continue;
    const front = text.slice(0, start);
    if (start === 0 || before.some((wording) => front.endsWith(wording))) return { moneyUnit, at };
  }
  return null;
}

/** The text after the last heading, if that is a heading of amounts and the text names a unit of money. */
function moneyRemark(text: string, { columns }: Family): { readonly length: number; readonly moneyUnit: string } {
  const last = columns[columns.length - 1];
  const amounts = last !== undefined && leafOf(last.path).unit === "amount" ? wordingsOf(leafOf(last.path)) : [];
  for (const wording of amounts) {
    const at = text.lastIndexOf(wording);
    const remark = at < 0 ? "" : text.slice(at + wording.length);
    if (at < 0 || remark.length > MAX_REMARK) continue;
    if (remark === "") break;
    const unit = readUnit(remark);
    if (unit?.kind === "money") return { length: remark.length, moneyUnit: unit.name };
  }
  return { length: 0, moneyUnit: "" };
}

/** Where headings begin that end at `end`, one directly after the other; `null` where they do not. */
function startOf(order: readonly Heading[], count: number, text: string, end: number): number | null {
  const heading = order[count - 1];
  if (heading === undefined) return end;
  for (const wording of wordingsOf(heading)) {
    if (!text.endsWith(wording, end)) continue;
    const start = startOf(order, count - 1, text, end - wording.length);
    if (start !== null) return start;
  }
  return null;
}

// --- headings broken into pieces -----------------------------------------------------------------------------------------

/** From the first group on: groups whole and in order, the corner in any pieces, the last headings in stacks. */
function inStacks(pieces: readonly Piece[], family: FlowFamily): FoundHeadings | null {
  const groups = family.levels.slice(0, -1).flatMap((level) => level.filter(({ children }) => children !== undefined));
  const [first] = groups;
  if (first === undefined) return null;
  const anchor = pieces.findLastIndex(({ plain }) => wordingsOf(first).includes(plain));
  const at = pieces[anchor];
  if (at === undefined) return null;
  const block = pieces.filter(({ line }, i) => i >= anchor || line === at.line);
  const leaves: Piece[] = [];
  const found: { readonly index: number; readonly piece: Piece }[] = [];
  const corner = plainText(family.family.stub ?? "");
  for (const piece of block) {
    const index = groups.findIndex(
      (group, i) => wordingsOf(group).includes(piece.plain) && !found.some((known) => known.index === i),
    );
    if (index >= 0) found.push({ index, piece });
    else if (piece.plain.length < 3 || !corner.includes(piece.plain)) leaves.push(piece);
  }
  if (found.length !== groups.length || !inOrder(family, groups, found)) return null;
  const whole = new Set(block.map(({ line }) => line)).size < block.length ? byColumn(leaves, family) : byLevel(leaves, family);
  return whole ? { moneyUnit: "", at } : null;
}

/** Whether groups of one level follow one another as on the form. */
function inOrder(
  { levels }: FlowFamily,
  groups: readonly Heading[],
  found: readonly { readonly index: number; readonly piece: Piece }[],
): boolean {
  return levels.every((level) => {
    const places = groups.flatMap((group, i) =>
      level.includes(group) ? (found.find(({ index }) => index === i)?.piece ?? []) : [],
    );
    return places.every((piece, i) => {
      const before = places[i - 1];
      return before === undefined || before.line < piece.line || (before.line === piece.line && before.to <= piece.from);
    });
  });
}

/** Pieces one below the other, where lines show their columns, make up the headings from left to right. */
function byColumn(pieces: readonly Piece[], { family }: FlowFamily): boolean {
  const stacks: { from: number; to: number; text: string }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from || a.line - b.line)) {
    const stack = stacks[stacks.length - 1];
    if (stack === undefined || piece.from >= stack.to) stacks.push({ from: piece.from, to: piece.to, text: "" });
    else stack.to = Math.max(stack.to, piece.to);
  }
  for (const { plain, from } of pieces) {
    const stack = stacks.find((candidate) => candidate.from <= from && from < candidate.to);
    if (stack !== undefined) stack.text += plain;
  }
  return (
    stacks.length === family.columns.length &&
    family.columns.every(({ path }, i) => wordingsOf(leafOf(path)).includes(stacks[i]?.text ?? ""))
  );
}

/**
 * Pieces one a line, as a text has them that goes through broken headings line by line: there is a way to share them out so
 * that each makes up its heading, and first pieces, second pieces … each follow one another from left to right.
 */
function byLevel(pieces: readonly Piece[], { family }: FlowFamily): boolean {
  const wordings = family.columns.map(({ path }) => wordingsOf(leafOf(path)));
  const texts = wordings.map(() => "");
  const counts = wordings.map(() => 0);
  const lastAt: number[] = [];
  let steps = 0;
  const share = (next: number): boolean => {
    const piece = pieces[next];
    if (piece === undefined) return texts.every((text, i) => wordings[i]?.includes(text) === true);
    for (const [i, own] of wordings.entries()) {
      steps += 1;
      if (steps > MAX_STEPS) return false;
      const text = texts[i] ?? "";
      const level = counts[i] ?? 0;
      const before = lastAt[level] ?? -1;
      if (before >= i || !own.some((wording) => wording.startsWith(text + piece.plain))) continue;
      texts[i] = text + piece.plain;
      counts[i] = level + 1;
      lastAt[level] = i;
      if (share(next + 1)) return true;
      texts[i] = text;
      counts[i] = level;
      lastAt[level] = before;
    }
    return false;
  };
  return share(0);
}
