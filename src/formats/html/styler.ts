import { type Declarations, type Declared, readDeclarations } from "./declarations.js";
import type { PageElement } from "./parseHtml.js";
import { StyleSheet } from "./styleSheet.js";
import { colourOf, type ElementLook, elementLook, fontSize, type Look } from "./visibility.js";

/** How an element looks, and whether that is not certain. */
export interface StyledElement extends ElementLook {
  /** Something is printed, or may be hidden, that cannot be told from the page. */
  readonly doubtful: boolean;
}

/** Attributes that are styles of an older time, by the property that they stand for. */
const ATTRIBUTES: Readonly<Record<string, string>> = { bgcolor: "background-color", background: "background" };

const NOTHING: Declarations = new Map();

/** What may be declared of an element that hides it, strikes it out or sets it apart. */
const HIDING = /display|visibility|decoration|vertical|size|opacity|color|indent|margin|hide|clip|transform|position/;

/** The one place that knows what of a page is seen: by element, by `style`, by class, and by the sheets of the page. */
export class Styler {
  readonly #sheet = new StyleSheet();
  readonly #inline = new Map<string, Declarations>();
  /** What declarations make of text of a certain look: pages say the same of many elements. */
  readonly #known = new Map<Declarations, Map<Look, StyledElement>>();
  readonly #isPlain: boolean;

  constructor(sheets: readonly PageElement[]) {
    for (const { childNodes } of sheets) {
      for (const node of childNodes) if ("value" in node) this.#sheet.add(node.value);
    }
    this.#isPlain = this.#sheet.isEmpty;
  }

  /** How an element looks in text of a certain look; `null` where it looks as that does. */
  style(element: PageElement, outer: Look): StyledElement | null {
    const { attrs, tagName } = element;
    let inline: Declarations = NOTHING;
    let old: Map<string, Declared> | null = null;
    let classes: readonly string[] = NO_CLASSES;
    let id: string | undefined;
    let isGone = false;
    const stand = (property: string, value: string): void => {
      old ??= new Map();
      old.set(property, { value, important: false });
    };
    for (const { name, value } of attrs) {
      if (name === "style") inline = this.#declarationsIn(value);
      else if (name === "class") {
        if (!this.#isPlain) classes = value.split(/\s+/).slice(0, MOST_CLASSES);
      } else if (name === "id") id = value;
      else if (name === "hidden") isGone = true;
      else if (name === "color" && tagName === "font") stand("color", colourOf(value) === null ? "black" : value);
      else if (name === "size" && tagName === "font") stand("font-size", `${fontSize(value) ?? outer.size}px`);
      else {
        const property = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
        if (property !== undefined) stand(property, name === "background" ? "url(" : value.toLowerCase());
      }
    }
    if (tagName === "small") stand("font-size", "smaller");
    const sheet = this.#isPlain ? null : this.#sheet.of(element, id, classes);
    const own = together(old ?? NOTHING, sheet?.declared ?? NOTHING, inline);
    const doubtful =
      sheet !== null &&
      ((sheet.perhaps !== null && [...sheet.perhaps.keys()].some((name) => HIDING.test(name))) ||
        (isFigure(sheet.generated) && !isRaised(own)));
    if (isGone && !own.has("display")) return { ...elementLook(outer, own), gone: true, doubtful: false };
    if (own.size === 0 && !doubtful) return null;
    if (own === inline && !doubtful) return this.#knownLook(outer, inline);
    return { ...elementLook(outer, own), doubtful };
  }

  #knownLook(outer: Look, inline: Declarations): StyledElement {
    let byLook = this.#known.get(inline);
    if (byLook === undefined) {
      byLook = new Map();
      this.#known.set(inline, byLook);
    }
    let known = byLook.get(outer);
    if (known === undefined) {
      known = { ...elementLook(outer, inline), doubtful: false };
      byLook.set(outer, known);
    }
    return known;
  }

  #declarationsIn(style: string): Declarations {
    let known = this.#inline.get(style);
    if (known === undefined) {
      known = readDeclarations(style);
      this.#inline.set(style, known);
    }
    return known;
  }
}

const NO_CLASSES: readonly string[] = [];

/** Most classes of an element that are looked at. */
const MOST_CLASSES = 100;

/** Content that is made by the style sheet and raised or lowered is a note beside the figure, and kept apart as such. */
function isRaised(own: Declarations): boolean {
  return /^(?:super|sub)$/.test(own.get("vertical-align")?.value ?? "");
}

function isFigure(content: string | null): boolean {
  return content !== null && /\d|attr\(|counters?\(|url\(/.test(content);
}

/** Later ones win, unless an earlier one is important. */
function together(old: Declarations, sheet: Declarations, inline: Declarations): Declarations {
  if (old.size === 0 && sheet.size === 0) return inline;
  if (inline.size === 0 && old.size === 0) return sheet;
  const all = new Map<string, Declared>(old);
  for (const layer of [sheet, inline]) {
    for (const [name, own] of layer) if (all.get(name)?.important !== true || own.important) all.set(name, own);
  }
  return all;
}
