const POLYNOMIAL = 0xedb88320;

/** Bytes taken at a time, which need a table each. */
const STEP = 4;

/** What a byte makes of the checksum, by itself and with up to three bytes of 0 behind it. */
const TABLES: readonly Int32Array[] = Array.from({ length: STEP }, (_, zeros) =>
  Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8 * (zeros + 1); bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    return value;
  }),
);

/** The checksum that ZIP containers carry (CRC-32 of ISO 3309). It detects damaged figures. */
export function crc32(bytes: Uint8Array): number {
  const [last = NONE, third = NONE, second = NONE, first = NONE] = TABLES;
  const whole = bytes.length - (bytes.length % STEP);
  let value = -1;
  let at = 0;
  for (; at < whole; at += STEP) {
    const word =
      value ^ ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    value =
      (first[word & 0xff] ?? 0) ^
      (second[(word >>> 8) & 0xff] ?? 0) ^
      (third[(word >>> 16) & 0xff] ?? 0) ^
      (last[word >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) value = (last[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}

const NONE: Int32Array = new Int32Array();
