import { readDoc } from "../../src/doc.js";
import { readXls } from "../../src/xls.js";
import type { Route } from "./saved.js";

/** The formats that LibreOffice can save, each with what reads it. */
export const routes: readonly Route[] = [
  { extension: "doc", from: "page", to: "doc:MS Word 97", read: readDoc },
  { extension: "xls", from: "workbook", to: "xls:MS Excel 97", read: readXls },
];
