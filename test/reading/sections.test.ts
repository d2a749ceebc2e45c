import { describe, expect, it } from "vitest";
import { printTables } from "../../src/index.js";
import { readHead } from "../../src/reading/head/readHead.js";
import type { SourceDocument } from "../../src/reading/source.js";
import { MAX_TEXT } from "../../src/report/schemaParts.js";
import { readText } from "../../src/text.js";
import { seda2023 } from "../support/seda.js";

const place = {
  format: "text",
  sheet: null,
  table: null,
  row: null,
  column: null,
  line: 1,
  offset: null,
  page: null,
  box: null,
} as const;

function headOf(text: string) {
  const document: SourceDocument = {
    format: "text",
    blocks: text.split("\n").map((line) => ({ kind: "paragraph", text: line, place })),
  };
  const { draft, findings } = readHead(document);
  return {
    narrative: draft.narrative,
    codes: findings.map(({ code }) => code).filter((code) => code.startsWith("reading.text")),
  };
}

describe("a section needs its own number", () => {
  it("parts of section 一 that are called like sections 二 to 四 are parts", () => {
    const { narrative, codes } = headOf(
      "一、总体情况\n（一）主动公开政府信息情况\n发布信息5条。\n（二）收到和处理政府信息公开申请情况\n收到申请4件。\n（三）政府信息管理情况\n管理。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n不足。",
    );
    expect(narrative).toEqual({
      overview: { proactiveDisclosure: "发布信息5条。", disclosureOnRequest: "收到申请4件。", informationManagement: "管理。" },
      problems: "不足。",
    });
    expect(codes).toEqual([]);
  });

  it.each([
    ["digits", "1、总体情况\n好。\n5、存在的主要问题及改进情况\n不足。\n6、其他需要报告的事项\n无。"],
    ["lost numbers", "总体情况\n好。\n存在的主要问题及改进情况\n不足。\n其他需要报告的事项\n无。"],
    ["brackets throughout", "（一）总体情况\n好。\n（五）存在的主要问题及改进情况\n不足。\n（六）其他需要报告的事项\n无。"],
    ["第一部分", "第一部分 总体情况\n好。\n第五部分 存在的主要问题及改进情况\n不足。\n第六部分 其他需要报告的事项\n无。"],
    ["one number too few", "一、总体情况\n好。\n四、存在的主要问题及改进情况\n不足。\n五、其他需要报告的事项\n无。"],
    [
      "a table of contents",
      "一、总体情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n一、总体情况\n好。\n五、存在的主要问题及改进情况\n不足。\n六、其他需要报告的事项\n无。",
    ],
  ])("%s", (_, text) => {
    expect(headOf(text)).toEqual({ narrative: { overview: "好。", problems: "不足。", other: "无。" }, codes: [] });
  });
});

it("text beside a table may be broken into lines of one width", () => {
  const text =
    "四、政府信息公开行政复议、行政诉讼情况\n结果结果其他尚未\n— 6 —\n本年度行政复议和行政诉讼的数量包括上年度结转的\n案件，以及本年度新收到的案件和机构改革后由其他机\n关移交的案件。\n另一行没有标点的文字在这里结束而后面没有句子了吧\n六、其他需要报告的事项\n无。";
  expect(headOf(text).narrative).toEqual({
    remedies: "本年度行政复议和行政诉讼的数量包括上年度结转的\n案件，以及本年度新收到的案件和机构改革后由其他机\n关移交的案件。",
    other: "无。",
  });
});

describe("a heading in other words", () => {
  it.each([
    [
      "begins no section whose title stands elsewhere",
      "一、总体情况\n好。\n二、工作机制保障\n有专人。\n三、公开平台建设\n维护了。\n一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n六、其他需要报告的事项\n无。",
      { overview: "好。\n二、工作机制保障\n有专人。\n三、公开平台建设\n维护了。", other: "无。" },
    ],
    [
      "carries on what stands above where it is about a section before",
      "一、总体情况\n好。\n二、政府信息公开工作情况\n三、主动公开工作情况\n公开信息5条。\n四、政府信息公开申请情况\n收到申请4件。\n六、其他事项\n无。",
      { overview: "好。", disclosure: "公开信息5条。", requests: "收到申请4件。", other: "无。" },
    ],
    [
      "is the next section where it is about that or about none",
      "一、工作概况\n好。\n二、信息发布\n公开信息5条。\n三、依申请公开\n收到申请4件。\n六、其他事项\n无。",
      { overview: "好。", disclosure: "公开信息5条。", requests: "收到申请4件。", other: "无。" },
    ],
  ])("%s", (_, text, narrative) => {
    expect(headOf(text)).toEqual({ narrative, codes: [] });
  });
});

