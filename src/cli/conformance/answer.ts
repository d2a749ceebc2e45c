import { claim, isObject } from "../../_internal/claim.js";
import { escapeCsv } from "../../_internal/escape.js";
import { consolidate } from "../../consolidation/consolidate.js";
import { validateConsolidation } from "../../consolidation/validateConsolidation.js";
import { crosswalkOf } from "../../crosswalk/crosswalkOf.js";
import { filingRules } from "../../filing/filingRules.js";
import { filled, type Language, type Param } from "../../findings/finding.js";
import { byEdition, type EditionId, editionIds } from "../../form/form.js";
import { readAny } from "../../formats/readAny.js";
import { checkNarrative } from "../../narrative/checkNarrative.js";
import { plausibilityRulesOf } from "../../plausibility/plausibilityRulesOf.js";
import { locateErrors } from "../../repair/locate.js";
import { figureIn } from "../../report/figures.js";
import { toJson } from "../../report/json.js";
import { AMOUNT_PATTERN, fenOf } from "../../report/money.js";
import { safeParseDraftJson, safeParseReportJson } from "../../report/parse.js";
import type { Draft } from "../../report/types.js";
import type { Verdict } from "../../rules/check.js";
import type { Profile, RuleOutcome } from "../../rules/types.js";
import { validate } from "../../rules/validate.js";
import { validateSeries } from "../../series/validateSeries.js";
import type { Answer } from "../../standard/conformance/judge.js";
import { digestOf } from "../../standard/digest.js";
import { findingCodes } from "../../standard/findingCodes.js";
import { rulesDataOf } from "../../standard/rules.js";

type Request = Readonly<Record<string, unknown>>;

/** Reads the file that a request names. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** The answer of this library to a question of the conformance kit. */
export async function answer(request: Request, readFile: ReadFile): Promise<Answer> {
  const operation = new Map(Object.entries(operations)).get(textOf(request, "op"));
  return operation === undefined ? { skip: true } : { result: await operation(request, readFile) };
}

function textOf(request: Request, key: string): string {
  const value = request[key];
  return typeof value === "string" ? value : "";
}

function listOf(request: Request, key: string): readonly unknown[] {
  const value = request[key];
  return Array.isArray(value) ? value : [];
}

/** A draft for a rule. Cases of rules contain figures outside their domain, which the schema rejects. */
function draftOf(text: unknown): Draft {
  return claim<Draft>(JSON.parse(typeof text === "string" ? text : "{}"));
}

function outcomes(said: readonly Verdict[], keep: (rule: string) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(said.filter(({ rule }) => keep(rule)).map(({ rule, outcome }) => [rule, outcome]));
}

/** The requested rules, or all. */
function asked(request: Request): (rule: string) => boolean {
  const rules = listOf(request, "rules");
  return (rule) => rules.length === 0 || rules.includes(rule);
}

const WORST: readonly RuleOutcome[] = ["violated", "undetermined", "holds"];

/** The worst outcome of each rule of a family over several reports or sentences. */
function conditionsOf(said: readonly Verdict[], family: string): Readonly<Record<string, RuleOutcome>> {
  const worst = new Map<string, RuleOutcome>();
  for (const { rule, outcome } of said) {
    if (!rule.startsWith(`${family}.`)) continue;
    const before = worst.get(rule) ?? "holds";
    worst.set(rule, WORST.indexOf(outcome) < WORST.indexOf(before) ? outcome : before);
  }
  return Object.fromEntries(worst);
}

function canonicalText(text: string): string | null {
  const parsed = safeParseDraftJson(text);
  return parsed.success ? toJson(parsed.data) : null;
}

/** The linear rules between two years, by edition. */
const yearRules: Readonly<Record<EditionId, ReadonlySet<string>>> = byEdition(
  (edition) =>
    new Set(rulesDataOf(edition).rules.flatMap(({ kind, scope, id }) => (kind === "linear" && scope === "years" ? [id] : []))),
);

type Operation = (request: Request, readFile: ReadFile) => unknown;

