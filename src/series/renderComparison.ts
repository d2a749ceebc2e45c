import { Decimal } from "decimal.js";
import { escapeHtml, escapeMarkdown } from "../_internal/escape.js";
import type { Language, Sentence } from "../findings/finding.js";
import { cellLabel, describeForm, type Form, formatCoordinate } from "../form/form.js";
import { type ReportRef, reportName } from "../report/reportRef.js";
import type { CellChange, Comparison } from "./compareReports.js";

/** Options of {@link renderComparisonMarkdown} and {@link renderComparisonHtml}. */
export interface RenderComparisonOptions {
  /** Language of headings and labels; defaults to Chinese. */
  readonly language?: Language;
  /** Also prints the figures that did not change; left out by default. */
  readonly unchanged?: boolean;
}

const COLUMNS = {
  place: { zh: "位置", en: "place" },
  label: { zh: "项目", en: "figure" },
  difference: { zh: "增减", en: "change" },
  ratio: { zh: "增减幅度", en: "relative" },
} as const satisfies Record<string, Sentence>;

/** Shown for a blank, and for a ratio that cannot be computed. */
const NOTHING = "—";

/**
 * The differences of two reports as a Markdown table.
 *
 * @example
 * ```ts
 * const last = { edition: "2021", year: 2022, requests: { received: { total: 8 } } } as const;
 * const next = { edition: "2021", year: 2023, requests: { received: { total: 10 } } } as const;
 * renderComparisonMarkdown(compareReports(last, next), { language: "en" }).split("\n")[2];
 * //=> "| table 三, row 1, column 7 | requests newly received this year, applicants / total | 8 | 10 | +2 | +25% |"
 * ```
 */
export function renderComparisonMarkdown(comparison: Comparison, options?: RenderComparisonOptions): string {
  options ??= {};
  const lines = rowsOf(comparison, options).map((row) => `| ${row.map(escapeMarkdown).join(" | ")} |`);
  const [head = "", ...body] = lines;
  return `${[head, "| --- | --- | ---: | ---: | ---: | ---: |", ...body].join("\n")}\n`;
}

/**
 * The differences of two reports as an HTML table.
 *
 * @example
 * ```ts
 * const last = { edition: "2021", year: 2022, requests: { received: { total: 8 } } } as const;
 * const next = { edition: "2021", year: 2023, requests: { received: { total: 10 } } } as const;
 * renderComparisonHtml(compareReports(last, next)).includes("<td>+25%</td>"); //=> true
 * ```
 */
export function renderComparisonHtml(comparison: Comparison, options?: RenderComparisonOptions): string {
  options ??= {};
  const [head = [], ...body] = rowsOf(comparison, options);
  const line = (tag: "th" | "td", row: readonly string[]): string =>
    `<tr>${row.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join("")}</tr>`;
  return [
    "<table>",
    `<thead>${line("th", head)}</thead>`,
    "<tbody>",
    ...body.map((row) => line("td", row)),
    "</tbody>",
    "</table>",
    "",
  ].join("\n");
}

/** The table of a comparison as text: the headings, then one line for each figure that is shown. */
function rowsOf(
  { edition, from, to, changes, grouped }: Comparison,
  options: RenderComparisonOptions,
): readonly (readonly string[])[] {
  const language = options.language ?? "zh";
  const name = (report: ReportRef): string => reportName(report)[language];
  const isShown = (change: Pick<CellChange, "from" | "to">): boolean => options.unchanged === true || change.from !== change.to;
  return [
    [
      COLUMNS.place[language],
      COLUMNS.label[language],
      name(from),
      name(to),
      COLUMNS.difference[language],
      COLUMNS.ratio[language],
    ],
    ...changes.filter(isShown).map((change) => rowOf(describeForm(edition), [change.address], change, language)),
    ...grouped.filter(isShown).map((change) => rowOf(describeForm(edition), change.addresses.to, change, language)),
  ];
}

/** A line of the table, of one figure or a group of figures. */
function rowOf(
  form: Form,
  addresses: readonly string[],
  { from, to, difference, ratio }: Pick<CellChange, "from" | "to" | "difference" | "ratio">,
  language: Language,
): readonly string[] {
  const cells = addresses.flatMap((address) => form.byAddress[address] ?? []);
  const together = language === "zh" ? "＋" : " + ";
  return [
    cells.map((cell) => formatCoordinate(cell.coordinate, language)).join(together),
    cells.map((cell) => cellLabel(cell, language)).join(together),
    String(from ?? NOTHING),
    String(to ?? NOTHING),
    difference === null ? NOTHING : signed(new Decimal(difference)),
    ratio === null ? NOTHING : `${signed(new Decimal(ratio).times(100))}%`,
  ];
}

function signed(value: Decimal): string {
  return (value.isPositive() && !value.isZero() ? "+" : "") + value.toFixed();
}
