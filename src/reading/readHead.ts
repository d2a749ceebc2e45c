import { Decimal } from "decimal.js";
import { halfWidth, withoutSpaces } from "../_internal/text.js";
import { type EditionId, editionIds, editions } from "../form/form.js";
import { REPORT_TITLE_ALIASES } from "../form/sections.js";
import { type OverviewPart, overviewParts, reportSections } from "../form/terms.js";
import type { Section, Term } from "../form/types.js";
import { YUAN_PATTERN } from "../report/money.js";
import { MAX_NAME, MAX_TEXT } from "../report/schema.js";
import type { Narrative, Overview, ReportHead } from "../report/types.js";
import { withoutArtefacts } from "./artefacts.js";
import { normalizeLabel, splitMarker } from "./labelText.js";
import type { SourceDocument } from "./source.js";

/** What is read around the tables: title, dates, text. */
export interface Head {
  readonly agency: string | null;
  readonly year: number | null;
  /** What is known of it, in the form of a draft. */
  readonly draft: Partial<ReportHead>;
}

/** Longest line that may be a title or a heading. */
const MAX_HEADING = 120;

/** Reads what stands around the tables. What is not certain is left out. */
export function readHead(document: SourceDocument): Head {
  const lines = linesOf(document);
  const sections = sectionsOf(lines);
  const body = sections[0]?.from ?? lines.length;
  const title = titleIn(lines, body);
  const { narrative, signedOn, signedBy } = narrativeOf(sections, title.agency);
  const agency = title.agency ?? signedBy;
  const publishedOn = publishedIn(lines) ?? isoDate(DATE_FIRST.exec(document.about?.published ?? ""));
  const informationProcessingFee = narrative.other === undefined ? null : feeIn(narrative.other);
  return {
    agency,
    year: title.year,
    draft: {
      ...(agency === null ? {} : { agency: { name: agency } }),
      ...(title.year === null ? {} : { year: title.year }),
      ...(signedOn === null ? {} : { signedOn }),
      ...(publishedOn === null ? {} : { publishedOn }),
      ...(Object.keys(narrative).length === 0 ? {} : { narrative }),
      ...(informationProcessingFee === null ? {} : { informationProcessingFee }),
    },
  };
}

/** The lines of text of a document. A row of a table counts where it has a single text, as a heading or a page in a frame has. */
function linesOf(document: SourceDocument): readonly string[] {
  const lines: string[] = [...(document.about?.titles ?? [])];
  for (const block of document.blocks) {
    if (block.kind === "paragraph") addLines(lines, block.text);
    else {
      for (const row of block.rows) {
        const filled = row.filter(({ text }) => text !== "");
        if (filled.length === 1) addLines(lines, filled[0]?.text ?? "");
      }
    }
  }
  return lines;
}

function addLines(lines: string[], text: string): void {
  for (const line of text.split("\n")) {
    const clean = withoutArtefacts(line).trim();
    if (clean !== "") lines.push(clean);
  }
}

// --- title ---------------------------------------------------------------------------------------------------------------

const TITLES = [...new Set([...editionIds.map((id) => editions[id].title), ...REPORT_TITLE_ALIASES])]
  .sort((a, b) => b.length - a.length)
  .join("|");
const TITLE_WORDS = new RegExp(TITLES);
const YEAR = "([12]\\d{3})年度?的?";
const TITLE_PATTERNS: readonly { readonly pattern: RegExp; readonly agency: number; readonly year: number }[] = [
  { pattern: new RegExp(`^(?:关于)?${YEAR}(?:${TITLES})`), agency: 0, year: 1 },
  { pattern: new RegExp(`^(?:关于)?(.{2,80}?)(?:关于)?${YEAR}(?:${TITLES})`), agency: 1, year: 2 },
  { pattern: new RegExp(`^${YEAR}(.{2,80}?)(?:${TITLES})`), agency: 2, year: 1 },
  { pattern: new RegExp(`^(.{2,80}?)(?:${TITLES})[(（]${YEAR}[)）]`), agency: 1, year: 2 },
];

