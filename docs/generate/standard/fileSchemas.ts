import { editionIds, sources } from "../../../src/index.js";
import { type JsonSchema, schemaId } from "../../../src/standard.js";

/** A file of the standard that a schema describes. */
export type FileKind =
  | "index"
  | "catalogue"
  | "codelists"
  | "rules"
  | "codes"
  | "crosswalk"
  | "table-schema"
  | "cases-schema"
  | "cases-rules"
  | "cases-status"
  | "vectors"
  | "document";

const string = { type: "string" };
const line = { type: "string", minLength: 1 };
const whole = { type: "integer", minimum: 0 };
const bool = { type: "boolean" };
const nothing = { type: "null" };
const anything = {};

const list = (items: JsonSchema, minItems = 0): JsonSchema => ({ type: "array", items, ...(minItems > 0 ? { minItems } : {}) });
const oneOf = (...values: readonly string[]): JsonSchema => ({ type: "string", enum: values });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, nothing] });
const mapOf = (schema: JsonSchema): JsonSchema => ({ type: "object", additionalProperties: schema });

/** An object with these keys and no others; a key that ends in `?` may be missing. */
function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const entries = Object.entries(properties).map(([key, schema]) => [key.replace(/\?$/, ""), schema] as const);
  const required = Object.keys(properties).filter((key) => !key.endsWith("?"));
  return { type: "object", additionalProperties: false, required, properties: Object.fromEntries(entries) };
}

