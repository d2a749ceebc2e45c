import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seda2023 } from "../support/seda.js";
import { excelFile, wordFile } from "./official.js";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

const word = wordFile(seda2023, {
  bareMerge: true,
  unmerged: false,
  controls: true,
  tracked: true,
  split: true,
  framed: true,
  numbered: true,
  extraRows: true,
});
const excel = excelFile(seda2023, { sheets: true, text: false, artefacts: true, formulas: true, margin: 1, hidden: true });

describe.skipIf(!existsSync(CHROMIUM))("in a browser", () => {
  it("reads Word and Excel files", async () => {
    const entry = (name: string) => JSON.stringify(fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url)));
    const contents = `import { readDocx } from ${entry("docx")}; import { readXlsx } from ${entry("xlsx")}; globalThis.readers = { readDocx, readXlsx };`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      bundle: true,
      platform: "browser",
      write: false,
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
      for (const [reader, file] of [
        ["readDocx", word],
        ["readXlsx", excel],
      ] as const) {
        const call = `readers.${reader}(Uint8Array.from(${JSON.stringify([...file])}))`;
        expect(await page.evaluate(`${call}.then(({ draft, findings }) => ({ requests: draft.requests, findings }))`)).toEqual({
          requests: seda2023.requests,
          findings: [],
        });
      }
    } finally {
      await browser.close();
    }
  });
});
