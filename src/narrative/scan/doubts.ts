import { bit, bitsIn, is, isCounted, isMark, isStrong, isUnknown, NAMING, STRONG, UNKNOWN } from "../roles.js";
import type { Token } from "../tokens.js";
import type { ClaimDoubt } from "../types.js";
import {
  activities,
  aspects,
  DOER,
  departures,
  further,
  grounds,
  inclusions,
  inTime,
  kinds,
  late,
  OF_WHICH,
  remarksBehind,
  takenBack,
  wholeWords,
} from "../wordings/remarks.js";
import { MAX_LOOK, wordsBehind } from "./looking.js";
import type { ScannedText } from "./text.js";

type Doubts = ReadonlySet<ClaimDoubt>;

/** The subset of requests that the rest of a sentence is about: all, all that were concluded, or some of them. */
export type Basis = "all" | "concluded" | "some";

/**
 * The scope that the words of a clause give to the counts after them; `null` if none: 已办结的申请中, 涉及第三方权益的,
 * 上年结转的6件, 另有6件转由县政府办理. `isLabel`: whether a colon follows.
 */
export function basisOf(clause: readonly Token[], isLabel = false): Basis | null {
  const last = clause[clause.length - 1];
  if (is(last, bit.among | bit.within)) {
    const before = clause[clause.length - 2];
    if (before === undefined || before.kind === "year" || isOneOf(before, activities)) return null;
    return clause.slice(0, -1).every(isWhole) ? "concluded" : "some";
  }
  const counted = clause.findIndex(isCounted);
  if (counted >= 0) {
    const isFurther = clause.slice(0, counted).some((token) => isOneOf(token, further));
    if (isFurther && clause.some((token) => !isCounted(token) && token.bits & NARROWING)) return "some";
    const isOfWhich = isOneOf(clause[counted - 1], [OF_WHICH]);
    return isOfWhich && bitsIn(clause.slice(0, counted)) & (NARROWING | bit.flow) ? "some" : null;
  }
  const isNamed = isOneOf(clause[0], grounds) || isOneOf(last, kinds);
  if (!isNamed && !is(last, REQUESTS)) return null;
  const bits = bitsIn(clause);
  return bits & NARROWING && (isNamed || isLabel || bits & bit.channel) ? "some" : null;
}

const isOneOf = (token: Token | undefined, words: readonly string[]): boolean =>
  token?.kind === "word" && words.includes(token.word.text);

const REQUESTS = bit.request | bit.bareRequest;
/** Words that may leave only some of what was counted. */
const NARROWING = UNKNOWN | bit.noise | bit.channel;

/** Whether a clause says by what the requests are told apart. It may be about all of them again: 办结127件，从申请主体看，自然人110件. */
export function isAspect({ compact }: ScannedText, clause: readonly Token[]): boolean {
  const [first] = clause;
  const last = clause[clause.length - 1];
  if (first === undefined || last === undefined) return false;
  const { beginnings, ends } = aspects;
  return (
    beginnings.some((word) => compact.text.startsWith(word, first.start)) &&
    ends.some((word) => compact.text.endsWith(word, last.end))
  );
}

/** Whether a word leaves all requests that were concluded what they are. */
function isWhole(token: Token): boolean {
  if (token.kind === "word" && token.word.role === "verb") return token.word.does === "concludes";
  return (token.bits & WHOLE) !== 0 || isOneOf(token, wholeWords);
}
const WHOLE = REQUESTS | bit.topic | bit.self | bit.year | bit.counted;

/** Whether a claim counts a part of a stated basis: of requests that were answered, those answered in time. */
export const isPartial = (basis: Basis, words: readonly Token[]): boolean =>
  basis === "some" || (basis === "concluded" && (bitsIn(words) & bit.verb) !== 0);

/** Whether a number is the value before a change: 由9件降至5件. */
export function departs(before: readonly Token[]): boolean {
  const last = before[before.length - 1];
  return last?.kind === "word" && departures.includes(last.word.text);
}

