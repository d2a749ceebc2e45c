import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  DisclosureReportError,
  type EditionId,
  figureAt,
  parseReport,
  type Report,
  remedyBlock,
  reportBuilder,
  requestColumn,
  requestRow,
  requestsFromColumns,
  toJson,
  validate,
} from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

const start = () => reportBuilder("2021", { agency: { name: "某县人民政府" }, year: 2023 });

/** The findings with which a call is refused. */
function refusal(call: () => unknown): readonly (readonly [string, string | null])[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
    expect(error.code).toBe("builder.refused");
    return error.findings.map(({ code, path }) => [code, path]);
  }
  return [];
}

describe("reportBuilder", () => {
  it("builds reports that break no hard rule, and that the schema accepts", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(validate(report).status).toBe("balanced");
        expect(parseReport(JSON.parse(toJson(report)))).toEqual(report);
      }),
    );
  });

  it("computes totals and what is carried forward", () => {
    const report = start()
      .disclosure({}, { omitted: 0 })
      .requests(
        {
          received: { naturalPerson: 7, otherOrganization: 2 },
          broughtForward: { naturalPerson: 1 },
          granted: { naturalPerson: 5 },
          notHeld: { otherOrganization: 2 },
        },
        { omitted: 0 },
      )
      .remedies({ directLitigation: { upheld: 2, pending: 1 } }, { omitted: 0 })
      .build();
    expect(figureAt(report, "requests.received.total")).toBe(9);
    expect(figureAt(report, "requests.concluded.naturalPerson")).toBe(5);
    expect(figureAt(report, "requests.concluded.total")).toBe(7);
    expect(figureAt(report, "requests.carriedForward.naturalPerson")).toBe(3);
    expect(figureAt(report, "requests.carriedForward.total")).toBe(3);
    expect(figureAt(report, "remedies.directLitigation.total")).toBe(3);
    expect(report.disclosure.administrativeFees.feesCollected).toBe("0");
  });

  it("freezes what it builds", () => {
    expect(Object.isFrozen(seda2023)).toBe(true);
    expect(Object.isFrozen(seda2023.requests.granted)).toBe(true);
  });

  it("leaves the builder it was called on as it was", () => {
    const empty = start();
    empty.remedies({}, { omitted: 0 });
    // @ts-expect-error: no table was given to this one
    expect(refusal(() => empty.build())).toHaveLength(3);
  });

  it("takes what is carried forward only if it is right", () => {
    const requests = (carried: number) =>
      start().requests(
        { received: { naturalPerson: 3 }, granted: { naturalPerson: 1 }, carriedForward: { naturalPerson: carried } },
        { omitted: 0 },
      );
    expect(refusal(() => requests(2))).toEqual([]);
    expect(refusal(() => requests(1))).toEqual([["builder.doesNotBalance", "requests.carriedForward.naturalPerson"]]);
  });

  it("refuses more concluded than received", () => {
    expect(refusal(() => start().requests({ granted: { naturalPerson: 1 } }, { omitted: 0 }))).toEqual([
      ["builder.negative", "requests.carriedForward.naturalPerson"],
      ["builder.negative", "requests.carriedForward.total"],
    ]);
  });

  it("refuses sums beyond exact integers", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(refusal(() => start().remedies({ reconsideration: { upheld: most, pending: most } }, { omitted: 0 }))).toEqual([
      ["builder.tooLarge", "remedies.reconsideration.total"],
    ]);
  });

  it("names every figure that is missing, and the edition that a year asks for", () => {
    // @ts-expect-error: results are missing and nothing says that they are 0
    expect(refusal(() => start().remedies({ reconsideration: { upheld: 1 } }))).toHaveLength(11);
    expect(refusal(() => reportBuilder("2021", { agency: { name: "某县" }, year: 2020 }))).toEqual([
      ["builder.edition", "edition"],
    ]);
    expect(refusal(() => reportBuilder("2021", { agency: { name: "某县" }, year: 2018 }))).toEqual([["builder.year", "year"]]);
    expect(refusal(() => reportBuilder("2019", { agency: { name: "某县" }, year: 2020 }))).toEqual([]);
  });

  it("refuses a year of another edition or of none, unless told to build the report even so", () => {
    const built = (edition: EditionId, year: number, evenIfOtherEdition?: boolean) =>
      refusal(() =>
        reportBuilder(edition, {
          agency: { name: "某县" },
          year,
          ...(evenIfOtherEdition === undefined ? {} : { evenIfOtherEdition }),
        }),
      );
    expect(built("2019", 2023)).toEqual([["builder.edition", "edition"]]);
    expect(built("2019", 2023, false)).toEqual([["builder.edition", "edition"]]);
    expect(built("2019", 2023, true)).toEqual([]);
    expect(built("2021", 2018, true)).toEqual([]);
    const even = reportBuilder("2019", { agency: { name: "某县" }, year: 2023, evenIfOtherEdition: true })
      .disclosure({}, { omitted: 0 })
      .requests({}, { omitted: 0 })
      .remedies({}, { omitted: 0 })
      .build();
    expect([even.edition, even.year, Object.keys(even)]).toEqual([
      "2019",
      2023,
      ["edition", "agency", "year", "disclosure", "requests", "remedies"],
    ]);
    expect(() => reportBuilder("2022" as "2021", { agency: { name: "某县" }, year: 2023 })).toThrow(
      expect.objectContaining({ code: "form.unknownEdition" }),
    );
  });

  it.each([
    [{ reconsideration: { upheld: -1 } }, "builder.invalidFigure", "remedies.reconsideration.upheld"],
    [{ reconsideration: { upheld: "1" } }, "builder.invalidFigure", "remedies.reconsideration.upheld"],
    [{ reconsideration: { total: 1 } }, "builder.unknownKey", "remedies.reconsideration.total"],
    [{ reconsideration: { won: 1 } }, "builder.unknownKey", "remedies.reconsideration.won"],
    [{ appeal: { upheld: 1 } }, "builder.unknownKey", "remedies.appeal"],
  ])("refuses %j", (figures, code, path) => {
    expect(refusal(() => start().remedies(figures as never, { omitted: 0 }))).toEqual([[code, path]]);
  });

  it("refuses a head that the schema refuses", () => {
    const whole = reportBuilder("2021", { agency: { name: "" }, year: 2023 })
      .disclosure({}, { omitted: 0 })
      .requests({}, { omitted: 0 })
      .remedies({}, { omitted: 0 });
    expect(() => whole.build()).toThrow(expect.objectContaining({ code: "schema.invalid" }));
  });
});

