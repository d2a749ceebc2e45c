import { type Fill, isPictureFont } from "../colours.js";
import type { Package } from "../office/parts.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { fillOf, isOnValue, type RunProperties, readRunProperties, TOGGLES, toggle } from "./runProperties.js";

/** What a style states, with what the styles state that it is based on. */
export interface Style {
  readonly run: RunProperties;
  /** The background of the paragraph or the table. */
  readonly fill: Fill;
  /** Twentieths of a point of lines whose height is exact. */
  readonly exactLine: number | null;
  readonly indents: Indents;
  /** Whether lines run from right to left. */
  readonly fromRight: boolean;
  /** The list that paragraphs of the style are numbered in: its id and level. */
  readonly list: ListLevel | null;
  /** What it states of parts of a table, such as its first row. */
  readonly parts: ReadonlyMap<string, PartStyle>;
}

/** What a style of tables states of a part of one. */
export interface PartStyle {
  readonly run: RunProperties;
  /** The background of the part; absent if the style does not shade it. */
  readonly fill?: Fill;
}

/** A level of a list. */
export interface ListLevel {
  readonly id: string;
  readonly level: string;
}

/** Kinds of style by what they apply to. */
type Target = "paragraph" | "character" | "table";

const NO_STYLE: Style = {
  run: {},
  fill: null,
  exactLine: null,
  indents: { left: 0, first: 0 },
  fromRight: false,
  list: null,
  parts: new Map(),
};

