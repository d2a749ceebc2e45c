/** Everything that the command line does to the outside world, so that it can be run without one. */
export interface Io {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Names of the files in a folder, in alphabetical order; `null` if the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | null>;
  readonly writeFile: (path: string, data: string | Uint8Array) => Promise<void>;
  /** The environment of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of the package. */
  readonly version: () => Promise<string>;
  /** Runs a program, gives it the text, and returns what it prints. */
  readonly converse?: (command: readonly string[], input: string) => Promise<string>;
  /** Folder in which the standard of the package lies. */
  readonly standard?: string;
  /** The workbench of the package: a file. */
  readonly workbench?: string;
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (text: string) => void;
}

/** What the process ends with: no error; a report breaks a rule; something cannot be read, or the call is wrong. */
export const EXIT = { ok: 0, broken: 1, failed: 2 } as const;

/** One of the exit statuses. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The worst of several exit statuses. */
export function worst(statuses: readonly Exit[]): Exit {
  if (statuses.includes(EXIT.failed)) return EXIT.failed;
  return statuses.includes(EXIT.broken) ? EXIT.broken : EXIT.ok;
}
