/**
 * How programs lie in the page: as LZMA in base64, since gzip alone would make the page larger than it may be.
 */
import { deflateRawSync } from "node:zlib";
import { asDifferences, BLOCK, WAYS } from "./differences.js";

/** The types of this package are sources that the checks of this project do not pass, so it is not named to the compiler. */
const LZMA: string = "lzma1";
const { compress } = (await import(LZMA)) as typeof import("./lzma1.js");

export const packed = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(compress(Uint8Array.from(bytes), 9), (byte) => byte & 0xff);

/** The bytes with each block kept in the way that leaves least of it; `restored` gives them back. */
export function withDifferences(bytes: Uint8Array): Uint8Array {
  const ways: number[] = [];
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    let best: Uint8Array = bytes.subarray(at, at + BLOCK);
    let [least, chosen] = [deflateRawSync(best).length, 0];
    for (const [i, way] of WAYS.entries()) {
      const made = asDifferences(bytes.subarray(at, at + BLOCK), way);
      const size = deflateRawSync(made).length;
      if (size < least) [best, least, chosen] = [made, size, i + 1];
    }
    ways.push(chosen);
    blocks.push(best);
  }
  return Buffer.concat([Uint8Array.from(ways), ...blocks]);
}
