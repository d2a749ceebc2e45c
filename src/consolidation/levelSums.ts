import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import type { ReportRef } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { ExactSums } from "../rules/exactSums.js";
import { domainOutcome } from "../rules/linear.js";
import { exactSum, plainSum } from "./sums.js";
import type { ConsolidatedFigure } from "./types.js";
import { type Member, refTo } from "./units.js";

/** The sums over reports on one edition, and the blanks in them. */
export class LevelSums {
  readonly form: Form;
  readonly #exact: ExactSums;
  readonly #blanks: Int32Array;
  readonly #firstBlank: (Member | ReportRef | undefined)[];

  constructor(edition: EditionId) {
    this.form = describeForm(edition);
    const { length } = this.form.cells;
    this.#exact = new ExactSums(length);
    this.#blanks = new Int32Array(length);
    this.#firstBlank = Array.from({ length });
  }

  /** Adds the figures of a report. A blank or invalid figure is recorded and never counts as 0. */
  addReport(draft: Draft, member: Member): void {
    const figures = figuresOf(draft);
    for (const { index, unit } of this.form.cells) {
      const figure = figures[index] ?? Number.NaN;
      if (domainOutcome(unit, figure) === "holds") this.#exact.add(index, figure);
      else this.#noteBlanks(index, 1, member);
    }
  }

  /**
   * Adds the figures of a level that was added up before: the sums of what its reports stated, even where a blank leaves the
   * figure blank in its draft.
   */
  addFigures(figures: readonly ConsolidatedFigure[]): void {
    for (const { address, sum, blanks, firstBlank } of figures) {
      const cell = this.form.byAddress[address];
      if (cell === undefined) continue;
      this.#exact.addSum(cell.index, exactSum(cell.unit, sum));
      this.#noteBlanks(cell.index, blanks, firstBlank ?? undefined);
    }
  }

  /** Adds the sums over later reports on the same edition. */
  addSums(others: LevelSums): void {
    this.#exact.addAll(others.#exact);
    for (const { index } of this.form.cells) {
      this.#noteBlanks(index, others.#blanks[index] ?? 0, others.#firstBlank[index]);
    }
  }

  /** Every sum, in official order. */
  figures(): readonly ConsolidatedFigure[] {
    return this.form.cells.map((cell) => this.#figureOf(cell));
  }

  #noteBlanks(index: number, count: number, first: Member | ReportRef | undefined): void {
    if (count === 0) return;
    this.#blanks[index] = (this.#blanks[index] ?? 0) + count;
    this.#firstBlank[index] ??= first;
  }

  #figureOf({ address, index, unit }: Cell): ConsolidatedFigure {
    const first = this.#firstBlank[index];
    return {
      address,
      sum: plainSum(unit, this.#exact.at(index)),
      blanks: this.#blanks[index] ?? 0,
      firstBlank: first === undefined ? null : "unit" in first ? refTo(first) : first,
    };
  }
}
