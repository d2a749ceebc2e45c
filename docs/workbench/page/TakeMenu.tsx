/** The menu of the formats that a report can be exported to. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "./desk.js";
import { Icon } from "./icons.js";
import { t } from "./language.js";
import type { SheetItem } from "./model.js";
import { downloadRecord, take, takeAll } from "./take.js";

export function TakeMenu({ desk, item }: { readonly desk: Desk; readonly item: SheetItem }): JSX.Element {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { sheet } = item;
  // At once, so that the next key goes to the menu.
  useLayoutEffect(() => {
    if (open) menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event): void => {
      if (
        event.target instanceof Node &&
        menu.current?.contains(event.target) === false &&
        button.current?.contains(event.target) === false
      )
        setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const entry = (id: string, name: string, note: string, act: () => void, disabled = false): JSX.Element => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-as={id}
      disabled={disabled}
      onClick={() => {
        close();
        act();
      }}
    >
      <b>{name}</b>
      <small>{note}</small>
    </button>
  );
  const onKey = (event: KeyboardEvent): void => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not([disabled])") ?? [])];
    const at = entries.findIndex((element) => element.contains(document.activeElement));
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === "ArrowDown") entries[(at + 1) % entries.length]?.focus();
    else if (event.key === "ArrowUp") entries[(at - 1 + entries.length) % entries.length]?.focus();
    else if (event.key === "Home") entries[0]?.focus();
    else if (event.key === "End") entries.at(-1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="takemenu">
      <button
        type="button"
        ref={button}
        class="b"
        data-take
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("导出", "Export")}
        <Icon name="down" />
      </button>
      {open ? (
        <div ref={menu} class="menu" role="menu" aria-label={t("导出", "export")} onKeyDown={onKey}>
          {entry("docx", "Word", t(".docx，法定格式", ".docx, the official form"), () => void take(desk, sheet, "docx"))}
          {entry("xlsx", "Excel", t(".xlsx，总计带公式", ".xlsx, totals with formulas"), () => void take(desk, sheet, "xlsx"))}
          {entry("print", t("打印、PDF", "Print, PDF"), t("A4，在打印窗口中可存为PDF", "A4; the print dialog saves PDF"), () =>
            window.print(),
          )}
          {entry("html", t("网页", "Web page"), ".html", () => void take(desk, sheet, "html"))}
          {entry("json", "JSON", t("规范数据，可再打开", "canonical data, opens again"), () => void take(desk, sheet, "json"))}
          {entry("csv", "CSV", t("一格一行", "one line a figure"), () => void take(desk, sheet, "csv"))}
          {entry(
            "docx-marked",
            t("Word（标出问题）", "Word with marks"),
            t("疑似填错的格加批注", "what is wrong is marked"),
            () => void take(desk, sheet, "docx", true),
          )}
          {entry(
            "xlsx-marked",
            t("Excel（标出问题）", "Excel with marks"),
            t("另附问题清单", "with a list of findings"),
            () => void take(desk, sheet, "xlsx", true),
          )}
          {entry("record", t("更正记录", "Record of changes"), ".csv", () => downloadRecord(sheet), sheet.done === 0)}
          {entry(
            "zip",
            t("全部报告", "All reports"),
            t(`${desk.sheets.length}份，.zip`, `${desk.sheets.length}, .zip`),
            () => void takeAll(desk),
            desk.state.taking !== null,
          )}
        </div>
      ) : null}
    </div>
  );
}
