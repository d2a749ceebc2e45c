/**
 * The worker as it starts: its program and the PDF engine lie in the page as LZMA, since gzip alone would make the page larger
 * than it may be. The program is unpacked at once, the engine when the first PDF is read.
 */
import { decompress } from "lzma1";
import { restored } from "../differences.js";
import type { Packed } from "./protocol.js";

function unpack(base64: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const unpacked = decompress(bytes);
  if (typeof unpacked === "string") return new TextEncoder().encode(unpacked);
  return Uint8Array.from(unpacked, (byte) => byte & 0xff);
}

self.onmessage = ({ data }: MessageEvent<Packed>) => {
  globalThis.pdfEngineBytes = () => restored(unpack(data.pdfium));
  const address = URL.createObjectURL(new Blob([unpack(data.program)], { type: "text/javascript" }));
  importScripts(address);
  URL.revokeObjectURL(address);
};
