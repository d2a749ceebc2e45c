import { Decimal } from "decimal.js";
import {
  type Dice,
  EXCLUSIVE,
  figures,
  heightOf,
  insertColumn,
  insertRow,
  labels,
  type Noise,
  type NoisyCell,
  type NoisyTable,
  type Work,
  widthOf,
} from "./noise.js";

/**
 * What published reports have beside and between their figures, each kind with what must come out. Where a reader may as well give
 * up, the figure is doubtful: right or blank, and never another.
 */

const PLAIN = /^\d+$/;

/** Figures that nothing has been done to. */
function plainFigures({ tables }: Work): readonly NoisyCell[] {
  return figures({ tables } as Work).filter(
    ({ text, html, word, excel }) => PLAIN.test(text) && html === undefined && word === undefined && excel === undefined,
  );
}

const isCount = ({ cell }: NoisyCell): boolean => cell?.unit === "count";

function some(work: Work, probability: number): readonly NoisyCell[] {
  return plainFigures(work).filter((figure) => isCount(figure) && work.roll.chance(probability));
}

/** Nothing may be read where a figure stood. */
function blank({ truth }: Work, { cell }: NoisyCell): void {
  if (cell !== null) truth.set(cell.address, null);
}

function mayBeBlank({ doubtful }: Work, { cell }: NoisyCell): void {
  if (cell !== null) doubtful.add(cell.address);
}

/** A line that stands by itself may be said of the tables below it too. */
function mayHoldBelow(work: Work, table: NoisyTable): void {
  for (const below of work.tables.slice(work.tables.indexOf(table) + 1))
    for (const figure of below.cells) mayBeBlank(work, figure);
}

/** Headings of single rows, each with the figures of its row. */
function rowsOf({
  tables,
}: Work): readonly { readonly table: NoisyTable; readonly label: NoisyCell; readonly own: readonly NoisyCell[] }[] {
  return tables.flatMap((table) =>
    table.cells.flatMap((label) => {
      if (label.kind !== "rowHeading" || label.rowspan > 1 || label.text === "") return [];
      const inRow = table.cells.filter(({ row }) => row === label.row);
      const last = inRow.filter(({ kind }) => kind === "rowHeading").every(({ column }) => column <= label.column);
      const own = inRow.filter(({ cell }) => cell !== null);
      return last && own.length > 0 ? [{ table, label, own }] : [];
    }),
  );
}

/** Puts the digits of a figure where something else stands among them. */
const within = (text: string, between: string, roll: Dice): string => {
  const at = roll.below(text.length + 1);
  return text.slice(0, at) + between + text.slice(at);
};

const OTHER_ROWS = ["上年", "2021年", "累计", "同比增长率", "万件", "不含街道", "含下属单位", "人次", "去年同期", "其中：线上"];
const SAME_ROWS = ["件", "单位：件", "条"];
const OTHER_UNITS: readonly (readonly [string, string | null])[] = [
  ["百万元", null],
  ["千万元", null],
  ["千元", null],
  ["美元", null],
  ["十万元", null],
  ["元", "0.0001"],
  ["亿元", "10000"],
];

