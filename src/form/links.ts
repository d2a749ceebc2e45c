import { requestFlow as flow, disclosureMeasures as m, remedyResults, remedyTotals } from "./terms.js";
import type { LinkTerm, Term, YearLink } from "./types.js";

const previous = (term: Term): LinkTerm => ({ year: "previous", term, sign: 1 });
const current = (term: Term, sign: 1 | -1 = 1): LinkTerm => ({ year: "current", term, sign });

/** Links between the reports of two years, by family. An edition names those that apply to it. */
export const yearLinks = {
  /** 结转下年度继续办理 of a year is 上年结转 of the next. */
  carryOver: {
    family: "carryOver",
    table: "requests",
    along: "records",
    left: [previous(flow.carriedForward)],
    relation: "=",
    right: [current(flow.broughtForward)],
    basis: "definitional",
    // An applicant may be moved to another category, but no request may be lost.
    severity: { total: "error", part: "warning" },
  },

  /** 现行有效 of a year follows from that of the year before, what was made and what was repealed. */
  inForce: {
    family: "inForce",
    table: "disclosure",
    along: "fields",
    left: [previous(m.inForce), current(m.issued), current(m.repealed, -1)],
    relation: "=",
    right: [current(m.inForce)],
    basis: "heuristic",
    // Agencies are reorganised, and documents are amended.
    severity: { figure: "warning" },
  },

  /** 对外公开总数量 of a year follows from that of the year before and what was newly disclosed. */
  totalDisclosed: {
    family: "totalDisclosed",
    table: "disclosure",
    along: "fields",
    left: [previous(m.totalDisclosed), current(m.newlyDisclosed)],
    relation: "=",
    right: [current(m.totalDisclosed)],
    basis: "heuristic",
    // Documents are repealed and taken down; the form has no column for it.
    severity: { figure: "warning" },
  },

  /** 上一年项目数量 of a year is that of the year before with its 本年增/减. */
  itemsForward: {
    family: "itemsForward",
    table: "disclosure",
    along: "fields",
    left: [previous(m.previousItems), previous(m.change)],
    relation: "=",
    right: [current(m.previousItems)],
    basis: "heuristic",
    // Many agencies enter last year's decisions there.
    severity: { figure: "warning" },
  },

  /** Cases pending at the end of a year are concluded or pending in the next, so that year reports no fewer. */
  openRemedies: {
    family: "openRemedies",
    table: "remedies",
    along: "fields",
    left: [previous(remedyResults.pending)],
    relation: "<=",
    right: [current(remedyTotals.total)],
    basis: "heuristic",
    severity: { figure: "advice" },
  },
} as const satisfies Record<string, YearLink>;
