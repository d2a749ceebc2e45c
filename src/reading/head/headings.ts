import { numeralValue } from "../../_internal/chineseNumerals.js";
import { aliasesOf } from "../../form/aliases.js";
import { editionIds } from "../../form/form.js";
import { sectionsOf } from "../../form/sections.js";
import type { Section } from "../../form/types.js";
import { normalizeLabel, splitMarker } from "../labelText.js";
import { inSimplified } from "../traditional.js";
import type { HeadLine } from "./lines.js";

/** The heading of a section: which one, how it was recognized, and the text after it in the same line. */
export interface SectionHeading {
  readonly section: Section;
  readonly rest: string;
}

/** Longest heading with its numbering. */
const MAX_HEADING = 120;
/** Longest heading whose title is not that of the form. */
const MAX_OTHER_HEADING = 40;

const SECTIONS: readonly Section[] = /* @__PURE__ */ (() => {
  const sections = new Map<string, Section>();
  for (const id of editionIds) for (const section of sectionsOf(id)) sections.set(section.id, section);
  return [...sections.values()];
})();

const BY_TITLE: ReadonlyMap<string, Section> = /* @__PURE__ */ (() =>
  new Map(
    SECTIONS.flatMap((section) =>
      [section.title, ...aliasesOf({ id: section.id, label: section.title })].map(
        (title) => [normalizeLabel(title), section] as const,
      ),
    ),
  ))();

/** Words that identify a section whose title is not that of the form, in the order of the form. */
const BY_WORDS: readonly RegExp[] = [
  /^(?:总体|概述|概况|总述|综述|基本情况|工作(?:基本|总体|开展)?情况|引言|总体工作)/,
  /主动公开/,
  /申请/,
  /复议|诉讼/,
  /问题|不足|改进|困难|整改|下一步|打算/,
  /其[他它]|需要报告|需要说明|说明的?事项|附(?:件|表|则)/,
];

/** How a line is numbered: 一、 or 1. or （一）, and with what. */
interface Numbering {
  readonly number: number | null;
  readonly inBrackets: boolean;
  readonly inNumerals: boolean;
  readonly title: string;
}

