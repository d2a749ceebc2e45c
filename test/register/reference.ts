/**
 * The tally of a year, written a second time from docs/counting.md: plain and slow, with nothing of the library in it. It knows the few
 * words that the generated registers use.
 */
export interface Line {
  readonly number: string;
  readonly applicant: string;
  readonly received: string;
  readonly closed: string | null;
  readonly outcome: string | null;
}

export interface Reference {
  readonly recordNumbers: Readonly<Record<string, readonly string[]>>;
  readonly counted: number;
  readonly concludedBefore: number;
  readonly receivedAfter: number;
  readonly merged: number;
  readonly rejected: number;
}

const APPLICANTS: Readonly<Record<string, string>> = {
  naturalPerson: "naturalPerson",
  自然人: "naturalPerson",
  commercialEnterprise: "commercialEnterprise",
  商业企业: "commercialEnterprise",
};

/** What an outcome is on the form of 2021, and on that of 2019. */
const OUTCOMES: Readonly<Record<string, readonly [string | null, string | null]>> = {
  granted: ["granted", "granted"],
  "（一）予以公开": ["granted", "granted"],
  partiallyGranted: ["partiallyGranted", "partiallyGranted"],
  stateSecret: ["stateSecret", "stateSecret"],
  notHeld: ["notHeld", "notHeld"],
  otherReasons: ["otherReasons", "otherHandling"],
  feeNotPaidInTime: ["feeNotPaidInTime", "otherHandling"],
  otherHandling: [null, "otherHandling"],
  不予公开: [null, null],
  nonsense: [null, null],
};

const OPEN = ["carriedForward", "结转下年度继续办理"];

export const VOCABULARY = {
  applicants: [...Object.keys(APPLICANTS), "martian", ""],
  outcomes: [...Object.keys(OUTCOMES), ...OPEN],
};

function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return false;
  const date = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return date.getMonth() === Number(found[2]) - 1 && date.getDate() === Number(found[3]);
}

export function referenceTally(lines: readonly Line[], year: number): Reference {
  const form = year >= 2021 ? 0 : 1;
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const recordNumbers: Record<string, string[]> = {};
  const counts = { counted: 0, concludedBefore: 0, receivedAfter: 0, merged: 0, rejected: 0 };
  const put = (row: string, who: string, number: string): void => {
    const address = `requests.${row}.${who}`;
    recordNumbers[address] = [...(recordNumbers[address] ?? []), number];
  };
  const outcomeOf = (line: Line): string | null => {
    if (line.outcome === null || OPEN.includes(line.outcome)) return null;
    return OUTCOMES[line.outcome]?.[form] ?? null;
  };
  for (const number of new Set(lines.map((line) => line.number))) {
    const mine = lines.filter((line) => line.number === number);
    if (number === "") {
      counts.rejected += mine.length;
      continue;
    }
    const readable = mine.filter(
      ({ received, closed }) => isDate(received) && (closed === null || (isDate(closed) && closed >= received)),
    );
    if (readable.length < mine.length) {
      counts.rejected += mine.length;
      continue;
    }
    let one = false;
    for (const day of new Set(mine.map(({ received }) => received))) {
      const same = mine.filter(({ received }) => received === day);
      const ends = same.map(({ closed }) => closed);
      const closed = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
      if (closed !== null && closed < first) {
        counts.concludedBefore += 1;
        counts.merged += same.length - 1;
        continue;
      }
      if (day > last) {
        counts.receivedAfter += 1;
        counts.merged += same.length - 1;
        continue;
      }
      const inYear = closed !== null && closed <= last;
      const whose = same.map(({ applicant }) => APPLICANTS[applicant] ?? null);
      const outcomes = inYear ? same.map(outcomeOf) : [];
      const distinct = new Set(outcomes);
      const oneEnd = new Set(same.map((line) => `${line.closed}/${line.outcome}`)).size === 1;
      let outcome: string | null = inYear ? (outcomes[0] ?? null) : "carriedForward";
      if (distinct.size > 1) outcome = distinct.has("granted") || distinct.has("partiallyGranted") ? "partiallyGranted" : null;
      const clear = !whose.includes(null) && !distinct.has(null) && (new Set(whose).size === 1 || oneEnd) && outcome !== null;
      const who = whose[0] ?? null;
      if (one || !clear || who === null || outcome === null) {
        counts.rejected += same.length;
        continue;
      }
      one = true;
      counts.counted += 1;
      counts.merged += same.length - 1;
      put(day >= first ? "received" : "broughtForward", who, number);
      put(outcome, who, number);
    }
  }
  return { recordNumbers, ...counts };
}
