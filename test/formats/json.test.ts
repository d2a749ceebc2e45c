import { describe, expect, it } from "vitest";
import { type AnyReading, readAny } from "../../src/read.js";
import { MAX_INPUT_LENGTH } from "../../src/reading/limits.js";

const PAGE =
  "<h1>某县2023年政府信息公开工作年度报告</h1><table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>1110</table>";

const read = (value: unknown): Promise<AnyReading> =>
  readAny(new TextEncoder().encode(JSON.stringify(value)), { language: "en" });

const codesOf = async (bytes: readonly number[]): Promise<readonly string[]> => {
  const found = await readAny(new Uint8Array(bytes), { language: "en" });
  if (found.kind !== "draft") throw new Error(found.kind);
  return found.result.success ? [] : found.result.findings.map(({ code }) => code);
};

describe("a web page in JSON", () => {
  it.each<readonly [string, unknown]>([
    ["in an answer of an interface", { code: 0, data: { title: "年度报告", content: PAGE } }],
    ["in a list", [{ id: 1, content: PAGE }]],
    ["twice the same", { content: PAGE, html: PAGE }],
    ["next to one without tables", { content: PAGE, summary: "<p>无</p>" }],
  ])("%s is read", async (_, value) => {
    const found = await read(value);
    if (found.kind !== "reading") throw new Error(found.kind);
    expect(found.format).toBe("html");
    expect(found.reading.draft?.agency).toMatchObject({ name: "某县" });
    expect(found.reading.log.filter(({ raw }) => raw !== null).map(({ value: figure }) => figure)).toEqual([1110]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ["beside it", { title: "乙县2022年政府信息公开工作年度报告" }, ["乙县", 2022]],
    ["under a Chinese name", { 标题: " 乙县2022年政府信息公开工作年度报告 " }, ["乙县", 2022]],
    ["under another name", { summary: "乙县2022年政府信息公开工作年度报告" }, [undefined, undefined]],
  ])("takes its title where it stands %s", async (_, about, expected) => {
    const found = await read({
      data: { ...about, content: PAGE.replace(/<h1>.*<\/h1>/, "") },
      other: { title: "丙县2021年政府信息公开工作年度报告" },
    });
    if (found.kind !== "reading") throw new Error(found.kind);
    const { draft } = found.reading;
    expect([draft?.agency?.name, draft?.year]).toEqual(expected);
  });

  it.each<readonly [string, unknown]>([
    ["two pages that differ", { one: PAGE, other: PAGE.replace("1110", "1111") }],
    ["no page", { content: "<p>无</p>" }],
    ["a report of this library", { edition: "2021", year: "2023", narrative: { overview: PAGE } }],
  ])("%s: none is read", async (_, value) => {
    expect(await read(value)).toMatchObject({ kind: "draft", format: "json", result: { success: false } });
  });

  it("has the limits of a page", async () => {
    await expect(read({ content: PAGE + " ".repeat(MAX_INPUT_LENGTH) })).rejects.toMatchObject({ code: "reading.tooLarge" });
  });
});

describe("the encoding of JSON", () => {
  const json = [...new TextEncoder().encode('{"edition":"2021","year":2023,"agency":{"name":"甲"}}')];
  const at = json.indexOf(0xe7);

  it("is UTF-8, with or without a mark, or UTF-16", async () => {
    expect(await codesOf(json)).toEqual([]);
    expect(await codesOf([0xef, 0xbb, 0xbf, ...json])).toEqual([]);
    const wide = [...new TextDecoder().decode(new Uint8Array(json))].flatMap((sign) => {
      const unit = sign.charCodeAt(0);
      return [unit & 0xff, unit >> 8];
    });
    expect(await codesOf([0xff, 0xfe, ...wide])).toEqual([]);
  });

  it.each([
    ["a character that was cut, which is another one in GB18030", [...json.slice(0, at + 2), ...json.slice(at + 3)]],
    ["a character in GB18030", [...json.slice(0, at), 0xbc, 0xd7, ...json.slice(at + 3)]],
    ["a byte that is nothing in any encoding", [...json.slice(0, at), 0xff, ...json.slice(at + 3)]],
  ])("%s is refused", async (_, bytes) => {
    expect(await codesOf(bytes)).toContain("schema.json");
  });
});
