import { REPORT_TITLE_WORDINGS, TITLE_KIND, TITLE_SUBJECT } from "../../form/titles.js";
import { beginsName, judgeName, type NameJudgement } from "./agencyWords.js";
import type { HeadLine } from "./lines.js";

/** The content of a title. */
export interface Title {
  /** The name in it as printed, or `null`. */
  readonly name: string | null;
  readonly judgement: NameJudgement;
  readonly year: number | null;
  /** It names several years, or a part of one: 2023-2024年, 2023年上半年. */
  readonly isOtherPeriod: boolean;
}

/** A title in the lines of a document. */
export interface PlacedTitle extends Title {
  readonly line: HeadLine;
  /** Positions of its lines: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** The name was on separate lines above the title. */
  readonly nameAbove: boolean;
  /** The line above may be the first part of the name: then this is the name with it. */
  readonly longer: string | null;
}

/** Longest title, and most lines that one is printed on. */
const MAX_TITLE = 120;
const MAX_LINES = 4;

const YEAR = "(?:19|20)\\d{2}";
const YEARS = `${YEAR}年?度?(?:[-—–~～至到和与及、/](?:${YEAR}|\\d{2}(?=年))年?度?)+`;
const ONE_YEAR = `${YEAR}(?:年度|年)?`;
/** Less than a year: such figures are none of an annual report. */
const PART_OF_YEAR = "(?:[上下]?半年度?|第?[一二三四1-4前]+个?季度)";
const WHEN = `[([【〔]?(?:(?<other>${YEARS}|${ONE_YEAR}${PART_OF_YEAR})|(?<year>${ONE_YEAR}))[)\\]】〕]?`;
const TITLE = `(?:${REPORT_TITLE_WORDINGS})`;
const OPEN = "[《“\"'「]{0,2}";
const CLOSE = "[》”\"'」★☆※]{0,3}";
const ISSUED = "(?:关于)?(?:印发|发布|公布|公开|报送|公示|转发)?的?";
/** What may follow a title: a remark in brackets, 的通知, the ending of a file's name, the name of a site. */
const TAIL = `${CLOSE}(?:[(【\\[][^()【】\\[\\]]{0,24}[)】\\]])?(?:的(?:通知|公告|公示|函|报告))?(?:\\.(?:docx?|pdf|html?|wps|ofd|txt|xlsx?))?(?:[-_|｜—–·~](?:.{0,60}))?$`;

const PATTERNS: readonly RegExp[] = [
  // 某县教育局(关于)2023年政府信息公开工作年度报告, 某县教育局关于印发《2023年…》的通知
  new RegExp(`^${OPEN}(?<name>.{0,60}?)的?${OPEN}${ISSUED}${OPEN}${WHEN}的?${OPEN}${TITLE}${TAIL}`),
  // 2023年某县教育局政府信息公开工作年度报告
  new RegExp(`^${OPEN}(?:关于)?${WHEN}的?(?<name>.{2,60}?)的?${OPEN}(?:关于)?${TITLE}${TAIL}`),
  // 某县教育局政府信息公开工作年度报告(2023年)
  new RegExp(`^${OPEN}(?<name>.{0,60}?)的?${OPEN}(?:关于)?${TITLE}${CLOSE}[-—]{0,2}${WHEN}${TAIL}`),
  // 某县教育局政府信息公开工作2023年度报告
  new RegExp(`^${OPEN}(?<name>.{0,60}?)的?${OPEN}(?:关于)?${TITLE_SUBJECT}${WHEN}${TITLE_KIND}${TAIL}`),
  // 某县教育局政府信息公开工作年度报告
  new RegExp(`^${OPEN}(?<name>.{0,60}?)的?${OPEN}(?:关于)?${TITLE}${TAIL}`),
];

/** The office that issues a report in front of whose report it is: 某市政府办公室关于印发某市…. */
const ISSUER = /^.{2,40}?关于(?:印发|发布|公布|转发|公开)(?=.)/;

