import { describeForm, type EditionId } from "../form/form.js";

/** The figures that the form of one edition has and that of another does not, by address. */
export function addressesMissing(from: EditionId, to: EditionId): readonly string[] {
  const { byAddress } = describeForm(to);
  return describeForm(from)
    .cells.filter((cell) => byAddress.get(cell.address)?.unit !== cell.unit)
    .map((cell) => cell.address);
}
