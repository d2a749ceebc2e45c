import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { raised } from "../raisedText.js";
import { isUnseen, pictured, readFont } from "./cellStyles.js";
import type { Palette } from "./palette.js";

/** A string as it is seen on paper, and on a dark ground, where light text is seen too. */
export interface SheetString {
  readonly onPaper: string;
  readonly onDark: string;
}

/** The strings that cells refer to by number. */
export function readStrings(root: XmlElement | null, palette: Palette): readonly SheetString[] {
  if (root === null) return [];
  return elementsOf(root)
    .filter(({ name }) => name === "x:si")
    .map((string) => richString(string, palette));
}

/** A string with its runs put together; what is not seen and readings printed above characters are left out. */
export function richString(element: XmlElement, palette: Palette): SheetString {
  let onPaper = "";
  let onDark = "";
  for (const child of elementsOf(element)) {
    const run = child.name === "x:t" ? plainText(child) : child.name === "x:r" ? runText(child, palette) : null;
    onPaper += run?.onPaper ?? "";
    onDark += run?.onDark ?? "";
  }
  return { onPaper, onDark };
}

function plainText(element: XmlElement): SheetString {
  const text = unescaped(textOf(element));
  return { onPaper: text, onDark: text };
}

function runText(run: XmlElement, palette: Palette): SheetString {
  const properties = childOf(run, "x:rPr");
  const pieces = elementsOf(run).filter(({ name }) => name === "x:t");
  let text = pieces.map((piece) => unescaped(textOf(piece))).join("");
  if (properties === undefined) return { onPaper: text, onDark: text };
  const font = readFont(properties, palette);
  if (font.pictures) text = pictured(text);
  const position = attributeOf(childOf(properties, "x:vertAlign"), "val");
  if (position === "superscript" || position === "subscript") text = raised(text);
  return { onPaper: isUnseen(font) ? "" : text, onDark: isUnseen(font, "unknown") ? "" : text };
}

/** Characters that XML cannot carry are written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x") && !text.includes("\r")) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}
