import { describe, expect, it } from "vitest";
import { asTyped } from "../../src/formats/page/asTyped.js";
import { pagesToSource } from "../../src/formats/page/toSource.js";
import { type Box, type Page, readPages } from "../../src/pdf.js";
import { across, down, grid, set, sheet } from "./drawn.js";

/** The texts of the tables on some pages, with spans where there are any, and what is doubtful marked. */
function tables(...pages: readonly Page[]): readonly (readonly (readonly string[])[])[] {
  return pagesToSource(pages, "pdf", "en").blocks.flatMap((block) =>
    block.kind === "table"
      ? [
          block.rows.map((row) =>
            row.map(({ text, rowspan = 1, colspan = 1, doubt }) => {
              const spans = rowspan * colspan > 1 ? ` ${rowspan}x${colspan}` : "";
              return `${text}${spans}${doubt === undefined ? "" : ` ${doubt}`}`;
            }),
          ),
        ]
      : [],
  );
}

describe("edges that part nothing", () => {
  const xs = [50, 100, 200, 300];
  const figures = (from: number) => [set("甲", 110, from + 20), set("12", 210, from + 20)];

  it("a cell over several rows that ends too early leaves the row beside it whole", () => {
    // The cell on the left ends at 115; the rows are 50 to 100, 100 to 150, 150 to 200.
    const lines = [
      ...[50, 150, 200].map((y) => across(y, 50, 300)),
      across(100, 100, 300),
      across(115, 50, 100),
      ...xs.map((x) => down(x, 50, 200)),
    ];
    const page = sheet(1, lines, [set("组", 60, 70), ...figures(50), ...figures(100), ...figures(150)]);
    expect(tables(page)).toEqual([
      [
        ["组 2x1", "甲", "12"],
        ["甲", "12"],
        ["", "甲", "12"],
      ],
    ]);
  });

  it("a label over several rows that one parts in the middle of a row is whole", () => {
    // The rows are 50 to 100 and 100 to 150; the label on the left is parted at 75.
    const lines = [
      ...[50, 150].map((y) => across(y, 50, 300)),
      across(100, 100, 300),
      across(75, 50, 100),
      ...xs.map((x) => down(x, 50, 150)),
    ];
    const page = sheet(1, lines, [set("三、", 60, 65), set("果", 60, 120), ...figures(50), ...figures(100)]);
    expect(tables(page)).toEqual([
      [
        ["三、\n果 2x1", "甲", "12"],
        ["甲", "12"],
      ],
    ]);
  });

  it("a figure over two rows that both say something stays merged", () => {
    const lines = [...[50, 150].map((y) => across(y, 50, 300)), across(100, 50, 200), ...xs.map((x) => down(x, 50, 150))];
    const page = sheet(1, lines, [set("甲", 110, 70), set("乙", 110, 120), set("12", 210, 100)]);
    expect(tables(page)[0]?.[0]?.[2]).toBe("12 2x1");
  });

  it("so does one beside a cell that the foot of the page cut: its text may be on the next", () => {
    const lines = [across(700, 50, 300), across(750, 50, 200), ...xs.map((x) => down(x, 700, 800))];
    const page = sheet(1, lines, [set("甲", 110, 720), set("12", 210, 750)]);
    expect(tables(page)[0]?.[0]?.[2]).toBe("12 2x1");
  });
});

describe("places that shorter rows leave free", () => {
  it("are no cells where nothing closes them on the right", () => {
    const lines = [...grid([50, 100, 200], [50, 80, 110]), ...grid([50, 100, 200, 300], [110, 140, 170])];
    const texts = [set("甲", 60, 70), set("1", 110, 70), set("乙", 60, 100), set("2", 110, 100)];
    const longer = [set("丙", 60, 130), set("3", 110, 130), set("4", 210, 130), set("丁", 60, 160), set("5", 110, 160)];
    expect(tables(sheet(1, lines, [...texts, ...longer]))).toEqual([
      [
        ["甲", "1"],
        ["乙", "2"],
        ["丙", "3", "4"],
        ["丁", "5", ""],
      ],
    ]);
  });

  it("are no cells within the border of the whole table either", () => {
    const lines = [
      ...grid([50, 100, 200], [50, 80, 110]),
      ...grid([50, 100, 200, 300], [110, 140]),
      down(300, 50, 140),
      across(50, 50, 300),
    ];
    const texts = [set("甲", 60, 70), set("1", 110, 70), set("乙", 60, 100), set("2", 110, 100), set("4", 210, 130)];
    expect(tables(sheet(1, lines, texts))[0]?.slice(0, 2)).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
  });
});