const operations: Readonly<Record<string, Operation>> = {
  schema: (request) => {
    const text = textOf(request, "text");
    const parsed = request["kind"] === "report" ? safeParseReportJson(text) : safeParseDraftJson(text);
    return parsed.success;
  },
  canonical: (request) => canonicalText(textOf(request, "text")),
  digest: async (request) => {
    const parsed = safeParseDraftJson(textOf(request, "text"));
    return parsed.success ? await digestOf(parsed.data) : null;
  },
  money: (request) => {
    const text = textOf(request, "text");
    return AMOUNT_PATTERN.test(text) ? String(fenOf(text)) : null;
  },
  csv: (request) => claim<readonly (string | number | null)[]>(listOf(request, "fields")).map(escapeCsv).join(","),
  sentence: (request) => {
    const code = findingCodes().find((candidate) => candidate.code === request["code"]);
    const language: Language = request["language"] === "en" ? "en" : "zh";
    const params = claim<Readonly<Record<string, Param>>>(isObject(request["params"]) ? request["params"] : {});
    return code === undefined ? null : filled(code.sentence[language], params, language);
  },
  rules: (request) => {
    const draft = draftOf(request["draft"]);
    return outcomes(validate(draft, { rules: plausibilityRulesOf(draft.edition) }).verdicts, asked(request));
  },
  status: (request) => {
    const { status, counts } = validate(draftOf(request["draft"]), { profile: claim<Profile>(request["profile"]) });
    return { status, counts };
  },
  years: (request) => {
    const draft = draftOf(request["draft"]);
    const known = yearRules[draft.edition];
    const keep = asked(request);
    return outcomes(validateSeries([draftOf(request["previous"]), draft]).verdicts, (rule) => known.has(rule) && keep(rule));
  },
  levels: (request) => {
    const complete = request["complete"] === true;
    const below = listOf(request, "children").map(draftOf);
    return outcomes(validateConsolidation(draftOf(request["draft"]), below, { complete }).verdicts, asked(request));
  },
  series: (request) => {
    const { status, years, verdicts } = validateSeries(listOf(request, "drafts").map(draftOf));
    return { status, years, conditions: conditionsOf(verdicts, "years") };
  },
  consolidate: (request) => {
    const { figures } = consolidate(listOf(request, "drafts").map(draftOf), undefined, {});
    const wanted = listOf(request, "addresses");
    return Object.fromEntries(
      figures
        .filter(({ address }) => wanted.includes(address))
        .map(({ address, sum, blanks }) => [address, blanks > 0 ? null : String(sum)]),
    );
  },
  members: (request) => {
    const { own, expected } = request;
    const options = {
      complete: request["complete"] === true,
      ...(own === undefined ? {} : { own: draftOf(own) }),
      ...(expected === undefined ? {} : { expected: claim<readonly string[]>(listOf(request, "expected")) }),
    };
    const { verdicts } = validateConsolidation(draftOf(request["draft"]), listOf(request, "children").map(draftOf), options);
    return conditionsOf(verdicts, "member");
  },
  plausibility: (request) => {
    const draft = draftOf(request["draft"]);
    return conditionsOf(validate(draft, { rules: plausibilityRulesOf(draft.edition) }).verdicts, "plausibility");
  },
  narrative: (request) => conditionsOf(checkNarrative(draftOf(request["draft"])).verdicts, "narrative"),
  filing: (request) =>
    outcomes(validate(draftOf(request["draft"]), { rules: filingRules() }).verdicts, (rule) => rule.startsWith("filing.")),
  crosswalk: (request) => {
    const [from, to] = [request["from"], request["to"]].map((id) => editionIds.find((edition) => edition === id));
    if (from === undefined || to === undefined) return null;
    const address = textOf(request, "address");
    const entry = crosswalkOf(from, to).entries.find((one) => [...one.from, ...one.to].includes(address));
    return entry === undefined ? null : { kind: entry.kind, from: entry.from, to: entry.to };
  },
  read: async (request, readFile) => {
    const file = textOf(request, "file");
    const read = await readAny(await readFile(file), { name: file });
    const draft = read.kind === "draft" ? (read.result.success ? read.result.data : null) : read.reading.draft;
    if (draft === null) return { edition: null, figures: {} };
    const addresses = rulesDataOf(draft.edition).rules.flatMap((rule) => (rule.kind === "domain" ? [rule.address] : []));
    const figures = addresses.flatMap((address) => {
      const value = figureIn(draft, address);
      return value === null ? [] : [[address, value] as const];
    });
    return { edition: draft.edition, figures: Object.fromEntries(figures) };
  },
  locate: (request) => {
    const { problems } = locateErrors(draftOf(request["draft"]));
    const repairs = problems.flatMap((problem) => problem.repairs);
    const fewest = Math.min(...repairs.map(({ changes }) => changes.length));
    return repairs
      .filter(({ changes }) => changes.length === fewest)
      .map(({ changes }) => changes.map(({ address, to }) => [address, to]));
  },
};
