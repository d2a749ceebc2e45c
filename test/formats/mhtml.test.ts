import { describe, expect, it } from "vitest";
import { MAX_MIME_PARTS, MAX_USED_STYLE_CHARACTERS, mhtmlToSource } from "../../src/formats/mhtml/read.js";
import { readAny } from "../../src/formats/readAny.js";
import { figuresOf } from "../../src/index.js";
import { readMhtml } from "../../src/mhtml.js";
import { MAX_INPUT_LENGTH } from "../../src/reading/limits.js";
import { plainPage } from "../containers/office.js";
import { outline } from "../containers/support.js";
import { seda2023 } from "../support/seda.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = "From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n";

const archive = (page: string, encoding: string): Uint8Array =>
  encode(
    `${HEAD}Content-Type: multipart/related; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${page}\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b--\r\n`,
  );

const page = plainPage(seda2023, "色达县2023年政府信息公开工作年度报告");
const base64 = (text: string): string => Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n");

describe("a web archive", () => {
  it("is read with every figure, under whatever name", async () => {
    const file = archive(base64(page), "base64");
    const { draft } = await readMhtml(file);
    expect(draft && [...figuresOf(draft)]).toEqual([...figuresOf(seda2023)]);
    expect(await readAny(file, { name: "a.doc" })).toMatchObject({ kind: "reading", format: "mhtml" });
  });

  it("may be quoted, or the page alone", async () => {
    expect(outline(await mhtmlToSource(archive("<p>=E4=B8=AD=\r\n=E5=9B=BD</p>", "quoted-printable"), "zh"))).toEqual(["中国"]);
    expect(outline(await mhtmlToSource(encode(`${HEAD}Content-Type: text/html\r\n\r\n<p>a</p>`), "zh"))).toEqual(["a"]);
  });

  const part = (location: string, type: string, text: string) =>
    `--b\r\nContent-Location: file:///C:/x/${location}\r\nContent-Type: ${type}; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`;
  const book = (...parts: readonly string[]) =>
    encode(`${HEAD}Content-Type: multipart/related; boundary="b"\r\n\r\n${parts.join("")}--b--\r\n`);
  const sheetLink = (name: string) => `<link id="shLink" href="book_files/${name}.htm">`;
  const sheet = (name: string, more = "") =>
    part(`book_files/${name}.htm`, "text/html", `${more}<table><tr><td>${name}</td></tr></table>`);
  const frames =
    '<frameset rows="*,39"><frame src="book_files/one.htm"><frame src="book_files/tabstrip.htm"><noframes><body><p>no frames</p></body></noframes></frameset>';
  const outlined = async (file: Uint8Array) => outline(await mhtmlToSource(file, "en"));

  it("of a workbook has the sheets that it shows, in their order", async () => {
    const main = part(
      "book.htm",
      "text/html",
      `<html><head>${sheetLink("two")}${sheetLink("one")}${sheetLink("three")}</head>${frames}</html>`,
    );
    const hidden =
      "<!--[if gte mso 9]><xml><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></xml><![endif]-->";
    const file = book(main, sheet("one"), sheet("two"), sheet("three", hidden), sheet("tabstrip"));
    expect(await outlined(file)).toEqual([[["two"]], [["one"]]]);
    const report = book(main, part("book_files/one.htm", "text/html", page));
    expect((await readMhtml(report)).log).toHaveLength(200);
  });

  it("has what its frames show where the page itself has no table", async () => {
    expect(await outlined(book(part("a.htm", "text/html", frames), sheet("one"), sheet("other"), sheet("tabstrip")))).toEqual([
      [["one"]],
      [["tabstrip"]],
    ]);
    const framed = '<p>a</p><iframe src="cid:f@x"></iframe>';
    const inner = part("f", "text/html", "<table><tr><td>5</td></tr></table>").replace(
      "Content-Type",
      "Content-ID: <f@x>\r\nContent-Type",
    );
    expect(await outlined(book(part("a.htm", "text/html", framed), inner))).toEqual(["a", [["5"]]]);
    expect(await outlined(book(part("a.htm", "text/html", `<table><tr><td>4</td></tr></table>${framed}`), inner))).toEqual([
      [["4"]],
      "a",
    ]);
  });

  it("looks as its style sheets say, those in other parts too", async () => {
    const css = part("book_files/look.css", "text/css", ".x { display: none }");
    const look = (link: string) => `${link}<table><tr><td class="x">4</td><td>5</td></tr></table>`;
    const of = (link: string) => outlined(book(part("a.htm", "text/html", look(link)), css));
    expect(await of('<link rel="Stylesheet" href="book_files/look.css">')).toEqual([[["5"]]]);
    expect(await of('<link rel="alternate stylesheet" href="book_files/look.css">')).toEqual([[["4", "5"]]]);
    expect(await of('<link rel="stylesheet" href="book_files/look.css" disabled>')).toEqual([[["4", "5"]]]);
    expect(await of('<link rel="stylesheet" href="other.css">')).toEqual([[["4", "5"]]]);
    expect(await of('<link rel="icon" href="book_files/look.css">')).toEqual([[["4", "5"]]]);
  });

  const quoted = (text: string) =>
    [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("=\r\n");

  it("is broken into lines anywhere, within a character too", async () => {
    expect(await outlined(archive(quoted("<p>中国1070</p>"), "quoted-printable"))).toEqual(["中国1070"]);
  });

  it.each<[string, string, Uint8Array]>([
    ["none, GB18030", "", new Uint8Array([0xd6, 0xd0])],
    ["us-ascii, GB18030", '; charset="us-ascii"', new Uint8Array([0xd6, 0xd0])],
    ["gb2312, UTF-8", '; charset="gb2312"', encode("中")],
    ["unicode, UTF-16", '; charset="unicode"', new Uint8Array([0xff, 0xfe, 0x2d, 0x4e])],
  ])("is in the charset of its bytes, whatever its header says: %s", async (_, charset, bytes) => {
    const text = Buffer.from(bytes).toString("base64");
    const file = encode(`${HEAD}Content-Type: text/html${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${text}\r\n`);
    expect(await outlined(file)).toEqual(["中"]);
  });

  const inner = (boundary: string, kind: string, ...parts: readonly string[]) =>
    `--b\r\nContent-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.join("").replaceAll("--b\r\n", `--${boundary}\r\n`)}--${boundary}--\r\n`;

  it("shows the last alternative, the page that the rest belongs to, and all of a letter", async () => {
    const [one, two] = [part("a", "text/html", "<p>1</p>"), part("b", "text/html", "<p>2</p>")];
    const text = part("c", "text/plain", "3");
    expect(await outlined(book(inner("c", "alternative", text, one, two)))).toEqual(["2"]);
    expect(await outlined(book(inner("b_1", "alternative", text, two)))).toEqual(["2"]);
    const started = two.replace("Content-Type", "Content-ID: <m@x>\r\nContent-Type");
    const related = (start: string) =>
      encode(`${HEAD}Content-Type: multipart/related;\r\n\t${start}boundary="b"\r\n\r\n${one}${started}--b--\r\n`);
    expect(await outlined(related('start="<m@x>"; '))).toEqual(["2"]);
    expect(await outlined(related(""))).toEqual(["1"]);
    const mixed = `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${one}${two}--b--\r\n`;
    expect(await outlined(encode(mixed))).toEqual(["1", "2"]);
  });

  it("finds style sheets by their whole address, in other parts, and those that they import", async () => {
    const look = (link: string) => `${link}<table><tr><td class="x">4</td><td>5</td></tr></table>`;
    const link = (href: string) => `<link rel="stylesheet" href="${href}">`;
    const hides = ".x { display: none }";
    const of = (head: string, ...css: readonly string[]) => outlined(book(part("a.htm", "text/html", look(head)), ...css));
    const seen = [[["4", "5"]]];
    const hidden = [[["5"]]];
    const css = (name: string, text: string) => part(name, "text/css", text);
    expect(await of(link("y/s.css"), css("z/s.css", ""), css("y/s.css", hides), css("x/s.css", ""))).toEqual(hidden);
    expect(await of(link("q/s.css"), css("z/s.css", ""), css("y/s.css", hides))).toEqual(seen);
    expect(await of(link("y\\%E6%A0%B7.css"), css("x/y.css", ""), css("y/%e6%a0%b7.css", hides))).toEqual(hidden);
    expect(await of(`<base href="file:///C:/x/y/">${link("s.css")}`, css("s.css", ""), css("y/s.css", hides))).toEqual(hidden);
    expect(await of(link("s.css"), part("s.css", "application/octet-stream", hides))).toEqual(hidden);
    expect(await of(link("s.css"), inner("c", "related", css("s.css", hides)))).toEqual(hidden);
    const [outer, within] = [css("y/s.css", '/* a */ @import url("t.css");'), css("y/t.css", `@import "s.css";${hides}`)];
    expect(await of(link("y/s.css"), outer, within)).toEqual(hidden);
    expect(await of("<style>@import 'y/t.css' print;</style>", within)).toEqual(seen);
    expect(await of("<style>@import 'y/t.css';</style>", within)).toEqual(hidden);
  });

  it("may lack its end: the parts in it are read, but not a figure at which it breaks off", async () => {
    const cell = "<table><tr><td>5</td><td>101";
    const cut = (page: string) =>
      `${HEAD}Content-Type: multipart/related; boundary="b"\r\n\r\n${part("a.htm", "text/html", page)}`;
    expect(await outlined(encode(cut(`${cell}</table></html>\n`)))).toEqual([[["5", "101"]]]);
    const broken = await mhtmlToSource(encode(cut(cell)), "en");
    expect(outline(broken)).toEqual([[["5", "101\ufffd"]]]);
    expect(broken.damaged).toBe(1);
    const css = part("s.css", "text/css", "td { display: none }");
    expect(await outlined(encode(cut(`<link rel="stylesheet" href="s.css">${cell}</table>`) + css))).toEqual([[[]]]);
  });

  it("is looked at up to a number of parts", async () => {
    const many = Array.from({ length: MAX_MIME_PARTS }, () => "--b\r\n\r\n");
    const css = part("look.css", "text/css", "td { display: none }");
    const table = part("a.htm", "text/html", '<link rel="stylesheet" href="look.css"><table><tr><td>4</td></tr></table>');
    expect(await outlined(book(table, css, ...many))).toEqual([[[]]]);
    expect(await outlined(book(table, ...many, css))).toEqual([[["4"]]]);
  });

  it.each<[string, string, string]>([
    ["one sheet again and again", "b.css", ""],
    ["sheets that import one again and again", "a.css", '@import "b.css";'],
  ])("is refused where it uses %s", async (_, name, css) => {
    const times = 2_000;
    const long = `/*${"a".repeat(MAX_USED_STYLE_CHARACTERS / times)}*/`;
    const page = `${`<link rel="stylesheet" href="${name}">`.repeat(times)}<table><tr><td>4</td></tr></table>`;
    const sheets = [part("a.css", "text/css", css), part("b.css", "text/css", long)];
    await expect(readMhtml(book(part("a.htm", "text/html", page), ...sheets))).rejects.toMatchObject({ code: "format.limit" });
  });

  it.each<[string, Uint8Array, string]>([
    ["no page in it", encode(`${HEAD}Content-Type: image/png\r\n\r\nx`), "format.corrupt"],
    ["parts in parts beyond all bounds", encode(`${HEAD}${nested(60)}`), "format.corrupt"],
    ["a size that no report has", encode(`${HEAD}\r\n${"a".repeat(MAX_INPUT_LENGTH)}`), "format.limit"],
    ["another format", encode("<p>a</p>"), "format.unsupported"],
  ])("is refused for %s", async (_, file, code) => {
    await expect(readMhtml(file)).rejects.toMatchObject({ name: "DisclosureReportError", code });
  });
});

function nested(depth: number): string {
  let text = "";
  for (let i = 0; i < depth; i += 1) text += `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
  return `${text}Content-Type: text/html\r\n\r\n<p>a</p>`;
}
