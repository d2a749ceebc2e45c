import { toJson } from "../report/json.js";
import type { Draft } from "../report/types.js";

/** Computes the SHA-256 of bytes, for environments without WebCrypto or with another implementation. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | ArrayBuffer | Promise<Uint8Array | ArrayBuffer>;

const webCrypto: Sha256 = (bytes) => crypto.subtle.digest("SHA-256", bytes);

/**
 * The SHA-256 of the canonical bytes of a report or draft, in 64 hexadecimal digits, by which a filed report can be cited: the
 * same figures and words give the same digest in every implementation of the standard. Uses WebCrypto unless a hash function is
 * passed in.
 *
 * @example
 * ```ts
 * await digestOf({ year: 2023, edition: "2021" }); //=> "b5d0cbd0f893fcd4ca9c0f316930efaf420cb7550db596b890e79b3ffda48c58"
 * ```
 */
export async function digestOf(draft: Draft, sha256?: Sha256): Promise<string> {
  const hash = new Uint8Array(await (sha256 ?? webCrypto)(new TextEncoder().encode(toJson(draft))));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
