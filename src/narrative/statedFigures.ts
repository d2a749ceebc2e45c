import type { Draft } from "../report/types.js";
import { claimOptions } from "./checkNarrative.js";
import { claimFinder } from "./findClaims.js";
import { narrativeTexts } from "./texts.js";
import type { Claim } from "./types.js";

/**
 * Values that the text of a report states for single figures, by address: evidence for locating errors. Only exact claims
 * without doubts count, and only values that all their readings share: a number for one figure, or 0 for every figure of a sum
 * that is 0.
 *
 * @throws `DisclosureReportError` as {@link findClaims} does, for a text beyond its limits.
 *
 * @example
 * ```ts
 * const stated = statedFigures({ edition: "2021", narrative: { overview: "予以公开15件，行政诉讼0件。" } });
 * Object.keys(stated); //=> ["requests.granted.total", "remedies.directLitigation.total", "remedies.litigationAfterReconsideration.total"]
 * stated["requests.granted.total"]; //=> [15]
 * ```
 */
export function statedFigures(draft: Draft): Readonly<Record<string, readonly number[]>> {
  const stated: Record<string, readonly number[]> = {};
  const claimsOf = claimFinder(claimOptions(draft));
  for (const { text, aboutRequests } of narrativeTexts(draft)) {
    if (!aboutRequests) continue;
    for (const claim of claimsOf(text)) {
      const { value } = claim.number;
      if (typeof value !== "number") continue;
      for (const address of impliedBy(claim, value)) {
        const values = stated[address] ?? [];
        if (!values.includes(value)) stated[address] = [...values, value];
      }
    }
  }
  return stated;
}

/** The figures that have the value of a claim whichever of its readings is meant. */
function impliedBy({ doubts, number, readings }: Claim, value: number): readonly string[] {
  if (doubts.length > 0 || number.interval !== null) return [];
  const [first = [], ...rest] = readings.map(({ plus, minus }) =>
    minus.length === 0 && (plus.length === 1 || value === 0) ? plus : [],
  );
  // No lawsuits at all: none of either kind, though the word may mean one kind only.
  if (value === 0 && rest.every((other) => other.length > 0 && other.every((address) => first.includes(address)))) return first;
  return first.filter((address) => rest.every((other) => other.includes(address)));
}
