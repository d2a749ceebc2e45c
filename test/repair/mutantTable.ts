import { type Cell, describeForm, figuresOf, type Language, type Report, validate } from "../../src/index.js";
import { slipNames } from "../../src/repair/messages.js";
import { completeDraft, locateErrors, SLIP_BITS, type Slip } from "../../src/repair.js";
import { seda2023 } from "../support/seda.js";
import { bases, changed, shanghai2019, statedBy } from "./bases.js";
import { type Mutation, mutate, seeded, slips } from "./mutants.js";

const MUTANTS_OF_EACH = 40;

/** What became of the mutants of one kind. */
export interface Tally {
  readonly kind: string;
  readonly mutants: number;
  /** Mutants that break a balance; the others are valid reports, only not the true one. */
  readonly visible: number;
  /** Visible ones whose true figures are among the repairs. */
  readonly found: number;
  /** … are the only repair. */
  readonly unique: number;
  /** … are the first repair. */
  readonly first: number;
}

/** The published report of 2019, its blanks completed; the block that nothing determines is all 0. */
function publishedReport(): Report {
  const { draft } = completeDraft(shanghai2019);
  const blanks = describeForm("2019").cells.filter(
    ({ index, unit }) => unit !== "amount" && Number.isNaN(figuresOf(draft)[index]),
  );
  return changed(draft, Object.fromEntries(blanks.map(({ address }) => [address, 0]))) as Report;
}

function outcomeOf(base: Report, mutation: Mutation): Pick<Tally, "visible" | "found" | "unique" | "first"> {
  const draft = changed(base, mutation);
  if (validate(draft).counts.violated === 0) return { visible: 0, found: 0, unique: 0, first: 0 };
  const truth = statedBy(base);
  const { repairs, certain } = locateErrors(draft);
  const at = repairs.findIndex(
    ({ changes }) =>
      changes.length === Object.keys(mutation).length &&
      changes.every(({ address, to }) => Object.hasOwn(mutation, address) && to === truth[address]),
  );
  return { visible: 1, found: at >= 0 ? 1 : 0, unique: at === 0 && certain ? 1 : 0, first: at === 0 ? 1 : 0 };
}

function tally(kind: string, make: (base: Report, random: () => number) => Mutation | null): Tally {
  const random = seeded(2021);
  const mutants = [...bases, seda2023, publishedReport()].flatMap((base) =>
    Array.from({ length: MUTANTS_OF_EACH }, () => make(base, random)).flatMap((mutation) =>
      mutation === null ? [] : [outcomeOf(base, mutation)],
    ),
  );
  const sum = (key: keyof (typeof mutants)[number]): number => mutants.reduce((total, mutant) => total + mutant[key], 0);
  return {
    kind,
    mutants: mutants.length,
    visible: sum("visible"),
    found: sum("found"),
    unique: sum("unique"),
    first: sum("first"),
  };
}

/** Mutants of five reports, one or two slips of every kind each; the same on every run. */
export function tallies(): readonly Tally[] {
  const kinds = Object.keys(slips);
  const inTable = (table: string) => (cell: Cell) => cell.table === table;
  const single = (table: string, name: string): readonly Tally[] =>
    kinds.map((kind) => tally(`${name}: ${kind}`, (base, random) => mutate(base, random, kind, inTable(table))));
  const twice = (within: (cell: Cell) => boolean) => (base: Report, random: () => number) => ({
    ...mutate(base, random, undefined, within),
    ...mutate(base, random, undefined, within),
  });
  return [
    ...single("requests", "三"),
    ...single("remedies", "四"),
    tally("any slip anywhere", (base, random) => mutate(base, random)),
    tally("two slips, both in 三", twice(inTable("requests"))),
    tally(
      "two slips anywhere",
      twice(() => true),
    ),
  ];
}

const chinese: Readonly<Record<string, string>> = {
  "digits transposed": "数字顺序颠倒",
  "digit dropped": "漏写一位",
  "digit doubled": "重复一位",
  "digit mistyped": "写错一位",
  "shifted by ten": "差10倍",
  "left 0": "漏填为0",
  "neighbour copied": "误抄相邻格",
  "neighbours exchanged": "相邻格互换",
  "total not updated": "总计漏加一项",
  "any slip anywhere": "任意一处笔误",
  "two slips, both in 三": "两处笔误，都在表三",
  "two slips anywhere": "任意两处笔误",
};

function inChinese(kind: string): string {
  const [table, slip] = kind.split(": ");
  return slip === undefined ? (chinese[kind] ?? kind) : `表${table}：${chinese[slip] ?? slip}`;
}

/** The table of the documentation. */
export function mutantTable(results: readonly Tally[], language: Language): string {
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
  return [
    language === "en"
      ? "| slip | mutants | visible | found | alone | first |"
      : "| 笔误 | 变异样本 | 可见 | 找到 | 唯一 | 居首 |",
    "|---|---:|---:|---:|---:|---:|",
    ...results.map(
      ({ kind, mutants, visible, found, unique, first }) =>
        `| ${language === "en" ? kind : inChinese(kind)} | ${mutants} | ${visible} | ${share(found, visible)} | ${share(unique, visible)} | ${share(first, visible)} |`,
    ),
  ].join("\n");
}

/** The weights of the slips as the documentation prints them. */
export function weightTable(language: Language): string {
  return [
    language === "en" ? "| kind | meaning | bits |" : "| 类型 | 含义 | 比特 |",
    "|---|---|---:|",
    ...Object.entries(SLIP_BITS).map(([slip, bits]) => `| \`${slip}\` | ${slipNames[slip as Slip][language]} | ${bits} |`),
  ].join("\n");
}