describe("what a builder says when it refuses", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const UPHELD = "remedies.reconsideration.upheld";
  const said = (language: "zh" | "en"): readonly (readonly [() => unknown, string])[] => {
    const builder = () => reportBuilder("2021", { agency: { name: "某县" }, year: 2023, language });
    const head = { agency: { name: "某县" }, language };
    return [
      [() => reportBuilder("2021", { ...head, year: 2020 }), "2020.*2019|2019.*2020"],
      [() => reportBuilder("2021", { ...head, year: 2018 }), "2018"],
      // @ts-expect-error: no table was given
      [() => builder().build(), "二"],
      [
        // @ts-expect-error: results are missing and nothing says that they are 0
        () => builder().remedies({ reconsideration: { upheld: 1 } }),
        language === "zh" ? "表四第1行第2列" : "table 四, row 1, column 2",
      ],
      [() => builder().remedies({ reconsideration: { upheld: -1 } }, { omitted: 0 }), "-1"],
      [() => builder().remedies({ appeal: {} } as object, { omitted: 0 }), "remedies\\.appeal"],
      [
        () => builder().remedies({ reconsideration: { upheld: most, pending: most } }, { omitted: 0 }),
        language === "zh" ? "总计" : "total",
      ],
      [() => builder().requests({ granted: { naturalPerson: 7 } }, { omitted: 0 }), "-7"],
      [
        () => builder().requests({ received: { naturalPerson: 9 }, carriedForward: { naturalPerson: 5 } }, { omitted: 0 }),
        "9.*5|5.*9",
      ],
    ];
  };

  it.each([...said("zh").map((one) => ["zh", ...one] as const), ...said("en").map((one) => ["en", ...one] as const)])(
    "is whole, in %s: %s",
    (language, call, words) => {
      try {
        call();
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof DisclosureReportError)) throw error;
        for (const { message } of error.findings) {
          expect(message).not.toMatch(/\{\w+\}/);
          if (language === "zh") expect(message).toMatch(/[\u4e00-\u9fff]。?/);
          else expect(message).toMatch(/^[^。]*[a-z] [a-z][^。]*$/);
        }
        expect(error.findings[0]?.message).toMatch(new RegExp(words));
      }
    },
  );

  it("is Chinese unless told otherwise, to the end", () => {
    const whole = (language?: "en") =>
      reportBuilder("2021", { agency: { name: "" }, year: 2023, ...(language === undefined ? {} : { language }) })
        .disclosure({}, { omitted: 0 })
        .requests({}, { omitted: 0 })
        .remedies({}, { omitted: 0 });
    expect(() => whole().build()).toThrow(/[\u4e00-\u9fff].*。/);
    expect(() => whole("en").build()).toThrow(/the name of the agency/);
    expect(() => reportBuilder("2021", { agency: { name: "某县" }, year: 2018 })).toThrow(/[\u4e00-\u9fff].*。/);
  });

  it("is a refusal too of what is computed, and of what is no table", () => {
    expect(refusal(() => start().requests({ concluded: { naturalPerson: 1 } } as object, { omitted: 0 }))).toEqual([
      ["builder.unknownKey", "requests.concluded.naturalPerson"],
    ]);
    for (const none of [null, undefined, "ab", 7]) {
      expect(refusal(() => start().remedies(none as never, { omitted: 0 }))).toEqual([]);
      expect(refusal(() => start().remedies({ reconsideration: none } as never, { omitted: 0 }))).toEqual([]);
    }
  });

  it("points at the figure, with its place on the form", () => {
    try {
      start().remedies({ reconsideration: { upheld: -1 } }, { omitted: 0 });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof DisclosureReportError)) throw error;
      expect(error.findings[0]?.cells).toEqual([
        { address: UPHELD, coordinate: { table: "四", row: 1, column: 1 }, value: null, place: null },
      ]);
    }
  });
});

