import { aliasesOf } from "../../src/form/aliases.js";
import { columnHeadings } from "../../src/form/cells.js";
import { describeForm } from "../../src/form/form.js";
import type { Cell, Draft, Heading, PrintedCell } from "../../src/index.js";
import { leafPaths, printTables } from "../../src/index.js";

/** A sequence of numbers that is the same for the same seed. */
export interface Dice {
  /** A whole number from 0 up to `n`, `n` not included. */
  readonly below: (n: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (n) => Math.floor(next() * n),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
  };
}

/** A cell of a table that is being spoilt, where it stands in the grid. */
export interface NoisyCell {
  text: string;
  readonly kind: PrintedCell["kind"];
  readonly cell: Cell | null;
  row: number;
  column: number;
  rowspan: number;
  colspan: number;
  /** How a page, a Word file or a workbook prints it, where that is more than its text. */
  html?: string;
  word?: string;
  excel?: ExcelCell;
}

/** A cell of a workbook: XML of its value, its type, and the format of its numbers. */
export interface ExcelCell {
  readonly xml: string;
  readonly type?: string;
  readonly format?: keyof typeof EXCEL_FORMATS;
}

/** Formats of numbers that a workbook of a test has, by the number of their style. */
export const EXCEL_FORMATS = { plain: 0, nothing: 1, literal: 2, text: 3, thousands: 4, struck: 5 } as const;

export interface NoisyTable {
  readonly id: string;
  caption: string;
  /** Lines between the caption and the table. */
  readonly lines?: string[];
  readonly cells: NoisyCell[];
}

/** What must come out: the figure, or `null` where the document has none (any more) and a finding must say so. */
export type Truth = ReadonlyMap<string, number | string | null>;

export interface NoisyDocument {
  readonly tables: readonly NoisyTable[];
  readonly truth: Truth;
  /** Figures that a reader may give up on, because something beside them was taken away. */
  readonly doubtful: ReadonlySet<string>;
  readonly kinds: readonly string[];
}

export interface Work {
  readonly tables: NoisyTable[];
  readonly truth: Map<string, number | string | null>;
  readonly doubtful: Set<string>;
  readonly roll: Dice;
}

function start(draft: Draft, roll: Dice): Work {
  const truth = new Map<string, number | string | null>();
  const tables = printTables(draft).map(({ id, caption, rows }) => ({
    id,
    caption,
    lines: [],
    cells: rows.flatMap((cells, row) =>
      cells.map(({ text, kind, cell, column, rowspan, colspan }) => {
        if (cell !== null) truth.set(cell.address, text === "" ? null : cell.unit === "amount" ? text : Number(text));
        return { text, kind, cell, row, column, rowspan, colspan };
      }),
    ),
  }));
  return { tables, truth, doubtful: new Set(), roll };
}

export const isLabel = ({ kind }: NoisyCell): boolean => kind === "rowHeading" || kind === "columnHeading";
export const labels = ({ tables }: Work): NoisyCell[] => tables.flatMap(({ cells }) => cells.filter(isLabel));
export const figures = ({ tables }: Work): NoisyCell[] =>
  tables.flatMap(({ cells }) => cells.filter(({ cell }) => cell !== null));
export const heightOf = (cells: readonly NoisyCell[]): number => Math.max(...cells.map(({ row, rowspan }) => row + rowspan));
export const widthOf = (cells: readonly NoisyCell[]): number => Math.max(...cells.map(({ column, colspan }) => column + colspan));

const FULL_WIDTH = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Other wordings of a printed label, from the form's own list of aliases. */
function wordingsIn(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>();
  const add = (heading: Heading): void => {
    aliases.set(
      heading.marker + heading.term.label + heading.note,
      aliasesOf(heading.term).map((alias) => heading.marker + alias),
    );
  };
  for (const { definition } of describeForm(draft.edition).tables) {
    for (const panel of definition.panels) {
      for (const path of [...leafPaths(panel.records), ...leafPaths(columnHeadings(panel))]) path.forEach(add);
    }
  }
  return aliases;
}