describe("columns that are as wide as their text", () => {
  const cellOf = (first: string, second: string, widths: readonly [number, number]) => {
    const edge = 50 + widths[0];
    return tables(
      sheet(1, grid([50, edge, edge + widths[1]], [50, 90, 110]), [
        set("甲乙", 53, 66),
        set("丙丁", 53, 100),
        set(first, edge + 3, 66),
        set(second, edge + 3, 80),
      ]),
    )[0]?.[0]?.[1];
  };

  it.each<[string, string, string, readonly [number, number], string]>([
    ["leave about the same: browsers round them to pixels", "123", "5", [26, 22.5], "123\n5"],
    ["may be of one width by chance: nothing tells", "1234", "5", [26, 26.1], "1234\n5"],
    ["hold no number that is broken", "123", "5", [26, 21], "123\n5"],
    ["hold groups that are parted", "234,", "567", [26, 26.1], "234,567"],
    ["hold full-width digits on lines of their own", "１２", "３", [36, 26], "１２３"],
  ])("%s", (_, first, second, widths, expected) => {
    expect(cellOf(first, second, widths)).toBe(expected);
  });

  /** The second text of a table with three columns of these widths, below it a line of figures. */
  const besideOthers = (widths: readonly [number, number, number], label: string, below: readonly string[]) => {
    const xs = [50, 50 + widths[0], 50 + widths[0] + widths[1], 50 + widths[0] + widths[1] + widths[2]];
    const row = below.map((text, i) => set(text, (xs[i] ?? 0) + 3, 100));
    const texts = [set(label, 53, 66), set("123", 3 + (xs[1] ?? 0), 66), set("5", 3 + (xs[1] ?? 0), 80), ...row];
    return tables(sheet(1, grid(xs, [50, 90, 110]), texts))[0]?.[0]?.[1];
  };

  it.each<[string, readonly [number, number, number], string, readonly string[], string]>([
    ["are all of one width, as their numbers are", [46, 21, 21], "甲乙丙", ["戊", "234", "567"], "123\n5"],
    ["are not where one of the same width has room", [46, 21, 21], "甲乙丙", ["戊", "234", "0"], "1235"],
    ["are not told by one of another width that has room", [46, 21, 24], "甲乙丙", ["戊", "234", "0"], "123\n5"],
    ["are not told by one without text", [46, 21, 21], "甲乙丙", ["戊", "234", ""], "123\n5"],
    ["are not where the only text of one has room", [21, 21, 21], "甲", ["", "234", ""], "1235"],
  ])("%s", (_, widths, label, below, expected) => {
    expect(besideOthers(widths, label, below)).toBe(expected);
  });

  it.each<[string, readonly (readonly [string, string])[], boolean]>([
    [
      "several numbers, all of which fill their cells",
      [
        ["123", "4"],
        ["234", "56"],
        ["345", "6"],
        ["456", "78"],
      ],
      true,
    ],
    [
      "few of them",
      [
        ["123", "4"],
        ["234", "56"],
        ["345", "6"],
      ],
      false,
    ],
    [
      "several, and two numbers in a cell with room",
      [
        ["123", "4"],
        ["234", "56"],
        ["345", "6"],
        ["456", "78"],
        ["1", "2"],
      ],
      false,
    ],
  ])("are not where they hold %s", (_, numbers, joined) => {
    const xs = [50, 71, 92, 113, 134, 155].slice(0, numbers.length + 1);
    const texts = numbers.flatMap(([first, second], i) => [set(first, 53 + 21 * i, 66), set(second, 53 + 21 * i, 80)]);
    const found = tables(sheet(1, grid(xs, [50, 90, 110]), texts))[0]?.[0];
    expect(found).toEqual(numbers.map(([first, second]) => `${first}${joined ? "" : "\n"}${second}`));
  });

  it("are not told by Chinese text over several lines, which fills any column", () => {
    const label = [set("甲乙丙", 53, 66), set("戊", 53, 80), set("己庚辛", 53, 100)];
    const texts = [...label, set("123456", 89, 66), set("7", 101.5, 80), set("0", 89, 100), set("1", 125, 66)];
    expect(tables(sheet(1, grid([50, 86, 122, 158], [50, 90, 110]), texts))[0]?.[0]?.[1]).toBe("1234567");
  });
});

