import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHtml } from "../../src/html.js";
import { anyReport } from "../support/arbitraries.js";
import { dice, page, spoil } from "./noise.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";
const OFFICE = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

const KINDS: readonly (readonly string[])[] = [
  [],
  ["headings not merged downwards", "labels broken by spaces and lines", "zeros not written as zeros"],
  ["row labels not merged", "an empty column", "other numbering"],
  ["all tables in one", "short labels", "figures written in other ways"],
];

/** Pages that this project did not write: LibreOffice reads a page, saves it as a Word file, and that as a page again. */
describe.skipIf(OFFICE === undefined)("pages saved by LibreOffice", () => {
  let folder = "";
  const documents = KINDS.map((kinds, i) => {
    const [report] = fc.sample(anyReport, { numRuns: 1, seed: i + 7 });
    if (report === undefined) throw new Error("no report");
    return { kinds, noisy: spoil(report, kinds, dice(i)) };
  });
  const convert = (to: string, from: readonly string[], out: string): void => {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(OFFICE ?? "", [profile, "--headless", "--convert-to", to, "--outdir", out, ...from], { stdio: "ignore" });
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "reading-"));
    documents.forEach(({ noisy }, i) => {
      writeFileSync(join(folder, `${i}.html`), page(noisy, TITLE, dice(i)));
    });
    const names = (ending: string): readonly string[] => documents.map((_, i) => join(folder, `${i}.${ending}`));
    convert("docx:MS Word 2007 XML", names("html"), folder);
    convert("html:HTML (StarWriter)", names("docx"), join(folder, "saved"));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(documents.map((document, i) => ({ ...document, i })))("$kinds", ({ noisy, i }) => {
    const { log } = readHtml(readFileSync(join(folder, "saved", `${i}.html`)));
    expect(new Map(log.map(({ address, value }) => [address, value]))).toEqual(noisy.truth);
  });
});
