/**
 * The desk: all that is open, and everything that can be done with it. One object; the page is drawn anew when it says so.
 */
import { type Draft, describeForm, type FigureValue, validate } from "disclosure-report";
import type { ReportCheck } from "disclosure-report/check";
import { applyRepair, type Repair } from "disclosure-report/repair";
import type { Opened, TakeFormat } from "../worker/protocol.js";
import { gridOf } from "./grid.js";
import * as keeping from "./keep.js";
import { language, setLanguage, t } from "./language.js";
import {
  changesBetween,
  edited,
  type How,
  type Item,
  now,
  type Origin,
  redone,
  type Sheet,
  type SheetItem,
  type Snapshot,
  type Typed,
  undone,
  withStep,
  withTotals,
} from "./model.js";
import { inSlices, turn } from "./slices.js";
import { Helper, Refused } from "./workers.js";

export type View = "check" | "compare" | "sum";
export type Dialog = "help" | "begin" | "blank" | "lastYear" | "register" | "head" | "licences" | null;

export interface State {
  readonly items: readonly Item[];
  readonly current: string | null;
  readonly view: View;
  readonly dialog: Dialog;
  /** The chosen figure, and the other corner of the chosen block. */
  readonly selected: string | null;
  readonly anchor: string | null;
  /** What is being typed into the chosen figure; `null` while nothing is. */
  readonly typing: string | null;
  /** The open finding, by its key. */
  readonly finding: string | null;
  readonly side: "findings" | "cell";
  readonly progress: { readonly done: number; readonly of: number; readonly name: string } | null;
  /** How many of the reports are written, while all are exported. */
  readonly taking: { readonly done: number; readonly of: number } | null;
  readonly keeping: boolean;
  readonly notice: string | null;
  /** The text that is being written, by its path. */
  readonly writing: string | null;
  readonly listOpen: boolean;
}

const START: State = {
  items: [],
  current: null,
  view: "check",
  dialog: null,
  selected: null,
  anchor: null,
  typing: null,
  finding: null,
  side: "findings",
  progress: null,
  taking: null,
  keeping: false,
  notice: null,
  writing: null,
  listOpen: false,
};

/** How long typing must rest until the whole check is made again: it looks for what is wrong, which takes longer than a key. */
const REST = 250;

/** How long after a change a draft is kept. */
const KEEP_AFTER = 400;

interface Source {
  readonly name: string;
  readonly read: (helper: Helper) => Promise<Opened>;
}

export class Desk {
  state: State = START;
  private readonly listeners = new Set<() => void>();
  private readonly reader = new Helper();
  private readonly judge = new Helper();
  private queue: { readonly id: string; readonly source: Source }[] = [];
  private sources = new Map<string, Source>();
  private reading = false;
  private readonly timers = new Map<string, number>();
  private readonly kept = new Map<string, number>();
  /** Reports that changed since they were kept. */
  private readonly unkept = new Set<string>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Starts the worker that judges while the page is looked at. */
  warm(): void {
    this.judge.warm();
  }

  // ---- what is open ----

  get item(): Item | null {
    return this.state.items.find(({ id }) => id === this.state.current) ?? null;
  }

  get sheetItem(): SheetItem | null {
    const { item } = this;
    return item?.kind === "sheet" ? item : null;
  }

  get sheets(): readonly SheetItem[] {
    return this.state.items.flatMap((item) => (item.kind === "sheet" ? [item] : []));
  }

  sheetOf(id: string | null): Sheet | null {
    return this.sheets.find((item) => item.id === id)?.sheet ?? null;
  }

  previousOf(sheet: Sheet): Draft | null {
    const previous = this.sheetOf(sheet.previousId);
    return previous === null ? null : now(previous).draft;
  }

  private replace(id: string, make: (item: Item) => Item): void {
    this.set({ items: this.state.items.map((item) => (item.id === id ? make(item) : item)) });
  }

  choose(id: string): void {
    if (id === this.state.current) return;
    this.set({
      current: id,
      selected: null,
      anchor: null,
      typing: null,
      finding: null,
      side: "findings",
      writing: null,
      listOpen: false,
      notice: null,
    });
    void this.sayAgain();
  }

