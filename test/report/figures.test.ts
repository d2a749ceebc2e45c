import { describe, expect, it } from "vitest";
import {
  amountToFen,
  DisclosureReportError,
  type Draft,
  describeForm,
  fenToAmount,
  figureAt,
  figuresOf,
  figureValue,
  mergeDrafts,
  missingFields,
  withFigure,
  withFigures,
} from "../../src/index.js";
import { eachFigure, figureIn, own } from "../../src/report/figures.js";
import { cellParams, pointAt, pointTo } from "../../src/report/findingCells.js";
import { replaceFigures } from "../../src/report/replaceFigures.js";
import { type ReportRef, referTo, reportCell, reportName, unitsInWords } from "../../src/report/reportRef.js";
import { isFigure } from "../../src/report/units.js";

const FEES = "disclosure.administrativeFees.feesCollected";
const GRANTED = "requests.granted.total";

/** What an error says, in its code and its sentence. */
const refusal = (run: () => unknown): readonly unknown[] => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
    return [error.code, ...error.findings.map(({ message, path, expected, actual }) => [message, path, expected, actual])];
  }
  return [];
};

describe("amounts of money", () => {
  it.each<readonly [string, number, string | null]>([
    ["0", 0, null],
    ["0.000001", 1, null],
    ["1", 1_000_000, null],
    ["0.1", 100_000, null],
    ["38.09533", 38_095_330, null],
    ["12.50", 12_500_000, "12.5"],
    ["10.00", 10_000_000, "10"],
    ["100", 100_000_000, null],
    ["999999999.999999", 999_999_999_999_999, null],
  ])("%s 万元 are %d fen", (amount, fen, cut) => {
    const shortest = cut ?? amount;
    expect(amountToFen(amount)).toBe(fen);
    expect(fenToAmount(fen)).toBe(shortest);
    expect(fenToAmount(-fen)).toBe(fen === 0 ? "0" : `-${shortest}`);
  });

  it.each(["", " ", "1e3", "1,000", "-1", "+1", "01", ".5", "1.", "1.0000001", "1000000000", "１", "1 ", "x1", "1x"])(
    "%j is none",
    (amount) => {
      expect(refusal(() => amountToFen(amount))[0]).toBe("money.notAmount");
    },
  );

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 10 ** 15, -(10 ** 15)])("%d fen are none", (fen) => {
    expect(refusal(() => fenToAmount(fen))[0]).toBe("money.notFen");
  });

  it("are refused with what was found, cut where it is long, in the language asked for", () => {
    const found = (value: unknown, language?: "en") =>
      refusal(() => amountToFen(value as string, language === undefined ? {} : { language }))[1];
    expect(found("x")).toEqual([expect.stringMatching(/万元[^a-z]*“x”/), null, expect.stringContaining("万元"), "“x”"]);
    expect(found("x", "en")).toEqual([expect.stringMatching(/10,000 yuan.*“x”/), null, expect.stringContaining("yuan"), "“x”"]);
    expect(found("9".repeat(99))).toEqual([expect.anything(), null, expect.anything(), `“${"9".repeat(60)}…”`]);
    expect(found(7)).toEqual([expect.anything(), null, expect.anything(), "7"]);
    expect(found(null)).toEqual([expect.anything(), null, expect.anything(), "null"]);
    expect(refusal(() => fenToAmount(1.5, { language: "en" }))[1]).toEqual([
      expect.stringContaining("1.5"),
      null,
      "a whole number of fen, less than 10 to the power of 15 either way",
      "1.5",
    ]);
    expect(refusal(() => fenToAmount(1.5))[1]).toEqual([
      expect.stringMatching(/[\u4e00-\u9fff]/),
      null,
      expect.stringContaining("分"),
      "1.5",
    ]);
  });
});

describe("figures of a unit", () => {
  it.each<readonly [Parameters<typeof isFigure>[0], unknown, boolean]>([
    ["count", 0, true],
    ["count", -1, false],
    ["count", 1.5, false],
    ["count", 2 ** 53, false],
    ["count", "1", false],
    ["count", null, false],
    ["change", -1, true],
    ["change", 0.5, false],
    ["change", "-1", false],
    ["amount", "12.50", true],
    ["amount", 12.5, false],
    ["amount", "-1", false],
  ])("%s: %j %s", (unit, value, is) => {
    expect(isFigure(unit, value)).toBe(is);
  });
});

