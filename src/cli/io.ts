/** All effects of the command line, except reading its inputs. */
export interface Io {
  /** The folder that relative paths are resolved against. */
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
   * Writes a file atomically, and creates missing folders. A partial file has a name of this
   * process's own; with `again`, the name that a killed process used, so that its remains are overwritten.
   */
  readonly writeFile: (path: string, data: string | Uint8Array, options?: { readonly again: boolean }) => Promise<void>;
  /** Runs a program with the text as its input, and returns its output. */
  readonly converse?: (command: readonly string[], input: string) => Promise<string>;
  /** Folder of the standard in the package. */
  readonly standard?: string;
  /** The workbench of the package: a file. */
  readonly workbench?: string;
  /** The script of a worker thread; without it, everything runs in one thread. */
  readonly worker?: URL;
  /** The number of cores. */
  readonly cores: number;
  /** Whether standard output and standard error are terminals, and how wide. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
  /** Fires when the user interrupts the program. */
  readonly interrupted: AbortSignal;
  /** Returns a promise if the reader is slower than the writer. */
  readonly out: (data: string | Uint8Array) => void | Promise<void>;
  readonly err: (text: string) => void;
}

/**
 * Exit statuses: no error; a report breaks a rule; something cannot be read, or the call is wrong; interrupted
 * by the user.
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
