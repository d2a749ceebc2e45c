import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import { describeForm, type EditionId, layoutOf } from "../../src/index.js";
import { allVocabularies, type Vocabulary } from "../../src/reading/labels.js";
import { gridsOf, LabelTexts, type Match, matchTables, type Refusal } from "../../src/reading/matchTables.js";
import type { SourceCell, SourceTable } from "../../src/reading/source.js";

const EDITIONS = ["2021", "2019"] as const satisfies readonly EditionId[];

function vocabularyOf(edition: EditionId): Vocabulary {
  const found = allVocabularies.find(({ form }) => form.id === edition);
  if (found === undefined) throw new Error(edition);
  return found;
}

const place = placeIn("html");

/** A text, with how many columns and rows it takes where these are more than one. */
type Cell = string | readonly [text: string, colspan: number, rowspan?: number];
type Rows = readonly (readonly Cell[])[];

function tableOf(rows: Rows): SourceTable {
  const cellOf = (cell: Cell): SourceCell => {
    const [text, colspan, rowspan = 1] = typeof cell === "string" ? [cell, 1] : cell;
    return { text, colspan, rowspan, place };
  };
  return { kind: "table", rows: rows.map((cells) => cells.map(cellOf)) };
}

function match(edition: EditionId, tables: readonly Rows[]): Match {
  const grids = gridsOf({ format: "html", blocks: tables.map(tableOf) }, 2023);
  return matchTables(grids, vocabularyOf(edition), new LabelTexts(), 2023);
}

/** What stands at the places of the form, by address; a second text for the same place is put behind the first. */
function figuresOf({ rows }: Match): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { row, figures } of rows) {
    for (const [i, { address }] of row.cells.entries()) {
      const texts = new Set(figures[i]?.map(({ source }) => source.text));
      found.set(address, [...(found.has(address) ? [found.get(address)] : []), ...texts].join("|"));
    }
  }
  return found;
}

