import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consolidateStream,
  csvLine,
  type Line,
  LineSplitter,
  linesOfRange,
  MAX_LINE_BYTES,
  reportOfLine,
  splitLines,
  splitRanges,
  summaryRow,
  tableRows,
  validateStream,
  wideColumns,
  wideHead,
  wideRow,
} from "../../src/batch.js";
import { linesOfFile, MAX_FILE_BYTES, readFileWithin, skipByName, walk } from "../../src/batch-node.js";
import { consolidateTree, type ReportNode } from "../../src/consolidation.js";
import { type Draft, describeForm, editionIds, toJson } from "../../src/index.js";
import { tidyColumns } from "../../src/standard.js";
import { reportNumber } from "../cli/madeTree.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const collect = async (lines: AsyncIterable<Line>): Promise<readonly [number, string | null][]> => {
  const all: [number, string | null][] = [];
  for await (const { number, bytes } of lines) all.push([number, bytes === null ? null : new TextDecoder().decode(bytes)]);
  return all;
};

/** What lines are, by the plainest means. */
const plainLines = (text: string): readonly [number, string][] =>
  text
    .split("\n")
    .map((line, i): [number, string] => [i + 1, line.replace(/^[ \t\r]+|[ \t\r]+$/g, "")])
    .filter(([, line]) => line !== "");

const text = fc
  .array(fc.constantFrom("a", "县", "\n", "\r\n", " ", "{}", "\n\n"), { maxLength: 60 })
  .map((parts) => parts.join(""));

describe("lines of a text that comes in pieces", () => {
  it("are the same however it is cut", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200), { maxLength: 8 }), async (whole, cuts) => {
        const bytes = encode(whole);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, i) => bytes.slice(places[i], end));
        expect(await collect(splitLines(pieces))).toEqual(plainLines(whole));
      }),
      { seed: 1 },
    );
  });

  it("pass over a byte order mark in front, and nowhere else", async () => {
    expect(await collect(splitLines(["\ufeff{}\n\ufeff{}"]))).toEqual([
      [1, "{}"],
      [2, "\ufeff{}".replace("\ufeff", "")],
    ]);
  });

  it("are not kept where one is too long", async () => {
    const piece = new Uint8Array(MAX_LINE_BYTES / 4).fill(0x61);
    const lines = await collect(splitLines([piece, piece, piece, piece, "a\n{}\n"]));
    expect(lines).toEqual([
      [1, null],
      [2, "{}"],
    ]);
    const read = reportOfLine({ number: 1, bytes: null }, "en");
    expect(!read.success && read.findings[0]?.code).toBe("schema.json");
  });

  it("are read once each, wherever a file is cut into ranges", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 7 }), async (whole, length, most) => {
        const bytes = encode(whole);
        // A disk may give less than was asked for.
        const read = (start: number, wanted: number) => bytes.slice(start, start + Math.min(wanted, most));
        const found: string[] = [];
        let before = 0;
        for (const range of splitRanges(bytes.length, length)) {
          const lines = linesOfRange(read, range);
          for (;;) {
            const next = await lines.next();
            if (next.done === true) {
              before += next.value;
              break;
            }
            found.push(`${before + next.value.number} ${new TextDecoder().decode(next.value.bytes ?? undefined)}`);
          }
        }
        expect(found).toEqual(plainLines(whole).map(([number, line]) => `${number} ${line}`));
      }),
      { seed: 2 },
    );
  });

  it("count on behind those that came before", () => {
    const splitter = new LineSplitter(10);
    expect([...splitter.push(encode("{}\n"))].map(({ number }) => number)).toEqual([11]);
    expect(splitter.count).toBe(11);
  });
});

describe("validateStream", () => {
  it("says of each line what it is, and ends with none", async () => {
    const source = [toJson(reportNumber(1)), '{"edition":', toJson(reportNumber(7)), '{"edition":"2021","edition":"2019"}'].join(
      "\n",
    );
    const seen: string[] = [];
    for await (const result of validateStream([source], { language: "en" }))
      seen.push(`${result.line} ${result.success ? result.check.status : result.findings[0]?.code}`);
    expect(seen).toEqual(["1 balanced", "2 schema.json", "3 unbalanced", "4 schema.duplicateKey"]);
    const broken = reportOfLine({ number: 3, bytes: new Uint8Array([0x7b, 0xff, 0x7d]) });
    expect(!broken.success && broken.findings[0]?.place?.line).toBe(3);
  });
});

