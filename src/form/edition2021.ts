import { group, itemPanel, line, measure } from "./headings.js";
import { remediesTable } from "./remedies.js";
import { requestsTable } from "./requests.js";
import { disclosureMeasures as m, requestOutcomes as o, disclosureSubjects as s } from "./terms.js";
import { REPORT_TITLE } from "./titles.js";
import type { Edition } from "./types.js";

const source = { source: "format2021" } as const;

/** The form of 国办公开办函〔2021〕30号, for report years 2021 and later. */
export const edition2021 = {
  id: "2021",
  source: source.source,
  years: { from: 2021, to: null },
  title: REPORT_TITLE,
  sections: ["overview", "disclosure", "requests", "remedies", "problems", "other"],
  tables: [
    {
      id: "disclosure",
      number: "二",
      english: "proactive disclosure",
      widths: [2435, 2435, 2435, 2435],
      panels: [
        itemPanel(
          1,
          [line("", s.administrativeRules, "figure"), line("", s.normativeDocuments, "figure")],
          [measure(m.issued, "count"), measure(m.repealed, "count"), measure(m.inForce, "count")],
        ),
        itemPanel(5, [line("", s.administrativeLicensing, "figure")], [measure(m.decisions, "count")]),
        itemPanel(
          6,
          [line("", s.administrativePenalty, "figure"), line("", s.administrativeCompulsion, "figure")],
          [measure(m.decisions, "count")],
        ),
        itemPanel(8, [line("", s.administrativeFees, "figure")], [measure(m.feesCollected, "amount")]),
      ],
      balances: [],
    },
    requestsTable(
      source,
      group("（六）", o.otherHandling, [
        line("1.", o.requestNotClarifiedInTime, "outcome"),
        line("2.", o.feeNotPaidInTime, "outcome"),
        line("3.", o.otherReasons, "outcome"),
      ]),
    ),
    remediesTable(source),
  ],
  links: ["carryOver", "inForce", "openRemedies"],
} as const satisfies Edition;
