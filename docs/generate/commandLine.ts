/**
 * Builds the command line with everything that it needs: `tsx docs/generate/commandLine.ts`.
 *
 * What a call loads decides how soon it answers, and a module costs more to find than to run. So what goes together is in one
 * file: what help needs; what a check needs beside that; what reading a document needs. All else is loaded where it is asked for.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { licencesOf } from "../workbench/licences.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files by what they hold: all that these modules import, and what those import. What an earlier one holds no later one does. */
const FILES: readonly (readonly [name: string, ...modules: readonly string[]])[] = [
  ["start", "run.ts", "nodeIo.ts"],
  ["check", "commands/validate.ts", "actions/validate.ts"],
  ["reading", "../reading/readDocument.ts"],
];

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A module and all that it imports, but for what is imported where it is needed. */
function withImports(context: Modules, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set(roots);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** Builds the command line into a folder; its licences, and those of what it was built with, are beside it. */
export async function buildCommandLine(folder: string): Promise<void> {
  const cli = join(ROOT, "src/cli");
  const bundle = await rolldown({
    cwd: ROOT,
    input: { bin: join(cli, "bin.ts"), worker: join(cli, "worker.ts") },
    platform: "node",
    // It finds its WebAssembly beside itself.
    external: ["@embedpdf/pdfium"],
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "esm",
    banner: "#!/usr/bin/env node",
    // Names of functions stay, for whoever reads a stack.
    minify: { mangle: { toplevel: false, keepNames: true }, compress: false, codegen: { removeWhitespace: true } },
    // What was built by an earlier call goes.
    cleanDir: true,
    codeSplitting: {
      groups: FILES.map(([name, ...modules], i) => {
        let held: ReadonlySet<string> | null = null;
        return {
          priority: FILES.length - i,
          debugName: name,
          name: (id, context) => {
            held ??= withImports(
              context,
              modules.map((module) => join(cli, module)),
            );
            return held.has(id) ? name : null;
          },
        };
      }),
    },
  });
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  writeFileSync(join(folder, "LICENCES.txt"), licencesOf(ROOT, modules));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommandLine(join(ROOT, "dist/cli"));
