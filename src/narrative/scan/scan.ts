import { misuse } from "../../findings/error.js";
import { type Found, UNTIED } from "../found.js";
import { blankMemory, extended, type Memory, nextSentence, orOfAll } from "../frames.js";
import { itemsOf } from "../items.js";
import { resolve } from "../resolve.js";
import {
  bit,
  bitsBetween,
  bitsIn,
  is,
  isCounted,
  isNaming,
  isObject,
  isStrong,
  NAMING,
  STRONG,
  TOPICAL,
  UNKNOWN,
} from "../roles.js";
import type { NumberToken, StopToken, Token, WordToken } from "../tokens.js";
import type { Claim, ClaimDoubt } from "../types.js";
import { claimOf } from "./claim.js";
import { denialAt } from "./denials.js";
import {
  basisOf,
  departs,
  doubtsOf,
  effectOfRemark,
  includesMore,
  isAspect,
  isNarrowed,
  isPartial,
  isTakenBack,
  LASTING,
  lastingDoubts,
} from "./doubts.js";
import {
  distributedNumbers,
  isFollowedByAmount,
  MAX_LOOK,
  namesAmount,
  wordsBefore,
  wordsBehind,
  wordsFurtherBack,
} from "./looking.js";
import { meaningOf, meaningOfAll } from "./meanings.js";
import type { ScannedText } from "./text.js";

/** Maximum number of claims in one text. */
export const MAX_CLAIMS = 10_000;

/** Doubts about a verb that extend to the next statement about its object. */
const OF_VERB: ReadonlySet<ClaimDoubt> = new Set<ClaimDoubt>(["context", "channel", "filed", "scope", "period"]);

/** Amounts of several requests are listed: 分别为100元、200元. */
const ONE_OF_SEVERAL = bit.respectively | bit.each;
/** Whether there is an unknown word, or a list of amounts. */
const NOT_PLAIN = UNKNOWN | ONE_OF_SEVERAL;
/** Marks behind a name of what follows. */
const LABELS = "：:";
/** What changes what the rest of a sentence is about. */
const CHANGING = LASTING | TOPICAL | bit.matter;

/** The words around a number, split at the number. */
interface Numbered {
  readonly number: NumberToken;
  readonly at: number;
  readonly before: readonly Token[];
  /** Words after the number that identify what it counts. */
  readonly behind: readonly Token[];
  /** Words after it that describe what was counted. */
  readonly remark: readonly Token[];
}

/**
 * Processes the words of a text once. It holds all state between two claims: what was stated ({@link Memory}), where the
 * clause begins, and where the words for the next number begin. Everything else is a function of the words.
 */
export class Scan {
  readonly #text: ScannedText;
  readonly #tokens: readonly Token[];
  readonly #claims: Claim[] = [];
  #memory: Memory = blankMemory();
  #from = 0;
  #clause = 0;
  #sentence = 0;

  constructor(text: ScannedText) {
    this.#text = text;
    this.#tokens = text.tokens;
  }

  run(): readonly Claim[] {
    for (let i = 0; i < this.#tokens.length; ) i = this.#step(i);
    return this.#claims;
  }

  /** Processes the token at a position with what belongs to it, and returns the next position. */
  #step(i: number): number {
    const token = this.#tokens[i];
    if (token?.kind === "stop") return this.#endClause(i, token);
    if (token?.kind === "number") return this.#numberAt(i, token);
    if (token === undefined || (token.bits & (bit.none | bit.not)) === 0) return i + 1;
    return this.#denialAt(i, token, token.bits & bit.none ? "none" : "not");
  }

  #wordsBefore(i: number): readonly Token[] {
    return wordsBefore(this.#tokens, this.#from, i);
  }

  #doubtsOf(before: readonly Token[]): readonly ClaimDoubt[] | null {
    return doubtsOf(before, this.#memory.lasting, this.#text.year);
  }

  // --- clauses and sentences ---------------------------------------------------------------------------------------------

