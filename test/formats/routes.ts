import { openDoc } from "../../src/formats/doc/read.js";
import { xlsToSource } from "../../src/formats/xls/read.js";
import { readDocument } from "../../src/reading/readDocument.js";
import type { Route } from "./saved.js";

/** The formats that LibreOffice can save, each with what reads it. */
export const routes: readonly Route[] = [
  { extension: "doc", to: "doc:MS Word 97", filter: "HTML (StarWriter)", read: async (b) => readDocument(openDoc(b, "zh").source) },
  { extension: "xls", to: "xls:MS Excel 97", filter: "HTML (StarCalc)", read: async (b) => readDocument(xlsToSource(b, "zh")) },
];
