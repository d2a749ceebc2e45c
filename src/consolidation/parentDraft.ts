import { claim } from "../_internal/claim.js";
import type { Cell } from "../form/cells.js";
import type { EditionId, Form } from "../form/form.js";
import type { FigureValue } from "../report/figures.js";
import { replaceFigures } from "../report/replaceFigures.js";
import type { Draft } from "../report/types.js";
import { isFigure } from "../report/units.js";
import type { ConsolidatedFigure } from "./types.js";

/** The draft of a parent. The tables follow the form of the edition, and so does their type, which the compiler cannot infer. */
export function draftOf(
  edition: EditionId,
  head: Pick<Draft, "year" | "agency">,
  form: Form | null,
  figures: readonly ConsolidatedFigure[],
): Draft {
  const stated = new Map((form?.cells ?? []).map((cell) => [cell.address, statedAs(cell, figures[cell.index])] as const));
  return replaceFigures(claim<Draft>({ edition, ...head }), stated);
}

function statedAs(cell: Cell, figure: ConsolidatedFigure | undefined): FigureValue {
  return figure !== undefined && figure.blanks === 0 && isFigure(cell.unit, figure.sum) ? figure.sum : null;
}
