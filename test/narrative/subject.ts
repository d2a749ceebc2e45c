import { type Draft, reportBuilder } from "../../src/index.js";

/** The figures that the sentences of this folder are about. */
export const figures = reportBuilder("2021", { agency: { name: "某某县教育局" }, year: 2023, informationProcessingFee: "100" })
  .disclosure({ administrativeLicensing: { decisions: 1200 } }, { omitted: 0 })
  .requests(
    {
      received: { naturalPerson: 21, commercialEnterprise: 2, legalServiceInstitution: 1 },
      broughtForward: { naturalPerson: 2 },
      granted: { naturalPerson: 10, commercialEnterprise: 2 },
      partiallyGranted: { naturalPerson: 3 },
      stateSecret: { naturalPerson: 1 },
      internalAffairs: { naturalPerson: 2 },
      notHeld: { naturalPerson: 2, legalServiceInstitution: 1 },
      requiresCreation: { naturalPerson: 1 },
      petitionOrComplaint: { naturalPerson: 1 },
      repeatedRequest: { naturalPerson: 1 },
      otherReasons: { naturalPerson: 1 },
    },
    { omitted: 0 },
  )
  .remedies(
    {
      reconsideration: { upheld: 3, corrected: 1, pending: 1 },
      directLitigation: { upheld: 2 },
      litigationAfterReconsideration: { upheld: 1 },
    },
    { omitted: 0 },
  )
  .build();

/** The same with one text in section 一. */
export function saying(text: string): Draft {
  return { ...figures, narrative: { overview: text } };
}