describe("headings of the parts of section 一", () => {
  const PARTS_OF_OVERVIEW = {
    proactiveDisclosure: "发布5条。",
    disclosureOnRequest: "收到4件。",
    informationManagement: "管理。",
    platform: "维护。",
    supervision: "考核。",
  };

  it.each([
    [
      "with the text behind it",
      "（一）主动公开。发布5条。\n（二）依申请公开：收到4件。\n（三）政府信息管理。管理。\n（四）平台建设。维护。\n（五）监督保障。考核。",
    ],
    [
      "in many words",
      "（一）政府信息主动公开情况\n发布5条。\n（二）做好依申请公开工作\n收到4件。\n（三）规范政府信息管理\n管理。\n（四）加强平台建设\n维护。\n（五）政府信息公开监督保障情况。考核。",
    ],
    [
      "in brackets of both widths",
      "(一)主动公开\n发布5条。\n（二）依申请公开\n收到4件。\n（三）政府信息管理\n管理。\n(四)平台建设\n维护。\n（五）监督保障\n考核。",
    ],
  ])("%s", (_, text) => {
    expect(headOf(`一、总体情况\n${text}\n二、主动公开政府信息情况`).narrative).toEqual({ overview: PARTS_OF_OVERVIEW });
  });

  it("a list within a part stays in it", () => {
    const text = "（一）主动公开\n(1)发布5条。\n（二）依申请公开\n1.收到4件。\n一、办结。";
    expect(headOf(`一、总体情况\n${text}\n二、主动公开政府信息情况`).narrative).toEqual({
      overview: { proactiveDisclosure: "(1)发布5条。", disclosureOnRequest: "1.收到4件。\n一、办结。" },
    });
  });

  it("a heading that is numbered like the parts and is none of them leaves section 一 in one piece", () => {
    const text = "（一）主动公开\n发布5条。\n（二）依申请公开\n收到4件。\n（三）其他亮点工作。宣传。";
    expect(headOf(`一、总体情况\n${text}\n二、主动公开政府信息情况`).narrative).toEqual({ overview: text });
  });
});

describe("titles that are not the form's", () => {
  it.each([
    ["概述", "存在问题及改进情况", "其它需要报告的事项"],
    ["工作基本情况", "问题和不足", "其他事项"],
    ["总体工作情况", "下一步工作打算", "需要说明的事项"],
    ["引言", "主要困难", "附则"],
  ])("%s, %s and %s are told by number and order", (first, fifth, sixth) => {
    const text = `一、${first}\n好。\n二、主动公开政府信息情况\n五、${fifth}\n不足。\n六、${sixth}\n无。`;
    expect(headOf(text).narrative).toEqual({ overview: "好。", problems: "不足。", other: "无。" });
  });

  it.each(["一、加强领导。", "二、是制度还不健全，人员不足", "三、信息发布不及时；"])("%s in a text is text", (line) => {
    expect(headOf(`五、存在的主要问题及改进情况\n不足。\n${line}`).narrative).toEqual({ problems: `不足。\n${line}` });
  });

  it("a list in section 五 that counts from one stays in it", () => {
    const text = "五、存在的主要问题及改进情况\n一、存在的主要困难\n人少。\n二、改进措施\n加人。\n六、其他需要报告的事项\n无。";
    expect(headOf(text).narrative?.other).toBe("无。");
    expect(headOf(text).narrative?.problems).toContain("人少。");
  });
});

