import type { Language } from "../../findings/finding.js";
import { sentence } from "../../findings/finding.js";
import type { Io } from "../io.js";
import { cliMessages } from "../messages.js";

/** Milliseconds between two updates. */
const INTERVAL = 200;

/** Shows progress on a terminal in one line that is overwritten; prints nothing elsewhere. */
export class Progress {
  readonly #io: Io;
  readonly #language: Language;
  readonly #shown: boolean;
  readonly #started = Date.now();
  #last = 0;
  #done = 0;
  #failed = 0;
  #total: number | null = null;
  #written = false;

  constructor(io: Io, language: Language, quiet: boolean) {
    this.#io = io;
    this.#language = language;
    this.#shown = io.terminal.err && !quiet && io.env["TERM"] !== "dumb";
  }

  get shown(): boolean {
    return this.#shown;
  }

  /** The total, once it is known. */
  expect(total: number): void {
    this.#total = total;
  }

  add(done: number, failed: number): void {
    this.#done += done;
    this.#failed += failed;
    const now = Date.now();
    if (!this.#shown || now - this.#last < INTERVAL) return;
    this.#last = now;
    const seconds = Math.max(0.001, (now - this.#started) / 1000);
    const rate = this.#done / seconds;
    const total = this.#total;
    const left = total === null || total < this.#done ? "…" : duration((total - this.#done) / rate);
    const params = { done: this.#done, total: total ?? "…", rate: rate.toFixed(rate < 10 ? 1 : 0), left, failed: this.#failed };
    this.#io.err(`\r\u001b[K${sentence(cliMessages, "progress", params, this.#language)}`);
    this.#written = true;
  }

  /** Clears the line, so that other output can follow. */
  clear(): void {
    if (!this.#written) return;
    this.#io.err("\r\u001b[K");
    this.#written = false;
    this.#last = 0;
  }
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
