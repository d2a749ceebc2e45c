import { consolidateStream } from "../batch/consolidateStream.js";
import { canonicalize } from "../report/json.js";
import type { Draft } from "../report/types.js";
import { runBatch } from "./batch/runBatch.js";
import { streamSink, toMemory } from "./batch/sinks.js";
import { inputsOf } from "./commands/command.js";
import { type Exit, type Io, worst } from "./io.js";
import { findingText, say } from "./print.js";
import type { Given } from "./usage.js";

/** Adds up a stream of reports level by level: one line of JSON for each level, the lowest first, the whole last. */
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
  // An error is met where the next report is handed on, or at the end.
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

/** Most findings of a level that are named. */
const MAX_NAMED = 20;

const NO_UNIT = { kind: "fault", path: "", message: "" } as const;
const NO_RESULT = { out: "", err: "", files: [], drafts: [], tally: {}, exit: 0, lines: 0, hash: null } as const;

/** Hands things on from one who has them to one who asks for them, one at a time. */
class Queue<T> implements AsyncIterable<T> {
  #given: { readonly value: T; readonly taken: () => void; readonly refused: (error: unknown) => void } | null = null;
  #wake: (() => void) | null = null;
  #ended = false;
  #failure: { readonly error: unknown } | null = null;

  /** Gives a thing; the promise is kept when it has been taken, and broken when nobody will take it any more. */
  push(value: T): Promise<void> {
    return new Promise((taken, refused) => {
      if (this.#failure !== null) refused(this.#failure.error);
      this.#given = { value, taken, refused };
      this.#wake?.();
    });
  }

  /** Says that nobody takes anything any more, and why. */
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
