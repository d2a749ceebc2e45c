import { type Coordinate, type Finding, finding, type Language, type Sentence, sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { type EditionId, type Form, formOf } from "../form/form.js";
import { type Figures, type FigureValue, figureIn, figuresOf, figureValue } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { isReckoned } from "../rules/components.js";
import { checkRule, domainOutcome, largestOf, linearOutcome } from "../rules/linear.js";
import { severityUnder } from "../rules/profile.js";
import type { Places, Profile, Rule } from "../rules/types.js";
import { collectEvidence, type Evidence, type EvidenceOptions, weigh } from "./evidence.js";
import { carriedErrors, erasesPart, exchangedPairs, knownOf, type Situation, unfilledTotals } from "./hypotheses.js";
import { movedLines } from "./lines.js";
import { rangeOf, repairMessages, slipNames, sourceNames } from "./messages.js";
import { COMPLETE_SIZE, type Explanation, type SearchResult, smallestSets } from "./search.js";
import type { Scene, Slip } from "./slips.js";
import { isSettled, type Step, stepsAsOne, stepsOf, stepsOfUnfilled } from "./steps.js";
import { hardSystems, type System } from "./system.js";
import { type Tableau, tableauOf } from "./tableau.js";

/** Maximum number of repairs listed for one problem and for all together: the likeliest ones. */
export const MAX_REPAIRS = 200;

/** Options of {@link locateErrors}. */
export interface LocateOptions extends EvidenceOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Repairs satisfy only the rules that this profile leaves at severity `error`. */
  readonly profile?: Profile;
  /** Custom rules: repairs also satisfy those that are linear, over one report, and of severity `error`. */
  readonly rules?: readonly Rule[];
  /** Places of the figures in the source, as returned by a reader; findings then carry them. */
  readonly places?: Places;
}

/** One figure that a repair changes. Values and bounds are in the units of the report. */
export interface Change {
  readonly address: string;
  readonly coordinate: Coordinate;
  /** The printed value. */
  readonly from: FigureValue;
  /** The correct value; `null` if the balances allow several. */
  readonly to: FigureValue;
  /** The smallest and the largest value with which all balances can hold; `null` for no bound. */
  readonly min: FigureValue;
  readonly max: FigureValue;
  readonly slip: Slip;
  /** The change, the kind of slip and the evidence, in a sentence. */
  readonly why: string;
}

/** The figures that a repair was made for: all that the repaired balances read, as the report stated them. */
export interface MadeFor {
  readonly edition: EditionId;
  /** By address; `null` is a blank. */
  readonly figures: Readonly<Record<string, FigureValue>>;
}

/** A smallest set of figures whose change makes every hard rule hold. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Its improbability in bits, see `SLIP_BITS` and `EVIDENCE_BITS`: lower is likelier. */
  readonly cost: number;
  /** Whether the value of every change is determined. */
  readonly settled: boolean;
  /** The report that it was made for, one entry for each part that it repairs. `applyRepair` refuses any other report. */
  readonly madeFor: readonly MadeFor[];
}

/** An independent problem: violated rules that share figures, with the possible repairs. */
export interface Problem {
  /** Rules that are violated. */
  readonly rules: readonly string[];
  /**
   * All smallest repairs, likeliest first; at most {@link MAX_REPAIRS}. Also repairs of more figures that are about as likely
   * because they undo a single mistake: a wrong figure carried into its totals, totals that were not filled in, a row or column
   * that was moved or exchanged with its neighbour.
   */
  readonly repairs: readonly Repair[];
  /** Number of smallest repairs that are not listed. */
  readonly omitted: number;
  /** Whether the search stopped at its limit, so that there may be other repairs. */
  readonly bounded: boolean;
  /**
   * Guaranteed only if all of this is true: a complete search found exactly one smallest repair, of at most {@link
   * COMPLETE_SIZE} figures with determined values; no other repair is comparably likely; every change has a named slip; no
   * figure becomes 0 only because totals are 0; no evidence contradicts a change; and two balances confirm each figure. A
   * single sum cannot tell which of its figures is wrong, and that another figure would have to be negative is no proof where
   * two may be wrong.
   */
  readonly certain: boolean;
  /** The finding about this problem; its cells are the suspected figures. */
  readonly finding: Finding;
}

