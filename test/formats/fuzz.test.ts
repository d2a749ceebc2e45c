import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { DisclosureReportError, type Draft, printTables } from "../../src/index.js";
import { plainPage } from "../containers/office.js";
import { seda2023 } from "../support/seda.js";
import { type DocParagraph, docFile, row } from "./docFile.js";
import { label, merges, number, xlsFile } from "./xlsFile.js";

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

const word = docFile([
  { runs: [TITLE] },
  ...tables.flatMap(({ caption, rows }): readonly DocParagraph[] => [
    { runs: [caption] },
    ...rows.flatMap((cells) => row(cells.map(({ text }) => text))),
  ]),
]);

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

function edited(bytes: Uint8Array, changes: readonly { readonly at: number; readonly byte: number }[]): Uint8Array {
  const copy = bytes.slice();
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

describe.each([
  [".doc", word],
  [".xls", excel],
  [".rtf", rtf],
  [".fods", fods],
  [".mht", mhtml],
])("a mangled %s file", (_, file) => {
  it("is sound before", async () => {
    expect(await attempt(file)).not.toBeNull();
  });

  it("with bytes changed is refused or read", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        await attempt(edited(file, changes));
      }),
      { numRuns: 150, seed: 97 },
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
      { numRuns: 150, seed: 98 },
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
      { numRuns: 60, seed: 99 },
    );
  });
});
