import { group, line, totalOf } from "./headings.js";
import type { Citation } from "./sources.js";
import { remedyKinds, remedyResults, remedyTotals } from "./terms.js";
import type { TableForm } from "./types.js";

/** Table 四: one row of fifteen figures, the same in both editions. */
export function remediesTable(source: Citation) {
  return {
    id: "remedies",
    number: "四",
    english: "administrative reconsideration and litigation",
    widths: [649, 649, 649, 649, 649, 649, 649, 650, 650, 650, 650, 650, 650, 650, 650],
    panels: [
      {
        banner: null,
        stub: null,
        direction: "across",
        records: [
          line("", remedyKinds.reconsideration, "figure"),
          group("", remedyKinds.litigation, [
            line("", remedyKinds.directLitigation, "figure"),
            line("", remedyKinds.litigationAfterReconsideration, "figure"),
          ]),
        ],
        fields: [
          line("", remedyResults.upheld, "part"),
          line("", remedyResults.corrected, "part"),
          line("", remedyResults.otherResult, "part"),
          line("", remedyResults.pending, "part"),
          line("", remedyTotals.total, "total"),
        ],
      },
    ],
    balances: [totalOf("remedies", source)],
  } as const satisfies TableForm;
}
