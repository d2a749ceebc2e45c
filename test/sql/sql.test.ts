import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readKit } from "../../src/cli/conformance/kit.js";
import { DisclosureReportError, type Draft, describeForm, editionIds } from "../../src/index.js";
import { agencyNameKey } from "../../src/report/sameAgency.js";
import { MAX_NAME_BYTES } from "../../src/sql/names.js";
import { sqlColumns, sqlLoadOf, sqlOf, sqlScript } from "../../src/sql.js";
import { questionsOf } from "../../src/standard/conformance/kit.js";
import { tidyColumns } from "../../src/standard.js";
import { differences, generatedSubjects, load, packed, type Shape, type Subject, setUp, subjectsOf, use } from "./compare.js";
import { type Engine, engines, runAll } from "./engines.js";
import { grammars, parsed, unparsedViews } from "./grammars.js";
import { TIDY_HEAD, tidyLines } from "./tidyLines.js";

const SHAPES = ["long", "wide"] as const satisfies readonly Shape[];
const DIALECTS = ["postgres", "duckdb"] as const;

const kit = await readKit({
  readFile: async (path) => new Uint8Array(readFileSync(path)),
  listFolder: async (path) => (statSync(path).isDirectory() ? readdirSync(path).sort() : null),
  standard: fileURLToPath(new URL("../../docs/standard", import.meta.url)),
});

/** A sample; `npm run proof:sql` takes all cases, and 2,000 generated reports. */
const samples: Readonly<Record<string, readonly Subject[]>> = {
  "cases of the kit": packed(subjectsOf(questionsOf(kit))).filter((_, i) => i % 15 === 0),
  "generated reports": generatedSubjects(6, 17),
};

const opened = new Map<string, Engine>();

/** Every database once; each test has a schema of its own in it. */
async function engineOf(dialect: (typeof DIALECTS)[number]): Promise<Engine> {
  const engine = opened.get(dialect) ?? (await engines[dialect]());
  opened.set(dialect, engine);
  return engine;
}

afterAll(async () => {
  for (const engine of opened.values()) await engine.close();
});

const clear = async (engine: Engine, shape: Shape): Promise<void> => {
  const tables = shape === "long" ? ["report", "figure"] : editionIds.map((id) => `report_${id}`);
  for (const table of [...tables, "report_member", "asked", "tidy"]) await engine.run(`DELETE FROM ${table}`);
};

