import type * as z from "zod/mini";
import { claim, isObject } from "../_internal/claim.js";
import { describe, shortened } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { type Finding, finding, type Language, type Sentence } from "../findings/finding.js";
import { describeForm, type EditionId, editionIds } from "../form/form.js";
import { own } from "./figures.js";
import { faultsOf, isCertainlyFaultless, type JsonFault } from "./jsonText.js";
import { schemaMessages } from "./messages.js";
import { draftHeadSchema, draftSchemas, headSchema, reportSchemas } from "./schema.js";
import { DAMAGED_SIGN } from "./schemaParts.js";
import { pickTables } from "./tables.js";
import type { Draft, Report } from "./types.js";
import { describeUnit } from "./units.js";

/** Options of the functions that check unknown input. */
export interface ParseOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** Options that require one edition of the form. */
export interface ParseEditionOptions<E extends EditionId> extends ParseOptions {
  /** The required edition; a report on another one is refused (`schema.value`). */
  readonly edition: E;
}

type AnyOptions = ParseOptions & { readonly edition?: EditionId };

/** The result of checking unknown input: the value, or what is wrong with it. */
export type ParseResult<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly findings: readonly Finding[] };

/**
 * Checks that a value is a complete report of any edition. Never throws: returns the report, or findings with code, path,
 * expected and actual value. The report shares its tables with the input, so do not change the input afterwards. Balances are
 * not checked; see `validate`.
 *
 * @example
 * ```ts
 * const result = safeParseReport({ edition: "2021", year: "2023" }, { language: "en" });
 * result.success; //=> false
 * !result.success && result.findings[0]?.code; //=> "schema.missing"
 * ```
 */
export function safeParseReport<E extends EditionId>(input: unknown, options: ParseEditionOptions<E>): ParseResult<Report<E>>;
export function safeParseReport(input: unknown, options?: ParseOptions): ParseResult<Report>;
export function safeParseReport(input: unknown, options?: AnyOptions): ParseResult<Report> {
  options ??= {};
  return check(input, reportKind, options);
}

/**
 * As {@link safeParseReport}, but returns the report itself, and throws if the value is not one.
 *
 * Without the option `edition` the report may be on any edition: narrow it with `report.edition === "2021"`, or pass `{
 * edition: "2021" }`.
 *
 * @throws `DisclosureReportError` `schema.invalid`, with all findings.
 *
 * @example
 * ```ts
 * try {
 *   parseReport({});
 * } catch (error) {
 *   error instanceof DisclosureReportError && error.code; //=> "schema.invalid"
 * }
 * ```
 */
export function parseReport<E extends EditionId>(input: unknown, options: ParseEditionOptions<E>): Report<E>;
export function parseReport(input: unknown, options?: ParseOptions): Report;
export function parseReport(input: unknown, options?: AnyOptions): Report {
  options ??= {};
  return valueOrThrow(safeParseReport(input, options));
}

/**
 * Checks that a value is a draft: a report in which anything but the edition may be missing and figures may be blank.
 *
 * @example
 * ```ts
 * safeParseDraft({ edition: "2021", requests: { granted: { total: null } } }).success; //=> true
 * safeParseDraft({ edition: "2021", requests: { granted: { total: -1 } } }).success; //=> false
 * ```
 */
export function safeParseDraft<E extends EditionId>(input: unknown, options: ParseEditionOptions<E>): ParseResult<Draft<E>>;
export function safeParseDraft(input: unknown, options?: ParseOptions): ParseResult<Draft>;
export function safeParseDraft(input: unknown, options?: AnyOptions): ParseResult<Draft> {
  options ??= {};
  return check(input, draftKind, options);
}

/**
 * As {@link safeParseDraft}, but returns the draft itself, and throws if the value is not one.
 *
 * @throws `DisclosureReportError` `schema.invalid`, with all findings.
 *
 * @example
 * ```ts
 * parseDraft({ edition: "2019" }).edition; //=> "2019"
 * const draft = parseDraft({ edition: "2021", disclosure: { administrativeFees: { feesCollected: "3.5" } } }, { edition: "2021" });
 * draft.disclosure?.administrativeFees?.feesCollected; //=> "3.5"
 * ```
 */
export function parseDraft<E extends EditionId>(input: unknown, options: ParseEditionOptions<E>): Draft<E>;
export function parseDraft(input: unknown, options?: ParseOptions): Draft;
export function parseDraft(input: unknown, options?: AnyOptions): Draft {
  options ??= {};
  return valueOrThrow(safeParseDraft(input, options));
}

