import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  DisclosureReportError,
  type Draft,
  describeForm,
  draftSchemas,
  editionIds,
  parseDraft,
  parseReport,
  reportSchemas,
  safeParseDraft,
  safeParseDraftJson,
  safeParseReport,
  safeParseReportJson,
  toJson,
} from "../../src/index.js";
import { MAX_NAME, MAX_TEXT } from "../../src/report/schemaParts.js";
import { anyReport, mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

type Loose = Record<string, unknown>;

/** Sets what stands at a path, or takes it out. */
function withChange(report: object, path: string, change: { readonly to: unknown } | "removed"): Loose {
  const copy = mutable(report) as Loose;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Loose>((at, key) => at[key] as Loose, copy);
  if (change === "removed") delete parent[last];
  else Object.defineProperty(parent, last, { value: change.to, enumerable: true, configurable: true, writable: true });
  return copy;
}

const full = {
  ...seda2023,
  agency: {
    name: "色达县",
    kind: "government",
    level: "county",
    regionCode: "513333",
    unifiedSocialCreditCode: "11513333008676543X",
  },
  signedOn: "2024-01-20",
  publishedOn: "2024-01-31",
  narrative: { overview: { preamble: "总述", proactiveDisclosure: "文字", supervision: "文字" }, problems: "文字", other: "无" },
  informationProcessingFee: "100.5",
} as const;

describe("a report is refused with a code, a path and words", () => {
  it.each([
    ["requests.granted.total", { to: -1 }, "schema.value", "requests.granted.total"],
    ["requests.granted.total", { to: 1.5 }, "schema.type", "requests.granted.total"],
    ["requests.granted.total", { to: "4" }, "schema.type", "requests.granted.total"],
    ["requests.granted.total", { to: null }, "schema.type", "requests.granted.total"],
    ["requests.granted.total", { to: Number.NaN }, "schema.type", "requests.granted.total"],
    ["requests.granted.total", { to: 2 ** 53 }, "schema.value", "requests.granted.total"],
    ["requests.granted.total", "removed", "schema.missing", "requests.granted.total"],
    ["requests.granted", "removed", "schema.missing", "requests.granted"],
    ["requests.granted", { to: [] }, "schema.type", "requests.granted"],
    ["requests", "removed", "schema.missing", "requests"],
    ["requests.granted.person", { to: 1 }, "schema.unknownKey", "requests.granted.person"],
    ["requests.refusedAll", { to: {} }, "schema.unknownKey", "requests.refusedAll"],
    ["note", { to: "x" }, "schema.unknownKey", "note"],
    ["disclosure.administrativeFees.feesCollected", { to: 38.1 }, "schema.type", "disclosure.administrativeFees.feesCollected"],
    [
      "disclosure.administrativeFees.feesCollected",
      { to: "38.0953301" },
      "schema.value",
      "disclosure.administrativeFees.feesCollected",
    ],
    ["disclosure.administrativeFees.feesCollected", { to: "-1" }, "schema.value", "disclosure.administrativeFees.feesCollected"],
    ["disclosure.administrativeFees.feesCollected", { to: "1e3" }, "schema.value", "disclosure.administrativeFees.feesCollected"],
    ["disclosure.administrativeFees.feesCollected", { to: "007" }, "schema.value", "disclosure.administrativeFees.feesCollected"],
    ["agency.name", { to: "" }, "schema.value", "agency.name"],
    ["agency", "removed", "schema.missing", "agency"],
    ["agency.level", { to: "village" }, "schema.value", "agency.level"],
    ["agency.regionCode", { to: "51" }, "schema.value", "agency.regionCode"],
    ["agency.unifiedSocialCreditCode", { to: "11513333008676543I" }, "schema.value", "agency.unifiedSocialCreditCode"],
    ["year", { to: "2023" }, "schema.type", "year"],
    ["year", { to: 23 }, "schema.value", "year"],
    ["publishedOn", { to: "2023-02-29" }, "schema.value", "publishedOn"],
    ["publishedOn", { to: "2024/01/31" }, "schema.value", "publishedOn"],
    ["narrative.overview", { to: 5 }, "schema.type", "narrative.overview"],
    ["narrative.summary", { to: "x" }, "schema.unknownKey", "narrative.summary"],
    ["informationProcessingFee", { to: "0.001" }, "schema.value", "informationProcessingFee"],
    ["edition", { to: "2022" }, "schema.value", "edition"],
    ["edition", "removed", "schema.missing", "edition"],
    ["__proto__", { to: { polluted: true } }, "schema.unknownKey", "__proto__"],
    ["requests.__proto__", { to: { polluted: true } }, "schema.unknownKey", "requests.__proto__"],
    ["requests.granted.constructor", { to: 1 }, "schema.unknownKey", "requests.granted.constructor"],
  ] as const)("%s → %j: %s", (path, change, code, at) => {
    const result = safeParseReport(withChange(full, path, change));
    const english = safeParseReport(withChange(full, path, change), { language: "en" });
    if (result.success || english.success) throw new Error("accepted");
    expect(result.findings.map((finding) => [finding.code, finding.path])).toEqual([[code, at]]);
    expect(result.findings[0]?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(english.findings[0]?.message).toMatch(/^[^\u4e00-\u9fff]*$/);
    for (const { message } of [...result.findings, ...english.findings]) expect(message).not.toMatch(/\{\w+\}/);
    expect((Object.prototype as Loose)["polluted"]).toBeUndefined();
  });

  it.each<readonly [string, { readonly to: unknown } | "removed", string, string | null]>([
    ["agency.level", { to: "village" }, "one of “national”, “provincial”, “prefectural”, “county”, “township”", "“village”"],
    ["narrative.problems", { to: 5 }, "a string", "5"],
    ["narrative", { to: 5 }, "an object", "5"],
    ["requests", { to: 5 }, "an object", "5"],
    ["requests", "removed", "an object", null],
    ["year", { to: 23 }, "a year of four digits", "23"],
    ["signedOn", { to: "x" }, "a real date such as “2024-01-31”", "“x”"],
    ["agency.name", { to: "\ud83d" }, "the name of the agency", null],
    ["requests.granted.total", { to: null }, "an integer of at least 0", "null"],
    ["requests.granted.total", "removed", "an integer of at least 0", null],
    ["narrative.other", { to: "\ud83d" }, "a string", null],
    ["edition", { to: "1999" }, "“2021” or “2019”", null],
    ["edition", "removed", "“2021” or “2019”", null],
  ])("%s, %j: asks for %s", (path, change, expected, actual) => {
    const result = safeParseReport(withChange(full, path, change), { language: "en" });
    const [finding] = result.success ? [] : result.findings;
    expect(finding).toMatchObject({ path, expected, ...(actual === null ? {} : { actual }) });
    if (change === "removed") expect(finding?.actual).toBeNull();
    expect(finding?.message).toContain(expected);
    const chinese = safeParseReport(withChange(full, path, change));
    const [said] = chinese.success ? [] : chinese.findings;
    expect(said?.message).toContain(said?.expected);
    expect(said?.expected).not.toBe(expected.includes(" ") ? expected : null);
  });

  it("names the report where it is the whole that is wrong", () => {
    const said = (input: unknown, language: "zh" | "en") => {
      const result = safeParseReport(input, { language });
      return result.success ? [] : result.findings.map(({ path, message }) => [path, message]);
    };
    expect(said(null, "en")).toEqual([["", expect.stringMatching(/the report.*an object/)]]);
    expect(said(null, "zh")).toEqual([["", expect.stringMatching(/报告.*对象/)]]);
    expect(said({ ...full, note: 1 }, "zh")).toEqual([["note", expect.stringMatching(/报告.*note/)]]);
    expect(said({ edition: "1999" }, "zh")).toEqual([["edition", expect.stringContaining("“2021”或“2019”")]]);
  });

  it("names all that is wrong, not only the first", () => {
    const twice = withChange(withChange(full, "year", { to: "x" }), "requests.granted.total", { to: -1 });
    const result = safeParseReport(twice);
    expect(result.success ? [] : result.findings.map(({ path }) => path)).toEqual(["year", "requests.granted.total"]);
  });

  it.each([[null], [undefined], [3], ["text"], [[]]])("%j is no report", (input) => {
    const result = safeParseReport(input);
    expect(result.success ? "" : result.findings[0]?.code).toBe("schema.type");
  });

  it.each([
    [
      "a getter",
      {
        ...seda2023,
        get requests(): never {
          throw new Error("no");
        },
      },
    ],
    [
      "a getter below",
      {
        ...seda2023,
        requests: {
          ...seda2023.requests,
          get granted(): never {
            throw new Error("no");
          },
        },
      },
    ],
    [
      "a proxy",
      new Proxy(
        { ...seda2023 },
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
    ],
    [
      "a proxy of everything",
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => {
            throw { not: "an error" };
          },
        },
      ),
    ],
  ])("%s that throws", (_, input) => {
    for (const result of [safeParseReport(input), safeParseDraft(input)]) {
      expect(!result.success && result.findings.map(({ code }) => code)).toEqual(["schema.unreadable"]);
      expect(!result.success && result.findings[0]?.message).not.toMatch(/\{\w+\}/);
    }
  });

  it("throws one class of error from parseReport", () => {
    expect(() => parseReport({ edition: "2021" })).toThrow(
      expect.objectContaining({ name: "DisclosureReportError", code: "schema.invalid" }),
    );
    expect(() => parseDraft({ edition: "1999" })).toThrow(expect.objectContaining({ code: "schema.invalid" }));
  });

  it("says what is wrong with JSON text", () => {
    const broken = safeParseReportJson("{");
    expect(broken.success ? "" : broken.findings[0]?.code).toBe("schema.json");
    const report = safeParseReportJson(toJson(full));
    expect(report.success && report.data).toEqual(full);
    expect(safeParseDraftJson('{"edition":"2021","__proto__":{"x":1}}').success).toBe(false);
  });
});

describe("a draft", () => {
  it("may lack anything but the edition, and may have blanks", () => {
    expect(safeParseDraft({ edition: "2019" }).success).toBe(true);
    expect(safeParseDraft({ edition: "2021", agency: {}, requests: { granted: { total: null } } }).success).toBe(true);
    expect(safeParseDraft({ edition: "2021", requests: { granted: { totals: null } } }).success).toBe(false);
    expect(safeParseDraft({ edition: "2021", requests: null }).success).toBe(false);
    expect(safeParseDraft({}).success).toBe(false);
  });
});

/** Values that a document may hold at a figure's place, right and wrong. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, -1, 1.5, 0, 7, "0", "12.50", "1.1234567", "", true, [], {}, 2 ** 53, -0),
  fc.string(),
  fc.double(),
);

const damaged = fc
  .tuple(anyReport, fc.nat(), junk, fc.constantFrom("value", "remove", "extra"))
  .map(([report, at, value, kind]): unknown => {
    const { cells } = describeForm(report.edition);
    const cell = cells[at % cells.length];
    const path = cell === undefined ? "year" : cell.address;
    if (kind === "remove") return withChange(report, path, "removed");
    return withChange(report, kind === "extra" ? `${path}Extra` : path, { to: value });
  });

describe("the quick check and the zod schema", () => {
  it("accept the same reports and drafts", { tags: "property" }, () => {
    fc.assert(
      fc.property(damaged, (input) => {
        const { edition } = input as Draft;
        expect(safeParseReport(input).success).toBe(reportSchemas[edition].safeParse(input).success);
        expect(safeParseDraft(input).success).toBe(draftSchemas[edition].safeParse(input).success);
      }),
    );
  });
});

describe("objects that are no plain ones", () => {
  const GRANTED = { granted: { total: 1 } };

  it.each<readonly [string, unknown, unknown]>([
    ["a table that inherits its rows", Object.create(GRANTED), GRANTED],
    ["a row that inherits its figures", { granted: Object.create({ total: 1 }) }, GRANTED],
    ["a table without a prototype", Object.assign(Object.create(null), GRANTED), GRANTED],
    ["a map", new Map([["granted", {}]]), {}],
  ])("%s comes out with keys of its own", (_, requests, expected) => {
    const result = safeParseDraft({ edition: "2021", requests });
    expect(result.success && JSON.parse(JSON.stringify(result.data))).toEqual({ edition: "2021", requests: expected });
  });

  it.each<readonly [string, unknown, string]>([
    ["a list for a table", { edition: "2021", requests: [] }, "schema.type"],
    ["a list for a row", { edition: "2021", requests: { granted: [] } }, "schema.type"],
    ["a prototype as a key", JSON.parse('{"edition":"2021","__proto__":{"year":2023}}'), "schema.unknownKey"],
  ])("%s is refused", (_, input, code) => {
    const result = safeParseDraft(input);
    expect(result.success ? [] : result.findings.map((finding) => finding.code)).toEqual([code]);
  });
});

describe("the JSON Schemas in docs/standard", () => {
  const schemas = (["report", "draft"] as const).flatMap((kind) =>
    editionIds.map((edition) => {
      const text = readFileSync(new URL(`../../docs/standard/schema/${kind}-${edition}.schema.json`, import.meta.url), "utf8");
      return { kind, edition, schema: JSON.parse(text) as Loose };
    }),
  );

  it.each(schemas)(
    "$kind $edition is accepted by ajv in strict mode and has a stable identifier",
    ({ kind, edition, schema }) => {
      expect(schema["$id"]).toBe(`urn:disclosure-report:schema:1:${kind}-${edition}`);
      expect(() => new Ajv2020({ strict: true, allErrors: true }).compile(schema)).not.toThrow();
    },
  );

  it("agree with the library on valid and invalid documents", { tags: "property" }, () => {
    const ajv = new Ajv2020({ strict: true });
    const accepts = new Map(schemas.map(({ kind, edition, schema }) => [`${kind} ${edition}`, ajv.compile(schema)]));
    const agree = (input: unknown): void => {
      const { edition } = input as Draft;
      const plain: unknown = JSON.parse(JSON.stringify(input));
      expect(accepts.get(`report ${edition}`)?.(plain)).toBe(safeParseReport(plain).success);
      expect(accepts.get(`draft ${edition}`)?.(plain)).toBe(safeParseDraft(plain).success);
    };
    agree(full);
    expect(accepts.get("report 2021")?.(full)).toBe(true);
    fc.assert(fc.property(fc.oneof(damaged, anyReport), agree));
  });
});

it("zod speaks Standard Schema", () => {
  expect(reportSchemas["2021"]["~standard"].version).toBe(1);
});

describe("lengths", () => {
  const named = (name: string) => safeParseDraft({ edition: "2021", agency: { name } });

  it("are counted in characters, as JSON Schema counts them", () => {
    expect(named("𠮷".repeat(MAX_NAME)).success).toBe(true);
    const long = named("𠮷".repeat(MAX_NAME + 1));
    expect(long.success ? [] : long.findings.map(({ code, path }) => [code, path])).toEqual([["schema.value", "agency.name"]]);
    const text = safeParseDraft({ edition: "2021", narrative: { problems: "字".repeat(MAX_TEXT + 1) } }, { language: "en" });
    expect(text.success ? "" : text.findings[0]?.expected).toBe(`at most ${MAX_TEXT} characters`);
  });
});

describe("one edition", () => {
  it("is what is returned, in the type too", () => {
    const result = safeParseReport(full, { edition: "2021" });
    if (!result.success) throw new Error("refused");
    expectTypeOf(result.data.disclosure.administrativeFees.feesCollected).toEqualTypeOf<string>();
    expect(result.data).toEqual(full);
    expectTypeOf(parseDraft({ edition: "2019" }, { edition: "2019" }).edition).toEqualTypeOf<"2019">();
  });

  it("refuses a report on another", () => {
    const result = safeParseReportJson(toJson(full), { edition: "2019", language: "en" });
    expect(result.success ? null : result.findings[0]).toMatchObject({
      code: "schema.value",
      path: "edition",
      expected: "“2019”",
      params: { found: "“2021”" },
    });
    expect(() => parseReport(full, { edition: "2019" })).toThrow(DisclosureReportError);
    expect(safeParseDraftJson('{"edition":"2019"}', { edition: "2021" }).success).toBe(false);
  });
});
