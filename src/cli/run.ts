import { DisclosureReportError } from "../findings/error.js";
import type { Command } from "./commands/command.js";
import { compare } from "./commands/compare.js";
import { conformance } from "./commands/conformance.js";
import { consolidate } from "./commands/consolidate.js";
import { convert } from "./commands/convert.js";
import { form } from "./commands/form.js";
import { read } from "./commands/read.js";
import { rules } from "./commands/rules.js";
import { sql } from "./commands/sql.js";
import { tally } from "./commands/tally.js";
import { validate } from "./commands/validate.js";
import { EXIT, type Exit, type Io } from "./io.js";
import { commandHelp, parseCommand } from "./usage.js";

/** The commands, in the order of the help. */
export const commands: readonly Command[] = [read, validate, convert, compare, consolidate, tally, form, rules, sql, conformance];

/** The help of the whole tool. */
export function help(): string {
  const width = Math.max(...commands.map(({ spec }) => spec.name.length)) + 2;
  return [
    "disclosure-report COMMAND …: read, check and write 政府信息公开工作年度报告",
    "",
    ...commands.map(({ spec }) => `  ${spec.name.padEnd(width)}${spec.summary.split("\n")[0]}`),
    "",
    "disclosure-report COMMAND --help tells the options of a command.",
    "Exit status: 0 no error; 1 a report breaks a rule; 2 a file cannot be read, a table was not found, or the call is wrong.",
    "",
  ].join("\n");
}

/** Runs the tool. Touches nothing but `io`; the answer is the exit status. */
export async function run(args: readonly string[], io: Io): Promise<Exit> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.out(help());
    return name === undefined ? EXIT.failed : EXIT.ok;
  }
  const command = commands.find(({ spec }) => spec.name === name);
  if (command === undefined) {
    io.err(`unknown command ${JSON.stringify(name)}\n\n${help()}`);
    return EXIT.failed;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(commandHelp(command.spec));
    return EXIT.ok;
  }
  try {
    return await command.run(parseCommand(command.spec, rest), io);
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.failed;
  }
}
