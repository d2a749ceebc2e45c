import { printable } from "../_internal/escape.js";
import { DisclosureReportError } from "../findings/error.js";
import { type Language, sentence } from "../findings/finding.js";
import { commands } from "./commands.js";
import { EXIT, type Exit, type Io } from "./io.js";
import { languageNamed, localeLanguage } from "./language.js";
import { cliMessages } from "./messages.js";
import { suggestion } from "./suggest.js";
import { commandHelp, didYouMean, parseCommand, quoted, TOOL, usageError } from "./usage.js";
import { placed, usageMessages } from "./usageMessages.js";

/** The description of the tool. */
const about = {
  zh: "读取、检查、编写政府信息公开工作年度报告",
  en: "read, check and write government information disclosure annual reports (政府信息公开工作年度报告)",
} as const;

const outro = {
  zh: [
    "各命令的选项：disclosure-report 命令 --help。文件夹包括其下所有文件；-表示标准输入。",
    "退出状态：0 无误；1 有报告不符合规则；2 有文件无法读取、有表未找到，或用法有误；130 被中止。",
    "手册：软件包内的docs/README.zh-CN.md和docs/scale.zh-CN.md",
  ],
  en: [
    "Options of a command: disclosure-report COMMAND --help. A folder stands for all files below it; - is standard input.",
    "Exit status: 0 no error; 1 a report breaks a rule; 2 a file cannot be read, a table was not found, or the call is wrong; 130 interrupted.",
    "Manual: README.md and docs/scale.md in the package",
  ],
} as const;

/** The help of the whole tool. */
export function help(language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    `${sentence(usageMessages, "usage", {}, language)}${TOOL} ${placed("COMMAND …", language)}`,
    "",
    about[language],
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[language]}`),
    "",
    ...outro[language],
    "",
  ].join("\n");
}

/** Runs the tool and returns the exit status. All effects go through `io`. */
export async function run(args: readonly string[], io: Io): Promise<Exit> {
  const named = languageNamed(args);
  const language = named ?? localeLanguage(io.env);
  const [name, ...rest] = withoutLeadingLanguage(args);
  const topic = withoutLeadingLanguage(rest)[0];
  if (name === "--version" || name === "-V" || name === "version") {
    io.out(`${await io.version()}\n`);
    return EXIT.ok;
  }
  const asksHelp = name === "--help" || name === "-h" || name === "help";
  if (name === undefined || (asksHelp && topic === undefined)) {
    io.out(help(language));
    return name === undefined ? EXIT.failed : EXIT.ok;
  }
  const wanted = asksHelp ? topic : name;
  const entry = commands.find((command) => command.name === wanted);
  const call = entry === undefined ? TOOL : `${TOOL} ${entry.name}`;
  try {
    if (entry === undefined) throw unknownCommand(wanted ?? "", language);
    const command = await entry.load();
    const end = rest.indexOf("--");
    const own = end === -1 ? rest : rest.slice(0, end);
    if (asksHelp || own.includes("--help") || own.includes("-h")) {
      io.out(commandHelp(command.spec, entry.summary, language));
      return EXIT.ok;
    }
    return await command.run(parseCommand(command.spec, rest, language, named !== null), io);
  } catch (error) {
    const advice =
      error instanceof DisclosureReportError && error.code === "cli.usage"
        ? `\n${sentence(usageMessages, "seeHelp", { call }, language)}`
        : "";
    io.err(`${call}: ${reasonOf(error, language)}${advice}\n`);
    return EXIT.failed;
  }
}

/** Why a command failed: our own errors by their message, system errors by their reason. Anything else is a bug of this program. */
function reasonOf(error: unknown, language: Language): string {
  if (error instanceof DisclosureReportError) return error.message;
  if (error instanceof Error && "syscall" in error) {
    return sentence(cliMessages, "file.failed", { reason: printable(error.message) }, language);
  }
  throw error;
}

/** `--lang` may precede the command. */
function withoutLeadingLanguage(args: readonly string[]): readonly string[] {
  if (args[0] === "--lang") return args.slice(2);
  return args[0]?.startsWith("--lang=") === true ? args.slice(1) : args;
}

function unknownCommand(name: string, language: Language): DisclosureReportError {
  const near = suggestion(
    name,
    commands.map((command) => command.name),
  );
  return usageError("commandUnknown", { found: quoted(name), hint: didYouMean(near, language) }, language);
}
