import type { Language } from "../findings/finding.js";
import { renderCsv } from "../formats/csv/write.js";
import { writeDocx } from "../formats/docx/write.js";
import { renderHtml } from "../formats/html/write.js";
import { renderMarkdown } from "../formats/markdown/write.js";
import { renderText } from "../formats/text/write.js";
import { writeXlsx } from "../formats/xlsx/write.js";
import { toJson } from "../report/json.js";
import type { Draft } from "../report/types.js";
import { quoted, usageError } from "./usage.js";

type Writer = (draft: Draft) => string | Promise<Uint8Array>;

/** The output formats, by file extension. */
const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["json", (draft) => toJson(draft, { indent: 2 })],
  ["html", (draft) => renderHtml(draft)],
  ["md", (draft) => renderMarkdown(draft)],
  ["txt", (draft) => renderText(draft)],
  ["csv", (draft) => renderCsv(draft)],
  ["docx", (draft) => writeDocx(draft)],
  ["xlsx", (draft) => writeXlsx(draft)],
]);

/** The names of the output formats. */
export const targets: readonly string[] = [...writers.keys()];

/** Writes a report in one of the formats. */
export async function write(draft: Draft, target: string, language: Language): Promise<string | Uint8Array> {
  const writer = writers.get(target);
  if (writer === undefined) throw usageError("target", { choices: targets.join("|"), found: quoted(target) }, language);
  return writer(draft);
}
