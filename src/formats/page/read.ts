import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { Page } from "./page.js";
import { pageFindings } from "./pageFindings.js";
import { pagesToSource } from "./toSource.js";

/** Reads the report on the pages of a PDF or OFD file; findings about the pages come first. */
export function readPagesOf(pages: readonly Page[], format: "pdf" | "ofd", options: ReadOptions): Reading {
  const language = options.language ?? "zh";
  const reading = readDocument(pagesToSource(pages, format, language), options);
  return { ...reading, findings: [...pageFindings(pages, format, language), ...reading.findings] };
}
