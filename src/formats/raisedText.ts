const RAISED: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/** Raised or lowered digits are replaced by superscript characters, so that `4` with a note `1` is not read as 41. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[digit] ?? digit);
}

/** A figure, with no more than a few signs around it: a unit, brackets. */
const FIGURE = /^\D{0,3}\d[\d.,\s]{0,40}\D{0,3}$/;

/** A figure that is not seen as the file has it, followed by a sign that no figure has; any other text stays as it is. */
export function distorted(text: string): string {
  return FIGURE.test(text) ? text + OBJECT : text;
}

/** Digits separated by something that is not a thousands separator. */
const APART = /\d[^\d.,:]+\d/;

/** A text in a line that runs from right to left, where separate groups of digits change places. */
export function turned(text: string): string {
  return APART.test(text) ? distorted(text) : text;
}

/** Marks text that is raised, lowered or a note: `12<sup>①</sup>` is not the figure 121. */
export const RAISED_SIGN = "^";

/** Placeholder for content of a cell that is not text: a picture, a symbol without a character. */
export const OBJECT = "\ufffc";
