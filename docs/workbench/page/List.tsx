/**
 * What is open, by what is to be done about it.
 */
import type { JSX } from "preact";
import { memo } from "preact/compat";
import { useRef, useState } from "preact/hooks";
import type { Desk } from "./desk.js";
import { Icon, type IconName } from "./icons.js";
import { type Group, groupName, groupOf, ORDER, statusOf } from "./judged.js";
import { language, many, t } from "./language.js";
import { type Item, now } from "./model.js";
import { takeAll } from "./take.js";

const ICONS: Readonly<Record<Group, IconName>> = { err: "cross", bad: "bar", part: "dashed", ok: "tick", wait: "clock" };

function note(item: Item): string {
  if (item.kind === "failed") return item.message;
  if (item.kind !== "sheet") return "";
  const { counts } = statusOf(item);
  const parts = [
    counts.violated > 0 ? t(`${counts.violated}条不成立`, many(counts.violated, "does not hold", "do not hold")) : "",
    counts.blanks > 0 ? t(`${counts.blanks}格未填`, `${counts.blanks} blank`) : "",
    counts.lost > 0 ? t(`${counts.lost}处未读入`, `${counts.lost} not taken in`) : "",
    item.sheet.done > 0 ? t(`已更正${item.sheet.done}处`, many(item.sheet.done, "change")) : "",
  ];
  return parts.filter((part) => part !== "").join(t("，", ", "));
}

export function titleOf(item: Item): string {
  if (item.kind !== "sheet") return item.name;
  const { agency, year } = now(item.sheet).draft;
  return agency?.name === undefined ? item.sheet.name : `${agency.name}${year === undefined ? "" : ` ${year}`}`;
}

interface EntryProps {
  readonly desk: Desk;
  readonly item: Item;
  readonly group: Group;
  readonly current: boolean;
  /** Another has the same title: say which file it is. */
  readonly named: boolean;
  /** The language that it was drawn in. */
  readonly lang: string;
}

/** One of what is open. Of hundreds only those are drawn anew of which something changed. */
const Entry = memo(function Entry({ desk, item, group, current, named }: EntryProps): JSX.Element {
  const title = titleOf(item);
  const said = note(item);
  const file = named && item.kind === "sheet" ? item.sheet.name : "";
  const whole = file === "" ? title : `${title}（${file}）`;
  return (
    <li class={current ? `${group} cur` : group}>
      <button type="button" class="entry" aria-current={current} title={whole} onClick={() => desk.choose(item.id)}>
        <Icon name={ICONS[group]} />
        <b>{title}</b>
        {file === "" ? null : <small class="file">{file}</small>}
        {said === "" ? null : <small>{said}</small>}
      </button>
      <button type="button" class="b quiet icon close" onClick={() => desk.close(item.id)}>
        <Icon name="close" label={t(`关闭${whole}`, `close ${whole}`)} />
      </button>
    </li>
  );
});

export function List({ desk }: { readonly desk: Desk }): JSX.Element {
  const { items, current, progress, taking, listOpen, keeping } = desk.state;
  const [sure, setSure] = useState(false);
  const lang = language();
  const grouped = new Map<Group, Item[]>();
  const titles = new Map<string, number>();
  for (const item of items) {
    const title = titleOf(item);
    titles.set(title, (titles.get(title) ?? 0) + 1);
    const group = groupOf(item);
    const own = grouped.get(group);
    if (own === undefined) grouped.set(group, [item]);
    else own.push(item);
  }
  return (
    <nav class={listOpen ? "list is-open" : "list"} aria-label={t("已打开的报告", "open reports")}>
      <header>
        <button
          type="button"
          class="b quiet icon rail"
          aria-expanded={listOpen}
          onClick={() => desk.set({ listOpen: !listOpen })}
        >
          <Icon name="list" label={t("报告清单", "list of reports")} />
        </button>
        <h2>{t(`已打开${items.length}份`, `${items.length} open`)}</h2>
        <span class="acts">
          <button type="button" class="b quiet" data-new onClick={() => desk.set({ dialog: "begin" })}>
            {t("新建", "New")}
          </button>
          <OpenButton desk={desk} className="b quiet" />
        </span>
      </header>
      {progress === null ? null : <Progress desk={desk} />}
      <div class="scroll">
        {ORDER.map((group) => {
          const own = grouped.get(group) ?? [];
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3>
                <span>{groupName(group)}</span>
                <span>{t(`${own.length}份`, String(own.length))}</span>
              </h3>
              <ul>
                {own.map((item) => (
                  <Entry
                    key={item.id}
                    desk={desk}
                    item={item}
                    group={group}
                    current={item.id === current}
                    named={(titles.get(titleOf(item)) ?? 0) > 1}
                    lang={lang}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <footer>
        <label class="keep">
          <input type="checkbox" checked={keeping} onChange={(event) => void desk.setKeeping(event.currentTarget.checked)} />
          {t("在本浏览器保存草稿", "Keep drafts in this browser")}
        </label>
        <p class="keepnote">
          {t(
            "其他从磁盘打开的网页也可能读到所存内容；公用计算机请勿勾选。",
            "Other pages opened from a disk may be able to read what is kept; not for shared computers.",
          )}
        </p>
        <div class="acts">
          <button
            type="button"
            class="b quiet"
            data-all
            disabled={desk.sheets.length === 0 || taking !== null}
            onClick={() => void takeAll(desk)}
          >
            {taking === null
              ? t("全部导出（ZIP）", "Export all (ZIP)")
              : t(`正在写出${taking.done}/${taking.of}`, `Writing ${taking.done} of ${taking.of}`)}
          </button>
          {sure ? (
            <button
              type="button"
              class="b warn"
              onBlur={() => setSure(false)}
              onClick={() => {
                setSure(false);
                void desk.clear();
              }}
            >
              {t(`确定清空${items.length}份`, `Really clear ${items.length}`)}
            </button>
          ) : (
            <button type="button" class="b quiet" onClick={() => setSure(true)}>
              {t("清空", "Clear")}
            </button>
          )}
        </div>
      </footer>
    </nav>
  );
}

export function Progress({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { progress } = desk.state;
  if (progress === null) return null;
  return (
    <div class="prog" role="status">
      <span>{t("正在读取", "Reading")}</span>
      <span>
        {progress.done} / {progress.of}
      </span>
      <progress max={progress.of} value={progress.done} aria-label={t("读取进度", "progress of reading")} />
      <span class="name">{progress.name}</span>
      <button type="button" class="link" onClick={() => desk.stopReading()}>
        {t("停止", "Stop")}
      </button>
    </div>
  );
}

/** Opens the browser's dialog for files. */
export function OpenButton({
  desk,
  className,
  primary = false,
  folder = false,
}: {
  readonly desk: Desk;
  readonly className: string;
  readonly primary?: boolean;
  readonly folder?: boolean;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={className} data-open={folder ? undefined : ""} onClick={() => input.current?.click()}>
        {primary || folder ? null : <Icon name="plus" />}
        {folder ? t("选择文件夹", "Choose a folder") : primary ? t("选择文件", "Choose files") : t("添加", "Add")}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...(folder ? { webkitdirectory: true } : {})}
        data-files={folder ? "folder" : "files"}
        onChange={(event) => {
          desk.openFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
