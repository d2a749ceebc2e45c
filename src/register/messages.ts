import type { Catalogue } from "../findings/finding.js";

/** What a register has to say. `{entry}` names the entry. */
export const registerMessages = {
  "register.numberMissing": {
    zh: "{entry}没有编号，没有计入。请编号，使每个数字都能查到记录。",
    en: "{entry} has no number and was not counted. Give it one, so that every figure can be traced.",
  },
  "register.duplicateNumber": {
    zh: "{entry}的编号与第{first}条相同，没有计入。请核对是否重复登记。",
    en: "{entry} has the number of entry {first} and was not counted. Check whether it was registered twice.",
  },
  "register.invalidDate": {
    zh: "{entry}的“{field}”不是真实的日期：{found}，没有计入。请写成2023-12-31的形式。",
    en: "The “{field}” of {entry} is no real date: {found}. It was not counted. Write it as 2023-12-31.",
  },
  "register.closedBeforeReceived": {
    zh: "{entry}的办结日期{closed}早于收到日期{opened}，没有计入。请更正日期。",
    en: "{entry} was closed on {closed}, before it came in on {opened}, and was not counted. Correct the dates.",
  },
  "register.closedWithoutResult": {
    zh: "{entry}已于{closed}办结，但没有写明结果，没有计入。请补上结果。",
    en: "{entry} was closed on {closed} without a result and was not counted. Add the result.",
  },
  "register.unknownValue": {
    zh: "{entry}的“{field}”不在{edition}版格式之列：{found}，没有计入。请使用格式上的最末一级名称。",
    en: "The “{field}” of {entry} is not on the form of {edition}: {found}. It was not counted. Use a lowest-level name of the form.",
  },
  "register.resultWithoutDate": {
    zh: "{entry}有结果{found}但没有办结日期，按未办结计入。请补上日期。",
    en: "{entry} has the result {found} but no closing date; it was counted as open. Add the date.",
  },
  "register.receivedAfterYear": {
    zh: "有{count}条（例如{entry}）是{year}年之后收到的，属于以后年度的报告，没有计入。",
    en: "{count} entries (such as {entry}) came in after {year}: they belong in a later report and were not counted.",
  },
  "register.csv": {
    zh: "不是合法的CSV：{reason}。请检查引号和分隔符。",
    en: "Not valid CSV: {reason}. Check quotes and delimiters.",
  },
  "register.csvTooLarge": {
    zh: "文件过大：{what}最多{limit}。请分开导出。",
    en: "The file is too large: at most {limit} {what}. Export it in parts.",
  },
  "register.csvColumn": {
    zh: "缺少“{field}”一列：表头中没有{names}。请补上该列，或写明列名的对应关系。",
    en: "There is no column for “{field}”: the header has none of {names}. Add it, or map the column.",
  },
  "register.csvDuplicateColumn": {
    zh: "“{field}”对应多列：{names}。请写明用哪一列。",
    en: "Several columns fit “{field}”: {names}. Say which one to use.",
  },
  "register.csvRow": {
    zh: "第{row}行有{found}格，表头只有{expected}格，无法对应，没有读入。请检查引号和分隔符。",
    en: "Row {row} has {found} fields, the header only {expected}: it cannot be told which is which, and it was not read. Check quotes and delimiters.",
  },
} as const satisfies Catalogue;
