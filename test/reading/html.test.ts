import { describe, expect, it } from "vitest";
import { type Reading, readHtml } from "../../src/html.js";
import { printTables } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";

const TITLE = "<h1>某县2023年政府信息公开工作年度报告</h1>";
const COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;

/** Table 三 with plain headings and some rows. */
const requests = (...rows: readonly (readonly (string | number)[])[]): string => table(["项目", ...COLUMNS], ...rows);

const read = (html: string): Reading => readHtml(TITLE + html, { language: "en" });
const codes = ({ findings }: Reading): readonly string[] => findings.map(({ code }) => code);
const figureOf = ({ log }: Reading, address: string): unknown => log.find((entry) => entry.address === address)?.value;
const valuesOf = ({ log }: Reading, record: string): readonly unknown[] =>
  log.filter(({ address }) => address.startsWith(`${record}.`)).map(({ value }) => value);
const found = ({ log }: Reading): number => log.filter(({ value }) => value !== null).length;

describe("the style of a word processor", () => {
  const granted = (first: string): Reading => read(requests(["（一）予以公开", first, 0, 0, 0, 0, 0, 7]));

  it.each([
    ["struck out", '<span style="color:red;text-decoration: line-through">9</span>7'],
    ["struck out by its line", '<span style="text-decoration-line:line-through">9</span>7'],
    ["invisible", '<span style="visibility:hidden">9</span>7'],
  ])("leaves out what is %s", (_, text) => {
    expect(figureOf(granted(text), "requests.granted.naturalPerson")).toBe(7);
  });

  it.each(["super", "sub"])("keeps apart what is raised or lowered: %s", (how) => {
    const reading = granted(`7<span style="vertical-align:${how}">1</span>`);
    expect(figureOf(reading, "requests.granted.naturalPerson")).toBeNull();
    expect(codes(reading)).toContain("reading.unreadable");
  });

  it.each([
    '7<a href="#note1">1</a>',
    '<span style="font-size:0">9</span>7',
    '<span style="color:red; font-size: 0px;">9</span>7',
  ])("%s is not read", (content) => {
    const reading = granted(content);
    expect(figureOf(reading, "requests.granted.naturalPerson")).toBeNull();
    expect(codes(reading)).toContain("reading.unreadable");
  });

  it.each(['<a href="#">7</a>', '<a name="_GoBack"></a>7', '<span style="font-size:0.9em">7</span>'])("%s is 7", (content) => {
    expect(figureOf(granted(content), "requests.granted.naturalPerson")).toBe(7);
  });
});

describe("a page that an office program saved", () => {
  const granted = "requests.granted.naturalPerson";

  it.each([
    "<p><span style='mso-list:Ignore'>7<span>&nbsp;</span></span></p>",
    "<p><span style='mso-list:Ignore'>1<span>&nbsp;</span></span>007</p>",
  ])("has no figures in the numbers of its lists: %s", (first) => {
    const reading = read(requests(["（一）予以公开", first, 0, 0, 0, 0, 0, 7]));
    expect(figureOf(reading, granted)).toBeNull();
    expect(codes(reading)).toContain("reading.unreadable");
  });

  it("may number its rows so", () => {
    const label = "<p><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span>予以公开</p>";
    expect(figureOf(read(requests([label, 7, 0, 0, 0, 0, 0, 7])), granted)).toBe(7);
  });

  it.each([
    ["<col><col style='display:none'>", [null, 0]],
    ["<col span=2 style='display:none'>", [null, 0]],
    ["<colgroup style='visibility:collapse' span=3></colgroup>", [null, null]],
    ["<col span=2><col style='width:10pt'>", [7, 0]],
  ])("may hide columns: %s", (columns, values) => {
    const page = requests(["（一）予以公开", 7, 0, 0, 0, 0, 0, 7]).replace("<table>", `<table>${columns}`);
    expect(valuesOf(read(page), "requests.granted").slice(0, 2)).toEqual(values);
  });
});

