import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { safeParseDraft, safeParseDraftJson, safeParseReportJson, toJson } from "../../src/index.js";
import { faultsOf, isCertainlyFaultless, isExact, MAX_JSON_FAULTS } from "../../src/report/jsonText.js";
import { seda2023 } from "../support/seda.js";

const total = (literal: string) => `{"edition":"2021","requests":{"granted":{"total":${literal}}}}`;

describe("numbers of JSON are judged by their text", () => {
  it.each([
    "0",
    "-0",
    "4",
    "4.0",
    "4e2",
    "400E-2",
    "0.0",
    "0e5",
    "9007199254740991",
    "9007199254740991.0",
    "90071992547409910e-1",
    "4.5",
    "0.1",
  ])("%s is what it says", (literal) => {
    expect(isExact(literal)).toBe(true);
  });

  it.each([
    "9007199254740991.4",
    "9007199254740992",
    "9007199254740993",
    "4.00000000000000000001",
    "3.9999999999999999999",
    "1e-400",
    "1e400",
  ])("%s is not", (literal) => {
    expect(isExact(literal)).toBe(false);
    const result = safeParseDraftJson(total(literal));
    const findings = result.success ? [] : result.findings;
    expect(findings.map(({ code, path, actual }) => [code, path, actual])).toEqual([
      ["schema.value", "requests.granted.total", literal],
    ]);
  });
});

describe("JSON is refused", () => {
  it.each([
    ['{"edition":"2021","year":2023,"year":2022}', "", "year"],
    ['{"edition":"2021","agency":{"name":"a","n\\u0061me":"b"}}', "agency", "name"],
    ['{"edition":"2021","requests":{"granted":{"total":1},"granted":{"total":1}}}', "requests", "granted"],
  ])("with a key twice: %s", (text, path, key) => {
    expect(faultsOf(text)).toEqual([{ kind: "duplicateKey", path, found: key }]);
    expect(safeParseDraftJson(text)).toMatchObject({ success: false, findings: [{ code: "schema.duplicateKey", path }] });
  });

  it.each([
    ['{"agency":{"name":"某\ufffd县"},"edition":"2021"}', "schema.damaged"],
    ['{"agency":{"name":"某\\ufffd县"},"edition":"2021"}', "schema.damaged"],
    ['{"agency":{"name":"某\\ud83d县"},"edition":"2021"}', "schema.value"],
    ['{"narrative":{"problems":"\\udc00"},"edition":"2021"}', "schema.value"],
  ])("with what is no character: %s", (text, code) => {
    expect(safeParseDraftJson(text)).toMatchObject({ success: false, findings: [{ code }] });
  });

  it("from bytes that mean nothing", async () => {
    const bytes = new TextEncoder().encode('{"edition":"2021","agency":{"name":"某县人民政府"},"narrative":{"problems":"无"}}');
    const broken = bytes.map((byte, i) => (i === bytes.lastIndexOf(0xe6) ? 0xff : byte));
    expect(await readAny(bytes)).toMatchObject({ result: { success: true } });
    expect(await readAny(broken)).toMatchObject({ result: { success: false } });
  });
});

describe("what is said of JSON", () => {
  const said = (text: string, language: "zh" | "en") => {
    const result = safeParseDraftJson(text, { language });
    return result.success ? [] : result.findings.map(({ path, message }) => [path, message]);
  };

  it.each([
    ['{"edition":"2021","edition":"2021"}', "", /报告.*“edition”/, /the report.*“edition”/],
    [total("9007199254740993"), "requests.granted.total", /requests\.granted\.total.*9007199254740993/, /a whole number up to/],
    ['{"edition":"2021","agency":{"name":"某\ufffd"}}', "agency.name", /agency\.name.*\ufffd/, /agency\.name.*\ufffd/],
    ["{", null, /JSON/, /JSON/],
  ])("%s", (text, path, zh, en) => {
    expect(said(text, "zh")).toEqual([[path, expect.stringMatching(zh)]]);
    expect(said(text, "en")).toEqual([[path, expect.stringMatching(en)]]);
    for (const [, message] of [...said(text, "zh"), ...said(text, "en")]) expect(message).not.toMatch(/\{\w+\}/);
  });

  it("is said in Chinese unless told otherwise", () => {
    for (const parse of [safeParseReportJson, safeParseDraftJson]) {
      for (const text of ["{", total("9007199254740993")]) {
        const result = parse(text);
        const said = result.success ? [] : result.findings.map(({ message }) => message);
        expect(said.length).toBeGreaterThan(0);
        for (const message of said) expect(message).toMatch(/[\u4e00-\u9fff].*。/);
      }
    }
  });

  it("is said beside what else is wrong, and once", () => {
    const both = '{"edition":"2021","year":2023,"year":2023,"requests":{"granted":{"total":9007199254740993,"totl":1}}}';
    expect(said(both, "en").map(([path]) => path)).toEqual(["", "requests.granted.total", "requests.granted.totl"]);
  });
});

