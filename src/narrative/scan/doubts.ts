import { carries, isCounted, isMark, isNaming, isStrong, isUnknown, roleOf } from "../roles.js";
import type { Token } from "../tokens.js";
import type { ClaimDoubt } from "../types.js";
import { departures, inclusions, remarksBehind, takenBack, WITHIN } from "../wordings/remarks.js";
import { MAX_LOOK } from "./looking.js";
import type { ScannedText } from "./text.js";

type Doubts = ReadonlySet<ClaimDoubt>;

/** Whether some words say of which ones the rest tells: …的申请中. */
function isWithin(spoken: readonly Token[]): boolean {
  const last = spoken[spoken.length - 1];
  return last?.kind === "word" && last.word.text === WITHIN;
}

/** Whether a number stands for what there was before it changed: 由9件降至5件. */
export function departs(before: readonly Token[]): boolean {
  const last = before[before.length - 1];
  return last?.kind === "word" && departures.includes(last.word.text);
}

/** Doubts that single words raise: another scope, another time, only one channel, something left out. */
function circumstances(spoken: readonly Token[], year: number | null): readonly ClaimDoubt[] {
  const doubts: ClaimDoubt[] = [];
  for (const [k, token] of spoken.entries()) {
    let doubt: ClaimDoubt | null = null;
    if (token.kind === "year") {
      const another = year !== null && token.year !== year && !carries(spoken[k - 1]) && !carries(spoken[k + 1]);
      doubt = another ? "period" : null;
    } else if (token.kind === "word") {
      const { role } = token.word;
      if (role === "basis") doubt = "wording";
      else doubt = role === "scope" || role === "period" || role === "channel" ? role : null;
    }
    if (doubt !== null && !doubts.includes(doubt)) doubts.push(doubt);
  }
  return doubts;
}

/** Whom and when the rest of the sentence is about, after some words. The time that a comparison names is the other one. */
export function lastingDoubts(lasting: Doubts, spoken: readonly Token[], year: number | null): Doubts {
  const isOurs = lasting.has("scope") && spoken.some((token) => roleOf(token) === "self");
  const compared = spoken.some((token) => roleOf(token) === "compare");
  const more = circumstances(spoken, year).filter(
    (doubt) => doubt !== "channel" && !(compared && doubt === "period") && (isOurs || !lasting.has(doubt)),
  );
  // 上年结转的申请中: what follows is told of those alone.
  if (isWithin(spoken) && spoken.some(carries) && !lasting.has("period")) more.push("period");
  if (!isOurs && more.length === 0) return lasting;
  const after = new Set(lasting);
  if (isOurs) after.delete("scope");
  for (const doubt of more) after.add(doubt);
  return after;
}

/**
 * The doubts that the words before a number raise, or `null` where they rule a claim out: what is said is a difference,
 * or something that only looks like a claim.
 */
export function doubtsOf(before: readonly Token[], lasting: Doubts, year: number | null): readonly ClaimDoubt[] | null {
  let first = -1;
  let unknown = false;
  for (const [k, token] of before.entries()) {
    const role = roleOf(token);
    if (role === "compare" || role === "noise") return null;
    if (first < 0 && isStrong(token)) first = k;
    unknown ||= isUnknown(token);
  }
  const doubts = [...lastingDoubts(lasting, before, year)];
  const add = (doubt: ClaimDoubt): void => {
    if (!doubts.includes(doubt)) doubts.push(doubt);
  };
  circumstances(before, year).forEach(add);
  if (first < 0 || !unknown) return doubts;
  if (before.slice(first).some(isUnknown)) {
    if (!before.some(isClear)) return null;
    add("wording");
  }
  if (before.slice(0, first).some(isUnknown)) {
    if (before.filter(isStrong).every((token) => roleOf(token) === "request" || roleOf(token) === "bareRequest")) return null;
    add("context");
  }
  return doubts;
}

/** Whether a word alone says what is counted, whatever else stands around it. */
function isClear(token: Token): boolean {
  return roleOf(token) === "request" || (isNaming(token) && token.word.subjects.length <= 1);
}

/** Whether the sentence goes on to take some of it back: 行政复议2件，均与信息公开无关; 收到申请30件，其中有效申请24件. */
export function isTakenBack(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(tokens.length, at + MAX_LOOK); k += 1) {
    const token = tokens[k];
    if (token === undefined || isCounted(token) || (token.kind === "stop" && token.ends === "sentence")) return false;
    if (token.kind === "word" && takenBack.includes(token.word.text)) return true;
  }
  return false;
}

/** Whether the number is said to hold something of another row: 予以公开12件（含部分公开3件）. */
export function includesMore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 2];
  return isMark(tokens[at + 1], "(") && next?.kind === "word" && inclusions.includes(next.word.text);
}

/** Whether a parenthesis behind the number says of which ones it tells: 不予公开5件（涉及第三方）. Parts of it are numbers. */
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

/** A remark behind a number: harmless (均已办结), doubtful, or the sign that there is no claim (收到5件投诉). */
export function effectOfRemark(text: ScannedText, remark: readonly Token[], isClear: boolean): RemarkEffect {
  const [first] = remark;
  if (first === undefined) return "nothing";
  const noise = remark.some((token) => roleOf(token) === "noise");
  if (!noise && isHarmless(text, first)) return "nothing";
  if (!noise && !remark.some((token) => isUnknown(token) || isStrong(token))) return "nothing";
  return isClear ? "doubt" : "noClaim";
}
