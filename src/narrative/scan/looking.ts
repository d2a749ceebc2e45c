import { bit, bitsIn, is, isCounted, isMark, UNKNOWN } from "../roles.js";
import type { NumberToken, Token } from "../tokens.js";

/** How far a look back or ahead goes, in words. */
export const MAX_LOOK = 40;

/** The words between the last number or mark, at `from`, and a position, but no more than a sentence can mean. */
export function wordsBefore(tokens: readonly Token[], from: number, at: number): readonly Token[] {
  return tokens.slice(Math.max(from, at - MAX_LOOK), at);
}

/** Numbers that are distributed over the names before them: 分别为5、3、2件. Else the one number, or none. */
export function distributedNumbers(tokens: readonly Token[], before: readonly Token[], at: number): readonly NumberToken[] {
  if ((bitsIn(before) & bit.respectively) === 0) return NONE;
  const numbers: NumberToken[] = [];
  for (let k = at; k < Math.min(tokens.length, at + 2 * MAX_LOOK); k += 2) {
    const number = tokens[k];
    if (number?.kind !== "number" || number.quantity === null) break;
    numbers.push(number);
    const next = tokens[k + 1];
    const goesOn = is(next, bit.list) || (next?.kind === "stop" && next.ends === "clause");
    if (!goesOn || tokens[k + 2]?.kind !== "number") break;
  }
  return numbers[numbers.length - 1]?.unit === "count" ? numbers : NONE;
}

const NONE: readonly NumberToken[] = [];

/** The words behind a number, up to a mark or the next number. */
export interface WordsBehind {
  readonly words: readonly Token[];
  /** Where they end. */
  readonly end: number;
  /** They do not belong to a next number. */
  readonly closed: boolean;
}

export function wordsBehind(tokens: readonly Token[], from: number): WordsBehind {
  let end = from;
  let firstList = -1;
  while (end < tokens.length && end - from < MAX_LOOK) {
    const token = tokens[end];
    if (token === undefined || token.kind === "stop" || isCounted(token)) break;
    if (firstList < 0 && is(token, bit.list)) firstList = end;
    end += 1;
  }
  const closed = !isCounted(tokens[end]);
  if (!closed && firstList >= 0) return { words: tokens.slice(from, firstList), end: firstList, closed: true };
  return { words: tokens.slice(from, end), end, closed };
}

/** Whether words behind a number name the fee that the next number states. */
export function namesAmount(tokens: readonly Token[], { words, end, closed }: WordsBehind): boolean {
  const next = tokens[end];
  return !closed && next?.kind === "number" && next.unit === "yuan" && (bitsIn(words) & bit.fee) !== 0;
}

/** The words before a colon or a parenthesis directly before the number: 予以公开：5件, 予以公开（5件）. */
export function wordsFurtherBack(tokens: readonly Token[], from: number, before: readonly Token[]): readonly Token[] {
  const stop = tokens[from - 1];
  if (stop?.kind !== "stop" || (bitsIn(before) & (UNKNOWN | bit.within)) !== 0) return [];
  if (stop.mark === ":" || stop.mark === "：" || stop.mark === "(") return clauseBefore(tokens, from - 1);
  if (stop.mark !== ")") return [];
  const least = Math.max(0, from - MAX_LOOK);
  let open = from - 2;
  while (open >= least && !isMark(tokens[open], "(")) open -= 1;
  if (open < least) return [];
  const inside = tokens.slice(open + 1, from - 1);
  return [...clauseBefore(tokens, open), ...(inside.some((token) => token.kind === "number") ? [] : inside)];
}

function clauseBefore(tokens: readonly Token[], stop: number): readonly Token[] {
  const least = Math.max(0, stop - MAX_LOOK);
  let start = stop;
  while (start > least) {
    const token = tokens[start - 1];
    if (token === undefined || token.kind === "stop" || isCounted(token)) break;
    start -= 1;
  }
  return tokens.slice(start, stop);
}

/** Whether the sentence states another amount of money further on. */
export function isFollowedByAmount(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(tokens.length, at + MAX_LOOK); k += 1) {
    const token = tokens[k];
    if (token?.kind === "stop" && token.ends === "sentence") return false;
    if (token?.kind === "number" && token.unit === "yuan") return true;
  }
  return false;
}
