import { describeForm } from "../form/form.js";
import { requestFlow } from "../form/terms.js";
import { type FigureValue, figureIn } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** Another source that states a figure: the narrative, last year's report, or the reports of subordinate agencies. */
export type EvidenceSource = "narrative" | "previous" | "children";

/** The value of a figure according to a source outside the tables. Evidence ranks explanations and never rules one out. */
export interface Evidence {
  readonly address: string;
  readonly value: number | string;
  readonly source: EvidenceSource;
}

/**
 * Weight of a source in bits: subtracted from the cost of a change to the stated value, and added to the cost of a change away
 * from it. A narrative often rounds and may count something else; the other two are figures of the same form.
 */
export const EVIDENCE_BITS = { narrative: 8, previous: 12, children: 12 } as const satisfies Record<EvidenceSource, number>;

/** Evidence for the location of errors, from any of several sources. */
export interface EvidenceOptions {
  /** Evidence of any source. */
  readonly evidence?: readonly Evidence[];
  /** Values that the narrative states, by address; several if it contradicts itself. */
  readonly stated?: Statements;
  /** Last year's report: its 结转下年度继续办理 should equal this year's 上年结转. */
  readonly previous?: Draft;
  /** Sums of the consolidated reports, by address. */
  readonly expected?: Statements;
}

/** Stated values by address: one, or several that disagree. */
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

/** The evidence of last year's 结转下年度继续办理 for this year's 上年结转. */
function carryOver(previous: Draft): readonly Evidence[] {
  return describeForm(previous.edition).cells.flatMap((cell): readonly Evidence[] => {
    const value = figureIn(previous, cell.address);
    if (cell.record !== requestFlow.carriedForward.id || value === null) return [];
    return [{ address: `${cell.table}.${requestFlow.broughtForward.id}.${cell.field}`, value, source: "previous" }];
  });
}

/** The cost in bits that evidence adds to a change; negative if it supports the change. */
export function weigh(evidence: readonly Evidence[], from: FigureValue, to: FigureValue): number {
  return evidence.reduce((sum, { value, source }) => {
    const bits = EVIDENCE_BITS[source];
    return sum + (value === to ? -bits : value === from ? bits : 0);
  }, 0);
}
