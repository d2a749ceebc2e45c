import { readColour } from "./colour.js";
import { type Declarations, type Declared, readDeclarations } from "./declarations.js";
import { DEFAULT_SIZE } from "./length.js";
import { attributeOf, type PageElement } from "./parseHtml.js";
import { unescaped } from "./scan.js";
import { type Frames, nameOfFrames, outdone, type Styled, StyleSheet } from "./styleSheet.js";
import {
  type ElementLook,
  elementLook,
  fontSize,
  isDoubtful,
  isObscured,
  isSeen,
  isTiny,
  type Kind,
  type Look,
} from "./visibility.js";

/** How an element looks, and what is printed of it that is not in the page. */
export interface StyledElement extends ElementLook {
  /** What the style sheet prints before or behind it: nothing, a mark, or what may be a figure. */
  readonly generated: "nothing" | "mark" | "figure";
  /** Whether it makes a box before or behind it, be it an empty one. */
  readonly makesBox: boolean;
}

/** A presentational attribute, for one tag or for any, and the declaration that it maps to. */
interface OldStyle {
  readonly tag: string | null;
  readonly css: (value: string, size: number) => string;
}

const ATTRIBUTES: ReadonlyMap<string, OldStyle> = /* @__PURE__ */ new Map<string, OldStyle>([
  ["bgcolor", { tag: null, css: (value) => `background-color:${oldColour(value)};` }],
  ["background", { tag: null, css: () => "background-image:url();" }],
  ["dir", { tag: null, css: (value) => `direction:${safe(value)};` }],
  ["href", { tag: "a", css: () => "color:linktext;" }],
  ["color", { tag: "font", css: (value) => `color:${oldColour(value)};` }],
  ["face", { tag: "font", css: (value) => `font-family:${safe(value)};` }],
  ["size", { tag: "font", css: (value, size) => `font-size:${fontSize(value) ?? size}px;` }],
  ["text", { tag: "body", css: (value) => `color:${oldColour(value)};` }],
]);