describe("types", () => {
  it("build is there when all three tables are", () => {
    const two = start().disclosure({}, { omitted: 0 }).requests({}, { omitted: 0 });
    expectTypeOf(two.build).toEqualTypeOf<{ readonly missingTables: "remedies" }>();
    expectTypeOf(two.remedies({}, { omitted: 0 }).build).toEqualTypeOf<() => Report<"2021">>();
  });

  it("wrong categories, outcomes and units do not compile", () => {
    const compile = (): void => {
      // @ts-expect-error: no such category
      start().requests({ received: { person: 1 } }, { omitted: 0 });
      // @ts-expect-error: no such outcome
      start().requests({ refused: { naturalPerson: 1 } }, { omitted: 0 });
      // @ts-expect-error: totals are computed
      start().requests({ received: { total: 1 } }, { omitted: 0 });
      // @ts-expect-error: （七） is computed
      start().requests({ concluded: { naturalPerson: 1 } }, { omitted: 0 });
      // @ts-expect-error: money is a string
      start().disclosure({ administrativeFees: { feesCollected: 38.1 } }, { omitted: 0 });
      // @ts-expect-error: a count is a number
      start().disclosure({ administrativeLicensing: { decisions: "12" } }, { omitted: 0 });
      // @ts-expect-error: the measure belongs to the other edition
      start().disclosure({ administrativeRules: { newlyMade: 1 } }, { omitted: 0 });
      reportBuilder("2019", { agency: { name: "某县" }, year: 2020 }).disclosure(
        { administrativeRules: { newlyMade: 1 } },
        { omitted: 0 },
      );
      // @ts-expect-error: a row of the edition of 2021
      reportBuilder("2019", { agency: { name: "某县" }, year: 2020 }).requests({ feeNotPaidInTime: {} }, { omitted: 0 });
      // @ts-expect-error: the name of the agency is missing
      reportBuilder("2021", { agency: {}, year: 2023 });
    };
    expect(compile).toBeTypeOf("function");
  });

  it("figures have the type of their unit", () => {
    expectTypeOf(seda2023.requests.granted.total).toEqualTypeOf<number>();
    expectTypeOf(seda2023.disclosure.administrativeFees.feesCollected).toEqualTypeOf<string>();
    expectTypeOf<Report<"2019">["disclosure"]["governmentProcurement"]["procurementAmount"]>().toEqualTypeOf<string>();
    expectTypeOf<keyof Report<"2019">["requests"]>().toExtend<keyof Report<"2021">["requests"] | "otherHandling">();
  });
});

