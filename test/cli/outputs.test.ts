import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { Parser } from "saxen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayWidth } from "../../src/_internal/width.js";
import { NameGiver } from "../../src/cli/batch/names.js";
import { sheetRow } from "../../src/cli/xlsx/sheetRow.js";
import { MAX_SHEET_ROWS, Workbook } from "../../src/cli/xlsx/workbook.js";
import { renderHtml } from "../../src/html.js";
import { type Draft, toJson } from "../../src/index.js";
import { tidyColumns } from "../../src/standard.js";
import { seda2023 } from "../support/seda.js";
import { called } from "./called.js";
import { reportNumber } from "./madeTree.js";

let cwd = "";

/** A report with everything that tables have to be careful about. */
const hostile: Draft = {
  ...reportNumber(7),
  agency: { name: '=HYPERLINK("http://x","a")' },
  disclosure: { ...seda2023.disclosure, administrativeRules: { issued: 0, repealed: 0, inForce: 0 } },
} as Draft;

/** The form of 2019 has figures that can be negative. */
const change: Draft = {
  edition: "2019",
  year: 2020,
  agency: { name: "某局" },
  disclosure: { administrativeLicensing: { itemsLastYear: 3, change: -4, decisions: 2 } },
} as unknown as Draft;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "outputs-"));
  writeFileSync(join(cwd, "good.json"), toJson(reportNumber(1)));
  writeFileSync(join(cwd, "bad.html"), renderHtml(reportNumber(7)));
  writeFileSync(join(cwd, "hostile.json"), toJson(hostile));
  writeFileSync(join(cwd, "none #1?.txt"), "nothing here");
  writeFileSync(join(cwd, "lines.ndjson"), `${toJson(reportNumber(1))}\n{"edition"\n${toJson(reportNumber(11))}\n`);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const call = (...args: string[]) => called(cwd, args);

