import { misuse } from "../findings/error.js";
import type { CompactText } from "./compactText.js";
import { distinctReadings, type Found, sumOf, UNTIED } from "./found.js";
import { blankMemory, extended, type Memory, nextSentence } from "./frames.js";
import { itemsOf } from "./items.js";
import { feeReading, fenToYuan } from "./reading.js";
import { MAX_READINGS, resolve } from "./resolve.js";
import { carries, isCounted, isMark, isNaming, isObject, isStrong, isUnknown, roleOf, STRONG } from "./roles.js";
import type { NumberToken, Token, WordToken } from "./tokens.js";
import type { Claim, Doubt, StatedNumber } from "./types.js";
import type { Role, Vocabulary, Word } from "./vocabulary.js";
import { inclusions, remarksBehind, UNRELATED } from "./wordings.js";

/** The largest number of claims in one text. */
export const MAX_CLAIMS = 10_000;

/** How far a look back or ahead goes, in words. */
const MAX_LOOK = 40;

/** Doubts about a verb that reach what is said of its object next. */
const OF_VERB: ReadonlySet<Doubt> = new Set<Doubt>(["context", "channel", "filed", "scope", "period"]);

/** Words that may stand in a statement that there was none; any other makes it something else. */
const DENIED: ReadonlySet<Role> = new Set<Role>([
  ...STRONG,
  "topic",
  "list",
  "filler",
  "self",
  "respectively",
  "together",
  "each",
]);

/** Whether there can be said to be none of it, rather than that it was not done: 未收到, but not 未办结. */
function deniable(word: Word, role: "none" | "not", { requests }: Vocabulary): boolean {
  if (word.role === "verb") return word.does === "receives";
  if (role === "none" || word.role !== "subject") return true;
  return word.subjects.every(({ table }) => table !== requests.definition.id);
}

/** One pass over the words of a text. */
export class Scan {
  private readonly claims: Claim[] = [];
  private memory: Memory = blankMemory;
  /** Where the words for the next number begin. */
  private from = 0;
  /** Where the clause begins. */
  private clause = 0;

  constructor(
    private readonly original: string,
    private readonly compact: CompactText,
    private readonly tokens: readonly Token[],
    private readonly words: Vocabulary,
    private readonly year: number | null,
  ) {}

  run(): readonly Claim[] {
    let i = 0;
    while (i < this.tokens.length) i = this.step(i);
    return this.claims;
  }

  /** Takes the token at a position, and what belongs to it; answers where to go on. */
  private step(i: number): number {
    const token = this.tokens[i];
    if (token === undefined) return i + 1;
    if (token.kind === "stop") {
      this.endClause(i, token.ends === "sentence");
      return i + 1;
    }
    const role = roleOf(token);
    if (role === "none" || role === "not") return this.nothingAt(i, role);
    if (token.kind !== "number") return i + 1;
    const run = this.runAt(i);
    if (run.length > 1) return this.distributed(i, run);
    if (!isCounted(token)) return i + 1;
    return this.numberAt(i, token);
  }

  private endClause(i: number, sentence: boolean): void {
    const spoken = this.tokens.slice(this.clause, i);
    this.memory = { ...this.memory, lasting: this.lastingDoubts(spoken) };
    const mentioned = this.from === this.clause ? spoken.slice(-MAX_LOOK).filter(isStrong) : [];
    if (mentioned.length > 0) {
      const resolved = resolve(
        mentioned.map(({ word }) => word),
        this.memory.frame,
        this.words,
      );
      if (resolved !== null) this.memory = { ...this.memory, frame: extended(this.memory.frame, resolved.said) };
    }
    this.from = i + 1;
    this.clause = i + 1;
    if (!sentence) return;
    const paragraph = this.tokens[i];
    const continued = this.tokens.slice(i + 1, i + 3).some((token) => roleOf(token) === "within");
    this.memory = paragraph?.kind === "stop" && paragraph.mark === "\n" ? blankMemory : nextSentence(this.memory, continued);
  }

  /** Whom and when the rest of the sentence is about, after some words. A comparison does not change that. */
  private lastingDoubts(spoken: readonly Token[]): ReadonlySet<Doubt> {
    const lasting = new Set(this.memory.lasting);
    if (spoken.some((token) => roleOf(token) === "compare")) return lasting;
    if (spoken.some((token) => roleOf(token) === "self")) lasting.delete("scope");
    for (const doubt of this.circumstances(spoken)) if (doubt !== "channel") lasting.add(doubt);
    return lasting;
  }

