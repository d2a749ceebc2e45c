import { consolidateStream } from "../batch/consolidateStream.js";
import { canonicalize } from "../report/json.js";
import type { Draft } from "../report/types.js";
import { runBatch } from "./batch/runBatch.js";
import { streamSink, toMemory } from "./batch/sinks.js";
import { inputsOf } from "./commands/command.js";
import { type Exit, type Io, worst } from "./io.js";
import { findingText, say } from "./print.js";
import type { Given } from "./usage.js";

/** Consolidates a stream of reports level by level: one line of JSON per level, the lowest first, the total last. */
export async function consolidateTree(given: Given, io: Io): Promise<Exit> {
  const { language } = given;
  const queue = new Queue<Draft>();
  const out = streamSink(given, io, "");
  const adding = (async () => {
    for await (const { path, level } of consolidateStream(queue, { language })) {
      const { draft, reports, skipped, missing, findings } = level;
      for (const finding of findings.slice(0, MAX_NAMED)) io.err(`${findingText(finding, language)}\n`);
      if (findings.length > MAX_NAMED) io.err(`  ${say("tree.more", { n: findings.length - MAX_NAMED }, language)}\n`);
      const line = `${JSON.stringify({ path, reports, skipped, missing, report: canonicalize(draft) })}\n`;
      await out.take(NO_UNIT, { ...NO_RESULT, out: line });
    }
  })();
  // An error surfaces when the next report is passed on, or at the end.
  adding.catch((error: unknown) => queue.fail(error));
  const own: Given = { ...given, options: { ...inputsOf(given), jobs: "1" } };
  try {
    const { exit } = await runBatch(own, io, {
      job: { action: "consolidate", options: {} },
      outputs: [],
      resumable: false,
      sink: () =>
        toMemory(async (_, { drafts }) => {
          for (const draft of drafts) await queue.push(draft);
        }),
    });
    queue.end();
    await adding;
    await out.end("");
    return worst([exit]);
  } catch (error) {
    out.abandon();
    throw error;
  }
}

/** Most findings printed for a level. */
const MAX_NAMED = 20;

const NO_UNIT = { kind: "fault", path: "", message: "" } as const;
const NO_RESULT = { out: "", err: "", files: [], drafts: [], tally: {}, exit: 0, lines: 0, hash: null } as const;

/** Passes values from a producer to a consumer, one at a time. */
class Queue<T> implements AsyncIterable<T> {
  #given: { readonly value: T; readonly taken: () => void; readonly refused: (error: unknown) => void } | null = null;
  #wake: (() => void) | null = null;
  #ended = false;
  #failure: { readonly error: unknown } | null = null;

  /** Offers a value; the promise resolves when it has been taken and rejects when the consumer has stopped. */
  push(value: T): Promise<void> {
    return new Promise((taken, refused) => {
      if (this.#failure !== null) refused(this.#failure.error);
      this.#given = { value, taken, refused };
      this.#wake?.();
    });
  }

  /** Signals that the consumer has stopped, and why. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#given?.refused(error);
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const given = this.#given;
      if (given !== null) {
        this.#given = null;
        given.taken();
        yield given.value;
      } else if (this.#ended) return;
      else
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
    }
  }
}
