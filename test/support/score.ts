import type { Reading } from "../../src/reading/readDocument.js";
import type { FigureValue } from "../../src/report/figures.js";

/** What is known of a document: its figures, `null` for a blank, and those that a reader may leave blank. */
export interface Known {
  readonly truth: ReadonlyMap<string, FigureValue>;
  readonly doubtful: ReadonlySet<string>;
}

/** What a reading comes to beside what is known. */
export interface Difference {
  readonly wrong: readonly string[];
  /** Blank, and nothing says so. */
  readonly silent: readonly string[];
  /** Figures that are in the document and were not read. */
  readonly lost: readonly string[];
}

/** Whether two figures are one: a program that saves a document may write 4.50 as 4.5. */
export const sameNumber = (read: FigureValue, known: FigureValue): boolean => known !== null && Number(read) === Number(known);

/** Compares what was read with what is known. */
export function differenceOf(
  { truth, doubtful }: Known,
  { log, findings }: Reading,
  same: (read: FigureValue, known: FigureValue) => boolean = (read, known) => read === known,
): Difference {
  const values = new Map<string, FigureValue>(log.map(({ address, value }) => [address, value]));
  const said = new Set(findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  for (const [address, value] of truth) {
    const read = values.get(address) ?? null;
    if (read !== null && !same(read, value)) wrong.push(`${address}: ${read} for ${value}`);
    if (read === null && log.length > 0 && !said.has(address)) silent.push(address);
    if (read === null && value !== null && !doubtful.has(address)) lost.push(address);
  }
  return { wrong, silent, lost };
}
