import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx, writeDocx } from "../../src/docx.js";
import { readContents } from "../../src/formats/docx/readContents.js";
import { Styles } from "../../src/formats/docx/styles.js";
import { toSource as wordToSource } from "../../src/formats/docx/toSource.js";
import { openWord2003 } from "../../src/formats/docx/word2003.js";
import { childOf, MAX_XML_BYTES } from "../../src/formats/office/xml.js";
import { readAny } from "../../src/formats/readAny.js";
import { readExcel2003 } from "../../src/formats/xlsx/excel2003.js";
import { figuresOf, printTables } from "../../src/index.js";
import { detectFormat } from "../../src/read.js";
import type { Reading } from "../../src/reading/readDocument.js";
import { readXlsx } from "../../src/xlsx.js";
import { outline } from "../containers/support.js";
import { seda2023 } from "../support/seda.js";

const TITLE = "色达县2023年政府信息公开工作年度报告";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readingOf(file: Uint8Array): Promise<Reading & { readonly format: string }> {
  const read = await readAny(file, { language: "en" });
  if (read.kind !== "reading") throw new Error(read.kind);
  return { ...read.reading, format: read.format };
}

const figures = ({ draft }: Reading) => (draft === null ? null : [...figuresOf(draft)]);

describe("a Word file as one XML file (Flat OPC)", () => {
  /** The parts of a package in one file; `keep` says which. */
  async function flat(keep: (name: string) => boolean = () => true): Promise<string> {
    const entries = Object.entries(unzipSync(await writeDocx(seda2023)));
    const parts = entries
      .filter(([name]) => name !== "[Content_Types].xml" && keep(name))
      .map(([name, content]) => {
        const xml = /\.(?:xml|rels)$/.test(name);
        const inside = xml
          ? `<pkg:xmlData>${strFromU8(content).replace(/^<\?xml[^>]*\?>\s*/, "")}</pkg:xmlData>`
          : "<pkg:binaryData>AAAA</pkg:binaryData>";
        return `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml">${inside}</pkg:part>`;
      });
    return `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join("")}</pkg:package>`;
  }

  it("is read as the same file in a container, figures, text and places", async () => {
    const reading = await readingOf(bytes(await flat()));
    const packed = await readDocx(await writeDocx(seda2023));
    expect(reading.format).toBe("flatOpc");
    expect(reading.report).toEqual(packed.report);
    expect(reading.places).toEqual(packed.places);
  });

  it("is read without the part that names the document", async () => {
    expect(figures(await readDocx(bytes(await flat((name) => !name.startsWith("_rels")))))).toEqual([...figuresOf(seda2023)]);
  });

  it.each([
    ["without a document", (xml: string) => xml.replaceAll("w:document", "w:other"), "format.corrupt"],
    ["with two parts of one name", (xml: string) => xml.replace(/<pkg:part.*?<\/pkg:part>/s, "$&$&"), "format.unsafe"],
    [
      "with entities",
      (xml: string) => xml.replace("<pkg:package", '<!DOCTYPE a [<!ENTITY b "4">]><pkg:package'),
      "format.unsafe",
    ],
    ["cut off", (xml: string) => xml.slice(0, -30), "format.corrupt"],
  ])("is refused %s", async (_, change, code) => {
    const changed = change((await flat((name) => name !== "_rels/.rels" || code !== "format.corrupt")) as string);
    await expect(readDocx(bytes(changed))).rejects.toMatchObject({ code });
  });
});

const W = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';
const word = (body: string, more = ""): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><w:wordDocument ${W} xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml">${more}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
const run = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const par = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;
const tc = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${par(run(text))}</w:tc>`;
const change = (type: string, content: string): string =>
  `<aml:annotation aml:id="0" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;

/** What is read of a Word 2003 XML file, as other tests of Word files put it. */
function outlineOf(xml: string) {
  const document = openWord2003(bytes(xml), "en");
  const root = document.xml(document.main) ?? undefined;
  const body = childOf(root, "w:body");
  if (body === undefined) throw new Error("no body");
  return outline(wordToSource(readContents(body, { styles: new Styles(document), coloured: false, language: "en" })));
}