  /** Doubts that single words raise: another scope, another time, only one channel. */
  private circumstances(spoken: readonly Token[]): readonly Doubt[] {
    const doubts = new Set<Doubt>();
    spoken.forEach((token, k) => {
      const role = roleOf(token);
      if (role === "scope" || role === "period" || role === "channel") doubts.add(role);
      if (token.kind !== "year" || this.year === null || token.year === this.year) return;
      if (!carries(spoken[k - 1]) && !carries(spoken[k + 1])) doubts.add("period");
    });
    return [...doubts];
  }

  /** The words between the last number or mark and a position, but no more than a sentence can mean. */
  private windowAt(i: number): readonly Token[] {
    return this.tokens.slice(Math.max(this.from, i - MAX_LOOK), i);
  }

  /** Numbers that are distributed over the names before them: 分别为5、3、2件. Else the one number, or none. */
  private runAt(i: number): readonly NumberToken[] {
    const numbers: NumberToken[] = [];
    if (!this.windowAt(i).some((token) => roleOf(token) === "respectively")) return numbers;
    for (let k = i; k < Math.min(this.tokens.length, i + 2 * MAX_LOOK); k += 2) {
      const number = this.tokens[k];
      if (number?.kind !== "number" || number.quantity === null) break;
      numbers.push(number);
      const next = this.tokens[k + 1];
      const goesOn = roleOf(next) === "list" || (next?.kind === "stop" && next.ends === "clause");
      if (!goesOn || this.tokens[k + 2]?.kind !== "number") break;
    }
    return numbers[numbers.length - 1]?.unit === "count" ? numbers : [];
  }

  private distributed(i: number, run: readonly NumberToken[]): number {
    const window = this.windowAt(i);
    const end = i + 2 * run.length - 1;
    const items = itemsOf(window);
    const doubts = this.windowDoubts(window);
    if (doubts !== null && window.some(isStrong)) {
      if (items.length === run.length) {
        items.forEach((item, k) => {
          const number = run[k];
          if (number !== undefined) this.claim(item, number, [...doubts], this.readingsOf([item]));
        });
      } else {
        const [number] = run;
        if (number !== undefined) this.claim(window.filter(isStrong), number, [...doubts, "distribution"], UNTIED);
      }
    }
    this.remember(window);
    this.from = end;
    return end;
  }

  private numberAt(i: number, number: NumberToken): number {
    let window = this.windowAt(i);
    if (!window.some(isStrong)) window = [...this.wordsFurtherBack(window), ...window];
    const behind = this.behind(i + 1);
    let end = i + 1;
    const claimed = this.claims.length;
    const before = window.filter(isStrong);
    const named = before.some((token) => roleOf(token) !== "verb");
    const completes = behind.tokens.some(isStrong) && !behind.tokens.some((token) => isUnknown(token));
    if (before.length === 0 && this.namesAmount(behind)) {
      // 有1件收取信息处理费380元: the words behind the first number are those of the second.
    } else if (before.length === 0 && behind.tokens.some(isStrong)) {
      this.numbered([...window, ...behind.tokens], number, i, window.length);
      end = behind.end;
    } else if (before.length > 0 && !named && behind.closed && completes) {
      this.numbered([...window, ...behind.tokens], number, i, window.length);
      end = behind.end;
    } else if (before.length > 0) {
      this.numbered(window, number, i, null, behind.closed ? behind.tokens : []);
    }
    this.remember(window);
    const foreign = window.some((token) => isUnknown(token) || roleOf(token) === "noise" || roleOf(token) === "channel");
    // Something else was counted: what is closed or answered next may be that.
    if (foreign && this.claims.length === claimed) this.memory = { ...this.memory, ofVerb: ["context"] };
    this.from = end;
    return end;
  }

  private remember(window: readonly Token[]): void {
    this.memory = { ...this.memory, lasting: this.lastingDoubts(window) };
  }

