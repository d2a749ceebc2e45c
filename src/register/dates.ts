import { halfWidth } from "../_internal/text.js";

const DAY_MS = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Dates as registers write them: 2023-1-5, 2023/1/5, 2023.1.5, 2023年1月5日, with or without a time of day. */
const WRITTEN_DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** A day as a number of days since 1970-01-01, or `null` for what is no real ISO date. No time zone has a part in it. */
export function dayOf(date: string): number | null {
  const [, year = "", month = "", day = ""] = ISO_DATE.exec(date) ?? [];
  if (year === "") return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return isoDate(time / DAY_MS) === date ? time / DAY_MS : null;
}

/** The ISO date of a day. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week, Sunday being 0. */
export function weekday(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** A written date as an ISO date; anything else as it is. */
export function isoFromWritten(text: string): string {
  const [, year = "", month = "", day = ""] = WRITTEN_DATE.exec(halfWidth(text).trim()) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
