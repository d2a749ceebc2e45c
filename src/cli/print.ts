import { printable } from "../_internal/escape.js";
import { placeText } from "../batch/placeText.js";
import type { ReportCheck } from "../check/checkReport.js";
import { type Catalogue, type Finding, type Language, type Place, sentence } from "../findings/finding.js";
import { formatCoordinate } from "../form/form.js";
import type { RuleOutcome } from "../rules/types.js";
import { REPORT, UNREADABLE } from "./batch/kinds.js";
import { isUnreadable, type Loaded, STDIN, type Unreadable } from "./load.js";
import { cliMessages } from "./messages.js";

type Key = keyof typeof cliMessages;

/** A message of the tool. */
export function say(key: Key, params: Readonly<Record<string, string | number>>, language: Language): string {
  const catalogue: Catalogue = cliMessages;
  return sentence(catalogue, key, params, language);
}

/** Counts in words; zeros are left out. */
function counted(counts: readonly (readonly [Key, number])[], language: Language): string {
  return counts
    .filter(([, n]) => n > 0)
    .map(([key, n]) => say(key, { n }, language))
    .join(language === "zh" ? "，" : ", ");
}

/** Kinds of results of checked files, in the order in which they are printed. */
export const VERDICTS: readonly FileCount[] = ["balanced", "unbalanced", "undetermined", "unreadable"];

/** A line with the number of files and their results. */
export function filesLine(tally: Readonly<Record<string, number>>, kinds: readonly FileCount[], language: Language): string {
  const all = tally[REPORT] ?? 0;
  const unreadable = tally[UNREADABLE] ?? 0;
  const read = all - unreadable;
  const numbers: Readonly<Record<string, number>> = { ...tally, unreadable, read, listed: read, figures: tally["figure"] ?? 0 };
  const counts = counted(
    kinds.map((kind) => [`files.${kind}`, numbers[kind] ?? 0]),
    language,
  );
  const said = counts === "" ? "" : (language === "zh" ? "：" : ": ") + counts;
  return `${say("files.all", { files: all, counts: said }, language)}\n`;
}

type FileCount = Exclude<Key extends infer K ? (K extends `files.${infer Kind}` ? Kind : never) : never, "all">;

/** A place in brackets; "" where it is not known. */
function inBrackets(place: Place | null, language: Language): string {
  if (place === null) return "";
  return language === "zh" ? `（${placeText(place, language)}）` : ` (${placeText(place, language)})`;
}

/** A finding as lines of text: what, where on the form, where in the file. */
export function findingText(finding: Finding, language: Language): string {
  const subject = finding.rule ?? finding.code;
  const said = plain(`[${subject}] ${finding.message}${inBrackets(finding.place, language)}`);
  return `  ${say(`severity.${finding.severity}`, {}, language)} ${said}`;
}

/** Most figures whose places are listed below a finding. */
const MAX_PLACES = 12;

/** Where the figures stand in the file that an explanation is about. */
function placeLines({ code, cells }: Finding, language: Language): readonly string[] {
  if (!code.startsWith("repair.")) return [];
  return cells.slice(0, MAX_PLACES).flatMap(({ coordinate, place }) => {
    const at = inBrackets(place, language);
    return at === "" ? [] : [`    ${formatCoordinate(coordinate, language)}${at}`];
  });
}

/** The result of checking one report, as lines of text. Balances that share figures are printed together. */
export function validationText(name: string, validation: ReportCheck, language: Language): string {
  const { status, findings } = validation;
  const { total, counts } = hardCounts(validation);
  const head = say(`status.${status}`, { name, total, counts: counted(counts, language) }, language);
  if ("explanation" in validation)
    return [head, ...findings.flatMap((finding) => [findingText(finding, language), ...placeLines(finding, language)])].join(
      "\n",
    );
  const grouped = new Set<Finding>();
  const lines = validation.groups.flatMap(({ rules, suspects }) => {
    const own = findings.filter(({ rule }) => rule !== null && rules.includes(rule));
    for (const finding of own) grouped.add(finding);
    return [...own.map((finding) => findingText(finding, language)), ...suspectLines(suspects, own, language)];
  });
  const rest = findings.filter((finding) => !grouped.has(finding));
  return [head, ...lines, ...rest.map((finding) => findingText(finding, language))].join("\n");
}

