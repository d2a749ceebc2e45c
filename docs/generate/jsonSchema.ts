import * as z from "zod/mini";
import { cellLabel, describeForm, type EditionId, sources } from "../../src/index.js";
import { draftSchemas, reportSchemas } from "../../src/report/schema.js";

type Json = Record<string, unknown>;

/** Which of the two schemas of an edition. */
export type SchemaKind = "report" | "draft";

/** Stable identifier of a schema. A name and not an address: nothing has to be online for it to be resolved. */
export const schemaId = (edition: EditionId, kind: SchemaKind): string => `urn:disclosure-report:schema:${edition}:${kind}`;

/** The JSON Schema 2020-12 of an edition, derived from the zod schema, with the form's labels as descriptions. */
export function jsonSchema(edition: EditionId, kind: SchemaKind): Json {
  const form = describeForm(edition);
  const schema = (kind === "report" ? reportSchemas : draftSchemas)[edition];
  const generated = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    override: ({ jsonSchema: node }) => {
      // The pattern that zod gives beside it says the same, and validators in strict mode know no formats by themselves.
      if (typeof node.pattern === "string") delete node.format;
    },
  }) as Json;
  for (const cell of form.cells) {
    const node = [cell.table, cell.record, cell.field].reduce<Json | undefined>(
      (at, key) => (at?.["properties"] as Record<string, Json> | undefined)?.[key],
      generated,
    );
    if (node === undefined) throw new Error(`the schema of ${edition} has no ${cell.address}`);
    node["description"] = cellLabel(cell, "zh");
  }
  const { $schema, ...rest } = generated;
  const source = sources[form.edition.source];
  return {
    $schema,
    $id: schemaId(edition, kind),
    title: `${form.edition.title}（${edition}，${kind === "report" ? "完整报告" : "草稿"}）`,
    description: `${source.title}，${source.number}`,
    ...rest,
  };
}