  close(id: string): void {
    const at = this.state.items.findIndex((item) => item.id === id);
    const items = this.state.items.filter((item) => item.id !== id);
    this.queue = this.queue.filter((waiting) => waiting.id !== id);
    const next = items[Math.min(at, items.length - 1)]?.id ?? null;
    this.set({ items, ...(this.state.current === id ? { current: null } : {}) });
    if (this.state.current === null && next !== null) this.choose(next);
    if (this.state.keeping) void keeping.forget(id);
  }

  // ---- opening ----

  openFiles(files: readonly File[]): void {
    this.open(
      files.map((file) => ({
        name: file.name,
        read: (helper) => helper.ask("readFile", { file, name: file.name, language: language() }),
      })),
    );
  }

  openPasted(html: string, text: string): void {
    const name = t("粘贴的表格", "pasted table");
    const fromHtml = /<table[\s>]/i.test(html);
    const read = (helper: Helper): Promise<Opened> =>
      fromHtml ? helper.ask("readHtml", { html, language: language() }) : helper.ask("readText", { text, language: language() });
    this.open([{ name, read }], "paste");
  }

  private open(sources: readonly Source[], origin: Origin = "file"): void {
    const waiting = sources.map((source) => ({ id: crypto.randomUUID(), source, origin }));
    for (const { id, source } of waiting) this.sources.set(id, source);
    this.queue.push(...waiting);
    const items = waiting.map(({ id, source }): Item => ({ kind: "waiting", id, name: source.name }));
    this.set({ items: [...this.state.items, ...items], current: this.state.current ?? items[0]?.id ?? null });
    if (!this.reading) void this.readAll(origin);
  }

  private async readAll(origin: Origin): Promise<void> {
    this.reading = true;
    const opened = new Map<string, Item>();
    let done = 0;
    let shown = performance.now();
    const show = (): void => {
      this.set({ items: this.state.items.map((item) => opened.get(item.id) ?? item) });
      opened.clear();
      shown = performance.now();
    };
    for (;;) {
      const next = this.queue.shift();
      if (next === undefined) break;
      const { id, source } = next;
      const progress = { done, of: done + 1 + this.queue.length, name: source.name };
      if (done === 0 || performance.now() - shown > 120) {
        show();
        this.set({ progress });
      }
      opened.set(id, await this.readOne(id, source, origin));
      done += 1;
    }
    show();
    this.reading = false;
    this.link();
    this.set({ progress: null });
    this.settleCurrent();
    for (const { sheet } of this.sheets) this.keepSoon(sheet.id);
  }

  private async readOne(id: string, source: Source, origin: Origin): Promise<Item> {
    const said = language();
    try {
      const { draft, log, findings, format, check } = await source.read(this.reader);
      if (draft === null) {
        // First why it was not read, then what else is to be said of the file.
        const remarks = [...findings].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
        const message = remarks[0]?.message ?? t("未找到年度报告的表格。", "No table of the report was found.");
        return { kind: "failed", id, name: source.name, message, remarks };
      }
      const base: Snapshot = { draft, refused: refusedIn(draft, log), mode: "check" };
      const sheet = newSheet(id, source.name, origin, base, {
        format,
        log: new Map(log.map((entry) => [entry.address, entry])),
        remarks: findings,
      });
      return { kind: "sheet", id, sheet, quick: validate(draft), check, said };
    } catch (error) {
      const message = error instanceof Refused ? error.message : String(error);
      return { kind: "failed", id, name: source.name, message, remarks: [] };
    }
  }

  /** Stops reading; what was read stays. */
  stopReading(): void {
    const waiting = new Set(this.queue.map(({ id }) => id));
    this.queue = [];
    this.reader.stop(t("已停止读取。", "Reading was stopped."));
    this.set({ items: this.state.items.filter(({ id }) => !waiting.has(id)) });
  }