const edition = oneOf(...editionIds);
const address = { type: "string", pattern: "^[a-zA-Z0-9]+\\.[a-zA-Z0-9]+\\.[a-zA-Z0-9]+$", maxLength: 120 };
const sentence = object({ zh: line, en: line });
const severity = oneOf("error", "warning", "advice");
const unit = oneOf("count", "change", "amount");
const outcome = oneOf("holds", "violated", "undetermined");
const source = oneOf(...Object.keys(sources));
const citation = object({ source, "article?": whole, "items?": list(whole, 1), text: line });
const version = { type: "string", pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$", maxLength: 20 };
const sha256 = { type: "string", pattern: "^[0-9a-f]{64}$", maxLength: 64 };
const isoDate = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", maxLength: 10 };
const years = object({ from: whole, to: orNull(whole) });

const heading = {
  ...object({
    id: line,
    printed: line,
    marker: string,
    label: line,
    note: string,
    english: line,
    role: oneOf("figure", "inflow", "outcome", "concluded", "outflow", "part", "total"),
    "unit?": unit,
    basis: list(citation),
    "children?": { type: "array", minItems: 1, items: { $ref: "#/$defs/heading" } },
  }),
};

const face = {
  id: line,
  family: line,
  scope: oneOf("report", "years", "levels"),
  severity,
  basis: oneOf("stated", "definitional", "heuristic"),
  source: list(citation, 1),
  quote: orNull(line),
  statement: sentence,
};

const bracket = object({ from: whole, to: orNull(whole), rate: whole });

const rule = {
  anyOf: [
    object({
      kind: { const: "linear" },
      ...face,
      terms: list(
        {
          type: "array",
          prefixItems: [{ enum: [1, -1] }, address, oneOf("this", "previous", "children")],
          minItems: 3,
          items: false,
        },
        1,
      ),
      relation: oneOf("=", "<=", ">="),
      constant: { type: "integer" },
      "previousEditions?": list(edition, 1),
    }),
    object({
      kind: { const: "domain" },
      ...face,
      address,
      domain: object({ type: unit, min: orNull({ type: "integer" }), scale: whole }),
    }),
    object({ kind: { const: "function" }, ...face, reads: list(address) }),
  ],
};

const figure = { anyOf: [{ type: "integer" }, string, nothing] };

const shapes: Readonly<Record<FileKind, JsonSchema>> = {
  index: object({
    name: line,
    version,
    licence: line,
    description: sentence,
    editions: list(object({ id: edition, source, years }), 1),
    levels: list(object({ level: whole, id: line, title: sentence, operations: list(line, 1) }), 1),
    files: list(object({ path: line, bytes: whole, sha256, schema: orNull(line) }), 1),
  }),
  catalogue: object({
    edition,
    title: line,
    titleAliases: list(line),
    source,
    years,
    sources: list(
      object({
        id: source,
        title: line,
        number: line,
        english: line,
        short: line,
        date: orNull(isoDate),
        inForce: orNull(isoDate),
        issuer: line,
        found: object({ zh: line, en: line, url: orNull(line) }),
      }),
      1,
    ),
    sections: list(
      object({
        id: line,
        number: line,
        title: line,
        english: line,
        aliases: list(line),
        hint: orNull(line),
        parts: list(line),
        table: orNull(line),
      }),
      1,
    ),
    tables: list(
      object({
        id: line,
        number: line,
        english: line,
        widths: list(whole, 1),
        panels: list(
          object({
            banner: orNull(line),
            stub: orNull(line),
            direction: oneOf("down", "across"),
            records: list({ $ref: "#/$defs/heading" }, 1),
            fields: list({ $ref: "#/$defs/heading" }, 1),
          }),
          1,
        ),
        grid: object({
          rows: whole,
          columns: whole,
          headerRows: whole,
          cells: list(
            object({
              row: whole,
              column: whole,
              rowspan: { type: "integer", minimum: 1 },
              colspan: { type: "integer", minimum: 1 },
              kind: oneOf("banner", "corner", "columnHeading", "rowHeading", "figure"),
              "text?": line,
              "address?": address,
            }),
            1,
          ),
        }),
      }),
      1,
    ),
    cells: list(
      object({
        index: whole,
        address,
        coordinate: object({ table: line, row: whole, column: whole }),
        unit,
        rowPath: list(line, 1),
        columnPath: list(line, 1),
        label: sentence,
        basis: list(citation),
      }),
      1,
    ),
  }),
  codelists: object({
    lists: list(
      object({
        id: line,
        terms: list(
          object({
            id: line,
            english: line,
            basis: list(citation),
            editions: object(
              Object.fromEntries(
                editionIds.map((id) => [id, orNull(object({ label: line, aliases: list(line), printed: list(line) }))]),
              ),
            ),
          }),
          1,
        ),
      }),
      1,
    ),
  }),
  rules: object({
    edition,
    parameters: object({
      deadlines: mapOf(object({ month: whole, day: whole, source: citation })),
      fee: object({
        unit: whole,
        source: citation,
        tariffs: mapOf(
          object({
            brackets: list(bracket, 1),
            beyond: orNull(object({ from: whole, width: whole, rate: whole, step: whole })),
          }),
        ),
      }),
    }),
    rules: list(rule, 1),
  }),
  codes: object({
    codes: list(
      object({
        code: line,
        area: line,
        severity: { anyOf: [{ const: "rule" }, list(severity, 1)] },
        parameters: mapOf(list(oneOf("integer", "figure", "text", "sentence"), 1)),
        sentence,
      }),
      1,
    ),
  }),
  crosswalk: object({
    from: edition,
    to: edition,
    entries: list(
      object({
        kind: oneOf("same", "split", "merged", "gone", "new"),
        from: list(address),
        to: list(address),
        note: orNull(sentence),
      }),
      1,
    ),
    unlike: list(object({ from: line, to: line, reason: sentence })),
  }),
  "table-schema": object({
    name: line,
    missingValues: list(string),
    primaryKey: list(line, 1),
    fields: list(
      object({
        name: { type: "string", pattern: "^[a-z][a-z_]*$", maxLength: 63 },
        type: oneOf("string", "integer", "number"),
        title: line,
        description: line,
        constraints: object({ required: bool, "enum?": list(line, 1) }),
      }),
      1,
    ),
  }),
  "cases-schema": object({
    edition,
    base: { type: "object" },
    cases: list(
      object({
        id: line,
        kind: oneOf("report", "draft"),
        base: oneOf("full", "empty"),
        set: mapOf(anything),
        remove: list(line),
        valid: bool,
      }),
      1,
    ),
  }),
  "cases-rules": object({
    edition,
    family: line,
    rules: list(
      object({
        rule: line,
        "previousEdition?": edition,
        places: list(
          { type: "array", prefixItems: [oneOf("this", "previous", "children"), address], minItems: 2, items: false },
          1,
        ),
        cases: list({ type: "array", prefixItems: [line, list(anything, 1), outcome], minItems: 3, items: false }, 1),
      }),
      1,
    ),
  }),
  "cases-status": object({
    bases: mapOf({ type: "object" }),
    cases: list(
      object({
        id: line,
        edition,
        base: oneOf("full", "empty"),
        set: mapOf(anything),
        remove: list(line),
        profile: mapOf(line),
        status: oneOf("balanced", "unbalanced", "undetermined"),
        counts: mapOf(whole),
      }),
      1,
    ),
  }),
  vectors: object({ operation: line, vectors: list(object({ id: line, request: mapOf(anything), result: anything }), 1) }),
  document: object({
    edition,
    format: line,
    file: line,
    sha256,
    note: sentence,
    figures: mapOf(figure),
    mustNotRead: list(address),
    "agency?": orNull(line),
    "year?": orNull(whole),
  }),
};

/** The JSON Schema of every kind of file of the standard, by its name. */
export function fileSchemas(): Readonly<Record<FileKind, JsonSchema>> {
  const made = Object.entries(shapes).map(([kind, shape]) => [
    kind,
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: schemaId(kind),
      title: `disclosure-report standard: ${kind}`,
      ...shape,
      ...(kind === "catalogue" ? { $defs: { heading } } : {}),
    },
  ]);
  return Object.fromEntries(made) as Record<FileKind, JsonSchema>;
}