describe("table", () => {
  it("long: the columns of the standard, a figure a row, blanks and absences told apart", async () => {
    const { out, status } = await call("table", "good.json", "lines.ndjson", "--to", "csv");
    expect(status).toBe(2);
    const [head = [], ...rows] = parse(out, { relax_column_count: false }) as string[][];
    expect(head).toEqual(tidyColumns.map(({ name }) => name));
    expect(rows).toHaveLength(600);
    expect(new Set(rows.map(([file]) => file))).toEqual(new Set(["good.json", "lines.ndjson:1", "lines.ndjson:3"]));
    const blank = rows.filter((row) => row[16] === "blank");
    expect(blank.map((row) => [row[0], row[9], row[13], row[14]])).toEqual([
      ["lines.ndjson:3", "requests.granted.total", "", ""],
    ]);
    const ndjson = (await call("table", "good.json", "--to", "ndjson")).out.trim().split("\n");
    expect(ndjson).toHaveLength(200);
    expect(Object.keys(JSON.parse(ndjson[0] ?? ""))).toEqual(head);
    const fee = ndjson.map((line) => JSON.parse(line)).find(({ unit }) => unit === "amount");
    expect([fee.figure_text, fee.figure]).toEqual(["38.09533", 38.09533]);
  });

  it("tells what a document says and where", async () => {
    const lines = (await call("table", "bad.html", "--to", "ndjson")).out.trim().split("\n");
    const row = lines.map((line) => JSON.parse(line)).find(({ address }) => address === "requests.granted.total");
    expect(row).toMatchObject({ raw_text: "14", figure_text: "14", figure: 14, cell_status: "figure" });
    expect(row.place).toContain("第2张表");
  });

  it("wide: a report a row, what could not be read too", async () => {
    const { out } = await call("table", "good.json", "none #1?.txt", "--to", "csv", "--shape", "wide");
    const rows = parse(out, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ file: "good.json", edition: "2021", read_error: "", "requests.received.total": "4" });
    expect(rows[1]?.["read_error"]).not.toBe("");
    expect(rows[1]?.["requests.received.total"]).toBe("");
  });

  it("guards what a spreadsheet would run, and no figure", async () => {
    writeFileSync(join(cwd, "change.json"), toJson(change));
    const { out } = await call("table", "hostile.json", "change.json", "--to", "csv", "--bom", "--lang", "zh");
    rmSync(join(cwd, "change.json"));
    expect(out).toMatch(/^\ufeff文件,[\u4e00-\u9fff]+,/);
    const rows = parse(out, { bom: true }) as string[][];
    expect(rows[1]?.[1]).toBe('\'=HYPERLINK("http://x","a")');
    const negative = rows.filter((row) => row[13]?.includes("-4"));
    expect(negative.map((row) => [row[13], row[14]])).toEqual([["-4", "-4"]]);
  });

  it("writes a workbook that others read", async () => {
    const { status } = await call("table", "good.json", "hostile.json", "--to", "xlsx", "--lang", "en", "-o", "t.xlsx");
    expect(status).toBe(0);
    const [sheet] = await readExcelFile(readFileSync(join(cwd, "t.xlsx")));
    const rows = sheet?.data ?? [];
    expect(rows).toHaveLength(401);
    expect(rows[0]?.slice(0, 3)).toEqual(["file", "agency", "agency code"]);
    expect(rows[201]?.[1]).toBe('=HYPERLINK("http://x","a")');
    expect(rows[1]?.[14]).toBe(0);
    const parts = unzipSync(readFileSync(join(cwd, "t.xlsx")));
    for (const part of Object.values(parts)) expect(strFromU8(part)).not.toMatch(/<f>/);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("goes on with a further sheet where one is full", () => {
    const chunks: Uint8Array[] = [];
    const workbook = new Workbook("data", ["n"], (data) => chunks.push(data));
    const block = 50_000;
    const rows = "<row><c><v>1</v></c></row>".repeat(block);
    for (let i = 0; i < 21; i += 1) workbook.add(rows, block);
    workbook.end();
    expect(workbook.sheets).toBe(2);
    const parts = unzipSync(Buffer.concat(chunks));
    const count = (name: string): number => strFromU8(parts[name] ?? new Uint8Array()).split("</row>").length - 1;
    expect(count("xl/worksheets/sheet1.xml")).toBe(MAX_SHEET_ROWS);
    expect(count("xl/worksheets/sheet2.xml")).toBe(21 * block + 2 - MAX_SHEET_ROWS);
  });

  it("escapes what XML and Excel would take for something else", () => {
    expect(sheetRow(["<a> & \u0000_x0041_", 1, null])).toBe(
      '<row r="<>"><c r="A<>" t="inlineStr"><is><t xml:space="preserve">&lt;a&gt; &amp; _x005F_x0041_</t></is></c><c r="B<>"><v>1</v></c></row>',
    );
  });
});

describe("summary", () => {
  it("has a line for every report, sorted and filtered", async () => {
    const { out, status } = await call("summary", ".", "--to", "ndjson");
    expect(status).toBe(2);
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ file, line, status: of }) => [file, line, of])).toEqual([
      ["bad.html", null, "unbalanced"],
      ["good.json", null, "balanced"],
      ["hostile.json", null, "unbalanced"],
      ["lines.ndjson", 1, "balanced"],
      ["lines.ndjson", 2, "unreadable"],
      ["lines.ndjson", 3, "undetermined"],
      ["none #1?.txt", null, "unreadable"],
      ["t.xlsx", null, "unreadable"],
    ]);
    expect(rows[0]).toMatchObject({
      violations: "outcomes 1, applicants 1",
      wrong_cell: "requests.granted.total",
      wrong_figure: 14,
      proposed_figure: 4,
      certain: true,
    });
    const some = await call(
      "summary",
      ".",
      "--to",
      "csv",
      "--status",
      "unbalanced",
      "--status",
      "balanced",
      "--sort",
      "violated",
      "--desc",
    );
    expect((parse(some.out, { columns: true }) as { status: string }[]).map(({ status: of }) => of)).toEqual([
      "unbalanced",
      "unbalanced",
      "balanced",
      "balanced",
    ]);
    const text = await call("summary", ".", "--lang", "en");
    expect(text.out.split("\n")[0]).toMatch(/^status +file +agency/);
    expect(text.err).toContain("8 files: 2 balanced, 2 unbalanced, 1 undetermined, 3 unreadable.");
    // Why nothing was read stands whole behind the name of the file, and makes no column wider.
    expect(text.out).toMatch(/^✗ unreadable +t\.xlsx +\S.{50,}$/m);
    expect(text.out).toMatch(/agency {1,24}year/);
  });

  it("as text names lines, leaves empty columns out, and cuts nothing but for the width of a terminal", async () => {
    const { out } = await call("summary", "lines.ndjson", "bad.html", "--lang", "en");
    for (const line of [1, 2, 3]) expect(out).toContain(`lines.ndjson:${line} `);
    expect(out).toMatch(/figures +blanks.*stated +proposed/);
    expect(out).not.toMatch(/deadline|…/);
    const widths = async (columns: number): Promise<readonly number[]> => {
      const { out: narrow } = await called(cwd, ["summary", ".", "--lang", "en"], columns);
      return narrow.trimEnd().split("\n").map(displayWidth);
    };
    const whole = Math.max(...(await widths(1000)));
    expect(Math.max(...(await widths(whole)))).toBe(whole);
    expect(Math.max(...(await widths(whole - 20)))).toBe(whole - 20);
    // Columns keep enough to be of use.
    expect(Math.max(...(await widths(40)))).toBeGreaterThan(80);
  });
});

