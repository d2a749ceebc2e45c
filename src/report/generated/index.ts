// Generated from the form by `npm run generate`. Do not edit.

import type { Draft2019, Report2019, Tables2019, TablesInput2019 } from "./edition2019.js";
import type { Draft2021, Report2021, Tables2021, TablesInput2021 } from "./edition2021.js";

export type {
  Disclosure2019,
  DisclosureInput2019,
  Draft2019,
  Remedies2019,
  RemediesInput2019,
  Report2019,
  Requests2019,
  RequestsInput2019,
  Tables2019,
  TablesInput2019,
} from "./edition2019.js";
export type {
  Disclosure2021,
  DisclosureInput2021,
  Draft2021,
  Remedies2021,
  RemediesInput2021,
  Report2021,
  Requests2021,
  RequestsInput2021,
  Tables2021,
  TablesInput2021,
} from "./edition2021.js";

/** The tables of each edition. */
export interface TablesByEdition {
  readonly "2019": Tables2019;
  readonly "2021": Tables2021;
}

/** The report of each edition. */
export interface ReportByEdition {
  readonly "2019": Report2019;
  readonly "2021": Report2021;
}

/** The draft of each edition. */
export interface DraftByEdition {
  readonly "2019": Draft2019;
  readonly "2021": Draft2021;
}

/** What a builder takes for the tables of each edition. */
export interface TablesInputByEdition {
  readonly "2019": TablesInput2019;
  readonly "2021": TablesInput2021;
}
