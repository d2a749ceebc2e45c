import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/html.js";
import { describeForm, validate } from "../../src/index.js";
import { figureIn as figureAt } from "../../src/report/figures.js";
import { readText } from "../../src/text.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";

const seda = corpus("seda-2023.txt");
const shanghai = corpus("shanghai-2019.html");
const _ = null;

/** What the page of the General Office of Shanghai for 2019 prints, row by row; `_` is a blank. */
const SHANGHAI: readonly (readonly (number | string | null)[])[] = [
  [13, 13, 524],
  [60, 60, 368],
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
  [0, 0],
  [6, "25.1"],
  [821, 35, _, _, 2, 1, 859],
  [18, _, _, _, _, _, 18],
  [258, 12, _, _, 1, 1, _],
  [3, _, _, _, _, _, _],
  [14, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [5, _, _, _, _, _, _],
  [3, 1, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [10, 2, _, _, _, _, _],
  [252, 12, _, _, 1, _, _],
  [44, 3, _, _, _, _, _],
  [25, _, _, _, _, _, _],
  [148, 1, _, _, _, _, _],
  [5, 4, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [_, _, _, _, _, _, _],
  [767, 35, _, _, 2, 1, 805],
  [72, _, _, _, _, _, 72],
  [5, _, _, 2, 7, 8, _, _, 1, 9, _, _, _, _, _],
];

describe("Seda County 2023, a dump with one cell a line", () => {
  it.skipIf(seda === null)("has every figure, its line, and all balances", () => {
    const { draft, report, log, places, findings } = readText(seda ?? "");
    expect(draft?.edition).toBe("2021");
    expect(log).toHaveLength(200);
    for (const { address, value } of log) expect([address, value]).toEqual([address, figureAt(seda2023, address)]);
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ agency: { name: "色达县" }, year: 2023, informationProcessingFee: "0" });
    expect(report === null ? null : validate(report, { places }).status).toBe("balanced");
    const lines = new TextDecoder().decode(seda ?? new Uint8Array()).split("\n");
    for (const { raw, place } of log) expect(lines[(place?.line ?? 0) - 1]?.trim()).toBe(raw);
  });

  it.skipIf(seda === null)("has the parts of section 一", () => {
    const overview = readText(seda ?? "").draft?.narrative?.overview;
    expect(typeof overview === "object" ? Object.keys(overview) : overview).toEqual([
      "proactiveDisclosure",
      "disclosureOnRequest",
      "informationManagement",
      "platform",
      "supervision",
    ]);
  });

  it.skipIf(seda === null)("without any one line has no wrong figure", () => {
    const lines = new TextDecoder().decode(seda ?? new Uint8Array()).split("\n");
    const first = lines.findIndex((line) => line.startsWith("\t"));
    const truth = new Map<string, unknown>(
      describeForm("2021").cells.map(({ address }) => [address, figureAt(seda2023, address)]),
    );
    for (let i = first; i < lines.length; i += 1) {
      const { log, findings } = readText(lines.toSpliced(i, 1).join("\n"));
      const wrong = log.filter(({ address, value }) => value !== null && value !== truth.get(address));
      expect({ line: i + 1, wrong }).toEqual({ line: i + 1, wrong: [] });
      const said = new Set(findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
      const silent = log.filter(({ address, value }) => value === null && !said.has(address));
      expect({ line: i + 1, silent }).toEqual({ line: i + 1, silent: [] });
      expect(log.filter(({ value }) => value !== null).length).toBeGreaterThan(20);
    }
  });
});

describe("General Office of Shanghai 2019, a page of the older edition", () => {
  it.skipIf(shanghai === null)("has every figure, blanks as blanks", () => {
    const { draft, report, log, findings } = readHtml(shanghai ?? "");
    expect(draft).toMatchObject({
      edition: "2019",
      agency: { name: "上海市人民政府办公厅" },
      year: 2019,
      publishedOn: "2020-01-31",
    });
    expect(log.map(({ value }) => value)).toEqual(SHANGHAI.flat());
    expect(report).toBeNull();
    const codes = findings.map(({ code }) => code);
    expect(codes.filter((code) => code === "reading.alignedByCount")).toHaveLength(4);
    expect(codes.filter((code) => code === "reading.unitConverted")).toHaveLength(1);
    // What stands between title and section 一 only introduces the report.
    const expected = ["reading.alignedByCount", "reading.unitConverted", "reading.blank"];
    expect(new Set(codes)).toEqual(new Set(expected));
  });

  it.skipIf(shanghai === null)("has the place of every figure", () => {
    const html = new TextDecoder().decode(shanghai ?? new Uint8Array());
    for (const { raw, place } of readHtml(html).log) {
      expect(place).toMatchObject({ format: "html", line: 1 });
      const cell = html.slice(place?.offset ?? 0, html.indexOf("</td>", place?.offset ?? 0));
      expect(cell.replace(/<[^>]*>|&nbsp;/g, "")).toBe(raw);
    }
  });
});
