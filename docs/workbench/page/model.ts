/**
 * A report on the desk: what was read, what was done to it, what is judged of it. Pure functions; nothing of the page.
 */
import {
  type Address,
  type Agency,
  type Cell,
  DisclosureReportError,
  type Draft,
  describeForm,
  type EditionId,
  type Figures,
  type FigureValue,
  type Finding,
  figuresOf,
  figureValue,
  isAddress,
  type Language,
  type LinearRule,
  type Narrative,
  type OverviewPart,
  sectionsOf,
  type Validation,
  withFigures,
} from "disclosure-report";
import type { ReportCheck } from "disclosure-report/check";
import type { LogEntry } from "disclosure-report/read";
import { gridOf } from "./grid.js";
import { yearRulesOf } from "./rules.js";

/** How a change came about. */
export type How = "typed" | "pasted" | "cleared" | "repair" | "offer" | "lastYear" | "computed" | "text" | "head";

/** One figure or text that a step changed; texts by their path. */
export interface Change {
  readonly at: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** The report at one moment. */
export interface Snapshot {
  readonly draft: Draft;
  /** What was typed and is no figure, by address. Its place is blank in the draft. */
  readonly refused: Readonly<Record<string, string>>;
  readonly mode: "check" | "compute";
}

/** One thing that was done. */
export interface Step {
  readonly time: number;
  readonly how: How;
  readonly changes: readonly Change[];
  readonly why: string;
  readonly after: Snapshot;
}

/** Where a report came from. */
export type Origin = "file" | "paste" | "blank" | "lastYear" | "register" | "migrated" | "consolidated" | "sample";

export interface Sheet {
  readonly id: string;
  /** Name of the file, or what stands for it. */
  readonly name: string;
  readonly origin: Origin;
  readonly format: string;
  readonly base: Snapshot;
  readonly log: ReadonlyMap<string, LogEntry>;
  /** What was said when it was read, migrated or compiled. */
  readonly remarks: readonly Finding[];
  readonly steps: readonly Step[];
  /** How many of the steps are done; the others were undone. */
  readonly done: number;
  /** The report of the year before, if it is open here. */
  readonly previousId: string | null;
  /** Findings that a person looked at and leaves as they are. */
  readonly kept: readonly string[];
  /** The register's entries behind each figure, where it was compiled from one. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
}

/** What is on the desk: a report, or a file that is none (yet). */
export type Item =
  | { readonly kind: "waiting" | "reading"; readonly id: string; readonly name: string }
  | {
      readonly kind: "failed";
      readonly id: string;
      readonly name: string;
      readonly message: string;
      readonly remarks: readonly Finding[];
    }
  | {
      readonly kind: "sheet";
      readonly id: string;
      readonly sheet: Sheet;
      readonly quick: Validation;
      readonly check: ReportCheck | null;
      /** The language of what is said of it. */
      readonly said: Language;
    };

export type SheetItem = Extract<Item, { readonly kind: "sheet" }>;

export const now = (sheet: Sheet): Snapshot => sheet.steps[sheet.done - 1]?.after ?? sheet.base;

/** What reading remarked and what is not settled since: a remark about blanks is settled when all of them are filled in. */
export function openRemarks(sheet: Sheet): readonly { readonly key: string; readonly remark: Finding }[] {
  const [read, entered] = [figuresOf(sheet.base.draft), figuresOf(now(sheet).draft)];
  const { byAddress } = describeForm(sheet.base.draft.edition);
  const isFilled = ({ address }: { readonly address: string }): boolean => {
    const at = byAddress[address]?.index ?? -1;
    return Number.isNaN(read[at]) && !Number.isNaN(entered[at]);
  };
  return sheet.remarks
    .map((remark, at) => ({ key: `read:${at}:${remark.code}`, remark }))
    .filter(({ remark: { cells } }) => cells.length === 0 || !cells.every(isFilled));
}

/** Adds a step; what was undone before is forgotten. */
export function withStep(sheet: Sheet, step: Omit<Step, "changes">, changes: readonly Change[]): Sheet {
  const steps = [...sheet.steps.slice(0, sheet.done), { ...step, changes }];
  return { ...sheet, steps, done: steps.length };
}

export const undone = (sheet: Sheet): Sheet => ({ ...sheet, done: Math.max(0, sheet.done - 1) });
export const redone = (sheet: Sheet): Sheet => ({ ...sheet, done: Math.min(sheet.steps.length, sheet.done + 1) });

/** Figures that are not as they were read. */
export function editedIn(sheet: Sheet): ReadonlyMap<string, FigureValue> {
  const [before, after] = [figuresOf(sheet.base.draft), figuresOf(now(sheet).draft)];
  const edited = new Map<string, FigureValue>();
  for (const cell of describeForm(sheet.base.draft.edition).cells) {
    const was = before[cell.index] ?? Number.NaN;
    if (!Object.is(was, after[cell.index])) edited.set(cell.address, figureValue(cell, was));
  }
  return edited;
}

export function figureOf(figures: Figures, cell: Cell): FigureValue {
  return figureValue(cell, figures[cell.index] ?? Number.NaN);
}

/** What a person typed or pasted: a figure, a blank, or no figure at all. Nothing is guessed. */
export type Typed = { readonly figure: FigureValue } | { readonly refused: string };

const LONGEST = 40;

export function typed(cell: Cell, text: string): Typed {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replace(/[−–]/g, "-");
  if (plain === "") return { figure: null };
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  const number = grouped.replace(/^\+(?=\d)/, "");
  if (number.length > LONGEST || !/^-?\d+(\.\d+)?$/.test(number)) return { refused: text.trim().slice(0, LONGEST) };
  const value = cell.unit === "amount" ? number.replace(/^0+(?=\d)/, "") : Number(number);
  const { edition } = editionHaving(cell);
  return settable({ edition }, cell.address, value) ? { figure: value } : { refused: text.trim().slice(0, LONGEST) };
}

function editionHaving(cell: Cell): { readonly edition: EditionId } {
  return { edition: isAddress("2021", cell.address) ? "2021" : "2019" };
}

function settable(draft: Draft, address: string, value: FigureValue): boolean {
  try {
    return setFigures(draft, new Map([[address, value]])) !== null;
  } catch (error) {
    if (error instanceof DisclosureReportError) return false;
    throw error;
  }
}

/** A draft with figures set; addresses that its edition does not have are left out. */
export function setFigures(draft: Draft, figures: ReadonlyMap<string, FigureValue>): Draft {
  const { edition } = draft;
  const known: Partial<Record<Address, FigureValue>> = {};
  for (const [address, value] of figures) if (isAddress(edition, address)) known[address] = value;
  return withFigures(draft, known);
}

/** The draft with every total that follows by definition from its parts; blank where a part is blank. */
export function withTotals(draft: Draft): Draft {
  const grid = gridOf(draft.edition);
  const form = describeForm(draft.edition);
  const figures = figuresOf(draft);
  const totals = new Map<string, FigureValue>();
  // Totals of totals follow theirs: until nothing changes any more, which is after as many rounds as totals stand on one another.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [address, rule] of grid.totals) {
      const cell = form.byAddress[address];
      if (cell === undefined) continue;
      let sum = 0;
      for (const [coefficient, part] of rule.terms) {
        const index = form.byAddress[part]?.index;
        if (coefficient === 1 && index !== undefined) sum += figures[index] ?? Number.NaN;
      }
      if (sum > Number.MAX_SAFE_INTEGER) sum = Number.NaN;
      changed ||= !Object.is(figures[cell.index], sum);
      figures[cell.index] = sum;
      totals.set(address, figureValue(cell, sum));
    }
  }
  return setFigures(draft, totals);
}

