/** The full-width forms of ASCII characters, and their distance from them. */
export const FULL_WIDTH_FORMS = { from: 0xff01, to: 0xff5e, shift: 0xfee0 } as const;

const FULL_WIDTH = /[\uff01-\uff5e]/;
const FULL_WIDTH_SIGNS = /[\uff01-\uff5e]/g;

/** Spaces of every kind that documents contain, zero-width ones and the byte order mark included. */
const SPACES = /[\s\u00a0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;
/** Any of them except the plain space: a quick test, since most texts have none. */
const OTHER_SPACE = /[\t-\r\u00a0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/**
 * Turns full-width letters, digits and signs into their ASCII forms and every kind of space into a plain one. One character
 * stays one character, so positions in the text do not move.
 */
export function halfWidth(text: string): string {
  const narrow = FULL_WIDTH.test(text)
    ? text.replace(FULL_WIDTH_SIGNS, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_FORMS.shift))
    : text;
  return OTHER_SPACE.test(narrow) ? narrow.replace(SPACES, " ") : narrow;
}

/** Removes spaces of every kind. */
export function withoutSpaces(text: string): string {
  return text.replace(SPACES, "");
}

/** A key for comparing labels: without spaces, in half-width characters, with one kind of quotation marks. */
export function wordingKey(text: string): string {
  return withoutSpaces(halfWidth(text)).replace(/[“”"「」]/g, '"');
}