/** The result of {@link locateErrors}. */
export interface ErrorLocation {
  readonly edition: EditionId;
  /** Whether there is a problem and every problem is `certain`. */
  readonly certain: boolean;
  /** Whether a search stopped at its limit. */
  readonly bounded: boolean;
  /** Independent problems. Empty if no hard rule is violated. */
  readonly problems: readonly Problem[];
  /** Repairs of the whole report, each combining one repair of every problem, likeliest first; at most {@link MAX_REPAIRS}. */
  readonly repairs: readonly Repair[];
  /** Number of repairs of the whole report that are not listed. */
  readonly omitted: number;
}

/**
 * Locates wrong figures: finds all smallest sets of figures whose change makes every hard rule (勾稽关系) hold with whole numbers
 * of at least 0, with the correct values and the slip that would explain each change. Sets of one or two figures are always
 * found completely; for larger sets the search is bounded, see `bounded`. Blanks may have any value and are never part of a
 * repair; `completeDraft` fills them. Does not change its input.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } } } as const;
 * const { certain, repairs } = locateErrors(draft, { language: "en" });
 * certain; //=> false
 * repairs.length; //=> 5
 * repairs[0]?.changes[0]?.address; //=> "remedies.reconsideration.total"
 * repairs[0]?.changes[0]?.to; //=> 4
 * repairs[0]?.changes[0]?.slip; //=> "shifted"
 * ```
 */
export function locateErrors(draft: Draft, options?: LocateOptions): ErrorLocation {
  options ??= {};
  const form = formOf(draft);
  const context: Context = {
    form,
    draft,
    figures: figuresOf(draft),
    evidence: collectEvidence(options),
    language: options.language ?? "zh",
    places: options.places,
    profile: options.profile,
  };
  for (const rule of options.rules ?? []) checkRule(form, rule);
  const systems = hardSystems(form.id, options.rules, options.profile);
  const problems = [...systems.flatMap((system) => problemIn(context, system)), ...invalidOutside(context, systems)];
  const whole = combine(problems);
  return {
    edition: form.id,
    certain: problems.length > 0 && problems.every((problem) => problem.certain),
    bounded: problems.some((problem) => problem.bounded),
    problems,
    ...whole,
  };
}

interface Context {
  readonly form: Form;
  readonly draft: Draft;
  readonly figures: Figures;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly language: Language;
  readonly places: Places | undefined;
  readonly profile: Profile | undefined;
}

/** Whether a figure breaks the rule about its unit, and that rule is of severity error. */
function isInvalid({ figures, profile }: Context, cell: Cell): boolean {
  if (domainOutcome(cell.unit, figures[cell.index] ?? Number.NaN) !== "violated") return false;
  return severityUnder(profile, { id: domainRule(cell), family: "domain", severity: "error" }) === "error";
}

function domainRule(cell: Cell): string {
  return `domain.${cell.address}`;
}

function problemIn(context: Context, system: System): readonly Problem[] {
  const { form, figures } = context;
  const { cells, compiled, slacks } = system;
  const largest = largestOf(figures);
  const printed = cells.map(({ index }) => figures[index] ?? Number.NaN);
  const columns = [...printed.keys()];
  const blank = columns.filter((column) => Number.isNaN(printed[column]));
  const invalid = cells.filter((cell) => isInvalid(context, cell));
  const violated = [
    ...compiled.flatMap((rule) => (linearOutcome(form, rule, figures, largest) === "violated" ? [rule.rule.id] : [])),
    ...invalid.map(domainRule),
  ];
  if (violated.length === 0 && blank.length === 0) return [];
  const unusable = columns.filter((column) => !Number.isNaN(printed[column]) && !isReckoned(printed[column] ?? 0));
  if (violated.length === 0 && unusable.length > 0) return [];
  const open = [...blank, ...slacks];
  const result = smallestSets(system, startOf(system, printed), knownOf(system, printed), open, unusable);
  const [first] = result.explanations;
  if (first?.size === 0) return [];
  const small = first !== undefined && first.size <= COMPLETE_SIZE;
  const confirmed =
    result.explanations.length === 1 &&
    first !== undefined &&
    (isWatchedTwice(system, open, first) || isAloneAnyway(system, printed, open, unusable));
  const situation: Situation = { system, printed, open, unusable, kept: [] };
  const carried = first === undefined || small ? carriedErrors(situation) : [];
  const hypotheses: Hypotheses = {
    carried,
    exchanged: confirmed && first.size === COMPLETE_SIZE && !isPair(context, system, first) ? exchangedPairs(situation) : [],
    unfilled: unfilledTotals(situation, Math.max(0, Math.min(first?.size ?? 0, COMPLETE_SIZE) - 1)),
    moved: movedLines(system, printed, isReckoned),
    rivals: small && confirmed && isCarried(first, carried) ? rivalsOf(situation, first) : [],
  };
  const erases = first !== undefined && erasesPart(system, printed, first);
  return [problemOf(context, system, violated, result, hypotheses, small && confirmed && !erases)];
}

