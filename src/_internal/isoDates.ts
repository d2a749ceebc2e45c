const DAY_MS = 86_400_000;

/** Years from 1000: `Date.UTC` maps years before 100 to 1900–1999. */
const ISO_DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Number of days of a month; 0 for an invalid month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The ISO date of a day of the calendar, or `null` where there is no such day. */
export function isoDateFrom(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(month) || !Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A date as a number of days since 1970-01-01, or `null` for an invalid ISO date. Independent of the time zone. */
export function dayOf(date: string): number | null {
  if (!ISO_DATE.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return isoDateFrom(year, month, day) === null ? null : Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The ISO date of a day. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week, Sunday being 0. */
export function weekday(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** Whether hours, minutes and seconds are a time of day: 23:59:59 is the last. */
export function isTimeOfDay(hours: number, minutes: number, seconds = 0): boolean {
  const within = (value: number, end: number): boolean => Number.isInteger(value) && value >= 0 && value < end;
  return within(hours, 24) && within(minutes, 60) && within(seconds, 60);
}

/** Days from one ISO date to another; an invalid date counts as 1970-01-01. */
export function daysBetween(from: string, to: string): number {
  return (dayOf(to) ?? 0) - (dayOf(from) ?? 0);
}
