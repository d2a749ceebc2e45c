import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { DisclosureReportError, type Draft, printTables } from "../../src/index.js";
import { plainPage } from "../containers/office.js";
import { zip } from "../containers/support.js";
import { seda2023 } from "../support/seda.js";
import { bytes, compoundFile, u16, u32 } from "./binary.js";
import { type DocParagraph, docFile, row } from "./docFile.js";
import { bare, changeables } from "./nearlyRight.js";
import { label, merges, number, record, xlsFile } from "./xlsFile.js";

/** Files of each kind of damage; `PROOF` takes many more. */
const RUNS = process.env["PROOF"] === undefined ? 10 : 1000;

/** Reads a file; an error of the library's own class is `null`, any other fails. */
async function attempt(bytes: Uint8Array): Promise<Draft | null> {
  try {
    const result = await readAny(bytes);
    return result.kind === "reading" ? result.reading.draft : null;
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
    expect(error.code).toMatch(/^(?:format|reading)\.\w+$/);
    return null;
  }
}

const TITLE = "色达县2023年政府信息公开工作年度报告";
const tables = printTables(seda2023);

const paragraphs: readonly DocParagraph[] = [
  { runs: [TITLE] },
  ...tables.flatMap(({ caption, rows }): readonly DocParagraph[] => [
    { runs: [caption] },
    ...rows.flatMap((cells) => row(cells.map(({ text }) => text))),
  ]),
];
const word = docFile(paragraphs);

let top = 1;
const excel = xlsFile([
  {
    records: [
      label(0, 0, TITLE),
      ...tables.flatMap(({ caption, rows }) => {
        const start = top;
        top += rows.length + 2;
        const cells = rows.flatMap((line, r) =>
          line.map(({ text, kind, column }) =>
            kind === "figure" ? number(start + 1 + r, column, Number(text)) : label(start + 1 + r, column, text),
          ),
        );
        return [label(start, 0, caption), ...cells, merges([start, start, 0, 5])];
      }),
    ],
  },
]);

/** Changes of a few bytes, most of them where a file keeps its structure and not its text. */
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 6,
});

function edited(file: Uint8Array, changes: readonly { readonly at: number; readonly byte: number }[]): Uint8Array {
  const copy = file.slice();
  for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte;
  return copy;
}

const html = plainPage(seda2023, TITLE);

const rtf = encode(
  `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}${unicode(TITLE)}\\par ${tables
    .flatMap(({ caption, rows }) => [
      `\\pard ${unicode(caption)}\\par `,
      ...rows.map((cells) => {
        const edges = cells.map(({ column, colspan }) => `\\cellx${(column + colspan) * 600}`);
        return `\\trowd${edges.join("")}\\pard\\intbl ${cells.map(({ text }) => `${unicode(text)}\\cell `).join("")}\\row `;
      }),
    ])
    .join("")}}`,
);

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const fods = encode(
  `<office:document xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="a">${tables
    .flatMap(({ rows }) => rows)
    .map((cells) => {
      const content = cells.map(
        ({ text, colspan }) =>
          `<table:table-cell table:number-columns-spanned="${colspan}"><text:p>${text}</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="${colspan}"/>`,
      );
      return `<table:table-row>${content.join("")}</table:table-row>`;
    })
    .join("")}</table:table></office:spreadsheet></office:body></office:document>`,
);

const mhtml = encode(
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}\r\n--b--\r\n`,
);

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function unicode(text: string): string {
  return [...text].map((char) => (char.charCodeAt(0) < 0x80 ? char : `\\uc0\\u${char.charCodeAt(0)} `)).join("");
}

/** Bytes as a cipher leaves them: nothing of what they were can be seen, and they are the same in every run. */
function scrambled(content: Uint8Array): Uint8Array {
  let state = 2026;
  return content.map((byte) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return byte ^ (state >>> 16);
  });
}

/** A part of the text of the Word file, which stands behind the headers of the container and of the document. */
const SECRET = [1536, 3536] as const;
const ENCRYPTED = 0x0100;
const openWord = docFile(paragraphs, { flags: ENCRYPTED });
const encryptedWord = openWord.slice();
encryptedWord.set(scrambled(openWord.subarray(...SECRET)), SECRET[0]);

const FILE_PASS = 0x002f;
const rc4 = record(FILE_PASS, u16(1, 1, 1), new Uint8Array(48));
const xor = record(FILE_PASS, u16(0, 0x1234, 0x5678));
const secret = scrambled(new Uint8Array(4096));
const encryptedRecords = [record(0x0204, scrambled(new Uint8Array(200))), record(0x0203, scrambled(new Uint8Array(14)))];
const agile = encode(
  '<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"/></encryption>',
);
const manifest = (inner: string): string =>
  `<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml">${inner}</manifest:file-entry></manifest:manifest>`;
