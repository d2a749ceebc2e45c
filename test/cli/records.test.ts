import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { MAX_LINE_BYTES } from "../../src/batch/lines.js";
import { processUnit } from "../../src/cli/batch/process.js";
import { linesIn, Meter, PIECE_BYTES, recordsOf } from "../../src/cli/batch/records.js";

const folder = mkdtempSync(join(tmpdir(), "records-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("reads a line of any length in pieces, and keeps none that is too long", async () => {
  const file = join(folder, "long.ndjson");
  const lines = ["{}", "x".repeat(MAX_LINE_BYTES + 1), "y".repeat(2 * PIECE_BYTES), "{}"];
  const text = lines.join("\n");
  writeFileSync(file, text);
  const unit = { kind: "lines", path: "long.ndjson", file, start: 0, end: text.length, before: 0 } as const;
  const found: unknown[] = [];
  const meter = new Meter(true);
  for await (const item of recordsOf(unit, "zh", meter)) {
    if (!("pieces" in item)) continue;
    function* watched(pieces: Iterable<Uint8Array>) {
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(PIECE_BYTES);
        yield piece;
      }
    }
    for (const { line, bytes } of linesIn({ ...item, pieces: watched(item.pieces) }, meter)) found.push([line, bytes?.length]);
  }
  expect(found).toEqual([
    [1, 2],
    [2, undefined],
    [3, 2 * PIECE_BYTES],
    [4, 2],
  ]);
  const again = new Meter(true);
  for await (const _ of recordsOf(unit, "zh", again, false)) expect.unreachable();
  expect(again.digest()).toBe(meter.digest());
});

it("says of lines that cannot be read that they cannot", async () => {
  const unit = { kind: "lines", path: "gone.ndjson", file: join(folder, "gone"), start: 0, end: 9, before: 0 } as const;
  const found = [];
  for await (const item of recordsOf(unit, "en", new Meter(false), false)) found.push(item);
  expect(found).toMatchObject([{ file: "gone.ndjson", loaded: { error: { message: expect.stringContaining("no such file") } } }]);
});

it("counts lines that cannot be read as one thing that is unreadable, and goes on", async () => {
  const unit = { kind: "lines", path: "gone.ndjson", file: join(folder, "gone"), start: 0, end: 9, before: 0 } as const;
  const job = { action: "read", language: "en", many: true, colour: false, hash: false, options: {} } as const;
  const { tally, exit, err } = await processUnit(unit, job);
  expect([tally, exit]).toEqual([{ report: 1, unreadable: 1 }, 2]);
  expect(err).toContain("gone.ndjson: there is no such file");
});
