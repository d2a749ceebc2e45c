import { type Finding, finding, type Language } from "../findings/finding.js";
import { formOf } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import type { Places } from "../rules/types.js";
import { checkMessages } from "./messages.js";

/** The blanks of each table, so that nobody takes unchecked figures for correct ones. */
export function blanksIn(draft: Draft, language: Language, places: Places | undefined): readonly Finding[] {
  const figures = figuresOf(draft);
  return formOf(draft).tables.flatMap(({ definition, cells }): readonly Finding[] => {
    const blank = cells.filter(({ index }) => Number.isNaN(figures[index]));
    const [first] = blank;
    if (first === undefined) return [];
    const details = {
      severity: "warning",
      path: definition.id,
      cells: blank.map((cell) => pointTo(cell, null, places?.[cell.address] ?? null)),
    } as const;
    const table = definition.number;
    return [
      blank.length === cells.length
        ? finding(checkMessages, "check.tableBlank", { table }, language, { ...details, cells: [] })
        : finding(checkMessages, "check.blanks", { table, count: blank.length, ...cellParams(first) }, language, details),
    ];
  });
}