describe("a table without headings", () => {
  const row = (label: string, figure: number) => [label, figure, 0, 0, 0, 0, 0, figure] as const;

  it.each<readonly [string, string, number | null]>([
    ["carries on with the row that comes next", table(row("（二）部分公开", 3)), 3],
    ["does not begin again with the row that came last", table(row("（一）予以公开", 7), row("（二）部分公开", 3)), null],
    ["does not go back", table(row("一、本年新收政府信息公开申请数量", 9), row("（二）部分公开", 3)), null],
    ["does not carry on behind an unknown row", table(row("（二）部分公开（上年）", 1), row("（二）部分公开", 3)), null],
  ])("%s", (_, next, figure) => {
    const reading = read(requests(row("（一）予以公开", 7)) + next);
    expect(figureOf(reading, "requests.granted.total")).toBe(7);
    expect(figureOf(reading, "requests.partiallyGranted.total") ?? null).toBe(figure);
    expect(reading.findings.some(({ message }) => message.includes("（二）部分公开"))).toBe(figure === null);
  });
});

describe("two tables of one kind", () => {
  const GRANTED = ["（一）予以公开", 7, 0, 0, 0, 0, 0, 7] as const;
  const REPEATED = ["2.重复申请", 1, 0, 0, 0, 0, 0, 1] as const;
  const lastYear = requests(["（一）予以公开", 9, 0, 0, 0, 0, 0, 9], ["2.重复申请", 5, 0, 0, 0, 0, 0, 5]);
  const remedies = (figures: readonly (string | number)[]): string => {
    const results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const heading = "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>";
    const below = `<tr>${results.map((text) => `<td rowspan=2>${text}</td>`).join("")}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>`;
    const cells = (texts: readonly (string | number)[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    return `<table>${heading}${below}${cells([...results, ...results])}${cells(figures)}</table>`;
  };

  it.each([
    ["a row is missing", requests(GRANTED)],
    ["a row has a cell too few", requests(GRANTED, REPEATED.slice(0, -1))],
    ["a column cannot be told", requests(GRANTED, REPEATED).replace("自然人", "自燃人")],
  ])("are not mixed where in one of them %s", (_, thisYear) => {
    const reading = read(thisYear + lastYear);
    expect(found(reading)).toBe(0);
    expect(codes(reading)).toContain("reading.rowContested");
    const contested = reading.findings.find(({ code }) => code === "reading.rowContested");
    expect(contested).toMatchObject({ severity: "error", place: { table: 2 } });
  });

  it("are not mixed where one of them has no figures", () => {
    const reading = read(remedies(new Array<string>(15).fill("")) + remedies(new Array<number>(15).fill(3)));
    expect(found(reading)).toBe(0);
    expect(codes(reading)).toContain("reading.rowContested");
  });

  it("give what they agree on", () => {
    const reading = read(requests(GRANTED) + requests(GRANTED, REPEATED));
    expect(valuesOf(reading, "requests.granted")).toEqual([7, 0, 0, 0, 0, 0, 7]);
    expect(valuesOf(reading, "requests.repeatedRequest")).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });
});

describe("columns in another order than the form's", () => {
  const [person = "", ...others] = COLUMNS;
  const members = others
    .slice(0, -1)
    .map((text) => `<td>${text}</td>`)
    .join("");
  const figures = (texts: readonly number[]): string =>
    `<tr><td>（一）予以公开</td>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;

  it("are read where all their headings are there", () => {
    const reading = read(
      `<table><tr><td rowspan=2>项目</td><td rowspan=2>总计</td><td rowspan=2>${person}</td><td colspan=5>法人或其他组织</td></tr><tr>${members}</tr>${figures([7, 1, 2, 0, 0, 0, 4])}</table>`,
    );
    expect(valuesOf(reading, "requests.granted")).toEqual([1, 2, 0, 0, 0, 4, 7]);
  });

  it("are not read where the heading of a group is missing, and others moved into its place", () => {
    const reading = read(
      `<table><tr><td rowspan=2>项目</td><td rowspan=2>${person}</td><td rowspan=2>总计</td></tr><tr>${members}</tr>${figures([1, 2, 0, 0, 0, 4, 7])}</table>`,
    );
    expect(found(reading)).toBe(0);
    expect(codes(reading)).toContain("reading.columnsAmbiguous");
  });
});

describe("rows", () => {
  it("are found in any order of the document, by their own label", () => {
    const reading = read(requests(["（二）部分公开", 1, 2, 3, 4, 5, 6, 21], ["（一）予以公开", 7, 0, 0, 0, 0, 0, 7]));
    expect(valuesOf(reading, "requests.partiallyGranted")).toEqual([1, 2, 3, 4, 5, 6, 21]);
    expect(valuesOf(reading, "requests.granted")).toEqual([7, 0, 0, 0, 0, 0, 7]);
  });

  it("with a cell too few or too many stay blank, and nothing moves over", () => {
    const reading = read(requests(["（一）予以公开", 1, 2, 3, 4, 5, 6], ["（二）部分公开", 1, 2, 3, 4, 5, 6, 7, 8]));
    expect(found(reading)).toBe(0);
    expect(codes(reading).filter((code) => code === "reading.rowMisaligned")).toHaveLength(2);
    const [finding] = reading.findings;
    expect(finding).toMatchObject({ expected: 7, actual: 6, place: { row: 2 } });
    expect(finding?.cells).toHaveLength(7);
  });

  it("that lost the cell of their group above the page break are not read one column too far left", () => {
    const headings = `<tr><td colspan=3>项目</td>${COLUMNS.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    const line = (label: string, figures: readonly (string | number)[]): string =>
      `<tr><td>（五）不予处理</td><td>${label}</td>${figures.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    const lost = line("2.重复申请", ["", 2, 0, 0, 0, 0, 2, ""]);
    const whole = line("3.要求提供公开出版物", ["", 3, 0, 0, 0, 0, 0, 3]);
    const reading = read(`<table>${headings}${lost}${whole}</table>`);
    expect(valuesOf(reading, "requests.repeatedRequest")).toEqual(COLUMNS.map(() => null));
    expect(codes(reading)).toContain("reading.rowMisaligned");
    expect(valuesOf(reading, "requests.publishedMaterial")).toEqual([3, 0, 0, 0, 0, 0, 3]);
  });

  it("that the form does not have are reported and not read", () => {
    const reading = read(requests(["（一）予以公开", 7, 0, 0, 0, 0, 0, 7], ["（八）另行统计", 9, 9, 9, 9, 9, 9, 9]));
    expect(found(reading)).toBe(7);
    expect(reading.findings.find(({ code }) => code === "reading.rowUnknown")).toMatchObject({ actual: "（八）另行统计" });
  });

  it("named 其他 in another group are not taken for the one of the form", () => {
    const reading = read(
      requests(
        ["（五）不予处理", "", "", "", "", "", "", ""],
        ["4.无正当理由大量反复申请", 1, 0, 0, 0, 0, 0, 1],
        ["6.其他", 9, 0, 0, 0, 0, 0, 9],
      ),
    );
    expect(valuesOf(reading, "requests.excessiveRequests")).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(figureOf(reading, "requests.otherReasons.total")).toBeNull();
    expect(codes(reading)).toContain("reading.rowOutOfPlace");
  });

  it("named 总计 within a group are not taken for the total of the form", () => {
    const reading = read(requests(["1.属于国家秘密", 1, 0, 0, 0, 0, 0, 1], ["总计", 1, 0, 0, 0, 0, 0, 1]));
    expect(figureOf(reading, "requests.concluded.total")).toBeNull();
    expect(codes(reading)).toContain("reading.rowOutOfPlace");
  });

  it("that occur twice are taken only if they agree", () => {
    const same = ["（一）予以公开", 7, 0, 0, 0, 0, 0, 7];
    const agree = read(requests(same, same));
    expect(figureOf(agree, "requests.granted.total")).toBe(7);
    expect(codes(agree)).toContain("reading.rowRepeated");
    const differ = read(requests(same, ["（一）予以公开", 8, 0, 0, 0, 0, 0, 8]));
    expect(figureOf(differ, "requests.granted.total")).toBeNull();
    expect(codes(differ)).toContain("reading.rowDuplicate");
  });

  it("carry the heading of their group in the same cell", () => {
    const reading = read(requests(["三、本年度办理结果（三）不予公开 1.属于国家秘密", 7, 0, 0, 0, 0, 0, 7]));
    expect(figureOf(reading, "requests.stateSecret.total")).toBe(7);
  });
});

describe("columns", () => {
  it("are found by their headings in any order", () => {
    const reading = read(table(["项目", ...[...COLUMNS].reverse()], ["（一）予以公开", 21, 6, 5, 4, 3, 2, 1]));
    expect(valuesOf(reading, "requests.granted")).toEqual([1, 2, 3, 4, 5, 6, 21]);
  });

  it.each([
    ["one is missing", COLUMNS.slice(1)],
    ["one cannot be read", ["自然人", "商业企业", "？？", ...COLUMNS.slice(3)]],
    ["one is there twice", [...COLUMNS.slice(0, 6), "自然人", "总计"]],
    ["there is one more", [...COLUMNS, "同比"]],
  ])("are refused together where %s", (_what, columns) => {
    const reading = read(table(["项目", ...columns], ["（一）予以公开", ...columns.map((_, i) => i)]));
    expect(reading.draft).toBeNull();
    expect(codes(reading)).toContain("reading.columnsAmbiguous");
  });

  it("of an amount say in what it is stated", () => {
    const reading = read(table(["信息内容", "本年收费金额（单位：元）"], ["行政事业性收费", "380953.3"]));
    expect(figureOf(reading, "disclosure.administrativeFees.feesCollected")).toBe("38.09533");
    expect(reading.findings.find(({ code }) => code === "reading.unitConverted")).toMatchObject({
      severity: "warning",
      actual: "380953.3",
    });
  });
});

describe("cells", () => {
  const row = (cell: string): string =>
    `<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>${cell}<tr><td>行政处罚<td>5</table>`;
  const decisions = "disclosure.administrativeLicensing.decisions";

  it.each([
    ["<p class=MsoNormal><span lang=EN-US>1</span><span lang=EN-US>110<o:p></o:p></span></p>", 1110],
    ["<font>1<!-- 9 -->110</font>", 1110],
    ["<span style='display:none'>9</span>1110", 1110],
    ["<del>999</del>1110", 1110],
    ["<script>9</script>1110<style>9</style>", 1110],
    ["1110<br>", 1110],
    ["<p>1110</p><p>&nbsp;</p>", 1110],
    ["1110<sup>1</sup>", null],
    ["<p>11</p><p>10</p>", null],
    ["1&#44;110", 1110],
    ["１１１０", 1110],
    ["&nbsp;", null],
  ])("%s", (cell, value) => expect(figureOf(read(row(cell)), decisions)).toBe(value));

  it("that reach over two rows belong to neither", () => {
    const reading = read("<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td rowspan=2>5<tr><td>行政强制</table>");
    expect(found(reading)).toBe(0);
    expect(codes(reading)).toContain("reading.merged");
  });

  it("that were not merged must agree", () => {
    const cells = (...values: readonly string[]): Reading =>
      read(
        `<table><tr><td>信息内容<td colspan=3>本年处理决定数量<tr><td>行政许可${values.map((value) => `<td>${value}`).join("")}</table>`,
      );
    expect(figureOf(cells("7", "", ""), decisions)).toBe(7);
    expect(figureOf(cells("7", "7", "7"), decisions)).toBe(7);
    expect(figureOf(cells("7", "8", ""), decisions)).toBeNull();
    expect(codes(cells("7", "8", ""))).toContain("reading.conflicting");
  });

  it.each(["\n", "\r\n"])("say where they stand, with line ends %j", (end) => {
    const html = ["<table>", "<tr><td>信息内容<td>本年处理决定数量", "<tr><td>行政许可", '<td class="x">', "7</table>"].join(end);
    const offset = html.indexOf('x">') + 3;
    const place = { format: "html", sheet: null, table: 1, row: 2, column: 2, line: 4, offset, page: null, box: null };
    expect(readHtml(html).places[decisions]).toEqual(place);
  });
});

describe("pages", () => {
  const [disclosure, ...others] = printTables(seda2023).map(
    ({ rows }) =>
      `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td rowspan=${cell.rowspan} colspan=${cell.colspan}>${cell.text}</td>`).join("")}</tr>`).join("")}</table>`,
  );

  it("may hold the report in tables within tables, with navigation around it", () => {
    const body = [disclosure, ...others].join("<p>&nbsp;</p>");
    const page = `<table><tr><td colspan=2><a>首页</a><a>行政许可</a></td></tr><tr><td><table><tr><td>其他</td><td>总计</td><td>7</td></tr></table></td><td><table><tr><td>${TITLE}${body}</td></tr></table></td></tr></table>`;
    const { report, findings } = readHtml(page);
    expect(report?.disclosure).toEqual(seda2023.disclosure);
    expect(report?.requests).toEqual(seda2023.requests);
    expect(report?.remedies).toEqual(seda2023.remedies);
    expect(findings).toEqual([]);
  });

  it("may leave an element beside the article open", () => {
    for (const open of ["<nav><a>行政许可</a>", "<aside>", "<xml>", "<button>"]) {
      expect(readHtml(`${TITLE}${open}${[disclosure, ...others].join("")}`).report?.remedies).toEqual(seda2023.remedies);
    }
  });

  it("without a table of the form give no draft and say so", () => {
    const { draft, log, findings } = readHtml("<p>公告</p><table><tr><td>1</td></tr></table>");
    expect([draft, log]).toEqual([null, []]);
    expect(findings).toMatchObject([{ code: "reading.noTables", severity: "error", actual: 1 }]);
  });

  it("with one table only say that the others are missing", () => {
    const { draft, findings } = readHtml(TITLE + disclosure);
    expect(Object.keys(draft ?? {})).toEqual(expect.arrayContaining(["edition", "disclosure"]));
    expect(findings.filter(({ code }) => code === "reading.tableMissing").map(({ params }) => params["table"])).toEqual([
      "三",
      "四",
    ]);
  });

  it("of a year whose edition is another one are read on the edition of their tables", () => {
    const page = `<h1>某县2020年政府信息公开工作年度报告</h1>${disclosure}`;
    const { draft, findings } = readHtml(page);
    expect(draft).toMatchObject({ edition: "2021", year: 2020 });
    expect(findings.find(({ code }) => code === "reading.editionYear")).toMatchObject({ expected: "2019", actual: "2021" });
  });

  it("with tables that are the same in both editions follow the year", () => {
    const remedies = others[1] ?? "";
    expect(readHtml(`<h1>某县2020年政府信息公开工作年度报告</h1>${remedies}`).draft?.edition).toBe("2019");
    const unclear = readHtml(remedies);
    expect(unclear.draft?.edition).toBe("2021");
    expect(unclear.findings.map(({ code }) => code)).toContain("reading.editionUnclear");
  });

  it("in GB18030 are decoded", () => {
    const bytes = new Uint8Array([0xd0, 0xd0, 0xd5, 0xfe, 0xd0, 0xed, 0xbf, 0xc9]);
    const start = new TextEncoder().encode("<meta charset=gb2312><p>");
    expect(readHtml(new Uint8Array([...start, ...bytes])).findings[0]?.code).toBe("reading.noTables");
  });

  it("change nothing that they are given", () => {
    const bytes = new TextEncoder().encode(TITLE + disclosure);
    const before = bytes.slice();
    readHtml(bytes);
    expect(bytes).toEqual(before);
  });
});

describe("a preformatted text", () => {
  const lines = (granted: string): string =>
    [
      "一、总体情况",
      ["项目", ...COLUMNS].join("\t"),
      ["（一）予以公开", granted, 0, 0, 0, 0, 0, 7].join("\t"),
      ["（二）部分公开", 3, 0, 0, 0, 0, 0, 3].join("\t"),
    ].join("\n");

  it.each(["pre", "xmp", "listing", "plaintext"])("in <%s> is read as the same text in a file", (tag) => {
    const reading = read(`<p>前言。</p><${tag}>${lines("7")}\n</${tag}>`);
    expect(valuesOf(reading, "requests.granted")).toEqual([7, 0, 0, 0, 0, 0, 7]);
    expect(valuesOf(reading, "requests.partiallyGranted")).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(reading.places["requests.partiallyGranted.total"]).toMatchObject({
      format: "html",
      table: 1,
      row: 3,
      column: 8,
      line: 1,
    });
  });

  it("has its sections as in a file", () => {
    const { draft } = read(
      "<pre>一、总体情况\n好。\n二、主动公开政府信息情况\n信息内容   本年处理决定数量\n行政许可   12\n五、存在的主要问题及改进情况\n无。</pre>",
    );
    expect(draft?.narrative).toEqual({ overview: "好。", problems: "无。" });
  });

  it("counts as a table after those before it", () => {
    const reading = read(
      `${table(["信息内容", "本年处理决定数量"], ["行政许可", 12])}<pre>${lines("7")}</pre>${table(["行政处罚", 3])}`,
    );
    expect(reading.places["disclosure.administrativeLicensing.decisions"]).toMatchObject({ table: 1 });
    expect(reading.places["requests.granted.total"]).toMatchObject({ table: 2 });
  });

  it.each([
    ["is struck out or hidden", '<s>9</s>7<span style="display:none">9</span>'],
    ["is set in bold", "<b>7</b>"],
  ])("leaves out what %s", (_, granted) => {
    expect(figureOf(read(`<pre>${lines(granted)}</pre>`), "requests.granted.naturalPerson")).toBe(7);
  });

  it.each([
    ["a raised note", "7<sup>1</sup>"],
    ["a picture", '7<img src="1.png">'],
    ["small print", '7<span style="font-size:6px">1</span>'],
    ["tiny print", '7<span style="font-size:0">1</span>'],
    ["pale letters", '7<span style="color:#eee">1</span>'],
    ["letters from right to left", '<bdo dir="rtl">12</bdo>'],
    ["letters that have moved", '<span style="position:relative;left:-20px">1</span>2'],
    ["what the style prints", "<q>7</q>"],
    ["a line of its own", "<div>7</div>"],
  ])("takes no figure next to %s", (_, granted) => {
    const reading = read(`<pre>${lines(granted)}</pre>`);
    expect(figureOf(reading, "requests.granted.naturalPerson") ?? null).toBeNull();
    expect(valuesOf(reading, "requests.partiallyGranted")).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(reading.findings.some(({ cells, message }) => cells.length > 0 || message.includes("（一）予以公开"))).toBe(true);
  });

  it("without a table stays a paragraph, and with one in it is gone through", () => {
    expect(read("<pre>一、总体情况\n好。</pre>").draft).toBeNull();
    const reading = read(`<pre>${requests(["（一）予以公开", 7, 0, 0, 0, 0, 0, 7])}</pre>`);
    expect(figureOf(reading, "requests.granted.total")).toBe(7);
  });
});
