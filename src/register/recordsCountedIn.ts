import { describe } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { finding, type Language } from "../findings/finding.js";
import { type Cell, leafOf } from "../form/cells.js";
import { describeForm, type FormTable } from "../form/form.js";
import type { Balance, Role } from "../form/types.js";
import { registerMessages } from "./messages.js";
import type { Tally } from "./types.js";

/** Options of {@link recordsCountedIn}. */
export interface RecordsCountedInOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/**
 * The numbers of the requests or cases that were counted in a figure of a tally; for a total, those of its parts.
 *
 * @throws `DisclosureReportError` `register.unknownCell` for an address that is no figure of tables 三 and 四.
 *
 * @example
 * ```ts
 * const requests = [{ number: "7", applicant: "naturalPerson", received: "2023-02-01", closed: "2023-02-10", outcome: "granted" }];
 * recordsCountedIn(tallyRegister(requests, { year: 2023 }), "requests.concluded.total"); //=> ["7"]
 * ```
 */
export function recordsCountedIn(tally: Tally, address: string, options?: RecordsCountedInOptions): readonly string[] {
  const { language = "zh" } = options ?? {};
  const form = describeForm(tally.edition);
  const cell = form.byAddress[address];
  const table = form.tables.find(({ definition }) => definition.id === cell?.table);
  if (cell === undefined || table === undefined || !Object.hasOwn(tally.tables, cell.table)) {
    const params = { address: describe(address) };
    throw errorFrom("register.unknownCell", [finding(registerMessages, "register.unknownCell", params, language)]);
  }
  return behind(tally, table, cell);
}

function behind(tally: Tally, table: FormTable, cell: Cell): readonly string[] {
  const { balances } = table.definition;
  // A balance with only the total on its right defines the parts of the total; the flow of a year does not.
  const total = balances.find((balance) => balance.right.length === 1 && balance.derives === roleOver(balance, cell));
  if (total === undefined) return tally.recordNumbers[cell.address] ?? [];
  return table.cells
    .filter((other) => inLine(total, cell, other) && total.left.includes(roleOver(total, other)))
    .flatMap((part) => behind(tally, table, part));
}

function roleOver({ over }: Balance, { recordPath, fieldPath }: Cell): Role {
  return leafOf(over === "records" ? recordPath : fieldPath).role;
}

function inLine({ over }: Balance, cell: Cell, other: Cell): boolean {
  return over === "records" ? cell.field === other.field : cell.record === other.record;
}
