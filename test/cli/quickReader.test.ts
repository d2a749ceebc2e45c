import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QuickReader } from "../../src/cli/batch/quickReader.js";
import { figuresOf, safeParseDraftJson, toJson } from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const textOf = (report: unknown): string => JSON.stringify(report);

/** What the reader of everything reads: what the quick one must read too, if it reads anything. */
function slowly(bytes: Uint8Array) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const read = safeParseDraftJson(text);
  return read.success ? { edition: read.data.edition, figures: figuresOf(read.data) } : null;
}

const right = toJson(seda2023);

const { edition, disclosure, requests, remedies, ...head } = seda2023;

const spaced = textOf(seda2023).replaceAll(/([:,])(?=["{\d])/g, "$1 ");

describe("reports are read quickly", () => {
  it.each([
    ["as this library writes them", right],
    ["with spaces, as Python writes them", spaced],
    ["on many lines", JSON.stringify(seda2023, null, 2)],
    ["with the head behind the tables", textOf({ edition, disclosure, requests, remedies, ...head })],
    ["with escapes in the head", right.replace('"name":"', '"name":"\\u67d0\\"')],
    ["with what looks like tables in the text", textOf({ ...seda2023, narrative: { overview: '"requests":{"granted":1},\\' } })],
  ])("%s", (_, text) => {
    const reader = new QuickReader();
    const expected = slowly(bytesOf(text));
    expect(expected).not.toBeNull();
    expect(reader.read(bytesOf(text))).toEqual(expected);
    // The second one is compared with what the first one taught.
    const next = text.replace(/("inForce": ?)4\b/, "$1123456789012345");
    expect(next).not.toBe(text);
    expect(reader.read(bytesOf(next))).toEqual(slowly(bytesOf(next)));
  });

  it("in more ways than it remembers, of which it leaves the rest to others", () => {
    const reader = new QuickReader();
    const ways = Array.from({ length: 12 }, (_, i) => right.replaceAll('"total":', `"total":${" ".repeat(i)}`));
    const read = ways.map((text) => reader.read(bytesOf(text)));
    expect(read.slice(0, 8)).toEqual(ways.slice(0, 8).map((text) => slowly(bytesOf(text))));
    expect(read.slice(8)).toEqual([null, null, null, null]);
  });
});

describe("anything unusual is left to the reader of everything", () => {
  const figure = '"inForce":4';
  const fees = /"feesCollected":"[^"]*"/;
  it.each([
    ["a needless zero", right.replace(figure, '"inForce":04')],
    ["a minus", right.replace(figure, '"inForce":-4')],
    ["a zero with a sign", right.replace(figure, '"inForce":-0')],
    ["a point", right.replace(figure, '"inForce":4.0')],
    ["an exponent", right.replace(figure, '"inForce":4e1')],
    ["more digits than are exact", right.replace(figure, '"inForce":1234567890123456')],
    ["a text for a number", right.replace(figure, '"inForce":"4"')],
    ["a blank", right.replace(figure, '"inForce":null')],
    ["nothing", right.replace(figure, '"inForce":')],
    ["a key twice", right.replace(figure, `${figure},${figure}`)],
    ["a table twice", right.replace('"requests":', '"requests":{},"requests":')],
    ["a table that is missing", textOf({ ...seda2023, remedies: undefined })],
    ["a key too many", right.replace('"year":', '"old":1,"year":')],
    ["a key of the head twice", right.replace('"year":', '"year":2023,"year":')],
    ["a table by another name", right.replace('"requests":', '"\\u0072equests":')],
    ["no edition", textOf({ ...seda2023, edition: undefined })],
    ["an edition that there is not", right.replace('"2021"', '"2020"')],
    ["an amount that is a number", right.replace(fees, '"feesCollected":12')],
    ["an amount in thousands", right.replace(fees, '"feesCollected":"1,200"')],
    ["an amount with too many decimals", right.replace(fees, '"feesCollected":"1.1234567"')],
    ["an amount without end", right.replace(fees, `"feesCollected":"${"1".repeat(40)}"`)],
    ["a year that is none", right.replace('"year":2023', '"year":23')],
    ["a damaged name", right.replace('"name":"', '"name":"\ufffd')],
    ["half of a pair", right.replace('"name":"', '"name":"\\ud83d')],
    ["a name without end", right.replace('"name":"', `"name":"${"某".repeat(201)}`)],
    ["an inherited key", right.replace('"year":', '"__proto__":{},"year":')],
    ["a comma too many", right.replace(/\}$/, ",}")],
    ["something behind the end", `${right}{}`],
    ["no end", right.slice(0, -1)],
    ["half of it", right.slice(0, right.length / 2)],
    ["a list", `[${right}]`],
    ["nothing at all", ""],
  ])("%s", (_, text) => {
    expect(text).not.toBe(right);
    const fresh = new QuickReader();
    expect(fresh.read(bytesOf(text))).toBeNull();
    const taught = new QuickReader();
    expect(taught.read(bytesOf(right))).not.toBeNull();
    expect(taught.read(bytesOf(text))).toBeNull();
  });

  it("bytes that are no text", () => {
    const bytes = bytesOf(right);
    bytes[right.indexOf('"name":"') + 9] = 0xff;
    expect(new QuickReader().read(bytes)).toBeNull();
  });
});

describe("what is read quickly is what is there", () => {
  const signs = fc.constantFrom(...'0123456789-.eE{}[],:" \\tn\u0000某');

  it("in any report, and whatever is done to its text", { tags: "property" }, () => {
    const reader = new QuickReader();
    fc.assert(
      fc.property(anyReport, fc.array(fc.tuple(fc.nat(), fc.nat(2), signs), { maxLength: 3 }), (report, edits) => {
        expect(reader.read(bytesOf(toJson(report)))).toEqual(slowly(bytesOf(toJson(report))));
        const text = edits.reduce((before, [place, length, sign]) => {
          const at = place % before.length;
          return before.slice(0, at) + sign + before.slice(at + length);
        }, toJson(report));
        const quick = reader.read(bytesOf(text));
        if (quick !== null) expect(quick).toEqual(slowly(bytesOf(text)));
      }),
      { numRuns: 300 },
    );
  });
});
