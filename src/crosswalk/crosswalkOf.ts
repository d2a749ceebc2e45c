import { editionChanges } from "../form/crosswalk.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import type { Crosswalk, CrosswalkEntry } from "./types.js";

/**
 * The correspondence of all figures between two editions of the form: same, split, merged, gone, or new.
 *
 * @example
 * ```ts
 * const { entries } = crosswalkOf("2019", "2021");
 * entries.find(({ from }) => from.includes("requests.granted.total"))?.kind; //=> "same"
 * entries.find(({ from }) => from.includes("requests.otherHandling.total"))?.to.length; //=> 3
 * ```
 */
export function crosswalkOf(from: EditionId, to: EditionId): Crosswalk {
  const forms = { from: describeForm(from), to: describeForm(to) };
  const forward = editionChanges.find((change) => change.from === from && change.to === to);
  const backward = editionChanges.find((change) => change.from === to && change.to === from);
  const entries = [
    ...(forward?.splits.flatMap(({ from: one, to: several, reason }) => parted("split", forms, one, several, reason)) ?? []),
    ...(backward?.splits.flatMap(({ from: one, to: several, reason }) => parted("merged", forms, one, several, reason)) ?? []),
  ];
  const known = { from: new Set(entries.flatMap((entry) => entry.from)), to: new Set(entries.flatMap((entry) => entry.to)) };
  for (const { address, unit } of forms.from.cells) {
    if (known.from.has(address)) continue;
    if (forms.to.byAddress[address]?.unit !== unit) entries.push({ kind: "gone", from: [address], to: [], note: null });
    else {
      entries.push({ kind: "same", from: [address], to: [address], note: null });
      known.to.add(address);
    }
  }
  for (const { address } of forms.to.cells) {
    if (!known.to.has(address)) entries.push({ kind: "new", from: [], to: [address], note: null });
  }
  return {
    from,
    to,
    entries: entries.sort((a, b) => placeOf(a, forms) - placeOf(b, forms)),
    unlike: [
      ...(forward?.unlike ?? []),
      ...(backward?.unlike ?? []).map((pair) => ({ from: pair.to, to: pair.from, reason: pair.reason })),
    ].map(({ from: one, to: other, reason }) => ({ from: one, to: other, reason })),
  };
}

interface Forms {
  readonly from: Form;
  readonly to: Form;
}

/** One row of a form and the corresponding rows of the other, column by column. */
function parted(
  kind: "split" | "merged",
  forms: Forms,
  one: string,
  several: readonly string[],
  note: CrosswalkEntry["note"],
): readonly CrosswalkEntry[] {
  return (kind === "split" ? forms.from : forms.to).cells
    .filter(({ record }) => record === one)
    .map(({ address, table, field }) => {
      const parts = several.map((record) => `${table}.${record}.${field}`);
      return kind === "split" ? { kind, from: [address], to: parts, note } : { kind, from: parts, to: [address], note };
    });
}

/** In the order of the old form; new figures at the end, in the order of the new form. */
function placeOf({ from, to }: CrosswalkEntry, forms: Forms): number {
  const [first] = from;
  if (first !== undefined) return forms.from.byAddress[first]?.index ?? 0;
  return forms.from.cells.length + (forms.to.byAddress[to[0] ?? ""]?.index ?? 0);
}