const SCHEMA = fileURLToPath(new URL("../../../shared/schemas/sarif-schema-2.1.0.json", import.meta.url));

it("reads every report of a ZIP container, whatever their names", async () => {
  const names = ["../out.json", "/root.json", "A.json", "a.json", "down/b.json"];
  writeFileSync(join(cwd, "names.zip"), zipSync(Object.fromEntries(names.map((name) => [name, strToU8(toJson(seda2023))]))));
  const { out, err, status } = await call("validate", "names.zip", "--to", "json");
  rmSync(join(cwd, "names.zip"));
  expect([status, err]).toEqual([0, ""]);
  const files = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).file);
  expect(files).toEqual(names.map((name) => `names.zip/${name}`));
});

/** A path below the folder of which one part is 县 in GBK, as what Chinese Windows packed has it on other systems. */
const inGbk = (before: string, after: string): Buffer =>
  Buffer.concat([Buffer.from(join(cwd, before)), Buffer.from([0xcf, 0xd8]), Buffer.from(after)]);

describe.skipIf(process.platform !== "linux")("names of files that are not UTF-8", () => {
  it("are read, shown in Chinese, found by globs and taken from lists", async () => {
    mkdirSync(inGbk("gbk/", "/"), { recursive: true });
    const report = toJson(seda2023);
    writeFileSync(inGbk("gbk/", ".json"), report);
    writeFileSync(inGbk("gbk/", ".ndjson"), `${report}\n${report}\n`);
    writeFileSync(inGbk("gbk/", ".zip"), zipSync({ "a.json": strToU8(report) }));
    writeFileSync(inGbk("gbk/", "/b.json"), report);
    const filesOf = async (...args: string[]): Promise<readonly string[]> => {
      const { out, err, status } = await call("validate", ...args, "--to", "json");
      expect([status, err.replace(/^按规则略过.*\n$/, "")]).toEqual([0, ""]);
      return out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).file);
    };
    const all = ["gbk/县/b.json", "gbk/县.json", "gbk/县.ndjson", "gbk/县.ndjson", "gbk/县.zip/a.json"];
    expect(await filesOf("gbk")).toEqual(all);
    expect(await filesOf("gbk", "--include", "县.json")).toEqual(["gbk/县.json"]);
    const line = (path: Buffer): Buffer => path.subarray(Buffer.byteLength(join(cwd, "/")));
    const list = Buffer.concat([
      Buffer.from("\ufeff"),
      ...[".json", "/b.json"].flatMap((end) => [line(inGbk("gbk/", end)), Buffer.from("\r\n")]),
    ]);
    writeFileSync(join(cwd, "list"), list);
    expect(await filesOf("--files-from", "list")).toEqual(["gbk/县.json", "gbk/县/b.json"]);
    expect((await call("convert", "gbk", "--to", "txt", "-o", "gbk-out")).status).toBe(0);
    expect(existsSync(join(cwd, "gbk-out/gbk/县/b.txt"))).toBe(true);
    for (const name of ["gbk", "gbk-out", "list"]) rmSync(join(cwd, name), { recursive: true });
  });
});

