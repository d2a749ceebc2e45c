/**
 * Word documents: the official report, written.
 *
 * @packageDocumentation
 */

export { type DocxOptions, writeDocx } from "./formats/docx/write.js";
