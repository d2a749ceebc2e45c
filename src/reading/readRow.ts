import type { Cell } from "../form/cells.js";
import type { GridCell } from "./grid.js";
import type { FoundRow } from "./matchTables.js";
import type { Doubt } from "./source.js";
import { readToken, type Token } from "./tokens.js";

/** What was read in the place of one figure. */
export interface Read {
  readonly cell: Cell;
  readonly source: GridCell | null;
  readonly raw: string | null;
  readonly token: Token;
  readonly trouble: "merged" | "conflicting" | Doubt | null;
}

/** Whether two rows say the same. */
export function sameReads(a: readonly Read[], b: readonly Read[]): boolean {
  return a.every(({ token }, i) => sameToken(token, b[i]?.token));
}

/** Whether nothing stands in a row. */
export function isBlank(reads: readonly Read[]): boolean {
  return reads.every(({ token }) => token.kind === "blank");
}

function sameToken(a: Token, b: Token | undefined): boolean {
  if (a.kind === "figure" && b?.kind === "figure") return a.value === b.value;
  return a.kind === b?.kind;
}

/** Reads the figures of a row that was found. */
export function readRow({ row, figures, layout, moneyUnit }: FoundRow): readonly Read[] {
  return row.cells.map((cell, i) => {
    const sources = figures[i] ?? [];
    const source = sources.find(({ source: { text } }) => text !== "") ?? sources[0] ?? null;
    if (source === null) return { cell, source, raw: null, token: BLANK, trouble: null };
    const raw = source.source.text;
    if (sources.length > 1) {
      const filled = sources.map((other) => other.source.text).filter((text) => text !== "");
      if (filled.some((text) => text !== raw))
        return { cell, source, raw: filled.join(" | "), token: BLANK, trouble: "conflicting" };
    }
    const doubt = sources.find((other) => other.source.doubt !== undefined)?.source.doubt;
    if (doubt !== undefined) return { cell, source, raw, token: BLANK, trouble: doubt };
    if (source.tall && raw !== "") return { cell, source, raw, token: BLANK, trouble: "merged" };
    return {
      cell,
      source,
      raw,
      token: readToken(raw, cell.unit, layout.moneyUnits.get(i) ?? moneyUnit ?? undefined),
      trouble: null,
    };
  });
}

const BLANK: Token = { kind: "blank" };
