import { type Catalogue, type Finding, type Language, type Place, sentence } from "../findings/finding.js";
import { formatCoordinate } from "../form/form.js";
import type { Validation } from "../rules/validate.js";
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

/** The result of checking one report, as lines for a person. */
export function validationText(name: string, validation: Validation, language: Language): string {
  const { counts, status } = validation;
  const total = counts.holds + counts.violated + counts.undetermined;
  const head = say(`status.${status}`, { name, total, ...counts }, language);
  const groups = validation.groups.filter(({ rules }) => rules.length > 0);
  const lines = groups.flatMap(({ rules, suspects }) => {
    const findings = validation.findings.filter(({ rule }) => rule !== null && rules.includes(rule));
    return [...findings.map((finding) => findingText(finding, language)), ...suspectLines(suspects, findings, language)];
  });
  const grouped = new Set(groups.flatMap(({ rules }) => rules));
  const rest = validation.findings.filter(({ rule }) => rule === null || !grouped.has(rule));
  return [head, ...lines, ...rest.map((finding) => findingText(finding, language))].join("\n");
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
