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

/** Raised or lowered digits become characters of their own, so that `4` with a note `1` is not read as 41. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[digit] ?? digit);
}

/** A figure, with no more than a few signs around it: a unit, brackets. */
const FIGURE = /^\D{0,3}\d[\d.,\s]{0,40}\D{0,3}$/;

/** A figure that is not seen as the file has it, followed by a sign that no figure has; any other text stays as it is. */
export function distorted(text: string): string {
  return FIGURE.test(text) ? text + OBJECT : text;
}

/** Digits with something between them that is no separator of numbers. */
const APART = /\d[^\d.,:]+\d/;

/** A text in a line that runs from right to left, where digits apart from one another change places. */
export function turned(text: string): string {
  return APART.test(text) ? distorted(text) : text;
}

/** Stands for something in a cell that is there but is no text: a picture, a symbol without a character. */
export const OBJECT = "\ufffc";
