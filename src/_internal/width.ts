import { eastAsianWidth } from "get-east-asian-width";

/** Characters without a width of their own on a terminal. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** The width of a character on a terminal: 0, 1 or 2 columns. Those of ambiguous width are narrow, as in most terminals. */
export function charWidth(char: string): number {
  if (char >= " " && char <= "~") return 1;
  if (ZERO_WIDTH.test(char)) return 0;
  return eastAsianWidth(char.codePointAt(0) ?? 0);
}

/** The width of a text on a terminal, in columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** Breaks a text into lines of at most `width` columns, between any two characters, as Chinese is broken. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const char of text) {
    const needed = charWidth(char);
    if (used + needed > width && line !== "") {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += char;
    used += needed;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** As {@link wrap}, with lines of about the same length: as narrow as the same number of lines allows. */
export function wrapEvenly(text: string, width: number): readonly string[] {
  let lines = wrap(text, width);
  if (lines.length < 2) return lines;
  for (let narrower = width - 1; narrower > 0; narrower -= 1) {
    const next = wrap(text, narrower);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}
