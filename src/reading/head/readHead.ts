import { halfWidth, withoutSpaces } from "../../_internal/text.js";
import { type Finding, finding, type Language, type Sentence } from "../../findings/finding.js";
import { headItems } from "../../form/headTerms.js";
import { reportSections } from "../../form/terms.js";
import { DAMAGED_SIGN, MAX_NAME, MAX_TEXT } from "../../report/schemaParts.js";
import type { Agency, Narrative, ReportHead } from "../../report/types.js";
import { readingMessages } from "../messages.js";
import type { SourceDocument } from "../source.js";
import { agencyKindOf } from "./agencyKind.js";
import { judgeName } from "./agencyWords.js";
import { announcementsIn } from "./announcements.js";
import { dateAtStart, type FoundDate, publicationIn, type Signature, signatureIn, signingIn } from "./dates.js";
import { feeIn } from "./fee.js";
import { type CardEntry, cardEntriesOf, type HeadLine, linesOf, plainLine } from "./lines.js";
import { overviewOf } from "./overview.js";
import { type LostText, type Sections, sectionsIn, textOutside } from "./sections.js";
import { type NameFound, type SettledAgency, settleAgency } from "./settleAgency.js";
import { type SettledYear, settleYear, type YearFound } from "./settleYear.js";
import { type PlacedTitle, type Title, titleOf, titlesIn } from "./titles.js";
import type { HeadEntry, HeadSource, Told } from "./types.js";

/** What is read around the tables: title, dates, text. */
export interface Head {
  readonly agency: string | null;
  readonly year: number | null;
  /** The likeliest year if it is not certain: tables that state another year are not read. */
  readonly likelyYear: number | null;
  /** The row of the title that was taken, as lines count rows; -1 without one. */
  readonly titleRow: number;
  /** All lines of the document, the titles among them, and where sections begin. */
  readonly outline: Outline;
  /** What is known of it, in the form of a draft. */
  readonly draft: Partial<Omit<ReportHead, "agency">> & { readonly agency?: Agency };
  /** One entry for each item of the head, in the order of a draft. */
  readonly entries: readonly HeadEntry[];
  readonly findings: readonly Finding[];
}

/** The lines of a document, the titles of reports in them, and the positions of the headings of sections. */
export interface Outline {
  readonly lines: readonly HeadLine[];
  readonly titles: readonly PlacedTitle[];
  readonly begins: readonly number[];
}

/**
 * Reads the text around the tables. What is not certain is left out and reported. `tables`: the row that the tables begin with, where
 * that is known; the title stands above.
 */
export function readHead(document: SourceDocument, language: Language = "zh", tables = Number.POSITIVE_INFINITY): Head {
  const lines = linesOf(document);
  const cards = cardEntriesOf(document);
  const titles = titlesIn(lines);
  const sections = sectionsIn(lines);
  const pageTitles = pageTitlesOf(document);
  const below = lines.findIndex(({ row }) => row >= tables);
  const body = below < 0 ? sections.body : Math.min(sections.body, below);
  const title = titleOfReport(titles, pageTitles, body, lines[body]?.place?.sheet ?? null);
  const lost = [...sections.lost, ...textOutside(sections, title?.to ?? body)];
  const signature = signatureOf(sections);
  const above = lines.slice(0, body);
  const announced = announcementsIn(body === 0 ? lines : [...above, ...firstLines(sections)]);
  const names: NameFound[] = [];
  const years: YearFound[] = [];
  const add = (
    from: HeadSource,
    { name, year }: { name: string | null; year: number | null },
    raw: string,
    place: HeadLine["place"],
  ): void => {
    if (name !== null && name.length <= MAX_NAME && !name.includes(DAMAGED_SIGN)) names.push({ name, raw, from, place });
    if (year !== null) years.push({ year, raw, from, place });
  };
  const addTitle = (from: HeadSource, read: Title, raw: string, place: HeadLine["place"]): void => {
    add(from, read, raw, place);
    if (read.isOtherPeriod) years.push({ year: null, raw, from, place });
  };
  if (title !== null) {
    const raw = lines
      .slice(title.from, title.to)
      .map(({ text }) => text)
      .join(" ");
    addTitle(
      title.isAbove ? "title" : "otherTitle",
      { ...title, name: title.nameAbove ? null : title.name },
      raw,
      title.line.place,
    );
    if (title.nameAbove && title.name !== null) add("lineAbove", { name: title.name, year: null }, raw, title.line.place);
  }
  // Another title above the text, of another agency or year, makes it doubtful which one is that of the report.
  for (const { name, judgement, year, line } of title?.others ?? []) {
    add("otherTitle", { name: judgement === "whole" ? name : null, year }, line.text, line.place);
  }
  // Without a year it is the name of a site and of a section of it, and says nothing against a title.
  for (const page of pageTitles) {
    if (title === null || page.title.year !== null || page.title.isOtherPeriod)
      addTitle("pageTitle", page.title, page.text, null);
  }
  for (const { label, value, place } of cards) {
    const stated = TITLE_LABEL.test(label) ? titleOf(plainLine(value)) : null;
    // The line of an entry may be the title itself: it confirms nothing.
    if (stated !== null && place !== title?.line.place) addTitle("cardTitle", stated, value, place);
    const name = ISSUER_LABEL.test(label) ? withoutSpaces(halfWidth(value)) : "";
    if (judgeName(name) === "whole") add("card", { name, year: null }, value, place);
  }
  for (const { name, year, line } of announced) {
    add("announcement", { name, year }, line.text, line.place);
    if (year === null) years.push({ year, raw: line.text, from: "announcement", place: line.place });
  }
  for (const { year, line } of periodsIn(lines)) add("period", { name: null, year }, line.text, line.place);
  if (signature?.name != null && signature.line !== null) {
    add("signature", { name: signature.name, year: null }, signature.line.text, signature.line.place);
  }
  const agency = settleAgency(names, title?.longer ?? null);
  const year = settleYear(years);
  const dates = { published: publicationOf(document, cards), signed: signedOf(signature, cards) };
  return headOf(
    {
      agency,
      year,
      dates,
      sections,
      lost,
      signature,
      titleRow: title?.line.row ?? -1,
      outline: { lines, titles, begins: sections.begins },
    },
    language,
  );
}

