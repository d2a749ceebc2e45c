import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { writeDocx } from "../../src/docx.js";
import { renderHtml } from "../../src/html.js";
import { type Draft, toJson } from "../../src/index.js";
import { renderText } from "../../src/text.js";
import { writeXlsx } from "../../src/xlsx.js";
import { seda2023 } from "../support/seda.js";

/** What was put into a made tree. */
export interface MadeTree {
  /** The report of each line of output, in order: `file` or `file:line`. */
  readonly reports: readonly string[];
  readonly unreadable: number;
  readonly skipped: Readonly<Record<"hidden" | "lock" | "system" | "link" | "special", number>>;
}

/** A report of an agency of its own; every seventh has a wrong total, every eleventh a blank. */
export function reportNumber(i: number): Draft {
  const { granted } = seda2023.requests;
  const total = i % 11 === 0 ? null : granted.total + (i % 7 === 0 ? 10 : 0);
  const requests = { ...seda2023.requests, granted: { ...granted, total } };
  return { ...seda2023, agency: { name: `第${i}镇人民政府` }, requests } as Draft;
}

const FOLDERS = ["甲市", "甲市/城 关 镇", "b", "b/c", "b/c/d e", "z"] as const;

/** Makes some 500 files below a folder: nested, of one name, hidden, locked, linked, broken, hostile. */
export async function makeTree(root: string, count = 480): Promise<MadeTree> {
  const reports: string[] = [];
  let unreadable = 0;
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const docx = await writeDocx(reportNumber(1));
  const xlsx = await writeXlsx(reportNumber(1));
  for (let i = 0; i < count; i += 1) {
    const folder = FOLDERS[i % FOLDERS.length] ?? "";
    const draft = reportNumber(i);
    // Every eighth name is found in several folders.
    const base = i % 8 === 0 ? `report${Math.floor(i / 24)}` : `第${i} 号`;
    const [ending, content] =
      i % 40 === 1
        ? ["docx", docx]
        : i % 40 === 2
          ? ["xlsx", xlsx]
          : i % 5 === 0
            ? ["html", renderHtml(draft)]
            : i % 5 === 1
              ? ["txt", renderText(draft)]
              : ["json", toJson(draft)];
    const path = `${folder}/${base}.${ending}`;
    put(path, content);
    reports.push(path);
  }
  // NDJSON, one line broken, one blank.
  const lines = Array.from({ length: 12 }, (_, i) => (i === 4 ? '{"edition":"2021",' : i === 7 ? "" : toJson(reportNumber(i))));
  put("b/lines.ndjson", `${lines.join("\n")}\n`);
  reports.push(...lines.flatMap((line, i) => (line === "" ? [] : [`b/lines.ndjson:${i + 1}`])));
  unreadable += 1;
  // A ZIP container is a folder.
  const entries = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`内/${String(i).padStart(2, "0")}.json`, strToU8(toJson(reportNumber(i)))]),
  );
  put("b/many.zip", zipSync({ ...entries, "内/.hidden.json": strToU8("{}"), "__MACOSX/x": strToU8("") }));
  reports.push(...Object.keys(entries).map((name) => `b/many.zip/${name}`));
  // What is passed over.
  put(".git/config", "x");
  put(".DS_Store", "x");
  put("甲市/~$第1 号.docx", "x");
  put("z/.~lock.x.ods#", "x");
  put("z/Thumbs.db", "x");
  put("desktop.ini", "x");
  symlinkSync("..", join(root, "b/c/loop"));
  symlinkSync(join(root, "甲市"), join(root, "zz"));
  symlinkSync("report0.json", join(root, "b/again.json"));
  execFileSync("mkfifo", [join(root, "z/pipe.html")]);
  // What cannot be read, and what is hostile.
  const bad: Readonly<Record<string, string | Uint8Array>> = {
    "bad/empty.html": "",
    "bad/broken.docx": docx.subarray(0, 4000),
    "bad/binary.doc": new Uint8Array(2000).map((_, i) => (i * 37) % 256),
    "bad/no report.txt": "nothing here",
    "bad/two.json": '{"edition":"2021","edition":"2019"}',
    "bad/\u001b[31mred.html": "<p>nothing</p>",
    "bad/proto.json": '{"edition":"2021","__proto__":{"x":1}}',
    "bad/not.zip": "PK\u0003\u0004 and nothing more",
  };
  for (const [path, content] of Object.entries(bad)) put(path, content);
  symlinkSync("nowhere", join(root, "bad/dangling.html"));
  reports.push(...Object.keys(bad), "bad/dangling.html");
  unreadable += Object.keys(bad).length + 1;
  const order = (path: string): string => path.replace(/:(\d+)$/, (_, n: string) => `:${n.padStart(6, "0")}`);
  reports.sort((a, b) => compareParts(order(a), order(b)));
  return { reports, unreadable, skipped: { hidden: 3, lock: 2, system: 3, link: 3, special: 1 } };
}

/** Folders and files of one folder stand in the order of their names. */
function compareParts(a: string, b: string): number {
  const [x, y] = [a.split("/"), b.split("/")];
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    const [p = "", q = ""] = [x[i], y[i]];
    if (p !== q) return p < q ? -1 : 1;
  }
  return x.length - y.length;
}
