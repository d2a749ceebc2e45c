/**
 * The two workers: one reads what is opened, the other judges and writes what is looked at.
 */
import type { Answered, Packed, QuestionName, Questions } from "../worker/protocol.js";

const dataOf = (id: string): string => document.getElementById(id)?.textContent ?? "";

/** Why a question has no answer. The message is for people. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly settle: (answer: Questions[QuestionName]["answer"]) => void;
  readonly refuse: (error: Error) => void;
}

export class Helper {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  ask<Q extends QuestionName>(what: Q, ask: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]> {
    const worker = this.started();
    this.last += 1;
    const id = this.last;
    return new Promise<Questions[Q]["answer"]>((settle, refuse) => {
      this.waiting.set(id, { settle, refuse });
      worker.postMessage({ id, what, ask });
    });
  }

  /** Starts it before the first question, so that the first answer comes sooner. */
  warm(): void {
    this.started();
  }

  /** Stops whatever it is doing. The next question starts it anew. */
  stop(reason: string): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { refuse } of this.waiting.values()) refuse(new Refused("workbench.stopped", reason));
    this.waiting.clear();
  }

  private started(): Worker {
    if (this.worker !== null) return this.worker;
    const boot: unknown = JSON.parse(dataOf("boot"));
    const address = URL.createObjectURL(new Blob([String(boot)], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      URL.revokeObjectURL(address);
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.ok) waiting?.settle(data.answer);
      else waiting?.refuse(new Refused(data.code, data.message));
    };
    worker.onerror = ({ message }) => this.stop(message);
    const packed: Packed = { program: dataOf("worker"), pdfium: dataOf("pdfium") };
    worker.postMessage(packed);
    this.worker = worker;
    return worker;
  }
}
