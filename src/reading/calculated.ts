import { derivations } from "../form/derivations.js";
import type { Form } from "../form/form.js";
import type { FigureValue } from "../report/figures.js";

/**
 * Which of the figures that a reader calculated for a document are also what the form's own balances give from figures that were
 * read. A formula that was never calculated may be wrong: nobody has seen its result.
 */
export function confirmedCalculations(
  form: Form,
  calculated: ReadonlySet<string>,
  valueAt: (address: string) => FigureValue,
): ReadonlySet<string> {
  const confirmed = new Set<string>();
  if (calculated.size === 0) return confirmed;
  for (const { cell, terms } of form.tables.flatMap(derivations)) {
    if (!calculated.has(cell.address)) continue;
    let sum = 0;
    for (const [address, sign] of terms) {
      const value = calculated.has(address) && !confirmed.has(address) ? null : valueAt(address);
      sum += typeof value === "number" ? sign * value : Number.NaN;
    }
    if (sum === valueAt(cell.address)) confirmed.add(cell.address);
  }
  return confirmed;
}
