import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import type { Io } from "../../src/cli/io.js";
import { nodeIo } from "../../src/cli/nodeIo.js";
import { help, run } from "../../src/cli/run.js";
import { commandHelp } from "../../src/cli/usage.js";
import { renderHtml } from "../../src/html.js";
import { type Draft, parseDraft, parseReport, toJson } from "../../src/index.js";
import { writeXlsx } from "../../src/xlsx.js";
import { mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

const DUMP = readFileSync(fileURLToPath(new URL("../../docs/demo/report.txt", import.meta.url)));

type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** Runs the tool in a folder of its own, with these files in it. */
async function call(args: readonly string[], files: Files = {}, stdin = "", env: Io["env"] = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "cli-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    let out = "";
    let err = "";
    const io = nodeIo({
      cwd,
      env,
      stdin: async function* () {
        yield bytesOf(stdin);
      },
      readStdin: async () => bytesOf(stdin),
      terminal: { out: false, err: false, columns: 80 },
      out: (data) => {
        out += typeof data === "string" ? data : new TextDecoder().decode(data);
      },
      err: (text) => {
        err += text;
      },
    });
    const status = await run(args, io);
    const written: Record<string, Uint8Array> = {};
    for (const name of readdirSync(cwd, { recursive: true, encoding: "utf8" })) {
      const path = join(cwd, name);
      if (!statSync(path).isFile()) continue;
      const content = readFileSync(path);
      const before = files[name];
      if (before === undefined || !content.equals(bytesOf(before))) written[name] = content;
    }
    return { status, out, err, written };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Seda's report with one figure changed. */
function altered(address: string, value: unknown, more: object = {}): string {
  const copy = mutable({ ...seda2023, ...more }) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  const [table = "", record = "", field = ""] = address.split(".");
  const fields = copy[table]?.[record];
  if (fields !== undefined) fields[field] = value;
  return toJson(copy as unknown as Draft);
}

const good = toJson(seda2023);
const bad = altered("requests.granted.total", 14);

describe("usage", () => {
  it.each([
    [[], 2],
    [["--help"], 0],
    [["read", "--help"], 0],
    [["frobnicate"], 2],
    [["read"], 2],
    [["read", "a.txt", "--to", "pdf"], 2],
    [["read", "a.txt", "--nonsense"], 2],
    [["form", "x"], 2],
    [["form"], 2],
    [["rules"], 2],
    [["sql"], 2],
    [["sql", "--dialect", "oracle"], 2],
    [["sql", "--dialect", "postgres"], 0],
    [["sql", "--dialect", "duckdb", "--shape", "wide", "--edition", "2021", "--part", "load"], 0],
    [["form", "--year", "2018"], 2],
    [["form", "--year", "0x7e7"], 2],
    [["form", "--year", "2020"], 0],
    [["convert", "a.txt"], 2],
    [["validate", "a.json", "b.json", "--format", "html"], 2],
    [["validate", "a.json", "--resume", "log"], 2],
    [["validate", "a.json", "--jobs", "0"], 2],
    [["table", "a.json", "--to", "xlsx"], 2],
    [["summary", "a.json", "--sort", "nothing"], 2],
    [["validate", "a.json", "--fix", "certain"], 2],
    [["validate", "a.json", "--complete"], 2],
    [["tally", "a.csv"], 2],
  ] as const)("%j ends with %i", async (args, status) => {
    const result = await call(args, { "a.txt": DUMP, "a.json": good, "b.json": good });
    expect(result.status).toBe(status);
    expect(result.out + result.err).not.toBe("");
  });

  it.each(["zh", "en"] as const)("every command and option has its help (%s)", async (language) => {
    const helps = [help(language)];
    for (const { name, summary, load } of commands) {
      const { spec } = await load();
      expect(spec.name).toBe(name);
      expect(spec.examples.length).toBeGreaterThan(0);
      helps.push(commandHelp(spec, summary, language));
    }
    expect(helps.join("\n")).toMatchSnapshot();
  });

  it.each([
    [["valdate", "a"], "en", "there is no command “valdate”. Did you mean validate?"],
    [["validate", "a", "--exlain"], "en", "there is no option “--exlain”. Did you mean --explain?"],
    [["validate", "a", "--to", "jsn"], "en", "Did you mean json?"],
    [["validate", "a", "--to"], "en", "--to needs a value"],
    [["validate", "a", "--to", "-o", "b"], "en", "--to needs a value"],
    [["validate", "a", "--explain=yes"], "en", "takes no value"],
    [["validate"], "zh", "缺少路径…"],
    [["validate"], "en", "PATH… is missing"],
    [["compare", "a"], "zh", "disclosure-report compare 甲 乙"],
    [["validate", "a", "--children"], "zh", "--children后面缺少值：文件夹"],
    [["tally", "a.csv"], "zh", "缺少--year 年度"],
    [["tally", "a.csv", "--year", "2023", "--columns", "x=y"], "zh", "写法为键名=名称"],
    [["workbench"], "zh", "缺少--output 文件"],
    [["compare", "a"], "zh", "参数不全"],
    [["valdate"], "zh", "您要的是不是“validate”？"],
    [["compare", "a", "b", "c"], "zh", "多出了参数"],
    [["completion", "bsh"], "en", "Did you mean bash?"],
  ] as const)("%j in %s says: %s", async (args, language, said) => {
    const { status, err } = await call([...args, "--lang", language]);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain("--help");
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
  });

  it("takes the language from the options, else from the system", async () => {
    for (const args of [
      ["--lang", "en", "--help"],
      ["--help", "--lang=en"],
      ["help", "--lang", "en"],
    ]) {
      expect((await call(args)).out).toContain("usage:");
    }
    for (const [LANG, word] of [
      ["zh_CN.UTF-8", "用法"],
      ["C.UTF-8", "用法"],
      ["en_GB.UTF-8", "usage"],
      ["de_DE", "usage"],
      ["", "用法"],
    ] as const) {
      expect((await call(["read", "--help"], {}, "", { LANG })).out).toContain(word);
    }
    expect((await call(["read", "--help"], {}, "", { LANG: "en_GB", LC_ALL: "zh_TW" })).out).toContain("用法");
  });

  it.each(["bash", "zsh", "fish"])("completes commands and options in %s", async (shell) => {
    const { out, status } = await call(["completion", shell]);
    expect(status).toBe(0);
    for (const { name } of commands) expect(out).toContain(name);
    expect(out).toContain("explain");
  });
});

describe("read", () => {
  it("prints canonical JSON", async () => {
    const { status, out } = await call(["read", "a.txt"], { "a.txt": DUMP });
    expect(status).toBe(0);
    const report = parseReport(JSON.parse(out));
    expect(report).toMatchObject({ ...seda2023, informationProcessingFee: "0" });
    expect(out).toBe(toJson(report, { indent: 2 }));
  });

  it("prints one figure a line in official order, with the line that it stands in", async () => {
    const { out } = await call(["read", "a.txt", "--to", "cells"], { "a.txt": DUMP });
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(200);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      "file",
      "table",
      "row",
      "column",
      "address",
      "label",
      "value",
      "raw",
      "line",
      "place",
    ]);
    expect(lines[9]).toMatchObject({ file: "a.txt", table: "二", row: 6, column: 1, value: "38.09533", raw: "38.09533" });
    const text = new TextDecoder().decode(DUMP).split("\n");
    for (const { line, raw } of lines) expect(text[Number(line) - 1]?.trim()).toBe(raw);
  });

  it("reads standard input, several files and folders", async () => {
    expect((await call(["read", "-"], {}, good)).out).toBe(toJson(seda2023, { indent: 2 }));
    const { status, out, err } = await call(["read", "d", "--lang", "en"], {
      "d/1.json": good,
      "d/2.txt": DUMP,
      "d/3.txt": "nothing here",
    });
    expect(status).toBe(2);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("3 files: 2 read, 1 unreadable");
  });

  it.each([
    ["missing.txt", "没有这个文件"],
    ["a.pdf", "PDF"],
    ["broken.json", "JSON"],
    ["wrong.json", "requests.granted.total"],
  ])("says why %s cannot be read", async (file, reason) => {
    const files = { "a.pdf": "%PDF-1.7\n", "broken.json": '{"edition":', "wrong.json": altered("requests.granted.total", -1) };
    const { status, err, out } = await call(["read", file], files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(reason);
  });
});

describe("validate", () => {
  it("ends with 0, 1 or 2, and counts at the end", async () => {
    expect((await call(["validate", "good.json"], { "good.json": good })).status).toBe(0);
    expect((await call(["validate", "bad.json"], { "bad.json": bad })).status).toBe(1);
    const one = '{"edition":"2021","disclosure":{},"requests":{"granted":{"total":null}}}';
    expect((await call(["validate", "no-tables.json"], { "no-tables.json": '{"edition":"2021"}' })).status).toBe(2);
    expect((await call(["validate", "one.json"], { "one.json": one })).status).toBe(2);
    const blank = '{"edition":"2021","disclosure":{},"requests":{},"remedies":{}}';
    expect((await call(["validate", "blank.json"], { "blank.json": blank })).status).toBe(0);
    expect((await call(["validate", "blank.json", "--strict"], { "blank.json": blank })).status).toBe(1);
    const { status, out } = await call(["validate", "good.json", "bad.json", "none.json"], {
      "good.json": good,
      "bad.json": bad,
    });
    expect(status).toBe(2);
    expect(out).toContain("共3份：1份平衡，1份不平衡，1份无法读取。");
  });

  it("says what is wrong in either language, and points at the figure", async () => {
    const zh = await call(["validate", "bad.json"], { "bad.json": bad });
    expect(zh.out).toContain("42条勾稽关系中2条不成立");
    expect(zh.out).toContain("表三第3行第7列 14 → 4");
    const en = await call(["validate", "bad.json", "--lang", "en"], { "bad.json": bad });
    expect(en.out).toContain("of 42 balances 2 are violated");
    expect(en.out).toContain("table 三, row 3, column 7 14 → 4");
  });

  it("says where the figure stands in the file, in the words of its program", async () => {
    const draft = parseDraft(JSON.parse(bad));
    const files = { "a.xlsx": await writeXlsx(draft), "a.html": renderHtml(draft) };
    expect((await call(["validate", "a.xlsx"], files)).out).toContain("14 → 4（工作表“表三”，单元格J7）");
    expect((await call(["validate", "a.html"], files)).out).toMatch(/14 → 4（第2张表，第6行，第9格，源文件第\d+行）/);
    expect((await call(["validate", "a.html", "--lang", "en"], files)).out).toMatch(
      /14 → 4 \(table 2, row 6, cell 9, line \d+ of/,
    );
  });

  it("names the file beside a report that cannot be read", async () => {
    const { err } = await call(["validate", "bad.json", "--previous", "gone.json"], { "bad.json": bad });
    expect(err).toContain("gone.json: 没有这个文件");
  });

  it("prints JSON with what does not hold, or with every outcome", async () => {
    const short = JSON.parse((await call(["validate", "bad.json", "--to", "json"], { "bad.json": bad })).out);
    expect(short).toMatchObject({ file: "bad.json", status: "unbalanced", counts: { holds: 240, violated: 2 } });
    expect(short.verdicts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["violated", "violated"]);
    const { out } = await call(["validate", "bad.json", "--format", "json", "--all"], { "bad.json": bad });
    const result = JSON.parse(out) as { file: string; status: string; verdicts: unknown[]; findings: unknown[] };
    expect(result).toMatchObject({ file: "bad.json", status: "unbalanced" });
    expect(result.verdicts).toHaveLength(242);
    expect(result.findings).toHaveLength(2);
  });

  it("writes the marked form", async () => {
    const { written, status } = await call(["validate", "bad.json", "--format", "html", "-o", "r.html"], { "bad.json": bad });
    expect(status).toBe(1);
    expect(new TextDecoder().decode(written["r.html"])).toContain("<html");
  });

  it.each(["docx", "xlsx"])("writes the marked form as %s, with the figures as they are", async (format) => {
    const { written, status } = await call(["validate", "bad.json", "--format", format, "--explain", "-o", "r"], {
      "bad.json": bad,
    });
    expect(status).toBe(1);
    const again = await call(["validate", "r"], { r: written["r"] ?? "" });
    expect(again.out).toContain("42条勾稽关系中2条不成立");
  });

  it("explains, and puts right what is certain", async () => {
    const { out, written, err, status } = await call(
      ["validate", "bad.json", "--explain", "--fix", "certain", "-o", "fixed.json"],
      {
        "bad.json": bad,
      },
    );
    expect(out.split("\n")[0]).toBe("表三第3行第7列 14 → 4");
    expect(new TextDecoder().decode(written["fixed.json"])).toBe(toJson(seda2023, { indent: 2 }));
    expect(JSON.parse(new TextDecoder().decode(written["fixed.json.edits.json"]))).toMatchObject([
      { address: "requests.granted.total", from: 14, to: 4 },
    ]);
    expect(err).toContain("fixed.json");
    expect(status).toBe(0);
  });

  it("holds a report against last year's and against those below it", async () => {
    const last = altered("requests.carriedForward.total", 3, { year: 2022 });
    const previous = await call(["validate", "good.json", "--previous", "last.json"], { "good.json": good, "last.json": last });
    expect(previous.status).toBe(1);
    expect(previous.out).toContain("carryOver.total");
    const child = altered("disclosure.administrativePenalty.decisions", 1, { agency: { name: "色达县某局" } });
    const files = { "good.json": good, "d/a.json": child };
    expect((await call(["validate", "good.json", "--children", "d"], files)).status).toBe(0);
    const complete = await call(["validate", "good.json", "--children", "d", "--complete"], files);
    expect(complete.status).toBe(1);
    expect(complete.out).toContain("disclosure.administrativePenalty.decisions");
  });

  it("gives advice on demand", async () => {
    const late = altered("requests.granted.total", 4, {
      publishedOn: "2025-12-31",
      agency: { name: "色达县人民政府", kind: "government" },
    });
    expect((await call(["validate", "late.json"], { "late.json": late })).out.split("\n")).toHaveLength(2);
    const { out, status } = await call(["validate", "late.json", "--advice"], { "late.json": late });
    expect(status).toBe(0);
    expect(out).toContain("2025-12-31");
  });
});

describe("convert", () => {
  it.each(["json", "html", "md", "txt", "csv", "docx", "xlsx"])("writes %s", async (target) => {
    const { status, written } = await call(["convert", "a.txt", "--to", target, "-o", "out"], { "a.txt": DUMP });
    expect(status).toBe(0);
    expect(written["out"]?.length).toBeGreaterThan(500);
  });

  it.each(["json", "html", "txt", "docx", "xlsx"])("reads back the %s that it wrote", async (target) => {
    const { written } = await call(["convert", "a.txt", "--to", target, "-o", "out"], { "a.txt": DUMP });
    const again = await call(["read", "out"], { out: written["out"] ?? "" });
    expect(again.out).toBe((await call(["read", "a.txt"], { "a.txt": DUMP })).out);
  });

  it("puts several files into a folder", async () => {
    const { written } = await call(["convert", "a.txt", "b.json", "--to", "csv", "-o", "out/"], {
      "a.txt": DUMP,
      "b.json": good,
    });
    expect(Object.keys(written)).toEqual(["out/a.csv", "out/b.csv"]);
  });
});

describe("a report that lacks a table", () => {
  const { remedies: _, ...lacking } = JSON.parse(good) as Record<string, unknown>;

  it.each([
    ["read", []],
    ["convert", ["--to", "md"]],
    ["table", ["--to", "csv"]],
    ["summary", []],
    ["validate", []],
  ] as const)("ends %s with 2, and a whole one with 0", async (command, options) => {
    const files = { "good.json": good, "lacking.json": JSON.stringify(lacking) };
    expect((await call([command, "lacking.json", ...options], files)).status).toBe(2);
    expect((await call([command, "good.json", ...options], files)).status).toBe(0);
  });
});

describe("a report of NDJSON", () => {
  const last = mutable({ ...seda2023, year: 2022, agency: { name: "某县人民政府" } });
  const line = (report: Draft) => `${toJson(report)}\n`;
  const files = {
    "all.ndjson": `${line({ ...last, year: 2021 })}\n${line(last)}`,
    "one.jsonl": `${line(last)}\n`,
    "now.json": toJson(seda2023),
  };

  it("is named by its line, wherever one report is taken", async () => {
    const compared = await call(["compare", "all.ndjson:3", "now.json", "--to", "json"], files);
    expect(compared.err).toBe("");
    expect(JSON.parse(compared.out)).toMatchObject({ from: { year: 2022 }, to: { year: 2023 } });
    const plain = await call(["validate", "now.json", "--previous", "last.json", "--to", "json"], {
      ...files,
      "last.json": toJson(last),
    });
    for (const name of ["all.ndjson:3", "one.jsonl", "one.jsonl:1"]) {
      expect((await call(["validate", "now.json", "--previous", name, "--to", "json"], files)).out).toBe(plain.out);
    }
    const register = "登记号,收件时间\n";
    const tallied = await call(["tally", "r.csv", "--year", "2023", "--published", "all.ndjson", "--lang", "en"], {
      ...files,
      "r.csv": register,
    });
    expect([tallied.status, tallied.err]).toEqual([2, expect.stringContaining("holds 2 reports")]);
  });

  it.each([
    ["all.ndjson", "the file holds 2 reports; choose one by its line number, as in all.ndjson:1"],
    ["all.ndjson:2", "that line holds no report; the file has 2, the first is all.ndjson:1"],
    ["none.ndjson:1", "there is no such file"],
    ["broken.ndjson:1", "JSON"],
  ])("is asked for where %s names none", async (name, reason) => {
    const given = { ...files, "broken.ndjson": `{"edition":\n${line(last)}` };
    const { status, err, out } = await call(["compare", name, "now.json", "--lang", "en"], given);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(reason);
  });
});

describe("several reports", () => {
  it("compare prints the changes", async () => {
    const { out, status } = await call(["compare", "a.json", "b.json", "--lang", "en"], { "a.json": good, "b.json": bad });
    expect(status).toBe(0);
    expect(out).toMatch(/\| .*14/);
    expect(
      JSON.parse((await call(["compare", "a.json", "b.json", "--format", "json"], { "a.json": good, "b.json": bad })).out),
    ).toBeTypeOf("object");
  });

  it("consolidate adds up a folder", async () => {
    const other = altered("requests.granted.total", 4, { agency: { name: "另一县" } });
    const { out, status } = await call(["consolidate", "d", "--agency", "某州"], { "d/a.json": good, "d/b.json": other });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      agency: { name: "某州" },
      requests: { received: { total: 8 } },
      disclosure: { administrativeFees: { feesCollected: "76.19066" } },
    });
  });

  it("tally compiles tables 三 and 四 from registers", async () => {
    const requests =
      "登记号,申请人类别,收到日期,办结日期,办理结果\n1,自然人,2023-02-01,2023-02-20,予以公开\n2,商业企业,2023-12-20,,\n";
    const { out, status } = await call(["tally", "r.csv", "--year", "2023", "--columns", "number=登记号"], { "r.csv": requests });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      year: 2023,
      requests: { granted: { naturalPerson: 1 }, carriedForward: { commercialEnterprise: 1 } },
    });
  });
});

describe("form and rules", () => {
  it.each([
    ["2021", 200, 684],
    ["2019", 198, 675],
  ])("print every figure and rule of %s", async (edition, figures, rules) => {
    expect((await call(["form", "--edition", edition])).out.trim().split("\n")).toHaveLength(figures);
    expect(await call(["form", "--year", String(Number(edition) + 1)])).toEqual(await call(["form", "--edition", edition]));
    expect((await call(["rules", "--edition", edition, "--lang", "en"])).out.trim().split("\n")).toHaveLength(rules);
    const [first] = (await call(["rules", "--edition", edition, "--format", "json"])).out.split("\n");
    expect(JSON.parse(first ?? "")).toMatchObject({ id: "flow.naturalPerson", basis: "stated" });
  });
});