/** Kinds that leave every figure readable. */
const HARMLESS_FAULTS: Readonly<Record<string, Noise>> = {
  "remarks that change nothing": (work) => {
    for (const { label, own } of rowsOf(work)) {
      if (own.every(isCount) && work.roll.chance(0.3)) label.text += `（${work.roll.pick(SAME_ROWS)}）`;
    }
  },
  "the year of the report beside a table": (work) => {
    for (const table of work.tables)
      if (work.roll.chance(0.5)) table.lines?.push(work.roll.pick(["（2023年）", "统计年度：2023年"]));
  },
  "units that are those of the form": (work) => {
    for (const table of work.tables) {
      if (table.id !== "disclosure" && work.roll.chance(0.5))
        table.lines?.push(work.roll.pick(["单位：件", "（单位：件）", "单位：件（条）"]));
    }
  },
  "signs that nobody sees": (work) => {
    for (const figure of some(work, 0.3))
      figure.text = within(figure.text, work.roll.pick(["\u00ad", "\u200b", "\u200e", "\ufeff", "\u2060"]), work.roll);
  },
  "decimals that say nothing": (work) => {
    for (const figure of some(work, 0.2)) figure.text += work.roll.pick([".0", ".00", ".000"]);
  },
  "thousands set off by spaces": (work) => {
    for (const figure of some(work, 1))
      figure.text = figure.text.replace(/\B(?=(\d{3})+$)/g, work.roll.pick([" ", "\u00a0", "\u2009"]));
  },
  "a remark behind a heading of columns": (work) => {
    for (const label of labels(work)) {
      if (label.kind !== "columnHeading") continue;
      if (label.text === "现行有效件数") label.text += work.roll.pick(["（历史累计）", "（截至2023年底）", "（件）"]);
      if (label.text === "上一年项目数量") label.text += "（指2022年事项数）";
      if (label.text === "本年增/减") label.text += "（增用正值表示，减用负值表示，如-8）";
      if (label.text === "处理决定数量") label.text += "（指2023年办件量）";
    }
  },
  "headings over two rows": (work) => {
    for (const table of work.tables) {
      if (table.id !== "requests") continue;
      const headings = table.cells.filter(({ kind }) => kind === "columnHeading");
      const at = Math.max(...headings.map(({ row, rowspan }) => row + rowspan));
      const last = headings.filter(({ row, rowspan, text }) => row + rowspan === at && rowspan === 1 && text.length > 2);
      const stay = table.cells.filter(({ row, rowspan }) => row + rowspan === at);
      insertRow(table, at);
      for (const heading of last) {
        const below = table.cells.find(({ row, column }) => row === at && column === heading.column);
        if (below === undefined) continue;
        const half = Math.floor(heading.text.length / 2);
        below.text = heading.text.slice(half);
        heading.text = heading.text.slice(0, half);
      }
      for (const cell of stay) {
        if (last.includes(cell)) continue;
        for (const below of table.cells.filter(
          ({ row, column }) => row === at && column >= cell.column && column < cell.column + cell.colspan,
        ))
          table.cells.splice(table.cells.indexOf(below), 1);
        cell.rowspan += 1;
      }
    }
  },
  "a row that is none of the form": (work) => {
    const table = work.roll.pick(work.tables.filter(({ id }) => id !== "remedies"));
    const height = heightOf(table.cells);
    const width = widthOf(table.cells);
    const text = work.roll.pick(["其他主动公开文件", "政务新媒体信息", "合计件数说明"]);
    for (let column = 0; column < width; column += 1) {
      const own = column === 0 ? text : "7";
      table.cells.push({ text: own, kind: "corner", cell: null, row: height, column, rowspan: 1, colspan: 1 });
    }
  },
  "spans that reach below the table": (work) => {
    for (const table of work.tables) {
      const height = heightOf(table.cells);
      for (const cell of table.cells) if (cell.row + cell.rowspan === height && cell.kind === "rowHeading") cell.rowspan += 50;
    }
  },
};

