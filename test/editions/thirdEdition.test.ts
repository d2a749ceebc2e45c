import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rulesOf } from "../../src/check.js";
import { describeForm } from "../../src/index.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Puts one line behind another, which must be there once. */
function insertBehind(path: string, line: string, added: string): void {
  const text = readFileSync(path, "utf8");
  const parts = text.split(line);
  if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times ${line}`);
  writeFileSync(path, parts.join(line + added));
}

describe("a third edition", () => {
  const copy = mkdtempSync(join(tmpdir(), "third-edition-"));
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [join(ROOT, "node_modules", command), ...args], { cwd: copy, encoding: "utf8" });

  beforeAll(() => {
    for (const part of ["src", "docs/generate", "docs/standard", "package.json", "tsconfig.json"]) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    mkdirSync(join(copy, "docs"), { recursive: true });
    // One file …
    cpSync(join(HERE, "edition2027.txt"), join(copy, "src/form/edition2027.ts"));
    // … a line in `editions`, and its import …
    const form = join(copy, "src/form/form.ts");
    insertBehind(form, 'import { edition2021 } from "./edition2021.js";\n', 'import { edition2027 } from "./edition2027.js";\n');
    insertBehind(form, 'export const editions = { "2021": edition2021,', ' "2027": edition2027,');
    // … and its new terms in the code lists.
    const terms = join(copy, "src/form/terms.ts");
    const term = (id: string, label: string, english: string) => `\n  ${id}: { label: "${label}", english: "${english}" },`;
    insertBehind(
      terms,
      "export const requestOutcomes = /* @__PURE__ */ codeList({",
      term("personalPrivacy", "属于个人隐私", "personal privacy"),
    );
    insertBehind(
      terms,
      "export const remedyResults = /* @__PURE__ */ codeList({",
      term("mediated", "调解结案", "settled by mediation"),
    );
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("is one file, a line and its terms: it regenerates, type-checks, and goes through everything", () => {
    run("tsx/dist/cli.mjs", "docs/generate/main.ts");
    writeFileSync(
      join(copy, "tsconfig.json"),
      JSON.stringify({
        extends: join(ROOT, "tsconfig.json"),
        compilerOptions: { incremental: false, tsBuildInfoFile: null },
        include: [join(copy, "src")],
      }),
    );
    expect(run("typescript/bin/tsc", "-p", ".")).toBe("");
    const said = run("tsx/dist/cli.mjs", join(HERE, "proof.ts"), copy, "2027", "personalPrivacy", "mediated");
    const here = (["2021", "2019"] as const).map((id) => {
      const { edition, cells } = describeForm(id);
      return createHash("sha256")
        .update(JSON.stringify([edition, cells, rulesOf(id)]))
        .digest("hex");
    });
    expect(JSON.parse(said)).toEqual(here);
  }, 180_000);
});
