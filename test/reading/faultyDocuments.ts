import fc from "fast-check";
import { readDocx } from "../../src/docx.js";
import { type Reading, readHtml } from "../../src/html.js";
import type { Report } from "../../src/index.js";
import { readText } from "../../src/text.js";
import { readXlsx } from "../../src/xlsx.js";
import { anyReport } from "../support/arbitraries.js";
import { type Difference, differenceOf } from "../support/score.js";
import { EXCLUSIVE_FAULTS, FAULTY_STYLE, faults } from "./faults.js";
import {
  type Dice,
  dice,
  dump,
  harmlessKinds,
  losingKinds,
  type Noise,
  type NoisyDocument,
  page,
  someKinds,
  spoil,
} from "./noise.js";
import { bars, grid, word, workbook } from "./noisyFiles.js";

export const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";

/** What a reading comes to beside what is known. */
export interface Score extends Difference {
  readonly expected: number;
}

/** Compares what was read with what is known. */
export function score(document: NoisyDocument, reading: Reading): Score {
  const { truth, doubtful } = document;
  const known = [...truth].filter(([address, value]) => value !== null && !doubtful.has(address));
  return { ...differenceOf(document, reading), expected: known.length };
}

/** Random reports, spoilt in different ways. */
export const REPORTS: readonly Report[] = fc.sample(anyReport, { numRuns: 60, seed: 20_260_131 });

type Kinds = Readonly<Record<string, Noise>>;

/** A sort of document: the kinds of fault that it can have, and how it is made and read. */
interface Sort {
  readonly kinds: Kinds;
  /** Kinds of the noise that it cannot have. */
  readonly without: RegExp;
  readonly read: (noisy: NoisyDocument, roll: Dice) => Reading | Promise<Reading>;
}

const kindsOf = (...groups: readonly { readonly harmless: Kinds; readonly losing: Kinds }[]): Kinds =>
  Object.assign({}, ...groups.flatMap(({ harmless, losing }) => [harmless, losing]));

/** A page as the network delivers it: in another encoding, or with a byte that was broken on the way. */
function delivered(html: string, roll: Dice): Uint8Array | string {
  const whole = new TextEncoder().encode(html);
  switch (roll.below(6)) {
    case 0: {
      const footer = new Uint8Array([...whole, 0x3c, 0x70, 0x3e, 0xe6, 0x9d]);
      return footer;
    }
    case 1:
      return html.replace("<body>", "<body>\0");
    case 2: {
      const wide = new Uint8Array(html.length * 2);
      for (let i = 0; i < html.length; i += 1) {
        wide[2 * i] = html.charCodeAt(i) & 0xff;
        wide[2 * i + 1] = html.charCodeAt(i) >> 8;
      }
      return wide;
    }
    default:
      return whole;
  }
}

const TEXTS_LACK = /merged|column|cut|over two|spans|line up|before a total|empty rows|before a row/;

export const sorts = {
  page: {
    kinds: kindsOf(faults.any, faults.page),
    without: /$^/,
    read: (noisy, roll) => readHtml(delivered(page(noisy, TITLE, roll, FAULTY_STYLE), roll)),
  },
  grid: {
    kinds: kindsOf(faults.any, faults.page),
    without: /rows that are hidden|digits that are hidden|notes beside|struck out|below the table|a frame around/,
    read: (noisy) => readHtml(grid(noisy, TITLE)),
  },
  word: { kinds: kindsOf(faults.any, faults.word), without: /below the table/, read: (noisy) => readDocx(word(noisy, TITLE)) },
  workbook: { kinds: kindsOf(faults.any, faults.workbook), without: /$^/, read: (noisy) => readXlsx(workbook(noisy, TITLE)) },
  dump: { kinds: kindsOf(faults.any), without: TEXTS_LACK, read: (noisy) => readText(dump(noisy, TITLE)) },
  bars: {
    kinds: kindsOf(faults.any),
    without: /over two cells|line up|cell that is missing|below the table/,
    read: (noisy, roll) => readText(bars(noisy, TITLE, roll.chance(0.5))),
  },
} as const satisfies Record<string, Sort>;

export type SortName = keyof typeof sorts;

/** The names of all kinds that a sort of document can have. */
export function kindsOfSort(name: SortName): readonly string[] {
  const { kinds, without } = sorts[name];
  return [...harmlessKinds, ...losingKinds, ...Object.keys(kinds)].filter((kind) => !without.test(kind));
}

/** A document of a sort with some kinds of noise and fault, all of it told by the seed, and what its reading comes to. */
export async function tried(
  name: SortName,
  seed: number,
  kinds?: readonly string[],
): Promise<Score & { readonly kinds: readonly string[] }> {
  const { kinds: own, read } = sorts[name];
  const roll = dice(seed);
  const report = REPORTS[seed % REPORTS.length];
  if (report === undefined) throw new RangeError("no report");
  const chosen = kinds ?? someKinds(roll, kindsOfSort(name), 5, EXCLUSIVE_FAULTS);
  const noisy = spoil(report, chosen, roll, own);
  return { ...score(noisy, await read(noisy, roll)), kinds: noisy.kinds };
}