/** Sets figures as a person does: what is no figure is kept as it was typed, totals follow where they are computed. */
export function edited(before: Snapshot, entries: ReadonlyMap<string, Typed>): Snapshot {
  const { mode } = before;
  const grid = gridOf(before.draft.edition);
  const figures = new Map<string, FigureValue>();
  const refused = { ...before.refused };
  for (const [address, entry] of entries) {
    if (mode === "compute" && grid.totals.has(address)) continue;
    if ("figure" in entry) delete refused[address];
    else refused[address] = entry.refused;
    figures.set(address, "figure" in entry ? entry.figure : null);
  }
  const draft = setFigures(before.draft, figures);
  return { draft: mode === "compute" ? withTotals(draft) : draft, refused, mode };
}

/** What is different between two moments. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly Change[] {
  const [was, is] = [figuresOf(before.draft), figuresOf(after.draft)];
  const changes: Change[] = [];
  for (const cell of describeForm(after.draft.edition).cells) {
    const { address } = cell;
    const from = before.refused[address] ?? figureOf(was, cell);
    const to = after.refused[address] ?? figureOf(is, cell);
    if (from !== to) changes.push({ at: address, from, to });
  }
  const texts = new Set([...textsOf(before.draft), ...textsOf(after.draft)].map(({ path }) => path));
  for (const path of texts) {
    const [from, to] = [textAt(before.draft, path), textAt(after.draft, path)];
    if (from !== to) changes.push({ at: path, from: from === "" ? null : from, to: to === "" ? null : to });
  }
  const [headWas, headIs] = [headOf(before.draft), headOf(after.draft)];
  for (const key of headKeys) {
    if (headWas[key] !== headIs[key]) changes.push({ at: key, from: headWas[key] ?? null, to: headIs[key] ?? null });
  }
  return changes;
}

// ---- head ----

/** The title that the form prints over the report; nothing where neither agency nor year is known. */
export function reportTitle({ edition, agency, year }: Draft): string {
  if (agency?.name === undefined && year === undefined) return "";
  return `${agency?.name ?? ""}${year === undefined ? "" : `${year}年`}${describeForm(edition).edition.title}`;
}

