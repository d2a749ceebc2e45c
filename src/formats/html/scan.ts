/** Reading a style sheet sign by sign, as browsers do: comments, texts in quotes, brackets and escaped signs are looked over. */

/** The offset of the first of some characters outside strings, comments and brackets; the length of the sheet if there is none. */
export function find(css: string, from: number, signs: string): number {
  let depth = 0;
  for (let i = from; i < css.length; i += 1) {
    const sign = css[i] ?? "";
    if (depth === 0 && signs.includes(sign)) return i;
    if (sign === "\\") i += 1;
    else if (sign === '"' || sign === "'") i = endOfText(css, i);
    else if (sign === "/" && css[i + 1] === "*") i = endOfComment(css, i) - 1;
    else if (sign === "[") depth += 1;
    else if (sign === "(") {
      if (isAddress(css, i)) i = endOfAddress(css, i);
      else depth += 1;
    } else if ((sign === ")" || sign === "]") && depth > 0) depth -= 1;
  }
  return css.length;
}

/** The sign that closes a text in quotes; a text that is not closed ends with its line. */
function endOfText(css: string, start: number): number {
  const quote = css[start];
  for (let i = start + 1; i < css.length; i += 1) {
    const sign = css[i];
    if (sign === "\\") i += 1;
    else if (sign === quote || sign === "\n") return i;
  }
  return css.length;
}

/** Behind a comment that begins at `start`. */
export function endOfComment(css: string, start: number): number {
  const end = css.indexOf("*/", start + 2);
  return end < 0 ? css.length : end + 2;
}

/** Whether a bracket is that of an unquoted `url()`, which may contain any character. */
function isAddress(css: string, open: number): boolean {
  if (css.slice(Math.max(0, open - 3), open).toLowerCase() !== "url") return false;
  const quoted = /\s*(["']?)/y;
  quoted.lastIndex = open + 1;
  return quoted.exec(css)?.[1] === "";
}

function endOfAddress(css: string, open: number): number {
  for (let i = open + 1; i < css.length; i += 1) {
    if (css[i] === "\\") i += 1;
    else if (css[i] === ")") return i;
  }
  return css.length;
}

/** A sheet or a part of it without its comments. */
export function withoutComments(css: string, instead: "" | " "): string {
  if (!css.includes("/*")) return css;
  let text = "";
  let from = 0;
  for (let i = 0; i < css.length; i += 1) {
    const sign = css[i];
    if (sign === "\\") i += 1;
    else if (sign === '"' || sign === "'") i = endOfText(css, i);
    else if (sign === "/" && css[i + 1] === "*") {
      text += css.slice(from, i) + instead;
      from = endOfComment(css, i);
      i = from - 1;
    } else if (sign === "(" && isAddress(css, i)) i = endOfAddress(css, i);
  }
  return text + css.slice(from);
}

const ESCAPED = /\\(?:([\da-f]{1,6})\s?|([^\n]))/gi;

/** Names and values with their escaped signs. */
export function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPED, (_, code: string | undefined, sign: string | undefined) => {
    if (code === undefined) return sign ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
  });
}

/** The parts of a text between signs that are in no text or bracket. */
export function splitBy(css: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (from <= css.length) {
    const at = find(css, from, sign);
    parts.push(css.slice(from, at));
    from = at + 1;
  }
  return parts;
}
