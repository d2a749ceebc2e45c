import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import type { RunProperties } from "../docx/runProperties.js";
import { isFlat, isLow, USUAL_SIZE } from "../docx/visibility.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

/** What a style states about text, and whether it is shown at all. */
export interface OdfStyle {
  readonly run: RunProperties;
  readonly shown: boolean;
  /** Whether numbers have a format of their own. */
  readonly formatted: boolean;
  /** Whether that format prints any of them as light as paper. */
  readonly light: boolean;
  /** The background of a paragraph, a cell, a row or a table; `null` if it has none. */
  readonly fill: Fill;
  /** Indent of a paragraph in twentieths of a point, that of its first line separately. */
  readonly indent: number;
  readonly firstLine: number;
  /** Whether figures are not seen as they are: repeated over the width of a cell, crossed out by its diagonal, left out in print, in lines or rows that are too low. */
  readonly distorted: boolean;
  /** Whether a shape covers what is below it. */
  readonly covers: boolean;
  /** Whether text wraps around a drawing or is printed over it; `null` if the style does not state it. */
  readonly apart: boolean | null;
  /** Whether its height is counted from its paragraph. */
  readonly fromParagraph: boolean;
  /** Whether lines run from right to left. */
  readonly fromRight: boolean;
  /** Whether a cell is shown only where its sheet is not protected. */
  readonly concealed: boolean;
  /** Other styles that it takes on under a condition. */
  readonly rules: readonly StyleRule[];
}

/** A rule that the style of a cell holds: the style that it takes on, when, and the cell that the condition is written for. */
export interface StyleRule {
  readonly condition: string;
  readonly applied: string;
  readonly base: string;
}

/** The styles of a document, with all that each is based on. */
export type OdfStyles = (family: string, name: string | undefined) => OdfStyle;

/** Longest chain of styles based on one another that is followed. */
const MAX_STYLE_CHAIN = 32;

const PLAIN: OdfStyle = {
  run: {},
  shown: true,
  formatted: false,
  light: false,
  fill: null,
  indent: 0,
  firstLine: 0,
  distorted: false,
  covers: true,
  apart: null,
  fromParagraph: true,
  fromRight: false,
  concealed: false,
  rules: [],
};

/** Finds a style by its family and name. */
export function stylesOf(elements: readonly XmlElement[]): OdfStyles {
  const byName = new Map(
    elements
      .filter(({ name }) => name === "style:style")
      .map((style) => [keyOf(attributeOf(style, "style:family") ?? "", attributeOf(style, "style:name") ?? ""), style]),
  );
  const lightFormats = new Set(
    elements
      .filter((format) => format.name.startsWith("number:") && isLight(format))
      .map((format) => attributeOf(format, "style:name")),
  );
  const pictureFonts = new Set(elements.filter(drawsPictures).map((font) => attributeOf(font, "style:name")));
  // LibreOffice refers to the styles of its rules by their display names.
  const byDisplayName = new Map(
    elements.flatMap((style): readonly (readonly [string, string])[] => {
      const [family = "", name = "", shown] = ["family", "name", "display-name"].map((of) => attributeOf(style, `style:${of}`));
      return style.name !== "style:style" || shown === undefined || byName.has(keyOf(family, shown))
        ? []
        : [[keyOf(family, shown), name]];
    }),
  );
  const known = new Map<string, OdfStyle>();
  const resolve = (family: string, name: string | undefined, chain: number): OdfStyle => {
    if (name === undefined || chain > MAX_STYLE_CHAIN) return PLAIN;
    const key = keyOf(family, byDisplayName.get(keyOf(family, name)) ?? name);
    const element = byName.get(key);
    if (element === undefined) return PLAIN;
    const style =
      known.get(key) ??
      merged(resolve(family, attributeOf(element, "style:parent-style-name"), chain + 1), element, lightFormats);
    const found = pictureFonts.has(style.run.font) ? { ...style, run: { ...style.run, pictures: true } } : style;
    known.set(key, found);
    return found;
  };
  return (family, name) => resolve(family, name, 0);
}

function keyOf(family: string, name: string): string {
  return `${family}/${name}`;
}

