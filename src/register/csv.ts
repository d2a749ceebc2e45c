import { csvRows, type Delimiter, declaredDelimiter } from "../_internal/csvRows.js";
import { quoted } from "../_internal/describe.js";
import { misuse } from "../findings/error.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import { headerOf, propertiesIn } from "./columns.js";
import type { Kind } from "./entries.js";
import { registerMessages } from "./messages.js";
import { MAX_HEADER_ROW } from "./readSheet.js";

/** Longest register that is read, in characters. */
export const MAX_REGISTER_CHARACTERS = 64_000_000;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/**
 * That a text is too long to be read; `null` where it is not.
 *
 * @throws `DisclosureReportError` `register.notText` for what is no text.
 */
export function tooLong(text: string, language: Language): Finding | null {
  if (typeof text !== "string") {
    const found = quoted(text);
    throw misuse(
      "register.notText",
      {
        zh: `应为台账的文本，给出的是${found}。文件的内容请用readRegisterFile或readCasesFile读取。`,
        en: `The text of a register is needed; ${found} was given. Read the bytes of a file with readRegisterFile or readCasesFile.`,
      },
      language,
    );
  }
  if (text.length <= MAX_REGISTER_CHARACTERS) return null;
  const limit = MAX_REGISTER_CHARACTERS;
  return finding(registerMessages, "register.csvTooLong", { limit }, language, { expected: limit, actual: text.length });
}

/** What separates fields: what the file says itself, else what finds most columns in one of the first rows, else most fields. */
export function delimiterOf(text: string, kind: Kind, columns: object): Delimiter {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;
  let best: Delimiter = ",";
  let most = [0, 0];
  for (const delimiter of DELIMITERS) {
    let found = [0, 0];
    for (const { fields, row } of csvRows(text, delimiter)) {
      if (row > MAX_HEADER_ROW) break;
      const here = [propertiesIn(headerOf(fields), kind.fields, columns), fields.length];
      if (isMore(here, found)) found = here;
    }
    if (!isMore(found, most)) continue;
    best = delimiter;
    most = found;
  }
  return best;
}

function isMore([properties = 0, fields = 0]: readonly number[], [most = 0, than = 0]: readonly number[]): boolean {
  return properties > most || (properties === most && fields > than);
}
