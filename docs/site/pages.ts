/**
 * Which pages the site has. Every page is a Markdown file of the repository, and the site mirrors the repository: what leads from one
 * file to another leads from one page to another.
 */
import { posix } from "node:path";
import type { Language } from "../../src/index.js";

export interface Page {
  /** The file, from the root of the repository. */
  readonly source: string;
  /** The page, from the root of the site. */
  readonly out: string;
  /** The language of those that it stands among. */
  readonly language: Language;
  /** The language that it is written in. */
  readonly written: Language;
  /** The page that says the same in the other language. */
  readonly other: string;
}

const HOME = { en: "README.md", zh: "docs/README.zh-CN.md" };

const CHINESE = /\.zh-CN\.md$/;

const otherSource = (source: string): string => {
  if (source === HOME.en) return HOME.zh;
  if (source === HOME.zh) return HOME.en;
  return CHINESE.test(source) ? source.replace(CHINESE, ".md") : source.replace(/\.md$/, ".zh-CN.md");
};

const outOf = (source: string): string => (source === HOME.en ? "index.html" : source.replace(/\.md$/, ".html"));

/** A page for each file; a file that exists in one language only is a page among those of either language. */
export function pagesOf(sources: readonly string[]): readonly Page[] {
  const all = new Set(sources);
  return sources.flatMap((source): Page[] => {
    const language: Language = CHINESE.test(source) ? "zh" : "en";
    const own = { source, out: outOf(source), language, written: language, other: outOf(otherSource(source)) };
    return all.has(otherSource(source))
      ? [own]
      : [own, { ...own, out: own.other, language: language === "en" ? "zh" : "en", other: own.out }];
  });
}

/** The site as one that writes a page sees it: what a link of a file leads to. */
export class Site {
  readonly pages: readonly Page[];
  /** Files of the repository that pages lead to and that are no pages themselves. */
  readonly files = new Set<string>();

  constructor(sources: readonly string[]) {
    this.pages = pagesOf(sources);
  }

  /** Where in the site a path leads that stands in a file: to the page of what it names, of the same language if it is in both. */
  target(from: Page, path: string): string {
    const named = posix.join(posix.dirname(from.source), decodeURI(path));
    const those = this.pages.filter(({ source }) => source === named);
    const page = those.find(({ language }) => language === from.language) ?? those[0];
    if (page !== undefined) return page.out;
    this.files.add(named);
    return siteFile(named, from.language);
  }

  /** A link of a file as it stands in its page. */
  href(from: Page, href: string): string {
    if (/^[a-z][a-z\d+.-]*:|^#/i.test(href)) return href;
    const [path = "", anchor] = href.split("#", 2);
    return relative(from.out, this.target(from, path)) + (anchor === undefined ? "" : `#${anchor}`);
  }
}

/** Folders that lie in the site as they are. */
export const FOLDERS = ["docs/images", "docs/standard"];

export const isCopied = (path: string): boolean => FOLDERS.some((folder) => path.startsWith(`${folder}/`));

/** Where a file that is no page lies: as it is, or, where a browser would not show it, as a page with its text. */
export const siteFile = (path: string, language: Language): string =>
  isCopied(path) ? path : `${path}${language === "zh" ? ".zh-CN" : ""}.html`;

/** A path of the site from another, as it stands in a link. */
export const relative = (from: string, to: string): string => encodeURI(posix.relative(posix.dirname(from), to));