/** Breaks a merged cell into single ones: empty beside the first, or each with the same text. */
export function unmerge(table: NoisyTable, target: NoisyCell, direction: "down" | "across", repeated: boolean): void {
  const { row, column, rowspan, colspan } = target;
  if (direction === "down") {
    for (let r = 1; r < rowspan; r += 1) {
      table.cells.push({ ...target, cell: null, text: repeated ? target.text : "", row: row + r, rowspan: 1 });
    }
    target.rowspan = 1;
  } else {
    for (let c = 1; c < colspan; c += 1) {
      table.cells.push({ ...target, cell: null, text: repeated ? target.text : "", column: column + c, colspan: 1 });
    }
    target.colspan = 1;
  }
}

export function insertColumn(table: NoisyTable, at: number): void {
  const height = heightOf(table.cells);
  const covered = new Set<number>();
  for (const cell of table.cells) {
    if (cell.column >= at) cell.column += 1;
    else if (cell.column + cell.colspan > at) {
      cell.colspan += 1;
      for (let r = 0; r < cell.rowspan; r += 1) covered.add(cell.row + r);
    }
  }
  for (let row = 0; row < height; row += 1) {
    if (!covered.has(row)) table.cells.push({ text: "", kind: "corner", cell: null, row, column: at, rowspan: 1, colspan: 1 });
  }
}

export function insertRow(table: NoisyTable, at: number): void {
  const width = widthOf(table.cells);
  const covered = new Set<number>();
  for (const cell of table.cells) {
    if (cell.row >= at) cell.row += 1;
    else if (cell.row + cell.rowspan > at) {
      cell.rowspan += 1;
      for (let c = 0; c < cell.colspan; c += 1) covered.add(cell.column + c);
    }
  }
  for (let column = 0; column < width; column += 1) {
    if (!covered.has(column)) table.cells.push({ text: "", kind: "corner", cell: null, row: at, column, rowspan: 1, colspan: 1 });
  }
}

/** Cuts a table in two above a row. What reached over the cut is repeated, left empty or gone in the second half. */
function cut(
  table: NoisyTable,
  at: number,
  rest: "repeated" | "empty" | "gone",
  headerRows: number,
): readonly [NoisyTable, NoisyTable] {
  const upper: NoisyCell[] = [];
  const lower: NoisyCell[] = [];
  for (const cell of table.cells) {
    if (cell.row < headerRows && headerRows > 0) lower.push({ ...cell, row: cell.row - headerRows + at });
    if (cell.row >= at) lower.push(cell);
    else if (cell.row + cell.rowspan <= at) upper.push(cell);
    else {
      upper.push({ ...cell, rowspan: at - cell.row });
      if (rest !== "gone") {
        lower.push({ ...cell, row: at, rowspan: cell.row + cell.rowspan - at, text: rest === "repeated" ? cell.text : "" });
      }
    }
  }
  const shifted = lower.map((cell) => ({ ...cell, row: cell.row - at + headerRows }));
  return [
    { ...table, cells: upper },
    { ...table, lines: [], cells: shifted },
  ];
}

export type Noise = (work: Work, draft: Draft) => void;