  /** Opens a report that was made here. */
  add(
    name: string,
    origin: Origin,
    draft: Draft,
    more: Partial<Pick<Sheet, "remarks" | "previousId" | "behind" | "log" | "format">> = {},
    mode: Snapshot["mode"] = "check",
  ): string {
    const id = crypto.randomUUID();
    const sheet = newSheet(id, name, origin, { draft, refused: {}, mode }, more);
    const item: Item = { kind: "sheet", id, sheet, quick: validate(draft), check: null, said: language() };
    this.set({ items: [...this.state.items, item], dialog: null, view: "check" });
    this.choose(id);
    this.link();
    this.checkSoon(id, 0);
    this.keepSoon(id);
    return id;
  }

  /** Last year's reports are found among what is open: same agency, one year earlier. All at once, however many there are. */
  private link(): void {
    const key = ({ agency, year }: Draft, back: number): string | null =>
      agency?.name === undefined || year === undefined ? null : `${year - back} ${agency.name}`;
    const known = new Map<string | null, string>();
    for (const { id, sheet } of this.sheets) {
      const own = key(now(sheet).draft, 0);
      if (!known.has(own)) known.set(own, id);
    }
    known.delete(null);
    const open = new Set(this.sheets.map(({ id }) => id));
    const linked = new Map<string, string>();
    for (const { id, sheet } of this.sheets) {
      const previousId = known.get(key(now(sheet).draft, 1));
      if (previousId !== undefined && !(sheet.previousId !== null && open.has(sheet.previousId))) linked.set(id, previousId);
    }
    if (linked.size === 0) return;
    this.set({
      items: this.state.items.map((item) => {
        const previousId = linked.get(item.id);
        return item.kind === "sheet" && previousId !== undefined ? { ...item, sheet: { ...item.sheet, previousId } } : item;
      }),
    });
    for (const id of linked.keys()) this.checkSoon(id, 0);
  }

  setPrevious(id: string | null): void {
    const { sheetItem } = this;
    if (sheetItem === null) return;
    this.put({ ...sheetItem.sheet, previousId: id });
  }

  private settleCurrent(): void {
    if (this.item?.kind === "sheet") return;
    const first = this.sheets[0];
    if (first !== undefined && this.item === null) this.choose(first.id);
  }

  // ---- editing ----

  private put(sheet: Sheet): void {
    const { draft } = now(sheet);
    if (this.state.notice !== null) this.set({ notice: null });
    this.replace(sheet.id, (item) => (item.kind === "sheet" ? { ...item, sheet, quick: validate(draft) } : item));
    this.checkSoon(sheet.id, REST);
    this.keepSoon(sheet.id);
    for (const other of this.sheets) if (other.sheet.previousId === sheet.id) this.checkSoon(other.id, REST);
  }

  private change(how: How, make: (before: Snapshot) => Snapshot, why = ""): void {
    const { sheetItem } = this;
    if (sheetItem === null) return;
    const before = now(sheetItem.sheet);
    const after = make(before);
    const changes = changesBetween(before, after);
    if (changes.length === 0 && before.mode === after.mode) return;
    this.put(withStep(sheetItem.sheet, { time: Date.now(), how, why, after }, changes));
  }

  enter(how: How, entries: ReadonlyMap<string, Typed>, why = ""): void {
    this.change(how, (before) => edited(before, entries), why);
  }

  fill(how: How, figures: ReadonlyMap<string, FigureValue>, why: string): void {
    this.enter(how, new Map([...figures].map(([address, figure]) => [address, { figure }])), why);
  }

  repair(repair: Repair, why: string): void {
    this.change(
      "repair",
      (before) => {
        const { report, edits } = applyRepair(before.draft, repair, { language: language() });
        const refused = { ...before.refused };
        for (const { address } of edits) delete refused[address];
        return { ...before, draft: report, refused };
      },
      why,
    );
  }

  rewrite(how: "text" | "head", make: (draft: Draft) => Draft): void {
    this.change(how, (before) => ({ ...before, draft: make(before.draft) }));
    if (how === "head") this.link();
  }

  setMode(mode: Snapshot["mode"]): void {
    this.change("computed", (before) => ({
      ...before,
      mode,
      draft: mode === "compute" ? withTotals(before.draft) : before.draft,
    }));
  }

