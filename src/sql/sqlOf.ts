import { describe } from "../_internal/describe.js";
import { misuse, neededOptions } from "../findings/error.js";
import { describeForm, editionIds } from "../form/form.js";
import { writings } from "./dialects.js";
import { longLoad, longStatements } from "./long.js";
import { formStatements } from "./rows.js";
import { memberStatements, tidyStatements } from "./tidy.js";
import type { SqlOptions, SqlStatement } from "./types.js";
import { wideLoad, wideStatements } from "./wide.js";

/**
 * The statements that make a database of reports: the form and its rules as rows, the tables of reports with Chinese comments,
 * and the views that judge them. Figures are stored as text; the database derives their numbers, exactly or not at all.
 *
 * @throws `DisclosureReportError` `form.unknownEdition` for an unknown edition.
 *
 * @example
 * ```ts
 * const statements = sqlOf({ dialect: "duckdb" });
 * statements.filter(({ kind }) => kind === "view").map(({ name }) => name).slice(2, 5);
 * //=> ["balance_verdict", "domain_verdict", "report_previous"]
 * ```
 */
export function sqlOf(options: SqlOptions): readonly SqlStatement[] {
  const { writing, shape, editions } = settled(options);
  return [
    ...formStatements(editions),
    ...tidyStatements(),
    ...memberStatements(),
    ...(shape === "long" ? longStatements(writing) : wideStatements(writing, editions)),
  ];
}

/**
 * The statements that load the lines copied into the table `tidy`, and then empty it. Run them together, in one transaction.
 *
 * @example
 * ```ts
 * sqlLoadOf({ dialect: "postgres", shape: "wide", editions: ["2021"] }).map(({ name }) => name); //=> ["report_2021", "tidy", "tidy"]
 * ```
 */
export function sqlLoadOf(options: SqlOptions): readonly SqlStatement[] {
  const { dialect, writing, shape, editions } = settled(options);
  return shape === "long" ? longLoad(dialect, editions) : wideLoad(dialect, writing, editions);
}

/**
 * Statements as one script.
 *
 * @example
 * ```ts
 * sqlScript([{ name: "x", kind: "table", sql: "CREATE TABLE x (y INTEGER)" }]); //=> "CREATE TABLE x (y INTEGER);\n"
 * ```
 */
export function sqlScript(statements: readonly SqlStatement[]): string {
  return statements.map(({ sql }) => `${sql};\n`).join("\n");
}

function settled(options: SqlOptions) {
  const { dialect, shape = "long", editions = editionIds } = neededOptions(options, "dialect");
  if (!Object.hasOwn(writings, dialect)) {
    const known = Object.keys(writings);
    throw misuse("sql.dialect", {
      zh: `不支持数据库${describe(dialect)}，现支持：${known.join("、")}`,
      en: `no statements are written for ${describe(dialect)}; known: ${known.join(", ")}`,
    });
  }
  for (const edition of editions) describeForm(edition);
  return { dialect, writing: writings[dialect], shape, editions: editionIds.filter((id) => editions.includes(id)) };
}