/** Every kind of noise that leaves all figures on the page. */
const HARMLESS: Readonly<Record<string, Noise>> = {
  "labels broken by spaces and lines": (work) => {
    for (const label of labels(work)) {
      if (!work.roll.chance(0.4)) continue;
      label.text = [...label.text]
        .map((char) => char + (work.roll.chance(0.25) ? work.roll.pick([" ", "\n", "\u3000", "\u00a0"]) : ""))
        .join("");
    }
  },
  "one character a line": (work) => {
    for (const label of labels(work)) if (label.rowspan > 3) label.text = [...label.text].join("\n");
  },
  "other numbering": (work) => {
    const point = work.roll.pick(["、", "．", " ", ",", ""]);
    const brackets = work.roll.pick([
      ["(", ")"],
      ["（", "）"],
      ["﹙", "）"],
    ] as const);
    for (const label of labels(work)) {
      if (label.kind !== "rowHeading") continue;
      label.text = label.text
        .replace(/^(\d)\./, point === "" ? "" : `$1${point}`)
        .replace(/^（(.)）/, `${brackets[0] === "﹙" ? "(" : brackets[0]}$1${brackets[1]}`);
    }
  },
  "half-width signs": (work) => {
    for (const label of labels(work))
      label.text = label.text
        .replace(/（/g, "(")
        .replace(/）/g, ")")
        .replace(/[“”]/g, '"')
        .replace(/，/g, ",")
        .replace(/：/g, ":");
  },
  "short labels": (work, draft) => {
    const aliases = wordingsIn(draft);
    for (const label of labels(work)) {
      const own = aliases.get(label.text) ?? [];
      if (own.length > 0 && work.roll.chance(0.4)) label.text = work.roll.pick(own);
    }
  },
  "headings not merged downwards": (work) => {
    for (const table of work.tables) {
      for (const cell of [...table.cells])
        if (cell.kind === "columnHeading" && cell.rowspan > 1) unmerge(table, cell, "down", false);
    }
  },
  "headings not merged at all": (work) => {
    const repeated = work.roll.chance(0.5);
    for (const table of work.tables) {
      for (const cell of [...table.cells]) {
        if (cell.kind !== "columnHeading" && cell.kind !== "corner") continue;
        const before = table.cells.length;
        if (cell.rowspan > 1) unmerge(table, cell, "down", repeated);
        for (const part of [cell, ...table.cells.slice(before)]) if (part.colspan > 1) unmerge(table, part, "across", repeated);
      }
    }
  },
  "row labels not merged": (work) => {
    const repeated = work.roll.chance(0.5);
    for (const table of work.tables) {
      for (const cell of [...table.cells])
        if (cell.kind === "rowHeading" && cell.rowspan > 1) unmerge(table, cell, "down", repeated);
      for (const cell of [...table.cells])
        if (cell.kind === "rowHeading" && cell.colspan > 1) unmerge(table, cell, "across", repeated);
    }
  },
  "figures not merged": (work) => {
    const repeated = work.roll.chance(0.5);
    for (const table of work.tables) {
      for (const cell of [...table.cells]) if (cell.cell !== null && cell.colspan > 1) unmerge(table, cell, "across", repeated);
    }
  },
  "empty rows": (work) => {
    for (const table of work.tables) for (let i = 0; i < 3; i += 1) insertRow(table, work.roll.below(heightOf(table.cells) + 1));
  },
  "an empty column": (work) => {
    for (const table of work.tables)
      insertColumn(table, work.roll.pick([0, widthOf(table.cells), work.roll.below(widthOf(table.cells))]));
  },
  "figures written in other ways": (work) => {
    for (const figure of figures(work)) {
      const unit = figure.cell?.unit;
      if (figure.text === "") continue;
      if (unit === "amount") {
        if (work.roll.chance(0.3)) figure.text = `${figure.text}${work.roll.pick(["万元", " 万元"])}`;
      } else if (unit === "change") {
        const n = Number(figure.text);
        if (n < 0) figure.text = work.roll.pick([`减${-n}`, `－${-n}`, `-${-n}`, `减少${-n}项`, `−${-n}`]);
        else if (n > 0) figure.text = work.roll.pick([`增${n}`, `+${n}`, `增加${n}`, String(n)]);
      } else {
        const grouped = figure.text.replace(/\B(?=(\d{3})+$)/g, ",");
        figure.text = work.roll.pick([
          figure.text,
          figure.text,
          grouped,
          grouped.replaceAll(",", "，"),
          grouped.replaceAll(",", " "),
          `${figure.text}件`,
          ` ${figure.text} 条`,
        ]);
      }
      if (work.roll.chance(0.2)) figure.text = FULL_WIDTH(figure.text);
    }
  },
  "yuan where 万元 belong": (work) => {
    for (const figure of figures(work)) {
      if (figure.cell?.unit !== "amount" || figure.text === "" || !/^[\d.]+$/.test(figure.text)) continue;
      const [whole = "", decimals = ""] = figure.text.split(".");
      const yuan = `${whole}${decimals.padEnd(6, "0").slice(0, 4)}`.replace(/^0+(?=\d)/, "");
      const fen = decimals.padEnd(6, "0").slice(4);
      figure.text = `${yuan}${fen === "00" ? "" : `.${fen}`}元`;
      const value = `${whole}.${decimals}`.replace(/\.?0*$/, "");
      work.truth.set(figure.cell.address, value);
    }
  },
  "cut by a page": (work) => {
    for (const table of [...work.tables]) {
      const height = heightOf(table.cells);
      const header = table.id === "requests" ? 3 : 0;
      const [first] = table.cells.filter(({ cell }) => cell !== null).map(({ row }) => row);
      if (first === undefined || first + 1 >= height) continue;
      const at = first + 1 + work.roll.below(height - first - 1);
      const bannerCut = table.id === "disclosure" && !table.cells.some(({ kind, row }) => kind === "banner" && row === at);
      if (bannerCut) continue;
      const repeats = header > 0 && work.roll.chance(0.5);
      work.tables.splice(
        work.tables.indexOf(table),
        1,
        ...cut(table, at, work.roll.pick(["repeated", "empty", "gone"]), repeats ? header : 0),
      );
    }
  },
  "one table for each item": (work) => {
    const table = work.tables.find(({ id }) => id === "disclosure");
    if (table === undefined) return;
    const at = work.tables.indexOf(table);
    const starts = table.cells.filter(({ kind }) => kind === "banner").map(({ row }) => row);
    const parts = starts.map((from, i) => {
      const to = starts[i + 1] ?? Number.POSITIVE_INFINITY;
      return {
        ...table,
        lines: i === 0 ? [...(table.lines ?? [])] : [],
        cells: table.cells.filter(({ row }) => row >= from && row < to).map((cell) => ({ ...cell, row: cell.row - from })),
      };
    });
    if (parts.length > 0) work.tables.splice(at, 1, ...parts);
  },
  "all tables in one": (work) => {
    const cells: NoisyCell[] = [];
    let row = 0;
    for (const table of work.tables) {
      const width = widthOf(table.cells);
      cells.push({ text: table.caption, kind: "banner", cell: null, row, column: 0, rowspan: 1, colspan: width });
      cells.push(...table.cells.map((cell) => ({ ...cell, row: cell.row + row + 1 })));
      row += 1 + heightOf(table.cells);
    }
    const [first] = work.tables;
    if (first !== undefined) work.tables.splice(0, work.tables.length, { id: "all", caption: first.caption, cells });
  },
  "spans that do not line up": (work) => {
    const table = work.tables.find(({ id }) => id === "disclosure");
    if (table === undefined) return;
    const width = widthOf(table.cells);
    for (const cell of table.cells) {
      if (cell.column + cell.colspan === width) cell.colspan += 1;
    }
    const rows = new Set(table.cells.filter(({ cell }) => cell !== null).map(({ row }) => row));
    for (const row of rows) {
      const own = table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
      const last = own[own.length - 1];
      const first = own.find(({ cell }) => cell !== null);
      if (first === undefined || last === undefined || first === last || !work.roll.chance(0.6)) continue;
      first.colspan += 1;
      for (const cell of own.slice(own.indexOf(first) + 1)) cell.column += 1;
      last.colspan -= 1;
    }
  },
};

