/** Runs every benchmark of the folder, each in a process of its own, so that none runs on what another made the compiler expect. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith(".bench.ts")) continue;
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", folder + name], { stdio: "inherit" });
  // A limit that is not kept hides no other.
  if (status !== 0) process.exitCode = 1;
}
