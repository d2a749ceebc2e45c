import { describe, expect, it } from "vitest";
import { type CaseRecord, type RequestRecord, tallyRegister } from "../../src/register.js";

describe("records in a program", () => {
  it("do not compile with an identifier that the form does not have", () => {
    const typed: readonly RequestRecord<"2021">[] = [
      {
        number: "1",
        applicant: "naturalPerson",
        received: "2023-01-01",
        closed: "2023-01-02",
        outcome: "requestNotClarifiedInTime",
      },
      // @ts-expect-error: no such category
      { number: "2", applicant: "naturalPersn", received: "2023-01-01" },
      // @ts-expect-error: a group, not an outcome
      { number: "3", applicant: "naturalPerson", received: "2023-01-01", closed: "2023-01-02", outcome: "refused" },
      // @ts-expect-error: an outcome of another edition
      { number: "4", applicant: "naturalPerson", received: "2023-01-01", closed: "2023-01-02", outcome: "otherHandling" },
    ];
    const old: RequestRecord<"2019"> = {
      number: "5",
      applicant: "naturalPerson",
      received: "2020-01-01",
      outcome: "otherHandling",
    };
    // @ts-expect-error: both kinds of lawsuit at once
    const lawsuit: CaseRecord = { number: "6", kind: "litigation", filed: "2023-01-01" };
    const { findings } = tallyRegister([...typed, old], { year: 2023, cases: [lawsuit] });
    expect(findings.filter(({ severity }) => severity !== "advice").map(({ path }) => path)).toEqual([
      "requests.1.applicant",
      "requests.2.outcome",
      "requests.3.outcome",
      "requests.4.closed",
      "cases.0.kind",
    ]);
  });
});
