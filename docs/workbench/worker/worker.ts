/**
 * Everything that takes time: reading, checking, writing. The page has two of these, so that a report can be looked at while
 * others are still being read.
 */
import { DisclosureReportError, type Draft, type Language, toJson } from "disclosure-report";
import { checkReport, type ReportCheck } from "disclosure-report/check";
import { consolidate, contributionsTo, validateConsolidation } from "disclosure-report/consolidation";
import { migrate } from "disclosure-report/crosswalk";
import { renderCsv } from "disclosure-report/csv";
import { writeDocx } from "disclosure-report/docx";
import { readHtml, renderHtml } from "disclosure-report/html";
import { pdfium, readPdf } from "disclosure-report/pdf";
import { type AnyReading, detectFormat, type Reading, readAny } from "disclosure-report/read";
import { tallyRegister } from "disclosure-report/register";
import { readCasesFile, readRegisterFile } from "disclosure-report/register-files";
import { compareReports } from "disclosure-report/series";
import { readText, renderMarkdown, renderText } from "disclosure-report/text";
import { writeXlsx } from "disclosure-report/xlsx";
import { zipSync } from "fflate";
import type {
  Answered,
  Asked,
  CheckAsked,
  Opened,
  QuestionName,
  Questions,
  RegisterAsked,
  SumAsked,
  Summed,
  WriteAsked,
} from "./protocol.js";
import { sampleReports } from "./sample.js";

type Answers = {
  readonly [Q in QuestionName]: (ask: Questions[Q]["ask"]) => Promise<Questions[Q]["answer"]> | Questions[Q]["answer"];
};

let engine: ReturnType<typeof pdfium> | null = null;

/** The PDF engine, unpacked when it is first needed. */
function pdfEngine(): ReturnType<typeof pdfium> {
  engine ??= pdfium({ wasm: globalThis.pdfEngineBytes() });
  return engine;
}

function checked(draft: Draft, language: Language, previous: Draft | null = null, places?: Reading["places"]): ReportCheck {
  return checkReport(draft, {
    language,
    advice: true,
    explain: true,
    ...(previous === null ? {} : { previous }),
    ...(places === undefined ? {} : { places }),
  });
}

function opened(format: string, reading: Reading, language: Language): Opened {
  const { draft, log, findings, places } = reading;
  return { format, draft, log, findings, check: draft === null ? null : checked(draft, language, null, places) };
}

function openedAny(any: AnyReading, language: Language): Opened {
  if (any.kind === "reading") return opened(any.format, any.reading, language);
  const { result } = any;
  if (result.success) return { format: "json", draft: result.data, log: [], findings: [], check: checked(result.data, language) };
  return { format: "json", draft: null, log: [], findings: result.findings, check: null };
}

async function written({ draft, format, marked, language }: WriteAsked): Promise<Uint8Array<ArrayBuffer>> {
  const validation = marked ? { validation: checked(draft, language) } : {};
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  switch (format) {
    case "docx":
      return new Uint8Array(await writeDocx(draft, { language, ...validation }));
    case "xlsx":
      return new Uint8Array(await writeXlsx(draft, { language, ...validation }));
    case "html":
      return encode(renderHtml(draft, { language, ...validation }));
    case "json":
      return encode(`${toJson(draft, { indent: 2 })}\n`);
    case "csv":
      return encode(renderCsv(draft, { byteOrderMark: true }));
    case "markdown":
      return encode(renderMarkdown(draft));
    case "text":
      return encode(renderText(draft));
  }
}

function summed({ parent, children, own, complete, address, language }: SumAsked): Summed {
  const ownDraft = own ?? undefined;
  const options = {
    language,
    edition: parent.edition,
    ...(parent.year === undefined ? {} : { year: parent.year }),
    ...(parent.agency === undefined ? {} : { agency: parent.agency }),
  };
  return {
    level: consolidate(children, ownDraft, options),
    judged:
      children.length === 0
        ? null
        : validateConsolidation(parent, children, { complete, language, ...(own === null ? {} : { own }) }),
    parts: address === null ? [] : [...contributionsTo(address, children, ownDraft, options)],
  };
}

const optionsOf = ({ sheet, language }: RegisterAsked) => ({ language, ...(sheet === null ? {} : { sheet }) });

const answers: Answers = {
  readFile: async ({ file, name, language }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (detectFormat(bytes, name, language) === "pdf") {
      return opened("pdf", await readPdf(bytes, { language, engine: pdfEngine() }), language);
    }
    return openedAny(await readAny(bytes, { name, language }), language);
  },
  readHtml: ({ html, language }) => opened("html", readHtml(html, { language }), language),
  readText: ({ text, language }) => opened("text", readText(text, { language }), language),
  check: ({ draft, previous, language }: CheckAsked) => checked(draft, language, previous),
  write: written,
  readRequests: (asked) => readRegisterFile(asked.bytes, asked.columns, { ...optionsOf(asked), values: asked.values }),
  readCases: (asked) => readCasesFile(asked.bytes, asked.columns, { ...optionsOf(asked), values: asked.values }),
  tally: ({ requests, cases, year, language }) => {
    const {
      draft,
      findings,
      requests: counts,
      cases: caseCounts,
      recordNumbers,
    } = tallyRegister(requests, { year, language, ...(cases === null ? {} : { cases }) });
    return { draft, findings, requests: counts, cases: caseCounts, recordNumbers };
  },
  sum: summed,
  compare: ({ previous, draft }) => compareReports(previous, draft),
  migrate: ({ draft, to, language }) => migrate(draft, to, { language }),
  sample: () => sampleReports(),
  zip: ({ files }) => new Uint8Array(zipSync({ ...files }, { mtime: new Date(1980, 0, 1) })),
};

async function answer(asked: Asked): Promise<Questions[QuestionName]["answer"]> {
  switch (asked.what) {
    case "readFile":
      return answers.readFile(asked.ask);
    case "readHtml":
      return answers.readHtml(asked.ask);
    case "readText":
      return answers.readText(asked.ask);
    case "check":
      return answers.check(asked.ask);
    case "write":
      return answers.write(asked.ask);
    case "readRequests":
      return answers.readRequests(asked.ask);
    case "readCases":
      return answers.readCases(asked.ask);
    case "tally":
      return answers.tally(asked.ask);
    case "sum":
      return answers.sum(asked.ask);
    case "compare":
      return answers.compare(asked.ask);
    case "migrate":
      return answers.migrate(asked.ask);
    case "sample":
      return answers.sample(asked.ask);
    case "zip":
      return answers.zip(asked.ask);
  }
}

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  let said: Answered;
  try {
    said = { id: data.id, ok: true, answer: await answer(data) };
  } catch (error) {
    const code = error instanceof DisclosureReportError ? error.code : "workbench.failed";
    said = { id: data.id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(said);
};
