import * as z from "zod/mini";
import { claim } from "../_internal/claim.js";
import { childrenOf } from "../form/cells.js";
import { byEdition, type EditionId, editions } from "../form/form.js";
import { overviewParts } from "../form/terms.js";
import type { Heading, Panel, TableForm, Unit } from "../form/types.js";
import { AMOUNT_PATTERN, YUAN_PATTERN } from "./money.js";
import type { AgencyKind, AgencyLevel, Draft, Report } from "./types.js";

/** Longest name of an agency that is accepted, in characters. */
export const MAX_NAME = 200;

/** Longest text of a narrative part that is accepted, in characters. */
export const MAX_TEXT = 1_000_000;

const agencyLevels = ["national", "provincial", "prefectural", "county", "township"] as const satisfies readonly AgencyLevel[];
const agencyKinds = ["government", "department"] as const satisfies readonly AgencyKind[];

/** Schemas of a single figure, by what it measures. */
const figureSchemas = {
  count: z.int().check(z.gte(0)),
  change: z.int(),
  amount: z.string().check(z.regex(AMOUNT_PATTERN)),
} as const satisfies Record<Unit, z.ZodMiniType>;

/** At most so many characters, as JSON Schema counts them: 𠮷 is one and not two. */
const atMost = (maximum: number) =>
  z.check<string>((checked) => {
    const { value } = checked;
    if (value.length <= maximum || [...value].length <= maximum) return;
    checked.issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: value });
  });

/** No half of a surrogate pair: it is no character, and no file can hold it. */
const wellFormed = z.refine<string>((value) => !/\p{Surrogate}/u.test(value));

const text = z.string().check(atMost(MAX_TEXT), wellFormed);

const agencyName = z.string().check(z.minLength(1), atMost(MAX_NAME), wellFormed);

const agencyRest = {
  kind: z.optional(z.enum(agencyKinds)),
  level: z.optional(z.enum(agencyLevels)),
  regionCode: z.optional(z.string().check(z.regex(/^(?:\d{6}|\d{9}|\d{12})$/))),
  unifiedSocialCreditCode: z.optional(z.string().check(z.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/))),
};

const overview = z.union([
  text,
  z.strictObject({
    preamble: z.optional(text),
    ...Object.fromEntries(Object.keys(overviewParts).map((part) => [part, z.optional(text)])),
  }),
]);

const year = z.int().check(z.gte(1000), z.lte(9999));

const headRest = {
  signedOn: z.optional(z.iso.date()),
  publishedOn: z.optional(z.iso.date()),
  narrative: z.optional(
    z.strictObject({
      overview: z.optional(overview),
      disclosure: z.optional(text),
      requests: z.optional(text),
      remedies: z.optional(text),
      problems: z.optional(text),
      other: z.optional(text),
    }),
  ),
  informationProcessingFee: z.optional(z.string().check(z.regex(YUAN_PATTERN))),
};

/** The head of a report: everything but its tables. */
export const headSchema = z.strictObject({ agency: z.strictObject({ name: agencyName, ...agencyRest }), year, ...headRest });

/** The head of a draft. */
export const draftHeadSchema = z.strictObject({
  agency: z.optional(z.strictObject({ name: z.optional(agencyName), ...agencyRest })),
  year: z.optional(year),
  ...headRest,
});

type Wrap = (schema: z.ZodMiniType) => z.ZodMiniType;

function leaves(headings: readonly Heading[]): readonly Heading[] {
  return headings.flatMap((heading) => (heading.children === undefined ? [heading] : leaves(childrenOf(heading))));
}

function panelShape(panel: Panel, figure: Wrap, container: Wrap): Record<string, z.ZodMiniType> {
  const fields = Object.fromEntries(leaves(panel.fields).map((field) => [field.term.id, figure(figureSchemas[field.unit])]));
  const record = container(z.strictObject(fields));
  return Object.fromEntries(leaves(panel.records).map((heading) => [heading.term.id, record]));
}

function tablesShape(tables: readonly TableForm[], figure: Wrap, container: Wrap): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    tables.map((table) => [
      table.id,
      container(z.strictObject(Object.assign({}, ...table.panels.map((panel) => panelShape(panel, figure, container))))),
    ]),
  );
}

const asIs: Wrap = (schema) => schema;
const optional: Wrap = (schema) => z.optional(schema);
const blankOrMissing: Wrap = (schema) => z.optional(z.nullable(schema));

function schemasOf(
  head: Record<string, z.ZodMiniType>,
  figure: Wrap,
  container: Wrap,
): Readonly<Record<EditionId, z.ZodMiniType>> {
  return byEdition((edition) =>
    z.strictObject({ edition: z.literal(edition), ...head, ...tablesShape(editions[edition].tables, figure, container) }),
  );
}

/**
 * The zod schema of a complete report, for each edition. It speaks Standard Schema. It guards the shape only: types, ranges,
 * known keys. Whether the figures balance is a matter of the rules, see `validate`.
 *
 * @example
 * ```ts
 * reportSchemas["2021"].safeParse({ edition: "2021" }).success; //=> false
 * ```
 */
export const reportSchemas: { readonly [E in EditionId]: z.ZodMiniType<Report<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: z.ZodMiniType<Report<E>> }>(schemasOf(headSchema.shape, asIs, asIs)))();

/**
 * The zod schema of a draft, for each edition: as {@link reportSchemas}, but anything but the edition may be missing and
 * any figure may be `null`.
 *
 * @example
 * ```ts
 * draftSchemas["2021"].safeParse({ edition: "2021", requests: { granted: { total: null } } }).success; //=> true
 * ```
 */
export const draftSchemas: { readonly [E in EditionId]: z.ZodMiniType<Draft<E>> } = /* @__PURE__ */ (() =>
  claim<{ readonly [E in EditionId]: z.ZodMiniType<Draft<E>> }>(schemasOf(draftHeadSchema.shape, blankOrMissing, optional)))();