  #endClause(i: number, { ends, mark }: StopToken): number {
    // Most clauses hold nothing that matters, and cost no more than this.
    const bits = bitsBetween(this.#tokens, this.#clause, i);
    if (bits & CHANGING) this.#lasts(this.#tokens.slice(this.#clause, i));
    this.#memory.basis = basisOf(wordsBefore(this.#tokens, this.#clause, i), LABELS.includes(mark)) ?? this.#memory.basis;
    if (bits & bit.fee || this.#memory.fee.length > 0) this.#nameFee(this.#wordsBefore(i));
    if (bits & STRONG && this.#from === this.#clause) this.#mention(this.#wordsBefore(i));
    if (this.#memory.frame.rows.length > 0 && isAspect(this.#text, wordsBefore(this.#tokens, this.#clause, i))) {
      this.#memory.frame = orOfAll(this.#memory.frame, this.#text.words.requestSubject.meanings);
    }
    this.#from = i + 1;
    this.#clause = i + 1;
    if (ends === "sentence") {
      this.#sentence = i + 1;
      const continued = is(this.#tokens[i + 1], bit.within) || is(this.#tokens[i + 2], bit.within);
      this.#memory = mark === "\n" ? blankMemory() : nextSentence(this.#memory, continued);
    }
    return i + 1;
  }

  /** The subject of a clause without a number is the subject of the next one. */
  #mention(spoken: readonly Token[]): void {
    const words = spoken.filter(isStrong);
    const resolved = resolve(
      words.map(({ word }) => word),
      this.#memory.frame,
      this.#text.words,
    );
    if (resolved === null) return;
    this.#memory.frame = extended(this.#memory.frame, resolved.said);
  }

  /** A fee that is named at the end of a clause may have its amount in the next: 对2件申请收取信息处理费，共100元. */
  #nameFee(words: readonly Token[]): void {
    const bits = bitsIn(words);
    const isClear = (bits & NOT_PLAIN) === 0 && this.#doubtsOf(words)?.length === 0;
    if (!isClear) this.#memory.fee = [];
    else if (bits & bit.fee) this.#memory.fee = words.filter(isStrong);
  }

  /** Goes on behind some words that were taken; whom and when they were about holds for the rest of the sentence. */
  #goOn(before: readonly Token[], end: number): number {
    this.#lasts(before);
    this.#from = end;
    return end;
  }

  #lasts(spoken: readonly Token[]): void {
    const bits = bitsIn(spoken);
    if ((bits & CHANGING) === 0) return;
    const lasting = lastingDoubts(this.#memory.lasting, spoken, this.#text.year);
    if (lasting !== this.#memory.lasting) this.#memory.lasting = lasting;
    const { frame } = this.#memory;
    const elsewhere = (bits & TOPICAL) === 0 && (frame.elsewhere || (bits & bit.matter) !== 0);
    if (elsewhere !== frame.elsewhere) this.#memory.frame = { ...frame, elsewhere };
  }

  // --- numbers -----------------------------------------------------------------------------------------------------------

  #numberAt(i: number, number: NumberToken): number {
    const before = this.#wordsBefore(i);
    const run = distributedNumbers(this.#tokens, before, i);
    if (run.length > 1) return this.#distribute(before, run, i);
    return isCounted(number) ? this.#countAt(i, number, before) : i + 1;
  }

  /** 予以公开、部分公开分别为5、3件: each number to its name, where there are as many. */
  #distribute(before: readonly Token[], run: readonly NumberToken[], i: number): number {
    const doubts = this.#doubtsOf(before);
    const [first] = run;
    if (doubts !== null && first !== undefined && before.some(isStrong)) {
      const items = itemsOf(before);
      if (items.length === run.length) {
        for (const [k, item] of items.entries()) this.#claim(item, run[k] ?? first, doubts, this.#meaningOf(item));
      } else this.#claim(before.filter(isStrong), first, [...doubts, "distribution"], UNTIED);
    }
    return this.#goOn(before, i + 2 * run.length - 1);
  }

