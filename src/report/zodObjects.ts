import * as classic from "zod";
import { claim } from "../_internal/claim.js";
import type { EditionId } from "../form/form.js";
import { makeDraftSchemas, makeReportSchemas, type Zod } from "./schemaParts.js";
import type { Draft, Report } from "./types.js";

/** The classic zod has the same functions; its schemas also have methods. */
const kit = (): Zod =>
  claim<Zod>({
    strictObject: classic.strictObject,
    optional: classic.optional,
    nullable: classic.nullable,
    literal: classic.literal,
    enum: classic.enum,
    union: classic.union,
    int: classic.int,
    string: classic.string,
    regex: classic.regex,
    gte: classic.gte,
    lte: classic.lte,
    minLength: classic.minLength,
    check: classic.check,
    refine: classic.refine,
    isoDate: classic.iso.date,
  });

/** A key of an object schema: optional where the key is. */
type ShapeOf<T> = {
  [K in keyof T]-?: undefined extends T[K]
    ? classic.ZodOptional<classic.ZodType<Exclude<T[K], undefined>>>
    : classic.ZodType<T[K]>;
};

/** A strict object of the classic zod whose keys are those of a type. */
type StrictObjectOf<T> = classic.ZodObject<ShapeOf<T>, classic.core.$strict>;

/**
 * The complete report of each edition as an object schema of the classic zod. Balances are checked by `validate`.
 *
 * @example
 * ```ts
 * import * as z from "zod";
 * import { reportObjects } from "disclosure-report/zod";
 *
 * const filed = reportObjects["2021"].extend({ receivedAt: z.iso.datetime() });
 * filed.safeParse({ edition: "2021" }).success; //=> false
 * const schema = z.toJSONSchema(reportObjects["2021"]);
 * schema.required?.slice(0, 3); //=> ["edition", "agency", "year"]
 * ```
 */
export const reportObjects: { readonly [E in EditionId]: StrictObjectOf<Report<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: StrictObjectOf<Report<E>> }>(makeReportSchemas(kit())))();

/**
 * The draft of each edition as an object schema of the classic zod: anything but the edition may be missing, any figure may be
 * `null`.
 *
 * @example
 * ```ts
 * import { draftObjects } from "disclosure-report/zod";
 *
 * draftObjects["2021"].safeParse({ edition: "2021", requests: { granted: { total: null } } }).success; //=> true
 * draftObjects["2021"].pick({ edition: true, year: true }).safeParse({ edition: "2021", year: 2023 }).success; //=> true
 * ```
 */
export const draftObjects: { readonly [E in EditionId]: StrictObjectOf<Draft<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: StrictObjectOf<Draft<E>> }>(makeDraftSchemas(kit())))();
