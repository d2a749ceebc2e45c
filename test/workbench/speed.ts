/**
 * How long the workbench takes with the processor slowed down four times: until it is ready, and until a key is judged. Its figures
 * are those of the machine that it runs on; the ceilings are those of docs/workbench.md.
 */
import { Bench, cell, drop } from "./bench.js";
import { CEILING, costOfKey, pressed, SLOWER } from "./keyTime.js";
import { wordOf, wrong } from "./reports.js";

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
  console.log(`slowed down ${SLOWER} times: ready after ${Math.round(ready)} ms (at most ${CEILING.ready})`);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await drop(page, [await wordOf(wrong, "甲.docx")]);
  await page.waitForSelector("td.suspect");
  await page.locator(cell("requests.received.naturalPerson")).click();
  console.log(`a key costs ${Math.round(await costOfKey(page))} ms of work (at most ${CEILING.key}); by the clock:`);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  for (const [name, all] of Object.entries(await pressed(page))) {
    console.log(`  ${name}: ${Math.round(median(all))} ms in the middle, ${Math.round(Math.max(...all))} ms at most`);
  }
} finally {
  await bench.stop();
}
