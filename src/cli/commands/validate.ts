import { checkReport, type ReportCheck } from "../../check/checkReport.js";
import { DisclosureReportError } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { describeForm } from "../../form/form.js";
import { writeDocx } from "../../formats/docx/write.js";
import { renderHtml } from "../../formats/html/write.js";
import { writeXlsx } from "../../formats/xlsx/write.js";

import { applyCertain } from "../../repair/applyCertain.js";
import { own } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";
import { EXIT, type Exit, type Io, worst } from "../io.js";
import { expand, isUnreadable, type Loaded, load, loadDraft } from "../load.js";
import { endingOf, report, say, validationText } from "../print.js";
import { type Given, textOption, usageError } from "../usage.js";
import { write } from "../writers.js";
import { type Command, shared } from "./command.js";

/** A file in which a report was found. */
type Report = Loaded & { readonly draft: Draft };

/** Formats in which the form can be marked. */
const MARKED = ["html", "docx", "xlsx"] as const;

/** `validate`: which rules a report obeys. */
export const validate: Command = {
  spec: {
    name: "validate",
    operands: "FILE…",
    about: { zh: "有报告不符合规则的，退出状态为1。", en: "Ends with 1 if a report breaks one." },
    examples: [
      { call: "validate report.html", says: { zh: "检查一份报告", en: "checks one report" } },
      { call: "validate report.html --explain", says: { zh: "说明哪个数字有误", en: "says which figure is wrong" } },
      {
        call: "validate reports --to json > results.ndjson",
        says: { zh: "检查整个文件夹，每份一个JSON对象", en: "a whole folder, one JSON object a report" },
      },
    ],
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: "FORMAT",
        choices: ["text", "json", ...MARKED],
        alias: "format",
        help: {
          zh: "文本；每行一个JSON对象；或标出错误的表格（text）",
          en: "text, one JSON object a line, or the form with what is wrong marked on it (text)",
        },
      },
      explain: {
        help: {
          zh: "说明哪些数字有误，列在不成立的勾稽关系之前",
          en: "say which figures are wrong, before the balances that they break",
        },
      },
      fix: {
        value: "WHICH",
        choices: ["certain"],
        help: {
          zh: "改正能够确定的错误，写入--output，修改记录写在其旁",
          en: "write the report to --output with the certain errors put right, the edits beside it",
        },
      },
      advice: {
        help: { zh: "同时检查文字、公布日期和合理性", en: "also check the words, the filing dates and what is plausible" },
      },
      previous: {
        value: "FILE",
        help: { zh: "上年报告，用以核对结转", en: "last year's report, to check what was carried over" },
      },
      children: { value: "DIR", help: { zh: "本报告所汇总的下级报告", en: "the reports that this one consolidates" } },
      strict: {
        help: {
          zh: "因空白而未能判定的，退出状态也为1",
          en: "end with 1 also where a rule could not be decided because of blanks",
        },
      },
      complete: { help: { zh: "与--children并用：下级报告已齐全", en: "with --children: these are all of them" } },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const files = await expand(io, given.operands);
    refuseContradictions(given, files);
    const others = await beside(given, io, language);
    const statuses: Exit[] = [];
    const printed: (string | Uint8Array)[] = [];
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
      const found = { ...loaded, draft };
      const validation = validationOf(found, given, others, language);
      count[validation.status] += 1;
      statuses.push(statusOf(draft, validation, given.options["strict"] === true));
      printed.push(await print(found, validation, given, language));
      if (given.options["fix"] !== undefined) await fix(found, given, io, language);
    }
    if ((textOption(given, "to") ?? "text") === "text" && files.length > 1) {
      printed.push(`${say("summary.validate", { files: files.length, ...count }, language)}\n`);
    }
    const output = given.options["fix"] === undefined ? textOption(given, "output") : undefined;
    if (output === undefined) for (const text of printed) io.out(text);
    else await io.writeFile(output, printed.length === 1 && printed[0] !== undefined ? printed[0] : printed.join(""));
    return worst(statuses);
  },
};

