import { cellLabel, formOf } from "../../form/form.js";
import { figureIn, figuresOf } from "../../report/figures.js";
import { toJson } from "../../report/json.js";
import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action } from "../batch/process.js";
import type { ReportRecord } from "../batch/records.js";
import { EXIT } from "../io.js";
import { isUnreadable } from "../load.js";
import { nameOf, readingText, unreadableText, whyUnread } from "../print.js";
import { exitOfDraft } from "./exits.js";
import type { Found } from "./validate.js";

/** Prints what a report states. */
export const readAction: Action = {
  make: (record, job) => {
    const { loaded } = record;
    const { language } = job;
    const reason = whyUnread(loaded, language);
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null) {
      const err = unreadableText(nameOf(record, language), reason ?? "", language);
      return { err, tally: [REPORT, UNREADABLE], exit: EXIT.failed };
    }
    const found = { ...loaded, draft: loaded.draft };
    const tally = [...figuresOf(found.draft)].map((figure) => (Number.isNaN(figure) ? "blank" : "figure"));
    const out =
      job.options["to"] === "cells"
        ? cellLines(record, found)
            .map((line) => `${JSON.stringify(line)}\n`)
            .join("")
        : job.many
          ? `${toJson(loaded.draft)}\n`
          : toJson(loaded.draft, { indent: 2 });
    return {
      out,
      err: readingText(nameOf(record, language), loaded, language),
      tally: [REPORT, ...tally],
      exit: exitOfDraft(found.draft),
    };
  },
};

/** The figures of a report in official order, with what was written and where. */
function cellLines({ file, line: lineOfFile }: ReportRecord, { draft, log, places }: Found) {
  const raws = new Map((log ?? []).map(({ address, raw }) => [address, raw]));
  return formOf(draft).cells.map((cell) => {
    const place = places[cell.address] ?? null;
    return {
      file,
      ...cell.coordinate,
      address: cell.address,
      label: cellLabel(cell, "zh"),
      value: figureIn(draft, cell.address),
      raw: raws.get(cell.address) ?? null,
      line: place?.line ?? lineOfFile,
      place,
    };
  });
}
