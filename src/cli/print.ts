import { type Catalogue, type Finding, type Language, type Place, sentence } from "../findings/finding.js";
import { formatCoordinate } from "../form/form.js";
import { rulesOf } from "../rules/standard.js";
import type { Outcome } from "../rules/types.js";
import type { Validation } from "../rules/validate.js";
import type { Io } from "./io.js";
import { isUnreadable, type Loaded, type Unreadable } from "./load.js";
import { cliMessages } from "./messages.js";

type Key = keyof typeof cliMessages;

/** A sentence of the tool. */
export function say(key: Key, params: Readonly<Record<string, string | number>>, language: Language): string {
  const catalogue: Catalogue = cliMessages;
  return sentence(catalogue, key, params, language);
}

/** Where something stands in a file, as short as a person needs it. */
export function placeText(place: Place): string {
  const at = [
    place.sheet,
    place.table === null ? null : `table ${place.table}`,
    place.row === null ? null : `row ${place.row}`,
    place.column === null ? null : `column ${place.column}`,
    place.line === null ? null : `line ${place.line}`,
  ];
  return at.filter((part) => part !== null).join(", ");
}

/** A finding as lines for a person: what, where on the form, where in the file. */
export function findingText(finding: Finding, language: Language): string {
  const places = finding.place === null ? [] : [placeText(finding.place)];
  const subject = finding.rule ?? finding.code;
  return `  ${say(`severity.${finding.severity}`, {}, language)} [${subject}] ${finding.message}${places.length === 0 ? "" : ` (${places.join("; ")})`}`;
}

/** The result of checking one report, as lines for a person. Balances that share figures stand together. */
export function validationText(name: string, validation: Validation, language: Language): string {
  const { status, findings } = validation;
  const head = say(`status.${status}`, { name, ...balanceCounts(validation) }, language);
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

/** How many of the balances hold, which is what people ask; the domains of single figures speak up only when they are violated. */
function balanceCounts({ edition, outcomes }: Validation): Readonly<Record<Outcome | "total", number>> {
  const balances = new Set(rulesOf(edition).flatMap((rule) => (rule.kind === "equation" ? [rule.id] : [])));
  const asked = outcomes.filter(({ rule }) => balances.has(rule));
  const count = (outcome: Outcome): number => asked.filter((said) => said.outcome === outcome).length;
  return { total: asked.length, holds: count("holds"), violated: count("violated"), undetermined: count("undetermined") };
}

function suspectLines(
  suspects: Validation["groups"][number]["suspects"],
  findings: readonly Finding[],
  language: Language,
): readonly string[] {
  if (suspects.length === 0) return [];
  const cells = new Map(findings.flatMap(({ cells: own }) => own.map((cell) => [cell.address, cell] as const)));
  const options = suspects.map(({ address, from, to }) => {
    const cell = cells.get(address);
    const where = cell === undefined ? address : formatCoordinate(cell.coordinate, language);
    return `${where} ${from} → ${to}`;
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