describe("for pipelines", () => {
  it("SARIF names rules in both languages and places by line", async () => {
    const { out, status } = await call("validate", "bad.html", "lines.ndjson", "none #1?.txt", "--to", "sarif", "--lang", "en");
    expect(status).toBe(2);
    const log = JSON.parse(out);
    const [{ results, tool, invocations }] = log.runs;
    expect(log.version).toBe("2.1.0");
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    const ids = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(tool.driver.rules.length);
    for (const { help } of tool.driver.rules) expect(help.text).toMatch(/[\u4e00-\u9fff].*\n.*[a-z]/);
    for (const { ruleId } of results) expect(ids).toContain(ruleId);
    const [first] = results;
    expect(first).toMatchObject({ level: "error", ruleId: "outcomes.total" });
    expect(first.locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
    const uris = results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain("none%20%231%3F.txt");
    const broken = results.find(({ ruleId }: { ruleId: string }) => ruleId === "schema.json");
    expect(broken.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: "lines.ndjson" }, region: { startLine: 2 } });
    expect(JSON.parse((await call("validate", "good.json", "--to", "sarif")).out).runs[0].results).toEqual([]);
  });

  it.skipIf(!existsSync(SCHEMA))("SARIF is valid under its schema", async () => {
    const { out } = await call("validate", ".", "--to", "sarif", "--advice", "--explain");
    const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
    const check = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
      ...schema,
      $schema: undefined,
    });
    check(JSON.parse(out));
    expect(check.errors).toBeNull();
  });

  it("JUnit counts its cases", async () => {
    const { out } = await call("validate", "bad.html", "lines.ndjson", "hostile.json", "--to", "junit");
    const suites: { name: string; counts: number[]; cases: number; failures: number }[] = [];
    const parser = new Parser();
    parser.on("openTag", (name, attributes) => {
      const own = attributes();
      const last = suites.at(-1);
      if (name === "testsuite")
        suites.push({
          name: own["name"] ?? "",
          counts: ["tests", "failures", "errors", "skipped"].map((key) => Number(own[key])),
          cases: 0,
          failures: 0,
        });
      if (name === "testcase" && last !== undefined) last.cases += 1;
      if (name === "failure" && last !== undefined) last.failures += 1;
    });
    parser.on("error", (error) => {
      throw error;
    });
    parser.parse(out);
    expect(suites.map(({ name, counts }) => [name, counts])).toEqual([
      ["bad.html", [3, 2, 0, 0]],
      ["lines.ndjson:1", [1, 0, 0, 0]],
      ["lines.ndjson:2", [1, 0, 1, 0]],
      ["lines.ndjson:3", [2, 0, 0, 1]],
      ["hostile.json", [3, 2, 0, 0]],
    ]);
    for (const { counts, cases, failures } of suites) expect([cases, failures]).toEqual([counts[0], counts[1]]);
  });

  it("NDJSON says of a correct line what it says of a file, and of a doubtful one what it is", async () => {
    const lines = [
      toJson(reportNumber(1)),
      toJson(reportNumber(1)).replace('"total":4', '"total":4,"total":4'),
      toJson(reportNumber(1)).replace('"total":4', '"total":4.0'),
      toJson(reportNumber(1)).replace('"name":"', '"name":"\ufffd'),
      toJson({ ...reportNumber(1), narrative: { overview: 'a "quoted" \\ 县\u2028' } } as Draft),
      toJson({ ...reportNumber(1), agency: { name: "县".repeat(150) } } as Draft),
      toJson({ ...reportNumber(1), agency: { name: "县".repeat(250) } } as Draft),
    ];
    writeFileSync(join(cwd, "doubt.ndjson"), lines.join("\n"));
    const quick = (await call("validate", "doubt.ndjson", "--to", "json")).out.trim().split("\n");
    const slow = (await call("validate", "doubt.ndjson", "--to", "json", "--explain")).out.trim().split("\n");
    rmSync(join(cwd, "doubt.ndjson"));
    const plain = (text: string) => {
      const { explanation, ...rest } = JSON.parse(text);
      return rest;
    };
    expect(quick.map(plain)).toEqual(slow.map(plain));
    expect(quick.map((line) => JSON.parse(line).status)).toEqual([
      "balanced",
      "unreadable",
      "balanced",
      "unreadable",
      "balanced",
      "balanced",
      "unreadable",
    ]);
  });
});

