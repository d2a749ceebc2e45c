import { readCsv } from "../../src/csv.js";
import { readDoc } from "../../src/doc.js";
import { readOpenDocument } from "../../src/opendocument.js";
import { readRtf } from "../../src/rtf.js";
import { readXls } from "../../src/xls.js";
import type { Route } from "./saved.js";

/** The formats that LibreOffice can save, each with what reads it. */
export const routes: readonly Route[] = [
  { extension: "doc", from: "page", to: "doc:MS Word 97", read: readDoc },
  { extension: "xls", from: "workbook", to: "xls:MS Excel 97", read: readXls },
  { extension: "odt", from: "page", to: "odt:writer8", read: readOpenDocument },
  { extension: "fodt", from: "page", to: "fodt:OpenDocument Text Flat XML", read: readOpenDocument },
  { extension: "ods", from: "workbook", to: "ods:calc8", read: readOpenDocument },
  { extension: "fods", from: "workbook", to: "fods:OpenDocument Spreadsheet Flat XML", read: readOpenDocument },
  {
    extension: "csv",
    from: "workbook",
    to: "csv:Text - txt - csv (StarCalc):44,34,76,1",
    read: async (bytes) => readCsv(bytes),
    // Digits that were raised are plain digits in it, and cells that were merged out of line stand under other columns.
    undone: ["figures that cannot be read", "spans that do not line up"],
  },
  { extension: "rtf", from: "page", to: "rtf:Rich Text Format", read: readRtf },
];
