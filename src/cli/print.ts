import type { ReportCheck } from "../check/checkReport.js";
import { type Catalogue, type Finding, type Language, type Place, sentence } from "../findings/finding.js";
import { formatCoordinate } from "../form/form.js";
import { reference } from "../formats/xlsx/sheet.js";
import type { Outcome } from "../rules/types.js";
import type { Io } from "./io.js";
import { isUnreadable, type Loaded, type Unreadable } from "./load.js";
import { cliMessages } from "./messages.js";

type Key = keyof typeof cliMessages;

/** A sentence of the tool. */
export function say(key: Key, params: Readonly<Record<string, string | number>>, language: Language): string {
  const catalogue: Catalogue = cliMessages;
  return sentence(catalogue, key, params, language);
}

/** Formats of which a program shows a grid with letters above its columns. */
const SHEETS: ReadonlySet<Place["format"]> = new Set(["xlsx", "xls", "ods", "csv"]);

/** Where something stands in a file, in the words of the program that shows the file. */
function placeText({ format, sheet, page, table, row, column, line }: Place, language: Language): string {
  const part = (key: Key, n: string | number | null): string => (n === null ? "" : say(key, { n }, language));
  const at =
    SHEETS.has(format) && row !== null && column !== null
      ? [part("place.sheet", sheet), part("place.address", reference(row - 1, column - 1))]
      : [
          part("place.page", page),
          part("place.table", table),
          part("place.row", row),
          part("place.cell", column),
          page === null ? part("place.line", line) : "",
        ];
  return at.filter((text) => text !== "").join(language === "zh" ? "，" : ", ");
}

/** A place in brackets behind what stands there; "" where it is not known. */
function inBrackets(place: Place | null, language: Language): string {
  if (place === null) return "";
  return language === "zh" ? `（${placeText(place, language)}）` : ` (${placeText(place, language)})`;
}

/** A finding as lines for a person: what, where on the form, where in the file. */
export function findingText(finding: Finding, language: Language): string {
  const subject = finding.rule ?? finding.code;
  return `  ${say(`severity.${finding.severity}`, {}, language)} [${subject}] ${finding.message}${inBrackets(finding.place, language)}`;
}

/** The result of checking one report, as lines for a person. Balances that share figures stand together. */
export function validationText(name: string, validation: ReportCheck, language: Language): string {
  const { status, findings } = validation;
  const counts = hardCounts(validation);
  const open = counts.undetermined === 0 ? "" : say("status.open", { undetermined: counts.undetermined }, language);
  const head = say(`status.${status}`, { name, ...counts, open }, language);
  if ("explanation" in validation) return [head, ...findings.map((finding) => findingText(finding, language))].join("\n");
  const grouped = new Set<Finding>();
  const lines = validation.groups.flatMap(({ rules, suspects }) => {
    const own = findings.filter(({ rule }) => rule !== null && rules.includes(rule));
    for (const finding of own) grouped.add(finding);
    return [...own.map((finding) => findingText(finding, language)), ...suspectLines(suspects, own, language)];
  });
  const rest = findings.filter((finding) => !grouped.has(finding));
  return [head, ...lines, ...rest.map((finding) => findingText(finding, language))].join("\n");
}

/**
 * How many of the rules that decide the status hold, which is what people ask; the domains of single figures speak up only when
 * they are violated. So a report that is not balanced always has a number of what does not hold.
 */
function hardCounts({ verdicts }: ReportCheck): Readonly<Record<Outcome | "total", number>> {
  const asked = verdicts.filter(
    ({ rule, severity, outcome }) => severity === "error" && (!rule.startsWith("domain.") || outcome === "violated"),
  );
  const count = (outcome: Outcome): number => asked.filter((said) => said.outcome === outcome).length;
  return { total: asked.length, holds: count("holds"), violated: count("violated"), undetermined: count("undetermined") };
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

/** Says on standard error what was remarkable in reading a file. */
export function report(io: Io, loaded: Loaded | Unreadable, language: Language): void {
  if (isUnreadable(loaded)) {
    io.err(`${say("file.unreadable", { name: loaded.file, reason: loaded.error.message }, language)}\n`);
    return;
  }
  const findings = loaded.findings.filter(({ severity }) => severity !== "advice");
  if (findings.length > 0) io.err(`${loaded.file}\n${findings.map((finding) => `${findingText(finding, language)}\n`).join("")}`);
}

/** The name of a file without its folder and its ending. */
export function baseOf(file: string): string {
  return file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
}

/** The ending of the name of a file, without the point. */
export function endingOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
