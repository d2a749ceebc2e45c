import { strFromU8, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/formats/office/crc32.js";
import { attributeOf, MAX_XML_DEPTH, MAX_XML_ELEMENTS, parseXml } from "../../src/formats/office/xml.js";
import {
  MAX_ARCHIVE_BYTES,
  MAX_BYTES_AROUND,
  MAX_COMPRESSION_RATIO,
  MAX_ENTRY_BYTES,
  MAX_ENTRY_NAME_BYTES,
  MAX_FOLDER_ENTRIES,
  MAX_INFLATED_BYTES,
  MAX_ZIP_ENTRIES,
  openZip,
  RATIO_FREE_BYTES,
  startOfZip,
} from "../../src/formats/office/zip.js";

const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;

/** Changes numbers in the records of a container, given by the record's signature and the offset in it. */
function tampered(
  file: Uint8Array,
  signature: number,
  changes: readonly (readonly [offset: number, size: 2 | 4, value: number])[],
  nth = 0,
): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  let found = 0;
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature || found++ !== nth) continue;
    for (const [offset, size, value] of changes) {
      if (size === 2) view.setUint16(at + offset, value, true);
      else view.setUint32(at + offset, value, true);
    }
  }
  return copy;
}

/** A container of one stored entry whose sizes, place and directory stand in ZIP64 records, as streaming programs write it. */
function zip64(name: string, content: string, size = content.length): Uint8Array {
  const bytes = strToU8(content);
  const u16 = (n: number) => [n & 255, n >> 8];
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
  const u64 = (n: number) => [...u32(n % 2 ** 32), ...u32(Math.floor(n / 2 ** 32))];
  const label = strToU8(name);
  const crc = u32(crc32(bytes));
  const local = [...u32(0x04034b50), ...u16(45), 0, 0, 0, 0, 0, 0, 0, 0, ...crc, ...u32(bytes.length), ...u32(bytes.length)];
  const head = [...local, ...u16(label.length), 0, 0, ...label, ...bytes];
  const extra = [...u16(1), ...u16(24), ...u64(size), ...u64(bytes.length), ...u64(0)];
  const entry = [
    ...u32(DIRECTORY_ENTRY),
    ...u16(45),
    ...u16(45),
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    ...crc,
    ...u32(0xffffffff),
    ...u32(0xffffffff),
  ];
  const names = [
    ...u16(label.length),
    ...u16(extra.length),
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    ...u32(0xffffffff),
    ...label,
    ...extra,
  ];
  const directory = [...entry, ...names];
  const at = head.length + directory.length;
  const end64 = [...u32(0x06064b50), ...u64(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0), ...u64(1), ...u64(1)];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(at), ...u32(1)];
  const end = [...u32(END), 0, 0, 0, 0, ...u16(0xffff), ...u16(0xffff), ...u32(0xffffffff), ...u32(0xffffffff), 0, 0];
  return new Uint8Array([...head, ...directory, ...end64, ...u64(directory.length), ...u64(head.length), ...locator, ...end]);
}

const file = zipSync({ "a.xml": strToU8("<a>4</a>"), "b.xml": [strToU8("<b>5</b>"), { level: 0 }] });
const read = (bytes: Uint8Array, name = "a.xml") => openZip(bytes, "en").read(name);
const code = (expected: string) => expect.objectContaining({ name: "DisclosureReportError", code: expected });

