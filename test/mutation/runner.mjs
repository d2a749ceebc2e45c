import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import fc from "fast-check";
import { expect, expectTypeOf } from "vitest";

/** The same inputs for every mutant, and no more of them than can be tried in a moment, in milliseconds. */
fc.configureGlobal({ seed: 20_211, interruptAfterTimeLimit: 250 });

const VITEST = "vitest:";

/** Tells the tests where they stand: in CommonJS a module has no address, and a test is reported with its file. */
const addresses = {
  name: "addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path)))
        .replace('from "vitest"', `from ${JSON.stringify(VITEST + path)}`),
      loader: "ts",
    }));
  },
};

/** As much of Vitest as the tests of the rooms ask for. Calls `add` with every test. */
function suite(add) {
  const titles = [];
  const each = (define) => (table) => (title, body) => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      const named = values.slice(0, title.split("%").length - 1);
      define(format(title, ...named), () => body(...values));
    }
  };
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  const it = (title, ...rest) =>
    add(
      [...titles, title].join(" "),
      rest.findLast((one) => typeof one === "function"),
    );
  return {
    expect,
    expectTypeOf,
    describe: Object.assign(describe, { each: each(describe) }),
    it: Object.assign(it, { each: each(it) }),
  };
}

/**
 * Runs the tests of a room in this process: they and what they test are one script, which is compiled once and evaluated anew for
 * every mutant. So a mutant costs no more than the tests that reach it.
 */
export class InProcess {
  static inject = [commonTokens.options];

  #tests;
  #script;
  #require;
  #mutants = {};
  /** Milliseconds that each test took without a change. */
  #times = new Map();

  constructor({ tests }) {
    this.#tests = tests;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.#mutants;
    this.#require = createRequire(pathToFileURL(`${process.cwd()}/`));
    const { outputFiles } = await build({
      stdin: {
        contents: this.#tests.map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n"),
        resolveDir: process.cwd(),
      },
      bundle: true,
      // The package says that its modules have no side effects; a test is one.
      ignoreAnnotations: true,
      write: false,
      platform: "node",
      target: "node20",
      packages: "external",
      plugins: [addresses],
      logLevel: "error",
    });
    this.#script = new Script(`(function (require) {${outputFiles[0].text}\n})`, { filename: "room.cjs" });
  }

  async dryRun() {
    this.#mutants.activeMutant = undefined;
    this.#mutants.mutantCoverage = undefined;
    const result = await this.#run(() => true, false);
    for (const { id, timeSpentMs } of result.tests) this.#times.set(id, timeSpentMs);
    return { ...result, mutantCoverage: this.#mutants.mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation, disableBail }) {
    const ids = testFilter === undefined ? null : new Set(testFilter);
    Object.assign(this.#mutants, { hitLimit, hitCount: 0, activeMutant: undefined });
    const activate = () => {
      this.#mutants.activeMutant = activeMutant.id;
    };
    if (mutantActivation === "static") activate();
    const result = await this.#run((id) => ids === null || ids.has(id), !disableBail, activate);
    return toMutantRunResult(determineHitLimitReached(this.#mutants.hitCount, hitLimit) ?? result);
  }

  async #run(includes, bail, activate = () => {}) {
    const tests = [];
    const known = new Map();
    const results = [];
    const addTo = (fileName) => (name, body) => {
      const count = known.get(name) ?? 0;
      known.set(name, count + 1);
      tests.push({ id: count === 0 ? name : `${name} (${count + 1})`, body, fileName });
    };
    const attempt = async ({ id, body, fileName }) => {
      const from = performance.now();
      let failure;
      try {
        await body();
      } catch (error) {
        failure = String(error?.message ?? error);
      }
      const outcome =
        failure === undefined ? { status: TestStatus.Success } : { status: TestStatus.Failed, failureMessage: failure };
      results.push({ id, name: id, fileName, timeSpentMs: performance.now() - from, ...outcome });
      return failure === undefined;
    };
    const load = (name) => (name.startsWith(VITEST) ? suite(addTo(name.slice(VITEST.length))) : this.#require(name));
    // A change that keeps a module from being loaded is noticed.
    const loads = await attempt({ id: "can be loaded", body: () => this.#script.runInThisContext()(load) });
    activate();
    // The quickest first: most changes are noticed by the first test that reaches them.
    const time = ({ id }) => this.#times.get(id) ?? 0;
    tests.sort((a, b) => time(a) - time(b));
    for (const test of loads ? tests : []) {
      if (!includes(test.id)) continue;
      this.#mutants.currentTestId = test.id;
      const passes = await attempt(test);
      this.#mutants.currentTestId = undefined;
      if (!passes && bail) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}
