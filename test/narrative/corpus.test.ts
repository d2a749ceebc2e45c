import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/index.js";
import { checkNarrative } from "../../src/narrative.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";

const seda = corpus("seda-2023.txt");
const shanghai = corpus("shanghai-2019.html");

/** The text between two titles of a document. */
function between(text: string, from: string, to: string | null): string {
  const start = text.indexOf(from) + from.length;
  return text.slice(start, to === null ? undefined : text.indexOf(to, start));
}

function plainText(bytes: Uint8Array | null): string {
  return new TextDecoder()
    .decode(bytes ?? new Uint8Array())
    .replace(/<\/(?:p|div|tr)>/g, "\n")
    .replace(/<[^<>]*>/g, "")
    .replaceAll("&nbsp;", " ");
}

/** The figures of the office of Shanghai for 2019 as printed, blanks and all. */
const shanghai2019: Draft = {
  edition: "2019",
  year: 2019,
  agency: { name: "上海市人民政府办公厅" },
  requests: {
    received: { naturalPerson: 821, commercialEnterprise: 35, researchInstitution: 2, otherOrganization: 1, total: 859 },
    broughtForward: { naturalPerson: 18, total: 18 },
    granted: { naturalPerson: 258, commercialEnterprise: 12, total: null },
    concluded: { naturalPerson: 767, commercialEnterprise: 35, researchInstitution: 2, otherOrganization: 1, total: 805 },
    carriedForward: { naturalPerson: 72, total: 72 },
  },
  remedies: {
    reconsideration: { upheld: 5, pending: 2, total: 7 },
    directLitigation: { upheld: 8, pending: 1, total: 9 },
    litigationAfterReconsideration: { total: null },
  },
};

describe("published reports", () => {
  it.skipIf(seda === null)("finds no fault with Seda 2023", () => {
    const text = plainText(seda);
    const overview = between(text, "一、总体情况", "主动公开政府信息情况");
    const check = checkNarrative({ ...seda2023, narrative: { overview, other: between(text, "六、其他需要报告的事项", null) } });
    expect(check.findings).toEqual([]);
    const agreeing = check.claims.filter(({ verdict }) => verdict === "agrees");
    expect(agreeing.map(({ number }) => number.value)).toEqual([4, 0, 0]);
  });

  it.skipIf(shanghai === null)("finds no fault with Shanghai 2019", () => {
    const text = plainText(shanghai);
    const overview = between(text, "一、总体情况", "第二十条第（一）项");
    const check = checkNarrative({ ...shanghai2019, narrative: { overview } });
    expect(check.findings).toEqual([]);
    const agreeing = check.claims.filter(({ verdict }) => verdict === "agrees").map(({ number }) => number.value);
    expect(agreeing).toEqual(expect.arrayContaining([859, 805, 18, 72, 7, 9]));
  });
});
