import type { RunProperties } from "../docx/runProperties.js";
import { attributeOf, childOf, type XmlElement } from "../office/xml.js";

/** What a style says of text, and whether what has it is shown at all. */
export interface OdfStyle {
  readonly run: RunProperties;
  readonly shown: boolean;
  /** Whether numbers have a format of their own. */
  readonly formatted: boolean;
}

/** The styles of a document, with all that each is based on. */
export type OdfStyles = (family: string, name: string | undefined) => OdfStyle;

/** Longest chain of styles based on one another that is followed. */
const MAX_STYLE_CHAIN = 32;

const PLAIN: OdfStyle = { run: {}, shown: true, formatted: false };

/** Finds a style by its family and name. */
export function stylesOf(elements: readonly XmlElement[]): OdfStyles {
  const byName = new Map(
    elements
      .filter(({ name }) => name === "style:style")
      .map((style) => [keyOf(attributeOf(style, "style:family") ?? "", attributeOf(style, "style:name") ?? ""), style]),
  );
  const known = new Map<string, OdfStyle>();
  const resolve = (family: string, name: string | undefined, chain: number): OdfStyle => {
    if (name === undefined || chain > MAX_STYLE_CHAIN) return PLAIN;
    const key = keyOf(family, name);
    const element = byName.get(key);
    if (element === undefined) return PLAIN;
    const found = known.get(key) ?? merged(resolve(family, attributeOf(element, "style:parent-style-name"), chain + 1), element);
    known.set(key, found);
    return found;
  };
  return (family, name) => resolve(family, name, 0);
}

function keyOf(family: string, name: string): string {
  return `${family}/${name}`;
}

function merged(base: OdfStyle, style: XmlElement): OdfStyle {
  const display = attributeOf(childOf(style, "style:table-properties"), "table:display");
  return {
    run: { ...base.run, ...runOf(childOf(style, "style:text-properties")) },
    shown: display === undefined ? base.shown : display !== "false",
    formatted: base.formatted || attributeOf(style, "style:data-style-name") !== undefined,
  };
}

/** The properties of text in the terms of word processors. */
function runOf(properties: XmlElement | undefined): RunProperties {
  const display = attributeOf(properties, "text:display");
  const line =
    attributeOf(properties, "style:text-line-through-style") ?? attributeOf(properties, "style:text-line-through-type");
  const [shift = ""] = (attributeOf(properties, "style:text-position") ?? "").split(" ");
  const points = /^([\d.]{1,8})pt$/.exec(attributeOf(properties, "fo:font-size") ?? "")?.[1];
  const colour = /^#([0-9a-f]{6})$/i.exec(attributeOf(properties, "fo:color") ?? "")?.[1];
  const font = attributeOf(properties, "style:font-name") ?? attributeOf(properties, "fo:font-family");
  return {
    ...(display === undefined ? {} : { vanish: display === "none" }),
    ...(line === undefined ? {} : { strike: line !== "none" }),
    ...(shift === ""
      ? {}
      : { align: shift === "super" || shift === "sub" ? shift : "baseline", position: Number.parseFloat(shift) || 0 }),
    ...(points === undefined ? {} : { size: Number(points) * 2 }),
    ...(colour === undefined ? {} : { colour: colour.toUpperCase() }),
    ...(font === undefined ? {} : { font }),
  };
}
