import type { Severity } from "../findings/finding.js";
import { requestFlow as flow, disclosureMeasures as m, remedyResults, remedyTotals } from "./terms.js";
import type { Basis, Role, Term } from "./types.js";

/** One term of a link: a row or column of last year's report or of this year's, added or taken away. */
export interface LinkTerm {
  readonly year: "previous" | "current";
  readonly term: Term;
  readonly sign: 1 | -1;
}

/**
 * What ties the reports of two successive years together. `along` says what the terms are: records, the link then holding for
 * every field; or fields, the link then holding for every record that has them.
 */
export interface YearLink {
  readonly family: string;
  /** Table that the figures stand in. */
  readonly table: string;
  readonly along: "records" | "fields";
  readonly left: readonly LinkTerm[];
  readonly relation: "equal" | "atMost";
  readonly right: readonly LinkTerm[];
  readonly basis: Basis;
  /** How much it matters, by the role of the column or row that it holds for. */
  readonly severity: Partial<Readonly<Record<Role, Severity>>>;
}

const previous = (term: Term): LinkTerm => ({ year: "previous", term, sign: 1 });
const current = (term: Term, sign: 1 | -1 = 1): LinkTerm => ({ year: "current", term, sign });

/** Everything that ties two successive years together, whatever their editions. */
export const yearLinks: readonly YearLink[] = [
  {
    family: "carryOver",
    table: "requests",
    along: "records",
    left: [previous(flow.carriedForward)],
    relation: "equal",
    right: [current(flow.broughtForward)],
    basis: "definitional",
    // An applicant may be put into another category, but no request may be lost.
    severity: { total: "error", part: "warning" },
  },
  {
    family: "inForce",
    table: "disclosure",
    along: "fields",
    left: [previous(m.inForce), current(m.issued), current(m.repealed, -1)],
    relation: "equal",
    right: [current(m.inForce)],
    basis: "heuristic",
    // Agencies are reorganised, and documents are amended.
    severity: { figure: "warning" },
  },
  {
    family: "openRemedies",
    table: "remedies",
    along: "fields",
    left: [previous(remedyResults.pending)],
    relation: "atMost",
    right: [current(remedyTotals.total)],
    basis: "heuristic",
    severity: { figure: "advice" },
  },
];