/**
 * Reads a report from JSON text, as {@link safeParseReport} does from a value.
 *
 * @example
 * ```ts
 * const result = safeParseReportJson("{", { language: "en" });
 * !result.success && result.findings[0]?.code; //=> "schema.json"
 * ```
 */
export function safeParseReportJson<E extends EditionId>(text: string, options: ParseEditionOptions<E>): ParseResult<Report<E>>;
export function safeParseReportJson(text: string, options?: ParseOptions): ParseResult<Report>;
export function safeParseReportJson(text: string, options?: AnyOptions): ParseResult<Report> {
  options ??= {};
  return fromText(text, (input) => safeParseReport(input, options), options.language ?? "zh");
}

/**
 * Reads a draft from JSON text, as {@link safeParseDraft} does from a value.
 *
 * @example
 * ```ts
 * safeParseDraftJson('{"edition":"2021"}').success; //=> true
 * ```
 */
export function safeParseDraftJson<E extends EditionId>(text: string, options: ParseEditionOptions<E>): ParseResult<Draft<E>>;
export function safeParseDraftJson(text: string, options?: ParseOptions): ParseResult<Draft>;
export function safeParseDraftJson(text: string, options?: AnyOptions): ParseResult<Draft> {
  options ??= {};
  return fromText(text, (input) => safeParseDraft(input, options), options.language ?? "zh");
}

function fromText<T>(given: string, parse: (input: unknown) => ParseResult<T>, language: Language): ParseResult<T> {
  // As JSON.parse does: in JavaScript the value may be no string.
  const text = String(given);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { success: false, findings: [finding(schemaMessages, "schema.json", { reason: reasonOf(error) }, language)] };
  }
  const faults = isCertainlyFaultless(text, input) ? [] : faultsOf(text).map((fault) => faultFinding(fault, language));
  const result = parse(input);
  if (faults.length === 0) return result;
  const told = new Set(faults.map(({ path }) => path));
  const others = result.success ? [] : result.findings.filter(({ path }) => !told.has(path));
  return { success: false, findings: [...faults, ...others] };
}

function faultFinding({ kind, path, found }: JsonFault, language: Language): Finding {
  const shown = path === "" ? ROOT : path;
  switch (kind) {
    case "duplicateKey":
      return finding(schemaMessages, "schema.duplicateKey", { path: shown, key: describe(found) }, language, {
        path,
        actual: found,
      });
    case "inexact": {
      const literal = shortened(found);
      const details = { path, expected: EXACT[language], actual: literal };
      return finding(schemaMessages, "schema.value", { path: shown, expected: EXACT, found: literal }, language, details);
    }
  }
}

const EXACT: Sentence = {
  zh: `不超过${Number.MAX_SAFE_INTEGER}的整数`,
  en: `a whole number up to ${Number.MAX_SAFE_INTEGER}`,
};

function valueOrThrow<T>(result: ParseResult<T>): T {
  if (result.success) return result.data;
  throw errorFrom("schema.invalid", result.findings);
}

interface Kind<T> {
  readonly schemas: { readonly [E in EditionId]: z.ZodMiniType<T> };
  readonly head: () => z.ZodMiniType<object>;
  readonly complete: boolean;
}

const reportKind: Kind<Report> = { schemas: reportSchemas, head: headSchema, complete: true };
const draftKind: Kind<Draft> = { schemas: draftSchemas, head: draftHeadSchema, complete: false };

/**
 * Figures are checked by a walk over the form, which is several times faster than zod on hundreds of keys; whatever that walk
 * does not accept is checked again by the zod schema, which gives the reasons. Both accept the same values (property-tested).
 */
function check<T>(input: unknown, kind: Kind<T>, { language = "zh", edition }: AnyOptions): ParseResult<T> {
  try {
    return checkReadable(input, kind, edition === undefined ? editionIds : [edition], language);
  } catch (error) {
    // Nothing in the check throws; a getter or a proxy in the input may.
    return { success: false, findings: [finding(schemaMessages, "schema.unreadable", { reason: reasonOf(error) }, language)] };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : describe(error);
}

function checkReadable<T>(input: unknown, kind: Kind<T>, allowed: readonly EditionId[], language: Language): ParseResult<T> {
  const stated = own(input, "edition");
  const edition = allowed.find((id) => id === stated);
  if (edition === undefined) return { success: false, findings: [editionFinding(input, stated, allowed, language)] };
  const quick = quickCheck(input, edition, kind);
  if (quick !== null) return { success: true, data: quick };
  const result = kind.schemas[edition].safeParse(input);
  if (result.success) return { success: true, data: result.data };
  return { success: false, findings: result.error.issues.flatMap((issue) => issueFindings(issue, input, edition, language)) };
}

function quickCheck<T>(input: unknown, edition: EditionId, kind: Kind<T>): T | null {
  const form = describeForm(edition);
  const tables = pickTables(form, input, kind.complete);
  if (tables === null) return null;
  const rest: Record<string, unknown> = {};
  for (const key of isObject(input) ? Object.keys(input) : []) {
    if (key === "__proto__") return null;
    if (key !== "edition" && !Object.hasOwn(tables, key)) rest[key] = own(input, key);
  }
  const head = kind.head().safeParse(rest);
  return head.success ? claim<T>({ edition, ...head.data, ...tables }) : null;
}

function editionFinding(input: unknown, edition: unknown, allowed: readonly EditionId[], language: Language): Finding {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const params = { path: ROOT, expected: TYPES.object, found: describe(input) };
    return finding(schemaMessages, "schema.type", params, language, { path: "" });
  }
  const known = allowed.map(describe);
  const common = { path: "edition", expected: { zh: known.join("或"), en: known.join(" or ") } };
  const details = { path: "edition", expected: common.expected[language] };
  return edition === undefined
    ? finding(schemaMessages, "schema.missing", common, language, details)
    : finding(schemaMessages, "schema.value", { ...common, found: describe(edition) }, language, details);
}

