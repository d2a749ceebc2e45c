/**
 * Characters that the Western code page (Windows-1252) keeps where Unicode has control characters. Not every version of Node
 * decodes them.
 */
const WESTERN: ReadonlyMap<number, string> = /* @__PURE__ */ new Map(
  [..."\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"]
    .map((char, i): [number, string] => [0x82 + i, char])
    .concat([..."\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"].map((char, i) => [0x91 + i, char]))
    .concat([
      [0x80, "\u20ac"],
      [0x8e, "\u017d"],
      [0x9e, "\u017e"],
      [0x9f, "\u0178"],
    ]),
);

/** The text of bytes in the Western code page. */
export function decodeWestern(bytes: Iterable<number>): string {
  let text = "";
  for (const byte of bytes) text += WESTERN.get(byte) ?? String.fromCharCode(byte);
  return text;
}
