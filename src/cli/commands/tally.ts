import { decodeText } from "../../formats/decode.js";
import { type CaseColumns, type RequestColumns, readCasesCsv, readRegisterCsv } from "../../register/readRegisterCsv.js";
import { tally as count } from "../../register/tally.js";
import { toJson } from "../../report/json.js";
import { parseDraft } from "../../report/parse.js";
import { EXIT, type Io } from "../io.js";
import { STDIN } from "../load.js";
import { findingText } from "../print.js";
import { languageOption, textOption, usageError } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

/** `tally`: tables 三 and 四 from a register. */
export const tally: Command = {
  spec: {
    name: "tally",
    operands: "REQUESTS.csv --year N",
    summary: "Compiles tables 三 and 四 from a register of requests, and of cases.",
    count: [1, 1],
    options: {
      year: { value: "N", help: "the year to report on" },
      columns: { value: "KEY=NAME,…", help: "names of columns in the registers, such as number=登记号,received=收件时间" },
      cases: { value: "FILE", help: "register of review and litigation cases (CSV)" },
      lang: shared.lang,
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const year = Number(textOption(given, "year") ?? "");
    if (!Number.isInteger(year) || year <= 0) throw usageError("--year N is missing");
    const text = async (file: string): Promise<string> =>
      decodeText(file === STDIN ? await io.readStdin() : await readOrRefuse(io, file));
    const columns = columnsOption(textOption(given, "columns"));
    const requests = readRegisterCsv(await text(given.operands[0] ?? ""), columns, { language });
    const casesFile = textOption(given, "cases");
    const cases =
      casesFile === undefined ? { entries: [], findings: [] } : readCasesCsv(await text(casesFile), columns, { language });
    const result = count(requests.entries, { year, cases: cases.entries, language });
    const findings = [...requests.findings, ...cases.findings, ...result.findings];
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const { edition, tables } = result;
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

async function readOrRefuse(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await io.readFile(file);
  } catch (error) {
    throw usageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
