/**
 * The workbench: bar, list, form, panel, foot.
 */
import { sectionsOf } from "disclosure-report";
import { type JSX, render } from "preact";
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { Bottom } from "./Bottom.js";
import { Compare } from "./Compare.js";
import { Dialogs } from "./Dialogs.js";
import { Desk, type View } from "./desk.js";
import { droppedFiles } from "./dropped.js";
import { CellBar, Form, type Living, living, useScrollTo } from "./Form.js";
import { Icon } from "./icons.js";
import { statusOf } from "./judged.js";
import { clearBlock, copyBlock, goToSection, inGrid, pageKey, pasteBlock } from "./keys.js";
import { List, Progress } from "./List.js";
import { language, many, t } from "./language.js";
import { marksOf } from "./marks.js";
import { now, type SheetItem } from "./model.js";
import { PrintSheet } from "./Print.js";
import { itemsOf } from "./panel.js";
import type { OfFindings } from "./props.js";
import { Side } from "./Side.js";
import { Start } from "./Start.js";
import { SumUp } from "./SumUp.js";
import { TakeMenu } from "./TakeMenu.js";

function useMedia(query: string): boolean {
  const [matches, set] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const listen = (): void => set(media.matches);
    media.addEventListener("change", listen);
    return () => media.removeEventListener("change", listen);
  }, [query]);
  return matches;
}

function App({ desk }: { readonly desk: Desk }): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => desk.subscribe(() => redraw(0)), [desk]);
  const [over, setOver] = useState(false);
  const narrow = useMedia("(max-width: 639px)");
  const touch = useMedia("(pointer: coarse)");
  usePageEvents(desk, setOver);
  const { state, item, sheetItem } = desk;
  const lang = language();
  const items = useMemo(
    () => (sheetItem === null ? [] : itemsOf(sheetItem, desk.previousOf(sheetItem.sheet))),
    [sheetItem, desk.previousOf, lang, sheetItem === null ? null : desk.previousOf(sheetItem.sheet)],
  );
  const { selected, typing } = state;
  const live = useMemo(
    () => (sheetItem === null ? null : living(sheetItem, selected, typing)),
    [sheetItem, typing === null ? null : selected, typing, lang],
  );
  // The list and the panel say nothing of what is being typed. The same elements are not drawn anew, so a key costs what it changes.
  const list = useMemo(
    () => <List desk={desk} />,
    [desk, state.items, state.current, state.progress, state.taking, state.listOpen, state.keeping, lang],
  );
  const panel = useMemo(() => {
    if (sheetItem === null) return null;
    return narrow ? <Bottom desk={desk} item={sheetItem} items={items} /> : <Side desk={desk} item={sheetItem} items={items} />;
  }, [desk, sheetItem, items, narrow, state.side, state.finding, state.side === "cell" ? selected : null, lang]);
  useScrollTo(selected, state.finding);
  if (state.items.length === 0) {
    return (
      <div class="start">
        <Top desk={desk} item={null} narrow={narrow} />
        <Start desk={desk} over={over} touch={touch} />
        <Foot desk={desk} item={null} />
        <Dialogs desk={desk} />
      </div>
    );
  }
  return (
    <div class={`app ${narrow ? "m" : ""} view-${sheetItem === null ? "none" : state.view}`}>
      <Top desk={desk} item={sheetItem} narrow={narrow} />
      {list}
      <main class="doc" id="main">
        {over ? (
          <div class="overlay" role="status">
            {t("松开即打开", "Release to open")}
          </div>
        ) : null}
        {sheetItem === null || live === null ? (
          <NoSheet desk={desk} item={item} />
        ) : state.view === "compare" ? (
          <Compare desk={desk} item={sheetItem} />
        ) : state.view === "sum" ? (
          <SumUp desk={desk} item={sheetItem} />
        ) : (
          <Doc desk={desk} item={sheetItem} items={items} live={live} narrow={narrow} />
        )}
      </main>
      {state.view === "check" ? panel : null}
      {narrow ? <Notice desk={desk} /> : <Foot desk={desk} item={sheetItem} />}
      <Dialogs desk={desk} />
    </div>
  );
}

