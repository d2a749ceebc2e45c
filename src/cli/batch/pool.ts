import { Worker } from "node:worker_threads";
import { claim } from "../../_internal/claim.js";
import { processUnit } from "./process.js";
import type { Job, Unit, UnitResult } from "./unit.js";

/** Runs units. */
export interface Pool {
  /** How many units run at a time. */
  readonly size: number;
  readonly run: (unit: Unit) => Promise<UnitResult>;
  readonly close: () => Promise<void>;
}

/** Runs units in this thread, one at a time. */
export function pooledHere(job: Job): Pool {
  return { size: 1, run: (unit) => processUnit(unit, job), close: async () => undefined };
}

/** Size of the young generation: nearly everything here is short-lived, and more memory makes nothing faster. */
const YOUNG_MB = 12;

/** A worker and the unit it runs. */
interface Hand {
  readonly worker: Worker;
  done: ((result: UnitResult) => void) | null;
  unit: Unit | null;
}

/**
 * Runs units in threads. A worker that dies loses only its unit, every part of which is reported as unreadable; another
 * takes its place.
 */
export function pooledInThreads(script: URL, size: number, job: Job, died: string): Pool {
  const idle: Hand[] = [];
  const hands = new Set<Hand>();
  const waiting: (() => void)[] = [];
  let closed = false;
  const hire = (): Hand => {
    const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const hand: Hand = { worker, done: null, unit: null };
    hands.add(hand);
    worker.on("message", (message: unknown) => {
      const { done } = hand;
      hand.done = null;
      hand.unit = null;
      idle.push(hand);
      // The worker runs our own code, so its answers are trusted.
      done?.(claim<UnitResult>(message));
      waiting.shift()?.();
    });
    const gone = (): void => {
      if (!hands.delete(hand) || closed) return;
      const { done, unit } = hand;
      idle.splice(0, idle.length, ...idle.filter((other) => other !== hand));
      if (done !== null && unit !== null) {
        void processUnit({ kind: "fault", path: unit.path, message: died }, job).then(done);
      }
      idle.push(hire());
      waiting.shift()?.();
    };
    worker.on("error", gone);
    worker.on("exit", gone);
    return hand;
  };
  const free = async (): Promise<Hand> => {
    for (;;) {
      const hand = idle.pop() ?? (hands.size < size ? hire() : null);
      if (hand !== null) return hand;
      await new Promise<void>((turn) => waiting.push(turn));
    }
  };
  return {
    size,
    run: async (unit) => {
      const hand = await free();
      return new Promise((done) => {
        hand.done = done;
        hand.unit = unit;
        hand.worker.postMessage({ unit, job });
      });
    },
    close: async () => {
      closed = true;
      await Promise.all([...hands].map(({ worker }) => worker.terminate()));
    },
  };
}
