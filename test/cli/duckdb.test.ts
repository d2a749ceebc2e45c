import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { nodeIo } from "../../src/cli/nodeIo.js";
import { run } from "../../src/cli/run.js";
import { toJson } from "../../src/index.js";
import { reportNumber } from "./madeTree.js";

interface Reader {
  readonly getRowsJson: () => unknown[][];
}

interface Duck {
  readonly DuckDBInstance: {
    create: (path: string) => Promise<{ connect: () => Promise<{ runAndReadAll: (sql: string) => Promise<Reader> }> }>;
  };
}

const name = "@duckdb/node-api";
const duck = (await import(name).catch(() => null)) as Duck | null;

describe.skipIf(duck === null)("the DuckDB lines of the documentation", () => {
  it.each(["scale.md", "scale.zh-CN.md"])("of %s run on a table that the command line wrote", async (page) => {
    const folder = mkdtempSync(join(tmpdir(), "duck-"));
    try {
      for (const i of [1, 2, 11]) writeFileSync(join(folder, `${i}.json`), toJson(reportNumber(i)));
      const io = nodeIo({ cwd: folder, env: {}, err: () => undefined });
      expect(await run(["table", ".", "--to", "csv", "-o", "figures.csv"], io)).toBe(0);
      const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), "utf8");
      const lines = (/```sql\n([^`]*)```/.exec(text)?.[1] ?? "").trim().split("\n");
      expect(lines).toHaveLength(3);
      const connection = await (await duck?.DuckDBInstance.create(":memory:"))?.connect();
      const results = [];
      for (const line of lines)
        results.push(await connection?.runAndReadAll(line.replace("figures.csv", join(folder, "figures.csv"))));
      expect(results[1]?.getRowsJson().map(([, figure]) => Number(figure))).toEqual([4, 4, 4]);
      expect(results[2]?.getRowsJson()[0]?.map(Number)).toEqual([3, 1]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
