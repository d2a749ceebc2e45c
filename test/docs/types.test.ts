import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries, filesBelow, pageExamples } from "./examples.js";

const pages = ["README.md", ...filesBelow("docs", [".md"]).filter((path) => !path.startsWith("docs/api"))];
const examples = pages.flatMap(pageExamples);

let folder = "";
const errors = new Map<string, string>();

/** All pages in one program, as strict as a user's may be; the package is read from its sources. */
beforeAll(() => {
  folder = mkdtempSync(join(process.cwd(), "node_modules/.examples-"));
  const files = examples.map(({ code }, i) => {
    const file = join(folder, `${i}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.asynciterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
    paths: Object.fromEntries([...entries].map(([name, file]) => [name, [join(process.cwd(), file)]])),
  });
  files.forEach((file, i) => {
    const source = program.getSourceFile(file);
    const found =
      source === undefined ? [] : [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const said = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    errors.set(examples[i]?.at ?? "", said.join("\n"));
  });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("examples of the pages compile under strict settings", () => {
  it.each(examples)("$at", ({ at }) => {
    expect(errors.get(at)).toBe("");
  });
});