/** Words that are sufficient for a doubt: another scope, another time, only one channel, an exclusion. */
const CIRCUMSTANCES = bit.scope | bit.period | bit.channel | bit.basis | bit.year;
/** Words that change whom and when the rest of a sentence is about. */
export const LASTING = (CIRCUMSTANCES - bit.channel) | bit.self | bit.flow;

/** Doubts that single words raise. */
function circumstances(spoken: readonly Token[], year: number | null): readonly ClaimDoubt[] {
  const doubts: ClaimDoubt[] = [];
  for (let k = 0; k < spoken.length; k += 1) {
    const token = spoken[k];
    if (token === undefined || (token.bits & CIRCUMSTANCES) === 0) continue;
    const doubt = circumstance(token, spoken[k - 1], spoken[k + 1], year);
    if (doubt !== null && !doubts.includes(doubt)) doubts.push(doubt);
  }
  return doubts;
}

function circumstance(token: Token, before: Token | undefined, after: Token | undefined, year: number | null): ClaimDoubt | null {
  if (token.kind === "year") {
    const another = year !== null && token.year !== year && !is(before, bit.flow) && !is(after, bit.flow);
    return another ? "period" : null;
  }
  if (token.bits & bit.scope) return "scope";
  if (token.bits & bit.period) return "period";
  return token.bits & bit.channel ? "channel" : "wording";
}

/** Whom and when the rest of the sentence is about, after some words. The time that a comparison names is the other one. */
export function lastingDoubts(lasting: Doubts, spoken: readonly Token[], year: number | null): Doubts {
  const bits = bitsIn(spoken);
  if ((bits & LASTING) === 0) return lasting;
  const isOurs = (bits & bit.self) !== 0 && lasting.has("scope");
  const compared = (bits & bit.compare) !== 0;
  const more = circumstances(spoken, year).filter(
    (doubt) => doubt !== "channel" && !(compared && doubt === "period") && (isOurs || !lasting.has(doubt)),
  );
  if (!isOurs && more.length === 0) return lasting;
  const after = new Set(lasting);
  if (isOurs) after.delete("scope");
  for (const doubt of more) after.add(doubt);
  return after;
}

/**
 * The doubts that the words before a number raise, or `null` if they exclude a claim: the number is a difference,
 * or something that only looks like a claim.
 */
export function doubtsOf(before: readonly Token[], lasting: Doubts, year: number | null): readonly ClaimDoubt[] | null {
  const bits = bitsIn(before);
  if (bits & (bit.compare | bit.noise)) return null;
  const isPart = (bits & bit.among) !== 0 && isPartOf(before);
  const isDivided = (bits & bit.self) !== 0 && before.some((token, k) => is(token, bit.self) && isOneOf(before[k - 1], [DOER]));
  if (lasting.size === 0 && !isPart && !isDivided && (bits & (CIRCUMSTANCES | UNKNOWN)) === 0) return NO_DOUBTS;
  const doubts = [...lastingDoubts(lasting, before, year)];
  const add = (doubt: ClaimDoubt): void => {
    if (!doubts.includes(doubt)) doubts.push(doubt);
  };
  circumstances(before, year).forEach(add);
  if (isPart) add("wording");
  // 由本机关答复5件: others answered the rest.
  if (isDivided) add("scope");
  if ((bits & STRONG) === 0 || (bits & UNKNOWN) === 0) return doubts;
  const first = before.findIndex(isStrong);
  if (before.findLastIndex(isUnknown) > first) {
    if ((bits & bit.clear) === 0) return null;
    add("context");
  }
  if (before.findIndex(isUnknown) < first) {
    if ((bits & STRONG & ~(bit.request | bit.bareRequest)) === 0) return null;
    add("context");
  }
  return doubts;
}

const NO_DOUBTS: readonly ClaimDoubt[] = [];

