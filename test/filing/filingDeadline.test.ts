import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { filingDeadline, statutoryDays } from "../../src/filing.js";
import { DisclosureReportError } from "../../src/index.js";

describe("filingDeadline", () => {
  it.each([
    [2019, "department", "2020-01-31"],
    [2023, "department", "2024-01-31"],
    [2023, "government", "2024-03-31"],
    [9998, "department", "9999-01-31"],
  ] as const)("of %i for a %s is %s", (year, kind, day) => {
    expect(filingDeadline({ year, kind })).toBe(day);
  });

  it.each([0, 1000, 2017, 2018])("is none before its article: %i", (year) => {
    for (const kind of ["department", "government"] as const) {
      expect(() => filingDeadline({ year, kind })).toThrowError(expect.objectContaining({ code: "filing.notInForce" }));
    }
  });

  it("refuses in both languages", () => {
    const said = (language: "zh" | "en") => {
      try {
        filingDeadline({ year: 2018, kind: "government", language });
      } catch (error) {
        return error instanceof DisclosureReportError ? error.message : "";
      }
      return "";
    };
    expect(said("zh")).toBe("条例第49条自2019-05-15起施行，2018年度的报告没有法定期限。");
    expect(said("en")).toBe("条例第49条 is in force from 2019-05-15: no day is set for the report on 2018.");
  });

  it("cites its article", () => {
    for (const { citation } of Object.values(statutoryDays)) expect(citation).toEqual({ source: "regulations", article: 49 });
  });

  it.each([
    [2023.5, "department"],
    [Number.NaN, "department"],
    [-1, "government"],
    [9999, "government"],
    [2023, "toString"],
  ])("refuses %s, %s", (year, kind) => {
    const input: unknown = { year, kind };
    expect(() => filingDeadline(input as Parameters<typeof filingDeadline>[0])).toThrow(DisclosureReportError);
  });

  it.each(["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Shanghai", "UTC"])("does not depend on the zone %s", (zone) => {
    const code = `import("date-fns").then(({ lightFormat, differenceInCalendarDays, parseISO }) => {
      console.log(lightFormat(new Date(2024, 0, 31), "yyyy-MM-dd"), differenceInCalendarDays(parseISO("2024-04-02"), parseISO("2024-01-31")));
    })`;
    const out = execFileSync(process.execPath, ["-e", code], { env: { ...process.env, TZ: zone }, encoding: "utf8" });
    expect(out.trim()).toBe("2024-01-31 62");
  });
});
