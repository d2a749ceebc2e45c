import { DisclosureReportError } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { headItems } from "../../form/headTerms.js";
import type { CaseColumns, RequestColumns } from "../../register/readRegisterCsv.js";
import { tallyRegister } from "../../register/tallyRegister.js";
import type { ValueMapping } from "../../register/types.js";
import { readCasesFile, readRegisterFile } from "../../registerFiles/readFiles.js";
import { parseDraft } from "../../report/parse.js";
import { deliver } from "../deliver.js";
import { EXIT, type Io } from "../io.js";
import { readError, STDIN } from "../load.js";
import { loadDraft } from "../loadDraft.js";
import { findingText } from "../print.js";
import { type Given, quoted, textOption, usageError } from "../usage.js";
import { placed } from "../usageMessages.js";
import { targets, write } from "../writers.js";
import { type Command, shared } from "./command.js";

/** `tally`: tables 三 and 四 from a register. */
export const tally: Command = {
  spec: {
    name: "tally",
    operands: "REQUESTS --year YEAR",
    about: { zh: "台账可为CSV或.xlsx。", en: "Registers are CSV or .xlsx." },
    examples: [
      {
        call: "tally requests.csv --year 2023",
        says: { zh: "由申请台账编制表三", en: "table 三 from the register of requests" },
      },
      {
        call: "tally requests.xlsx --cases cases.csv --year 2023 --to docx -o report.docx",
        says: { zh: "表三和表四，写为Word文件", en: "tables 三 and 四 as a Word file" },
      },
    ],
    count: [1, 1],
    options: {
      year: { value: "YEAR", help: { zh: headItems.year.label, en: "the year to report on" } },
      columns: {
        value: "KEY=NAME,…",
        help: {
          zh: "台账各列的名称，如number=登记号,received=收件时间",
          en: "names of columns in the registers, such as number=登记号,received=收件时间",
        },
      },
      values: {
        value: "KEY.WORD=LABEL,…",
        help: {
          zh: "台账用语对应表上何项，如outcome.退件=其他",
          en: "what words of the registers mean on the form, such as outcome.退件=其他",
        },
      },
      sheet: { value: "NAME", help: { zh: "申请台账所在的工作表", en: "worksheet of the register of requests" } },
      cases: { value: "FILE", help: { zh: "复议、诉讼案件台账", en: "register of review and litigation cases" } },
      published: {
        value: "FILE",
        help: {
          zh: "上年已公布的报告，用以核对结转数",
          en: "last year's report as published, to compare what it carried forward",
        },
      },
      to: { value: "FORMAT", choices: targets, help: { zh: "所写格式（json）", en: "format to write (json)" } },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const year = Number(textOption(given, "year") ?? "");
    if (!Number.isInteger(year) || year <= 0)
      throw usageError("optionMissing", { option: placed("--year YEAR", language) }, language);
    const bytes = async (file: string): Promise<Uint8Array> =>
      file === STDIN ? await io.readStdin() : await readOrRefuse(io, file, language);
    const columns = columnsOption(given);
    const words = valuesOption(given);
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
    const { findings, edition, tables } = tallyRegister(requests, {
      year,
      cases,
      language,
      ...(published === undefined ? {} : { published }),
    });
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const written = await write(parseDraft({ edition, year, ...tables }), textOption(given, "to") ?? "json", language);
    await deliver(written, given, io);
    return findings.some(({ severity }) => severity === "error") ? EXIT.broken : EXIT.ok;
  },
};

/** The keys of register columns, for requests and for cases. */
const KEYS: readonly string[] = ["number", "applicant", "received", "closed", "outcome", "kind", "filed", "result"] satisfies (
  | keyof RequestColumns
  | keyof CaseColumns
)[];

function columnsOption(given: Given): RequestColumns & CaseColumns {
  const text = textOption(given, "columns");
  const pairs = (text ?? "").split(",").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = "", name = ""] = pair.split("=", 2);
      if (!KEYS.includes(key) || name === "") throw pairWrong("--columns", "KEY=NAME", KEYS, pair, given);
      return [key, name];
    }),
  );
}

/** The columns whose values are terms of the form. */
const WORD_KEYS = ["applicant", "outcome", "kind", "result"] as const;

function valuesOption(given: Given): { readonly [K in (typeof WORD_KEYS)[number]]?: ValueMapping } {
  const words: Record<string, Record<string, string>> = {};
  for (const pair of (textOption(given, "values") ?? "").split(",").filter((part) => part !== "")) {
    const [, key, word, label] = /^([a-z]+)\.(.+?)=(.+)$/.exec(pair) ?? [];
    if (key === undefined || word === undefined || label === undefined || !WORD_KEYS.some((known) => known === key)) {
      throw pairWrong("--values", "KEY.WORD=LABEL", WORD_KEYS, pair, given);
    }
    words[key] = { ...words[key], [word]: label };
  }
  return words;
}

function pairWrong(
  option: string,
  form: string,
  keys: readonly string[],
  pair: string,
  { language }: Given,
): DisclosureReportError {
  return usageError(
    "pairWrong",
    { option, form: placed(form, language), choices: keys.join("|"), found: quoted(pair) },
    language,
  );
}

async function readOrRefuse(io: Io, file: string, language: Language): Promise<Uint8Array> {
  try {
    return await io.readFile(file);
  } catch (error) {
    const { code, message, findings } = readError(error, language);
    throw new DisclosureReportError(code, `${file}: ${message}`, findings);
  }
}