describe("globs", () => {
  it.each([
    [
      ["--exclude", "old"],
      ["new/a.json", "top.json"],
    ],
    [["--include", "./new/**"], ["new/a.json"]],
    [
      ["--exclude", "new/a.*", "--include", "*.json"],
      ["old/b.json", "old/deep/c.json", "top.json"],
    ],
    [
      ["--exclude", "old/deep"],
      ["new/a.json", "old/b.json", "top.json"],
    ],
  ] as const)("%j mean the same in a folder and in a ZIP", async (globs, expected) => {
    const good = readFileSync(join(cwd, "good.json"));
    const names = ["new/a.json", "old/b.json", "old/deep/c.json", "top.json"];
    for (const name of names) {
      mkdirSync(join(cwd, "globs", name, ".."), { recursive: true });
      writeFileSync(join(cwd, "globs", name), good);
    }
    writeFileSync(join(cwd, "globs.zip"), zipSync(Object.fromEntries(names.map((name) => [name, good]))));
    for (const input of ["globs", "globs.zip"]) {
      const { out } = await call("table", input, "--to", "csv", "--shape", "wide", ...globs);
      const files = out
        .split("\r\n")
        .slice(1, -1)
        .map((line) => line.slice(0, line.indexOf(",")));
      expect(files).toEqual(expected.map((name) => `${input}/${name}`));
    }
    rmSync(join(cwd, "globs"), { recursive: true });
    rmSync(join(cwd, "globs.zip"));
  });
});

describe("files that are written", () => {
  it("are never the input, unless told so", async () => {
    const before = readFileSync(join(cwd, "good.json"));
    for (const args of [
      ["convert", "good.json", "--to", "json", "-o", "good.json"],
      ["table", "good.json", "--to", "csv", "-o", "./good.json"],
      ["validate", "good.json", "--fix", "certain", "-o", "good.json"],
      ["consolidate", "good.json", "-o", "good.json"],
    ]) {
      const { status, err } = await call(...args);
      expect(status).toBe(2);
      expect(err).toContain("--force");
      expect(readFileSync(join(cwd, "good.json"))).toEqual(before);
    }
    expect((await call("convert", "good.json", "--to", "json", "-o", "good.json", "--force")).status).toBe(0);
  });

  it("are never one of the folder that is read, unless it is passed over as output", async () => {
    mkdirSync(join(cwd, "own/below"), { recursive: true });
    for (const name of ["own/a.json", "own/below/b.json"]) writeFileSync(join(cwd, name), readFileSync(join(cwd, "good.json")));
    const before = readFileSync(join(cwd, "own/a.json"));
    for (const [input, output] of [
      ["own", "."],
      ["own/a.json", "./"],
      ["./own/below", "own/.."],
    ] as const) {
      const { status, err } = await call("convert", input, "--to", "json", "-o", output);
      expect(status, input).toBe(2);
      expect(err, input).toContain("--force");
    }
    for (const name of ["own/a.json", "own/below/b.json"]) expect(readFileSync(join(cwd, name))).toEqual(before);
    for (let run = 0; run < 2; run += 1) {
      expect((await call("convert", "own", "--to", "html", "-o", "own/out")).status).toBe(0);
    }
    expect(readdirSync(join(cwd, "own/out/own"), { recursive: true }).sort()).toEqual([
      "a.html",
      "below",
      join("below", "b.html"),
    ]);
    rmSync(join(cwd, "own"), { recursive: true });
  });

  it("that the system does not let be written end the command with the reason", async () => {
    const { status, err } = await call("table", "good.json", "--to", "csv", "-o", "good.json/all.csv", "--lang", "zh");
    expect(status).toBe(2);
    expect(err).toContain("文件无法读写");
  });

  it("marked forms of several reports go to a folder", async () => {
    const { status } = await call("validate", "good.json", "bad.html", "lines.ndjson", "--to", "html", "-o", "forms/of");
    expect(status).toBe(2);
    expect(readdirSync(join(cwd, "forms/of"), { recursive: true }).sort()).toEqual([
      "bad.html",
      "good.html",
      "lines.ndjson",
      join("lines.ndjson", "1.html"),
      join("lines.ndjson", "3.html"),
    ]);
    expect((await call("validate", "good.json", "bad.html", "--to", "html")).err).toContain("--output");
    rmSync(join(cwd, "forms"), { recursive: true });
  });

  it("a comparison as a page stands alone", async () => {
    const { out } = await call("compare", "good.json", "bad.html", "--to", "html", "--lang", "en");
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    for (const part of ['<meta charset="utf-8">', "<style>", "good.json", "bad.html", "第1镇"]) expect(out).toContain(part);
  });

  it("a level is added up from several folders, and a tree by division codes", async () => {
    const region = (code: string, n: number): Draft =>
      ({ ...reportNumber(1), agency: { name: `第${n}局`, regionCode: code } }) as Draft;
    const codes = ["110101", "110101", "110102", "320100", "320412"];
    writeFileSync(join(cwd, "tree.ndjson"), codes.map((code, i) => toJson(region(code, i))).join("\n"));
    const { out, status } = await call("consolidate", "tree.ndjson", "--tree", "region");
    const levels = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(levels.map(({ path, reports }) => [path.join("/"), reports])).toEqual([
      ["11/1101/110101", 2],
      ["11/1101/110102", 1],
      ["11/1101", 3],
      ["11", 3],
      ["32/3201", 1],
      ["32/3204/320412", 1],
      ["32/3204", 1],
      ["32", 2],
      ["", 5],
    ]);
    expect(levels.at(-1).report.requests.received.total).toBe(20);
    writeFileSync(join(cwd, "tree.ndjson"), ["320412", "110101"].map((code, i) => toJson(region(code, i))).join("\n"));
    expect((await call("consolidate", "tree.ndjson", "--tree", "region")).status).toBe(2);
    rmSync(join(cwd, "tree.ndjson"));
    mkdirSync(join(cwd, "some"));
    for (const name of ["a", "b", "c"]) {
      writeFileSync(join(cwd, "some", `${name}.json`), toJson({ ...seda2023, agency: { name: `${name}县` } }));
    }
    for (const tree of [[], ["--tree", "region"]]) {
      const some = await call("consolidate", "some", "--exclude", "c.*", ...tree);
      const all = await call("consolidate", "some", ...tree);
      expect([some.status, all.status]).toEqual([0, 0]);
      expect(some.out).not.toBe(all.out);
    }
    writeFileSync(join(cwd, "list"), "some/a.json\nsome/b.json\n");
    expect((await call("consolidate", "--files-from", "list")).out).toBe(
      (await call("consolidate", "some", "--exclude", "c.*")).out,
    );
    expect((await call("consolidate")).status).toBe(2);
    for (const name of ["some", "list"]) rmSync(join(cwd, name), { recursive: true });
    const two = await call("consolidate", "good.json", "bad.html", "--agency", "某州");
    expect(JSON.parse(two.out)).toMatchObject({ requests: { received: { total: 8 } } });
  });

  it("a ZIP container of Chinese Windows is a folder with its names", async () => {
    // 县 and 局 in GBK, without a mark that names are UTF-8.
    const names = [Buffer.from([0xcf, 0xd8]), Buffer.from([0xbe, 0xd6])];
    const zip = Buffer.from(
      zipSync({ "aa.json": readFileSync(join(cwd, "good.json")), "bb.json": readFileSync(join(cwd, "good.json")) }, { level: 0 }),
    );
    for (const [i, ascii] of ["aa", "bb"].entries()) {
      const name = names[i] ?? Buffer.alloc(0);
      for (let at = zip.indexOf(`${ascii}.json`); at !== -1; at = zip.indexOf(`${ascii}.json`, at + 1)) name.copy(zip, at);
    }
    writeFileSync(join(cwd, "gbk.zip"), zip);
    const { out } = await call("validate", "gbk.zip", "--to", "json");
    rmSync(join(cwd, "gbk.zip"));
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).file)
        .sort(),
    ).toEqual(["gbk.zip/县.json", "gbk.zip/局.json"]);
  });
});

