import { claim } from "../_internal/claim.js";
import type { Language, Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { type FigureValue, figuresOf } from "../report/figures.js";
import { cellParams } from "../report/findingCells.js";
import { type ReportRef, type ReportsFinding, referTo, reportName } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { isFigure } from "../report/units.js";
import { ExactSums } from "../rules/exactSums.js";
import { domainOutcome } from "../rules/linear.js";
import { consolidationFinding } from "./consolidationFinding.js";
import type { Members, Rejection } from "./members.js";
import { memberRules } from "./rules.js";
import { exactSum, plainSum } from "./sums.js";
import type { ConsolidatedFigure, Consolidation, ConsolidationOptions } from "./types.js";

const OWN_FIGURES = { zh: "本级自身的数字", en: "the parent’s own figures" } as const satisfies Sentence;

/** A consolidation without what is to be said of it. */
export type Level = Omit<Consolidation, "findings">;

/** The sums over the reports of one edition, and where there was nothing to add. */
interface Sums {
  readonly form: Form;
  readonly exact: ExactSums;
  readonly blanks: Int32Array;
  readonly firstBlank: (ReportRef | undefined)[];
}

/** Adds reports up and keeps none of them. */
export class Accumulator {
  readonly #language: Language;
  readonly #members: Members;
  readonly #findings: ReportsFinding[] = [];
  #sums: Sums | null = null;
  #agency: Draft["agency"];
  #given = 0;
  #reports = 0;
  #skipped = 0;
  /** Agencies missing on the levels below. */
  readonly #missingBelow: string[] = [];

  constructor(options: ConsolidationOptions, members: Members) {
    this.#language = options.language ?? "zh";
    this.#members = members;
    this.#agency = options.agency;
  }

  /** The edition of the reports, as far as it is known. */
  get edition(): EditionId | undefined {
    return this.#members.edition;
  }

  /** Adds a report of the level below, or the sums that its draft is made of; says whether it was counted. */
  add(child: Draft, sumsBelow?: readonly ConsolidatedFigure[]): boolean {
    const ref = referTo(child, this.#given);
    this.#given += 1;
    if (!this.#take(child, ref, sumsBelow)) return false;
    if (this.#members.isUnexpected(child)) {
      const about = { reports: [ref], path: "agency.name" };
      this.#findings.push(
        consolidationFinding(
          "consolidation.unexpected",
          memberRules.expected,
          { report: reportName(ref) },
          this.#language,
          about,
        ),
      );
    }
    return true;
  }

  /** Adds the parent's own figures; says whether they were counted. */
  addOwn(own: Draft): boolean {
    this.#agency ??= own.agency;
    return this.#take(own, referTo(own, null));
  }

  /** Adds what is itself a consolidation; says whether it was counted. */
  addLevel(level: Level): boolean {
    this.#skipped += level.skipped;
    this.#missingBelow.push(...level.missing);
    if (level.reports === 0) return this.#addNothing(level.draft);
    const counted = this.add(level.draft, level.figures);
    if (counted) this.#reports += level.reports - 1;
    else this.#skipped += level.reports - 1;
    return counted;
  }

  /** The sums of everything added so far. */
  level(): Level {
    const figures = this.#figures();
    return {
      draft: this.#draft(figures),
      figures,
      reports: this.#reports,
      skipped: this.#skipped,
      missing: [...this.#members.missing(), ...this.#missingBelow],
    };
  }

  /** The sums of everything added so far, and what is to be said of them. */
  result(): Consolidation {
    const level = this.level();
    const absent = level.missing.map((agency) =>
      consolidationFinding("consolidation.missing", memberRules.present, { agency }, this.#language, { actual: agency }),
    );
    const empty =
      this.#sums === null ? [consolidationFinding("consolidation.empty", memberRules.some, {}, this.#language, {})] : [];
    return { ...level, findings: [...this.#findings, ...absent, ...empty, ...this.#unknown(level.figures)] };
  }

  #figures(): readonly ConsolidatedFigure[] {
    const sums = this.#sums;
    return sums === null ? [] : sums.form.cells.map((cell) => figureOf(cell, sums));
  }

  /** A level without a single report: there is nothing to add, and that is said. */
  #addNothing(draft: Draft): false {
    const ref = referTo(draft, this.#given);
    this.#given += 1;
    this.#skipped += 1;
    const params = { report: reportName(ref) };
    const about = { reports: [ref] };
    this.#findings.push(consolidationFinding("consolidation.nothingBelow", memberRules.some, params, this.#language, about));
    return false;
  }

  #take(draft: Draft, ref: ReportRef, sumsBelow?: readonly ConsolidatedFigure[]): boolean {
    const rejection = this.#members.admit(draft, ref);
    if (rejection !== null) {
      // The parent's own report is none of those below: without it the set is as complete as before.
      if (rejection.why !== "isParent") this.#skipped += 1;
      this.#findings.push(rejected(rejection, ref, this.#language));
      return false;
    }
    this.#reports += 1;
    this.#sums ??= emptySums(draft.edition);
    if (sumsBelow === undefined) addTo(this.#sums, draft, ref);
    else addSums(this.#sums, sumsBelow);
    return true;
  }

  #draft(figures: readonly ConsolidatedFigure[]): Draft {
    const year = this.#members.year;
    const head = {
      ...(year === undefined ? {} : { year }),
      ...(this.#agency === undefined ? {} : { agency: this.#agency }),
    };
    return draftOf(this.#members.editionOrRefuse(), head, this.#sums === null ? null : this.#sums.form, figures);
  }

  /** What has no sum: a blank in some report, or more than a report can state. */
  #unknown(figures: readonly ConsolidatedFigure[]): readonly ReportsFinding[] {
    const sums = this.#sums;
    if (sums === null) return [];
    return sums.form.cells.flatMap((cell): readonly ReportsFinding[] => {
      const figure = figures[cell.index];
      if (figure === undefined) return [];
      const { sum, blanks, firstBlank } = figure;
      const about = { path: cell.address };
      if (firstBlank !== null) {
        const params = { ...cellParams(cell), count: blanks, report: reportName(firstBlank), sum };
        const cells = [{ address: cell.address, coordinate: cell.coordinate, value: null, place: null, report: firstBlank }];
        const details = { ...about, reports: [firstBlank], cells };
        return [consolidationFinding("consolidation.blank", memberRules.filled, params, this.#language, details)];
      }
      if (isFigure(cell.unit, sum)) return [];
      const params = { ...cellParams(cell), sum };
      return [
        consolidationFinding("consolidation.tooLarge", memberRules.exact, params, this.#language, { ...about, actual: sum }),
      ];
    });
  }
}

function emptySums(edition: EditionId): Sums {
  const form = describeForm(edition);
  const { length } = form.cells;
  return { form, exact: new ExactSums(length), blanks: new Int32Array(length), firstBlank: Array.from({ length }) };
}

/** Adds the figures of a report. What is blank, or no figure of its unit, is noted and never taken for 0. */
function addTo({ form, exact, blanks, firstBlank }: Sums, draft: Draft, ref: ReportRef): void {
  const figures = figuresOf(draft);
  for (const { index, unit } of form.cells) {
    const figure = figures[index] ?? Number.NaN;
    if (domainOutcome(unit, figure) === "holds") exact.add(index, figure);
    else {
      blanks[index] = (blanks[index] ?? 0) + 1;
      firstBlank[index] ??= ref;
    }
  }
}

/** Adds the sums of a level: what its reports stated, although one blank leaves its draft without the figure. */
function addSums({ form, exact, blanks, firstBlank }: Sums, figures: readonly ConsolidatedFigure[]): void {
  for (const figure of figures) {
    const cell = form.byAddress.get(figure.address);
    if (cell === undefined) continue;
    exact.addSum(cell.index, exactSum(cell.unit, figure.sum));
    blanks[cell.index] = (blanks[cell.index] ?? 0) + figure.blanks;
    firstBlank[cell.index] ??= figure.firstBlank ?? undefined;
  }
}

function figureOf(cell: Cell, { exact, blanks, firstBlank }: Sums): ConsolidatedFigure {
  return {
    address: cell.address,
    sum: plainSum(cell.unit, exact.at(cell.index)),
    blanks: blanks[cell.index] ?? 0,
    firstBlank: firstBlank[cell.index] ?? null,
  };
}

/** The draft of a parent. The tables follow the form of the edition; that their type does too is known here and nowhere else. */
function draftOf(
  edition: EditionId,
  head: Pick<Draft, "year" | "agency">,
  form: Form | null,
  figures: readonly ConsolidatedFigure[],
): Draft {
  const tables: Record<string, Record<string, Record<string, FigureValue>>> = {};
  for (const { definition, records } of form?.tables ?? []) {
    const table: Record<string, Record<string, FigureValue>> = {};
    for (const { id, cells } of records) {
      table[id] = Object.fromEntries(cells.map((cell) => [cell.field, statedAs(cell, figures[cell.index])]));
    }
    tables[definition.id] = table;
  }
  return claim<Draft>({ edition, ...head, ...tables });
}

function statedAs(cell: Cell, figure: ConsolidatedFigure | undefined): FigureValue {
  return figure !== undefined && figure.blanks === 0 && isFigure(cell.unit, figure.sum) ? figure.sum : null;
}

function rejected(rejection: Rejection, ref: ReportRef, language: Language): ReportsFinding {
  const report = reportName(ref);
  switch (rejection.why) {
    case "otherYear": {
      const { expected, found } = rejection;
      const about = { reports: [ref], path: "year", expected, actual: found };
      return consolidationFinding("consolidation.otherYear", memberRules.sameYear, { report, expected, found }, language, about);
    }
    case "otherEdition": {
      const { expected, found } = rejection;
      const about = { reports: [ref], path: "edition", expected, actual: found };
      return consolidationFinding(
        "consolidation.otherEdition",
        memberRules.sameEdition,
        { report, expected, found },
        language,
        about,
      );
    }
    case "doubled":
    case "sameName": {
      const { first, why } = rejection;
      const about = { reports: [first, ref], path: "agency.name" };
      const params = {
        report,
        first: first.index === null ? OWN_FIGURES : { zh: `第${first.index + 1}份`, en: `number ${first.index + 1}` },
      };
      const rule = why === "doubled" ? memberRules.unique : memberRules.distinct;
      return consolidationFinding(`consolidation.${why}`, rule, params, language, about);
    }
    case "isParent": {
      const about = { reports: [ref], path: "agency.name" };
      return consolidationFinding("consolidation.isParent", memberRules.below, { report }, language, about);
    }
  }
}
