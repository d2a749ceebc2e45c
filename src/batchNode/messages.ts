import type { Catalogue } from "../findings/finding.js";

/** Reasons why a file was not opened. */
export const batchMessages = {
  "batch.special": {
    zh: "不是普通文件（管道、设备或文件夹），未予打开。要读取标准输入，请用-。",
    en: "not a regular file (a pipe, a device or a folder); it was not opened. For standard input use -.",
  },
  "batch.tooLarge": {
    zh: "文件有{size}字节，超过{limit}字节的上限，未予读取。请拆分，或改为每行一份报告的NDJSON。",
    en: "the file has {size} bytes, more than the limit of {limit} for one file. Split it, or convert it to NDJSON with one report per line.",
  },
} as const satisfies Catalogue;
