import { editionChanges } from "../form/crosswalk.js";
import { describeForm, type EditionId } from "../form/form.js";

/** The figures that the form of one edition has and that of another does not, by address. */
export function addressesMissing(from: EditionId, to: EditionId): readonly string[] {
  const { byAddress } = describeForm(to);
  return describeForm(from)
    .cells.filter((cell) => byAddress[cell.address]?.unit !== cell.unit)
    .map((cell) => cell.address);
}

/** Figures of two forms that correspond: one on one form, several on the other. */
export interface Group {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Rows that one edition has as one and the other as several, in every column that both have. */
export function groupsBetween(from: EditionId, to: EditionId): readonly Group[] {
  return editionChanges.flatMap((change): readonly Group[] => {
    const forward = change.from === from && change.to === to;
    if (!forward && !(change.from === to && change.to === from)) return [];
    return change.splits.flatMap(({ from: one, to: several }) =>
      describeForm(forward ? from : to)
        .cells.filter(({ record }) => record === one)
        .map(({ table, field, address }): Group => {
          const parts = several.map((record) => `${table}.${record}.${field}`);
          return forward ? { from: [address], to: parts } : { from: parts, to: [address] };
        }),
    );
  });
}
