import type { Catalogue, Language } from "../findings/finding.js";

/** Chinese names of what stands for an argument in the help. A name that is not listed is the same in both languages. */
const placeholders: Readonly<Record<string, string>> = {
  A: "甲",
  B: "乙",
  BY: "依据",
  COLUMN: "列名",
  COMMAND: "命令",
  DIALECT: "方言",
  DIR: "文件夹",
  EDITION: "版本",
  FILE: "文件",
  FORMAT: "格式",
  GLOB: "通配式",
  KEY: "键名",
  LABEL: "项目",
  LANGUAGE: "语言",
  LEVEL: "级别",
  LOG: "记录文件",
  NAME: "名称",
  PART: "部分",
  PATH: "路径",
  REQUESTS: "申请台账",
  SHAPE: "表式",
  STATUS: "状态",
  WHICH: "范围",
  WORD: "用语",
  YEAR: "年度",
};

/** The arguments of a command or an option as the help shows them. */
export function placed(text: string, language: Language): string {
  return language === "en" ? text : text.replace(/[A-Z]+/g, (name) => placeholders[name] ?? name);
}

/** Messages about wrong calls, and the headings of the help. */
export const usageMessages = {
  usage: { zh: "用法：", en: "usage: " },
  options: { zh: "选项：", en: "options:" },
  examples: { zh: "示例：", en: "examples:" },
  alias: { zh: "；也可写作{name}", en: "; also {name}" },
  didYouMean: { zh: "您要的是不是“{name}”？", en: " Did you mean {name}?" },
  seeHelp: { zh: "用法见：{call} --help", en: "See {call} --help" },
  commandUnknown: { zh: "没有{found}命令。{hint}", en: "there is no command {found}.{hint}" },
  commandMissing: { zh: "请写明命令。", en: "name a command." },
  optionUnknown: { zh: "没有{option}选项。{hint}", en: "there is no option {option}.{hint}" },
  valueMissing: { zh: "{option}后面缺少值：{value}", en: "{option} needs a value: {value}" },
  valueUnwanted: { zh: "{option}不带值，却写了{found}", en: "{option} takes no value, but has {found}" },
  valueWrong: { zh: "{option}的值应为{choices}，所写为{found}。{hint}", en: "{option} takes {choices}; found {found}.{hint}" },
  operandsMissing: { zh: "参数不全。用法：{call}", en: "something is missing. Usage: {call}" },
  operandsMany: { zh: "多出了参数{found}。用法：{call}", en: "{found} is too much. Usage: {call}" },
  optionMissing: { zh: "缺少{option}", en: "{option} is missing" },
  optionNeeds: { zh: "{option}须与{other}一并使用", en: "{option} goes with {other}" },
  optionExcludes: { zh: "{option}不能与{other}一并使用", en: "{option} does not go with {other}" },
  notResumable: {
    zh: "这样的输出要等全部读完才能写，不能使用{option}",
    en: "{option} cannot be used with output that is written only at the end",
  },
  outputMissing: { zh: "报告不止一份，请用--output写明{what}", en: "there are several reports: name a {what} with --output" },
  folder: { zh: "文件夹", en: "folder" },
  columnUnknown: { zh: "没有{found}列，可用：{choices}", en: "there is no column {found}; there are {choices}" },
  oneFile: { zh: "{option}只适用于一份报告", en: "{option} goes with one report" },
  target: { zh: "报告可写为{choices}，不能写为{found}", en: "a report can be written as {choices}; found {found}" },
  numberWrong: {
    zh: "{option}应为{least}至{most}的整数，所写为{found}",
    en: "{option} must be a whole number from {least} to {most}; found {found}",
  },
  editionMissing: {
    zh: "请写明格式版本：--edition {choices}，或--year 年度",
    en: "choose the form: --edition {choices}, or --year YEAR",
  },
  editionNone: {
    zh: "{year}年没有印发过格式，请写明版本：--edition {choices}",
    en: "no form was issued for the year {year}; choose one: --edition {choices}",
  },
  pairWrong: {
    zh: "{option}的写法为{form}，可用{choices}，所写为{found}",
    en: "{option} takes {form} with {choices}; found {found}",
  },
} as const satisfies Catalogue;
