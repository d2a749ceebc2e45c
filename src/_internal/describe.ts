const LONGEST_QUOTE = 60;

/** A value found in the input, short and safe to print: a text in the quotation marks of a sentence. */
export function describe(value: unknown): string {
  if (typeof value === "string") return `“${shortened(JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"'))}”`;
  if (typeof value !== "object" || value === null) return shortened(String(value));
  return Array.isArray(value) ? "[…]" : "{…}";
}

/** A text cut to the length of a quotation, never within a surrogate pair. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, "")}…`;
}