export const headKeys = ["agency.name", "agency.kind", "agency.level", "year", "signedOn", "publishedOn"] as const;
export type HeadKey = (typeof headKeys)[number];
export type Head = Partial<Readonly<Record<HeadKey, string | number>>>;

export function headOf({ agency, year, signedOn, publishedOn }: Draft): Head {
  return {
    ...(agency?.name === undefined ? {} : { "agency.name": agency.name }),
    ...(agency?.kind === undefined ? {} : { "agency.kind": agency.kind }),
    ...(agency?.level === undefined ? {} : { "agency.level": agency.level }),
    ...(year === undefined ? {} : { year }),
    ...(signedOn === undefined ? {} : { signedOn }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}

export interface HeadInput {
  readonly name: string;
  readonly kind: Agency["kind"];
  readonly level: Agency["level"];
  readonly year: number | undefined;
  readonly signedOn: string;
  readonly publishedOn: string;
}

export function withHead(draft: Draft, input: HeadInput): Draft {
  const { agency: oldAgency = {}, year: _year, signedOn: _signed, publishedOn: _published, ...rest } = draft;
  const { name: _name, kind: _kind, level: _level, ...codes } = oldAgency;
  const agency: Partial<Agency> = {
    ...codes,
    ...(input.name === "" ? {} : { name: input.name }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(input.level === undefined ? {} : { level: input.level }),
  };
  return {
    ...rest,
    ...(Object.keys(agency).length === 0 ? {} : { agency }),
    ...(input.year === undefined ? {} : { year: input.year }),
    ...(input.signedOn === "" ? {} : { signedOn: input.signedOn }),
    ...(input.publishedOn === "" ? {} : { publishedOn: input.publishedOn }),
  };
}

// ---- texts ----

export interface Text {
  readonly section: string;
  /** As findings and claims name it: `narrative.overview.platform`. */
  readonly path: string;
  readonly part: OverviewPart | "preamble" | null;
  readonly text: string;
}

const PLAIN = ["disclosure", "requests", "remedies", "problems", "other"] as const;

/** The texts of a report in the order of the form; those of an empty form too, so that they can be written. */
export function textsOf(draft: Draft): readonly Text[] {
  const narrative = draft.narrative ?? {};
  const sections = sectionsOf(draft.edition);
  return sections.flatMap((section): readonly Text[] => {
    if (section.id === "overview")
      return overviewTexts(
        narrative.overview,
        section.parts.map(({ id }) => id),
      );
    const key = PLAIN.find((id) => id === section.id);
    if (key === undefined) return [];
    return [{ section: key, path: `narrative.${key}`, part: null, text: narrative[key] ?? "" }];
  });
}

function overviewTexts(overview: Narrative["overview"], parts: readonly string[]): readonly Text[] {
  const section = "overview";
  if (typeof overview === "string") return [{ section, path: "narrative.overview", part: null, text: overview }];
  const known: readonly (OverviewPart | "preamble")[] = ["preamble", ...parts.filter(isPart)];
  return known.map((part) => ({ section, path: `narrative.overview.${part}`, part, text: overview?.[part] ?? "" }));
}

const PARTS: readonly OverviewPart[] = [
  "proactiveDisclosure",
  "disclosureOnRequest",
  "informationManagement",
  "platform",
  "supervision",
];

function isPart(id: string): id is OverviewPart {
  return PARTS.some((part) => part === id);
}

export const textAt = (draft: Draft, path: string): string => textsOf(draft).find((text) => text.path === path)?.text ?? "";

export function withText(draft: Draft, path: string, text: string): Draft {
  const found = textsOf(draft).find((one) => one.path === path);
  if (found === undefined) return draft;
  const { narrative = {}, ...rest } = draft;
  const next = { ...narrative, ...textAs(narrative, found, text) };
  const filled = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== "" && value !== undefined));
  return Object.keys(filled).length === 0 ? rest : { ...rest, narrative: filled };
}

function textAs(narrative: Narrative, { section, part }: Text, text: string): Narrative {
  if (section !== "overview" || part === null) return { [section]: text };
  const old = typeof narrative.overview === "object" ? narrative.overview : {};
  const parts = Object.fromEntries(Object.entries({ ...old, [part]: text }).filter(([, value]) => value !== ""));
  return { overview: Object.keys(parts).length === 0 ? "" : parts };
}

// ---- sums written out ----

export interface Equation {
  readonly rule: LinearRule;
  readonly left: readonly Operand[];
  readonly right: readonly Operand[];
  /** `null` where something is blank. */
  readonly leftSum: number | null;
  readonly rightSum: number | null;
  readonly blank: readonly string[];
}

export interface Operand {
  readonly address: string;
  readonly sign: 1 | -1;
  readonly value: number | null;
}

/** A balance with its numbers, as the form writes it: what is added up on one side, what it should be on the other. */
export function equationOf(rule: LinearRule, draft: Draft, previous: Draft | null = null): Equation {
  const own = valuesOf(draft);
  const last = previous === null ? () => null : valuesOf(previous);
  const count = rule.right ?? rule.terms.filter(([coefficient]) => coefficient === -1).length;
  const operands = rule.terms.map(([coefficient, address, report]): Operand => {
    return { address, sign: coefficient, value: report === "previous" ? last(address) : own(address) };
  });
  const left = operands.slice(0, operands.length - count);
  const right = operands
    .slice(operands.length - count)
    .map((operand): Operand => ({ ...operand, sign: operand.sign === 1 ? -1 : 1 }));
  const blank = operands.filter(({ value }) => value === null).map(({ address }) => address);
  return { rule, left, right, leftSum: sumOf(left), rightSum: sumOf(right), blank };
}

function valuesOf(draft: Draft): (address: string) => number | null {
  const form = describeForm(draft.edition);
  const figures = figuresOf(draft);
  return (address) => {
    const value = figures[form.byAddress[address]?.index ?? -1];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
}

const sumOf = (operands: readonly Operand[]): number | null =>
  operands.reduce<number | null>((sum, { sign, value }) => (sum === null || value === null ? null : sum + sign * value), 0);

// ---- offers from last year ----

export interface Offer {
  readonly address: string;
  readonly value: FigureValue;
  readonly rule: LinearRule;
}

/** Blanks that last year's report tells: rules between the years with one blank figure of this year. */
export function yearOffers(draft: Draft, previous: Draft): readonly Offer[] {
  const form = describeForm(draft.edition);
  const offers: Offer[] = [];
  for (const rule of yearRulesOf(draft.edition)) {
    if (rule.relation !== "=") continue;
    const own = valuesOf(draft);
    const last = valuesOf(previous);
    const unknown = rule.terms.filter(([, address, report]) => (report === "previous" ? last(address) : own(address)) === null);
    const [only] = unknown;
    if (only === undefined || unknown.length !== 1 || only[2] === "previous") continue;
    const [coefficient, address] = only;
    let rest = 0;
    for (const [sign, other, report] of rule.terms) {
      if (other === address && report !== "previous") continue;
      rest += sign * ((report === "previous" ? last(other) : own(other)) ?? 0);
    }
    const value = -coefficient * (rest - rule.constant) + 0;
    const cell = form.byAddress[address];
    if (cell !== undefined && value >= 0 && Number.isSafeInteger(value))
      offers.push({ address, value: figureValue(cell, value), rule });
  }
  return offers;
}
