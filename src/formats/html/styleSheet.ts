import { misuse } from "../../findings/error.js";
import { MAX_STYLE_RULES, MAX_STYLE_STEPS } from "../../reading/limits.js";
import { addDeclaration, type Declarations, type Declared, readDeclarations } from "./declarations.js";
import { type Holds, isLikely, mediaHold } from "./media.js";
import type { PageElement } from "./parseHtml.js";
import { find, splitBy, unescaped, withoutComments } from "./scan.js";
import {
  isMatch,
  keyOf,
  readSelector,
  type Selector,
  type Siblings,
  type Subject,
  type Subjects,
  siblingsOf,
  subjectOf,
} from "./selector.js";

interface Rule {
  readonly selector: Selector;
  readonly order: number;
  readonly declarations: Declarations;
  /** Whether it is certain that it holds or not, and what is taken where one answer is needed. */
  readonly isCertain: boolean;
  readonly isLikely: boolean;
  readonly isLayered: boolean;
}

/** What the style sheets of a page declare for an element or its `::before` and `::after`. */
export interface Said {
  readonly likely: Declarations;
  /** The declarations with and without the rules whose condition is uncertain. */
  readonly variants: readonly Declarations[];
}

export interface Styled extends Said {
  readonly before: Said;
  readonly after: Said;
}

/** The condition under which the rules of a block hold. */
interface Condition {
  readonly isCertain: boolean;
  readonly isLikely: boolean;
  /** Whether its rules are in a layer: the important ones of them outdo all others. */
  readonly isLayered: boolean;
}

const ALWAYS: Condition = { isCertain: true, isLikely: true, isLayered: false };

/** What an animation shows: at its end, and at any time. */
export interface Frames {
  readonly end: Declarations;
  readonly any: Declarations;
}

/** Blocks that are not style rules. */
const NO_RULES =
  /^@(?:-[a-z]+-)?(?:page|font-face|keyframes|property|counter-style|font-feature-values|font-palette-values|viewport|view-transition|position-try|color-profile|function|-ms-viewport)\b/i;

/** Deepest nesting of blocks that is followed, and most rules that may hold or not for one element that are tried one by one. */
const DEEPEST = 32;
const MOST_VARIANTS = 16;

