import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sqlOf } from "../../src/sql.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Grammar {
  readonly validate: (sql: string) => readonly { readonly message: string; readonly startLine: number }[];
}

/** The grammars of stores that run on many machines. Their package resolves under bundlers alone. */
export async function grammars(): Promise<Readonly<Record<string, Grammar>>> {
  const outfile = `${ROOT}node_modules/.cache/grammars/grammars.cjs`;
  mkdirSync(`${ROOT}node_modules/.cache/grammars`, { recursive: true });
  await build({
    stdin: { contents: 'export { SparkSQL, TrinoSQL, FlinkSQL } from "dt-sql-parser"', resolveDir: ROOT },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
    logLevel: "error",
  });
  const made = createRequire(import.meta.url)(outfile) as Readonly<Record<string, new () => Grammar>>;
  return Object.fromEntries(Object.entries(made).map(([name, Made]) => [name, new Made()]));
}

/** Trino’s grammar is of single statements, which end without a semicolon. */
export const parsed = (name: string, grammar: Grammar, sql: string): readonly string[] =>
  grammar.validate(name === "TrinoSQL" ? sql : `${sql};`).map(({ message, startLine }) => `line ${startLine}: ${message}`);

/** Views of both shapes that one of the grammars does not take. `most` leaves out those that are longer. */
export async function unparsedViews(most = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const views = (["long", "wide"] as const)
    .flatMap((shape) => sqlOf({ dialect: "postgres", shape }))
    .filter(({ kind, sql }) => kind === "view" && sql.length <= most);
  return Object.entries(await grammars()).flatMap(([name, grammar]) =>
    views.flatMap((view) => parsed(name, grammar, view.sql).map((error) => `${name}, ${view.name}, ${error}`)),
  );
}
