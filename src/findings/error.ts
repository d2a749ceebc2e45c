import type { Finding, Language, Sentence } from "./finding.js";

/**
 * Every code that an error of this library can have. Codes are a public contract, as are those of findings: a code may be
 * retired but is never reused.
 */
export type ErrorCode =
  | "batch.order"
  | "batch.special"
  | "batch.tooLarge"
  | "builder.refused"
  | "cli.emptyFolder"
  | "cli.file"
  | "cli.noKit"
  | "cli.noProcess"
  | "cli.noReport"
  | "cli.output"
  | "cli.resume"
  | "cli.unreadable"
  | "cli.usage"
  | "consolidation.noEdition"
  | "consolidation.sharedNode"
  | "consolidation.unknownCell"
  | "figure.invalid"
  | "figure.unknownAddress"
  | "filing.input"
  | "filing.notInForce"
  | "form.unknownEdition"
  | "format.corrupt"
  | "format.covered"
  | "format.leftOut"
  | "format.limit"
  | "format.severalReports"
  | "format.unsafe"
  | "format.unsupported"
  | "merge.editions"
  | "money.notAmount"
  | "money.notFen"
  | "narrative.tooLong"
  | "narrative.tooManyClaims"
  | "options.missing"
  | "reading.tooDeep"
  | "reading.tooLarge"
  | "reading.tooManyElements"
  | "reading.tooManyStyles"
  | "register.calendar"
  | "register.calendarYear"
  | "register.date"
  | "register.dateOrder"
  | "register.limit"
  | "register.notText"
  | "register.unknownCell"
  | "register.year"
  | "repair.notFigure"
  | "repair.notMadeFor"
  | "repair.otherEdition"
  | "repair.stale"
  | "repair.unknownCell"
  | "repair.unsettled"
  | "report.notList"
  | "rule.mixedUnits"
  | "rule.unknownCell"
  | "rule.unknownInProfile"
  | "schema.invalid"
  | "sql.dialect";

/**
 * The only class of error that this library throws: for misuse, for files that cannot be read, and from the `parse*` functions.
 * `code` is stable; `findings` give the details. `message` is in the language of the option `language`; without it, in Chinese
 * or in both languages.
 */
export class DisclosureReportError extends Error {
  override readonly name = "DisclosureReportError";
  readonly code: ErrorCode;
  readonly findings: readonly Finding[];

  constructor(code: ErrorCode, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.code = code;
    this.findings = findings;
  }
}

/** An error with the message of its first finding and with all findings. */
export function errorFrom(code: ErrorCode, findings: readonly Finding[]): DisclosureReportError {
  const [first] = findings;
  const more = findings.length > 1 ? ` (+${findings.length - 1})` : "";
  return new DisclosureReportError(code, (first?.message ?? code) + more, findings);
}

/** An error about wrong use, in the given language, or in both if none is given. */
export function misuse(code: ErrorCode, said: Sentence, language?: Language): DisclosureReportError {
  return new DisclosureReportError(code, language === undefined ? `${said.zh} / ${said.en}` : said[language]);
}

/**
 * The options of a function that needs one of them, as a program without types may pass them. An argument that may be left out
 * may also be `null`; one that is needed is named here.
 */
export function neededOptions<T extends object>(options: T, needed: keyof T & string): T {
  const given: Partial<T> & { readonly language?: Language } = options ?? {};
  if (given[needed] !== undefined && given[needed] !== null) return options;
  throw misuse("options.missing", { zh: `缺少必需的选项“${needed}”`, en: `the option “${needed}” is needed` }, given.language);
}
