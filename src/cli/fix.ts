import { describeForm, formatCoordinate } from "../form/form.js";
import { applyCertain } from "../repair/applyCertain.js";
import { refuseInput } from "./batch/sinks.js";
import { EXIT, type Exit, type Io } from "./io.js";
import { loadDraft } from "./loadDraft.js";
import { endingOf, plain, plainName, say } from "./print.js";
import { type Given, switchOption, textOption, usageError } from "./usage.js";
import { write } from "./writers.js";

/** Writes a report with its certain errors corrected, and a record of the edits next to it; reports what was changed. */
export async function fix(given: Given, io: Io): Promise<Exit> {
  const { language } = given;
  const output = textOption(given, "output") ?? "";
  const [file, another] = given.operands;
  if (file === undefined || another !== undefined) throw usageError("oneFile", { option: "--fix" }, language);
  refuseInput(output, given, io);
  const { report, edits } = applyCertain(await loadDraft(io, file, language), { language });
  const record = `${output}.edits.json`;
  await io.writeFile(output, await write(report, endingOf(output), language));
  await io.writeFile(record, `${JSON.stringify(edits, null, 2)}\n`);
  const form = describeForm(report.edition);
  const changes = edits.map(({ address, from, to, why }) => {
    const cell = form.byAddress[address];
    const where = cell === undefined ? address : formatCoordinate(cell.coordinate, language);
    return `${where} ${String(from)} → ${String(to)}\n${switchOption(given, "explain") ? `  ${plain(why)}\n` : ""}`;
  });
  await io.out(changes.join(""));
  if (edits.length === 0) await io.out(`${say("fix.none", {}, language)}\n`);
  if (!switchOption(given, "quiet"))
    io.err(`${say("fix.written", { name: plainName(output), n: edits.length, record: plainName(record) }, language)}\n`);
  return EXIT.ok;
}
