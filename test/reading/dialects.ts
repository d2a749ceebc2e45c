import { layoutOf } from "../../src/form/layout.js";
import { captionOf } from "../../src/form/sections.js";
import { type Draft, describeForm, figureAt, type LayoutCell } from "../../src/index.js";
import type { Dice } from "./noise.js";

/** A place of a printed table with the text in it; `null` figures print as nothing. */
interface Printed {
  readonly text: string;
  readonly figure: boolean;
  readonly row: number;
  readonly place: LayoutCell;
}

/** One way of writing a table as text, line by line. */
export interface Dialect {
  readonly name: string;
  /** Whether an empty cell can be told from no cell. */
  readonly tells: boolean;
  /** Whether some figures can be told from parts of one: those rows are given up. */
  readonly ambiguous?: boolean;
  readonly lines: (rows: readonly (readonly Printed[])[]) => readonly string[];
}

const own = (row: readonly Printed[], at: number): readonly Printed[] => row.filter((cell) => cell.row === at);
const filled = (row: readonly Printed[], at: number): readonly Printed[] => own(row, at).filter(({ text }) => text !== "");

/** Rows of cells as a grid drawn with signs, each column as wide as its longest text in characters. */
function drawnWithSigns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  return [rule, ...rows.flatMap((row) => [`|${row.map((text, i) => ` ${text.padEnd(widths[i] ?? 0)} `).join("|")}|`, rule])];
}

/** The texts of a row in every column of the table, once or in each column of a merged cell. */
const inColumns = (row: readonly Printed[], at: number, repeated: boolean): readonly string[] =>
  row.flatMap(({ text, row: own, place }) =>
    Array.from({ length: place.colspan }, (_, i) => (repeated || (own === at && i === 0) ? text : "")),
  );

export const dialects: readonly Dialect[] = [
  {
    name: "tabs, merged cells repeated",
    tells: true,
    lines: (rows) => rows.map((row, i) => inColumns(row, i, true).join("\t")),
  },
  {
    name: "a line of tabs between cells, as browsers give the visible text of a page",
    tells: true,
    lines: (rows) =>
      rows.flatMap((row, i) => [
        ...own(row, i).flatMap(({ text }, at) => (at === 0 ? [text] : ["", "\t", "", text])),
        "",
        "",
        "",
      ]),
  },
  {
    name: "drawn with signs",
    tells: true,
    lines: (rows) => drawnWithSigns(rows.map((row, i) => inColumns(row, i, false))),
  },
  {
    name: "cells closed by bars, rows without the cells that reach down",
    tells: true,
    lines: (rows) =>
      rows.map(
        (row, i) =>
          `${own(row, i)
            .map(({ text }) => `${text} |`)
            .join(" ")}`,
      ),
  },
  {
    name: "bars, spans as empty cells",
    tells: true,
    lines: (rows) =>
      rows.map((row, i) =>
        own(row, i)
          .map(({ text, place }) => `${text} |${"|".repeat(place.colspan - 1)}`)
          .join(" "),
      ),
  },
  {
    name: "Markdown, cells that reach down left empty",
    tells: true,
    lines: (rows) =>
      rows.flatMap((row, i) => [
        `| ${row.map((cell) => (cell.row === i ? cell.text : "")).join(" | ")} |`,
        ...(i === 0 ? [`|${row.map(() => " --- |").join("")}`] : []),
      ]),
  },
  {
    name: "full-width bars",
    tells: true,
    lines: (rows) =>
      rows.map(
        (row, i) =>
          `｜${own(row, i)
            .map(({ text }) => `${text}｜`)
            .join("")}`,
      ),
  },
  {
    name: "a cell a line with a bar behind, a bar alone before each row",
    tells: false,
    lines: (rows) => rows.flatMap((row, i) => ["|", ...own(row, i).map(({ text }) => `${text} |`)]),
  },
  {
    name: "a cell a line with a bar behind, spans as bars",
    tells: false,
    lines: (rows) =>
      rows.flatMap((row, i) =>
        own(row, i).flatMap(({ text, place }) =>
          place.colspan > 2 ? [`${text} |`, "|".repeat(place.colspan - 1)] : [`${text} |`],
        ),
      ),
  },
  { name: "a cell a line", tells: false, lines: (rows) => rows.flatMap((row, i) => filled(row, i).map(({ text }) => text)) },
  {
    name: "a cell a line, empty lines between rows",
    tells: false,
    lines: (rows) => rows.flatMap((row, i) => [...filled(row, i).map(({ text }) => text), ""]),
  },
  {
    name: "a cell a line, empty lines between cells, headings of columns broken in two",
    tells: false,
    lines: (rows) =>
      rows.flatMap((row, i) =>
        filled(row, i).flatMap(({ text, figure, place }) =>
          !figure && place.kind === "columnHeading" && text.length === 4 ? [text.slice(0, 2), text.slice(2), ""] : [text, ""],
        ),
      ),
  },
  {
    name: "wide gaps",
    tells: false,
    lines: (rows) =>
      rows.map((row, i) =>
        own(row, i)
          .map(({ text }) => text)
          .join("   "),
      ),
  },
  {
    name: "ideographic spaces",
    tells: false,
    lines: (rows) =>
      rows.map((row, i) =>
        filled(row, i)
          .map(({ text }) => text)
          .join("　"),
      ),
  },
  {
    name: "figures parted by single spaces",
    tells: false,
    ambiguous: true,
    lines: (rows) =>
      rows.map((row, i) =>
        filled(row, i)
          .map(({ text }) => text)
          .join(" "),
      ),
  },
];