/** Kinds that take figures away, or leave it to the reader whether they can be read. */
const LOSING_FAULTS: Readonly<Record<string, Noise>> = {
  "remarks that make another row": (work) => {
    for (const { label, own } of rowsOf(work)) {
      if (!work.roll.chance(0.08)) continue;
      label.text += `（${work.roll.pick(OTHER_ROWS)}）`;
      for (const figure of own) blank(work, figure);
    }
  },
  "an unknown text before a row": (work) => {
    const table = work.tables.find(({ id }) => id === "requests");
    if (table === undefined) return;
    insertColumn(table, 0);
    const rows = rowsOf(work).filter((row) => row.table === table);
    const chosen = rows.filter(() => work.roll.chance(0.1));
    for (const { label, own } of chosen) {
      const before = table.cells.find(({ row, column, kind }) => row === label.row && column === 0 && kind === "corner");
      if (before === undefined) continue;
      before.text = work.roll.pick(["某街道办", "上年", "下属单位"]);
      for (const figure of own) blank(work, figure);
    }
  },
  "another unit of money in the heading": (work) => {
    const [unit, size] = work.roll.pick(OTHER_UNITS);
    const named = labels(work).filter(({ text }) => text.includes("（单位：万元）"));
    for (const label of named) label.text = label.text.replace("（单位：万元）", `（单位：${unit}）`);
    if (named.length > 0) convert(work, size);
  },
  "another unit beside a table": (work) => {
    const table = work.roll.pick(work.tables);
    const amounts = table.cells.filter(({ cell }) => cell?.unit === "amount");
    const unit = work.roll.pick(amounts.length > 0 ? ["万件", "千元", "百万元"] : ["万件", "千件"]);
    table.lines?.push(`单位：${unit}`);
    mayHoldBelow(work, table);
    const money = unit.endsWith("元");
    for (const figure of table.cells) {
      if (figure.cell === null || figure.text === "") continue;
      if ((figure.cell.unit === "amount") === money) blank(work, figure);
      mayBeBlank(work, figure);
    }
  },
  "another year beside a table": (work) => {
    const table = work.roll.pick(work.tables);
    table.lines?.push(work.roll.pick(["2022年", "（2021年度）", "上年数据", "历年累计", "2021-2023年"]));
    mayHoldBelow(work, table);
    for (const figure of table.cells) blank(work, figure);
  },
  "two numbers in a cell": (work) => {
    for (const figure of some(work, 0.05)) {
      figure.text = work.roll.pick(["30 20", "3 2", "12 5 7", "10\n07", "1 2345", "12 345 6", "5/3", "2;3"]);
      blank(work, figure);
    }
  },
  "digits that were spread": (work) => {
    for (const figure of some(work, 0.2)) {
      if (figure.text.length < 3 || figure.text.startsWith("0")) continue;
      figure.text = [...figure.text].join(" ");
      mayBeBlank(work, figure);
    }
  },
  "signs for none and words": (work) => {
    for (const figure of some(work, 0.05)) {
      figure.text = work.roll.pick(["见附件", "若干", "同上", "不详", "***", "#REF!", "壹贰", "一千", "4月5日", "约12", "12%"]);
      blank(work, figure);
    }
  },
  "last year's table beside this year's": (work) => {
    const table = work.roll.pick(work.tables);
    const old: NoisyTable = {
      ...table,
      caption: "",
      lines: [work.roll.pick(["2022年", "2022年度数据", "上年数据"])],
      cells: table.cells.map((cell) => ({
        ...cell,
        cell: null,
        text: PLAIN.test(cell.text) ? String(Number(cell.text) + 1) : cell.text,
      })),
    };
    for (const figure of table.cells) mayBeBlank(work, figure);
    mayHoldBelow(work, table);
    const at = work.tables.indexOf(table);
    if (work.roll.chance(0.5)) work.tables.splice(at + 1, 0, old);
    else {
      old.caption = table.caption;
      table.lines?.push("2023年");
      table.caption = "";
      work.tables.splice(at, 0, old);
    }
  },
  "last year's table in place of this year's": (work) => {
    const table = work.roll.pick(work.tables);
    table.lines?.push("（本年表格见图）", work.roll.pick(["2022年度", "2022年", "上年情况"]));
    mayHoldBelow(work, table);
    for (const figure of table.cells) {
      blank(work, figure);
      if (PLAIN.test(figure.text)) figure.text = String(Number(figure.text) + 1);
    }
  },
  "a figure over two cells": (work) => {
    const table = work.tables.find(({ id }) => id === "requests");
    const own = table?.cells.filter(({ cell }) => cell !== null) ?? [];
    const figure = own.length === 0 ? undefined : work.roll.pick(own);
    const next = table?.cells.find(
      ({ cell, row, column }) => cell !== null && row === figure?.row && column === figure.column + figure.colspan,
    );
    if (table === undefined || figure === undefined || next === undefined) return;
    table.cells.splice(table.cells.indexOf(next), 1);
    figure.colspan += next.colspan;
    blank(work, figure);
    blank(work, next);
    for (const { cell, row } of table.cells) if (cell !== null && row === figure.row) work.doubtful.add(cell.address);
  },
  "parts left out before a total": (work) => {
    const table = work.tables.find(({ id }) => id === "requests");
    if (table === undefined) return;
    for (const { own } of rowsOf(work).filter((row) => row.table === table && work.roll.chance(0.15))) {
      const parts = own.filter(({ cell }) => cell?.fieldPath[cell.fieldPath.length - 1]?.role === "part");
      const merged = work.roll.chance(0.5);
      const [first, ...others] = parts;
      if (first === undefined) continue;
      for (const part of parts) {
        blank(work, part);
        part.text = "";
        delete part.html;
        delete part.word;
        delete part.excel;
      }
      if (!merged) continue;
      first.colspan = parts.reduce((sum, { colspan }) => sum + colspan, 0);
      for (const part of others) table.cells.splice(table.cells.indexOf(part), 1);
    }
  },
};