describe("the vector of figures", () => {
  const cell = (address: string) => describeForm("2021").byAddress[address];
  const at = (draft: unknown, address: string) => figuresOf(draft as Draft)[cell(address)?.index ?? -1];

  it.each<readonly [string, unknown, string, number]>([
    ["a count", { requests: { granted: { total: 4 } } }, GRANTED, 4],
    ["an amount, in fen", { disclosure: { administrativeFees: { feesCollected: "1.5" } } }, FEES, 1_500_000],
    ["a blank", { requests: { granted: { total: null } } }, GRANTED, Number.NaN],
    ["a missing figure", { requests: { granted: {} } }, GRANTED, Number.NaN],
    ["a missing row", { requests: {} }, GRANTED, Number.NaN],
    ["a row that is none", { requests: { granted: "total" } }, GRANTED, Number.NaN],
    ["a missing table", {}, GRANTED, Number.NaN],
    ["text for a count", { requests: { granted: { total: "4" } } }, GRANTED, Number.POSITIVE_INFINITY],
    ["a number for an amount", { disclosure: { administrativeFees: { feesCollected: 1.5 } } }, FEES, Number.POSITIVE_INFINITY],
    ["text that is no amount", { disclosure: { administrativeFees: { feesCollected: "x" } } }, FEES, Number.POSITIVE_INFINITY],
  ])("has of %s", (_, tables, address, figure) => {
    expect(at({ edition: "2021", ...(tables as object) }, address)).toBe(figure);
  });

  it("is said as a report would state it", () => {
    const [granted, fees] = [cell(GRANTED), cell(FEES)];
    if (granted === undefined || fees === undefined) throw new Error("no such figure");
    expect([figureValue(granted, 4), figureValue(granted, Number.NaN), figureValue(granted, Number.POSITIVE_INFINITY)]).toEqual([
      4,
      null,
      null,
    ]);
    expect([figureValue(fees, 1_500_000), figureValue(fees, Number.NaN)]).toEqual(["1.5", null]);
  });

  it("goes through every figure in order, and tells a blank from what is not there", () => {
    const form = describeForm("2021");
    const seen: unknown[] = [];
    eachFigure(form, { requests: { granted: { total: null, naturalPerson: 3 } } }, ({ address }, value) => {
      seen.push(address);
      if (value !== undefined) seen.push(value);
    });
    expect(seen.filter((one) => typeof one === "string")).toEqual(form.cells.map(({ address }) => address));
    expect(seen.filter((one) => typeof one !== "string")).toEqual([3, null]);
  });
});

