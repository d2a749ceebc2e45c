import type { Language } from "../../findings/finding.js";
import { expectFormat } from "../detect.js";

/** Programs put up to this many bytes of their own before a PDF; every viewer passes over them. */
const MOST_BEFORE = 1024;

const SIGNATURE = "%PDF-";

/** Refuses every file that is no PDF, by the name of what it is. */
export function expectPdf(bytes: Uint8Array, language: Language): void {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, MOST_BEFORE + SIGNATURE.length));
  if (!start.includes(SIGNATURE)) expectFormat(["pdf"], bytes, language);
}
