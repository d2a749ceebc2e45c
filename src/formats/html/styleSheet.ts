import { misuse } from "../../findings/error.js";
import { MAX_STYLE_RULES, MAX_STYLE_STEPS } from "../../reading/limits.js";
import { type Declarations, type Declared, readDeclarations, withoutComments } from "./declarations.js";
import { PageElement } from "./parseHtml.js";

/** One part of a selector: what must be true of a single element. */
interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
  /** How the part before it must stand to it. */
  readonly before: "inside" | "directly" | null;
}

interface Rule {
  /** From the element itself outwards. */
  readonly compounds: readonly Compound[];
  readonly specificity: number;
  order: number;
  declarations: Declarations;
  /** Whether something of the selector is not looked at, so that it only may hold. */
  readonly perhaps: boolean;
  /** Whether it speaks of what is printed before or behind the element. */
  readonly generated: boolean;
}

/** What the style sheets of a page say of an element. */
export interface Styled {
  readonly declared: ReadonlyMap<string, Declared>;
  /** What may hold as well: a selector is not looked at in all its parts. */
  readonly perhaps: Declarations | null;
  /** Text that the style prints beside the element. */
  readonly generated: string | null;
}

const EMPTY: Styled = { declared: new Map(), perhaps: null, generated: null };

/** The style sheets that are written into a page. Those that it fetches are not looked at. */
export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();
  readonly #known = new Map<string, Rule>();
  #order = 0;
  #steps = 0;

  get isEmpty(): boolean {
    return this.#rules.size === 0;
  }

  add(css: string): void {
    for (const { selectors, block } of blocksOf(withoutComments(css).replace(/<!--|-->/g, " "))) {
      const declarations = readDeclarations(block);
      if (declarations.size === 0) continue;
      for (const selector of selectors.split(",")) this.#addRule(selector.trim(), declarations);
    }
  }

  #addRule(selector: string, declarations: Declarations): void {
    const parsed = parseSelector(selector);
    const own = parsed?.compounds[0];
    if (parsed === null || own === undefined) return;
    this.#order += 1;
    const known = this.#known.get(selector);
    if (known !== undefined) {
      known.declarations = new Map([...known.declarations, ...declarations]);
      known.order = this.#order;
      return;
    }
    if (this.#known.size >= MAX_STYLE_RULES) {
      throw misuse("reading.tooManyStyles", {
        zh: `网页的样式规则超过${MAX_STYLE_RULES}条`,
        en: `the page has more than ${MAX_STYLE_RULES} rules of style`,
      });
    }
    const rule: Rule = { ...parsed, order: this.#order, declarations };
    const key = keyOf(own);
    const rules = this.#rules.get(key);
    if (rules === undefined) this.#rules.set(key, [rule]);
    else rules.push(rule);
    this.#known.set(selector, rule);
  }

  /** What the sheets say of an element. */
  of(element: PageElement, id: string | undefined, classes: readonly string[]): Styled {
    let matched: Rule[] | null = null;
    const keys = ["*", element.tagName, ...classes.map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
    for (const key of keys) {
      for (const rule of this.#rules.get(key) ?? []) {
        if (!this.#matches(element, rule.compounds, 0)) continue;
        matched ??= [];
        if (!matched.includes(rule)) matched.push(rule);
      }
    }
    return matched === null ? EMPTY : combined(matched);
  }

  #matches(element: PageElement, compounds: readonly Compound[], at: number): boolean {
    this.#steps += 1;
    if (this.#steps > MAX_STYLE_STEPS) {
      throw misuse("reading.tooManyStyles", {
        zh: `网页的样式计算超过${MAX_STYLE_STEPS}步`,
        en: `the styles of the page take more than ${MAX_STYLE_STEPS} steps`,
      });
    }
    const own = compounds[at];
    if (own === undefined || !isMatch(element, own)) return false;
    if (compounds[at + 1] === undefined) return true;
    let outer = element.parentNode;
    while (outer instanceof PageElement) {
      if (this.#matches(outer, compounds, at + 1)) return true;
      if (own.before === "directly") return false;
      outer = outer.parentNode;
    }
    return false;
  }
}

function combined(rules: Rule[]): Styled {
  rules.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
  const declared = new Map<string, Declared>();
  const perhaps = new Map<string, Declared>();
  let generated: string | null = null;
  for (const rule of rules) {
    if (rule.generated) {
      generated = rule.declarations.get("content")?.value ?? generated;
      continue;
    }
    const into = rule.perhaps ? perhaps : declared;
    for (const [name, own] of rule.declarations) if (into.get(name)?.important !== true || own.important) into.set(name, own);
  }
  return { declared, perhaps: perhaps.size === 0 ? null : perhaps, generated };
}

// --- the text of a sheet ---------------------------------------------------------------------------------------------------

interface Block {
  readonly selectors: string;
  readonly block: string;
}

/** The rules of a sheet, those in `@media` for the screen included; whatever else begins with `@` is passed over. */
function blocksOf(css: string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const before = css.slice(at, open);
    const prelude = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("}")) + 1).trim();
    if (prelude.startsWith("@")) {
      at = isForScreen(prelude) ? open + 1 : endOf(css, open);
      continue;
    }
    const close = css.indexOf("}", open);
    const end = close < 0 ? css.length : close;
    blocks.push({ selectors: prelude, block: css.slice(open + 1, end) });
    at = end + 1;
  }
  return blocks;
}