/** What pages print in front of a title: a path of navigation, a label with its colon or in brackets, a bullet. */
const CRUMBS = /^.*(?:[>»›]|(?:首页|公开|年报|报告|目录|位置)[/\\])/;
const LABEL = /^(?:[^:《》,，。]{1,12}:|【[^】]{0,20}】|\[[^\]]{0,20}\]|[·•●★☆■◆▪※*-]{1,3}|\d{1,2}[.、])/;

/** The name of a site or of a part of it, in front of a title. */
const SITE = /^[^\d\-_|｜—–]{2,30}[-_|｜—–]{1,2}/;

/** A labelled line of page metadata, such as the source or the author; a title or an issuer may be labelled so. */
const OF_ANOTHER =
  /^(?!(?:标题|名称|题名|文件名称|信息名称|(?:填报|报告|编制|公开|发布|发文|责任)?(?:单位|机关|机构|部门|主体)(?:名称)?):)[^:《》,，。]{1,12}:/;

/** A line above a title that is not part of it: a navigation path, or the source of the page. */
function isOfPage(plain: string): boolean {
  return CRUMBS.test(plain) || OF_ANOTHER.test(plain);
}

/** Lines that name other documents. */
export const OTHER_DOCUMENTS = /^(?:【|\[)?(?:上一篇|下一篇|上一条|下一条|上篇|下篇|相关|附件|附:|附表|链接|延伸|推荐|更多)/;

/** The title that a line is, or `null`. A title has no marks of a sentence and ends after its words. */
export function titleOf(plain: string): Title | null {
  if (plain.length > MAX_TITLE || !/报告|年报/.test(plain) || OTHER_DOCUMENTS.test(plain)) return null;
  const text = plain.replace(CRUMBS, "").replace(LABEL, "").replace(LABEL, "");
  const issued = text.replace(ISSUER, "");
  const inner = titleIn(issued) ?? titleIn(issued.replace(SITE, ""));
  return issued === text || (inner !== null && inner.name !== null) ? inner : (titleIn(text) ?? inner);
}

function titleIn(text: string): Title | null {
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const { name: written = "", ...when } = groups;
    const name = written === "" ? null : written;
    const judgement = name === null ? "none" : judgeName(name);
    if (name !== null && judgement === "none") continue;
    return { name, judgement, ...whenOf(when) };
  }
  return null;
}

function whenOf({ year, other }: Readonly<Record<string, string | undefined>>): Pick<Title, "year" | "isOtherPeriod"> {
  return { year: year === undefined ? null : Number(year.slice(0, 4)), isOtherPeriod: other !== undefined };
}

/** All titles in the lines of a document, each by its last line. */
export function titlesIn(lines: readonly HeadLine[]): readonly PlacedTitle[] {
  const titles: PlacedTitle[] = [];
  for (let last = 0; last < lines.length; last += 1) {
    const title = titleEndingAt(lines, last);
    if (title !== null) titles.push(title);
  }
  return titles;
}

/** A line that can be one of several of a title. */
function isPartOfTitle({ plain }: HeadLine): boolean {
  return plain !== "" && plain.length <= MAX_TITLE && !/[。；;！？!?，,]/.test(plain) && !OTHER_DOCUMENTS.test(plain);
}

/** How the last line of a title reads; its last word may be parted by the line. */
const LAST_PART = /报告|年报|^告$|^[(【[]?(?:19|20)\d{2}年?度?[)】\]]?$/;

/** The title whose words end in a line: in as few lines as make it whole. */
function titleEndingAt(lines: readonly HeadLine[], last: number): PlacedTitle | null {
  const found = shortestAt(lines, last);
  return found === null ? null : withLineAbove(lines, found);
}

/**
 * What half a name may be below of. Any other whole name above it is its own, as that of the site (某县人民政府, 某县财政局 over
 * 教育局2023年…), except for offices that are named after the body that they serve.
 */