/** Explanations by one mistake in several figures; see `src/repair/hypotheses.ts` and `lines.ts`. */
interface Hypotheses {
  readonly carried: readonly Explanation[];
  readonly exchanged: readonly Explanation[];
  readonly unfilled: readonly Explanation[];
  readonly moved: readonly Explanation[];
  readonly rivals: readonly Explanation[];
}

const NO_HYPOTHESES: Hypotheses = { carried: [], exchanged: [], unfilled: [], moved: [], rivals: [] };

/** Whether two figures of an explanation may be one mistake, which was carried into a total. */
function isCarried(explanation: Explanation, carried: readonly Explanation[]): boolean {
  return explanation.size > 1 && carried.some((other) => [...explanation.keys()].every((column) => other.has(column)));
}

/** Whether the figures of an explanation stand in each other's place, which is one mistake. */
function isPair({ form, figures }: Context, system: System, explanation: Explanation): boolean {
  return stepsOf({ form, system, figures }, explanation).some(({ judgement: { slip } }) => PAIRED.has(slip));
}

const PAIRED: ReadonlySet<Slip> = new Set<Slip>(["exchanged", "misplaced"]);

/** Explanations by two mistakes that leave the figures of another explanation as they are: two may look like a carried one. */
function rivalsOf(situation: Situation, explanation: Explanation): readonly Explanation[] {
  const without: Situation = { ...situation, kept: [...explanation.keys()] };
  return [...carriedErrors(without), ...exchangedPairs(without)];
}

function startOf(system: System, printed: readonly number[]): Tableau {
  return tableauOf(system.matrix, knownOf(system, printed), system.constants);
}

/**
 * Whether two equations without a blank, or more, read every figure of an explanation, so that one confirms the other. One on whose
 * other side another of its figures stands confirms nothing: what a figure and its total have in common cancels out.
 */
function isWatchedTwice({ matrix }: System, blank: readonly number[], explanation: Explanation): boolean {
  const known = matrix.filter((row) => blank.every((column) => row[column] === 0));
  const columns = [...explanation.keys()];
  return columns.every((column) => {
    const others = columns.filter((other) => other !== column);
    const cancels = (row: Float64Array): boolean => others.some((other) => (row[column] ?? 0) * (row[other] ?? 0) < 0);
    return known.filter((row) => row[column] !== 0 && !cancels(row)).length > 1;
  });
}

/** Whether one set would be the smallest even if printed figures could become negative: each may fall by as much as all make up. */
function isAloneAnyway(
  system: System,
  printed: readonly number[],
  blank: readonly number[],
  unusable: readonly number[],
): boolean {
  const known = knownOf(system, printed);
  const all = known.reduce((sum, figure) => sum + figure, 0);
  const room = known.map(() => all);
  const { explanations, bounded } = smallestSets(system, startOf(system, printed), room, blank, unusable);
  return explanations.length === 1 && !bounded;
}

/** Invalid figures that no balance reads: nothing more can be said of them. */
function invalidOutside(context: Context, systems: readonly System[]): readonly Problem[] {
  return context.form.cells
    .filter((cell) => isInvalid(context, cell))
    .filter((cell) => systems.every(({ cells }) => !cells.includes(cell)))
    .map((cell) => {
      const alone: System = {
        rules: [],
        compiled: [],
        cells: [cell],
        matrix: [],
        constants: [],
        slacks: [],
        reach: 0,
        parts: new Map(),
      };
      const bounds = { min: cell.unit === "change" ? Number.NaN : 0, max: null };
      return problemOf(
        context,
        alone,
        [domainRule(cell)],
        { explanations: [new Map([[0, bounds]])], bounded: false },
        NO_HYPOTHESES,
        false,
      );
    });
}