  /** The words behind a number, up to a mark or the next number. `closed`: they do not belong to a next number. */
  private behind(from: number): { readonly tokens: readonly Token[]; readonly end: number; readonly closed: boolean } {
    let end = from;
    let firstList = -1;
    while (end < this.tokens.length && end - from < MAX_LOOK) {
      const token = this.tokens[end];
      if (token === undefined || token.kind === "stop" || isCounted(token)) break;
      if (roleOf(token) === "list" && firstList < 0) firstList = end;
      end += 1;
    }
    const closed = !isCounted(this.tokens[end]);
    if (!closed && firstList >= 0) return { tokens: this.tokens.slice(from, firstList), end: firstList, closed: true };
    return { tokens: this.tokens.slice(from, end), end, closed };
  }

  /** Whether words behind a number name the fee that the next number states. */
  private namesAmount({
    tokens,
    end,
    closed,
  }: {
    readonly tokens: readonly Token[];
    readonly end: number;
    readonly closed: boolean;
  }): boolean {
    const next = this.tokens[end];
    return !closed && next?.kind === "number" && next.unit === "yuan" && tokens.some((token) => roleOf(token) === "fee");
  }

  /** The words before a colon or a parenthesis that stands right before the number: 予以公开：5件, 予以公开（5件）. */
  private wordsFurtherBack(window: readonly Token[]): readonly Token[] {
    const stop = this.tokens[this.from - 1];
    if (stop?.kind !== "stop" || window.some((token) => isUnknown(token) || roleOf(token) === "within")) return [];
    if (stop.mark === ":" || stop.mark === "：" || stop.mark === "(") return this.clauseBefore(this.from - 1);
    if (stop.mark !== ")") return [];
    const least = Math.max(0, this.from - MAX_LOOK);
    let open = this.from - 2;
    while (open >= least && !isMark(this.tokens[open], "(")) open -= 1;
    if (open < least) return [];
    const inside = this.tokens.slice(open + 1, this.from - 1);
    return [...this.clauseBefore(open), ...(inside.some((token) => token.kind === "number") ? [] : inside)];
  }

  private clauseBefore(stop: number): readonly Token[] {
    const least = Math.max(0, stop - MAX_LOOK);
    let start = stop;
    while (start > least) {
      const token = this.tokens[start - 1];
      if (token === undefined || token.kind === "stop" || isCounted(token)) break;
      start -= 1;
    }
    return this.tokens.slice(start, stop);
  }

  /**
   * The doubts that the words before a number raise, or `null` where they rule a claim out: what is said is a difference,
   * or something that only looks like a claim.
   */
  private windowDoubts(window: readonly Token[]): readonly Doubt[] | null {
    if (window.some((token) => roleOf(token) === "compare" || roleOf(token) === "noise")) return null;
    const doubts = new Set<Doubt>([...this.lastingDoubts(window), ...this.circumstances(window)]);
    const strong = window.filter(isStrong);
    const [first] = strong;
    const last = strong[strong.length - 1];
    if (first === undefined || last === undefined) return [...doubts];
    const naming = window.filter(isNaming);
    const outside = (token: Token): boolean => isUnknown(token) && token.start < first.start;
    const within = (token: Token): boolean => isUnknown(token) && token.start > first.start;
    if (window.some(within)) {
      if (naming.every(({ word }) => word.subjects.length > 1)) return null;
      doubts.add("wording");
    }
    if (window.some(outside)) {
      if (strong.every((token) => roleOf(token) === "request" || roleOf(token) === "bareRequest")) return null;
      doubts.add("context");
    }
    return [...doubts];
  }

  /** The number at a position with the words that say what it counts. `split` is where the words behind it begin. */
  private numbered(
    window: readonly Token[],
    number: NumberToken,
    at: number,
    split: number | null,
    remark: readonly Token[] = [],
  ): void {
    const found = this.windowDoubts(window);
    if (found === null) return;
    const doubts = new Set(found);
    const strong = window.filter(isStrong);
    const requested = strong.some((token) => roleOf(token) === "request" || roleOf(token) === "bareRequest");
    if (number.loose && !requested) return;
    if (split !== null && !window.some((token) => isNaming(token) || roleOf(token) === "verb")) return;
    const readings = this.remarked(remark, requested || strong.some(isNaming), doubts);
    if (readings === null) return;
    if (split !== null && this.isLoosely(window, split)) doubts.add("frame");
    if ((strong.some(isNaming) && this.includesMore(at)) || this.isNarrowed(at)) doubts.add("wording");
    if (this.isTakenBack(at)) doubts.add("wording");
    const items = itemsOf(window);
    const each = window.some((token) => roleOf(token) === "each") && items.length > 1;
    const parts = each ? items : [items.length > 1 ? strong : (items[0] ?? strong)];
    for (const part of parts) {
      const sums = !each && items.length > 1;
      const together = window.some((token) => roleOf(token) === "together");
      const resolved = sums
        ? sumOf(
            items.map((item) => this.readingsOf([item])),
            together,
          )
        : this.readingsOf([part]);
      this.claim(part, number, [...doubts], resolved);
    }
  }

