/**
 * `npm run mutation -- <room> …`: changes the code of a room, one small change after the other, and tells which changes no test notices.
 * What is known of unchanged code is kept in coverage/mutation and not tried again; `--force` tries everything.
 */
import { Stryker } from "@stryker-mutator/core";
import { isRoom, ROOM, rooms } from "./rooms.js";

const OUT = "coverage/mutation";

/** The least share of changes, in hundredths, that the tests of a room notice. */
const LEAST = 90;

const names = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const force = process.argv.includes("--force");
const concurrency = Number(/^--concurrency=(\d+)$/m.exec(process.argv.join("\n"))?.[1] ?? 1);

for (const name of names.length === 0 ? Object.keys(rooms) : names) {
  if (!isRoom(name)) throw new Error(`no room ${name}: ${Object.keys(rooms).join(", ")}`);
  process.env[ROOM] = name;
  await new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/plugins.mjs"],
    ignorers: ["sentences"],
    mutate: [...rooms[name].sources],
    vitest: { configFile: "test/mutation/vitest.config.ts" },
    coverageAnalysis: "perTest",
    incremental: true,
    incrementalFile: `${OUT}/${name}.json`,
    force,
    concurrency,
    ignorePatterns: ["coverage", "dist", "docs/api"],
    disableTypeChecks: false,
    tempDirName: `${OUT}/sandbox-${name}`,
    reporters: ["survivors", "clear-text", "html", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
    htmlReporter: { fileName: `${OUT}/${name}.html` },
    thresholds: { high: LEAST, low: LEAST, break: LEAST },
  }).runMutationTest();
}
