import type { HeadSource, Told } from "./types.js";

/** A year that a document states for its report; `null` where it names several at once. */
export interface YearFound {
  readonly year: number | null;
  readonly raw: string;
  readonly from: HeadSource;
  readonly place: Told<number>["place"];
}

/** The year that results from the years in a document. */
export interface SettledYear {
  readonly year: Told<number> | null;
  /** Other years that it also states. */
  readonly others: readonly YearFound[];
  readonly unclear: readonly YearFound[];
}

const RANK: readonly HeadSource[] = ["title", "pageTitle", "cardTitle", "announcement", "period", "otherTitle"];

/** Titles: where one of them names another year than the title of the report, something else has to say which is right. */
const TITLES: ReadonlySet<HeadSource> = new Set<HeadSource>(["pageTitle", "cardTitle", "otherTitle"]);

/** Decides which year a document reports on. A title that names several years settles nothing. */
export function settleYear(found: readonly YearFound[]): SettledYear {
  const ranked = [...found].sort((a, b) => RANK.indexOf(a.from) - RANK.indexOf(b.from));
  const several = ranked.filter(({ year }) => year === null);
  const [first] = ranked;
  if (several.length > 0 || first === undefined || first.year === null) return { year: null, others: [], unclear: several };
  const others = ranked.filter(({ year }) => year !== first.year);
  // A stretch of time and an announcement are text: where they are all there is, they have to agree.
  if ((first.from === "period" || first.from === "announcement") && others.length > 0) {
    return { year: null, others: [], unclear: [first, ...others] };
  }
  if (first.from === "otherTitle") return { year: null, others: [], unclear: [first] };
  const isConfirmed = ranked.some(({ year, from }) => year === first.year && from !== first.from && from !== "otherTitle");
  if (!isConfirmed && others.some(({ from }) => TITLES.has(from))) return { year: null, others: [], unclear: [first, ...others] };
  return { year: { value: first.year, raw: first.raw, from: first.from, place: first.place }, others, unclear: [] };
}
