/**
 * Builds the workbench: one HTML file with everything in it, worker, PDF engine and licences too.
 *
 *     tsx docs/workbench/build.ts [--open] [-o FILE]
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "vite";
import { rulesOf } from "../../src/check.js";
import { editionIds } from "../../src/index.js";
import { leanWasm } from "./leanWasm.js";
import { licencesOf } from "./licences.js";
import { packed, withDifferences } from "./pack.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../..");
const CACHE = join(ROOT, "node_modules/.cache");

/** What the page may be in bytes, and after gzip. */
export const CEILING = { raw: 5_000_000, gzip: 2_000_000 };

/** The browsers that are promised: Chromium 109 is the last for Windows 7; Firefox 115 the oldest extended release in use. */
const TARGETS = ["chrome109", "firefox115"];

const read = (name: string): string => readFileSync(join(HERE, name), "utf8");

/** The rules that the page draws. */
const linearRules = Object.fromEntries(
  editionIds.map((id) => [
    id,
    {
      report: rulesOf(id, { kind: "linear", scope: "report", severity: "error" }),
      years: rulesOf(id, { kind: "linear", scope: "years" }),
    },
  ]),
);

interface Bundle {
  readonly code: string;
  readonly modules: readonly string[];
}

/** The functions of the PDF engine that the library calls. */
const engineCalls = new Set(
  readdirSync(join(ROOT, "src/formats/pdf"))
    .flatMap((name) => [...readFileSync(join(ROOT, "src/formats/pdf", name), "utf8").matchAll(/\.((?:E?FPDF|PDFiumExt)\w*)\(/g)])
    .map(([, name = ""]) => name),
);

/**
 * Of the PDF engine's glue only what is called: a thousand wrappers are never. It finds its WebAssembly in the page, so the file
 * that its own address would lead to must not be packed a second time.
 */
const leanEngine: Plugin = {
  name: "lean-engine",
  enforce: "pre",
  transform: (code, id) => {
    if (!id.includes("@embedpdf/pdfium")) return null;
    const unused = (whole: string, name: string): string => (engineCalls.has(name) ? whole : "");
    return code
      .replace(/new URL\((["'])pdfium\.wasm\1,\s*import\.meta\.url\)\.href/g, '""')
      .replace(/^Module\['_((?:E?FPDF|FORM|PDFium|FSDK)\w*)'\] = createExportWrapper\([^\n]*\);\n/gm, unused)
      .replace(/^ {4}((?:E?FPDF|FORM|PDFium|FSDK)\w*): \[\[[^\n]*\],\n/gm, unused)
      .replace(/\["_EPDF_\w+"(?:,"\w+")*\]/g, "[]");
  },
};

/** Of the package for LZMA the page needs only what takes apart. */
const leanLzma: Plugin = {
  name: "lean-lzma",
  load: (id) => (/lzma1\/lib\/encoder\.js$/.test(id) ? "export class Encoder {}" : null),
};

async function bundle(entry: string): Promise<Bundle> {
  const made = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [leanEngine, leanLzma],
    resolve: {
      alias: [
        { find: /^disclosure-report$/, replacement: join(ROOT, "src/index.ts") },
        { find: /^disclosure-report\/(.*)$/, replacement: join(ROOT, "src/$1.ts") },
      ],
      conditions: ["browser", "module", "import"],
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    define: { "process.env.NODE_ENV": '"production"', LINEAR_RULES: JSON.stringify(linearRules) },
    build: {
      write: false,
      target: TARGETS,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: join(HERE, entry), output: { format: "iife", codeSplitting: false } },
    },
  });
  const outputs = "output" in made ? made.output : [];
  const [chunk] = outputs.flatMap((output) => (output.type === "chunk" ? [output] : []));
  if (chunk === undefined || outputs.length !== 1) throw new Error(`${entry} became ${outputs.length} files, not one`);
  return { code: chunk.code, modules: chunk.moduleIds };
}

/** The PDF engine, compressed once for each of its versions. */
function packedEngine(): string {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const lean = leanWasm(wasm, (name) => !/^(?:E?FPDF|FORM|PDFium|FSDK)/.test(name) || engineCalls.has(name));
  const short = withDifferences(lean);
  const kept = join(CACHE, `pdfium-${createHash("sha256").update(short).digest("hex").slice(0, 16)}.lzma`);
  if (!existsSync(kept)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, packed(short));
  }
  return readFileSync(kept).toString("base64");
}

/** A script as it may stand in a page: nothing in it ends the element. */
const inScript = (code: string): string => code.replace(/<\/(?=script)/gi, "<\\/").replace(/<!--/g, "<\\!--");

/** A text as it may stand in a script element that is no script; the page takes it apart again. */
const asData = (text: string): string => JSON.stringify(text).replace(/</g, "\\u003c");

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const minifyStyle = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim();

export async function buildWorkbench(): Promise<string> {
  const page = await bundle("page/main.tsx");
  const worker = await bundle("worker/worker.ts");
  const boot = await bundle("worker/boot.ts");
  const style = minifyStyle(read("page/style.css"));
  const guard = inScript(read("guard.js").trim());
  const script = inScript(page.code.trim());
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(guard)} ${hashOf(script)} blob: 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "worker-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const parts: Readonly<Record<string, string>> = {
    CSP: policy,
    STYLE: style,
    GUARD: guard,
    BOOT: asData(boot.code),
    WORKER: Buffer.from(packed(new TextEncoder().encode(worker.code))).toString("base64"),
    PDFIUM: packedEngine(),
    LICENCES: asData(licencesOf(ROOT, [...page.modules, ...worker.modules, ...boot.modules])),
    SCRIPT: script,
  };
  return read("index.html").replace(/%([A-Z]+)%/g, (whole, name: string) => parts[name] ?? whole);
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf("-o");
  const out = resolve(at === -1 ? join(ROOT, "dist/workbench.html") : (args[at + 1] ?? ""));
  const html = await buildWorkbench();
  const size = { raw: Buffer.byteLength(html), gzip: gzipSync(html, { level: 9 }).length };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  console.log(`${out}: ${size.raw} bytes, ${size.gzip} after gzip`);
  if (size.raw > CEILING.raw || size.gzip > CEILING.gzip) {
    throw new Error(`the page may have ${CEILING.raw} bytes, ${CEILING.gzip} after gzip`);
  }
  if (args.includes("--open")) open(pathToFileURL(out).href);
}

/** Opens the page with whatever opens pages here; where nothing does, its address was printed. */
function open(address: string): void {
  const [program = "", ...rest] =
    process.platform === "win32" ? ["cmd", "/c", "start", ""] : process.platform === "darwin" ? ["open"] : ["xdg-open"];
  execFile(program, [...rest, address], () => undefined);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
