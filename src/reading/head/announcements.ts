import { REPORT_TITLE_WORDINGS } from "../../form/titles.js";
import { judgeName, NAME_ENDING } from "./agencyWords.js";
import type { HeadLine } from "./lines.js";
import { OTHER_DOCUMENTS, titleOf } from "./titles.js";

/** The verbs with which a sentence announces the report: 现公布某县教育局2023年政府信息公开工作年度报告如下. */
export interface Announcement {
  readonly name: string | null;
  /** `null` where it names several. */
  readonly year: number | null;
  readonly line: HeadLine;
}

const YEAR = "(?:(?:19|20)\\d{2}年?度?([-—–~～至到和与及、/]))?((?:19|20)\\d{2})(?:年度|年)的?";
/** The title in a sentence, with a name before its year or behind it, and what follows it. */
const TITLE = new RegExp(`${YEAR}([^,，。;；:：]{0,40}?)(?:${REPORT_TITLE_WORDINGS})(.{0,4})`, "g");

const HAS_YEAR = /(?:19|20)\d{2}/;

/** Behind the title of another document the sentence goes on with what that is about. */
const ANOTHER = /^(?:的?(?:格式|编制|编写|编报|撰写|填报|报送|工作|有关|事项|要求|通知|模板|样式|函|审核|发布工作|公布工作))/;

/** Where a name may begin: behind a mark, or behind what is done with the report. */
const BEGINNING =
  /[,，。;；:：!！?？《〈“"'(（、>]|现将|特将|现就|现对|现(?:向社会)?(?:公开|公布|发布)|特(?:此)?(?:公布|发布)|公布|发布|公开|公示|编制(?:完成|形成)?了?|制定了?|撰写了?|形成了?|制作了?|起草了?|印发|报送|提交|更正|勘误|修订|撤回|通报|关于|以下是|这是|将(?!乐县)|对|(?<!自)由/g;

/** The verbs with which an agency announces its own report, after its name: 某县水务局现向社会公布本单位2023年…. */
const OF_ITS_OWN = /[现特]?向社会(?:公众)?(?:公布|公开|发布)(?:本(?:单位|机关|部门|级|局|委|办)|我(?:单位|机关|部门|局|委|办))?$/;

/** How far before the year a name may begin. */
const REACH = 80;

/** The announcements in the lines, in order. Titles are not among them, nor are links to other documents. */
export function announcementsIn(lines: readonly HeadLine[]): readonly Announcement[] {
  return lines
    .filter(({ plain }) => HAS_YEAR.test(plain) && !OTHER_DOCUMENTS.test(plain) && titleOf(plain) === null)
    .flatMap((line) => [...line.plain.matchAll(TITLE)].flatMap((found) => announcementOf(found, line)));
}

function announcementOf(found: RegExpMatchArray, line: HeadLine): readonly Announcement[] {
  const [, several, year = "", between = "", behind = ""] = found;
  if (ANOTHER.test(behind.replace(/^[》”"]/, "")) && !/^[》”"]?$/.test(behind)) return [];
  const before = line.plain.slice(Math.max(0, (found.index ?? 0) - REACH), found.index);
  const inside = judgeName(between) === "whole" ? between : null;
  return [{ name: between === "" ? nameAtEnd(before) : inside, year: several === undefined ? Number(year) : null, line }];
}

/** Behind these a second name of a list begins: 某县水务局、某县林业局. */
const LISTING = /[、,]$/;

/** The longest whole name that a text ends in and that begins where a name may begin. The last of several names is not taken. */
function nameAtEnd(before: string): string | null {
  const text = before
    .replace(/[《“"]$/, "")
    .replace(/(?:关于|的)$/, "")
    .replace(OF_ITS_OWN, "");
  const starts = [0, ...[...text.matchAll(BEGINNING)].map((match) => match.index + match[0].length)];
  for (const start of starts) {
    const name = text.slice(start);
    const judgement = judgeName(name);
    if (judgement === "several") return null;
    if (judgement === "whole") return isListed(text.slice(0, start)) ? null : name;
  }
  return null;
}

const isListed = (before: string): boolean => LISTING.test(before) && NAME_ENDING.test(before.slice(0, -1));
