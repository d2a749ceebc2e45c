import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, Report } from "../../src/index.js";
import { checkNarrative } from "../../src/narrative.js";
import { anyReport } from "../support/arbitraries.js";
import { numeral } from "./numerals.js";

type Spell = (n: number) => string;

const spellings: readonly Spell[] = [
  String,
  (n) => n.toLocaleString("en-US"),
  (n) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(""),
  (n) => (n < 100_000_000 && (n < 1000 || n % 1000 !== 0) ? numeral(n) : String(n)),
];

function total(requests: Report["requests"], ...rows: readonly string[]): number {
  const byRow = new Map(Object.entries(requests));
  return rows.reduce((sum, row) => sum + (byRow.get(row)?.total ?? 0), 0);
}

const REFUSED = [
  "stateSecret",
  "prohibitedByLaw",
  "securityAndStability",
  "thirdPartyRights",
  "internalAffairs",
  "deliberativeProcess",
  "enforcementCaseFile",
  "specialAccessProcedure",
];

/** Sentences with one meaning each, from a report's own figures. */
function clear({ requests, remedies }: Report, n: Spell): readonly string[] {
  const { reconsideration, directLitigation } = remedies;
  return [
    `本年新收政府信息公开申请${n(requests.received.total)}件。`,
    `上年结转政府信息公开申请${n(requests.broughtForward.total)}件。`,
    `予以公开${n(requests.granted.total)}件。`,
    `部分公开${n(requests.partiallyGranted.total)}件。`,
    `不予公开${n(total(requests, ...REFUSED))}件。`,
    `无法提供${n(total(requests, "notHeld", "requiresCreation", "stillUnclear"))}件。`,
    `属于行政执法案卷${n(requests.enforcementCaseFile.total)}件。`,
    `结转下年度继续办理${n(requests.carriedForward.total)}件。`,
    `其中${n(requests.carriedForward.total)}件申请结转下年度办理。`,
    `因政府信息公开被申请行政复议${n(reconsideration.total)}件。`,
    `行政复议结果纠正${n(reconsideration.corrected)}件。`,
    `未经复议直接起诉${n(directLitigation.total)}件。`,
  ];
}

/** Sentences with several meanings, lists and frames. */
function loose({ requests, remedies }: Report, n: Spell): readonly string[] {
  const { received, broughtForward, granted, partiallyGranted, concluded } = requests;
  const { reconsideration: r, directLitigation: d, litigationAfterReconsideration: a } = remedies;
  const organizations = received.total - received.naturalPerson;
  return [
    `本机关共收到政府信息公开申请${n(received.total)}件，其中自然人${n(received.naturalPerson)}件、法人或其他组织${n(organizations)}件。`,
    `共收到申请${n(received.total + broughtForward.total)}件（含上年结转${n(broughtForward.total)}件），办结${n(concluded.total)}件。`,
    `予以公开、部分公开分别为${n(granted.total)}件、${n(partiallyGranted.total)}件。`,
    `行政复议${n(r.total)}件，其中结果维持${n(r.upheld)}件，结果纠正${n(r.corrected)}件，尚未审结${n(r.pending)}件。`,
    `行政诉讼${n(d.total + a.total)}件，其中直接起诉${n(d.total)}件，复议后起诉${n(a.total)}件。`,
    `其中${n(granted.total)}件予以公开、${n(partiallyGranted.total)}件部分公开。`,
  ];
}

const saying = (report: Report, overview: string): Draft => ({ ...report, narrative: { overview } });

const cases = fc.record({ report: anyReport, spell: fc.constantFrom(...spellings) });

describe("claims about a report's own figures", () => {
  it("never disagree, however the numbers are written", { tags: "property" }, () => {
    fc.assert(
      fc.property(cases, ({ report, spell }) => {
        const texts = [...clear(report, spell), ...loose(report, spell)];
        const { claims, findings, unchecked } = checkNarrative(saying(report, texts.join("\n")));
        expect(findings).toEqual([]);
        expect(unchecked).toEqual([]);
        expect(claims.length).toBe(29);
      }),
      { numRuns: 60 },
    );
  });

  it("disagree exactly once where one number of a clear sentence is changed", { tags: "property" }, () => {
    fc.assert(
      fc.property(cases, fc.nat(11), fc.integer({ min: 1, max: 900 }), ({ report, spell }, which, more) => {
        const right = clear(report, spell);
        const wrong = clear(report, (n) => spell(n + more));
        const { findings, claims } = checkNarrative(saying(report, right.with(which, wrong[which] ?? "").join("")));
        expect(findings).toHaveLength(1);
        expect(findings[0]?.severity).toBe("warning");
        expect(claims.filter(({ verdict }) => verdict === "agrees")).toHaveLength(right.length - 1);
      }),
      { numRuns: 80 },
    );
  });

  it("quote the text where it stands, spaces and all", { tags: "property" }, () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("", " ", "　"), ({ report, spell }, space) => {
        const text = clear(report, spell).join("").replaceAll("件", `${space}件`);
        for (const { quote, offset, length, number } of checkNarrative(saying(report, text)).claims) {
          expect(text.slice(offset, offset + length)).toBe(quote);
          expect(text.slice(number.offset, number.offset + number.length)).toBe(number.text);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("never throw and stay in the text, whatever the text", { tags: "property" }, () => {
    const word = fc.constantFrom(
      ..."收到 申请 件 3 二十 , 。 （ ） 、 分别 其中 予以公开 行政复议 维持 未 无 2022年 结转 《 元 信息处理费 \n 均 共 约 余".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(anyReport, fc.array(word, { maxLength: 60 }), (report, words) => {
        const text = words.join("");
        for (const { quote, offset, length } of checkNarrative(saying(report, text)).claims) {
          expect(text.slice(offset, offset + length)).toBe(quote);
        }
      }),
      { numRuns: 300 },
    );
  });
});
