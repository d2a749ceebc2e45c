import { escapeHtml } from "../_internal/escape.js";
import type { ReportCheck } from "../check/checkReport.js";
import type { Finding, Language } from "../findings/finding.js";
import { findingText, say } from "./print.js";

/** The start of the document. */
export const junitHead = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="disclosure-report">\n';

/** The end of the document. */
export const junitLast = "</testsuites>\n";

/** The report as a suite: a case for every rule that is violated or could not be decided, and one for those that hold. */
export function junitSuite(name: string, { counts, findings, verdicts }: ReportCheck, language: Language): string {
  const own = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.rule !== null) own.set(finding.rule, [...(own.get(finding.rule) ?? []), finding]);
  }
  const violated = verdicts.filter(({ outcome }) => outcome === "violated");
  const failing = violated.filter(({ severity }) => severity === "error");
  const lines = violated.map(({ rule, severity }) => {
    const said = (own.get(rule) ?? []).map((finding) => findingText(finding, language).trim()).join("\n");
    return severity === "error"
      ? testCase(
          name,
          rule,
          `<failure message="${attribute(said.split("\n")[0] ?? rule)}" type="${attribute(severity)}">${escapeHtml(said)}</failure>`,
        )
      : testCase(name, rule, `<system-out>${escapeHtml(said)}</system-out>`);
  });
  const skipped = counts.undetermined > 0 ? 1 : 0;
  if (skipped === 1) {
    const message = say("junit.undetermined", { n: counts.undetermined }, language);
    lines.push(testCase(name, say("junit.open", {}, language), `<skipped message="${attribute(message)}"/>`));
  }
  lines.push(testCase(name, say("junit.holds", { n: counts.holds }, language), ""));
  return suite(name, { tests: lines.length, failures: failing.length, errors: 0, skipped }, lines);
}

/** A file that could not be read as a suite with an error. */
export function junitUnreadable(name: string, code: string, reason: string, language: Language): string {
  const error = `<error message="${attribute(reason)}" type="${attribute(code)}">${escapeHtml(reason)}</error>`;
  return suite(name, { tests: 1, failures: 0, errors: 1, skipped: 0 }, [testCase(name, say("junit.read", {}, language), error)]);
}

function suite(name: string, counts: Readonly<Record<string, number>>, cases: readonly string[]): string {
  const numbers = Object.entries(counts).map(([key, value]) => ` ${key}="${value}"`);
  return `  <testsuite name="${attribute(name)}"${numbers.join("")}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase(suiteName: string, name: string, content: string): string {
  const head = `    <testcase classname="${attribute(suiteName)}" name="${attribute(name)}"`;
  return content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n`;
}

function attribute(text: string): string {
  return escapeHtml(text).replace(/\s+/g, " ");
}
