import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sectionsOf } from "../../src/form/sections.js";
import { type Draft, type PrintedTable, printTables } from "../../src/index.js";

/** Whether LibreOffice is there to make files that this project did not write. */
export const hasOffice = ((): boolean => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** Lets LibreOffice save files as another format. `filter` says as what to open them, the last argument how to start it. */
export function convert(
  files: ReadonlyMap<string, string | Uint8Array>,
  to: string,
  filter: string | null = null,
  [program, ...before]: readonly [string, ...string[]] = ["soffice"],
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "disclosure-"));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const out = join(folder, "out");
    const extension = to.split(":")[0] ?? to;
    const options = [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      ...(filter === null ? [] : [`--infilter=${filter}`]),
    ];
    execFileSync(
      program,
      [...before, ...options, "--convert-to", to, "--outdir", out, ...[...files.keys()].map((name) => join(folder, name))],
      {
        stdio: "ignore",
      },
    );
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(out, name.replace(/\.\w+$/, `.${extension}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page with the official tables of a draft, as plain as can be. */
export function plainPage(draft: Draft, title: string): string {
  const tables = new Map(printTables(draft).map((table) => [table.number, table]));
  const sections = sectionsOf(draft.edition).map((section) => {
    const table = tables.get(section.number);
    return `<p>${section.number}、${section.title}</p>${table === undefined ? "<p>文字</p>" : plainTable(table)}`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>${title}</p>${sections.join("")}</body></html>`;
}

function plainTable({ rows }: PrintedTable): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, rowspan, colspan }) => `<td rowspan="${rowspan}" colspan="${colspan}">${text}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table border="1">${lines.join("")}</table>`;
}
