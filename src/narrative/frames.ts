import { emptyFrame, type Frame, MAX_READINGS, type Resolved } from "./resolve.js";
import type { Basis } from "./scan/doubts.js";
import type { WordToken } from "./tokens.js";
import type { ClaimDoubt } from "./types.js";
import type { Lines } from "./vocabulary.js";

/** State of the scan between two claims. */
export interface Memory {
  frame: Frame;
  /** Doubts about all that is counted until the end of the sentence: of whom, of when. */
  lasting: ReadonlySet<ClaimDoubt>;
  /** The subset of requests that the rest of the sentence is about. */
  basis: Basis;
  /** Doubts about the last verb, which what follows it shares. */
  ofVerb: readonly ClaimDoubt[];
  /** The number of requests received, as stated earlier in the sentence. */
  received: number | null;
  /** The words of a fee that the sentence has named and not yet stated. */
  fee: readonly WordToken[];
}

export function blankMemory(frame = emptyFrame, lasting: Memory["lasting"] = NO_DOUBTS): Memory {
  return { frame, lasting, basis: "all", ofVerb: [], received: null, fee: [] };
}

/** How many kinds of cases one sentence can be about at a time. */
const MAX_CASES = 4;

/** The previous statement, and what is new in the current one. Each line of an edition is a single object. */
function joined(before: readonly Lines[], now: readonly Lines[]): readonly Lines[] {
  if (now.every((lines) => before.includes(lines))) return before;
  if (before.length === 0) return now;
  return [...new Set([...before, ...now])].slice(0, MAX_READINGS);
}

/** The frame after a statement. A new sentence replaces what the previous one stated. */
export function extended(frame: Frame, said: Resolved["said"]): Frame {
  const base = frame.old && said.rows.length + said.cases.length > 0 ? emptyFrame : frame;
  if (said.rows.length + said.cases.length + said.columns.length === 0) return { ...frame, last: said.last ?? frame.last };
  const afterResult = base.last !== null && base.last.axis === "fields" && said.cases.length > 0;
  return {
    rows: joined(base.rows, said.rows),
    cases: said.cases.length === 0 ? base.cases : [...(afterResult ? [] : base.cases), ...said.cases].slice(-MAX_CASES),
    columns: joined(base.columns, said.columns),
    last: said.last ?? base.last,
    old: base.old,
    elsewhere: frame.elsewhere,
  };
}

/** The frame where the next columns may also be those of other rows. */
export function orOfAll(frame: Frame, rows: readonly Lines[]): Frame {
  return { ...frame, rows: joined(frame.rows, rows) };
}

/** The state that a sentence passes on to the next. `continued`: the next one begins with 其中 and continues the subject. */
export function nextSentence(memory: Memory, continued: boolean): Memory {
  const { frame } = memory;
  if (continued) return { ...memory, fee: [], frame: { ...frame, columns: [] } };
  // The same paragraph goes on about the same agencies until it names the one that reports.
  const lasting = memory.lasting.has("scope") ? OTHERS : NO_DOUBTS;
  return blankMemory(frame.old ? emptyFrame : { ...frame, columns: [], last: null, old: true }, lasting);
}

const NO_DOUBTS: ReadonlySet<ClaimDoubt> = new Set();
const OTHERS: ReadonlySet<ClaimDoubt> = new Set<ClaimDoubt>(["scope"]);