function usePageEvents(desk: Desk, setOver: (over: boolean) => void): void {
  const depth = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (pageKey(desk, event)) event.preventDefault();
    };
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      depth.current = 0;
      setOver(false);
      if (event.dataTransfer === null || !hasFiles(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => desk.openFiles(files));
    };
    const inText = (target: EventTarget | null): boolean =>
      target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const onPaste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (data === null || inText(event.target) || desk.state.dialog !== null) return;
      event.preventDefault();
      const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
      if (data.files.length > 0 && html === "" && text === "") desk.openFiles([...data.files]);
      else if (inGrid(event.target)) pasteBlock(desk, html, text);
      else if (text.trim() !== "" || html.trim() !== "") desk.openPasted(html, text);
    };
    const onCopy = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || inText(event.target) || !inGrid(event.target)) return;
      event.preventDefault();
      copyBlock(desk, event.clipboardData);
      if (event.type === "cut") clearBlock(desk);
    };
    const onHide = (): void => desk.keepAll();
    // The printer's page is made when it is asked for, at once, and is gone afterwards.
    const printer = document.createElement("div");
    document.body.append(printer);
    const onPrint = (): void => {
      const { sheetItem } = desk;
      if (sheetItem !== null) render(<PrintSheet draft={now(sheetItem.sheet).draft} />, printer);
    };
    const onPrinted = (): void => render(null, printer);
    document.addEventListener("keydown", onKey);
    document.addEventListener("dragenter", onEnter);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("dragover", onOver);
    document.addEventListener("drop", onDrop);
    document.addEventListener("paste", onPaste);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    window.addEventListener("pagehide", onHide);
    window.addEventListener("beforeprint", onPrint);
    window.addEventListener("afterprint", onPrinted);
  }, [desk, setOver]);
}

function Top({
  desk,
  item,
  narrow,
}: {
  readonly desk: Desk;
  readonly item: SheetItem | null;
  readonly narrow: boolean;
}): JSX.Element {
  const { view } = desk.state;
  const views: readonly (readonly [View, string])[] = [
    ["check", t("核对与填报", "Check and fill in")],
    ["compare", t("与上年比较", "Compare years")],
    ["sum", t("汇总下级", "Add up")],
  ];
  return (
    <header class="top">
      <span class="name">
        {narrow && item !== null ? t("年报工作台", "Workbench") : t("政府信息公开年报工作台", "Report workbench")}
      </span>
      {item === null ? null : (
        <nav class="views" aria-label={t("视图", "views")}>
          {views.map(([id, name]) => (
            <button type="button" key={id} data-view={id} aria-current={view === id} onClick={() => desk.set({ view: id })}>
              {name}
            </button>
          ))}
        </nav>
      )}
      <div class="end">
        <span class="promise">
          <Icon name="offline" />
          {t("不联网，文件只在本机处理", "no connection; files stay here")}
        </span>
        <button type="button" class="b quiet" data-help onClick={() => desk.set({ dialog: "help" })}>
          {t("帮助", "Help")}
        </button>
        <button
          type="button"
          class="b quiet"
          lang={language() === "zh" ? "en" : "zh-CN"}
          data-language
          onClick={() => void desk.speak(language() === "zh" ? "en" : "zh")}
        >
          {t("English", "中文")}
        </button>
        {item === null ? null : <TakeMenu desk={desk} item={item} />}
      </div>
    </header>
  );
}

/** What there is to say where there is no room for a foot: over the form, until something else is done. */
function Notice({ desk }: { readonly desk: Desk }): JSX.Element {
  const { notice, taking } = desk.state;
  const text = taking === null ? notice : t(`正在写出${taking.done}/${taking.of}`, `Writing ${taking.done} of ${taking.of}`);
  return (
    <div class={text === null ? "vh" : "notice"} role="status">
      {text}
    </div>
  );
}

