import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action } from "../batch/process.js";
import { EXIT } from "../io.js";
import { isUnreadable } from "../load.js";
import { nameOf, readingText, unreadableText, whyUnread } from "../print.js";

/** Passes a report on to the consolidation. */
export const consolidateAction: Action = {
  make: (record, { language }) => {
    const { loaded } = record;
    const reason = whyUnread(loaded, language);
    const name = nameOf(record, language);
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null) {
      return { err: unreadableText(name, reason ?? "", language), tally: [REPORT, UNREADABLE], exit: EXIT.failed };
    }
    return { draft: loaded.draft, err: readingText(name, loaded, language), tally: [REPORT], exit: EXIT.ok };
  },
};
