import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/formats/html/write.js";
import { renderText } from "../../src/formats/text/write.js";
import { readHtml } from "../../src/html.js";
import { editionIds, type Finding, type Report, validate } from "../../src/index.js";
import { readText } from "../../src/text.js";
import { reports } from "../support/arbitraries.js";

/** As it is read: the name says what kind of agency it is. */
const told = <R extends Report>(report: R): R => ({ ...report, agency: { ...report.agency, kind: "government" } });

/** A report with everything that its documents print. */
const withText = (report: Report): Report => ({
  ...told(report),
  signedOn: "2026-01-15",
  publishedOn: "2026-01-20",
  narrative: {
    overview: { preamble: "概述。", proactiveDisclosure: "主动公开信息5条。", platform: "平台1个。" },
    disclosure: "本年度制发行政规范性文件2件。",
    requests: "表中数字不含转送其他机关的申请。\n本年度没有逾期答复。",
    remedies: "1件行政诉讼尚未审结，将在下一年度报告。",
    problems: "存在不足。\n已经改进。",
    other: "收取信息处理费120元。",
  },
});

/** What is found but for the amount of the 2019 form, which prints no unit beside it. */
const unexpected = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ code, path }) => !(code === "reading.unitAssumed" && path === "disclosure.governmentProcurement.procurementAmount"),
  );

describe.each(editionIds)("a report on the form of %s", (edition) => {
  it("comes back from HTML", { tags: "property" }, () => {
    fc.assert(
      fc.property(reports(edition), (report) => {
        const whole = withText(report);
        const { report: read, findings } = readHtml(renderHtml(whole));
        expect(unexpected(findings)).toEqual([]);
        expect(read).toEqual({ ...whole, informationProcessingFee: "120" });
      }),
      { numRuns: 25 },
    );
  });

  it("comes back from HTML with its findings marked", { tags: "property" }, () => {
    fc.assert(
      fc.property(reports(edition), (report) => {
        const wrong = structuredClone(report) as unknown as { requests: Record<string, Record<string, number>> };
        const granted = wrong.requests["granted"];
        if (granted !== undefined) granted["total"] = (granted["total"] ?? 0) + 1;
        const spoilt = told(wrong as unknown as Report);
        const { report: read } = readHtml(renderHtml(spoilt, { validation: validate(spoilt) }));
        expect(read).toEqual(spoilt);
      }),
      { numRuns: 10 },
    );
  });

  it("comes back from plain text", { tags: "property" }, () => {
    fc.assert(
      fc.property(reports(edition), fc.integer({ min: 80, max: 140 }), (report, width) => {
        const whole = withText(report);
        const { report: read, findings } = readText(renderText(whole, { width }));
        const { publishedOn: _notPrinted, ...printed } = whole;
        expect(unexpected(findings)).toEqual([]);
        expect(read).toEqual({ ...printed, informationProcessingFee: "120" });
      }),
      { numRuns: 25 },
    );
  });
});
