import { describe, expect, it } from "vitest";
import { statedFigures } from "../../src/narrative.js";
import { saying } from "./subject.js";

const stated = (text: string): Record<string, readonly number[]> => statedFigures(saying(text));

describe("statedFigures", () => {
  it.each([
    ["新收政府信息公开申请24件。", { "requests.received.total": [24] }],
    ["新收政府信息公开申请24件，其中自然人20件。", { "requests.received.total": [24], "requests.received.naturalPerson": [20] }],
    ["行政复议结果纠正1件。", { "remedies.reconsideration.corrected": [1] }],
    ["予以公开12件。县财政局予以公开13件。", { "requests.granted.total": [12] }],
    ["予以公开12件。予以公开13件。", { "requests.granted.total": [12, 13] }],
    ["未收到政府信息公开申请。", { "requests.received.total": [0] }],
    [
      "行政复议、行政诉讼均为0件。",
      {
        "remedies.reconsideration.total": [0],
        "remedies.directLitigation.total": [0],
        "remedies.litigationAfterReconsideration.total": [0],
      },
    ],
  ])("takes from %j what it states", (text, expected) => {
    expect(stated(text)).toMatchObject(expected);
  });

  it.each([
    ["several readings", "共收到政府信息公开申请24件。"],
    ["a sum", "不予公开3件。"],
    ["an approximate number", "予以公开10余件。"],
    ["another scope", "全县予以公开12件。"],
    ["another year", "2022年予以公开12件。"],
  ])("takes nothing from %s", (_, text) => {
    expect(stated(text)).toEqual({});
  });

  it("reads no outcome out of the part on publishing", () => {
    const draft = { edition: "2021", narrative: { overview: { proactiveDisclosure: "予以公开12件。" } } } as const;
    expect(statedFigures(draft)).toEqual({});
  });
});
