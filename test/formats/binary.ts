/** Bytes of numbers, the least significant first. */
export const u8 = (...values: readonly number[]): Uint8Array => Uint8Array.from(values, (value) => value & 0xff);
export const u16 = (...values: readonly number[]): Uint8Array => u8(...values.flatMap((value) => [value, value >> 8]));
export const u32 = (...values: readonly number[]): Uint8Array => u32s(values);
/** The same of a list of any length. */
export const u32s = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value, value >> 8, value >> 16, value >> 24].map((byte) => byte & 0xff)));
export const f64 = (value: number): Uint8Array => new Uint8Array(Float64Array.of(value).buffer);
export const utf16 = (text: string): Uint8Array => u16(...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));

export function bytes(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const padded = (content: Uint8Array, unit: number): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(content.length / unit) * unit);
  whole.set(content);
  return whole;
};

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

/** A directory entry of a compound file. */
export function entry(name: string, type: number, child: number, right: number, start: number, size: number): Uint8Array {
  const named = new Uint8Array(64);
  named.set(utf16(name));
  return bytes(named, u16(name.length * 2 + 2), u8(type, 1), u32(FREE, right, child), new Uint8Array(36), u32(start, size, 0));
}

/** A compound file of streams below the root, each in sectors of 512 bytes; none is small enough for the other kind. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const put = (content: Uint8Array): number => {
    const start = next.length;
    const whole = padded(content, SECTOR);
    for (let at = 0; at < whole.length; at += SECTOR) {
      sectors.push(whole.subarray(at, at + SECTOR));
      next.push(at + SECTOR < whole.length ? next.length + 1 : END);
    }
    return whole.length === 0 ? END : start;
  };
  const names = Object.keys(streams);
  const entries = names.map((name, i) => {
    const content = streams[name] ?? new Uint8Array();
    const large = padded(content, SECTOR * 8);
    return entry(name, 2, FREE, i + 1 < names.length ? i + 2 : FREE, put(large), Math.max(content.length, 4096));
  });
  const directory = put(padded(bytes(entry("Root Entry", 5, names.length > 0 ? 1 : FREE, FREE, END, 0), ...entries), SECTOR));
  const tables = Math.ceil((next.length + 1) / (SECTOR / 4 - 1));
  const first = next.length;
  for (let i = 0; i < tables; i += 1) next.push(FAT);
  const fat = new Uint8Array(tables * SECTOR).fill(0xff);
  fat.set(u32(...next));
  const difat = Array.from({ length: 109 }, (_, i) => (i < tables ? first + i : FREE));
  const header = bytes(
    u8(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(16),
    u16(0x3e, 3, 0xfffe, 9, 6, 0, 0, 0),
    u32(0, tables, directory, 0, 4096, END, 0, END, 0),
    u32(...difat),
  );
  return bytes(header, ...sectors, fat);
}
