import type { CaseColumns, RequestColumns } from "../../register/readRegisterCsv.js";
import { tally as count } from "../../register/tally.js";
import type { ValueMapping } from "../../register/types.js";
import { readCasesFile, readRegisterFile } from "../../registerFiles/readFiles.js";
import { toJson } from "../../report/json.js";
import { parseDraft } from "../../report/parse.js";
import { EXIT, type Io } from "../io.js";
import { loadDraft, STDIN } from "../load.js";
import { findingText } from "../print.js";
import { languageOption, textOption, usageError } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

/** `tally`: tables 三 and 四 from a register. */
export const tally: Command = {
  spec: {
    name: "tally",
    operands: "REQUESTS --year N",
    summary: "Compiles tables 三 and 四 from a register of requests, and of cases (CSV or .xlsx).",
    count: [1, 1],
    options: {
      year: { value: "N", help: "the year to report on" },
      columns: { value: "KEY=NAME,…", help: "names of columns in the registers, such as number=登记号,received=收件时间" },
      values: { value: "KEY.WORD=LABEL,…", help: "what words of the registers mean on the form, such as outcome.退件=其他" },
      sheet: { value: "NAME", help: "worksheet of the register of requests" },
      cases: { value: "FILE", help: "register of review and litigation cases" },
      published: { value: "FILE", help: "last year's report as published, to compare what it carried forward" },
      lang: shared.lang,
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const year = Number(textOption(given, "year") ?? "");
    if (!Number.isInteger(year) || year <= 0) throw usageError("--year N is missing");
    const bytes = async (file: string): Promise<Uint8Array> =>
      file === STDIN ? await io.readStdin() : await readOrRefuse(io, file);
    const columns = columnsOption(textOption(given, "columns"));
    const words = valuesOption(textOption(given, "values"));
    const sheet = textOption(given, "sheet");
    const requests = await readRegisterFile(await bytes(given.operands[0] ?? ""), columns, {
      language,
      values: words,
      ...(sheet === undefined ? {} : { sheet }),
    });
    const casesFile = textOption(given, "cases");
    const cases =
      casesFile === undefined ? [] : await readCasesFile(await bytes(casesFile), columns, { language, values: words });
    const publishedFile = textOption(given, "published");
    const published = publishedFile === undefined ? undefined : await loadDraft(io, publishedFile, language);
    const { findings, edition, tables } = count(requests, {
      year,
      cases,
      language,
      ...(published === undefined ? {} : { published }),
    });
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const written = toJson(parseDraft({ edition, year, ...tables }), { indent: 2 });
    await deliver(written, given, io);
    return findings.some(({ severity }) => severity === "error") ? EXIT.broken : EXIT.ok;
  },
};

/** The keys that a register can have, of requests and of cases. */
const KEYS: readonly string[] = ["number", "applicant", "received", "closed", "outcome", "kind", "filed", "result"] satisfies (
  | keyof RequestColumns
  | keyof CaseColumns
)[];

function columnsOption(text: string | undefined): RequestColumns & CaseColumns {
  const pairs = (text ?? "").split(",").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = "", name = ""] = pair.split("=", 2);
      if (!KEYS.includes(key) || name === "")
        throw usageError(`--columns takes KEY=NAME with ${KEYS.join(", ")}; found ${JSON.stringify(pair)}`);
      return [key, name];
    }),
  );
}

/** The columns that have words of the form in them. */
const WORD_KEYS = ["applicant", "outcome", "kind", "result"] as const;

function valuesOption(text: string | undefined): { readonly [K in (typeof WORD_KEYS)[number]]?: ValueMapping } {
  const given: Record<string, Record<string, string>> = {};
  for (const pair of (text ?? "").split(",").filter((part) => part !== "")) {
    const [, key, word, label] = /^([a-z]+)\.(.+?)=(.+)$/.exec(pair) ?? [];
    if (key === undefined || word === undefined || label === undefined || !WORD_KEYS.some((known) => known === key)) {
      throw usageError(`--values takes KEY.WORD=LABEL with ${WORD_KEYS.join(", ")}; found ${JSON.stringify(pair)}`);
    }
    given[key] = { ...given[key], [word]: label };
  }
  return given;
}

async function readOrRefuse(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await io.readFile(file);
  } catch (error) {
    throw usageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
