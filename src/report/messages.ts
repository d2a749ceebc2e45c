import type { Catalogue } from "../findings/finding.js";

/** Messages of the schema about a value that is not a report. */
export const schemaMessages = {
  "schema.missing": {
    zh: "缺少“{path}”：应为{expected}。请补上该项。",
    en: "“{path}” is missing: expected {expected}. Add it.",
  },
  "schema.unknownKey": {
    zh: "“{path}”中有未定义的字段{key}。请删除它，或核对拼写。",
    en: "“{path}” has an unknown key {key}. Remove it or check its spelling.",
  },
  "schema.type": {
    zh: "“{path}”类型不符：应为{expected}，实为{found}。",
    en: "“{path}” has the wrong type: expected {expected}, found {found}.",
  },
  "schema.value": {
    zh: "“{path}”的值不符合要求：应为{expected}，实为{found}。",
    en: "“{path}” has a value that is not allowed: expected {expected}, found {found}.",
  },
  "schema.duplicateKey": {
    zh: "“{path}”中字段{key}出现不止一次。请核对后只保留一个。",
    en: "“{path}” has the key {key} more than once. Check which is right and keep one.",
  },
  "schema.damaged": {
    zh: "“{path}”中有已损坏、无法识别的字符：{found}。请核对文件的编码，从原文重新录入。",
    en: "“{path}” has damaged characters: {found}. Check the encoding of the file and enter it again from the source.",
  },
  "money.notAmount": {
    zh: "金额应为{expected}，实为{found}。请去掉正负号、千分位和单位后再试。",
    en: "An amount must be {expected}; this is {found}. Remove signs, separators and units.",
  },
  "money.notFen": {
    zh: "金额应为{expected}，实为{found}。请先换算为分并取整数。",
    en: "An amount must be {expected}; this is {found}. Convert it to whole fen first.",
  },
  "schema.unreadable": {
    zh: "无法读取传入的对象：{reason}。请改用普通数据。",
    en: "The object cannot be read: {reason}. Pass plain data.",
  },
  "schema.json": {
    zh: "不是合法的JSON：{reason}。请检查文件是否完整。",
    en: "Not valid JSON: {reason}. Check that the file is complete.",
  },
} as const satisfies Catalogue;

/** Messages about what a draft lacks to be a report. */
export const draftMessages = {
  "draft.blank": {
    zh: "{where}（{label}）是空白。请填写数字；没有发生的填0。",
    en: "{where} ({label}) is blank. Fill in a figure; 0 where there was nothing.",
  },
  "draft.absent": {
    zh: "缺少{where}（{label}）。请补上该数字。",
    en: "{where} ({label}) is missing. Add the figure.",
  },
  "draft.headMissing": {
    zh: "缺少“{path}”（{label}）。请补上。",
    en: "“{path}” ({label}) is missing. Add it.",
  },
} as const satisfies Catalogue;

/** Messages of the builders. */
export const builderMessages = {
  "builder.incomplete": {
    zh: "缺少{where}（{label}）。请给出该数字，或对该表声明 omitted: 0。",
    en: "{where} ({label}) was not given. Give the figure, or pass omitted: 0 for this table.",
  },
  "builder.invalidFigure": {
    zh: "{where}（{label}）应为{expected}，给出的是{found}。",
    en: "{where} ({label}) must be {expected}; {found} was given.",
  },
  "builder.unknownKey": {
    zh: "{path}不是要填写的项目：合计由程序计算，其余请核对拼写。",
    en: "{path} is not an input field: totals are computed; for anything else check the spelling.",
  },
  "builder.doesNotBalance": {
    zh: "{where}（{label}）按勾稽关系应为{expected}，给出的是{found}。请核对各项数字。",
    en: "{where} ({label}) must be {expected} for the table to balance; {found} was given. Check the figures.",
  },
  "builder.negative": {
    zh: "{where}（{label}）按勾稽关系算得{found}，不能为负。办结数多于收到数，请核对。",
    en: "{where} ({label}) would have to be {found}; it cannot be negative. More was concluded than received: check the figures.",
  },
  "builder.tooLarge": {
    zh: "{where}（{label}）合计超出可精确表示的整数范围。",
    en: "{where} ({label}) exceeds the range of exact integers.",
  },
  "builder.edition": {
    zh: "{year}年的报告应使用{due}版格式，而不是{edition}版。请改用{due}版；确需按{edition}版编制的，请声明 evenIfOtherEdition: true。",
    en: "A report for {year} must use the form of {due}, not that of {edition}. Use {due}, or pass evenIfOtherEdition: true to build it on {edition} anyway.",
  },
  "builder.year": {
    zh: "没有适用于{year}年的格式。请核对年度；确需按{edition}版编制的，请声明 evenIfOtherEdition: true。",
    en: "No form was issued for the year {year}. Check the year, or pass evenIfOtherEdition: true to build it on the form of {edition} anyway.",
  },
  "builder.missingTable": {
    zh: "尚未填写表{table}。",
    en: "Table {table} has not been filled in.",
  },
} as const satisfies Catalogue;

/** Messages about reading and setting single figures, and about merging drafts. */
export const figureMessages = {
  "figure.unknownAddress": {
    zh: "{edition}年版格式中没有地址为{address}的数字。请核对地址（可用describeForm查得全部地址）。",
    en: "Edition {edition} of the form has no figure {address}. Check the address; describeForm lists them all.",
  },
  "figure.invalid": {
    zh: "{where}（{label}）应为{expected}，实为{found}。请更正。",
    en: "{where} ({label}) must be {expected}; found {found}. Correct it.",
  },
  "merge.editions": {
    zh: "只能合并同一版本格式的草稿，现有：{found}。请先统一版本。",
    en: "Only drafts of the same edition can be merged; found: {found}. Migrate them to one edition first.",
  },
  "merge.conflict": {
    zh: "{where}（{label}）在各份草稿中不一致（{found}），已留空。请核对后填写。",
    en: "{where} ({label}) differs between the drafts ({found}) and was left blank. Check it and fill it in.",
  },
  "merge.head": {
    zh: "{path}在各份草稿中不一致：采用{kept}，未采用{found}。请核对。",
    en: "{path} differs between the drafts: {kept} was kept, {found} was not. Check it.",
  },
} as const satisfies Catalogue;