const NONE_WRITTEN = ["", "\u00a0", "/", "-", "—", "——", "无", "－", "／", " "];

/** Kinds of noise that take figures away: what must come out is blank. */
const LOSING: Readonly<Record<string, Noise>> = {
  "zeros not written as zeros": (work) => {
    for (const figure of figures(work)) {
      if (figure.text !== "0" || !work.roll.chance(0.6) || figure.cell === null) continue;
      figure.text = work.roll.pick(NONE_WRITTEN);
      work.truth.set(figure.cell.address, null);
    }
  },
  "totals left blank": (work) => {
    for (const figure of figures(work)) {
      if (figure.cell === null || figure.cell.fieldPath[figure.cell.fieldPath.length - 1]?.role !== "total") continue;
      figure.text = "";
      work.truth.set(figure.cell.address, null);
    }
  },
  "figures that cannot be read": (work) => {
    for (const figure of figures(work)) {
      if (figure.cell === null || figure.text === "" || !work.roll.chance(0.05)) continue;
      figure.text = work.roll.pick([
        `约${figure.text}`,
        `${figure.text}余件`,
        "见附件",
        `${figure.text}\n5`,
        `${figure.text}%`,
        "O",
        `${figure.text}^1`,
      ]);
      work.truth.set(figure.cell.address, null);
    }
  },
  "a cell that is missing": (work) => {
    if (figures(work).length === 0) return;
    const row = work.roll.pick(figures(work));
    for (const table of work.tables) {
      if (!table.cells.includes(row)) continue;
      const inRow = table.cells.filter((cell) => cell.cell !== null && cell.row === row.row);
      for (const { cell } of inRow) if (cell !== null) work.doubtful.add(cell.address);
      if (row.cell !== null) work.truth.set(row.cell.address, null);
      table.cells.splice(table.cells.indexOf(row), 1);
    }
  },
  "a row that is missing": (work) => {
    const table = work.tables.find(({ id }) => id === "requests");
    const target = work.roll.pick(table?.cells.filter(({ cell }) => cell !== null) ?? figures(work));
    if (table === undefined) return;
    for (const cell of table.cells) {
      if (cell.row !== target.row) continue;
      if (cell.cell !== null) work.truth.set(cell.cell.address, null);
      cell.text = cell.cell !== null || (cell.kind === "rowHeading" && cell.rowspan === 1) ? "" : cell.text;
    }
    for (const { cell } of table.cells) if (cell !== null) work.doubtful.add(cell.address);
  },
};

