import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action } from "../batch/process.js";
import { EXIT } from "../io.js";
import { isUnreadable } from "../load.js";
import { nameOf, readingText, unreadableText, whyUnread } from "../print.js";
import { write } from "../writers.js";
import { exitOfDraft } from "./exits.js";

/** Writes a report in another format. */
export const convertAction: Action = {
  make: async (record, job) => {
    const { loaded, file, line } = record;
    const { language } = job;
    const reason = whyUnread(loaded, language);
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null) {
      const err = unreadableText(nameOf(record, language), reason ?? "", language);
      return { err, tally: [REPORT, UNREADABLE], exit: EXIT.failed };
    }
    const data = await write(loaded.draft, String(job.options["to"]), language);
    return {
      file: { path: line === null ? file : `${file}/${line}`, data },
      err: readingText(nameOf(record, language), loaded, language),
      tally: [REPORT, "written"],
      exit: exitOfDraft(loaded.draft),
    };
  },
};
