import { childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { distorted, OBJECT, raised, turned } from "../raisedText.js";
import { type CellStyle, type Font, isUnseen, readFont } from "./cellStyles.js";
import type { Colours } from "./palette.js";

/** A string as it is seen on paper, and on a dark ground, where light text is seen too. */
export interface SheetString {
  readonly onPaper: string;
  readonly onDark: string;
}

/** The strings that cells refer to by number. */
export function readStrings(root: XmlElement | null, colours: Colours): readonly SheetString[] {
  if (root === null) return [];
  return elementsOf(root)
    .filter(({ name }) => name === "x:si")
    .map((string) => richString(string, colours));
}

/** A string with its runs put together; what is not seen and readings printed above characters are left out. */
export function richString(element: XmlElement, colours: Colours): SheetString {
  let onPaper = "";
  let onDark = "";
  for (const child of elementsOf(element)) {
    const run = child.name === "x:t" ? plainText(child) : child.name === "x:r" ? runText(child, colours) : null;
    onPaper += run?.onPaper ?? "";
    onDark += run?.onDark ?? "";
  }
  return { onPaper, onDark };
}

function plainText(element: XmlElement): SheetString {
  const text = unescaped(textOf(element));
  return { onPaper: text, onDark: text };
}

function runText(run: XmlElement, colours: Colours): SheetString {
  const properties = childOf(run, "x:rPr");
  const pieces = elementsOf(run).filter(({ name }) => name === "x:t");
  const content = pieces.map((piece) => unescaped(textOf(piece))).join("");
  if (properties === undefined) return { onPaper: content, onDark: content };
  const font = readFont(properties, colours);
  const text = drawn(content, font);
  return { onPaper: isUnseen(font) ? "" : text, onDark: isUnseen(font, "unknown") ? "" : text };
}

/** A text as its font draws it: signs of a font of pictures are objects, raised digits are signs of their own. */
export function drawn(text: string, { pictures, raised: lifted }: Pick<Font, "pictures" | "raised">): string {
  const signs = pictures ? text.replace(/[\x21-\x7e\uf020-\uf0ff]/g, OBJECT) : text;
  return lifted ? raised(signs) : signs;
}

/** What is seen of a text in a cell of a style. */
export function seenIn(style: CellStyle, text: string): string {
  const shown = drawn(text, style).trim();
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
