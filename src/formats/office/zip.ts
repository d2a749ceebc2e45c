import { Inflate, inflateSync } from "fflate";
import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { crc32 } from "./crc32.js";

/** Largest container that is opened, in bytes. */
export const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** Most entries that a document may list. */
export const MAX_ZIP_ENTRIES = 4096;

/** Most entries of a container with many reports. */
export const MAX_FOLDER_ENTRIES = 262_144;

/** Longest name of an entry, in bytes. */
export const MAX_ENTRY_NAME_BYTES = 512;

/** Most bytes that one entry may inflate to. Only entries that are read are inflated, never pictures. */
export const MAX_ENTRY_BYTES = 32 * 1024 * 1024;

/** Most bytes that all entries read from one container may inflate to together. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** Most bytes that an entry may inflate to for each compressed byte, once it is larger than {@link RATIO_FREE_BYTES}. */
export const MAX_COMPRESSION_RATIO = 300;

/** Size up to which the compression ratio does not matter. */
export const RATIO_FREE_BYTES = 4 * 1024 * 1024;

/** Most bytes before the container and after it: what mail and upload forms leave around a file. */
export const MAX_BYTES_AROUND = 64 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

const END_OF_DIRECTORY_BYTES = 22;
const END_OF_DIRECTORY_64_BYTES = 56;
const LOCATOR_64_BYTES = 20;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_ENTRY_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;

/** The value of a 32-bit field whose number is in a ZIP64 field. */
const IN_ZIP64_32 = 0xffffffff;
const ZIP64_FIELD = 0x0001;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Methods of compression by number, for those that are named when they are refused. */
const METHODS: ReadonlyMap<number, string> = new Map([
  [9, "Deflate64"],
  [12, "bzip2"],
  [14, "LZMA"],
  [93, "Zstandard"],
  [95, "xz"],
  [98, "PPMd"],
]);

/**
 * Compressed bytes inflated at a time: no more than a thousand times as many come out before the count is looked at. An entry that
 * has no more than some steps of them is inflated at once, which is faster.
 */
const INFLATE_STEP = 4096;
const INFLATE_AT_ONCE = 8 * INFLATE_STEP;

/**
 * A container whose directory has been checked. Entries are inflated when they are read, and counted while they inflate.
 * Capitals in names do not matter, as programs differ in them.
 */
export interface Archive {
  /** Names of all entries, in the order of the directory. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The content of an entry, or `null` if there is no entry of that name. */
  read(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly start: number;
}

/** What a container is: one document, or a folder of them, each of which has the limits of one. */
export type ArchiveRole = "document" | "folder";

/**
 * Opens a ZIP container after checking all that its directory claims: sizes, number and names of entries, and that entries do
 * not overlap. What an entry really inflates to is counted while it is read, whatever the directory says. In a folder names
 * are case-sensitive, and a name that leads out of it is allowed: nothing is unpacked to a disk.
 *
 * @throws DisclosureReportError `format.corrupt`, `format.limit` or `format.unsafe`
 */
export function openZip(bytes: Uint8Array, language: Language = "zh", role: ArchiveRole = "document"): Archive {
  const isFolder = role === "folder";
  if (!isFolder) limit(sizeOfFile, MAX_ARCHIVE_BYTES, bytes.length, language);
  const entries = readDirectory(bytes, language, role);
  const keyOf = (name: string): string => (isFolder ? name : name.toLowerCase());
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = keyOf(entry.name);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [entry]);
    else same.push(entry);
  }
  let inflated = 0;
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => byName.has(keyOf(name)),
    read(name) {
      const [entry, ...others] = byName.get(keyOf(name)) ?? [];
      if (entry === undefined) return null;
      // Programs differ in which of two entries they read, so a name with different contents is refused.
      if (others.some(({ crc, size }) => crc !== entry.crc || size !== entry.size)) {
        throw formatError("format.unsafe", { what: duplicateName }, language);
      }
      const content = readEntry(bytes, entry, MAX_INFLATED_BYTES - inflated, language);
      if (!isFolder) inflated += content.length;
      return content;
    },
  };
}

/**
 * Where in a file a container begins: 0, or behind bytes that something has put before it; `null` for a file that is none.
 * Only the end of the file and the first record are looked at.
 */