it("a text may have keys in strings, lists and escapes, and signs that stand for damaged ones", () => {
  expect(faultsOf('{"a":[{"b":1},{"b":2},"b","b"],"c":"{\\"a\\":1,\\"a\\":1}","d":"\\\\","e":{}}')).toEqual([]);
  expect(safeParseDraftJson('{"edition":"2021","narrative":{"problems":"\ufffd"}}').success).toBe(true);
});

it("a damaged name is refused as a value as it is as a text", () => {
  expect(safeParseDraft({ edition: "2021", agency: { name: "某\ufffd县" } })).toMatchObject({
    success: false,
    findings: [{ code: "schema.damaged", path: "agency.name" }],
  });
});

it("a value with half a character is refused, and a quotation never ends in one", () => {
  expect(safeParseDraft({ edition: "2021", agency: { name: "某\ud83d" } }).success).toBe(false);
  expect(safeParseDraft({ edition: "2021", agency: { name: "某\u{1f600}" } }).success).toBe(true);
  const result = safeParseDraft({ edition: "2021", year: `${"a".repeat(58)}\u{1f600}` });
  expect(result.success ? "" : result.findings[0]?.message).not.toMatch(/\p{Surrogate}/u);
});

describe("the quick look at a text", () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

  it.each([
    "{}",
    "[]",
    "null",
    '{"a":1}',
    '{"a":0,"b":9,"c":10,"d":-10,"e":-5}',
    '{"a":123456789012345}',
    '{"a":[1,2,{"b":3},[],null]}',
    '{"a":"x:y","b":"{\\"c\\":1}"}',
    '{"a":"\\\\","b":"\\\\\\"c"}',
    '{"a\\"b":1}',
    '{"a":"1.5 1e5 -0"}',
    deep(17),
    toJson(seda2023),
    toJson(seda2023, { indent: 2 }),
  ])("is sure of %s", (text) => {
    expect(isCertainlyFaultless(text, JSON.parse(text))).toBe(true);
    expect(faultsOf(text)).toEqual([]);
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":{"b":1,"b":2}}',
    '[{"b":1,"b":2}]',
    '{"a":1.5}',
    '{"a":1e5}',
    '{"a":1E5}',
    '{"a":-0}',
    '{"a":1234567890123456}',
    '{"a\\"":1,"a\\"":2}',
    deep(18),
  ])("leaves %s to a closer one", (text) => {
    expect(isCertainlyFaultless(text, JSON.parse(text))).toBe(false);
  });

  it("is sure of nothing that does not end, and of nothing that was parsed from another text", () => {
    expect(isCertainlyFaultless('{"a', {})).toBe(false);
    expect(isCertainlyFaultless('{"a":1', { a: 1, b: 2 })).toBe(false);
    expect(isCertainlyFaultless('{"a":1}', {})).toBe(false);
  });
});

describe("the closer look says what and where", () => {
  const duplicate = (path: string, found: string) => ({ kind: "duplicateKey", path, found });
  const inexact = (path: string, found = "9007199254740993") => ({ kind: "inexact", path, found });

  it.each<readonly [string, readonly unknown[]]>([
    ['{"a":[{"b":1,"b":2}]}', [duplicate("a.0", "b")]],
    ['{"a":[{},{"b":1,"b":2}]}', [duplicate("a.1", "b")]],
    ['[{"b":1,"b":2}]', [duplicate("0", "b")]],
    ['{"a":{"b":1},"a":2}', [duplicate("", "a")]],
    ['{"a":[1,2],"a":2}', [duplicate("", "a")]],
    ['{"a":["a","a"],"b":"a"}', []],
    ['[["a","a"],"a"]', []],
    ['{"a\\"b":1,"a\\"b":2}', [duplicate("", 'a"b')]],
    ['{"a":{"b":1},"c":{"b":1}}', []],
    ["9007199254740993", [inexact("")]],
    ['{"a":[1,9007199254740993]}', [inexact("a.1")]],
    ['{"a":[[0,9],[9007199254740993]]}', [inexact("a.1.0")]],
    ['{"a":-9007199254740993,"b":4}', [inexact("a", "-9007199254740993")]],
    ['{"a":"9007199254740993"}', []],
  ])("%s", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("and no more than can be read", () => {
    const twice = '"a":1,'.repeat(MAX_JSON_FAULTS + 5);
    expect(faultsOf(`{${twice}"b":1}`)).toHaveLength(MAX_JSON_FAULTS);
  });

  it.each([
    ["10e1", true],
    ["0.00e-5", true],
    ["1.0e15", true],
    ["100e13", true],
    ["1e16", false],
    ["9007199254740991e0", true],
    ["9007199254740990.9999999999", false],
    ["123456789012345678e-3", true],
    ["-4.0", true],
    ["0.000000000000000000001", true],
    ["4e-999", false],
  ])("%s is exact: %s", (literal, exact) => {
    expect(isExact(literal)).toBe(exact);
  });
});
