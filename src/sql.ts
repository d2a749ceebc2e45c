/**
 * The report in SQL, where reports outgrow one machine: tables, rules as rows, views that judge, for PostgreSQL and DuckDB.
 *
 * @packageDocumentation
 */

export { sqlColumns } from "./sql/names.js";
export { sqlLoadOf, sqlOf, sqlScript } from "./sql/sqlOf.js";
export type { Dialect, Shape, SqlColumn, SqlOptions, SqlStatement } from "./sql/types.js";
