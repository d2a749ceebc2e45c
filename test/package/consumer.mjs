/**
 * Packs the built package, installs it in an empty folder as a user would, and uses it: ESM and CommonJS, JavaScript and
 * TypeScript, the command line.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consumer-"));
const { exports: exportsMap } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.keys(exportsMap).filter((name) => !name.endsWith(".json"));

/** Runs a program in the folder and returns what it prints. */
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const use = `
const report = reportBuilder("2021", { agency: { name: "某县人民政府" }, year: 2023 })
  .disclosure({}, { omitted: 0 })
  .requests({ received: { naturalPerson: 4 }, granted: { naturalPerson: 4 } }, { omitted: 0 })
  .remedies({}, { omitted: 0 })
  .build();
const { status } = validate(report);
if (status !== "balanced") throw new Error(status);
if (!renderText(report).includes("本年新收政府信息公开申请数量")) throw new Error("no table");
console.log(status);
`;

/** The built files but the command line, which is Node's own. */
const library = readdirSync(join(root, "dist")).filter((name) => /\.c?js$/.test(name) && name !== "bin.js");
for (const name of library) {
  if (/["']node:/.test(readFileSync(join(root, "dist", name), "utf8"))) throw new Error(`dist/${name} needs Node`);
}
console.log(`${library.length} built files need nothing of Node`);

try {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root, encoding: "utf8" }).trim();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  run("npm", "install", "--silent", "--no-audit", "--no-fund", join(folder, packed.split("\n").at(-1)));

  writeFileSync(join(folder, "esm.mjs"), `import { reportBuilder, renderText, validate } from "disclosure-report";${use}`);
  writeFileSync(join(folder, "cjs.cjs"), `const { reportBuilder, renderText, validate } = require("disclosure-report");${use}`);
  writeFileSync(join(folder, "all.mjs"), entries.map((name) => `await import("disclosure-report${name.slice(1)}");`).join("\n"));
  writeFileSync(join(folder, "all.cjs"), entries.map((name) => `require("disclosure-report${name.slice(1)}");`).join("\n"));
  writeFileSync(
    join(folder, "typed.mts"),
    `import { reportBuilder, renderText, validate, type Report } from "disclosure-report";${use}
const typed: Report<"2021"> = report;
// @ts-expect-error: no such category
typed.requests.granted.person;
`,
  );
  for (const file of ["esm.mjs", "cjs.cjs", "all.mjs", "all.cjs"]) console.log(file, run("node", file).trim());
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  run(
    "node",
    tsc,
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--module",
    "nodenext",
    "--lib",
    "es2022,dom",
    "--skipLibCheck",
    "typed.mts",
  );
  console.log("typed.mts compiles");
  const cells = run(join(folder, "node_modules/.bin/disclosure-report"), "form", "--edition", "2021").trim().split("\n");
  if (cells.length !== 200) throw new Error(`the command line printed ${cells.length} figures`);
  console.log("command line works");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
