import { describe } from "../_internal/describe.js";
import { type ErrorCode, errorFrom } from "../findings/error.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm } from "../form/form.js";
import { type FigureValue, figureIn } from "../report/figures.js";
import { cellParams } from "../report/findingCells.js";
import { replaceFigures } from "../report/replaceFigures.js";
import type { Draft } from "../report/types.js";
import { describeUnit, isFigure } from "../report/units.js";
import type { Repair } from "./locate.js";
import { repairMessages } from "./messages.js";
import type { Slip } from "./slips.js";

/** The record of one changed figure. Plain data. */
export interface Edit {
  /** Address of the figure. */
  readonly address: string;
  readonly from: FigureValue;
  /** The new value. */
  readonly to: FigureValue;
  /** The kind of slip that explains the change. */
  readonly slip: Slip;
  /** The reason, in a sentence. */
  readonly why: string;
}

/** A repaired report with the record of what was changed. */
export interface Repaired<D extends Draft = Draft> {
  /** The repaired copy. */
  readonly report: D;
  /** The changes, for {@link revertRepair}. */
  readonly edits: readonly Edit[];
}

/** Options of {@link applyRepair} and {@link revertRepair}. */
export interface ApplyOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/**
 * Applies a repair to a copy of the report and records each change: the figure, its old and new value, and the reason. A repair
 * applies only to the report that it was made for: if any figure that its balances read is different, it is refused.
 *
 * @throws `DisclosureReportError` `repair.unsettled` if the repair leaves the value of a figure open, `repair.notFigure` if a
 * new value is not valid, `repair.stale` if a figure to be changed is different now, `repair.notMadeFor` if another figure of
 * its balances is, `repair.otherEdition` for a report on another edition, `repair.unknownCell` for a figure that the edition
 * does not have.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 30, corrected: 0, otherResult: 0, pending: 0, total: 3 } } } as const;
 * const [repair] = locateErrors(draft).repairs;
 * const repaired = repair && applyRepair(draft, repair);
 * repaired?.edits.map(({ address, from, to }) => [address, from, to]); //=> [["remedies.reconsideration.upheld", 30, 3]]
 * repaired && toJson(revertRepair(repaired.report, repaired.edits)) === toJson(draft); //=> true
 * ```
 */
export function applyRepair<D extends Draft>(report: D, repair: Repair, options?: ApplyOptions): Repaired<D> {
  options ??= {};
  const language = options.language ?? "zh";
  const otherForm = repair.madeFor.filter(({ edition }) => edition !== report.edition);
  refuseIfAny(
    "repair.otherEdition",
    otherForm.map(({ edition: expected }) => {
      const params = { expected, found: report.edition };
      return finding(repairMessages, "repair.otherEdition", params, language, {
        path: "edition",
        ...params,
        actual: report.edition,
      });
    }),
  );
  const changes = repair.changes.map((change) => ({ ...change, cell: cellAt(report, change.address, language) }));
  refuseIfAny(
    "repair.unsettled",
    changes.flatMap(({ cell, to }) =>
      to === null ? [finding(repairMessages, "repair.unsettled", cellParams(cell), language, { path: cell.address })] : [],
    ),
  );
  refuseIfAny(
    "repair.notFigure",
    changes.flatMap(({ cell, to }) => {
      if (isFigure(cell.unit, to)) return [];
      const params = { ...cellParams(cell), expected: describeUnit(cell.unit), found: describe(to) };
      return [finding(repairMessages, "repair.notFigure", params, language, { path: cell.address })];
    }),
  );
  const edits = changes.map(({ address, from, to, slip, why }): Edit => ({ address, from, to, slip, why }));
  const changed = replace(report, edits, language);
  refuseIfAny(
    "repair.notMadeFor",
    repair.madeFor.flatMap(({ figures }) => unlike(report, figures, language)),
  );
  return { report: changed, edits };
}

/**
 * Reverts recorded changes, the last first. The concatenated records of several repairs revert all of them, even if they
 * changed one figure more than once.
 *
 * @throws `DisclosureReportError` `repair.stale` if a figure is no longer what the record says, `repair.unknownCell` for
 * a figure that the edition does not have.
 *
 * @example
 * ```ts
 * const edits = [
 *   { address: "remedies.reconsideration.upheld", from: 30, to: 3, slip: "shifted", why: "" },
 *   { address: "remedies.reconsideration.upheld", from: 3, to: 4, slip: "mistyped", why: "" },
 * ] as const;
 * revertRepair({ edition: "2021", remedies: { reconsideration: { upheld: 4 } } }, edits).remedies?.reconsideration?.upheld; //=> 30
 * ```
 */
export function revertRepair<D extends Draft>(report: D, edits: readonly Edit[], options?: ApplyOptions): D {
  options ??= {};
  const back = edits.map((edit) => ({ ...edit, from: edit.to, to: edit.from })).reverse();
  return replace(report, back, options.language ?? "zh");
}

/** Makes the changes in order: all of them, or none. */
function replace<D extends Draft>(report: D, edits: readonly Edit[], language: Language): D {
  const values = new Map<string, FigureValue>();
  const stale: Finding[] = [];
  for (const { address, from, to } of edits) {
    const cell = cellAt(report, address, language);
    const found = values.get(address) ?? (values.has(address) ? null : figureIn(report, address));
    values.set(address, to);
    if (Object.is(found, from)) continue;
    const params = { ...cellParams(cell), found: String(found), expected: String(from) };
    stale.push(finding(repairMessages, "repair.stale", params, language, { path: address, expected: from, actual: found }));
  }
  refuseIfAny("repair.stale", stale);
  return replaceFigures(report, values);
}

/** The figures that differ from those that a repair was made for. */
function unlike(report: Draft, figures: Readonly<Record<string, FigureValue>>, language: Language): readonly Finding[] {
  return Object.entries(figures).flatMap(([address, expected]) => {
    const cell = cellAt(report, address, language);
    const found = figureIn(report, address);
    if (Object.is(found, expected)) return [];
    const params = { ...cellParams(cell), found: String(found), expected: String(expected) };
    return [finding(repairMessages, "repair.notMadeFor", params, language, { path: address, expected, actual: found })];
  });
}

function refuseIfAny(code: ErrorCode, findings: readonly Finding[]): void {
  if (findings.length > 0) throw errorFrom(code, findings);
}

function cellAt(report: Draft, address: string, language: Language): Cell {
  const cell = describeForm(report.edition).byAddress[address];
  if (cell !== undefined) return cell;
  const params = { edition: report.edition, address: describe(address) };
  throw errorFrom("repair.unknownCell", [finding(repairMessages, "repair.unknownCell", params, language, { path: address })]);
}
