import fc from "fast-check";
import { describeForm, type EditionId, editionIds, type Report, reportBuilder } from "../../src/index.js";

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.nat(2_000_000) },
);

const amount = fc
  .tuple(fc.nat(999_999), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, decimals]) => (decimals === "" ? String(whole) : `${whole}.${decimals}`));

const figures = { count, change: fc.integer({ min: -500, max: 500 }), amount };

/** Counted figures of a table for the builder: nothing derived, and never more concluded than received. */
function tableInput(edition: EditionId, id: string): fc.Arbitrary<Record<string, Record<string, unknown>>> {
  const table = describeForm(edition).tables.find(({ definition }) => definition.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  const counted = table.cells.filter((cell) => {
    const role = (path: typeof cell.recordPath) => path[path.length - 1]?.role;
    return role(cell.fieldPath) !== "total" && role(cell.recordPath) !== "concluded" && role(cell.recordPath) !== "outflow";
  });
  return fc.tuple(...counted.map((cell) => figures[cell.unit] as fc.Arbitrary<number | string>)).map((values) => {
    const input: Record<string, Record<string, unknown>> = {};
    counted.forEach((cell, i) => {
      input[cell.record] = { ...input[cell.record], [cell.field]: values[i] };
    });
    return enoughReceived(input);
  });
}

/** Raises what was received to what was concluded, so that nothing negative is carried forward. */
function enoughReceived(input: Record<string, Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const { received, broughtForward } = input;
  if (received === undefined || broughtForward === undefined) return input;
  for (const field of Object.keys(received)) {
    const concluded = Object.entries(input)
      .filter(([record]) => record !== "received" && record !== "broughtForward")
      .reduce((sum, [, fields]) => sum + Number(fields[field]), 0);
    const short = concluded - Number(received[field]) - Number(broughtForward[field]);
    if (short > 0) received[field] = Number(received[field]) + short;
  }
  return input;
}

/** Any report that the builder makes: complete and balanced. */
export function reports<E extends EditionId>(edition: E): fc.Arbitrary<Report<E>> {
  const ids = describeForm(edition).tables.map(({ definition }) => definition.id);
  const year = edition === "2019" ? fc.integer({ min: 2019, max: 2020 }) : fc.integer({ min: 2021, max: 2030 });
  return fc.tuple(year, fc.tuple(...ids.map((id) => tableInput(edition, id)))).map(([when, tables]) => {
    let builder = reportBuilder(edition, { agency: { name: "某某市人民政府" }, year: when }) as unknown as Record<
      string,
      (input: unknown) => unknown
    >;
    ids.forEach((id, i) => {
      builder = builder[id]?.(tables[i]) as typeof builder;
    });
    return builder["build"]?.(undefined) as Report<E>;
  });
}

/** A report of either edition. */
export const anyReport: fc.Arbitrary<Report> = fc.oneof(...editionIds.map((edition) => reports(edition) as fc.Arbitrary<Report>));

/** A deep copy that may be changed. */
export function mutable<T>(value: T): { -readonly [K in keyof T]: T[K] } {
  return structuredClone(value);
}