function Foot({ desk, item }: { readonly desk: Desk; readonly item: SheetItem | null }): JSX.Element {
  const key = (keys: readonly string[], what: string): JSX.Element => (
    <span>
      {keys.map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}{" "}
      {what}
    </span>
  );
  const { notice, taking, keeping } = desk.state;
  const compute = item !== null && now(item.sheet).mode === "compute";
  return (
    <footer class="foot">
      <span role="status">
        {notice ??
          (taking !== null
            ? t(`正在写出${taking.done}/${taking.of}`, `Writing ${taking.done} of ${taking.of}`)
            : item === null
              ? t("依据国办公开办函〔2021〕30号、〔2019〕60号", "after 国办公开办函〔2021〕30号 and 〔2019〕60号")
              : compute
                ? t("自动合计：灰底的总计随各格变动，不能直接输入", "computed: grey totals follow and cannot be typed")
                : keeping
                  ? t("草稿存于本机", "drafts are kept here")
                  : t("草稿不保存，关闭网页前请导出", "drafts are not kept; export them before closing"))}
      </span>
      <span class="end">
        {item === null ? key(["Ctrl", "O"], t("打开", "open")) : key(["F8"], t("下一个问题", "next finding"))}
        {item === null ? null : key(["Alt", "Enter"], t("采纳更正", "apply"))}
        {item === null ? null : key(["F2"], t("改数", "edit"))}
        {item === null ? null : key(["F6"], t("换区", "next region"))}
        {key(["?"], t("全部按键", "all keys"))}
      </span>
    </footer>
  );
}

function NoSheet({
  desk,
  item,
}: {
  readonly desk: Desk;
  readonly item: ReturnType<Desk["sheetOf"]> | Desk["item"];
}): JSX.Element {
  if (item !== null && "kind" in item && item.kind === "failed") {
    return (
      <div class="nosheet" role="alert">
        <Icon name="bar" />
        <div>
          <h1>{t(`${item.name}不能读取`, `${item.name} cannot be read`)}</h1>
          <p>{item.message}</p>
          {item.remarks.slice(1).map(({ message }, i) => (
            <p key={i}>{message}</p>
          ))}
        </div>
      </div>
    );
  }
  return (
    <div class="nosheet">
      <div>
        {desk.state.progress === null ? (
          <p>{t("请在左边选择一份报告。", "Choose a report on the left.")}</p>
        ) : (
          <Progress desk={desk} />
        )}
      </div>
    </div>
  );
}

interface DocProps extends OfFindings {
  readonly live: Living;
  readonly narrow: boolean;
}

function Doc({ desk, item, items, live, narrow }: DocProps): JSX.Element {
  const { sheet } = item;
  const { mode } = now(sheet);
  const lang = language();
  const open = items.find(({ key }) => key === desk.state.finding) ?? null;
  const marks = useMemo(() => marksOf(sheet, live.snapshot, items, open), [sheet, live, items, open, lang]);
  const strip = useMemo(
    () => <SectionStrip desk={desk} item={item} items={items} />,
    [desk, item, items, desk.state.selected, lang],
  );
  return (
    <>
      <div class="dochead">
        <div class="line">
          <h1>{docTitle(item)}</h1>
          <span class="meta">{sheet.name}</span>
          <div class="switch" role="group" aria-label={t("总计", "totals")}>
            <button type="button" data-mode="check" aria-pressed={mode === "check"} onClick={() => desk.setMode("check")}>
              {t("核对总计", "Check totals")}
            </button>
            <button type="button" data-mode="compute" aria-pressed={mode === "compute"} onClick={() => desk.setMode("compute")}>
              {t("自动合计", "Compute totals")}
            </button>
          </div>
          <div class="tools">
            <button type="button" class="b icon" data-undo disabled={sheet.done === 0} onClick={() => desk.undo()}>
              <Icon name="undo" label={t("撤销", "undo")} />
            </button>
            <button
              type="button"
              class="b icon"
              data-redo
              disabled={sheet.done === sheet.steps.length}
              onClick={() => desk.redo()}
            >
              <Icon name="redo" label={t("重做", "redo")} />
            </button>
          </div>
          <VerdictLine item={item} live={live} />
        </div>
        {strip}
        {narrow ? null : <CellBar desk={desk} live={live} marks={marks} />}
      </div>
      <div class="desk" tabIndex={-1}>
        <Form desk={desk} item={item} live={live} marks={marks} open={open} narrow={narrow} />
      </div>
    </>
  );
}

