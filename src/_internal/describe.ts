const LONGEST_QUOTE = 60;

/** A value found in the input, short and safe to print. */
export function describe(value: unknown): string {
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : typeof value === "object" && value !== null
        ? Array.isArray(value)
          ? "[…]"
          : "{…}"
        : String(value);
  return shortened(text);
}

/** What a person wrote, in the quotation marks of a sentence; what is no text as `describe` shows it. */
export function quoted(value: unknown): string {
  if (typeof value !== "string") return describe(value);
  return `“${shortened(JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"'))}”`;
}

/** A text cut to the length of a quotation, never within a surrogate pair. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, "")}…`;
}
