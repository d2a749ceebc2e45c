/**
 * The pictures of the workbench in `docs/images`, in both languages: each main state, made as a person comes to it.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { consolidate } from "../../src/consolidation.js";
import { type Draft, withFigures } from "../../src/index.js";
import { Bench, cell, drop } from "./bench.js";
import { blanks, excelOf, jsonOf, pageOf, right, wordOf, wrong } from "./reports.js";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const WIDE = { width: 1440, height: 1000 };
const NARROW = { width: 390, height: 844, touch: true };

const named = (draft: Draft, name: string): Draft => ({ ...draft, agency: { name } });

const opened = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((n) => document.querySelectorAll(".list li:not(.wait)").length === n, count);

const sample = async (page: Page): Promise<void> => {
  await page.locator('.begin [data-begin="sample"]').click();
  await page.waitForSelector("td.suspect");
};

/** A balanced report of so many requests by natural persons, all of them granted. */
const granting = (draft: Draft, n: number): Draft =>
  withFigures(
    draft,
    Object.fromEntries(
      ["received", "granted", "concluded"].flatMap((row) => ["naturalPerson", "total"].map((of) => [`requests.${row}.${of}`, n])),
    ),
  );

/** Reports of a county and of what is below it; the county's own figure is not their sum. */
async function county(page: Page): Promise<void> {
  const below = ["县教育局", "县自然资源局", "县卫生健康局"].map((name, i) => named(granting(right, i + 2), name));
  const own = named(granting(consolidate(below).draft, 10), "某县人民政府");
  await drop(page, [jsonOf(own, "县.json"), ...below.map((draft, i) => jsonOf(draft, `${i}.json`))]);
  await opened(page, below.length + 1);
  await page.locator(".list .entry", { hasText: "某县人民政府" }).click();
}

/** How each picture comes about, from the empty page. */
const STATES: Readonly<Record<string, { readonly narrow?: true; readonly reach: (page: Page) => Promise<void> }>> = {
  start: { reach: async () => undefined },
  open: {
    reach: async (page) => {
      await drop(page, [
        await wordOf(wrong, "甲.docx"),
        pageOf(named(right, "县教育局"), "乙.html"),
        await excelOf(named(blanks, "县自然资源局"), "丙.xlsx"),
        jsonOf(named(right, "县卫生健康局"), "丁.json"),
        { name: "扫描件.png", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
      ]);
      await opened(page, 5);
      await page.locator(".list li.bad .entry").click();
    },
  },
  "": {
    reach: async (page) => {
      await sample(page);
      await page.keyboard.press("F8");
    },
  },
  edit: {
    reach: async (page) => {
      await sample(page);
      await page.keyboard.press("F8");
      await page.keyboard.press("Alt+Enter");
      await page.locator('[data-finding="offer"] .sum').click();
      await page.locator('[data-finding="offer"] [data-apply]').click();
      await page.locator('[data-mode="compute"]').click();
      await page.locator("#tab-cell").click();
      await page.locator(cell("requests.notHeld.commercialEnterprise")).click();
      await page.keyboard.type("38");
    },
  },
  compare: {
    reach: async (page) => {
      await sample(page);
      await page.locator('[data-view="compare"]').click();
      await page.waitForSelector(".cmp .big");
    },
  },
  sum: {
    reach: async (page) => {
      await county(page);
      await page.locator('[data-view="sum"]').click();
      await page.locator('[name="complete"]').check();
      const figure = page.locator('[data-sum="requests.granted.naturalPerson"]');
      await figure.click();
      await page.waitForSelector("[data-parts]");
      await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
    },
  },
  narrow: {
    narrow: true,
    reach: async (page) => {
      await sample(page);
      await page.locator(".bottom h2 button").tap();
    },
  },
};

const bench = await Bench.start();
mkdirSync(FOLDER, { recursive: true });
try {
  for (const [state, { narrow, reach }] of Object.entries(STATES)) {
    for (const language of ["zh", "en"]) {
      const { page, context } = await bench.open(narrow === true ? NARROW : WIDE);
      await reach(page);
      if (language === "en") await page.locator("[data-language]").dispatchEvent("click");
      // The whole check is made anew after a change, and once more in the other language.
      await page.waitForTimeout(1_500);
      const name = `workbench${state === "" ? "" : `-${state}`}${language === "en" ? ".en" : ""}.png`;
      writeFileSync(`${FOLDER}${name}`, await page.screenshot());
      console.log(name);
      await context.close();
    }
  }
} finally {
  await bench.stop();
}
