import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docstringExamples, type Example, entries, filesBelow, pageExamples, preludeFor, runnable } from "./examples.js";

const pages = ["README.md", ...filesBelow("docs", [".md"]).filter((path) => !path.startsWith("docs/api"))];
const sources = filesBelow("src", [".ts"]);

let folder = "";
let prelude = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "examples-"));
  const names = new Map<string, readonly string[]>();
  for (const file of entries.values()) {
    const exported = (await import(pathToFileURL(join(process.cwd(), file)).href)) as object;
    names.set(file, Object.keys(exported));
  }
  prelude = preludeFor(names);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let number = 0;

/** Runs an example; every `//=>` in it is a check. */
async function run(example: Example): Promise<void> {
  number += 1;
  const file = join(folder, `example-${number}.ts`);
  const header = `import { expect as __expect } from ${JSON.stringify(pathToFileURL(join(process.cwd(), "node_modules/vitest/dist/index.js")).href)};
const __check = (actual: unknown, expected: unknown, said: string): void => { __expect(actual, said).toEqual(expected); };`;
  writeFileSync(file, `${header}\n${runnable(example, prelude)}`);
  await import(file);
}

describe("examples in the documentation", () => {
  it.each(pages.flatMap(pageExamples))("$at", run);
});

describe("examples in docstrings", () => {
  const examples = sources.flatMap(docstringExamples);
  it.each(examples)("$at", run);

  it("are there", () => {
    expect(examples.length).toBeGreaterThan(20);
  });
});