const ABOVE = /(?:[省市县区州盟旗镇乡师团]|街道|兵团|管委会|管理委员会|集团|公司|大学|总局|海关总署)$/;
const OFFICE = /^(?:办公|国有资产|驻|外事|参事|发展研究)/;

function shortestAt(lines: readonly HeadLine[], last: number): PlacedTitle | null {
  if (!LAST_PART.test(lines[last]?.plain ?? "")) return null;
  let joined = "";
  let best: PlacedTitle | null = null;
  for (let from = last; from >= 0 && last - from < MAX_LINES; from -= 1) {
    const line = lines[from];
    if (line === undefined || !isPartOfTitle(line) || (from < last && isOfPage(line.plain))) return best;
    // Two titles one above the other are two titles.
    if (best !== null && titleOf(line.plain) !== null) return best;
    if (best?.judgement === "half" && !completes(lines, from, best.name ?? "")) return best;
    joined = line.plain + joined;
    const title = titleOf(joined);
    if (title !== null)
      best = { ...title, line, from, to: last + 1, nameAbove: best !== null && best.name === null, longer: null };
    else if (best !== null) return best;
    if (title?.judgement === "whole" || title?.judgement === "several") return best;
  }
  return best;
}

/** Whether a line is what half a name below it lacks. */
function completes(lines: readonly HeadLine[], at: number, half: string): boolean {
  const [above, line] = [lines[at - 1]?.plain ?? "", lines[at]?.plain ?? ""];
  if (beginsName(line) === "no" || isListed(line, above)) return false;
  return judgeName(line) !== "whole" || ABOVE.test(line) || OFFICE.test(half);
}

/** Whether two lines are places of one rank, as a menu lists them. */
function isListed(line: string, above: string): boolean {
  return BARE_PLACE.test(line) && BARE_PLACE.test(above) && line.at(-1) === above.at(-1);
}
const BARE_PLACE = /^.{1,7}[省市县区州盟旗镇乡]$/;

/**
 * The line above may hold the first part of a name. An incomplete name continues in the next line (某市生态环 over 境局), and
 * so does a place that the agency is subordinate to. A whole name above may be part of it (国家税务总局 over 某县税务局) or be
 * separate: then both are returned.
 */
function withLineAbove(lines: readonly HeadLine[], title: PlacedTitle): PlacedTitle {
  const line = lines[title.from - 1];
  const above = line?.plain ?? "";
  const { name } = title;
  const begins = beginsName(above);
  if (title.nameAbove && title.judgement === "whole" && isAnother(above, name ?? "")) {
    return { ...title, name: `${above}、${name}`, judgement: "several" };
  }
  if (title.nameAbove && begins !== "likely") return title;
  if (line === undefined || name === null || title.judgement !== "whole" || begins === "no") return title;
  const ofItsOwn = name.startsWith(above) || above.endsWith(name) || (placeOf(name) !== null && placeOf(name) === placeOf(above));
  if (ofItsOwn || GOVERNMENT.test(above) || judgeName(above + name) !== "whole") return title;
  const isUnfinished = judgeName(above) === "none" || /[省市州盟县区]$/.test(above);
  return begins === "likely" && isUnfinished
    ? { ...title, line, from: title.from - 1, name: above + name }
    : { ...title, longer: above + name };
}

/** Whether a line is the name of another body than a government or a place: two names over one title are two agencies. */
function isAnother(above: string, name: string): boolean {
  return (
    judgeName(above) === "whole" &&
    !GOVERNMENT.test(above) &&
    !ABOVE.test(above) &&
    !above.endsWith(name) &&
    !name.startsWith(above)
  );
}

/** A government or its office. */
const GOVERNMENT = /政府(?:办公[室厅])?$/;

/** The first place in a name. */
function placeOf(name: string): string | null {
  return /^.{1,8}?[省市县区州盟旗镇乡]/.exec(name)?.[0] ?? null;
}
