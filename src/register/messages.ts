import type { Catalogue } from "../findings/finding.js";

/** Messages about a register. `{entry}` names the entry. */
export const registerMessages = {
  "register.numberMissing": {
    zh: "{entry}没有编号，未予计入。请编号，使每个数字都能查到记录。",
    en: "{entry} has no number and was not counted. Give it one, so that every figure can be traced.",
  },
  "register.duplicateNumber": {
    zh: "{entry}与{first}编号相同而收到日期不同，未予计入。如系两件，请分别编号；如系一件，请统一收到日期。",
    en: "{entry} has the number of {first} and another day of receipt; it was not counted. Number two requests apart, or give one request one day.",
  },
  "register.repeatedLine": {
    zh: "编号{number}共登记{count}行（{rows}），内容相同，按一件计入。请核对是否重复登记或者系多人共同申请。",
    en: "Number {number} is on {count} lines ({rows}) that say the same; it was counted once. Check whether it was entered twice or made jointly.",
  },
  "register.joint": {
    zh: "编号{number}共登记{count}行（{rows}），申请人类别不同，视为共同申请，按一件计入第一行的类别“{subject}”。请核对。",
    en: "Number {number} is on {count} lines ({rows}) with different applicants: taken as a joint request and counted once, under {subject} of the first line. Please check.",
  },
  "register.parts": {
    zh: "编号{number}共登记{count}行（{rows}），分别答复：{results}。按一件计入“{result}”（条例第37条；区分处理的，只计这一情形）。",
    en: "Number {number} is on {count} lines ({rows}), answered in parts: {results}. It was counted once, as {result} (条例第37条).",
  },
  "register.partsOpen": {
    zh: "编号{number}共登记{count}行（{rows}），至{year}年底尚有部分未办结，按一件未办结计入。",
    en: "Number {number} is on {count} lines ({rows}), some of them open at the end of {year}; it was counted once, as open.",
  },
  "register.linesUnclear": {
    zh: "编号{number}共登记{count}行（{rows}），{why}，未予计入。请合并为一行并写明按哪一种情形统计；如系数件，请分别编号。",
    en: "Number {number} is on {count} lines ({rows}): {why}. It was not counted. Make it one line that says what it counts as; number several requests apart.",
  },
  "register.invalidDate": {
    zh: "{entry}的“{field}”不是真实的日期：{found}，未予计入。请写成2023-12-31的形式。",
    en: "The “{field}” of {entry} is not a real date: {found}. It was not counted. Write it as 2023-12-31.",
  },
  "register.closedBeforeReceived": {
    zh: "{entry}的{closedName}{closed}早于{openedName}{opened}，未予计入。请更正日期。",
    en: "{entry} has {closed} as “{closedName}”, before {opened} as “{openedName}”, and was not counted. Correct the dates.",
  },
  "register.closedWithoutResult": {
    zh: "{entry}已于{closed}办结，但未写明结果，未予计入。请补充结果。",
    en: "{entry} was closed on {closed} without a result and was not counted. Add the result.",
  },
  "register.unknownValue": {
    zh: "{entry}的“{field}”不在{edition}版格式之列：{found}，未予计入。{advice}",
    en: "The “{field}” of {entry} is not on the form of {edition}: {found}. It was not counted. {advice}",
  },
  "register.resultWithoutDate": {
    zh: "{entry}有结果{found}但没有办结日期，按未办结计入。请补充日期。",
    en: "{entry} has the result {found} but no closing date; it was counted as open. Add the date.",
  },
  "register.implausibleDates": {
    zh: "{entry}自{opened}至{closed}，历时超过{days}日，请核对日期。",
    en: "{entry} took from {opened} to {closed}, more than {days} days. Check the dates.",
  },
  "register.numberOfOtherYear": {
    zh: "{entry}的编号似属{numberYear}年，而收到日期为{opened}，请核对日期。",
    en: "The number of {entry} seems to be of {numberYear}, but it came in on {opened}. Check the date.",
  },
  "register.receivedAfterYear": {
    zh: "有{count}条（例如{entry}）系{year}年之后收到，属于以后年度的报告，未予计入。",
    en: "{count} entries (such as {entry}) came in after {year}: they belong in a later report and were not counted.",
  },
  "register.carryOver": {
    zh: "{cell}：按台账为{actual}，{lastYear}年报告公布的“{published}”为{expected}，相差{difference}。请核对{lastYear}年底前后收到、办结的事项；台账无误的，应当更正{lastYear}年报告或者在报告中说明。",
    en: "{cell}: {actual} by the register, {expected} published as “{published}” for {lastYear}, a difference of {difference}. Check what came in or was closed around the end of {lastYear}; where the register is right, correct that report or explain the difference.",
  },
  "register.pendingCases": {
    zh: "{label}：按台账，{lastYear}年底尚未审结{actual}件，{lastYear}年报告公布的“{published}”为{expected}件，相差{difference}件。请核对{lastYear}年底前后收案、审结的案件；台账无误的，应当更正{lastYear}年报告或者在报告中说明。",
    en: "{label}: by the register {actual} cases were open at the end of {lastYear}, {expected} were published as “{published}” for {lastYear}, a difference of {difference}. Check what was filed or decided around the end of {lastYear}; where the register is right, correct that report or explain the difference.",
  },
  "register.publishedUnusable": {
    zh: "所附上年报告不能用于核对结转：{why}。",
    en: "The previous year’s report cannot be used for comparison: {why}.",
  },
  "register.moreFindings": {
    zh: "另有{count}条未逐一列出（最多列出{limit}条）。请先处理已列出的问题。",
    en: "{count} more are not listed (at most {limit} are). Fix the listed ones first.",
  },
  "register.date": {
    zh: "{found}不是真实的日期。请写成2023-12-31的形式。",
    en: "{found} is not a real date. Write it as 2023-12-31.",
  },
  "register.dateOrder": {
    zh: "{later}早于{earlier}。请更正日期。",
    en: "{later} is before {earlier}. Correct the dates.",
  },
  "register.limit": {
    zh: "{what}应为{from}至{to}的整数（工作日），给出的是{found}。",
    en: "The {what} must be a whole number of working days from {from} to {to}; {found} was given.",
  },
  "register.calendar": {
    zh: "工作日历有误：{why}。请按当年的节假日安排更正。",
    en: "The calendar of working days is wrong: {why}. Correct it according to the holiday notice for that year.",
  },
  "register.calendarYear": {
    zh: "工作日历没有包含{year}年，不能推算期限。请补充该年的节假日安排。",
    en: "The calendar of working days does not cover {year}, so no date can be computed. Add the holiday notice for that year.",
  },
  "register.year": {
    zh: "没有适用于{year}年的格式。请核对年度，或者用edition指明格式版本。",
    en: "No form was issued for the year {year}. Check the year, or pass the edition.",
  },
  "register.unknownCell": {
    zh: "{address}不是由台账统计的数字。请使用表三、表四中数字的地址。",
    en: "{address} is not a figure that is counted from a register. Use the address of a figure in table 三 or 四.",
  },
  "register.csvTooLong": {
    zh: "文件过大：最多{limit}个字符。请分开导出。",
    en: "The file is too large: at most {limit} characters. Export it in parts.",
  },
  "register.csvTooLarge": {
    zh: "文件过大：最多{limit}行。请分开导出。",
    en: "The file is too large: at most {limit} rows. Export it in parts.",
  },
  "register.csvColumn": {
    zh: "缺少“{field}”一列：表头中没有{names}。表头为：{found}。请补充该列，或者用{key}指明列名。",
    en: "There is no column for “{field}”: the header has none of {names}. It has: {found}. Add the column, or name the one for {key}.",
  },
  "register.csvDuplicateColumn": {
    zh: "“{field}”对应多列：{names}。请用{key}指明采用哪一列。",
    en: "Several columns fit “{field}”: {names}. Name the one for {key}.",
  },
  "register.csvDoubtfulColumn": {
    zh: "“{field}”取自{name}一列：{why}。请核对；如有误，请指明列名。",
    en: "“{field}” was taken from the column {name}: {why}. Check that, or name another column.",
  },
  "register.valuesTarget": {
    zh: "“{field}”的取值对应关系有误：格式中没有{found}。请使用格式上的最末一级名称。",
    en: "The mapping of values for “{field}” leads to {found}, which is not on the form. Use a lowest-level name of the form.",
  },
  "register.csvRow": {
    zh: "第{row}行有{found}格，表头只有{expected}格，无法对应，未予读入。请检查引号和分隔符。",
    en: "Row {row} has {found} fields, the header only {expected}: fields and columns cannot be matched, so it was not read. Check quotes and delimiters.",
  },
  "register.csvRowTooLong": {
    zh: "第{row}行超过{limit}个字符，未予读入。请检查引号。",
    en: "Row {row} has more than {limit} characters and was not read. Check the quotes.",
  },
  "register.csvQuote": {
    zh: "第{row}行有引号未成对，已作为普通文字读入。请核对该行。",
    en: "A quote in row {row} is never closed; it was read as plain text. Check that row.",
  },
  "register.rowsAside": {
    zh: "有{count}行（第{rows}行，例如{example}）是标题、合计、落款或者说明，未作为记录读入。",
    en: "{count} rows ({rows}; such as {example}) are titles, sums, signatures or notes and were not read as entries.",
  },
  "register.noEntries": {
    zh: "表头之下没有记录。",
    en: "There are no entries below the header.",
  },
  "register.hiddenRows": {
    zh: "工作表中有{count}行处于隐藏（筛选）状态，已一并读入。请核对这些行是否应当计入。",
    en: "{count} rows of the worksheet are hidden, by a filter perhaps; they were read. Check whether they are to be counted.",
  },
  "register.fileEmpty": {
    zh: "文件中没有可读的工作表。",
    en: "The file has no worksheet that can be read.",
  },
  "register.manySheets": {
    zh: "有多个工作表像是台账：{names}。请指明工作表。",
    en: "Several worksheets look like a register: {names}. Name the one to read.",
  },
  "register.unknownSheet": {
    zh: "没有名为{name}的工作表；现有：{names}。",
    en: "There is no worksheet called {name}; there are {names}.",
  },
} as const satisfies Catalogue;