/** A report in a dialect, with every line of its tables. */
export function written(
  draft: Draft,
  dialect: Dialect,
  spoil: (text: string, figure: boolean) => string = (text) => text,
): string {
  const form = describeForm(draft.edition);
  const out = ["某某市人民政府2023年政府信息公开工作年度报告", "一、总体情况", "全年主动公开信息 12 条，收到申请 3 件。"];
  for (const table of form.tables) {
    const layout = layoutOf(table);
    out.push(captionOf(draft.edition, table.definition.number), "");
    const rows = Array.from({ length: layout.rows }, (_, row) =>
      layout.cells
        .filter((place) => place.row <= row && row < place.row + place.rowspan)
        .sort((a, b) => a.column - b.column)
        .map((place): Printed => {
          const figure = place.kind === "figure";
          const text = place.kind === "figure" ? String(figureAt(draft, place.cell.address) ?? "") : place.text;
          return { text: spoil(text, figure), figure, row: place.row, place };
        }),
    );
    out.push(...dialect.lines(rows), "");
  }
  out.push("五、存在的主要问题及改进情况", "公开的主动性不够。", "六、其他需要报告的事项", "无");
  return out.join("\n");
}

function isFigureLine(line: string): boolean {
  return /^[\s|\d.-]*$/.test(line);
}

/** Damage to the lines of a text that loses figures or moves them: no reader may make a figure of it that was not there. */
export const damages: Readonly<Record<string, (lines: string[], roll: Dice) => void>> = {
  "a line lost": (lines, roll) => {
    lines.splice(roll.below(lines.length), 1);
  },
  "a line repeated": (lines, roll) => {
    const at = roll.below(lines.length);
    lines.splice(at, 0, lines[at] ?? "");
  },
  "two lines swapped": (lines, roll) => {
    const at = roll.below(lines.length - 1);
    const [first = "", second = ""] = lines.slice(at);
    // Two figures that have changed places make another report that reads as well.
    if (!isFigureLine(first) || !isFigureLine(second)) lines.splice(at, 2, second, first);
  },
  "a line broken": (lines, roll) => {
    const at = roll.below(lines.length);
    const line = lines[at] ?? "";
    const cut = roll.below(Math.max(1, line.length));
    if (!/\d$/.test(line.slice(0, cut)) || !/^\d/.test(line.slice(cut))) lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
  },
  "two lines joined": (lines, roll) => {
    const at = roll.below(lines.length - 1);
    lines.splice(at, 2, `${lines[at] ?? ""}  ${lines[at + 1] ?? ""}`);
  },
  "a character lost": (lines, roll) => {
    const at = roll.below(lines.length);
    const line = lines[at] ?? "";
    const where = roll.below(Math.max(1, line.length));
    if (!/[\d.-]/.test(line[where] ?? "")) lines.splice(at, 1, line.slice(0, where) + line.slice(where + 1));
  },
  "a page break with a page number": (lines, roll) => {
    lines.splice(roll.below(lines.length), 0, `— ${1 + roll.below(9)} —`, "\f");
  },
  "a page break with a bare number": (lines, roll) => {
    lines.splice(roll.below(lines.length), 0, String(1 + roll.below(9)), "\f");
  },
  "a stray sentence": (lines, roll) => {
    lines.splice(
      roll.below(lines.length),
      0,
      roll.pick(["注：数据由各部门报送。", "续表", "单位：件", "（以下空白）", "其他", "总计"]),
    );
  },
};
