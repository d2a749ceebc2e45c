import type { Cell } from "../form/cells.js";
import type { GridCell } from "./grid.js";
import type { FoundRow } from "./matchTables.js";
import type { Doubt } from "./source.js";
import type { Statements } from "./statements.js";
import { readToken, type Token } from "./tokens.js";

/** What was read in the place of one figure. */
export interface Read {
  readonly cell: Cell;
  readonly source: GridCell | null;
  readonly raw: string | null;
  readonly token: Token;
  readonly trouble: "merged" | "conflicting" | "unitUnclear" | Doubt | null;
  /** The conflicting statement about the unit of the figure, if there is one. */
  readonly stated: string | null;
  /** Whether it is an amount without a stated unit. */
  readonly unitAssumed: boolean;
}

/** Whether two rows have the same content. */
export function sameReads(a: readonly Read[], b: readonly Read[]): boolean {
  return a.every(({ token }, i) => sameToken(token, b[i]?.token));
}

/** Whether a row is empty. */
export function isBlank(reads: readonly Read[]): boolean {
  return reads.every(({ token }) => token.kind === "blank");
}

function sameToken(a: Token, b: Token | undefined): boolean {
  if (a.kind === "figure" && b?.kind === "figure") return a.value === b.value;
  return a.kind === b?.kind;
}

/** Reads the figures of a row that was found. */
export function readRow({ row, figures, layout, moneyUnit, said }: FoundRow): readonly Read[] {
  return row.cells.map((cell, i) => {
    const sources = figures[i] ?? [];
    const source = sources.find(({ source: { text } }) => text !== "") ?? sources[0] ?? null;
    const nothing = { cell, source, token: BLANK, stated: null, unitAssumed: false } as const;
    if (source === null) return { ...nothing, raw: null, trouble: null };
    const raw = source.source.text;
    if (sources.length > 1) {
      const filled = sources.map((other) => other.source.text).filter((text) => text !== "");
      if (filled.some((text) => text !== raw)) return { ...nothing, raw: filled.join(" | "), trouble: "conflicting" };
    }
    const doubt = sources.find((other) => other.source.doubt !== undefined)?.source.doubt;
    if (doubt !== undefined) return { ...nothing, raw, trouble: doubt };
    const shared = source.tall || !source.own || figures.some((other, j) => j !== i && other.includes(source));
    if (shared && raw !== "") return { ...nothing, raw, trouble: "merged" };
    const named = layout.moneyUnits.get(i) ?? moneyUnit;
    const { unit, trouble } = unitOf(cell.unit, named, said);
    const token = readToken(raw, cell.unit, unit ?? undefined);
    if (trouble !== null && token.kind === "figure") return { ...nothing, raw, trouble: "unitUnclear", stated: trouble };
    const unitAssumed =
      cell.unit === "amount" && unit === null && token.kind === "figure" && /^[\d.]+$/.test(raw) && token.value !== "0";
    return { cell, source, raw, token, trouble: null, stated: null, unitAssumed };
  });
}

/** The unit of amounts from the heading or next to the table; `trouble` is what contradicts it, or cannot be a unit of the form. */
function unitOf(
  unit: Cell["unit"],
  named: string | null,
  { units }: Statements,
): { readonly unit: string | null; readonly trouble: string | null } {
  let found = named;
  for (const { unit: stated, at } of units) {
    const ofMoney = stated.kind === "money" || (stated.kind === "unknown" && MONEY.test(stated.name));
    if (stated.kind === "count" || ofMoney !== (unit === "amount")) continue;
    if (stated.kind === "unknown" || (found !== null && found !== stated.name)) return { unit: found, trouble: at.text };
    found = stated.name;
  }
  return { unit: found, trouble: null };
}

const MONEY = /[元币金]/;

const BLANK: Token = { kind: "blank" };
