import { PageElement } from "./parseHtml.js";
import { find, splitBy, unescaped, withoutComments } from "./scan.js";

/** One part of a selector: what must be true of a single element. */
interface Compound {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly Attribute[];
  /** What the element must also be one of, and what it may not be. */
  readonly any: readonly (readonly Selector[])[];
  readonly none: readonly Selector[];
  /** The required position of the element among its siblings, and whether it must be empty. */
  readonly places: readonly SiblingPlace[];
  readonly isEmpty: boolean;
  /** The combinator to the part before it: ancestor, parent, previous sibling, or any earlier sibling. */
  before: "inside" | "directly" | "next" | "after" | null;
}

/** A place among the siblings of an element: `step`·n + `offset`, counted from the first or the last, of all or of its tag. */
interface SiblingPlace {
  readonly step: number;
  readonly offset: number;
  readonly fromLast: boolean;
  readonly ofType: boolean;
}

interface Attribute {
  readonly name: string;
  readonly sign: string | null;
  readonly value: string;
  readonly isFolded: boolean;
}

export interface Selector {
  /** From the element itself outwards. */
  readonly compounds: readonly Compound[];
  readonly specificity: number;
  /** Whether something of the selector is not looked at, so that it only may hold. */
  readonly perhaps: boolean;
  /** The pseudo-element (`::before`, `::after`) that it selects. */
  readonly generated: "before" | "after" | null;
  /** Whether it has what browsers may not understand, and then not the rest of its list either. */
  readonly strange: boolean;
}

/** States that a printed page is never in, and pseudo-elements without text. */
const NEVER =
  /^(?::(?:hover|focus|focus-within|focus-visible|active|visited|target|target-within|host|fullscreen|autofill|popover-open|modal|-webkit-(?:autofill|full-screen|drag))|::?(?:selection|placeholder|backdrop|details-content|target-text|spelling-error|grammar-error|file-selector-button|cue|-webkit-[a-z-]+))$/;
const LINK = /^:(?:any-link|link|-webkit-any-link)$/;
const ALWAYS = /^:(?:root|defined|scope)$/;
/** Functions that list what an element may be. */
const ONE_OF = /^:(?:is|where|matches|-webkit-any)$/;
/** Pseudo-classes for the position of an element among its siblings. */
const PLACED = /^:(?:(first|last|only)|nth-(last-)?)-?(child|of-type)$/;
const EVERY = /^\s*(?:(odd)|(even)|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|([+-]?\d+))\s*$/i;
/** Pseudo-classes that browsers support and this reader does not evaluate. */
const KNOWN =
  /^(?::(?:checked|disabled|enabled|default|indeterminate|required|optional|read-only|read-write|valid|invalid|user-valid|user-invalid|in-range|out-of-range|placeholder-shown|lang|dir|has|open|playing|paused|muted|state|host|host-context)|::?(?:first-line|first-letter)|::(?:marker|part|slotted|highlight|cue))$/;

/** Deepest nesting of selectors in one. */
const DEEPEST = 8;

const NAME = String.raw`(?:[\w-]|[^\0-\x7f]|\\[\da-f]{1,6}\s?|\\[^\n\da-f])+`;
const TAG = new RegExp(String.raw`(?:(${NAME}|\*)?\|)?(${NAME}|\*)`, "iy");
const PIECE = new RegExp(`([.#]|::?)(${NAME})`, "iy");
const GAP = /\s*(?:([>+~])\s*)?/y;
const BEFORE: Readonly<Record<string, Compound["before"]>> = { ">": "directly", "+": "next", "~": "after" };

/** The conditions of one compound selector, while it is read. */
interface Making extends Compound {
  tag: string | null;
  readonly ids: string[];
  readonly classes: string[];
  readonly attributes: Attribute[];
  readonly any: (readonly Selector[])[];
  readonly none: Selector[];
  readonly places: SiblingPlace[];
  isEmpty: boolean;
}

/** Reads a selector from its begin to its end. */
class SelectorReader {
  readonly #text: string;
  readonly #isFolded: boolean;
  readonly #depth: number;
  #at = 0;
  #specificity = 0;
  #perhaps = false;
  #isNever = false;
  #isStrange = false;
  #generated: Selector["generated"] = null;

