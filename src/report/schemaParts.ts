import type * as mini from "zod/mini";
import { childrenOf } from "../form/cells.js";
import { byEdition, type EditionId, editions } from "../form/form.js";
import { overviewParts } from "../form/terms.js";
import type { Heading, Panel, TableForm, Unit } from "../form/types.js";
import { AMOUNT_PATTERN, YUAN_PATTERN } from "./money.js";
import type { AgencyKind, AgencyLevel } from "./types.js";

/** Longest name of an agency that is accepted, in characters. */
export const MAX_NAME = 200;

/** Longest text of a narrative part that is accepted, in characters. */
export const MAX_TEXT = 1_000_000;

const agencyLevels = ["national", "provincial", "prefectural", "county", "township"] as const satisfies readonly AgencyLevel[];
const agencyKinds = ["government", "department"] as const satisfies readonly AgencyKind[];

/**
 * The functions of zod that the schemas use. Both zod/mini (of the core) and the classic zod (with extendable schemas) have
 * them.
 */
export type Zod = Pick<
  typeof mini,
  | "strictObject"
  | "optional"
  | "nullable"
  | "literal"
  | "enum"
  | "union"
  | "int"
  | "string"
  | "regex"
  | "gte"
  | "lte"
  | "minLength"
  | "check"
  | "refine"
> & { readonly isoDate: typeof mini.iso.date };

type Schema = mini.ZodMiniType;

/** Schemas of a single figure, by unit. */
const figuresIn = (z: Zod): Readonly<Record<Unit, Schema>> => ({
  count: z.int().check(z.gte(0)),
  change: z.int(),
  amount: z.string().check(z.regex(AMOUNT_PATTERN)),
});

/** Maximum length in characters, as JSON Schema counts them: 𠮷 is one and not two. */
const atMost = (z: Zod, maximum: number) =>
  z.check<string>((checked) => {
    const { value } = checked;
    if (value.length <= maximum || [...value].length <= maximum) return;
    checked.issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: value });
  });

/** Refuses a lone surrogate: it is no character, and no file can hold it. */
const wellFormed = (z: Zod) =>
  // Most texts have no surrogates at all, which is a much faster check.
  z.refine<string>((value) => !/[\ud800-\udfff]/.test(value) || !/\p{Surrogate}/u.test(value));

/** The replacement character, which decoders put in place of unreadable bytes (U+FFFD). */
export const DAMAGED_SIGN = "\ufffd";

/** Refuses a replacement character: the text of a report may quote one, the name of an agency has none. */
const undamaged = (z: Zod) => z.refine<string>((value) => !value.includes(DAMAGED_SIGN));

const textIn = (z: Zod) => z.string().check(atMost(z, MAX_TEXT), wellFormed(z));

const agencyName = (z: Zod) => z.string().check(z.minLength(1), atMost(z, MAX_NAME), wellFormed(z), undamaged(z));

const agencyRest = (z: Zod) => ({
  kind: z.optional(z.enum(agencyKinds)),
  level: z.optional(z.enum(agencyLevels)),
  regionCode: z.optional(z.string().check(z.regex(/^(?:\d{6}|\d{9}|\d{12})$/))),
  unifiedSocialCreditCode: z.optional(z.string().check(z.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/))),
});

const yearIn = (z: Zod) => z.int().check(z.gte(1000), z.lte(9999));

function headRest(z: Zod) {
  const text = textIn(z);
  const parts = Object.fromEntries(Object.keys(overviewParts).map((part) => [part, z.optional(text)]));
  return {
    signedOn: z.optional(z.isoDate()),
    publishedOn: z.optional(z.isoDate()),
    narrative: z.optional(
      z.strictObject({
        overview: z.optional(z.union([text, z.strictObject({ preamble: z.optional(text), ...parts })])),
        disclosure: z.optional(text),
        requests: z.optional(text),
        remedies: z.optional(text),
        problems: z.optional(text),
        other: z.optional(text),
      }),
    ),
    informationProcessingFee: z.optional(z.string().check(z.regex(YUAN_PATTERN))),
  };
}

/** The head of a report: everything but its tables. */
export const headShape = (z: Zod) => ({
  agency: z.strictObject({ name: agencyName(z), ...agencyRest(z) }),
  year: yearIn(z),
  ...headRest(z),
});

/** The head of a draft. */
export const draftHeadShape = (z: Zod) => ({
  agency: z.optional(z.strictObject({ name: z.optional(agencyName(z)), ...agencyRest(z) })),
  year: z.optional(yearIn(z)),
  ...headRest(z),
});

type Wrap = (schema: Schema) => Schema;

function leaves(headings: readonly Heading[]): readonly Heading[] {
  return headings.flatMap((heading) => (heading.children === undefined ? [heading] : leaves(childrenOf(heading))));
}

function panelShape(z: Zod, panel: Panel, figure: Wrap, container: Wrap): Record<string, Schema> {
  const figures = figuresIn(z);
  const fields = Object.fromEntries(leaves(panel.fields).map((field) => [field.term.id, figure(figures[field.unit])]));
  const record = container(z.strictObject(fields));
  return Object.fromEntries(leaves(panel.records).map((heading) => [heading.term.id, record]));
}

function tablesShape(z: Zod, tables: readonly TableForm[], figure: Wrap, container: Wrap): Record<string, Schema> {
  return Object.fromEntries(
    tables.map((table) => [
      table.id,
      container(z.strictObject(Object.assign({}, ...table.panels.map((panel) => panelShape(z, panel, figure, container))))),
    ]),
  );
}

const asIs: Wrap = (schema) => schema;

function schemasOf(z: Zod, head: Record<string, Schema>, figure: Wrap, container: Wrap): Readonly<Record<EditionId, Schema>> {
  return byEdition((edition) =>
    z.strictObject({ edition: z.literal(edition), ...head, ...tablesShape(z, editions[edition].tables, figure, container) }),
  );
}

/** The schema of a complete report, for each edition. */
export const makeReportSchemas = (z: Zod): Readonly<Record<EditionId, Schema>> => schemasOf(z, headShape(z), asIs, asIs);

/** The schema of a draft, for each edition: anything but the edition may be missing, and any figure may be blank. */
export const makeDraftSchemas = (z: Zod): Readonly<Record<EditionId, Schema>> =>
  schemasOf(
    z,
    draftHeadShape(z),
    (schema) => z.optional(z.nullable(schema)),
    (schema) => z.optional(schema),
  );
