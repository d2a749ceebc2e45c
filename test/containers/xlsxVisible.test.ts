import { describe, expect, it } from "vitest";
import { MAX_CONDITIONAL_LOOKS, MAX_CONDITIONAL_RANGES } from "../../src/formats/xlsx/conditions.js";
import { xlsxToSource } from "../../src/formats/xlsx/read.js";
import { MAX_SHEET_CHARACTERS } from "../../src/formats/xlsx/readWorkbook.js";
import { MAX_FORMULA_DEPTH, MAX_SUMMANDS, movedFormula, partsOf } from "../../src/formats/xlsx/sums.js";
import { readXlsx } from "../../src/xlsx.js";
import { outline, type WorkbookParts, xlsxFile } from "./support.js";

const OBJECT = "\ufffc";
const CHANGED = "[显示格式已改变数值]";
const s = (address: string, text: string, style = 0) =>
  `<c r="${address}" s="${style}" t="inlineStr"><is>${text.startsWith("<") ? text : `<t>${text}</t>`}</is></c>`;
const n = (address: string, value: string | number, style = 0) => `<c r="${address}" s="${style}"><v>${value}</v></c>`;
const f = (address: string, formula: string, result: string | null) =>
  `<c r="${address}"><f>${formula}</f>${result === null ? "" : `<v>${result}</v>`}</c>`;
const row = (number: number, cells: string, attributes = "") => `<row r="${number}" ${attributes}>${cells}</row>`;
const cellOf = (cell: string, rest: Omit<WorkbookParts, "sheets"> = {}) => {
  const rows = row(1, s("A1", "x") + s("B1", "y")) + row(2, s("A2", "z") + cell);
  const [table] = xlsxToSource(xlsxFile({ sheets: [{ rows }], ...rest }), "en").blocks;
  return table?.kind === "table" ? table.rows[1]?.[1] : undefined;
};

describe("what number formats print", () => {
  const code = (format: string) =>
    `<numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', "&quot;")}"/></numFmts><fonts/><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`;
  it.each([
    [";;;", "51", ""],
    [";;", "51", ""],
    ['"";""', "51", ""],
    [";-0", "51", ""],
    [";-0", "-51", "-51"],
    ["0;;", "-51", ""],
    ["0;-0;;@", "0", "0"],
    ['0;-0;"-"', "0", "0"],
    [";;0", "0", "0"],
    [";;;", "0", ""],
    ['"5"0', "12", `12 ${CHANGED}`],
    ['0"5"', "12", `12 ${CHANGED}`],
    ["\\50", "12", `12 ${CHANGED}`],
    ['"5"', "12", `12 ${CHANGED}`],
    ['"无"', "12", `12 ${CHANGED}`],
    ['0;0;"5"', "0", `0 ${CHANGED}`],
    ['0;"5"0', "-1", `-1 ${CHANGED}`],
    ["[=51]0;General", "51", `51 ${CHANGED}`],
    ["*0#", "51", `51 ${CHANGED}`],
    ["#*0", "51", `51 ${CHANGED}`],
    ["*-0", "51", `51 ${CHANGED}`],
    ["*.0", "51", `51 ${CHANGED}`],
    ['"１"0', "51", `51 ${CHANGED}`],
    ['"."0', "51", `51 ${CHANGED}`],
    ["@", "51", "51"],
    ['@"元"', "51", "51元"],
    ['"1"@', "51", `51 ${CHANGED}`],
    ["@@", "51", `51 ${CHANGED}`],
    ["0* ", "51", "51"],
    ["0E+00", "51", `51 ${CHANGED}`],
    ["[White]0", "51", `51 ${CHANGED}`],
    ["[Color 2]0", "51", `51 ${CHANGED}`],
    ["[Color10]0", "51", "51"],
    ["-0", "51", `51 ${CHANGED}`],
    ["(0)", "51", `51 ${CHANGED}`],
    ['0"+"', "51", `51 ${CHANGED}`],
    ["+0", "51", "51"],
    ["0_)", "51", "51"],
    ["[$-804]0", "51", "51"],
    ["0;0", "-51", `-51 ${CHANGED}`],
    ["0;[Red]0", "-51", "-51"],
    ["0;(0)", "-51", "-51"],
    ['0;"减"0', "-51", "减-51"],
    ["[颜色2]0;0", "51", `51 ${CHANGED}`],
    ["0;[White]0", "51", "51"],
    ["[Color 10]0", "51", "51"],
    ["00000", "51", "51"],
    ['0"件"', "51", "51件"],
  ])("%s of %s", (format, value, expected) => {
    expect(cellOf(n("B2", value, 1), { styles: code(format) })?.text).toBe(expected);
  });

  it.each([
    [";;;", ""],
    ["0;0;0;", ""],
    ['0;0;0;""', ""],
    ["@", "51"],
    ["0;0;0;@", "51"],
    ["0", "51"],
    ['@"件"', "51件"],
    ['"9"@', `51 ${CHANGED}`],
    ["*9@", `51 ${CHANGED}`],
    ['"."@', `51 ${CHANGED}`],
    ["0;0;0;@@", `51 ${CHANGED}`],
    ["0;0;0;[White]@", `51 ${CHANGED}`],
    ['0;0;0;"见附件"', `51 ${CHANGED}`],
  ])("%s of a text", (format, expected) => {
    expect(cellOf(s("B2", "51", 1), { styles: code(format) })?.text).toBe(expected);
    const strings = "<si><t>51</t></si>";
    expect(cellOf('<c r="B2" s="1" t="s"><v>0</v></c>', { styles: code(format), strings })?.text).toBe(expected);
  });
});

