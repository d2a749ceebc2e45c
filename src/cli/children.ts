import { DisclosureReportError } from "../findings/error.js";
import type { Draft } from "../report/types.js";
import { runBatch } from "./batch/runBatch.js";
import { toMemory } from "./batch/sinks.js";
import { EXIT, type Io } from "./io.js";
import { say } from "./print.js";
import type { Given } from "./usage.js";

/** All reports in folders; one that cannot be read is an error, since the sums would silently lack it. */
export async function loadChildren(
  paths: readonly string[],
  given: Given,
  io: Io,
  options: Given["options"] = {},
): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  const own: Given = { ...given, operands: paths, options: { ...options, jobs: "1" } };
  const { exit, done } = await runBatch(own, io, {
    job: { action: "consolidate", options: {} },
    outputs: [],
    resumable: false,
    sink: () =>
      toMemory((_, result) => {
        drafts.push(...result.drafts);
      }),
  });
  const list = options["files-from"];
  const folder = [...paths, ...(typeof list === "string" ? [list] : [])].join(", ");
  if (done === 0) throw new DisclosureReportError("cli.emptyFolder", say("folder.empty", { folder }, given.language));
  if (exit === EXIT.failed)
    throw new DisclosureReportError("cli.unreadable", say("folder.incomplete", { folder }, given.language));
  return drafts;
}