function docTitle({ sheet }: SheetItem): string {
  const { agency, year } = now(sheet).draft;
  return `${agency?.name ?? sheet.name}${year === undefined ? "" : t(`${year}年年度报告`, `, report for ${year}`)}`;
}

/** The verdict, in the same words as the panel; read out when typing rests. */
function VerdictLine({ item, live }: Pick<DocProps, "item" | "live">): JSX.Element {
  const { violated, undetermined } = statusOf({ ...item, quick: live.quick }).counts;
  const [spoken, speak] = useState("");
  const zh =
    violated > 0
      ? `${violated}条不成立${undetermined > 0 ? `，${undetermined}条未判` : ""}`
      : undetermined > 0
        ? `有空白，${undetermined}条无法判定`
        : "勾稽关系全部成立";
  const en =
    violated > 0
      ? `${many(violated, "does not hold", "do not hold")}${undetermined > 0 ? `, ${undetermined} cannot be told` : ""}`
      : undetermined > 0
        ? `blanks: ${undetermined} cannot be told`
        : "all balances hold";
  const text = t(zh, en);
  useEffect(() => {
    const timer = window.setTimeout(() => speak(text), 400);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <div class={`verdict ${violated > 0 ? "err" : undetermined > 0 ? "part" : "ok"}`}>
      <Icon name={violated > 0 ? "cross" : undetermined > 0 ? "dashed" : "tick"} />
      <b data-verdict>{text}</b>
      <span class="vh" role="status">
        {spoken}
      </span>
    </div>
  );
}

function SectionStrip({ desk, item, items }: OfFindings): JSX.Element {
  const sections = sectionsOf(now(item.sheet).draft.edition);
  const chosen = desk.state.selected?.split(".", 1)[0] ?? null;
  return (
    <nav class="strip" aria-label={t("报告各部分", "sections")}>
      {sections.map((section, i) => {
        const own = items.filter((one) => one.section === section.id && !one.kept);
        const errors = own.filter(({ level }) => level === "error").length;
        const others = own.filter(({ level }) => level === "warning").length;
        return (
          <button type="button" key={section.id} aria-current={chosen === section.id} onClick={() => goToSection(desk, i)}>
            {t(`${section.number}、${SHORT[section.id] ?? section.title}`, `${i + 1} ${SHORT_EN[section.id] ?? section.english}`)}
            {errors === 0 ? null : (
              <span class="n">
                {errors}
                <span class="vh">{t("条错误", " errors")}</span>
              </span>
            )}
            {others === 0 ? null : (
              <span class="n am">
                {others}
                <span class="vh">{t("条提醒", " to look at")}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

const SHORT: Readonly<Record<string, string>> = {
  disclosure: "主动公开",
  requests: "收到和处理申请",
  remedies: "复议诉讼",
  problems: "问题及改进",
  other: "其他事项",
};
const SHORT_EN: Readonly<Record<string, string>> = {
  disclosure: "disclosure",
  requests: "requests",
  remedies: "remedies",
  problems: "problems",
  other: "other",
};

const root = document.getElementById("app");
if (root !== null && !("workbenchRefused" in window)) {
  root.textContent = "";
  const desk = new Desk();
  render(<App desk={desk} />, root);
  void desk.restore();
  window.setTimeout(() => desk.warm(), 100);
}
