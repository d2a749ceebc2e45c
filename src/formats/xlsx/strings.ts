import { childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { distorted, OBJECT, raised, turned } from "../raisedText.js";
import { type CellStyle, type Font, isDoubtful, isUnseen, readFont } from "./cellStyles.js";
import type { Colours } from "./palette.js";

/** A string in its runs. */
export type SheetString = readonly StringRun[];

/** Characters of a string with the same font; `null` for that of the cell. */
export interface StringRun {
  readonly text: string;
  readonly font: Font | null;
}

/** The strings that cells refer to by number. */
export function readStrings(root: XmlElement | null, colours: Colours): readonly SheetString[] {
  if (root === null) return [];
  return elementsOf(root)
    .filter(({ name }) => name === "x:si")
    .map((string) => richString(string, colours));
}

/** The runs of a string; readings printed above characters are left out. */
export function richString(element: XmlElement, colours: Colours): SheetString {
  return elementsOf(element).flatMap((child): SheetString => {
    if (child.name === "x:t") return [{ text: unescaped(textOf(child)), font: null }];
    return child.name === "x:r" ? [runOf(child, colours)] : [];
  });
}

function runOf(run: XmlElement, colours: Colours): StringRun {
  const properties = childOf(run, "x:rPr");
  const pieces = elementsOf(run).filter(({ name }) => name === "x:t");
  const text = pieces.map((piece) => unescaped(textOf(piece))).join("");
  return { text, font: properties === undefined ? null : readFont(properties, colours) };
}

/** The visible part of a string in a cell of a style. A run with its own font inherits nothing from that of the cell. */
export function shownString(style: CellStyle, string: SheetString): string {
  return string
    .map(({ text, font }) => {
      if (font === null) return style.hidden ? "" : drawn(text, style);
      if (isUnseen(font, style.fill)) return "";
      return isDoubtful(font, style.fill) ? distorted(drawn(text, font)) : drawn(text, font);
    })
    .join("");
}

/** A text as its font draws it: characters of a symbol font are objects, raised digits are superscript characters. */
export function drawn(text: string, { pictures, raised: lifted }: Pick<Font, "pictures" | "raised">): string {
  const signs = pictures ? text.replace(/[\x21-\x7e\uf020-\uf0ff]/g, OBJECT) : text;
  return lifted ? raised(signs) : signs;
}

/** What is seen of a text, drawn in its font, in a cell of a style. */
export function seenIn(style: CellStyle, text: string): string {
  const shown = text.trim();
  if (style.distorted) return distorted(shown);
  return style.fromRight ? turned(shown) : shown;
}

/** Characters that XML cannot carry are written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x") && !text.includes("\r")) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}