/** The value of an attribute without the signs that mean something in a style. */
const safe = (value: string): string => value.replace(/[;:!{}()\\'"/]/g, " ");

/** A colour of a presentational attribute: a name, or digits with or without a `#`; any other character counts as 0. */
function oldColour(value: string): string {
  const name = value.trim().toLowerCase();
  if (/^#[\da-f]{3}$/.test(name) || /^[a-z]+$/.test(name)) {
    if (name.startsWith("#") || (readColour(name) !== null && name !== "transparent")) return name;
  }
  const digits = name
    .replace(/^#/, "")
    .slice(0, 128)
    .replace(/[^\da-f]/g, "0");
  const length = Math.max(1, Math.ceil(digits.length / 3));
  const parts = [0, 1, 2].map((part) =>
    digits
      .padEnd(length * 3, "0")
      .slice(part * length, (part + 1) * length)
      .slice(-8),
  );
  const empty = parts[0]?.length ?? 0;
  let from = 0;
  while (empty - from > 2 && parts.every((part) => part[from] === "0")) from += 1;
  return `#${parts.map((part) => part.slice(from, from + 2).padStart(2, "0")).join("")}`;
}

const NOTHING: Declarations = new Map();

/** Tags of elements that are not inline. */
const BOXES = new Set(
  "html body table caption div p center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre form fieldset legend figure figcaption section article header footer main address details summary dialog hr menu listing xmp button".split(
    " ",
  ),
);
const PARTS = new Set(["td", "th", "tr", "tbody", "thead", "tfoot"]);
const FIELDS = new Set(["input", "select", "textarea"]);

function kindOf(tagName: string): Kind {
  if (PARTS.has(tagName)) return "part";
  return FIELDS.has(tagName) ? "field" : BOXES.has(tagName) ? "box" : "line";
}

/** What a browser makes of some tags. */
const TAGS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries({
    small: "font-size:smaller;",
    big: "font-size:larger;",
    mark: "color:black;background-color:yellow;",
    pre: "white-space:pre;",
    listing: "white-space:pre;",
    xmp: "white-space:pre;",
    ol: "list-style-type:decimal;",
    ul: "list-style-type:disc;",
    menu: "list-style-type:disc;",
    dir: "list-style-type:disc;",
    del: "text-decoration-line:line-through;",
    s: "text-decoration-line:line-through;",
    strike: "text-decoration-line:line-through;",
    dialog: "position:absolute;",
    bdo: "unicode-bidi:bidi-override;",
    bdi: "unicode-bidi:isolate;",
  }),
);

/** Decides what of a page is visible: by element, by `style`, by class, and by the style sheets of the page. */
export class Styler {
  readonly #sheet: StyleSheet;
  readonly #inline = new Map<string, Declarations>();
  /** What layers of declarations make together, and what declarations make of text of a certain look: pages repeat themselves. */
  readonly #together = new Map<Declarations, Map<Declarations, Declarations>>();
  readonly #known: Readonly<Record<Kind, Map<Declarations, Map<Look, StyledElement>>>> = {
    line: new Map(),
    box: new Map(),
    field: new Map(),
    part: new Map(),
  };
  readonly #askedFor = new Map<Declarations, Declarations>();
  /** The last element of each tag: the next one usually has the same style. */
  readonly #last = new Map<string, AskedFor>();
  readonly #isPlain: boolean;
  /** The size of letters of the page itself, in which `rem` counts. */
  #rootSize = DEFAULT_SIZE;

  constructor(sheets: readonly PageElement[], isQuirky: boolean) {
    this.#sheet = new StyleSheet(isQuirky);
    for (const sheet of sheets) {
      const type = attributeOf(sheet, "type")?.trim().toLowerCase() ?? "";
      if (type !== "" && type !== "text/css") continue;
      const css = sheet.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
      this.#sheet.add(css, attributeOf(sheet, "media") ?? "");
    }
    this.#isPlain = this.#sheet.isEmpty;
  }

  /**
   * The style of an element within text of a given style; `null` if it is the same. `asked`: what would be seen if a rule
   * that only may hold did or did not is asked of the element, of a table that may be in it, or not at all.
   */
  style(element: PageElement, outer: Look, asked: Asked): StyledElement | null {
    const { attrs, tagName } = element;
    const sheet = this.#isPlain ? null : this.#sheet.of(element);
    const last = this.#last.get(tagName);
    if (last?.outer === outer && last.asked === asked && last.sheet === sheet && isSame(last.attrs, attrs)) return last.styled;
    const styled = this.#styleOf(element, sheet, outer, asked);
    if (tagName === "html" && styled !== null) this.#rootSize = styled.look.size;
    this.#last.set(tagName, { attrs, sheet, outer, asked, styled });
    return styled;
  }

  #styleOf(element: PageElement, sheet: Styled | null, outer: Look, asked: Asked): StyledElement | null {
    const { attrs, tagName } = element;
    let inline: Declarations = NOTHING;
    let old = TAGS.get(tagName) ?? "";
    let isHidden = tagName === "dialog";
    for (const { name, value } of attrs) {
      if (name === "style") inline = this.#declarationsIn(value);
      else if (name === "hidden" && value.toLowerCase() === "until-found") old += "content-visibility:hidden;";
      else if (name === "hidden") isHidden = true;
      else if (name === "popover") {
        isHidden = true;
        old += "position:fixed;";
      } else if (name === "open" && tagName === "dialog") isHidden = false;
      else {
        const own = ATTRIBUTES.get(name);
        if (own !== undefined && (own.tag === null || own.tag === tagName)) old += own.css(value, outer.size);
      }
    }
    if (sheet === null && old === "" && inline === NOTHING && !isHidden) return null;
    const kind = kindOf(tagName);
    const isSettled = asked === "nothing" || (!hasVariables(inline) && !inline.has("animation-name"));
    if (sheet === null && old === "" && !isHidden && isSettled) return this.#lookOf(outer, inline, kind);
    const lowest = old === "" ? NOTHING : this.#declarationsIn(old);
    const layered = (own: Declarations): Declarations => this.#outdone(this.#outdone(lowest, own), inline);
    const declared = layered(sheet?.likely ?? NOTHING);
    const likely = asked === "what is in it" ? this.#withoutUnknown(declared) : declared;
    const look = this.#lookOf(outer, likely, kind);
    if (isHidden && likely.has("all")) return { ...look, doubtful: true };
    if (isHidden && !likely.has("display")) return { ...look, ...GONE };
    const variants = asked === "nothing" ? [] : (sheet?.variants.map(layered) ?? []);
    const isUncertain = asked !== "nothing" && this.#isUncertain(look, outer, kind, likely, variants, SAMENESS[asked]);
    const printed = sheet === null ? UNPRINTED : this.#printedBy(sheet, element, look.look);
    if (!isUncertain && printed === UNPRINTED) return look;
    if (isUncertain && asked === "what is in it") return { ...look, spoils: true, ...printed };
    return { ...look, gone: look.gone && !isUncertain, doubtful: look.doubtful || isUncertain, ...printed };
  }

  /** Whether an element would be seen in another way if what only may hold did or did not, or if a value is not known. */
  #isUncertain(
    look: ElementLook,
    outer: Look,
    kind: Kind,
    likely: Declarations,
    variants: readonly Declarations[],
    isSame: (one: ElementLook, other: ElementLook) => boolean,
  ): boolean {
    const others = hasVariables(likely) ? [...variants, withoutVariables(likely)] : [...variants];
    if (isSame === isAlikeInside) others.push(...this.#animated(likely));
    this.#sheet.step(others.length * STEPS_OF_A_LOOK);
    return others.some((declarations) => !isSame(look, this.#lookOf(outer, declarations, kind)));
  }

  /** Declarations without those that use an undeclared custom property. */
  #withoutUnknown(declarations: Declarations): Declarations {
    if (!hasVariables(declarations)) return declarations;
    let known = this.#askedFor.get(declarations);
    if (known === undefined) {
      const isKnown = (value: string): boolean =>
        [...value.matchAll(VARIABLE)].every(([, name = "", instead]) => instead !== undefined || this.#sheet.variables.has(name));
      known = new Map([...declarations].filter(([, { value }]) => isKnown(value)));
      this.#askedFor.set(declarations, known);
    }
    return known;
  }

  /** What animations of the page make of declarations. */
  #animated(declarations: Declarations): readonly Declarations[] {
    const says = (name: string, words: RegExp): boolean => words.test(declarations.get(name)?.value ?? "");
    const isEndless = says("animation-iteration-count", /infinite/) || says("animation-play-state", /paused/);
    if (!isEndless && !says("animation-fill-mode", /forwards|both/)) return [];
    return this.#animationsIn(declarations).map(({ end, any }) => new Map([...declarations, ...(isEndless ? any : end)]));
  }

  #animationsIn(declarations: Declarations): readonly Frames[] {
    const value = declarations.get("animation-name")?.value;
    if (value === undefined || this.#sheet.frames.size === 0) return [];
    return value
      .split(/[\s,]+/)
      .map((word) => this.#sheet.frames.get(nameOfFrames(word)))
      .filter((frames) => frames !== undefined);
  }

  #lookOf(outer: Look, declarations: Declarations, kind: Kind): StyledElement {
    let byLook = this.#known[kind].get(declarations);
    if (byLook === undefined) {
      byLook = new Map();
      this.#known[kind].set(declarations, byLook);
    }
    let known = byLook.get(outer);
    if (known === undefined) {
      known = { ...elementLook(outer, this.#resolved(declarations), kind), ...UNPRINTED };
      byLook.set(outer, known);
    }
    return known;
  }

  #outdone(lower: Declarations, higher: Declarations): Declarations {
    if (higher.size === 0) return lower;
    if (lower.size === 0) return higher;
    let byHigher = this.#together.get(lower);
    if (byHigher === undefined) {
      byHigher = new Map();
      this.#together.set(lower, byHigher);
    }
    let known = byHigher.get(higher);
    if (known === undefined) {
      known = outdone([lower, higher]);
      byHigher.set(higher, known);
    }
    return known;
  }

  #declarationsIn(style: string): Declarations {
    let known = this.#inline.get(style);
    if (known === undefined) {
      known = readDeclarations(style);
      for (const [name, { value }] of known) if (name.startsWith("--")) this.#sheet.note(name, value);
      this.#inline.set(style, known);
    }
    return known;
  }

  /** Declarations with the values of the page's own properties, with the fonts that it brings along named as pictures, and without animations that there are not. */
  #resolved(written: Declarations): Declarations {
    const isIdle = written.has("animation-name") && this.#animationsIn(written).length === 0;
    const declarations = isIdle ? new Map([...written].filter(([name]) => name !== "animation-name")) : written;
    const family = declarations.get("font-family");
    const brought = family !== undefined && [...this.#sheet.fonts].some((font) => family.value.includes(font));
    const ofRoot = this.#rootSize !== DEFAULT_SIZE && [...declarations.values()].some(({ value }) => value.includes("rem"));
    if (!brought && !ofRoot && !hasVariables(declarations)) return declarations;
    const resolved = new Map<string, Declared>();
    for (const [name, own] of declarations) {
      const value = this.#substituted(own.value);
      resolved.set(name, {
        ...own,
        value: ofRoot ? value.replace(REM, (_, number) => `${(Number(number) * this.#rootSize).toFixed(4)}px`) : value,
      });
    }
    if (brought) resolved.set("font-family", { value: "symbol", important: false });
    return resolved;
  }

  /** A value with the values that the page gives its own properties; one that is not known stays as it is written. */
  #substituted(written: string): string {
    let value = written;
    for (let round = 0; round < MOST_ROUNDS && value.includes("var("); round += 1) {
      value = value.replace(VARIABLE, (whole, name: string, instead: string | undefined) => {
        const known = this.#sheet.variables.get(name);
        return known === null ? whole : (known ?? instead?.trim() ?? whole);
      });
    }
    return value;
  }

  #printedBy({ before, after }: Styled, element: PageElement, look: Look): Pick<StyledElement, "generated" | "makesBox"> {
    if (before.likely.size + before.variants.length + after.likely.size + after.variants.length === 0) return UNPRINTED;
    this.#sheet.step((2 + before.variants.length + after.variants.length) * STEPS_OF_A_LOOK);
    let generated: StyledElement["generated"] = "nothing";
    let makesBox = false;
    for (const said of [before, after]) {
      for (const declarations of [said.likely, ...said.variants]) {
        const printed = this.#contentOf(declarations, element, look);
        if (printed === null) continue;
        makesBox = true;
        if (MARK.test(printed)) generated = FIGURE.test(printed) ? "figure" : generated === "figure" ? generated : "mark";
      }
    }
    return generated === "nothing" && !makesBox ? UNPRINTED : { generated, makesBox };
  }

  /** What is printed by declarations; `null` where nothing is, not even a box. Objects and what is not known are a `0`. */
  #contentOf(declarations: Declarations, element: PageElement, outer: Look): string | null {
    const own = this.#resolved(declarations);
    const content = own.get("content")?.value;
    if (content === undefined || /^(?:none|normal|initial|inherit|unset|revert)$/.test(content)) return null;
    if (content.length > LONGEST_CONTENT) return "0";
    const { look, gone } = elementLook(outer, new Map([...own].filter(([name]) => name !== "content")), "line");
    if (gone) return null;
    const text = content
      .replace(/\battr\(\s*([\w-]+)\s*\)/g, (_, name: string) => `"${(attributeOf(element, name) ?? "").replace(/["\\]/g, "'")}"`)
      .replace(
        /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|\/[\s\S]*$|[^\s"']+/g,
        (piece, double: string | undefined, single: string | undefined) => {
          if (piece.startsWith("/")) return "";
          return double === undefined && single === undefined ? "0" : unescaped(double ?? single ?? "");
        },
      );
    return isSeen(look, text) || isDoubtful(look, text) || isTiny(look) ? text : "";
  }
}

