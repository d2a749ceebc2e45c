import { describe, expect, it } from "vitest";
import { agencyNameKey, sameAgency } from "../../src/report/sameAgency.js";

const [CODE, OTHER_CODE] = ["11330000002482066P", "113300000024820671"];

describe("sameAgency", () => {
  it.each([
    ["one name", { name: "甲县" }, { name: "甲县" }, "same"],
    ["one name in other widths and spaces", { name: "甲县（本级）" }, { name: "甲县 (本级)" }, "same"],
    ["a place and its government", { name: "甲县" }, { name: "甲县人民政府" }, "different"],
    [
      "one code, renamed",
      { name: "甲局", unifiedSocialCreditCode: CODE },
      { name: "乙局", unifiedSocialCreditCode: CODE },
      "same",
    ],
    [
      "one name, two codes",
      { name: "甲镇", unifiedSocialCreditCode: CODE },
      { name: "甲镇", unifiedSocialCreditCode: OTHER_CODE },
      "different",
    ],
    ["one name, two regions", { name: "甲镇", regionCode: "330102" }, { name: "甲镇", regionCode: "330103" }, "different"],
    ["one region, two names", { name: "甲镇", regionCode: "330102" }, { name: "乙镇", regionCode: "330102" }, "different"],
    ["one name, a region on one side only", { name: "甲镇", regionCode: "330102" }, { name: "甲镇" }, "same"],
    ["one name, one region", { name: "甲镇", regionCode: "330102" }, { name: "甲镇", regionCode: "330102" }, "same"],
    ["a code on one side only", { name: "甲镇", unifiedSocialCreditCode: CODE }, { name: "甲镇" }, "same"],
    ["no name on one side", { name: "甲镇" }, {}, "unknown"],
    ["no agency", { name: "甲镇" }, undefined, "unknown"],
  ] as const)("%s", (_, a, b, expected) => {
    expect([sameAgency(a, b), sameAgency(b, a)]).toEqual([expected, expected]);
  });
});

it("agencyNameKey leaves letters and marks as they are", () => {
  expect(agencyNameKey("甲县　教育局（本级）")).toBe("甲县教育局(本级)");
});
