import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first moment that a zip archive can state, taken for every part, so that the clock leaves no trace. */
const EPOCH = [1980, 0, 1] as const;

/**
 * Packs an Office document again so that the same parts always give the same bytes: parts in the order of their names, one
 * time stamp. `edit` may change the text of a part; a part for which it returns `null` stays as it is.
 */
export function repack(bytes: Uint8Array, edit: (path: string, text: () => string) => string | null): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => !name.endsWith("/"));
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const edited: Record<string, Uint8Array> = {};
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array();
    const text = edit(name, () => strFromU8(part));
    edited[name] = text === null ? part : strToU8(text);
  }
  return zipSync(edited, { level: 6, mtime: new Date(...EPOCH) });
}

/** The list of content types goes first: some programs recognize an Office document by it. */
function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : 1;
}
