import type { Exit, Io } from "../io.js";
import type { CommandSpec, Given } from "../usage.js";

/** A command: what it is called and takes, and what it does. */
export interface Command {
  readonly spec: CommandSpec;
  readonly run: (given: Given, io: Io) => Promise<Exit>;
}

/** Options that several commands share. */
export const shared = {
  lang: { value: "LANGUAGE", choices: ["zh", "en"], help: "language of the messages (zh)" },
  output: { value: "FILE", short: "o", help: "write there and not to standard output" },
  edition: { value: "EDITION", choices: ["2021", "2019"], help: "edition of the form (2021)" },
  lines: { value: "FORMAT", choices: ["text", "json"], help: "text, or one JSON object a line (text)" },
} as const;
