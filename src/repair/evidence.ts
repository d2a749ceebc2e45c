import { describeForm } from "../form/form.js";
import { requestFlow } from "../form/terms.js";
import { type FigureValue, figureIn } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** Where a figure is also stated: in the report's own text, in last year's report, in the reports that it consolidates. */
export type EvidenceSource = "narrative" | "previous" | "children";

/** What a source outside the tables says that a figure is. It ranks explanations and never rules one out. */
export interface Evidence {
  readonly address: string;
  readonly value: number | string;
  readonly source: EvidenceSource;
}

/**
 * How much a source counts, in bits: this much is taken off the cost of a change to the stated figure, and added to that of a
 * change away from it. A narrative often rounds and may count something else; the other two are figures of the same form.
 */
export const EVIDENCE_BITS = { narrative: 8, previous: 12, children: 12 } as const satisfies Record<EvidenceSource, number>;

/** Evidence in the forms in which a caller has it. */
export interface EvidenceOptions {
  /** Anything that states figures. */
  readonly evidence?: readonly Evidence[];
  /** Figures that the narrative states, by address; several where it says different things. */
  readonly stated?: Statements;
  /** The report of the year before: what it carried forward should be what this one brought forward. */
  readonly previous?: Draft;
  /** What the reports that this one consolidates add up to, by address. */
  readonly expected?: Statements;
}

/** What a source states, by the address of the figure: a value, or several that disagree. */
export type Statements = Readonly<Record<string, number | string | readonly (number | string)[]>>;

/** All evidence of a caller, by the address of the figure. */
export function collectEvidence(options: EvidenceOptions): ReadonlyMap<string, readonly Evidence[]> {
  const all: Evidence[] = [...(options.evidence ?? [])];
  if (options.stated !== undefined) all.push(...evidenceFrom(options.stated, "narrative"));
  if (options.expected !== undefined) all.push(...evidenceFrom(options.expected, "children"));
  if (options.previous !== undefined) all.push(...carryOver(options.previous));
  const byAddress = new Map<string, Evidence[]>();
  for (const evidence of all) {
    const known = byAddress.get(evidence.address);
    if (known === undefined) byAddress.set(evidence.address, [evidence]);
    else known.push(evidence);
  }
  return byAddress;
}

function evidenceFrom(statements: Statements, source: EvidenceSource): readonly Evidence[] {
  return Object.entries(statements).flatMap(([address, values]) => [values].flat().map((value) => ({ address, value, source })));
}

/** What 结转下年度继续办理 of one year says of 上年结转 of the next. */
function carryOver(previous: Draft): readonly Evidence[] {
  return describeForm(previous.edition).cells.flatMap((cell): readonly Evidence[] => {
    const value = figureIn(previous, cell.address);
    if (cell.record !== requestFlow.carriedForward.id || value === null) return [];
    return [{ address: `${cell.table}.${requestFlow.broughtForward.id}.${cell.field}`, value, source: "previous" }];
  });
}

/** What the evidence adds to the cost of a change, in bits; negative where it speaks for it. */
export function weigh(evidence: readonly Evidence[], from: FigureValue, to: FigureValue): number {
  return evidence.reduce((sum, { value, source }) => {
    const bits = EVIDENCE_BITS[source];
    return sum + (value === to ? -bits : value === from ? bits : 0);
  }, 0);
}
