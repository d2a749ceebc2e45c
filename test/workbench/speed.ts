/**
 * How long the workbench takes with the processor slowed down four times: until it is ready, and until a key is judged. Its figures
 * are those of the machine that it runs on; the ceilings are those of docs/workbench.md.
 */
import { Bench, cell, drop } from "./bench.js";
import { wordOf, wrong } from "./reports.js";

const SLOWER = 4;
const KEYS = 40;
const CEILING = { ready: 2_000, key: 50 };

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

const bench = await Bench.start();
try {
  const context = await bench.context();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(`file://${bench.path}`);
  await page.waitForSelector("[data-help]");
  const ready = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType("paint").slice(-1);
    return entry?.startTime ?? performance.now();
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await drop(page, [await wordOf(wrong, "甲.docx")]);
  await page.waitForSelector("td.suspect");
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.locator(cell("requests.received.naturalPerson")).click();
  await page.keyboard.press("F2");
  await page.waitForSelector("input.typing");
  const times = await page.evaluate(async (count) => {
    const input = document.querySelector<HTMLInputElement>("input.typing");
    const taken: number[] = [];
    for (let i = 0; i < count && input !== null; i += 1) {
      await new Promise((settle) => setTimeout(settle, 30));
      const from = performance.now();
      input.value = String(i);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise<void>((settle) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => settle();
        requestAnimationFrame(() => channel.port2.postMessage(0));
      });
      taken.push(performance.now() - from);
    }
    return taken;
  }, KEYS);
  console.log(`slowed down ${SLOWER} times: ready after ${Math.round(ready)} ms (at most ${CEILING.ready}),`);
  console.log(
    `a key judged and drawn after ${Math.round(median(times))} ms in the middle, ${Math.round(Math.max(...times))} ms at most (at most ${CEILING.key})`,
  );
} finally {
  await bench.stop();
}
