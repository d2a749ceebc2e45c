import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { DisclosureReportError, describeForm, figureAt } from "../../src/index.js";
import { type Dice, dice } from "../reading/noise.js";
import { type BinaryFile, bare, binaryFiles, type Changeable, changeables, distinct, placesOf } from "./nearlyRight.js";

const truth = new Map<string, unknown>(describeForm("2021").cells.map(({ address }) => [address, figureAt(distinct, address)]));

/** Figures of a file that are read and are others; an error of the library's own class reads none. */
async function wrongIn(file: Uint8Array): Promise<readonly string[]> {
  try {
    const result = await readAny(file);
    if (result.kind !== "reading") return [];
    return result.reading.log.flatMap(({ address, value }) =>
      value === null || value === truth.get(address) ? [] : [`${address}: ${value} for ${truth.get(address)}`],
    );
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
    expect(error.code).toMatch(/^(?:format|reading)\.\w+$/);
    return [];
  }
}

/** What may become of a place outside of the figures. A digit beside a figure would be a digit of it. */
const CHANGES: Readonly<Record<string, readonly [what: RegExp, change: (found: string, roll: Dice) => string]>> = {
  sign: [/[\s\S]/g, (found, roll) => roll.pick(["", "x", " ", "<", '"', "件", found + found])],
  digit: [/\d/g, (found, roll) => String((Number(found) + 1 + roll.below(9)) % 10)],
  tag: [/<[^<>]*>|\\[a-z]+-?\d* ?|[,;\t]/g, (found, roll) => roll.pick(["", found + found, "<x/>", found.replace("/", "")])],
};

/** Files of each kind of change; `PROOF` takes many more. */
const RUNS = process.env["PROOF"] === undefined ? 25 : 500;

describe.each(changeables.map((one): [string, Changeable] => [one.name, one]))(
  "a file that is nearly right: %s",
  (_, { text, file }) => {
    it("is read before", async () => {
      const result = await readAny(file(bare(text)));
      const log = result.kind === "reading" ? result.reading.log : [];
      expect(log.map(({ address, value }) => [address, value])).toEqual([...truth]);
    });

    it.each(Object.entries(CHANGES))(
      "gives no wrong figure where one %s beside its figures is another",
      { tags: "property" },
      async (_kind, [what, change]) => {
        const places = placesOf(text, what);
        const roll = dice(2026);
        for (let i = 0; places.length > 0 && i < RUNS; i += 1) {
          const { at, found } = roll.pick(places);
          const changed = text.slice(0, at) + change(found, roll) + text.slice(at + found.length);
          const around = bare(`${text.slice(Math.max(at - 40, 0), at)}[…]${changed.slice(at, at + 40)}`);
          expect({ around, wrong: await wrongIn(file(bare(changed))) }).toEqual({ around, wrong: [] });
        }
      },
    );
  },
);

/** Changes of a byte: a bit of it, a little more or less, anything. */
const byteChanges: readonly ((byte: number, roll: Dice) => number)[] = [
  (byte, roll) => byte ^ (1 << roll.below(8)),
  (byte) => (byte + 1) & 0xff,
  (byte) => (byte - 1) & 0xff,
  (_, roll) => roll.below(256),
];

describe.each(binaryFiles.map((one): [string, BinaryFile] => [one.name, one]))(
  "a binary file that is nearly right: %s",
  (_, { file, figures }) => {
    it("is read before", async () => {
      const result = await readAny(file);
      const log = result.kind === "reading" ? result.reading.log : [];
      expect(log.map(({ address, value }) => [address, value])).toEqual([...truth]);
    });

    it("gives no wrong figure where one byte beside its figures is another", { tags: "property" }, async () => {
      const isFigure = (at: number): boolean => figures.some(([from, to]) => at >= from && at < to);
      // Of the bytes that are 0 most mean nothing.
      const places = [...file.keys()].filter((at) => file[at] !== 0 && !isFigure(at));
      const roll = dice(2026);
      for (let i = 0; i < 4 * RUNS; i += 1) {
        const at = roll.below(4) === 0 ? roll.below(file.length) : roll.pick(places);
        if (isFigure(at)) continue;
        const changed = file.slice();
        changed[at] = roll.pick(byteChanges)(file[at] ?? 0, roll);
        expect({ at, byte: changed[at], wrong: await wrongIn(changed) }).toEqual({ at, byte: changed[at], wrong: [] });
      }
    });
  },
);
