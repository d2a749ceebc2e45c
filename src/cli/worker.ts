import { parentPort } from "node:worker_threads";
import { processUnit } from "./batch/process.js";
import type { Job, Unit } from "./batch/unit.js";

/** A request to a worker. */
export interface Order {
  readonly unit: Unit;
  readonly job: Job;
}

parentPort?.on("message", async ({ unit, job }: Order) => {
  const result = await processUnit(unit, job);
  parentPort?.postMessage(result);
});
