import { describe, expect, it } from "vitest";
import { validate } from "../../src/index.js";
import { validateAndExplain } from "../../src/repair.js";
import { changed, city2021, county2021 } from "./bases.js";

const broken = changed(city2021, { "requests.granted.naturalPerson": 285, "remedies.directLitigation.total": 21 });

describe("validateAndExplain", () => {
  it("puts the explanation before the balances that led to it, problem by problem", () => {
    const { findings, explanation } = validateAndExplain(broken);
    expect(findings.map(({ code, rule }) => rule ?? code)).toEqual([
      "repair.certain",
      "outcomes.naturalPerson",
      "applicants.granted",
      "repair.oneOf",
      "remedies.directLitigation",
    ]);
    expect(findings[0]).toMatchObject({ path: "requests.granted.naturalPerson", expected: 258, actual: 285, difference: 27 });
    expect(explanation.repairs[0]?.changes.map(({ to }) => to)).toEqual([258, 12]);
  });

  it("loses no finding, and points suspects at their place", () => {
    const place = {
      format: "html",
      sheet: null,
      table: 2,
      row: 5,
      column: 3,
      line: null,
      offset: 99,
      page: null,
      box: null,
    } as const;
    const places = { "requests.granted.naturalPerson": place };
    const warned = { ...broken, requests: { ...broken.requests } };
    const plain = validate(warned, { places });
    const { findings } = validateAndExplain(warned, { places });
    expect(findings.filter(({ rule }) => rule !== null).map(({ rule }) => rule)).toEqual(plain.findings.map(({ rule }) => rule));
    expect(findings[0]?.cells[0]?.place).toEqual(place);
  });

  it("adds nothing to a report that balances", () => {
    const { explanation, ...rest } = validateAndExplain(county2021);
    expect(rest).toEqual(validate(county2021));
    expect(explanation.problems).toEqual([]);
  });
});