export function startOfZip(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  if (isAt(view, 0, LOCAL_ENTRY)) return 0;
  const directory = findDirectory(view);
  if (directory === null || directory.base === 0 || directory.base > MAX_BYTES_AROUND) return null;
  return isAt(view, directory.start + directory.base, DIRECTORY_ENTRY) ? directory.base : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isAt(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

/** What the end record of a container states about its directory. */
interface Directory {
  readonly count: number;
  /** Entries on this volume, which must be all of them. */
  readonly here: number;
  readonly size: number;
  readonly start: number;
  /** Where the directory ends. */
  readonly end: number;
  /** Bytes before the container, which are to be added to every offset in the container. */
  readonly base: number;
}

function findDirectory(view: DataView): Directory | null {
  const end = findEnd(view);
  if (end === null) return null;
  const directory =
    readEnd64(view, end) ??
    ({
      count: view.getUint16(end + 10, true),
      here: view.getUint16(end + 8, true),
      size: view.getUint32(end + 12, true),
      start: view.getUint32(end + 16, true),
      end,
    } as const);
  const before = directory.end - directory.size - directory.start;
  // Bytes between the directory and its end record are not counted as bytes before the container.
  const base = before > 0 && !isAt(view, directory.start, DIRECTORY_ENTRY) ? before : 0;
  return { ...directory, base };
}

/** The numbers of a directory that is too large for its record, or that a program always keeps in the larger one. */
function readEnd64(view: DataView, end: number): Omit<Directory, "base"> | null {
  const locator = end - LOCATOR_64_BYTES;
  if (!isAt(view, locator, LOCATOR_64)) return null;
  const stated = uint64(view, locator + 8);
  // With bytes before the container, the record is assumed at its usual place: right before its locator.
  const at = [stated, locator - END_OF_DIRECTORY_64_BYTES].find((place) => isAt(view, place, END_OF_DIRECTORY_64));
  if (at === undefined || at + END_OF_DIRECTORY_64_BYTES > locator) return null;
  return {
    count: uint64(view, at + 32),
    here: uint64(view, at + 24),
    size: uint64(view, at + 40),
    start: uint64(view, at + 48),
    end: at,
  };
}

/** A number of 64 bits. Beyond 2^53 it is no longer exact, and beyond every limit. */
function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function readDirectory(bytes: Uint8Array, language: Language, role: ArchiveRole): readonly Entry[] {
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  if (directory === null || directory.base > MAX_BYTES_AROUND) throw corrupt(noDirectory, language);
  const { count, here, size, start, end, base } = directory;
  limit(entryCount, role === "folder" ? MAX_FOLDER_ENTRIES : MAX_ZIP_ENTRIES, count, language);
  if (here !== count || base + start + size > end) throw corrupt(brokenDirectory, language);

  const entries: Entry[] = [];
  let at = base + start;
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw corrupt(brokenDirectory, language);
    const nameLength = view.getUint16(at + 28, true);
    limit(nameSize, MAX_ENTRY_NAME_BYTES, nameLength, language);
    const nameStart = at + DIRECTORY_ENTRY_BYTES;
    const extraStart = nameStart + nameLength;
    const extraEnd = extraStart + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) throw corrupt(brokenDirectory, language);
    const rawName = bytes.subarray(nameStart, extraStart);
    const large = zip64Fields(view, extraStart, extraEnd);
    const sized = (field: number): number => {
      const stated = view.getUint32(field, true);
      return stated === IN_ZIP64_32 ? (large.shift() ?? stated) : stated;
    };
    // The order in which the larger numbers are kept: size, compressed size, place.
    const inflated = sized(at + 24);
    const compressed = sized(at + 20);
    const local = sized(at + 42);
    entries.push({
      name: entryName(rawName, role, language),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      compressed,
      size: inflated,
      start: contentStart(bytes, view, base + local, rawName, language),
    });
    at = next;
  }
  checkOverlaps(entries, base + start, language);
  return entries;
}

/** The numbers that an entry keeps in its ZIP64 field, in their order. */
function zip64Fields(view: DataView, start: number, end: number): number[] {
  const numbers: number[] = [];
  let at = start;
  while (at + 4 <= end) {
    const next = Math.min(at + 4 + view.getUint16(at + 2, true), end);
    if (view.getUint16(at, true) === ZIP64_FIELD) {
      for (let field = at + 4; field + 8 <= next && numbers.length < 3; field += 8) numbers.push(uint64(view, field));
    }
    at = next;
  }
  return numbers;
}

/**
 * The end record: the last one in the file whose comment reaches exactly to the end of the file; where there is none, the last
 * one, with bytes behind it that are no part of the container.
 */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_OF_DIRECTORY_BYTES - Math.max(MAX_COMMENT_BYTES, MAX_BYTES_AROUND));
  let last: number | null = null;
  for (let at = view.byteLength - END_OF_DIRECTORY_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const end = at + END_OF_DIRECTORY_BYTES + view.getUint16(at + 20, true);
    if (end === view.byteLength) return at;
    if (end < view.byteLength) last ??= at;
  }
  return last;
}