function convert(work: Work, size: string | null): void {
  for (const figure of figures(work)) {
    const { cell, text } = figure;
    if (cell?.unit !== "amount") continue;
    const stated = work.truth.get(cell.address) ?? null;
    if (size === null || stated === null || !/^[\d.]+$/.test(text)) work.truth.set(cell.address, null);
    else work.truth.set(cell.address, new Decimal(text).times(size).toFixed());
    work.doubtful.add(cell.address);
  }
}

const HIDDEN: readonly ((digits: string) => string)[] = [
  (digits) => `<span style="display:none">${digits}</span>`,
  (digits) => `<span style="visibility : hidden">${digits}</span>`,
  (digits) => `<del>${digits}</del>`,
  (digits) => `<s>${digits}</s>`,
  (digits) => `<span style="text-decoration:line-through">${digits}</span>`,
  (digits) => `<b style='mso-hide:all'>${digits}</b>`,
  (digits) => `<i class="n1">${digits}</i>`,
  (digits) => `<span class="x n2 y">${digits}</span>`,
  (digits) => `<i style="DISPLAY:/* kept */NONE">${digits}</i>`,
  (digits) => `<span style="color:#fff">${digits}</span>`,
  (digits) => `<span style="opacity:0">${digits}</span>`,
  (digits) => `<span style="position:absolute;left:-9999px">${digits}</span>`,
  (digits) => `<!-- ${digits} -->`,
  (digits) => `<span hidden>${digits}</span>`,
];

/** The sheet of styles that pages of these kinds have. */
export const FAULTY_STYLE =
  "td{color:red}span.n1,i.n1{display:none;mso-hide:all}.n2{visibility:hidden}@media screen{.n3{display:none}}.note{vertical-align:super}";

const NOTES: readonly ((digits: string) => string)[] = [
  (digits) => `<a href="note.html">${digits}</a>`,
  (digits) => `<small>${digits}</small>`,
  (digits) => `<font size=1>${digits}</font>`,
  (digits) => `<sup>${digits}</sup>`,
  (digits) => `<sub>${digits}</sub>`,
  (digits) => `<span style="vertical-align:super">${digits}</span>`,
  (digits) => `<span class=note>${digits}</span>`,
  (digits) => `<a href="#n${digits}">[${digits}]</a>`,
  (digits) => `<span style="font-size:6pt">${digits}</span>`,
];

const NO_TEXT = [
  "<img src=1.png>",
  "<svg><text>1</text></svg>",
  "<math><mn>1</mn></math>",
  "<canvas>1</canvas>",
  "<button>1</button>",
  "<object data=a>1</object>",
  "<iframe src=a></iframe>",
  "<script>document.write(1)</script>",
];

/** Kinds that only pages have. */
const HARMLESS_ON_PAGES: Readonly<Record<string, Noise>> = {
  "digits that are hidden": (work) => {
    for (const figure of some(work, 0.2)) figure.html = within(figure.text, work.roll.pick(HIDDEN)("9"), work.roll);
  },
  "fields of a form": (work) => {
    for (const figure of some(work, 0.3)) {
      const { text } = figure;
      figure.html = work.roll.pick([
        `<input value="${text}">`,
        `<input type=text value='${text}' size=4>`,
        `<select><option>9<option selected>${text}</select>`,
        `<textarea>${text}</textarea>`,
        `<input type=hidden value=9>${text}`,
      ]);
    }
  },
  "digits in elements of their own": (work) => {
    for (const figure of some(work, 0.3))
      figure.html = [...figure.text].map((digit) => `<span lang=EN-US>${digit}</span>`).join("");
  },
  "rows that are hidden": (work) => {
    for (const table of work.tables) {
      const last = some({ ...work, tables: [table] }, 0.1).filter(
        ({ column, colspan }) => column + colspan === widthOf(table.cells),
      );
      for (const figure of last)
        figure.html = `${figure.text}</td></tr><tr style="display:none"><td>行政许可</td><td>9</td></tr><tr hidden><td>9`;
    }
  },
};

