import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { consolidate } from "../../src/consolidation.js";
import { readDocx } from "../../src/docx.js";
import { decodeText, readHtml } from "../../src/html.js";
import { DisclosureReportError, figureAt, outcomesOf, safeParseReportJson, validate } from "../../src/index.js";
import { detectFormat, readAny } from "../../src/read.js";
import { readRegisterCsv, tallyRegister } from "../../src/register.js";
import { compareReports } from "../../src/series.js";

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

/** A list of children, options: what stands behind the first of so many arguments. */
const others = (name: string): readonly unknown[] =>
  name === "validateConsolidation" || name === "validateLevel" ? [[], {}] : name === "detectFormat" ? ["a.html"] : [{}, {}];

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
      "Cannot read this input (“report.docx”). Give the content of the file, a Uint8Array or an ArrayBuffer (or a Blob to readAny); read a path first.",
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
        expect(error.message).toMatch(/^[^"]*[\u4e00-\u9fff][^"]*$/);
      }
    }
  });

  it.each([...OVER_LISTS])("%s asks for a list", (name) => {
    for (const [mistake, found] of [
      [undefined, "undefined"],
      [{ edition: "2021" }, "{…}"],
      ["reports", "“reports”"],
    ]) {
      expect(() => all.get(name)?.(mistake)).toThrow(`应为报告的列表，给出的是${found}。只有一份报告的，请写作[report]。`);
    }
    expect(() =>
      all.get(name)?.({ edition: "2021" }, ...(name === "consolidate" ? [undefined] : []), { language: "en" }),
    ).toThrow(/^A list of reports is needed; \{…\} was given\./);
  });

  it("is named in the error", () => {
    // @ts-expect-error: a year for which no form was issued
    expect(() => outcomesOf("2020")).toThrow(/没有格式版本“2020”/);
    // @ts-expect-error: nothing
    expect(() => validate(undefined)).toThrow(/没有格式版本“undefined”/);
    // @ts-expect-error: nothing
    expect(() => figureAt(null, "requests.received.total")).toThrow(DisclosureReportError);
    // @ts-expect-error: nothing
    expect(safeParseReportJson(null).success).toBe(false);
  });
});

/** What a function says where a needed option is missing. */
const NEEDED_OPTION = /^缺少必需的选项“\w+” \/ the option “\w+” is needed$/;

interface Parameter {
  readonly name: string;
  readonly optional: boolean;
}

/** The parameters of the first signature in a line of the list of the public API. */
function parametersOf(line: string): readonly Parameter[] {
  const parts = [""];
  let depth = 0;
  for (const sign of line.slice(line.indexOf("(")).replaceAll("=>", "")) {
    if ("([{<".includes(sign)) depth += 1;
    if (")]}>".includes(sign)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && sign === ",") parts.push("");
    else parts.push(`${parts.pop()}${sign}`);
  }
  return parts.flatMap((part, i): readonly Parameter[] => {
    const [, name = i === 0 ? "input" : "options", mark] = /^[(\s]*(?:(\w+)|\{.*?\})(\??):/.exec(part) ?? [];
    return part === "(" ? [] : [{ name, optional: mark === "?" }];
  });
}

describe("an argument that may be left out", () => {
  const draft = { edition: "2021", year: 2023, agency: { name: "某县财政局" }, requests: { received: { total: 3 } } } as const;
  const page = "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>4</table>";
  const repair = { edition: "2021", edits: [], madeFor: [], changes: [] };
  /** An argument of the right kind for each name of a parameter. */
  const usual: Readonly<Record<string, unknown>> = {
    a: draft,
    _edition: "2021",
    address: "requests.received.total",
    amount: "1.5",
    b: draft,
    bytes: new TextEncoder().encode(page),
    children: [draft],
    comparison: compareReports(draft, draft),
    counts: { naturalPerson: 1 },
    document: { format: "html", blocks: [] },
    draft,
    drafts: [draft],
    edits: [],
    error: "",
    fen: 150,
    figures: [],
    file: new TextEncoder().encode(page),
    given: page,
    headings: [],
    input: draft,
    level: consolidate([draft]),
    list: [],
    pages: [],
    page,
    parent: draft,
    paths: [],
    path: fileURLToPath(new URL("misuse.test.ts", import.meta.url)),
    received: "2023-01-03",
    repair,
    report: draft,
    reports: [draft],
    requests: [],
    root: { own: draft },
    row: [1],
    source: [],
    tally: tallyRegister([], { edition: "2021", year: 2023 }),
    text: "收到日期\n2023-01-03",
    to: "2019",
    validation: validate(draft),
    edition: "2021",
  };
  const lines = readFileSync(new URL("../../docs/public-api.txt", import.meta.url), "utf8").split("\n");
  const signatures = new Map(
    lines.flatMap((line) => {
      const [, name] = /^ {2}(\w+)(?:<[^(]*>)?\(/.exec(line) ?? [];
      return name === undefined ? [] : [[name, parametersOf(line)] as const];
    }),
  );
  const outcome = async (name: string, given: readonly unknown[]): Promise<unknown> => {
    try {
      const result = await new Map(functions).get(name)?.(...given);
      if (typeof result !== "object" || result === null || !(Symbol.asyncIterator in result)) return JSON.stringify(result);
      const items: unknown[] = [];
      for await (const item of result as AsyncIterable<unknown>) items.push(item);
      return JSON.stringify(items);
    } catch (error) {
      if (!(error instanceof DisclosureReportError)) throw error;
      expect(error.message).toMatch(/^[^"]*[\u4e00-\u9fff][^"]*$/);
      return error.message;
    }
  };
  const required = (name: string) => signatures.get(name)?.filter(({ optional }) => !optional) ?? [];
  const optional = [...signatures].filter(([, parameters]) => parameters.some((parameter) => parameter.optional));

  it.each(optional)("may be null: %s", async (name, parameters) => {
    const given = required(name).map((parameter) => usual[parameter.name]);
    if (given.includes(undefined)) expect.fail(`no argument for ${name}: ${required(name).map(({ name }) => name)}`);
    const nulls = parameters.slice(given.length).map(() => null);
    expect(await outcome(name, [...given, ...nulls])).toEqual(await outcome(name, given));
  });
  // Of an overloaded function the list shows the signature that takes an edition first; without one, any edition is accepted.
  const needing = [...signatures.keys()].filter(
    (name) => !/^(?:safeP|p)arse/.test(name) && required(name).some((parameter) => parameter.name === "options"),
  );

  it.each(needing)("is named where it is needed: %s", async (name) => {
    const given = required(name).flatMap((parameter) => (parameter.name === "options" ? [] : [usual[parameter.name]]));
    for (const options of [undefined, null, {}, "en"]) {
      expect(await outcome(name, [...given, options])).toMatch(NEEDED_OPTION);
    }
  });
});