describe("tables over two pages", () => {
  const row = (xs: readonly number[], y: number, texts: readonly string[]) =>
    texts.map((text, i) => set(text, (xs[i] ?? 0) + 3, y));

  it("go on where the rows of one are shorter than those of the other", () => {
    const [short, long] = [
      [50, 100, 150, 200],
      [50, 100, 150, 200, 260],
    ];
    const open = (xs: readonly number[], top: number, bottom: number) => grid(xs, [top, bottom]).slice(1);
    const first = sheet(1, open(short, 740, 790), row(short, 760, ["甲", "1", "2"]));
    const second = sheet(2, grid(long, [50, 80, 110]), [
      ...row(short, 70, ["乙", "3", "4"]),
      ...row(long, 100, ["丙", "5", "6", "7"]),
    ]);
    expect(tables(first, second)[0]?.map((cells) => cells[0])).toEqual(["甲", "乙", "丙"]);
    expect(tables(first, second).length).toBe(1);
  });

  it("are two where their columns differ", () => {
    const first = sheet(1, grid([50, 100, 150, 200], [740, 790]), row([50, 100, 150], 760, ["甲", "1", "2"]));
    const second = sheet(2, grid([50, 120, 170, 200, 260], [50, 80]), row([50, 120, 170, 200], 70, ["乙", "3", "4", "5"]));
    expect(tables(first, second).length).toBe(2);
  });

  it("keep the text of a cell over several rows whose sides are not drawn again", () => {
    const xs = [50, 100, 200, 300];
    const first = sheet(
      1,
      [...[700, 745, 790].map((y) => across(y, y === 745 ? 100 : 50, 300)), ...xs.map((x) => down(x, 700, 790))],
      [set("三、本", 60, 776), ...row(xs.slice(1), 720, ["甲", "1"]), ...row(xs.slice(1), 765, ["乙", "2"])],
    );
    const second = sheet(2, grid([100, 200, 300], [50, 80, 110]), [
      set("年度", 60, 62),
      ...row([100, 200], 70, ["丙", "3"]),
      ...row([100, 200], 100, ["丁", "4"]),
    ]);
    expect(tables(first, second)).toEqual([
      [
        ["三、本\n年度 4x1", "甲", "1"],
        ["乙", "2"],
        ["丙", "3"],
        ["丁", "4"],
      ],
    ]);
  });
});

describe("turned tables over two pages", () => {
  /** Rows of a table that runs downwards on the page, open at the given ends; the last text of each row stands at the lower one. */
  const turned = (
    number: number,
    angle: number,
    rows: readonly (readonly string[])[],
    open: { above: boolean; below: boolean },
  ) => {
    const ys = [100, 400, 700];
    const lines = [
      ...[200, 230, 260].map((x) => down(x, 100, 700)),
      ...ys.flatMap((y) => ((y === 100 && open.above) || (y === 700 && open.below) ? [] : [across(y, 200, 260)])),
    ];
    const texts = rows.map((row, r) =>
      row.flatMap((text, c) =>
        [...text].map((char, i) => {
          const along = angle === 90 ? 120 + 300 * c + 10 * i : 680 - 300 * c - 10 * i;
          const x = angle === 90 ? 240 - 30 * r : 210 + 30 * r;
          return { text: char, box: [x, along - 5, x + 10, along + 5] as const, size: 10, angle, font: "F", visible: true };
        }),
      ),
    );
    return sheet(number, lines, texts);
  };
  it.each<[string, number, number, readonly string[], readonly string[]]>([
    ["cut where text runs downwards", 90, 90, ["甲", "12 crossing"], ["34 crossing", "乙"]],
    ["cut where text runs upwards", 270, 270, ["12 crossing", "甲"], ["乙", "34 crossing"]],
    ["turned otherwise", 90, 270, ["甲", "12"], ["乙", "34"]],
  ])("may have a number that is parted: %s", (_, angle, other, first, second) => {
    const plain = (row: readonly string[]) => row.map((text) => text.replace(" crossing", ""));
    const pages = [
      turned(1, angle, [plain(first), ["丙", "丁"]], { above: false, below: true }),
      turned(2, other, [plain(second), ["戊", "己"]], { above: true, below: false }),
    ];
    expect(tables(...pages).flat()).toEqual(expect.arrayContaining([first, second]));
  });

  it("have no such number where a line closes one of them", () => {
    const pages = [
      turned(
        1,
        90,
        [
          ["甲", "12"],
          ["丙", "丁"],
        ],
        { above: false, below: false },
      ),
      turned(
        2,
        90,
        [
          ["34", "乙"],
          ["戊", "己"],
        ],
        { above: true, below: false },
      ),
    ];
    expect(
      tables(...pages)
        .flat(2)
        .filter((text) => text.includes("crossing")),
    ).toEqual([]);
  });
});

