/**
 * How long the page is at work without a pause: its tasks, each by the time that its thread worked and not by the clock.
 */
import type { Page } from "playwright-core";

/** What is used of an event of a trace. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread worked. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const MAIN = "CrRendererMain";
const TASK = "ThreadControllerImpl::RunTask";

/** The longest task of the page's thread while something is done, in milliseconds of work. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error("the browser is gone");
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as readonly object[] as readonly TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await work();
  const complete = new Promise<void>((settle) => session.once("Tracing.tracingComplete", () => settle()));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const mains = new Set(events.filter(({ args }) => args?.name === MAIN).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && mains.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur);
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  return Math.max(...tasks) / 1000;
}
