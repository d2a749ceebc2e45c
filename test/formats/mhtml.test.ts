import { describe, expect, it } from "vitest";
import { mhtmlToSource } from "../../src/formats/mhtml/read.js";
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