/** What the names of agencies end in: so that a line above a title is taken for one only if it is one. */
const AGENCY_ENDING = /(?:政府|委员会|办公厅|办公室|[局厅部院署委办])$/;

/** What pages print in front of a title: a path of navigation, a label in brackets, the office that issues the report. */
const TRAIL = /^.*[>»›|:]|^(?:【[^】]{0,20}】|\[[^\]]{0,20}\])|^.{0,40}关于(?:印发|发布|公布)(?=.)/;

const CHINESE_DIGITS = "〇一二三四五六七八九";

interface Title {
  readonly agency: string | null;
  readonly year: number | null;
}

/** The title nearest above the text; pages list those of other years beside it. */
function titleIn(lines: readonly string[], body: number): Title {
  const above = lines.slice(0, body);
  for (let i = above.length - 1; i >= 0; i -= 1) {
    const title = titleAt(above, i, false) ?? titleAt(above, i, true);
    if (title !== null) return title;
  }
  for (let i = body; i < lines.length; i += 1) {
    const title = titleAt(lines, i, false);
    if (title !== null) return title;
  }
  return { agency: null, year: periodIn(lines) };
}

/** The title in a line or, where it is `broken` over two, in a line and the next. */
function titleAt(lines: readonly string[], at: number, broken: boolean): Title | null {
  const line = (lines[at] ?? "") + (broken ? (lines[at + 1] ?? "") : "");
  if (line.length > MAX_HEADING) return null;
  const text = yearInDigits(withoutSpaces(halfWidth(line)));
  if (!TITLE_WORDS.test(text)) return null;
  const plain = text.replace(TRAIL, "");
  for (const { pattern, agency, year } of TITLE_PATTERNS) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const name = agency === 0 ? nameAbove(lines[at - 1]) : (found[agency] ?? null);
    return { agency: name !== null && name.length <= MAX_NAME ? name : null, year: Number(found[year]) };
  }
  return null;
}

function nameAbove(line: string | undefined): string | null {
  const name = withoutSpaces(line ?? "");
  return name.length >= 3 && name.length <= 40 && AGENCY_ENDING.test(name) ? name : null;
}

/** 二〇二三年 as 2023年. */
function yearInDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/, (digits) =>
    [...digits].map((digit) => Math.max(0, CHINESE_DIGITS.indexOf(digit))).join(""),
  );
}

/** The year that the text says its figures cover, where it names one only. */
function periodIn(lines: readonly string[]): number | null {
  const years = new Set<string>();
  for (const line of lines) {
    for (const found of withoutSpaces(halfWidth(line)).matchAll(/([12]\d{3})年1月1日起?[至到—-]{1,2}(?:\1年|同年)?12月31日/g)) {
      if (found[1] !== undefined) years.add(found[1]);
    }
  }
  const [only, ...others] = years;
  return only !== undefined && others.length === 0 ? Number(only) : null;
}

// --- dates ---------------------------------------------------------------------------------------------------------------

const DATE = "([12]\\d{3})\\s?[-年/.]\\s?(\\d{1,2})\\s?[-月/.]\\s?(\\d{1,2})日?";
const PUBLISHED = new RegExp(`(?:发布|公开|发文|成文)(?:日期|时间)\\s{0,4}:?\\s{0,4}${DATE}`);
const DATE_FIRST = new RegExp(`^${DATE}`);
const DATE_ONLY = new RegExp(`^${DATE}$`);

function publishedIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > MAX_TEXT || !/(?:日期|时间)/.test(line)) continue;
    const date = isoDate(PUBLISHED.exec(halfWidth(line)));
    if (date !== null) return date;
  }
  return null;
}