const LOSING_ON_PAGES: Readonly<Record<string, Noise>> = {
  "notes beside figures": (work) => {
    for (const figure of some(work, 0.1)) {
      figure.html = figure.text + work.roll.pick(NOTES)(work.roll.pick(["1", "2", "①", "12"]));
      mayBeBlank(work, figure);
    }
  },
  "what is no text beside digits": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.html = within(figure.text, work.roll.pick(NO_TEXT), work.roll);
      blank(work, figure);
    }
  },
  "figures that are struck out": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.html = work.roll.pick(HIDDEN)(figure.text);
      blank(work, figure);
    }
  },
  "text too small to be seen": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.html = `${figure.text}<span style="font-size:0">9</span>`;
      mayBeBlank(work, figure);
    }
  },
  "signs in another order": (work) => {
    for (const figure of some(work, 0.08)) {
      const { text } = figure;
      const turned = [...text].reverse().join("");
      figure.html = work.roll.pick([
        `<bdo dir=rtl>${turned}</bdo>`,
        `<span style="direction:rtl;unicode-bidi:bidi-override">${turned}</span>`,
        `\u202e${turned}\u202c`,
      ]);
      mayBeBlank(work, figure);
    }
  },
  "digits that float": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.html = `<span style="float:right">7</span>${figure.text}`;
      blank(work, figure);
    }
  },
  "a frame around a figure": (work) => {
    for (const figure of some(work, 0.01)) {
      figure.html = `<table><tr><td>${figure.text}</table>`;
      mayBeBlank(work, figure);
    }
  },
};

const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;

/** How text of a Word file is hidden: by itself, by a style of its own, or by one that rests on another. */
const HIDDEN_RUNS = [
  "<w:strike/>",
  "<w:dstrike/>",
  "<w:vanish/>",
  '<w:color w:val="FFFFFF"/>',
  '<w:sz w:val="2"/>',
  '<w:rStyle w:val="Struck"/>',
  '<w:rStyle w:val="Hidden"/>',
  '<w:rStyle w:val="Based"/>',
];

/** Kinds that only Word files have. */
const HARMLESS_IN_WORD: Readonly<Record<string, Noise>> = {
  "runs that are hidden": (work) => {
    for (const figure of some(work, 0.2)) {
      const { text } = figure;
      const at = work.roll.below(text.length + 1);
      figure.word = paragraph(run(text.slice(0, at)), run("9", work.roll.pick(HIDDEN_RUNS)), run(text.slice(at)));
    }
  },
  "runs that cancel what their style says": (work) => {
    for (const figure of some(work, 0.1))
      figure.word = paragraph(run(figure.text, '<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'));
  },
  "changes that are tracked": (work) => {
    for (const figure of some(work, 0.2))
      figure.word = paragraph(
        `<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2">${run(figure.text)}</w:ins>`,
      );
  },
};

const LOSING_IN_WORD: Readonly<Record<string, Noise>> = {
  "raised runs and notes": (work) => {
    for (const figure of some(work, 0.1)) {
      const note = work.roll.pick([
        run("1", '<w:vertAlign w:val="superscript"/>'),
        run("1", '<w:rStyle w:val="Raised"/>'),
        run("1", '<w:position w:val="12"/>'),
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>',
      ]);
      figure.word = paragraph(run(figure.text), note);
      mayBeBlank(work, figure);
    }
  },
  "what is no text in a run": (work) => {
    for (const figure of some(work, 0.06)) {
      const thing = work.roll.pick([
        '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>',
        "<w:r><w:drawing><wp:inline/></w:drawing></w:r>",
        '<w:fldSimple w:instr=" EQ \\f(1,2) "><w:r><w:t/></w:r></w:fldSimple>',
        "<w:r><w:object/></w:r>",
      ]);
      figure.word = paragraph(run(figure.text), thing);
      blank(work, figure);
    }
  },
  "runs struck out as a whole": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.word = paragraph(run(figure.text, work.roll.pick(HIDDEN_RUNS)));
      blank(work, figure);
    }
  },
  "figures over two paragraphs": (work) => {
    for (const figure of some(work, 0.05)) {
      figure.word = paragraph(run(figure.text)) + paragraph(run("5"));
      blank(work, figure);
    }
  },
};

