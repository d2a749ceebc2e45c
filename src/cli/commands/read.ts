import { cellLabel, describeForm } from "../../form/form.js";
import { figureIn } from "../../report/figures.js";
import { toJson } from "../../report/json.js";
import { EXIT, type Exit, worst } from "../io.js";
import { expand, isUnreadable, type Loaded, load } from "../load.js";
import { report, say } from "../print.js";
import { textOption } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

/** `read`: what stands in a document, as canonical JSON or cell by cell. */
export const read: Command = {
  spec: {
    name: "read",
    operands: "FILE…",
    about: {
      zh: "可读网页、Word、Excel、PDF、OFD、文本和JSON。未能读出的在标准错误中说明。",
      en: "Reads web pages, Word, Excel, PDF, OFD, text and JSON. What could not be read is said on standard error.",
    },
    examples: [
      { call: "read report.html", says: { zh: "一份报告，写为规范JSON", en: "one report as canonical JSON" } },
      {
        call: "read report.docx --to cells",
        says: { zh: "每行一个数字，附原文和位置", en: "one figure a line, with what is written and where" },
      },
    ],
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: "FORMAT",
        choices: ["json", "cells"],
        help: { zh: "规范JSON，或每行一个数字（json）", en: "canonical JSON, or one figure a line (json)" },
      },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const files = await expand(io, given.operands);
    const statuses: Exit[] = [];
    const printed: string[] = [];
    const total = { read: 0, figures: 0, blank: 0 };
    for (const file of files) {
      const loaded = await load(io, file, language);
      const draft = isUnreadable(loaded) ? null : loaded.draft;
      report(io, loaded, language);
      statuses.push(draft === null ? EXIT.failed : EXIT.ok);
      if (isUnreadable(loaded) || draft === null) continue;
      const lines = cellLines({ ...loaded, draft });
      const figures = lines.filter(({ value }) => value !== null).length;
      total.read += 1;
      total.figures += figures;
      total.blank += lines.length - figures;
      printed.push(
        textOption(given, "to") === "cells"
          ? lines.map((line) => `${JSON.stringify(line)}\n`).join("")
          : files.length === 1
            ? toJson(draft, { indent: 2 })
            : `${toJson(draft)}\n`,
      );
    }
    await deliver(printed.join(""), given, io);
    if (files.length > 1)
      io.err(`${say("summary.read", { files: files.length, unreadable: files.length - total.read, ...total }, language)}\n`);
    return worst(statuses);
  },
};

/** The figures of a report in official order, with what was written and where. */
function cellLines({ file, draft, log, places }: Loaded & { readonly draft: NonNullable<Loaded["draft"]> }) {
  const raws = new Map(log.map(({ address, raw }) => [address, raw]));
  return describeForm(draft.edition).cells.map((cell) => {
    const place = places.get(cell.address) ?? null;
    return {
      file,
      ...cell.coordinate,
      address: cell.address,
      label: cellLabel(cell, "zh"),
      value: figureIn(draft, cell.address),
      raw: raws.get(cell.address) ?? null,
      line: place?.line ?? null,
      place,
    };
  });
}