describe("openZip", () => {
  it("reads entries that are compressed and entries that are not", () => {
    const archive = openZip(file);
    expect(archive.names).toEqual(["a.xml", "b.xml"]);
    expect(strFromU8(archive.read("a.xml") ?? new Uint8Array())).toBe("<a>4</a>");
    expect(strFromU8(archive.read("b.xml") ?? new Uint8Array())).toBe("<b>5</b>");
    expect(archive.has("c.xml")).toBe(false);
    expect(archive.read("c.xml")).toBeNull();
    expect(archive.read("__proto__")).toBeNull();
  });

  it("reads a view into a larger buffer, an empty entry, and a container with a comment", () => {
    const padded = new Uint8Array(file.length + 20);
    padded.set(file, 7);
    expect(read(padded.subarray(7, 7 + file.length))).toHaveLength(8);
    expect(read(zipSync({ "a.xml": new Uint8Array() }))).toHaveLength(0);
    const commented = new Uint8Array([...tampered(file, END, [[20, 2, 3]]), 1, 2, 3]);
    expect(read(commented)).toHaveLength(8);
  });

  it("does not mind capitals in names", () => {
    expect(read(file, "A.XML")).toHaveLength(8);
  });

  it("reads nothing of a name that stands for two contents, and everything else", () => {
    const twice = zipSync({ "w/a.xml": strToU8("a"), "w\\A.xml": strToU8("b"), "c.xml": strToU8("c") });
    expect(() => read(twice, "w/a.xml")).toThrow(code("format.unsafe"));
    expect(read(twice, "c.xml")).toHaveLength(1);
    const same = zipSync({ "a.xml": strToU8("a"), "A.xml": strToU8("a") });
    expect(read(same)).toHaveLength(1);
  });

  it.each([
    ["a line break behind it", "", "\r\n"],
    ["a line break before it", "\r\n", ""],
    ["a byte order mark before it", "\ufeff", ""],
    ["a form that it was uploaded in", "--x\r\nContent-Type: application/zip\r\n\r\n", "\r\n--x--\r\n"],
    ["as much around it as may be", " ".repeat(MAX_BYTES_AROUND), "\0".repeat(MAX_BYTES_AROUND - 22)],
  ])("reads a container with %s", (_, before, behind) => {
    const bytes = new Uint8Array([...strToU8(before), ...file, ...strToU8(behind)]);
    expect(startOfZip(bytes)).toBe(strToU8(before).length);
    expect(read(bytes)).toHaveLength(8);
    expect(read(bytes, "b.xml")).toHaveLength(8);
  });

  it("refuses a container with more before it or behind it", () => {
    const before = new Uint8Array([...strToU8(" ".repeat(MAX_BYTES_AROUND + 1)), ...file]);
    expect(startOfZip(before)).toBeNull();
    expect(() => read(before)).toThrow(code("format.corrupt"));
    expect(() => read(new Uint8Array([...file, ...new Uint8Array(MAX_BYTES_AROUND + 1)]))).toThrow(code("format.corrupt"));
  });

  it("reads sizes and places that are kept as ZIP64", () => {
    for (const around of ["", "\r\n"]) {
      const bytes = new Uint8Array([...strToU8(around), ...zip64("a.xml", "<a>4</a>"), ...strToU8(around)]);
      expect(read(bytes)).toEqual(strToU8("<a>4</a>"));
    }
    expect(() => read(zip64("a.xml", "<a>4</a>", 2 ** 40))).toThrow(code("format.limit"));
  });

  it("takes backslashes for slashes", () => {
    expect(openZip(zipSync({ "word\\document.xml": strToU8("a") })).has("word/document.xml")).toBe(true);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a cut-off container", file.subarray(0, -10)],
    ["a container without its beginning", file.subarray(10)],
    ["a directory that is not there", tampered(file, END, [[16, 4, 5]])],
    ["a directory beyond the file", tampered(file, END, [[16, 4, 0xfffffff0]])],
    [
      "more entries than are listed",
      tampered(file, END, [
        [8, 2, 3],
        [10, 2, 3],
      ]),
    ],
    ["a container in several volumes", tampered(file, END, [[8, 2, 1]])],
    ["an entry that is not there", tampered(file, DIRECTORY_ENTRY, [[42, 4, 3]])],
    ["an entry beyond the file", tampered(file, DIRECTORY_ENTRY, [[42, 4, 0xffffffff]])],
    ["an entry larger than the file", tampered(file, DIRECTORY_ENTRY, [[20, 4, 5000]], 1)],
    ["an entry that is another one", tampered(file, DIRECTORY_ENTRY, [[42, 4, 0]], 1)],
    ["a wrong checksum", tampered(file, DIRECTORY_ENTRY, [[16, 4, 1]])],
    ["a size that is too small", tampered(file, DIRECTORY_ENTRY, [[24, 4, 7]])],
    [
      "a size that is too small, with the checksum of what it leaves",
      tampered(zipSync({ "a.xml": strToU8("12".repeat(50)) }), DIRECTORY_ENTRY, [
        [24, 4, 99],
        [16, 4, crc32(strToU8("12".repeat(50)).subarray(0, 99))],
      ]),
    ],
    ["a size that is too large", tampered(file, DIRECTORY_ENTRY, [[24, 4, 9]])],
    ["a size that is none", tampered(file, DIRECTORY_ENTRY, [[24, 4, 0]])],
    [
      "content that is not compressed",
      tampered(zipSync({ "a.xml": [strToU8("\xff\xff\xff"), { level: 0 }] }), DIRECTORY_ENTRY, [[10, 2, 8]]),
    ],
  ])("refuses %s as damaged", (_, bytes) => {
    expect(() => read(bytes)).toThrow(code("format.corrupt"));
  });

  it("notices a single digit that has changed", () => {
    const at = strFromU8(file, true).indexOf("<b>5</b>");
    const changed = file.slice();
    changed[at + 3] = "6".charCodeAt(0);
    expect(() => read(changed, "b.xml")).toThrow(code("format.corrupt"));
  });

  it.each([
    ["a name that leaves the folder", zipSync({ "../a.xml": strToU8("a") })],
    ["a name that leaves it further in", zipSync({ "word/../../a.xml": strToU8("a") })],
    ["a name from the root", zipSync({ "/a.xml": strToU8("a") })],
    ["a name with a drive", zipSync({ "C:/a.xml": strToU8("a") })],
    ["a name with backslashes that leaves", zipSync({ "..\\a.xml": strToU8("a") })],
    ["a name with a zero", zipSync({ "a\0.xml": strToU8("a") })],
    ["an encrypted entry", tampered(file, DIRECTORY_ENTRY, [[8, 2, 1]])],
    ["an unknown compression", tampered(file, DIRECTORY_ENTRY, [[10, 2, 77]])],
    ["entries that overlap", tampered(file, DIRECTORY_ENTRY, [[20, 4, 60]])],
  ])("refuses %s as unsafe", (_, bytes) => {
    expect(() => read(bytes)).toThrow(code("format.unsafe"));
  });

  it("names a method of compression that Office does not use", () => {
    expect(() => read(tampered(file, DIRECTORY_ENTRY, [[10, 2, 14]]))).toThrow(/LZMA/);
  });

  const zeros = (length: number) => ({ "a.xml": new Uint8Array(length) });
  it.each([
    ["bytes", new Uint8Array(MAX_ARCHIVE_BYTES + 1), MAX_ARCHIVE_BYTES],
    [
      "entries",
      zipSync(Object.fromEntries(Array.from({ length: MAX_ZIP_ENTRIES + 1 }, (_, i) => [`${i}`, new Uint8Array()])), {
        level: 0,
      }),
      MAX_ZIP_ENTRIES,
    ],
    ["letters in a name", zipSync({ ["a".repeat(MAX_ENTRY_NAME_BYTES + 1)]: strToU8("a") }), MAX_ENTRY_NAME_BYTES],
    ["compression (a bomb)", zipSync(zeros(RATIO_FREE_BYTES + 1)), RATIO_FREE_BYTES],
    ["inflated bytes, as declared", tampered(file, DIRECTORY_ENTRY, [[24, 4, 0xfffffff0]]), RATIO_FREE_BYTES],
  ])("refuses too many %s", (_, bytes, limit) => {
    expect(() => read(bytes)).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(limit)) }),
    );
  });

  it("inflates as much as an entry may have, and no more", () => {
    expect(read(zipSync(zeros(RATIO_FREE_BYTES)))).toHaveLength(RATIO_FREE_BYTES);
    const stored = zipSync({ "a.xml": [new Uint8Array(RATIO_FREE_BYTES + 1), { level: 0 }] });
    expect(read(stored)).toHaveLength(RATIO_FREE_BYTES + 1);
    expect(MAX_ENTRY_BYTES).toBeGreaterThan(RATIO_FREE_BYTES);
    expect(MAX_COMPRESSION_RATIO).toBeGreaterThan(1);
    const large = tampered(zipSync({ "a.xml": [new Uint8Array(RATIO_FREE_BYTES), { level: 0 }] }), DIRECTORY_ENTRY, [
      [24, 4, MAX_ENTRY_BYTES + 1],
    ]);
    expect(() => read(large)).toThrow(new RegExp(String(MAX_ENTRY_BYTES)));
  });

  it("does not inflate past the size that an entry declares", () => {
    const bomb = tampered(zipSync(zeros(50_000_000)), DIRECTORY_ENTRY, [[24, 4, 1000]]);
    expect(() => read(bomb)).toThrow(code("format.corrupt"));
  });

  it("counts what all entries inflate to together", () => {
    const each = RATIO_FREE_BYTES;
    const names = Array.from({ length: MAX_INFLATED_BYTES / each + 1 }, (_, i) => `${i}`);
    const archive = openZip(zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(each)])), { level: 1 }));
    for (const name of names.slice(0, -1)) archive.read(name);
    expect(() => archive.read(names[names.length - 1] ?? "")).toThrow(code("format.limit"));
  });
});

