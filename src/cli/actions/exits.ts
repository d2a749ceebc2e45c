import type { ReportCheck } from "../../check/checkReport.js";
import { formOf } from "../../form/form.js";
import { own } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";
import { EXIT, type Exit } from "../io.js";

/** The exit status of a report that was read: one with a table missing counts as failed. */
export const exitOfDraft = (draft: Draft): Exit =>
  formOf(draft).tables.some(({ definition }) => own(draft, definition.id) === undefined) ? EXIT.failed : EXIT.ok;

/** The exit status of a report that was checked; with `strict`, a rule that is undetermined counts as broken. */
export function exitOfCheck(draft: Draft, status: ReportCheck["status"] | "unreadable", strict: boolean): Exit {
  const read = exitOfDraft(draft);
  if (read !== EXIT.ok) return read;
  return status === "unbalanced" || (strict && status === "undetermined") ? EXIT.broken : EXIT.ok;
}
