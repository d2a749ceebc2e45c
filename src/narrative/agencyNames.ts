import { agencyKinds } from "../form/headTerms.js";

/** Where the name of a place ends in the name of an agency. */
const PLACES = new Set([..."省市县区州盟旗镇乡"]);

/** The shortest part of a name that still names the agency. */
const SHORTEST_NAME = 3;

/** Longer names are not split. */
const LONGEST_NAME = 60;

/** 政府, as the name of a government ends in daily use. */
const SHORT = "政府";

/** The ways in which a text calls the agency that reports: 某市教育局, 市教育局, 教育局; 某县人民政府, 县政府. Longest first. */
export function agencyNames(name: string): readonly string[] {
  if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) return name === "" ? [] : [name];
  const parts = [name];
  for (let i = 1; i < name.length; i += 1) {
    if (PLACES.has(name.charAt(i))) parts.push(name.slice(i), name.slice(i + 1));
  }
  const all = parts.flatMap((part) => [part, part.replace(agencyKinds.government.label, SHORT)]);
  return [...new Set(all)].filter((part) => part.length >= SHORTEST_NAME).sort((a, b) => b.length - a.length);
}