describe("builders of parts", () => {
  it("complete a row, a block and a column", () => {
    expect(requestRow("2021", { naturalPerson: 4, legalServiceInstitution: 2 }, { omitted: 0 }).total).toBe(6);
    expect(remedyBlock("2021", { upheld: 3, corrected: 1, otherResult: 0, pending: 2 })).toEqual({
      upheld: 3,
      corrected: 1,
      otherResult: 0,
      pending: 2,
      total: 6,
    });
    const column = requestColumn("2019", { received: 5, broughtForward: 1, granted: 3, otherHandling: 1 }, { omitted: 0 });
    expect([column.concluded, column.carriedForward, column.otherHandling]).toEqual([4, 2, 1]);
    expect(Object.keys(column)).toHaveLength(23);
  });

  it("refuse what is missing or wrong", () => {
    // @ts-expect-error: three results are missing
    expect(refusal(() => remedyBlock("2021", { upheld: 3 })).map(([code]) => code)).toEqual(Array(3).fill("builder.incomplete"));
    expect(refusal(() => requestRow("2021", { naturalPerson: -1 }, { omitted: 0 }))).toEqual([
      ["builder.invalidFigure", "naturalPerson"],
    ]);
    expect(refusal(() => requestColumn("2021", { granted: 1 }, { omitted: 0 })).map(([code]) => code)).toEqual([
      "builder.negative",
    ]);
  });

  it.each([
    [() => requestRow("2021", { naturalPerson: -1 }, { omitted: 0 }), "naturalPerson", "表三（自然人）应为"],
    [
      () => requestRow("2021", { naturalPerson: -1 }, { omitted: 0, row: "notHeld" }),
      "requests.notHeld.naturalPerson",
      "表三第13行第1列",
    ],
    [() => remedyBlock("2019", { pending: -1 }, { omitted: 0 }), "pending", "表四（尚未审结）应为"],
    [
      () => remedyBlock("2019", { pending: -1 }, { omitted: 0, block: "directLitigation" }),
      "remedies.directLitigation.pending",
      "表四第1行第9列",
    ],
    [() => requestColumn("2021", { received: -1 }, { omitted: 0 }), "received", "表三（本年新收政府信息公开申请数量）应为"],
    [
      () => requestColumn("2021", { received: -1 }, { omitted: 0, applicant: "otherOrganization" }),
      "requests.received.otherOrganization",
      "表三第1行第6列",
    ],
  ])("%s names what it was told, and nothing that it cannot know", (build, path, words) => {
    expect(refusal(build).map(([, at]) => at)).toEqual([path]);
    expect(build).toThrow(words);
  });

  it("put columns together for the builder", () => {
    const figures = requestsFromColumns("2021", {
      naturalPerson: { received: 5, granted: 4 },
      researchInstitution: { received: 1 },
    });
    const report = start().disclosure({}, { omitted: 0 }).requests(figures, { omitted: 0 }).remedies({}, { omitted: 0 }).build();
    expect(report.requests.received).toEqual(requestRow("2021", { naturalPerson: 5, researchInstitution: 1 }, { omitted: 0 }));
    expect(report.requests.carriedForward.total).toBe(2);
  });
});