describe("radicals", () => {
  it("beside an order that turns text around do not hide that order", () => {
    expect(asTyped("⼈\u202e12")).toBe("人\ufffd12");
  });

  it("are the characters that are drawn with the same glyph", () => {
    const page = sheet(1, grid([50, 200, 300], [50, 80]), [set("⼈⺠⻓⽂⻢", 60, 70), set("1", 210, 70)]);
    expect(tables(page)).toEqual([[["人民长文马", "1"]]]);
  });
});

describe("signs of text that is written downwards", () => {
  it.each([
    ["三︑本年度", "三、本年度"],
    ["︵一︶予以公开", "(一)予以公开"],
    ["甲︓乙︒", "甲:乙。"],
    // One sign for several is no sign of its own.
    ["甲︰乙", "甲︰乙"],
  ])("%s", (drawn, typed) => {
    expect(tables(sheet(1, grid([50, 200, 300], [50, 80]), [set(drawn, 60, 70), set("1", 210, 70)]))).toEqual([[[typed, "1"]]]);
  });
});

describe("the edge of the paper", () => {
  const cut = (figure: string, x: number, right: number) =>
    tables(
      sheet(1, grid([450, 550, right], [50, 80, 110]), [
        set("甲", 460, 70),
        set(figure, x, 70),
        set("乙", 460, 100),
        set("7", 560, 100),
      ]),
    )[0];

  it.each<[string, string, number, number, string]>([
    ["ends well before it", "1234", 565, 590, "1234"],
    ["has its last digit across it", "1234", 577, 640, "1234 recognised"],
    ["has its last digit off it", "1234", 580, 640, "1234 recognised"],
    ["ends at it, and what follows was left out", "123", 579.6, 640, "123 recognised"],
    ["goes on behind the end of the lines", "1234", 577, 595, "1234 crossing"],
  ])("a figure that %s", (_, figure, x, right, text) => {
    expect(cut(figure, x, right)?.[0]?.[1]).toBe(text);
    expect(cut(figure, x, right)?.[1]?.[1]).toBe("7");
  });

  it("is said of no page as invisible text, and what stands beyond it is no text", () => {
    const page = sheet(1, [], [set("正文", 50, 100), set("页外", 700, 100)]);
    const { findings } = readPages([page], { language: "en" });
    expect(findings.map(({ code }) => code)).not.toContain("page.recognised");
    expect(pagesToSource([page], "pdf", "en").blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "正文",
    ]);
  });

  it("tables off the page are none", () => {
    expect(tables(sheet(1, grid([700, 800, 900], [50, 80, 110]), [set("甲", 710, 70), set("5", 810, 70)]))).toEqual([]);
  });
});

