import { group, line, totalOf } from "./headings.js";
import type { Citation } from "./sources.js";
import { applicantHeadings, requestFlow as flow, requestOutcomes as o, applicantCategories as who } from "./terms.js";
import type { Heading, TableForm } from "./types.js";

/** 申请人情况: the seven columns. */
const applicantColumns = [
  group("", applicantHeadings.applicants, [
    line("", who.naturalPerson, "part"),
    group("", applicantHeadings.organizations, [
      line("", who.commercialEnterprise, "part"),
      line("", who.researchInstitution, "part"),
      line("", who.publicInterestOrganization, "part"),
      line("", who.legalServiceInstitution, "part"),
      line("", who.otherOrganization, "part"),
    ]),
    line("", applicantHeadings.total, "total"),
  ]),
] as const;

/** Table 三. The editions differ in one place only: what is counted as 其他处理. */
export function requestsTable<const H extends Heading>(source: Citation, otherHandling: H) {
  return {
    id: "requests",
    number: "三",
    english: "requests received and handled",
    widths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
    panels: [
      {
        banner: null,
        stub: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        direction: "down",
        fields: applicantColumns,
        records: [
          line("一、", flow.received, "inflow"),
          line("二、", flow.broughtForward, "inflow"),
          group("三、", flow.results, [
            line("（一）", o.granted, "outcome"),
            line("（二）", o.partiallyGranted, "outcome", "（区分处理的，只计这一情形，不计其他情形）"),
            group("（三）", o.refused, [
              line("1.", o.stateSecret, "outcome"),
              line("2.", o.prohibitedByLaw, "outcome"),
              line("3.", o.securityAndStability, "outcome"),
              line("4.", o.thirdPartyRights, "outcome"),
              line("5.", o.internalAffairs, "outcome"),
              line("6.", o.deliberativeProcess, "outcome"),
              line("7.", o.enforcementCaseFile, "outcome"),
              line("8.", o.specialAccessProcedure, "outcome"),
            ]),
            group("（四）", o.unableToProvide, [
              line("1.", o.notHeld, "outcome"),
              line("2.", o.requiresCreation, "outcome"),
              line("3.", o.stillUnclear, "outcome"),
            ]),
            group("（五）", o.processingDeclined, [
              line("1.", o.petitionOrComplaint, "outcome"),
              line("2.", o.repeatedRequest, "outcome"),
              line("3.", o.publishedMaterial, "outcome"),
              line("4.", o.excessiveRequests, "outcome"),
              line("5.", o.confirmationOrReissue, "outcome"),
            ]),
            otherHandling,
            line("（七）", flow.concluded, "concluded"),
          ]),
          line("四、", flow.carriedForward, "outflow"),
        ],
      },
    ],
    balances: [
      {
        family: "flow",
        over: "records",
        left: ["inflow"],
        right: ["concluded", "outflow"],
        derives: "outflow",
        basis: "stated",
        citation: [source],
      },
      {
        family: "outcomes",
        over: "records",
        left: ["outcome"],
        right: ["concluded"],
        derives: "concluded",
        basis: "definitional",
        citation: [source],
      },
      totalOf("applicants", source),
    ],
  } as const satisfies TableForm;
}
