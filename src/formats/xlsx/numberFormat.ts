import { isInvisible, PAPER } from "../colours.js";
import { formatColour } from "./palette.js";

/** What a number format does to a number, as far as reading it back is concerned. */
export type NumberFormat =
  | {
      readonly kind: "plain";
      readonly prefix: string;
      readonly suffix: string;
      /** Decimals that are printed even where they are zero. */
      readonly decimals?: number;
    }
  | { readonly kind: "date" }
  /** Nothing is printed. */
  | { readonly kind: "hidden" }
  /** The number shown is another one than the number kept: percent, thousands cut off, a decimal point drawn in. */
  | { readonly kind: "other" };

/** Formats by number that a workbook does not spell out and that are not plain: dates and times, percent, fractions, powers of ten. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const BUILT_IN_OTHERS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 48]);

/** `0.00` and `#,##0.00`, as they are and as accounts print them. */
const TWO_DECIMALS: ReadonlySet<number> = new Set([2, 4, 39, 40]);

const PLAIN = { kind: "plain", prefix: "", suffix: "" } as const;

/** A format that is known by its number only. */
export function builtInFormat(id: number): NumberFormat {
  if (BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last)) return { kind: "date" };
  if (BUILT_IN_OTHERS.has(id)) return { kind: "other" };
  return TWO_DECIMALS.has(id) ? { ...PLAIN, decimals: 2 } : PLAIN;
}

/** Longest format code that is looked at; Excel allows 255 characters. */
const MAX_FORMAT_CODE = 512;

/** One step of a format code: quoted or escaped text, an instruction in brackets, a filler, a placeholder, a sign. */
const TOKEN = /"([^"]*)"?|[\\!](.)|\[([^\]]*)\]?|[_*].|E[+-]0+|(\.?[0#?]+(?:[,.][0#?]+)*)(,*)|(General|G\/通用格式)|(.)/giu;

/** Sign of a number, as far as formats distinguish it. */
export type Sign = "positive" | "negative" | "zero";

/**
 * What a format code does to a number of a given sign. Text around the number is part of what is printed, such as the unit in
 * `0"元"`, so it is kept; digits that the code prints beside the number make it another one. A zero that is printed as a dash or
 * not at all is still a zero.
 */
export function readFormat(code: string, sign: Sign | boolean): NumberFormat {
  if (code.length > MAX_FORMAT_CODE) return OTHER;
  if (code === "") return PLAIN;
  const sections = splitSections(code);
  if (sections.some((section) => CONDITION.test(section))) return OTHER;
  const [positive = "", negative = positive, zero] = sections;
  if ((sign === true || sign === "negative") && sections.length > 1)
    return SHOWS_NEGATIVE.test(withoutFillers(negative)) ? readSection(negative) : unsigned(readSection(negative));
  const own = sign === "zero" && zero !== undefined ? readSection(zero) : null;
  if (own !== null && own.kind !== "hidden" && own !== WORDS) return own;
  const usual = withoutWords(readSection(positive));
  return usual.kind === "plain" && SHOWS_MINUS.test(withoutFillers(positive)) ? OTHER : usual;
}