describe("a number over two lines of a cell", () => {
  /** A table with a label and a figure, each in a column of its own, at these distances from the left side of their cells. */
  const figure = (width: number, label: number, first: string, at: number, second: string, below: number) =>
    tables(
      sheet(1, grid([50, 50 + width, 50 + 2 * width], [50, 90]), [
        set("甲", 50 + label, 66),
        set(first, 50 + width + at, 66),
        set(second, 50 + width + below, 80),
      ]),
    )[0]?.[0]?.[1];

  it.each<[string, number, number, string, number, string, number, string]>([
    ["fills its cell from the left", 30, 3, "1234", 3, "5", 3, "12345"],
    ["fills its cell in the middle", 30, 3, "1234", 5, "5", 12.5, "12345"],
    ["breaks behind its separator", 30, 3, "234，", 3, "567", 3, "234，567"],
    ["breaks between its groups", 40, 3, "4 164", 3, "136", 3, "4 164 136"],
    ["breaks behind a separator with room for a group", 80, 3, "4，", 3, "164", 3, "4，\n164"],
    ["breaks between groups with room for one", 60, 3, "4 164", 3, "136", 3, "4 164\n136"],
    ["has one group above another, and nothing that says so", 40, 3, "164", 12, "136", 12, "164\n136"],
    ["breaks before a digit with its separator", 34, 3, "291", 3, "8，10", 3, "2918，10"],
    ["left room for a digit at the right", 40, 3, "1234", 3, "5", 3, "1234\n5"],
    ["left room for a digit on both sides together", 32, 1, "1234", 6, "5", 13.5, "1234\n5"],
    ["is farther from its sides than other text", 36, 3, "1234", 8, "5", 15.5, "1234\n5"],
  ])("%s", (_, width, label, first, at, second, below, expected) => {
    expect(figure(width, label, first, at, second, below)).toBe(expected);
  });
});

describe("digits that run over the line beside them", () => {
  /** The cells of a row behind its label, between these columns, with texts at these places. */
  const row = (xs: readonly number[], texts: readonly (readonly [text: string, x: number, y?: number])[]) =>
    tables(sheet(1, grid(xs, [50, 80]), [set("甲", 60, 70), ...texts.map(([text, x, y = 70]) => set(text, x, y))]))[0]?.[0];

  it.each<[string, Parameters<typeof row>[1], readonly string[]]>([
    ["end before it", [["18", 230]], ["甲", "18", ""]],
    [
      "stand close to it on both sides, apart",
      [
        ["18", 238],
        ["82", 253],
      ],
      ["甲", "18", "82"],
    ],
    ["go on where one reaches over it a little", [["1882", 238.77]], ["甲 crossing", "18 crossing", "82 crossing"]],
    ["go on where one lies across it", [["1882", 237]], ["甲 crossing", "188 crossing", "2 crossing"]],
    ["go on outside of the table", [["123", 288]], ["甲 crossing", " crossing", "12 crossing"]],
    [
      "go on outside of the table, at another height",
      [
        ["12", 288],
        ["3", 298, 76],
      ],
      ["甲", "", "12"],
    ],
    [
      "stand far outside of the table",
      [
        ["12", 288],
        ["3", 310],
      ],
      ["甲", "", "12"],
    ],
    ["begin with zero, as the end of a number", [["043", 255]], ["甲", "", "043 crossing"]],
    [
      "are 0",
      [
        ["0", 255],
        ["0.5", 210],
      ],
      ["甲", "0.5", "0"],
    ],
    [
      "lie over those of another line",
      [
        ["1469", 210, 66],
        ["15", 210, 72],
      ],
      ["甲", "1469\n15 crossing", ""],
    ],
    [
      "stand above those of another line",
      [
        ["1469", 210, 62],
        ["15", 210, 74],
      ],
      ["甲", "1469\n15", ""],
    ],
  ])("%s", (_, texts, expected) => {
    expect(row([50, 200, 250, 300], texts)).toEqual(expected);
  });

  it("begin outside of the table", () => {
    const texts = [set("123", 42, 70), set("4", 260, 70)];
    expect(tables(sheet(1, grid([50, 200, 300], [50, 80]), texts))).toEqual([[["3 crossing", "4 crossing"]]]);
  });

  it("go on in a cell that is higher", () => {
    const lines = [
      across(50, 50, 300),
      across(110, 50, 300),
      across(80, 50, 200),
      ...[50, 200, 300].map((x) => down(x, 50, 110)),
    ];
    const texts = [set("1175", 182.5, 106), set("9", 60, 70)];
    expect(tables(sheet(1, lines, texts))).toEqual([[["9 crossing", "5 2x1 crossing"], ["117 crossing"]]]);
  });
});