/** The style sheets that are written into a page. Those that it fetches are not looked at. */
export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();
  readonly #known = new Map<string, Styled>();
  readonly #isFolded: boolean;
  readonly #subjects = new Map<PageElement, Subject>();
  readonly #siblings = new Map<PageElement["parentNode"], Siblings>();
  readonly #page: Subjects = {
    of: (element) => {
      let known = this.#subjects.get(element);
      if (known === undefined) {
        known = subjectOf(element, this.#isFolded);
        this.#subjects.set(element, known);
      }
      return known;
    },
    beside: (element) => {
      const outer = element.parentNode;
      let known = this.#siblings.get(outer);
      if (known === undefined) {
        known = siblingsOf(element);
        this.#siblings.set(outer, known);
      }
      return known;
    },
    step: (steps) => this.step(steps),
  };
  #count = 0;
  #steps = 0;
  /** The custom properties that the page declares, `null` if it declares different values. */
  readonly variables = new Map<string, string | null>();
  /** Animations that the page declares, by their names. */
  readonly frames = new Map<string, Frames>();
  /** Fonts that the page brings along, whose letters may be any. */
  readonly fonts = new Set<string>();

  constructor(isFolded: boolean) {
    this.#isFolded = isFolded;
  }

  get isEmpty(): boolean {
    return this.#rules.size === 0;
  }

  add(css: string, media: string): void {
    const holds = mediaHold(media);
    if (holds !== "no") this.#addBlock(css, 0, [], conditionOf(holds, media, ALWAYS), 0);
  }

  /** Remembers the value of a property that the page made itself. */
  note(name: string, value: string): void {
    const known = this.variables.get(name);
    this.variables.set(name, known === undefined || known === value ? value : null);
  }

  /** Reads the rules of a sheet or of a block from a place in it; answers where the block ends. */
  #addBlock(css: string, start: number, parents: readonly string[], condition: Condition, depth: number): number {
    let own = new Map<string, Declared>();
    const end = (): void => {
      if (own.size > 0) this.#addRules(parents, own, condition);
      own = new Map();
    };
    const isSheet = depth === 0;
    let at = start;
    while (at < css.length) {
      at = beginOf(css, at, isSheet);
      if (css[at] === "}" && !isSheet) {
        at += 1;
        break;
      }
      const isAtRule = css[at] === "@";
      const stop = find(css, at, isSheet && !isAtRule ? "{" : isSheet ? "{;" : "{;}");
      const prelude = css.slice(at, stop);
      if (css[stop] !== "{") {
        if (!isAtRule && !isSheet) addDeclaration(prelude, own);
        at = css[stop] === "}" ? stop : stop + 1;
        continue;
      }
      end();
      if (isAtRule) at = this.#addAtRule(css, prelude, stop, parents, condition, depth);
      else if (/^--[\w-]*\s*:/.test(prelude)) at = endOfBlock(css, stop);
      else if (depth >= DEEPEST) throw tooDeep();
      else at = this.#addBlock(css, stop + 1, nested(prelude, parents), condition, depth + 1);
    }
    end();
    return at;
  }

  #addAtRule(css: string, prelude: string, open: number, parents: readonly string[], outer: Condition, depth: number): number {
    if (/^@font-face\b/i.test(prelude)) this.#addFont(css.slice(open + 1, endOfBlock(css, open) - 1));
    const animation = /^@(?:-webkit-)?keyframes\s+(.*)$/is.exec(prelude)?.[1];
    if (animation !== undefined) this.#addFrames(animation, css.slice(open + 1, endOfBlock(css, open) - 1));
    if (NO_RULES.test(prelude)) return endOfBlock(css, open);
    const [, name = "", written = ""] = /^@([a-z-]+)(.*)$/is.exec(prelude) ?? [];
    const holds = name.toLowerCase() === "media" ? mediaHold(written) : "perhaps";
    if (holds === "no") return endOfBlock(css, open);
    if (depth >= DEEPEST) throw tooDeep();
    return this.#addBlock(
      css,
      open + 1,
      parents,
      { ...conditionOf(holds, written, outer), isLayered: outer.isLayered || /^layer$/i.test(name) },
      depth + 1,
    );
  }

  #addFont(block: string): void {
    const family = /font-family\s*:\s*["']?([^"';]+)/i.exec(block)?.[1];
    if (family !== undefined && /data:|local\(\s*["']?(?:wingdings|webdings|symbol)/i.test(block))
      this.fonts.add(family.trim().toLowerCase());
  }

  #addFrames(name: string, block: string): void {
    const known = this.frames.get(nameOfFrames(name));
    const end = new Map(known?.end);
    const any = new Map(known?.any);
    for (let at = beginOf(block, 0, false); at < block.length; at = beginOf(block, at, false)) {
      const open = find(block, at, "{");
      const close = open < block.length ? endOfBlock(block, open) : block.length;
      const declarations = readDeclarations(block.slice(open + 1, close - 1));
      const isEnd = /\bto\b|100%/i.test(block.slice(at, open));
      for (const [property, own] of declarations) {
        any.set(property, own);
        if (isEnd) end.set(property, own);
      }
      at = close;
    }
    this.frames.set(nameOfFrames(name), { end, any });
  }

  #addRules(selectors: readonly string[], found: Map<string, Declared>, condition: Condition): void {
    for (const [name, { value }] of found) {
      if (!name.startsWith("--")) continue;
      this.note(name, value);
      found.delete(name);
    }
    if (found.size === 0) return;
    const read = selectors.map((written) => readSelector(written, this.#isFolded));
    // A selector that browsers do not understand takes the others of its list along.
    const isCertain = condition.isCertain && read.every((one) => one === "never" || one?.strange === false);
    for (const selector of read) {
      if (selector === null || selector === "never") continue;
      this.#count += 1;
      if (this.#count > MAX_STYLE_RULES)
        throw tooMany(`网页的样式规则超过${MAX_STYLE_RULES}条`, `the page has more than ${MAX_STYLE_RULES} rules of style`);
      const rule: Rule = {
        selector,
        order: this.#count,
        declarations: found,
        isCertain: isCertain && !selector.perhaps,
        isLikely: condition.isLikely && !selector.perhaps,
        isLayered: condition.isLayered,
      };
      const key = keyOf(selector);
      const rules = this.#rules.get(key);
      if (rules === undefined) this.#rules.set(key, [rule]);
      else rules.push(rule);
    }
  }

  /** The declarations of the sheets for an element; `null` if there are none. */
  of(element: PageElement): Styled | null {
    const subject = this.#page.of(element);
    let matched: Rule[] | null = null;
    const look = (key: string): void => {
      for (const rule of this.#rules.get(key) ?? NO_RULE) {
        if (!isMatch(subject, rule.selector, this.#page)) continue;
        matched ??= [];
        matched.push(rule);
      }
    };
    look("*");
    look(element.tagName);
    for (const name of subject.classes) look(`.${name}`);
    if (subject.id !== undefined) look(`#${subject.id}`);
    return matched === null ? null : this.#combined(matched);
  }

  /** Counts steps of finding out what holds. */
  step(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STYLE_STEPS) {
      throw tooMany(`网页的样式计算超过${MAX_STYLE_STEPS}步`, `the styles of the page take more than ${MAX_STYLE_STEPS} steps`);
    }
  }

  #combined(matched: readonly Rule[]): Styled {
    const key = matched.map(({ order }) => order).join();
    let known = this.#known.get(key);
    if (known === undefined) {
      const rules = [...new Set(matched)].sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
      const of = (generated: Selector["generated"]): Said =>
        saidBy(rules.filter(({ selector }) => selector.generated === generated));
      known = { ...of(null), before: of("before"), after: of("after") };
      this.#known.set(key, known);
    }
    return known;
  }
}

const NO_RULE: readonly Rule[] = [];
const NOTHING: Declarations = new Map();

/** The name of an animation as it is looked for: values are compared in lower case. */
export function nameOfFrames(written: string): string {
  return unescaped(written.trim().replace(/^["']|["']$/g, "")).toLowerCase();
}

function saidBy(rules: readonly Rule[]): Said {
  if (rules.length === 0) return { likely: NOTHING, variants: [] };
  const uncertain = rules.filter(({ isCertain }) => !isCertain);
  const isLikely = (rule: Rule): boolean => rule.isCertain || rule.isLikely;
  const cases: ((rule: Rule) => boolean)[] = [
    ...uncertain.slice(0, MOST_VARIANTS).map((other) => (rule: Rule) => (rule === other ? !isLikely(rule) : isLikely(rule))),
    () => true,
    ({ isCertain }) => isCertain,
  ];
  return {
    likely: cascade(rules.filter(isLikely)),
    variants: [
      ...(uncertain.length === 0 ? [] : cases.map((holds) => cascade(rules.filter(holds)))),
      ...uncertain
        .filter(({ isLayered }) => isLayered)
        .map((rule) => new Map([...cascade(rules.filter(isLikely)), ...rule.declarations])),
    ],
  };
}

/** Later ones win, unless an earlier one is important. */
function cascade(rules: readonly Rule[]): Declarations {
  const [only] = rules;
  if (only === undefined) return NOTHING;
  if (rules.length === 1) return only.declarations;
  return outdone(rules.map(({ declarations }) => declarations));
}

/** Declarations of which later ones override earlier ones that are not more important. */
export function outdone(layers: readonly Declarations[]): Declarations {
  const all = new Map<string, Declared>();
  for (const layer of layers) {
    for (const [name, own] of layer) {
      if (all.get(name)?.important === true && !own.important) continue;
      all.delete(name);
      all.set(name, own);
    }
  }
  return all;
}

function conditionOf(holds: Holds, written: string, outer: Condition): Condition {
  if (holds === "yes") return outer;
  return { ...outer, isCertain: false, isLikely: outer.isLikely && isLikely(written) && !/^\s*not\b/i.test(written) };
}

/** Most selectors of a nested block, and most characters of one, after those around it are inserted. */
const MOST_SELECTORS = 1_000;
const LONGEST_SELECTOR = 10_000;

/** Selectors in a block, each combined with the selectors of the block. */
function nested(prelude: string, parents: readonly string[]): readonly string[] {
  const written = splitBy(withoutComments(prelude, ""), ",").map((part) => part.trim());
  if (parents.length === 0) return written.map((own) => own.replaceAll("&", ":root"));
  if (parents.length * written.length > MOST_SELECTORS) throw tooDeep();
  return parents.flatMap((parent) =>
    written.map((own) => {
      const count = own.split("&").length;
      if (own.length + count * parent.length > LONGEST_SELECTOR) throw tooDeep();
      if (count === 1) return `${parent} ${own}`;
      return own.replace(/&/g, (_, at: number) => (at === 0 && !/^&[\w-]/.test(own) ? parent : `:is(${parent})`));
    }),
  );
}

/** What may precede a rule, and a rule or a declaration in a block. */
const BEFORE_RULE = /(?:\s|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|<!--|-->)*/y;
const IN_BLOCK = /(?:[\s;]|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))*/y;

/** Where the next rule or declaration begins. */
function beginOf(css: string, start: number, isSheet: boolean): number {
  const gap = isSheet ? BEFORE_RULE : IN_BLOCK;
  gap.lastIndex = start;
  return start + (gap.exec(css)?.[0].length ?? 0);
}

/** Behind the bracket that closes the one at `open`. */
function endOfBlock(css: string, open: number): number {
  let depth = 1;
  let at = open + 1;
  while (depth > 0) {
    at = find(css, at, "{}");
    if (at >= css.length) return css.length;
    depth += css[at] === "{" ? 1 : -1;
    at += 1;
  }
  return at;
}

const tooMany = (zh: string, en: string): Error => misuse("reading.tooManyStyles", { zh, en });
const tooDeep = (): Error =>
  tooMany(`网页的样式规则嵌套超过${DEEPEST}层`, `rules of style of the page are nested deeper than ${DEEPEST}`);
