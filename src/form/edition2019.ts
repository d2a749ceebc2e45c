import { itemPanel, line, measure } from "./headings.js";
import { remediesTable } from "./remedies.js";
import { requestsTable } from "./requests.js";
import { disclosureMeasures as m, requestOutcomes as o, disclosureSubjects as s } from "./terms.js";
import { REPORT_TITLE } from "./titles.js";
import type { Edition } from "./types.js";

const source = { source: "format2019" } as const;

/** The form prints 规范性文件 where the later edition says 行政规范性文件. */
const normativeDocuments = { ...s.normativeDocuments, label: "规范性文件" } as const;
const decisions = { ...m.decisions, label: "处理决定数量" } as const;

const yearOverYear = [measure(m.previousItems, "count"), measure(m.change, "change"), measure(decisions, "count")] as const;

/**
 * The form of 国办公开办函〔2019〕60号 (for trial use), for report years 2019 and 2020.
 * The column widths of table 二, and how its two-figure panels share them, follow the later edition: no empty form of
 * 2019 was at hand to measure.
 */
export const edition2019 = {
  id: "2019",
  source: source.source,
  years: { from: 2019, to: 2020 },
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
          [line("", s.administrativeRules, "figure"), line("", normativeDocuments, "figure")],
          [measure(m.newlyMade, "count"), measure(m.newlyDisclosed, "count"), measure(m.totalDisclosed, "count")],
        ),
        itemPanel(
          5,
          [line("", s.administrativeLicensing, "figure"), line("", s.otherAdministrativeServices, "figure")],
          yearOverYear,
        ),
        itemPanel(6, [line("", s.administrativePenalty, "figure"), line("", s.administrativeCompulsion, "figure")], yearOverYear),
        itemPanel(
          8,
          [line("", s.administrativeFees, "figure")],
          [measure(m.previousItems, "count"), measure(m.change, "change")],
        ),
        itemPanel(
          9,
          [line("", s.governmentProcurement, "figure")],
          [measure(m.procurementItems, "count"), measure(m.procurementAmount, "amount")],
        ),
      ],
      balances: [],
    },
    requestsTable(source, line("（六）", o.otherHandling, "outcome")),
    remediesTable(source),
  ],
  links: ["carryOver", "totalDisclosed", "itemsForward", "openRemedies"],
} as const satisfies Edition;
