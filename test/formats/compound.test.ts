import { describe, expect, it } from "vitest";
import { MAX_COMPOUND_BYTES, MAX_COMPOUND_ENTRIES, openCompound } from "../../src/formats/compound/compound.js";
import { compoundFile, u16, u32, utf16 } from "./binary.js";

const SECTOR = 512;
const HEADER = { shift: 30, fatSectors: 44, directory: 48, cutoff: 56, miniTable: 60, more: 68, tables: 76 };

const content = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7 + seed) & 0xff);
const streams = { Workbook: content(20_000, 1), WordDocument: content(5000, 2), Data: content(4096, 3) };

/** A file with some of its numbers changed. */
function changed(file: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = file.slice();
  copy.set(u32(...values), at);
  return copy;
}

const file = compoundFile(streams);
const view = new DataView(file.buffer);
const sectorAt = (sector: number): number => (sector + 1) * SECTOR;
const fat = sectorAt(view.getUint32(HEADER.tables, true));
const directory = sectorAt(view.getUint32(HEADER.directory, true));

describe("a compound file", () => {
  it("gives its streams, whatever their capitals", () => {
    const opened = openCompound(file);
    expect(opened.read("workbook")).toEqual(streams.Workbook);
    expect(opened.read("WordDocument")).toEqual(streams.WordDocument);
    expect(opened.has("DATA")).toBe(true);
    expect(opened.has("Book")).toBe(false);
    expect(opened.read("Book")).toBeNull();
  });

  it("may be cut short in its last sector, behind what is needed", () => {
    const whole = compoundFile({ a: content(4096, 1) });
    const used = sectorAt(0) + 4096;
    expect(openCompound(whole).read("a")).toEqual(content(4096, 1));
    expect(() => openCompound(whole.subarray(0, used - 100)).read("a")).toThrow(
      expect.objectContaining({ code: "format.corrupt" }),
    );
  });

  it("keeps small streams in small sectors of their own", () => {
    // Two sectors of 64 bytes, the second one first, in the stream that the root leads to.
    const small = compoundFile({ mini: content(4096, 9), table: new Uint8Array(4096) });
    const look = new DataView(small.buffer);
    const entries = sectorAt(look.getUint32(HEADER.directory, true));
    small.set(small.subarray(entries + 128 + 116, entries + 128 + 124), entries + 116);
    const table = look.getUint32(entries + 256 + 116, true);
    small.set(u32(0xfffffffe, 0), sectorAt(table));
    small.set(u32(table, 1), HEADER.miniTable);
    small.set(u32(1, 100), entries + 256 + 116);
    const expected = new Uint8Array([...content(128, 9).subarray(64), ...content(36, 9)]);
    expect(openCompound(small).read("table")).toEqual(expected);
  });

  it("does not show what stands in storages", () => {
    const stored = compoundFile({ Outer: content(10, 1), Inner: content(10, 2) });
    const entries = sectorAt(new DataView(stored.buffer).getUint32(HEADER.directory, true));
    stored[entries + 128 + 66] = 1;
    stored.set(u32(0xffffffff, 2), entries + 128 + 72);
    expect(openCompound(stored).has("Inner")).toBe(false);
    expect(openCompound(stored).has("Outer")).toBe(false);
  });
});

describe("a compound file that lies", () => {
  it.each<[string, Uint8Array]>([
    ["has no header", file.subarray(0, 100)],
    ["has sectors of another size", changed(file, HEADER.shift, 5)],
    ["has a chain that runs in a circle", changed(file, fat, ...Array.from({ length: 60 }, (_, i) => (i + 1) % 20))],
    ["has a chain that leads out of the file", changed(file, fat, 1_000_000)],
    ["has a table of sectors outside of the file", changed(file, HEADER.tables, 1_000_000)],
    ["has a list of tables that runs in a circle", changed(file, HEADER.more, 0, 1)],
    ["has a directory outside of the file", changed(file, HEADER.directory, 1_000_000)],
    ["has a root that is none", changed(file, directory + 66, 1)],
    ["has a stream larger than itself", changed(file, directory + 128 + 120, 0x7fffffff)],
    ["has a stream larger than its chain", changed(file, directory + 128 + 120, 25_000)],
    ["has entries that lead to one another", changed(file, directory + 256 + 72, 1)],
    ["has an entry that there is not", changed(file, directory + 256 + 72, 77)],
  ])("is refused when it %s", (_, lying) => {
    expect(() => {
      const opened = openCompound(lying, "en");
      for (const name of Object.keys(streams)) opened.read(name);
    }).toThrow(expect.objectContaining({ name: "DisclosureReportError", code: "format.corrupt" }));
  });

  it("is refused beyond its limits", () => {
    const large = new Uint8Array(MAX_COMPOUND_BYTES + 1);
    large.set(file);
    expect(() => openCompound(large)).toThrow(expect.objectContaining({ code: "format.limit" }));
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`s${i}`, u16(i)]));
    expect(openCompound(compoundFile(many)).has("s7")).toBe(true);
    const crowded = compoundFile({ Workbook: new Uint8Array((MAX_COMPOUND_ENTRIES + 8) * 128) });
    crowded.set(u32(0), HEADER.directory);
    expect(() => openCompound(crowded)).toThrow(expect.objectContaining({ code: "format.limit" }));
  });

  it("does not mind names that are too long", () => {
    const named = file.slice();
    named.set(utf16("x".repeat(32)), directory + 128);
    named.set(u16(0xffff), directory + 128 + 64);
    expect(openCompound(named).has("Workbook")).toBe(false);
  });
});