/** A place of a printed table. */
interface Printed {
  readonly text: string;
  readonly kind: "heading" | "label" | "figure";
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

/** A table of the form with another number in every place, and what stands where. */
interface Filled {
  readonly name: string;
  readonly edition: EditionId;
  readonly rows: readonly (readonly Printed[])[];
  readonly columns: number;
  /** Rows of headings at the top, where there is one set of them. */
  readonly headings: number;
  readonly truth: ReadonlyMap<string, string>;
}

const filled: readonly Filled[] = EDITIONS.flatMap((edition) =>
  describeForm(edition).tables.map((table) => {
    const layout = layoutOf(table);
    const truth = new Map<string, string>();
    const places = layout.cells.map((cell): Printed => {
      const { row, column, rowspan, colspan } = cell;
      if (cell.kind !== "figure") {
        const kind = cell.kind === "rowHeading" ? "label" : "heading";
        return { text: cell.text, kind, row, column, rowspan, colspan };
      }
      const text = String(truth.size + 101);
      truth.set(cell.cell.address, text);
      return { text, kind: "figure", row, column, rowspan, colspan };
    });
    return {
      name: `${edition} ${table.definition.number}`,
      edition,
      rows: Array.from({ length: layout.rows }, (_, row) => places.filter((one) => one.row === row)),
      columns: layout.columns,
      headings: layout.headerRows,
      truth,
    };
  }),
);

const spans = ({ text, colspan, rowspan }: Printed): Cell => [text, colspan, rowspan];

/** The table as it is printed. */
const asPrinted = ({ rows }: Filled): Rows => rows.map((cells) => cells.map(spans));

/** A cell at every place of the grid; what spans several stands in the first of them, or in each. */
function withoutSpans({ rows, columns }: Filled, everywhere: boolean): string[][] {
  const texts = rows.map(() => new Array<string>(columns).fill(""));
  for (const { text, row, column, rowspan, colspan } of rows.flat())
    for (let y = row; y < row + rowspan; y += 1)
      for (let x = column; x < column + colspan; x += 1) {
        const line = texts[y];
        if (line !== undefined && (everywhere || (x === column && y === row))) line[x] = text;
      }
  return texts;
}

type Drawing = readonly [name: string, draw: (table: Filled) => readonly Rows[]];

/** Ways of drawing a table whose figures are told by the columns that they stand in. */
const drawings: readonly Drawing[] = [
  ["as it is printed", (table) => [asPrinted(table)]],
  ["with its texts in every place that they span", (table) => [withoutSpans(table, true)]],
  ["behind an empty column", (table) => [withoutSpans(table, true).map((cells) => ["", ...cells])]],
  ["before an empty column", (table) => [withoutSpans(table, true).map((cells) => [...cells, ""])]],
  [
    "with every column as wide as two",
    ({ rows }) => [rows.map((cells) => cells.map((one): Cell => [one.text, one.colspan * 2, one.rowspan]))],
  ],
  [
    "between other tables",
    (table) => [
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
      asPrinted(table),
      [["丙"], ["3"]],
    ],
  ],
];

describe.each(filled.map((table) => [table.name, table] as const))("table %s", (_, table) => {
  it.each(drawings)("is read %s", (_name, draw) => {
    const found = match(table.edition, draw(table));
    expect([...figuresOf(found)]).toEqual([...table.truth]);
    expect(found.refusals).toEqual([]);
    expect(found.figures).toBe(table.truth.size);
    expect(new Set(found.rows.map(({ by }) => by))).toEqual(new Set(["position"]));
  });

  it("is read in the order of its cells where it has no spans", () => {
    const found = match(table.edition, [table.rows.map((cells) => cells.map(({ text }) => text))]);
    expect([...figuresOf(found)]).toEqual([...table.truth]);
    expect(found.refusals).toEqual([]);
  });

  it("is found twice where it stands there twice", () => {
    const found = match(table.edition, [asPrinted(table), asPrinted(table)]);
    expect([...figuresOf(found)]).toEqual([...table.truth].map(([address, text]) => [address, `${text}|${text}`]));
    expect(found.refusals).toEqual([]);
  });

  it("is not found by the labels of the other edition alone", () => {
    const other = match(table.edition === "2021" ? "2019" : "2021", [asPrinted(table)]);
    const own = match(table.edition, [asPrinted(table)]);
    expect(other.figures).toBeLessThanOrEqual(own.figures);
  });
});

const withRowHeadings = filled.filter(({ rows }) => rows.flat().some(({ kind }) => kind === "label"));
/** Table 三, which has headings of rows three levels deep. */
const deep = filled.filter(({ name }) => name.endsWith("三"));

describe.each(withRowHeadings.map((table) => [table.name, table] as const))("table %s", (_, table) => {
  it("is read with empty rows between its rows", () => {
    const found = match(table.edition, [withoutSpans(table, true).flatMap((cells) => [cells, cells.map(() => "")])]);
    expect([...figuresOf(found)]).toEqual([...table.truth]);
    expect(found.refusals).toEqual([]);
  });

  it("is read on two pages, wherever the second begins", () => {
    const texts = withoutSpans(table, true);
    for (let at = table.headings + 1; at < texts.length; at += 1) {
      const found = match(table.edition, [texts.slice(0, at), texts.slice(at)]);
      expect([at, [...figuresOf(found)], found.refusals]).toEqual([at, [...table.truth], []]);
    }
  });
});

describe.each(deep.map((table) => [table.name, table] as const))("table %s", (_, table) => {
  const texts = withoutSpans(table, true);
  const headings = texts.slice(0, table.headings);
  const lines = table.rows.slice(table.headings);

  it("is read on two pages that both have its headings, wherever the second begins", () => {
    for (let at = table.headings + 1; at < texts.length; at += 1) {
      const found = match(table.edition, [texts.slice(0, at), [...headings, ...texts.slice(at)]]);
      expect([at, [...figuresOf(found)], found.refusals]).toEqual([at, [...table.truth], []]);
    }
  });

  /** A row of every level alone below the headings, with its first figures and its last blank. `level` is how many groups it stands in. */
  const alone = [0, 1, 2].flatMap((level) => {
    const cells = lines.find((own) =>
      own.some(({ kind, column, colspan }) => kind === "label" && column === level && column + colspan === 3),
    );
    const label = cells?.findLast(({ kind }) => kind === "label");
    if (cells === undefined || label === undefined) throw new Error(`no row of level ${level}`);
    const figures = cells.filter(({ kind }) => kind === "figure").map(({ text }) => text);
    return [0, 1, 2, 3, 7].flatMap((blanks) =>
      [false, true].map((last) => {
        const shown = figures.map((text, i) => (i < blanks || (last && i === figures.length - 1) ? "" : text));
        return { text: label.text, level, shown };
      }),
    );
  });
  type Alone = (typeof alone)[number];

  /** How many rows are read as they are shown, wrongly or not at all. */
  const outcomes = (draw: (row: Alone) => readonly Cell[], rows = alone, headings: Rows = texts.slice(0, table.headings)) => {
    const read = { right: 0, wrong: 0, none: 0 };
    for (const row of rows) {
      const [found] = match(table.edition, [[...headings, draw(row)]]).rows;
      const texts = found?.figures.map((cells) => cells.map(({ source }) => source.text).join());
      if (texts === undefined) read.none += 1;
      else if (texts.join(" ") === row.shown.join(" ")) read.right += 1;
      else read.wrong += 1;
    }
    return read;
  };
  it.each<readonly [string, (row: Alone) => readonly Cell[], "count" | "position"]>([
    ["its heading and figures", ({ text, shown }) => [text, ...shown], "count"],
    ["its heading over all columns left of the figures", ({ text, shown }) => [[text, 3], ...shown], "position"],
    ["its heading over two columns", ({ text, shown }) => ["", [text, 2], ...shown], "position"],
    ["its heading right before the figures", ({ text, shown }) => ["", "", text, ...shown], "position"],
  ])("is read in a row that has %s", (_name, draw, by) => {
    expect(outcomes(draw)).toEqual({ right: alone.length, wrong: 0, none: 0 });
    const ways = alone.flatMap((row) => match(table.edition, [[...headings, draw(row)]]).rows.map((found) => found.by));
    expect(new Set(ways)).toEqual(new Set([by]));
  });

  /** A row below a cut by a page has lost the cells of some of its groups, and is filled up at its end. */
  const cut = (lost: number, text: string, level: number, shown: readonly string[]): readonly Cell[] => {
    const left = Math.max(0, level - lost);
    return [...new Array<string>(left).fill(""), [text, 3 - level], ...shown, ...new Array<string>(level - left).fill("")];
  };

  it.each<readonly [string, (row: Alone) => readonly Cell[]]>([
    ["lost the cells of its groups", ({ text, level, shown }) => cut(2, text, level, shown)],
    ["lost the cell of a group", ({ text, level, shown }) => cut(1, text, level, shown)],
    ["a figure too few", ({ text, shown }) => ["", "", text, ...shown.slice(1)]],
    ["a figure too many", ({ text, shown }) => ["", "", text, ...shown, "9"]],
    ["its heading before empty cells", ({ text, shown }) => [text, "", "", ...shown]],
  ])("is never read wrongly in a row that has %s", (_name, draw) => {
    expect(outcomes(draw).wrong).toBe(0);
  });

  it.each<readonly [string, (row: Alone) => readonly Cell[]]>([
    ["one empty cell behind its figures", ({ text, shown }) => [text, ...shown, ""]],
    ["two empty cells behind its figures", ({ text, shown }) => [text, ...shown, "", ""]],
    ["three empty cells behind its figures", ({ text, shown }) => [text, ...shown, "", "", ""]],
    ["an empty cell on either side", ({ text, shown }) => ["", text, ...shown, ""]],
    ["an empty cell behind its heading and one behind its figures", ({ text, shown }) => [text, "", ...shown, ""]],
    ["a wide heading and an empty cell behind its figures", ({ text, shown }) => [[text, 2], ...shown, ""]],
    ["a heading that is too wide", ({ text, shown }) => [[text, 4], ...shown.slice(1)]],
    ["a wide empty cell behind its figures", ({ text, shown }) => [text, ...shown, ["", 2]]],
    ["a text behind its figures", ({ text, shown }) => [text, ...shown, "", "注"]],
  ])("is never read wrongly where its first figure is no blank, in a row that has %s", (_name, draw) => {
    const rows = alone.filter(({ shown }) => shown[0] !== "");
    expect(outcomes(draw, rows).wrong).toBe(0);
  });

  it.each([1, 2, 3, 4])(
    "is never read wrongly with %i columns for its headings, whatever first cells a row has lost",
    (width) => {
      const own = headings.map((cells) => [...new Array<string>(width).fill(cells[0] ?? ""), ...cells.slice(3)]);
      for (const lost of [0, 1, 2, 3]) {
        const cells = ({ text, level, shown }: Alone): readonly Cell[] => {
          const left = Math.min(width - 1, level + Math.max(0, width - 3));
          const all: readonly Cell[] = [...new Array<string>(left).fill(""), [text, width - left], ...shown];
          const gone = Math.min(lost, left);
          return [...all.slice(gone), ...new Array<string>(gone).fill("")];
        };
        expect([lost, outcomes(cells, alone, own).wrong]).toEqual([lost, 0]);
      }
    },
  );

  it("is read in a row that has lost the cells of its groups where its first figure shows it", () => {
    for (const { text, level, shown } of alone) {
      if (shown[0] === "") continue;
      const [found] = match(table.edition, [[...headings, cut(2, text, level, shown)]]).rows;
      expect([text, found?.figures.map(([cell]) => cell?.source.text)]).toEqual([text, shown]);
    }
  });
});

/** What was refused, and what is said of it. */
const refused = (edition: EditionId, ...tables: readonly Rows[]): readonly string[] =>
  match(edition, tables).refusals.map((refusal) => `${refusal.kind} at ${refusal.at?.text ?? ""}${detailOf(refusal)}`);

function detailOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case "columns":
      return `: ${refusal.found.join(" ")}, of ${refusal.family.rows[0]?.cells[0]?.record}`;
    case "misaligned":
      return `: ${refusal.found} for ${refusal.expected}${refusal.filled ? "" : ", empty"}`;
    case "unheaded":
      return `: ${refusal.texts.join(" ")} of ${refusal.row.cells[0]?.record}`;
    case "unclear":
      return `: ${refusal.found}`;
    case "outOfPlace":
      return "";
    case "unknown":
      return ` in ${refusal.family.rows[0]?.cells[0]?.record}`;
    case "tooLarge":
      return `: ${refusal.rows.map(({ cells }) => cells[0]?.record).join(" ")}`;
  }
}

