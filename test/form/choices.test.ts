import { describe, expect, expectTypeOf, it } from "vitest";
import { aliasesOf } from "../../src/form/aliases.js";
import {
  agencyKinds,
  agencyLevels,
  applicantCategories,
  applicantsOf,
  describeForm,
  disclosureMeasures,
  editionIds,
  figureAt,
  inputFieldsOf,
  outcomesOf,
  overviewParts,
  type RequestOutcomeIn,
  remedyKindsOf,
  remedyResults,
  remedyResultsOf,
  reportBuilder,
  reportSections,
  requestFlow,
  requestOutcomes,
  type Term,
  termNamed,
  withFigure,
} from "../../src/index.js";

describe.each(editionIds)("choices of edition %s", (edition) => {
  const table = (id: string) => describeForm(edition).tables.find(({ definition }) => definition.id === id);

  it("offers every outcome that has a row, once, in printed order", () => {
    const flow = new Set<string>(Object.keys(requestFlow));
    const rows = table("requests")?.records.flatMap(({ id }) => (flow.has(id) ? [] : [id]));
    expect(outcomesOf(edition).map(({ id }) => id)).toEqual(rows);
  });

  it("names the group that holds some of them, never the one that holds all", () => {
    const groups = new Set(outcomesOf(edition).map(({ group }) => group));
    const others = edition === "2021" ? ["（六）其他处理"] : [];
    expect([...groups]).toEqual([null, "（三）不予公开", "（四）无法提供", "（五）不予处理", ...others]);
    expect(applicantsOf(edition).map(({ group }) => group)).toEqual([null, ...Array(5).fill("法人或其他组织")]);
  });

  it("offers what table 四 has blocks and columns for", () => {
    expect(remedyKindsOf(edition).map(({ id }) => id)).toEqual(table("remedies")?.records.map(({ id }) => id));
    expect(remedyResultsOf(edition).map(({ id }) => id)).toEqual(Object.keys(remedyResults));
  });

  it("tells of every figure what an input form needs", () => {
    const fields = inputFieldsOf(edition);
    expect(fields.map(({ address }) => address)).toEqual(describeForm(edition).cells.map(({ address }) => address));
    for (const { derived, columnHeadings, rowHeadings } of fields) {
      const total = columnHeadings.at(-1) === "总计" || /（七）总计|结转下年度继续办理/.test(rowHeadings.at(-1) ?? "");
      expect(derived).toBe(total);
    }
    for (const { address, unit, min, decimals } of fields) {
      const least = unit === "amount" ? String(min) : (min ?? -1);
      expect(figureAt(withFigure({ edition }, address, least), address)).toBe(least);
      expect(decimals).toBe(unit === "amount" ? 6 : 0);
      if (min !== null) expect(() => withFigure({ edition }, address, unit === "amount" ? "-1" : -1)).toThrow();
    }
  });
});

it("marks as derived exactly what a builder computes", () => {
  const report = reportBuilder("2021", { agency: { name: "某县" }, year: 2023 })
    .disclosure({}, { omitted: 0 })
    .requests({ received: { naturalPerson: 2 }, granted: { naturalPerson: 1 } }, { omitted: 0 })
    .remedies({ reconsideration: { upheld: 1 } }, { omitted: 0 })
    .build();
  const filled = inputFieldsOf("2021").filter(
    ({ address }) => figureAt(report, address) === 1 || figureAt(report, address) === 2,
  );
  expect(filled.filter(({ derived }) => !derived).map(({ address }) => address)).toEqual([
    "requests.received.naturalPerson",
    "requests.granted.naturalPerson",
    "remedies.reconsideration.upheld",
  ]);
});

it("types choices by edition", () => {
  expectTypeOf(outcomesOf("2019")[0]?.id).toEqualTypeOf<RequestOutcomeIn<"2019"> | undefined>();
  expectTypeOf<"feeNotPaidInTime">().toExtend<RequestOutcomeIn<"2021">>();
  expectTypeOf<"feeNotPaidInTime">().not.toExtend<RequestOutcomeIn<"2019">>();
});

describe("termNamed", () => {
  const lists: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
    applicantCategories,
    requestOutcomes,
    remedyResults,
    agencyKinds,
    agencyLevels,
    overviewParts,
    reportSections,
  };

  it.each(Object.entries(lists))("finds every label, alias and identifier of %s", (_, list) => {
    for (const term of Object.values(list)) {
      for (const text of [term.id, term.label, `（一） ${term.label}`, ...aliasesOf(term)]) {
        expect([text, termNamed(list, text)?.id]).toEqual([text, term.id]);
      }
    }
  });

  it.each(["", "没有这一项", "toString", "__proto__", "（一）", "自然", "1."])("finds nothing for %j", (text) => {
    expect(termNamed(applicantCategories, text)).toBeNull();
  });

  it.each(["（十一）", "(三)", "十二、", "三.", "1.", "12、", "9、"])(
    "takes the numbering %s for none of the label",
    (numbering) => {
      expect(termNamed(applicantCategories, `${numbering}自然人`)?.id).toBe("naturalPerson");
    },
  );

  it.each(["甲1.", "甲（一）", "一", "1", "123.", "（一二三四）", "（甲）", "（）", "一二三四、"])(
    "takes %s for a part of the label",
    (start) => {
      expect(termNamed(applicantCategories, `${start}自然人`)).toBeNull();
    },
  );

  it("is about spaces, widths and quotes no more than a reader is", () => {
    expect(termNamed(requestOutcomes, "3.危及\u3000「三安全一稳定」")?.id).toBe("securityAndStability");
    expect(termNamed(disclosureMeasures, "本年收费金额(单位：万元)")?.id).toBe("feesCollected");
  });

  it("leaves open what two entries are called", () => {
    const list = { a: { ...applicantCategories.naturalPerson, id: "a" }, b: { ...applicantCategories.naturalPerson, id: "b" } };
    expect(termNamed(list, "自然人")).toBeNull();
    expect(termNamed(list, "a")?.id).toBe("a");
  });
});