/** The styles of a Word file, and its lists. Asking costs the same however long the chains of styles based on one another are. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  readonly #default: Partial<Record<Target, string>> = {};
  readonly #runs = new Map<string, RunProperties>();
  readonly #defaults: RunProperties;
  readonly #printed: ReadonlySet<string>;
  readonly #pictureFonts: ReadonlySet<string>;

  constructor(document: Package) {
    const parts = document.relationships(document.main);
    const rootOf = (kind: string) => {
      const part = parts.find(({ type }) => type === kind)?.part;
      return part === undefined ? null : document.xml(part);
    };
    const root = rootOf("styles");
    for (const style of root === null ? [] : elementsOf(root)) {
      if (style.name !== "w:style") continue;
      const key = `${attributeOf(style, "w:type") ?? "paragraph"} ${attributeOf(style, "w:styleId") ?? ""}`;
      if (!this.#elements.has(key)) this.#elements.set(key, style);
      if (isOnValue(attributeOf(style, "w:default"))) {
        const target = targetOf(attributeOf(style, "w:type"));
        if (target !== null) this.#default[target] ??= attributeOf(style, "w:styleId") ?? "";
      }
    }
    const defaults = childOf(childOf(root ?? undefined, "w:docDefaults"), "w:rPrDefault");
    this.#defaults = readRunProperties(childOf(defaults, "w:rPr"));
    this.#printed = printedLevels(rootOf("numbering"));
    this.#pictureFonts = pictureFonts(rootOf("fontTable"));
  }

  /** Whether the file declares a font as a symbol font. */
  draws(font: string): boolean {
    return this.#pictureFonts.has(font);
  }

  /** A style by its id, or the one that applies where none is named. */
  style(target: Target, id: string | undefined): Style {
    const own = id ?? this.#default[target];
    return own === undefined ? NO_STYLE : this.#resolve(target, own);
  }

  /** What the styles of a table with its parts, a paragraph and a run together state of the run; of the parts the first goes before the others. */
  runOf({ style, parts }: TablePlace, paragraph: string | undefined, character: string | undefined): RunProperties {
    const key = `${style ?? ""}\n${parts.join(" ")}\n${paragraph ?? ""}\n${character ?? ""}`;
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const table = this.style("table", style);
    const partRuns = parts.map((part) => table.parts.get(part)?.run ?? {}).reverse();
    const levels: readonly RunProperties[] = [
      Object.assign({}, table.run, ...partRuns),
      this.style("paragraph", paragraph).run,
      this.style("character", character).run,
    ];
    const merged: RunProperties = Object.assign({}, this.#defaults, ...levels);
    const toggled: Partial<Record<(typeof TOGGLES)[number], boolean>> = {};
    for (const name of TOGGLES) {
      const odd = levels.filter((level) => level[name] === true).length % 2 === 1;
      toggled[name] = odd || this.#defaults[name] === true;
    }
    const run = { ...merged, ...toggled };
    this.#runs.set(key, run);
    return run;
  }

  /** Whether a level of a list prints a number or a sign before its paragraphs. */
  prints({ id, level }: ListLevel): boolean {
    return this.#printed.has(`${id} ${level}`);
  }

  #resolve(target: Target, id: string): Style {
    const chain: string[] = [];
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !this.#resolved.has(`${target} ${at}`) && !seen.has(at)) {
      chain.push(at);
      seen.add(at);
      at = attributeOf(childOf(this.#elements.get(`${target} ${at}`), "w:basedOn"), "w:val");
    }
    let style = (at === undefined ? undefined : this.#resolved.get(`${target} ${at}`)) ?? NO_STYLE;
    for (const own of chain.reverse()) {
      style = extended(style, this.#elements.get(`${target} ${own}`));
      this.#resolved.set(`${target} ${own}`, style);
    }
    return style;
  }
}

function pictureFonts(root: XmlElement | null): ReadonlySet<string> {
  const fonts = root === null ? [] : elementsOf(root);
  const named = fonts.map((font) => ({
    name: attributeOf(font, "w:name") ?? "",
    charset: Number.parseInt(attributeOf(childOf(font, "w:charset"), "w:val") ?? "", 16),
  }));
  return new Set(named.filter(({ name, charset }) => isPictureFont(name, charset)).map(({ name }) => name));
}

/** A position in a table: the id of its style, and the parts of the style that apply there. */
export interface TablePlace {
  readonly style: string | undefined;
  readonly parts: readonly string[];
}

function targetOf(type: string | undefined): Target | null {
  return type === "paragraph" || type === "character" || type === "table" ? type : null;
}

function extended(base: Style, element: XmlElement | undefined): Style {
  if (element === undefined) return base;
  const paragraph = childOf(element, "w:pPr");
  const parts = elementsOf(element).filter(({ name }) => name === "w:tblStylePr");
  const whole = parts.find((part) => attributeOf(part, "w:type") === "wholeTable");
  const shading =
    childOf(paragraph, "w:shd") ??
    childOf(childOf(whole, "w:tcPr"), "w:shd") ??
    childOf(childOf(element, "w:tcPr"), "w:shd") ??
    tableShading(element);
  return {
    run: { ...base.run, ...readRunProperties(childOf(element, "w:rPr")), ...readRunProperties(childOf(whole, "w:rPr")) },
    fill: shading === undefined ? base.fill : fillOf(shading),
    exactLine: exactLineOf(paragraph) ?? base.exactLine,
    indents: indentsOf(paragraph, base.indents),
    fromRight: toggle(paragraph, "w:bidi") ?? base.fromRight,
    list: listOf(paragraph, base.list),
    parts: parts.length === 0 ? base.parts : new Map([...base.parts, ...parts.flatMap((part) => partStyle(part, base))]),
  };
}

function tableShading(element: XmlElement): XmlElement | undefined {
  return childOf(childOf(element, "w:tblPr"), "w:shd");
}

/** Parts of a table that a style may shade separately; the banded ones are combined as `band`. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["firstRow", "firstRow"],
  ["lastRow", "lastRow"],
  ["firstCol", "firstColumn"],
  ["lastCol", "lastColumn"],
  ["band1Horz", "band"],
  ["band2Horz", "band"],
  ["band1Vert", "band"],
  ["band2Vert", "band"],
]);

function partStyle(part: XmlElement, base: Style): readonly (readonly [string, PartStyle])[] {
  const name = PARTS.get(attributeOf(part, "w:type") ?? "");
  if (name === undefined) return [];
  const shading = childOf(childOf(part, "w:tcPr"), "w:shd");
  const upper = base.parts.get(name);
  const fill = shading === undefined ? upper?.fill : name === "band" ? "unknown" : fillOf(shading);
  const run = { ...upper?.run, ...readRunProperties(childOf(part, "w:rPr")) };
  return [[name, fill === undefined ? { run } : { run, fill }]];
}

/** The exact line height of a paragraph in twentieths of a point; 0 if it is not exact. */
export function exactLineOf(properties: XmlElement | undefined): number | null {
  const spacing = childOf(properties, "w:spacing");
  if (attributeOf(spacing, "w:lineRule") === undefined) return null;
  return attributeOf(spacing, "w:lineRule") === "exact" ? Number(attributeOf(spacing, "w:line") ?? 0) : 0;
}

/** Indent of a paragraph in twentieths of a point, and the additional indent of its first line. */
export interface Indents {
  readonly left: number;
  readonly first: number;
}

/** Twentieths of a point in a hundredth of a usual sign. */
export const HUNDREDTH_SIGN = 2.1;

/** The indents of a paragraph; what it does not state is inherited. Those that count signs go before those that measure. */
export function indentsOf(properties: XmlElement | undefined, inherited: Indents): Indents {
  const indents = childOf(properties, "w:ind");
  if (indents === undefined) return inherited;
  const stated = (name: string): number | undefined => {
    const signs = Number(attributeOf(indents, `w:${name}Chars`) ?? 0) * HUNDREDTH_SIGN;
    const length = attributeOf(indents, `w:${name}`);
    return signs !== 0 ? signs : length === undefined ? undefined : Number(length);
  };
  const hanging = stated("hanging");
  return {
    left: stated("left") ?? stated("start") ?? inherited.left,
    first: hanging === undefined ? (stated("firstLine") ?? inherited.first) : -hanging,
  };
}

/** The list of a paragraph, from its properties or else from its style. Number 0 means no list. */
export function listOf(properties: XmlElement | undefined, inherited: ListLevel | null): ListLevel | null {
  const numbering = childOf(properties, "w:numPr");
  if (numbering === undefined) return inherited;
  const id = attributeOf(childOf(numbering, "w:numId"), "w:val") ?? inherited?.id ?? "0";
  const level = attributeOf(childOf(numbering, "w:ilvl"), "w:val") ?? inherited?.level ?? "0";
  return id === "0" ? null : { id, level };
}

/** Levels of lists that print something, as `id level`. */
function printedLevels(root: XmlElement | null): ReadonlySet<string> {
  const printed = new Set<string>();
  if (root === null) return printed;
  const levelsOf = (element: XmlElement): readonly XmlElement[] =>
    elementsOf(element)
      .filter(({ name }) => name === "w:lvl")
      .slice(0, LEVELS);
  const lists = new Map<string, readonly XmlElement[]>();
  for (const element of elementsOf(root)) {
    if (element.name === "w:abstractNum") lists.set(attributeOf(element, "w:abstractNumId") ?? "", levelsOf(element));
  }
  for (const number of elementsOf(root)) {
    if (number.name !== "w:num") continue;
    const id = attributeOf(number, "w:numId") ?? "";
    const own = elementsOf(number).flatMap(levelsOf);
    const list = lists.get(attributeOf(childOf(number, "w:abstractNumId"), "w:val") ?? "");
    for (const level of [...(list ?? []), ...own]) {
      const key = `${id} ${attributeOf(level, "w:ilvl") ?? "0"}`;
      if (levelPrints(level)) printed.add(key);
      else printed.delete(key);
    }
    // A list that takes its levels from a list style has none itself; it is assumed to print numbers.
    if (list?.length === 0) for (let i = 0; i < LEVELS; i += 1) printed.add(`${id} ${i}`);
  }
  return printed;
}

/** Levels that a list of Word has. */
const LEVELS = 9;

function levelPrints(level: XmlElement): boolean {
  if (childOf(level, "w:lvlPicBulletId") !== undefined) return true;
  if (attributeOf(childOf(level, "w:numFmt"), "w:val") === "none") return /\S/.test(textOfLevel(level).replace(/%\d/g, ""));
  return textOfLevel(level) !== "" && toggle(childOf(level, "w:rPr"), "w:vanish") !== true;
}

function textOfLevel(level: XmlElement): string {
  return attributeOf(childOf(level, "w:lvlText"), "w:val") ?? "";
}
