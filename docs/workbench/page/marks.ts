/**
 * How the figures of a report are marked, and the operators between those of the open finding.
 */
import { type Cell, describeForm, type EditionId, type FigureValue, figuresOf } from "disclosure-report";
import { type FormGrid, gridOf } from "./grid.js";
import { t } from "./language.js";
import { editedIn, figureOf, now, type Sheet, type Snapshot } from "./model.js";
import type { Fill, PanelItem } from "./panel.js";

export interface Mark {
  readonly value: FigureValue;
  readonly classes: readonly string[];
  /** The mark in words, for the name of the cell. */
  readonly word: string;
  readonly refused: string | null;
  readonly old: FigureValue | undefined;
  readonly offer: Fill | null;
}

export interface Operators {
  readonly right?: string;
  readonly down?: string;
}

export function marksOf(
  sheet: Sheet,
  live: Snapshot,
  items: readonly PanelItem[],
  open: PanelItem | null,
): ReadonlyMap<string, Mark> {
  const figures = figuresOf(live.draft);
  const edited = editedIn(sheet);
  const before = figuresOf(now(sheet).draft);
  const suspects = suspectsIn(items);
  const warned = new Set(
    items.flatMap((item) =>
      item.level === "warning" && item.fills.length === 0 && !item.kept && item.kind !== "check.blanks" ? item.cells : [],
    ),
  );
  const offers = new Map(items.flatMap(({ fills }) => fills).map((fill) => [fill.address, fill]));
  const involved = new Set(open?.rules.length === 0 ? [] : (open?.cells ?? []));
  const grid = gridOf(live.draft.edition);
  const marks = new Map<string, Mark>();
  for (const cell of describeForm(live.draft.edition).cells) {
    const { address } = cell;
    const value = figureOf(figures, cell);
    const refused = live.refused[address] ?? null;
    const offer = offers.get(address) ?? null;
    const classes: string[] = [];
    const words: string[] = [];
    if (isTotal(cell)) classes.push("tot");
    if (refused !== null) {
      classes.push("refused");
      words.push(t(`不是数，未采用：${refused}`, `not a number, not used: ${refused}`));
    } else if (value === null) {
      classes.push(offer === null ? "blank" : "offer");
      words.push(offer === null ? t("未填", "blank") : t(`未填，可填入${offer.value}`, `blank, ${offer.value} can be filled in`));
    }
    if (value === 0) classes.push("zero");
    if (live.mode === "compute" && grid.totals.has(address)) {
      classes.push("auto");
      words.push(t("自动合计", "computed"));
      if (!Object.is(before[cell.index], figures[cell.index])) classes.push("chg");
    }
    const suspect = suspects.get(address);
    if (suspect !== undefined) {
      classes.push("suspect");
      words.push(suspect);
    } else if (involved.has(address)) {
      classes.push("involved");
      words.push(t("算式中的数", "part of the sum"));
    } else if (warned.has(address) && value !== null) {
      classes.push("warn");
      words.push(t("提醒", "look at this"));
    }
    const old = edited.get(address);
    if (old !== undefined) {
      classes.push("edited");
      words.push(t(`已更正，原为${old ?? "空白"}`, `edited, was ${old ?? "blank"}`));
    }
    marks.set(address, { value, classes, word: words.join(t("，", ", ")), refused, old, offer });
  }
  return marks;
}

const isTotal = ({ fieldPath, recordPath }: Cell): boolean =>
  fieldPath.at(-1)?.role === "total" || recordPath.at(-1)?.role === "concluded";

const MOST_SUSPECTS = 6;

function suspectsIn(items: readonly PanelItem[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { problem, kept } of items) {
    if (problem === null || kept) continue;
    // Of many figures each of which may be the wrong one, none is likely to be.
    if (!problem.certain && problem.finding.cells.length > MOST_SUSPECTS) continue;
    for (const { address } of problem.finding.cells) {
      const change = problem.repairs.flatMap(({ changes }) => changes).find((one) => one.address === address);
      const to = problem.certain ? change?.to : undefined;
      found.set(
        address,
        to === undefined || to === null ? t("疑似填错", "suspected") : t(`疑似填错，应为${to}`, `suspected, should be ${to}`),
      );
    }
  }
  return found;
}

/** The open finding's sums, on the borders of its cells. */
export function operatorsOf(open: PanelItem | null, edition: EditionId): ReadonlyMap<string, Operators> {
  const found = new Map<string, Operators>();
  const grid: FormGrid = gridOf(edition);
  for (const id of open?.rules ?? []) {
    const rule = grid.rules.get(id);
    if (rule === undefined) continue;
    const right = rule.right ?? rule.terms.filter(([coefficient]) => coefficient === -1).length;
    rule.terms.slice(0, -1).forEach(([, address], i) => {
      const [a, b] = [grid.spots.get(address), grid.spots.get(rule.terms[i + 1]?.[1] ?? "")];
      if (a === undefined || b === undefined) return;
      const sign = i + 1 === rule.terms.length - right ? "≠" : "+";
      found.set(address, { ...found.get(address), ...(a.row === b.row ? { right: sign } : { down: sign }) });
    });
  }
  return found;
}
