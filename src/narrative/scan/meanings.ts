import { type Found, sumOf } from "../found.js";
import { feeReading } from "../reading.js";
import { type Frame, MAX_READINGS, type Resolved, resolve } from "../resolve.js";
import type { WordToken } from "../tokens.js";
import type { Interpretation } from "../types.js";
import type { Vocabulary } from "../vocabulary.js";

/** The meaning of some words within a frame; `null` if the form counts nothing of the kind. */
export function meaningOf(item: readonly WordToken[], frame: Frame, vocabulary: Vocabulary): Found | null {
  const resolved = resolve(
    item.map(({ word }) => word),
    frame,
    vocabulary,
  );
  if (resolved === null) return null;
  return { readings: readingsOf(resolved, vocabulary), doubts: resolved.doubts, resolved: [resolved] };
}

/** The meaning of several names together and, unless the text has 共, also of each. */
export function meaningOfAll(
  items: readonly (readonly WordToken[])[],
  frame: Frame,
  vocabulary: Vocabulary,
  onlyTogether: boolean,
): Found | null {
  return sumOf(
    items.map((item) => meaningOf(item, frame, vocabulary)),
    onlyTogether,
  );
}

function readingsOf({ fee, meanings }: Resolved, { readings }: Vocabulary): readonly Interpretation[] {
  if (fee) return [feeReading];
  const known: Interpretation[] = [];
  for (const meaning of meanings) {
    const reading = readings.of(meaning);
    if (reading !== null && known.length < MAX_READINGS && !known.includes(reading)) known.push(reading);
  }
  return known;
}