describe("what fonts and fills hide", () => {
  const styles = (font: string, fill = "") =>
    `<fonts><font/><font>${font}</font></fonts><fills><fill><patternFill patternType="none"/></fill><fill>${fill}</fill></fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>`;
  const theme =
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="FFFFFF"/></a:accent1><a:accent2><a:srgbClr val="4472C4"/></a:accent2></a:clrScheme></a:themeElements></a:theme>';
  const solid = (colour: string) => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;
  const WHITE = '<color rgb="FFFFFFFF"/>';
  it.each([
    ["white", WHITE, "", ""],
    ["the first colour of the theme", '<color theme="0"/>', "", ""],
    ["the colour of paper by another theme", '<color theme="4"/>', "", ""],
    ["black by the theme on black", '<color theme="1"/>', solid('rgb="FF000000"'), ""],
    ["black lightened to white", '<color theme="1" tint="1"/>', "", ""],
    ["black lightened by half", '<color theme="1" tint="0.5"/>', "", "51"],
    ["black by number on black", '<color indexed="8"/>', solid('rgb="FF000000"'), ""],
    ["of no colour on black", "", solid('rgb="FF000000"'), `51${OBJECT}`],
    ["in a font of symbols", '<name val="Ornaments"/><charset val="2"/>', "", OBJECT + OBJECT],
    ["in the font Symbol", '<name val="Symbol"/><charset val="2"/>', "", "51"],
    ["a dark shade of it", '<color theme="0" tint="-0.5"/>', "", "51"],
    ["white by number", '<color indexed="9"/>', "", ""],
    ["white on blue", WHITE, solid('rgb="FF000080"'), "51"],
    ["white on a colour of the theme", WHITE, solid('theme="5"'), "51"],
    ["white on a colour that the theme does not have", WHITE, solid('theme="9"'), "51"],
    ["white on white", WHITE, solid('rgb="FFFFFFFF"'), ""],
    ["blue on blue", '<color rgb="FF000080"/>', solid('rgb="FF000080"'), ""],
    ["green", '<color rgb="FF00B050"/>', "", "51"],
    ["tiny", '<sz val="1"/>', "", ""],
    ["of a colour by number, on the same", '<color indexed="13"/>', solid('rgb="FFFFFF00"'), ""],
    ["raised", '<vertAlign val="superscript"/>', "", "⁵¹"],
    ["not raised", '<vertAlign val="baseline"/>', "", "51"],
    ["struck out", "<strike/>", "", ""],
    ["not struck out", '<strike val="0"/>', "", "51"],
    ["in a font of pictures", '<name val="Wingdings"/>', "", OBJECT + OBJECT],
  ])("%s", (_, font, fill, expected) => {
    expect(cellOf(n("B2", 51, 1), { styles: styles(font, fill), theme })?.text).toBe(expected);
    expect(cellOf(s("B2", "51", 1), { styles: styles(font, fill), theme })?.text).toBe(expected);
  });

  it.each([
    ["repeated over its width", '<alignment horizontal="fill"/>', 0, `51${OBJECT}`],
    ["in the middle", '<alignment horizontal="center"/>', 0, "51"],
    ["crossed out by a diagonal", "", 1, `51${OBJECT}`],
    ["with a diagonal that is not drawn", "", 2, "51"],
  ])("%s", (_, alignment, border, expected) => {
    const diagonal = (style: string) => `<border diagonalDown="1"><diagonal${style}/></border>`;
    const borders = `<borders><border/>${diagonal(' style="thin"')}${diagonal("")}</borders>`;
    const own = `<fonts><font/></fonts>${borders}<cellXfs><xf/><xf borderId="${border}">${alignment}</xf></cellXfs>`;
    expect(cellOf(n("B2", 51, 1), { styles: own })?.text).toBe(expected);
    expect(cellOf(s("B2", "51", 1), { styles: own })?.text).toBe(expected);
    expect(cellOf(s("B2", "行政许可", 1), { styles: own })?.text).toBe("行政许可");
  });

  it.each([
    ["white above 5", 'type="cellIs" dxfId="0" operator="greaterThan"', ["5"], `51${OBJECT}`],
    ["white below 5", 'type="cellIs" dxfId="0" operator="lessThan"', ["5"], "51"],
    ["white between", 'type="cellIs" dxfId="0" operator="between"', ["60", "50"], `51${OBJECT}`],
    ["white where equal to another cell", 'type="cellIs" dxfId="0" operator="equal"', ["A1"], `51${OBJECT}`],
    ["white for zeros", 'type="expression" dxfId="0"', ["A1=0"], "51"],
    ["white where its column has a zero", 'type="expression" dxfId="0"', ["A$1=0"], `51${OBJECT}`],
    ["white where its row has a zero", 'type="expression" dxfId="0"', ["$A1=0"], `51${OBJECT}`],
    ["white where its neighbour is a zero", 'type="expression" dxfId="0"', ["B1=0"], `51${OBJECT}`],
    ["on black", 'type="expression" dxfId="6"', ["TRUE"], `51${OBJECT}`],
    ["on green", 'type="expression" dxfId="7"', ["TRUE"], "51"],
    ["raised", 'type="expression" dxfId="8"', ["TRUE"], `51${OBJECT}`],
    ["white by its own value", 'type="expression" dxfId="0"', ["$B$2&gt;=51"], `51${OBJECT}`],
    ["white by a formula", 'type="expression" dxfId="0"', ["MOD(ROW(),2)=0"], `51${OBJECT}`],
    ["another number format", 'type="expression" dxfId="1"', ["TRUE"], `51${OBJECT}`],
    ["struck out", 'type="top10" dxfId="2" rank="1"', [], `51${OBJECT}`],
    ["red", 'type="expression" dxfId="3"', ["TRUE"], "51"],
    ["white on red", 'type="expression" dxfId="4"', ["TRUE"], "51"],
    ["red on red", 'type="expression" dxfId="5"', ["TRUE"], `51${OBJECT}`],
  ])("by a rule: %s", (_, attributes, formulas, expected) => {
    const rule = `<cfRule ${attributes}>${formulas.map((formula) => `<formula>${formula}</formula>`).join("")}</cfRule>`;
    expect(ruled(rule, n("B2", 51))).toBe(expected);
    expect(ruled(rule, n("B2", 51), "C2:D9 A1")).toBe("51");
  });

  it("by a bar or a sign in place of the number", () => {
    for (const name of ["dataBar", "iconSet"]) {
      expect(ruled(`<cfRule type="${name}"><${name} showValue="0"/></cfRule>`, n("B2", 51))).toBe(`51${OBJECT}`);
      expect(ruled(`<cfRule type="${name}"><${name}/></cfRule>`, n("B2", 51))).toBe("51");
    }
  });

  it("by a scale of colours that ends in the colour of its text", () => {
    const scale = (colour: string) =>
      `<cfRule type="colorScale"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="${colour}"/></colorScale></cfRule>`;
    expect(ruled(scale("FF000000"), n("B2", 51))).toBe(`51${OBJECT}`);
    expect(ruled(scale("FF00FF00"), n("B2", 51))).toBe("51");
  });

  it("by a rule that gives the text of a cell the colour of its ground", () => {
    const white = '<cfRule type="expression" dxfId="0"><formula>TRUE</formula></cfRule>';
    const onBlue = `<fonts><font/></fonts><fills><fill/><fill>${solid('rgb="FF000080"')}</fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>`;
    expect(ruled(white, n("B2", 51, 1), undefined, onBlue)).toBe("51");
    const blue = '<cfRule type="expression" dxfId="9"><formula>TRUE</formula></cfRule>';
    expect(ruled(blue, n("B2", 51, 1), undefined, onBlue)).toBe(`51${OBJECT}`);
    expect(ruled(blue, n("B2", 51), undefined, onBlue)).toBe("51");
  });

  it("by rules of newer programs", () => {
    const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
    const xm = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
    const newer = (rule: string, ranges: string) =>
      `</conditionalFormatting><extLst><ext ${x14}><x14:conditionalFormattings><x14:conditionalFormatting ${xm}>${rule}<xm:sqref>${ranges}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst><conditionalFormatting sqref="A9">`;
    const white = `<x14:cfRule type="expression"><xm:f>其他!A1=0</xm:f><x14:dxf><font>${WHITE}</font></x14:dxf></x14:cfRule>`;
    expect(ruled(newer(white, "A1:B3"), n("B2", 51))).toBe(`51${OBJECT}`);
    expect(ruled(newer(white, "A1:A3"), n("B2", 51))).toBe("51");
    const bar = '<x14:cfRule type="dataBar"><x14:dataBar showValue="0"/></x14:cfRule>';
    expect(ruled(newer(bar, "B2"), n("B2", 51))).toBe(`51${OBJECT}`);
  });

  it.each([
    ["999999999999999", ""],
    ["1234567890123450", ""],
    ["-1234567890123456", CHANGED],
    ["1234567890123456", CHANGED],
  ])("digits that a workbook does not keep: %s", (number, expected) => {
    expect(cellOf(n("B2", number))?.text).toBe(`${number} ${expected}`.trim());
  });

  it("digits apart from one another that run from right to left", () => {
    const own = '<fonts><font/></fonts><cellXfs><xf/><xf><alignment readingOrder="2"/></xf></cellXfs>';
    expect(cellOf(s("B2", "1 234", 1), { styles: own })?.text).toBe(`1 234${OBJECT}`);
    expect(cellOf(s("B2", "1 234"), { styles: own })?.text).toBe("1 234");
    for (const text of ["1234", "1,234.5", "12元"]) expect(cellOf(s("B2", text, 1), { styles: own })?.text).toBe(text);
  });

  it("by a rule, but zeros that are not shown are zeros", () => {
    expect(ruled('<cfRule type="cellIs" dxfId="0" operator="equal"><formula>0</formula></cfRule>', n("B2", 0))).toBe("0");
  });

  const ruled = (rule: string, cell: string, range = "A1:B3", cellStyles = "<cellXfs><xf/></cellXfs>") => {
    const rows = row(1, s("A1", "x") + s("B1", "y")) + row(2, s("A2", "z") + cell);
    const red = '<fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill>';
    const font = (content: string) => `<font>${content}</font>`;
    const differences = [
      font(WHITE),
      '<numFmt numFmtId="200" formatCode="0,"/>',
      font("<strike/>"),
      font('<color rgb="FFFF0000"/>'),
      font(WHITE) + red,
      font('<color rgb="FFFF0000"/>') + red,
      '<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>',
      '<fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill>',
      font('<vertAlign val="superscript"/>'),
      font('<color rgb="FF000080"/>'),
    ];
    const file = xlsxFile({
      sheets: [{ rows, after: `<conditionalFormatting sqref="${range}">${rule}</conditionalFormatting>` }],
      styles: `${cellStyles}<dxfs>${differences.map((one) => `<dxf>${one}</dxf>`).join("")}</dxfs>`,
    });
    const [table] = xlsxToSource(file, "en").blocks;
    return table?.kind === "table" ? table.rows[1]?.[1]?.text : undefined;
  };

  it("rows that are listed, though others have no height", () => {
    const rows = row(1, s("A1", "a"), 'ht="15"') + row(2, s("A2", "b")) + row(3, s("A3", "c"), 'ht="15"');
    const of = (before: string) => outline(xlsxToSource(xlsxFile({ sheets: [{ rows, before }] }), "en"));
    expect(of('<sheetFormatPr zeroHeight="1"/>')).toEqual([[["a"], ["b"], ["c"], [""]]]);
  });

  it("results where formulas are shown", () => {
    const rows = row(1, f("A1", "MAX(1,2)", "2") + n("B1", 3));
    const before = '<sheetViews><sheetView/><sheetView showFormulas="1"/></sheetViews>';
    expect(outline(xlsxToSource(xlsxFile({ sheets: [{ rows, before }] }), "en"))).toEqual([
      [
        [`2${OBJECT}`, "3"],
        ["", ""],
      ],
    ]);
  });

  it("colours by number as the workbook states them", () => {
    const stated = `${"<rgbColor/>".repeat(10)}<rgbColor rgb="00FFFFFF"/>`;
    const own = `${styles('<color indexed="10"/>')}<colors><indexedColors>${stated}</indexedColors></colors>`;
    expect(cellOf(n("B2", 51, 1), { styles: own })?.text).toBe("");
  });

  it("runs by their own properties, light ones by the ground of the cell", () => {
    const rich = (properties: string) => `<r><rPr>${properties}</rPr><t>9</t></r><r><t>51</t></r>`;
    expect(cellOf(s("B2", rich(WHITE)))?.text).toBe("51");
    expect(cellOf(s("B2", rich('<sz val="1"/>')))?.text).toBe("51");
    expect(cellOf(s("B2", rich('<rFont val="Webdings"/>')))?.text).toBe(`${OBJECT}51`);
    expect(cellOf(s("B2", rich(WHITE), 1), { styles: styles("", solid('rgb="FF000080"')) })?.text).toBe("951");
    const black = solid('rgb="FF000000"');
    expect(cellOf(s("B2", rich(WHITE), 1), { styles: styles(WHITE, black) })?.text).toBe("951");
    expect(cellOf(s("B2", rich(""), 1), { styles: styles(WHITE, black) })?.text).toBe(`9${OBJECT}51`);
  });

  it.each([
    ["struck out", "<strike/>", "9"],
    ["white", WHITE, "9"],
    ["raised", '<vertAlign val="superscript"/>', "9⁵¹"],
    ["pictures", '<name val="Wingdings"/>', `9${OBJECT}${OBJECT}`],
  ])("runs with a font of their own have nothing of that of their cell: %s", (_, font, expected) => {
    const rich = "<r><rPr><b/></rPr><t>9</t></r><r><t>51</t></r>";
    expect(cellOf(s("B2", rich, 1), { styles: styles(font) })?.text).toBe(expected);
  });

  it.each([
    ['ht="0" customHeight="1"', 1],
    ['ht="0.75" customHeight="1"', 1],
    ['ht="13.5"', 2],
    ['hidden="1"', 1],
  ])("rows with %s", (attributes, rows) => {
    const file = xlsxFile({
      sheets: [{ rows: row(1, s("A1", "x")) + row(2, n("A2", 51), attributes) + row(3, "", 'hidden="1"') }],
    });
    const [table] = outline(xlsxToSource(file, "en"));
    expect(table).toHaveLength(rows);
  });
});