  /**
   * Whether words behind a number may tell of some cases and not of all: 有1件被申请行政复议, or 对2件予以公开 where no total
   * was told.
   */
  private isLoosely(window: readonly Token[], split: number): boolean {
    const requests = this.words.requests.definition.id;
    const cases = window
      .slice(split)
      .some(
        (token) => isNaming(token) && token.word.subjects.some(({ table, axis }) => table !== requests && axis === "records"),
      );
    const part = window.slice(0, split).some((token) => roleOf(token) === "within" || isStrong(token));
    const told = this.memory.frame.rows.length + this.memory.frame.cases.length > 0 && !this.memory.frame.old;
    return (cases && !window.slice(0, split).some(isStrong)) || !(part || told);
  }

  /** Whether the sentence goes on to say that this has nothing to do with it: 行政复议2件，均与信息公开无关. */
  private isTakenBack(at: number): boolean {
    for (const token of this.tokens.slice(at + 1, at + MAX_LOOK)) {
      if (isCounted(token) || (token.kind === "stop" && token.ends === "sentence")) return false;
      if (token.kind === "word" && token.word.text === UNRELATED) return true;
    }
    return false;
  }

  /** Whether the number is said to hold something of another row: 予以公开12件（含部分公开3件）. */
  private includesMore(at: number): boolean {
    const next = this.tokens[at + 2];
    return isMark(this.tokens[at + 1], "(") && next?.kind === "word" && inclusions.includes(next.word.text);
  }

  /** Whether a parenthesis behind the number says of which ones it tells: 不予公开5件（涉及第三方）. Parts of it are numbers. */
  private isNarrowed(at: number): boolean {
    if (!isMark(this.tokens[at + 1], "(")) return false;
    const inside = this.tokens.slice(at + 2, at + MAX_LOOK);
    const close = inside.findIndex((token) => isMark(token, ")"));
    const [first] = inside;
    if (close < 1 || first === undefined || inside.slice(0, close).some(({ kind }) => kind === "number")) return false;
    return !this.isHarmless(first);
  }

  private isHarmless({ start }: Token): boolean {
    const begins = this.compact.text.slice(start, start + 4);
    return remarksBehind.some((harmless) => begins.startsWith(harmless));
  }

  /**
   * What a remark behind the number does: nothing (均已办结), or it adds a doubt. `null`: it shows that there is no claim
   * (收到5件投诉).
   */
  private remarked(remark: readonly Token[], clear: boolean, doubts: Set<Doubt>): true | null {
    const [first] = remark;
    if (first === undefined) return true;
    const noise = remark.some((token) => roleOf(token) === "noise");
    if (!noise && this.isHarmless(first)) return true;
    const odd = noise || remark.some((token) => isUnknown(token) || isStrong(token));
    if (!odd) return true;
    if (!clear) return null;
    doubts.add("wording");
    return true;
  }

  /** Says that there was none: 未收到政府信息公开申请, 无行政复议、行政诉讼. */
  private nothingAt(i: number, role: "none" | "not"): number {
    const negation = this.tokens[i];
    const before = this.windowAt(i);
    let end = i + 1;
    while (end < this.tokens.length && end - i < MAX_LOOK && DENIED.has(roleOf(this.tokens[end]) ?? "noise")) end += 1;
    const denied = this.tokens.slice(i + 1, end);
    const closed = end === this.tokens.length || this.tokens[end]?.kind === "stop";
    const found = this.windowDoubts(before);
    const strong = denied.filter(isStrong);
    const allowed = strong.length > 0 && strong.every((token) => deniable(token.word, role, this.words));
    if (negation === undefined || !closed || found === null || before.some(isStrong) || !allowed) return i + 1;
    const doubts: Doubt[] = [...found, ...(before.some(isUnknown) ? (["context"] as const) : [])];
    const items = itemsOf(denied);
    const resolved =
      items.length > 1
        ? sumOf(
            items.map((item) => this.readingsOf([item])),
            true,
          )
        : this.readingsOf([strong]);
    if (resolved !== null && resolved.readings.length > 0) {
      const money = resolved.readings.some(({ fee }) => fee);
      const zero: NumberToken = {
        kind: "number",
        start: negation.start,
        end: negation.end,
        unit: money ? "yuan" : "count",
        loose: false,
        quantity: { value: 0, low: 0, high: 0, exact: true },
      };
      this.claim(strong, zero, doubts, resolved);
    }
    this.from = end;
    return end;
  }

