import { datesInDigits } from "../_internal/chineseNumerals.js";
import { dayOf, isoDate, isoDateFrom, isTimeOfDay } from "../_internal/isoDates.js";
import { halfWidth } from "../_internal/text.js";

/** 2023-1-5, 2023/1/5, 2023.1.5, 2023年1月5日 or 5号, and what may stand behind: the day of the week, the time of day. */
const WRITTEN = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(.*)$/;
/** 5-Jan-2023 and 5-Jan-23: the month as a word says which of the others is the day. */
const ENGLISH = /^(\d{1,2})[- ]([a-z]{3})[a-z]{0,6}[- ](\d{4}|\d{2})(.*)$/i;
const BEHIND =
  /^ ?\(?(?:(?:星期|周|礼拜)[一二三四五六日天])?\)?[ T]?(?:(?:上午|下午|早上|中午|晚上|AM|PM)? ?(?:(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:\.\d{1,6})?秒?)? ?(?:AM|PM)?(?:\+08:?00)?)?)$/i;

/** A day as a spreadsheet counts it, with or without its time: from 1982 to 2064, so that no other number is taken for one. */
const SERIAL = /^([345]\d{4})(?:\.\d+)?$/;
/** Day 0 of spreadsheets (1899-12-30) in days since 1970. */
const SERIAL_START = -25_569;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date as people and spreadsheets write it as an ISO date; `null` for anything else, a day that does not exist included. A time of
 * day must be one, and is dropped; one of another time zone may mean another day, and is refused.
 */
export function writtenDate(written: string): string | null {
  if (dayOf(written) !== null) return written;
  if (written.length > MAX_WRITTEN_DATE) return null;
  const text = datesInDigits(halfWidth(written).trim().replace(/ {2,}/g, " "));
  const serial = SERIAL.exec(text)?.[1];
  if (serial !== undefined) return isoDate(Number(serial) + SERIAL_START);
  const [, year, month, day, behind = ""] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? english(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || !isTime(behind)) return null;
  return isoDateFrom(Number(year), Number(month), Number(day));
}

/** Longest text that is looked at for a date. */
const MAX_WRITTEN_DATE = 60;

function isTime(behind: string): boolean {
  if (behind === "") return true;
  const found = BEHIND.exec(behind);
  if (found === null) return false;
  const [, hour = "0", minute = "0", second = "0"] = found;
  return isTimeOfDay(Number(hour), Number(minute), Number(second));
}

function english(text: string): readonly string[] | null {
  const [whole, day, name, year, behind] = ENGLISH.exec(text) ?? [];
  const month = MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
  if (whole === undefined || day === undefined || year === undefined || month === 0) return null;
  return [whole, year.length === 2 ? `20${year}` : year, String(month), day, behind ?? ""];
}
