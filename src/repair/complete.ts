import { type Coordinate, type Finding, finding, type Language, type Sentence, sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { type Address, formOf } from "../form/form.js";
import { type Figures, type FigureValue, figuresOf, figureValue } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import { replaceFigures } from "../report/replaceFigures.js";
import type { Draft } from "../report/types.js";
import { isReckoned } from "../rules/components.js";
import type { LinearRule } from "../rules/types.js";
import { completeMessages, rangeOf } from "./messages.js";
import { hardSystems, type System } from "./system.js";
import { type Bounds, extreme, obstacle, release, type Tableau, tableauOf, traceOf } from "./tableau.js";

/**
 * How a blank was determined: it is the only unknown of a balance; the known figures of a balance leave 0 for it; several
 * balances together allow only this value.
 */
export type Reasoning = "onlyUnknown" | "nothingLeft" | "together";

/** A filled blank, and why no other value is possible. */
export interface Derivation {
  readonly address: Address;
  readonly coordinate: Coordinate;
  readonly value: FigureValue;
  readonly reasoning: Reasoning;
  /** The rules that determine it, given the printed figures and those derived before. */
  readonly rules: readonly string[];
  readonly message: string;
}

/** A blank that is not determined, with its bounds; `null` for no bound. */
export interface OpenFigure {
  readonly address: Address;
  readonly coordinate: Coordinate;
  readonly min: FigureValue;
  readonly max: FigureValue;
  readonly message: string;
}

/** The result of {@link completeDraft}. */
export interface Completion<D extends Draft = Draft> {
  /** The draft with every determined blank filled. */
  readonly draft: D;
  /** The filled blanks, in an order in which each follows from the printed figures and those before it. */
  readonly filled: readonly Derivation[];
  /** The blanks that are not determined, in official order. */
  readonly open: readonly OpenFigure[];
  /** Balances that cannot hold for any values of the blanks (`complete.contradiction`). They were not used. */
  readonly findings: readonly Finding[];
}

/**
 * Fills the blanks that are determined by the balances (勾稽关系) and by figures not being negative, with the reason for each: a
 * blank 总计, zeros where a total is already reached, the one missing part, or several balances together. It never guesses: the
 * other blanks stay, with their bounds. Printed figures are not changed.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 5, corrected: null, otherResult: null, pending: 2, total: 7 } } } as const;
 * const { filled, open } = completeDraft(draft, { language: "en" });
 * filled.map(({ address, value }) => [address, value]); //=> [["remedies.reconsideration.corrected", 0], ["remedies.reconsideration.otherResult", 0]]
 * filled[0]?.reasoning; //=> "nothingLeft"
 * open.length; //=> 195
 * ```
 */
export function completeDraft<D extends Draft>(draft: D, options?: { readonly language?: Language }): Completion<D> {
  options ??= {};
  const form = formOf(draft);
  const language = options.language ?? "zh";
  const figures = figuresOf(draft);
  const filled: Derivation[] = [];
  const findings: Finding[] = [];
  const values = new Map<string, FigureValue>();
  const bounds = new Map<Cell, Bounds>();
  for (const system of hardSystems(form.id)) {
    const { steps, ranges, contradictions } = solve(system, figures);
    for (const rules of contradictions) findings.push(contradiction(rules, system, figures, language));
    for (const [cell, range] of ranges) bounds.set(cell, range);
    for (const { cell, value, reasoning, rules } of steps) {
      const stated = figureValue(cell, value);
      values.set(cell.address, stated);
      const { address, coordinate } = cell;
      const message = derivationSentence(cell, stated, reasoning, rules, language);
      filled.push({ address, coordinate, value: stated, reasoning, rules: rules.map(({ id }) => id), message });
    }
  }
  const open = form.cells
    .filter((cell) => Number.isNaN(figures[cell.index]) && !values.has(cell.address))
    .map((cell) => openFigure(cell, bounds.get(cell), language));
  return { draft: replaceFigures(draft, values), filled, open, findings };
}

interface DerivedStep {
  readonly cell: Cell;
  readonly value: number;
  readonly reasoning: Reasoning;
  readonly rules: readonly LinearRule[];
}

interface Solution {
  readonly steps: readonly DerivedStep[];
  /** The bounds of the remaining blanks. */
  readonly ranges: ReadonlyMap<Cell, Bounds>;
  readonly contradictions: readonly (readonly LinearRule[])[];
}

function solve(system: System, figures: Figures): Solution {
  const { cells } = system;
  const printed = cells.map(({ index }) => figures[index] ?? Number.NaN);
  const blank = [...printed.keys()].filter((column) => Number.isNaN(printed[column]));
  const usable = usableRules(system, printed);
  const known = [...printed.map((figure) => (isReckoned(figure) ? figure : 0)), ...system.slacks.map(() => 0)];
  const { tableau, rules, contradictions } = consistentPart(system, usable, known, blank);
  const derive = derivation(system, rules, printed);
  derive.byOneRule();
  const ranges = new Map<Cell, Bounds>();
  const supports = supportsOf(system);
  const watched = new Set(rules.flatMap((r) => supports[r] ?? []));
  const settled: { readonly column: number; readonly value: number; readonly rules: readonly number[] }[] = [];
  for (const column of blank) {
    const cell = cells[column];
    if (cell === undefined || derive.knows(column)) continue;
    const low = extreme(tableau, column, -1);
    const lowTrace = low.row === -1 ? [] : traceOf(tableau, low.row);
    const high = extreme(tableau, column, 1);
    const value = low.value ?? 0;
    if (high.value !== value) {
      if (watched.has(column)) ranges.set(cell, { min: value, max: high.value });
      continue;
    }
    const trace = [...new Set([...lowTrace, ...traceOf(tableau, high.row)])].sort((a, b) => a - b);
    settled.push({ column, value, rules: trace.map((r) => rules[r] ?? -1) });
  }
  for (const { column, value, rules: proof } of settled) {
    if (derive.knows(column)) continue;
    derive.add(column, value, "together", proof);
    derive.byOneRule();
  }
  return { steps: derive.steps, ranges, contradictions: contradictions.map((group) => rulesAt(system, group)) };
}

function rulesAt({ rules }: System, numbers: readonly number[]): readonly LinearRule[] {
  return numbers.flatMap((r) => rules[r] ?? []);
}

/** Equations all of whose printed figures are usable, by number. */
function usableRules({ matrix }: System, printed: readonly number[]): readonly number[] {
  const unusable = [...printed.keys()].filter((c) => !Number.isNaN(printed[c]) && !isReckoned(printed[c] ?? 0));
  return [...matrix.keys()].filter((r) => unusable.every((c) => matrix[r]?.[c] === 0));
}

interface ConsistentPart {
  readonly tableau: Tableau;
  /** The equations of the tableau, by their number in the system. */
  readonly rules: readonly number[];
  readonly contradictions: readonly (readonly number[])[];
}

/** Leaves out contradictory equations until the rest can hold. */
function consistentPart(
  { matrix, constants, slacks }: System,
  usable: readonly number[],
  known: readonly number[],
  blank: readonly number[],
): ConsistentPart {
  const contradictions: (readonly number[])[] = [];
  let rules = usable;
  for (;;) {
    const tableau = tableauOf(
      rules.flatMap((r) => matrix[r] ?? []),
      known,
      rules.map((r) => constants[r] ?? 0),
      true,
    );
    for (const column of [...blank, ...slacks]) release(tableau, column, 0);
    const row = obstacle(tableau);
    if (row === -1) return { tableau, rules, contradictions };
    const guilty = traceOf(tableau, row).flatMap((r) => rules[r] ?? []);
    contradictions.push(guilty);
    rules = rules.filter((r) => !guilty.includes(r));
  }
}

interface Deriver {
  readonly steps: readonly DerivedStep[];
  readonly knows: (column: number) => boolean;
  readonly add: (column: number, value: number, reasoning: Reasoning, rules: readonly number[]) => void;
  /** Derives blanks from single equations until none determines another. */
  readonly byOneRule: () => void;
}

/** The figures that each equation of a system reads, by their column. */
function supportsOf(system: System): readonly (readonly number[])[] {
  const known = SUPPORTS.get(system);
  if (known !== undefined) return known;
  const supports = system.matrix.map((row) => [...system.cells.keys()].filter((c) => row[c] !== 0));
  SUPPORTS.set(system, supports);
  return supports;
}

/** Computed once for each system: there are few, and they never change. */
const SUPPORTS = /* @__PURE__ */ new WeakMap<System, readonly (readonly number[])[]>();

function derivation(system: System, rules: readonly number[], printed: readonly number[]): Deriver {
  const values = [...printed];
  const steps: DerivedStep[] = [];
  const knows = (column: number): boolean => !Number.isNaN(values[column]);
  const add = (column: number, value: number, reasoning: Reasoning, proof: readonly number[]): void => {
    const cell = system.cells[column];
    if (cell === undefined) return;
    values[column] = value;
    steps.push({ cell, value, reasoning, rules: rulesAt(system, proof) });
  };
  const supports = supportsOf(system);
  const tryRule = (r: number): boolean => {
    const rule = system.rules[r];
    const row = system.matrix[r];
    const support = supports[r];
    if (rule?.relation !== "=" || row === undefined || support === undefined) return false;
    const unknown: number[] = [];
    let rest = rule.constant;
    for (const c of support) {
      if (knows(c)) rest -= (row[c] ?? 0) * (values[c] ?? 0);
      else unknown.push(c);
    }
    const [first] = unknown;
    if (first === undefined) return false;
    const sign = row[first] ?? 1;
    if (unknown.length === 1) add(first, rest * sign + 0, "onlyUnknown", [r]);
    else if (rest === 0 && unknown.every((c) => row[c] === sign)) for (const c of unknown) add(c, 0, "nothingLeft", [r]);
    else return false;
    return true;
  };
  const byOneRule = (): void => {
    while (rules.filter(tryRule).length > 0);
  };
  return { steps, knows, add, byOneRule };
}

function derivationSentence(
  cell: Cell,
  value: FigureValue,
  reasoning: Reasoning,
  rules: readonly LinearRule[],
  language: Language,
): string {
  const base = { ...cellParams(cell), value: value ?? "" };
  const [rule] = rules;
  if (reasoning === "together" || rule === undefined) {
    const params = { ...base, count: rules.length, rules: rules.map(({ id }) => id).join(", ") };
    return sentence(completeMessages, "complete.together", params, language);
  }
  return sentence(completeMessages, `complete.${reasoning}`, { ...base, statement: rule.statement }, language);
}

function openFigure(cell: Cell, bounds: Bounds | undefined, language: Language): OpenFigure {
  const { address, coordinate, unit } = cell;
  const params = cellParams(cell);
  if (bounds === undefined) {
    const min = unit === "change" ? null : figureValue(cell, 0);
    return { address, coordinate, min, max: null, message: sentence(completeMessages, "complete.unwatched", params, language) };
  }
  const min = figureValue(cell, bounds.min);
  const max = figureValue(cell, bounds.max ?? Number.NaN);
  const message = sentence(completeMessages, "complete.range", { ...params, range: rangeOf(min, max) }, language);
  return { address, coordinate, min, max, message };
}

function contradiction(rules: readonly LinearRule[], { cells }: System, figures: Figures, language: Language): Finding {
  const addresses = new Set(rules.flatMap((rule) => rule.cells));
  const statements: Sentence = {
    zh: rules.map(({ statement }) => statement.zh).join("；"),
    en: rules.map(({ statement }) => statement.en).join("; "),
  };
  const [rule] = rules;
  return finding(completeMessages, "complete.contradiction", { statements }, language, {
    rule: rules.length === 1 && rule !== undefined ? rule.id : null,
    cells: cells
      .filter(({ address }) => addresses.has(address))
      .map((cell) => pointTo(cell, figureValue(cell, figures[cell.index] ?? Number.NaN))),
  });
}
