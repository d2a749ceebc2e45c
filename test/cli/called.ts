import { nodeIo } from "../../src/cli/nodeIo.js";
import { run } from "../../src/cli/run.js";

/** Runs the command line in a folder, within this process and without a terminal, and gives what it prints. */
export async function called(cwd: string, args: readonly string[]) {
  let out = "";
  let err = "";
  const io = nodeIo({
    cwd,
    env: {},
    terminal: { out: false, err: false, columns: 80 },
    out: (data) => {
      out += typeof data === "string" ? data : new TextDecoder().decode(data);
    },
    err: (text) => {
      err += text;
    },
  });
  return { status: await run(args, io), out, err };
}
