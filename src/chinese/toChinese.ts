import { isObject } from "../_internal/claim.js";
import { formOf } from "../form/form.js";
import { canonicalize } from "../report/json.js";
import type { Draft } from "../report/types.js";
import { type Dictionary, type Entry, keysOf } from "./dictionary.js";

/** A value of the Chinese form: plain data. */
export type ChineseValue = string | number | null | { readonly [label: string]: ChineseValue };

/** A report with the official labels as keys. */
export type ChineseReport = { readonly [label: string]: ChineseValue };

/**
 * A report or draft with the official labels (法定标签) of the form as keys: tables by number, rows and columns as printed, without
 * remarks. The same content as the schema, in the same order; {@link fromChinese} reads them back.
 *
 * @example
 * ```ts
 * toChinese({ edition: "2021", year: 2023, requests: { granted: { naturalPerson: 4 } } });
 * //=> { 格式版本: "2021", 报告年度: 2023, 表三: { "（一）予以公开": { 自然人: 4 } } }
 * ```
 */
export function toChinese(draft: Draft): ChineseReport {
  const { head, narrative } = keysOf(formOf(draft).id);
  const { narrative: texts, ...rest } = canonicalize(draft);
  return { ...translated(rest, head), ...(texts === undefined ? {} : translated(texts, narrative)) };
}

function translated(value: object, { byId }: Dictionary): ChineseReport {
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, inner]) => {
      const entry = byId.get(id);
      return entry === undefined ? [] : [[entry.label, translatedValue(inner, entry)] as const];
    }),
  );
}

function translatedValue(value: unknown, { below }: Entry): ChineseValue {
  if (below?.kind === "keys" && isObject(value)) return translated(value, below);
  if (typeof value === "string") return below?.kind === "choices" ? (below.labels.get(value) ?? value) : value;
  return typeof value === "number" ? value : null;
}
