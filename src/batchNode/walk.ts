import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { diskPath, nameOfBytes, shownPath } from "./names.js";

/** Why a file of a folder was skipped. */
export type Skipped = "hidden" | "lock" | "system" | "excluded" | "output" | "link" | "special";

/** Why a named path, or an entry of a folder, cannot be read. */
export type WalkFault = "missing" | "denied" | "special" | "brokenLink" | "failed";

/** An entry of a walk. */
export type Walked =
  /**
   * A file to read. `path` is relative to what the caller named, for display; `file` is to be passed to {@link linesOfFile} and
   * {@link readFileWithin}: names that are not UTF-8 are encoded in it.
   */
  | { readonly kind: "file"; readonly path: string; readonly file: string; readonly size: number; readonly modified: number }
  /** A path that cannot be read; the walk goes on. */
  | { readonly kind: "fault"; readonly path: string; readonly fault: WalkFault; readonly reason: string }
  /** A path that was skipped. */
  | { readonly kind: "skipped"; readonly path: string; readonly why: Skipped };

/** Options of {@link walk}. */
export interface WalkOptions {
  /** The folder that relative paths are resolved against. */
  readonly cwd?: string;
  /** Globs of the files to read in folders; all by default. A glob without a slash is matched against the file name. */
  readonly include?: readonly string[];
  /** Globs of the files and folders to skip. */
  readonly exclude?: readonly string[];
  /** Files and folders that the caller writes: the output of an earlier run is not read. */
  readonly outputs?: readonly string[];
}

/** Files that operating systems leave in folders. */
const SYSTEM =
  /^(?:Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|Icon\r|\$RECYCLE\.BIN|System Volume Information|__MACOSX|lost\+found)$/i;

/** Lock files of office programs. */
const LOCK = /^(?:~\$|\.~lock\.|~WRL|\.~)/i;

/**
 * Why a file or folder of this name is skipped in a walk; `null` if it is not.
 *
 * @example
 * ```ts
 * skipByName("~$年报.docx"); //=> "lock"
 * skipByName(".DS_Store"); //=> "hidden"
 * skipByName("Thumbs.db"); //=> "system"
 * skipByName("年报.docx"); //=> null
 * ```
 */
export function skipByName(name: string): "hidden" | "lock" | "system" | null {
  if (LOCK.test(name)) return "lock";
  if (SYSTEM.test(name)) return "system";
  return name.startsWith(".") ? "hidden" : null;
}

/**
 * Walks paths in a stable order: files sorted by name, the files of a folder in place of the folder. Hidden files,
 * lock files and system files are skipped and reported. A symbolic link is followed, except one to something that
 * the walk comes to by its own name: so everything is read once, and links in a circle end. What is no regular file (a pipe, a device) is never opened. What is named itself is read whatever it
 * is called.
 */
export async function* walk(paths: Iterable<string> | AsyncIterable<string>, options?: WalkOptions): AsyncGenerator<Walked> {
  options ??= {};
  const from = walker(options);
  for await (const path of paths) yield* from(path);
}

/** As {@link walk}, a path at a time: what one path held is not read again below another. */
export function walker(options: WalkOptions = {}): (path: string) => AsyncGenerator<Walked> {
  const known = new Walker(options);
  return (path) => known.named(path);
}

/** Compiled globs for paths below a named folder. A glob without a slash is matched against the file name only. */
export interface Globs {
  /** Whether a file is read. */
  readonly wanted: (path: string) => boolean;
  /** Whether a file or a whole folder is skipped. */
  readonly excluded: (path: string) => boolean;
}

