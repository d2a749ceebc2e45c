import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Published documents stand beside the checkout on some machines; they are no part of the project. */
const FOLDER = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

/** The bytes of a published document, or `null` where the corpus is not present. */
export function corpus(name: string): Uint8Array | null {
  const path = (process.env["DISCLOSURE_CORPUS"] ?? FOLDER) + name;
  return existsSync(path) ? readFileSync(path) : null;
}
