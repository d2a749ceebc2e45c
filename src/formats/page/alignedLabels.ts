import type { SplitLine } from "./alignedRows.js";
import { isPartOfGroup, onForm } from "./formLabels.js";
import { LINE_PITCH, linesOf, SPACE, type TextLine } from "./lines.js";

/** Most lines of a heading above its figures, and below; those of the heading of its group stand between them. */
const MAX_LINES = 6;

/** Most pieces of text in which a heading is looked for. */
const MAX_PIECES = 40;

/** The heading of the figures of a line. */
export interface AlignedLabel {
  readonly label: string;
  /** Its pieces on the page. */
  readonly pieces: readonly TextLine[];
  /** Whether it is uncertain which words belong to it. */
  readonly unclear: boolean;
}

/** The words that a heading may consist of, and the lines that they are on: from the first to before the second. */
interface Choice {
  readonly pieces: readonly TextLine[];
  readonly from: number;
  readonly to: number;
}

/**
 * The headings of all lines with figures: the words that are a heading of the form, on that line and those directly above and
 * below. What stands to the left of it must be a part of the heading of its group.
 */
export function labelsOf(lines: readonly SplitLine[]): ReadonlyMap<SplitLine, AlignedLabel> {
  const parts = lines.map(({ words }) => words.flatMap(({ glyphs }) => linesOf(glyphs, SPACE)));
  const chosen = new Map<number, Choice | null>();
  lines.forEach(({ figures }, at) => {
    if (figures.length > 0) chosen.set(at, choiceAt(lines, parts, at));
  });
  const users = new Map<TextLine, number>();
  for (const choice of chosen.values()) for (const piece of choice?.pieces ?? []) users.set(piece, (users.get(piece) ?? 0) + 1);
  /** Words next to a heading that no row takes for its own may belong to it, unless they are a heading by themselves. */
  const isLeftAt = (at: number, { from, to }: Choice): boolean => {
    const left = (parts[at] ?? []).filter((piece) => !users.has(piece) && !isPartOfGroup(piece.text));
    return left.length > 0 && !(to - from === 1 && left.length === parts[at]?.length && onForm(textOf(left)).row !== null);
  };
  const found = new Map<SplitLine, AlignedLabel>();
  lines.forEach((line, at) => {
    const choice = chosen.get(at);
    if (choice === undefined) return;
    if (choice === null) {
      const words = [at, at - 1, at + 1].map((k) => parts[k] ?? []).find((own) => own.length > 0) ?? [];
      found.set(line, { label: textOf(words), pieces: parts[at] ?? [], unclear: true });
      return;
    }
    const { pieces, from, to } = choice;
    const beside = [from - 1, to].filter((k) => isNext(lines, k, k < at ? k + 1 : k - 1));
    const unclear = pieces.some((piece) => (users.get(piece) ?? 0) > 1) || beside.some((k) => isLeftAt(k, choice));
    found.set(line, { label: textOf(pieces), pieces, unclear });
  });
  return found;
}

/** The words that are the heading of the line at a position; `null` where none are, or several headings are found. */
function choiceAt(lines: readonly SplitLine[], parts: readonly (readonly TextLine[])[], at: number): Choice | null {
  let [top, bottom] = [at, at];
  while (at - top < MAX_LINES && isNext(lines, top - 1, top)) top -= 1;
  while (bottom - at < MAX_LINES && isNext(lines, bottom + 1, bottom)) bottom += 1;
  const found = new Map<string, Choice>();
  for (let from = at; from >= top; from -= 1) {
    for (let to = at + 1; to <= bottom + 1; to += 1) {
      const own = parts.slice(from, to);
      if (own.reduce((sum, line) => sum + line.length, 0) > MAX_PIECES) break;
      for (const left of new Set(own.flat().map((piece) => piece.left))) {
        const kept = own.map((line) => line.filter((piece) => piece.left >= left));
        const pieces = kept.flat();
        const row = onForm(textOf(pieces)).row;
        if (row === null || own.flat().some((piece) => piece.left < left && !isPartOfGroup(piece.text))) continue;
        // Of the wordings of one heading the longest, with its remark.
        if (pieces.length > (found.get(row)?.pieces.length ?? 0)) found.set(row, { pieces, from, to });
      }
    }
  }
  const [only = null] = found.values();
  return found.size === 1 ? only : null;
}

/** Whether a line without figures is so near to the next one that it may carry on a heading. */
function isNext(lines: readonly SplitLine[], at: number, next: number): boolean {
  const [line, other] = [lines[at], lines[next]];
  if (line === undefined || other === undefined || line.figures.length > 0) return false;
  return Math.abs(line.baseline - other.baseline) <= LINE_PITCH * line.size;
}

function textOf(pieces: readonly TextLine[]): string {
  return pieces.map(({ text }) => text).join("\n");
}