/** What is read of a table, row by row: the record, where it stands, and its figures. */
function readRows(edition: EditionId, ...tables: readonly Rows[]): readonly string[] {
  return match(edition, tables).rows.map(
    ({ row, at, figures, by }) =>
      `${row.cells[0]?.record} at ${at.text}: ${figures.map((cells) => cells.map(({ source }) => source.text).join("+")).join(" ")} by ${by}`,
  );
}

const MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const ONE_LINE = ["项目", "自然人", ...MEMBERS, "总计"];
const GRANTED = "（一）予以公开";
const SEVEN = ["1", "2", "0", "0", "0", "4", "7"];
const LICENSING: readonly Cell[] = ["信息内容", "本年处理决定数量"];
const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const FIFTEEN = ["1", "0", "0", "0", "1", "0", "2", "0", "0", "2", "0", "0", "3", "0", "3"];

describe("headings that are not understood", () => {
  it.each<readonly [string, EditionId, Rows, readonly string[]]>([
    [
      "are told with all that stands in them",
      "2021",
      [
        ["项目", "自然人", ...MEMBERS, "总计", "备注"],
        ["", "", "", "", "", "", "", "", ""],
      ],
      [`columns at 项目: 项目 自然人 ${MEMBERS.join(" ")} 总计 备注, of received`],
    ],
    [
      "are told from their first text on, over all their lines",
      "2021",
      [
        ["", ["申请人情况", 8, 1]],
        ["", "", "", "", "", "", "", "", ""],
        ["", "自然人", ...MEMBERS, "备注", ""],
      ],
      [`columns at 申请人情况: 申请人情况 自然人 ${MEMBERS.join(" ")} 备注, of received`],
    ],
    ["are none where no more than half of the form's are named", "2019", [["信息内容", "采购项目数量", "备注"]], []],
    ["are none where fewer are named", "2021", [["项目", "自然人", "备注"]], []],
    [
      "are those of which most are named, the last of two",
      "2019",
      [["上一年项目数量", "采购项目数量", "采购总金额（单位：万元）", "备注"]],
      ["columns at 上一年项目数量: 上一年项目数量 采购项目数量 采购总金额（单位：万元） 备注, of governmentProcurement"],
    ],
    [
      "are those of which most are named, the first of two",
      "2019",
      [["处理决定数量", "上一年项目数量", "采购项目数量", "备注"]],
      ["columns at 处理决定数量: 处理决定数量 上一年项目数量 采购项目数量 备注, of administrativeLicensing"],
    ],
    [
      "may stand below others",
      "2021",
      [LICENSING, ["行政许可", "5"], ["信息内容", "同比增长率"]],
      ["columns at 信息内容: 信息内容 同比增长率, of administrativeLicensing"],
    ],
    [
      "may stand below others, beside an empty corner",
      "2021",
      [LICENSING, ["行政许可", "5"], ["", "同比增长率"]],
      ["columns at 同比增长率: 同比增长率, of administrativeLicensing"],
    ],
    [
      "are none in a banner, however often it stands there",
      "2021",
      [LICENSING, ["第二十条第（六）项", "第二十条第（六）项"]],
      [],
    ],
    [
      "are one over all figures, however often it stands there",
      "2021",
      [ONE_LINE, ["", ...SEVEN.map(() => "上年")]],
      ["columns at 上年: 上年, of received"],
    ],
    ["are none where they name nothing", "2021", [LICENSING, ["行政许可", "5"], ["", ""], ["行政处罚", "9"]], []],
  ])("%s", (_, edition, rows, expected) => {
    expect(refused(edition, rows)).toEqual(expected);
  });
});