/** Whether a declared font is a symbol font; styles refer to it by the name of the declaration. */
function drawsPictures(element: XmlElement): boolean {
  if (element.name !== "style:font-face") return false;
  const family = attributeOf(element, "svg:font-family") ?? "";
  return isPictureFont(family, attributeOf(element, "style:font-charset") === "x-symbol" ? SYMBOLS : undefined);
}

/** Whether a format, or one that it chooses by the sign of a number, prints in a colour that is not seen on paper. */
function isLight(format: XmlElement): boolean {
  const colour = attributeOf(childOf(format, "style:text-properties"), "fo:color")?.slice(1);
  return colour !== undefined && isInvisible(colour, PAPER);
}

function merged(base: OdfStyle, style: XmlElement, lightFormats: ReadonlySet<string | undefined>): OdfStyle {
  const property = (part: string, name: string) => attributeOf(childOf(style, `style:${part}-properties`), name);
  const display = property("table", "table:display");
  const lineHeight = twipsOf(property("paragraph", "fo:line-height"));
  const rowHeight = twipsOf(property("table-row", "style:row-height"));
  const flat = isFlat(rowHeight) || isFlat(twipsOf(property("table-column", "style:column-width")));
  const filled = property("graphic", "draw:fill");
  const behind = property("graphic", "style:run-through") === "background";
  const wrap = property("graphic", "style:wrap");
  const height = property("graphic", "style:vertical-pos");
  const from = property("graphic", "style:vertical-rel");
  const format = attributeOf(style, "style:data-style-name");
  const direction = property("paragraph", "style:writing-mode") ?? property("table-cell", "style:writing-mode");
  const protection = property("table-cell", "style:cell-protect");
  const rules = elementsOf(style).filter(({ name }) => name === "style:map");
  return {
    run: { ...base.run, ...runOf(childOf(style, "style:text-properties")) },
    shown: !flat && (display === undefined ? base.shown : display !== "false"),
    formatted: base.formatted || format !== undefined,
    light: format === undefined ? base.light : lightFormats.has(format),
    fill: fillOf(style) ?? base.fill,
    indent: twipsOf(property("paragraph", "fo:margin-left")) ?? base.indent,
    firstLine: twipsOf(property("paragraph", "fo:text-indent")) ?? base.firstLine,
    covers: behind ? false : filled === undefined ? base.covers : filled !== "none",
    apart: behind ? true : wrap === undefined ? base.apart : wrap !== "run-through",
    fromParagraph:
      height === undefined && from === undefined
        ? base.fromParagraph
        : (height ?? "from-top") === "from-top" && /^(?:paragraph|char|line)/.test(from ?? "paragraph"),
    distorted:
      (lineHeight === null && rowHeight === null ? base.distorted : isLow(lineHeight) || isLow(rowHeight)) ||
      (base.distorted && family(style) === "table-cell") ||
      property("table-cell", "style:repeat-content") === "true" ||
      property("table-cell", "style:print-content") === "false" ||
      isUpsideDown(property("table-cell", "style:rotation-angle")) ||
      ["style:diagonal-bl-tr", "style:diagonal-tl-br"].some((name) => (property("table-cell", name) ?? "none") !== "none"),
    concealed: protection === undefined ? base.concealed : protection === "hidden-and-protected",
    fromRight: direction === undefined ? base.fromRight : FROM_RIGHT.test(direction),
    rules: rules.length === 0 ? base.rules : rules.map(ruleOf),
  };
}

/** Whether text is turned so far that a 6 is seen as a 9. */
function isUpsideDown(angle: string | undefined): boolean {
  const degrees = Number.parseFloat(angle ?? "0") % 360;
  return Math.abs(degrees) > MOST_TURNED && Math.abs(degrees) < 360 - MOST_TURNED;
}

/** Degrees by which figures may be turned. */
const MOST_TURNED = 120;

function family(style: XmlElement): string | undefined {
  return attributeOf(style, "style:family");
}

function ruleOf(map: XmlElement): StyleRule {
  const stated = (name: string): string => attributeOf(map, `style:${name}`) ?? "";
  return { condition: stated("condition"), applied: stated("apply-style-name"), base: stated("base-cell-address") };
}

