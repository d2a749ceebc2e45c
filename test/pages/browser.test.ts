import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "./made.js";
import { ADDRESS, HEAD, ROW } from "./oneFigure.js";
import { figure, onePage, table } from "./pdfFile.js";

const file = onePage({ content: table([HEAD, [ROW, figure("1110")], ["行政处罚", figure("75")]]) });

/** What a page of its own gets for each address. */
const ORIGIN = "http://report.test";

describe.skipIf(!hasChromium)("in a browser", () => {
  it("readPdf reads a file with the engine's WebAssembly that the page fetches", async () => {
    const entry = JSON.stringify(fileURLToPath(new URL("../../src/pdf.ts", import.meta.url)));
    const contents = `import { pdfium, readPdf } from ${entry};
      globalThis.read = async (bytes) => {
        const wasm = await (await fetch("/pdfium.wasm")).arrayBuffer();
        return readPdf(Uint8Array.from(bytes), { engine: pdfium({ wasm }) });
      };`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
    });
    const served: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
      "/": ["text/html", '<script type="module" src="/script.js"></script>'],
      "/script.js": ["text/javascript", outputFiles[0]?.text ?? ""],
      "/pdfium.wasm": ["application/wasm", readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"))],
    };
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.route(`${ORIGIN}/**`, (route) => {
        const [contentType, body] = served[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
        return route.fulfill({ contentType, body });
      });
      await page.goto(`${ORIGIN}/`);
      await page.waitForFunction("globalThis.read !== undefined");
      const call = `read(${JSON.stringify([...file])}).then(({ log }) => log.find(({ address }) => address === "${ADDRESS}"))`;
      expect(await page.evaluate(call)).toMatchObject({ value: 1110, place: { format: "pdf", page: 1, table: 1, row: 2 } });
    } finally {
      await browser.close();
    }
  });
});
