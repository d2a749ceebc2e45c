import type { Language } from "../../findings/finding.js";
import { detectFormat } from "../detect.js";
import { formatError } from "../messages.js";

/** Programs put up to this many bytes of their own before a PDF; every viewer passes over them. */
const MOST_BEFORE = 1024;

const SIGNATURE = [..."%PDF-"].map((character) => character.charCodeAt(0));

/** Whether a file is a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  const last = Math.min(MOST_BEFORE, bytes.length - SIGNATURE.length);
  for (let at = 0; at <= last; at += 1) if (SIGNATURE.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** Refuses every file that is no PDF, by the name of what it is. */
export function expectPdf(bytes: Uint8Array, language: Language): void {
  if (isPdf(bytes)) return;
  const found = detectFormat(bytes, null, language);
  throw formatError(
    "format.unsupported",
    { what: { zh: `“${found}”文件，应为PDF`, en: `a file of the format “${found}” where PDF is expected` }, advice: READ_ANY },
    language,
  );
}

const READ_ANY = { zh: "请用readAny读取。", en: "Read it with readAny." } as const;