const UNPRINTED = { generated: "nothing", makesBox: false } as const;
const GONE = { gone: true, doubtful: false, ...UNPRINTED } as const;

/** What can be seen of a text, and what in it may be part of a figure. */
const MARK = /[^\s\p{Cf}\p{Zs}]/u;
const FIGURE = /[\p{N}〇零一二三四五六七八九十百千万亿%‰.．,，+\-−－—]/u;

/** Longest content whose parts are looked at. */
const LONGEST_CONTENT = 1_000;

const REM = /(?<![\w.#-])(-?(?:\d+(?:\.\d+)?|\.\d+))rem\b/g;

const VARIABLE = /var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)/g;
const MOST_ROUNDS = 4;

/** What it costs to find out how something looks, in steps of finding out which rule holds. */
const STEPS_OF_A_LOOK = 10;

function hasVariables(declarations: Declarations): boolean {
  if (declarations.size === 0) return false;
  for (const [, { value }] of declarations) if (value.includes("var(")) return true;
  return false;
}

/** What holds where the properties that a page made itself are not set. */
function withoutVariables(declarations: Declarations): Declarations {
  return new Map([...declarations].filter(([, { value }]) => !value.includes("var(")));
}

/** Whether what is seen of an element is the same. */
function isAlike(one: ElementLook, other: ElementLook): boolean {
  return (
    one.raised === other.raised &&
    one.moved === other.moved &&
    one.reversed === other.reversed &&
    one.doubtful === other.doubtful &&
    isAlikeInside(one, other)
  );
}

/** Whether what is seen of a table in an element is the same. */
function isAlikeInside(one: ElementLook, other: ElementLook): boolean {
  const [own, look] = [one.look, other.look];
  return (
    one.gone === other.gone &&
    one.spoils === other.spoils &&
    own.struck === look.struck &&
    own.hidden === look.hidden &&
    own.contrast === look.contrast &&
    own.pictures === look.pictures &&
    own.leftwards === look.leftwards &&
    own.kept === look.kept &&
    isObscured(own) === isObscured(look) &&
    own.room === look.room &&
    isTiny(own) === isTiny(look)
  );
}

/** All that it depends on how an element looks, and how it does. */
interface AskedFor {
  readonly attrs: PageElement["attrs"];
  readonly sheet: Styled | null;
  readonly outer: Look;
  readonly asked: Asked;
  readonly styled: StyledElement | null;
}

function isSame(one: PageElement["attrs"], other: PageElement["attrs"]): boolean {
  if (one.length !== other.length) return false;
  return one.every(({ name, value }, i) => other[i]?.name === name && other[i]?.value === value);
}

/** What may be queried of an element whose style is uncertain. */
type Asked = "nothing" | "what is in it" | "all";
const SAMENESS = { "what is in it": isAlikeInside, all: isAlike } as const;
