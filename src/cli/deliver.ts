import type { Io } from "./io.js";
import { plainName, say } from "./print.js";
import { type Given, switchOption, textOption } from "./usage.js";

/** Writes the output of a command to the file of --output, and says so unless --quiet is given; else to standard output. */
export async function deliver(data: string | Uint8Array, given: Given, io: Io): Promise<void> {
  const output = textOption(given, "output");
  if (output === undefined) {
    await io.out(data);
    return;
  }
  await io.writeFile(output, data);
  if (!switchOption(given, "quiet")) io.err(`${say("file.written", { name: plainName(output) }, given.language)}\n`);
}
