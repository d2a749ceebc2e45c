import type * as Excel from "write-excel-file/universal";
import { wrap } from "../../_internal/width.js";
import { type Language, sentence } from "../../findings/finding.js";
import { formatCoordinate } from "../../form/form.js";
import { anchorOf, type Marks, type Note, severityName } from "../../printing/marks.js";
import { writingMessages } from "../../printing/messages.js";
import type { PrintedDocument } from "../../printing/printDocument.js";
import type { Draft } from "../../report/types.js";
import { CSV_COLUMNS } from "../csv/columns.js";
import { longRows } from "../csv/write.js";
import {
  BORDER,
  figureCell,
  LINE_POINTS,
  MAX_ROW_POINTS,
  pieces,
  ROW_PADDING,
  reference,
  type SheetLink,
  type SheetPlan,
  textCell,
  WRAPPED,
} from "./sheet.js";

const HEADER = { fontWeight: "bold", align: "center", alignVertical: "center", ...BORDER } as const;

/** The sheet of all figures in long form, one a row. */
export function figuresSheet(name: string, draft: Draft): SheetPlan {
  const values = new Map<string, string>();
  const rows = longRows(draft).map((row, i) =>
    row.map((value, column): Excel.Cell => {
      if (value === null) return null;
      if (CSV_COLUMNS[column] !== "value") return typeof value === "number" ? value : textCell(value);
      const { cell, exact } = figureCell(value);
      if (exact !== null) values.set(reference(i + 1, column), exact);
      return cell;
    }),
  );
  const header = CSV_COLUMNS.map((title) => ({ ...textCell(title), ...HEADER }));
  return {
    name,
    columns: [24, 7, 8, 6, 6, 8, 48, 64, 14],
    data: [header, ...rows],
    values,
    stickyRows: 1,
    links: [],
    orientation: "landscape",
  };
}

/** Width of the sheet of texts, in characters. */
const TEXT_WIDTH = 90;

/** The sheet with everything but figures: the title, and the sections with their text, one paragraph per row. */
export function textSheet(name: string, { title, sections, signature }: PrintedDocument): SheetPlan {
  const line = (text: string, look: Excel.CellObject = {}): Excel.Cell[][] =>
    pieces(text).map((piece) => [{ ...textCell(piece), ...WRAPPED, height: heightOf(piece, TEXT_WIDTH), ...look }]);
  const data = [
    ...line(title, { fontWeight: "bold", fontSize: 18, align: "center", height: 48 }),
    ...sections.flatMap(({ heading, texts }) => [
      ...line(heading, { fontWeight: "bold", fontSize: 12 }),
      ...texts.flatMap(({ kind, text }) => line(text, kind === "part" ? { fontWeight: "bold" } : {})),
    ]),
    ...signature.flatMap((text) => line(text, { align: "right" })),
  ];
  return { name, columns: [TEXT_WIDTH], data, values: new Map(), stickyRows: 0, links: [], orientation: "portrait" };
}

const FINDING_COLUMNS = ["number", "severity", "rule", "message", "suspects", "places"] as const;
const FINDING_WIDTHS = [6, 8, 22, 44, 30, 40] as const;

/** Rows above the first finding: summary, legend, header. */
const ABOVE = 3;

/** The reference of a finding in the sheet of findings. */
export function findingReference({ number }: Note): string {
  return reference(ABOVE + number - 1, 0);
}

/** The cell of a figure in the workbook. */
export type FigurePlaces = ReadonlyMap<string, { readonly sheet: string; readonly at: string }>;

/** The sheet of findings. Each leads to the figure that it is shown at. */
export function findingsSheet(name: string, marks: Marks, places: FigurePlaces, language: Language): SheetPlan {
  const { notes, summary } = marks;
  const header = FINDING_COLUMNS.map((title) => ({
    ...textCell(sentence(writingMessages, `writing.${title}`, {}, language)),
    ...HEADER,
  }));
  const rows = notes.map((note) => {
    const texts = findingTexts(note, language);
    const height = Math.max(...texts.map((text, i) => heightOf(text, FINDING_WIDTHS[i + 1] ?? TEXT_WIDTH)));
    const number = { value: note.number, type: Number, textDecoration: { underline: true }, ...BORDER, ...WRAPPED } as const;
    return [number, ...texts.map((text) => ({ ...textCell(text), ...WRAPPED, ...BORDER, height }))];
  });
  const legend = sentence(writingMessages, "writing.legendSheet", {}, language);
  const above = [summary, ...(notes.length === 0 ? [] : [legend])].map((text) => [textCell(text)]);
  const links = notes.flatMap((note): readonly SheetLink[] => {
    const place = places.get(anchorOf(note, marks) ?? "");
    return place === undefined ? [] : [{ from: findingReference(note), sheet: place.sheet, to: place.at, tip: note.message }];
  });
  const data = [...above, ...(notes.length === 0 ? [] : [header]), ...rows];
  return { name, columns: FINDING_WIDTHS, data, values: new Map(), stickyRows: 0, links, orientation: "landscape" };
}

function findingTexts({ severity, rule, message, suspects, cells }: Note, language: Language): readonly string[] {
  const places = cells.map(({ coordinate }) => formatCoordinate(coordinate, language)).join(language === "zh" ? "、" : ", ");
  return [severityName(severity, language), rule ?? "", message, suspects.join("\n"), places];
}

function heightOf(text: string, width: number): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, wrap(line, width - 1).length), 0);
  return Math.min(MAX_ROW_POINTS, lines * LINE_POINTS + ROW_PADDING);
}