function problemOf(
  context: Context,
  system: System,
  rules: readonly string[],
  result: SearchResult,
  hypotheses: Hypotheses,
  confirmed: boolean,
): Problem {
  const scene: Scene = { form: context.form, system, figures: context.figures };
  const madeFor = [madeForOf(context, system)];
  const repairOf = (steps: readonly Step[]): RankedRepair => rankedRepair(context, steps, madeFor);
  const smallest = result.explanations.map((explanation) => repairOf(stepsOf(scene, explanation)));
  const others = [
    ...[...hypotheses.carried, ...hypotheses.exchanged, ...hypotheses.rivals].map((explanation) =>
      repairOf(stepsOf(scene, explanation)),
    ),
    ...hypotheses.unfilled.map((explanation) => repairOf(stepsOfUnfilled(scene, explanation))),
    ...hypotheses.moved.map((explanation) => repairOf(stepsAsOne(system, explanation))),
  ];
  const least = Math.min(...smallest.map(({ repair }) => repair.cost));
  const comparable = others.filter(
    ({ repair }) =>
      smallest.length === 0 || (repair.cost <= least + COMPARABLE_BITS && !smallest.some((one) => contains(repair, one.repair))),
  );
  const ranked = withoutTwins([...smallest, ...comparable]);
  const [best] = ranked;
  const certain = ranked.length === 1 && confirmed && !result.bounded && best !== undefined && isPromise(context, best.repair);
  return {
    rules,
    repairs: ranked.slice(0, MAX_REPAIRS).map(({ repair }) => repair),
    omitted: Math.max(0, ranked.length - MAX_REPAIRS),
    bounded: result.bounded,
    certain,
    finding: summary(context, system, ranked, result.bounded, certain),
  };
}

/**
 * A mistake that touches several figures is an explanation of comparable likelihood if it costs at most so many bits more than the
 * likeliest smallest set; only then is it listed, and nothing is certain beside it.
 */
const COMPARABLE_BITS = 7;

/** Slips that explain nothing. */
const UNNAMED: ReadonlySet<Slip> = new Set<Slip>(["unexplained", "totalWrong"]);

/** Whether every change is determined, has a named slip, and is contradicted by no evidence. */
function isPromise({ evidence }: Context, { changes, settled }: Repair): boolean {
  return (
    settled &&
    changes.every(({ slip, address, to }) => {
      const stated = evidence.get(address) ?? [];
      return !UNNAMED.has(slip) && stated.every(({ value }) => value === to);
    })
  );
}

/** Whether a repair includes all changes of a smaller one. */
function contains({ changes }: Repair, smaller: Repair): boolean {
  return (
    changes.length > smaller.changes.length &&
    smaller.changes.every(({ address, min, max }) =>
      changes.some((change) => change.address === address && change.min === min && change.max === max),
    )
  );
}

/** Merges repairs that change the same figures to the same values and keeps the likelier explanation. Likeliest first. */
function withoutTwins(repairs: readonly RankedRepair[]): readonly RankedRepair[] {
  const best = new Map<string, RankedRepair>();
  for (const ranked of repairs) {
    const key = keyOf(ranked.repair);
    const known = best.get(key);
    if (known === undefined || ranked.repair.cost < known.repair.cost) best.set(key, ranked);
  }
  return [...best.values()].sort((a, b) => a.repair.cost - b.repair.cost);
}

function keyOf({ changes }: Repair): string {
  return changes
    .map(({ address, min, max }) => `${address}=${min}..${max}`)
    .sort()
    .join(" ");
}

interface RankedRepair {
  readonly repair: Repair;
  readonly said: Sentence;
}

function madeForOf({ draft, form }: Context, { cells }: System): MadeFor {
  return { edition: form.id, figures: Object.fromEntries(cells.map(({ address }) => [address, figureIn(draft, address)])) };
}

function rankedRepair(context: Context, steps: readonly Step[], madeFor: readonly MadeFor[]): RankedRepair {
  let cost = 0;
  const said: Sentence[] = [];
  const changes = steps.map(({ cell, bounds, judgement }): Change => {
    const { address, coordinate } = cell;
    const from = figureIn(context.draft, address);
    const to = isSettled(bounds) ? figureValue(cell, bounds.min) : null;
    const min = figureValue(cell, bounds.min);
    const max = figureValue(cell, bounds.max ?? Number.NaN);
    const evidence = context.evidence.get(address) ?? [];
    cost += judgement.bits + weigh(evidence, from, to);
    const why = changeSentence(cell, { from, to, min, max }, judgement.slip, evidence);
    said.push(why);
    return { address, coordinate, from, to, min, max, slip: judgement.slip, why: why[context.language] };
  });
  return {
    repair: { changes, cost, settled: changes.every(({ to }) => to !== null), madeFor },
    said: { zh: enumerate(said, "zh"), en: enumerate(said, "en") },
  };
}

