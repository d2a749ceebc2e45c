/**
 * The workbench in Firefox ESR: it opens from its file, reads Word, Excel and PDF in its worker, marks what is wrong, takes keys.
 */
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../src/html.js";
import { Bench, hasChromium } from "./bench.js";
import { FIREFOX, Firefox, hasFirefox } from "./firefox.js";
import { blanks, excelOf, wordOf, wrong } from "./reports.js";

/** The keys of WebDriver that are no letters. */
const ENTER = "\uE007";

describe.skipIf(!hasFirefox || !hasChromium)(`the workbench in ${FIREFOX}`, () => {
  let bench: Bench;
  let firefox: Firefox;
  beforeAll(async () => {
    bench = await Bench.start();
    firefox = await Firefox.start();
  });
  afterAll(async () => {
    await firefox?.stop();
    await bench?.stop();
  });

  const text = (selector: string) => firefox.run("return document.querySelector(arguments[0])?.innerText ?? null", [selector]);
  const granted = '[data-address="requests.granted.naturalPerson"]';

  it("reads, judges, edits and repairs", async () => {
    const printer = await (await bench.context()).newPage();
    await printer.setContent(renderHtml(wrong));
    const pdf = { name: "丙.pdf", bytes: new Uint8Array(await printer.pdf({ format: "A4" })) };
    await printer.context().close();
    await firefox.open(pathToFileURL(bench.path).href);
    await expect.poll(() => text("[data-help]")).toBe("帮助");
    const files = [await wordOf(wrong, "甲.docx"), await excelOf(blanks, "乙.xlsx"), pdf];
    await firefox.run(
      `const transfer = new DataTransfer();
       for (const { name, base64 } of arguments[0])
         transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
       for (const type of ["dragenter", "dragover", "drop"])
         document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));`,
      [files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }))],
    );
    await expect.poll(() => firefox.run('return document.querySelectorAll(".list li:not(.wait)").length')).toBe(3);
    expect(await firefox.run('return document.querySelectorAll(".list li.err").length')).toBe(2);
    await expect
      .poll(() => firefox.run("return document.querySelector(arguments[0])?.className", [granted]))
      .toContain("suspect");
    expect(await text("[data-verdict]")).toBe("2条不成立");
    await firefox.run("document.querySelector(arguments[0]).focus()", [granted]);
    await firefox.press("4");
    // Judged with the key, before it is taken in.
    await expect.poll(() => text("[data-verdict]")).toBe("勾稽关系全部成立");
    await firefox.press(ENTER);
    await expect.poll(() => text(granted)).toMatch(/4$/);
    await firefox.run('document.querySelector("[data-undo]").click()');
    await expect.poll(() => text("[data-verdict]")).toBe("2条不成立");
    await expect.poll(() => firefox.run('return document.querySelector(".find.err .sum") !== null')).toBe(true);
    await firefox.run('document.querySelector(".find.err .sum").click()');
    await firefox.run('document.querySelector("[data-apply]").click()');
    await expect.poll(() => text("[data-verdict]")).toBe("勾稽关系全部成立");
  });
});