  private readingsOf(items: readonly (readonly WordToken[])[]): Found | null {
    const found: Found = { readings: [], doubts: [], resolved: [] };
    const all = items.reduce<Found>((sum, item) => {
      const words = item.map(({ word }) => word);
      const resolved = resolve(words, this.memory.frame, this.words);
      if (resolved === null) return sum;
      const readings = resolved.fee
        ? [feeReading]
        : resolved.meanings.flatMap((meaning) => {
            const reading = this.words.readings.of(meaning);
            return reading === null ? [] : [reading];
          });
      return {
        readings: [...sum.readings, ...readings].slice(0, MAX_READINGS),
        doubts: [...sum.doubts, ...resolved.doubts],
        resolved: [...sum.resolved, resolved],
      };
    }, found);
    return all.resolved.length === 0 ? null : all;
  }

  private claim(words: readonly WordToken[], number: NumberToken, doubts: readonly Doubt[], found: Found | null): void {
    const { quantity } = number;
    if (found === null || quantity === null) return;
    const money = found.readings.some(({ fee }) => fee);
    if (money !== (number.unit === "yuan")) return;
    if (this.claims.length >= MAX_CLAIMS) {
      throw misuse("narrative.tooManyClaims", {
        zh: `一段文字中的数字表述超过${MAX_CLAIMS}处`,
        en: `more than ${MAX_CLAIMS} claims in one text`,
      });
    }
    const all = new Set<Doubt>([
      ...doubts,
      ...found.doubts,
      ...this.remembered(words, quantity.value, [...doubts, ...found.doubts]),
    ]);
    const start = Math.min(number.start, ...words.filter(isStrong).map((token) => token.start));
    const end = Math.max(number.end, ...words.map((token) => token.end));
    const quote = this.placeOf(start, end);
    this.claims.push({
      ...quote,
      unit: money ? "yuan" : "count",
      number: this.statedNumber(number, money),
      readings: distinctReadings(found.readings),
      doubts: [...all],
    });
    for (const { said } of found.resolved) this.memory = { ...this.memory, frame: extended(this.memory.frame, said) };
  }

  /** Doubts that come from what the sentence said before; and remembers what this claim says. */
  private remembered(words: readonly WordToken[], value: number, doubts: readonly Doubt[]): readonly Doubt[] {
    const verb = words.find((token) => roleOf(token) === "verb");
    if (verb === undefined) return this.memory.ofVerb;
    const ofVerb = doubts.filter((doubt) => OF_VERB.has(doubt));
    // A verb without an object is about the object of the verb before it, and shares its doubts.
    const inherited = words.some(isObject) ? [] : this.memory.ofVerb;
    this.memory = { ...this.memory, ofVerb: [...ofVerb, ...inherited] };
    if (verb.word.does !== "receives" || words.some(isNaming)) return inherited;
    const { received } = this.memory;
    if (received === null) this.memory = { ...this.memory, received: value };
    // A second number received in one sentence is a part of the first, or a next step of it.
    return received !== null && received !== value ? ["filed", ...inherited] : inherited;
  }

  private placeOf(start: number, end: number): Pick<Claim, "quote" | "offset" | "length"> {
    const offset = this.compact.at[start] ?? 0;
    const length = (this.compact.at[end - 1] ?? offset) + 1 - offset;
    return { quote: this.original.slice(offset, offset + length), offset, length };
  }

  private statedNumber(number: NumberToken, money: boolean): StatedNumber {
    const { quote, offset, length } = this.placeOf(number.start, number.end);
    const { value, low, high, exact } = number.quantity ?? { value: 0, low: 0, high: 0, exact: true };
    const say = (base: number): number | string => (money ? fenToYuan(base) : base);
    const interval = exact ? null : { low: say(low), high: Number.isFinite(high) ? say(high) : null };
    return { text: quote, offset, length, value: say(value), interval };
  }
}
