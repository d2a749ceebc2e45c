import { agencyKindOf } from "./agencyKind.js";
import { judgeName } from "./agencyWords.js";
import type { HeadSource, Told } from "./types.js";

/** A name that a document states for its agency, and where. */
export interface NameFound {
  readonly name: string;
  readonly raw: string;
  readonly from: HeadSource;
  readonly place: Told<string>["place"];
}

/** The agency that results from the names in a document. */
export interface SettledAgency {
  readonly agency: Told<string> | null;
  /** Names that are another agency's. */
  readonly others: readonly NameFound[];
  /** What was seen and not taken: half a name, or names that contradict each other. */
  readonly unclear: readonly NameFound[];
}

/** Sources that a name is taken from, the surest first. Titles take precedence over the text, and the text over its surroundings. */
const RANK: readonly HeadSource[] = [
  "title",
  "pageTitle",
  "cardTitle",
  "announcement",
  "lineAbove",
  "signature",
  "card",
  "otherTitle",
];
const TITLES: ReadonlySet<HeadSource> = new Set<HeadSource>(["title", "pageTitle", "cardTitle"]);
/** Names in the lines of the title, or above them. */
const IN_TITLE: ReadonlySet<HeadSource> = new Set<HeadSource>(["title", "lineAbove"]);
/** Sources that have to agree with each other: each may belong to somebody else. */
const WEAK: ReadonlySet<HeadSource> = new Set<HeadSource>(["announcement", "lineAbove", "signature", "card"]);

/**
 * Decides which agency a document is of. `longer`: the name with the line above it, which may belong to it; only another place
 * that agrees with one of them decides.
 */
export function settleAgency(found: readonly NameFound[], longer: string | null): SettledAgency {
  const whole = found.filter(({ name }) => judgeName(name) === "whole");
  const ranked = [...whole].sort((a, b) => RANK.indexOf(a.from) - RANK.indexOf(b.from));
  const [first] = ranked;
  const several = found.filter(({ name }) => judgeName(name) === "several");
  if (several.some(({ from }) => TITLES.has(from))) return { agency: null, others: [], unclear: several };
  const half = found.filter(({ name, from }) => judgeName(name) === "half" && from !== "signature" && from !== "card");
  if (first === undefined) return { agency: null, others: [], unclear: [...several, ...half] };
  if (half.length > 0 && TITLES.has(half[0]?.from ?? "card") && !half.every(({ name }) => first.name.endsWith(name))) {
    return { agency: null, others: [], unclear: [...half, first] };
  }
  if (first.from === "otherTitle") return { agency: null, others: [], unclear: [first] };
  const others = ranked.filter(({ name }) => !isOneAgency(first.name, name));
  const byAnother = others.some(({ from }) => from !== "title" && (TITLES.has(from) || from === "otherTitle"));
  if (
    byAnother &&
    !ranked.some(({ name, from }) => from !== first.from && from !== "otherTitle" && isOneAgency(first.name, name))
  ) {
    return { agency: null, others: [], unclear: [first, ...others] };
  }
  const byTitles = TITLES.has(first.from);
  if (!byTitles && others.some(({ from }) => WEAK.has(from) && from !== "card")) {
    return { agency: null, others: [], unclear: [first, ...others] };
  }
  if (!byTitles && isOfficeOfGovernment(first.name) && (first.from === "card" || first.from === "signature")) {
    return { agency: null, others: [], unclear: [first] };
  }
  const full = ranked.find(
    ({ name, from }) => from !== first.from && TITLES.has(from) && name.length > first.name.length && name.endsWith(first.name),
  );
  if (longer !== null && IN_TITLE.has(first.from)) {
    const settled = ranked.find(({ name, from }) => !IN_TITLE.has(from) && (name === longer || name === first.name));
    if (settled === undefined) return { agency: null, others: [], unclear: [first, { ...first, name: longer, raw: longer }] };
    return { agency: told({ ...first, name: settled.name }), others, unclear: [] };
  }
  return { agency: told(full ?? first), others, unclear: [] };
}

function told({ name, raw, from, place }: NameFound): Told<string> {
  return { value: name, raw, from, place };
}

const GOVERNMENT = /(?:人民)?政府$/;
const OFFICE = /(?:人民)?政府(?:办公室|办公厅|办)$/;

const isOfficeOfGovernment = (name: string): boolean => OFFICE.test(name);

/**
 * Whether two names can be those of one agency as documents write them: one with more of its place in front of it, a place and
 * its government, and what the office of a government signs for it.
 */
export function isOneAgency(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.replace(/\((?:本级|机关|汇总)\)$/, ""));
  if (one === undefined || other === undefined) return false;
  if (one.endsWith(other) || other.endsWith(one)) return true;
  const bare = (name: string): string => name.replace(OFFICE, "").replace(GOVERNMENT, "");
  const ofGovernment = (name: string): boolean =>
    GOVERNMENT.test(name) || OFFICE.test(name) || /[省市县区州盟旗镇乡]$/.test(name);
  if (!ofGovernment(one) || !ofGovernment(other)) return false;
  return bare(one).endsWith(bare(other)) || bare(other).endsWith(bare(one));
}

/** Level and kind of the agency that was settled. */
export const kindOfSettled = agencyKindOf;