/** In the order in which they are printed. */
const OUTCOMES: readonly RuleOutcome[] = ["violated", "holds", "undetermined"];

/**
 * How many of the rules that decide the status hold, which is what people ask; the domains of single figures count only when
 * they are violated. So a report that is not balanced always has a number of what does not hold.
 */
function hardCounts({ verdicts }: ReportCheck): {
  readonly total: number;
  readonly counts: readonly (readonly [Key, number])[];
} {
  const asked = verdicts.filter(
    ({ rule, severity, outcome }) => severity === "error" && (!rule.startsWith("domain.") || outcome === "violated"),
  );
  const counts = OUTCOMES.map(
    (outcome) => [`rules.${outcome}`, asked.filter((said) => said.outcome === outcome).length] as const,
  );
  return { total: asked.length, counts };
}

function suspectLines(
  suspects: ReportCheck["groups"][number]["suspects"],
  findings: readonly Finding[],
  language: Language,
): readonly string[] {
  if (suspects.length === 0) return [];
  const cells = new Map(findings.flatMap(({ cells: own }) => own.map((cell) => [cell.address, cell] as const)));
  const options = suspects.map(({ address, from, to }) => {
    const cell = cells.get(address);
    const where = cell === undefined ? address : formatCoordinate(cell.coordinate, language);
    return `${where} ${from} → ${to}${inBrackets(cell?.place ?? null, language)}`;
  });
  return [
    `    ${say(options.length === 1 ? "suspect.one" : "suspect.several", { list: options.join("; "), n: options.length }, language)}`,
  ];
}

/** The findings of reading a report; "" for none. */
export function readingText(name: string, { findings }: Loaded, language: Language): string {
  const said = findings.filter(({ severity }) => severity !== "advice");
  return said.length === 0 ? "" : `${name}\n${said.map((finding) => `${findingText(finding, language)}\n`).join("")}`;
}

/** That a report could not be read, and why. */
export function unreadableText(name: string, reason: string, language: Language): string {
  return `${say("file.unreadable", { name, reason: plain(reason) }, language)}\n`;
}

/** Why there is no report; `null` where there is one. */
export function whyUnread(loaded: Loaded | Unreadable, language: Language): string | null {
  if (isUnreadable(loaded)) return loaded.error.message;
  return loaded.draft === null ? (loaded.findings.at(-1)?.message ?? say("file.noReport", {}, language)) : null;
}

/** The name of a report in messages: its file, with the line for NDJSON; standard input by name. */
export function nameOf({ file, line }: { readonly file: string; readonly line: number | null }, language: Language): string {
  const name = file === STDIN ? say("stdin", {}, language) : plainName(file);
  return line === null ? name : `${name}:${line}`;
}

/** A text without control characters, safe to print on a terminal. */
export function plain(text: string): string {
  return printable(text).replace(/\r/g, " ");
}

/** A file name on one line. */
export function plainName(name: string): string {
  return plain(name).replace(/[\n\t]/g, " ");
}

/** Terminal colours by the start of a line. */
const COLOURS: readonly (readonly [start: RegExp, code: number])[] = [
  [/^✓/, 32],
  [/^✗/, 31],
  [/^\?/, 33],
  [/^ {2}(?:错误|error)/, 31],
  [/^ {2}(?:警告|warning)/, 33],
];

/** Lines of a report, coloured by result. */
export function coloured(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      for (const [start, code] of COLOURS) {
        const [found] = start.exec(line) ?? [];
        if (found !== undefined) return `\u001b[${code}m${found}\u001b[0m${line.slice(found.length)}`;
      }
      return line;
    })
    .join("\n");
}

/** The extension of a file name, without the dot. */
export function endingOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