const MAY_BE_NUMBERED = /^[(（第一二三四五六七八九十\d０-９①-⑳⑴-⒇⒈-⒛㈠-㈩]/;
const PART = /^第([一二三四五六])(?:部分|章)[、：:\s]{0,3}/;

function numberingOf(text: string): Numbering {
  const none = { number: null, inBrackets: false, inNumerals: false, title: text };
  if (!MAY_BE_NUMBERED.test(text)) return none;
  const part = PART.exec(text);
  if (part !== null) {
    return { number: numeralValue(part[1] ?? ""), inBrackets: false, inNumerals: true, title: text.slice(part[0].length) };
  }
  const { marker, rest } = splitMarker(text);
  if (marker === "") return none;
  const inNumerals = /^[一二三四五六七八九十]+$/.test(marker);
  const value = inNumerals ? numeralValue(marker) : /^\d{1,2}$/.test(marker) ? Number(marker) : null;
  const first = text.charAt(0);
  const inBrackets = first === "(" || first === "（" || /[⑴-⒇㈠-㈩①-⑳]/.test(first);
  return { number: value, inBrackets, inNumerals, title: rest };
}

/** A line as a heading: what could be one of it, its numbering, and the title of the form that it is. */
interface NumberedLine {
  readonly start: string;
  readonly numbering: Numbering;
  readonly known: ReturnType<typeof knownTitle>;
}

function numberedLine({ text }: HeadLine): NumberedLine {
  const start = text.length > MAX_HEADING ? text.slice(0, MAX_HEADING) : text;
  const numbering = numberingOf(start);
  return { start, numbering, known: knownTitle(numbering.title) };
}

/** Where a title ends and text of the section goes on in the same line. */
const END_OF_TITLE = /[:：。;；\s]/;

/**
 * Finds the headings of sections in the lines of a document, from the first to the last. A section needs its own number:
 * section 一 has parts that are named like sections 二 to 四. Unknown titles are identified by number and order.
 */
export class SectionHeadings {
  /** Number of the section that the last heading began; 0 before the first. */
  #last = 0;
  /** Whether some section is headed 一、 and not （一）; then brackets number parts. */
  readonly #plainlyNumbered: boolean;
  /** The sections whose title of the form is a numbered line of its own. No other heading begins one of them. */
  readonly #titled: ReadonlySet<Section>;
  readonly #read: ReadonlyMap<HeadLine, NumberedLine>;

  constructor(lines: readonly HeadLine[]) {
    this.#read = new Map(lines.map((line) => [line, numberedLine(line)]));
    const numbered = [...this.#read.values()].flatMap(({ numbering, known }) =>
      numbering.number === null || numbering.inBrackets || known === null ? [] : [{ numbering, known }],
    );
    this.#plainlyNumbered = numbered.length > 0;
    this.#titled = new Set(
      numbered.flatMap(({ numbering, known }) => (known.end === numbering.title.length ? [known.section] : [])),
    );
  }

  /** The heading in a line, or `null`. To be called for each line in order. */
  at(line: HeadLine): SectionHeading | null {
    const found = this.#headingOf(line.text, this.#read.get(line) ?? numberedLine(line));
    if (found !== null) this.#last = numberOf(found.section);
    return found;
  }

  #headingOf(text: string, { start, numbering, known }: NumberedLine): SectionHeading | null {
    if (known !== null) {
      const { section, end } = known;
      const alone = end === numbering.title.length;
      if (!this.#isOwnNumber(section, numbering) || (!alone && numbering.number === null)) return null;
      if (alone && start !== text) return null;
      return { section, rest: alone ? "" : text.slice(start.length - numbering.title.length + end + 1).trim() };
    }
    return start === text && text.length <= MAX_OTHER_HEADING ? this.#otherHeading(numbering) : null;
  }

  #isOwnNumber(section: Section, { number, inBrackets, inNumerals }: Numbering): boolean {
    const own = numberOf(section);
    if (number === own) return !inBrackets || !this.#plainlyNumbered;
    if (inBrackets) return false;
    // Numbers are often lost, or one too many was counted: then the order has to be right.
    if (number === null) return own > this.#last || this.#last === SECTIONS.length;
    return own > this.#last && inNumerals;
  }

  /**
   * A title that is not known: short, numbered like a section, and next in order or about what that section is about. One that is
   * only about sections before it is a part of the section above.
   */
  #otherHeading({ number, inBrackets, inNumerals, title }: Numbering): SectionHeading | null {
    if (number === null || inBrackets || !inNumerals || /[。；;！!？?，,]/.test(title)) return null;
    const bare = title.replace(/\s+/g, "");
    if (bare.length < 2) return null;
    const last = this.#last === SECTIONS.length ? 0 : this.#last;
    const about = BY_WORDS.map((words, k) => (words.test(bare) ? k + 1 : 0)).filter((own) => own > 0);
    const chosen = about.includes(number) || number === last + 1 ? number : about.find((own) => own > last);
    if (chosen === undefined || chosen <= last) return null;
    // What is next in order, but about another section, is that one.
    const meant = about.length > 0 && !about.includes(chosen) ? about.find((own) => own > last) : chosen;
    const section = meant === undefined ? undefined : SECTIONS[meant - 1];
    return section === undefined || this.#titled.has(section) ? null : { section, rest: "" };
  }
}

function numberOf({ number }: Section): number {
  return numeralValue(number) ?? 0;
}

/** The first signs of these titles; most lines begin with another and need no closer look. */
const FIRST_SIGNS: ReadonlySet<string> = /* @__PURE__ */ new Set([...BY_TITLE.keys()].map((title) => title.charAt(0)));
const LETTER = /\p{L}/u;

/** The section whose title of the form a text is or begins with, up to a mark. */
function knownTitle(text: string): { readonly section: Section; readonly end: number } | null {
  if (!FIRST_SIGNS.has(inSimplified(LETTER.exec(text)?.[0] ?? ""))) return null;
  const whole = BY_TITLE.get(normalizeLabel(text));
  if (whole !== undefined) return { section: whole, end: text.length };
  const end = END_OF_TITLE.exec(text)?.index;
  if (end === undefined) return null;
  const section = BY_TITLE.get(normalizeLabel(text.slice(0, end)));
  return section === undefined ? null : { section, end };
}
