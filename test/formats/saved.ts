import fc from "fast-check";
import type { Reading } from "../../src/reading/readDocument.js";
import { convert } from "../containers/office.js";
import { dice, harmlessKinds, losingKinds, type NoisyDocument, page, someKinds, spoil } from "../reading/noise.js";
import { anyReport } from "../support/arbitraries.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";

/** How LibreOffice makes files of a format out of pages. */
export interface Route {
  readonly extension: string;
  /** What LibreOffice saves the page as, and with which of its programs it opens it. */
  readonly to: string;
  readonly filter: "HTML (StarWriter)" | "HTML (StarCalc)";
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
}

/**
 * Kinds of noise of which nothing is left in what LibreOffice saves. Writer makes all rows of a table equally wide, so a missing
 * cell is none any more; Calc takes what is in a cell for what was typed, so of a raised digit nothing is left to see.
 */
const UNDONE: Readonly<Record<Route["filter"], readonly string[]>> = {
  "HTML (StarWriter)": ["a cell that is missing"],
  "HTML (StarCalc)": ["figures that cannot be read"],
};

/** What was read of some documents, against what is known of them. */
export interface Score {
  readonly wrong: readonly string[];
  readonly silent: readonly string[];
  readonly lost: readonly string[];
  readonly expected: number;
  readonly documents: number;
}

/** Files at a time that LibreOffice is given. */
const BATCH = 50;

/** Reads pages that were spoilt in many ways and saved in a format by LibreOffice. */
export async function scoreSaved(route: Route, count: number, seed = 2026): Promise<Score> {
  const kinds = [...harmlessKinds, ...losingKinds].filter((kind) => !UNDONE[route.filter].includes(kind));
  const reports = fc.sample(anyReport, { numRuns: count, seed });
  const documents = reports.map((report, i) => {
    const roll = dice(seed + i);
    const noisy = spoil(report, someKinds(roll, kinds, 5), roll);
    return { noisy, page: page(noisy, TITLE, roll) };
  });
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  let expected = 0;
  for (let from = 0; from < count; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const names = new Map(batch.map((document, i) => [`${i}.html`, document.page]));
    const saved = convert(names, route.to, route.filter);
    for (const [i, { noisy }] of batch.entries()) {
      const result = compare(noisy, await route.read(saved.get(`${i}.html`) ?? new Uint8Array()));
      const named = (texts: readonly string[]) => texts.map((text) => `${from + i} (${noisy.kinds.join(", ")}): ${text}`);
      wrong.push(...named(result.wrong));
      silent.push(...named(result.silent));
      lost.push(...named(result.lost));
      expected += [...noisy.truth.values()].filter((value) => value !== null).length;
    }
  }
  return { wrong, silent, lost, expected, documents: count };
}

function compare({ truth, doubtful }: NoisyDocument, { log, findings }: Reading): Omit<Score, "expected" | "documents"> {
  const values = new Map(log.map(({ address, value }) => [address, value]));
  const said = new Set(findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  for (const [address, value] of truth) {
    const read = values.get(address) ?? null;
    if (read !== null && (value === null || Number(read) !== Number(value))) wrong.push(`${address}: ${read} for ${value}`);
    if (read === null && log.length > 0 && !said.has(address)) silent.push(address);
    if (read === null && value !== null && !doubtful.has(address)) lost.push(address);
  }
  return { wrong, silent, lost };
}
