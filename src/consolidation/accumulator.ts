import { errorFrom } from "../findings/error.js";
import { finding, type ParamsOf, type Sentence } from "../findings/finding.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { cellParams } from "../report/findingCells.js";
import { type CrossReportFinding, type ReportRef, reportName, unitsInWords } from "../report/reportRef.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import { isFigure } from "../report/units.js";
import { type About, type Code, consolidationFinding } from "./consolidationFinding.js";
import { foundBelow, refBelow } from "./foundBelow.js";
import {
  type Given,
  type Group,
  isParents,
  type Kept,
  type Ledger,
  type Note,
  nameOf,
  type Rejection,
  rejectionBy,
  seenAs,
  since,
} from "./ledger.js";
import { LevelSums } from "./levelSums.js";
import { consolidationMessages } from "./messages.js";
import { draftOf } from "./parentDraft.js";
import { Registry, type Seen } from "./registry.js";
import { memberRules } from "./rules.js";
import type { ConsolidatedFigure, Consolidation } from "./types.js";
import { type Member, memberOf, type Ordered, pathOf, refTo, type Unit } from "./units.js";

const OWN_FIGURES = { zh: "本级自身的数字", en: "the parent’s own figures" } as const satisfies Sentence;

/** The sums of a unit for one year and edition. */
interface Part {
  readonly group: Group;
  /** `null` if nothing is ever added. */
  sums: LevelSums | null;
  given: number;
  counted: number;
  doubled: number;
}

/** The year and edition of the result. */
interface Choice {
  readonly edition: EditionId;
  readonly year: number | undefined;
}

/** The result for a unit, and the reports that are in it. */
export interface Summed {
  readonly level: Consolidation;
  readonly counted: readonly Kept[];
}

/** Outcomes of reports that could not be added before the year was known. */
interface Late {
  readonly sums: LevelSums | null;
  readonly counted: number;
  readonly doubled: number;
  readonly admitted: readonly Given[];
  readonly findings: readonly Said[];
}

interface Said extends Ordered {
  readonly finding: CrossReportFinding;
}

/**
 * Adds up the reports of a unit and of all units below it, separately for each year and edition, without keeping the reports.
 * The year and edition of the result are decided at the end.
 */
export class Accumulator {
  readonly #ledger: Ledger;
  readonly #unit: Unit;
  readonly #start: number;
  readonly #parts = new Map<Group, Part>();
  #children = 0;
  #skipped = 0;
  /** Agencies missing on levels that were added up elsewhere. */
  readonly #missingBelow: string[] = [];
  #hasOwn = false;
  /** An earlier report of the same agency, whose figures include everything below it. */
  #standsAlready: Seen | null = null;

