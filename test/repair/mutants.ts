import { type Cell, describeForm, figuresOf, type Report } from "../../src/index.js";

/** Numbers from 0 to 1, the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** New values of figures, by address. */
export type Mutation = Readonly<Record<string, number>>;

interface Subject {
  readonly cell: Cell;
  readonly value: number;
  readonly neighbours: readonly { readonly cell: Cell; readonly value: number }[];
  readonly parts: readonly number[];
  readonly random: () => number;
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

const digitsOf = (value: number): string[] => [...String(value)];
const fromDigits = (digits: readonly string[]): number => Number(digits.join(""));

/** Ways in which people get a figure wrong; `null` where the slip cannot be made on this figure. */
export const slips: Readonly<Record<string, (subject: Subject) => Mutation | null>> = {
  "digits transposed": ({ cell, value, random }) => {
    const digits = digitsOf(value);
    const i = Math.floor(random() * (digits.length - 1));
    return digits.length < 2
      ? null
      : { [cell.address]: fromDigits(digits.toSpliced(i, 2, digits[i + 1] ?? "", digits[i] ?? "")) };
  },
  "digit dropped": ({ cell, value, random }) => {
    const digits = digitsOf(value);
    return digits.length < 2 ? null : { [cell.address]: fromDigits(digits.toSpliced(Math.floor(random() * digits.length), 1)) };
  },
  "digit doubled": ({ cell, value, random }) => {
    const digits = digitsOf(value);
    const i = Math.floor(random() * digits.length);
    return value === 0 ? null : { [cell.address]: fromDigits(digits.toSpliced(i, 0, digits[i] ?? "")) };
  },
  "digit mistyped": ({ cell, value, random }) => {
    const digits = digitsOf(value);
    return { [cell.address]: fromDigits(digits.with(Math.floor(random() * digits.length), String(Math.floor(random() * 10)))) };
  },
  "shifted by ten": ({ cell, value, random }) =>
    value === 0 ? null : { [cell.address]: value % 10 === 0 && random() < 0.5 ? value / 10 : value * 10 },
  "left 0": ({ cell, value }) => (value === 0 ? null : { [cell.address]: 0 }),
  "neighbour copied": ({ cell, neighbours, random }) => {
    const other = pick(neighbours, random);
    return other === undefined ? null : { [cell.address]: other.value };
  },
  "neighbours exchanged": ({ cell, value, neighbours, random }) => {
    const other = pick(neighbours, random);
    return other === undefined ? null : { [cell.address]: other.value, [other.cell.address]: value };
  },
  "total not updated": ({ cell, value, parts, random }) => {
    const part = pick(
      parts.filter((part) => part > 0),
      random,
    );
    return part === undefined ? null : { [cell.address]: value - part };
  },
};

const ATTEMPTS = 300;

/** A random slip on a random figure of the tables with balances, as new values; `null` if none of the kind can be made. */
export function mutate(
  report: Report,
  random: () => number,
  kind?: string,
  within: (cell: Cell) => boolean = () => true,
): Mutation | null {
  const form = describeForm(report.edition);
  const figures = figuresOf(report);
  const value = (cell: Cell): number => figures[cell.index] ?? 0;
  const balanced = form.tables.filter(({ definition }) => definition.balances.length > 0).flatMap(({ cells }) => cells);
  const candidates = balanced.filter(within);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const cell = pick(candidates, random);
    const slip = slips[kind ?? pick(Object.keys(slips), random) ?? ""];
    if (cell === undefined || slip === undefined) throw new Error("nothing to mutate");
    const mutation = slip({
      cell,
      value: value(cell),
      neighbours: balanced
        .filter(
          ({ coordinate: { table, row, column } }) =>
            table === cell.coordinate.table &&
            Math.abs(row - cell.coordinate.row) + Math.abs(column - cell.coordinate.column) === 1,
        )
        .map((neighbour) => ({ cell: neighbour, value: value(neighbour) })),
      parts:
        cell.field === "total"
          ? balanced.filter(({ record, field }) => record === cell.record && field !== "total").map(value)
          : [],
      random,
    });
    const real = Object.entries(mutation ?? {}).filter(([address, to]) => to !== value(form.byAddress[address] ?? cell));
    if (real.length > 0) return Object.fromEntries(real);
  }
  return null;
}