/** Compiles globs into predicates over paths. */
export function globsOf({ include = [], exclude = [] }: Pick<WalkOptions, "include" | "exclude">): Globs {
  const included = matcher(include);
  const excluded = matcher(exclude);
  return { excluded, wanted: (path) => (include.length === 0 || included(path)) && !excluded(path) };
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((glob) => ({ ofName: !glob.includes("/"), test: picomatch(glob.replace(/^\.\//, ""), { dot: true }) }));
  return (path) => tests.some(({ ofName, test }) => test(ofName ? path.slice(path.lastIndexOf("/") + 1) : path));
}

class Walker {
  readonly #cwd: string;
  readonly #globs: Globs;
  readonly #outputs: ReadonlySet<string>;
  /** The folder that is being walked, without links. */
  #root: string | null = null;
  /** Files visited, by device and inode; whether through a link. */
  readonly #met = new Map<string, boolean>();

  constructor({ cwd = ".", outputs = [], ...globs }: WalkOptions) {
    this.#cwd = cwd;
    this.#globs = globsOf(globs);
    this.#outputs = new Set(outputs.map((path) => resolve(cwd, path)));
  }

  /** A path given by the caller; its name is not filtered. */
  async *named(path: string): AsyncGenerator<Walked> {
    this.#root = await realpath(diskPath(resolve(this.#cwd, path))).catch(() => null);
    for await (const walked of this.#visit(path, resolve(this.#cwd, path), null))
      yield { ...walked, path: shownPath(walked.path) };
  }

  /** @param below - the path below the folder that the caller named; `null` for what he named himself. */
  async *#visit(path: string, file: string, below: string | null): AsyncGenerator<Walked> {
    if (below !== null) {
      const why = skipByName(below.slice(below.lastIndexOf("/") + 1)) ?? (this.#outputs.has(file) ? "output" : null);
      if (why !== null) {
        yield { kind: "skipped", path, why };
        return;
      }
    }
    const found = await this.#look(file);
    if ("fault" in found) {
      yield { kind: "fault", path, ...found };
      return;
    }
    const { size, modified, type, link, id } = found;
    if (below !== null && type === "file" && !this.#globs.wanted(shownPath(below))) {
      yield { kind: "skipped", path, why: "excluded" };
      return;
    }
    if (below !== null && type === "folder" && this.#globs.excluded(shownPath(below))) {
      yield { kind: "skipped", path, why: "excluded" };
      return;
    }
    if (below !== null && link && (await this.#isReachedOtherwise(file))) {
      yield { kind: "skipped", path, why: "link" };
      return;
    }
    const before = this.#met.get(id);
    if (before !== undefined && below !== null && (link || before || type === "folder")) {
      yield { kind: "skipped", path, why: "link" };
      return;
    }
    this.#met.set(id, link || before === true);
    if (type === "file") yield { kind: "file", path, file, size, modified };
    else if (type === "folder") yield* this.#folder(path, file, below);
    else if (below === null) yield { kind: "fault", path, fault: "special", reason: "" };
    else yield { kind: "skipped", path, why: "special" };
  }

  async *#folder(path: string, file: string, below: string | null): AsyncGenerator<Walked> {
    let names: string[];
    try {
      names = (await readdir(diskPath(file), { encoding: "buffer" })).map(nameOfBytes);
    } catch (error) {
      yield { kind: "fault", path, ...faultOf(error) };
      return;
    }
    const base = path.replace(/[/\\]+$/, "") || path;
    for (const name of names.sort()) {
      const next = base.endsWith("/") ? `${base}${name}` : `${base}/${name}`;
      yield* this.#visit(base === "." ? name : next, join(file, name), below === null ? name : `${below}/${name}`);
    }
  }

  /** Whether the target of a link is visited by its own name: it is below the same folder and not skipped. */
  async #isReachedOtherwise(file: string): Promise<boolean> {
    const root = this.#root;
    const target = root === null ? null : await realpath(diskPath(file)).catch(() => null);
    if (root === null || target === null) return false;
    const below = relative(root, target).split(sep);
    if (below[0] === ".." || isAbsolute(below.join(sep))) return false;
    return below.every((part) => skipByName(part) === null) && (below[0] === "" || !this.#globs.excluded(below.join("/")));
  }

  async #look(file: string): Promise<Look | { readonly fault: WalkFault; readonly reason: string }> {
    try {
      const own = await lstat(diskPath(file));
      const link = own.isSymbolicLink();
      const target = link ? await stat(diskPath(file)).catch(() => null) : own;
      if (target === null) return { fault: "brokenLink", reason: "" };
      return {
        size: target.size,
        modified: target.mtimeMs,
        type: target.isFile() ? "file" : target.isDirectory() ? "folder" : "special",
        link,
        id: `${target.dev}:${target.ino}`,
      };
    } catch (error) {
      return faultOf(error);
    }
  }
}

interface Look {
  readonly size: number;
  readonly modified: number;
  readonly type: "file" | "folder" | "special";
  readonly link: boolean;
  readonly id: string;
}

function faultOf(error: unknown): { readonly fault: WalkFault; readonly reason: string } {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const reason = error instanceof Error ? error.message : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return { fault: "missing", reason };
  return { fault: code === "EACCES" || code === "EPERM" ? "denied" : "failed", reason };
}