describe("pictures over a table", () => {
  const [xs, ys] = [
    [50, 100, 150, 200, 250, 300],
    [50, 80, 110, 140, 170, 200],
  ];
  /** The cells of a table with a picture over it that are no longer as they were: all hold 12 but for the last, which holds nothing. */
  const changed = (...picture: Box): readonly string[] => {
    const texts = ys.slice(1).flatMap((y) => xs.slice(0, -1).map((x) => (x + y < 450 ? set("12", x + 20, y - 10) : [])));
    const [table = []] = tables({ ...sheet(1, grid(xs, ys), texts), pictures: [picture] });
    return table.flatMap((row, r) => row.flatMap((text, c) => (text === (r + c === 8 ? "" : "12") ? [] : [`${r} ${c} ${text}`])));
  };

  it.each<[string, Box, readonly string[]]>([
    ["in one cell, beside its figure", [85, 60, 95, 70], ["0 0 12\ufffc"]],
    ["in one without a figure", [260, 180, 290, 190], ["4 4 \ufffc"]],
    ["over two, beside their figures", [85, 60, 95, 105], ["0 0 12\ufffc", "1 0 12\ufffc"]],
    ["over two and beyond the table", [85, 30, 95, 105], ["0 0 12\ufffc", "1 0 12\ufffc"]],
    ["over the edge of the next one by little", [85, 60, 101, 70], ["0 0 12\ufffc"]],
    ["over three, beside the figure of one", [45, 60, 155, 70], ["0 2 12\ufffc"]],
    ["over all of it, as a ground", [10, 10, 400, 400], []],
    ["over most of it, as a watermark", [55, 55, 295, 195], []],
    ["that is a speck on a line", [99, 60, 101, 62], []],
    ["beside the table", [310, 60, 320, 105], []],
  ])("%s", (_, picture, cells) => {
    expect(changed(...picture)).toEqual(cells);
  });
});

describe("digits that run over the line below them", () => {
  /** Two rows, the column of figures of which has these texts, at these heights and turned by so much. */
  const column = (heights: readonly number[], figures: readonly (readonly [text: string, y: number])[], angle = 0) => {
    const texts = figures.flatMap(([text, y]) => set(text, 210, y).map((own) => ({ ...own, angle })));
    const labels = [set("甲", 60, (heights[0] ?? 0) + 12), set("乙", 60, (heights[1] ?? 0) + 12)];
    return tables(sheet(1, grid([50, 200, 300], heights), [...labels, texts]))[0]?.map((cells) => cells[1]);
  };

  it.each<[string, readonly number[], readonly (readonly [string, number])[], number, readonly string[]]>([
    [
      "stand alike in low rows",
      [50, 64, 78],
      [
        ["1", 61],
        ["2", 75],
      ],
      0,
      ["1", "2"],
    ],
    [
      "stand alike at the top of their cells",
      [50, 80, 110],
      [
        ["1", 61],
        ["2", 91],
      ],
      0,
      ["1", "2"],
    ],
    [
      "stand far from one another",
      [50, 80, 110],
      [
        ["1", 61],
        ["2", 107],
      ],
      0,
      ["1", "2"],
    ],
    [
      "are several on a line",
      [50, 80, 110],
      [
        ["12", 78],
        ["34", 91],
      ],
      0,
      ["12", "34"],
    ],
    [
      "stand close to one another at the line",
      [50, 80, 110],
      [
        ["1", 78],
        ["2", 90],
      ],
      0,
      ["1 crossing", "2 crossing"],
    ],
    [
      "are parted by it",
      [50, 80, 110],
      [
        ["1", 83],
        ["2", 105],
      ],
      0,
      ["1 crossing", "2"],
    ],
    [
      "are turned and go on below it",
      [50, 80, 110],
      [
        ["1", 79],
        ["2", 89],
      ],
      90,
      ["1 crossing", "2 crossing"],
    ],
    [
      "are turned and stand apart",
      [50, 80, 110],
      [
        ["1", 70],
        ["2", 100],
      ],
      90,
      ["1", "2"],
    ],
  ])("%s", (_, heights, figures, angle, expected) => {
    expect(column(heights, figures, angle)).toEqual(expected);
  });
});
