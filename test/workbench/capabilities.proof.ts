/**
 * Every capability of the workbench as a person uses it: real clicks, keys, drops and downloads, in Chromium, from a file, with
 * every request refused. What is taken away is read back by the library.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { readHtml, renderHtml } from "../../src/html.js";
import { canonicalize, type Draft, describeForm, figureAt, parseDraft, withFigures } from "../../src/index.js";
import { readPdf } from "../../src/pdf.js";
import { readXlsx } from "../../src/xlsx.js";
import { Bench, cell, choose, contentOf, drop, figure, hasChromium, type Opened, paste, take, verdict } from "./bench.js";
import { fromCalc, fromWriter, tableOf } from "./clipboard.js";
import { before, blanks, dashed, excelOf, jsonOf, pageOf, right, signedPage, textOf, wordOf, wrong } from "./reports.js";

const DUMP = readFileSync(fileURLToPath(new URL("../../docs/demo/report.txt", import.meta.url)), "utf8");
const tablesOf = ({ disclosure, requests, remedies }: Draft) => ({ disclosure, requests, remedies });

describe.skipIf(!hasChromium)("the workbench", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  afterAll(async () => {
    await bench?.stop();
  });

  /** Opens the page, uses it, and demands that it asked nothing of the network and said no error. */
  async function using(work: (opened: Opened) => Promise<void>, how: Parameters<Bench["open"]>[0] = {}): Promise<void> {
    const opened = await bench.open(how);
    try {
      await work(opened);
      expect(opened.watch.requests).toEqual([]);
      expect(opened.watch.errors).toEqual([]);
    } finally {
      await opened.context.close();
    }
  }

  const entries = (page: Opened["page"]) => page.locator(".list .entry");

  describe("1. opens", () => {
    it("files of many kinds at once, dropped, with a list of what is to be done", async () => {
      await using(async ({ page }) => {
        await drop(page, [
          await wordOf(wrong, "甲.docx"),
          await excelOf(blanks, "乙.xlsx"),
          pageOf(right, "丙.html"),
          textOf(DUMP, "丁.txt"),
          jsonOf(right, "戊.json"),
          textOf("\x89PNG\r\n\x1a\n", "己.png"),
        ]);
        await page.waitForSelector(".list li.bad");
        await expect.poll(() => entries(page).count()).toBe(6);
        await expect.poll(() => page.locator(".list li.ok").count()).toBe(3);
        expect(await page.locator(".list li.err").count()).toBe(1);
        expect(await page.locator(".list li.part small:not(.file)").innerText()).toBe("2格未填");
        await page.locator(".list li.bad .entry").click();
        expect(await page.locator(".nosheet").innerText()).toContain("己.png不能读取");
      });
    });

    it("tells by their files reports of one agency and year, and says first why a file was not read", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json"), jsonOf(wrong, "乙.json"), signedPage("丙.ofd")]);
        await page.waitForFunction(() => document.querySelectorAll(".list li:not(.wait)").length === 3);
        expect((await page.locator(".list .entry .file").allInnerTexts()).sort()).toEqual(["乙.json", "甲.json"]);
        expect(await page.locator(".list .bad small").innerText()).toContain("未找到报告中的任何一张表");
      });
    });

    it("files chosen in the browser's dialog, and more beside them", async () => {
      await using(async ({ page }) => {
        await choose(page, [await wordOf(wrong, "甲.docx")]);
        await page.waitForSelector(cell("requests.granted.naturalPerson"));
        await choose(page, [await excelOf(right, "乙.xlsx")], ".list [data-open]");
        await expect.poll(() => entries(page).count()).toBe(2);
      });
    });

    it("PDF, by the engine that lies in the page", async () => {
      const made = await bench.context();
      const printer = await made.newPage();
      await printer.setContent(renderHtml(wrong));
      const bytes = await printer.pdf({ format: "A4" });
      await made.close();
      await using(async ({ page }) => {
        await drop(page, [{ name: "甲.pdf", bytes }]);
        await page.waitForSelector(cell("requests.granted.naturalPerson"), { timeout: 60_000 });
        expect(await figure(page, "requests.granted.naturalPerson")).toBe("40");
      });
    });

    it("a table pasted from a web page or from Word", async () => {
      await using(async ({ page }) => {
        await page.locator("#main").click({ position: { x: 5, y: 5 } });
        await paste(page, { html: renderHtml(wrong, { fragment: true }), text: "x" });
        await page.waitForSelector(cell("requests.granted.naturalPerson"));
        expect(await figure(page, "requests.granted.naturalPerson")).toBe("40");
      });
    });

    it.each([
      ["Calc", fromCalc],
      ["Writer", fromWriter],
    ] as const)("a whole table of the form pasted from LibreOffice %s", async (_, copied) => {
      await using(async ({ page }) => {
        await page.locator("#main").click({ position: { x: 5, y: 5 } });
        await paste(page, { html: copied(tableOf(wrong, "requests")), text: "x" });
        await page.waitForSelector(cell("requests.granted.naturalPerson"));
        expect(await figure(page, "requests.granted.naturalPerson")).toBe("40");
        const json: unknown = JSON.parse(new TextDecoder().decode((await take(page, "json")).bytes));
        expect(parseDraft(json).requests).toEqual(wrong.requests);
      });
    });

    it("shows what is no figure with its raw text and its place", async () => {
      await using(async ({ page }) => {
        const html = renderHtml(right).replace(/>1110</, ">约1110件上下<");
        await drop(page, [textOf(html, "甲.html")]);
        const address = "disclosure.administrativeLicensing.decisions";
        await page.waitForSelector(`${cell(address)}.refused`);
        expect(await figure(page, address)).toContain("约1110件上下");
        await page.locator(cell(address)).click();
        await page.locator("#tab-cell").click();
        expect(await page.locator(".card").innerText()).toContain("约1110件上下");
        expect(await page.locator(".card").innerText()).toMatch(/第1个表格第\d+行/);
      });
    });

    it("stops reading when told to, and keeps what was read", async () => {
      const word = await wordOf(right, "x.docx");
      await using(async ({ page }) => {
        await drop(
          page,
          Array.from({ length: 120 }, (_, i) => ({ ...word, name: `${i}.docx` })),
        );
        await page.locator(".prog .link").first().click();
        await page.waitForSelector(".list .prog", { state: "detached" });
        expect(await entries(page).count()).toBeLessThan(120);
      });
    });
  });

  describe("2. sees", () => {
    it("the wrong figure, the sums that fail, what would mend them and how sure that is", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx")]);
        await page.waitForSelector(`${cell("requests.granted.naturalPerson")}.suspect`);
        expect(await verdict(page)).toBe("2条不成立");
        expect(await page.locator(".side .state").innerText()).toBe("勾稽关系42条：不成立2，成立40");
        await page.locator(".find.err .sum").click();
        const open = page.locator(".find.open");
        expect(await open.locator(".title").innerText()).toBe("“予以公开”自然人应为4，填报40");
        expect(await open.locator(".sure").innerText()).toContain("确定");
        expect(await open.locator(".eq").first().innerText()).toMatch(/相差36/);
        expect(await page.locator(`${cell("requests.granted.naturalPerson")} .op`).count()).toBeGreaterThan(0);
        expect(await page.locator(".op.ne").count()).toBe(2);
        expect(await page.locator("td.gut.no").innerText()).toBe("和为40");
        expect(await open.locator(".src").innerText()).toMatch(/甲\.docx，第\d个表格第\d+行第\d+格/);
      });
    });

    it("where a figure stood, which rules watch it, and what it was last year", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(right, "今.docx"), await wordOf(before, "去.docx")]);
        await expect.poll(() => entries(page).count()).toBe(2);
        await page.locator(".list .entry", { hasText: "2023" }).click();
        await page.locator(cell("requests.granted.naturalPerson")).click();
        await page.locator("#tab-cell").click();
        const card = page.locator(".card");
        await expect.poll(() => card.innerText()).toMatch(/上年填报\s*4/);
        const text = await card.innerText();
        expect(text).toMatch(/第\d个表格第\d+行第\d+格/);
        expect(text).toContain("条例第36条");
        expect(await card.locator(".rules li").count()).toBe(2);
      });
    });

    it("what the words say of the figures: agrees, contradicts, cannot be told", async () => {
      const draft: Draft = {
        ...right,
        narrative: {
          overview: "本机关收到政府信息公开申请4件，予以公开3件。全市备案行政复议案件9件。",
          problems: "略。",
          other: "略。",
        },
      };
      await using(async ({ page }) => {
        await drop(page, [jsonOf(draft, "甲.json")]);
        await page.waitForSelector(".say.no");
        expect(await page.locator(".say.no").innerText()).toContain("予以公开3件");
        expect(await page.locator(".say:not(.no):not(.un)").count()).toBe(1);
        expect(await page.locator(".say.un").count()).toBe(1);
      });
    });
  });

  it("opens one of two sentences of a section that differ from the tables", async () => {
    const overview = "本机关收到政府信息公开申请5件，予以公开3件。";
    await using(async ({ page }) => {
      await drop(page, [jsonOf({ ...right, narrative: { overview, problems: "略。", other: "略。" } }, "甲.json")]);
      await expect.poll(() => page.locator(".say.no").count()).toBe(2);
      await page.locator(".find .sum", { hasText: "予以公开3件" }).click();
      expect(await page.locator(".find.open").count()).toBe(1);
      await page.getByRole("button", { name: "核实无误，保留" }).click();
      await expect.poll(() => page.locator(".find.kept").count()).toBe(1);
    });
  });

  describe("3. edits like a sheet", () => {
    const at = "requests.received.naturalPerson";

    it("arrows, Tab, Enter, typing over, F2, Esc, Delete, undo and redo without end", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(cell(at)).click();
        const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-address"));
        await page.keyboard.press("ArrowRight");
        await expect.poll(focused).toBe("requests.received.commercialEnterprise");
        await page.keyboard.press("ArrowDown");
        await expect.poll(focused).toBe("requests.broughtForward.commercialEnterprise");
        await page.keyboard.press("Home");
        await page.keyboard.press("ArrowUp");
        await expect.poll(focused).toBe(at);
        await page.keyboard.type("17");
        // Judged with every key, before it is taken in.
        await expect.poll(() => verdict(page)).toMatch(/不成立/);
        await page.keyboard.press("Enter");
        await expect.poll(focused).toBe("requests.broughtForward.naturalPerson");
        expect(await figure(page, at)).toBe("17");
        await page.keyboard.press("Shift+Enter");
        await page.keyboard.press("F2");
        await page.keyboard.type("0");
        await page.keyboard.press("Tab");
        await expect.poll(focused).toBe("requests.received.commercialEnterprise");
        expect(await figure(page, at)).toBe("170");
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.type("9");
        await page.keyboard.press("Escape");
        expect(await figure(page, at)).toBe("170");
        await page.keyboard.press("Delete");
        expect(await page.locator(cell(at)).getAttribute("class")).toMatch(/blank|offer/);
        for (const expected of ["170", "17", "4"]) {
          await page.keyboard.press("Control+z");
          await expect.poll(() => figure(page, at)).toBe(expected);
        }
        for (const expected of ["17", "170"]) {
          await page.keyboard.press("Control+y");
          await expect.poll(() => figure(page, at)).toBe(expected);
        }
      });
    });

    it("loses no key and no digit, however long the next frame takes", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(cell(at)).click();
        await page.evaluate(() => {
          window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 1000);
        });
        for (const value of ["12", "34", "56"]) {
          await page.keyboard.type(value);
          await page.keyboard.press("Tab");
        }
        expect(await figure(page, at)).toBe("12");
        expect(await figure(page, "requests.received.commercialEnterprise")).toBe("34");
        expect(await figure(page, "requests.received.researchInstitution")).toBe("56");
      });
    });

    it("keeps what is typed and is no number, and does not count it", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(cell(at)).click();
        await page.keyboard.type("4件左右");
        await page.keyboard.press("Enter");
        await page.waitForSelector(`${cell(at)}.refused`);
        expect(await figure(page, at)).toBe("4件左右");
        expect(await verdict(page)).toContain("无法判定");
        const { bytes } = await take(page, "json");
        expect(figureAt(parseDraft(JSON.parse(new TextDecoder().decode(bytes))), at)).toBeNull();
      });
    });

    it("copies and pastes blocks, as text and as the tables of Excel", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(cell(at)).click();
        await paste(page, { text: "1\t2\t3\r\n4\t5\t６\r\n" });
        await expect.poll(() => figure(page, "requests.broughtForward.researchInstitution")).toBe("6");
        await page.keyboard.press("Shift+ArrowRight");
        await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Control+c");
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.replaceAll("\r", "")).toBe("1\t2\n4\t5");
        await page.locator(cell("requests.stateSecret.naturalPerson")).click();
        await paste(page, {
          html: "<html><body><table><tr><td colspan=2>7</td><td>8</td></tr><tr><td>约9</td><td>1,024</td></tr></table></body></html>",
          text: "x",
        });
        await expect.poll(() => figure(page, "requests.stateSecret.naturalPerson")).toBe("7");
        expect(await figure(page, "requests.stateSecret.researchInstitution")).toBe("8");
        expect(await figure(page, "requests.prohibitedByLaw.naturalPerson")).toBe("约9");
        expect(await figure(page, "requests.prohibitedByLaw.commercialEnterprise")).toBe("1024");
        expect(await page.locator(".foot [role=status]").innerText()).toContain("1格不是数");
        await page.locator(cell("requests.received.naturalPerson")).click();
        await page.keyboard.press("Shift+ArrowRight");
        await page.keyboard.press("Control+x");
        expect(await page.locator(cell("requests.received.commercialEnterprise")).getAttribute("class")).toMatch(/blank|offer/);
      });
    });

    it.each([
      ["Calc", fromCalc],
      ["Writer", fromWriter],
    ] as const)("pastes a block of LibreOffice %s: numbers with their separators, nothing, and words", async (_, copied) => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(cell(at)).click();
        const block = [
          [{ content: 12345 }, { content: null }, { content: 0 }],
          [{ content: 7, colspan: 2 }, { content: "约8件" }],
        ];
        await paste(page, { html: copied(block), text: "x" });
        await expect.poll(() => figure(page, at)).toBe("12345");
        expect(await page.locator(cell("requests.received.commercialEnterprise")).getAttribute("class")).toMatch(/blank|offer/);
        expect(await figure(page, "requests.received.researchInstitution")).toBe("0");
        expect(await figure(page, "requests.broughtForward.naturalPerson")).toBe("7");
        expect(await figure(page, "requests.broughtForward.researchInstitution")).toBe("约8件");
        expect(await page.locator(".foot [role=status]").innerText()).toBe("已粘贴6格，其中1格不是数，未采用");
      });
    });

    it("computes totals where it is told to, and does not let them be typed", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(wrong, "甲.json")]);
        await page.locator('[data-mode="compute"]').click();
        await expect.poll(() => figure(page, "requests.granted.total")).toBe("40");
        await page.locator(cell("requests.granted.total")).click();
        await page.keyboard.type("9");
        expect(await figure(page, "requests.granted.total")).toBe("40");
        await page.locator(cell("requests.granted.naturalPerson")).click();
        await page.keyboard.type("4");
        await page.keyboard.press("Enter");
        await expect.poll(() => figure(page, "requests.granted.total")).toBe("4");
        await expect.poll(() => figure(page, "requests.concluded.total")).toBe("4");
        await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
      });
    });

    it("applies a repair by its button, with its record, and takes the record away", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx")]);
        await page.locator(".find.err .sum").click();
        await page.locator("[data-apply]").click();
        await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
        await page.locator("#tab-cell").click();
        expect(await page.locator(".rec tbody tr").innerText()).toMatch(/采纳更正[\s\S]*40 → 4/);
        const waiting = page.waitForEvent("download");
        await page.getByRole("button", { name: "导出记录" }).click();
        const { name, bytes } = await contentOf(await waiting);
        expect(name).toMatch(/更正记录\.csv$/);
        expect(new TextDecoder().decode(bytes)).toMatch(/表三第3行第1列,requests\.granted\.naturalPerson,采纳更正,40,4,/);
        expect(tablesOf(parseDraft(JSON.parse(new TextDecoder().decode((await take(page, "json")).bytes))))).toEqual(
          tablesOf(right),
        );
      });
    });

    it("offers what blanks must be, and fills them in when told to", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(blanks, "甲.json")]);
        await page.locator('[data-finding="offer"] .sum').click();
        expect(await page.locator("td.offer").count()).toBe(2);
        await page.locator('[data-finding="offer"] .alt .b').first().click();
        await expect.poll(() => page.locator("td.offer").count()).toBe(1);
        await page.locator('[data-finding="offer"] [data-apply]').click();
        await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
      });
    });

    it("does not show as entered what could be filled in", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(blanks, "甲.json")]);
        await page.locator(cell("requests.publishedMaterial.researchInstitution")).click();
        expect(await page.locator(".fx .val").innerText()).toBe("未填");
      });
    });

    it("says no more of a row that was read as blank once it is filled in", async () => {
      await using(async ({ page }) => {
        await drop(page, [dashed(blanks, "甲.html")]);
        const remark = page.locator('[data-finding^="read:"]');
        await expect.poll(() => remark.count()).toBe(1);
        await page.locator('[data-finding="offer"] .sum').click();
        await page.locator('[data-finding="offer"] [data-apply]').click();
        await expect.poll(() => remark.count()).toBe(0);
      });
    });

    it("lists what is said of row after row once, with a line for each that leads to its cells", async () => {
      await using(async ({ page }) => {
        const addresses = ["granted", "partiallyGranted", "carriedForward"].map((row) => `requests.${row}.total`);
        await drop(page, [
          dashed(withFigures(right, Object.fromEntries(addresses.map((address) => [address, null]))), "甲.html"),
        ]);
        const alike = page.locator('[data-finding^="alike:"]');
        await alike.waitFor();
        await alike.locator(".sum").click();
        await alike.locator(".alike button").nth(2).click();
        expect(await page.locator("td.is-sel").getAttribute("data-address")).toBe(addresses[2]);
        await page.getByRole("button", { name: "核实无误，保留" }).click();
        await expect.poll(() => page.locator(".find.kept").count()).toBe(1);
      });
    });

    it("lets a person leave a finding as it is", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx")]);
        await page.locator(".find.err .sum").click();
        await page.getByRole("button", { name: "核实无误，保留" }).click();
        await expect.poll(() => page.locator(".find.kept").count()).toBe(1);
        expect(await page.locator("#tab-findings").innerText()).not.toContain("1");
      });
    });

    it("writes the words, and judges them anew", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf({ ...right, narrative: { overview: "本机关予以公开9件。" } }, "甲.json")]);
        await page.waitForSelector(".say.no");
        await page.locator('[data-path="narrative.overview"] .b').click();
        await page.locator(".writing textarea").fill("本机关予以公开4件。");
        await page.getByRole("button", { name: "完成", exact: true }).click();
        await expect.poll(() => page.locator(".say.no").count()).toBe(0);
        await expect.poll(() => page.locator(".say:not(.un)").count()).toBe(1);
      });
    });
  });

  describe("4. begins", () => {
    it.each(["2021", "2019"] as const)("an empty form of edition %s", async (edition) => {
      await using(async ({ page }) => {
        await page.locator('[data-begin="blank"]').click();
        await page.locator('[name="name"]').fill("某县");
        await page.locator('[name="year"]').fill(edition === "2021" ? "2024" : "2020");
        await expect.poll(() => page.locator(`[name="edition"][value="${edition}"]`).isChecked()).toBe(true);
        await page.locator("dialog [type=submit]").click();
        await expect.poll(() => page.locator("[data-address]").count()).toBe(describeForm(edition).cells.length);
        await page.locator(cell("requests.received.naturalPerson")).click();
        for (const value of [5, 0, 0, 0, 0, 0]) {
          await page.keyboard.type(String(value));
          await page.keyboard.press("Tab");
        }
        await expect.poll(() => figure(page, "requests.received.total")).toBe("5");
      });
    });

    it("this year's report from last year's, by offers", async () => {
      const last = withFigures(before, {
        "requests.received.naturalPerson": 6,
        "requests.received.total": 6,
        "requests.carriedForward.naturalPerson": 2,
        "requests.carriedForward.total": 2,
      });
      await using(async ({ page }) => {
        await drop(page, [jsonOf(last, "去年.json")]);
        await page.waitForSelector(cell("requests.received.total"));
        await page.locator("[data-take]").waitFor();
        await page.keyboard.press("Escape");
        await page.locator("[data-new]").click();
        await page.locator('[data-begin="lastYear"]').click();
        await page.locator("dialog [data-start]").click();
        await page.waitForSelector('[data-finding="lastYear"].open');
        expect(await page.locator(`${cell("requests.broughtForward.naturalPerson")}.offer`).innerText()).toBe("2");
        await page.locator('[data-finding="lastYear"] [data-apply]').click();
        await expect.poll(() => figure(page, "requests.broughtForward.total")).toBe("2");
        const subject = "disclosure.normativeDocuments";
        await page.locator(cell(`${subject}.issued`)).click();
        await page.keyboard.type("3");
        await page.keyboard.press("Tab");
        await page.keyboard.type("1");
        await page.keyboard.press("Enter");
        const inForce = Number(figureAt(last, "disclosure.normativeDocuments.inForce")) + 2;
        await expect.poll(() => page.locator(`${cell(`${subject}.inForce`)}.offer`).innerText()).toBe(String(inForce));
      });
    });

    it("from a register, with columns and words mapped by choosing", async () => {
      const csv = [
        "件次,哪类人,来件日,办结日期,结论",
        "1,自然人,2023-02-01,2023-02-20,予以公开",
        "2,公司一类,2023-03-01,2023-03-09,予以公开",
        "3,自然人,2023-12-30,,",
      ].join("\n");
      await using(async ({ page }) => {
        await page.locator('[data-begin="register"]').click();
        const waiting = page.waitForEvent("filechooser");
        await page.locator('[data-register="requests"] .b').click();
        await (await waiting).setFiles([{ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(csv) }]);
        for (const [field, column] of [
          ["number", "件次"],
          ["applicant", "哪类人"],
          ["received", "来件日"],
          ["outcome", "结论"],
        ] as const) {
          await page.locator(`[name="column-${field}"]`).selectOption(column);
        }
        await page.locator('[name="value-applicant-公司一类"]').selectOption("commercialEnterprise");
        await expect.poll(() => page.locator('dialog [name="year"]').inputValue()).toBe("2023");
        await page.locator("[data-compile]").click();
        await expect.poll(() => figure(page, "requests.received.naturalPerson")).toBe("2");
        expect(await figure(page, "requests.received.commercialEnterprise")).toBe("1");
        expect(await figure(page, "requests.carriedForward.total")).toBe("1");
        await page.locator(cell("requests.granted.commercialEnterprise")).click();
        await page.locator("#tab-cell").click();
        await expect.poll(() => page.locator(".card").innerText()).toMatch(/台账\s*2/);
      });
    });

    it("does not say that all is well of a register of which it left out a line, until a person says that it is right", async () => {
      const csv =
        "登记号,收到日期,申请人类型,办理结果,答复日期\n1,2023-02-01,自然人,予以公开,2023-02-20\n2,2023-13-01,自然人,,\n";
      await using(async ({ page }) => {
        await page.locator('[data-begin="register"]').click();
        const waiting = page.waitForEvent("filechooser");
        await page.locator('[data-register="requests"] .b').click();
        await (await waiting).setFiles([{ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(csv) }]);
        await page.locator("[data-compile]").click();
        await expect.poll(() => page.locator(".list li.part small:not(.file)").innerText()).toContain("1处未读入");
        await page.locator(".find.err .sum").click();
        await page.getByRole("button", { name: "核实无误，保留" }).click();
        await expect.poll(() => page.locator(".list li.ok").count()).toBe(1);
      });
    });

    it("a report on the form of 2019 brought to that of 2021, with what could not be carried", async () => {
      await using(async ({ page }) => {
        await page.locator('[data-begin="blank"]').click();
        await page.locator('[name="year"]').fill("2020");
        await page.locator("dialog [type=submit]").click();
        await page.locator(cell("requests.otherHandling.naturalPerson")).click();
        await page.keyboard.type("3");
        await page.keyboard.press("Enter");
        await page.locator(cell("requests.granted.naturalPerson")).click();
        await page.keyboard.type("7");
        await page.keyboard.press("Enter");
        await page.locator(".doc-title .b").click();
        await page.locator('[data-migrate="2021"]').click();
        await expect.poll(() => page.locator("[data-address]").count()).toBe(describeForm("2021").cells.length);
        expect(await figure(page, "requests.granted.naturalPerson")).toBe("7");
        await expect.poll(() => page.locator(".side").innerText()).toMatch(/其他处理/);
      });
    });
  });

  describe("5. compares and adds up", () => {
    it("last year beside this year", async () => {
      const last = withFigures(before, { "requests.carriedForward.naturalPerson": 2, "requests.carriedForward.total": 2 });
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "今.json"), jsonOf(last, "去.json")]);
        await expect.poll(() => entries(page).count()).toBe(2);
        await page.locator(".list .entry", { hasText: "2023" }).click();
        await page.locator('[data-view="compare"]').click();
        await expect.poll(() => page.locator(".dochead .verdict").innerText()).toBe("结转有2列不一致");
        expect(await page.locator(".carry .miss").allInnerTexts()).toEqual(["−2", "−2"]);
        await expect.poll(() => page.locator(".cmp").count()).toBeGreaterThan(3);
      });
    });

    it("reports below against those above, with what each figure is made of", async () => {
      const child = (name: string, n: number): Draft =>
        withFigures({ ...right, agency: { name } }, { "requests.granted.naturalPerson": n });
      const parent: Draft = withFigures({ ...right, agency: { name: "某州人民政府" } }, { "requests.granted.naturalPerson": 9 });
      await using(async ({ page }) => {
        await drop(page, [jsonOf(parent, "州.json"), jsonOf(child("甲县", 3), "甲.json"), jsonOf(child("乙县", 4), "乙.json")]);
        await expect.poll(() => entries(page).count()).toBe(3);
        await page.locator(".list .entry", { hasText: "某州" }).click();
        await page.locator('[data-view="sum"]').click();
        await page.locator('[name="complete"]').check();
        const sum = page.locator('[data-sum="requests.granted.naturalPerson"]');
        await expect.poll(() => sum.innerText()).toMatch(/9\s*≠ 7/);
        await sum.click();
        await expect.poll(() => page.locator("[data-parts]").innerText()).toMatch(/甲县\s*3\s*乙县\s*4/);
        await page.locator("[data-consolidate]").click();
        await expect.poll(() => figure(page, "requests.granted.naturalPerson")).toBe("7");
      });
    });
  });

  describe("6. takes away", () => {
    it("Word, Excel, HTML, JSON, CSV and one ZIP, which the library reads back", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx"), await excelOf(blanks, "乙.xlsx")]);
        await expect.poll(() => entries(page).count()).toBe(2);
        await page.locator(".list li.err .entry").click();
        const word = await take(page, "docx");
        expect(word.name).toBe(
          "色达县人民政府2023年政府信息公开工作年度报告.docx".replace("色达县人民政府", right.agency?.name ?? ""),
        );
        expect(tablesOf((await readDocx(word.bytes)).draft ?? { edition: "2021" })).toEqual(tablesOf(wrong));
        expect(tablesOf((await readDocx((await take(page, "docx-marked")).bytes)).draft ?? { edition: "2021" })).toEqual(
          tablesOf(wrong),
        );
        expect(tablesOf((await readXlsx((await take(page, "xlsx")).bytes)).draft ?? { edition: "2021" })).toEqual(
          tablesOf(wrong),
        );
        expect(tablesOf(readHtml((await take(page, "html")).bytes).draft ?? { edition: "2021" })).toEqual(tablesOf(wrong));
        const json: unknown = JSON.parse(new TextDecoder().decode((await take(page, "json")).bytes));
        expect(canonicalize(parseDraft(json))).toEqual(json);
        expect(new TextDecoder().decode((await take(page, "csv")).bytes).split("\n")).toHaveLength(
          describeForm("2021").cells.length + 2,
        );
        const files = unzipSync((await take(page, "zip")).bytes);
        const names = Object.keys(files);
        expect(names.filter((name) => name.endsWith(".docx"))).toHaveLength(2);
        expect(names).toContain("清单.csv");
        const second = names.find((name) => name.includes("(2)") && name.endsWith(".json")) ?? "";
        expect(tablesOf(parseDraft(JSON.parse(new TextDecoder().decode(files[second]))))).toEqual(tablesOf(blanks));
      });
    });

    it("PDF by the print of the browser: the official form on A4 and none of the marks", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx")]);
        await page.locator(".find.err .sum").click();
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const { draft, findings } = await readPdf(new Uint8Array(pdf));
        expect(tablesOf(draft ?? { edition: "2021" })).toEqual(tablesOf(wrong));
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await page.locator(".app").isVisible()).toBe(false);
      });
    });
  });

  describe("7. keeps drafts if told so", () => {
    const edit = async (page: Opened["page"], value: string) => {
      await page.locator(cell("requests.granted.naturalPerson")).click();
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
    };

    /** How many steps each kept report has. */
    const kept = (page: Opened["page"]) =>
      page.evaluate(async () => {
        if (!(await indexedDB.databases()).some(({ name }) => name === "disclosure-report-workbench")) return [];
        return new Promise<readonly number[]>((settle) => {
          const opening = indexedDB.open("disclosure-report-workbench");
          opening.onsuccess = () => {
            const asked = opening.result.transaction("sheets").objectStore("sheets").getAll();
            asked.onsuccess = () => {
              opening.result.close();
              settle(asked.result.map(({ sheet }: { readonly sheet: { readonly done: number } }) => sheet.done).sort());
            };
          };
        });
      });

    it("nothing unless told so", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.waitForSelector(".keep input");
        await edit(page, "9");
        await page.waitForTimeout(800);
        expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
        await page.reload();
        await page.waitForSelector(".drop");
      });
    });

    it("what was edited a moment before a reload, with its history", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(".keep input").check();
        await expect.poll(() => kept(page)).toEqual([0]);
        await edit(page, "9");
        await page.reload();
        await page.waitForSelector(cell("requests.granted.naturalPerson"));
        await expect.poll(() => figure(page, "requests.granted.naturalPerson")).toBe("9");
        await page.locator("[data-undo]").click();
        await expect.poll(() => figure(page, "requests.granted.naturalPerson")).toBe("4");
      });
    });

    it("what was edited before a reload, though the store did not answer any more", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(right, "甲.docx")]);
        await page.locator(".keep input").check();
        await expect.poll(() => kept(page)).toEqual([0]);
        await page.evaluate("IDBFactory.prototype.open = () => new EventTarget()");
        await edit(page, "9");
        await page.reload();
        await expect.poll(() => figure(page, "requests.granted.naturalPerson")).toBe("9");
        await expect.poll(() => kept(page)).toEqual([1]);
        expect(await page.evaluate(() => localStorage.length)).toBe(0);
        await page.locator(cell("requests.granted.naturalPerson")).click();
        await page.locator("#tab-cell").click();
        expect(await page.locator(".card").innerText()).toMatch(/第\d个表格第\d+行第\d+格/);
      });
    });

    it("both versions where two windows change the same report", async () => {
      const context = await bench.context();
      const first = await bench.open({}, context);
      await drop(first.page, [jsonOf(right, "甲.json")]);
      await first.page.locator(".keep input").check();
      await expect.poll(() => kept(first.page)).toEqual([0]);
      const second = await bench.open({}, context);
      await second.page.waitForSelector(cell("requests.granted.naturalPerson"));
      await edit(second.page, "7");
      await expect.poll(() => kept(second.page)).toEqual([1]);
      await edit(first.page, "8");
      await expect.poll(() => kept(first.page)).toEqual([1, 1]);
      const third = await bench.open({}, context);
      await expect.poll(() => third.page.locator(".list .entry").count()).toBe(2);
      const values = new Set<string>();
      for (const entry of await third.page.locator(".list .entry").all()) {
        await entry.click();
        values.add(await figure(third.page, "requests.granted.naturalPerson"));
      }
      expect(values).toEqual(new Set(["7", "8"]));
      await context.close();
    });

    it("and removes everything when told to", async () => {
      await using(async ({ page }) => {
        await drop(page, [jsonOf(right, "甲.json")]);
        await page.locator(".keep input").check();
        await expect.poll(() => kept(page)).toEqual([0]);
        await page.getByRole("button", { name: "清空", exact: true }).click();
        await page.getByRole("button", { name: /确定清空/ }).click();
        await page.waitForSelector(".drop");
        expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
        await page.reload();
        await page.waitForSelector(".drop");
      });
    });

    it("works where storage is refused, and says so", async () => {
      await using(
        async ({ page }) => {
          await drop(page, [jsonOf(wrong, "甲.json")]);
          await page.locator(".keep input").click();
          await expect.poll(() => page.locator(".foot [role=status]").innerText()).toContain("不允许本页存储");
          await page.locator(".find.err .sum").click();
          await page.locator("[data-apply]").click();
          await expect.poll(() => verdict(page)).toBe("勾稽关系全部成立");
        },
        { noStorage: true },
      );
    });
  });

  describe("8. speaks both languages and explains itself", () => {
    it("English by a switch, messages too", async () => {
      await using(async ({ page }) => {
        await drop(page, [await wordOf(wrong, "甲.docx")]);
        await page.locator("[data-language]").click();
        await expect.poll(() => verdict(page)).toBe("2 do not hold");
        await expect.poll(() => page.locator(".find.err .title").innerText()).toContain("should be 4; reported 40");
        expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
      });
    });

    it("a help sheet with the keys, the licences and a sample to try", async () => {
      await using(async ({ page }) => {
        await page.keyboard.press("?");
        await page.waitForSelector("dialog[open]");
        expect(await page.locator("dialog .keys div").count()).toBeGreaterThan(12);
        await page.getByRole("button", { name: "许可" }).click();
        await expect.poll(() => page.locator(".licences").innerText()).toMatch(/preact[\s\S]*MIT/);
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await page.locator('dialog [data-begin="sample"]').click();
        await expect.poll(() => entries(page).count()).toBe(2);
        await page.waitForSelector("td.suspect");
        expect(await page.locator("td.offer").count()).toBe(2);
        expect(await page.locator(".say.no").count()).toBe(2);
      });
    });
  });
});
