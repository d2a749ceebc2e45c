import { renderHtml } from "../../formats/html/write.js";
import { validate as check, type Validation } from "../../rules/validate.js";
import { EXIT, type Exit, worst } from "../io.js";
import { expand, isUnreadable, load } from "../load.js";
import { say, validationText } from "../print.js";
import { languageOption, textOption, usageError } from "../usage.js";
import { type Command, shared } from "./command.js";
import { report } from "./read.js";

/** `validate`: which rules a report obeys. */
export const validate: Command = {
  spec: {
    name: "validate",
    operands: "FILE…",
    summary: "Checks reports against the balancing rules. Ends with 1 if a report breaks one.",
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      format: {
        value: "FORMAT",
        choices: ["text", "json", "html"],
        help: "text, one JSON object a line, or the marked form (text)",
      },
      lang: shared.lang,
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const format = textOption(given, "format") ?? "text";
    const files = await expand(io, given.operands);
    if (format === "html" && files.length > 1) throw usageError("--format html takes one file");
    const printed: string[] = [];
    const statuses: Exit[] = [];
    const count = { balanced: 0, unbalanced: 0, undetermined: 0, unreadable: 0 };
    for (const file of files) {
      const loaded = await load(io, file, language);
      report(io, loaded, language);
      const draft = isUnreadable(loaded) ? null : loaded.draft;
      if (isUnreadable(loaded) || draft === null) {
        count.unreadable += 1;
        statuses.push(EXIT.failed);
        continue;
      }
      const validation = check(draft, { language, places: loaded.places });
      count[validation.status] += 1;
      statuses.push(validation.status === "unbalanced" ? EXIT.broken : EXIT.ok);
      printed.push(print(file, validation));
    }
    if (format === "text" && files.length > 1)
      printed.push(`${say("summary.validate", { files: files.length, ...count }, language)}\n`);
    const output = textOption(given, "output");
    if (output === undefined) for (const text of printed) io.out(text);
    else await io.writeFile(output, printed.join(""));
    return worst(statuses);

    function print(file: string, validation: Validation): string {
      if (format === "json") return `${JSON.stringify({ file, ...validation })}\n`;
      return `${validationText(file, validation, language)}\n`;
    }
  },
};

export { renderHtml };
