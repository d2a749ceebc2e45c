import { printable } from "../_internal/escape.js";
import { rulesOf } from "../check/rulesOf.js";
import type { Finding, Language, Severity } from "../findings/finding.js";
import { editionIds, formatCoordinate } from "../form/form.js";
import { formatCitation } from "../form/sources.js";
import { findingCodes } from "../standard/findingCodes.js";
import type { Sink } from "./batch/sinks.js";
import type { Tally } from "./batch/unit.js";
import { plain } from "./print.js";

/** The start of a SARIF log (version 2.1.0, OASIS), up to its results. */
export const sarifHead =
  '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"utf16CodeUnits","results":[';

/** Prefix of the kinds of a tally that are rules of a log. */
export const RULE = "rule:";

/** Separates two results. */
const SEPARATOR = ",\n";

const LEVELS = { error: "error", warning: "warning", advice: "note" } as const satisfies Record<Severity, string>;

/** The id of a rule in the log: that of a rule of the form, or a finding code. */
export function ruleIdOf({ rule, code }: Pick<Finding, "rule" | "code">): string {
  return rule ?? code;
}

/** A finding as a result of the log, preceded by a separator. */
export function sarifResult(finding: Finding, file: string, line: number | null, language: Language): string {
  const place = finding.place ?? finding.cells.find((cell) => cell.place !== null)?.place ?? null;
  const startLine = place?.line ?? line;
  const logical = finding.cells.map(({ address, coordinate }) => ({
    name: formatCoordinate(coordinate, language),
    fullyQualifiedName: address,
    kind: "member",
  }));
  const result = {
    ruleId: ruleIdOf(finding),
    level: LEVELS[finding.severity],
    message: { text: plain(finding.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          ...(startLine === null || startLine < 1 ? {} : { region: { startLine } }),
        },
        ...(logical.length === 0 ? {} : { logicalLocations: logical }),
      },
    ],
  };
  return SEPARATOR + JSON.stringify(result);
}

/** A path as a relative or absolute URI reference. */
function uriOf(file: string): string {
  const path = printable(file.replaceAll("\\", "/"));
  const encoded = encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
  // A colon in the first segment of a relative path would be taken for the end of a scheme.
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** The rules that were met, whether everything was read, and the end of the log. */
export function sarifLast(tally: Tally, interrupted: boolean, version: string): string {
  const met = Object.keys(tally).flatMap((kind) => (kind.startsWith(RULE) ? [kind.slice(RULE.length)] : []));
  const run = {
    invocations: [{ executionSuccessful: !interrupted }],
    tool: {
      driver: {
        name: "disclosure-report",
        version,
        informationUri: "https://www.npmjs.com/package/disclosure-report",
        rules: descriptorsOf(new Set(met)),
      },
    },
  };
  return `],${JSON.stringify(run).slice(1, -1)}}]}\n`;
}

function descriptorsOf(met: ReadonlySet<string>): readonly object[] {
  const known = new Map<string, object>();
  for (const id of editionIds) {
    for (const { id: rule, severity, statement, citation } of rulesOf(id)) {
      if (!met.has(rule) || known.has(rule)) continue;
      const sources = citation.map(formatCitation).join("、");
      known.set(rule, descriptor(rule, LEVELS[severity], statement.zh, statement.en, sources));
    }
  }
  for (const { code, sentence } of findingCodes()) {
    if (met.has(code) && !known.has(code)) known.set(code, descriptor(code, "warning", sentence.zh, sentence.en, ""));
  }
  for (const id of met) {
    if (!known.has(id)) known.set(id, descriptor(id, "error", "文件未能读出", "the file could not be read", ""));
  }
  return [...known.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function descriptor(id: string, level: string, zh: string, en: string, sources: string): object {
  const basis = sources === "" ? "" : `\n${sources}`;
  return {
    id,
    shortDescription: { text: `${zh} / ${en}` },
    help: { text: `${zh}\n${en}${basis}`, markdown: `- ${zh}\n- ${en}${basis}` },
    defaultConfiguration: { level },
  };
}

/** Removes the separator before the first result. */
export function withoutFirstSeparator(sink: Sink): Sink {
  let first = true;
  return {
    ...sink,
    passOver: (position, made) => {
      const isThere = sink.passOver(position, made);
      if (isThere) first = first && position <= Buffer.byteLength(sarifHead);
      return isThere;
    },
    take: async (unit, result) => {
      const out = first ? result.out.slice(SEPARATOR.length) : result.out;
      first = first && result.out === "";
      await sink.take(unit, { ...result, out });
    },
  };
}
