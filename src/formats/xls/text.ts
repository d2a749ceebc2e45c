import type { Fields } from "../compound/fields.js";
import type { Record } from "./records.js";

/** A text with the places where another font begins. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly FontRun[];
}

export interface FontRun {
  readonly from: number;
  readonly font: number;
}

const WIDE = 0x01;
const PHONETIC = 0x04;
const RICH = 0x08;

const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Reads texts out of a record and those that continue it. Where a text is cut in two, its second part states its width again. */
export class TextReader {
  readonly #more: readonly Fields[];
  #part: Fields;
  #next = 0;
  #at: number;

  constructor({ data, more }: Record, start: number) {
    this.#part = data;
    this.#more = more;
    this.#at = start;
  }

  /** A text that begins with its length, of one byte or of two. */
  text(lengthBytes: 1 | 2): RichText {
    const length = lengthBytes === 1 ? this.#u8() : this.#u16();
    const flags = this.#u8();
    const runCount = (flags & RICH) === 0 ? 0 : this.#u16();
    const extra = (flags & PHONETIC) === 0 ? 0 : this.#u16() + this.#u16() * 0x10000;
    const text = this.#characters(length, (flags & WIDE) !== 0);
    const runs: FontRun[] = [];
    for (let i = 0; i < runCount; i += 1) runs.push({ from: this.#u16(), font: this.#u16() });
    this.#skip(extra);
    return { text, runs };
  }

  /** Font runs with their number in front, as a label has them behind its text. */
  runs(): readonly FontRun[] {
    const count = this.#u16();
    return Array.from({ length: count }, () => ({ from: this.#u16(), font: this.#u16() }));
  }

  #characters(length: number, startsWide: boolean): string {
    let text = "";
    let wide = startsWide;
    for (let left = length; left > 0; ) {
      const width = wide ? 2 : 1;
      const count = Math.min(left, Math.floor(this.#left() / width));
      text += decode(this.#part.part(this.#at, count * width).bytes, wide);
      this.#at += count * width;
      left -= count;
      if (left > 0) wide = (this.#u8() & WIDE) !== 0;
    }
    return text;
  }

  #skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const count = Math.min(left, this.#left());
      this.#at += count;
      left -= count;
      if (left > 0) {
        this.#u8();
        left -= 1;
      }
    }
  }

  #left(): number {
    return Math.max(this.#part.length - this.#at, 0);
  }

  #u16(): number {
    return this.#u8() + this.#u8() * 0x100;
  }

  /** The next byte; where a part is used up, the first one of the part that continues it. */
  #u8(): number {
    for (let next = this.#more[this.#next]; this.#left() === 0 && next !== undefined; next = this.#more[this.#next]) {
      this.#part = next;
      this.#next += 1;
      this.#at = 0;
    }
    const value = this.#part.u8(this.#at);
    this.#at += 1;
    return value;
  }
}

function decode(bytes: Uint8Array, wide: boolean): string {
  if (wide) return UTF16.decode(bytes);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
