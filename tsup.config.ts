import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** The exports map of package.json is the one list of entry points: `./html` is built from src/html.ts. */
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, unknown> };
const entries = Object.keys(exports)
  .filter((name) => !name.endsWith(".json"))
  .map((name) => (name === "." ? "index" : name.slice(2)));

const common = { target: "es2022", clean: false, sourcemap: false, treeshake: true, splitting: true } as const;

export default defineConfig([
  {
    ...common,
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    format: ["esm", "cjs"],
    platform: "neutral",
    // tsup sets baseUrl for declarations, which TypeScript 6 calls deprecated.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    ...common,
    splitting: false,
    entry: { bin: "src/cli/bin.ts" },
    format: ["esm"],
    platform: "node",
    banner: { js: "#!/usr/bin/env node" },
  },
]);
