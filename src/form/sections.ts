import { chineseNumeral } from "../_internal/chineseNumeral.js";
import { describeForm, type EditionId } from "./form.js";
import { overviewParts, reportSections } from "./terms.js";
import type { Section, SectionId, Term } from "./types.js";

/** What the form prints in a section that is written in words: the parts that it asks for, and the remark below the title. */
const texts: Partial<Readonly<Record<SectionId, Pick<Section, "hint"> & { readonly parts?: readonly Term[] }>>> = {
  overview: { parts: Object.values(overviewParts), hint: "（文字描述）" },
  problems: { hint: "（文字描述）" },
  other: { hint: "（文字描述，收取信息处理费情况在此处报告。）" },
};

/**
 * The sections of a report, in the order in which the form of an edition has them.
 *
 * @example
 * ```ts
 * sectionsOf("2021").map(({ number, title }) => number + title)[2]; //=> "三收到和处理政府信息公开申请情况"
 * ```
 */
export function sectionsOf(edition: EditionId): readonly Section[] {
  const { sections } = describeForm(edition).edition;
  return sections.map((id, i) => {
    const { label, english } = reportSections[id];
    const { parts = [], hint = null } = texts[id] ?? {};
    return { id, number: chineseNumeral(i + 1), title: label, english, parts, hint };
  });
}

/** The section of a number, which is that of a table standing in it. */
export function sectionNumbered(edition: EditionId, number: string): Section | null {
  return sectionsOf(edition).find((section) => section.number === number) ?? null;
}

/** The title of a section as printed: its number and its name. */
export function captionOf(edition: EditionId, number: string): string {
  const section = sectionNumbered(edition, number);
  return section === null ? number : `${section.number}、${section.title}`;
}
