import { claim, isObject } from "../../_internal/claim.js";
import type { EditionId } from "../../form/form.js";
import { conformanceLevels } from "../version.js";

/** A figure of a case: a count, an amount, `null` for a blank, `"absent"` where the report has no such key, `true` for what is none; for children one each. */
export type CaseValue = number | string | boolean | null | readonly (number | string | null)[];

/** A case of a rule: its identifier, the figures at the rule's places, what the rule says. */
export type RuleCase = readonly [id: string, values: readonly CaseValue[], outcome: string];

/** Cases of one rule. `places` say whose figure of which address each value is. */
export interface CasesOfRule {
  readonly rule: string;
  /** For rules over two years: the edition of last year's report, where it is another one. */
  readonly previousEdition?: EditionId;
  readonly places: readonly (readonly ["this" | "previous" | "children", string])[];
  readonly cases: readonly RuleCase[];
}

/** A file of cases of a family of rules. */
export interface RuleCases {
  readonly edition: EditionId;
  readonly family: string;
  readonly rules: readonly CasesOfRule[];
}

/** How a document of a case differs from the base. Paths are keys with dots between. */
export interface Edits {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
}

/** A file of cases of the schemas. */
export interface SchemaCases {
  readonly edition: EditionId;
  readonly base: object;
  readonly cases: readonly (Edits & {
    readonly id: string;
    readonly kind: "report" | "draft";
    readonly base: "full" | "empty";
    readonly valid: boolean;
  })[];
}

/** Cases of the status of a report. */
export interface StatusCases {
  readonly bases: Readonly<Record<EditionId, object>>;
  readonly cases: readonly (Edits & {
    readonly id: string;
    readonly edition: EditionId;
    readonly base: "full" | "empty";
    readonly profile: Readonly<Record<string, string>>;
    readonly status: string;
    readonly counts: Readonly<Record<string, number>>;
  })[];
}

/** A file of questions with their answers. */
export interface Vectors {
  readonly operation: string;
  readonly vectors: readonly {
    readonly id: string;
    readonly request: Readonly<Record<string, unknown>>;
    readonly result: unknown;
  }[];
}

/** What a document of the kit holds. */
export interface DocumentCase {
  readonly edition: EditionId;
  readonly format: string;
  readonly file: string;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly mustNotRead: readonly string[];
}

/** The conformance kit as it lies in `docs/standard`. */
export interface Kit {
  readonly schema: readonly SchemaCases[];
  readonly rules: readonly RuleCases[];
  readonly status: readonly StatusCases[];
  readonly vectors: readonly Vectors[];
  /** `folder` is the path of the document's folder, which the implementation can open. */
  readonly documents: readonly (DocumentCase & { readonly slug: string; readonly folder: string })[];
}

/** A question to an implementation, and what it should answer. */
export interface Question {
  readonly id: string;
  readonly level: number;
  readonly request: Readonly<Record<string, unknown>> & { readonly op: string };
  readonly expected: Expected;
}

/** What an answer is compared with: the whole of it, the outcome of one rule, a set, or the figures of a document. */
export type Expected =
  | { readonly kind: "equal"; readonly result: unknown }
  | { readonly kind: "outcome"; readonly rule: string; readonly outcome: string }
  | { readonly kind: "set"; readonly result: readonly unknown[] }
  | { readonly kind: "document"; readonly document: DocumentCase };

const levelOf = (op: string): number => conformanceLevels.find(({ operations }) => operations.includes(op))?.level ?? 0;

/** Every question of the kit, in order of the levels. */
export function questionsOf(kit: Kit): readonly Question[] {
  return [
    ...kit.schema.flatMap(schemaQuestions),
    ...kit.vectors.flatMap(vectorQuestions),
    ...kit.rules.flatMap(ruleQuestions),
    ...kit.status.flatMap(statusQuestions),
    ...kit.documents.map(documentQuestion),
  ].sort((a, b) => a.level - b.level);
}

function question(id: string, request: Question["request"], expected: Expected): Question {
  return { id, level: levelOf(request.op), request, expected };
}

function schemaQuestions({ edition, base, cases }: SchemaCases): readonly Question[] {
  return cases.map((one) => {
    const text = JSON.stringify(edited(one.base === "full" ? base : { edition }, one));
    return question(
      `schema/${edition}/${one.id}`,
      { op: "schema", edition, kind: one.kind, text },
      { kind: "equal", result: one.valid },
    );
  });
}

