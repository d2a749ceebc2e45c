import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { rulesOf } from "../../src/check.js";
import { describeForm, editionIds, printTables } from "../../src/index.js";
import {
  type CatalogueData,
  type CodeListData,
  type CrosswalkData,
  catalogueOf,
  crosswalkOf,
  type FindingCodeData,
  type GridCellData,
  type RulesData,
  STANDARD_VERSION,
} from "../../src/standard.js";

const ROOT = fileURLToPath(new URL("../../docs/standard/", import.meta.url));

interface Index {
  readonly version: string;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly schema: string | null;
  }[];
}

const text = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const json = <T>(path: string): T => JSON.parse(text(path)) as T;
const index = json<Index>("index.json");

const onDisk = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  .filter((path) => path !== "index.json")
  .sort();

describe("the index", () => {
  it("names the version, and every file with its size and its hash", () => {
    expect(index.version).toBe(STANDARD_VERSION);
    expect(index.files.map(({ path }) => path).sort()).toEqual(onDisk);
    for (const { path, bytes, sha256 } of index.files) {
      const content = readFileSync(join(ROOT, path));
      expect([path, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([path, bytes, sha256]);
    }
  });
});

describe("every file is valid under its schema", () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  for (const path of onDisk.filter((name) => name.endsWith(".schema.json"))) ajv.addSchema(json<object>(path));

  it.each([
    { path: "index.json", schema: "urn:disclosure-report:schema:1:index" },
    ...index.files.filter(({ path }) => path.endsWith(".json") && !path.startsWith("schema/")),
  ])("$path", ({ path, schema }) => {
    const validate = schema === null ? undefined : ajv.getSchema(schema);
    expect(validate, "has a schema").toBeDefined();
    expect(validate?.(json(path)), JSON.stringify(validate?.errors?.slice(0, 3))).toBe(true);
  });

  it.each(onDisk.filter((name) => name.endsWith(".schema.json")))(
    "%s is a schema, named with the major version, in portable patterns",
    (path) => {
      const schema = json<Readonly<Record<string, unknown>>>(path);
      const name = path.slice("schema/".length, -".schema.json".length);
      expect(schema["$id"]).toBe(`urn:disclosure-report:schema:${STANDARD_VERSION.split(".")[0]}:${name}`);
      expect(ajv.validateSchema(schema)).toBe(true);
      for (const node of nodesOf(schema)) {
        const { pattern, maxLength } = node as { pattern?: unknown; maxLength?: unknown };
        if (typeof pattern !== "string") continue;
        expect(pattern).not.toMatch(/\\[dDwWsSbBpPuxk]|\(\?/);
        // `$` admits a line break at the end in Python, Perl, Java, .NET.
        if (pattern.endsWith("$")) expect(typeof maxLength === "number", pattern).toBe(true);
      }
    },
  );
});

interface Described {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly anyOf?: readonly Described[];
  readonly examples?: readonly object[];
  readonly $defs?: Readonly<Record<string, Described>>;
}

interface Annotations {
  readonly "x-figures": Readonly<
    Record<string, { readonly coordinate: readonly unknown[]; readonly unit: string; readonly citation: readonly string[] }>
  >;
}

describe.each(editionIds.flatMap((edition) => (["report", "draft"] as const).map((kind) => ({ edition, kind }))))(
  "the schema of a $kind of edition $edition",
  ({ edition, kind }) => {
    const schema = json<Described>(`schema/${kind}-${edition}.schema.json`);
    const defs = schema.$defs ?? {};
    const resolved = ({ $ref = "", ...own }: Described): Described => ({ ...defs[$ref.slice("#/$defs/".length)], ...own });

    it("says in Chinese and in English what everything is", () => {
      const untold: string[] = [];
      const look = (node: Described, path: string): void => {
        const { title = "", description = "" } = resolved(node);
        for (const text of [title, description]) {
          if (!/\p{Script=Han}/u.test(text) || !/[A-Za-z]{3}/.test(text)) untold.push(`${path}: ${text}`);
        }
        for (const [key, inner] of [node, ...(node.anyOf ?? [])].flatMap(({ properties = {} }) => Object.entries(properties))) {
          look(inner, `${path}.${key}`);
        }
      };
      look(schema, kind);
      for (const [name, definition] of Object.entries(defs)) look(definition, name);
      expect(untold).toEqual([]);
    });

    it("has examples that it accepts, a whole report where it is of reports, and notes on every figure", () => {
      const validate = new Ajv2020({ strict: true }).compile(schema);
      const examples = schema.examples ?? [];
      expect(examples.map((example) => validate(example))).toEqual([true]);
      const figures = describeForm(edition).cells;
      if (kind === "report") expect(JSON.stringify(examples[0]).length).toBeGreaterThan(5000);
      const notes = (defs["figureAnnotations"] as unknown as Annotations)["x-figures"];
      expect(Object.keys(notes)).toEqual(figures.map(({ address }) => address));
      for (const { address, unit, coordinate } of figures) {
        expect(notes[address]).toMatchObject({ unit, coordinate: [coordinate.table, coordinate.row, coordinate.column] });
      }
    });

    it("can be put into a schema of others", () => {
      const ajv = new Ajv2020({ strict: true });
      ajv.addSchema(schema, `${kind}-${edition}.schema.json`);
      const around = ajv.compile({
        type: "object",
        required: ["report"],
        properties: { report: { $ref: `${kind}-${edition}.schema.json` }, receivedOn: { type: "string" } },
      });
      const [report] = schema.examples ?? [];
      expect([around({ report, receivedOn: "2024-01-31" }), around({ report: { ...report, receivedOn: "x" } })]).toEqual([
        true,
        false,
      ]);
    });
  },
);

function nodesOf(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}

/** Puts the places of a printed grid on a board, so that holes and overlaps show. */
function tiles(rows: number, columns: number, places: readonly GridCellData[]): boolean {
  const board = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (const { row, column, rowspan, colspan } of places) {
    for (let i = row; i < row + rowspan; i += 1) {
      for (let j = column; j < column + colspan; j += 1) {
        const line = board[i];
        if (line === undefined || j >= columns) return false;
        line[j] = (line[j] ?? 0) + 1;
      }
    }
  }
  return board.every((line) => line.every((count) => count === 1));
}

describe.each(editionIds)("catalogue %s", (edition) => {
  const catalogue = json<CatalogueData>(`catalogue/${edition}.json`);

  it("is what programs are given", () => {
    expect(catalogue).toEqual(JSON.parse(JSON.stringify(catalogueOf(edition))));
  });

  it("has every figure, its coordinate and its headings", () => {
    const { cells } = describeForm(edition);
    expect(catalogue.cells.map(({ address, coordinate }) => ({ address, coordinate }))).toEqual(
      cells.map(({ address, coordinate }) => ({ address, coordinate })),
    );
    const flow = catalogue.cells.find(({ address }) => address === "requests.stateSecret.total");
    expect(flow?.rowPath).toEqual(["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]);
    expect(flow?.columnPath).toEqual(["申请人情况", "总计"]);
    expect(flow?.basis.map((citation) => citation.text)).toEqual(["条例第14条"]);
  });

  it("gives every table as a grid without hole or overlap, the same as the library prints", () => {
    const printed = printTables({ edition });
    catalogue.tables.forEach(({ grid, number }, i) => {
      expect(tiles(grid.rows, grid.columns, grid.cells), number).toBe(true);
      const table = printed[i];
      expect(grid.cells.map(({ row, column, rowspan, colspan }) => [row, column, rowspan, colspan])).toEqual(
        table?.rows.flatMap((line, row) => line.map(({ column, rowspan, colspan }) => [row, column, rowspan, colspan])),
      );
    });
  });

  it("names every source in full", () => {
    const ids = new Set(catalogue.sources.map(({ id }) => id));
    const cited = catalogue.cells.flatMap(({ basis }) => basis.map(({ source }) => source));
    expect([...cited, catalogue.source].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("rules", () => {
  it.each(editionIds)("%s has all of them, each once", (edition) => {
    const { rules } = json<RulesData>(`rules/${edition}.json`);
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      rulesOf(edition)
        .map(({ id }) => id)
        .filter((id) => !ids.includes(id)),
    ).toEqual([]);
    const flow = rules.find(({ id }) => id === "flow.total");
    expect(flow).toMatchObject({
      kind: "linear",
      relation: "=",
      constant: 0,
      basis: "stated",
      quote: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
      terms: [
        [1, "requests.received.total", "this"],
        [1, "requests.broughtForward.total", "this"],
        [-1, "requests.concluded.total", "this"],
        [-1, "requests.carriedForward.total", "this"],
      ],
    });
  });

  it("name only figures that the forms have", () => {
    for (const edition of editionIds) {
      for (const rule of json<RulesData>(`rules/${edition}.json`).rules) {
        if (rule.kind === "domain") expect(describeForm(edition).byAddress[rule.address]?.unit).toBe(rule.domain.type);
        if (rule.kind !== "linear") continue;
        for (const [, address, report] of rule.terms) {
          const forms = report === "previous" ? (rule.previousEditions ?? []) : [edition];
          for (const form of forms) expect(describeForm(form).byAddress, rule.id).toHaveProperty([address]);
        }
      }
    }
  });
});

describe("code lists", () => {
  it("give what each edition prints", () => {
    const { lists } = json<{ readonly lists: readonly CodeListData[] }>("codelists.json");
    const term = (list: string, id: string) => lists.find((one) => one.id === list)?.terms.find((one) => one.id === id);
    expect(term("disclosureSubjects", "normativeDocuments")?.editions).toMatchObject({
      "2021": { label: "行政规范性文件", printed: ["行政规范性文件"] },
      "2019": { label: "规范性文件", printed: ["规范性文件"] },
    });
    expect(term("disclosureMeasures", "decisions")?.editions["2019"]?.label).toBe("处理决定数量");
    expect(term("requestOutcomes", "otherReasons")?.editions["2019"]).toBe(null);
    expect(term("requestOutcomes", "otherHandling")?.editions["2019"]?.printed).toEqual(["（六）其他处理"]);
  });
});

describe("finding codes", () => {
  const { codes } = json<{ readonly codes: readonly FindingCodeData[] }>("codes.json");

  it("are unique, and have every parameter of their sentences", () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    for (const { code, parameters, sentence } of codes) {
      const named = [...sentence.en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        named.filter((name) => name === undefined || !(name in parameters)),
        code,
      ).toEqual([]);
    }
  });
});

describe("the crosswalk", () => {
  it("names every figure of both editions, each once", () => {
    const walk = json<CrosswalkData>("crosswalk/2019-2021.json");
    const addresses = (edition: "2019" | "2021") =>
      describeForm(edition)
        .cells.map(({ address }) => address)
        .sort();
    expect(walk.entries.flatMap(({ from }) => from).sort()).toEqual(addresses("2019"));
    expect(walk.entries.flatMap(({ to }) => to).sort()).toEqual(addresses("2021"));
    const kinds = Object.fromEntries(
      ["same", "split", "gone", "new"].map((kind) => [kind, walk.entries.filter((entry) => entry.kind === kind).length]),
    );
    expect(kinds).toEqual({ same: 172, split: 7, gone: 19, new: 7 });
  });

  it("read backwards merges what it split", () => {
    const back = crosswalkOf("2021", "2019");
    expect(back.entries.filter(({ kind }) => kind === "merged").map(({ from, to }) => [from.length, to.length])).toEqual(
      new Array(7).fill([3, 1]),
    );
    expect(back.unlike.map(({ from, to }) => [from, to])).toContainEqual(["issued", "newlyMade"]);
  });
});

describe("catalogues of sentences", () => {
  /** Areas whose sentences are no findings: what is written into documents. */
  const ELSEWHERE = /^(writing|severity|status|suspect|summary|place|file|fix|form|table)\./;
  /** Rooms that speak of how they were called, and of files that they did not open, and not of reports. */
  const EDGES = /^(cli|batchNode)[/\\]/;
  /** Sentences that are put into others. */
  const PARTS = /^(repair\.(change|open|more|supports|contradicts)|complete\.(?!contradiction))/;

  it("are all in codes.json", async () => {
    const known = new Set(json<{ readonly codes: readonly FindingCodeData[] }>("codes.json").codes.map(({ code }) => code));
    const src = fileURLToPath(new URL("../../src/", import.meta.url));
    const paths = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (path) => /[/\\]messages\.ts$/.test(path) && !EDGES.test(path),
    );
    for (const path of paths) {
      const exported = (await import(pathToFileURL(join(src, path)).href)) as Readonly<
        Record<string, Readonly<Record<string, unknown>>>
      >;
      const codes = Object.entries(exported).flatMap(([name, catalogue]) =>
        name.endsWith("Messages") ? Object.keys(catalogue) : [],
      );
      expect(
        codes.filter((code) => !known.has(code) && !ELSEWHERE.test(code) && !PARTS.test(code)),
        path,
      ).toEqual([]);
    }
  });
});
