/** Everything that the command line does to the outside world beside reading the files that it is told to read. */
export interface Io {
  /** The folder that relative paths count from. */
  readonly cwd: string;
  /** The environment of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of the package. */
  readonly version: () => Promise<string>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Names of the files in a folder, in alphabetical order; `null` if the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | null>;
  /**
   * Writes a file as a whole or not at all, and makes the folders that are missing. What is half written has a name of this
   * process's own; with `again` the one that a killed process gave it, so that nothing of that is left.
   */
  readonly writeFile: (path: string, data: string | Uint8Array, options?: { readonly again: boolean }) => Promise<void>;
  /** Runs a program, gives it the text, and returns what it prints. */
  readonly converse?: (command: readonly string[], input: string) => Promise<string>;
  /** Folder in which the standard of the package lies. */
  readonly standard?: string;
  /** The workbench of the package: a file. */
  readonly workbench?: string;
  /** The program of a worker thread; where there is none, everything is done in one. */
  readonly worker?: URL;
  /** How many threads are as good as one for each core. */
  readonly cores: number;
  /** Whether standard output and standard error are terminals, and how wide. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
  /** Fires when the user wants an end. */
  readonly interrupted: AbortSignal;
  /** A promise where the reader is slower than the writer. */
  readonly out: (data: string | Uint8Array) => void | Promise<void>;
  readonly err: (text: string) => void;
}

/**
 * What the process ends with: no error; a report breaks a rule; something cannot be read, or the call is wrong; the user wanted
 * an end.
 */
export const EXIT = { ok: 0, broken: 1, failed: 2, interrupted: 130 } as const;

/** One of the exit statuses. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The worst of several exit statuses. */
export function worst(statuses: readonly Exit[]): Exit {
  let most: Exit = EXIT.ok;
  for (const status of statuses) if (status > most) most = status;
  return most;
}
