import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { decodeText, readHtml } from "../../src/html.js";
import { DisclosureReportError, figureAt, outcomesOf, safeParseReportJson, validate } from "../../src/index.js";
import { detectFormat, readAny } from "../../src/read.js";
import { readRegisterCsv } from "../../src/register.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** What programs without types hand over by mistake: nothing, a path, an answer of another library, an edition that is none. */
const MISTAKES: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  "report.docx",
  2020,
  true,
  new Uint8Array(3),
  new ArrayBuffer(3),
  { edition: "2020" },
];

/** Functions over parts of the form, over what this library itself gave, or over several things that are not reports or files. */
const OVER_OWN_DATA: ReadonlySet<string> = new Set([
  "aliasesOf",
  "applyRepair",
  "cellLabel",
  "consolidateTree",
  "consolidator",
  "csvLine",
  "filingDeadline",
  "findClaims",
  "formatCitation",
  "formatCoordinate",
  "informationProcessingFee",
  "layoutOf",
  "leafPaths",
  "mergeChecks",
  "printedHeading",
  "readDocument",
  "readFileWithin",
  "readPages",
  "recordsCountedIn",
  "regionPath",
  "renderComparisonHtml",
  "renderComparisonMarkdown",
  "reportOfLine",
  "revertRepair",
  "skipByName",
  "sqlScript",
  "sqlLoadOf",
  "sqlOf",
  "termNamed",
]);

/** Functions over a list of reports: here a list is given with something else in it. */
const OVER_LISTS: ReadonlySet<string> = new Set(["consolidate", "mergeDrafts", "validateSeries"]);

/** Functions of which programs without types leave out the options, and what they give. */
const WITHOUT_OPTIONS: readonly (readonly [string, unknown])[] = [
  ["reportBuilder", "2021"],
  ["tallyRegister", []],
];

/** A list of children, options: what stands behind the first of so many arguments. */
const others = (name: string): readonly unknown[] =>
  name === "validateConsolidation" || name === "validateLevel" ? [[], {}] : [{}, {}];

const functions = (
  await Promise.all(
    readdirSync(SRC)
      .filter((file) => file.endsWith(".ts"))
      .map(async (file) =>
        Object.entries((await import(pathToFileURL(join(SRC, file)).href)) as Readonly<Record<string, unknown>>),
      ),
  )
)
  .flat()
  .filter((entry): entry is [string, (...given: readonly unknown[]) => unknown] => typeof entry[1] === "function")
  .filter(([, value]) => !/^class\b/.test(Function.prototype.toString.call(value)));

describe("the content of a file", () => {
  const page = "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>4</table>";
  const bytes = new TextEncoder().encode(`  ${page}`);
  const holders = {
    ArrayBuffer: bytes.buffer,
    Buffer: Buffer.from(bytes),
    "part of a Buffer": Buffer.from(bytes.buffer, 2),
    DataView: new DataView(bytes.buffer, 1),
    "ArrayBuffer of another realm": runInNewContext("new Uint8Array(given).buffer", { given: [...bytes] }) as ArrayBuffer,
    "bytes of another realm": runInNewContext("new Uint8Array(given)", { given: [...bytes] }) as Uint8Array,
  };

  it.each(Object.entries(holders))("is read from %s", async (_, held) => {
    const given = held as Uint8Array | ArrayBuffer;
    const figures = readHtml(page).draft;
    expect(figures).not.toBeNull();
    expect(readHtml(given).draft).toEqual(figures);
    expect(detectFormat(given)).toBe("html");
    expect(decodeText(given).trim()).toBe(page);
    const reading = await readAny(given);
    expect(reading.kind === "reading" ? reading.reading.draft : null).toEqual(figures);
  });

  it("is asked for where a path or something else is given, in the language asked for", async () => {
    // @ts-expect-error: a path
    await expect(readDocx("report.docx", { language: "en" })).rejects.toThrow(
      'Cannot read this input ("report.docx"). Give the content of the file, a Uint8Array or an ArrayBuffer (or a Blob to readAny); read a path first.',
    );
    // @ts-expect-error: an object
    expect(() => readHtml({})).toThrow("不能读取此输入（{…}）。请传入文件的内容：字符串、Uint8Array或ArrayBuffer。");
    // @ts-expect-error: bytes where text is meant
    expect(() => readRegisterCsv(bytes)).toThrow(/^应为台账的文本，给出的是\{…\}/);
  });
});

describe("what is handed over by mistake", () => {
  const all = new Map(functions);

  it("is tried on every function, but for those named", () => {
    expect(all.size).toBeGreaterThan(100);
    expect([...OVER_OWN_DATA, ...OVER_LISTS].filter((name) => !all.has(name))).toEqual([]);
  });

  it.each([...all].filter(([name]) => !OVER_OWN_DATA.has(name)))("%s answers, or throws the one error", async (name, tried) => {
    for (const mistake of MISTAKES) {
      const first = OVER_LISTS.has(name) ? [mistake] : mistake;
      const given = [first, ...others(name)].slice(0, Math.max(1, tried.length));
      try {
        await tried(...given);
      } catch (error) {
        if (!(error instanceof DisclosureReportError)) expect.fail(`${name}(${String(mistake)}): ${String(error)}`);
        expect(error.message).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it.each([...OVER_LISTS])("%s asks for a list", (name) => {
    for (const [mistake, found] of [
      [undefined, "undefined"],
      [{ edition: "2021" }, "{…}"],
      ["reports", '"reports"'],
    ]) {
      expect(() => all.get(name)?.(mistake)).toThrow(`应为报告的列表，给出的是${found}。只有一份报告的，请写作[report]。`);
    }
    expect(() =>
      all.get(name)?.({ edition: "2021" }, ...(name === "consolidate" ? [undefined] : []), { language: "en" }),
    ).toThrow(/^A list of reports is needed; \{…\} was given\./);
  });

  it.each(WITHOUT_OPTIONS)("%s without options throws the one error", (name, first) => {
    expect(() => all.get(name)?.(first)).toThrow(DisclosureReportError);
  });

  it("is named in the error", () => {
    // @ts-expect-error: a year for which no form was issued
    expect(() => outcomesOf("2020")).toThrow(/没有格式版本"2020"/);
    // @ts-expect-error: nothing
    expect(() => validate(undefined)).toThrow(/没有格式版本undefined/);
    // @ts-expect-error: nothing
    expect(() => figureAt(null, "requests.received.total")).toThrow(DisclosureReportError);
    // @ts-expect-error: nothing
    expect(safeParseReportJson(null).success).toBe(false);
  });
});