/** Kinds that only workbooks have. */
const HARMLESS_IN_WORKBOOKS: Readonly<Record<string, Noise>> = {
  "numbers with a format": (work) => {
    for (const figure of some(work, 0.3)) figure.excel = { xml: `<v>${figure.text}</v>`, format: "thousands" };
  },
  "numbers in the notation of powers": (work) => {
    for (const figure of some(work, 0.1))
      if (figure.text !== "0") figure.excel = { xml: `<v>${Number(figure.text).toExponential()}</v>` };
  },
  "parts of a text that are struck out": (work) => {
    for (const figure of some(work, 0.1))
      figure.excel = { type: "inlineStr", xml: `<is><r><rPr><strike/></rPr><t>9</t></r><r><t>${figure.text}</t></r></is>` };
  },
};

const LOSING_IN_WORKBOOKS: Readonly<Record<string, Noise>> = {
  "formats that print something else": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.excel = { xml: `<v>${figure.text}</v>`, format: work.roll.pick(["nothing", "literal", "text"]) };
      blank(work, figure);
    }
  },
  "formulas that were never calculated": (work) => {
    for (const figure of some(work, 0.06)) {
      figure.excel = { xml: work.roll.pick(["<f>OFFSET(A1,0,0)</f>", "<f>OFFSET(A1,0,0)</f><v></v>", "<f>Sheet9!A1</f>"]) };
      blank(work, figure);
    }
  },
  "values of an error": (work) => {
    for (const figure of some(work, 0.05)) {
      figure.excel = { type: "e", xml: "<v>#REF!</v>" };
      blank(work, figure);
    }
  },
  "numbers that are struck out": (work) => {
    for (const figure of some(work, 0.05)) {
      figure.excel = { xml: `<v>${figure.text}</v>`, format: "struck" };
      blank(work, figure);
    }
  },
};

/** Kinds that would undo one another, beside those of the noise. */
export const EXCLUSIVE_FAULTS: readonly (readonly string[])[] = [
  ...EXCLUSIVE,
  // What stands beside a table is gone where all tables are one, or belongs to one part of it only.
  [
    "all tables in one",
    "another unit beside a table",
    "another year beside a table",
    "last year's table beside this year's",
    "last year's table in place of this year's",
    "units that are those of the form",
    "the year of the report beside a table",
  ],
  [
    "one table for each item",
    "another unit beside a table",
    "another year beside a table",
    "last year's table beside this year's",
  ],
  ["one table for each item", "last year's table in place of this year's", "a row that is none of the form"],
  [
    "cut by a page",
    "last year's table beside this year's",
    "last year's table in place of this year's",
    "another year beside a table",
  ],
  ["cut by a page", "a figure over two cells", "a row that is none of the form", "another unit beside a table"],
  [
    "another unit of money in the heading",
    "another unit beside a table",
    "yuan where 万元 belong",
    "figures written in other ways",
  ],
  ["headings over two rows", "headings not merged at all", "headings not merged downwards", "cut by a page", "an empty column"],
  ["headings over two rows", "an unknown text before a row", "labels broken by spaces and lines"],
  [
    "an unknown text before a row",
    "an empty column",
    "row labels not merged",
    "spans that do not line up",
    "a row that is missing",
  ],
  ["remarks that make another row", "remarks that change nothing", "a row that is missing", "short labels"],
  ["a figure over two cells", "figures not merged", "spans that do not line up", "a cell that is missing", "an empty column"],
  ["a figure over two cells", "parts left out before a total", "totals left blank"],
  [
    "parts left out before a total",
    "a cell that is missing",
    "an empty column",
    "figures not merged",
    "spans that do not line up",
  ],
  ["spans that reach below the table", "row labels not merged", "empty rows", "a row that is none of the form", "cut by a page"],
  [
    "a row that is none of the form",
    "an empty column",
    "spans that do not line up",
    "a row that is missing",
    "a cell that is missing",
  ],
];

/** All kinds of this file by the documents that can have them. */
export const faults = {
  any: { harmless: HARMLESS_FAULTS, losing: LOSING_FAULTS },
  page: { harmless: HARMLESS_ON_PAGES, losing: LOSING_ON_PAGES },
  word: { harmless: HARMLESS_IN_WORD, losing: LOSING_IN_WORD },
  workbook: { harmless: HARMLESS_IN_WORKBOOKS, losing: LOSING_IN_WORKBOOKS },
} as const;
