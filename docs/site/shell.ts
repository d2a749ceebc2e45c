/**
 * What stands around the inside of every page: bar, contents of the site, headings of the page.
 */
import { escapeHtml } from "../../src/_internal/escape.js";
import type { Language } from "../../src/index.js";
import type { Group, Section } from "./markdown.js";
import { type Page, relative } from "./pages.js";

const WORDS = {
  zh: {
    lang: "zh-CN",
    site: "政府信息公开年度报告",
    skip: "跳到正文",
    search: "搜索",
    searchHint: "搜索（按 / 键）",
    contents: "目录",
    onPage: "本页内容",
    docs: "文档",
    workbench: "年报工作台",
    api: "接口",
    files: "标准文件",
    other: "English",
    otherLang: "en",
  },
  en: {
    lang: "en",
    site: "disclosure-report",
    skip: "Skip to the text",
    search: "Search",
    searchHint: "Search (press /)",
    contents: "Contents",
    onPage: "On this page",
    docs: "Documentation",
    workbench: "Workbench",
    api: "API",
    files: "The standard’s files",
    other: "中文",
    otherLang: "zh-CN",
  },
} as const satisfies Record<Language, Record<string, string>>;

const HOME: Readonly<Record<Language, string>> = { en: "index.html", zh: "docs/README.zh-CN.html" };

/** The page that lists the files of the standard. */
export const STANDARD_FILES: Readonly<Record<Language, string>> = {
  en: "docs/standard/index.html",
  zh: "docs/standard/index.zh-CN.html",
};

/** The page that lists the others. */
export const LIST: Readonly<Record<Language, string>> = { en: "docs/index.html", zh: "docs/index.zh-CN.html" };

export const API = "api";
export const WORKBENCH = "workbench.html";

export interface Content {
  readonly title: string;
  readonly html: string;
  readonly sections: readonly Section[];
}

/** A link that says so where it leads to the page that it stands on. */
function link(page: Page, to: string, words: string): string {
  const current = to === page.out ? ' aria-current="page"' : "";
  return `<a href="${relative(page.out, to)}"${current}>${escapeHtml(words)}</a>`;
}

/** A whole page. The links of `contents` are already those of this page. */
export function shell(page: Page, { title, html, sections }: Content, contents: readonly Group[]): string {
  const words = WORDS[page.language];
  const to = (path: string): string => relative(page.out, path);
  const here = to(page.out);
  const groups = contents.map(
    ({ heading, links }) =>
      `<h2>${escapeHtml(heading)}</h2><ul>${links
        .map(
          ({ href, words: name }) =>
            `<li><a href="${href}"${href === here ? ' aria-current="page"' : ""}>${escapeHtml(name)}</a></li>`,
        )
        .join("")}</ul>`,
  );
  const parts = sections.filter(({ level, id }) => id !== "" && level <= 3);
  const onPage =
    parts.length < 2
      ? ""
      : `<nav class="parts" aria-label="${words.onPage}"><h2>${words.onPage}</h2><ul>${parts
          .map(
            ({ id, heading, level }) =>
              `<li class="l${level}"><a href="#${encodeURIComponent(id)}">${escapeHtml(heading)}</a></li>`,
          )
          .join("")}</ul></nav>`;
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title === words.site ? title : `${title} · ${words.site}`)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to("assets/site.css")}">
<script defer src="${to("assets/site.js")}"></script>
</head>
<body>
<a class="skip" href="#text">${words.skip}</a>
<header class="top">
<a class="name" href="${to(HOME[page.language])}">${words.site}</a>
<search class="search" hidden>
<input type="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" aria-label="${words.search}" placeholder="${words.searchHint}" autocomplete="off" spellcheck="false">
<div class="found" hidden><div id="found" role="listbox" aria-label="${words.search}"></div><p role="status"></p></div>
</search>
<nav aria-label="${words.site}">
${link(page, LIST[page.language], words.docs)}
${link(page, WORKBENCH, words.workbench)}
${link(page, `${API}/index.html`, words.api)}
${link(page, STANDARD_FILES[page.language], words.files)}
<a href="${to(page.other)}" lang="${words.otherLang}" hreflang="${words.otherLang}">${words.other}</a>
</nav>
</header>
<div class="body">
<details class="contents" open><summary>${words.contents}</summary><nav aria-label="${words.contents}">${groups.join("")}</nav></details>
<main id="text" lang="${WORDS[page.written].lang}">
${html}
</main>
${onPage}
</div>
</body>
</html>
`;
}
