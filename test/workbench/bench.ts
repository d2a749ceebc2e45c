/**
 * The workbench in a browser, used as a person uses it: from a file, with every request refused.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Download, type Page } from "playwright-core";

export const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
export const hasChromium = existsSync(CHROMIUM);

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "node_modules/.cache/workbench-test");

/** Builds the page as it is now and returns where it lies. */
export async function builtPage(): Promise<string> {
  const { buildWorkbench } = await import("../../docs/workbench/build.js");
  mkdirSync(FOLDER, { recursive: true });
  const path = join(mkdtempSync(join(FOLDER, "page-")), "workbench.html");
  writeFileSync(path, await buildWorkbench());
  return path;
}

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the page asked the network for, and what went wrong in it. */
export interface Watch {
  readonly requests: string[];
  readonly errors: string[];
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
}

/** What a browser of Chromium 109 does not have yet, and Firefox 115 neither. */
const NEWER = `
  delete Array.prototype.toSorted; delete Array.prototype.toReversed; delete Array.prototype.toSpliced; delete Array.prototype.with;
  delete Object.groupBy; delete Map.groupBy; delete Promise.withResolvers; delete Promise.try; delete Array.fromAsync;
  delete String.prototype.isWellFormed; delete String.prototype.toWellFormed; delete URL.canParse; delete URL.parse;
  delete ArrayBuffer.prototype.transfer; delete ArrayBuffer.prototype.transferToFixedLength; delete RegExp.escape; delete Error.isError;
  for (const name of ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]) delete Set.prototype[name];
  for (const name of ["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find"]) if (globalThis.Iterator) delete Iterator.prototype[name];
  for (const name of ["fromBase64", "fromHex"]) delete Uint8Array[name];
  for (const name of ["toBase64", "toHex", "setFromBase64", "setFromHex"]) delete Uint8Array.prototype[name];
  delete globalThis.Iterator; delete globalThis.Float16Array; delete globalThis.Temporal;
`;

export interface HowOpened {
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
  /** Take away the built-ins that are newer than the oldest browser. */
  readonly old?: boolean;
  /** Refuse the page its storage. */
  readonly noStorage?: boolean;
  readonly reducedMotion?: boolean;
}

export class Bench {
  private readonly browser: Browser;
  readonly path: string;

  private constructor(browser: Browser, path: string) {
    this.browser = browser;
    this.path = path;
  }

  static async start(): Promise<Bench> {
    const made = process.env["WORKBENCH_HTML"];
    const path = made === undefined ? await builtPage() : resolve(made);
    return new Bench(await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] }), path);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  async context({ width = 1440, height = 1000, touch = false, reducedMotion = false }: HowOpened = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      acceptDownloads: true,
      hasTouch: touch,
      isMobile: touch,
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: reducedMotion ? "reduce" : "no-preference",
    });
    context.setDefaultTimeout(60_000);
    return context;
  }

  /** Opens the page from its file. Every request but that for the file itself is refused and noted. */
  async open(how: HowOpened = {}, into?: BrowserContext): Promise<Opened> {
    const context = into ?? (await this.context(how));
    const page = await context.newPage();
    const watch: Watch = { requests: [], errors: [] };
    const own = pathToFileURL(this.path).href;
    await page.route("**/*", async (route) => {
      const url = route.request().url();
      if (url === own) return route.continue();
      watch.requests.push(url);
      return route.abort();
    });
    page.on("request", (request) => {
      const url = request.url();
      if (url !== own && !/^(blob|data):/.test(url)) watch.requests.push(url);
    });
    page.on("console", (message) => {
      if (message.type() === "error") watch.errors.push(message.text());
    });
    page.on("pageerror", (error) => watch.errors.push(error.message));
    if (how.old === true) {
      await page.addInitScript(`${NEWER}
        const make = globalThis.Blob;
        globalThis.Blob = class extends make { constructor(parts, options) { super(options && options.type === "text/javascript" ? [${JSON.stringify(NEWER)}, ...parts] : parts, options); } };`);
    }
    if (how.noStorage === true) {
      await page.addInitScript(
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } });",
      );
    }
    await page.goto(own);
    await page.waitForSelector("[data-help]");
    return { context, page, watch };
  }
}

/** Drops files on the page, as from a folder of the desktop. */
export async function drop(page: Page, files: readonly File[], at = "#main"): Promise<void> {
  await given(page, files);
  await dropGiven(page, at);
}

/** Has files at hand to be dropped on the page. */
export async function given(page: Page, files: readonly File[]): Promise<void> {
  const data = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    Reflect.set(window, "atHand", transfer);
  }, data);
}

/** Drops what is at hand. */
export async function dropGiven(page: Page, at = "#main"): Promise<void> {
  await page.evaluate((selector) => {
    const transfer: DataTransfer = Reflect.get(window, "atHand");
    const target = document.querySelector(selector) ?? document.body;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, at);
}

/** Chooses files in the browser's dialog. */
export async function choose(page: Page, files: readonly File[], button = "[data-open]"): Promise<void> {
  const waiting = page.waitForEvent("filechooser");
  await page.locator(button).first().click();
  await (await waiting).setFiles(files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })));
}

/** Copies something in another program, as far as the page can tell, and presses Ctrl V where the focus is. */
export async function paste(
  page: Page,
  { html = "", text = "" }: { readonly html?: string; readonly text?: string },
): Promise<void> {
  const other = await page.context().newPage();
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, "other.html");
  writeFileSync(path, "<!doctype html><title>another program</title>");
  await other.goto(pathToFileURL(path).href);
  await other.bringToFront();
  await other.evaluate(
    async (given) => {
      const parts: Record<string, Blob> = {};
      if (given.html !== "") parts["text/html"] = new Blob([given.html], { type: "text/html" });
      if (given.text !== "") parts["text/plain"] = new Blob([given.text], { type: "text/plain" });
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    },
    { html, text },
  );
  await other.close();
  await page.bringToFront();
  await page.keyboard.press("Control+v");
}

/** Takes the report away by the menu, and returns the file. */
export async function take(page: Page, as: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.locator("[data-take]").click();
  const waiting = page.waitForEvent("download");
  await page.locator(`[data-as="${as}"]`).click();
  return contentOf(await waiting);
}

export async function contentOf(download: Download): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const path = join(mkdtempSync(join(tmpdir(), "taken-")), "file");
  await download.saveAs(path);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(path)) };
}

export const cell = (address: string): string => `[data-address="${address}"]`;

/** What stands in a figure. */
export async function figure(page: Page, address: string): Promise<string> {
  const text = await page.locator(cell(address)).evaluate((element) => {
    const copy = element.cloneNode(true);
    if (copy instanceof Element) for (const aside of copy.querySelectorAll("s, i")) aside.remove();
    return copy.textContent ?? "";
  });
  return text.trim();
}

export const verdict = (page: Page): Promise<string> => page.locator("[data-verdict]").innerText();

/** How many drafts the browser keeps for the page. */
export const keptDrafts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((settle, refuse) => {
        const opening = indexedDB.open("disclosure-report-workbench");
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("sheets").objectStore("sheets").count();
          counting.onerror = () => refuse(counting.error);
          counting.onsuccess = () => {
            opening.result.close();
            settle(counting.result);
          };
        };
      }),
  );
