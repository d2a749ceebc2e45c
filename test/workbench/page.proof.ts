/**
 * What holds of the page as a whole: accessible in every state, usable by keyboard alone, at 390 pixels, with the built-ins of the
 * oldest browser; deaf to what documents want; small; fluent with many files.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { renderHtml } from "../../src/html.js";
import { type Draft, toJson } from "../../src/index.js";
import { violations } from "./axe.js";
import { Bench, cell, contentOf, drop, dropGiven, figure, given, hasChromium, keptDrafts, take, verdict } from "./bench.js";
import { CEILING, callsDuring, callsOfKey, SLOWER } from "./keyTime.js";
import { before, blanks, excelOf, jsonOf, pageOf, right, textOf, wordOf, wrong } from "./reports.js";
import { longestTask } from "./tasks.js";

const MB = 1_000_000;

describe.skipIf(!hasChromium)("the page", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  afterAll(async () => {
    await bench?.stop();
  });

  it("has at most 5 MB, and 2 MB after gzip", () => {
    const page = readFileSync(bench.path);
    expect(page.length).toBeLessThan(5 * MB);
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(2 * MB);
  });

  it("judges a key and draws only what it changes", async () => {
    const { page, context } = await bench.open();
    await drop(page, [await wordOf(wrong, "甲.docx")]);
    await page.waitForSelector("td.suspect");
    await page.locator(cell("requests.received.naturalPerson")).click();
    expect(await callsOfKey(page)).toBeLessThan(CEILING.calls);
    await context.close();
  });

  it.each([
    ["at 1440 pixels", { width: 1440 }],
    ["at 1280 pixels", { width: 1280 }],
    ["at 390 pixels", { width: 390, height: 844, touch: true }],
  ] as const)(
    "passes axe-core in every state, %s",
    async (_, how) => {
      const { page, context } = await bench.open(how);
      const states: Record<string, readonly string[]> = {};
      const look = async (state: string): Promise<void> => {
        states[state] = await violations(page);
      };
      await look("start");
      await page.locator("[data-help]").click();
      await look("help");
      await page.keyboard.press("Escape");
      await page.locator('[data-begin="blank"]').click();
      await look("blank");
      await page.keyboard.press("Escape");
      await page.locator('[data-begin="register"]').click();
      await look("register");
      await page.keyboard.press("Escape");
      await page.locator('[data-begin="lastYear"]').click();
      await look("last year");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.getByRole("button", { name: "许可" }).click();
      await page.waitForSelector(".licences");
      await look("licences");
      await page.keyboard.press("Escape");
      await page.locator('.begin [data-begin="sample"]').click();
      await page.waitForSelector("td.suspect");
      await look("report");
      await page.locator(".doc-title button").click();
      await look("head");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F8");
      await look("finding");
      if (how.width > 640) {
        await page.locator("#tab-cell").click();
        await look("cell");
      }
      await page.locator("[data-take]").click();
      await look("take");
      await page.keyboard.press("Escape");
      await page.locator('[data-view="compare"]').click();
      await page.waitForSelector(".cmp .big");
      await look("compare");
      await page.locator('[data-view="sum"]').click();
      await look("sum");
      await page.locator("[data-language]").click();
      await page.locator('[data-view="check"]').click();
      await look("English");
      await drop(page, [textOf("\x89PNG\r\n\x1a\n", "扫描件.png")]);
      await page.waitForSelector(".list li.bad", { state: "attached" });
      if (how.width < 1440) await page.locator(".list .rail").click();
      await page.locator(".list li.bad .entry").click();
      await page.waitForSelector(".nosheet");
      await look("failed");
      expect(Object.entries(states).filter(([, found]) => found.length > 0)).toEqual([]);
      await context.close();
    },
    900_000,
  );

  it("is used by keyboard alone, from dropping a file to the corrected Word", async () => {
    const { page, context, watch } = await bench.open();
    await drop(page, [await wordOf(wrong, "甲.docx")]);
    await page.waitForSelector("td.suspect");
    await page.keyboard.press("F8");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-address")))
      .toBe("requests.granted.naturalPerson");
    await page.keyboard.press("Alt+Enter");
    await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    const waiting = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    await page.keyboard.press("Enter");
    const { bytes } = await contentOf(await waiting);
    expect((await readDocx(bytes)).draft?.requests).toEqual(right.requests);
    expect(watch).toEqual({ requests: [], errors: [] });
    await context.close();
  });

  it("does every action at 390 pixels without scrolling the page sideways", async () => {
    const { page, context } = await bench.open({ width: 390, height: 844, touch: true });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(390);
    await drop(page, [await wordOf(wrong, "甲.docx"), jsonOf(before, "去年.json")]);
    await page.waitForSelector("td.suspect");
    expect(await wide()).toBeLessThanOrEqual(390);
    await page.locator(".bottom h2 button").tap();
    await page.locator(".bottom [data-apply]").tap();
    await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
    await page.locator(cell("requests.received.naturalPerson")).tap();
    await page.keyboard.press("F2");
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect.poll(() => figure(page, "requests.received.naturalPerson")).toBe("40");
    await page.locator("[data-undo]").tap();
    expect((await take(page, "docx")).bytes.length).toBeGreaterThan(1000);
    for (const view of ["compare", "sum"]) {
      await page.locator(`[data-view="${view}"]`).tap();
      expect(await wide()).toBeLessThanOrEqual(390);
    }
    await page.locator(".list .rail").tap();
    await page.locator("[data-new]").tap();
    await page.locator('[data-begin="register"]').tap();
    expect(await wide()).toBeLessThanOrEqual(390);
    await context.close();
  });

  it.each([1280, 1440, 1680, 1920])("shows the whole form at %d pixels, in both languages", async (width) => {
    const { page, context } = await bench.open({ width });
    await page.locator('.begin [data-begin="sample"]').click();
    await page.waitForSelector("td.suspect");
    const over = () =>
      page.evaluate(() => {
        const desk = document.querySelector(".desk") ?? document.body;
        return Math.max(document.documentElement.scrollWidth - window.innerWidth, desk.scrollWidth - desk.clientWidth);
      });
    expect(await over()).toBeLessThanOrEqual(0);
    await page.locator("[data-language]").click();
    expect(await over()).toBeLessThanOrEqual(0);
    for (const view of ["compare", "sum"]) {
      await page.locator(`[data-view="${view}"]`).click();
      expect(await over()).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

  it("is used whole at 200 % zoom, without scrolling the page sideways", async () => {
    // Zoom leaves half as many CSS pixels of a screen of 1280 × 800.
    const { page, context } = await bench.open({ width: 640, height: 400 });
    await drop(page, [await wordOf(wrong, "甲.docx")]);
    await page.waitForSelector("td.suspect");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await page.locator(".find.err .sum").click();
    await page.locator("[data-apply]").click();
    await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
    await page.locator(cell("requests.granted.naturalPerson")).click();
    await page.keyboard.type("9");
    await expect.poll(() => verdict(page)).toMatch(/不成立/);
    expect((await take(page, "docx")).bytes.length).toBeGreaterThan(1000);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it("moves nothing where motion is to be reduced", async () => {
    const { page, context } = await bench.open({ reducedMotion: true });
    await drop(page, [await wordOf(wrong, "甲.docx")]);
    await page.waitForSelector("td.suspect");
    await page.keyboard.press("F8");
    const moving = await page.evaluate(() => ({
      animations: document.getAnimations().length,
      styled: [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
      }).length,
    }));
    expect(moving).toEqual({ animations: 0, styled: 0 });
    await context.close();
  });

  it("works with the built-ins of Chromium 109", async () => {
    const { page, context, watch } = await bench.open({ old: true });
    const printer = await context.newPage();
    await printer.setContent(renderHtml(blanks));
    const pdf = { name: "丁.pdf", bytes: new Uint8Array(await printer.pdf({ format: "A4" })) };
    await page.bringToFront();
    await drop(page, [await wordOf(wrong, "甲.docx"), await excelOf(blanks, "乙.xlsx"), pageOf(right, "丙.html"), pdf]);
    await expect.poll(() => page.locator(".list li:not(.wait)").count()).toBe(4);
    expect(await page.locator(".list li.part").count()).toBe(2);
    await page.locator(".list li.err .entry").click();
    await page.locator(".find.err .sum").click();
    await page.locator("[data-apply]").click();
    await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
    for (const as of ["docx", "xlsx", "json", "zip"]) expect((await take(page, as)).bytes.length).toBeGreaterThan(100);
    expect(watch).toEqual({ requests: [], errors: [] });
    await context.close();
  });

  it("says so where the browser is too old", async () => {
    const context = await bench.context();
    const page = await context.newPage();
    await page.addInitScript("delete globalThis.structuredClone; delete Object.hasOwn;");
    await page.goto(`file://${bench.path}`);
    await page.waitForSelector(".boot[role=alert]");
    expect(await page.locator(".boot").innerText()).toContain("浏览器版本过低");
    await context.close();
  });

  /** Most calls that a report in the list may cost where another one is chosen. */
  const CALLS_OF_AN_ENTRY = 120;

  describe("hostile documents", () => {
    const EVIL = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"><svg onload=alert(1)>{{7*7}}`;

    it("are text, never markup, whatever part of them is shown", async () => {
      const { page, context, watch } = await bench.open();
      const draft: Draft = {
        ...wrong,
        agency: { name: EVIL.slice(0, 190) },
        narrative: { overview: `${EVIL}予以公开9件。`, problems: EVIL, other: EVIL },
      };
      await drop(page, [
        { ...jsonOf(draft, "x.json"), name: `${EVIL.replaceAll("/", "")}.json` },
        textOf(renderHtml(right).replace("1110", "&lt;img src=x onerror=alert(1)&gt;"), "b.html"),
        textOf(`${toJson(right).slice(0, -1)},"__proto__":{"polluted":1}}`, "c.json"),
      ]);
      await expect.poll(() => page.locator(".list .entry").count()).toBe(3);
      await page.waitForSelector(".list li:not(.wait) .entry");
      for (const entry of await page.locator(".list .entry").all()) {
        await entry.click();
        await page.keyboard.press("F8");
      }
      await page.locator("[data-language]").click();
      expect(await page.evaluate(() => [Reflect.get(window, "hacked"), Reflect.get({}, "polluted")])).toEqual([
        undefined,
        undefined,
      ]);
      expect(await page.locator(".doc img, .doc script, .doc svg[onload], .list img").count()).toBe(0);
      expect(watch.requests).toEqual([]);
      await context.close();
    });

    it("find a policy that lets nothing in or out", async () => {
      const { page, context } = await bench.open();
      const blocked = await page.evaluate(async () => {
        const seen: string[] = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.push(effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.hacked = 1";
        document.body.append(script);
        const image = document.createElement("img");
        image.src = "https://example.invalid/x.png";
        document.body.append(image);
        const style = document.createElement("style");
        style.textContent = "body{background:url(https://example.invalid/y.png)}";
        document.body.append(style);
        const frame = document.createElement("iframe");
        frame.src = "https://example.invalid/";
        document.body.append(frame);
        const fetched = await fetch("https://example.invalid/").then(
          () => "fetched",
          () => "refused",
        );
        await new Promise((settle) => setTimeout(settle, 300));
        return { fetched, seen: [...new Set(seen)].sort(), hacked: Reflect.get(window, "hacked") };
      });
      expect(blocked).toEqual({
        fetched: "refused",
        seen: ["connect-src", "frame-src", "img-src", "script-src-elem", "style-src-elem"],
        hacked: undefined,
      });
      await context.close();
    });
  });

  it("reads 300 mixed files while the page answers", async () => {
    const word = await wordOf(wrong, "w");
    const excel = await excelOf(blanks, "x");
    const web = pageOf(right, "h");
    const files = Array.from({ length: 300 }, (_, i) => {
      const { bytes } = [word, excel, web][i % 3] ?? word;
      return { bytes, name: `${i}.${["docx", "xlsx", "html"][i % 3]}` };
    });
    const { page, context } = await bench.open();
    /** What it takes to look at another report, first and last of those with something wrong. */
    const choosing = async (): Promise<number> => {
      await expect.poll(() => page.locator(".list .prog").count()).toBe(0);
      await page.locator(".list li.err .entry").last().click();
      await page.waitForSelector("td.suspect");
      return callsDuring(page, async () => {
        await page.locator(".list li.err .entry").first().click();
        await page.waitForFunction(() => document.querySelector(".list li.err .entry")?.getAttribute("aria-current") === "true");
        await page.waitForSelector("td.suspect");
      });
    };
    await drop(page, [files[0] ?? expect.fail(), files[3] ?? expect.fail()]);
    await page.waitForSelector(".list li.err:nth-child(2)");
    const ofTwo = await choosing();
    await given(page, files);
    /** How long the page did not answer at a time, with the processor slowed down. */
    const pause = async (work: () => Promise<unknown>): Promise<number> => SLOWER * (await longestTask(page, work));
    const reading = await pause(async () => {
      await dropGiven(page);
      await page.waitForSelector(".list .prog");
      // A report is looked at while others are read.
      await page.locator(".list li.err .entry").first().click();
      await page.waitForSelector("td.suspect");
      await page.waitForSelector(".list .prog", { state: "detached", timeout: 800_000 });
    });
    expect(reading).toBeLessThan(CEILING.pause);
    expect(await page.locator(".list .entry").count()).toBe(302);
    expect(await page.locator(".list li.err").count()).toBe(102);
    expect(await page.locator(".list li.part").count()).toBe(100);
    const speaking = await pause(async () => {
      await page.locator("[data-language]").click();
      await expect.poll(() => page.locator("[data-verdict]").innerText()).toBe("2 do not hold");
    });
    expect(speaking).toBeLessThan(CEILING.pause);
    await page.locator("[data-language]").click();
    // Each other report of the list is compared with what is drawn of it, and not drawn again.
    expect(await choosing()).toBeLessThan(ofTwo + 300 * CALLS_OF_AN_ENTRY);
    await page.locator(".list .keep input").check();
    await expect.poll(() => keptDrafts(page), { timeout: 120_000 }).toBe(302);
    const restoring = await pause(async () => {
      await page.reload();
      await expect.poll(() => page.locator(".list .entry").count()).toBe(302);
    });
    expect(restoring).toBeLessThan(CEILING.pause);
    await context.close();
  }, 900_000);
});