describe("text", () => {
  it("beside the tables of sections 二 to 四 is kept, what the form prints is not", () => {
    const text =
      "二、主动公开政府信息情况\n本年度制发规范性文件2件。\n| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 |\n信息内容\n三、收到和处理政府信息公开申请情况\n2023年收到申请4件，予以公开3件。\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n四、政府信息公开行政复议、行政诉讼情况\n未发生行政复议。行政诉讼1件。";
    expect(headOf(text).narrative).toEqual({
      disclosure: "本年度制发规范性文件2件。",
      requests: "2023年收到申请4件，予以公开3件。",
      remedies: "未发生行政复议。行政诉讼1件。",
    });
  });

  it.each([
    ["under the second of two headings", "一、总体情况\n很好很好。\n一、总体情况\n好。", "reading.textRepeated"],
    [
      "before section 一",
      "甲县2023年政府信息公开工作年度报告\n甲县今年修了三条路，群众十分满意。\n一、总体情况\n好。",
      "reading.textOutside",
    ],
    [
      "that counts something before section 一",
      "甲县2023年政府信息公开工作年度报告\n根据《条例》编制本报告，全年共收到申请12件。\n一、总体情况\n好。",
      "reading.textOutside",
    ],
    [
      "behind what pages print",
      "一、总体情况\n好。\n打印\n本年度公开了很多信息，群众十分满意。\n六、其他需要报告的事项\n无。",
      "reading.textOutside",
    ],
  ])("%s is said to be lost", (_, text, code) => {
    expect(headOf(text).codes).toEqual([code]);
  });

  it.each([
    "根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。",
    "本报告由甲县人民政府办公室编写，数据截至年底。",
    "现向社会公布甲县2023年政府信息公开工作年度报告。",
    "如对本报告有疑问，请与甲县人民政府办公室联系，电话：0836-1234567。",
    "本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止。",
    "全文包括总体情况等六个方面内容，由甲县人民政府办公室编制。",
  ])("that only introduces the report is not said to be lost: %s", (text) => {
    expect(headOf(`甲县2023年政府信息公开工作年度报告\n${text}\n一、总体情况\n好。`).codes).toEqual([]);
  });

  it("that begins like what pages print, but is a sentence, stays", () => {
    expect(headOf("六、其他需要报告的事项\n打印费用由本机关承担，不向申请人收取。").narrative?.other).toBe(
      "打印费用由本机关承担，不向申请人收取。",
    );
  });
});

describe("a section too long for a report", () => {
  const long = "公开工作平稳有序。".repeat(Math.ceil(MAX_TEXT / 9) + 1);

  it.each([
    ["in one paragraph", long],
    ["in many lines", long.replaceAll("。", "。\n")],
  ])("%s is said and left out", (_, text) => {
    const { narrative, codes } = headOf(`五、存在的主要问题及改进情况\n${text}\n六、其他需要报告的事项\n无。`);
    expect(codes).toEqual(["reading.textTooLong"]);
    expect(narrative).toEqual({ other: "无。" });
  });
});

describe("the lines of a table in a plain text", () => {
  const TEXTS = [
    "规范性文件1件，行政许可1110件。",
    "2023年，共收到申请4件，办结4件。\n其中予以公开4件。",
    "没有行政复议，也没有诉讼，共0件。",
  ];
  const printed = (parting: string, where: "above" | "below" | "nowhere"): string => {
    const tables = printTables(seda2023).map(({ caption, rows }, i) => {
      const lines = rows.map((row) => row.map(({ text }) => text.replaceAll("\n", "")).join(parting));
      const text = TEXTS[i] ?? "";
      return [caption, ...(where === "above" ? [text] : []), ...lines, ...(where === "below" ? [text] : [])].join("\n");
    });
    return ["色达县2023年政府信息公开工作年度报告", "一、总体情况", "好。", ...tables].join("\n\n");
  };

  describe.each([
    ["wide gaps", "   "],
    ["tabs", "\t"],
    ["bars", " | "],
  ])("parted by %s", (_, parting) => {
    it("are no text of their section", () => {
      const { draft, log } = readText(printed(parting, "nowhere"));
      expect(draft?.narrative).toEqual({ overview: "好。" });
      expect(log.every(({ value }) => value !== null)).toBe(true);
    });

    it.each(["above", "below"] as const)("leave the text %s them what it is", (where) => {
      const [disclosure, requests, remedies] = TEXTS;
      expect(readText(printed(parting, where)).draft?.narrative).toEqual({ overview: "好。", disclosure, requests, remedies });
    });
  });
});
