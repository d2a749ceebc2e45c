import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { repack } from "../../src/formats/office/deterministicZip.js";
import { validate } from "../../src/index.js";
import { anchorOf, marksOf } from "../../src/printing/marks.js";
import { rowHeights } from "../../src/printing/rowHeights.js";
import { mistyped, mistypedValidation } from "./support.js";

describe("marksOf", () => {
  const total = "requests.granted.total";

  test("numbers the findings, and knows each figure's findings", () => {
    const marks = marksOf(mistypedValidation, "zh");
    expect(marks.notes.map(({ number, rule }) => [number, rule])).toEqual([
      [1, "outcomes.total"],
      [2, "applicants.granted"],
    ]);
    expect(marks.cells.get(total)?.notes.map(({ number }) => number)).toEqual([1, 2]);
    expect(marks.cells.get("requests.granted.naturalPerson")?.notes.map(({ number }) => number)).toEqual([2]);
    expect(marks.cells.has("requests.received.total")).toBe(false);
    expect(marks.summary).toBe("共核对规则242条：成立240条，不成立2条，因有空白未能核对0条。");
  });

  test("tells suspects from figures only involved, and from those of findings without a suspect", () => {
    const state = (marking: typeof mistypedValidation, address: string): readonly (boolean | undefined)[] => {
      const mark = marksOf(marking, "zh").cells.get(address);
      return [mark?.suspected, mark?.involved];
    };
    expect(state(mistypedValidation, total)).toEqual([true, false]);
    expect(state(mistypedValidation, "requests.concluded.total")).toEqual([false, true]);
    const unexplained = { ...mistypedValidation, groups: [] };
    expect(state(unexplained, total)).toEqual([false, false]);
  });

  test("takes the suspects from an explanation where there is one", () => {
    const [first] = mistypedValidation.findings;
    const cells = first?.cells.filter(({ address }) => address === "requests.concluded.total") ?? [];
    const finding = { ...(first as NonNullable<typeof first>), code: "repair.certain", rule: null, message: "说明", cells };
    const explanation = { problems: [{ finding, rules: ["outcomes.total"] }] };
    const marks = marksOf({ ...mistypedValidation, findings: [finding, ...mistypedValidation.findings], explanation }, "zh");
    expect(marks.cells.get("requests.concluded.total")?.suspected).toBe(true);
    expect(marks.cells.get(total)?.suspected).toBe(false);
    expect(marks.cells.get("requests.notHeld.total")?.involved).toBe(true);
    expect(marks.cells.get("requests.granted.naturalPerson")?.involved).toBe(false);
    expect(marks.notes.flatMap(({ suspects }) => suspects)).toEqual([]);
  });

  test("calls a figure only involved where every finding about it is explained", () => {
    const suspects = [{ address: "requests.concluded.total", from: 1, to: 2 }];
    const half = { ...mistypedValidation, groups: [{ rules: ["outcomes.total"], suspects }] };
    const marks = marksOf(half, "zh");
    expect(marks.cells.get(total)).toMatchObject({ suspected: false, involved: false });
    expect(marks.cells.get("requests.notHeld.total")).toMatchObject({ suspected: false, involved: true });
  });

  test("shows a finding at its suspect, else at the total", () => {
    const at = (marking: typeof mistypedValidation): readonly (string | undefined)[] => {
      const marks = marksOf(marking, "zh");
      return marks.notes.map((note) => anchorOf(note, marks));
    };
    expect(at(mistypedValidation)).toEqual([total, total]);
    expect(at({ ...mistypedValidation, groups: [] })).toEqual(["requests.concluded.total", total]);
  });

  test("keeps the gravest severity of a figure", () => {
    const profile = { "outcomes.total": "advice", "applicants.granted": "warning" } as const;
    const { cells } = marksOf(validate(mistyped, { profile }), "en");
    expect(cells.get(total)?.severity).toBe("warning");
    expect(cells.get("requests.notHeld.total")?.severity).toBe("advice");
  });
});

describe("repack", () => {
  test("gives the same bytes whatever the order and the time were", () => {
    const part = (name: string, mtime: string): Uint8Array =>
      zipSync({ [name]: strToU8("x"), "[Content_Types].xml": strToU8("y") }, { mtime });
    expect(repack(part("a", "2020-01-01"), () => null)).toEqual(repack(part("a", "2024-05-05"), () => null));
    expect(Object.keys(unzipSync(repack(part("A", "2020-01-01"), () => null)))).toEqual(["[Content_Types].xml", "A"]);
  });

  test("changes only what it is told to", () => {
    const bytes = repack(zipSync({ a: strToU8("1"), b: strToU8("2") }), (path, text) => (path === "a" ? `${text()}!` : null));
    expect(Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))).toEqual(["1!", "2"]);
  });
});

describe("rowHeights", () => {
  test("gives room to places over several rows in the last of them", () => {
    const places = [
      { top: 0, bottom: 1, needed: 2 },
      { top: 0, bottom: 3, needed: 7 },
    ];
    expect(rowHeights(places, 3, 0)).toEqual([2, 1, 4]);
    expect(rowHeights(places, 3, 1)).toEqual([2, 1, 2]);
  });
});