const TITLE_LABEL = /^(?:标题|名称|信息名称|文件名称|题名)$/;
const ISSUER_LABEL = /^(?:发布机构|发布机关|发布单位|发文机关|发文机构|发文单位|公开主体|公开责任部门|责任部门)$/;

interface PageTitle {
  readonly text: string;
  readonly title: Title;
}

function pageTitlesOf(document: SourceDocument): readonly PageTitle[] {
  return (document.about?.titles ?? []).flatMap((text) => {
    const title = titleOf(plainLine(text));
    return title === null ? [] : [{ text, title }];
  });
}

interface ChosenTitle extends PlacedTitle {
  /** It stands above the text; else it may be that of another report. */
  readonly isAbove: boolean;
  /** The others above the text that may be the title as well. */
  readonly others: readonly PlacedTitle[];
}

/**
 * The title of the report among the titles in a document: one above the text that agrees with the title of the page; else the
 * one nearest above the text that is no item of a list, because pages list those of other years next to it; else the only one
 * below, if the rest of the document bears it out or it is on another worksheet than the text, which begins on `sheet`: those have
 * no order.
 */
function titleOfReport(
  titles: readonly PlacedTitle[],
  pages: readonly PageTitle[],
  body: number,
  sheet: string | null,
): ChosenTitle | null {
  const above = titles.filter(({ to }) => to <= body);
  const agrees = (one: PlacedTitle): boolean =>
    pages.some(({ title }) => one.name !== null && title.name === one.name && title.year === one.year);
  const agreed = above.findLast(agrees);
  const nearest = agreed ?? above.findLast(({ line }) => !line.isListed) ?? above[above.length - 1];
  // Above the title that agrees a page lists the reports of others and of other years; between it and the text it lists none.
  const others = above.filter(
    (one) =>
      one !== nearest &&
      (agreed === undefined || one.from >= agreed.to) &&
      (!one.line.isListed || nearest?.line.isListed === true),
  );
  if (nearest !== undefined) return { ...nearest, isAbove: true, others };
  const [only, ...further] = titles;
  const same = further.every(({ name, year }) => name === only?.name && year === only?.year);
  if (only === undefined || pages.length > 0 || !same) return null;
  return { ...only, isAbove: sheet !== null && only.line.place?.sheet !== sheet, others: [] };
}

/** How many lines of section 一 may still announce the report. */
const LINES_OF_PREAMBLE = 3;

function firstLines({ texts }: Sections): readonly HeadLine[] {
  return texts.get(reportSections.overview.id)?.lines.slice(0, LINES_OF_PREAMBLE) ?? [];
}

const PERIOD = /((?:19|20)\d{2})年1月1日(?:起|零时)?[至到—~-]{1,2}(?:\1年|同年|当年)?12月31日/g;

/** The years that, according to the text, its figures cover. */
function periodsIn(lines: readonly HeadLine[]): readonly { readonly year: number; readonly line: HeadLine }[] {
  return lines
    .filter(({ plain }) => plain.includes("1月1日"))
    .flatMap((line) => [...line.plain.matchAll(PERIOD)].map(([, year]) => ({ year: Number(year), line })));
}