  constructor(written: string, isFolded: boolean, depth: number) {
    this.#text = withoutComments(written, "").trim();
    this.#isFolded = isFolded;
    this.#depth = depth;
  }

  read(): Selector | "never" | null {
    const compounds: Compound[] = [];
    let before: Compound["before"] = null;
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const made = this.#compound(before);
      if (made === null) return null;
      const isEmpty = this.#at === start;
      const [space = "", combinator] = this.#take(GAP) ?? [];
      if ((isEmpty && combinator === undefined) || (space === "" && this.#at < this.#text.length)) return null;
      compounds.unshift(made);
      before = BEFORE[combinator ?? ""] ?? "inside";
    }
    if (this.#isNever) return "never";
    if (compounds.length === 0) return null;
    return {
      compounds,
      specificity: this.#specificity,
      perhaps: this.#perhaps,
      generated: this.#generated,
      strange: this.#isStrange,
    };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #compound(before: Compound["before"]): Making | null {
    const made: Making = {
      tag: null,
      ids: [],
      classes: [],
      attributes: [],
      any: [],
      none: [],
      places: [],
      isEmpty: false,
      before,
    };
    const tag = this.#take(TAG);
    if (tag !== null) {
      if (/^-?\d/.test(tag[2] ?? "")) return null;
      if (tag[0].includes("|") && tag[1] !== "*") this.#perhaps = true;
      if (tag[2] !== "*") {
        made.tag = unescaped(tag[2] ?? "").toLowerCase();
        this.#specificity += 1;
      }
    }
    for (;;) {
      if (this.#text[this.#at] === "[") {
        const attribute = readAttribute(this.#inBrackets("]"));
        if (attribute === null) this.#takeAsStrange();
        else made.attributes.push(attribute);
        this.#specificity += 100;
        continue;
      }
      const [, sign, written] = this.#take(PIECE) ?? [];
      if (written === undefined) return made;
      const name = this.#isFolded ? unescaped(written).toLowerCase() : unescaped(written);
      if (sign === ".") made.classes.push(name);
      else if (sign === "#") made.ids.push(name);
      else this.#state(`${sign}${written}`.toLowerCase(), made);
      if (/^-?\d/.test(written) && (sign === "." || sign === "#")) this.#takeAsStrange();
      this.#specificity += sign === "#" ? 10_000 : sign === "." ? 100 : 0;
    }
  }

  /** The content of brackets, and the rest after them. */
  #inBrackets(closing: string): string {
    const end = find(this.#text, this.#at + 1, closing);
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inner;
  }

  #takeAsStrange(): void {
    this.#perhaps = true;
    this.#isStrange = true;
  }

  /** Takes in a state or a part of an element. */
  #state(state: string, made: Making): void {
    const inner = this.#text[this.#at] === "(" ? this.#inBrackets(")") : null;
    if (inner !== null && (ONE_OF.test(state) || state === ":not")) {
      if (this.#depth >= DEEPEST) this.#perhaps = true;
      else this.#list(state, inner, made);
      return;
    }
    this.#specificity += 100;
    if (/^::?(?:before|after)$/.test(state)) this.#generated = state.endsWith("before") ? "before" : "after";
    else if (NEVER.test(state)) this.#isNever = true;
    else if (state === ":root") made.tag = "html";
    else if (LINK.test(state)) made.attributes.push({ name: "href", sign: null, value: "", isFolded: false });
    else if (state === ":empty") made.isEmpty = true;
    else if (PLACED.test(state)) this.#place(state, inner, made);
    else if (KNOWN.test(state)) this.#perhaps = true;
    else if (!ALWAYS.test(state)) this.#takeAsStrange();
  }

  /** Adds a position among siblings. The `of S` form, which restricts the siblings counted, is not evaluated. */
  #place(state: string, inner: string | null, made: Making): void {
    const [, named, last, of] = PLACED.exec(state) ?? [];
    const ofType = of === "of-type";
    if (named !== undefined) {
      const ends = named === "only" ? [false, true] : [named === "last"];
      made.places.push(...ends.map((fromLast) => ({ step: 0, offset: 1, fromLast, ofType })));
      return;
    }
    const every = EVERY.exec(inner ?? "");
    if (every === null) {
      if (/\bof\b/i.test(inner ?? "")) this.#perhaps = true;
      else this.#takeAsStrange();
      return;
    }
    const [, odd, even, step, sign = "+", offset = "0", only] = every;
    const fromLast = last !== undefined;
    if (only !== undefined) made.places.push({ step: 0, offset: Number(only), fromLast, ofType });
    else if (odd !== undefined || even !== undefined) {
      made.places.push({ step: 2, offset: odd === undefined ? 0 : 1, fromLast, ofType });
    } else
      made.places.push({
        step: Number(/\d$/.test(step ?? "") ? step : `${step}1`),
        offset: Number(sign + offset),
        fromLast,
        ofType,
      });
  }

  #list(state: string, inner: string, made: Making): void {
    const read = splitBy(inner, ",").map((part) => new SelectorReader(part, this.#isFolded, this.#depth + 1).read());
    const parts = read.filter((part) => part !== null && part !== "never");
    if (state !== ":where") this.#specificity += Math.max(0, ...parts.map(({ specificity }) => specificity));
    if (state === ":not" && (read.includes(null) || parts.some(({ strange }) => strange))) this.#takeAsStrange();
    else if (parts.some(({ perhaps }) => perhaps)) this.#perhaps = true;
    else if (state === ":not") made.none.push(...parts);
    else if (parts.length === 0) this.#isNever = true;
    else made.any.push(parts);
  }
}

/**
 * Reads a selector; `never` for one that holds for nothing on a page that nobody touches, `null` for one that browsers do not
 * understand. `isFolded`: whether the page is an old one, on which small and capital letters of classes are the same.
 */
export function readSelector(written: string, isFolded: boolean): Selector | "never" | null {
  return new SelectorReader(written, isFolded, 0).read();
}

const ATTRIBUTE = /^\s*((?:[\w-]|\\.)+)\s*(?:([~|^$*]?=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|((?:[\w-]|[^\0-\x7f])+))\s*([is]?)\s*)?$/i;

function readAttribute(written: string): Attribute | null {
  const [, name, sign, double, single, bare, flag] = ATTRIBUTE.exec(written) ?? [];
  if (name === undefined || bare?.match(/^-?\d/) != null) return null;
  const own = unescaped(name).toLowerCase();
  const isFolded = flag === undefined || flag === "" ? FOLDED.test(own) : flag.toLowerCase() === "i";
  return { name: own, sign: sign ?? null, value: double ?? single ?? bare ?? "", isFolded };
}

/** The index under which a selector is looked for. */
export function keyOf({ compounds: [own] }: Selector): string {
  const [id] = own?.ids ?? [];
  if (id !== undefined) return `#${id}`;
  const [first] = own?.classes ?? [];
  return first === undefined ? (own?.tag ?? "*") : `.${first}`;
}

/** An element as selectors see it. */
export interface Subject {
  readonly element: PageElement;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

/** The elements in another one, in order, with the place of each among all of them and among those of its tag. */
export interface Siblings {
  readonly elements: readonly PageElement[];
  readonly spots: ReadonlyMap<PageElement, Spot>;
  /** How many there are of each tag. */
  readonly tags: ReadonlyMap<string, number>;
  /** How far it was looked for the first of them that a part of a selector holds for, and where it is. */
  readonly first: Map<Compound, { looked: number; found: number | null }>;
}

interface Spot {
  readonly index: number;
  readonly ofType: number;
}

/** The elements of a page as selectors see them, and a count of what is looked at. */
export interface Subjects {
  readonly of: (element: PageElement) => Subject;
  readonly beside: (element: PageElement) => Siblings;
  readonly step: (steps: number) => void;
}

export function subjectOf(element: PageElement, isFolded: boolean): Subject {
  let id: string | undefined;
  let classes: readonly string[] = NO_CLASSES;
  for (const { name, value } of element.attrs) {
    if (name === "class") classes = (isFolded ? value.toLowerCase() : value).split(/[ \t\r\n\f]+/);
    else if (name === "id") id = isFolded ? value.toLowerCase() : value;
  }
  return { element, id, classes };
}

const NO_CLASSES: readonly string[] = [];

/** An element and its siblings. */
export function siblingsOf({ parentNode }: PageElement): Siblings {
  const elements = (parentNode?.childNodes ?? []).filter((node) => node instanceof PageElement);
  const tags = new Map<string, number>();
  const spots = new Map<PageElement, Spot>();
  elements.forEach((element, index) => {
    const ofType = tags.get(element.tagName) ?? 0;
    tags.set(element.tagName, ofType + 1);
    spots.set(element, { index, ofType });
  });
  return { elements, spots, tags, first: new Map() };
}

/** Whether a selector holds for an element. */
export function isMatch(subject: Subject, selector: Selector, page: Subjects, at = 0): boolean {
  page.step(1 + (subject.classes.length >> 4));
  const { compounds } = selector;
  const own = compounds[at];
  if (own === undefined || !isCompound(subject, own, page)) return false;
  const next = compounds[at + 1];
  if (next === undefined) return true;
  if (own.before === "next" || own.before === "after") return isBeside(subject, selector, page, at, next);
  let outer = subject.element.parentNode;
  while (outer instanceof PageElement) {
    if (isMatch(page.of(outer), selector, page, at + 1)) return true;
    if (own.before === "directly") return false;
    outer = outer.parentNode;
  }
  return false;
}

/** Whether the part of a selector before a combinator matches for an element. */
function isBeside({ element }: Subject, selector: Selector, page: Subjects, at: number, next: Compound): boolean {
  const { elements, spots, first } = page.beside(element);
  const index = spots.get(element)?.index ?? 0;
  const holds = (other: PageElement | undefined): boolean =>
    other !== undefined && isMatch(page.of(other), selector, page, at + 1);
  if (selector.compounds[at]?.before === "next") return holds(elements[index - 1]);
  const known = first.get(next) ?? { looked: 0, found: null };
  first.set(next, known);
  for (; known.found === null && known.looked < index; known.looked += 1) {
    if (holds(elements[known.looked])) known.found = known.looked;
  }
  return known.found !== null && known.found < index;
}

/** Whether an element is at a position among its siblings. */
function isAt(element: PageElement, { step, offset, fromLast, ofType }: SiblingPlace, page: Subjects): boolean {
  const { elements, spots, tags } = page.beside(element);
  const spot = spots.get(element);
  const index = (ofType ? spot?.ofType : spot?.index) ?? 0;
  const count = ofType ? (tags.get(element.tagName) ?? 0) : elements.length;
  const left = (fromLast ? count - index : index + 1) - offset;
  return step === 0 ? left === 0 : left % step === 0 && left / step >= 0;
}

function isCompound(subject: Subject, own: Compound, page: Subjects): boolean {
  const { element, id, classes } = subject;
  if (own.tag !== null && own.tag !== element.tagName) return false;
  if (own.ids.length > 0 && (id === undefined || own.ids.some((one) => one !== id))) return false;
  if (own.classes.length > 0 && !own.classes.every((name) => classes.includes(name))) return false;
  if (own.attributes.length > 0 && !own.attributes.every((attribute) => isAttribute(element, attribute))) return false;
  if (own.isEmpty && element.childNodes.some(({ nodeName }) => nodeName !== "#comment")) return false;
  if (own.places.length > 0 && !own.places.every((place) => isAt(element, place, page))) return false;
  return (
    own.any.every((list) => list.some((one) => isMatch(subject, one, page))) &&
    !own.none.some((one) => isMatch(subject, one, page))
  );
}

/** Attributes whose values are the same in small and capital letters. */
const FOLDED =
  /^(?:align|valign|type|dir|lang|color|bgcolor|face|size|width|height|rel|media|nowrap|hidden|open|checked|selected|border)$/;

function isAttribute({ attrs }: PageElement, { name, sign, value, isFolded }: Attribute): boolean {
  const found = attrs.find((attribute) => attribute.name === name)?.value;
  if (found === undefined) return false;
  const [own, asked] = isFolded ? [found.toLowerCase(), value.toLowerCase()] : [found, value];
  if (sign === null) return true;
  if (sign === "=") return own === asked;
  if (sign === "~=") return own.split(/\s+/).includes(asked);
  if (sign === "|=") return own === asked || own.startsWith(`${asked}-`);
  if (asked === "") return false;
  return sign === "^=" ? own.startsWith(asked) : sign === "$=" ? own.endsWith(asked) : own.includes(asked);
}
