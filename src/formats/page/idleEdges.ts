import type { PageTable } from "./pageTables.js";

/** A text that is a number, maybe with its unit. */
const FIGURE = /^[+-]?[\d０-９][\d０-９,，.．\s]*[^\d]{0,3}$/;

/**
 * A table without what is no part of its grid: an empty place beside several rows at its right edge, which shorter rows leave
 * free, and edges of rows that part nothing. Browsers print a cell over several rows too short where a page was cut: its lower
 * edge runs beside the row that it belongs to, with nothing below it. An edge goes where a figure stands across it and all
 * cells that begin, or all that end, there are empty; but for those that a page cut, whose text may be on the other side.
 */
export function withoutIdle(table: PageTable): PageTable {
  const { cells, ...rest } = withoutIdleEdges(table);
  const last = table.xs.length - 1;
  return { ...rest, cells: cells.filter(({ text, top, bottom, right }) => text !== "" || right < last || bottom - top === 1) };
}

function withoutIdleEdges(table: PageTable): PageTable {
  const { cells, rows, closedAbove, closedBelow } = table;
  const numbers = (): number[] => new Array<number>(rows + 2).fill(0);
  const [begun, ended, across] = [numbers(), numbers(), numbers()];
  for (const { top, bottom, left, text } of cells) {
    const cutBelow = bottom === rows && top === rows - 1 && closedBelow[left] !== true;
    const cutAbove = top === 0 && bottom === 1 && closedAbove[left] !== true;
    const add = (list: number[], at: number, amount: number): void => {
      list[at] = (list[at] ?? 0) + amount;
    };
    if (text !== "" || cutBelow) add(begun, top, 1);
    if (text !== "" || cutAbove) add(ended, bottom, 1);
    if (FIGURE.test(text)) {
      add(across, top + 1, 1);
      add(across, bottom, -1);
    }
  }
  let figures = 0;
  let next = 0;
  const moved = begun.slice(0, rows + 1).map((own, at) => {
    figures += across[at] ?? 0;
    const inside = at > 0 && at < rows && figures > 0;
    // A cell that ends here goes on to the next edge, one that begins here begins at the one before.
    if (inside && own === 0) return next + 1;
    if (at > 0 && !(inside && ended[at] === 0)) next += 1;
    return next;
  });
  const kept = cells
    .map((cell) => ({ ...cell, top: moved[cell.top] ?? 0, bottom: moved[cell.bottom] ?? next }))
    .filter(({ top, bottom, text }) => bottom > top || text !== "");
  // What would stand in no row any more says that the edges part something after all.
  if (next === rows || kept.some(({ top, bottom }) => bottom <= top)) return table;
  return { ...table, rows: next, cells: kept };
}
