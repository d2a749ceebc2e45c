/**
 * What the panel lists: findings in the order in which they help most, those that one repair mends as one.
 */
import {
  type Cell,
  cellLabel,
  type Draft,
  describeForm,
  type FigureValue,
  type Finding,
  formatCoordinate,
  type Place,
  sectionsOf,
} from "disclosure-report";
import { completeDraft, type Problem, type Repair } from "disclosure-report/repair";
import { gridOf } from "./grid.js";
import { language, many, said, t } from "./language.js";
import { equationOf, now, type Offer, openRemarks, type SheetItem, yearOffers } from "./model.js";

export type Level = "error" | "warning" | "advice";

export interface PanelItem {
  /** What the finding is about, so that it is the same one after the next check. */
  readonly key: string;
  /** What it may be listed together with; `null` if it is listed for itself. */
  readonly kind: string | null;
  readonly level: Level;
  readonly title: string;
  readonly where: string;
  readonly body: string;
  /** Balances that do not hold, to be written out. */
  readonly rules: readonly string[];
  /** The figures that it shows. */
  readonly cells: readonly string[];
  /** The figures that are likely to be wrong. */
  readonly suspects: readonly string[];
  readonly problem: Problem | null;
  readonly fills: readonly Fill[];
  /** Findings of the same kind that are listed as one, this one among them. */
  readonly alike: readonly PanelItem[];
  readonly section: string | null;
  readonly path: string | null;
  /** A person may say that it is right as it is, where no correction stands beside it. */
  readonly leavable: boolean;
  readonly kept: boolean;
}

/** A blank that can be filled, and why. */
export interface Fill {
  readonly address: string;
  readonly value: FigureValue;
  readonly why: string;
  readonly how: "offer" | "lastYear";
}

/** How a level is drawn. */
export const LEVELS: Readonly<
  Record<Level, { readonly icon: "cross" | "warn" | "info"; readonly className: string; readonly mark: string }>
> = {
  error: { icon: "cross", className: "err", mark: "e" },
  warning: { icon: "warn", className: "warn", mark: "w" },
  advice: { icon: "info", className: "adv", mark: "" },
};

const ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, advice: 2 };

export function itemsOf({ sheet, check }: SheetItem, previous: Draft | null): readonly PanelItem[] {
  const { draft } = now(sheet);
  const items: PanelItem[] = [];
  const fills = blanksThatFollow(draft);
  const follows = new Set(fills.map(({ address }) => address));
  const explained = new Set<string>();
  const current = check !== null && check.edition === draft.edition ? check : null;
  for (const problem of current?.explanation?.problems ?? []) {
    for (const rule of problem.rules) explained.add(rule);
    items.push(ofProblem(problem, draft));
  }
  const problems = new Set((current?.explanation?.problems ?? []).map(({ finding }) => finding));
  for (const finding of current?.findings ?? []) {
    if (finding.code.startsWith("repair.") || problems.has(finding)) continue;
    if (finding.rule !== null && explained.has(finding.rule)) continue;
    if (finding.code === "check.blanks" && finding.cells.every(({ address }) => follows.has(address))) continue;
    items.push(ofFinding(finding, draft));
  }
  if (fills.length > 0) items.push(ofFills("offer", fills, draft));
  const last = previous === null ? [] : yearOffers(draft, previous).map((offer) => fillOf(offer));
  if (last.length > 0) items.push(ofFills("lastYear", last, draft));
  for (const { key, remark } of openRemarks(sheet)) {
    // Every blank is marked on the form, and listed above: its row need not be named once more.
    if (remark.code === "reading.blank") continue;
    items.push({ ...ofFinding(remark, draft), key, leavable: true });
  }
  const kept = new Set(sheet.kept);
  return folded(items)
    .map((item) => ({ ...item, kept: kept.has(item.key) }))
    .sort((a, b) => Number(a.kept) - Number(b.kept) || ORDER[a.level] - ORDER[b.level] || certainty(b) - certainty(a));
}

/** So many findings of one kind in one section are listed as one. */
const MANY_ALIKE = 3;

/** Lists what is said of row after row once. What is wrong, and what a sentence says, is always listed for itself. */
function folded(items: readonly PanelItem[]): readonly PanelItem[] {
  const kinds = new Map<string, PanelItem[]>();
  for (const item of items) {
    const kind = item.kind === null ? item.key : `alike:${item.kind}:${item.section ?? ""}`;
    const own = kinds.get(kind);
    if (own === undefined) kinds.set(kind, [item]);
    else own.push(item);
  }
  return [...kinds].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined || own.length < MANY_ALIKE) return own;
    const title = t(`${first.title}，同类共${own.length}处`, `${first.title}, and ${own.length - 1} more like it`);
    return [{ ...first, key, title, cells: own.flatMap(({ cells }) => cells), body: "", alike: own }];
  });
}

