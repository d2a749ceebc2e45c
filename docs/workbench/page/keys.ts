/**
 * The keyboard: what each key does, stated once, for the page and for its help.
 */
import { describeForm, figuresOf, sectionsOf } from "disclosure-report";
import type { Desk } from "./desk.js";
import { finishTyping, focusCell } from "./Form.js";
import { block, type Direction, following, gridOf, step } from "./grid.js";
import { many, t } from "./language.js";
import { figureOf, now, type Typed, typed } from "./model.js";
import { itemsOf } from "./panel.js";
import { openFinding } from "./Side.js";

export function keyList(): readonly (readonly [readonly string[], string])[] {
  return [
    [["↑", "↓", "←", "→"], t("移到相邻的格", "to the next figure")],
    [["Enter", "Tab"], t("下一行，右一格；加Shift反向", "down, right; with Shift back")],
    [["0–9"], t("直接输入，替换原数", "type over the figure")],
    [["F2"], t("改数", "edit the figure")],
    [["Esc"], t("放弃输入", "give up typing")],
    [["Delete"], t("清为未填（不是0）", "make blank (not 0)")],
    [["Ctrl", "Z"], t("撤销；Ctrl Y重做", "undo; Ctrl Y redoes")],
    [["Ctrl", "C"], t("复制；X剪切，V粘贴，与Excel、WPS互通", "copy; X cuts, V pastes, from and to Excel or WPS")],
    [["Shift", "↓"], t("选取区域", "choose a block")],
    [["F8"], t("下一个问题；加Shift上一个", "next finding; with Shift the one before")],
    [["Alt", "Enter"], t("采用当前问题的更正或填入", "apply what the open finding proposes")],
    [["F6"], t("在清单、表格、结果、顶栏之间移动", "between list, form, findings and bar")],
    [["Alt", "1…6"], t("到第一至第六部分", "to section 1 … 6")],
    [["Ctrl", "PageDown"], t("下一份报告；PageUp上一份", "next report; PageUp the one before")],
    [["Ctrl", "O"], t("打开文件", "open files")],
    [["Ctrl", "S"], t("导出", "export")],
    [["?"], t("本页帮助", "this help")],
  ];
}

const MOVES: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

export const inGrid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-address]") !== null;

