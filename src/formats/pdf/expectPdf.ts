import type { Language } from "../../findings/finding.js";
import { bytesOf } from "../content.js";
import { expectFormat } from "../detect.js";

/** Most bytes that may precede a PDF header; viewers skip them. */
const MOST_BEFORE = 1024;

const SIGNATURE = "%PDF-";

/** The bytes of a PDF. Every other file is refused by the name of what it is. */
export function expectPdf(file: Uint8Array | ArrayBuffer, language: Language): Uint8Array {
  const bytes = bytesOf(file, language);
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, MOST_BEFORE + SIGNATURE.length));
  if (!start.includes(SIGNATURE)) expectFormat(["pdf"], bytes, language);
  return bytes;
}