  #countAt(i: number, number: NumberToken, near: readonly Token[]): number {
    const before = bitsIn(near) & STRONG ? near : [...wordsFurtherBack(this.#tokens, this.#from, near), ...near];
    const behind = wordsBehind(this.#tokens, i + 1);
    const said = bitsIn(before);
    const told = bitsIn(behind.words);
    const onlyVerbs = (said & STRONG & ~bit.verb) === 0;
    const claimed = this.#claims.length;
    let end = i + 1;
    if ((said & STRONG) === 0 && namesAmount(this.#tokens, behind)) {
      // 有1件收取信息处理费380元: the words behind the first number are those of the second.
    } else if (told & STRONG && ((said & STRONG) === 0 || (onlyVerbs && behind.closed && (told & UNKNOWN) === 0))) {
      this.#count({ number, at: i, before, behind: behind.words, remark: [] });
      end = behind.end;
    } else if (said & STRONG) {
      this.#count({ number, at: i, before, behind: [], remark: behind.closed ? behind.words : [] });
    } else if (number.unit === "yuan" && (said & NOT_PLAIN) === 0 && this.#doubtsOf(before)?.length === 0) {
      const doubts: readonly ClaimDoubt[] = isFollowedByAmount(this.#tokens, i) ? ["distribution"] : [];
      this.#claim(this.#memory.fee, number, doubts, this.#meaningOf(this.#memory.fee));
    }
    if (number.unit === "yuan") this.#memory.fee = [];
    const next = this.#goOn(before, end);
    // Something else was counted: what is closed or answered next may be that.
    if (said & (UNKNOWN | bit.noise | bit.channel) && this.#claims.length === claimed) this.#memory.ofVerb = ["context"];
    return next;
  }

  /** A number with the words that identify what it counts. */
  #count(numbered: Numbered): void {
    const { number, at, before, behind } = numbered;
    if (departs(before) || (number.unit === "yuan" && bitsIn(before) & ONE_OF_SEVERAL)) return;
    const words = behind.length === 0 ? before : [...before, ...behind];
    const found = this.#doubtsOf(words);
    if (found === null) return;
    const bits = bitsIn(words);
    const explicit = (bits & bit.request) !== 0;
    const requested = explicit || (bits & bit.bareRequest) !== 0;
    if (number.loose && !requested) return;
    const named = (bits & NAMING) !== 0;
    if (behind.length > 0 && !named && (bits & bit.verb) === 0) return;
    const remark = effectOfRemark(this.#text, numbered.remark, requested || named);
    if (remark === "noClaim") return;
    const doubts = [...found];
    if (requested && !explicit && (number.loose || this.#isForeign())) doubts.push("context");
    if (behind.length > 0 && this.#isLoose(numbered)) doubts.push("frame");
    const odd =
      remark === "doubt" ||
      includesMore(this.#tokens, at, named) ||
      isNarrowed(this.#text, at) ||
      isTakenBack(this.#text, at, before);
    if (odd) doubts.push("wording");
    this.#claimItems(words, bits, number, doubts);
  }

  /** Whether the sentence began with an unknown subject and has mentioned no request: 公开竞聘岗位9个，收到申请47件. */
  #isForeign(): boolean {
    const { rows } = this.#memory.frame;
    const from = Math.max(this.#sentence, this.#clause - MAX_LOOK);
    return rows.length === 0 && (bitsBetween(this.#tokens, from, this.#clause) & UNKNOWN) !== 0;
  }

  #claimItems(words: readonly Token[], bits: number, number: NumberToken, doubts: readonly ClaimDoubt[]): void {
    const items = itemsOf(words);
    if (items.length < 2 || bits & bit.each) {
      for (const item of items) this.#claim(item, number, doubts, this.#meaningOf(item));
    } else {
      const together = (bits & bit.together) !== 0;
      const found = meaningOfAll(items, this.#memory.frame, this.#text.words, together);
      this.#claim(words.filter(isStrong), number, doubts, found);
    }
  }

  /**
   * Whether words after a number may count some cases and not all: 有1件被申请行政复议, or 对2件予以公开 where no total
   * was stated.
   */
  #isLoose({ before, behind }: Numbered): boolean {
    const requests = this.#text.words.requests.definition.id;
    const ofCases = behind.some(
      (token) => isNaming(token) && token.word.subjects.some(({ table, axis }) => table !== requests && axis === "records"),
    );
    const said = bitsIn(before);
    if (ofCases && (said & STRONG) === 0) return true;
    const { rows, cases, old } = this.#memory.frame;
    const told = rows.length + cases.length > 0 && !old;
    return !told && (said & (STRONG | bit.within)) === 0;
  }

  // --- what there was none of --------------------------------------------------------------------------------------------

  #denialAt(i: number, negation: Token, role: "none" | "not"): number {
    const before = this.#wordsBefore(i);
    const said = bitsIn(before);
    const found = said & STRONG ? null : this.#doubtsOf(before);
    const denial = found === null ? null : denialAt(this.#tokens, i, role, this.#text.words);
    if (found === null || denial === null) return i + 1;
    const doubts: readonly ClaimDoubt[] = said & UNKNOWN ? [...found, "context"] : found;
    const items = itemsOf(denial.words);
    const meaning =
      items.length > 1 ? meaningOfAll(items, this.#memory.frame, this.#text.words, true) : this.#meaningOf(denial.strong);
    if (meaning !== null && meaning.readings.length > 0) {
      const unit = meaning.readings.some(({ fee }) => fee) ? "yuan" : "count";
      const { start, end } = negation;
      const nothing = { kind: "number", start, end, bits: bit.counted, unit, loose: false, quantity: NOTHING } as const;
      this.#claim(denial.strong, nothing, doubts, meaning);
    }
    this.#from = denial.end;
    return denial.end;
  }

  // --- claims ------------------------------------------------------------------------------------------------------------

  #meaningOf(item: readonly WordToken[]): Found | null {
    return meaningOf(item, this.#memory.frame, this.#text.words);
  }

  #claim(words: readonly WordToken[], number: NumberToken, doubts: readonly ClaimDoubt[], found: Found | null): void {
    const { quantity } = number;
    if (found === null || quantity === null) return;
    const ofFee = found.readings.some(({ fee }) => fee);
    // 收取信息处理费1件，金额100元: the fee that was named waits for its amount.
    if (ofFee && number.unit === "count" && doubts.every((doubt) => doubt === "frame")) this.#memory.fee = words;
    if (ofFee !== (number.unit === "yuan")) return;
    if (this.#claims.length >= MAX_CLAIMS) {
      throw misuse("narrative.tooManyClaims", {
        zh: `一段文字中的数字表述超过${MAX_CLAIMS}处`,
        en: `more than ${MAX_CLAIMS} claims in one text`,
      });
    }
    const own = [...doubts, ...found.doubts];
    if (isPartial(this.#memory.basis, words)) own.push("wording");
    const inherited = this.#doubtsOfVerb(words, quantity.value, own);
    this.#claims.push(claimOf(this.#text, words, number, found, inherited.length === 0 ? own : [...own, ...inherited]));
    for (const { said } of found.resolved) this.#memory.frame = extended(this.#memory.frame, said);
  }

  /** Doubts from the preceding part of the sentence; this claim is recorded for the next ones. */
  #doubtsOfVerb(words: readonly WordToken[], value: number, doubts: readonly ClaimDoubt[]): readonly ClaimDoubt[] {
    const verb = words.find((token) => token.bits & bit.verb);
    const { ofVerb, received } = this.#memory;
    // A verb without an object is about the object of the verb before it, and a name without a verb has that verb: they share its
    // doubts.
    const inherited = verb !== undefined && words.some(isObject) ? [] : ofVerb;
    const own = doubts.filter((doubt) => OF_VERB.has(doubt));
    if (verb !== undefined || own.length > 0) this.#memory.ofVerb = [...own, ...inherited];
    if (verb === undefined) return inherited;
    if (verb.word.does !== "receives" || words.some(isNaming)) return inherited;
    if (received === null) this.#memory.received = value;
    // A second number received in one sentence is a part of the first, or a next step of it.
    return received !== null && received !== value ? ["filed", ...inherited] : inherited;
  }
}

const NOTHING = { value: 0, low: 0, high: 0, exact: true } as const;
