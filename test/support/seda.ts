import { type Report, reportBuilder } from "../../src/index.js";

/** The figures of Seda County for 2023, from its published report. */
export const seda2023: Report<"2021"> = reportBuilder("2021", { agency: { name: "色达县" }, year: 2023 })
  .disclosure(
    {
      normativeDocuments: { issued: 1, repealed: 0, inForce: 4 },
      administrativeLicensing: { decisions: 1110 },
      administrativePenalty: { decisions: 75 },
      administrativeFees: { feesCollected: "38.09533" },
    },
    { omitted: 0 },
  )
  .requests({ received: { naturalPerson: 4 }, granted: { naturalPerson: 4 } }, { omitted: 0 })
  .remedies({}, { omitted: 0 })
  .build();
