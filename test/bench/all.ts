/**
 * `npm run bench [names]` runs every benchmark of the folder, or those named, each in a process of its own, so that none runs on
 * what another made the compiler expect. They run as bundles, as the library is published: what runs TypeScript directly keeps
 * the name of every function by a call, which costs more than some of the functions.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const bundles = fileURLToPath(new URL("../../node_modules/.cache/bench/", import.meta.url));

/** Modules that look for files look beside where they stood. */
const placed: Plugin = {
  name: "placed",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/, namespace: "file" }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    })),
};

const named = process.argv.slice(2);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".bench.ts") ? [file.slice(0, -".bench.ts".length)] : []));
for (const name of names.sort()) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n# ${name}`);
  const outfile = `${bundles}${name}.mjs`;
  const entryPoints = [`${folder}${name}.bench.ts`];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external", plugins: [placed] });
  const { status } = spawnSync(process.execPath, ["--expose-gc", outfile], { stdio: "inherit" });
  // A limit that is not kept hides no other.
  if (status !== 0) process.exitCode = 1;
}
