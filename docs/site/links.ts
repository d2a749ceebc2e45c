/**
 * Whether every link of the site leads somewhere: to a file that is there and, if it names one, to a place in it that is there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

interface Seen {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

function lookAt(html: string): Seen {
  const ids = new Set<string>();
  const links: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node) {
      for (const { name, value } of node.attrs) {
        if (name === "id" || (name === "name" && node.tagName === "a")) ids.add(value);
        else if (name === "href" || name === "src") links.push(value);
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return { ids, links };
}

/** Everything in a built site that leads nowhere, with the page that it stands in. `foreign` are pages whose links are none of the site's. */
export function deadLinks(root: string, foreign: (path: string) => boolean): readonly string[] {
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => posix.relative(root, posix.join(parentPath, name))),
  );
  const pages = [...files].filter((path) => path.endsWith(".html"));
  const seen = new Map(
    pages.filter((path) => !foreign(path)).map((path) => [path, lookAt(readFileSync(join(root, path), "utf8"))]),
  );
  return [...seen].flatMap(([page, { links }]) =>
    [...new Set(links)]
      .filter((link) => !/^[a-z][a-z\d+.-]*:/i.test(link))
      .filter((link) => {
        const [path = "", anchor = ""] = link.split("#", 2);
        const target = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path.replace(/\?.*$/, "")));
        if (!files.has(target)) return true;
        return anchor !== "" && seen.get(target)?.ids.has(decodeURIComponent(anchor)) === false;
      })
      .map((link) => `${page}: ${link}`),
  );
}