describe("formulas without a result", () => {
  const sum = (formula: string, cells: string, result: string | null = null, properties = "<calcPr/>") => {
    const rows = row(1, s("A1", "x") + s("B1", "y")) + row(2, s("A2", "z") + f("B2", formula, result)) + row(3, cells);
    const parts = xlsxFile({ sheets: [{ rows }] });
    const [table] = xlsxToSource(properties === "" ? parts : withCalculation(rows, properties), "en").blocks;
    const cell = table?.kind === "table" ? table.rows[1]?.[1] : undefined;
    return [cell?.text, cell?.formula?.calculated ?? null];
  };
  const withCalculation = (rows: string, properties: string) => xlsxFile({ sheets: [{ rows }], properties });
  const ONE_TO_THREE = n("A3", 1) + n("B3", 2) + n("C3", 3);
  it.each([
    ["no result", "SUM(A3:C3)", ONE_TO_THREE, null, "6", true],
    ["an empty result", "SUM(A3:C3)", ONE_TO_THREE, "", "6", true],
    ["a sum with signs", "A3+$B$3-C3", ONE_TO_THREE, null, "0", true],
    ["several areas", "SUM(A3,B3:C3) - SUM(A3)", ONE_TO_THREE, null, "5", true],
    ["in small letters", "sum(a3:c3)", ONE_TO_THREE, null, "6", true],
    ["decimals", "A3+B3", n("A3", "0.1") + n("B3", "0.2"), null, "0.3", true],
    ["blanks", "SUM(A3:F9)", ONE_TO_THREE, null, "6", true],
    ["a 0 that is the sum", "SUM(A3:C3)", n("A3", 0), "0", "0", null],
    ["a 0 that is not", "SUM(A3:C3)", ONE_TO_THREE, "0", "6", true],
    ["a 0.0 that is not", "SUM(A3:C3)", ONE_TO_THREE, "0.0", "6", true],
    ["a result that is the sum", "SUM(A3:C3)", ONE_TO_THREE, "6", "6", null],
    ["a result that is not the sum", "SUM(A3:C3)", ONE_TO_THREE, "7", "=SUM(A3:C3)", false],
    ["a result of decimals as programs keep it", "A3+B3", n("A3", "0.1") + n("B3", "0.2"), "0.30000000000000004", "0.3", null],
    ["a result of a sum that passed over a text", "SUM(A3:C3)", n("A3", 1) + s("B3", "2"), "3", "3", null],
    ["constants that were never added up", "1+2", "", null, "3", true],
    ["constants that give something else", "1+2", "", "5", "=1+2", false],
    ["constants that give the same", "1+SUM(2,A3)-0.5", n("A3", 1), "3.5", "3.5", null],
    ["a product of constants", "2*3", "", "5", "5", null],
    ["a result of another function", "MAX(A3:C3)", ONE_TO_THREE, "7", "7", null],
    ["a number by chance", "RANDBETWEEN(1,9)", ONE_TO_THREE, "7", "=RANDBETWEEN(1,9)", false],
    ["a number by the day", "DAY(today())", ONE_TO_THREE, "7", "=DAY(today())", false],
    ["another function", "AVERAGE(A3:C3)", ONE_TO_THREE, null, "=AVERAGE(A3:C3)", false],
    ["another sheet", "SUM(Sheet2!A3:C3)", ONE_TO_THREE, null, "=SUM(Sheet2!A3:C3)", false],
    ["a product", "A3*B3", ONE_TO_THREE, null, "=A3*B3", false],
    ["a text among the numbers", "SUM(A3:C3)", ONE_TO_THREE.replace(n("B3", 2), s("B3", "2")), null, "=SUM(A3:C3)", false],
    ["a text among the numbers of a true 0", "SUM(A3:C3)", s("A3", "/"), "0", "0", null],
    ["itself", "SUM(A2:C2)", ONE_TO_THREE, null, "=SUM(A2:C2)", false],
    ["another formula", "A3+B3", f("A3", "B3+C3", null) + n("B3", 2) + n("C3", 3), null, "7", true],
    ["another formula with a false 0", "A3+B3", f("A3", "B3+C3", "0") + n("B3", 2) + n("C3", 3), "0", "2", true],
  ])("%s", (_, formula, cells, result, text, calculated) => {
    expect(sum(formula, cells, result)).toEqual([text, calculated]);
  });

  it.each([
    ["that nobody calculated", "", "=A3*B3", false],
    ["to be calculated when opened", '<calcPr calcId="124519" fullCalcOnLoad="1"/>', "=A3*B3", false],
    ["that was calculated", '<calcPr calcId="191029"/>', "0", null],
  ])("a 0 of a formula that is no sum, in a workbook %s", (_, properties, text, calculated) => {
    expect(sum("A3*B3", ONE_TO_THREE, "0", properties)).toEqual([text, calculated]);
  });

  it("a result that is calculated anew when the workbook is opened", () => {
    expect(sum("SUM(A3:C3)", ONE_TO_THREE, "7", '<calcPr fullCalcOnLoad="1"/>')).toEqual(["6", true]);
    expect(sum("SUM(A3:C3)", ONE_TO_THREE, "6", '<calcPr fullCalcOnLoad="1"/>')).toEqual(["6", null]);
  });

  it("a formula that cells share moves along", () => {
    const rows =
      row(1, `${n("A1", 1)}${n("B1", 2)}<c r="C1"><f t="shared" ref="C1:C2" si="0">SUM(A1:B1)</f></c>`) +
      row(2, `${n("A2", 3)}${n("B2", 4)}<c r="C2"><f t="shared" si="0"/></c>`);
    const [table] = outline(xlsxToSource(xlsxFile({ sheets: [{ rows }] }), "en"));
    expect(table).toEqual([
      ["1", "2", "3"],
      ["3", "4", "7"],
      ["", "", ""],
    ]);
    expect(movedFormula("SUM($A1:B$1)", 2, 1)).toBe("SUM($A3:C$1)");
    expect(movedFormula("LOG10(A1)", 1, 0)).toBe("LOG10(A2)");
    expect(movedFormula("A1", -1, 0)).toBeNull();
  });

  it("ends where chains, sums and circles are too long", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, i) => row(i + 1, f(`A${i + 1}`, `A${i + 2}+B1`, null))).join("") +
      row(length + 1, n(`A${length + 1}`, 5));
    const first = (rows: string) => {
      const [table] = xlsxToSource(xlsxFile({ sheets: [{ rows }] }), "en").blocks;
      return table?.kind === "table" ? table.rows[0]?.[0]?.text : undefined;
    };
    expect(first(chain(MAX_FORMULA_DEPTH))).toBe("5");
    expect(first(chain(MAX_FORMULA_DEPTH + 2))).toBe("=A2+B1");
    const wide = (length: number) => row(1, f("A1", `SUM(B1:B${length})`, null) + n("B1", 4));
    expect(first(wide(MAX_SUMMANDS))).toBe("4");
    expect(first(wide(MAX_SUMMANDS + 1))).toBe(`=SUM(B1:B${MAX_SUMMANDS + 1})`);
    expect(partsOf(`SUM(A1${",A1".repeat(400)})`)).toBeNull();
  });

  it("are figures only where the form's balances say the same, and are said either way", async () => {
    const headings = "结果维持 结果纠正 其他结果 尚未审结 总计".split(" ");
    const figures = [1, 2, 3, 4, 10, 1, 2, 3, 4, 10, 1, 2, 3, 4, 10];
    const letter = (i: number) => String.fromCharCode(65 + i);
    const cells = (formulas: Readonly<Record<number, string>>) =>
      figures
        .map((figure, i) => (formulas[i] === undefined ? n(`${letter(i)}4`, figure) : f(`${letter(i)}4`, formulas[i], "0.0")))
        .join("");
    const file = (formulas: Readonly<Record<number, string>>) => {
      const groups = s("A2", "行政复议") + s("F2", "未经复议直接起诉") + s("K2", "复议后起诉");
      const rows =
        row(1, s("A1", "行政复议") + s("F1", "行政诉讼")) +
        row(2, groups) +
        row(3, figures.map((_, i) => s(`${letter(i)}3`, headings[i % 5] ?? "")).join("")) +
        row(4, cells(formulas));
      const merged = ["A1:E1", "F1:O1", "A2:E2", "F2:J2", "K2:O2"].map((ref) => `<mergeCell ref="${ref}"/>`).join("");
      return xlsxFile({ sheets: [{ rows, after: `<mergeCells>${merged}</mergeCells>` }] });
    };
    const { log, findings } = await readXlsx(file({ 4: "SUM(A4:D4)", 9: "SUM(D4:I4)", 14: "K4*10" }), { language: "en" });
    const read = log.filter(({ raw }) => raw !== null).map(({ value }) => value);
    expect(read).toEqual(figures.map((figure, i) => (i === 9 || i === 14 ? null : figure)));
    expect(
      findings.filter(({ code }) => code === "reading.calculated").map(({ actual, expected }) => [actual, expected]),
    ).toEqual([["SUM(A4:D4)", 10]]);
    expect(
      findings
        .filter(({ code }) => code === "reading.uncalculated")
        .map(({ actual }) => actual)
        .sort(),
    ).toEqual(["=K4*10", "SUM(D4:I4)"]);
  });
});

