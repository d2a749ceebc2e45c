import fc from "fast-check";
import type { Reading } from "../../src/reading/readDocument.js";
import { convert } from "../containers/office.js";
import { xlsxFile } from "../containers/support.js";
import {
  dice,
  harmlessKinds,
  losingKinds,
  type NoisyCell,
  type NoisyDocument,
  page,
  someKinds,
  spoil,
} from "../reading/noise.js";
import { anyReport } from "../support/arbitraries.js";
import { type Difference, differenceOf, sameNumber } from "../support/score.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";

/** How LibreOffice makes files of a format: of pages that Writer opens, or of workbooks that Calc opens. */
export interface Route {
  readonly extension: string;
  readonly from: "page" | "workbook";
  /** What LibreOffice saves it as. */
  readonly to: string;
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  /** Kinds of noise of which the format keeps nothing, so that nobody could tell any more. */
  readonly undone?: readonly string[];
}

/**
 * Kinds of noise of which nothing is left in what LibreOffice saves: Writer makes all rows of a table equally wide, so a missing
 * cell is none any more.
 */
const UNDONE: Readonly<Record<Route["from"], readonly string[]>> = { page: ["a cell that is missing"], workbook: [] };

/** What was read of some documents, against what is known of them. */
export interface Score extends Difference {
  readonly expected: number;
  readonly documents: number;
}

/** Files at a time that LibreOffice is given. */
const BATCH = 50;

/** Reads documents that were spoilt in many ways and saved in a format by LibreOffice. */
export async function scoreSaved(route: Route, count: number, seed = 2026): Promise<Score> {
  const kinds = [...harmlessKinds, ...losingKinds].filter(
    (kind) => !UNDONE[route.from].includes(kind) && route.undone?.includes(kind) !== true,
  );
  const reports = fc.sample(anyReport, { numRuns: count, seed });
  const documents = reports.map((report, i) => {
    const roll = dice(seed + i);
    const noisy = spoil(report, someKinds(roll, kinds, 5), roll);
    return { noisy, file: route.from === "page" ? page(noisy, TITLE, roll) : workbook(noisy) };
  });
  const extension = route.from === "page" ? "html" : "xlsx";
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  let expected = 0;
  for (let from = 0; from < count; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const files = new Map(batch.map(({ file }, i) => [`${i}.${extension}`, file]));
    const saved = convert(files, route.to, route.from === "page" ? "HTML (StarWriter)" : null);
    for (const [i, { noisy }] of batch.entries()) {
      const result = differenceOf(noisy, await route.read(saved.get(`${i}.${extension}`) ?? new Uint8Array()), sameNumber);
      const named = (texts: readonly string[]) => texts.map((text) => `${from + i} (${noisy.kinds.join(", ")}): ${text}`);
      wrong.push(...named(result.wrong));
      silent.push(...named(result.silent));
      lost.push(...named(result.lost));
      expected += [...noisy.truth.values()].filter((value) => value !== null).length;
    }
  }
  return { wrong, silent, lost, expected, documents: count };
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A text as the runs of a cell; what follows `^` is raised. */
function richText(text: string): string {
  const [base = "", ...raised] = text.split("^");
  const run = (part: string, look: string): string => `<r><rPr>${look}</rPr><t xml:space="preserve">${escaped(part)}</t></r>`;
  return run(base, "") + raised.map((part) => run(part, '<vertAlign val="superscript"/>')).join("");
}

function columnName(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

/** A workbook with the tables one below the other on one sheet. Of merged ranges that overlap, which no program lets one make, the first counts. */
export function workbook({ tables }: NoisyDocument): Uint8Array {
  const rows = new Map<number, Map<number, string>>();
  const merges: string[] = [];
  const taken = new Set<string>();
  const put = (row: number, column: number, text: string): void => {
    const at = `${columnName(column)}${row + 1}`;
    const content = /^(?:0|[1-9]\d{0,14})$/.test(text)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is>${richText(text)}</is></c>`;
    const cells = rows.get(row) ?? new Map<number, string>();
    if (!cells.has(column)) cells.set(column, content);
    rows.set(row, cells);
  };
  const merge = ({ row, column, rowspan, colspan }: NoisyCell, top: number): void => {
    const places: string[] = [];
    for (let r = 0; r < rowspan; r += 1) for (let c = 0; c < colspan; c += 1) places.push(`${top + row + r},${column + c}`);
    if (places.length < 2 || places.some((place) => taken.has(place))) return;
    for (const place of places) taken.add(place);
    const last = `${columnName(column + colspan - 1)}${top + row + rowspan}`;
    merges.push(`<mergeCell ref="${columnName(column)}${top + row + 1}:${last}"/>`);
  };
  put(0, 0, TITLE);
  let top = 1;
  for (const { caption, cells } of tables) {
    if (caption !== "") put(top, 0, caption);
    top += 1;
    for (const cell of cells) {
      if (cell.text !== "") put(top + cell.row, cell.column, cell.text);
      merge(cell, top);
    }
    top += Math.max(...cells.map(({ row, rowspan }) => row + rowspan)) + 1;
  }
  const xml = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
      return `<row r="${row + 1}">${sorted.join("")}</row>`;
    });
  return xlsxFile({
    sheets: [{ rows: xml.join(""), ...(merges.length > 0 ? { after: `<mergeCells>${merges.join("")}</mergeCells>` } : {}) }],
    strings: "",
    styles: STYLES,
  });
}

const STYLES =
  "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>";
