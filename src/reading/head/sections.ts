import { describeForm, editionIds } from "../../form/form.js";
import { sectionsOf } from "../../form/sections.js";
import { reportSections } from "../../form/terms.js";
import type { Section } from "../../form/types.js";
import { MAX_TEXT } from "../../report/schemaParts.js";
import { normalizeLabel } from "../labelText.js";
import { SectionHeadings } from "./headings.js";
import type { HeadLine } from "./lines.js";

/** The text of a section, in the lines of the document. */
export interface SectionText {
  readonly section: Section;
  readonly heading: HeadLine;
  readonly lines: readonly HeadLine[];
}

/** Text of a document that is in no section that was read. */
export interface LostText {
  readonly why: "repeated" | "outside" | "tooLong";
  readonly line: HeadLine;
  readonly characters: number;
}

/** The sections of a document, the text of them that was not taken, and where the first begins. */
export interface Sections {
  readonly texts: ReadonlyMap<string, SectionText>;
  readonly lost: readonly LostText[];
  /** Sentences that are in no section, with their positions. */
  readonly outside: readonly { readonly line: HeadLine; readonly at: number }[];
  /** Position of the first heading; the number of lines if there is none. */
  readonly body: number;
  /** Positions of all headings. */
  readonly begins: readonly number[];
}

/** What pages print below a report: the text of section 六 ends there. */
const FURNITURE =
  /^(?:【|\[)?(?:上一篇|下一篇|上一条|下一条|相关链接|相关附件|附件下载|相关文档|相关信息|版权所有|主办单位|主办[:：]|承办单位|承办[:：]|技术支持|打印|关闭|分享|扫一扫|返回顶部|网站地图|网站标识码|浏览次数|责任编辑|信息来源|来源[:：])/;

/** Longer lines are text, whatever they begin with. */
const MAX_FURNITURE = 120;

/** A line with the marks of a sentence is text. */
const SENTENCE = /[。；;]|^[^，]*，.*\d/;
const SHORTEST_SENTENCE = 12;
const SHORTEST_ENDED = 4;

const isFurniture = ({ text }: HeadLine): boolean => text.length <= MAX_FURNITURE && FURNITURE.test(text) && !/。$/.test(text);
const isSentence = ({ text }: HeadLine): boolean =>
  text.length >= SHORTEST_SENTENCE ? SENTENCE.test(text) : text.length >= SHORTEST_ENDED && text.endsWith("。");

/** A line drawn as a table row is not a sentence. */
const ROW = /[|｜│┃\t]/;

/** Sections that are tables: other lines in them count as text if they are sentences. */
const TABLED: ReadonlySet<string> = new Set<string>([
  reportSections.disclosure.id,
  reportSections.requests.id,
  reportSections.remedies.id,
]);

/** What the form itself prints next to its tables. */
const PRINTED: ReadonlySet<string> = /* @__PURE__ */ (() =>
  new Set(
    editionIds.flatMap((id) => {
      const { tables } = describeForm(id).edition;
      const stubs = tables.flatMap(({ panels }) => panels.map(({ stub }) => stub));
      return [...stubs, ...sectionsOf(id).map(({ hint }) => hint)].flatMap((text) =>
        text === null ? [] : [normalizeLabel(text)],
      );
    }),
  ))();

interface Stretch extends SectionText {
  readonly lines: HeadLine[];
}

/** Divides a document into its sections. */
export function sectionsIn(lines: readonly HeadLine[]): Sections {
  const headings = new SectionHeadings(lines);
  const stretches: Stretch[] = [];
  const outside: { readonly line: HeadLine; readonly at: number }[] = [];
  let current: Stretch | null = null;
  const sentences = sentencesIn(lines);
  const begins: number[] = [];
  lines.forEach((line, i) => {
    const heading = headings.at(line);
    if (heading !== null) {
      begins.push(i);
      current = { section: heading.section, heading: line, lines: heading.rest === "" ? [] : [{ ...line, text: heading.rest }] };
      stretches.push(current);
    } else if (isFurniture(line)) current = null;
    else if (current !== null) {
      if (isTextOf(current.section, line, sentences.has(line))) current.lines.push(line);
    } else if (isSentence(line)) outside.push({ line, at: i });
  });
  const texts = new Map<string, SectionText>();
  const lost: LostText[] = [];
  for (const stretch of stretches) {
    const known = texts.get(stretch.section.id);
    const longer = known === undefined || lengthOf(stretch.lines) > lengthOf(known.lines) ? stretch : known;
    const other = longer === stretch ? known : stretch;
    texts.set(stretch.section.id, longer);
    if (other !== undefined && lengthOf(other.lines) > 0) lost.push(lostOf("repeated", other.lines));
  }
  for (const { section, lines: own } of texts.values()) {
    if (lengthOf(own) + own.length <= MAX_TEXT + 1) continue;
    lost.push(lostOf("tooLong", own));
    texts.delete(section.id);
  }
  return { texts, lost, outside, body: begins[0] ?? lines.length, begins };
}

/**
 * The introduction of a report before section 一: its legal basis, its contents, its contact. It repeats what is read elsewhere,
 * unless it counts something.
 */
const INTRODUCTION = /条例|公开法|格式|编制|报告|年报|统计期限|统计数据|电子版|联系|网站|门户/;
const COUNTED =
  /[\d〇一二三四五六七八九十百千万余]\s{0,4}(?:件|条(?=[，。；、,;])|元|万|宗|起|次|份|例|篇|项|人|个(?!部分|方面)|期)/;

const isIntroduction = ({ text }: HeadLine): boolean => INTRODUCTION.test(text) && !COUNTED.test(text);

/** The text in no section, without the title, which ends at `title`, and without what only introduces the report. */
export function textOutside({ outside }: Sections, title: number): readonly LostText[] {
  const lines = outside.flatMap(({ line, at }) => (at < title || isIntroduction(line) ? [] : [line]));
  return lines.length === 0 ? [] : [lostOf("outside", lines)];
}

/** A line that is as long as this may be carried on by the next. */
const SHORTEST_WRAPPED = 16;
const ENDED = /[。；;：:！!？?]$/;

/** The lines with sentences, and those that a sentence in the next line carries on, as in a text with lines of one width. */
function sentencesIn(lines: readonly HeadLine[]): ReadonlySet<HeadLine> {
  const found = new Set<HeadLine>();
  let goesOn = false;
  for (const line of [...lines].reverse()) {
    const wrapped: boolean = goesOn && line.text.length >= SHORTEST_WRAPPED && !ENDED.test(line.text);
    goesOn = line.isParagraph && !ROW.test(line.text) && (isSentence(line) || wrapped);
    if (goesOn) found.add(line);
  }
  return found;
}

function isTextOf({ id }: Section, line: HeadLine, hasSentence: boolean): boolean {
  return !PRINTED.has(normalizeLabel(line.text)) && (!TABLED.has(id) || hasSentence);
}

function lengthOf(lines: readonly HeadLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function lostOf(why: LostText["why"], lines: readonly HeadLine[]): LostText {
  const [line = { text: "", plain: "", place: null, isParagraph: true, isListed: false, row: 0 }] = lines;
  return { why, line, characters: lengthOf(lines) };
}