  constructor(ledger: Ledger, unit: Unit, expected?: readonly string[]) {
    this.#ledger = ledger;
    this.#unit = unit;
    this.#start = ledger.next();
    if (expected === undefined) return;
    const names = new Map(expected.map((name) => [agencyNameKey(name), name]));
    unit.expectation = { order: this.#start, unit, names, present: new Map(), units: new Set() };
    ledger.expectations.push(unit.expectation);
  }

  /** Adds the report of a unit without subordinate units. Returns whether it is counted, as far as is known yet. */
  add(child: Draft): boolean {
    return this.#take(reportOf(child, memberOf(child, this.#nextChild(), this.#unit), this.#ledger.next()), false);
  }

  /** Adds the unit's own figures. Returns whether they are counted, as far as is known yet. */
  addOwn(own: Draft, declared?: Partial<Agency>): boolean {
    this.#hasOwn = true;
    this.#unit.agency ??= own.agency;
    const { above, position } = this.#unit;
    const member = memberOf(own, position, above ?? this.#unit);
    if (sameAgency(declared, own.agency) === "different") this.#sayOwnOfOther(member, declared);
    return this.#take(reportOf(own, member, this.#ledger.next()), true);
  }

  /** Opens a unit with subordinate units. `published` is its own report over all of them. */
  open(own: Draft | undefined, published: Draft | undefined, expected?: readonly string[]): Accumulator {
    const agency = own?.agency ?? published?.agency;
    const position = this.#nextChild();
    const scope = this.#ledger.registry.scopeOf(agency, this.#unit.scope);
    const below = new Accumulator(this.#ledger, { above: this.#unit, agency, position, scope, expectation: null }, expected);
    const head = own ?? published;
    if (head !== undefined) {
      const member = memberOf(head, position, this.#unit);
      for (const seen of this.#ledger.registry.like(agency ?? {}, this.#unit.scope)) {
        if (!seen.branch && seen.edition === head.edition && seen.year === head.year) below.#standsAlready = seen;
      }
      if (own === undefined) {
        const { edition, year } = head;
        this.#ledger.registry.note({ agency: agency ?? {}, member, edition, year, digest: null, branch: true, held: false });
      }
    }
    if (own !== undefined) below.addOwn(own, published?.agency);
    return below;
  }

  /** Adds an opened unit that is finished. */
  absorb(below: Accumulator): void {
    const { agency, position } = below.#unit;
    const member: Member = { index: position, agency: agency?.name ?? null, year: null, unit: this.#unit };
    const given = [...below.#parts.values()].reduce((sum, part) => sum + part.given, 0);
    if (given === 0 && below.#skipped === 0) this.#sayNothingBelow(member);
    else if (below.#standsAlready !== null) this.#refuse(below, below.#standsAlready, member, given);
    else {
      if (!below.#hasOwn) this.#noteExpectedUnit(agency, member);
      this.#takeOver(below);
    }
  }

  #takeOver(below: Accumulator): void {
    for (const part of below.#parts.values()) {
      const own = this.#parts.get(part.group);
      if (own === undefined) {
        this.#parts.set(part.group, part);
        continue;
      }
      if (part.sums !== null) own.sums?.addSums(part.sums);
      own.given += part.given;
      own.counted += part.counted;
      own.doubled += part.doubled;
    }
    this.#skipped += below.#skipped;
    this.#missingBelow.push(...below.#missingBelow);
  }

  /** Adds a level that was added up elsewhere. Returns whether it is counted, as far as is known yet. */
  addLevel(level: Consolidation): boolean {
    const { draft, figures, reports, skipped, missing, findings } = level;
    const member = memberOf(draft, this.#nextChild(), this.#unit);
    this.#skipped += skipped;
    this.#missingBelow.push(...missing);
    const under = draft.agency?.name ?? member.index ?? 0;
    for (const found of findings) {
      if (SUMMED_UP.has(found.code)) continue;
      this.#sayNow(foundBelow(found, under, this.#ledger.language));
    }
    if (reports === 0) {
      this.#sayNothingBelow(member);
      return false;
    }
    const placed = figures.map((figure) =>
      figure.firstBlank === null ? figure : { ...figure, firstBlank: refBelow(figure.firstBlank, under) },
    );
    const order = this.#ledger.next();
    return this.#take({ order, draft, member, weight: reports, addTo: (sums) => sums.addFigures(placed) }, true);
  }

  /** The sums of everything added so far, with their findings and the counted reports. */
  result(): Summed {
    const choice = this.#choice();
    const inside = [...this.#parts.values()].filter(({ group }) => isIn(group, choice));
    const outside = [...this.#parts.values()].filter(({ group }) => !isIn(group, choice));
    const late = this.#late(choice);
    const sums = sumsOf(choice, inside, late);
    const reports = inside.reduce((sum, { counted }) => sum + counted, late.counted);
    const figures = sums === null || reports === 0 ? [] : sums.figures();
    const skipped =
      this.#skipped +
      late.doubled +
      inside.reduce((sum, { doubled }) => sum + doubled, 0) +
      outside.reduce((sum, { given }) => sum + given, 0);
    const missing = this.#missing(inside, late);
    const findings = [
      ...this.#findings(inside, outside, choice, late),
      ...missing.findings,
      ...(reports === 0 ? [this.#say("consolidation.empty", memberRules.some, {}, {})] : []),
      ...(figures.length === 0 ? [] : this.#unknown(describeForm(choice.edition), figures)),
    ];
    const draft = this.#draft(choice, figures);
    const counted = inside.flatMap(({ group }) => since(group.kept, this.#start).filter((kept) => kept.counted));
    const admitted = late.admitted.map((given): Kept => ({ ...given, counted: true }));
    return {
      level: { draft, figures, reports, skipped, missing: missing.names, findings },
      counted: [...counted, ...admitted].sort(byOrder),
    };
  }

  #nextChild(): number {
    this.#children += 1;
    return this.#children - 1;
  }

  #partOf(group: Group): Part {
    const known = this.#parts.get(group);
    if (known !== undefined) return known;
    const sums = group.standing === "other" ? null : new LevelSums(group.edition);
    const part: Part = { group, sums, given: 0, counted: 0, doubled: 0 };
    this.#parts.set(group, part);
    return part;
  }

  #take(given: Given, branch: boolean): boolean {
    const ledger = this.#ledger;
    const { draft, member, weight, order } = given;
    const group = ledger.groupOf(draft);
    const part = this.#partOf(group);
    part.given += weight;
    if (part.sums === null) {
      ledger.keep(group, given, false);
      return false;
    }
    const seen = seenAs(given, branch);
    const rejection = this.#rejectionOf(given, seen);
    if (rejection !== null) {
      ledger.keep(group, given, false);
      if (rejection === "held") {
        ledger.held.push({ ...given, group });
        ledger.registry.note({ ...seen, held: true });
      } else group.notes.push({ order, member, note: rejection });
      // The parent's own report does not belong to the level below, so leaving it out does not make the set incomplete.
      if (rejection !== "held" && rejection.why !== "isParent") part.doubled += weight;
      return false;
    }
    ledger.registry.note(seen);
    ledger.keep(group, given, true);
    part.counted += weight;
    given.addTo(part.sums);
    this.#noteExpected(group, given);
    return this.#parts.size === 1 || isIn(group, this.#choice());
  }

  #rejectionOf(given: Given, again: Seen): Rejection | "held" | null {
    if (isParents(given)) return { why: "isParent" };
    let held = false;
    for (const first of this.#ledger.registry.like(again.agency, given.member.unit.scope)) {
      if (first.edition !== again.edition) continue;
      const { year: asked } = this.#ledger.asked;
      const [year, other] = [first.year ?? asked, again.year ?? asked];
      if (year === other && !first.held) return rejectionBy(first, again);
      if (year === other || year === undefined || other === undefined) held = true;
    }
    return held ? "held" : null;
  }

  /** Records that an expected or an unexpected agency is present. */
  #noteExpected(group: Group, { draft, member, order }: Given): void {
    const { expectation } = member.unit;
    const name = nameOf(draft.agency);
    // The parent's own figures are never among the expected ones.
    if (expectation === null || name === null || member.index === null) return;
    if (!expectation.names.has(name)) {
      group.notes.push({ order, member, note: { why: "unexpected" } });
      return;
    }
    const present = expectation.present.get(group);
    if (present === undefined) expectation.present.set(group, new Set([name]));
    else present.add(name);
  }

  /** As {@link #noteExpected}, for a unit that has subordinate units but no figures of its own. */
  #noteExpectedUnit(agency: Partial<Agency> | undefined, member: Member): void {
    const { expectation } = this.#unit;
    const name = nameOf(agency);
    if (expectation === null || name === null) return;
    if (expectation.names.has(name)) expectation.units.add(name);
    else this.#sayNow(this.#noted({ why: "unexpected" }, member));
  }

  /** The requested year and edition, otherwise those of most reports; in a tie those that came first. */
  #choice(): Choice {
    const { asked } = this.#ledger;
    const parts = [...this.#parts.values()];
    const usual = asked.edition ?? mostOf(parts, ({ group }) => group.edition);
    const edition = usual ?? this.#ledger.edition;
    if (edition === undefined) {
      throw errorFrom("consolidation.noEdition", [
        finding(consolidationMessages, "consolidation.noEdition", {}, this.#ledger.language, { path: "edition" }),
      ]);
    }
    const ofEdition = parts.filter(({ group }) => group.edition === edition);
    return { edition, year: asked.year ?? mostOf(ofEdition, ({ group }) => group.year) };
  }

  /** Adds the reports that had to wait, in the order in which they came. */
  #late(choice: Choice): Late {
    const registry = new Registry();
    const admitted: Given[] = [];
    const findings: Said[] = [];
    let sums: LevelSums | null = null;
    let counted = 0;
    let doubled = 0;
    for (const held of since(this.#ledger.held, this.#start)) {
      const { group, member, order, weight } = held;
      if (!isIn(group, choice)) continue;
      const again = seenAs(held, false);
      const others = [this.#ledger.registry, registry].flatMap((known) => [...known.like(again.agency, member.unit.scope)]);
      const first = others.find(
        ({ edition, year, held: waits }) => !waits && edition === choice.edition && (year === undefined || year === choice.year),
      );
      if (first !== undefined) {
        doubled += weight;
        findings.push({ order, finding: this.#noted(rejectionBy(first, again), member) });
        continue;
      }
      registry.note(again);
      sums ??= new LevelSums(choice.edition);
      held.addTo(sums);
      counted += weight;
      admitted.push(held);
    }
    return { sums, counted, doubled, admitted, findings };
  }

  #findings(inside: readonly Part[], outside: readonly Part[], choice: Choice, late: Late): readonly CrossReportFinding[] {
    const said: Said[] = [...since(this.#ledger.said, this.#start), ...late.findings];
    for (const { group } of inside) {
      for (const { order, member, note } of since(group.notes, this.#start)) {
        said.push({ order, finding: this.#noted(note, member) });
      }
    }
    for (const { group } of outside) {
      for (const { order, member } of since(group.kept, this.#start)) {
        said.push({ order, finding: this.#outside(member, group, choice) });
      }
    }
    return said.sort(byOrder).map(({ finding: found }) => found);
  }

  #noted(note: Note, member: Member): CrossReportFinding {
    const ref = refTo(member);
    const report = reportName(ref);
    const path = "agency.name";
    switch (note.why) {
      case "unexpected":
        return this.#say("consolidation.unexpected", memberRules.expected, { report }, { reports: [ref], path });
      case "isParent":
        return this.#say("consolidation.isParent", memberRules.below, { report }, { reports: [ref], path });
      case "doubled":
      case "sameName": {
        const first = refTo(note.first);
        const rule = note.why === "doubled" ? memberRules.unique : memberRules.distinct;
        const params = { report, first: positionOf(first) };
        return this.#say(`consolidation.${note.why}`, rule, params, { reports: [first, ref], path });
      }
    }
  }

  #outside(member: Member, { edition, year }: Group, choice: Choice): CrossReportFinding {
    const ref = refTo(member);
    const report = reportName(ref);
    if (edition !== choice.edition) {
      const params = { report, expected: choice.edition, found: edition };
      const about = { reports: [ref], path: "edition", expected: choice.edition, actual: edition };
      return this.#say("consolidation.otherEdition", memberRules.sameEdition, params, about);
    }
    const [expected, found] = [choice.year ?? "", year ?? ""];
    const about = { reports: [ref], path: "year", expected, actual: found };
    return this.#say("consolidation.otherYear", memberRules.sameYear, { report, expected, found }, about);
  }

  /** The missing agencies of this level and of those below. */
  #missing(
    inside: readonly Part[],
    late: Late,
  ): { readonly names: readonly string[]; readonly findings: readonly CrossReportFinding[] } {
    const names: string[] = [];
    const findings: CrossReportFinding[] = [];
    const say = (name: string, under: readonly (string | number)[]): void => {
      names.push(name);
      const above = unitsInWords(under);
      const agency = { zh: above.zh + name, en: above.en + name };
      findings.push(this.#say("consolidation.missing", memberRules.present, { agency }, { actual: name }));
    };
    for (const expectation of since(this.#ledger.expectations, this.#start)) {
      const present = new Set([
        ...expectation.units,
        ...inside.flatMap(({ group }) => [...(expectation.present.get(group) ?? [])]),
      ]);
      for (const { draft, member } of late.admitted) {
        const name = nameOf(draft.agency);
        if (member.unit === expectation.unit && name !== null) present.add(name);
      }
      for (const [key, name] of expectation.names) if (!present.has(key)) say(name, pathOf(expectation.unit));
    }
    for (const name of this.#missingBelow) say(name, []);
    return { names, findings };
  }

  #refuse(below: Accumulator, first: Seen, member: Member, given: number): void {
    this.#skipped += below.#skipped + given;
    for (const { group } of below.#parts.values()) {
      for (const kept of since(group.kept, below.#start)) kept.counted = false;
    }
    const ref = refTo(member);
    const firstRef = refTo(first.member);
    const params = { report: reportName(ref), first: positionOf(firstRef), count: given };
    const about = { reports: [firstRef, ref], path: "agency.name" };
    this.#sayNow(this.#say("consolidation.unitDoubled", memberRules.unique, params, about));
  }

  /** A unit without any report: nothing is added, with a finding. */
  #sayNothingBelow(member: Member): void {
    this.#skipped += 1;
    const ref = refTo(member);
    const about = { reports: [ref] };
    this.#sayNow(this.#say("consolidation.nothingBelow", memberRules.some, { report: reportName(ref) }, about));
  }

  #sayOwnOfOther(member: Member, declared: Partial<Agency> | undefined): void {
    const ref = refTo(member);
    const parent: ReportRef = { ...ref, index: null, agency: declared?.name ?? null };
    const params = { own: reportName(ref), parent: reportName(parent) };
    const about = { reports: [parent, ref], path: "agency.name" };
    this.#sayNow(this.#say("consolidation.ownOfOther", memberRules.own, params, about));
  }

  #sayNow(found: CrossReportFinding): void {
    this.#ledger.said.push({ order: this.#ledger.next(), finding: found });
  }

  /** Figures without a sum: blank in some report, or larger than a report can state. */
  #unknown(form: Form, figures: readonly ConsolidatedFigure[]): readonly CrossReportFinding[] {
    return form.cells.flatMap((cell): readonly CrossReportFinding[] => {
      const figure = figures[cell.index];
      if (figure === undefined) return [];
      const { sum, blanks, firstBlank } = figure;
      const about = { path: cell.address };
      if (firstBlank !== null) {
        const params = { ...cellParams(cell), count: blanks, report: reportName(firstBlank), sum };
        const cells = [{ address: cell.address, coordinate: cell.coordinate, value: null, place: null, report: firstBlank }];
        return [this.#say("consolidation.blank", memberRules.filled, params, { ...about, reports: [firstBlank], cells })];
      }
      if (isFigure(cell.unit, sum)) return [];
      const params = { ...cellParams(cell), sum };
      return [this.#say("consolidation.tooLarge", memberRules.exact, params, { ...about, actual: sum })];
    });
  }

  #draft({ edition, year }: Choice, figures: readonly ConsolidatedFigure[]): Draft {
    const { agency } = this.#unit;
    const head = { ...(year === undefined ? {} : { year }), ...(agency === undefined ? {} : { agency }) };
    return draftOf(edition, head, figures.length === 0 ? null : describeForm(edition), figures);
  }

  #say<C extends Code>(
    code: C,
    rule: (typeof memberRules)[keyof typeof memberRules],
    params: ParamsOf<typeof consolidationMessages, C>,
    about: About,
  ): CrossReportFinding {
    return consolidationFinding(code, rule, params, this.#ledger.language, about);
  }
}

/** A unit at the top of the tree. */
export function topUnit(agency: Partial<Agency> | undefined): Unit {
  return { above: null, agency, position: null, scope: 0, expectation: null };
}

/** Findings of a level that are made anew for all levels together. */
const SUMMED_UP: ReadonlySet<string> = new Set<Code>([
  "consolidation.blank",
  "consolidation.tooLarge",
  "consolidation.missing",
  "consolidation.empty",
]);

function reportOf(draft: Draft, member: Member, order: number): Given {
  return { draft, member, order, weight: 1, addTo: (sums) => sums.addReport(draft, member) };
}

function isIn(group: Group, { edition, year }: Choice): boolean {
  return group.edition === edition && (group.year === year || group.year === undefined);
}

/** The year and edition of most reports; in a tie those that came first. */
function mostOf<T>(parts: readonly Part[], of: (part: Part) => T | undefined): T | undefined {
  const counts = new Map<T, number>();
  for (const part of parts) {
    const value = of(part);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + part.given);
  }
  let most: T | undefined;
  for (const [value, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = value;
  return most;
}

function sumsOf(choice: Choice, inside: readonly Part[], late: Late): LevelSums | null {
  const all = [...inside.map(({ sums }) => sums), late.sums].filter((sums) => sums !== null);
  const [only] = all;
  if (all.length <= 1) return only ?? null;
  const together = new LevelSums(choice.edition);
  for (const sums of all) together.addSums(sums);
  return together;
}

function byOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order;
}

/** The identification of a report in words. */
function positionOf({ index, under = [] }: ReportRef): Sentence {
  if (index === null) return OWN_FIGURES;
  const above = unitsInWords(under);
  return { zh: `${above.zh}第${index + 1}份`, en: `${above.en}number ${index + 1}` };
}