describe("crc32", () => {
  it("is the one of ISO 3309", () => {
    expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe("parseXml", () => {
  const parse = (xml: string | Uint8Array) =>
    parseXml(typeof xml === "string" ? strToU8(xml) : xml, { namespaces: { "urn:w": "w" }, language: "en" });

  it("gives names the prefix of the namespace, not that of the file", () => {
    expect(parse('<q:a xmlns:q="urn:w" q:b="1"/>')).toMatchObject({ name: "w:a", attributes: { "w:b": "1" } });
    expect(parse('<w:a xmlns:w="urn:other"/>').name).not.toBe("w:a");
  });

  it("reads UTF-16 with a byte order mark, and UTF-8 with one", () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[..."<a>中</a>"].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    ]);
    expect(parse(utf16).children).toEqual(["中"]);
    expect(parse("\ufeff<a>中</a>").children).toEqual(["中"]);
  });

  it.each([
    ["named", "<!DOCTYPE a>"],
    ["without content", "<!DOCTYPE a []>"],
    ["of elements", "<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a (#PCDATA)>\n<!ELEMENT b ANY>]>"],
  ])("reads what stands behind a document type that is %s", (_, doctype) => {
    expect(parse(`${doctype}<a>4</a>`)).toMatchObject({ name: "a", children: ["4"] });
  });

  it.each([
    ["a document type that gives attributes", "<!DOCTYPE a [<!ATTLIST a b CDATA '1'>]><a/>"],
    ["a document type of parameters", "<!DOCTYPE a [<!ENTITY % b 'c'> %b;]><a/>"],
    ["a document type within", "<a><!DOCTYPE a></a>"],
    ["a public document type", '<!DOCTYPE a PUBLIC "-//X" "a.dtd"><a/>'],
    ["a document type", '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ["a billion laughs", '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ["an entity", "<a>&secret;</a>"],
    ["an entity in an attribute", '<a b="&secret;"/>'],
  ])("refuses %s", (_, xml) => {
    expect(() => parse(xml)).toThrow(code("format.unsafe"));
  });

  it.each([
    ["nothing", ""],
    ["no XML", "4"],
    ["XML that is cut off", "<a><b>4</b>"],
    ["a tag that is cut off", "<a><b"],
    ["tags that cross", "<a><b></a></b>"],
    ["an unknown prefix", "<q:a/>"],
    ["bytes that are no text", Uint8Array.from([60, 97, 62, 0xff, 60, 47, 97, 62])],
  ])("refuses %s", (_, xml) => {
    expect(() => parse(xml)).toThrow(code("format.corrupt"));
  });

  it("bears references to characters that do not exist", () => {
    expect(parse("<a>&#x110000;&#9999999;&amp;&AMP;</a>".replace("&AMP;", "")).children).toEqual(["\ufffd\ufffd&"]);
  });

  it("is not led astray by names of object properties", () => {
    const element = parse('<a __proto__="1" constructor="&#50;" b="&amp;"/>');
    expect(attributeOf(element, "constructor")).toBe("2");
    expect(attributeOf(element, "toString")).toBeUndefined();
    expect(attributeOf(parse("<a/>"), "w:constructor")).toBeUndefined();
    expect({}).not.toHaveProperty("b");
  });

  it("refuses nesting beyond the limit", () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(() => parse(nested(MAX_XML_DEPTH))).not.toThrow();
    expect(() => parse(nested(MAX_XML_DEPTH + 1))).toThrow(code("format.limit"));
  });

  it("refuses more elements than the limit", () => {
    expect(() => parse(`<a>${"<b/>".repeat(MAX_XML_ELEMENTS)}</a>`)).toThrow(code("format.limit"));
  });
});

describe("a container that stands for a folder", () => {
  it("has the limits of a folder, and tells capitals apart", () => {
    const names = Array.from({ length: MAX_ZIP_ENTRIES + 1 }, (_, i) => `${i}.json`);
    const many = zipSync(Object.fromEntries([...names, "A", "a"].map((name) => [name, strToU8(name)])));
    expect(() => openZip(many)).toThrow(expect.objectContaining({ code: "format.limit" }));
    const folder = openZip(many, "zh", "folder");
    expect(folder.names).toHaveLength(MAX_ZIP_ENTRIES + 3);
    expect(["A", "a"].map((name) => strFromU8(folder.read(name) ?? new Uint8Array()))).toEqual(["A", "a"]);
    const more = tampered(zipSync({ a: strToU8("") }), END, [[10, 2, 0xffff]]);
    expect(() => openZip(more, "zh", "folder")).toThrow(expect.objectContaining({ code: "format.corrupt" }));
    expect(MAX_FOLDER_ENTRIES).toBeGreaterThan(200_000);
  });

  it("has any name in it, and each of its files the limits of one", () => {
    const zeros = new Uint8Array(MAX_INFLATED_BYTES / 3).map((_, i) => (i * 7919) >> 3);
    const files = { "../x": strToU8("x"), "/y": strToU8("y"), "1": zeros, "2": zeros, "3": zeros, "4": zeros };
    const folder = openZip(zipSync(files, { level: 1 }), "zh", "folder");
    for (const [name, content] of Object.entries(files)) expect(folder.read(name)?.length).toBe(content.length);
    const bomb = zipSync({ "a.json": new Uint8Array(MAX_ENTRY_BYTES) });
    expect(() => openZip(bomb, "zh", "folder").read("a.json")).toThrow(expect.objectContaining({ code: "format.limit" }));
  });
});
