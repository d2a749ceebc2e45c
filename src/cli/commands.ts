import type { Sentence } from "../findings/finding.js";
import type { Command } from "./commands/command.js";

/** A command in the list: its name, its summary, and how to load it. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: Sentence;
  readonly load: () => Promise<Command>;
}

const entry = (name: string, zh: string, en: string, load: () => Promise<Command>): CommandEntry => ({
  name,
  summary: { zh, en },
  load,
});

/** The commands, in the order of the help. To add one, add a file in `commands/` and a line here. */
export const commands: readonly CommandEntry[] = [
  entry(
    "read",
    "读取报告，写出所载内容。",
    "Reads reports and prints what they state.",
    async () => (await import("./commands/read.js")).read,
  ),
  entry(
    "validate",
    "按勾稽关系等规则检查报告。",
    "Checks reports against the balancing rules.",
    async () => (await import("./commands/validate.js")).validate,
  ),
  entry(
    "convert",
    "把报告写为其他格式。",
    "Writes reports in another format.",
    async () => (await import("./commands/convert.js")).convert,
  ),
  entry(
    "table",
    "把所有报告的数字列成一张表。",
    "Puts the figures of all reports into one table.",
    async () => (await import("./commands/table.js")).table,
  ),
  entry(
    "summary",
    "每份报告概括为一行。",
    "Prints one line a report: what it is, whether it balances, what is wrong.",
    async () => (await import("./commands/summary.js")).summary,
  ),
  entry(
    "compare",
    "列出两份报告之间各数字的变化。",
    "Prints the change of every figure from one report to another.",
    async () => (await import("./commands/compare.js")).compare,
  ),
  entry(
    "consolidate",
    "汇总各文件夹中的下级报告。",
    "Adds up the reports of the level below.",
    async () => (await import("./commands/consolidate.js")).consolidate,
  ),
  entry(
    "tally",
    "由申请和案件台账编制表三、表四。",
    "Compiles tables 三 and 四 from a register of requests, and of cases.",
    async () => (await import("./commands/tally.js")).tally,
  ),
  entry(
    "form",
    "列出格式中的全部数字。",
    "Prints every figure of the form.",
    async () => (await import("./commands/form.js")).form,
  ),
  entry(
    "rules",
    "列出报告应当符合的全部规则。",
    "Prints the rules that a report must obey.",
    async () => (await import("./commands/rules.js")).rules,
  ),
  entry(
    "sql",
    "生成报告数据库的SQL：表、规则、视图。",
    "Prints the SQL that makes a database of reports: tables, rules as rows, views that judge.",
    async () => (await import("./commands/sql.js")).sql,
  ),
  entry(
    "conformance",
    "用符合性测试集检验任一实现。",
    "Runs an implementation through the conformance kit.",
    async () => (await import("./commands/conformance.js")).conformance,
  ),
  entry(
    "workbench",
    "写出年报工作台：一个在浏览器中打开的网页文件。",
    "Writes the workbench: one HTML file that opens in a browser.",
    async () => (await import("./commands/workbench.js")).workbench,
  ),
  entry(
    "completion",
    "打印命令行补全脚本。",
    "Prints a script that completes commands and options in a shell.",
    async () => (await import("./commands/completion.js")).completion,
  ),
];
