import type { Sentence } from "../findings/finding.js";
import { type Cell, leafOf, printedHeading } from "../form/cells.js";
import { byEdition, cellLabel, describeForm, type EditionId, type Form, type FormTable } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { Balance, Heading, Role, Unit } from "../form/types.js";
import { AMOUNT_DECIMALS } from "../report/money.js";
import { describeUnit } from "../report/units.js";
import type { DomainRule, LinearRule, LinearTerm } from "./types.js";

/** Longest sum that a statement spells out; a longer one is given by its first and last term. */
const LONGEST_SUM = 4;

type PathOf = (cell: Cell) => readonly Heading[];

const recordPath: PathOf = (cell) => cell.recordPath;
const fieldPath: PathOf = (cell) => cell.fieldPath;

function name(path: readonly Heading[]): Sentence {
  const leaf = leafOf(path);
  return { zh: leaf.marker + leaf.term.label, en: leaf.term.english };
}

function sumOf(cells: readonly Cell[], path: PathOf): Sentence {
  const names = cells.map((cell) => name(path(cell)));
  const [first] = names;
  const last = names[names.length - 1];
  if (first === undefined || last === undefined || names.length <= LONGEST_SUM) {
    return { zh: names.map(({ zh }) => zh).join(" + "), en: names.map(({ en }) => en).join(" + ") };
  }
  return {
    zh: `“${first.zh}”至“${last.zh}”${names.length}项之和`,
    en: `sum of the ${names.length} from “${first.en}” to “${last.en}”`,
  };
}

function balanceRule(balance: Balance, cells: readonly Cell[]): LinearRule {
  const varying = balance.over === "records" ? recordPath : fieldPath;
  const fixed = balance.over === "records" ? fieldPath : recordPath;
  const having = (roles: readonly Role[]): readonly Cell[] => cells.filter((cell) => roles.includes(leafOf(varying(cell)).role));
  const left = having(balance.left);
  const right = having(balance.right);
  const about = leafOf(cells.slice(0, 1).flatMap(fixed));
  const subject: Sentence = { zh: printedHeading(about), en: about.term.english };
  const sums = [sumOf(left, varying), sumOf(right, varying)] as const;
  return {
    kind: "linear",
    id: `${balance.family}.${about.term.id}`,
    family: balance.family,
    scope: "report",
    severity: "error",
    basis: balance.basis,
    citation: balance.citation,
    cells: [...left, ...right].map(({ address }) => address),
    terms: [
      ...left.map(({ address }): LinearTerm => [1, address, "this"]),
      ...right.map(({ address }): LinearTerm => [-1, address, "this"]),
    ],
    relation: "=",
    constant: 0,
    right: right.length,
    statement: {
      zh: `${subject.zh}：${sums[0].zh} = ${sums[1].zh}`,
      en: `${subject.en}: ${sums[0].en} = ${sums[1].en}`,
    },
  };
}

function balanceRules(table: FormTable): readonly LinearRule[] {
  return table.definition.balances.flatMap((balance) => {
    const lines = new Map<string, Cell[]>();
    for (const cell of table.cells) {
      const key = balance.over === "records" ? cell.field : cell.record;
      lines.set(key, [...(lines.get(key) ?? []), cell]);
    }
    return [...lines.values()].map((cells) => balanceRule(balance, cells));
  });
}

/** The domain of each unit. */
const DOMAINS = {
  count: { type: "count", min: 0, scale: 0 },
  change: { type: "change", min: null, scale: 0 },
  amount: { type: "amount", min: 0, scale: AMOUNT_DECIMALS },
} as const satisfies Record<Unit, Pick<DomainRule, "type" | "min" | "scale">>;

/** Whether a rule only states the domain of a figure. */
export function isStandardDomain({ type, min, scale }: DomainRule): boolean {
  return min === DOMAINS[type].min && scale === DOMAINS[type].scale;
}

function domainRule(cell: Cell, source: Citation): DomainRule {
  const expected = describeUnit(cell.unit);
  return {
    kind: "domain",
    id: `domain.${cell.address}`,
    family: "domain",
    scope: "report",
    severity: "error",
    basis: "definitional",
    citation: [source],
    cells: [cell.address],
    ...DOMAINS[cell.unit],
    statement: {
      zh: `${cellLabel(cell, "zh")}：${expected.zh}`,
      en: `${cellLabel(cell, "en")}: ${expected.en}`,
    },
  };
}

function rulesOfForm(form: Form): readonly ReportRule[] {
  const source: Citation = { source: form.edition.source };
  return [...form.tables.flatMap(balanceRules), ...form.cells.map((cell) => domainRule(cell, source))];
}

/** A rule over a single report. */
export type ReportRule = LinearRule | DomainRule;

const rules = /* @__PURE__ */ byEdition((id) => rulesOfForm(describeForm(id)));

/** The balances that an edition states or that follow from what a total is, then the domain of each figure. */
export function reportRules(edition: EditionId): readonly ReportRule[] {
  return rules[describeForm(edition).id];
}