const certainty = ({ problem }: PanelItem): number => (problem?.certain === true ? 1 : 0);

export function blanksThatFollow(draft: Draft): readonly Fill[] {
  return completeDraft(draft, { language: language() }).filled.map(({ address, value, message }) => ({
    address,
    value,
    why: message,
    how: "offer",
  }));
}

const fillOf = ({ address, value, rule }: Offer): Fill => ({ address, value, why: said(rule.statement), how: "lastYear" });

function ofFills(how: Fill["how"], fills: readonly Fill[], draft: Draft): PanelItem {
  const n = fills.length;
  const title =
    how === "offer"
      ? t(
          `有${n}格未填，可由其余各格推算`,
          many(n, "blank figure follows from the others", "blank figures follow from the others"),
        )
      : t(
          `有${n}格可由上年报告填入`,
          many(n, "figure follows from last year's report", "figures follow from last year's report"),
        );
  const body =
    how === "offer"
      ? t("未填与填0不是一回事，填入前请确认。", "A blank is not 0: confirm before filling in.")
      : t(
          "上年结转、现行有效件数与上年报告衔接，逐项确认后填入。",
          "What is brought forward and in force follows on from last year; confirm each.",
        );
  const cells = fills.map(({ address }) => address);
  return {
    key: how,
    kind: null,
    level: how === "offer" ? "warning" : "advice",
    title,
    where: placesOf(cells, draft),
    body,
    rules: [],
    cells,
    suspects: [],
    problem: null,
    fills,
    alike: [],
    section: sectionOf(cells[0] ?? null, null),
    path: null,
    leavable: false,
    kept: false,
  };
}

function ofProblem(problem: Problem, draft: Draft): PanelItem {
  const { finding, rules, repairs } = problem;
  const suspects = finding.cells.map(({ address }) => address);
  const [repair] = repairs;
  const [change, ...more] = repair?.changes ?? [];
  const form = describeForm(draft.edition);
  const cell = form.byAddress[change?.address ?? ""];
  const single = problem.certain && change !== undefined && more.length === 0 && cell !== undefined;
  const title = single
    ? t(
        `${shortLabel(cell)}应为${change.to}，填报${change.from ?? "空白"}`,
        `${shortLabel(cell)}, should be ${change.to}; reported ${change.from ?? "blank"}`,
      )
    : problem.certain
      ? t(
          `更正${repair?.changes.length ?? 0}格，${rules.length}条勾稽关系即可成立`,
          `Correcting ${many(repair?.changes.length ?? 0, "figure")} makes ${many(rules.length, "balance")} hold`,
        )
      : (differenceOf(rules, draft) ??
        t(`${rules.length}条勾稽关系不成立`, many(rules.length, "balance does not hold", "balances do not hold")));
  const count = repairs.length + problem.omitted;
  const body =
    problem.certain || count === 0
      ? ""
      : count === 1
        ? t(
            "只找到一种更正，但不能断定，请对照台账。",
            "Only one correction was found, but it is not certain; compare with your records.",
          )
        : t(`有${count}种同样简单的更正，请对照台账。`, `${count} corrections are about as simple; compare with your records.`);
  return {
    key: `problem:${[...rules].sort().join(",")}${rules.length === 0 ? suspects.join(",") : ""}`,
    kind: null,
    level: "error",
    title,
    where: placesOf(single ? suspects : suspects.slice(0, 3), draft),
    body,
    rules,
    cells: [...new Set([...rules.flatMap((rule) => gridOf(draft.edition).rules.get(rule)?.cells ?? []), ...suspects])],
    suspects,
    problem,
    fills: [],
    alike: [],
    section: sectionOf(suspects[0] ?? null, null),
    path: null,
    leavable: false,
    kept: false,
  };
}

/** What a single sum that does not hold says: by how much its total differs. */
function differenceOf(rules: readonly string[], draft: Draft): string | null {
  const rule = rules.length === 1 ? gridOf(draft.edition).rules.get(rules[0] ?? "") : undefined;
  if (rule === undefined) return null;
  const { right, leftSum, rightSum } = equationOf(rule, draft);
  const cell = right.length === 1 ? describeForm(draft.edition).byAddress[right[0]?.address ?? ""] : undefined;
  if (cell === undefined || leftSum === null || rightSum === null) return null;
  const difference = Math.abs(leftSum - rightSum);
  return t(
    `${shortLabel(cell)}与各项之和相差${difference}`,
    `${shortLabel(cell)}, differs from the sum of its parts by ${difference}`,
  );
}

