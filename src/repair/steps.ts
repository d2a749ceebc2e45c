import type { Cell } from "../form/cells.js";
import type { Explanation } from "./search.js";
import { type Judgement, judge, judgePair, type Replacement, type Scene, SLIP_BITS } from "./slips.js";
import type { System } from "./system.js";
import type { Bounds } from "./tableau.js";

/** A figure of an explanation with its possible values and the slip that would explain it. */
export interface Step {
  readonly cell: Cell;
  readonly bounds: Bounds;
  readonly judgement: Judgement;
}

/** Whether the bounds leave one value. */
export function isSettled({ min, max }: Bounds): boolean {
  return min === max;
}

/** The figures of an explanation with the slips that cost least, two that changed places taken together. */
export function stepsOf(scene: Scene, explanation: Explanation): readonly Step[] {
  const entries = entriesOf(scene.system, explanation);
  const replacements = entries.map(({ cell, bounds }) => replacement(scene, cell, bounds));
  const judgements = replacements.map((one) => judge(scene, one));
  replacements.forEach((a, i) => {
    for (let k = i + 1; k < replacements.length; k += 1) {
      const b = replacements[k];
      const alone = (judgements[i]?.bits ?? 0) + (judgements[k]?.bits ?? 0);
      const together = b === undefined ? null : judgePair(scene, a, b);
      if (together === null || together.bits >= alone) continue;
      judgements[i] = { slip: together.slip, bits: together.bits / 2 };
      judgements[k] = { slip: together.slip, bits: together.bits / 2 };
    }
  });
  carriedInto(scene.system, replacements).forEach((i) => {
    if (SLIP_BITS.carried < (judgements[i]?.bits ?? 0)) judgements[i] = { slip: "carried", bits: SLIP_BITS.carried };
  });
  return entries.map((entry, i) => ({
    ...entry,
    judgement: judgements[i] ?? { slip: "unexplained", bits: SLIP_BITS.unexplained },
  }));
}

/** Which replacements are those of totals that are off by just what one of their parts is off. */
function carriedInto({ parts }: System, replacements: readonly Replacement[]): readonly number[] {
  const off = ({ from, to }: Replacement): number => to - from;
  return [...replacements.keys()].filter((i) => {
    const total = replacements[i];
    const own = total === undefined ? [] : (parts.get(total.cell.address) ?? []);
    return replacements.some((part) => total !== undefined && own.includes(part.cell.address) && off(part) === off(total));
  });
}

/** Totals that were not filled in: one slip for all of them; every other figure has its own slip. */
export function stepsOfUnfilled(scene: Scene, explanation: Explanation): readonly Step[] {
  const { cells, parts } = scene.system;
  const isUnfilled = (column: number): boolean => {
    const cell = cells[column];
    return cell !== undefined && scene.figures[cell.index] === 0 && parts.has(cell.address);
  };
  const unfilled = new Map([...explanation].filter(([column]) => isUnfilled(column)));
  const others = new Map([...explanation].filter(([column]) => !isUnfilled(column)));
  const judgement: Judgement = { slip: "totalMissing", bits: SLIP_BITS.totalMissing / Math.max(1, unfilled.size) };
  return [...entriesOf(scene.system, unfilled).map((entry) => ({ ...entry, judgement })), ...stepsOf(scene, others)];
}

/** The figures of lines that changed places: one slip for all of them. */
export function stepsAsOne(system: System, explanation: Explanation): readonly Step[] {
  const judgement: Judgement = { slip: "lines", bits: SLIP_BITS.lines / explanation.size };
  return entriesOf(system, explanation).map((entry) => ({ ...entry, judgement }));
}

function entriesOf({ cells }: System, explanation: Explanation): readonly Pick<Step, "cell" | "bounds">[] {
  return [...explanation].flatMap(([column, bounds]) => {
    const cell = cells[column];
    return cell === undefined ? [] : [{ cell, bounds }];
  });
}

/** `to` is `NaN`, which equals no figure, if the value is not determined. */
function replacement({ figures }: Scene, cell: Cell, bounds: Bounds): Replacement {
  return { cell, from: figures[cell.index] ?? Number.NaN, to: isSettled(bounds) ? bounds.min : Number.NaN };
}
