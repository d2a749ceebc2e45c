import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { DisclosureReportError, type Draft, describeForm, figureAt } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";
import { excelFile, wordFile } from "./official.js";

const word = wordFile(seda2023, {
  bareMerge: true,
  unmerged: false,
  controls: true,
  tracked: true,
  split: true,
  framed: true,
  numbered: true,
  extraRows: true,
});
const excel = excelFile(seda2023, { sheets: true, text: false, artefacts: true, formulas: true, margin: 1, hidden: true });

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

const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 6,
});

function edited(bytes: Uint8Array, changes: readonly { readonly at: number; readonly byte: number }[]): Uint8Array {
  const copy = bytes.slice();
  for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte;
  return copy;
}

describe.each([
  ["Word", word],
  ["Excel", excel],
])("a mangled %s file", (_, file) => {
  it("with bytes changed is refused, or read without a wrong figure", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const draft = await attempt(edited(file, changes));
        if (draft !== null) expectNoneWrong(draft);
      }),
      { numRuns: 300 },
    );
  });

  it("that is cut off is refused", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: file.length - 1 }), async (length) => {
        expect(await attempt(file.subarray(0, length))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("whose XML is changed inside a sound container is refused or read", { tags: "property" }, async () => {
    const parts = unzipSync(file);
    const names = Object.keys(parts);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), edits, async (name, changes) => {
        await attempt(zipSync({ ...parts, [name]: edited(parts[name] ?? new Uint8Array(), changes) }, { level: 1 }));
      }),
      { numRuns: 150 },
    );
  });

  it("whose markup is cut and joined is refused or read", { tags: "property" }, async () => {
    const parts = unzipSync(file);
    const [name = ""] = Object.keys(parts).filter((part) => /document\.xml$|sheet3\.xml$/.test(part));
    const pieces = new TextDecoder().decode(parts[name]).split(/(?=<)/);
    const spot = fc.nat(pieces.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(spot, spot), { minLength: 1, maxLength: 4 }), async (swaps) => {
        const mixed = [...pieces];
        for (const [from, to] of swaps) [mixed[from], mixed[to]] = [mixed[to] ?? "", mixed[from] ?? ""];
        await attempt(zipSync({ ...parts, [name]: new TextEncoder().encode(mixed.join("")) }, { level: 1 }));
      }),
      { numRuns: 100 },
    );
  });
});

describe("any bytes", () => {
  const signatures = ["PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "%PDF-", "<html>", "{", ""].map((text) =>
    Uint8Array.from(text, (char) => char.charCodeAt(0)),
  );
  it("are refused or read", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 2000 }), async (signature, rest) => {
        await attempt(Uint8Array.from([...signature, ...rest]));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every figure that was read is the one that was written. */
function expectNoneWrong(draft: Draft): void {
  for (const { address } of describeForm(seda2023.edition).cells) {
    const value = figureAt(draft, address);
    if (value !== null && value !== undefined) expect([address, value]).toEqual([address, figureAt(seda2023, address)]);
  }
}
