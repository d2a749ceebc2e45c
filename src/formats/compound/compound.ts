import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";

/** Largest compound file that is opened, in bytes. */
export const MAX_COMPOUND_BYTES = 64 * 1024 * 1024;

/** Most entries that the directory of a compound file may list. */
export const MAX_COMPOUND_ENTRIES = 4096;

/** First bytes of every compound file. */
export const COMPOUND_SIGNATURE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/**
 * The streams directly below the root of a compound file (OLE2, MS-CFB), in which Office kept its documents until 2003. What
 * is in storages, such as embedded objects, is not accessible. Names are compared without regard to case.
 */
export interface Compound {
  has(name: string): boolean;
  /** The content of a stream, or `null` if there is no stream of that name. */
  read(name: string): Uint8Array | null;
}

const HEADER_BYTES = 512;
const HEADER_SECTORS = 109;
const LAST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
const NO_ENTRY = 0xffffffff;

const STREAM = 2;
const ROOT = 5;

/** A range of the file divided into sectors of one size, and the table that gives the next sector of each. */
interface Space {
  readonly bytes: Uint8Array;
  /** Where sector 0 begins. */
  readonly start: number;
  readonly shift: number;
  readonly next: Uint32Array;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly sector: number;
  readonly size: number;
}

/**
 * Opens a compound file. No chain of sectors visits the same sector twice or leaves the file, whatever sizes the
 * directory claims.
 *
 * @throws DisclosureReportError `format.corrupt` or `format.limit`
 */
export function openCompound(bytes: Uint8Array, language: Language = "zh"): Compound {
  const corrupt = (): Error => formatError("format.corrupt", { reason: brokenChains }, language);
  limit(sizeOfFile, MAX_COMPOUND_BYTES, bytes.length, language);
  if (bytes.length < HEADER_BYTES) throw corrupt();
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const shift = header.getUint16(30, true);
  const miniShift = header.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw corrupt();
  const large = sectorsOf(bytes, header, shift, corrupt);
  const directory = join(large, chain(large, header.getUint32(48, true), Number.POSITIVE_INFINITY, corrupt), corrupt);
  limit(entryCount, MAX_COMPOUND_ENTRIES, Math.floor(directory.length / ENTRY_BYTES), language);
  const entries = readEntries(directory);
  const root = entries[0];
  if (root === undefined || root.type !== ROOT) throw corrupt();
  const streams = new Map(topStreams(entries, root, corrupt).map((entry) => [entry.name.toLowerCase(), entry]));
  const cutoff = header.getUint32(56, true);
  let small: Space | null = null;
  const smallSpace = (): Space => {
    small ??= miniSectors(large, header, root, corrupt);
    return small;
  };
  return {
    has: (name) => streams.has(name.toLowerCase()),
    read(name) {
      const entry = streams.get(name.toLowerCase());
      if (entry === undefined) return null;
      return readStream(entry.size < cutoff ? smallSpace() : large, entry, corrupt);
    },
  };
}

function sectorsOf(bytes: Uint8Array, header: DataView, shift: number, corrupt: () => Error): Space {
  const size = 1 << shift;
  const perSector = size / 4;
  const total = Math.ceil((bytes.length - size) / size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (sector: number, index: number): number => {
    const offset = (sector + 1) * size + index * 4;
    if (sector >= total || offset + 4 > bytes.length) throw corrupt();
    return view.getUint32(offset, true);
  };
  const tables: number[] = [];
  for (let i = 0; i < HEADER_SECTORS; i += 1) tables.push(header.getUint32(76 + i * 4, true));
  let more = header.getUint32(68, true);
  for (let steps = 0; more < LAST_SECTOR; steps += 1) {
    if (steps >= total) throw corrupt();
    for (let i = 0; i < perSector - 1; i += 1) tables.push(at(more, i));
    more = at(more, perSector - 1);
  }
  const used = tables.filter((sector) => sector < LAST_SECTOR);
  if (used.length > total) throw corrupt();
  const next = new Uint32Array(used.length * perSector);
  used.forEach((sector, table) => {
    for (let i = 0; i < perSector; i += 1) next[table * perSector + i] = at(sector, i);
  });
  return { bytes, start: size, shift, next };
}

function miniSectors(large: Space, header: DataView, root: Entry, corrupt: () => Error): Space {
  const table = join(large, chain(large, header.getUint32(60, true), Number.POSITIVE_INFINITY, corrupt), corrupt);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const next = Uint32Array.from({ length: table.length / 4 }, (_, i) => view.getUint32(i * 4, true));
  return { bytes: readStream(large, root, corrupt), start: 0, shift: 6, next };
}

/** The sectors of a chain, up to as many as are wanted. */
function chain({ bytes, start, shift, next }: Space, first: number, most: number, corrupt: () => Error): readonly number[] {
  const total = Math.ceil((bytes.length - start) / (1 << shift));
  const seen = new Uint8Array(total);
  const sectors: number[] = [];
  for (let sector = first; sector !== END_OF_CHAIN && sectors.length < most; sector = next[sector] ?? NO_ENTRY) {
    if (sector >= total || seen[sector] === 1) throw corrupt();
    seen[sector] = 1;
    sectors.push(sector);
  }
  return sectors;
}

/** The content of some sectors, concatenated. The last sector of a file may be truncated. */
function join({ bytes, start, shift }: Space, sectors: readonly number[], corrupt: () => Error): Uint8Array {
  const content = new Uint8Array(sectors.length << shift);
  let filled = 0;
  for (const sector of sectors) {
    if (filled !== content.length && filled % (1 << shift) !== 0) throw corrupt();
    const from = start + (sector << shift);
    const piece = bytes.subarray(from, from + (1 << shift));
    content.set(piece, filled);
    filled += piece.length;
  }
  return content.subarray(0, filled);
}

function readStream(space: Space, { sector, size }: Entry, corrupt: () => Error): Uint8Array {
  if (size === 0) return new Uint8Array(0);
  if (size > space.bytes.length) throw corrupt();
  const content = join(space, chain(space, sector, Math.ceil(size / (1 << space.shift)), corrupt), corrupt);
  if (content.length < size) throw corrupt();
  return content.subarray(0, size);
}

function readEntries(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const length = Math.min(Math.max(view.getUint16(at + NAME_BYTES, true) - 2, 0), NAME_BYTES);
    entries.push({
      name: new TextDecoder("utf-16le").decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      sector: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The streams in the tree of names below the root. */
function topStreams(entries: readonly Entry[], root: Entry, corrupt: () => Error): readonly Entry[] {
  const streams: Entry[] = [];
  const seen = new Set<number>();
  const open = [root.child];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === NO_ENTRY) continue;
    const entry = entries[id];
    if (entry === undefined || seen.has(id)) throw corrupt();
    seen.add(id);
    if (entry.type === STREAM) streams.push(entry);
    open.push(entry.left, entry.right);
  }
  return streams;
}

function limit(what: Sentence, most: number, found: number, language: Language): void {
  if (found > most) throw formatError("format.limit", { what, limit: most, found }, language);
}

const sizeOfFile: Sentence = { zh: "文件字节数", en: "the size of the file in bytes" };
const entryCount: Sentence = { zh: "复合文档内的条目数", en: "the number of entries in the compound file" };
const brokenChains: Sentence = {
  zh: "复合文档（OLE2）的扇区链断开、成环或越界",
  en: "the sectors of the compound file (OLE2) are cut off, run in a circle or lead out of it",
};
