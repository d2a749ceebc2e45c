import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";

/** Most pages that are read. A report has ten to thirty. */
export const MAX_PAGES = 500;

/** Most pieces of text, and most straight lines, on one page. A page full of small print has some ten thousand. */
export const MAX_PAGE_TEXTS = 100_000;
export const MAX_PAGE_LINES = 50_000;

/** Most filled areas and pictures on one page. */
export const MAX_PAGE_AREAS = 20_000;

/** Most pieces of text, and of lines, in one document. */
export const MAX_DOCUMENT_OBJECTS = 1_000_000;

/** Most places where lines of one page may cross. */
export const MAX_CROSSINGS = 200_000;

/** Most tables of one page: the largest are read. */
export const MAX_PAGE_TABLES = 200;

/** Deepest nesting of drawings within drawings. */
export const MAX_FORM_DEPTH = 12;

/** Most objects on a page, those of nested drawings counted as often as they are drawn. */
export const MAX_PAGE_OBJECTS = 200_000;

/** How often things of one document are compared with one another at most. A report with shaded tables takes some millions. */
export const MAX_COMPARISONS = 100_000_000;

interface Limit {
  readonly most: number;
  readonly what: Sentence;
}

/** What is counted of the pages of a file, and how much of it is read at most. */
const limits = {
  pages: { most: MAX_PAGES, what: { zh: "页数", en: "the number of pages" } },
  texts: { most: MAX_PAGE_TEXTS, what: { zh: "一页内的文字数", en: "the number of pieces of text on a page" } },
  lines: { most: MAX_PAGE_LINES, what: { zh: "一页内的线条数", en: "the number of lines on a page" } },
  areas: {
    most: MAX_PAGE_AREAS,
    what: { zh: "一页内填色区域和图片的个数", en: "the number of filled areas and pictures on a page" },
  },
  crossings: {
    most: MAX_CROSSINGS,
    what: { zh: "一页内表格线的交点数", en: "the number of places where lines of one page cross" },
  },
  objects: { most: MAX_PAGE_OBJECTS, what: { zh: "一页内的对象数", en: "the number of objects on a page" } },
  depth: { most: MAX_FORM_DEPTH, what: { zh: "图形的嵌套层数", en: "the nesting of drawings" } },
  inAll: {
    most: MAX_DOCUMENT_OBJECTS,
    what: { zh: "全文的文字和线条数", en: "the number of pieces of text and lines in the document" },
  },
  comparisons: {
    most: MAX_COMPARISONS,
    what: { zh: "全文图文互相比对的次数", en: "how often texts and areas of the document are compared" },
  },
} as const satisfies Readonly<Record<string, Limit>>;

/** Refuses a file with more of something than is read. */
export function checkLimit(name: keyof typeof limits, found: number, language: Language): void {
  const { most: limit, what } = limits[name];
  if (found > limit) throw formatError("format.limit", { what, limit, found }, language);
}

/** Counts how often the things of one document are compared: many characters with many areas each take minutes. */
export class Comparisons {
  #made = 0;
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  add(made: number): void {
    this.#made += made;
    checkLimit("comparisons", this.#made, this.#language);
  }
}