describe("a row below headings that were refused, or below none", () => {
  const OTHERS: readonly Cell[] = ["项目", "自然人", ...MEMBERS, "总计", "备注"];
  const headings = `columns at 项目: ${OTHERS.join(" ")}, of received`;

  it.each<readonly [string, Rows, readonly string[]]>([
    [
      "is told with its figures",
      [OTHERS, [GRANTED, ...SEVEN, ""]],
      [headings, `unheaded at ${GRANTED}: ${SEVEN.join(" ")} of granted`],
    ],
    [
      "may be one whose heading is a heading of columns too",
      [OTHERS, ["（七）总计", ...SEVEN, ""]],
      [headings, `unheaded at （七）总计: ${SEVEN.join(" ")} of concluded`],
    ],
    ["is told where no headings are", [["行政许可", "5", "", "注"]], ["unheaded at 行政许可: 5 of administrativeLicensing"]],
    ["is none without figures", [["行政许可", "", "/"]], []],
    ["is none where nothing is known of it", [["甲", "5"]], []],
    ["is none where its remark makes it another one", [["行政许可（上年）", "5"]], []],
    ["is none where its heading stands in several places", [["总计", "5"]], []],
    [
      "is the only one of a table without headings of rows",
      [
        [...RESULTS, ...RESULTS, ...RESULTS, "备注"],
        [...FIFTEEN, ""],
      ],
      [
        `columns at 结果维持: ${[...RESULTS, ...RESULTS, ...RESULTS, "备注"].join(" ")}, of reconsideration`,
        `unheaded at 1: ${FIFTEEN.join(" ")} of reconsideration`,
      ],
    ],
    [
      "has no figure in a cell from above",
      [[["行政许可", 1, 2], ["5", 1, 2], "6"], ["甲"]],
      ["unheaded at 行政许可: 5 6 of administrativeLicensing"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(refused("2021", rows)).toEqual(expected);
  });
});

describe("a row that is not taken", () => {
  const below = (...rows: Rows): Rows => [ONE_LINE, ...rows];

  it.each<readonly [string, Rows, readonly string[]]>([
    ["is unknown, by the text before its figures", [LICENSING, ["甲", "5"]], ["unknown at 甲 in administrativeLicensing"]],
    [
      "is unknown, by the text nearest to its figures",
      [LICENSING, ["甲", "乙", "", "5"]],
      ["unknown at 乙 in administrativeLicensing"],
    ],
    [
      "is unknown, by its figure where no text is before it",
      [LICENSING, ["", "5", "甲"]],
      ["unknown at 5 in administrativeLicensing"],
    ],
    ["is unknown below headings of others", [LICENSING, ["规章", "5"]], ["unknown at 规章 in administrativeLicensing"]],
    ["is none without figures", [LICENSING, ["甲", ""], ["乙"]], []],
    ["is none where figures stand in its text", [LICENSING, ["第2页", ""], ["共3页"]], []],
    ["has a remark that is not clear", [LICENSING, ["行政许可（上年）", "5"]], ["unclear at 行政许可（上年）: 上年"]],
    ["has no figures beside that", [LICENSING, ["行政许可（上年）", ""]], []],
    ["has a text before it that is not known", [LICENSING, ["甲组", "行政许可", "5"]], ["unclear at 行政许可: 甲组"]],
    ["has a year before it", [LICENSING, ["2022", "行政许可", "5"]], ["unclear at 行政许可: 2022"]],
    ["has figures too few", below([GRANTED, ...SEVEN.slice(1)]), [`misaligned at ${GRANTED}: 6 for 7`]],
    ["has figures too many", below([GRANTED, ...SEVEN, "7"]), [`misaligned at ${GRANTED}: 8 for 7`]],
    ["has some of them blank", below([GRANTED, "", "2", "0", "0", "0", "2"]), [`misaligned at ${GRANTED}: 6 for 7`]],
    ["has all of them blank", below([GRANTED, "", "", "", "", "", ""]), [`misaligned at ${GRANTED}: 6 for 7, empty`]],
    ["is none where only its heading stands there", below([GRANTED]), []],
    [
      "has its heading below one of a column",
      [
        ["本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "3"],
      ],
      ["misaligned at 规章: 2 for 3"],
    ],
    [
      "has a heading of a column in place of a figure",
      [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "3", "本年处理决定数量"],
      ],
      ["unclear at 规章: 本年处理决定数量"],
    ],
    [
      "has an item of the law in place of a figure",
      [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "3", "第二十条第（五）项"],
      ],
      ["unclear at 规章: 第二十条第（五）项"],
    ],
    [
      "may be misaligned without headings of rows",
      [[...RESULTS, ...RESULTS, ...RESULTS], FIFTEEN.slice(1)],
      ["misaligned at 0: 14 for 15"],
    ],
    [
      "may be misaligned without headings of rows, with some blank",
      [
        [...RESULTS, ...RESULTS, ...RESULTS],
        ["", ...FIFTEEN.slice(2)],
      ],
      ["misaligned at : 14 for 15"],
    ],
    [
      "is none of texts",
      [
        [...RESULTS, ...RESULTS, ...RESULTS],
        ["", ...new Array<string>(14).fill("甲")],
      ],
      [],
    ],
  ])("%s", (_, rows, expected) => {
    expect(refused("2021", rows)).toEqual(expected);
  });
});

describe("a row that has lost the cells of its groups and was filled up at its end", () => {
  const HEADINGS: Rows = [
    [
      ["", 3, 3],
      ["申请人情况", 7],
    ],
    [
      ["自然人", 1, 2],
      ["法人或其他组织", 5],
      ["总计", 1, 2],
    ],
    MEMBERS,
  ];
  const LABEL = "2.其他法律行政法规禁止公开";
  const read = (...row: readonly Cell[]): readonly string[] => {
    const rows: Rows = [...HEADINGS, row];
    return [...readRows("2021", rows), ...refused("2021", rows)];
  };

  it.each<readonly [string, readonly Cell[]]>([
    ["of two groups", [LABEL, ...SEVEN, "", ""]],
    ["of one group", ["", LABEL, ...SEVEN, ""]],
    ["of two groups, with a blank figure further on", [LABEL, "1", "", ...SEVEN.slice(2), "", ""]],
  ])("is read: %s", (_, row) => {
    const figures = row.slice(row.indexOf(LABEL) + 1).slice(0, 7);
    expect(read(...row)).toEqual([`prohibitedByLaw at ${LABEL}: ${figures.join(" ")} by count`]);
  });

  it.each<readonly [string, readonly Cell[], number]>([
    ["a text where its first figure would be", [LABEL, "见附件", ...SEVEN.slice(1), "", ""], 9],
    ["a text in the last place that was filled up", [LABEL, ...SEVEN, "", "注"], 9],
    ["a figure in the first place that was filled up", [LABEL, ...SEVEN, "7", ""], 9],
    ["more places than were lost", [LABEL, ...SEVEN, "", "", ""], 10],
    ["fewer places than were lost", [LABEL, ...SEVEN, ""], 8],
  ])("is refused with %s", (_, row, found) => {
    expect(read(...row)).toEqual([`misaligned at ${LABEL}: ${found} for 7`]);
  });
});

describe("a heading that the form has in several places", () => {
  const LAST = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
  const read = (...rows: Rows): readonly string[] => {
    const all: Rows = [ONE_LINE, ...rows];
    return [...readRows("2021", all), ...refused("2021", all)].map((line) => line.replace(/ at .*/, ""));
  };
  const row = (...before: readonly Cell[]): readonly Cell[] => [...before, ...SEVEN];

  it.each<readonly [string, Rows, string]>([
    ["is the next one", [row(LAST), row("其他"), row("合计")], "concluded"],
    ["has its number", [row("（七）总计")], "concluded"],
    ["has no other number", [row("（六）总计")], "outOfPlace"],
    ["has no number that every group has", [row("3.其他")], "outOfPlace"],
    ["does not stand alone", [row("总计")], "outOfPlace"],
    ["does not come behind a row of a higher level", [row(GRANTED), row("总计")], "outOfPlace"],
    ["does not come behind the row that comes after it", [row("四、结转下年度继续办理"), row("总计")], "outOfPlace"],
    ["stands in the group that a row of its own opens", [row("2.重复申请"), ["（六）其他处理"], row("3.其他")], "otherReasons"],
    ["does not stand in a group that comes before", [row("2.重复申请"), row("3.其他")], "outOfPlace"],
    ["does not stand there twice", [row(LAST), row("3.其他"), row("3.其他")], "outOfPlace"],
    [
      "is none behind headings that are not understood",
      [row(LAST), [...ONE_LINE, "备注"], ["甲", "5"], ONE_LINE, row("3.其他")],
      "outOfPlace",
    ],
    ["is one behind the same headings again", [row(LAST), ONE_LINE, row("3.其他")], "otherReasons"],
  ])("%s", (_, rows, last) => {
    expect(read(...rows).at(-1)).toBe(last);
  });

  it("is not refused without figures", () => {
    expect(refused("2021", [ONE_LINE, ["总计", "", "", "", "", "", "", ""]])).toEqual([]);
  });
});

describe("a table without headings", () => {
  const first: Rows = [LICENSING, ["行政许可", "5"]];
  const second = (...rows: Rows): readonly string[] =>
    [...readRows("2021", first, rows), ...refused("2021", first, rows)]
      .slice(1)
      .map((line) => line.replace(/:.*| by.*| in .*/, ""));
  const penalty = "administrativePenalty at 行政处罚";

  it.each<readonly [string, Rows, readonly string[]]>([
    ["carries on the one before it", [["行政处罚", "9"]], [penalty]],
    ["may have a note", [["行政处罚", "9"], ["注"]], [penalty]],
    [
      "may have empty rows",
      [
        ["", ""],
        ["行政处罚", "9"],
        ["", ""],
      ],
      [penalty],
    ],
    [
      "may have headings further down",
      [["行政处罚", "9"], LICENSING, ["行政许可", "6"]],
      [penalty, "administrativeLicensing at 行政许可"],
    ],
    [
      "is another one where a row with figures is not known",
      [
        ["行政处罚", "9"],
        ["甲", "1"],
      ],
      ["unheaded at 行政处罚"],
    ],
    ["is another one where a row is that of other columns", [["规章"], ["行政处罚", "9"]], ["unheaded at 行政处罚"]],
    ["is another one where it begins anew", [["行政许可", "9"]], ["unheaded at 行政许可"]],
    [
      "is another one where its rows are in another order",
      [
        ["行政强制", "9"],
        ["行政处罚", "9"],
      ],
      ["unheaded at 行政强制", "unheaded at 行政处罚"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(second(...rows)).toEqual(expected);
  });

  it("may begin with a row that only opens a group", () => {
    const [top, ...rest]: Rows = [ONE_LINE, ["1.信访举报投诉类申请", ...SEVEN]];
    expect(readRows("2021", [top ?? [], [GRANTED, ...SEVEN]], [["（五）不予处理"], ...rest]).length).toBe(2);
  });

  it("may come behind one that is none of the form's", () => {
    expect(readRows("2021", first, [["甲", "1"]], [["行政处罚", "9"]]).length).toBe(2);
  });
});

describe("the place of a figure", () => {
  const row = (...cells: readonly Cell[]): readonly string[] => readRows("2021", [ONE_LINE, [GRANTED, ...cells]]);
  const WIDE: readonly Cell[] = ["项目", ["自然人", 2], ...MEMBERS, "总计"];
  const at = `granted at ${GRANTED}:`;

  it.each<readonly [string, Rows, string]>([
    ["is below its heading", [ONE_LINE, [GRANTED, ...SEVEN]], `${at} 1 2 0 0 0 4 7 by position`],
    ["may be empty", [ONE_LINE, [GRANTED, ...SEVEN.slice(0, -1), ""]], `${at} 1 2 0 0 0 4  by position`],
    ["may be two cells below one heading", [WIDE, [GRANTED, "1", "", ...SEVEN.slice(1)]], `${at} 1+ 2 0 0 0 4 7 by position`],
    [
      "is told by number before it is told by merged cells",
      [WIDE, [GRANTED, "1", ["2", 2], ...SEVEN.slice(2)]],
      `${at} 1 2 0 0 0 4 7 by count`,
    ],
    ["may be below two headings", [ONE_LINE, [GRANTED, ["3", 2], ...SEVEN.slice(2)]], `${at} 3 3 0 0 0 4 7 by position`],
    [
      "is told by the columns where an empty cell belongs to the heading",
      [
        ["项目", "", ...ONE_LINE.slice(1)],
        [GRANTED, "", ["3", 2], ...SEVEN.slice(2)],
      ],
      `${at} 3 3 0 0 0 4 7 by position`,
    ],
    [
      "is told by the number where such a row is not as wide as its headings",
      [
        ["项目", "", ...ONE_LINE.slice(1)],
        [GRANTED, "", ...SEVEN.slice(1)],
      ],
      `${at}  2 0 0 0 4 7 by count`,
    ],
    ["may be before an empty column", [ONE_LINE, [GRANTED, ...SEVEN, "", ""]], `${at} 1 2 0 0 0 4 7 by position`],
  ])("%s", (_, rows, expected) => {
    expect(readRows("2021", rows)).toEqual([expected]);
  });

  it.each<readonly [string, readonly Cell[]]>([
    ["where its cell reaches into an empty column and another", [...SEVEN.slice(0, -1), "", ["7", 2]]],
    ["before a column with a text", [...SEVEN, "", "注"]],
    ["before an empty column where its row may have moved", ["", ...SEVEN.slice(1), ""]],
  ])("is not known %s", (_, cells) => {
    expect(row(...cells)).toEqual([]);
  });

  it("may be that of a table without headings of rows, by number", () => {
    const rows: Rows = [
      ["行政复议", "行政诉讼"],
      [...RESULTS, "未经复议直接起诉", "复议后起诉"],
      [...RESULTS, ...RESULTS],
      FIFTEEN,
    ];
    expect(readRows("2021", rows)).toEqual([`reconsideration at 1: ${FIFTEEN.join(" ")} by count`]);
  });

  it("may be that of a table without headings of rows, behind an empty column", () => {
    const rows: Rows = [
      [
        ["", 1, 3],
        ["行政复议", 5],
        ["行政诉讼", 10],
      ],
      [...RESULTS.map((text): Cell => [text, 1, 2]), ["未经复议直接起诉", 5], ["复议后起诉", 5]],
      [...RESULTS, ...RESULTS],
      ["", ...FIFTEEN],
    ];
    expect(readRows("2021", rows)).toEqual([`reconsideration at 1: ${FIFTEEN.join(" ")} by position`]);
  });
});

describe("a table that is too large", () => {
  const WIDE: readonly Cell[] = [
    ["", 1000],
    ["", 1000],
    ["", 1000],
  ];

  it.each<readonly [string, readonly Cell[], string]>([
    ["names the rows that it may hold", ["甲", GRANTED, "行政许可"], "tooLarge at 甲: granted administrativeLicensing"],
    ["names none twice", [GRANTED, GRANTED], `tooLarge at ${GRANTED}: granted`],
    ["names none that stands in several places", ["其他", "总计"], "tooLarge at 其他: "],
    ["names none by a column", ["自然人"], "tooLarge at 自然人: "],
    ["names the row that only columns are known of", ["结果维持"], "tooLarge at 结果维持: reconsideration"],
  ])("%s", (_, cells, expected) => {
    expect(refused("2021", [cells, WIDE])).toEqual([expected]);
  });

  it("may have an empty row at first", () => {
    expect(refused("2021", [[], WIDE])).toEqual(["tooLarge at : "]);
  });

  it("is told beside others that are read", () => {
    const tables = [
      [LICENSING, ["行政许可", "5"]],
      [["甲"], WIDE],
      [LICENSING, ["行政处罚", "6"]],
    ];
    expect(readRows("2021", ...tables).length).toBe(2);
    expect(refused("2021", ...tables)).toEqual(["tooLarge at 甲: "]);
  });
});

describe("what is said of figures", () => {
  it("is that beside their own table", () => {
    const yuan = match("2021", [
      [["单位：元"], LICENSING, ["行政许可", "5"]],
      [LICENSING, ["行政处罚", "6"]],
    ]).rows.map(({ said }) => said.units.map(({ at }) => at.text));
    expect(yuan).toEqual([["单位：元"], []]);
  });

  it("is the unit that the heading of their row names", () => {
    const heading: readonly Cell[] = ["信息内容", "本年收费金额"];
    const { rows } = match("2021", [[heading, ["行政事业性收费（单位：元）", "5"]]]);
    expect(rows.map(({ moneyUnit }) => moneyUnit)).toEqual(["元"]);
  });
});
