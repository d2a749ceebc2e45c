import { blended, type Fill, PAPER } from "../colours.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

/** What the properties of a run state about the appearance of its text. What they do not state is absent. */
export interface RunProperties {
  readonly vanish?: boolean;
  readonly strike?: boolean;
  readonly doubleStrike?: boolean;
  readonly rightToLeft?: boolean;
  /** `baseline`, `superscript`, `subscript`. */
  readonly align?: string;
  /** Half points that the text is shifted up, or down where negative. */
  readonly position?: number;
  /** Half points. */
  readonly size?: number;
  /** Width of the signs in percent of what the font has. */
  readonly scale?: number;
  /** Twentieths of a point added between characters; negative values bring them closer. */
  readonly spacing?: number;
  /** Twentieths of a point that the run is squeezed or spread to. */
  readonly fitted?: number;
  /** Whether the run is set in two lines within one, or its characters are rotated. */
  readonly combined?: boolean;
  /** Whether it is hidden in some views only. Programs differ in what they print. */
  readonly partlyHidden?: boolean;
  /** Six hex digits, `auto`, or `none` for signs that are not filled. */
  readonly colour?: string;
  readonly fill?: Fill;
  readonly font?: string;
  /** Whether the characters belong to a complex script (such as right-to-left), which has its own size and font. */
  readonly complex?: boolean;
  readonly complexSize?: number;
  readonly complexFont?: string;
  /** Whether the file declares its font as a symbol font, whatever its name. */
  readonly pictures?: boolean;
}

/** Properties that cancel each other where a style of the paragraph and a style of the signs both state them. */
export const TOGGLES = ["vanish", "strike"] as const;

/** A property that is on, off, or not stated. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property === undefined ? undefined : isOn(property);
}

/** Whether an attribute is true; a missing one is false. */
export function isOnValue(value: string | undefined): boolean {
  return ["1", "true", "on"].includes(value ?? "");
}

function isOn(property: XmlElement): boolean {
  return !["0", "false", "off", "none"].includes(attributeOf(property, "w:val") ?? "true");
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads `w:rPr`. */
export function readRunProperties(element: XmlElement | undefined): RunProperties {
  if (element === undefined || element.children.length === 0) return NOTHING;
  const properties: Writable<RunProperties> = {};
  for (const child of elementsOf(element)) {
    switch (child.name) {
      case "w:vanish":
        properties.vanish = isOn(child);
        break;
      case "w:strike":
        properties.strike = isOn(child);
        break;
      case "w:dstrike":
        properties.doubleStrike = isOn(child);
        break;
      case "w:rtl":
        properties.rightToLeft = isOn(child);
        break;
      case "w:vertAlign":
        properties.align = attributeOf(child, "w:val") ?? "baseline";
        break;
      case "w:position":
        properties.position = numberOf(child) ?? 0;
        break;
      case "w:sz":
        assign(properties, "size", numberOf(child));
        break;
      case "w:cs":
        properties.complex = isOn(child);
        break;
      case "w:szCs":
        assign(properties, "complexSize", numberOf(child));
        break;
      case "w:w":
        assign(properties, "scale", numberOf(child));
        break;
      case "w:spacing":
        assign(properties, "spacing", numberOf(child));
        break;
      case "w:fitText":
        assign(properties, "fitted", numberOf(child));
        break;
      case "w:eastAsianLayout":
        properties.combined = ["w:combine", "w:vert"].some((name) => isOnValue(attributeOf(child, name)));
        break;
      case "w:webHidden":
        properties.partlyHidden = isOn(child);
        break;
      case "w:color":
        properties.colour ??= colourOf(child);
        break;
      case "w14:textFill":
        // Programs that support it give it precedence over w:color.
        assign(properties, "colour", textFill(child, element) ?? properties.colour);
        break;
      case "w:shd":
        properties.fill ??= fillOf(child);
        break;
      case "w:highlight":
        properties.fill = HIGHLIGHTS.get(attributeOf(child, "w:val") ?? "") ?? null;
        break;
      case "w:rFonts":
        assign(properties, "font", attributeOf(child, "w:ascii"));
        assign(properties, "complexFont", attributeOf(child, "w:cs"));
        break;
    }
  }
  return properties;
}

const NOTHING: RunProperties = {};

function assign<K extends keyof RunProperties>(
  properties: Writable<RunProperties>,
  key: K,
  value: Writable<RunProperties>[K] | undefined,
): void {
  if (value !== undefined) properties[key] = value;
}

/** A number, with or without a unit; half points and percent have none. */
function numberOf(element: XmlElement): number | undefined {
  const value = Number.parseFloat(attributeOf(element, "w:val") ?? "");
  return Number.isFinite(value) ? value : undefined;
}

function colourOf(element: XmlElement): string {
  const value = attributeOf(element, "w:val") ?? "auto";
  const theme = attributeOf(element, "w:themeColor");
  const isStated = /^[0-9a-f]{6}$/i.test(value);
  if (theme === undefined || !/^(?:background|light)1$/.test(theme)) return isStated ? value : "auto";
  // The colour of the theme goes before the one that is stated for programs without themes.
  const shade = Number.parseInt(attributeOf(element, "w:themeShade") ?? "", 16);
  return Number.isNaN(shade) ? PAPER : blended("000000", PAPER, 1 - shade / 255);
}

/** Share of transparency, in thousandths of a percent, from which nothing is seen. */
const TRANSPARENT = 95_000;

function textFill(fill: XmlElement, run: XmlElement): string | undefined {
  if (childOf(fill, "w14:noFill") !== undefined) {
    const outline = childOf(run, "w14:textOutline");
    return outline !== undefined && childOf(outline, "w14:noFill") === undefined ? "auto" : "none";
  }
  const solid = childOf(fill, "w14:solidFill");
  const colour = childOf(solid, "w14:srgbClr") ?? childOf(solid, "w14:schemeClr");
  if (Number(attributeOf(childOf(colour, "w14:alpha"), "w14:val") ?? 0) >= TRANSPARENT) return "none";
  const value = attributeOf(colour, "w14:val");
  if (value === "bg1" || value === "lt1") return PAPER;
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value : undefined;
}

/** The colour behind a text, from `w:shd`. */
export function fillOf(shading: XmlElement | undefined): Fill {
  if (shading === undefined) return null;
  const pattern = attributeOf(shading, "w:val") ?? "clear";
  const fill = attributeOf(shading, "w:fill") ?? "auto";
  if (fill === "auto" && attributeOf(shading, "w:themeFill") !== undefined) return "unknown";
  if (pattern === "clear" || pattern === "nil") return fill === "auto" ? null : fill;
  const stated = attributeOf(shading, "w:color") ?? "auto";
  const over = stated === "auto" ? "000000" : stated;
  if (pattern === "solid") return over;
  const percent = /^pct(\d+)$/.exec(pattern)?.[1];
  return percent === undefined ? "unknown" : blended(over, fill === "auto" ? PAPER : fill, Number(percent) / 100);
}

const HIGHLIGHTS: ReadonlyMap<string, string> = new Map([
  ["black", "000000"],
  ["blue", "0000FF"],
  ["cyan", "00FFFF"],
  ["darkBlue", "000080"],
  ["darkCyan", "008080"],
  ["darkGray", "808080"],
  ["darkGreen", "008000"],
  ["darkMagenta", "800080"],
  ["darkRed", "800000"],
  ["darkYellow", "808000"],
  ["green", "00FF00"],
  ["lightGray", "C0C0C0"],
  ["magenta", "FF00FF"],
  ["red", "FF0000"],
  ["white", "FFFFFF"],
  ["yellow", "FFFF00"],
]);