export const harmlessKinds = Object.keys(HARMLESS);
export const losingKinds = Object.keys(LOSING);

/** Kinds that change where tables begin and end come after those that change what is in them; so does repeating a figure. */
const STRUCTURAL = ["figures not merged", "cut by a page", "one table for each item", "all tables in one"];

/** Spoils the tables of a draft in the given ways, and keeps what must come out. */
export function spoil(
  draft: Draft,
  kinds: readonly string[],
  roll: Dice,
  further: Readonly<Record<string, Noise>> = {},
): NoisyDocument {
  const work = start(draft, roll);
  // What a figure says is settled before how it is printed.
  const rankOf = (kind: string): number => (STRUCTURAL.includes(kind) ? 2 : Object.hasOwn(further, kind) ? 1 : 0);
  const ordered = [...kinds].sort((a, b) => rankOf(a) - rankOf(b));
  for (const kind of ordered) (HARMLESS[kind] ?? LOSING[kind] ?? further[kind])?.(work, draft);
  return { tables: work.tables, truth: work.truth, doubtful: work.doubtful, kinds: ordered };
}

/** Kinds that would undo one another, or make what no person would. */
export const EXCLUSIVE: readonly (readonly string[])[] = [
  ["headings not merged downwards", "headings not merged at all"],
  [
    "spans that do not line up",
    "an empty column",
    "headings not merged at all",
    "figures not merged",
    "row labels not merged",
    "a cell that is missing",
  ],
  ["an empty column", "a cell that is missing"],
  ["a cell that is missing", "empty rows"],
  ["cut by a page", "one table for each item", "all tables in one"],
  ["empty rows", "cut by a page"],
  ["labels broken by spaces and lines", "short labels"],
  ["figures written in other ways", "zeros not written as zeros"],
];

