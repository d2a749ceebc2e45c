/**
 * What a key costs in the workbench: until it is judged and on the screen, in milliseconds of a processor slowed down four times.
 */
import type { Page } from "playwright-core";

export const SLOWER = 4;
/**
 * In milliseconds, and for a key in calls, too: half as many again as it makes. To draw the whole form anew takes twice as many. A
 * pause is the time in which the page does not answer while hundreds of reports are opened, restored or said in another language.
 */
export const CEILING = { ready: 2_000, key: 50, calls: 22_000, pause: 700 };

const ROUNDS = 8;
const TIMES = 4;

/** The keys that are pressed one after another, by the name that each goes by. */
const KEYS = [
  ["the first digit", "4"],
  ["another digit", "0"],
  ["another digit", "7"],
  ["Enter", "Enter"],
  ["an arrow", "ArrowUp"],
  ["undo", "z"],
] as const;

/** Presses keys where the focus is, with a rest before each. Gives for each kind how long it took on the clock, key by key. */
export function pressed(page: Page, rest = 60): Promise<Readonly<Record<string, readonly number[]>>> {
  return page.evaluate(
    async ({ keys, rounds, rest: pause }) => {
      const taken: Record<string, number[]> = {};
      for (const [name, key] of Array.from({ length: rounds }, () => keys).flat()) {
        await new Promise((settle) => setTimeout(settle, pause));
        const target = document.activeElement ?? document.body;
        const from = performance.now();
        const event = new KeyboardEvent("keydown", { key, ctrlKey: key === "z", bubbles: true, cancelable: true });
        if (target.dispatchEvent(event) && target instanceof HTMLInputElement) {
          target.value += key;
          target.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        // What follows from it is on the screen with the frame after.
        await new Promise<void>((settle) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => settle();
          requestAnimationFrame(() => channel.port2.postMessage(0));
        });
        taken[name] = [...(taken[name] ?? []), performance.now() - from];
      }
      return taken;
    },
    { keys: KEYS, rounds: ROUNDS, rest },
  );
}

/** How many functions of the page were called while something was done: the same on every machine, whatever else it does. */
export async function callsDuring(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await work();
  const { result } = await session.send("Profiler.takePreciseCoverage");
  await session.detach();
  return result.flatMap(({ functions }) => functions).reduce((calls, { ranges: [whole] }) => calls + (whole?.count ?? 0), 0);
}

/** How many functions a key calls, in the middle of all kinds. */
export async function callsOfKey(page: Page): Promise<number> {
  let keys = 0;
  const calls = await callsDuring(page, async () => {
    keys = Object.values(await pressed(page, 0)).flat().length;
  });
  return calls / keys;
}

/**
 * What a key costs in the middle of all kinds, by the time that the page's thread was at work and not by the clock: what else the
 * machine does leaves it as it is.
 */
export async function costOfKey(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
  await session.send("Performance.enable");
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const costs: number[] = [];
  // The first time the code is not yet compiled, and the best of some is what it is without neighbours on the same core.
  for (let time = 0; time < TIMES; time += 1) {
    const from = await worked();
    // Without a rest, so that the whole check, which waits for one, is not in it.
    const { length } = Object.values(await pressed(page, 0)).flat();
    costs.push((SLOWER * 1000 * ((await worked()) - from)) / length);
  }
  return Math.min(...costs);
}