describe("names of files", () => {
  it.each([
    [
      ["a/r.html", "b/r.html"],
      ["a/r.x", "b/r.x"],
    ],
    [
      ["A.html", "a.html", "a.json"],
      ["A.x", "a-2.x", "a-3.x"],
    ],
    [
      ["a.html", "a-2.html", "a.json"],
      ["a.x", "a-2.x", "a-3.x"],
    ],
    [
      ["CON.json", "com1.tar.json", "console.json"],
      ["_CON.x", "_com1.tar.x", "console.x"],
    ],
    [
      ["../../etc/passwd", "/etc/passwd", "C:\\x\\y.doc"],
      ["etc/passwd.x", "etc/passwd-2.x", "x/y.x"],
    ],
    [
      ["a:b?.html", "trail. .html", ".hidden.json"],
      ["a_b_.x", "trail__.x", ".hidden.x"],
    ],
    [
      ["é.json", "e\u0301.json"],
      ["é.x", "e\u0301-2.x"],
    ],
    [
      ["\u001b[31m.json", "."],
      ["_[31m.x", "report.x"],
    ],
  ])("%j become %j", (paths, names) => {
    const giver = new NameGiver();
    expect(paths.map((path) => giver.nameFor(path, "x").name)).toEqual(names);
  });

  it("are short enough for every file system", () => {
    const { name, renamed } = new NameGiver().nameFor(`${"县".repeat(200)}.json`, "html");
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(renamed).toBe(true);
  });
});
