const DAY_MS = 86_400_000;
/** Years from 1000: `Date.UTC` takes those before 100 for others. */
const ISO_DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** A day as a number of days since 1970-01-01, or `null` for what is no real ISO date. No time zone has a part in it. */
export function dayOf(date: string): number | null {
  if (!ISO_DATE.test(date)) return null;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** How many days a month has. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The ISO date of a day. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week, Sunday being 0. */
export function weekday(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}
