import { describeForm, figureAt, printTables, type Report } from "../../src/index.js";
import type { Page, PageText } from "../../src/pdf.js";
import type { Dice } from "../reading/noise.js";
import { set, sheet } from "./drawn.js";

/** A text at its place in a table without lines. */
interface Placed {
  text: string;
  readonly address: string | null;
  /** The edges of its cell. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** By how much it is moved to the right. */
  moved: number;
}

export const unruledKinds = [
  "nothing",
  "a figure that is moved",
  "a blank cell",
  "two figures in one cell beside a blank one",
  "a figure over two lines",
  "a figure in the row below",
  "all figures of a row moved",
] as const;

const alignments = ["left", "middle", "right"] as const;

/** The pages of a report whose tables have no lines, one a page, and what may be read of them: this, or nothing. */
export function unruled(report: Report, kind: (typeof unruledKinds)[number], roll: Dice) {
  const truth = new Map<string, unknown>(
    describeForm(report.edition).cells.map(({ address }) => [address, figureAt(report, address)]),
  );
  const heads = roll.pick(["middle", "as the figures"]);
  const align = roll.pick([...alignments]);
  const high = roll.pick(["middle", "top"]);
  const size = roll.pick([7, 8, 9]);
  const pitch = size * roll.pick([1.2, 1.4]);
  const space = size * roll.pick([0.6, 1, 1.5]);
  const pages = printTables(report).map((table, i): Page => {
    const scale = roll.pick([700, 760]) / table.widths.reduce((sum, width) => sum + width, 0);
    const xs = [40];
    for (const width of table.widths) xs.push((xs[xs.length - 1] ?? 0) + width * scale);
    const widthOf = (text: string): number => set(text, 0, 0, size).reduce((most, { box }) => Math.max(most, box[2]), 0);
    const wrapped = (text: string, width: number): string[] => {
      const lines = [""];
      for (const char of text) {
        const last = lines[lines.length - 1] ?? "";
        if (char === "\n") lines.push("");
        else if (widthOf(last + char) > width - size && !/^[\d.]/.test(char)) lines.push(char);
        else lines[lines.length - 1] = last + char;
      }
      return lines;
    };
    const heights = table.rows.map((row) => {
      const own = row.filter(({ rowspan }) => rowspan === 1);
      const count = own.map(({ text, column, colspan }) => wrapped(text, (xs[column + colspan] ?? 0) - (xs[column] ?? 0)).length);
      return Math.max(1, ...count) * pitch + space;
    });
    const ys = [90];
    for (const height of heights) ys.push((ys[ys.length - 1] ?? 0) + height);
    const cells = table.rows.flatMap((row, r) =>
      row.map(
        ({ text, column, colspan, rowspan, cell }): Placed => ({
          text,
          address: cell?.address ?? null,
          left: xs[column] ?? 0,
          right: xs[column + colspan] ?? 0,
          top: ys[r] ?? 0,
          bottom: ys[r + rowspan] ?? 0,
          moved: 0,
        }),
      ),
    );
    for (let n = 0; n < 3; n += 1) spoil(cells, kind, roll, truth);
    const texts = cells.flatMap((cell): readonly PageText[] => {
      const lines = wrapped(cell.text, cell.right - cell.left);
      const top = high === "top" ? cell.top : (cell.top + cell.bottom - lines.length * pitch) / 2;
      return lines.flatMap((line, k) => {
        const free = cell.right - cell.left - widthOf(line);
        const inset = Math.min(free / 2, size / 2);
        const at =
          align === "middle" || (cell.address === null && heads === "middle")
            ? free / 2
            : align === "left"
              ? inset
              : free - inset;
        return set(line, cell.left + at + cell.moved, top + k * pitch + size, size);
      });
    });
    const caption = set(`${table.number}、${table.caption.replace(/^.、/, "")}`, 60, 60, size);
    return { ...sheet(i + 1, [], [caption, texts]), width: 842, height: Math.max(595, (ys[ys.length - 1] ?? 0) + 40) };
  });
  return { pages, truth };
}

function spoil(cells: readonly Placed[], kind: (typeof unruledKinds)[number], roll: Dice, truth: Map<string, unknown>): void {
  const figures = cells.filter(({ address }) => address !== null);
  const one = roll.pick(figures);
  const next = figures[figures.indexOf(one) + 1];
  const lose = ({ address }: Placed): void => {
    if (address !== null) truth.set(address, null);
  };
  if (kind === "a figure that is moved") one.moved = (one.right - one.left) * roll.pick([-1, -0.7, -0.5, -0.3, 0.3, 0.5, 0.7, 1]);
  else if (kind === "a blank cell") {
    one.text = "";
    lose(one);
  } else if (kind === "two figures in one cell beside a blank one" && next !== undefined) {
    const [from, to] = roll.pick([
      [one, next],
      [next, one],
    ]);
    if (from === undefined || to === undefined || from.text === "" || to.text === "") return;
    to.text = `${to.text}${" ".repeat(roll.pick([1, 2, 3, 5]))}${from.text}`;
    from.text = "";
    lose(from);
    lose(to);
  } else if (kind === "a figure over two lines" && one.text !== "") {
    one.text = `${one.text}\n5`;
    lose(one);
  } else if (kind === "a figure in the row below") {
    const below = figures.find(({ left, top }) => left === one.left && top > one.top);
    if (below === undefined || below.text === "" || one.text === "") return;
    below.text = `${below.text}\n${one.text}`;
    one.text = "";
    lose(one);
    lose(below);
  } else if (kind === "all figures of a row moved") {
    const by = (one.right - one.left) * roll.pick([-1, -0.5, 0.5, 1]);
    for (const figure of figures) if (figure.top === one.top) figure.moved = by;
  }
}