const ROOT: Sentence = { zh: "报告", en: "the report" };

const TYPES = {
  object: { zh: "对象", en: "an object" },
  string: { zh: "文本", en: "a string" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "an integer" },
} as const satisfies Record<string, Sentence>;

type Issue = z.core.$ZodIssue;

function issueFindings(issue: Issue, input: unknown, edition: EditionId, language: Language): readonly Finding[] {
  const path = issue.path.map(String).join(".");
  const shown = path === "" ? ROOT : path;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      finding(schemaMessages, "schema.unknownKey", { path: shown, key: describe(key) }, language, {
        path: path === "" ? key : `${path}.${key}`,
        actual: key,
      }),
    );
  }
  const value = issue.path.reduce<unknown>((at, key) => own(at, String(key)), input);
  const expected = expectedOf(issue, path, edition);
  const details = { path, expected: expected[language], actual: value === undefined ? null : describe(value) };
  if (value === undefined) return [finding(schemaMessages, "schema.missing", { path: shown, expected }, language, details)];
  if (isDamaged(issue, value)) {
    return [finding(schemaMessages, "schema.damaged", { path: shown, found: describe(value) }, language, details)];
  }
  const code = issue.code === "invalid_type" || issue.code === "invalid_union" ? "schema.type" : "schema.value";
  return [finding(schemaMessages, code, { path: shown, expected, found: describe(value) }, language, details)];
}

/** Whether a text was refused because of a replacement character (U+FFFD). */
function isDamaged({ code }: Issue, value: unknown): boolean {
  return code === "custom" && typeof value === "string" && value.includes(DAMAGED_SIGN);
}

/** Required text formats, by path. */
const FORMATS: Readonly<Record<string, Sentence>> = {
  signedOn: { zh: "真实的日期，例如“2024-01-31”", en: "a real date such as “2024-01-31”" },
  publishedOn: { zh: "真实的日期，例如“2024-01-31”", en: "a real date such as “2024-01-31”" },
  year: { zh: "四位数的年份", en: "a year of four digits" },
  "agency.name": { zh: "机关名称", en: "the name of the agency" },
  "agency.regionCode": { zh: "6、9或12位数字的行政区划代码", en: "an administrative division code of 6, 9 or 12 digits" },
  "agency.unifiedSocialCreditCode": { zh: "18位统一社会信用代码", en: "a unified social credit code of 18 characters" },
  informationProcessingFee: {
    zh: "以元计、最多2位小数的金额文本，例如“100”",
    en: "an amount in yuan as a string with at most 2 decimals, such as “100”",
  },
  "narrative.overview": { zh: "文本，或分部分的对象", en: "a string, or an object of its parts" },
};

function expectedOf(issue: Issue, path: string, edition: EditionId): Sentence {
  const cell = describeForm(edition).byAddress[path];
  if (cell !== undefined) return describeUnit(cell.unit);
  const format = FORMATS[path];
  if (format !== undefined) return format;
  if (issue.code === "invalid_type") return typeName(issue.expected);
  if (issue.code === "invalid_value") {
    const values = issue.values.map(describe);
    return { zh: values.join("、"), en: `one of ${values.join(", ")}` };
  }
  if (issue.code === "too_big") return { zh: `最多${issue.maximum}个字符`, en: `at most ${issue.maximum} characters` };
  return TYPES.string;
}

function typeName(expected: string): Sentence {
  return new Map<string, Sentence>(Object.entries(TYPES)).get(expected) ?? { zh: expected, en: expected };
}
