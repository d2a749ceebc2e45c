import type { Catalogue } from "../findings/finding.js";

/** Messages of the readers about a document: what was not found, not read, or read with a remark. */
export const readingMessages = {
  "reading.noTables": {
    zh: "未找到报告中的任何一张表：应有表{expected}，文中共有{found}张表格。请确认这是政府信息公开工作年度报告的正文。",
    en: "None of the report's tables was found: expected tables {expected}; the document has {found} tables. Check that it is the text of an annual report.",
  },
  "reading.tableMissing": {
    zh: "未找到表{table}（{title}）：应有其全部列标题和行标题。请核对原文。",
    en: "Table {table} ({title}) was not found: expected all headings of its columns and rows. Check the source.",
  },
  "reading.columnsAmbiguous": {
    zh: "表{table}的列无法确认，未读取：应有{expected}，实有“{found}”。请补全列标题。",
    en: "The columns of table {table} could not be told for certain, so it was not read: expected {expected}, found “{found}”. Complete the headings.",
  },
  "reading.rowMissing": {
    zh: "表{table}缺少一行：应有“{expected}”，未找到。该行留空。",
    en: "Table {table} lacks a row: expected “{expected}”, not found. Its figures stay blank.",
  },
  "reading.rowUnknown": {
    zh: "表{table}中有一行不属于表格：“{found}”。未读取，请核对行标题。",
    en: "Table {table} has a row that is not on the form: “{found}”. It was not read; check its heading.",
  },
  "reading.rowUnclear": {
    zh: "表{table}中“{label}”一行带有“{found}”字样，无法确认是否为“{expected}”，该行留空。请核对原文。",
    en: "The row “{label}” in table {table} has “{found}” with it, so that it may not be “{expected}”; it stays blank. Check the source.",
  },
  "reading.otherYear": {
    zh: "表{table}注明“{found}”，与报告年度不符，未予采用。请核对是否为本年度的表。",
    en: "Table {table} is marked “{found}”, which is not the year of the report; it was not read. Check that it is the table for this year.",
  },
  "reading.unitUnclear": {
    zh: "{where}（{label}）填写“{found}”，文中另注明“{stated}”，无法确认计量单位，留空。",
    en: "{where} ({label}) is printed “{found}”, but the document states “{stated}”; its unit is not certain. It stays blank.",
  },
  "reading.unitAssumed": {
    zh: "{where}（{label}）未注明计量单位，按{expected}读取。",
    en: "{where} ({label}) states no unit; {expected} were assumed.",
  },
  "reading.tableEdition": {
    zh: "表{table}为{found}年版格式，其他各表为{expected}年版格式。两版相同的各行已读取，其余留空。",
    en: "Table {table} is that of the {found} form, the others are those of {expected}. The rows that both have were read; the rest stay blank.",
  },
  "reading.rowOutOfPlace": {
    zh: "表{table}中“{found}”一行从所在位置无法判断属于哪一行（可能为“{expected}”），未予读取。",
    en: "The position of the row “{found}” in table {table} does not tell which row it is (perhaps “{expected}”). It was not read.",
  },
  "reading.rowDuplicate": {
    zh: "表{table}中“{expected}”出现{found}次，数字不同。均未采用，请核对。",
    en: "“{expected}” stands in table {table} {found} times with different figures. None was taken; check them.",
  },
  "reading.rowContested": {
    zh: "文中不止一张表{table}，内容不一致或有无法识别的数字，无法确定“{expected}”一行属于哪一张。未采用，请只保留本年度的表。",
    en: "The document has more than one table {table}; they differ, or one could not be read, and which of them has the row “{expected}” of this report is not certain. It was not taken; keep only the table of this year.",
  },
  "reading.rowRepeated": {
    zh: "表{table}中“{expected}”出现{found}次，数字相同，采用第一次的。",
    en: "“{expected}” stands in table {table} {found} times with the same figures. The first was taken.",
  },
  "reading.rowMisaligned": {
    zh: "表{table}“{label}”一行的单元格数不符：应为{expected}格，实为{found}格。该行留空，未移位填入。",
    en: "The cells of the row “{label}” in table {table} do not fit its columns: expected {expected}, found {found}. They stay blank and were not shifted.",
  },
  "reading.alignedByCount": {
    zh: "表{table}“{label}”一行与列标题的跨列不对齐，但格数恰为{expected}，按顺序读取。",
    en: "The spans of the row “{label}” in table {table} do not line up with the headings, but it has exactly {expected} cells; they were read in order.",
  },
  "reading.unreadable": {
    zh: "{where}（{label}）无法识别数字：应为{expected}，实为“{found}”，按空白处理。",
    en: "{where} ({label}) cannot be read: expected {expected}, found “{found}”. It stays blank.",
  },
  "reading.merged": {
    zh: "{where}（{label}）所在的格“{found}”与其他行合并，无法确定属于哪一行。留空。",
    en: "{where} ({label}) shares the merged cell “{found}” with another row; which one it belongs to is not certain. It stays blank.",
  },
  "reading.conflicting": {
    zh: "{where}（{label}）对应多个单元格，内容不一致：“{found}”。留空。",
    en: "{where} ({label}) has more than one cell with different contents: “{found}”. It stays blank.",
  },
  "reading.crossing": {
    zh: "{where}（{label}）的文字“{found}”与表格线或列的位置不一致，无法确定属于哪一格、数字是否完整。留空。",
    en: "The text “{found}” in {where} ({label}) does not agree with the lines or columns of the table; which place it belongs to, and where it ends, is not certain. It stays blank.",
  },
  "reading.recognised": {
    zh: "{where}（{label}）的“{found}”在页面上看不见或看不全（如文字识别留下的文字、关闭的图层、被遮盖或被页边截断的文字、浅如水印或极小的文字），可能不是页面显示的数。未采用，请对照画面填写。",
    en: "“{found}” in {where} ({label}) is not seen on the page, or not whole: left by text recognition (OCR), in a layer that is switched off, covered, cut off by the edge of the page, tiny, or as pale as a watermark. It may differ from what the page shows. It was not read; fill it in from the page.",
  },
  "reading.blank": {
    zh: "表{table}“{label}”一行有{found}格空白。空白不等于0。",
    en: "{found} figures of the row “{label}” in table {table} are blank. A blank is not 0.",
  },
  "reading.mark": {
    zh: "表{table}“{label}”一行有{count}格写作“{found}”，按空白处理。没有发生的应填0。",
    en: "{count} figures of the row “{label}” in table {table} are printed “{found}”; they are taken as blank. Where there was nothing, 0 belongs.",
  },
  "reading.unitConverted": {
    zh: "{where}（{label}）写作“{found}”，应以{expected}计，已换算为{value}。请核对。",
    en: "{where} ({label}) is printed “{found}” where {expected} are expected; it was converted to {value}. Check it.",
  },
  "reading.calculated": {
    zh: "{where}（{label}）是从未计算过的公式“{found}”，已按所引各格算得{value}。请用Excel或WPS打开并保存后核对。",
    en: "{where} ({label}) is a formula that was never calculated, “{found}”; the cells that it refers to give {value}. Open and save the file in Excel or WPS and check it.",
  },
  "reading.uncalculated": {
    zh: "{where}（{label}）是公式“{found}”，文件中没有其结果，或者所存结果已不是该公式现在的结果。留空。请用Excel或WPS打开并保存后再读取。",
    en: "{where} ({label}) is a formula, “{found}”, and the file has no result of it, or one that it does not give now. It stays blank. Open and save the file in Excel or WPS and read it again.",
  },
  "reading.damagedBytes": {
    zh: "文件中有{count}处字节已损坏，无法识别，该处文字显示为“�”。请重新下载，或核对原文。",
    en: "{count} bytes or groups of bytes of the file are damaged and could not be decoded; the text has “�” there. Download it again, or check the source.",
  },
  "reading.spaced": {
    zh: "{where}（{label}）的数字中间有空格：“{found}”，读作{value}。",
    en: "The figure in {where} ({label}) has spaces in it: “{found}”, read as {value}.",
  },
  "reading.tableTooLarge": {
    zh: "有一张表格过大（跨行跨列后超过{expected}格或{columns}列），未读取。",
    en: "A table is too large (more than {expected} places or {columns} columns, spans counted) and was not read.",
  },
  "reading.editionUnclear": {
    zh: "所读表格在多个版本中相同，无法确定版本，按{found}年版处理。",
    en: "The tables that were read are the same in several editions; the edition of {found} was assumed.",
  },
  "reading.editionYear": {
    zh: "{year}年的报告应使用{expected}年版格式，文中表格是{found}年版。",
    en: "A report for {year} must use the form of {expected}; its tables are those of {found}.",
  },
  "reading.anotherReport": {
    zh: "其后另有一份年度报告“{found}”，只读取了该标题之前的内容。请将两份报告分开后再读取。",
    en: "Another annual report, “{found}”, follows; only what stands before its title was read. Part the two and read each.",
  },
  "reading.headMissing": {
    zh: "未找到{expected}：应在标题“〈机关名称〉〈年份〉年政府信息公开工作年度报告”中。请另行提供。",
    en: "The {expected} was not found: expected in the title “〈agency〉〈year〉年政府信息公开工作年度报告”. Supply it.",
  },
  "reading.headUnclear": {
    zh: "{expected}无法确定：文中写有“{found}”。已留空，请另行提供。",
    en: "The {expected} could not be told for certain: the document has “{found}”. It stays blank; supply it.",
  },
  "reading.headContradicted": {
    zh: "{what}前后不一致：标题为“{expected}”，文中另有“{found}”。已采用标题所示，请核对。",
    en: "The {what} is stated differently: the title has “{expected}”, the document also has “{found}”. The title was taken; check it.",
  },
  "reading.textRepeated": {
    zh: "同一部分的标题出现两次，已采用文字较长的一处；以“{found}”开头的{characters}个字未收入报告文本。请核对原文。",
    en: "A section is headed twice; the longer text was taken. {characters} characters that begin with “{found}” are in no text of the report. Check the source.",
  },
  "reading.textOutside": {
    zh: "以“{found}”开头的{characters}个字不在任何一部分之内，未收入报告文本。",
    en: "{characters} characters that begin with “{found}” stand in none of the sections and are in no text of the report.",
  },
  "reading.textTooLong": {
    zh: "以“{found}”开头的一部分共{characters}个字，超过上限，未收入报告文本。",
    en: "A section that begins with “{found}” has {characters} characters, more than a text may have; it is in no text of the report.",
  },
  "reading.feeUnclear": {
    zh: "第六部分提到信息处理费，但无法确定本机关本年度实际收取的金额：“{found}”。已留空，请另行提供。",
    en: "Section 六 speaks of the information-processing fee, but what the agency collected in the year could not be told: “{found}”. It stays blank; supply it.",
  },
} as const satisfies Catalogue;
