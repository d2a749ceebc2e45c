import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";

/** Numbers in the bytes of a stream, all little-endian. A place outside of the stream means that the file is damaged. */
export class Fields {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #language: Language;

  constructor(bytes: Uint8Array, language: Language) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#language = language;
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#within(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#within(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#within(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#within(at, 4), true);
  }

  f64(at: number): number {
    return this.#view.getFloat64(this.#within(at, 8), true);
  }

  /** A part of the stream. */
  part(at: number, length: number): Fields {
    this.#within(at, length);
    return new Fields(this.bytes.subarray(at, at + length), this.#language);
  }

  #within(at: number, length: number): number {
    if (at < 0 || at + length > this.bytes.length) throw formatError("format.corrupt", { reason: outside }, this.#language);
    return at;
  }
}

const outside: Sentence = {
  zh: "文件内的位置指向了文件之外",
  en: "a place in the file points outside of it",
};