/** Whether the words before a number name a basis and a part of it: 已办结的申请中按时答复20件. */
function isPartOf(before: readonly Token[]): boolean {
  const at = before.findLastIndex((token) => is(token, bit.among));
  return isPartial(basisOf(before.slice(0, at + 1)) ?? "all", before.slice(at + 1));
}

/**
 * Whether the sentence goes on to take some of it back: 行政复议2件，均与信息公开无关; 收到申请30件，其中有效申请24件; and, of a part of it
 * that is told behind 其中 or in brackets, 其中5件不属于政府信息; （我局24件，下属单位6件）; 按时答复20件，延期答复5件.
 */
export function isTakenBack({ tokens, year }: ScannedText, at: number, before: readonly Token[]): boolean {
  const words = before.some((token) => isOneOf(token, inTime)) ? [...takenBack, ...late] : takenBack;
  let isPart = isMark(tokens[at + 1], "(");
  for (let k = at + 1; k < Math.min(tokens.length, at + MAX_LOOK); k += 1) {
    const token = tokens[k];
    if (token === undefined || (isCounted(token) && !isPart)) return false;
    if (token.kind === "stop") {
      if (token.ends === "sentence") return false;
      isPart = isPart && k === at + 1;
    }
    if (token.bits & bit.within || isOneOf(token, further)) isPart = true;
    if (isPart && (token.bits & OF_OTHERS || (token.kind === "year" && year !== null && token.year !== year))) return true;
    if (token.bits & bit.noise && isOneOf(token, words)) return true;
  }
  return false;
}

/**
 * Whether the number is stated to include requests of another row: 予以公开12件（含部分公开3件）. `named`: it is that of a row. Else it may
 * well be the sum of what is named (收到110件（含上年结转6件）), and holds more where that is nothing of the form: 办理108件（含咨询5件）.
 */
export function includesMore(tokens: readonly Token[], at: number, named: boolean): boolean {
  const [open, next] = [tokens[at + 1], tokens[at + 2]];
  const isOpen = isMark(open, "(") || isMark(open, ",") || isMark(open, "，");
  if (!isOpen || next?.kind !== "word" || !inclusions.includes(next.word.text)) return false;
  return (named && isMark(open, "(")) || (bitsIn(wordsBehind(tokens, at + 3).words) & NAMING) === 0;
}

/** Where a part is somebody's or of some time, the whole is of others and of other times too. */
const OF_OTHERS = bit.scope | bit.self | bit.period;

/** Whether a parenthesis after the number restricts it: 不予公开5件（涉及第三方）. Parts of it are numbers. */
export function isNarrowed(text: ScannedText, at: number): boolean {
  if (!isMark(text.tokens[at + 1], "(")) return false;
  const inside = text.tokens.slice(at + 2, at + MAX_LOOK);
  const close = inside.findIndex((token) => isMark(token, ")"));
  const [first] = inside;
  if (close < 1 || first === undefined || inside.slice(0, close).some(({ kind }) => kind === "number")) return false;
  return !isHarmless(text, first);
}

function isHarmless({ compact }: ScannedText, { start }: Token): boolean {
  return remarksBehind.some((harmless) => compact.text.startsWith(harmless, start));
}

/** What a remark behind a number does to its claim. */
export type RemarkEffect = "nothing" | "doubt" | "noClaim";

/** Classifies a remark after a number: harmless (均已办结), doubtful, or showing that there is no claim (收到5件投诉). */
export function effectOfRemark(text: ScannedText, remark: readonly Token[], isClear: boolean): RemarkEffect {
  const [first] = remark;
  if (first === undefined) return "nothing";
  const bits = bitsIn(remark);
  const noise = (bits & bit.noise) !== 0;
  if (!noise && isHarmless(text, first)) return "nothing";
  if ((bits & (bit.noise | UNKNOWN | STRONG)) === 0) return "nothing";
  return isClear ? "doubt" : "noClaim";
}