  undo(): void {
    const { sheetItem } = this;
    if (sheetItem !== null && sheetItem.sheet.done > 0) this.put(undone(sheetItem.sheet));
  }

  redo(): void {
    const { sheetItem } = this;
    if (sheetItem !== null && sheetItem.sheet.done < sheetItem.sheet.steps.length) this.put(redone(sheetItem.sheet));
  }

  leave(key: string, leave: boolean): void {
    const { sheetItem } = this;
    if (sheetItem === null) return;
    const { sheet } = sheetItem;
    const others = sheet.kept.filter((other) => other !== key);
    this.put({ ...sheet, kept: leave ? [...others, key] : others });
  }

  // ---- judging ----

  private checkSoon(id: string, after: number): void {
    window.clearTimeout(this.timers.get(id));
    this.timers.set(
      id,
      window.setTimeout(() => void this.checkNow(id), after),
    );
  }

  private async checkNow(id: string): Promise<void> {
    const sheet = this.sheetOf(id);
    if (sheet === null) return;
    const { draft } = now(sheet);
    const previous = this.previousOf(sheet);
    const check = await this.judge.ask("check", { draft, previous, language: language() }).catch((): ReportCheck | null => null);
    const still = this.sheetOf(id);
    if (check === null || still === null || now(still).draft !== draft) return;
    this.replace(id, (item) => (item.kind === "sheet" ? { ...item, check } : item));
  }

  // ---- taking away ----

  async written(sheet: Sheet, format: TakeFormat, marked: boolean): Promise<Uint8Array<ArrayBuffer>> {
    return this.judge.ask("write", { draft: now(sheet).draft, format, marked, language: language() });
  }

