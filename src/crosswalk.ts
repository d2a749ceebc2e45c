/**
 * From one edition of the form to another: what became of every figure, and a report brought across.
 *
 * @packageDocumentation
 */

export { crosswalkOf } from "./crosswalk/crosswalkOf.js";
export { type MigrateOptions, type Migration, migrate, type NotCarried } from "./crosswalk/migrate.js";
export type { Crosswalk, CrosswalkEntry } from "./crosswalk/types.js";
