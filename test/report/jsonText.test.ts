import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { safeParseDraft, safeParseDraftJson } from "../../src/index.js";
import { faultsOf, isExact } from "../../src/report/jsonText.js";

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
