import { describe, expect, it } from "vitest";
import { validate } from "../../src/repair.js";
import { validate as checkRules } from "../../src/rules/validate.js";
import { changed, city2021, county2021 } from "./bases.js";

const broken = changed(city2021, { "requests.granted.naturalPerson": 285, "remedies.directLitigation.total": 21 });

describe("validate with explain", () => {
  it("puts the explanation before the balances that led to it, problem by problem", () => {
    const { findings, explanation } = validate(broken, { explain: true });
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
    const places = new Map([["requests.granted.naturalPerson", place]]);
    const warned = { ...broken, requests: { ...broken.requests } };
    const plain = checkRules(warned, { places });
    const { findings } = validate(warned, { explain: true, places });
    expect(findings.filter(({ rule }) => rule !== null).map(({ rule }) => rule)).toEqual(plain.findings.map(({ rule }) => rule));
    expect(findings[0]?.cells[0]?.place).toEqual(place);
  });

  it("is the plain validation without it, and adds nothing to a report that balances", () => {
    expect(validate(broken)).toEqual(checkRules(broken));
    const { explanation, ...rest } = validate(county2021, { explain: true });
    expect(rest).toEqual(checkRules(county2021));
    expect(explanation.problems).toEqual([]);
  });
});
