import { isObject } from "../../_internal/claim.js";

/** The memory of the engine: its numbers are read where the engine's functions put them. */
export class Memory {
  readonly #exports: object;
  #view = new DataView(new ArrayBuffer(0));

  constructor(exports: object) {
    this.#exports = exports;
  }

  /** The memory as it is now: it moves when it grows. */
  #now(): DataView {
    const memory: unknown = Reflect.get(this.#exports, "memory");
    const buffer = isObject(memory) ? memory["buffer"] : null;
    if (buffer instanceof ArrayBuffer && buffer !== this.#view.buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  put(at: number, bytes: Uint8Array): void {
    new Uint8Array(this.#now().buffer).set(bytes, at);
  }

  putFloats(at: number, values: readonly number[]): void {
    for (const [i, value] of values.entries()) this.#now().setFloat32(at + 4 * i, value, true);
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#now().buffer).slice(at, at + length);
  }

  double(at: number): number {
    return this.#now().getFloat64(at, true);
  }

  float(at: number): number {
    return this.#now().getFloat32(at, true);
  }

  fourFloats(at: number): readonly [number, number, number, number] {
    const now = this.#now();
    return [now.getFloat32(at, true), now.getFloat32(at + 4, true), now.getFloat32(at + 8, true), now.getFloat32(at + 12, true)];
  }

  integer(at: number): number {
    return this.#now().getUint32(at, true);
  }
}