describe.each(DIALECTS)("%s", (dialect) => {
  describe.each(SHAPES)("%s", (shape) => {
    beforeAll(async () => setUp(await engineOf(dialect), shape), 120_000);

    const ready = async (): Promise<Engine> => {
      const engine = await engineOf(dialect);
      await use(engine, shape);
      await clear(engine, shape);
      return engine;
    };
    const take = async (engine: Engine, csv: string): Promise<void> => {
      await engine.copy("tidy", TIDY_HEAD + csv);
      await runAll(engine, sqlLoadOf({ dialect, shape }));
    };

    it.each(Object.entries(samples))(
      "says of %s what the library says",
      async (_, subjects) => {
        const engine = await ready();
        await load(engine, shape, subjects);
        expect(await differences(engine, shape, subjects)).toEqual([]);
      },
      120_000,
    );

    it("says what is expected, what is there and by how much they differ", async () => {
      const engine = await ready();
      const remedies = { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 5 } };
      const disclosure = { administrativeFees: { feesCollected: "1.1234567" } };
      await take(engine, tidyLines({ edition: "2021", year: 2023, remedies, disclosure } as Draft, "a.json"));
      const rows = await engine.rows(
        "SELECT rule_id, severity, CAST(expected AS INTEGER) AS expected, CAST(actual AS INTEGER) AS actual, CAST(difference AS INTEGER) AS difference, figure_text, statement_zh FROM finding ORDER BY rule_id",
      );
      expect(rows.map(({ statement_zh, ...row }) => row)).toEqual([
        {
          rule_id: "domain.disclosure.administrativeFees.feesCollected",
          severity: "error",
          expected: null,
          actual: null,
          difference: null,
          figure_text: "1.1234567",
        },
        { rule_id: "remedies.reconsideration", severity: "error", expected: 4, actual: 5, difference: 1, figure_text: null },
      ]);
      expect(rows[1]?.["statement_zh"]).toContain("=");
      expect(await engine.rows("SELECT status FROM report_status")).toEqual([{ status: "unbalanced" }]);
    });

    it("rounds nothing and takes nothing for a number that is not written as one", async () => {
      const engine = await ready();
      const count = "requests.received.total";
      const amount = "disclosure.administrativeFees.feesCollected";
      const tried: readonly (readonly [address: string, text: string, figure: string | null])[] = [
        [count, "0", "0"],
        [count, "9007199254740991", "9007199254740991"],
        [count, "9007199254740992", null],
        [count, "99999999999999999999999999", null],
        [count, "-1", "-1"],
        [count, "-0", null],
        [count, "1.5", null],
        [count, "1.0", null],
        [count, "01", null],
        [count, "1e3", null],
        [count, "+1", null],
        [count, " 1", null],
        [count, "1\n", null],
        [count, "１", null],
        [count, "一", null],
        [count, "'; DROP TABLE report; --", null],
        [amount, "1.123456", "1.123456"],
        [amount, "999999999.999999", "999999999.999999"],
        [amount, "1.1234567", null],
        [amount, "1000000000", null],
        [amount, "-1", null],
        [amount, "1.", null],
        [amount, ".1", null],
        [amount, "1,000", null],
        [amount, "１", null],
      ];
      const quoted = (text: string): string => `"${text}"`;
      const lines = tried.map(([address, text], i) => {
        const fields: Readonly<Record<string, string>> = { file: String(i), edition: "2021", address, figure_text: text };
        return `${tidyColumns.map(({ name }) => quoted(fields[name] ?? "")).join(",")}\n`;
      });
      await take(engine, lines.join(""));
      const sql =
        shape === "long"
          ? "SELECT r.file, f.figure, f.figure_text FROM figure f JOIN report r ON r.report_id = f.report_id"
          : "SELECT file, coalesce(received__total, administrative_fees__fees_collected) AS figure, coalesce(t__received__total, t__administrative_fees__fees_collected) AS figure_text FROM report_2021";
      const said = new Map((await engine.rows(sql)).map((row) => [Number(row["file"]), row]));
      expect(
        tried.map(([address, text], i) => {
          const row = said.get(i);
          const figure = row?.["figure"];
          return [address, row?.["figure_text"] === text, figure === null ? null : String(figure).replace(/\.0+$/, "")];
        }),
      ).toEqual(tried.map(([address, , figure]) => [address, true, figure]));
    });

    it("loses no line in silence", async () => {
      const engine = await ready();
      const draft: Draft = { edition: "2021", year: 2023, requests: { received: { total: 3 } } };
      const line = tidyLines(draft, "a.json", ["requests.received.total"]);
      await take(engine, line + line.replaceAll("requests.received.total", "requests.no.such").replace("三", "九"));
      expect(await engine.rows("SELECT address FROM tidy_problem")).toEqual([{ address: "requests.no.such" }]);
      // The same report once more is refused, and so is a report that says two things.
      await engine.run("DELETE FROM tidy");
      await expect(take(engine, line)).rejects.toThrow(/unique|duplicate/i);
      await clear(engine, shape);
      const twice =
        line + tidyLines({ ...draft, requests: { received: { total: 4 } } } as Draft, "a.json", ["requests.received.total"]);
      if (shape === "long") await expect(take(engine, twice)).rejects.toThrow(/unique|duplicate/i);
      else {
        await take(engine, twice);
        const [row] = await engine.rows("SELECT received__total AS figure, t__received__total AS text FROM report_2021");
        expect(row?.["figure"]).toBe(null);
        expect(["3 / 4", "4 / 3"]).toContain(row?.["text"]);
      }
    });

    it("compares agencies by code, else by name, and adds no agency up twice", async () => {
      const engine = await ready();
      const code = "11513333008676543X";
      const report = (file: string, year: number, name: string, total: number, unifiedSocialCreditCode?: string): string =>
        tidyLines(
          {
            edition: "2021",
            year,
            agency: { name, ...(unifiedSocialCreditCode === undefined ? {} : { unifiedSocialCreditCode }) },
            requests: { received: { total } },
          } as Draft,
          file,
        );
      await take(
        engine,
        [
          report("p1", 2022, "甲县（本级）", 1),
          report("c1", 2023, "甲 县(本级)", 1),
          report("p2", 2022, "乙县", 1, code),
          report("c2", 2023, "新乙县", 1, code),
          report("p3", 2022, "丙县", 1, code.replace("X", "1")),
          report("c3", 2023, "丙县", 1, code.replace("X", "2")),
          report("parent", 2025, "某市", 9),
          report("child1", 2025, "甲局", 1),
          report("child2", 2025, "甲 局", 1),
        ].join(""),
      );
      const previous = shape === "long" ? "report_previous" : "report_previous_2021_after_2021";
      const table = shape === "long" ? "report" : "report_2021";
      const pairs = await engine.rows(
        `SELECT r.file, p.file AS before FROM ${previous} q JOIN ${table} r ON r.report_id = q.report_id JOIN ${table} p ON p.report_id = q.previous_id ORDER BY r.file`,
      );
      expect(pairs).toEqual([
        { file: "c1", before: "p1" },
        { file: "c2", before: "p2" },
      ]);
      const members = (files: string): Promise<void> =>
        engine.run(
          `INSERT INTO report_member SELECT p.report_id, c.report_id FROM ${table} p, ${table} c WHERE p.file = 'parent' AND c.file IN (${files})`,
        );
      const wrong = (): Promise<readonly unknown[]> => engine.rows("SELECT rule_id FROM finding WHERE rule_id LIKE 'level%'");
      await members("'child1'");
      await engine.run(`UPDATE ${table} SET members_complete = TRUE WHERE file = 'parent'`);
      expect(await wrong()).toEqual([{ rule_id: "level.requests.received.total" }]);
      await members("'child2'");
      expect(await wrong()).toEqual([]);
    });
  });

  it("says in Chinese what every table and column holds", async () => {
    const engine = await engineOf(dialect);
    const sql =
      dialect === "postgres"
        ? "SELECT c.relname AS t, a.attname AS c, col_description(c.oid, a.attnum) AS said FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND a.attnum > 0 AND n.nspname IN ('long', 'wide')"
        : "SELECT table_name AS t, column_name AS c, comment AS said FROM duckdb_columns() WHERE schema_name IN ('long', 'wide') AND table_name IN (SELECT table_name FROM duckdb_tables())";
    const rows = (await engine.rows(sql)).filter(({ t }) => t !== "asked");
    expect(rows.length).toBeGreaterThan(900);
    expect(rows.filter(({ said }) => !/\p{Script=Han}/u.test(String(said)))).toEqual([]);
    expect(rows.find(({ c }) => c === "granted__natural_person")?.["said"]).toMatch(/^表三第3行第1列 /);
  });

  it("makes one name of an agency of all spellings that the library takes for one", async () => {
    const engine = await engineOf(dialect);
    await use(engine, "long");
    const names = ["甲县（本级）", "甲 县", "Ａ１！～", "a\u00a0b\u3000c\u200bd\ufeffe\tf", "某县人民政府", "－＝［］"];
    await engine.run("DELETE FROM report");
    await engine.run(
      `INSERT INTO report (report_id, source_key, agency, edition) VALUES ${names.map((name, i) => `(${i}, '${i}', '${name}', '2021')`).join(", ")}`,
    );
    const rows = await engine.rows("SELECT agency_key FROM report ORDER BY report_id");
    expect(rows.map(({ agency_key }) => agency_key)).toEqual(names.map(agencyNameKey));
  });
});

