/** File names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Characters that some system forbids in file names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\\]/g;

/** Longest file name without its extension, in UTF-8 bytes: the limit of common file systems, with room for a number. */
const MAX_NAME_BYTES = 200;

/** A name for the file of a report. */
export interface GivenName {
  readonly name: string;
  /** Whether it differs from the name in the report's path. */
  readonly renamed: boolean;
}

/**
 * Gives every report a name of its own, from the path that it was read from: no two are the same, not even on a system that does
 * not tell capitals from small letters, and every system accepts them. The same paths in the same order get the same names.
 */
export class NameGiver {
  readonly #taken = new Set<string>();

  nameFor(path: string, ending: string): GivenName {
    const parts = path
      .split(/[/\\]/)
      .filter((part) => part !== "" && part !== "." && part !== "..")
      // The letter of a drive is no folder.
      .filter((part, i) => i > 0 || !/^[a-z]:$/i.test(part));
    const last = parts.length - 1;
    const safe = parts.map((part, i) => safePart(i === last ? withoutEnding(part) : part));
    const base = safe.join("/") || "report";
    let name = `${base}.${ending}`;
    for (let number = 2; this.#taken.has(keyOf(name)); number += 1) name = `${base}-${number}.${ending}`;
    this.#taken.add(keyOf(name));
    return { name, renamed: name !== `${parts.map((part, i) => (i === last ? withoutEnding(part) : part)).join("/")}.${ending}` };
  }

  /** Releases a name, so that the same report can get it again. */
  giveBack(name: string): void {
    this.#taken.delete(keyOf(name));
  }
}

/** A key under which names collide on file systems that ignore case or normalize Unicode. */
function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function withoutEnding(name: string): string {
  return name.replace(/(?!^)\.[^.]*$/, "");
}

function safePart(part: string): string {
  const allowed = part.replace(FORBIDDEN, "_").replace(/[. ]+$/, (end) => "_".repeat(end.length));
  const free = DEVICE.test(allowed) ? `_${allowed}` : allowed;
  return shortened(free);
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= MAX_NAME_BYTES) return name;
  let kept = "";
  let bytes = 0;
  for (const char of name) {
    bytes += encoder.encode(char).length;
    if (bytes > MAX_NAME_BYTES) break;
    kept += char;
  }
  return kept;
}
