/**
 * What is judged of each thing that is open, in the order in which it asks for attention.
 */
import { t } from "./language.js";
import { type Item, now, openRemarks, type Sheet, type SheetItem } from "./model.js";

export type Group = "err" | "bad" | "part" | "ok" | "wait";

export const ORDER: readonly Group[] = ["err", "bad", "part", "ok", "wait"];

export function groupName(group: Group): string {
  switch (group) {
    case "err":
      return t("不成立", "Does not hold");
    case "bad":
      return t("不能读取", "Cannot be read");
    case "part":
      return t("有空白或待核实", "Blanks, or to be looked at");
    case "ok":
      return t("全部成立", "All holds");
    case "wait":
      return t("等待读取", "Waiting");
  }
}

export function groupOf(item: Item): Group {
  if (item.kind === "failed") return "bad";
  if (item.kind !== "sheet") return "wait";
  const { counts } = statusOf(item);
  return counts.violated > 0 ? "err" : counts.undetermined > 0 || counts.lost > 0 ? "part" : "ok";
}

interface Judgement {
  readonly counts: {
    readonly violated: number;
    readonly undetermined: number;
    readonly blanks: number;
    /** What reading could not take, and nobody has said to be right. */
    readonly lost: number;
  };
}

const judgements = new WeakMap<SheetItem, Judgement>();

/** What is judged of a report: its own balances now, and, once the whole check is made, those with other years too. */
export function statusOf(item: SheetItem): Judgement {
  const known = judgements.get(item) ?? judgementOf(item);
  judgements.set(item, known);
  return known;
}

const losses = new WeakMap<Sheet, number>();

/** Counted once for a report as it is, not with every digit that is typed. */
function lostIn(sheet: Sheet): number {
  const known = losses.get(sheet);
  if (known !== undefined) return known;
  const kept = new Set(sheet.kept);
  const lost = openRemarks(sheet).filter(({ key, remark }) => remark.severity === "error" && !kept.has(key)).length;
  losses.set(sheet, lost);
  return lost;
}

function judgementOf({ quick, check, sheet }: SheetItem): Judgement {
  const years = (check?.findings ?? []).filter(
    ({ rule, severity }) => severity === "error" && /^carryOver/.test(rule ?? ""),
  ).length;
  const { draft } = now(sheet);
  const blanks = quick.verdicts.filter(({ rule, outcome }) => rule.startsWith("domain.") && outcome === "undetermined").length;
  return {
    counts: {
      violated: quick.counts.violated + (draft.edition === quick.edition ? years : 0),
      undetermined: quick.verdicts.filter(({ rule, outcome }) => !rule.startsWith("domain.") && outcome === "undetermined")
        .length,
      blanks,
      lost: lostIn(sheet),
    },
  };
}
