import { MAX_READINGS, type Resolved } from "./resolve.js";
import type { ClaimDoubt, Interpretation } from "./types.js";

/** The meanings found for the words of a claim. */
export interface Found {
  readonly readings: readonly Interpretation[];
  readonly doubts: readonly ClaimDoubt[];
  readonly resolved: readonly Resolved[];
}

/** What is found where names and numbers do not pair up. */
export const UNTIED: Found = { readings: [], doubts: [], resolved: [] };

/** Several names with one number: their sum and, unless the text has 共, also each separately. */
export function sumOf(parts: readonly (Found | null)[], onlyTogether: boolean): Found | null {
  const known = parts.filter((part) => part !== null);
  if (known.length !== parts.length) return null;
  const sums = known.reduce<readonly Interpretation[]>(
    (all, part, k) =>
      k === 0 ? part.readings : all.flatMap((a) => part.readings.map((b) => added(a, b))).slice(0, MAX_READINGS),
    [],
  );
  const alone = onlyTogether ? [] : known.flatMap(({ readings }) => readings);
  return {
    readings: distinctReadings([...sums, ...alone]).slice(0, MAX_READINGS),
    doubts: known.flatMap(({ doubts }) => doubts),
    resolved: known.flatMap(({ resolved }) => resolved),
  };
}

function added(a: Interpretation, b: Interpretation): Interpretation {
  return {
    plus: [...new Set([...a.plus, ...b.plus])],
    minus: [...new Set([...a.minus, ...b.minus])],
    fee: a.fee || b.fee,
    statement: { zh: `${a.statement.zh} + ${b.statement.zh}`, en: `${a.statement.en} + ${b.statement.en}` },
  };
}

/** Each meaning once. */
function distinctReadings(readings: readonly Interpretation[]): readonly Interpretation[] {
  const keys = new Set<string>();
  return readings.filter(({ plus, minus, fee }) => {
    const key = `${plus.join()}-${minus.join()}-${String(fee)}`;
    return !keys.has(key) && keys.add(key);
  });
}
