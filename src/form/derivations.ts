import { type Cell, leafOf } from "./cells.js";
import type { FormTable } from "./form.js";
import type { Balance, Role } from "./types.js";

function roleOver(balance: Balance, cell: Cell): Role {
  return leafOf(balance.over === "records" ? cell.recordPath : cell.fieldPath).role;
}

/** How a figure follows from others: their sum, some of them taken away. */
export interface Derivation {
  readonly cell: Cell;
  readonly terms: readonly (readonly [address: string, sign: 1 | -1])[];
}

/**
 * Everything that the balances derive, in an order in which each can be computed: along the rows where all parts are
 * counted, then down the columns, whose results the last row totals need.
 */
export function derivations(table: FormTable): readonly Derivation[] {
  const { balances } = table.definition;
  const overRecords = balances.filter(({ over }) => over === "records");
  const derivedRecord = (cell: Cell): boolean => overRecords.some((balance) => roleOver(balance, cell) === balance.derives);
  const isTotal = (cell: Cell): boolean => leafOf(cell.fieldPath).role === "total";
  const down = [...overRecords].sort((a, b) => a.right.length - b.right.length);
  const columns = down.flatMap((balance) =>
    table.cells
      .filter((cell) => roleOver(balance, cell) === balance.derives && !isTotal(cell))
      .map((cell) => derive(table, balance, cell)),
  );
  const rows = balances
    .filter(({ over }) => over === "fields")
    .flatMap((balance) =>
      table.cells.filter((cell) => roleOver(balance, cell) === balance.derives).map((cell) => derive(table, balance, cell)),
    );
  return [...rows.filter(({ cell }) => !derivedRecord(cell)), ...columns, ...rows.filter(({ cell }) => derivedRecord(cell))];
}

/** Solves a balance for one of its figures. */
function derive(table: FormTable, balance: Balance, cell: Cell): Derivation {
  const inLine = table.cells.filter((other) =>
    balance.over === "records" ? other.field === cell.field : other.record === cell.record,
  );
  const onRight = balance.right.includes(balance.derives);
  const terms = inLine.flatMap((other): readonly (readonly [string, 1 | -1])[] => {
    const role = roleOver(balance, other);
    if (other === cell || !(balance.left.includes(role) || balance.right.includes(role))) return [];
    return [[other.address, balance.right.includes(role) === onRight ? -1 : 1]];
  });
  return { cell, terms };
}