  zipped(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array<ArrayBuffer>> {
    return this.judge.ask("zip", { files });
  }

  get helper(): Helper {
    return this.judge;
  }

  // ---- keeping ----

  async restore(): Promise<void> {
    const sheets = await keeping.restored();
    if (sheets === null) return;
    const items: Item[] = [];
    await inSlices(sheets, (sheet) => {
      items.push({ kind: "sheet", id: sheet.id, sheet, quick: validate(now(sheet).draft), check: null, said: language() });
    });
    // One is drawn, then the list of the others: both at once would hold up the page.
    this.set({ keeping: true, items: [...this.state.items, ...items.slice(0, 1)] });
    const [first] = items;
    if (first !== undefined && this.state.current === null) this.choose(first.id);
    await turn();
    this.set({ items: [...this.state.items, ...items.slice(1)] });
    for (const { id } of items) this.checkSoon(id, 0);
  }

  async setKeeping(on: boolean): Promise<void> {
    if (!on) {
      await keeping.clearAll();
      this.set({ keeping: false, notice: t("已不再保存，原存草稿已清除。", "Nothing is kept any more; what was kept is gone.") });
      return;
    }
    const given = await keeping.consent();
    this.set({
      keeping: given,
      notice: given
        ? null
        : t(
            "浏览器不允许本页存储，关闭前请导出报告。",
            "The browser refuses storage to this page; export reports before closing it.",
          ),
    });
    if (given) for (const { id } of this.sheets) this.keepSoon(id);
  }

  /** Closes everything and removes everything that was kept. */
  async clear(): Promise<void> {
    this.queue = [];
    this.reader.stop("");
    for (const timer of [...this.timers.values(), ...this.kept.values()]) window.clearTimeout(timer);
    const gone = await keeping.clearAll();
    this.sources.clear();
    this.set({
      ...START,
      notice: gone
        ? t("已全部清除，本机不再存有草稿。", "Everything is cleared; no draft is kept here.")
        : t(
            "未能清除：另一窗口正在使用，请关闭后再清除。",
            "Not cleared: another window is using the store; close it and clear again.",
          ),
    });
  }

  private keepSoon(id: string): void {
    if (!this.state.keeping) return;
    this.unkept.add(id);
    window.clearTimeout(this.kept.get(id));
    this.kept.set(
      id,
      window.setTimeout(() => void this.keepNow(id), KEEP_AFTER),
    );
  }

  private async keepNow(id: string): Promise<void> {
    const sheet = this.sheetOf(id);
    if (sheet === null || !this.state.keeping) return;
    try {
      const as = await keeping.keep(sheet, this.orderOf(id));
      if (this.sheetOf(id) === sheet) this.unkept.delete(id);
      if (as === id) return;
      const items = this.state.items.map(
        (item): Item => (item.kind === "sheet" && item.id === id ? { ...item, id: as, sheet: { ...item.sheet, id: as } } : item),
      );
      this.set({
        items,
        ...(this.state.current === id ? { current: as } : {}),
        notice: t("另一窗口改过同一份报告，两份都已保存。", "Another window changed the same report; both are kept."),
      });
    } catch {
      this.set({
        keeping: false,
        notice: t(
          "浏览器不允许本页存储，关闭前请导出报告。",
          "The browser refuses storage to this page; export reports before closing it.",
        ),
      });
    }
  }

  private orderOf(id: string): number {
    return this.state.items.findIndex((item) => item.id === id);
  }

  /** Puts down what is not kept yet; for the moment in which the page goes. */
  keepAll(): void {
    if (!this.state.keeping) return;
    keeping.keepLate(this.sheets.filter(({ id }) => this.unkept.has(id)).map(({ id, sheet }) => [sheet, this.orderOf(id)]));
    for (const id of this.unkept) void this.keepNow(id);
  }

  // ---- language ----

  async speak(next: "zh" | "en"): Promise<void> {
    setLanguage(next);
    this.set({ notice: null });
    await this.sayAgain();
    // Why a file cannot be read stands in the list; of the others it says nothing but numbers.
    for (const item of this.state.items) {
      const source = this.sources.get(item.id);
      if (source === undefined || item.kind !== "failed") continue;
      const again = await this.readOne(item.id, source, "file");
      if (language() !== next) return;
      this.replace(item.id, (old) => (old.kind === "failed" && again.kind === "failed" ? again : old));
    }
  }

  /** What is said of the report that is looked at, in the language of the page: of hundreds only that one is judged again. */
  private async sayAgain(): Promise<void> {
    const { sheetItem } = this;
    const next = language();
    if (sheetItem === null || sheetItem.said === next) return;
    const { id, sheet } = sheetItem;
    this.checkSoon(id, 0);
    const source = this.sources.get(id);
    const again = source === undefined || sheet.remarks.length === 0 ? null : await this.readOne(id, source, "file");
    if (language() !== next) return;
    this.replace(id, (old) => {
      if (old.kind !== "sheet") return old;
      const { remarks } = again?.kind === "sheet" ? again.sheet : old.sheet;
      return { ...old, said: next, sheet: { ...old.sheet, remarks } };
    });
  }

  // ---- choosing ----

  select(address: string | null, extend = false): void {
    this.set({ selected: address, anchor: extend ? (this.state.anchor ?? this.state.selected) : address, typing: null });
  }

  /** Whether a figure follows from others and cannot be typed. */
  isComputed(address: string): boolean {
    const { sheetItem } = this;
    if (sheetItem === null) return false;
    const { mode, draft } = now(sheetItem.sheet);
    return mode === "compute" && gridOf(draft.edition).totals.has(address);
  }
}

function newSheet(
  id: string,
  name: string,
  origin: Origin,
  base: Snapshot,
  more: Partial<Pick<Sheet, "remarks" | "previousId" | "behind" | "log" | "format">>,
): Sheet {
  return {
    id,
    name,
    origin,
    base,
    format: "",
    log: new Map(),
    remarks: [],
    steps: [],
    done: 0,
    previousId: null,
    kept: [],
    behind: {},
    ...more,
  };
}

/** What stands in a file where a figure should be and is none. */
function refusedIn(draft: Draft, log: Opened["log"]): Readonly<Record<string, string>> {
  const known = describeForm(draft.edition).byAddress;
  return Object.fromEntries(
    log.flatMap(({ address, value, raw }) =>
      value === null && raw !== null && raw.trim() !== "" && address in known ? [[address, raw.trim().slice(0, 60)]] : [],
    ),
  );
}