/** Marks of a negative number: a minus, brackets, a colour. On any other number a minus or brackets change its meaning. */
const SHOWS_NEGATIVE = /[-\u2212\u2013\u2014(（△▲负减]|\[[^$\]]/;
const SHOWS_MINUS = /[-\u2212\u2013\u2014(（△▲负减]/;

/** A code without fillers and without bracketed currency and locale. */
function withoutFillers(section: string): string {
  return section.replace(/[_*][\s\S]|\[\$[^\]]*\]|E-/gi, "");
}

/** A format that does not mark a negative number changes it. */
function unsigned(format: NumberFormat): NumberFormat {
  return format.kind === "plain" ? OTHER : format;
}

/** A condition that decides which section counts: `[>=10000]`. */
const CONDITION = /^[^"]*\[[<>=]/;

/** After a number, it changes its magnitude. */
export const MORE = /[+\uff0b]/;

const OTHER: NumberFormat = { kind: "other" };
const HIDDEN: NumberFormat = { kind: "hidden" };

/** A section that prints words alone, such as a dash for zero. */
const WORDS: NumberFormat = { kind: "other" };

function withoutWords(format: NumberFormat): NumberFormat {
  return format === WORDS ? OTHER : format;
}

/** Colours that a section may print in, by name; those with a number are of the palette. */
const COLOUR = /\[(?:(white|白色)|(?:colou?r|颜色)\s*(\d{1,2}))\]/giu;

/** Whether a section prints in a colour that is not seen on paper. On a dark ground it may be: that is left open. */
function isLight(section: string): boolean {
  return [...section.matchAll(COLOUR)].some(
    ([, white, number]) => white !== undefined || isInvisible(formatColour(Number(number)) ?? "", PAPER),
  );
}

/** Digits in a text that a format prints, and what before a number makes it another one. */
const DIGITS = /[\d０-９]/;
const ADDS = /[\d０-９.,．，]/;

/** A sign that is printed again and again over the width of the cell. */
const FILLER = /^\*\S/;

function readSection(section: string): NumberFormat {
  if (isLight(section)) return OTHER;
  let prefix = "";
  let suffix = "";
  let numbers = 0;
  let decimals = 0;
  for (const [token, quoted, escaped, bracketed, digits, scaling, general, sign] of section.matchAll(TOKEN)) {
    // Signs that fill a cell, and numbers that are rounded to a power of ten.
    if (FILLER.test(token) || /^E[+-]/i.test(token)) return OTHER;
    if (digits !== undefined || general !== undefined || sign === "@") {
      numbers += 1;
      decimals = /\.(0+)/.exec(digits ?? "")?.[1]?.length ?? 0;
      if (numbers > 1 || (scaling !== undefined && scaling !== "")) return OTHER;
    } else if (bracketed !== undefined) {
      if (/^(?:h+|m+|s+)$/i.test(bracketed)) return { kind: "date" };
      if (bracketed.startsWith("$")) prefix += currency(bracketed);
    } else if (sign !== undefined && /[ymdhsge年月日]/i.test(sign)) return { kind: "date" };
    else if (sign !== undefined && /[%/.,]/.test(sign)) return OTHER;
    else if (numbers === 0) prefix += quoted ?? escaped ?? sign ?? "";
    else suffix += quoted ?? escaped ?? sign ?? "";
  }
  if (ADDS.test(prefix) || DIGITS.test(suffix) || MORE.test(suffix)) return OTHER;
  if (numbers === 0) return prefix.trim() === "" ? HIDDEN : WORDS;
  return { kind: "plain", prefix: withoutSigns(prefix), suffix: withoutSigns(suffix), ...(decimals === 0 ? {} : { decimals }) };
}

/** What a format code does to a text: it stays as it is, gets words around it, is hidden, or is shown as another one. */
export type TextFormat = Extract<NumberFormat, { kind: "plain" | "hidden" | "other" }>;

const OTHER_TEXT: TextFormat = { kind: "other" };

/** How a format code shows a text: by its fourth section, or the one with `@`. */
export function readTextFormat(code: string): TextFormat {
  if (code.length > MAX_FORMAT_CODE) return PLAIN;
  const sections = splitSections(code);
  const section = sections[3] ?? sections.find((one) => tokensOf(one).some(([, , , , , , , sign]) => sign === "@"));
  if (section === undefined) return PLAIN;
  if (isLight(section)) return OTHER_TEXT;
  let texts = 0;
  const around = ["", ""];
  for (const [token, quoted, escaped, , digits, , general, sign] of tokensOf(section)) {
    if (FILLER.test(token)) return OTHER_TEXT;
    if (sign === "@" || general !== undefined) texts += 1;
    else around[Math.min(texts, 1)] += quoted ?? escaped ?? digits ?? sign ?? "";
  }
  const [prefix = "", suffix = ""] = around;
  if (texts === 0 && around.join("").trim() === "") return { kind: "hidden" };
  if (texts !== 1 || ADDS.test(prefix) || DIGITS.test(suffix)) return OTHER_TEXT;
  return { kind: "plain", prefix, suffix };
}

function tokensOf(section: string): readonly RegExpMatchArray[] {
  return [...section.matchAll(TOKEN)];
}

/** The sections of a format code, for positive numbers, negative ones, zero and text. */
function splitSections(code: string): readonly string[] {
  const sections = [""];
  for (const [token] of code.matchAll(/"[^"]*"?|[\\!_*].|[\s\S]/gu)) {
    if (token === ";") sections.push("");
    else sections[sections.length - 1] += token;
  }
  return sections;
}

/** `[$¥-804]` prints ¥. */
function currency(bracketed: string): string {
  return bracketed.slice(1).split("-")[0] ?? "";
}

/** The sign is kept with the number itself; what a format draws for it is left out. */
function withoutSigns(text: string): string {
  return text.replace(/[-+()（）\s]/g, "");
}
