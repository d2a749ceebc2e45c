import process from "node:process";
import { EXIT } from "./io.js";
import { nodeIo } from "./nodeIo.js";
import { run } from "./run.js";

// A reader that closes the pipe early (head, a pager) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

// The first Ctrl-C ends the run in good order, the second at once.
const interruption = new AbortController();
process.on("SIGINT", () => {
  if (interruption.signal.aborted) process.exit(EXIT.interrupted);
  interruption.abort();
});

process.exitCode = await run(
  process.argv.slice(2),
  nodeIo({ interrupted: interruption.signal, worker: new URL("./worker.js", import.meta.url) }),
);
