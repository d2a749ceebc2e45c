import { renderCsv } from "../../formats/csv.js";
import { renderHtml } from "../../formats/html/write.js";
import { renderMarkdown } from "../../formats/markdown.js";
import { renderText } from "../../formats/text/write.js";
import { toJson } from "../../report/json.js";
import type { Draft } from "../../report/types.js";
import { EXIT, type Exit, worst } from "../io.js";
import { expand, isUnreadable, load } from "../load.js";
import { say } from "../print.js";
import { languageOption, textOption, usageError } from "../usage.js";
import { type Command, shared } from "./command.js";
import { report } from "./read.js";

/** What a report can be written as, by the ending of the file. */
export const writers = {
  json: async (draft) => toJson(draft, { indent: 2 }),
  html: async (draft) => renderHtml(draft),
  md: async (draft) => renderMarkdown(draft),
  txt: async (draft) => renderText(draft),
  csv: async (draft) => renderCsv(draft),
} as const satisfies Record<string, (draft: Draft) => Promise<string | Uint8Array>>;

/** Writes a report in one of the formats. */
export function write(draft: Draft, target: string): Promise<string | Uint8Array> {
  const writer = new Map<string, (draft: Draft) => Promise<string | Uint8Array>>(Object.entries(writers)).get(target);
  if (writer === undefined) throw usageError(`--to takes ${Object.keys(writers).join(", ")}; found ${JSON.stringify(target)}`);
  return writer(draft);
}

/** `convert`: from any format that can be read to any that can be written. */
export const convert: Command = {
  spec: {
    name: "convert",
    operands: "FILE… --to FORMAT",
    summary: "Writes reports in another format. With several files --output names a folder.",
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      to: { value: "FORMAT", choices: Object.keys(writers), help: "format to write" },
      output: { ...shared.output, help: "file to write, or folder for several" },
      lang: shared.lang,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const target = textOption(given, "to");
    const output = textOption(given, "output");
    if (target === undefined) throw usageError(`--to is missing; it takes ${Object.keys(writers).join(", ")}`);
    const files = await expand(io, given.operands);
    if (files.length > 1 && output === undefined) throw usageError("several files need --output FOLDER");
    const statuses: Exit[] = [];
    for (const file of files) {
      const loaded = await load(io, file, language);
      report(io, loaded, language);
      const draft = isUnreadable(loaded) ? null : loaded.draft;
      statuses.push(draft === null ? EXIT.failed : EXIT.ok);
      if (draft === null) continue;
      const written = await write(draft, target);
      if (output === undefined) io.out(written);
      else {
        const path = files.length === 1 ? output : `${output.replace(/\/+$/, "")}/${baseName(file)}.${target}`;
        await io.writeFile(path, written);
        io.err(`${say("file.written", { name: path }, language)}\n`);
      }
    }
    return worst(statuses);
  },
};

/** The name of a file without its folder and its ending. */
function baseName(file: string): string {
  return file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
}