function isoDate(found: RegExpExecArray | null): string | null {
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day < 1 || day > days ? null : `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

// --- sections ------------------------------------------------------------------------------------------------------------

interface Stretch {
  readonly section: Section;
  readonly from: number;
  readonly lines: readonly string[];
}

function titlesOf(entries: readonly (readonly [readonly string[], Section])[]): ReadonlyMap<string, Section> {
  return new Map(entries.flatMap(([titles, section]) => titles.map((title) => [normalizeLabel(title), section] as const)));
}

const SECTIONS = /* @__PURE__ */ (() =>
  titlesOf(
    editionIds.flatMap((id: EditionId) =>
      editions[id].sections.map((section) => [[section.title, ...section.aliases], section] as const),
    ),
  ))();

const PARTS: ReadonlyMap<string, OverviewPart> = /* @__PURE__ */ (() => {
  const parts: readonly Term<OverviewPart>[] = Object.values(overviewParts);
  return new Map(
    parts.flatMap(({ id, label, aliases }) => [label, ...aliases].map((text) => [normalizeLabel(text), id] as const)),
  );
})();

/** What pages print below a report: the text of section 六 ends there. */
const FURNITURE =
  /^(?:上一篇|下一篇|上一条|下一条|相关链接|相关附件|附件下载|相关文档|相关信息|版权所有|主办单位|主办|承办单位|承办|技术支持|打印|关闭|【打印|【关闭|\[打印|\[关闭|分享|扫一扫|返回顶部|网站地图|网站标识码|浏览次数|责任编辑|信息来源|来源[:：])/;

/** The stretches of text between the headings of sections. */
function sectionsOf(lines: readonly string[]): readonly Stretch[] {
  const stretches: { section: Section; from: number; lines: string[] }[] = [];
  let current: { lines: string[] } | null = null;
  for (const [i, line] of lines.entries()) {
    const heading = headingIn(line, SECTIONS, true);
    if (heading !== null) {
      const stretch = { section: heading.id, from: i, lines: heading.rest === "" ? [] : [heading.rest] };
      stretches.push(stretch);
      current = stretch;
    } else if (FURNITURE.test(line)) {
      current = null;
    } else {
      current?.lines.push(line);
    }
  }
  return stretches;
}

/** A numbering begins with a bracket, a numeral or a digit. */
const MAY_BE_NUMBERED = /^[(（一二三四五六七八九十\d０-９①-⑳⑴-⒇⒈-⒛㈠-㈩]/;

/** A heading, alone on its line or, where it is numbered, with the text after it. `rest` is that text. */
function headingIn<T>(
  line: string,
  labels: ReadonlyMap<string, T>,
  alone: boolean,
): { readonly id: T; readonly rest: string } | null {
  const numbered = MAY_BE_NUMBERED.test(line);
  if (!numbered && (!alone || line.length > MAX_HEADING)) return null;
  const start = line.length > MAX_HEADING ? line.slice(0, MAX_HEADING) : line;
  const { marker, rest } = numbered ? splitMarker(start) : { marker: "", rest: start };
  if (start === line) {
    const label = normalizeLabel(rest);
    const id = labels.get(label) ?? (marker === "" ? undefined : labels.get(bareLabel(label)));
    if (id !== undefined && (alone || marker !== "")) return { id, rest: "" };
  }
  const end = marker === "" ? null : END_OF_HEADING.exec(rest);
  if (end === null) return null;
  const label = normalizeLabel(rest.slice(0, end.index));
  const id = labels.get(label) ?? labels.get(bareLabel(label));
  return id === undefined ? null : { id, rest: line.slice(start.length - rest.length + end.index + 1).trim() };
}

const END_OF_HEADING = /[:：。;；\s]/;

/** A part of section 一 is often headed 主动公开情况 or 主动公开方面. */
function bareLabel(label: string): string {
  return label.replace(/(?:工作)?(?:情况|方面|工作)$/, "");
}

interface Texts {
  readonly narrative: Narrative;
  readonly signedOn: string | null;
  readonly signedBy: string | null;
}

function narrativeOf(stretches: readonly Stretch[], agency: string | null): Texts {
  const texts = new Map<string, readonly string[]>();
  for (const { section, lines } of stretches) {
    const known = texts.get(section.id);
    if (known === undefined || lengthOf(lines) > lengthOf(known)) texts.set(section.id, lines);
  }
  const last = texts.get(reportSections.other.id) ?? [];
  const { body, signedOn, signedBy } = withoutSignature(last, agency);
  const overview = overviewOf(texts.get(reportSections.overview.id) ?? []);
  const problems = textOf(texts.get(reportSections.problems.id) ?? []);
  const other = textOf(body);
  const narrative: Narrative = {
    ...(overview === null ? {} : { overview }),
    ...(problems === null ? {} : { problems }),
    ...(other === null ? {} : { other }),
  };
  return { narrative, signedOn, signedBy };
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function textOf(lines: readonly string[]): string | null {
  const text = lines.join("\n");
  return text === "" || text.length > MAX_TEXT ? null : text;
}

/** Agency and date below the text, as a report is signed. */
function withoutSignature(
  lines: readonly string[],
  agency: string | null,
): {
  readonly body: readonly string[];
  readonly signedOn: string | null;
  readonly signedBy: string | null;
} {
  const signedOn = isoDate(DATE_ONLY.exec(withoutSpaces(halfWidth(lines[lines.length - 1] ?? ""))));
  if (signedOn === null) return { body: lines, signedOn, signedBy: null };
  const above = lines[lines.length - 2];
  const signedBy = above === agency ? agency : nameAbove(above);
  return { body: lines.slice(0, signedBy === null ? -1 : -2), signedOn, signedBy };
}

/** Section 一 by its parts where at least two are headed and follow one another in the order of the form; else as it is. */
function overviewOf(lines: readonly string[]): Overview | null {
  const whole = textOf(lines);
  if (whole === null) return null;
  const order = Object.keys(overviewParts);
  const parts = new Map<OverviewPart, string[]>();
  const preamble: string[] = [];
  let current = preamble;
  let last = -1;
  for (const line of lines) {
    const heading = headingIn(line, PARTS, false);
    const at = heading === null ? -1 : order.indexOf(heading.id);
    if (heading === null || at <= last) {
      if (heading !== null) return whole;
      current.push(line);
      continue;
    }
    last = at;
    current = heading.rest === "" ? [] : [heading.rest];
    parts.set(heading.id, current);
  }
  if (parts.size < 2) return whole;
  const texts = Object.fromEntries([...parts].map(([id, own]) => [id, own.join("\n")]));
  return preamble.length === 0 ? texts : { preamble: preamble.join("\n"), ...texts };
}

// --- information-processing fee ------------------------------------------------------------------------------------------

const FEE = /信息处理费|实际收取/;
const FEE_AMOUNT = /(?:信息处理费|实际收取)[^。;\d]{0,24}?(\d[\d,]{0,15}(?:\.\d{1,4})?)(万?元)/g;
const FEE_NONE = /(?:未|没有|无)[^。;,]{0,14}信息处理费/;

/** The information-processing fee (信息处理费) that a text states, in yuan; `null` unless it states one, clearly. */
function feeIn(text: string): string | null {
  const plain = withoutSpaces(halfWidth(text)).replaceAll("；", ";").replaceAll("，", ",");
  if (!FEE.test(plain)) return null;
  const stated = new Set<string>();
  for (const [, digits = "", unit] of plain.matchAll(FEE_AMOUNT)) {
    stated.add(new Decimal(digits.replaceAll(",", "")).times(unit === "万元" ? 10_000 : 1).toFixed());
  }
  if (stated.size === 0 && FEE_NONE.test(plain)) stated.add("0");
  const [only = "", ...others] = stated;
  return others.length === 0 && YUAN_PATTERN.test(only) ? only : null;
}