function ofFinding(finding: Finding, draft: Draft): PanelItem {
  const cells = finding.cells.map(({ address }) => address);
  const [title, body] = titled(finding);
  const grid = gridOf(draft.edition);
  const ofText = finding.path?.startsWith("narrative.") === true;
  return {
    // Two sentences of one section may both differ from the tables.
    key: [finding.code, finding.rule, finding.path, finding.params["quote"], cells[0]].join(":"),
    kind: finding.severity === "error" || ofText ? null : finding.code,
    level: finding.severity,
    title,
    where: ofText ? sectionName(sectionOf(null, finding.path), draft) : placesOf(cells.slice(0, 3), draft),
    body,
    rules: finding.rule !== null && grid.rules.has(finding.rule) ? [finding.rule] : [],
    cells,
    suspects: [],
    problem: null,
    fills: [],
    alike: [],
    section: sectionOf(cells[0] ?? null, finding.path),
    path: finding.path,
    leavable: finding.severity !== "error",
    kept: false,
  };
}

/** A title, and what it leaves out: of a sentence of the report the words that it is about, else the first sentence. */
function titled(finding: Finding): readonly [string, string] {
  const { quote } = finding.params;
  if (finding.path?.startsWith("narrative.") && typeof quote === "string") {
    return [t(`正文“${quote}”与表格不一致`, `the text says “${quote}”, the tables do not`), finding.message];
  }
  return parted(finding.message);
}

/** The first sentence, and the rest. */
function parted(message: string): readonly [string, string] {
  const at = language() === "zh" ? message.search(/[。；]/) + 1 : message.search(/[.;] /) + 1;
  if (at === 0 || at === message.length) return [message.replace(/[。；.]$/, ""), ""];
  return [message.slice(0, at - 1), message.slice(at).trim()];
}

function sectionOf(address: string | null, path: string | null): string | null {
  if (address !== null) return address.split(".", 1)[0] ?? null;
  const [first, second] = (path ?? "").split(".");
  return first === "narrative" ? (second ?? null) : (first ?? null);
}

function sectionName(id: string | null, draft: Draft): string {
  const section = sectionsOf(draft.edition).find((one) => one.id === id);
  return section === undefined ? "" : t(`第${section.number}部分`, `section ${section.number}, ${section.english}`);
}

/** “本年新收政府信息公开申请数量”总计: row and column in the words of the form. */
export function shortLabel(cell: Cell): string {
  const row = cell.recordPath.at(-1)?.term;
  const column = cell.fieldPath.at(-1)?.term;
  return t(`“${row?.label ?? ""}”${column?.label ?? ""}`, `“${row?.english ?? ""}”, ${column?.english ?? ""}`);
}

export function placesOf(addresses: readonly string[], draft: Draft): string {
  const form = describeForm(draft.edition);
  const cells = addresses.flatMap((address) => form.byAddress[address] ?? []);
  const named = cells.slice(0, 2).map(({ coordinate }) => formatCoordinate(coordinate, language()));
  return named.join(t("、", "; ")) + (cells.length > 2 ? t(`等${cells.length}格`, ` and ${cells.length - 2} more`) : "");
}

export const longLabel = (cell: Cell): string => cellLabel(cell, language());

/** How sure a repair is: three words. */
export function sureness(problem: Problem): { readonly bars: 1 | 2 | 3; readonly word: string } {
  if (problem.certain) return { bars: 3, word: t("确定", "certain") };
  if (problem.repairs.length === 1 && problem.omitted === 0) return { bars: 2, word: t("较大", "likely") };
  return { bars: 1, word: t("存疑", "in doubt") };
}

export const isSettled = ({ settled }: Repair): boolean => settled;

/** Where something stands in its file, in words. */
export function placeText(place: Place): string {
  const zh = [
    place.sheet === null ? "" : `工作表“${place.sheet}”`,
    place.page === null ? "" : `第${place.page}页`,
    place.table === null ? "" : `第${place.table}个表格`,
    place.row === null ? "" : `第${place.row}行`,
    place.column === null ? "" : `第${place.column}格`,
    place.row === null && place.line !== null ? `第${place.line}行` : "",
  ].join("");
  const en = [
    place.sheet === null ? [] : [`sheet “${place.sheet}”`],
    place.page === null ? [] : [`page ${place.page}`],
    place.table === null ? [] : [`table ${place.table}`],
    place.row === null ? [] : [`row ${place.row}`],
    place.column === null ? [] : [`cell ${place.column}`],
    place.row === null && place.line !== null ? [`line ${place.line}`] : [],
  ].flat();
  return t(zh, en.join(", "));
}
