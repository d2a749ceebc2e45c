import { claim } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { dayOf } from "../_internal/isoDates.js";
import { errorFrom, neededOptions } from "../findings/error.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import { describeForm, type EditionId, editionForYear } from "../form/form.js";
import { fillTable } from "../report/builder.js";
import type { Draft } from "../report/types.js";
import { CASES, caseEntry, type Entry, type Kind, REQUESTS, requestEntry } from "./entries.js";
import { registerMessages } from "./messages.js";
import { comparePublished } from "./published.js";
import { type Source, takeEntries } from "./source.js";
import type { EntriesOf, EntryCounts, RequestEntry, Tally, TallyOptions } from "./types.js";
import { Book, type Period } from "./yearAccount.js";

/**
 * Compiles tables 三 and 四 of a year from a register of requests and cases, complete and balanced. A request received in the
 * year is 本年新收; one received before and not closed before is 上年结转; one closed in the year counts under its outcome; one not
 * closed by 31 December is 结转下年度继续办理. A case counts if it was filed by 31 December and not closed before 1 January: under its
 * result if it was closed in the year, else as 尚未审结. Several lines of one number and one day of receipt are one request:
 * answered in parts (部分公开 once), made jointly, or a duplicate, with a finding. An outcome of another edition counts in the
 * corresponding group of this edition. An entry that cannot be counted is left out, with a finding. With `published`,
 * differences from what last year's report carried forward or had pending are findings too. Pass the whole result of a reader,
 * and findings name rows and columns of the file.
 *
 * @throws `DisclosureReportError` `register.year` for a year that no edition of the form was issued for.
 *
 * @example
 * ```ts
 * const result = tallyRegister(
 *   [
 *     { number: "2022-7", applicant: "naturalPerson", received: "2022-12-20", closed: "2023-01-10", outcome: "granted" },
 *     { number: "2023-1", applicant: "commercialEnterprise", received: "2023-03-01", closed: null },
 *   ],
 *   { year: 2023 },
 * );
 * result.tables.requests.broughtForward.total; //=> 1
 * result.tables.requests.carriedForward.commercialEnterprise; //=> 1
 * recordsCountedIn(result, "requests.granted.naturalPerson"); //=> ["2022-7"]
 * ```
 */
export function tallyRegister<E extends EditionId = EditionId>(
  requests: EntriesOf<RequestEntry>,
  options: TallyOptions<E>,
): Tally<E> {
  const { year, language = "zh", cases, published, edition: named } = neededOptions(options, "year");
  const period = periodOf(year);
  const edition = named ?? editionForYear(year);
  if (period === null || edition === null) {
    const params = { year: describe(year) };
    throw errorFrom("register.year", [finding(registerMessages, "register.year", params, language, { path: "year" })]);
  }
  const from = { requests: takeEntries(requests), cases: takeEntries(cases ?? []) };
  const three = entered(REQUESTS, from.requests.entries.map(requestEntry), from.requests.source, period, edition, language);
  const four = entered(CASES, from.cases.entries.map(caseEntry), from.cases.source, period, edition, language);
  const tables = { requests: three.table, remedies: four.table };
  // The tables come out of the form of the edition, whose types they therefore have; no type can follow that.
  const draft = claim<Draft<E>>({ edition, year, ...tables });
  const openCases = cases === undefined ? null : four.before;
  const carryOver = published === undefined ? [] : comparePublished(published, { edition, year, draft, openCases, language });
  return claim<Tally<E>>({
    edition,
    year,
    tables,
    draft,
    requests: three.counts,
    cases: four.counts,
    findings: [
      ...from.requests.source.findings,
      ...from.cases.source.findings,
      ...three.findings,
      ...four.findings,
      ...carryOver,
    ],
    recordNumbers: { ...three.recordNumbers, ...four.recordNumbers },
  });
}

function periodOf(year: number): Period | null {
  const first = dayOf(`${year}-01-01`);
  const last = dayOf(`${year}-12-31`);
  return first === null || last === null ? null : { year, first, last };
}

interface Entered {
  readonly table: object;
  readonly counts: EntryCounts;
  readonly findings: readonly Finding[];
  readonly recordNumbers: Tally["recordNumbers"];
  readonly before: ReadonlyMap<string, number>;
}

function entered(
  kind: Kind,
  entries: readonly Entry[],
  source: Source,
  period: Period,
  edition: EditionId,
  language: Language,
): Entered {
  const table = describeForm(edition).tables.find(({ definition }) => definition.id === kind.table);
  if (table === undefined) throw new RangeError(`edition ${edition} has no table ${kind.table}`);
  const book = new Book({ kind, table, period, edition, language, source });
  const counts = book.enter(entries);
  return {
    table: fillTable(table, book.figures(), true, language),
    counts,
    findings: book.findings(),
    recordNumbers: book.recordNumbers(),
    before: book.before(),
  };
}
