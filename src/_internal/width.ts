/** Characters that take no place of their own on a terminal. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Characters that Unicode (UAX #11) calls wide or full-width; those of ambiguous width are narrow, as in most terminals. */
const WIDE =
  /^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** The columns that a character takes on a terminal: 0, 1 or 2. */
export function charWidth(char: string): number {
  if (char >= " " && char <= "~") return 1;
  if (WIDE.test(char)) return 2;
  return ZERO_WIDTH.test(char) ? 0 : 1;
}

/** The columns that a text takes on a terminal. */
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
