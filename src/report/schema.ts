import * as zod from "zod/mini";
import { claim } from "../_internal/claim.js";
import { onceAsked } from "../_internal/onceAsked.js";
import type { EditionId } from "../form/form.js";
import { draftHeadShape, headShape, makeDraftSchemas, makeReportSchemas, type Zod } from "./schemaParts.js";
import type { Draft, Report } from "./types.js";

/** zod/mini, function by function, so that a bundle contains nothing else of zod. */
const z: Zod = {
  strictObject: zod.strictObject,
  optional: zod.optional,
  nullable: zod.nullable,
  literal: zod.literal,
  enum: zod.enum,
  union: zod.union,
  int: zod.int,
  string: zod.string,
  regex: zod.regex,
  gte: zod.gte,
  lte: zod.lte,
  minLength: zod.minLength,
  check: zod.check,
  refine: zod.refine,
  isoDate: zod.iso.date,
};

/** The head of a report: everything except its tables. */
export const headSchema = /* @__PURE__ */ onceAsked(() => zod.strictObject(headShape(z)));

/** The head of a draft. */
export const draftHeadSchema = /* @__PURE__ */ onceAsked(() => zod.strictObject(draftHeadShape(z)));

/**
 * The zod schema of a complete report, for each edition. It implements Standard Schema. It checks the shape only: types,
 * ranges, known keys. Balances are checked by `validate`. Schemas of the classic zod, which can be extended, are exported by
 * `disclosure-report/zod`.
 *
 * @example
 * ```ts
 * reportSchemas["2021"].safeParse({ edition: "2021" }).success; //=> false
 * ```
 */
export const reportSchemas: { readonly [E in EditionId]: zod.ZodMiniType<Report<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: zod.ZodMiniType<Report<E>> }>(makeReportSchemas(z)))();

/**
 * The zod schema of a draft, for each edition: as {@link reportSchemas}, but anything but the edition may be missing and
 * any figure may be `null`.
 *
 * @example
 * ```ts
 * draftSchemas["2021"].safeParse({ edition: "2021", requests: { granted: { total: null } } }).success; //=> true
 * ```
 */
export const draftSchemas: { readonly [E in EditionId]: zod.ZodMiniType<Draft<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: zod.ZodMiniType<Draft<E>> }>(makeDraftSchemas(z)))();
