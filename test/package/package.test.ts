import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly sideEffects: boolean;
}

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
const entries = Object.keys(manifest.exports).filter((name) => !/\.json$|\*$/.test(name));

/** What a browser would load for a door file. `external` stays out. */
async function bundle(file: string, external: readonly string[] = []) {
  const result = await build({
    entryPoints: [join(ROOT, file)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    charset: "utf8",
    platform: "browser",
    target: "es2022",
    external: [...external],
    logLevel: "silent",
  });
  const imports = Object.values(result.metafile.outputs).flatMap((made) => made.imports.map(({ path }) => path));
  return { inputs: Object.keys(result.metafile.inputs), imports };
}

describe("the exports map", () => {
  it("has one entry for each door file, and no other", () => {
    const doors = readdirSync(join(ROOT, "src")).filter((name) => name.endsWith(".ts"));
    expect(entries.map((name) => (name === "." ? "index.ts" : `${name.slice(2)}.ts`)).sort()).toEqual(doors.sort());
  });

  it.each(entries)("%s is built from its door for ESM and CommonJS, with types for both", (name) => {
    const base = name === "." ? "index" : name.slice(2);
    expect(manifest.exports[name]).toEqual({
      import: { types: `./dist/types/${base}.d.ts`, default: `./dist/esm/${base}.js` },
      require: { types: `./dist/types/${base}.d.cts`, default: `./dist/cjs/${base}.cjs` },
    });
  });

  it("lists the schemas of reports and drafts by name, and all data of the standard by a pattern", () => {
    const schemas = readdirSync(join(ROOT, "docs/standard/schema"))
      .filter((name) => /^(report|draft)-/.test(name))
      .map((name) => [`./schema/${name}`, `./docs/standard/schema/${name}`]);
    expect(Object.entries(manifest.exports).filter(([name]) => name.startsWith("./schema/"))).toEqual(schemas);
    expect(manifest.exports["./standard/*"]).toBe("./docs/standard/*");
  });

  it("promises no side effects", () => {
    expect(manifest.sideEffects).toBe(false);
  });
});

/** Entries that are named for Node. */
const NODE_ONLY: ReadonlySet<string> = new Set(["./batch-node"]);

describe("in a browser", () => {
  it("the core depends on zod, decimal.js and date-fns alone", async () => {
    const { inputs } = await bundle("src/index.ts");
    const packages = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
    expect([...packages].filter((name) => !["zod", "decimal.js", "date-fns"].includes(name))).toEqual([]);
    expect(packages.has("zod")).toBe(true);
  });

  it.each(entries.filter((name) => name !== "." && !NODE_ONLY.has(name)))("%s can be bundled", async (name) => {
    const { imports } = await bundle(`src/${name.slice(2)}.ts`);
    expect(imports.filter((path) => path.startsWith("node:"))).toEqual([]);
  });
});
