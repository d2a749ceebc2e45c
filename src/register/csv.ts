import { csvRows, type Delimiter, declaredDelimiter } from "../_internal/csvRows.js";
import { describe } from "../_internal/describe.js";
import { misuse } from "../findings/error.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import { headerOf, propertiesIn } from "./columns.js";
import type { Kind } from "./entries.js";
import { registerMessages } from "./messages.js";
import { MAX_HEADER_ROW } from "./readSheet.js";

/** Maximum length of a register, in characters. */
export const MAX_REGISTER_CHARACTERS = 64_000_000;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/**
 * The finding that a text is too long; `null` if it is not.
 *
 * @throws `DisclosureReportError` `register.notText` for a value that is no string.
 */
export function tooLong(text: string, language: Language): Finding | null {
  if (typeof text !== "string") {
    const found = describe(text);
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

/**
 * The delimiter: as the file states itself, otherwise the one that finds most columns in one of the first rows, otherwise most
 * fields.
 */
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