const UOF = "http://schemas.uof.org/cn/2009/uof";

/** Files that are refused, whatever is changed in them. */
const refused: readonly (readonly [string, Uint8Array])[] = [
  [
    "an Office file with a password (agile)",
    compoundFile({ EncryptionInfo: bytes(u16(4, 4), u32(0x40), agile), EncryptedPackage: secret }),
  ],
  [
    "an Office file with a password (standard)",
    compoundFile({ EncryptionInfo: bytes(u16(3, 2), u32(0x24, 0xa4), secret.subarray(0, 164)), EncryptedPackage: secret }),
  ],
  ["a .doc file with a password", encryptedWord],
  ["an .xls file with a password (RC4)", xlsFile([{ records: encryptedRecords }], [rc4])],
  ["an .xls file with a password (XOR)", xlsFile([{ records: encryptedRecords }], [xor])],
  [
    "an OpenDocument file with a password",
    zip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": secret,
      "META-INF/manifest.xml": manifest("<manifest:encryption-data/>"),
    }),
  ],
  ["an early .wps or .et file", compoundFile({ WPS_TEXT: secret })],
  ["a UOF container", zip({ "uof.xml": `<uof:UOF xmlns:uof="${UOF}"><uof:x>${TITLE}</uof:x></uof:UOF>`, "content.xml": "<x/>" })],
  [
    "a UOF file in XML",
    encode(
      `<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="${UOF}"><uof:文字处理><字:段落>${TITLE}</字:段落></uof:文字处理></uof:UOF>`,
    ),
  ],
];

const readable: readonly (readonly [string, Uint8Array])[] = [
  [".doc", word],
  [".xls", excel],
  [".rtf", rtf],
  [".fods", fods],
  [".mht", mhtml],
  ...changeables.map(({ name, text, file }) => [`nearly right (${name})`, file(bare(text))] as const),
];

it.each(readable)("a sound file is read: %s", async (_, file) => {
  expect(await attempt(file)).not.toBeNull();
});

it.each(refused)("a sound file is refused by name: %s", async (_, file) => {
  await expect(readAny(file)).rejects.toMatchObject({ code: "format.unsupported" });
});

it.each(refused)("nothing is read of it with bytes changed: %s", { tags: "property" }, async (_, file) => {
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      expect(await attempt(edited(file, changes))).toBeNull();
    }),
    { numRuns: RUNS, seed: 96 },
  );
});

describe.each([...readable, ...refused])("a mangled file: %s", (_, file) => {
  it("with bytes changed is refused or read", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        await attempt(edited(file, changes));
      }),
      { numRuns: RUNS, seed: 97 },
    );
  });

  it("whose places are changed is refused or read", { tags: "property" }, async () => {
    const words = fc.constantFrom(0, 1, 2, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(Math.floor(file.length / 4) - 1), words), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const copy = file.slice();
          const view = new DataView(copy.buffer);
          for (const [at, value] of changes) view.setUint32(at * 4, value, true);
          await attempt(copy);
        },
      ),
      { numRuns: RUNS, seed: 98 },
    );
  });

  it("that is cut off or has parts changed over is refused or read", { tags: "property" }, async () => {
    const spot = fc.nat(file.length - 1);
    await fc.assert(
      fc.asyncProperty(spot, spot, fc.nat(2000), async (from, to, length) => {
        await attempt(file.subarray(0, from));
        const copy = file.slice();
        copy.set(file.subarray(from, Math.min(from + length, file.length - Math.max(to - from, 0))), Math.min(to, from));
        await attempt(copy);
      }),
      { numRuns: RUNS / 2, seed: 99 },
    );
  });
});
