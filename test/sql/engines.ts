import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Dialect, SqlStatement } from "../../src/sql.js";

export type Row = Readonly<Record<string, unknown>>;

/** A database inside the process. */
export interface Engine {
  readonly dialect: Dialect;
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** Copies a CSV file with a heading into a table, as the page on SQL tells users to. */
  readonly copy: (table: string, csv: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function postgres(): Promise<Engine> {
  const db = await PGlite.create();
  return {
    dialect: "postgres",
    run: async (sql) => {
      await db.exec(sql);
    },
    rows: async (sql) => (await db.query<Row>(sql)).rows,
    copy: async (table, csv) => {
      const columns = csv.slice(0, csv.indexOf("\n"));
      await db.query(`COPY ${table} (${columns}) FROM '/dev/blob' WITH (FORMAT csv, HEADER true)`, [], { blob: new Blob([csv]) });
    },
    close: () => db.close(),
  };
}

async function duckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), "sql-"));
  return {
    dialect: "duckdb",
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as readonly Row[],
    copy: async (table, csv) => {
      const columns = csv.slice(0, csv.indexOf("\n"));
      writeFileSync(join(folder, "copied.csv"), csv);
      await connection.run(`COPY ${table} (${columns}) FROM '${join(folder, "copied.csv")}' (FORMAT csv, HEADER true)`);
    },
    close: async () => {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

export const engines: Readonly<Record<Dialect, () => Promise<Engine>>> = { postgres, duckdb };

/** Runs statements in few calls. */
export async function runAll(engine: Engine, statements: readonly SqlStatement[]): Promise<void> {
  for (const { sql } of statements) await engine.run(`${sql};`);
}
