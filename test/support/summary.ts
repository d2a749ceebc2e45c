import type { Reporter, TestModule, Vitest } from "vitest/node";

/** Seconds as 12 s or 3 min 4 s. */
function length(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Says in one line how long a run took and what of it was skipped, and where. */
export default class Summary implements Reporter {
  #start = 0;
  #partial = false;

  onInit({ config }: Vitest): void {
    // What a filter leaves out is no news to the one who asked for it.
    this.#partial = config.testNamePattern !== undefined || config.tagsFilter !== undefined;
  }

  onTestRunStart(): void {
    this.#start = performance.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    let ran = 0;
    const skipped: string[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      const left = tests.filter((test) => test.result().state === "skipped").length;
      ran += tests.length - left;
      if (left > 0) skipped.push(`${left} of ${module.relativeModuleId}`);
    }
    const took = length((performance.now() - this.#start) / 1000);
    const rest = this.#partial ? "" : `; skipped: ${skipped.join(", ") || "none"}`;
    process.stdout.write(`${ran} tests in ${took}${rest}\n`);
  }
}
