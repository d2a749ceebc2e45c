import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { builtInFormat, type NumberFormat, readFormat, readTextFormat, type Sign, type TextFormat } from "./numberFormat.js";
import type { Colours } from "./palette.js";

/** What a cell's style does to numbers and texts. */
export interface CellStyle {
  readonly numbers: Readonly<Record<Sign, NumberFormat>>;
  readonly texts: TextFormat;
  /** Whether the text of the cell is invisible: struck out, tiny, in the colour of its background. */
  readonly hidden: boolean;
  /** Whether the background of the text is dark, so that light text is visible. */
  readonly dark: boolean;
  /** Whether its font draws pictures in place of digits. */
  readonly pictures: boolean;
  /** Whether its text is raised or lowered. */
  readonly raised: boolean;
  /** Whether figures in it are not seen as they are: repeated over its width, crossed out by its diagonal. */
  readonly distorted: boolean;
  /** Whether its text runs from right to left, so that separate groups of digits change places. */
  readonly fromRight: boolean;
  /** The colours of its text and its ground, which rules may change. */
  readonly colour: string | null;
  readonly fill: Fill;
}

const PLAIN_NUMBERS = { positive: builtInFormat(0), negative: builtInFormat(0), zero: builtInFormat(0) } as const;

export const GENERAL: CellStyle = {
  numbers: PLAIN_NUMBERS,
  texts: readTextFormat("General"),
  hidden: false,
  dark: false,
  pictures: false,
  raised: false,
  distorted: false,
  fromRight: false,
  colour: null,
  fill: null,
};

/** Points below which nothing can be read. */
const LEAST_SIZE = 3;

/** How the text of a font is seen. */
export interface Font {
  readonly struck: boolean;
  readonly tiny: boolean;
  /** Six hex digits, or `null` for the colour of text. */
  readonly colour: string | null;
  readonly pictures: boolean;
  readonly raised: boolean;
}

/** Reads a font of the list of fonts, or the properties of a run. */
export function readFont(element: XmlElement, colours: Colours): Font {
  const size = attributeOf(childOf(element, "x:sz"), "val");
  const name = attributeOf(childOf(element, "x:name") ?? childOf(element, "x:rFont"), "val") ?? "";
  const charset = Number(attributeOf(childOf(element, "x:charset"), "val"));
  return {
    struck: isOn(childOf(element, "x:strike")),
    tiny: size !== undefined && Number(size) < LEAST_SIZE,
    colour: colours(childOf(element, "x:color")),
    pictures: isPictureFont(name, charset),
    raised: /^su(?:per|b)script$/.test(attributeOf(childOf(element, "x:vertAlign"), "val") ?? ""),
  };
}

/** Whether text of a font is seen in no cell, or in none whose ground is that of paper. */
export function isUnseen({ struck, tiny, colour }: Font, fill: Fill = null): boolean {
  if (struck || tiny) return true;
  return colour !== null && fill !== "unknown" && isInvisible(colour, fill ?? PAPER);
}

/** The styles that cells refer to by number. */
export function readStyles(root: XmlElement | null, colours: Colours): readonly CellStyle[] {
  const list = (name: string): readonly XmlElement[] => {
    const parent = childOf(root ?? undefined, name);
    return parent === undefined ? [] : elementsOf(parent);
  };
  const codes = new Map(
    list("x:numFmts").map((format) => [attributeOf(format, "numFmtId"), formatsOf(attributeOf(format, "formatCode") ?? "")]),
  );
  const fonts = list("x:fonts").map((font) => readFont(font, colours));
  const fills = list("x:fills").map((fill) => fillOf(fill, colours));
  const crossed = list("x:borders").map(isDiagonal);
  return list("x:cellXfs").map((style) => {
    const id = attributeOf(style, "numFmtId");
    const builtIn = builtInFormat(Number(id));
    const formats = codes.get(id) ?? {
      numbers: { positive: builtIn, negative: builtIn, zero: builtIn },
      texts: GENERAL.texts,
    };
    const font = fonts[Number(attributeOf(style, "fontId"))];
    const fill = fills[Number(attributeOf(style, "fillId") ?? 0)] ?? null;
    const alignment = childOf(style, "x:alignment");
    const repeated = attributeOf(alignment, "horizontal") === "fill";
    return {
      ...formats,
      hidden: font !== undefined && isUnseen(font, fill),
      dark: fill !== null && !isInvisible(PAPER, fill),
      pictures: font?.pictures === true,
      raised: font?.raised === true,
      distorted: repeated || crossed[Number(attributeOf(style, "borderId") ?? 0)] === true || isDoubtful(font, fill),
      fromRight: attributeOf(alignment, "readingOrder") === FROM_RIGHT,
      colour: font?.colour ?? null,
      fill,
    };
  });
}

/** The reading order of text that runs from right to left. */
const FROM_RIGHT = "2";

/** What a format code does to numbers and to texts. */
export function formatsOf(code: string): Pick<CellStyle, "numbers" | "texts"> {
  return {
    numbers: { positive: readFormat(code, "positive"), negative: readFormat(code, "negative"), zero: readFormat(code, "zero") },
    texts: readTextFormat(code),
  };
}

/** Text whose colour the program chooses is black on black in Excel, and white in others. */
export function isDoubtful(font: Font | undefined, fill: Fill): boolean {
  return font?.colour === null && fill !== null && fill !== "unknown" && isInvisible("000000", fill);
}

/** Whether a line runs from corner to corner. */
function isDiagonal(border: XmlElement): boolean {
  const drawn = ["diagonalUp", "diagonalDown"].some((name) => ["1", "true"].includes(attributeOf(border, name) ?? ""));
  return drawn && (attributeOf(childOf(border, "x:diagonal"), "style") ?? "none") !== "none";
}

function fillOf(fill: XmlElement, colours: Colours): Fill {
  const pattern = childOf(fill, "x:patternFill");
  const type = attributeOf(pattern, "patternType") ?? "none";
  if (pattern === undefined) return childOf(fill, "x:gradientFill") === undefined ? null : "unknown";
  if (type === "none") return null;
  return type === "solid" ? (colours(childOf(pattern, "x:fgColor")) ?? "unknown") : "unknown";
}

/** A property that is on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !["0", "false"].includes(attributeOf(property, "val") ?? "true");
}
