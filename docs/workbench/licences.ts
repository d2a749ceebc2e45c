/**
 * The licences of what is bundled, for the page to show.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Name and folder of each package that a list of modules comes from. */
function packagesOf(modules: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const id of modules) {
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll("\\", "/")) ?? [];
    if (folder !== undefined && name !== undefined) found.set(name, folder);
  }
  return found;
}

/** The texts of the licences, each with the name and version of its package; first that of the library itself. */
export function licencesOf(root: string, modules: readonly string[]): string {
  const packages = [["disclosure-report", root] as const, ...[...packagesOf(modules)].sort(([a], [b]) => (a < b ? -1 : 1))];
  return packages
    .map(([name, folder]) => {
      const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        readonly version: string;
        readonly license?: string;
      };
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? `License: ${license ?? "?"}` : readFileSync(join(folder, file), "utf8").trim();
      return `${name} ${version} (${license ?? "?"})\n\n${text}`;
    })
    .join(`\n\n${"-".repeat(72)}\n\n`);
}
