import { summaryRow, unreadableRow } from "../../batch/summaryRow.js";
import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action } from "../batch/process.js";
import { EXIT } from "../io.js";
import { isUnreadable } from "../load.js";
import { whyUnread } from "../print.js";
import { exitOfCheck } from "./exits.js";

/** A report as one line of JSON; the command decides how to print it. */
export const summaryAction: Action = {
  make: ({ file, line, loaded }, { language }) => {
    const reason = whyUnread(loaded, language);
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null) {
      return {
        out: `${JSON.stringify(unreadableRow(file, reason ?? "", line))}\n`,
        tally: [REPORT, UNREADABLE],
        exit: EXIT.failed,
      };
    }
    const row = summaryRow(loaded.draft, { file, line, language });
    return {
      out: `${JSON.stringify(row)}\n`,
      tally: [REPORT, row.status],
      exit: exitOfCheck(loaded.draft, row.status, false),
    };
  },
};
