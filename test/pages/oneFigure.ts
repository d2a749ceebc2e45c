import { readPdf } from "../../src/pdf.js";
import { figure, onePage, type PageParts, table, words } from "./pdfFile.js";

export const HEAD = ["信息内容", words("本年处理决定数量")] as const;
export const ROW = "行政许可";
export const ADDRESS = "disclosure.administrativeLicensing.decisions";

/** What is read of a figure on a page whose table has one more, which is 75, and which findings speak of it. */
export async function readFigure(content: string, parts: Omit<PageParts, "content"> = {}) {
  const file = onePage({ ...parts, content: table([HEAD, [ROW, content], ["行政处罚", figure("75")]]) });
  const { log, findings } = await readPdf(file, { language: "en" });
  const entry = log.find(({ address }) => address === ADDRESS);
  const own = findings.filter(({ cells }) => cells.some(({ address }) => address === ADDRESS));
  return { value: entry?.value ?? null, codes: own.map(({ code }) => code) };
}