/** What a key does anywhere on the page. True where it did something. */
export function pageKey(desk: Desk, event: KeyboardEvent): boolean {
  const { state } = desk;
  const control = event.ctrlKey || event.metaKey;
  if (state.dialog !== null) return false;
  if (control && event.key.toLowerCase() === "o") {
    document.querySelector<HTMLElement>("[data-open]")?.click();
    return true;
  }
  if (control && event.key.toLowerCase() === "s") {
    document.querySelector<HTMLElement>("[data-take]")?.click();
    return true;
  }
  if (control && (event.key === "PageDown" || event.key === "PageUp")) {
    const at = state.items.findIndex(({ id }) => id === state.current);
    const next = state.items[at + (event.key === "PageDown" ? 1 : -1)];
    if (next !== undefined) desk.choose(next.id);
    return true;
  }
  if (event.key === "F6") {
    nextRegion(event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.key === "F8") {
    nextFinding(desk, event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.altKey && event.key === "Enter") {
    document
      .querySelector<HTMLElement>(".find.open [data-apply]:not([data-apply=false]), .bottom [data-apply]:not([data-apply=false])")
      ?.click();
    return true;
  }
  if (event.altKey && /^[1-6]$/.test(event.key)) {
    goToSection(desk, Number(event.key) - 1);
    return true;
  }
  if (inField(event.target) && !inGrid(event.target)) return false;
  if (control && event.key.toLowerCase() === "z" && !event.shiftKey) {
    desk.undo();
    return true;
  }
  if (control && (event.key.toLowerCase() === "y" || (event.shiftKey && event.key.toLowerCase() === "z"))) {
    desk.redo();
    return true;
  }
  if (event.key === "?" && state.typing === null) {
    desk.set({ dialog: "help" });
    return true;
  }
  return inGrid(event.target) && gridKey(desk, event, control);
}

function gridKey(desk: Desk, event: KeyboardEvent, control: boolean): boolean {
  const { sheetItem } = desk;
  const { selected, typing } = desk.state;
  if (sheetItem === null || selected === null) return false;
  const grid = gridOf(now(sheetItem.sheet).draft.edition);
  const skip = (address: string): boolean => desk.isComputed(address);
  const go = (address: string | null): void => {
    if (address === null) return;
    desk.select(address);
    focusCell(address);
  };
  if (typing !== null) {
    if (event.isComposing) return false;
    if (event.key === "Escape") {
      desk.set({ typing: null });
      focusCell(selected);
      return true;
    }
    if (event.key === "Enter" && !event.altKey) {
      finishTyping(desk);
      go(step(grid, selected, event.shiftKey ? "up" : "down", skip));
      return true;
    }
    if (event.key === "Tab") {
      finishTyping(desk);
      go(following(grid, selected, event.shiftKey ? -1 : 1, skip) ?? selected);
      return true;
    }
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      finishTyping(desk);
      go(step(grid, selected, event.key === "ArrowUp" ? "up" : "down", skip));
      return true;
    }
    return false;
  }
  const move = MOVES[event.key];
  if (move !== undefined && !event.altKey) {
    const next = step(grid, selected, move);
    if (event.shiftKey) desk.select(next, true);
    else desk.select(next);
    focusCell(next);
    return true;
  }
  if (event.key === "Enter") {
    go(step(grid, selected, event.shiftKey ? "up" : "down", skip));
    return true;
  }
  if (event.key === "Tab") {
    const next = following(grid, selected, event.shiftKey ? -1 : 1, skip);
    if (next === null) return false;
    go(next);
    return true;
  }
  if (event.key === "F2" || event.key === "Process") {
    if (!desk.isComputed(selected)) desk.set({ typing: event.key === "F2" ? textIn(desk, selected) : "" });
    return event.key === "F2";
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    const cells = chosen(desk).flat();
    desk.enter("cleared", new Map(cells.map((address) => [address, { figure: null }])));
    return true;
  }
  if (event.key.length === 1 && !control && !event.altKey && event.key !== " ") {
    if (desk.isComputed(selected)) return true;
    desk.set({ typing: event.key });
    return true;
  }
  return false;
}

function textIn(desk: Desk, address: string): string {
  const { sheetItem } = desk;
  if (sheetItem === null) return "";
  const { draft, refused } = now(sheetItem.sheet);
  const cell = describeForm(draft.edition).byAddress[address];
  const value = cell === undefined ? null : figureOf(figuresOf(draft), cell);
  return refused[address] ?? (value === null ? "" : String(value));
}

/** The chosen block, line by line. */
function chosen(desk: Desk): readonly (readonly string[])[] {
  const { sheetItem } = desk;
  const { selected, anchor } = desk.state;
  if (sheetItem === null || selected === null) return [];
  const grid = gridOf(now(sheetItem.sheet).draft.edition);
  return block(grid, anchor ?? selected, selected).map((line) => line.map(({ cell }) => cell.address));
}

const REGIONS = [
  ".list .entry[aria-current=true], .list .entry",
  ".desk [tabindex='0'][data-address], .desk",
  ".side .find .sum, .side [role=tab]",
  ".top button, .top a",
];

function nextRegion(by: 1 | -1): void {
  const homes = [".list", ".doc", ".side", ".top"];
  const at = homes.findIndex(
    (home) => document.activeElement?.closest(home) !== null && document.activeElement !== document.body,
  );
  for (let i = 1; i <= homes.length; i += 1) {
    const next = (at + by * i + homes.length * 2) % homes.length;
    const found = (REGIONS[next] ?? "")
      .split(", ")
      .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)])
      .find((element) => element.offsetParent !== null);
    if (found !== undefined) {
      found.focus();
      return;
    }
  }
}

function nextFinding(desk: Desk, by: 1 | -1): void {
  const { sheetItem, state } = desk;
  if (sheetItem === null) return;
  const items = itemsOf(sheetItem, desk.previousOf(sheetItem.sheet));
  const at = items.findIndex(({ key }) => key === state.finding);
  const next = items[at === -1 ? (by === 1 ? 0 : items.length - 1) : (at + by + items.length) % items.length];
  if (next !== undefined) openFinding(desk, next, true);
}

