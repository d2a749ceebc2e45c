/**
 * Taking away: files for the user's disk, made here and handed to the browser.
 */
import { describeForm, formatCoordinate } from "disclosure-report";
import type { TakeFormat } from "../worker/protocol.js";
import type { Desk } from "./desk.js";
import { groupName, groupOf, statusOf } from "./judged.js";
import { language, t } from "./language.js";
import { now, reportTitle, type Sheet, type SheetItem } from "./model.js";
import { changeName, howName } from "./Side.js";

const TYPES: Readonly<Record<TakeFormat | "zip", string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html;charset=utf-8",
  json: "application/json;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  markdown: "text/markdown;charset=utf-8",
  text: "text/plain;charset=utf-8",
  zip: "application/zip",
};

const EXTENSIONS: Readonly<Record<TakeFormat, string>> = {
  docx: "docx",
  xlsx: "xlsx",
  html: "html",
  json: "json",
  csv: "csv",
  markdown: "md",
  text: "txt",
};

export function save(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What no file system and no shell takes for more than a name. */
const safe = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, 80) || t("报告", "report");

export function nameOf(sheet: Sheet): string {
  return safe(reportTitle(now(sheet).draft) || sheet.name.replace(/\.[^.]{1,5}$/, ""));
}

export async function take(desk: Desk, sheet: Sheet, format: TakeFormat, marked = false): Promise<void> {
  try {
    const bytes = await desk.written(sheet, format, marked);
    const name = nameOf(sheet) + (marked ? t("（标出问题）", " (marked)") : "");
    save(bytes, `${name}.${EXTENSIONS[format]}`, TYPES[format]);
  } catch (error) {
    desk.set({ notice: notTaken(error) });
  }
}

const notTaken = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error);
  return t(`导出失败：${reason}`, `Not exported: ${reason}`);
};

/** One line of a CSV file; what a spreadsheet would take for a formula is made plain text. */
const line = (fields: readonly (string | number | null)[]): string =>
  `${fields
    .map((field) => {
      const text = typeof field === "string" ? (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field) : String(field ?? "");
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",")}\r\n`;

/** The record of changes as CSV: when, where, how, from what to what, and why. What was undone is not in it. */
export function recordOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const form = describeForm(now(sheet).draft.edition);
  const rows = sheet.steps.slice(0, sheet.done).flatMap(({ time, how, changes, why }) =>
    changes.map(({ at, from, to }) => {
      const cell = form.byAddress[at];
      return [
        new Date(time).toISOString(),
        cell === undefined ? changeName(at) : formatCoordinate(cell.coordinate, language()),
        at,
        howName(how),
        from,
        to,
        why,
      ];
    }),
  );
  const head = [
    t("时间", "time"),
    t("位置", "place"),
    t("地址", "address"),
    t("方式", "how"),
    t("原数", "from"),
    t("改数", "to"),
    t("理由", "why"),
  ];
  return new TextEncoder().encode(`\uFEFF${[head, ...rows].map(line).join("")}`);
}

export function downloadRecord(sheet: Sheet): void {
  save(recordOf(sheet), `${nameOf(sheet)}${t("更正记录", " record of changes")}.csv`, TYPES.csv);
}

/** All reports in one file: each as Word, Excel and JSON, with its record of changes. */
export async function takeAll(desk: Desk): Promise<void> {
  if (desk.state.taking !== null) return;
  const { sheets } = desk;
  try {
    save(await everything(desk, sheets), t("年度报告.zip", "reports.zip"), TYPES.zip);
    desk.set({ taking: null });
  } catch (error) {
    desk.set({ taking: null, notice: notTaken(error) });
  }
}

async function everything(desk: Desk, sheets: readonly SheetItem[]): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {};
  const used = new Set<string>();
  for (const [done, { sheet }] of sheets.entries()) {
    desk.set({ taking: { done, of: sheets.length } });
    const name = nameOf(sheet);
    let folder = name;
    for (let n = 2; used.has(folder); n += 1) folder = `${name} (${n})`;
    used.add(folder);
    for (const format of ["docx", "xlsx", "json"] as const)
      files[`${folder}/${name}.${EXTENSIONS[format]}`] = await desk.written(sheet, format, false);
    if (sheet.done > 0) files[`${folder}/${name}${t("更正记录", " record of changes")}.csv`] = recordOf(sheet);
  }
  const rows = sheets.map((item) => {
    const { sheet } = item;
    const { agency, year, edition } = now(sheet).draft;
    const { violated, undetermined } = statusOf(item).counts;
    return [sheet.name, agency?.name ?? "", year ?? "", edition, groupName(groupOf(item)), violated, undetermined, sheet.done];
  });
  const head = [
    t("文件", "file"),
    t("机关", "agency"),
    t("年度", "year"),
    t("格式", "edition"),
    t("结论", "status"),
    t("不成立", "violated"),
    t("未判", "undetermined"),
    t("更正", "changes"),
  ];
  files[t("清单.csv", "list.csv")] = new TextEncoder().encode(`\uFEFF${[head, ...rows].map(line).join("")}`);
  return desk.zipped(files);
}