function vectorQuestions({ operation, vectors }: Vectors): readonly Question[] {
  return vectors.map(({ id, request, result }) => {
    const expected: Expected =
      operation === "locate" && Array.isArray(result)
        ? { kind: "set", result: claim<readonly unknown[]>(result) }
        : { kind: "equal", result };
    return question(`${operation}/${id}`, { ...request, op: operation }, expected);
  });
}

const YEAR = 2024;

function ruleQuestions({ edition, rules }: RuleCases): readonly Question[] {
  return rules.flatMap(({ rule, places, cases, previousEdition }) =>
    cases.map(([id, values, outcome]) => {
      const { current, previous, children } = reportsOf(edition, previousEdition ?? edition, places, values);
      const scope = places.some(([report]) => report === "children")
        ? "levels"
        : places.some(([report]) => report === "previous")
          ? "years"
          : "rules";
      const draft = JSON.stringify(current);
      const request = {
        rules: { op: "rules", draft, rules: [rule] },
        years: { op: "years", draft, previous: JSON.stringify(previous), rules: [rule] },
        levels: {
          op: "levels",
          draft,
          children: children.map((child) => JSON.stringify(child)),
          complete: !rule.startsWith("levelPart."),
          rules: [rule],
        },
      }[scope];
      const name = `${scope}/${edition}${previousEdition === undefined ? "" : `-after-${previousEdition}`}/${rule}/${id}`;
      return question(name, request, { kind: "outcome", rule, outcome });
    }),
  );
}

/** The reports that a case is about: its own, last year's, those below. Only the figures of the rule are there. */
export function reportsOf(
  edition: EditionId,
  previousEdition: EditionId,
  places: CasesOfRule["places"],
  values: readonly CaseValue[],
): { readonly current: object; readonly previous: object; readonly children: readonly object[] } {
  const own: [string, unknown][] = [];
  const before: [string, unknown][] = [];
  const below: [string, unknown][][] = [];
  places.forEach(([report, address], i) => {
    const value = values[i];
    if (value === "absent") return;
    if (report === "this") own.push([address, value]);
    if (report === "previous") before.push([address, value]);
    if (report === "children" && Array.isArray(value)) {
      value.forEach((one: unknown, n) => {
        const child = below[n] ?? [];
        below[n] = child;
        if (one !== "absent") child.push([address, one]);
      });
    }
  });
  const report = (from: EditionId, year: number, name: string, figures: readonly (readonly [string, unknown])[]): object =>
    edited({ edition: from, year, agency: { name } }, { set: Object.fromEntries(figures), remove: [] });
  return {
    current: report(edition, YEAR, "某市", own),
    previous: report(previousEdition, YEAR - 1, "某市", before),
    children: below.map((figures, i) => report(edition, YEAR, `某市第${i + 1}局`, figures)),
  };
}

function statusQuestions({ bases, cases }: StatusCases): readonly Question[] {
  return cases.map(({ id, edition, base, profile, status, counts, ...edits }) => {
    const draft = JSON.stringify(edited(base === "full" ? bases[edition] : { edition }, edits));
    return question(`status/${edition}/${id}`, { op: "status", draft, profile }, { kind: "equal", result: { status, counts } });
  });
}

function documentQuestion(document: Kit["documents"][number]): Question {
  const { slug, folder, file, format } = document;
  return question(`read/${slug}`, { op: "read", file: `${folder}/${file}`, format }, { kind: "document", document });
}

/** A copy of a document with some paths set and some taken out. Every key becomes an own one, whatever it is called. */
export function edited(base: object, { set, remove }: Edits): object {
  let result: unknown = base;
  for (const [path, value] of Object.entries(set)) result = withPath(result, path.split("."), value, true);
  for (const path of remove) result = withPath(result, path.split("."), undefined, false);
  return isObject(result) ? result : {};
}

function withPath(at: unknown, [key, ...rest]: readonly string[], value: unknown, put: boolean): unknown {
  if (key === undefined) return value;
  const old = isObject(at) && !Array.isArray(at) ? at : {};
  const inner = rest.length === 0 ? value : withPath(Object.hasOwn(old, key) ? old[key] : undefined, rest, value, put);
  const entries = Object.entries(old).filter(([name]) => name !== key || put || rest.length > 0);
  const replaced = entries.map(([name, was]) => (name === key ? ([name, inner] as const) : ([name, was] as const)));
  if (!Object.hasOwn(old, key) && put) replaced.push([key, inner]);
  return Object.fromEntries(replaced);
}