/** A name as UTF-8, or else, as programs under Chinese Windows write it, as GBK. */
function decodedName(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

/** Some old programs write backslashes. Names that would leave a folder are never right, though nothing is ever unpacked to a disk. */
function entryName(raw: Uint8Array, role: ArchiveRole, language: Language): string {
  const name = decodedName(raw).replaceAll("\\", "/");
  if (role === "folder") return name;
  const leaves = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0");
  if (leaves || name === "") throw formatError("format.unsafe", { what: unsafeName }, language);
  return name;
}

/** Where the content of an entry begins, after its local header, which must name the same entry as the directory does. */
function contentStart(bytes: Uint8Array, view: DataView, local: number, rawName: Uint8Array, language: Language): number {
  if (local + LOCAL_ENTRY_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY)
    throw corrupt(brokenDirectory, language);
  const nameStart = local + LOCAL_ENTRY_BYTES;
  const nameLength = view.getUint16(local + 26, true);
  const start = nameStart + nameLength + view.getUint16(local + 28, true);
  const same = nameLength === rawName.length && rawName.every((byte, i) => bytes[nameStart + i] === byte);
  if (!same || start > bytes.length) throw corrupt(brokenDirectory, language);
  return start;
}

function checkOverlaps(entries: readonly Entry[], directoryStart: number, language: Language): void {
  let reached = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < reached) throw formatError("format.unsafe", { what: overlap }, language);
    reached = entry.start + entry.compressed;
  }
  if (reached > directoryStart) throw corrupt(brokenDirectory, language);
}

function readEntry(bytes: Uint8Array, entry: Entry, budget: number, language: Language): Uint8Array {
  if (entry.encrypted) throw formatError("format.unsafe", { what: encryptedEntry }, language);
  const allowed = Math.min(MAX_ENTRY_BYTES, Math.max(RATIO_FREE_BYTES, entry.compressed * MAX_COMPRESSION_RATIO));
  limit(inflatedSize, allowed, entry.size, language);
  limit(inflatedSizes, budget, entry.size, language);
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed);
  const content = entry.method === STORED ? packed : inflate(packed, entry, language);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw corrupt(wrongChecksum, language);
  return content;
}

/** Inflates an entry to the size that its directory entry states, and not one byte further. */
function inflate(packed: Uint8Array, entry: Entry, language: Language): Uint8Array {
  if (entry.method !== DEFLATED) throw formatError("format.unsafe", { what: unknownMethod(entry.method) }, language);
  if (packed.length > 0 && packed.length <= INFLATE_AT_ONCE) return inflateAtOnce(packed, entry.size, language);
  const content = new Uint8Array(entry.size);
  let filled = 0;
  const inflater = new Inflate((piece) => {
    if (filled + piece.length > content.length) throw corrupt(wrongChecksum, language);
    content.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP)
    orCorrupt(() => inflater.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length), language);
  if (filled !== content.length) throw corrupt(wrongChecksum, language);
  return content;
}

function inflateAtOnce(packed: Uint8Array, size: number, language: Language): Uint8Array {
  // Output beyond the buffer is discarded; one byte more than stated shows that there is too much.
  const content = orCorrupt(() => inflateSync(packed, { out: new Uint8Array(size + 1) }), language);
  if (content.length !== size) throw corrupt(wrongChecksum, language);
  return content;
}

function orCorrupt<T>(inflated: () => T, language: Language): T {
  try {
    return inflated();
  } catch (error) {
    // fflate marks its own errors with a numeric code; ours and everything unforeseen go on as they are.
    if (error instanceof Error && "code" in error && typeof error.code === "number") throw corrupt(wrongChecksum, language);
    throw error;
  }
}

function limit(what: Sentence, most: number, found: number, language: Language): void {
  if (found > most) throw formatError("format.limit", { what, limit: most, found }, language);
}

function corrupt(reason: Sentence, language: Language): Error {
  return formatError("format.corrupt", { reason }, language);
}

const sizeOfFile: Sentence = { zh: "文件字节数", en: "the size of the file in bytes" };
const entryCount: Sentence = { zh: "压缩包内的文件数", en: "the number of files in the container" };
const nameSize: Sentence = { zh: "压缩包内文件名的字节数", en: "the length of a file name in the container" };
const inflatedSize: Sentence = {
  zh: "压缩包内一个文件解压后的字节数",
  en: "the inflated size of a file in the container, in bytes,",
};
const inflatedSizes: Sentence = {
  zh: "压缩包内各文件解压后的总字节数",
  en: "the inflated size of all files in the container, in bytes,",
};
const noDirectory: Sentence = { zh: "压缩包不完整，找不到目录", en: "the container is cut off and has no directory" };
const brokenDirectory: Sentence = {
  zh: "压缩包的目录与内容对不上",
  en: "the directory of the container does not agree with its content",
};
const wrongChecksum: Sentence = {
  zh: "压缩包内的文件与其校验值或大小不符",
  en: "a file in the container does not have the checksum or size it should",
};
const duplicateName: Sentence = { zh: "压缩包内有两个同名文件", en: "two files of the same name in the container" };
const unsafeName: Sentence = { zh: "压缩包内有越出目录的文件名", en: "a file name that leaves the container's folder" };
const overlap: Sentence = { zh: "压缩包内的文件互相重叠", en: "files that overlap in the container" };
const encryptedEntry: Sentence = { zh: "压缩包内有加密的文件", en: "an encrypted file in the container" };
const unknownMethod = (method: number): Sentence => {
  const name = METHODS.get(method) ?? String(method);
  return { zh: `压缩包使用了Office不用的压缩方法（${name}）`, en: `a method of compression that Office does not use (${name})` };
};
