import { isObject } from "../../_internal/claim.js";
import { conformanceLevels, STANDARD_VERSION } from "../version.js";
import type { DocumentCase, Question } from "./kit.js";

/** An answer of an implementation: a result, or that it does not support the operation. */
export type Answer = { readonly result: unknown } | { readonly skip: true };

/** Results of the questions of one level. */
export interface LevelResult {
  readonly level: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What an implementation can claim. */
export interface Conformance {
  readonly standard: string;
  /** Levels reached. 1 to 3 build on one another; 4 and 5 each require 1 and 2. */
  readonly claimed: readonly number[];
  readonly levels: readonly LevelResult[];
  /** Of the figures of all documents: how many were found, and how many there are. */
  readonly reading: { readonly found: number; readonly of: number };
  /** Identifiers of the questions that were answered wrongly. */
  readonly failed: readonly string[];
}

type Verdict = "passed" | "failed" | "skipped";

/** Compares the answers of an implementation, by identifier, with the kit. A missing answer fails. */
export function judge(questions: readonly Question[], answers: ReadonlyMap<string, Answer>): Conformance {
  const counts = new Map<number, Record<Verdict, number>>(
    conformanceLevels.map(({ level }) => [level, { passed: 0, failed: 0, skipped: 0 }]),
  );
  const failed: string[] = [];
  const reading = { found: 0, of: 0 };
  for (const question of questions) {
    const answer = answers.get(question.id);
    const verdict = verdictOf(question, answer);
    const count = counts.get(question.level);
    if (count !== undefined) count[verdict] += 1;
    if (verdict === "failed") failed.push(question.id);
    if (question.expected.kind !== "document") continue;
    const { figures } = question.expected.document;
    reading.of += Object.keys(figures).length;
    reading.found += foundIn(answer, figures);
  }
  const results = [...counts].map(([level, count]) => ({ level, ...count }));
  return { standard: STANDARD_VERSION, claimed: claimedOf(results), levels: results, reading, failed };
}

function claimedOf(results: readonly LevelResult[]): readonly number[] {
  const whole = new Set(
    results.filter(({ passed, failed, skipped }) => passed > 0 && failed + skipped === 0).map(({ level }) => level),
  );
  const stands = (level: number): boolean => {
    if (!whole.has(level)) return false;
    const below = level > 3 ? [1, 2] : results.map((result) => result.level).filter((other) => other < level);
    return below.every((other) => whole.has(other));
  };
  return results.map(({ level }) => level).filter(stands);
}

function verdictOf({ expected }: Question, answer: Answer | undefined): Verdict {
  if (answer === undefined) return "failed";
  if ("skip" in answer) return "skipped";
  const { result } = answer;
  switch (expected.kind) {
    case "equal":
      return same(result, expected.result) ? "passed" : "failed";
    case "outcome":
      return isObject(result) && result[expected.rule] === expected.outcome ? "passed" : "failed";
    case "set":
      return sameSet(result, expected.result) ? "passed" : "failed";
    case "document":
      return readsNothingWrong(result, expected.document) ? "passed" : "failed";
  }
}

/** The same JSON value, the order of keys aside. */
export function same(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "undefined";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted(value[key])}`).join(",")}}`;
}

/** The same corrections in any order, their changes in any order. */
function sameSet(a: unknown, b: readonly unknown[]): boolean {
  if (!Array.isArray(a)) return false;
  const unordered = (list: readonly unknown[]): readonly string[] =>
    list.map((entry) => (Array.isArray(entry) ? entry.map(sorted).sort().join(",") : sorted(entry))).sort();
  return unordered(a).join(";") === unordered(b).join(";");
}

function figuresIn(result: unknown): Readonly<Record<string, unknown>> {
  const figures = isObject(result) ? result["figures"] : undefined;
  return isObject(figures) ? figures : {};
}

/** The edition is right, every figure that was read is the true one, and nothing was read that a careful reader leaves blank. */
function readsNothingWrong(result: unknown, { edition, figures, mustNotRead }: DocumentCase): boolean {
  if (!isObject(result) || result["edition"] !== edition) return false;
  const read = figuresIn(result);
  return (
    Object.entries(read).every(([address, value]) => Object.hasOwn(figures, address) && figures[address] === value) &&
    mustNotRead.every((address) => !Object.hasOwn(read, address))
  );
}

function foundIn(answer: Answer | undefined, figures: DocumentCase["figures"]): number {
  if (answer === undefined || "skip" in answer) return 0;
  const read = figuresIn(answer.result);
  return Object.entries(figures).filter(([address, value]) => read[address] === value).length;
}
