import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STANDARD_VERSION } from "../../src/standard.js";
import { called } from "./called.js";

let cwd = "";

/** An implementation that knows amounts of money, does what it is told with them, and skips everything else. */
const implementation = (amount: string): string => `
let text = "";
process.stdin.on("data", (some) => { text += some; }).on("end", () => {
  for (const line of text.trim().split("\\n")) {
    const { id, op, text: given } = JSON.parse(line);
    const known = /^(0|[1-9][0-9]{0,8})([.][0-9]{1,6})?$/.test(given);
    console.log(JSON.stringify(op === "money" ? { id, result: known ? ${amount} : null } : { id, skip: true }));
  }
});`;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "conformance-"));
  writeFileSync(join(cwd, "floats.js"), implementation("String(Math.floor(Number(given) * 1e6))"));
  writeFileSync(
    join(cwd, "text.js"),
    implementation("String(BigInt(given.replace('.', '') + '0'.repeat(6 - (given.split('.')[1] ?? '').length)))"),
  );
  writeFileSync(join(cwd, "silent.js"), "process.stdin.resume();");
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const call = (...args: string[]) => called(cwd, ["conformance", "--lang", "en", ...args]);

interface Claim {
  readonly implementation: readonly string[];
  readonly standard: string;
  readonly claimed: readonly number[];
  readonly levels: readonly {
    readonly level: number;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
  }[];
  readonly failed: readonly string[];
}

describe("conformance", () => {
  it("names what a program answered wrongly, and writes the claim", async () => {
    const { status, out } = await call("--level", "1", "-o", "claim.json", "--", process.execPath, join(cwd, "floats.js"));
    expect(status).toBe(1);
    expect(out).toContain("levels reached: none");
    const claim = JSON.parse(readFileSync(join(cwd, "claim.json"), "utf8")) as Claim;
    expect(claim).toMatchObject({
      implementation: [process.execPath, join(cwd, "floats.js")],
      standard: STANDARD_VERSION,
      claimed: [],
    });
    expect(claim.failed.length).toBeGreaterThan(0);
    expect(claim.failed.filter((id) => !id.startsWith("money/"))).toEqual([]);
    for (const id of claim.failed) expect(out).toContain(id);
    const [first] = claim.levels;
    expect(out).toContain(`level 1: ${first?.passed} right, ${first?.failed} wrong, ${first?.skipped} skipped`);
  });

  it("lets a program skip what it does not do, which claims nothing and is not wrong", async () => {
    const { status, out } = await call("--level", "1", "--", process.execPath, join(cwd, "text.js"));
    expect([status, out.split("\n").at(-2)]).toEqual([0, `standard ${STANDARD_VERSION}, levels reached: none`]);
    expect(out).toContain(" 0 wrong");
  });

  it("takes silence for a wrong answer", async () => {
    const { status, out } = await call("--level", "5", "--", process.execPath, join(cwd, "silent.js"));
    expect(status).toBe(1);
    expect(out).toMatch(/level 5: 0 right, \d+ wrong, 0 skipped/);
  });

  it("of this library itself reaches a level", async () => {
    const { status, out } = await call("--level", "4");
    expect([status, out.includes("0 wrong, 0 skipped")]).toEqual([0, true]);
  });
});
