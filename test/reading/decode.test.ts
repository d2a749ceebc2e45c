import { describe, expect, it } from "vitest";
import { decodeBytes, decodeText, MAX_CHARSET_SEARCH } from "../../src/formats/decode.js";
import { readHtml } from "../../src/html.js";
import { readText } from "../../src/text.js";

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const ZHONGGUO_GBK = [0xd6, 0xd0, 0xb9, 0xfa];
const ZHONGGUO_BIG5 = [0xa4, 0xa4, 0xb0, 0xea];

const cases: readonly (readonly [name: string, bytes: readonly number[], text: string])[] = [
  ["plain UTF-8", utf8("中国"), "中国"],
  ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, ...utf8("中国")], "中国"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x2d, 0x4e, 0xfd, 0x56], "中国"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x4e, 0x2d, 0x56, 0xfd], "中国"],
  ["GBK without a declaration", ZHONGGUO_GBK, "中国"],
  ["GBK declared as gb2312", [...utf8('<meta charset="gb2312">'), ...ZHONGGUO_GBK], '<meta charset="gb2312">中国'],
  [
    "a character that only GB18030 has",
    [...utf8("<meta charset=gb2312>"), 0x82, 0x35, 0x8f, 0x33],
    "<meta charset=gb2312>\u9fa6",
  ],
  ["Big5, declared", [...utf8("<meta charset=big5>"), ...ZHONGGUO_BIG5], "<meta charset=big5>中國"],
  ["UTF-8 declared as GBK: what it is goes before what it says", utf8("<meta charset=gbk>中国"), "<meta charset=gbk>中国"],
  ["GBK declared as UTF-8", [...utf8("<meta charset=utf-8>"), ...ZHONGGUO_GBK], "<meta charset=utf-8>中国"],
  ["a charset that nobody knows", [...utf8("<meta charset=klingon>"), ...ZHONGGUO_GBK], "<meta charset=klingon>中国"],
  ["UTF-16 without a mark", [0x3c, 0, 0x2d, 0x4e, 0xfd, 0x56, 0x3e, 0], "<中国>"],
  ["UTF-16 without a mark, big end first", [0, 0x3c, 0x4e, 0x2d, 0x56, 0xfd, 0, 0x3e], "<中国>"],
  ["a zero in UTF-8", [...utf8("中国"), 0, ...utf8("中国")], "中国\0中国"],
  [
    "a broken byte in what is declared as UTF-8",
    [...utf8("<meta charset=utf-8>中国"), 0xe4, 0x31],
    "<meta charset=utf-8>中国\ufffd1",
  ],
  ["a broken byte in much UTF-8", [...utf8("中国".repeat(10)), 0xb8, ...utf8("1")], `${"中国".repeat(10)}\ufffd1`],
  ["UTF-8 that is cut off", [...utf8("中国".repeat(10)), 0xe4, 0xb8], `${"中国".repeat(10)}\ufffd`],
  ["nothing", [], ""],
];

describe("decodeText", () => {
  it.each(cases)("%s", (_name, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes))).toBe(text);
  });

  it("believes a declaration from outside before one inside", () => {
    const bytes = new Uint8Array([...utf8("<meta charset=gbk>"), ...ZHONGGUO_BIG5]);
    expect(decodeText(bytes, { charset: "big5" })).toBe("<meta charset=gbk>中國");
  });

  it("looks for a declaration in the first bytes only", () => {
    const far = [...utf8(`${" ".repeat(MAX_CHARSET_SEARCH)}<meta charset=big5>`), ...ZHONGGUO_BIG5];
    expect(decodeText(new Uint8Array(far))).not.toContain("中國");
  });

  it("counts what it could not decode, and the readers say so", () => {
    const page =
      "<h1>某县2023年政府信息公开工作年度报告</h1><table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>11</table>";
    const bytes = new Uint8Array([...utf8(page), 0xb8]);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: "utf-8", damaged: 1 });
    expect(decodeBytes(new Uint8Array(utf8(page)))).toMatchObject({ encoding: "utf-8", damaged: 0 });
    const reading = readHtml(bytes);
    expect(reading.log.find(({ raw }) => raw !== null)?.value).toBe(11);
    expect(reading.findings).toContainEqual(
      expect.objectContaining({ code: "reading.damagedBytes", actual: 1, severity: "warning" }),
    );
    expect(readText(bytes).findings.map(({ code }) => code)).toContain("reading.damagedBytes");
    expect(readHtml(new Uint8Array(utf8(page))).findings.map(({ code }) => code)).not.toContain("reading.damagedBytes");
  });

  it("never throws", () => {
    expect(decodeText(new Uint8Array([0xff, 0xff, 0x80]))).toContain("\ufffd");
  });
});
