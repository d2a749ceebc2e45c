import { datesInDigits } from "../../_internal/chineseNumerals.js";
import { isoDateFrom } from "../../_internal/isoDates.js";
import { halfWidth } from "../../_internal/text.js";
import type { Place } from "../../findings/finding.js";
import { judgeName } from "./agencyWords.js";
import type { CardEntry, HeadLine } from "./lines.js";

const DATE = "((?:19|20)\\d{2})\\s{0,2}[-年/.]\\s{0,2}(\\d{1,2})\\s{0,2}[-月/.]\\s{0,2}(\\d{1,2})(?!\\d)\\s{0,2}[日号]?";
const DATE_FIRST = new RegExp(`^[^\\d]{0,4}${DATE}`);
const COMPACT_DATE = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const DATE_LAST = new RegExp(`^(.{0,60}?)[(（]?${DATE}[)）]?$`);

function isoOf(found: RegExpExecArray | null, from: number): string | null {
  if (found === null) return null;
  return isoDateFrom(Number(found[from]), Number(found[from + 1]), Number(found[from + 2]));
}

/** The date that a text begins with, as an ISO date; `null` if there is none or it does not exist. */
export function dateAtStart(text: string): string | null {
  const plain = datesInDigits(halfWidth(text)).trim();
  return isoOf(DATE_FIRST.exec(plain) ?? COMPACT_DATE.exec(plain), 1);
}

/** Labels of the day of publication, the surest first. 成文日期 is the day of signing, and no label of these. */
const PUBLICATION: readonly RegExp[] = [
  /^(?:发布|发表|公布|公开|上传)(?:日期|时间)$/,
  /^(?:发文|印发)(?:日期|时间)$/,
  /^(?:添加|录入|更新)(?:日期|时间)$/,
  /^(?:日期|时间)$/,
];
const SIGNING = /^成文(?:日期|时间)$/;

/** A date, and where it was found; `several` where the document states different ones. */
export interface FoundDate {
  readonly date: string | null;
  readonly raw: string;
  readonly place: Place | null;
  readonly several: readonly string[];
}

/** The day of publication that a document states. */
export function publicationIn(entries: readonly CardEntry[]): FoundDate | null {
  for (const labels of PUBLICATION) {
    const found = dated(entries, labels);
    if (found !== null) return found;
  }
  return null;
}

/** The day of signing that an index card states. */
export function signingIn(entries: readonly CardEntry[]): FoundDate | null {
  return dated(entries, SIGNING);
}

function dated(entries: readonly CardEntry[], labels: RegExp): FoundDate | null {
  const own = entries.filter(({ label, value }) => labels.test(label) && /\d{4}|[〇○零一二]{2}/.test(value));
  const [first] = own;
  if (first === undefined) return null;
  const dates = new Set(own.flatMap(({ value }) => dateAtStart(value) ?? []));
  const [only = null, ...others] = dates;
  const several = others.length === 0 ? [] : [...dates];
  return { date: several.length > 0 ? null : only, raw: first.value, place: first.place, several };
}

/** Agency and day at the end of a report, and how many lines they take. */
export interface Signature {
  readonly name: string | null;
  readonly date: string | null;
  readonly line: HeadLine | null;
  readonly from: number;
  readonly to: number;
}

/** Number of lines from the end within which a signature is looked for; remarks like 此件公开发布 follow it. */
const LAST_LINES = 4;

/** The signature at the end of lines: a name and a date, in one line or two, or a date alone. */
export function signatureIn(lines: readonly HeadLine[]): Signature | null {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LAST_LINES); at -= 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const found = DATE_LAST.exec(datesInDigits(line.plain));
    const before = found?.[1] ?? "";
    const date = isoOf(found, 2);
    if (date === null) continue;
    if (before !== "") {
      if (judgeName(before) !== "whole") continue;
      return { name: isSignedAbove(lines, at) ? null : before, date, line, from: at, to: at + 1 };
    }
    const above = lines[at - 1];
    const signed = above !== undefined && judgeName(above.plain) !== "none";
    const name = signed && judgeName(above.plain) === "whole" && !isSignedAbove(lines, at - 1) ? above.plain : null;
    return { name, date, line, from: signed ? at - 1 : at, to: at + 1 };
  }
  return null;
}

/** Whether another agency signed above: neither of two is the one of the report. */
function isSignedAbove(lines: readonly HeadLine[], at: number): boolean {
  const plain = lines[at - 1]?.plain ?? "";
  const found = DATE_LAST.exec(datesInDigits(plain));
  const name = found === null ? plain : (found[1] ?? "");
  return (found !== null && name === "") || judgeName(name) === "whole";
}
