import { printable } from "../../_internal/escape.js";

/** The typeface of the official document, named for every script, so that no program takes another for the Chinese text. */
const SONG = { ascii: "宋体", hAnsi: "宋体", eastAsia: "宋体", cs: "宋体", hint: "eastAsia" } as const;

/** Sizes in half points: 18 pt, 12 pt, and 10 pt in tables. */
export const SIZES = { title: 36, text: 24, table: 20 } as const;

/** Indent of the first line of a paragraph. */
export const FIRST_LINE = { firstLine: 420 } as const;

/** The title of a section or of a part stays with what follows. */
export const HEADING = { indent: FIRST_LINE, keepNext: true, spacing: { before: 120, after: 120 } } as const;

/** A run of text in the typeface of the document. */
export function textRun(text: string): { readonly text: string; readonly font: typeof SONG } {
  return { text: printable(text), font: SONG };
}