describe("names", () => {
  it.each(editionIds)("of the figures of edition %s are short, each once, and tell their addresses", (edition) => {
    const columns = sqlColumns(edition);
    const names = columns.flatMap(({ column, textColumn }) => [column, textColumn]);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name) || name.length > MAX_NAME_BYTES)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(columns.map(({ address }) => address)).toEqual(describeForm(edition).cells.map(({ address }) => address));
  });

  it("of tables and views too", () => {
    const all = DIALECTS.flatMap((dialect) => SHAPES.flatMap((shape) => sqlOf({ dialect, shape })));
    expect(all.map(({ name }) => name).filter((name) => name.length > MAX_NAME_BYTES)).toEqual([]);
  });
});

describe("other stores", () => {
  it("parse the views", async () => {
    expect(await unparsedViews(1300)).toEqual([]);
  }, 120_000);

  it("reserve no name of a column", async () => {
    const names = [
      ...tidyColumns.map(({ name }) => name),
      "rule_id",
      "rule_scope",
      "outcome",
      "expected",
      "actual",
      "difference",
      "side",
    ];
    const sql = `SELECT ${names.map((name) => `t.${name} AS ${name}, ${name}`).join(", ")} FROM t`;
    const refused = Object.entries(await grammars()).flatMap(([name, grammar]) => parsed(name, grammar, sql));
    expect(refused).toEqual([]);
    for (const dialect of DIALECTS) {
      const engine = await engineOf(dialect);
      await engine.run("CREATE SCHEMA names");
      await use(engine, "names");
      await engine.run(`CREATE TABLE t (${names.map((name) => `${name} INTEGER`).join(", ")})`);
      await engine.rows(sql);
    }
  }, 60_000);
});

describe("scripts", () => {
  it("are what was asked for", () => {
    const [first] = sqlOf({ dialect: "postgres", editions: ["2019"] });
    expect(first?.sql).toMatch(/^CREATE TABLE form_cell/);
    const only2019 = sqlScript(sqlOf({ dialect: "duckdb", shape: "wide", editions: ["2019"] }));
    expect(only2019).toContain("CREATE TABLE report_2019");
    expect(only2019).not.toContain("report_2021");
    expect(sqlScript(sqlOf({ dialect: "postgres" }))).toBe(
      sqlScript(sqlOf({ dialect: "postgres", shape: "long", editions: editionIds })),
    );
  });

  it("refuse an edition that there is not", () => {
    const editions = ["1999"] as unknown as readonly ["2021"];
    expect(() => sqlOf({ dialect: "postgres", editions })).toThrow(DisclosureReportError);
  });
});
