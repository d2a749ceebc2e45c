import { type Draft, describeForm, figuresOf, figureValue, type Report, reportBuilder } from "../../src/index.js";
import { replaceFigures } from "../../src/report/replaceFigures.js";

const columns = ["naturalPerson", "commercialEnterprise", "legalServiceInstitution", "otherOrganization", "total"] as const;

/** What Shanghai's department printed in table 三 for 2019, in the columns that have figures; everything else is blank. */
const printed: Readonly<Record<string, readonly (number | null)[]>> = {
  received: [821, 35, 2, 1, 859],
  broughtForward: [18, null, null, null, 18],
  granted: [258, 12, 1, 1],
  partiallyGranted: [3],
  stateSecret: [14],
  internalAffairs: [5],
  deliberativeProcess: [3, 1],
  specialAccessProcedure: [10, 2],
  notHeld: [252, 12, 1],
  requiresCreation: [44, 3],
  stillUnclear: [25],
  petitionOrComplaint: [148, 1],
  repeatedRequest: [5, 4],
  concluded: [767, 35, 2, 1, 805],
  carriedForward: [72, null, null, null, 72],
};

function blankTable(id: string): Record<string, Record<string, number | null>> {
  const table = describeForm("2019").tables.find(({ definition }) => definition.id === id);
  return Object.fromEntries(
    (table?.records ?? []).map((record) => [record.id, Object.fromEntries(record.cells.map(({ field }) => [field, null]))]),
  );
}

/** A published report on the form of 2019 with blanks for zeros and blank 总计 cells: its tables 三 and 四 as printed. */
export const shanghai2019: Draft<"2019"> = (() => {
  const requests = blankTable("requests");
  for (const [record, values] of Object.entries(printed)) {
    values.forEach((value, i) => {
      requests[record] = { ...requests[record], [columns[i] ?? ""]: value };
    });
  }
  const remedies = blankTable("remedies");
  remedies["reconsideration"] = { ...remedies["reconsideration"], upheld: 5, pending: 2, total: 7 };
  remedies["directLitigation"] = { ...remedies["directLitigation"], upheld: 8, pending: 1, total: 9 };
  return { edition: "2019", year: 2019, agency: { name: "上海市某局" }, requests, remedies } as unknown as Draft<"2019">;
})();

/** Real-sized reports: what a city department, a county and a ministry might have received. */
export const city2021: Report<"2021"> = reportBuilder("2021", { agency: { name: "某市某局" }, year: 2023 })
  .disclosure({ administrativeFees: { feesCollected: "38.09533" } }, { omitted: 0 })
  .requests(
    {
      received: { naturalPerson: 821, commercialEnterprise: 35, legalServiceInstitution: 2, otherOrganization: 1 },
      broughtForward: { naturalPerson: 18 },
      granted: { naturalPerson: 258, commercialEnterprise: 12, legalServiceInstitution: 1, otherOrganization: 1 },
      partiallyGranted: { naturalPerson: 3 },
      stateSecret: { naturalPerson: 14 },
      internalAffairs: { naturalPerson: 5 },
      deliberativeProcess: { naturalPerson: 3, commercialEnterprise: 1 },
      specialAccessProcedure: { naturalPerson: 10, commercialEnterprise: 2 },
      notHeld: { naturalPerson: 252, commercialEnterprise: 12, legalServiceInstitution: 1 },
      requiresCreation: { naturalPerson: 44, commercialEnterprise: 3 },
      stillUnclear: { naturalPerson: 25 },
      petitionOrComplaint: { naturalPerson: 148, commercialEnterprise: 1 },
      repeatedRequest: { naturalPerson: 5, commercialEnterprise: 4 },
    },
    { omitted: 0 },
  )
  .remedies(
    { reconsideration: { upheld: 15, pending: 2 }, directLitigation: { upheld: 8, corrected: 3, pending: 1 } },
    { omitted: 0 },
  )
  .build();

export const county2021: Report<"2021"> = reportBuilder("2021", { agency: { name: "某县人民政府" }, year: 2022 })
  .disclosure({}, { omitted: 0 })
  .requests(
    {
      received: { naturalPerson: 26, commercialEnterprise: 3, otherOrganization: 1 },
      broughtForward: { naturalPerson: 2 },
      granted: { naturalPerson: 12, commercialEnterprise: 2 },
      partiallyGranted: { naturalPerson: 4 },
      thirdPartyRights: { naturalPerson: 1 },
      notHeld: { naturalPerson: 8, otherOrganization: 1 },
      otherReasons: { naturalPerson: 1 },
    },
    { omitted: 0 },
  )
  .remedies({ reconsideration: { upheld: 1, otherResult: 1 } }, { omitted: 0 })
  .build();

export const ministry2019: Report<"2019"> = reportBuilder("2019", { agency: { name: "某部" }, year: 2020 })
  .disclosure({}, { omitted: 0 })
  .requests(
    {
      received: {
        naturalPerson: 3041,
        commercialEnterprise: 462,
        researchInstitution: 17,
        publicInterestOrganization: 24,
        legalServiceInstitution: 138,
        otherOrganization: 51,
      },
      broughtForward: { naturalPerson: 207, commercialEnterprise: 31, legalServiceInstitution: 12, otherOrganization: 4 },
      granted: {
        naturalPerson: 1143,
        commercialEnterprise: 205,
        researchInstitution: 11,
        publicInterestOrganization: 9,
        legalServiceInstitution: 62,
        otherOrganization: 23,
      },
      partiallyGranted: { naturalPerson: 226, commercialEnterprise: 43, legalServiceInstitution: 15, otherOrganization: 2 },
      stateSecret: { naturalPerson: 8, commercialEnterprise: 1 },
      thirdPartyRights: { naturalPerson: 67, commercialEnterprise: 29 },
      internalAffairs: { naturalPerson: 92, commercialEnterprise: 6 },
      deliberativeProcess: { naturalPerson: 154, commercialEnterprise: 18, legalServiceInstitution: 7 },
      notHeld: {
        naturalPerson: 816,
        commercialEnterprise: 104,
        researchInstitution: 3,
        publicInterestOrganization: 12,
        legalServiceInstitution: 31,
        otherOrganization: 14,
      },
      requiresCreation: { naturalPerson: 73, commercialEnterprise: 11 },
      stillUnclear: { naturalPerson: 48, legalServiceInstitution: 5 },
      petitionOrComplaint: { naturalPerson: 321, commercialEnterprise: 9 },
      repeatedRequest: { naturalPerson: 59 },
      otherHandling: { naturalPerson: 112, commercialEnterprise: 20, otherOrganization: 6 },
    },
    { omitted: 0 },
  )
  .remedies(
    {
      reconsideration: { upheld: 46, corrected: 7, otherResult: 12, pending: 9 },
      directLitigation: { upheld: 18, corrected: 1, otherResult: 2, pending: 14 },
      litigationAfterReconsideration: { upheld: 11, otherResult: 1, pending: 6 },
    },
    { omitted: 0 },
  )
  .build();

/** Reports to break, small to large. */
export const bases: readonly Report[] = [county2021, city2021, ministry2019];

/** Changes figures of a report by address. */
export function changed<D extends Draft>(report: D, values: Readonly<Record<string, number | null>>): D {
  return replaceFigures(report, new Map(Object.entries(values)));
}

/** What a report states, by address. */
export function statedBy(draft: Draft): Readonly<Record<string, number | string | null>> {
  const figures = figuresOf(draft);
  return Object.fromEntries(
    describeForm(draft.edition).cells.map((cell) => [cell.address, figureValue(cell, figures[cell.index] ?? Number.NaN)]),
  );
}
