/**
 * The built site as a reader uses it, from a disk, with every request refused but those for its own files.
 */
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../workbench/axe.js";
import { CHROMIUM, hasChromium } from "../workbench/bench.js";

const SITE = fileURLToPath(new URL("../../dist/site/", import.meta.url));

describe.skipIf(!hasChromium || !existsSync(SITE))("the site", () => {
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.route("**/*", async (route) => {
      const url = route.request().url();
      if (url.startsWith(pathToFileURL(SITE).href)) return route.continue();
      foreign.push(url);
      return route.abort();
    });
    page.on("pageerror", ({ message }) => errors.push(message));
  });
  afterAll(async () => {
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await browser?.close();
  });

  const open = (path: string) => page.goto(pathToFileURL(SITE + path).href);

  /** Searches from a page and takes the first that is found. Gives the place that it led to, and what stands there. */
  async function follow(from: string, words: string): Promise<{ readonly path: string; readonly text: string }> {
    await open(from);
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    const first = page.locator("#found a[aria-selected=true]");
    await expect.poll(() => first.innerText()).toContain(words);
    const left = page.url();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== left);
    return {
      path: decodeURI(page.url()).slice(pathToFileURL(SITE).href.length),
      text: await page.locator("main, .col-content").innerText(),
    };
  }

  it.each([
    // Words within a run of Chinese, which nothing sets apart from their neighbours: in a sentence and in a cell.
    ["docs/README.zh-CN.html", "更名", "docs/series.zh-CN.html"],
    ["docs/README.zh-CN.html", "重新归类", "docs/series.zh-CN.html"],
    ["docs/tutorial.zh-CN.html", "撤销后重新答复", "docs/counting.zh-CN.html"],
    ["index.html", "carryOver", "docs/"],
    ["docs/rules.zh-CN.html", "locateErrors", "api/"],
  ])("from %s finds %s where it stands", async (from, words, to) => {
    const { path, text } = await follow(from, words);
    expect(path).toContain(to);
    expect(text).toContain(words);
  });

  it("says so where nothing is found", async () => {
    await open("docs/README.zh-CN.html");
    await page.keyboard.press("/");
    await page.keyboard.type("饕餮");
    await expect.poll(() => page.locator(".found [role=status]").innerText()).toBe("没有找到“饕餮”。");
  });

  it("leads to the same page in the other language, and to the workbench", async () => {
    await open("docs/reading.zh-CN.html");
    await page.getByRole("link", { name: "English" }).first().click();
    await page.waitForURL(/docs\/reading\.html/);
    await page.getByRole("link", { name: "Workbench", exact: true }).click();
    await page.waitForSelector("[data-help]");
  });

  it("has every schema of the standard, and a list of its files", async () => {
    await open("docs/standard/index.zh-CN.html");
    const listed = await page.locator("main td a").allInnerTexts();
    for (const name of readdirSync(`${SITE}docs/standard/schema`)) expect(listed).toContain(`schema/${name}`);
  });

  it.each([1440, 390])("passes axe-core and scrolls only downwards at %d pixels", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["docs/README.zh-CN.html", "docs/reading.html"]) {
      await open(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
    }
    await open("docs/README.zh-CN.html");
    await page.locator(".search input").fill("勾稽关系");
    await page.waitForSelector("#found a");
    expect(await violations(page)).toEqual([]);
  });
});
