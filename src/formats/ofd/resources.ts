import { attributeOf, type XmlElement } from "../office/xml.js";
import { DIGIT } from "../page/glyphs.js";
import { type Page, UNSAID } from "../page/page.js";
import { childrenOf, firstOf } from "./package.js";

/** Deepest chain of draw parameters that refer to others. */
const MAX_RELATIVES = 8;

/** Bits of a colour component unless stated otherwise. */
export const PLAIN_BITS = 8;

/** Which glyphs of its fonts a file draws for digits: one for each digit, and no other digit's. */
export class DigitGlyphs {
  readonly #byDigit = new Map<string, string>();
  readonly #byGlyph = new Map<string, string>();
  readonly #doubtful = new Set<string>();

  note(font: string, text: string, glyph: string | null | undefined): void {
    if (glyph === undefined || !DIGIT.test(text)) return;
    const key = `${font} ${text}`;
    const drawn = `${font} ${glyph}`;
    const other = this.#byGlyph.get(drawn);
    const isOther = glyph === null || (this.#byDigit.get(key) ?? glyph) !== glyph || (other ?? key) !== key;
    if (isOther) for (const own of [key, other ?? key]) this.#doubtful.add(own);
    if (glyph === null) return;
    this.#byDigit.set(key, glyph);
    this.#byGlyph.set(drawn, key);
  }

  /** Pages with digits whose characters the file does not state. */
  withoutDoubtful(pages: readonly Page[]): readonly Page[] {
    if (this.#doubtful.size === 0) return pages;
    return pages.map((page) => ({
      ...page,
      texts: page.texts.map((text) => (this.#doubtful.has(`${text.font} ${text.text}`) ? { ...text, text: UNSAID } : text)),
    }));
  }
}

/** What objects of a document refer to: drawings that are used several times, and how things are drawn. */
export class Resources {
  readonly #units = new Map<string, XmlElement>();
  readonly #params = new Map<string, XmlElement>();
  readonly #spaces = new Map<string, XmlElement>();
  readonly glyphs = new DigitGlyphs();

  add(root: XmlElement | undefined): void {
    note(this.#units, firstOf(root, "CompositeGraphicUnits"), "CompositeGraphicUnit");
    note(this.#params, firstOf(root, "DrawParams"), "DrawParam");
    note(this.#spaces, firstOf(root, "ColorSpaces"), "ColorSpace");
  }

  unit(id: string | undefined): XmlElement | undefined {
    return this.#units.get(id ?? "");
  }

  /** How many bits a value of a colour has in a space. */
  bitsOf(space: string | undefined): number {
    const known = this.#spaces.get(space ?? "");
    return Number((known === undefined ? undefined : attributeOf(known, "BitsPerComponent")) ?? PLAIN_BITS);
  }

  /** What is said of how an object is drawn: by the object, by what it refers to, or by what its layer refers to. */
  said<T>(object: XmlElement, layer: string | undefined, what: (element: XmlElement) => T | undefined): T | undefined {
    return what(object) ?? this.#saidBy(attributeOf(object, "DrawParam"), what) ?? this.#saidBy(layer, what);
  }

  #saidBy<T>(id: string | undefined, what: (element: XmlElement) => T | undefined): T | undefined {
    let param = this.#params.get(id ?? "");
    for (let depth = 0; param !== undefined && depth < MAX_RELATIVES; depth += 1) {
      const found = what(param);
      if (found !== undefined) return found;
      param = this.#params.get(attributeOf(param, "Relative") ?? "");
    }
    return undefined;
  }
}

function note(known: Map<string, XmlElement>, list: XmlElement | undefined, name: string): void {
  for (const element of childrenOf(list, name)) known.set(attributeOf(element, "ID") ?? "", element);
}
