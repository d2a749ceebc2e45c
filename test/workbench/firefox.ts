/**
 * Firefox, driven by the protocol that it speaks itself (Marionette: JSON over a socket), since no other program for it need be here.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const FIREFOX = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";
export const hasFirefox = existsSync(FIREFOX);

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

/** The socket, once the browser listens. */
async function reach(port: number): Promise<Socket> {
  for (let tries = 0; tries < 300; tries += 1) {
    const socket = await new Promise<Socket | null>((settle) => {
      const trying = connect(port, "127.0.0.1", () => settle(trying));
      trying.on("error", () => settle(null));
    });
    if (socket !== null) return socket;
    await pause(200);
  }
  throw new Error("Firefox does not answer");
}

export class Firefox {
  private readonly waiting = new Map<number, (answer: { readonly error: unknown; readonly value: unknown }) => void>();
  private count = 0;
  private buffer = Buffer.alloc(0);

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: Socket,
    private readonly profile: string,
  ) {
    socket.on("data", (data) => this.take(data));
  }

  static async start(port = 2828 + (process.pid % 1000)): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), "firefox-"));
    writeFileSync(join(profile, "user.js"), `user_pref("marionette.port", ${port});\n`);
    const run = spawn(FIREFOX, ["--headless", "--marionette", "--no-remote", "--profile", profile], { stdio: "ignore" });
    const firefox = new Firefox(run, await reach(port), profile);
    await firefox.ask("WebDriver:NewSession", { timeouts: { script: 120_000, pageLoad: 120_000 } });
    return firefox;
  }

  async stop(): Promise<void> {
    const gone = new Promise((settle) => this.process.once("exit", settle));
    await Promise.race([this.ask("Marionette:Quit", { flags: ["eForceQuit"] }), pause(5_000)]);
    this.socket.destroy();
    await Promise.race([gone, pause(10_000)]);
    this.process.kill("SIGKILL");
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A message is its length in bytes, a colon, and JSON: kind, number, error, result. */
  private take(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const colon = this.buffer.indexOf(":");
      const length = Number(this.buffer.subarray(0, Math.max(0, colon)).toString());
      if (colon === -1 || this.buffer.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(this.buffer.subarray(colon + 1, colon + 1 + length).toString());
      this.buffer = this.buffer.subarray(colon + 1 + length);
      if (Array.isArray(message) && message[0] === 1) this.waiting.get(message[1])?.({ error: message[2], value: message[3] });
    }
  }

  private async ask(command: string, parameters: object): Promise<unknown> {
    this.count += 1;
    const id = this.count;
    const answered = new Promise<{ readonly error: unknown; readonly value: unknown }>((settle) => this.waiting.set(id, settle));
    const text = JSON.stringify([0, id, command, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { error, value } = await answered;
    if (error !== null) throw new Error(`${command}: ${JSON.stringify(error)}`);
    return value;
  }

  open(url: string): Promise<unknown> {
    return this.ask("WebDriver:Navigate", { url });
  }

  /** What a script gives in the page. */
  async run(script: string, args: readonly unknown[] = []): Promise<unknown> {
    const answer = await this.ask("WebDriver:ExecuteScript", { script, args });
    return typeof answer === "object" && answer !== null && "value" in answer ? answer.value : null;
  }

  /** Keys as a person presses them, where the focus is. */
  async press(...keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.ask("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async picture(): Promise<Buffer> {
    const answer = await this.ask("WebDriver:TakeScreenshot", { full: false });
    return Buffer.from(typeof answer === "object" && answer !== null && "value" in answer ? String(answer.value) : "", "base64");
  }
}
