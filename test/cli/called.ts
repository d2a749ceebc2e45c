import { nodeIo } from "../../src/cli/nodeIo.js";
import { run } from "../../src/cli/run.js";

/** Runs the command line in a folder, within this process, and gives what it prints; on a terminal where its width is given. */
export async function called(cwd: string, args: readonly string[], columns: number | null = null) {
  let out = "";
  let err = "";
  const io = nodeIo({
    cwd,
    env: { NO_COLOR: "1" },
    terminal: { out: columns !== null, err: false, columns: columns ?? 80 },
    out: (data) => {
      out += typeof data === "string" ? data : new TextDecoder().decode(data);
    },
    err: (text) => {
      err += text;
    },
  });
  return { status: await run(args, io), out, err };
}