describe("one figure", () => {
  it.each<readonly [unknown, string, unknown]>([
    [{ requests: { granted: { total: 4 } } }, GRANTED, 4],
    [{ requests: { granted: { total: "4" } } }, GRANTED, "4"],
    [{ requests: { granted: { total: true } } }, GRANTED, null],
    [{ requests: Object.create({ granted: { total: 4 } }) }, GRANTED, null],
    [{}, "toString", null],
    [{}, "requests", null],
    [{ "": { "": { "": 5 } } }, "requests", null],
  ])("of %j at %s is %j", (draft, address, value) => {
    expect(figureIn(draft as Draft, address)).toBe(value);
  });

  it("is own only where it is not inherited", () => {
    expect([own({ a: 1 }, "a"), own({}, "toString"), own(null, "a"), own("text", "length"), own(7, "a")]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is pointed at with its place, and with none where it has none", () => {
    const draft: Draft = { edition: "2021", requests: { granted: { total: 4 } } };
    const coordinate = { table: "三", row: 3, column: 7 };
    expect(pointAt(draft, GRANTED)).toEqual([{ address: GRANTED, coordinate, value: 4, place: null }]);
    expect(pointAt(draft, "requests.otherHandling.total")).toEqual([]);
    const [granted] = describeForm("2021").cells.filter(({ address }) => address === GRANTED);
    if (granted === undefined) throw new Error("no such figure");
    expect(pointTo(granted, null)).toEqual({ address: GRANTED, coordinate, value: null, place: null });
    expect(cellParams(granted)).toEqual({
      where: { zh: "表三第3行第7列", en: "table 三, row 3, column 7" },
      label: {
        zh: "三、本年度办理结果/（一）予以公开，申请人情况/总计",
        en: "outcomes of requests this year / granted, applicants / total",
      },
    });
    expect(cellParams(granted)).toBe(cellParams(granted));
    expect(reportCell(draft, referTo(draft, 2), GRANTED)).toEqual([
      { address: GRANTED, coordinate, value: 4, place: null, report: { index: 2, agency: null, year: null } },
    ]);
    expect(reportCell(draft, referTo(draft, 2), "no.such.figure")).toEqual([]);
  });
});

describe("a copy with other figures", () => {
  it("shares nothing that is changed, keeps what is not, and knows no other address", () => {
    const draft = { edition: "2021", year: 2023, requests: { granted: { total: 4 }, received: { total: 5 } } } as const;
    const before = structuredClone(draft);
    const copy = replaceFigures<Draft>(
      draft,
      new Map<string, number | null>([
        [GRANTED, 7],
        ["requests.granted.naturalPerson", 7],
        ["remedies.reconsideration.upheld", null],
        ["requests.otherHandling.total", 1],
      ]),
    );
    expect(copy).toEqual({
      edition: "2021",
      year: 2023,
      requests: { granted: { total: 7, naturalPerson: 7 }, received: { total: 5 } },
      remedies: { reconsideration: { upheld: null } },
    });
    expect(draft).toEqual(before);
    expect(copy.requests?.received).toBe(draft.requests.received);
  });

  it("says in both languages what it is refused for", () => {
    const draft: Draft = { edition: "2021" };
    expect(refusal(() => withFigure(draft, GRANTED, -1))).toEqual([
      "figure.invalid",
      [expect.stringMatching(/表三第3行第7列.*予以公开.*不小于0的整数.*-1/), GRANTED, null, null],
    ]);
    expect(refusal(() => figureAt(draft, "requests.grantd.total" as typeof GRANTED))).toEqual([
      "figure.unknownAddress",
      [expect.stringMatching(/2021.*“requests\.grantd\.total”|“requests\.grantd\.total”.*2021/), null, null, null],
    ]);
  });
});

describe("drafts put together", () => {
  const granted = (total: number | null, head: object = {}): Draft => ({
    edition: "2021",
    requests: { granted: { total } },
    ...head,
  });

  it("say which figure they contradict one another in, and what each states", () => {
    const { findings } = mergeDrafts([granted(4), granted(5), granted(4)], { language: "en" });
    expect(findings).toMatchObject([
      {
        code: "merge.conflict",
        path: GRANTED,
        params: { found: "4、5" },
        cells: [{ address: GRANTED, value: null, place: null }],
      },
    ]);
    expect(findings[0]?.message).toMatch(/^[^\u4e00-\u9fff]*[A-Za-z]/);
    expect(mergeDrafts([granted(4), granted(5)]).findings[0]?.message).toMatch(/[\u4e00-\u9fff]。/);
  });

  it("keep of the head what the first states, level by level", () => {
    const { draft, findings } = mergeDrafts([
      granted(4, { agency: { name: "甲县" }, narrative: { problems: "无" } }),
      granted(null, { agency: { name: "乙县", level: "county" }, year: 2023, narrative: { other: "有" } }),
    ] as readonly Draft[]);
    expect(draft).toEqual({
      edition: "2021",
      year: 2023,
      agency: { name: "甲县", level: "county" },
      narrative: { problems: "无", other: "有" },
      requests: { granted: { total: 4 } },
    });
    expect(findings.map(({ code, severity, path, params }) => [code, severity, path, params["kept"], params["found"]])).toEqual([
      ["merge.head", "warning", "agency.name", "“甲县”", "“乙县”"],
    ]);
  });

  it("take what is undefined for nothing", () => {
    const drafts = [granted(4, { year: 2023 }), granted(4, { year: undefined }), granted(4, { agency: undefined })];
    expect(mergeDrafts(drafts).findings).toEqual([]);
    expect(withFigures(granted(4), { [GRANTED]: undefined } as object)).toEqual(granted(4));
  });

  it("are refused with the editions that they are on", () => {
    expect(refusal(() => mergeDrafts([{ edition: "2021" }, { edition: "2019" }] as readonly Draft[]))).toEqual([
      "merge.editions",
      [expect.stringContaining("2021, 2019"), null, null, null],
    ]);
    expect(refusal(() => mergeDrafts([], { language: "en" }))).toEqual([
      "merge.editions",
      [expect.stringMatching(/^[^\u4e00-\u9fff]*0/), null, null, null],
    ]);
  });
});

describe("what a draft lacks", () => {
  it("is said in the language asked for, in Chinese unless told otherwise", () => {
    const said = (language?: "en") => missingFields({ edition: "2021" }, language === undefined ? {} : { language });
    expect(said()).toHaveLength(202);
    for (const { message } of said()) expect(message).toMatch(/[\u4e00-\u9fff].*。/);
    for (const { message } of said("en")) expect(message).toMatch(/[a-z] [a-z]/);
    expect(said()[0]).toMatchObject({ code: "draft.headMissing", path: "agency.name", params: { path: "agency.name" } });
    expect(said()[0]?.message).toContain("机关名称");
    expect(said("en")[1]?.message).toContain("report year");
    expect(said()[2]).toMatchObject({ code: "draft.absent", cells: [{ value: null }] });
  });
});

describe("one of several reports", () => {
  it.each<readonly [Partial<ReportRef>, string, string]>([
    [{ agency: "甲县", year: 2023 }, "甲县2023年", "甲县 2023"],
    [{ agency: "甲县" }, "甲县", "甲县"],
    [{ year: 2023 }, "2023年", "2023"],
    [{ index: 1 }, "第2份报告", "report 2"],
    [{ index: null }, "上级报告", "the parent’s report"],
    [{ index: 1, year: 2023, under: ["某市"] }, "某市／第2份报告（2023年）", "某市 / report 2 (2023)"],
    [{ index: 0, under: ["某市", 2] }, "某市／第3个单位／第1份报告", "某市 / unit 3 / report 1"],
    [{ agency: "甲县", year: 2023, under: ["某市"] }, "某市／甲县2023年", "某市 / 甲县 2023"],
  ])("%j in words", (ref, zh, en) => {
    expect(reportName({ index: 0, agency: null, year: null, ...ref })).toEqual({ zh, en });
  });

  it("is referred to by what it states", () => {
    expect(referTo({ edition: "2021", year: 2023, agency: { name: "甲县" } }, null)).toEqual({
      index: null,
      agency: "甲县",
      year: 2023,
    });
    expect(unitsInWords([])).toEqual({ zh: "", en: "" });
  });
});
