import fc from "fast-check";
import { describeForm, type EditionId } from "../../src/index.js";
import type { CaseRecord, RequestRecord } from "../../src/register.js";

const DAY_MS = 86_400_000;
const START = Date.UTC(2021, 0, 1) / DAY_MS;
const DAYS = 4 * 365;

const day = (offset: number): string => new Date((START + offset) * DAY_MS).toISOString().slice(0, 10);

function idsWith(edition: EditionId, table: string, which: "record" | "field", role: string): readonly string[] {
  const path = which === "record" ? "recordPath" : "fieldPath";
  const cells = describeForm(edition).cells.filter((cell) => cell.table === table && cell[path].at(-1)?.role === role);
  return [...new Set(cells.map((cell) => cell[which]))];
}

const outcomes = idsWith("2021", "requests", "record", "outcome");
const applicants = idsWith("2021", "requests", "field", "part");
const kinds = idsWith("2021", "remedies", "record", "figure");
const results = idsWith("2021", "remedies", "field", "part").filter((id) => id !== "pending");

/** From 2021 to 2024: when it came in, and after how many days it was closed, if it was. */
const span = fc.tuple(
  fc.nat(DAYS - 1),
  fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 8, arbitrary: fc.nat(400) }),
);

/** A register of `length` requests, all of which can be counted. */
export function requestRegisters(length: number): fc.Arbitrary<readonly RequestRecord<"2021">[]> {
  const one = fc.tuple(span, fc.constantFrom(...applicants), fc.constantFrom(...outcomes));
  return fc.array(one, { minLength: length, maxLength: length, size: "max" }).map((all) =>
    all.map(([[opened, took], applicant, outcome], i) => ({
      number: `R${i}`,
      applicant: applicant as RequestRecord["applicant"],
      received: day(opened),
      closed: took === null ? null : day(opened + took),
      outcome: took === null ? null : (outcome as NonNullable<RequestRecord<"2021">["outcome"]>),
    })),
  );
}

/** A register of `length` cases, all of which can be counted. */
export function caseRegisters(length: number): fc.Arbitrary<readonly CaseRecord[]> {
  const one = fc.tuple(span, fc.constantFrom(...kinds), fc.constantFrom(...results));
  return fc.array(one, { minLength: length, maxLength: length, size: "max" }).map((all) =>
    all.map(([[opened, took], kind, result], i) => ({
      number: `C${i}`,
      kind: kind as CaseRecord["kind"],
      filed: day(opened),
      closed: took === null ? null : day(opened + took),
      result: took === null ? null : (result as NonNullable<CaseRecord["result"]>),
    })),
  );
}