function isForScreen(prelude: string): boolean {
  if (/^@(?:supports|layer|container)\b/i.test(prelude)) return true;
  return /^@media\b/i.test(prelude) && !/\bprint\b|\bspeech\b|max-(?:device-)?width/i.test(prelude);
}

/** Behind the bracket that closes the one at `open`. */
function endOf(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i += 1) {
    if (css[i] === "{") depth += 1;
    else if (css[i] === "}") {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return css.length;
}

// --- selectors -------------------------------------------------------------------------------------------------------------

const PART = /^(\*|[a-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+|\[[^\]]{0,100}\]|::?[a-z-]+(?:\([^)]{0,200}\))?)*)/i;
const PIECE = /[.#][\w\u0080-\uffff-]+|\[[^\]]{0,100}\]|::?[a-z-]+(?:\([^)]{0,200}\))?/gi;
const ATTRIBUTE = /^\[\s{0,8}([\w-]+)\s{0,8}(?:=\s{0,8}["']?([^"'\]]*)["']?\s{0,8})?\]$/;

/** States that a page on paper is not in. */
const NEVER =
  /^::?(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|selection|placeholder|-.*|backdrop|marker)$/i;
const GENERATED = /^::?(?:before|after)$/i;
const ALWAYS = /^:(?:link|root|any-link|enabled)$/i;

/** Longest selector that is looked at, and most parts of it. */
const LONGEST_SELECTOR = 400;

function parseSelector(text: string): Omit<Rule, "order" | "declarations"> | null {
  if (text === "" || text.length > LONGEST_SELECTOR) return null;
  const compounds: Compound[] = [];
  let specificity = 0;
  let perhaps = false;
  let generated = false;
  let rest = text.replace(/\s*([>+~])\s*/g, "$1").replace(/\s+/g, " ");
  let before: Compound["before"] = null;
  while (rest !== "") {
    const part = PART.exec(rest)?.[0] ?? "";
    if (part === "") return null;
    rest = rest.slice(part.length);
    const tag = /^[a-z][\w-]*/i.exec(part)?.[0]?.toLowerCase() ?? null;
    let id: string | null = null;
    const classes: string[] = [];
    const attributes: { name: string; value: string | null }[] = [];
    for (const [piece] of part.matchAll(PIECE)) {
      if (piece.startsWith(".")) classes.push(piece.slice(1));
      else if (piece.startsWith("#")) id = piece.slice(1);
      else if (piece.startsWith("[")) {
        const found = ATTRIBUTE.exec(piece);
        if (found?.[1] === undefined) perhaps = true;
        else attributes.push({ name: found[1].toLowerCase(), value: found[2] ?? null });
      } else if (GENERATED.test(piece)) generated = true;
      else if (NEVER.test(piece)) return null;
      else if (!ALWAYS.test(piece)) perhaps = true;
    }
    specificity += (id === null ? 0 : 10_000) + (classes.length + attributes.length) * 100 + (tag === null ? 0 : 1);
    compounds.unshift({ tag, id, classes, attributes, before });
    const [sign = ""] = rest;
    if (sign === "+" || sign === "~") {
      // What stands before an element is not looked at: the rule may hold for any.
      perhaps = true;
      compounds.length = 0;
      before = null;
    } else before = sign === ">" ? "directly" : "inside";
    rest = rest.slice(sign === "" ? 0 : 1);
  }
  return { compounds, specificity, perhaps, generated };
}

function keyOf({ id, classes, tag }: Compound): string {
  if (id !== null) return `#${id}`;
  const [first] = classes;
  return first === undefined ? (tag ?? "*") : `.${first}`;
}

function isMatch({ tagName, attrs }: PageElement, { tag, id, classes, attributes }: Compound): boolean {
  if (tag !== null && tag !== tagName) return false;
  const attributeOf = (name: string): string | undefined => attrs.find((attribute) => attribute.name === name)?.value;
  if (id !== null && attributeOf("id") !== id) return false;
  if (classes.length > 0) {
    const own = ` ${(attributeOf("class") ?? "").replace(/\s+/g, " ")} `;
    if (!classes.every((name) => own.includes(` ${name} `))) return false;
  }
  return attributes.every(({ name, value }) => {
    const own = attributeOf(name);
    return own !== undefined && (value === null || own === value);
  });
}