/** A table that was not found leaves nothing to say that the report is right; `strict` asks for every rule to be decided. */
function statusOf(draft: Draft, { status }: ReportCheck, strict: boolean): Exit {
  if (describeForm(draft.edition).tables.some(({ definition }) => own(draft, definition.id) === undefined)) return EXIT.failed;
  return status === "unbalanced" || (strict && status === "undetermined") ? EXIT.broken : EXIT.ok;
}

function refuseContradictions(given: Given, files: readonly string[]): void {
  const one = (name: string, value: unknown): void => {
    if (value !== undefined && files.length > 1)
      throw usageError("oneFile", { option: `--${name}`, found: files.length }, given.language);
  };
  const marked = MARKED.find((format) => format === textOption(given, "to"));
  if (marked !== undefined) one(`to ${marked}`, marked);
  for (const name of ["fix", "previous", "children"]) one(name, given.options[name]);
  if (given.options["fix"] !== undefined && textOption(given, "output") === undefined)
    throw usageError("optionNeeds", { option: "--fix", other: "--output" }, given.language);
  if (given.options["complete"] === true && given.options["children"] === undefined)
    throw usageError("optionNeeds", { option: "--complete", other: "--children" }, given.language);
}

/** Other reports that a report is held against. */
interface Others {
  readonly previous: Draft | null;
  readonly children: readonly Draft[] | null;
  readonly complete: boolean;
}

async function beside(given: Given, io: Io, language: Language): Promise<Others> {
  const previous = textOption(given, "previous");
  const folder = textOption(given, "children");
  return {
    previous: previous === undefined ? null : await loadDraft(io, previous, language),
    children: folder === undefined ? null : await loadFolder(io, folder, language),
    complete: given.options["complete"] === true,
  };
}

/** All reports of a folder; one that cannot be read is an error, since without it the sums are not what they seem. */
export async function loadFolder(io: Io, folder: string, language: Language): Promise<readonly Draft[]> {
  const files = await expand(io, [folder]);
  if (files.length === 0) throw new DisclosureReportError("cli.emptyFolder", `${folder}: no files`);
  const drafts: Draft[] = [];
  for (const file of files) drafts.push(await loadDraft(io, file, language));
  return drafts;
}

function validationOf({ draft, places }: Report, given: Given, others: Others, language: Language): ReportCheck {
  const { previous, children, complete } = others;
  return checkReport(draft, {
    language,
    places,
    complete,
    ...(previous === null ? {} : { previous }),
    ...(children === null ? {} : { children }),
    advice: given.options["advice"] === true,
    explain: given.options["explain"] === true,
  });
}

async function print(
  { file, draft }: Report,
  validation: ReportCheck,
  given: Given,
  language: Language,
): Promise<string | Uint8Array> {
  switch (textOption(given, "to")) {
    case "json":
      return `${JSON.stringify({ file, ...validation })}\n`;
    case "html":
      return renderHtml(draft, { validation, language });
    case "docx":
      return writeDocx(draft, { validation, language });
    case "xlsx":
      return writeXlsx(draft, { validation, language });
    default:
      return `${validationText(file, validation, language)}\n`;
  }
}

/** Writes the report with its certain errors put right, and the record of the edits beside it. */
async function fix({ draft }: Report, given: Given, io: Io, language: Language): Promise<void> {
  const output = textOption(given, "output") ?? "";
  const { report: repaired, edits } = applyCertain(draft, { language });
  const record = `${output}.edits.json`;
  await io.writeFile(output, await write(repaired, endingOf(output), language));
  await io.writeFile(record, `${JSON.stringify(edits, null, 2)}\n`);
  io.err(`${say("fix.written", { name: output, n: edits.length, record }, language)}\n`);
}
