import { describe, expect, it } from "vitest";
import { derivations } from "../../src/form/derivations.js";
import { describeForm, editionIds } from "../../src/index.js";

describe.each(editionIds)("what the form of %s computes", (edition) => {
  const form = describeForm(edition);
  const at = (address: string): string => {
    const { table, row, column } = form.byAddress[address]?.coordinate ?? { table: "", row: 0, column: 0 };
    return `${table}${row}:${column}`;
  };
  const steps = form.tables.flatMap((table) => derivations(table));
  const rows = form.tables.find(({ definition }) => definition.id === "requests")?.records.length ?? 0;
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const sum = (places: readonly string[]) => places.map((place) => `+${place}`).join("");

  it("is every total, what was concluded and what is carried forward, from what the specification says", () => {
    const said = steps.map(({ cell, terms }) =>
      [at(cell.address), terms.map(([address, sign]) => (sign > 0 ? "+" : "-") + at(address)).join("")].join("="),
    );
    const expected = [
      ...range(1, rows).map((row) => `三${row}:7=${sum(range(1, 6).map((column) => `三${row}:${column}`))}`),
      ...range(1, 6).flatMap((column) => [
        `三${rows - 1}:${column}=${sum(range(3, rows - 2).map((row) => `三${row}:${column}`))}`,
        `三${rows}:${column}=+三1:${column}+三2:${column}-三${rows - 1}:${column}`,
      ]),
      ...[0, 5, 10].map((from) => `四1:${from + 5}=${sum(range(from + 1, from + 4).map((column) => `四1:${column}`))}`),
    ];
    expect([...said].sort()).toEqual([...expected].sort());
  });

  it("comes in an order in which each step has what it needs", () => {
    const derived: ReadonlySet<string> = new Set(steps.map(({ cell }) => cell.address));
    const done = new Set<string>();
    for (const { cell, terms } of steps) {
      for (const [address] of terms) expect([cell.address, address, !derived.has(address) || done.has(address)]).toContain(true);
      done.add(cell.address);
    }
  });
});
