/**
 * A report to try at once, with one figure mistyped, two left blank and a sentence that does not agree; and the one of the year before.
 */
import { type Draft, reportBuilder, withFigures } from "disclosure-report";

const NAME = "某市人民政府";

/** The applicants of a row in the order of the form; what is left out is 0. */
function row(
  naturalPerson: number,
  commercialEnterprise = 0,
  publicInterestOrganization = 0,
  legalServiceInstitution = 0,
  otherOrganization = 0,
) {
  return { naturalPerson, commercialEnterprise, publicInterestOrganization, legalServiceInstitution, otherOrganization };
}

export function sampleReports(): { readonly current: Draft; readonly previous: Draft } {
  const current = reportBuilder("2021", { agency: { name: NAME, kind: "government", level: "prefectural" }, year: 2024 })
    .disclosure(
      {
        administrativeRules: { issued: 2, repealed: 1, inForce: 12 },
        normativeDocuments: { issued: 50, repealed: 227, inForce: 420 },
        administrativeLicensing: { decisions: 1_573_179 },
        administrativePenalty: { decisions: 2_676_474 },
        administrativeCompulsion: { decisions: 29_351 },
        administrativeFees: { feesCollected: "72701.2578" },
      },
      { omitted: 0 },
    )
    .requests(
      {
        received: row(3440, 75, 1, 6, 3),
        broughtForward: row(118, 3),
        granted: row(1408, 21, 0, 2),
        partiallyGranted: row(462, 9),
        stateSecret: row(2),
        prohibitedByLaw: row(1),
        securityAndStability: row(4),
        thirdPartyRights: row(16, 1),
        internalAffairs: row(21),
        deliberativeProcess: row(10, 1),
        enforcementCaseFile: row(21, 2),
        specialAccessProcedure: row(13),
        notHeld: row(859, 33, 0, 3, 2),
        requiresCreation: row(35, 1),
        stillUnclear: row(8),
        petitionOrComplaint: row(86, 1),
        repeatedRequest: row(26, 1),
        excessiveRequests: row(3),
        requestNotClarifiedInTime: row(75, 1, 1),
        feeNotPaidInTime: row(38),
        otherReasons: row(352, 2),
      },
      { omitted: 0 },
    )
    .remedies(
      {
        reconsideration: { upheld: 88, corrected: 18, otherResult: 28, pending: 36 },
        directLitigation: { upheld: 7, otherResult: 11, pending: 7 },
        litigationAfterReconsideration: { upheld: 33, otherResult: 6, pending: 13 },
      },
      { omitted: 0 },
    )
    .build();
  const previous = reportBuilder("2021", { agency: { name: NAME, kind: "government", level: "prefectural" }, year: 2023 })
    .disclosure(
      {
        administrativeRules: { issued: 1, repealed: 0, inForce: 11 },
        normativeDocuments: { issued: 61, repealed: 18, inForce: 597 },
        administrativeLicensing: { decisions: 1_498_220 },
        administrativePenalty: { decisions: 2_514_902 },
        administrativeCompulsion: { decisions: 30_044 },
        administrativeFees: { feesCollected: "70988.41" },
      },
      { omitted: 0 },
    )
    .requests(
      {
        received: row(3402, 99, 4, 5, 1),
        broughtForward: row(91, 3, 0, 2),
        granted: row(1175, 12, 3, 1),
        partiallyGranted: row(319, 7, 0, 2),
        prohibitedByLaw: row(27),
        securityAndStability: row(6),
        thirdPartyRights: row(38),
        internalAffairs: row(20),
        deliberativeProcess: row(9),
        enforcementCaseFile: row(21),
        specialAccessProcedure: row(20, 1),
        notHeld: row(968, 74, 1, 3, 1),
        requiresCreation: row(26, 2),
        stillUnclear: row(3),
        petitionOrComplaint: row(305),
        repeatedRequest: row(38),
        excessiveRequests: row(58),
        confirmationOrReissue: row(4),
        requestNotClarifiedInTime: row(40),
        feeNotPaidInTime: row(10),
        otherReasons: row(288, 3, 0, 1),
      },
      { omitted: 0 },
    )
    .remedies(
      {
        reconsideration: { upheld: 80, corrected: 14, otherResult: 22, pending: 30 },
        directLitigation: { upheld: 9, pending: 5 },
      },
      { omitted: 0 },
    )
    .build();
  const narrative = {
    overview: {
      proactiveDisclosure: "2024年，全市公开规章2件、行政规范性文件50件。",
      disclosureOnRequest:
        "本机关收到政府信息公开申请3525件，上年结转121件。予以公开1413件；部分公开471件；结转下年度125件。全市备案行政复议案件134件。",
      informationManagement: "公文制作时同步确定公开属性，发布前逐件审查。",
      platform: "门户网站公开专栏每周检查一次。",
      supervision: "对各县（市、区）和市级部门开展工作考核，公开结果接受社会评议，年内没有责任追究情形。",
    },
    problems: "公开内容的质量仍需提高，将加强培训和检查。",
    other: "全年没有收取信息处理费。",
  };
  const wrong = withFigures(
    { ...current, narrative },
    {
      "requests.received.total": 3521,
      "requests.publishedMaterial.researchInstitution": null,
      "requests.publishedMaterial.legalServiceInstitution": null,
    },
  );
  return { current: wrong, previous };
}
