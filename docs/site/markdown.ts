/**
 * A Markdown file as the inside of a page, and what is known of it: its title, its headings, the text under each.
 */
import {
  bundledLanguages,
  bundledThemes,
  codeToTokensWithThemes,
  createOnigurumaEngine,
  createShikiInternal,
  loadBuiltinWasm,
} from "@gerrit0/mini-shiki";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "../../src/_internal/escape.js";

export interface Section {
  /** What leads to it within its page; empty for what stands before the first heading below the title. */
  readonly id: string;
  readonly heading: string;
  readonly level: number;
  readonly text: string;
}

export interface Written {
  readonly html: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

const THEME = "github-light-high-contrast";
const LANGUAGES = ["bash", "json", "python", "r", "sql", "typescript", "yaml"] as const;

await loadBuiltinWasm();
const colours = await createShikiInternal({
  engine: await createOnigurumaEngine(),
  langs: LANGUAGES.map((name) => bundledLanguages[name]),
  themes: [bundledThemes[THEME]],
});

/** Code as it stands in a page, coloured where its language is known. */
export function code(text: string, language: string): string {
  const known = colours.getLoadedLanguages().includes(language);
  if (!known) return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
  const lines = codeToTokensWithThemes(colours, text, { lang: language, themes: { light: THEME } });
  const spans = lines.map((line) =>
    line
      .map(({ content, variants: { light } }) => `<span style="color:${light?.color ?? "inherit"}">${escapeHtml(content)}</span>`)
      .join(""),
  );
  return `<pre tabindex="0"><code>${spans.join("\n")}</code></pre>`;
}

/** What leads to a heading, as repositories make it of its words. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** The words of a line, without what makes them bold or a link. */
const wordsOf = (inline: Token): string =>
  (inline.children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : type === "image" ? "" : content))
    .join("");

const markdown = new MarkdownIt({ html: false, highlight: code });
markdown.renderer.rules["table_open"] = () => '<div class="wide" tabindex="0" role="group"><table>';
markdown.renderer.rules["table_close"] = () => "</table></div>";

/** Chinese, and the signs that are as wide. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** A line of a file that ends within a Chinese sentence ends with no space. */
markdown.core.ruler.push("chinese_lines", ({ tokens }) => {
  for (const { children } of tokens) {
    children?.forEach((child, i) => {
      if (child.type !== "softbreak") return;
      const before = children.slice(0, i).findLast(({ content }) => content !== "");
      const after = children.slice(i + 1).find(({ content }) => content !== "");
      if (!WIDE.test(before?.content.slice(-1) ?? "") || !WIDE.test(after?.content.slice(0, 1) ?? "")) return;
      child.type = "text";
      child.content = "";
    });
  }
});

/** A cell with so many characters is a sentence, and is given the room of one. */
const SENTENCE = 24;

markdown.core.ruler.push("sentences", ({ tokens }) => {
  tokens.forEach((token, i) => {
    if (token.type === "td_open" && wordsOf(tokens[i + 1] ?? token).length >= SENTENCE) token.attrJoin("class", "long");
  });
});

/** Cells are set apart in a text that is searched, so that no word goes over their edge. */
const APART = new Set(["td_close", "th_close", "paragraph_close", "list_item_close", "tr_close"]);

/**
 * Writes a file as the inside of a page. `href` says where a link leads that stands in the file.
 */
export function written(text: string, href: (href: string) => string): Written {
  const source = text.replace(/^<!--[\s\S]*?-->\s*/, "");
  const tokens = markdown.parse(source, {});
  const seen = new Map<string, number>();
  const sections: { id: string; heading: string; level: number; text: string }[] = [];
  let title = "";
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token.type === "heading_open" && next !== undefined) {
      const heading = wordsOf(next);
      const slug = slugOf(heading);
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      const id = count === 0 ? slug : `${slug}-${count}`;
      token.attrSet("id", id);
      if (title === "") title = heading;
      sections.push({ id: token.tag === "h1" ? "" : id, heading, level: Number(token.tag.slice(1)), text: "" });
      return;
    }
    for (const { type, attrs } of token.children ?? []) {
      const name = type === "link_open" ? "href" : type === "image" ? "src" : null;
      for (const attr of attrs ?? []) if (attr[0] === name) attr[1] = href(attr[1]);
    }
    const section = sections.at(-1);
    if (section === undefined) return;
    if (token.type === "inline" && tokens[i - 1]?.type !== "heading_open") section.text += wordsOf(token);
    else if (token.type === "fence" || token.type === "code_block") section.text += `${token.content} `;
    else if (APART.has(token.type)) section.text += " ";
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), title, sections };
}

/** The groups of links of a list of pages: a heading, and the links below it. */
export function contentsOf(text: string): readonly Group[] {
  const groups: { heading: string; links: Link[] }[] = [];
  const tokens = markdown.parse(text, {});
  tokens.forEach((token, i) => {
    if (token.type !== "inline") return;
    if (tokens[i - 1]?.tag === "h2") groups.push({ heading: wordsOf(token), links: [] });
    const children = token.children ?? [];
    children.forEach((child, at) => {
      const href = child.attrGet("href");
      if (child.type === "link_open" && href !== null)
        groups.at(-1)?.links.push({ href, words: children[at + 1]?.content ?? "" });
    });
  });
  return groups;
}

export interface Link {
  readonly href: string;
  readonly words: string;
}

export interface Group {
  readonly heading: string;
  readonly links: readonly Link[];
}