function signatureOf({ texts }: Sections): (Signature & { readonly section: string }) | null {
  for (const { id } of [reportSections.other, reportSections.problems]) {
    const text = texts.get(id);
    if (text === undefined) continue;
    const found = signatureIn(text.lines);
    return found === null ? null : { ...found, section: id };
  }
  return null;
}

interface Dated extends FoundDate {
  readonly from: HeadSource;
}

function publicationOf(document: SourceDocument, cards: readonly CardEntry[]): Dated | null {
  const stated = publicationIn(cards);
  if (stated !== null) return { ...stated, from: "card" };
  const raw = document.about?.published ?? null;
  const date = raw === null ? null : dateAtStart(raw);
  return raw === null || date === null ? null : { date, raw, place: null, several: [], from: "file" };
}

function signedOf(signature: Signature | null, cards: readonly CardEntry[]): Dated | null {
  if (signature?.date != null) {
    const { text, place } = signature.line ?? { text: signature.date, place: null };
    return { date: signature.date, raw: text, place, several: [], from: "signature" };
  }
  const stated = signingIn(cards);
  return stated === null ? null : { ...stated, from: "card" };
}

interface Parts extends Pick<Head, "titleRow" | "outline"> {
  readonly agency: SettledAgency;
  readonly year: SettledYear;
  readonly dates: { readonly published: Dated | null; readonly signed: Dated | null };
  readonly sections: Sections;
  readonly lost: readonly LostText[];
  readonly signature: (Signature & { readonly section: string }) | null;
}

function headOf({ agency, year, dates, sections, lost, signature, titleRow, outline }: Parts, language: Language): Head {
  const name = agency.agency?.value ?? null;
  const reported = year.year?.value ?? null;
  const { narrative, entries: texts } = narrativeOf(sections, signature);
  const other = narrative.other;
  const stated = other === undefined ? null : feeIn(other, { agency: name, year: reported });
  const fee = stated?.said === "amount" ? stated.yuan : null;
  const kind: Pick<Agency, "kind" | "level"> = name === null ? {} : agencyKindOf(name);
  const [signedOn, publishedOn] = [dates.signed?.date ?? null, dates.published?.date ?? null];
  const ofName = (value: string | undefined): Told<string> | null =>
    value === undefined || agency.agency === null ? null : { ...agency.agency, value, from: "name" };
  const place = sections.texts.get(reportSections.other.id)?.heading.place ?? null;
  return {
    agency: name,
    year: reported,
    titleRow,
    outline,
    likelyYear: reported ?? year.unclear[0]?.year ?? null,
    draft: {
      ...(name === null ? {} : { agency: { name, ...kind } }),
      ...(reported === null ? {} : { year: reported }),
      ...(signedOn === null ? {} : { signedOn }),
      ...(publishedOn === null ? {} : { publishedOn }),
      ...(Object.keys(narrative).length === 0 ? {} : { narrative }),
      ...(fee === null ? {} : { informationProcessingFee: fee }),
    },
    entries: [
      entryOf("agency.name", agency.agency),
      entryOf("agency.kind", ofName(kind.kind)),
      entryOf("agency.level", ofName(kind.level)),
      entryOf("year", year.year),
      entryOf("signedOn", toldDate(dates.signed)),
      entryOf("publishedOn", toldDate(dates.published)),
      ...texts,
      entryOf("informationProcessingFee", fee === null ? null : { value: fee, raw: other ?? "", from: "section", place }),
    ],
    findings: [
      ...agencyFindings(agency, language),
      ...yearFindings(year, language),
      ...dateFindings("signedOn", SIGNED, dates.signed, language),
      ...dateFindings("publishedOn", PUBLISHED, dates.published, language),
      ...lost.map((one) => lostFinding(one, language)),
      ...(stated?.said === "unclear" ? [feeFinding(other ?? "", place, language)] : []),
    ],
  };
}

function toldDate(found: Dated | null): Told<string> | null {
  return found === null || found.date === null
    ? null
    : { value: found.date, raw: found.raw, from: found.from, place: found.place };
}

const LONGEST_RAW = 80;

function entryOf(path: string, told: Told<string | number> | null): HeadEntry {
  if (told === null) return { path, value: null, raw: null, from: null, place: null };
  return { path, value: told.value, raw: quote(told.raw), from: told.from, place: told.place };
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_RAW ? `${line.slice(0, LONGEST_RAW)}…` : line;
}

