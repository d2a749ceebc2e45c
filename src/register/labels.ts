import { halfWidth, withoutSpaces } from "../_internal/text.js";
import { childrenOf, printedHeading } from "../form/cells.js";
import { describeForm, editionIds } from "../form/form.js";
import { requestFlow } from "../form/terms.js";
import type { Heading, Term } from "../form/types.js";

/** Finds the identifier that a written value means; `null` where it means none, or more than one. */
export type Labels = (written: string) => string | null;

/** What is left of a label when spaces, brackets and other signs are taken out, which nobody writes twice in the same way. */
function bare(text: string): string {
  return withoutSpaces(halfWidth(text)).replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Identifiers by everything that may be written for them: the identifier, the official label and its other wordings, with and without
 * the numbering, the remark and the heading above that the form prints.
 */
function labelsOf(headings: readonly Heading[]): Labels {
  const ids = new Map<string, string | null>();
  const asWritten = new Set<string>();
  const enter = (written: string, id: string): void => {
    const key = bare(written);
    const known = ids.get(key);
    ids.set(key, known === undefined || known === id ? id : null);
    asWritten.add(written);
  };
  const walk = (heading: Heading, above: readonly string[]): void => {
    const plain = wordings(heading.term);
    const names = [...plain, ...plain.map((name) => heading.marker + name), printedHeading(heading)];
    if (heading.children === undefined) {
      for (const name of [heading.term.id, ...names]) enter(name, heading.term.id);
      for (const group of above) for (const name of names) enter(group + name, heading.term.id);
    }
    for (const child of childrenOf(heading)) walk(child, names);
  };
  for (const heading of headings) walk(heading, []);
  const exact = new Map([...asWritten].map((written) => [written, ids.get(bare(written)) ?? null]));
  return (written) => exact.get(written) ?? ids.get(bare(written)) ?? null;
}

function wordings({ label, aliases }: Term): readonly string[] {
  return [label, ...aliases];
}

/** The headings of a table of every edition. */
function headingsOf(table: "requests" | "remedies", which: "records" | "fields"): readonly Heading[] {
  return editionIds.flatMap((id) =>
    describeForm(id)
      .edition.tables.filter((candidate) => candidate.id === table)
      .flatMap(({ panels }) => panels.flatMap((panel) => panel[which])),
  );
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
