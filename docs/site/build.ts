/**
 * Builds the site into dist/site: every Markdown file of the repository as a page in Chinese and in English, the reference of all
 * exported names, the workbench, and the files of the standard. A link that leads nowhere is an error.
 *
 *     tsx docs/site/build.ts
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { escapeHtml } from "../../src/_internal/escape.js";
import type { Language } from "../../src/index.js";
import { buildWorkbench } from "../workbench/build.js";
import { writeApi } from "./api.js";
import type { Found } from "./found.js";
import { deadLinks } from "./links.js";
import { code, contentsOf, type Group, written } from "./markdown.js";
import { FOLDERS, isCopied, type Page, relative, Site, siteFile } from "./pages.js";
import { API, type Content, LIST, STANDARD_FILES, shell, WORKBENCH } from "./shell.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../..");
const OUT = join(ROOT, "dist/site");

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

function write(path: string, text: string): void {
  const file = join(OUT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

const site = new Site(["README.md", "CHANGELOG.md", ...markdownIn("docs"), ...markdownIn("docs/standard")]);

/** The list of pages in `docs/index.md` is the contents of the site, as they lead from a page. */
function contentsFor(page: Page): readonly Group[] {
  const list = site.pages.find(({ out }) => out === LIST[page.language]);
  if (list === undefined) throw new Error("there is no list of pages");
  return contentsOf(read(list.source)).map(({ heading, links }) => ({
    heading,
    links: links.map(({ href, words }) => ({ words, href: relative(page.out, site.target(list, href)) })),
  }));
}

const found: Record<Language, Found[]> = { zh: [], en: [] };

/** A page that is not in the contents is not found by whoever reads. */
function unlisted(page: Page): boolean {
  const listed = contentsFor(page).flatMap(({ links }) => links.map(({ href }) => href));
  return !listed.includes(relative(page.out, page.out)) && !/README|index/.test(page.source);
}

function writePage(page: Page, content: Content): void {
  write(page.out, shell(page, content, contentsFor(page)));
  for (const { id, heading, level, text } of content.sections) {
    const anchor = id === "" ? "" : `#${encodeURIComponent(id)}`;
    const place = { href: encodeURI(page.out) + anchor, page: content.title, heading: level === 1 ? "" : heading };
    found[page.language].push({ ...place, text });
  }
}

/** A page in both languages that is no file of the repository. */
function writeBoth(out: Readonly<Record<Language, string>>, content: (page: Page) => Content): void {
  for (const [language, other] of [
    ["zh", "en"],
    ["en", "zh"],
  ] as const) {
    const page: Page = { source: dirname(out[language]), out: out[language], language, written: language, other: out[other] };
    writePage(page, content(page));
  }
}

interface StandardIndex {
  readonly description: Readonly<Record<Language, string>>;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** What lies in the folder of the standard, by its own index. */
function standardFiles({ language }: Page): Content {
  const { description, files } = JSON.parse(read("docs/standard/index.json")) as StandardIndex;
  const [title, file, size] = language === "zh" ? ["标准文件", "文件", "字节"] : ["The standard’s files", "file", "bytes"];
  const rows = [{ path: "index.json", bytes: Buffer.byteLength(read("docs/standard/index.json")) }, ...files].map(
    ({ path, bytes }) => `<tr><td><a href="${encodeURI(path)}">${escapeHtml(path)}</a></td><td>${bytes}</td></tr>`,
  );
  return {
    title,
    html: `<h1>${title}</h1><p>${escapeHtml(description[language])}</p><div class="wide" tabindex="0" role="group"><table><thead><tr><th>${file}</th><th>${size}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`,
    sections: [{ id: "", heading: title, level: 1, text: files.map(({ path }) => path).join(" ") }],
  };
}

/** The text of a file that a page leads to and that a browser would not show. */
function fileAsPage(path: string): Content {
  return { title: path, html: `<h1>${escapeHtml(path)}</h1>${code(read(path), extname(path).slice(1))}`, sections: [] };
}

async function writeScript(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: {
      outDir: join(OUT, "assets"),
      emptyOutDir: false,
      copyPublicDir: false,
      target: ["chrome109", "firefox115"],
      modulePreload: false,
      rolldownOptions: {
        input: join(HERE, "page/site.ts"),
        output: { format: "iife", codeSplitting: false, entryFileNames: "site.js" },
      },
    },
  });
  cpSync(join(HERE, "page/style.css"), join(OUT, "assets/site.css"));
}

rmSync(OUT, { recursive: true, force: true });
for (const folder of FOLDERS) cpSync(join(ROOT, folder), join(OUT, folder), { recursive: true });
const lost = site.pages.filter(unlisted).map(({ source }) => source);
if (lost.length > 0) throw new Error(`in no list of pages (docs/index.md, docs/index.zh-CN.md): ${lost.join(", ")}`);
for (const page of site.pages)
  writePage(
    page,
    written(read(page.source), (href) => site.href(page, href)),
  );
writeBoth(STANDARD_FILES, standardFiles);
for (const path of site.files) {
  if (isCopied(path)) continue;
  writeBoth({ zh: siteFile(path, "zh"), en: siteFile(path, "en") }, () => fileAsPage(path));
}
await writeScript();
write(WORKBENCH, await buildWorkbench());
const names = await writeApi(OUT, API);
for (const [language, records] of Object.entries(found)) {
  // A script and not JSON: a page that was opened from a disk may read the one and not the other.
  write(`assets/search.${language}.js`, `globalThis.siteRecords=${JSON.stringify([...records, ...names])};`);
}
const dead = deadLinks(OUT, (path) => path === WORKBENCH || path.startsWith("docs/standard/documents/"));
if (dead.length > 0) throw new Error(`links that lead nowhere:\n${dead.join("\n")}`);
console.log(`${OUT}: ${site.pages.length} pages, ${names.length} exported names; every link leads somewhere`);
