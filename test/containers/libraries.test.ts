import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readDocx } from "../../src/docx.js";
import { figuresOf, type PrintedTable, printTables } from "../../src/index.js";
import type { Reading } from "../../src/reading/readDocument.js";
import { readXlsx } from "../../src/xlsx.js";
import { seda2023 } from "../support/seda.js";

function expectSeda(reading: Reading): void {
  expect(reading.draft && [...figuresOf(reading.draft)]).toEqual([...figuresOf(seda2023)]);
  expect(reading.draft).toMatchObject({ edition: "2021", year: 2023, agency: { name: "色达县" } });
  expect(reading.findings).toEqual([]);
}

const TITLE = "色达县2023年政府信息公开工作年度报告";

describe("files of other libraries", () => {
  it("reads what the package docx writes", async () => {
    const table = ({ rows }: PrintedTable) =>
      new Table({
        rows: rows.map(
          (row) =>
            new TableRow({
              children: row.map(
                ({ text, rowspan, colspan }) =>
                  new TableCell({ children: [new Paragraph(text)], rowSpan: rowspan, columnSpan: colspan }),
              ),
            }),
        ),
      });
    const children = printTables(seda2023).flatMap((printed) => [new Paragraph(printed.caption), table(printed)]);
    const document = new Document({ sections: [{ children: [new Paragraph(TITLE), ...children] }] });
    expectSeda(await readDocx(await Packer.toBuffer(document)));
  });

  it("reads what the package write-excel-file writes", async () => {
    const figure = (text: string) => (text === "" ? null : { value: Number(text), type: Number });
    const rows = printTables(seda2023).flatMap(({ caption, rows: printed }) => [
      [{ value: caption, columnSpan: 4 }],
      ...sheetRows(printed, (cell) => ({
        ...(cell.kind === "figure" ? figure(cell.text) : { value: cell.text }),
        columnSpan: cell.colspan,
        rowSpan: cell.rowspan,
      })),
    ]);
    const file = await writeXlsxFile([[{ value: TITLE }], ...rows], {}).toBuffer();
    expectSeda(await readXlsx(file));
  });
});

/** Rows with `null` for every place that a cell of the row, or one above it, reaches into. */
function sheetRows<T>(rows: PrintedTable["rows"], make: (cell: PrintedTable["rows"][number][number]) => T): (T | null)[][] {
  const width = Math.max(...rows.map((row) => row.reduce((end, { column, colspan }) => Math.max(end, column + colspan), 0)));
  return rows.map((row) => {
    const places: (T | null)[] = Array.from({ length: width }, () => null);
    for (const cell of row) places[cell.column] = make(cell);
    return places;
  });
}
