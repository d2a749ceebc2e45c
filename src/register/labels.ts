import { halfWidth, withoutSpaces } from "../_internal/text.js";
import { aliasesOf } from "../form/aliases.js";
import { childrenOf } from "../form/cells.js";
import { describeForm, type EditionId, editionIds } from "../form/form.js";
import { requestFlow } from "../form/terms.js";
import type { Heading, Term } from "../form/types.js";

/** Code lists of a register: applicants, outcomes, kinds of cases, results. */
export interface Labels {
  /** The identifier of a written value; `null` if it means none or more than one. */
  readonly idOf: (written: string) => string | null;
  /** The lowest headings below a group that a written value names, such as 不予公开; `null` where it names none. */
  readonly below: (written: string) => readonly Term[] | null;
}

/** A label without spaces, brackets and other signs, which are written inconsistently, and with ①, ㈠ and （１） as plain numbers. */
export function bare(text: string): string {
  return withoutSpaces(halfWidth(text))
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Longest value that can be a label with the labels of all its groups. */
const MAX_LABEL_LENGTH = 200;

interface Leaf {
  readonly id: string;
  /** Groups that the leaf is in, in any edition. */
  readonly groups: ReadonlySet<string>;
}

interface Group {
  readonly wording: string;
  readonly id: string;
}

/**
 * Finds headings by any of their written forms: the identifier, the official label and its other wordings, with or without the
 * printed numbering and remark, alone or together with their groups.
 */
function labelsOf(headings: readonly Heading[]): Labels {
  const leaves = new Map<string, Leaf[]>();
  const groups = new Map<string, Group>();
  const below = new Map<string, Map<string, Term>>();
  let depth = 0;
  const walk = (heading: Heading, above: readonly string[]): void => {
    const { id } = heading.term;
    depth = Math.max(depth, above.length);
    if (heading.children === undefined) {
      for (const wording of [bare(id), ...wordingsOf(heading)]) enter(leaves, wording, { id, groups: new Set(above) });
      for (const group of above) below.set(group, (below.get(group) ?? new Map<string, Term>()).set(id, heading.term));
      return;
    }
    const marker = bare(heading.marker);
    for (const wording of [...wordingsOf(heading), ...(marker === "" ? [] : [marker])]) {
      groups.set(`${wording} ${id}`, { wording, id });
    }
    for (const child of childrenOf(heading)) walk(child, [...above, id]);
  };
  for (const heading of headings) walk(heading, []);
  const all = [...groups.values()];
  const find = (text: string, inside: readonly string[], left: number): ReadonlySet<string> => {
    const known = (leaves.get(text) ?? []).filter((leaf) => inside.every((group) => leaf.groups.has(group)));
    if (known.length > 0 || left === 0) return new Set(known.map(({ id }) => id));
    const found = new Set<string>();
    for (const { wording, id } of all) {
      if (text.length === wording.length) continue;
      if (text.startsWith(wording)) {
        for (const leaf of find(text.slice(wording.length), [...inside, id], left - 1)) found.add(leaf);
      }
      // A group behind its leaf is one in brackets: 属于国家秘密（不予公开）.
      if (text.endsWith(wording)) for (const leaf of find(text.slice(0, -wording.length), [...inside, id], 0)) found.add(leaf);
    }
    return found;
  };
  return {
    idOf: (written) => {
      if (written.length > MAX_LABEL_LENGTH) return null;
      const [id, ...others] = find(bare(written), [], depth);
      return id === undefined || others.length > 0 ? null : id;
    },
    below: (written) => {
      if (written.length > MAX_LABEL_LENGTH) return null;
      const key = bare(written);
      const group = all.find(({ wording, id }) => wording === key || bare(id) === key);
      const terms = group === undefined ? undefined : below.get(group.id);
      return terms === undefined ? null : [...terms.values()];
    },
  };
}

function enter(leaves: Map<string, Leaf[]>, wording: string, leaf: Leaf): void {
  const known = leaves.get(wording);
  if (known === undefined) leaves.set(wording, [leaf]);
  else known.push(leaf);
}

/** Every wording of a heading, with and without its numbering in either kind of numerals, with and without its remark. */
function wordingsOf({ term, marker, note }: Heading): ReadonlySet<string> {
  const number = bare(marker);
  const arabic = NUMERALS.indexOf(number);
  const numbers = ["", ...(number === "" ? [] : [number]), ...(arabic > 0 ? [String(arabic)] : [])];
  const remarks = note === "" ? [""] : ["", bare(note)];
  const labels = [term.label, ...aliasesOf(term)].map(bare);
  return new Set(labels.flatMap((label) => numbers.flatMap((before) => remarks.map((behind) => before + label + behind))));
}

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** The headings of a table of every edition. */
function headingsOf(table: "requests" | "remedies", which: "records" | "fields"): readonly Heading[] {
  return editionIds.flatMap((id) => headingsIn(id, table, which));
}

function headingsIn(edition: EditionId, table: "requests" | "remedies", which: "records" | "fields"): readonly Heading[] {
  return describeForm(edition)
    .edition.tables.filter((candidate) => candidate.id === table)
    .flatMap(({ panels }) => panels.flatMap((panel) => panel[which]));
}

/** The headings with figures that play one of some roles, and the groups that hold them. */
function only(headings: readonly Heading[], keep: (leaf: Heading) => boolean): readonly Heading[] {
  return headings.flatMap((heading): readonly Heading[] => {
    if (heading.children === undefined) return keep(heading) ? [heading] : [];
    const children = only(heading.children, keep);
    return children.length === 0 ? [] : [{ ...heading, children }];
  });
}

/** Applicant categories (申请人情况). */
export const applicantLabels: Labels = /* @__PURE__ */ labelsOf(
  /* @__PURE__ */ only(/* @__PURE__ */ headingsOf("requests", "fields"), ({ role }) => role === "part"),
);

/** Outcomes of requests (本年度办理结果), and what is still open. */
export const outcomeLabels: Labels = /* @__PURE__ */ labelsOf(
  /* @__PURE__ */ only(
    /* @__PURE__ */ headingsOf("requests", "records"),
    ({ role, term }) => role === "outcome" || term.id === requestFlow.carriedForward.id,
  ),
);

/** Kinds of cases. */
export const caseKindLabels: Labels = /* @__PURE__ */ labelsOf(/* @__PURE__ */ headingsOf("remedies", "records"));

/** Results of cases, 尚未审结 included. */
export const caseResultLabels: Labels = /* @__PURE__ */ labelsOf(
  /* @__PURE__ */ only(/* @__PURE__ */ headingsOf("remedies", "fields"), ({ role }) => role === "part"),
);

/**
 * An identifier of another edition on the form of this edition: its group in the other edition, if this form counts the group
 * as one row (其他处理 of 2019 for three rows of 2021). `null` if this edition has no counterpart.
 */
export function outcomeOn(edition: EditionId, id: string): string | null {
  const outcomes = new Set<string>();
  const enterAll = (
    headings: readonly Heading[],
    into: (heading: Heading, above: readonly string[]) => void,
    above: readonly string[] = [],
  ): void => {
    for (const heading of headings) {
      if (heading.children === undefined) into(heading, above);
      else enterAll(heading.children, into, [...above, heading.term.id]);
    }
  };
  enterAll(headingsIn(edition, "requests", "records"), ({ role, term }) => {
    if (role === "outcome") outcomes.add(term.id);
  });
  if (outcomes.has(id)) return id;
  let found: string | null = null;
  enterAll(headingsOf("requests", "records"), ({ role, term }, above) => {
    if (role === "outcome" && term.id === id) found ??= above.findLast((group) => outcomes.has(group)) ?? null;
  });
  return found;
}
