import { describe, expect, it } from "vitest";
import { docxToSource } from "../../src/formats/docx/read.js";
import { docxFile, outline, p, relationships, tbl, tc, tr } from "./support.js";

const OBJECT = "\ufffc";
const ID = "{12345678-0000-0000-0000-000000000001}";
const DATA =
  '<n:data xmlns:n="urn:a"><n:row><n:count>17</n:count><n:count>18</n:count><n:empty/></n:row><n:row no="19"/><n:day>2024-01-15T00:00:00</n:day><n:choice>2</n:choice></n:data>';
const core = (title: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const parts = {
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>`,
  "docProps/core.xml": core("某县2022年政府信息公开工作年度报告"),
  "word/_rels/document.xml.rels": relationships(["rId1", "customXml", "../customXml/item1.xml"]),
  "customXml/item1.xml": DATA,
  "customXml/_rels/item1.xml.rels": relationships(["rId1", "customXmlProps", "itemProps1.xml"]),
  "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="${ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
};
const binding = (path: string, id: string | null = ID) =>
  `<w:dataBinding w:xpath="${path}"${id === null ? "" : ` w:storeItemID="${id}"`}/>`;
const control = (content: string, properties: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const COUNT = "/n:data[1]/n:row[1]/n:count[1]";

/** The text of a cell in a row with another. */
function cellText(content: string): string {
  const rows = tbl(tr(tc("a"), tc("b")), tr(tc("a"), tc(content)));
  const [block] = outline(docxToSource(docxFile(rows, parts), "en"));
  const cell = Array.isArray(block) ? block[1]?.[1] : undefined;
  if (cell === undefined) throw new Error("no cell");
  return cell;
}

describe("a content control that is bound to data", () => {
  const inLine = (text: string, properties: string) => `<w:p>${control(run(text), properties)}</w:p>`;
  it.each([
    ["of which the data say the same", inLine("17", binding(COUNT)), "17"],
    ["of which the data say another number", inLine("12", binding(COUNT)), `17${OBJECT}`],
    ["in several runs", `<w:p>${control(run("1") + run("2"), binding(COUNT))}</w:p>`, `17${OBJECT}`],
    ["around paragraphs", control(p("12"), binding(COUNT)), `17${OBJECT}`],
    ["without text", control("<w:p/>", binding(COUNT)), `17${OBJECT}`],
    ["without paragraphs", `<w:p>${control("", binding(COUNT))}</w:p>`, `17${OBJECT}`],
    ["that shows its prompt where there are data", inLine("单击此处", `<w:showingPlcHdr/>${binding(COUNT)}`), `17${OBJECT}`],
    ["that shows its prompt where there are none", inLine("单击此处", `<w:showingPlcHdr/>${binding("/data/row/empty")}`), ""],
    ["of which the data say nothing", inLine("12", binding("/data/row/empty")), OBJECT],
    ["to the second of a name", inLine("12", binding("/n:data[1]/n:row[1]/n:count[2]")), `18${OBJECT}`],
    ["to the text of an element", inLine("12", binding(`${COUNT}/text()`)), `17${OBJECT}`],
    ["to an attribute", inLine("12", binding("/n:data/n:row[2]/@no")), `19${OBJECT}`],
    ["to no data", inLine("12", binding("/n:data/n:other")), "12"],
    ["to another root", inLine("12", binding("/n:other")), "12"],
    ["to data that the file has not", inLine("12", binding(COUNT, "{0}")), "12"],
    ["to whatever data there are", inLine("12", binding(COUNT, null)), `17${OBJECT}`],
    ["by a path that is not followed", inLine("12", binding("//n:count[. &gt; 1]")), `12${OBJECT}`],
    ["by a path that is not followed, without figures", inLine("甲", binding("//n:count")), "甲"],
    ["with a picture", inLine("12", `<w:picture/>${binding(COUNT)}`), "12"],
    ["with a date", inLine("2024年1月15日", `<w:date/>${binding("/data/day")}`), "2024年1月15日"],
    ["with a date in words", inLine("二〇二四年一月", `<w:date/>${binding("/data/day")}`), "二〇二四年一月"],
    ["with another date", inLine("2023年1月15日", `<w:date/>${binding("/data/day")}`), `2024年1月15日${OBJECT}`],
    [
      "with a choice",
      inLine("乙", `<w:dropDownList><w:listItem w:value="2" w:displayText="乙"/></w:dropDownList>${binding("/data/choice")}`),
      "乙",
    ],
    ["within another", control(inLine("12", binding(COUNT)), ""), `17${OBJECT}`],
  ])("%s", (_, content, expected) => {
    expect(cellText(content)).toBe(expected);
  });

  it("as rich text is unreadable where the data say something else", () => {
    const w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
    const rich = (path: string) => `<w15:dataBinding ${w15} w:xpath="${path}" w:storeItemID="${ID}"/>`;
    expect(cellText(inLine("12", rich(COUNT)))).toBe(`12${OBJECT}`);
    expect(cellText(inLine("12", `<w15:repeatingSection ${w15}/>${rich(COUNT)}`))).toBe("12");
  });

  it("is shown by the properties of the document, in a title too", () => {
    const title = `<w:p>${control(run("某县2023年政府信息公开工作年度报告"), binding("/ns1:coreProperties[1]/ns0:title[1]", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"))}</w:p>`;
    expect(outline(docxToSource(docxFile(title, parts), "en"))).toEqual(["某县2022年政府信息公开工作年度报告"]);
  });
});
