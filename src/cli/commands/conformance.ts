import { isObject } from "../../_internal/claim.js";
import { misuse } from "../../findings/error.js";
import type { Language, Sentence } from "../../findings/finding.js";
import { type Answer, type Conformance, judge } from "../../standard/conformance/judge.js";
import { type Question, questionsOf } from "../../standard/conformance/kit.js";
import { answer } from "../conformance/answer.js";
import { readKit } from "../conformance/kit.js";
import { EXIT, type Exit, type Io } from "../io.js";
import { type Given, textOption } from "../usage.js";
import type { Command } from "./command.js";

/** Most failed questions listed on the terminal; `--output` lists all. */
const NAMED = 20;

/** `conformance`: runs any implementation through the conformance kit. */
export const conformance: Command = {
  spec: {
    name: "conformance",
    operands: "[-- COMMAND…]",
    about: {
      zh: "说明所达到的等级；未给命令时检验本软件包。该命令逐行读写JSON对象，见docs/standard/GRAMMAR.md。有答错的，退出状态为1。",
      en: "Tells the levels that it reaches; this library where no command is given. The command reads one JSON object a line and writes one a line: docs/standard/GRAMMAR.md. Ends with 1 if an answer is wrong.",
    },
    examples: [
      { call: "conformance", says: { zh: "检验本软件包", en: "this library" } },
      { call: "conformance -- python3 mine.py", says: { zh: "检验自己的实现", en: "an implementation of yours" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      level: {
        value: "LEVEL",
        choices: ["1", "2", "3", "4", "5"],
        help: { zh: "只检验该等级", en: "ask the questions of this level only" },
      },
      output: {
        value: "FILE",
        short: "o",
        alias: "write",
        help: { zh: "把结果以JSON写入该文件，供声明用", en: "write the result there as JSON, for the claim" },
      },
      answer: {
        help: { zh: "作为被检验者，回答标准输入中的问题", en: "be the implementation: answer the questions on standard input" },
      },
    },
  },
  run: async (given, io) => {
    if (given.options["answer"] === true) return await answerAll(io);
    const level = textOption(given, "level");
    const questions = questionsOf(await readKit(io)).filter(
      (question) => level === undefined || String(question.level) === level,
    );
    const answers = given.operands.length === 0 ? await ownAnswers(questions, io) : await answersOf(given, questions, io);
    const result = judge(questions, answers);
    io.out(inWords(result, given.language));
    const file = textOption(given, "output");
    if (file !== undefined)
      await io.writeFile(file, `${JSON.stringify({ implementation: given.operands, ...result }, null, 2)}\n`);
    return result.failed.length > 0 ? EXIT.broken : EXIT.ok;
  },
};

async function ownAnswers(questions: readonly Question[], io: Io): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const { id, request } of questions) answers.set(id, await answer(request, io.readFile));
  return answers;
}

async function answersOf(given: Given, questions: readonly Question[], io: Io): Promise<ReadonlyMap<string, Answer>> {
  if (io.converse === undefined) throw misuse("cli.noProcess", { zh: "这里不能运行程序", en: "no program can be run here" });
  const input = questions.map(({ id, request }) => `${ascii(JSON.stringify({ id, ...request }))}\n`).join("");
  const answers = new Map<string, Answer>();
  for (const line of (await io.converse(given.operands, input)).split("\n")) {
    const said = parsed(line);
    if (!isObject(said) || typeof said["id"] !== "string") continue;
    answers.set(said["id"], said["skip"] === true ? { skip: true } : { result: said["result"] });
  }
  return answers;
}

/** JSON with all non-ASCII characters escaped, so that the encoding of a pipe cannot damage it. */
function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The library as an implementation: one answer a line, in the order of the questions. */
async function answerAll(io: Io): Promise<Exit> {
  const lines = new TextDecoder().decode(await io.readStdin()).split("\n");
  for (const line of lines) {
    const request = parsed(line);
    if (!isObject(request) || typeof request["id"] !== "string") continue;
    io.out(`${ascii(JSON.stringify({ id: request["id"], ...(await answer(request, io.readFile)) }))}\n`);
  }
  return EXIT.ok;
}

function inWords({ standard, claimed, levels, reading, failed }: Conformance, language: Language): string {
  const words = (sentence: Sentence): string => sentence[language];
  const lines = levels.map(({ level, passed, failed: wrong, skipped }) =>
    words({
      zh: `第${level}级：正确${passed}，错误${wrong}，未做${skipped}`,
      en: `level ${level}: ${passed} right, ${wrong} wrong, ${skipped} skipped`,
    }),
  );
  if (reading.of > 0) {
    lines.push(
      words({
        zh: `读取：${reading.of}个数字中读到${reading.found}个`,
        en: `reading: ${reading.found} of ${reading.of} figures found`,
      }),
    );
  }
  lines.push(...failed.slice(0, NAMED));
  if (failed.length > NAMED) lines.push(`… +${failed.length - NAMED}`);
  const reached = claimed.length === 0 ? words({ zh: "无", en: "none" }) : claimed.join(", ");
  lines.push(words({ zh: `标准${standard}，达到的等级：${reached}`, en: `standard ${standard}, levels reached: ${reached}` }));
  return `${lines.join("\n")}\n`;
}
