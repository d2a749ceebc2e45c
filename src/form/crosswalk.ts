import type { Sentence } from "../findings/finding.js";
import { disclosureMeasures as m, requestOutcomes as o } from "./terms.js";

/** A row or column of an edition that corresponds to several of another edition. */
export interface Split {
  readonly from: string;
  readonly to: readonly string[];
  readonly reason: Sentence;
}

/** A row or column that looks like one of another edition but counts something else. */
export interface Unlike {
  readonly from: string;
  readonly to: string;
  readonly reason: Sentence;
}

/** Differences between two successive editions that the addresses do not show. */
export interface EditionChange {
  readonly from: string;
  readonly to: string;
  readonly splits: readonly Split[];
  readonly unlike: readonly Unlike[];
}

/**
 * Differences between successive editions. Figures with the same address and unit in both are the same figure; only what the
 * addresses do not show is listed here.
 */
export const editionChanges: readonly EditionChange[] = [
  {
    from: "2019",
    to: "2021",
    splits: [
      {
        from: o.otherHandling.id,
        to: [o.requestNotClarifiedInTime.id, o.feeNotPaidInTime.id, o.otherReasons.id],
        reason: {
          zh: "2019版只有一行，2021版分为三行；由三行可得一行，由一行不能得三行",
          en: "one row in 2019, three in 2021: the three add up to the one, the one does not give the three",
        },
      },
    ],
    unlike: [
      {
        from: m.newlyMade.id,
        to: m.issued.id,
        reason: {
          zh: "2019版统计制作的信息，2021版统计制发的文件，口径不同，不作对应",
          en: "2019 counts information made, 2021 documents issued: not the same count",
        },
      },
      {
        from: m.totalDisclosed.id,
        to: m.inForce.id,
        reason: {
          zh: "2019版统计对外公开的总数，2021版只统计现行有效的，口径不同，不作对应",
          en: "2019 counts all that is disclosed, 2021 only what is in force: not the same count",
        },
      },
    ],
  },
];
