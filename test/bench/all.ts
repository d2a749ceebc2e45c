/** Runs every benchmark of the folder, one after the other, each in this process. */
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

for (const name of readdirSync(folder).sort()) {
  if (name.endsWith(".bench.ts")) await import(pathToFileURL(folder + name).href);
}