/** Maximum number of changes that the message about a problem spells out. */
const LONGEST_LIST = 3;

function enumerate(said: readonly Sentence[], language: Language): string {
  const rest = said.length - LONGEST_LIST;
  const count = language === "zh" ? said.length : rest;
  const more = rest > 0 ? sentence(repairMessages, "repair.more", { count }, language) : "";
  const shown = said.slice(0, LONGEST_LIST).map((one) => one[language]);
  return shown.join(language === "zh" ? "；" : "; ") + more;
}

function changeSentence(
  cell: Cell,
  { from, to, min, max }: Pick<Change, "from" | "to" | "min" | "max">,
  slip: Slip,
  evidence: readonly Evidence[],
): Sentence {
  const found = from ?? "?";
  const base = cellParams(cell);
  const said = (language: Language): string => {
    const start =
      to === null
        ? sentence(repairMessages, "repair.open", { ...base, from: found, range: rangeOf(min, max) }, language)
        : sentence(repairMessages, "repair.change", { ...base, from: found, to, slip: slipNames[slip] }, language);
    return start + evidence.map((one) => evidenceSentence(one, from, to, language)).join("");
  };
  return { zh: said("zh"), en: said("en") };
}

function evidenceSentence({ source, value }: Evidence, from: FigureValue, to: FigureValue, language: Language): string {
  if (value === to) return sentence(repairMessages, "repair.supports", { source: sourceNames[source] }, language);
  if (value !== from) return "";
  return sentence(repairMessages, "repair.contradicts", { source: sourceNames[source], value }, language);
}

function summary(context: Context, system: System, ranked: readonly RankedRepair[], bounded: boolean, certain: boolean): Finding {
  const { form, draft, language, places } = context;
  const [best] = ranked;
  const table = system.cells[0]?.coordinate.table ?? "";
  if (best === undefined) {
    return finding(repairMessages, "repair.unresolved", { table }, language);
  }
  const suspects = new Set(ranked.flatMap(({ repair }) => repair.changes.map(({ address }) => address)));
  const [only] = best.repair.changes;
  const cells = form.cells
    .filter(({ address }) => suspects.has(address))
    .map((cell) => pointTo(cell, figureIn(draft, cell.address), places?.[cell.address] ?? null));
  const details =
    best.repair.changes.length === 1 && only !== undefined
      ? { cells, path: only.address, expected: only.to, actual: only.from, difference: difference(only) }
      : { cells };
  const params = { changes: best.said, count: ranked.length };
  if (certain) return finding(repairMessages, "repair.certain", params, language, details);
  if (bounded) return finding(repairMessages, "repair.likely", params, language, details);
  if (ranked.length > 1) return finding(repairMessages, "repair.oneOf", params, language, details);
  const code = best.repair.settled ? "repair.unconfirmed" : "repair.notSettled";
  return finding(repairMessages, code, params, language, details);
}

function difference({ from, to }: Change): number | null {
  return typeof from === "number" && typeof to === "number" ? from - to : null;
}

/** One repair of each problem, in all combinations, cheapest first. */
function combine(problems: readonly Problem[]): Pick<ErrorLocation, "repairs" | "omitted"> {
  if (problems.length === 0 || problems.some(({ repairs }) => repairs.length === 0)) return { repairs: [], omitted: 0 };
  const none: Repair = { changes: [], cost: 0, settled: true, madeFor: [] };
  const repairs = problems.reduce<readonly Repair[]>(
    (sofar, problem) =>
      sofar
        .flatMap((a) => problem.repairs.map((b) => together(a, b)))
        .sort((a, b) => a.cost - b.cost)
        .slice(0, MAX_REPAIRS),
    [none],
  );
  const count = problems.reduce((product, problem) => product * (problem.repairs.length + problem.omitted), 1);
  return { repairs, omitted: count - repairs.length };
}

function together(a: Repair, b: Repair): Repair {
  return {
    changes: [...a.changes, ...b.changes],
    cost: a.cost + b.cost,
    settled: a.settled && b.settled,
    madeFor: [...a.madeFor, ...b.madeFor],
  };
}