/** The background that a style states; `null` if it states none. */
function fillOf(style: XmlElement): Fill {
  for (const part of elementsOf(style)) {
    const stated = attributeOf(part, "fo:background-color");
    if (childOf(part, "style:background-image")?.children.length || BY_DRAWING.test(attributeOf(part, "draw:fill") ?? ""))
      return "unknown";
    if (attributeOf(part, "draw:fill") === "solid") return colourOf(attributeOf(part, "draw:fill-color") ?? "") ?? "unknown";
    if (part.name !== "style:text-properties" && stated !== undefined) return colourOf(stated);
  }
  return null;
}

/** Directions of lines that run from right to left. */
const FROM_RIGHT = /^rl(?:-tb)?$/;

/** Backgrounds that are not a single colour. */
const BY_DRAWING = /^(?:gradient|hatch|bitmap)$/;

/** `transparent` means no background. */
function colourOf(stated: string): Fill {
  return /^#([0-9a-f]{6})$/i.exec(stated)?.[1]?.toUpperCase() ?? null;
}

/** Twentieths of a point in the units of lengths. */
const TWIPS: Readonly<Record<string, number>> = { in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, pt: 20, pc: 240, px: 15 };

/** A length in twentieths of a point; `null` where none is stated. */
export function twipsOf(length: string | undefined): number | null {
  const [, number, unit = ""] = /^(-?[\d.]{1,12})([a-z]{2})$/.exec(length ?? "") ?? [];
  const twips = TWIPS[unit];
  return number === undefined || twips === undefined ? null : Number(number) * twips;
}

/** The properties of text in the terms of word processors. */
function runOf(properties: XmlElement | undefined): RunProperties {
  const display = attributeOf(properties, "text:display");
  const line =
    attributeOf(properties, "style:text-line-through-style") ?? attributeOf(properties, "style:text-line-through-type");
  const [shift = ""] = (attributeOf(properties, "style:text-position") ?? "").split(" ");
  const size = sizeOf(attributeOf(properties, "fo:font-size"));
  const scale = /^([\d.]{1,8})%$/.exec(attributeOf(properties, "style:text-scale") ?? "")?.[1];
  const spacing = twipsOf(attributeOf(properties, "fo:letter-spacing"));
  const combined = attributeOf(properties, "style:text-combine");
  const turn = attributeOf(properties, "style:text-rotation-angle");
  const opacity = /^([\d.]{1,8})%$/.exec(attributeOf(properties, "loext:opacity") ?? "")?.[1];
  // The automatic colour takes precedence over a stated one, and is visible whatever the opacity.
  const isAutomatic = attributeOf(properties, "style:use-window-font-color") === "true";
  const colour = isAutomatic ? "auto" : colourOf(attributeOf(properties, "fo:color") ?? "");
  const behind = attributeOf(properties, "fo:background-color");
  const font = attributeOf(properties, "style:font-name") ?? attributeOf(properties, "fo:font-family");
  return {
    ...(display === undefined ? {} : { vanish: display === "none" }),
    ...(line === undefined ? {} : { strike: line !== "none" }),
    ...(shift === ""
      ? {}
      : { align: shift === "super" || shift === "sub" ? shift : "baseline", position: Number.parseFloat(shift) || 0 }),
    ...(size === null ? {} : { size }),
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    ...(spacing === null ? {} : { spacing }),
    ...(combined === undefined && turn === undefined ? {} : { combined: combined === "lines" || Number(turn ?? 0) !== 0 }),
    ...(colour === null ? {} : { colour }),
    // Programs without support for opacity show it nevertheless.
    ...(isAutomatic || opacity !== undefined
      ? { partlyHidden: !isAutomatic && opacity !== undefined && Number(opacity) <= LEAST_OPACITY }
      : {}),
    ...(behind === undefined ? {} : { fill: colourOf(behind) }),
    ...(font === undefined ? {} : { font }),
  };
}

/** Percent of opacity up to which nothing is seen. */
const LEAST_OPACITY = 5;

/** The number of the charset of fonts of symbols. */
const SYMBOLS = 2;

/** Half points of a font size; a share is that of a usual size, since only the smallest matter. */
function sizeOf(stated: string | undefined): number | null {
  const share = /^([\d.]{1,8})%$/.exec(stated ?? "")?.[1];
  if (share !== undefined) return (Number(share) / 100) * USUAL_SIZE;
  const twips = twipsOf(stated);
  return twips === null ? null : twips / 10;
}