describe("a Word 2003 XML file", () => {
  it.each<[string, string, readonly string[]]>([
    ["text", par(run("4"), run("2")), ["42"]],
    [
      "what was put in and what was taken out",
      par(run("4"), change("Insertion", run("2")), change("Deletion", run("9"))),
      ["42"],
    ],
    ["a comment", par(run("4"), change("Comment", par(run("see 5")))), ["4"]],
    ["a note", par(run("4"), `<w:r><w:footnote>${par(run("5"))}</w:footnote></w:r>`), ["4"]],
    ["a note with a mark of its own", par(run("4"), `<w:r><w:footnote w:suppressRef="on"/></w:r>`, run("1")), ["4¹"]],
    ["hidden and struck text", par(run("4"), run("1", "<w:vanish/>"), run("2", "<w:strike/>")), ["4"]],
    ["text that is not hidden", par(run("4", '<w:vanish w:val="off"/>')), ["4"]],
    ["raised digits", par(run("4"), run("1", '<w:vertAlign w:val="superscript"/>')), ["4¹"]],
    ["white text", par(run("4", '<w:color w:val="FFFFFF"/>'), run("5")), ["5"]],
    ["white text on a dark ground", par(run("4", '<w:color w:val="FFFFFF"/><w:highlight w:val="dark-blue"/>')), ["4"]],
    [
      "text on a pattern",
      par(run("4", '<w:color w:val="FFFFFF"/><w:shd w:val="pct-90" w:color="000000" w:fill="FFFFFF"/>')),
      ["4"],
    ],
    ["lines of no height", `<w:p><w:pPr><w:spacing w:line="20" w:line-rule="exact"/></w:pPr>${run("4")}</w:p>`, []],

    [
      "fields",
      par(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1+1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("4"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      ["4"],
    ],
    [
      "a paragraph whose end was taken out",
      `<w:p><w:pPr><w:rPr>${change("Deletion", "")}</w:rPr></w:pPr>${run("4")}</w:p>${par(run("2"))}`,
      ["42"],
    ],
  ])("is read as Word prints it: %s", (_, body, expected) => {
    expect(outlineOf(word(body))).toEqual(expected);
  });

  it("has spans where cells are merged, by the names of that time", () => {
    const rows = [
      `<w:tr>${tc("a", '<w:vmerge w:val="restart"/>')}${tc("b", '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${tc("", "<w:vmerge/>")}${tc("c", '<w:hmerge w:val="restart"/>')}${tc("", "<w:hmerge/>")}</w:tr>`,
      `<w:tr><w:trPr>${change("Deletion", "")}</w:trPr>${tc("x")}${tc("y")}${tc("z")}</w:tr>`,
    ];
    expect(outlineOf(word(`<w:tbl>${rows.join("")}</w:tbl>`))).toEqual([[["a 2x1", "b 1x2"], ["c 1x2"]]]);
  });

  it("marks a picture in a cell", () => {
    const picture = '<w:r><w:pict><w:binData w:name="a">QUJD</w:binData><v:shape><v:imagedata/></v:shape></w:pict></w:r>';
    const cells = `<w:tc>${par(run("4"), picture)}</w:tc>${tc("5")}`;
    expect(outlineOf(word(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>`))).toEqual([[["4\ufffc", "5"]]]);
  });

  it.each([
    ["set as two lines in one", '<w:asianLayout w:id="1" w:combine="on"/>'],
    ["of another size as a complex script", '<w:cs/><w:sz-cs w:val="2"/>'],
  ])("marks digits %s", (_, properties) => {
    const row = `<w:tr><w:tc>${par(run("42", properties))}</w:tc>${tc("5")}</w:tr>`;
    expect(outlineOf(word(`<w:tbl>${row}</w:tbl>`))).toEqual([[["42\ufffc", "5"]]]);
  });

  it("takes hidden text of styles for hidden", () => {
    const styles = '<w:styles><w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    expect(outlineOf(word(par(run("4"), run("1", '<w:rStyle w:val="a"/>')), styles))).toEqual(["4"]);
  });

  it.each([
    ["prints numbers", '<w:nfc w:val="0"/><w:lvlText w:val="%1."/>', "\ufffc4"],
    ["prints none", '<w:nfc w:val="255"/><w:lvlText w:val=""/>', "4"],
  ])("marks a figure in a list that %s", (_, level, expected) => {
    const lists = `<w:lists><w:listDef w:listDefId="3"><w:lvl w:ilvl="0">${level}</w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="3"/></w:list></w:lists>`;
    const cell = `<w:tc><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr>${run("4")}</w:p></w:tc>`;
    expect(outlineOf(word(`<w:tbl><w:tr>${cell}${tc("5")}</w:tr></w:tbl>`, lists))).toEqual([[[expected, "5"]]]);
  });

  it("is told by its content, and read with every figure", async () => {
    const tables = printTables(seda2023).map(({ caption, rows }) => {
      const lines = rows.map(
        (cells) => `<w:tr>${cells.map(({ text, colspan }) => tc(text, `<w:gridSpan w:val="${colspan}"/>`)).join("")}</w:tr>`,
      );
      return `${par(run(caption))}<w:tbl>${lines.join("")}</w:tbl>`;
    });
    const reading = await readingOf(bytes(word(par(run(TITLE)) + tables.slice(0, 1).join(""))));
    expect(reading.format).toBe("word2003");
    expect(reading.draft?.disclosure).toEqual(seda2023.disclosure);
    expect(reading.places["disclosure.administrativePenalty.decisions"]?.format).toBe("docx");
  });

  it("is refused without a body, and where its XML is not right", async () => {
    const empty = `<?mso-application progid="Word.Document"?><w:wordDocument ${W}/>`;
    await expect(readDocx(bytes(empty))).rejects.toMatchObject({ code: "format.corrupt" });
    await expect(readDocx(bytes(word("<w:p>").slice(0, -20)))).rejects.toMatchObject({ code: "format.corrupt" });
    const large = bytes(word(" ".repeat(MAX_XML_BYTES)));
    await expect(readDocx(large)).rejects.toMatchObject({ code: "format.limit" });
  });
});

const SS = "urn:schemas-microsoft-com:office:spreadsheet";
const book = (sheets: string, styles = "", more = ""): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${SS}" xmlns:ss="${SS}" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">${more}<Styles>${styles}</Styles>${sheets}</Workbook>`;
const sheet = (table: string, options = ""): string =>
  `<Worksheet ss:Name="表"><Table>${table}</Table><x:WorksheetOptions>${options}</x:WorksheetOptions></Worksheet>`;
const data = (value: string, type = "Number"): string => `<Data ss:Type="${type}">${value}</Data>`;
const cell = (content: string, attributes = ""): string => `<Cell ${attributes}>${content}</Cell>`;
const row = (cells: string, attributes = ""): string => `<Row ${attributes}>${cells}</Row>`;

/** What the cells of the sheets show, by row and column. */
const shown = (xml: string) =>
  readExcel2003(bytes(xml), "en").map(({ rows }) =>
    Object.fromEntries(
      [...rows].flatMap(([r, cells]) => [...cells].map(([c, { text }]) => [`${String.fromCharCode(64 + c)}${r}`, text])),
    ),
  );

describe("an Excel 2003 XML file", () => {
  it.each<[string, string, string, string]>([
    ["white above 5", "R1C1", "<Qualifier>Greater</Qualifier><Value1>5</Value1>", "color:white"],
    ["white above 5, by another name", "R1C1:R1C2", "<Qualifier>Greater</Qualifier><Value1>5</Value1>", "color:#FFFFFF"],
    [
      "struck out between",
      "R1,R9C9",
      "<Qualifier>Between</Qualifier><Value1>50</Value1><Value2>60</Value2>",
      "text-line-through:single",
    ],
    ["black on black by a formula", "C1", "<Value1>TRUE</Value1>", "background:black"],
    ["white where the cell itself", "R1C1", "<Value1>RC=51</Value1>", "color:white;font-weight:700"],
    ["white where another cell", "R1C1", "<Value1>RC[1]=7</Value1>", "color:white"],
  ])("marks what a rule hides: %s", (_, range, condition, style) => {
    const rule = `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>${range}</Range><Condition>${condition}<Format Style="${style}"/></Condition></ConditionalFormatting>`;
    const file = book(
      sheet(row(cell(data("51")) + cell(data("7"), 'ss:Index="4"'))).replace("</Worksheet>", `${rule}</Worksheet>`),
    );
    expect(shown(file)).toEqual([{ A1: "51\ufffc", D1: "7" }]);
  });

  it.each([
    ["R1C1", "<Qualifier>Less</Qualifier><Value1>5</Value1>", "color:white"],
    ["R1C2:R9C9", "<Value1>TRUE</Value1>", "color:white"],
    ["R1C1", "<Value1>RC=0</Value1>", "color:white"],
    ["R1C1", "<Value1>TRUE</Value1>", "color:red;text-line-through:none"],
    ["nowhere", "<Value1>TRUE</Value1>", "color:white"],
  ])("leaves what a rule for %s does not hide", (range, condition, style) => {
    const rule = `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>${range}</Range><Condition>${condition}<Format Style="${style}"/></Condition></ConditionalFormatting>`;
    expect(shown(book(sheet(row(cell(data("51")))).replace("</Worksheet>", `${rule}</Worksheet>`)))).toEqual([{ A1: "51" }]);
  });

  it("marks results where the sheet shows formulas, and runs in a text that is not seen", () => {
    const sum = '<Cell ss:Formula="=MAX(1,2)"><Data ss:Type="Number">2</Data></Cell>';
    expect(shown(book(sheet(row(sum + cell(data("3"))), "<x:DisplayFormulas/>")))).toEqual([{ A1: "2\ufffc", B1: "3" }]);
    const run = '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font>5</Font></ss:Data>';
    const struck = '<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style>';
    expect(shown(book(sheet(row(cell(run, 'ss:StyleID="s"') + cell(data("6"), 'ss:StyleID="s"'))), struck))).toEqual([
      { A1: "5\ufffc" },
    ]);
  });

  it("marks digits apart from one another that run from right to left", () => {
    const style = '<Style ss:ID="r"><Alignment ss:ReadingOrder="RightToLeft"/></Style>';
    expect(
      shown(book(sheet(row(cell(data("1 2", "String"), 'ss:StyleID="r"') + cell(data("12"), 'ss:StyleID="r"'))), style)),
    ).toEqual([{ A1: "1 2\ufffc", B1: "12" }]);
  });

  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    ["numbers as they were entered", row(cell(data("38.095330000000004"))), "", { A1: "38.09533" }],
    ["texts of two lines", row(cell(data("商业&#10;企业", "String"))), "", { A1: "商业\n企业" }],
    [
      "dates, truths, errors",
      row(cell(data("2024-01-31T00:00:00.000", "DateTime")) + cell(data("1", "Boolean")) + cell(data("#REF!", "Error"))),
      "",
      { A1: "2024-01-31", B1: "TRUE", C1: "#REF!" },
    ],
    [
      "rows and cells by their numbers",
      row(cell(data("1"), 'ss:Index="3"') + cell(data("2")), 'ss:Index="5"') + row(cell(data("3"))),
      "",
      { C5: "1", D5: "2", A6: "3" },
    ],
    ["rows that stand for several", row("", 'ss:Span="2"') + row(cell(data("1"))), "", { A4: "1" }],
    ["cells behind merged ones", row(cell(data("1"), 'ss:MergeAcross="2"') + cell(data("2"))), "", { A1: "1", D1: "2" }],
    [
      "nothing that is struck out",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style>',
      {},
    ],
    [
      "nothing certain of what is repeated over its width",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s"><Alignment ss:Horizontal="Fill"/></Style>',
      { A1: "4\ufffc" },
    ],
    [
      "nothing certain of what a diagonal crosses out",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s"><Borders><Border ss:Position="DiagonalLeft" ss:LineStyle="Continuous"/></Borders></Style>',
      { A1: "4\ufffc" },
    ],
    ["nothing white on paper", row(cell(data("4"), 'ss:StyleID="s"')), '<Style ss:ID="s"><Font ss:Color="#FFFFFF"/></Style>', {}],
    [
      "white on a dark ground",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s"><Font ss:Color="#FFFFFF"/><Interior ss:Color="#000080" ss:Pattern="Solid"/></Style>',
      { A1: "4" },
    ],
    [
      "what a row's style hides",
      row(cell(data("4")), 'ss:StyleID="s"'),
      '<Style ss:ID="s"><NumberFormat ss:Format=";;;"/></Style>',
      {},
    ],
    [
      "what a column's style hides",
      `<Column ss:Index="2" ss:StyleID="s"/>${row(cell(data("3")) + cell(data("4")))}`,
      '<Style ss:ID="s"><NumberFormat ss:Format=";;;"/></Style>',
      { A1: "3" },
    ],
    [
      "what a style is based on",
      row(cell(data("4"), 'ss:StyleID="t"')),
      '<Style ss:ID="s"><Font ss:Size="1"/></Style><Style ss:ID="t" ss:Parent="s"/>',
      {},
    ],
    [
      "what every style is based on",
      row(cell(data("4"))),
      '<Style ss:ID="Default"><NumberFormat ss:Format="0&quot;件&quot;"/></Style>',
      { A1: "4件" },
    ],
    [
      "styles based on one another",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s" ss:Parent="t"/><Style ss:ID="t" ss:Parent="s"/>',
      { A1: "4" },
    ],
    [
      "formats by name",
      row(cell(data("0.5"), 'ss:StyleID="p"') + cell(data("12.5"), 'ss:StyleID="f"') + cell(data("45292"), 'ss:StyleID="d"')),
      '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="f"><NumberFormat ss:Format="Fixed"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>',
      { A1: "0.5 [显示格式已改变数值]", B1: "12.50", C1: "2024-01-01" },
    ],
    [
      "raised digits of a cell",
      row(cell(data("4"), 'ss:StyleID="s"')),
      '<Style ss:ID="s"><Font ss:VerticalAlign="Superscript"/></Style>',
      { A1: "⁴" },
    ],
    [
      "raised, struck and white runs apart",
      row(
        cell(
          '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">5<Sup>1</Sup><S>2</S><Font html:Color="#FFFFFF">3</Font><B>4</B></ss:Data>',
        ),
      ),
      "",
      { A1: "5¹4" },
    ],
    [
      "no comments",
      row(cell(`${data("4")}<Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">5</ss:Data></Comment>`)),
      "",
      { A1: "4" },
    ],
  ])("is read as Excel prints it: %s", (_, table, styles, expected) => {
    expect(shown(book(sheet(table), styles))).toEqual([expected]);
  });

  const three = row(cell(data("2")) + cell(data("3")) + cell(data("4")));
  it.each<[string, string, string, string]>([
    ["a result that is not 0 counts", "=RC[-1]*2", "6", "6"],
    ["a 0 that is not the sum", "=SUM(R[-1]C:R[-1]C[2])", "0", "9"],
    ["a 0 that is the sum", "=SUM(R9C1:R9C3)", "0", "0"],
    ["a 0 of another formula", "=R[-1]C*0", "0", "=A1*0"],
    ["no result", "=R[-1]C+R[-1]C[1]-R1C3", "", "1"],
    ["a reference out of the sheet", "=RC[-3]", "0", "="],
    ["a cell of another sheet", "='a'!R1C1", "0", "="],
  ])("takes no result that nobody calculated: %s", (_, formula, result, expected) => {
    const own = cell(result === "" ? "" : data(result), `ss:Formula="${formula}"`);
    expect(shown(book(sheet(three + row(own))))[0]).toMatchObject({ A2: expected });
  });

  it("leaves out what is hidden: sheets, rows, columns", () => {
    const hidden = sheet(three, "<x:Visible>SheetHidden</x:Visible>");
    const table = `<Column ss:Hidden="1" ss:Span="1"/><Column ss:Width="50"/>${row(cell(data("1")), 'ss:Hidden="1"')}${row(cell(data("1")), 'ss:Height="1"')}${three}`;
    const [only, ...others] = readExcel2003(bytes(book(hidden + sheet(table))), "en");
    expect(others).toEqual([]);
    expect([...(only?.hiddenRows ?? [])]).toEqual([1, 2]);
    expect([...(only?.hiddenColumns ?? [])]).toEqual([1, 2]);
  });

  /** The form as Excel saves it. */
  const form = book(
    `<Worksheet ss:Name="年报"><Table>${row(cell(data(TITLE, "String")))}${printTables(seda2023)
      .map(({ caption, rows }) => {
        const lines = rows.map((cells) => {
          const content = cells.map(({ text, kind, column, colspan, rowspan }) =>
            cell(
              data(text, kind === "figure" ? "Number" : "String"),
              `ss:Index="${column + 1}" ss:MergeAcross="${colspan - 1}" ss:MergeDown="${rowspan - 1}"`,
            ),
          );
          return row(content.join(""));
        });
        return row(cell(data(caption, "String"))) + lines.join("");
      })
      .join("")}</Table></Worksheet>`,
  );

  it("is told by its content, and read with every figure and its place", async () => {
    const reading = await readingOf(bytes(form));
    expect(reading.format).toBe("excel2003");
    expect(figures(reading)).toEqual([...figuresOf(seda2023)]);
    expect(reading.draft).toMatchObject({ year: 2023, agency: { name: "色达县" } });
    expect(reading.places["disclosure.administrativeLicensing.decisions"]).toMatchObject({
      format: "xlsx",
      sheet: "年报",
      row: 9,
      column: 2,
    });
    expect(detectFormat(bytes(form), "a.xls")).toBe("excel2003");
  });

  it("may be in an encoding that it declares", async () => {
    // 中国 in GB18030.
    const declared = book(sheet(row(cell(data("##", "String")))).replace("表", "a")).replace("?>", ' encoding="GB2312"?>');
    const [before = "", after = ""] = declared.split("##");
    const file = new Uint8Array([...bytes(before), 0xd6, 0xd0, 0xb9, 0xfa, ...bytes(after)]);
    expect(readExcel2003(file, "en")[0]?.rows.get(1)?.get(1)?.text).toBe("中国");
  });

  it.each([
    ["a cell in the place of the one before", row(cell(data("1"), 'ss:Index="3"') + cell(data("2"), 'ss:Index="3"'))],
    ["a cell in the place of a merged one", row(cell(data("1"), 'ss:MergeAcross="2"') + cell(data("2"), 'ss:Index="3"'))],
    ["a row in the place of one before", row(cell(data("1"))) + row(cell(data("2")), 'ss:Index="1"')],
    ["an attribute without quotes", row(`<Cell><Data ss:Type=Number">1</Data></Cell>${cell(data("2"))}`)],
    ["an attribute that a quote is missing of", row(`<Cell><Data ss:Type="Number>1</Data></Cell>${cell(data("2"))}`)],
    ["an attribute twice", row('<Cell ss:Index="2" ss:Index="3"/>')],
  ])("is refused with %s", async (_, table) => {
    await expect(readXlsx(bytes(book(sheet(table))))).rejects.toMatchObject({ code: "format.corrupt" });
  });

  it("is refused without worksheets", async () => {
    await expect(readXlsx(bytes(book("")))).rejects.toMatchObject({ code: "format.corrupt" });
  });
});
