import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/index.js";
import { checkNarrative, narrativeRule } from "../../src/narrative.js";
import { figures, saying } from "./subject.js";

describe("findings of checkNarrative", () => {
  it("say where, what was meant, what was expected, and what else it could have been", () => {
    const text = "共收到政府信息公开申请27件。";
    const [finding] = checkNarrative(saying(text), { language: "en" }).findings;
    expect(finding).toMatchObject({
      code: "narrative.disagrees",
      rule: narrativeRule.id,
      severity: "warning",
      path: "narrative.overview",
      expected: 24,
      actual: 27,
      difference: 3,
    });
    expect(finding?.cells.map(({ address, value }) => [address, value])).toEqual([["requests.received.total", 24]]);
    expect(finding?.params).toMatchObject({ quote: "共收到政府信息公开申请27件", offset: 0, length: 14 });
    expect(finding?.message).toContain("other readings");
    expect(checkNarrative(saying(text)).findings[0]?.message).toContain("其他理解");
  });

  it("carry the place of the figure in the source", () => {
    const place = {
      format: "html",
      sheet: null,
      table: 2,
      row: 6,
      column: 8,
      line: 40,
      offset: 900,
      page: null,
      box: null,
    } as const;
    const places = { "requests.granted.total": place };
    expect(checkNarrative(saying("予以公开13件。"), { places }).findings[0]?.cells[0]?.place).toEqual(place);
  });

  it("name the part of section 一 and section 六", () => {
    const draft: Draft = {
      ...figures,
      narrative: {
        overview: { disclosureOnRequest: "予以公开13件。" },
        problems: "予以公开13件。",
        other: "收取信息处理费5元。",
      },
    };
    expect(checkNarrative(draft).findings.map(({ path }) => path)).toEqual([
      "narrative.overview.disclosureOnRequest",
      "narrative.other",
    ]);
  });

  it("name the text beside the tables of sections 三 and 四", () => {
    const draft: Draft = { ...figures, narrative: { requests: "予以公开13件。", remedies: "被申请行政复议6件。" } };
    expect(checkNarrative(draft).findings.map(({ path, expected, actual }) => [path, expected, actual])).toEqual([
      ["narrative.requests", 12, 13],
      ["narrative.remedies", 5, 6],
    ]);
  });

  it("leave unchecked what is blank, and say so", () => {
    const draft: Draft = {
      edition: "2021",
      requests: { granted: { naturalPerson: 3 } },
      narrative: { overview: "予以公开4件。" },
    };
    const { findings, unchecked } = checkNarrative(draft);
    expect(findings).toEqual([]);
    expect(unchecked.map(({ values, reason }) => [values, reason?.en])).toEqual([
      [[null], "the figures that it can mean are blank"],
    ]);
  });

  it("add up a blank total from its parts", () => {
    const requests = { ...figures.requests, granted: { ...figures.requests.granted, total: null } };
    const check = (text: string) => checkNarrative({ ...figures, requests, narrative: { overview: text } }).claims[0]?.verdict;
    expect(check("予以公开12件。")).toBe("agrees");
    expect(check("予以公开13件。")).toBe("disagrees");
  });

  it("compare a fee only where the report has one", () => {
    const { informationProcessingFee: _, ...without } = figures;
    const check = checkNarrative({ ...without, narrative: { other: "收取信息处理费300元。" } });
    expect(check.findings).toEqual([]);
    expect(check.unchecked).toHaveLength(1);
  });

  it("are none for a draft without a text, or with one in which nothing is claimed", () => {
    expect(checkNarrative({ edition: "2021" })).toEqual({
      status: "undetermined",
      counts: { holds: 0, violated: 0, undetermined: 0 },
      verdicts: [],
      claims: [],
      findings: [],
      unchecked: [],
    });
    expect(checkNarrative({ edition: "2019", narrative: { overview: {} } }).claims).toEqual([]);
  });

  it("change nothing of their input", () => {
    const draft = Object.freeze(saying("予以公开13件。"));
    const before = JSON.stringify(draft);
    checkNarrative(draft);
    expect(JSON.stringify(draft)).toBe(before);
  });
});
