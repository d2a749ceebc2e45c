import type * as Excel from "write-excel-file/universal";
import { escapeHtml } from "../../_internal/escape.js";
import { type Language, sentence } from "../../findings/finding.js";
import { formOf } from "../../form/form.js";
import { type CellMark, type Marking, noteSentence, optionalMarks } from "../../printing/marks.js";
import { writingMessages } from "../../printing/messages.js";
import { printDocument } from "../../printing/printDocument.js";
import type { Draft } from "../../report/types.js";
import { repack } from "../office/deterministicZip.js";
import { figuresSheet, findingReference, findingsSheet, textSheet } from "./lists.js";
import { reference, type SheetLink, type SheetPlan } from "./sheet.js";
import { positionsOf, tableSheet } from "./table.js";

/** Options of {@link writeXlsx}. */
export interface XlsxOptions {
  /** Language of the names of the sheets and of the findings; defaults to Chinese. */
  readonly language?: Language;
  /** The result of checking the report: figures of violated rules are marked and lead to a first sheet with the findings. */
  readonly validation?: Marking;
  /**
   * Writes totals as formulas where the formula gives what the report states. A blank total gets a formula too, without a
   * value until a spreadsheet program calculates it: an empty form to be filled in. Off by default.
   */
  readonly formulas?: boolean;
}

/** A4, one page wide, with narrow margins in inches. */
function pageSetup({ orientation }: SheetPlan): string {
  return (
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  );
}

/**
 * A report or draft as an Excel workbook: a sheet for each table with the merges of the form, a sheet with every figure in long
 * form, a sheet with the texts. Numbers are numbers, money is exact, texts are never formulas. The same report gives the
 * same bytes.
 *
 * @example
 * ```ts
 * const bytes = await writeXlsx({ edition: "2021", year: 2023, agency: { name: "某县" } }, { formulas: true });
 * String.fromCharCode(...bytes.subarray(0, 2)); //=> "PK"
 * ```
 */
export async function writeXlsx(draft: Draft, options?: XlsxOptions): Promise<Uint8Array> {
  options ??= {};
  const language = options.language ?? "zh";
  const { default: writeExcel } = await import("write-excel-file/universal");
  const plans = plansOf(draft, options, language);
  const sheets = plans.map(({ name, columns, data, stickyRows }) => ({
    sheet: name,
    columns: columns.map((width) => ({ width })),
    data,
    ...(stickyRows === 0 ? {} : { stickyRowsCount: stickyRows }),
  }));
  const blob = await writeExcel(sheets, { fontFamily: "宋体", fontSize: 10, features: [completing(plans)] }).toBlob();
  return repack(new Uint8Array(await blob.arrayBuffer()), () => null);
}

function plansOf(draft: Draft, options: XlsxOptions, language: Language): readonly SheetPlan[] {
  const form = formOf(draft);
  const printed = printDocument(draft);
  const marks = optionalMarks(options.validation, language);
  const findings = sentence(writingMessages, "writing.findings", {}, language);
  const linkOf = (from: string, { notes }: CellMark): SheetLink => ({
    from,
    sheet: findings,
    to: notes[0] === undefined ? "A1" : findingReference(notes[0]),
    tip: notes.map((note) => noteSentence(note, language)).join(" "),
  });
  const context = { draft, marks, formulas: options.formulas === true, linkOf };
  const places = new Map<string, { readonly sheet: string; readonly at: string }>();
  const tables = printed.sections.flatMap(({ table }) => {
    const own = form.tables.find(({ definition }) => definition.id === table?.id);
    if (table === null || own === undefined) return [];
    const sheet = sentence(writingMessages, "writing.sheetTable", { number: table.number }, language);
    for (const [address, { row, column }] of positionsOf(table)) places.set(address, { sheet, at: reference(row, column) });
    return [tableSheet(sheet, table, own, context)];
  });
  return [
    ...(marks === null ? [] : [findingsSheet(findings, marks, places, language)]),
    ...tables,
    figuresSheet(sentence(writingMessages, "writing.sheetFigures", {}, language), draft),
    textSheet(sentence(writingMessages, "writing.sheetText", {}, language), printed),
  ];
}

/** Adds what the library has no option for: links, the page, and the exact text of values. */
function completing(plans: readonly SheetPlan[]): Excel.Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          insert: (_options, { sheetIndex }) => {
            const plan = plans[sheetIndex];
            return plan === undefined ? undefined : hyperlinks(plan.links) + pageSetup(plan);
          },
          transform: (content, _options, { sheetIndex }) =>
            withValues(content, plans[sheetIndex]?.values ?? new Map()).replace(
              /(<worksheet[^>]*>)/,
              '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            ),
        },
      },
    },
  };
}

/** The longest tooltip of Excel. */
const MAX_TIP = 255;

function hyperlinks(links: readonly SheetLink[]): string {
  if (links.length === 0) return "";
  const list = links.map(({ from, sheet, to, tip }) => {
    const short = [...tip].slice(0, MAX_TIP).join("");
    return `<hyperlink ref="${from}" location="${escapeHtml(`'${sheet}'!${to}`)}" tooltip="${escapeHtml(short)}"/>`;
  });
  return `<hyperlinks>${list.join("")}</hyperlinks>`;
}

/** Puts the exact text of values where the library wrote a number, and behind formulas, which it writes without a value. */
function withValues(content: string, values: ReadonlyMap<string, string>): string {
  return content.replace(
    /(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*<\/f>|<v>[^<]*<\/v>)/g,
    (whole, open: string, at: string, inner: string) => {
      const value = values.get(at);
      if (value === undefined) return whole;
      return inner.startsWith("<f>") ? `${open}${inner}<v>${value}</v>` : `${open}<v>${value}</v>`;
    },
  );
}
