/**
 * Takes out of a WebAssembly module the bodies of functions that nothing can reach once some exports are dropped. Numbers stay as
 * they are: a body becomes one `unreachable`. What an instruction looks like is in the WebAssembly specification, section 5.4.
 */

/** A module that this cannot read is left as it is: the page is larger then, not wrong. */
class Unknown extends Error {}

class Reader {
  at: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Unknown("the module ends too early");
    this.at += 1;
    return byte;
  }

  /** A whole number in LEB128; the value of a signed one does not matter here. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  numbers(count: number): void {
    for (let i = 0; i < count; i += 1) this.number();
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

const IMPORTS = 2;
const EXPORTS = 7;
const START = 8;
const ELEMENTS = 9;
const CODE = 10;

const FUNCTION = 0;
const STUB = Uint8Array.of(3, 0, 0x00, 0x0b);

interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

function sectionsOf(wasm: Uint8Array): readonly Section[] {
  const reader = new Reader(wasm, 8);
  const sections: Section[] = [];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const length = reader.number();
    sections.push({ id, body: wasm.subarray(reader.at, reader.at + length) });
    reader.at += length;
  }
  return sections;
}

/** The functions that an expression or body names. */
function named(reader: Reader, end: number, found: (index: number) => void): void {
  while (reader.at < end) {
    const code = reader.byte();
    if (code === 0x10 || code === 0x12 || code === 0xd2) found(reader.number());
    else if (code === 0x11 || code === 0x13) reader.numbers(2);
    else if (code === 0x0e) reader.numbers(reader.number() + 1);
    else if (code === 0x1c) reader.numbers(reader.number());
    else if (code >= 0x28 && code <= 0x3e) reader.numbers(2);
    else if (code === 0x43) reader.at += 4;
    else if (code === 0x44) reader.at += 8;
    else if (ONE_NUMBER.has(code)) reader.number();
    else if (code === 0xfc) afterFc(reader);
    else if (code === 0xfd) afterFd(reader);
    else if (!NOTHING(code)) throw new Unknown(`instruction ${code.toString(16)}`);
  }
}

/** Block types, labels, locals, globals, tables, memories, tags, constants, types of references. */
const ONE_NUMBER: ReadonlySet<number> = new Set([
  0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x18, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42,
  0xd0,
]);

const NOTHING = (code: number): boolean =>
  code === 0x00 ||
  code === 0x01 ||
  code === 0x05 ||
  code === 0x0b ||
  code === 0x0f ||
  code === 0x19 ||
  code === 0x1a ||
  code === 0x1b ||
  (code >= 0x45 && code <= 0xc4) ||
  code === 0xd1;

function afterFc(reader: Reader): void {
  const code = reader.number();
  if (code <= 7) return;
  if (code === 8 || code === 10 || code === 12 || code === 14) reader.numbers(2);
  else if (code <= 17) reader.number();
  else throw new Unknown(`instruction fc ${code}`);
}

function afterFd(reader: Reader): void {
  const code = reader.number();
  if (code <= 11 || code === 92 || code === 93) reader.numbers(2);
  else if (code === 12 || code === 13) reader.at += 16;
  else if (code >= 21 && code <= 34) reader.at += 1;
  else if (code >= 84 && code <= 91) {
    reader.numbers(2);
    reader.at += 1;
  } else if (code > 275) throw new Unknown(`instruction fd ${code}`);
}

/** How many functions are imported: their numbers come first. */
function importedFunctions(body: Uint8Array): number {
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === FUNCTION) functions += 1;
    if (kind === FUNCTION) reader.number();
    else if (kind === 1 || kind === 2) {
      if (kind === 1) reader.number();
      reader.numbers((reader.byte() & 1) === 1 ? 2 : 1);
    } else if (kind === 3) reader.at += 2;
    else throw new Unknown(`import ${kind}`);
  }
  return functions;
}

/** The functions that tables hold: anything may call them. */
function inTables(body: Uint8Array, found: (index: number) => void): void {
  const reader = new Reader(body);
  for (let left = reader.number(); left > 0; left -= 1) {
    if (reader.number() !== 0) throw new Unknown("a segment that is not active");
    for (;;) {
      const code = reader.byte();
      if (code === 0x0b) break;
      if (code !== 0x41 && code !== 0x23) throw new Unknown("an offset");
      reader.number();
    }
    for (let count = reader.number(); count > 0; count -= 1) found(reader.number());
  }
}

function leb(value: number): readonly number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte + 128 : byte);
    if (rest === 0) return bytes;
  }
}

const joined = (parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Uint8Array.from(part)));

/** The module without what only the exports that are not kept could reach. */
export function leanWasm(wasm: Uint8Array, keeps: (name: string) => boolean): Uint8Array {
  try {
    return lean(wasm, keeps);
  } catch (error) {
    if (error instanceof Unknown) return wasm;
    throw error;
  }
}

function lean(wasm: Uint8Array, keeps: (name: string) => boolean): Uint8Array {
  const sections = sectionsOf(wasm);
  const bodyOf = (id: number): Uint8Array => sections.find((section) => section.id === id)?.body ?? Uint8Array.of(0);
  const imported = importedFunctions(bodyOf(IMPORTS));

  const code = new Reader(bodyOf(CODE));
  const bodies: { readonly start: number; readonly end: number }[] = [];
  for (let left = code.number(); left > 0; left -= 1) {
    const start = code.at;
    const length = code.number();
    code.at += length;
    bodies.push({ start, end: code.at });
  }

  const waiting: number[] = [];
  const reached = new Set<number>();
  const reach = (index: number): void => {
    if (reached.has(index)) return;
    reached.add(index);
    waiting.push(index);
  };
  const exported = new Reader(bodyOf(EXPORTS));
  const kept: Uint8Array[] = [];
  for (let left = exported.number(); left > 0; left -= 1) {
    const start = exported.at;
    const name = exported.text();
    const kind = exported.byte();
    const index = exported.number();
    if (kind === FUNCTION && !keeps(name)) continue;
    if (kind === FUNCTION) reach(index);
    kept.push(exported.bytes.subarray(start, exported.at));
  }
  inTables(bodyOf(ELEMENTS), reach);
  if (sections.some(({ id }) => id === START)) reach(new Reader(bodyOf(START)).number());
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const body = bodies[index - imported];
    if (body === undefined) continue;
    const reader = new Reader(code.bytes, body.start);
    reader.number();
    for (let groups = reader.number(); groups > 0; groups -= 1) {
      reader.number();
      reader.at += 1;
    }
    named(reader, body.end, reach);
  }

  const parts = sections.flatMap(({ id, body }) => {
    const content =
      id === EXPORTS
        ? joined([leb(kept.length), ...kept])
        : id === CODE
          ? joined([
              leb(bodies.length),
              ...bodies.map(({ start, end }, i) => (reached.has(i + imported) ? code.bytes.subarray(start, end) : STUB)),
            ])
          : body;
    return [[id], leb(content.length), content];
  });
  return joined([wasm.subarray(0, 8), ...parts]);
}