describe("rows", () => {
  it("of the tidy table have its columns, in every edition", () => {
    for (const edition of editionIds) {
      const rows = tableRows({ edition }, { file: "x" });
      expect(rows).toHaveLength(describeForm(edition).cells.length);
      for (const row of rows) expect(row).toHaveLength(tidyColumns.length);
      expect(new Set(rows.map((row) => row[16]))).toEqual(new Set(["absent"]));
      expect(wideRow({ edition })).toHaveLength(wideHead.length + wideColumns().length);
    }
    const addresses = wideColumns().map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const edition of editionIds) for (const { address } of describeForm(edition).cells) expect(addresses).toContain(address);
  });

  it("tell what a document says where it is no figure", () => {
    const address = "requests.granted.total";
    const status = (raw: string | null): unknown =>
      tableRows({ edition: "2021" }, { log: [{ address, raw, place: null }] }).find((row) => row[9] === address)?.[16];
    expect([status("—"), status(""), status("无此项"), status(null)]).toEqual(["blank", "blank", "unreadable", "absent"]);
  });

  it("of CSV guard texts and no figures", () => {
    expect(csvLine(["+1", "-1", 2], { figures: new Set([1]) })).toBe('"\'+1",-1,2\r\n');
    expect(csvLine(["-1+cmd"], { figures: new Set([0]) })).toBe('"\'-1+cmd"\r\n');
  });

  it("of the summary count days late and name no deadline that is not known", () => {
    const draft: Draft = { edition: "2021", year: 2023, publishedOn: "2024-02-01", agency: { name: "某局", kind: "department" } };
    expect(summaryRow(draft, { file: "a" })).toMatchObject({ deadline: "2024-01-31", days_late: 1 });
    expect(summaryRow({ edition: "2021" }, { file: "a" })).toMatchObject({ deadline: null, days_late: null, blanks: 200 });
    expect(summaryRow({ ...draft, publishedOn: "2024-01-30" }, { file: "a" }).days_late).toBe(0);
    // Where the law sets no day there is none, and that is no reason to lose the report.
    const open = { deadline: null, days_late: null, status: summaryRow(draft, { file: "a" }).status };
    expect(summaryRow({ ...draft, year: 2017, publishedOn: "2018-02-01" }, { file: "a" })).toMatchObject(open);
    const township = { ...draft, agency: { name: "某镇人民政府", kind: "government", level: "township" } } as const;
    expect(summaryRow(township, { file: "a" })).toMatchObject(open);
  });
});

describe("consolidateStream", () => {
  const local = (code: string, n: number): Draft =>
    ({
      edition: "2021",
      year: 2023,
      agency: { name: `第${n}局`, regionCode: code },
      requests: { received: { total: n } },
    }) as Draft;

  it("comes to what consolidateTree comes to", async () => {
    const codes = ["110101", "110101", "110105", "320412", "320481"];
    const reports = codes.map((code, i) => local(code, i + 1));
    const levels = [];
    for await (const { path, level } of consolidateStream(reports, { year: 2023, edition: "2021" }))
      levels.push([path.join("/"), level] as const);
    const node = (length: number, from: readonly Draft[]): ReportNode[] => {
      const groups = groupBy(from, length);
      return [...groups.values()].map((own) => ({
        children: length === 6 ? own.map((draft) => ({ own: draft })) : node(length + 2, own),
      }));
    };
    const whole = consolidateTree({ children: node(2, reports) }, { year: 2023, edition: "2021" });
    expect(levels.at(-1)?.[1].draft.requests?.received).toEqual(whole.draft.requests?.received);
    expect(levels.map(([path]) => path)).toEqual([
      "11/1101/110101",
      "11/1101/110105",
      "11/1101",
      "11",
      "32/3204/320412",
      "32/3204/320481",
      "32/3204",
      "32",
      "",
    ]);
  });

  it.each([[["320412", "110101"]], [["320412", "320300"]], [["110101", "320412", "110105"]]])(
    "refuses %j, which is out of order",
    async (codes) => {
      const read = async () => {
        for await (const _ of consolidateStream(codes.map(local)));
      };
      await expect(read()).rejects.toMatchObject({ code: "batch.order" });
    },
  );
});

function groupBy(drafts: readonly Draft[], length: number): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = draft.agency?.regionCode?.slice(0, length) ?? "";
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return groups;
}

describe("files", () => {
  it.each([
    ["~$a.docx", "lock"],
    [".~lock.a.ods#", "lock"],
    [".hidden", "hidden"],
    ["Thumbs.db", "system"],
    ["__MACOSX", "system"],
    ["a.html", null],
    ["~a.html", null],
  ])("%s is passed over as %s", (name, why) => expect(skipByName(name)).toBe(why));

  it("are walked in order, with links once and faults said", async () => {
    const root = mkdtempSync(join(tmpdir(), "walk-"));
    try {
      mkdirSync(join(root, "b/.secret"), { recursive: true });
      for (const name of ["b/2.html", "b/10.html", "a.html", "b/.secret/s.html"]) writeFileSync(join(root, name), "x");
      symlinkSync("..", join(root, "b/up"));
      symlinkSync("2.html", join(root, "b/copy.html"));
      symlinkSync(".secret/s.html", join(root, "b/revealed.html"));
      symlinkSync("nowhere", join(root, "c.html"));
      const seen: string[] = [];
      for await (const walked of walk(["."], { cwd: root })) seen.push(`${walked.kind} ${walked.path}`);
      expect(seen).toEqual([
        "file a.html",
        "skipped b/.secret",
        "file b/10.html",
        "file b/2.html",
        "skipped b/copy.html",
        "file b/revealed.html",
        "skipped b/up",
        "fault c.html",
      ]);
      const named: string[] = [];
      for await (const walked of walk(["b/.secret", "none"], { cwd: root, exclude: ["s.*"] }))
        named.push(`${walked.kind} ${walked.path}`);
      expect(named).toEqual(["skipped b/.secret/s.html", "fault none"]);
      writeFileSync(join(root, "l.ndjson"), "{}\n\n[]\n");
      expect(await collect(linesOfFile(join(root, "l.ndjson"), { start: 1, end: 8 }))).toEqual([[2, "[]"]]);
      await expect(readFileWithin(join(root, "b"))).rejects.toMatchObject({ code: "batch.special" });
      expect(MAX_FILE_BYTES).toBeGreaterThan(1e8);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