export function goToSection(desk: Desk, at: number): void {
  const { sheetItem } = desk;
  if (sheetItem === null) return;
  const section = sectionsOf(now(sheetItem.sheet).draft.edition)[at];
  const heading = document.getElementById(`s-${section?.id ?? ""}`);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

// ---- clipboard ----

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Puts the chosen block on the clipboard, for Excel and WPS. */
export function copyBlock(desk: Desk, data: DataTransfer): void {
  const lines = chosen(desk).map((line) => line.map((address) => textIn(desk, address)));
  data.setData("text/plain", lines.map((line) => line.join("\t")).join("\r\n"));
  data.setData(
    "text/html",
    `<table>${lines.map((line) => `<tr>${line.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`).join("")}</table>`,
  );
}

export function clearBlock(desk: Desk): void {
  desk.enter(
    "cleared",
    new Map(
      chosen(desk)
        .flat()
        .map((address) => [address, { figure: null }]),
    ),
  );
}

const LARGEST_BLOCK = 10_000;

/** Markup without the looks that office programs give every cell: the page's policy refuses them, one complaint for each. */
const plain = (html: string): string =>
  html
    .replace(/<style[\s>][\s\S]*?<\/style>/gi, "")
    .replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle\s*=\s*(?:"[^"]*"|'[^']*')/gi, ""));

/** The cells of what was copied elsewhere: of a table its cells with their spans, of text its tabs and lines. */
export function blockIn(html: string, text: string): readonly (readonly string[])[] {
  const table = /<table[\s>]/i.test(html)
    ? new DOMParser().parseFromString(plain(html), "text/html").querySelector("table")
    : null;
  if (table !== null) {
    const grid: string[][] = [];
    [...table.rows].slice(0, LARGEST_BLOCK / 10).forEach((row, r) => {
      grid[r] ??= [];
      let column = 0;
      for (const cell of row.cells) {
        while (grid[r]?.[column] !== undefined) column += 1;
        const down = Math.min(cell.rowSpan, table.rows.length - r);
        const across = Math.min(cell.colSpan, 64);
        for (let i = 0; i < down; i += 1) {
          const line = grid[r + i] ?? [];
          grid[r + i] = line;
          for (let j = 0; j < across; j += 1) line[column + j] = i === 0 && j === 0 ? (cell.textContent ?? "").trim() : "";
        }
        column += across;
      }
    });
    return grid.map((line) => Array.from(line, (text) => text ?? ""));
  }
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .slice(0, LARGEST_BLOCK / 10);
  return lines.map((line) => line.split("\t"));
}

/** Pastes a block with its upper left corner at the chosen figure; what runs over the table is left out. */
export function pasteBlock(desk: Desk, html: string, text: string): void {
  const { sheetItem } = desk;
  const [first] = chosen(desk).flat();
  if (sheetItem === null || first === undefined) return;
  const lines = blockIn(html, text);
  const grid = gridOf(now(sheetItem.sheet).draft.edition);
  const start = grid.spots.get(first);
  if (start === undefined) return;
  const target = chosen(desk);
  const [only] = lines.length === 1 && lines[0]?.length === 1 ? lines[0] : [];
  const entries = new Map<string, Typed>();
  const put = (address: string, value: string): void => {
    const cell = grid.spots.get(address)?.cell;
    if (cell !== undefined) entries.set(address, typed(cell, value));
  };
  let over = 0;
  if (only !== undefined) {
    for (const address of target.flat()) put(address, only);
  } else {
    lines.forEach((line, r) => {
      line.forEach((value, c) => {
        const spot = grid.tables[start.table]?.lines[start.line + r]?.[start.at + c];
        if (spot === undefined) over += value === "" ? 0 : 1;
        else put(spot.cell.address, value);
      });
    });
  }
  desk.enter("pasted", entries);
  const refused = [...entries.values()].filter((entry) => "refused" in entry).length;
  const said = [
    t(`已粘贴${entries.size}格`, `${many(entries.size, "figure")} pasted`),
    refused > 0
      ? t(`其中${refused}格不是数，未采用`, `${refused} of them no ${refused === 1 ? "number" : "numbers"}, not used`)
      : "",
    over > 0 ? t(`${over}格超出表格，未粘贴`, `${over} beyond the table were left out`) : "",
  ];
  desk.set({ notice: said.filter((part) => part !== "").join(t("，", "; ")) });
}
