import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A block of TypeScript in a page or in a docstring. */
export interface Example {
  /** File and line it stands at. */
  readonly at: string;
  readonly code: string;
}

/** All files below a folder with one of the endings. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort();
}

/** Text of a file of the project. */
export function fileText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function blocks(text: string, path: string, firstLine: number): readonly Example[] {
  const found: Example[] = [];
  const lines = text.split("\n");
  let start = -1;
  lines.forEach((line, i) => {
    if (start < 0 && /^\s*```ts\s*$/.test(line)) start = i + 1;
    else if (start >= 0 && /^\s*```\s*$/.test(line)) {
      found.push({ at: `${path}:${firstLine + start}`, code: lines.slice(start, i).join("\n") });
      start = -1;
    }
  });
  return found;
}

/** The examples of a Markdown page. */
export function pageExamples(path: string): readonly Example[] {
  return blocks(fileText(path), path, 1);
}

/** The examples in the docstrings of a source file. */
export function docstringExamples(path: string): readonly Example[] {
  const text = fileText(path);
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const line = text.slice(0, comment.index).split("\n").length;
    const body = comment[0].replace(/^[ \t]*\* ?/gm, "");
    return blocks(body, path, line);
  });
}

/** Entry points of the package, by the name that they are imported by. */
export const entries: ReadonlyMap<string, string> = new Map(
  Object.keys((JSON.parse(fileText("package.json")) as { exports: object }).exports)
    .filter((name) => !/\.json$|\*$/.test(name))
    .map((name) => [`disclosure-report${name.slice(1)}`, `src/${name === "." ? "index" : name.slice(2)}.ts`]),
);

/**
 * Turns an example into a module that can be run: every `expression; //=> value` becomes a check, and imports of the package
 * become imports of its sources. `prelude` is what docstrings take for granted.
 */
export function runnable({ code }: Example, prelude: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const trailing = ts.getTrailingCommentRanges(code, node.end)?.map(({ pos, end }) => code.slice(pos, end)) ?? [];
      const expected = trailing.find((comment) => comment.startsWith("//=>"));
      if (expected !== undefined) {
        const value = expected.slice(4).trim();
        const text = `__check(${node.expression.getText(source)}, ${value}, ${JSON.stringify(value)});`;
        edits.push({ from: node.getStart(source), to: node.end, text });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let text = code;
  for (const { from, to, text: replacement } of edits.reverse()) text = text.slice(0, from) + replacement + text.slice(to);
  for (const [name, file] of entries) {
    text = text.replaceAll(`from "${name}"`, `from ${JSON.stringify(join(ROOT, file).replace(/\.ts$/, ".js"))}`);
  }
  return `${/^\s*import\s/m.test(text) ? "" : prelude}\n${text}\n`;
}

/** Imports everything that the entry points export, for docstrings, which do not say where their names come from. */
export function preludeFor(names: ReadonlyMap<string, readonly string[]>): string {
  const seen = new Set<string>();
  return [...names]
    .map(([file, exported]) => {
      const fresh = exported.filter((name) => !seen.has(name));
      for (const name of fresh) seen.add(name);
      return `import { ${fresh.join(", ")} } from ${JSON.stringify(join(ROOT, file).replace(/\.ts$/, ".js"))};`;
    })
    .join("\n");
}

/** How many checks a piece of code makes. */
export function checksIn(code: string): number {
  return code.split("//=>").length - 1;
}