/** The texts of the sections without the signature at their end. */
function narrativeOf(
  { texts }: Sections,
  signature: Parts["signature"],
): { readonly narrative: Narrative; readonly entries: readonly HeadEntry[] } {
  const entries: HeadEntry[] = [];
  const textOf = (id: string): readonly string[] => {
    const own = texts.get(id);
    if (own === undefined) return [];
    const signed = signature?.section === id;
    return own.lines
      .filter((_, i) => !signed || signature === null || i < signature.from || i >= signature.to)
      .map(({ text }) => text);
  };
  const enter = (id: string, lines: readonly string[]): void => {
    const own = texts.get(id);
    const told =
      lines.length === 0 || own === undefined
        ? null
        : ({ value: own.section.number, raw: lines.join(" "), from: "section", place: own.heading.place } as const);
    const entry = entryOf(`narrative.${id}`, told);
    entries.push(told === null ? entry : { ...entry, value: quote(lines.join("\n")) });
  };
  const plain = (id: string): string | null => {
    const lines = textOf(id);
    enter(id, lines);
    const text = lines.join("\n");
    return text === "" || text.length > MAX_TEXT ? null : text;
  };
  const first = textOf(reportSections.overview.id);
  enter(reportSections.overview.id, first);
  const overview = overviewOf(first);
  const [disclosure, requests, remedies] = [
    plain(reportSections.disclosure.id),
    plain(reportSections.requests.id),
    plain(reportSections.remedies.id),
  ];
  const [problems, other] = [plain(reportSections.problems.id), plain(reportSections.other.id)];
  const narrative: Narrative = {
    ...(overview === null ? {} : { overview }),
    ...(disclosure === null ? {} : { disclosure }),
    ...(requests === null ? {} : { requests }),
    ...(remedies === null ? {} : { remedies }),
    ...(problems === null ? {} : { problems }),
    ...(other === null ? {} : { other }),
  };
  return { narrative, entries };
}

const AGENCY: Sentence = { zh: "机关名称", en: "name of the agency" };
const YEAR: Sentence = { zh: "年份", en: "year" };
const SIGNED: Sentence = { zh: headItems.signedOn.label, en: headItems.signedOn.english };
const PUBLISHED: Sentence = { zh: "发布日期", en: "date of publication" };

function list(values: readonly (string | number)[]): string {
  return [...new Set(values.map(String))].map(quote).join("、");
}

function agencyFindings({ agency, others, unclear }: SettledAgency, language: Language): readonly Finding[] {
  if (agency === null)
    return missing("agency.name", AGENCY, list(unclear.map(({ name }) => name)), unclear[0]?.place ?? null, language);
  if (others.length === 0) return [];
  return [
    contradiction("agency.name", AGENCY, agency.value, list(others.map(({ name }) => name)), others[0]?.place ?? null, language),
  ];
}

function yearFindings({ year, others, unclear }: SettledYear, language: Language): readonly Finding[] {
  if (year === null)
    return missing("year", YEAR, list(unclear.map((one) => one.year ?? one.raw)), unclear[0]?.place ?? null, language);
  if (others.length === 0) return [];
  return [
    contradiction("year", YEAR, year.value, list(others.map((one) => one.year ?? one.raw)), others[0]?.place ?? null, language),
  ];
}

function missing(
  path: string,
  expected: Sentence,
  found: string,
  place: HeadLine["place"],
  language: Language,
): readonly Finding[] {
  const details = { path, place, severity: "warning" } as const;
  if (found === "") return [finding(readingMessages, "reading.headMissing", { expected }, language, details)];
  return [finding(readingMessages, "reading.headUnclear", { expected, found }, language, { ...details, actual: found })];
}

function contradiction(
  path: string,
  what: Sentence,
  expected: string | number,
  found: string,
  place: HeadLine["place"],
  language: Language,
): Finding {
  const details = { path, place, severity: "warning", expected, actual: found } as const;
  return finding(readingMessages, "reading.headContradicted", { what, expected, found }, language, details);
}

function dateFindings(path: string, expected: Sentence, found: Dated | null, language: Language): readonly Finding[] {
  if (found === null || found.date !== null) return [];
  const what = found.several.length > 0 ? list(found.several) : quote(found.raw);
  return missing(path, expected, what, found.place, language);
}

function lostFinding({ why, line, characters }: LostText, language: Language): Finding {
  const found = quote(line.text);
  const details = { place: line.place, actual: found, severity: why === "outside" ? "advice" : "warning" } as const;
  return finding(readingMessages, `reading.text${TEXT_CODES[why]}`, { found, characters }, language, details);
}

const TEXT_CODES = { repeated: "Repeated", outside: "Outside", tooLong: "TooLong" } as const satisfies Record<
  LostText["why"],
  string
>;

function feeFinding(text: string, place: HeadLine["place"], language: Language): Finding {
  const details = { path: "informationProcessingFee", place, severity: "warning", actual: quote(text) } as const;
  return finding(readingMessages, "reading.feeUnclear", { found: quote(text) }, language, details);
}