/** Some kinds of noise together. */
export function someKinds(
  roll: Dice,
  from: readonly string[],
  most: number,
  exclusive: readonly (readonly string[])[] = EXCLUSIVE,
): readonly string[] {
  const kinds: string[] = [];
  const count = 1 + roll.below(most);
  for (let i = 0; i < count * 2 && kinds.length < count; i += 1) {
    const kind = roll.pick(from);
    const clash = exclusive.some((group) => group.includes(kind) && kinds.some((other) => group.includes(other)));
    if (!kinds.includes(kind) && !clash) kinds.push(kind);
  }
  return kinds;
}

export function rowsOf({ cells }: NoisyTable): readonly (readonly NoisyCell[])[] {
  const rows: NoisyCell[][] = Array.from({ length: heightOf(cells) }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

export const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/\u00a0/g, "&nbsp;");

/** How a page wraps the text of a cell. */
const WRAPPERS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `<p align="center">${text}</p>`,
  (text) => `<p class=MsoNormal><font face="仿宋"><span lang=EN-US style='font-size:10.5pt'>${text}<o:p></o:p></span></font></p>`,
  (text) => `<!--StartFragment--><div><b>${text}</b></div><!-- 99 -->`,
  (text) => `\n      <span>${text}</span>\n    `,
  (text) => `<p>${text}</p><p>&nbsp;</p>`,
];

/** A page with the tables, in the manner of one of many content systems. */
export function page({ tables }: NoisyDocument, title: string, roll: Dice, style = "td{color:red}"): string {
  const wrap = roll.pick(WRAPPERS);
  const quoteMark = roll.pick(['"', "'", ""]);
  const attribute = (name: string, value: number): string => (value > 1 ? ` ${name}=${quoteMark}${value}${quoteMark}` : "");
  const closing = roll.chance(0.8);
  const html = tables.map((table) => {
    const rows = rowsOf(table).map((row) => {
      const cells = row.map(
        ({ text, html: own, rowspan, colspan }) =>
          `<td${attribute("rowspan", rowspan)}${attribute("colspan", colspan)}>${wrap(own ?? escaped(text).replaceAll("^", "<sup>").replaceAll("\n", "<br>"))}${closing ? "</td>" : ""}`,
      );
      return `<tr>${cells.join("")}${closing ? "</tr>" : ""}`;
    });
    const heading = [table.caption, ...(table.lines ?? [])].map((line) => (line === "" ? "" : `<p>${line}</p>`)).join("");
    return `${heading}<table border=1><tbody>${rows.join("\n")}</tbody></table>`;
  });
  const body = `<h1>${title}</h1><p>发布日期：2024-01-20</p>${html.join("\n<p>&nbsp;</p>\n")}`;
  const framed = roll.chance(0.5)
    ? `<table width=100%><tr><td><table><tr><td>首页</td><td>总计</td><td>其他</td><td>2</td></tr></table></td></tr><tr><td>${body}</td></tr><tr><td>版权所有 2024</td></tr></table>`
    : `<div class=nav><ul><li>行政许可</li><li>某县2019年政府信息公开工作年度报告</li></ul></div><div>${body}</div><script>var a = "<td>9</td>";</script>`;
  return `<!DOCTYPE html><html><head><meta charset=utf-8><style>${style}</style></head><body>${framed}</body></html>`;
}

/** A plain-text dump with one cell a line. Cells that a span reaches down to are empty, as converters write them. */
export function dump({ tables }: NoisyDocument, title: string): string {
  const parts = tables.map((table) => {
    const rows = rowsOf(table).map((row, r) => {
      const reaching = table.cells
        .filter((cell) => cell.row < r && cell.row + cell.rowspan > r)
        .map((cell) => ({ ...cell, text: "" }));
      return [...row, ...reaching]
        .sort((a, b) => a.column - b.column)
        .map(({ text }) => `\t${text.replace(/\n+/g, "\n").trim()}`)
        .join("\n");
    });
    return `${[table.caption, ...(table.lines ?? [])].join("\n\n")}\n\n${rows.join("\n\n")}\n\n`;
  });
  return `${title}\n\n${parts.join("\n")}`;
}
