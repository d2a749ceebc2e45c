import { errorFrom, misuse } from "../findings/error.js";
import { finding, type Language } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm } from "../form/form.js";
import { type FigureValue, figureIn } from "../report/figures.js";
import { cellParams } from "../report/findingCells.js";
import { replaceFigures } from "../report/replaceFigures.js";
import type { Draft } from "../report/types.js";
import type { Repair } from "./locate.js";
import { repairMessages } from "./messages.js";
import type { Slip } from "./slips.js";

/** One figure that was changed: the record of it. Plain data. */
export interface Edit {
  readonly address: string;
  readonly from: FigureValue;
  readonly to: FigureValue;
  readonly slip: Slip;
  readonly why: string;
}

/** A repaired report with the record of what was changed. */
export interface Repaired<D extends Draft = Draft> {
  readonly report: D;
  readonly edits: readonly Edit[];
}

/** Options of {@link applyRepair} and {@link revertRepair}. */
export interface ApplyOptions {
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
}

/**
 * Makes the changes of a repair in a copy of the report, and a record of them: which figure, from what, to what, and why.
 *
 * @throws `DisclosureReportError` `repair.unsettled` if the repair leaves a figure open, `repair.stale` if the report
 * states something else than the repair was made for, `repair.unknownCell` for a figure that the edition does not have.
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
export function applyRepair<D extends Draft>(report: D, repair: Repair, options: ApplyOptions = {}): Repaired<D> {
  const language = options.language ?? "zh";
  const open = repair.changes.filter(({ to }) => to === null).map(({ address }) => cellAt(report, address));
  if (open.length > 0) {
    throw errorFrom(
      "repair.unsettled",
      open.map((cell) => finding(repairMessages, "repair.unsettled", cellParams(cell), language, { path: cell.address })),
    );
  }
  const edits = repair.changes.map(({ address, from, to, slip, why }): Edit => ({ address, from, to, slip, why }));
  return { report: replace(report, edits, language), edits };
}

/**
 * Takes the changes of a repair back, from the record of them.
 *
 * @throws `DisclosureReportError` `repair.stale` if a figure is no longer what the record says, `repair.unknownCell` for
 * a figure that the edition does not have.
 *
 * @example
 * ```ts
 * const edits = [{ address: "remedies.reconsideration.upheld", from: 30, to: 3, slip: "shifted", why: "" }] as const;
 * revertRepair({ edition: "2021", remedies: { reconsideration: { upheld: 3 } } }, edits).remedies?.reconsideration?.upheld; //=> 30
 * ```
 */
export function revertRepair<D extends Draft>(report: D, edits: readonly Edit[], options: ApplyOptions = {}): D {
  return replace(
    report,
    edits.map((edit) => ({ ...edit, from: edit.to, to: edit.from })),
    options.language ?? "zh",
  );
}

function replace<D extends Draft>(report: D, edits: readonly Edit[], language: Language): D {
  const stale = edits.flatMap(({ address, from }) => {
    const cell = cellAt(report, address);
    const found = figureIn(report, address);
    if (Object.is(found, from)) return [];
    const params = { ...cellParams(cell), found: String(found), expected: String(from) };
    return [finding(repairMessages, "repair.stale", params, language, { path: address, expected: from, actual: found })];
  });
  if (stale.length > 0) throw errorFrom("repair.stale", stale);
  return replaceFigures(report, new Map(edits.map(({ address, to }) => [address, to])));
}

function cellAt(report: Draft, address: string): Cell {
  const cell = describeForm(report.edition).byAddress.get(address);
  if (cell !== undefined) return cell;
  throw misuse("repair.unknownCell", {
    zh: `格式版本${report.edition}没有地址为${JSON.stringify(address)}的数字`,
    en: `edition ${report.edition} has no figure ${JSON.stringify(address)} to repair`,
  });
}
