import { isoDateFrom, isTimeOfDay } from "../_internal/isoDates.js";
import { halfWidth } from "../_internal/text.js";

/** Dates as registers write them: 2023-1-5, 2023/1/5, 2023.1.5, 2023年1月5日, with or without a time of day. */
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const WRITTEN_DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A written date as an ISO date; anything else, a day or a time that there is not included, as it is. */
export function isoFromWritten(text: string): string {
  const plain = halfWidth(text).trim();
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] =
    WRITTEN_DATE.exec(plain) ?? COMPACT_DATE.exec(plain) ?? [];
  if (!isTimeOfDay(Number(hours), Number(minutes), Number(seconds))) return text;
  return isoDateFrom(Number(year), Number(month), Number(day)) ?? text;
}
