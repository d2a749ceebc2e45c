/**
 * `npm run mutation -- <room> [files]`: changes the code of a room, or of some files of it, one small change after the other, and
 * tells which changes no test notices. What is known of the unchanged code of a whole room is kept in coverage/mutation and not tried
 * again; `--force` tries everything, `--concurrency=2` in two processes.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import picomatch from "picomatch";
import { isRoom, rooms } from "./rooms.js";

const OUT = "coverage/mutation";

/** The least share of changes, in hundredths, that the tests of a room notice. */
const LEAST = 90;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: "boolean", default: false }, concurrency: { type: "string", default: "1" } },
});
const [name, ...files] = positionals;
if (!isRoom(name)) throw new Error(`name one of the rooms ${Object.keys(rooms).join(", ")}`);

const isTest = picomatch([...rooms[name].tests]);
const tests = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter((file) => isTest(file));
await new Stryker({
  testRunner: "inProcess",
  tests,
  plugins: ["./test/mutation/plugins.mjs"],
  ignorers: ["sentences"],
  mutate: files.length > 0 ? files : [...rooms[name].sources],
  coverageAnalysis: "perTest",
  incremental: files.length === 0,
  incrementalFile: `${OUT}/${name}.json`,
  force: values.force,
  // Beside what the tests take: a busy machine is no endless loop.
  timeoutMS: 30_000,
  concurrency: Number(values.concurrency),
  ignorePatterns: ["coverage", "dist", "docs/api"],
  disableTypeChecks: false,
  tempDirName: `${OUT}/sandbox-${name}`,
  reporters: ["survivors", "clear-text", "html", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  htmlReporter: { fileName: `${OUT}/${name}.html` },
  thresholds: { high: LEAST, low: LEAST, break: LEAST },
}).runMutationTest();