describe("a workbook without measure", () => {
  it("of characters is refused, those of a shared string counted for each cell", () => {
    const long = "x".repeat(1_000_000);
    const rows = Array.from({ length: MAX_SHEET_CHARACTERS / long.length + 1 }, (_, i) =>
      row(i + 1, `<c r="A${i + 1}" t="s"><v>0</v></c>`),
    ).join("");
    expect(() => xlsxToSource(xlsxFile({ sheets: [{ rows }], strings: `<si><t>${long}</t></si>` }), "en")).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(MAX_SHEET_CHARACTERS)) }),
    );
  });

  it("of characters in formulas that cells share is refused", () => {
    const shared = `<c r="A1"><f t="shared" si="0" ref="A1:A30000">${"B1+".repeat(300)}B1</f><v>1</v></c>`;
    const rows =
      row(1, shared) + Array.from({ length: 25_000 }, () => '<row><c><f t="shared" si="0"/><v>1</v></c></row>').join("");
    expect(() => xlsxToSource(xlsxFile({ sheets: [{ rows }] }), "en")).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(MAX_SHEET_CHARACTERS)) }),
    );
  });

  it("of conditional formats for many cells is refused, however many sheets they are on", () => {
    const rule = '<cfRule type="cellIs" dxfId="0" operator="equal"><formula>9</formula></cfRule>';
    const after = `<conditionalFormatting sqref="A1:A9999">${rule}</conditionalFormatting>`.repeat(MAX_CONDITIONAL_RANGES);
    const sheets = (count: number, cells: number) =>
      xlsxFile({
        sheets: Array.from({ length: count }, () => ({ rows: "<row><c><v>1</v></c></row>".repeat(cells), after })),
        styles: "<dxfs><dxf><font><strike/></font></dxf></dxfs>",
      });
    const most = MAX_CONDITIONAL_LOOKS / MAX_CONDITIONAL_RANGES;
    expect(() => xlsxToSource(sheets(1, most / 10), "en")).not.toThrow();
    expect(() => xlsxToSource(sheets(11, most / 10), "en")).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(MAX_CONDITIONAL_LOOKS)) }),
    );
  });

  it("of hidden columns is read", () => {
    const before = `<cols>${'<col min="2" max="16384" hidden="1"/>'.repeat(16_384)}</cols>`;
    const rows = row(1, s("A1", "a") + s("B1", "b") + s("XFD1", "c"));
    expect(outline(xlsxToSource(xlsxFile({ sheets: [{ rows, before }] }), "en"))).toEqual([[["a"], [""]]]);
  });
});

describe("cells in one place", () => {
  it.each([
    [n("B2", 12) + n("B2", 13), `13${OBJECT}`],
    [n("B2", 12) + s("B2", ""), `12${OBJECT}`],
    [`${n("B2", 12)}<c r="C2"/>`, "12"],
  ])("%s", (cells, text) => {
    expect(cellOf(cells)?.text).toBe(text);
  });
});
