import type { DisclosureReportError } from "../findings/error.js";
import { errorFrom, misuse } from "../findings/error.js";
import { type Catalogue, finding, type Language, type ParamsOf } from "../findings/finding.js";

/** What can be wrong with a file before anything in it is read, and what a reader leaves out of it. */
export const formatMessages = {
  "format.unsupported": {
    zh: "不能读取{what}。{advice}",
    en: "Cannot read {what}. {advice}",
  },
  "format.leftOut": {
    zh: "{what}中有数字，不属于正文，未读取。请打开文件核对其中有无报告数据。",
    en: "There are figures in {what}; they are not part of the main text and were not read. Open the file and check whether they belong to the report.",
  },
  "format.covered": {
    zh: "有图形或图片浮于文字上方，可能遮住第{tables}个表格中的数字。请打开文件，核对这些数字。",
    en: "A drawing or picture floats over the text and may cover figures of table {tables} in the file. Open the file and check these figures.",
  },
  "format.severalReports": {
    zh: "文件中有{found}份报告，此处只能读取一份。请用readCsvReports读取全部，或拆分为每份报告一个文件。",
    en: "The file holds {found} reports, but only one can be read here. Read all of them with readCsvReports, or split it into one file per report.",
  },
  "format.corrupt": {
    zh: "文件已损坏：{reason}。请重新下载，或用原来的软件打开后再保存一次。",
    en: "The file is damaged: {reason}. Download it again, or open it in the program that made it and save it again.",
  },
  "format.limit": {
    zh: "文件超出了安全限度：{what}不得超过{limit}，实为{found}。请检查文件是否真是年度报告。",
    en: "The file exceeds a safety limit: {what} may be {limit} at most, found {found}. Check that it really is an annual report.",
  },
  "format.unsafe": {
    zh: "文件含有年度报告中不应有的内容：{what}。已拒绝读取。请用Word、WPS或Excel打开，另存为新文件。",
    en: "The file contains something that no annual report contains: {what}. It was refused. Open it in Word, WPS or Excel and save it as a new file.",
  },
} as const satisfies Catalogue;

/** The error for a text that is longer than is read. */
export function textTooLarge(limit: number, language?: Language): DisclosureReportError {
  return misuse(
    "reading.tooLarge",
    { zh: `文本超过${limit}个字符`, en: `the text is larger than ${limit} characters` },
    language,
  );
}

/** The error about a file that cannot be read, with the reason. */
export function formatError<Code extends keyof typeof formatMessages>(
  code: Code,
  params: ParamsOf<typeof formatMessages, Code>,
  language: Language,
): DisclosureReportError {
  return errorFrom(code, [finding(formatMessages, code, params, language)]);
}
