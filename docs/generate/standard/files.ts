import { createHash } from "node:crypto";
import { editionIds, editions } from "../../../src/index.js";
import { formStatements } from "../../../src/sql/rows.js";
import { type SqlStatement, sqlLoadOf, sqlOf, sqlScript } from "../../../src/sql.js";
import {
  catalogueOf,
  codeLists,
  conformanceLevels,
  crosswalkOf,
  findingCodes,
  jsonSchemaOf,
  rulesDataOf,
  STANDARD_LICENCE,
  STANDARD_VERSION,
  schemaId,
  tableSchema,
} from "../../../src/standard.js";
import { ruleCases, schemaCases, statusCases } from "./cases.js";
import { exampleDraft, exampleReport } from "./examples.js";
import { type FileKind, fileSchemas } from "./fileSchemas.js";
import { printJson } from "./printJson.js";
import { allVectors } from "./vectors.js";

/** Where the standard lies in the repository and in the package. */
export const STANDARD = "docs/standard/";

/** A file of the standard: its text, and the schema that it is valid under. */
export interface StandardFile {
  readonly path: string;
  readonly text: string;
  readonly schema: string | null;
}

function data(path: string, kind: FileKind, value: unknown): StandardFile {
  return { path, text: `${printJson(value)}\n`, schema: schemaId(kind) };
}

/** The conformance kit, its documents excepted. */
async function kitFiles(): Promise<readonly StandardFile[]> {
  const files: StandardFile[] = [];
  for (const edition of editionIds) {
    files.push(data(`cases/schema/${edition}.json`, "cases-schema", await schemaCases(edition)));
    for (const cases of await ruleCases(edition))
      files.push(data(`cases/rules/${edition}/${cases.family}.json`, "cases-rules", cases));
  }
  files.push(data("cases/status.json", "cases-status", await statusCases()));
  for (const [name, vectors] of await allVectors()) files.push(data(`vectors/${name}.json`, "vectors", vectors));
  return files;
}

/** The report in SQL, for those who have no Node at hand: the form once, and for each database both shapes. */
function sqlFiles(): readonly StandardFile[] {
  const file = (path: string, statements: readonly SqlStatement[]): StandardFile => ({
    path: `sql/${path}`,
    text: sqlScript(statements),
    schema: null,
  });
  const ofForm = new Set(formStatements(editionIds).map(({ name }) => name));
  return [
    file("form.sql", formStatements(editionIds)),
    ...(["postgres", "duckdb"] as const).flatMap((dialect) =>
      (["long", "wide"] as const).flatMap((shape) => [
        file(
          `${dialect}/${shape}.sql`,
          sqlOf({ dialect, shape }).filter(({ name }) => !ofForm.has(name)),
        ),
        file(`${dialect}/${shape}-load.sql`, sqlLoadOf({ dialect, shape })),
      ]),
    ),
  ];
}

function generated(): readonly StandardFile[] {
  return [
    ...editionIds.flatMap((edition) => [
      data(`catalogue/${edition}.json`, "catalogue", catalogueOf(edition)),
      data(`rules/${edition}.json`, "rules", rulesDataOf(edition)),
    ]),
    data("codelists.json", "codelists", { lists: codeLists() }),
    data("codes.json", "codes", { codes: findingCodes() }),
    ...successions().map(([from, to]) => data(`crosswalk/${from}-${to}.json`, "crosswalk", crosswalkOf(from, to))),
    data("table-schema.json", "table-schema", tableSchema()),
    ...sqlFiles(),
    ...schemaFiles(),
  ];
}

/** The editions that follow one another, in order of time. */
function successions() {
  const ordered = [...editionIds].sort((a, b) => editions[a].years.from - editions[b].years.from);
  return ordered.slice(1).map((to, i) => [ordered[i] ?? to, to] as const);
}

function schemaFiles(): readonly StandardFile[] {
  const reports = editionIds.flatMap((edition) =>
    (["report", "draft"] as const).map((kind) => {
      const { $defs, ...schema } = jsonSchemaOf(edition, kind);
      const example = kind === "report" ? exampleReport(edition) : exampleDraft(edition);
      return [`${kind}-${edition}`, { ...schema, examples: [example], $defs }] as const;
    }),
  );
  return [...reports, ...Object.entries(fileSchemas())].map(([name, schema]) => ({
    path: `schema/${name}.schema.json`,
    text: `${printJson(schema)}\n`,
    schema: null,
  }));
}

/** Every generated file of the standard by its path in the repository. `written` are those that are kept by hand beside them. */
export async function standardFiles(written: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const files = [...generated(), ...(await kitFiles())];
  const listed = [
    ...files.map(({ path, text, schema }) => entry(path, Buffer.from(text), schema)),
    ...[...written].map(([path, bytes]) => entry(path, bytes, path.endsWith("/expected.json") ? schemaId("document") : null)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const index = data("index.json", "index", {
    name: "disclosure-report standard",
    version: STANDARD_VERSION,
    licence: STANDARD_LICENCE,
    description: {
      zh: "政府信息公开工作年度报告的格式、规则和数据，供任何语言的程序使用",
      en: "form, rules and data of the annual report on government information disclosure, for programs in any language",
    },
    editions: editionIds.map((id) => ({ id, source: editions[id].source, years: editions[id].years })),
    levels: conformanceLevels,
    files: listed,
  });
  return new Map([index, ...files].map(({ path, text }) => [STANDARD + path, text]));
}

function entry(path: string, bytes: Uint8Array, schema: string | null) {
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), schema };
}
