import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/** The exports map of package.json is the one list of entry points: `./html` is built from src/html.ts. */
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, unknown> };
const entries = Object.keys(exports)
  .filter((name) => !/\.json$|\*$/.test(name))
  .map((name) => (name === "." ? "index" : name.slice(2)));

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Every source file becomes a module of its own, so that importing one function costs what that function needs: bundlers drop
 * whole modules of a package without side effects, but not what stands at the top level of a chunk.
 */
const separateModules = (extension: ".js" | ".cjs"): Plugin => ({
  name: "separate-modules",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) =>
      kind === "entry-point" ? null : { path: path.replace(/\.js$/, extension), external: true },
    );
  },
});

const common: Options = {
  target: "es2022",
  clean: false,
  sourcemap: true,
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
};

const modules = (format: "esm" | "cjs"): Options => ({
  ...common,
  entry: ["src/**/*.ts", "!src/**/*.d.ts", "!src/cli/**"],
  outDir: `dist/${format}`,
  format: [format],
  // For Node alone esbuild lists the names of a CommonJS module where `import()` finds them.
  platform: format === "cjs" ? "node" : "neutral",
  splitting: false,
  esbuildPlugins: [separateModules(format === "esm" ? ".js" : ".cjs")],
});

export default defineConfig([
  modules("esm"),
  modules("cjs"),
  {
    ...common,
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    outDir: "dist/types",
    format: ["esm", "cjs"],
    platform: "neutral",
    // tsup sets baseUrl for declarations, which TypeScript 6 calls deprecated.
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
]);
