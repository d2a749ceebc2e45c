import type { Finding } from "./finding.js";

/**
 * The one class of error that this library throws: for misuse, and from the `parse*` functions. `code` is stable;
 * `findings` say what is wrong and where.
 */
export class DisclosureReportError extends Error {
  override readonly name = "DisclosureReportError";
  readonly code: string;
  readonly findings: readonly Finding[];

  constructor(code: string, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.code = code;
    this.findings = findings;
  }
}

/** An error that says what the first finding says, and carries all of them. */
export function errorFrom(code: string, findings: readonly Finding[]): DisclosureReportError {
  const [first] = findings;
  const more = findings.length > 1 ? ` (+${findings.length - 1})` : "";
  return new DisclosureReportError(code, (first?.message ?? code) + more, findings);
}
