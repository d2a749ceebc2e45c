import { chineseNumeral } from "../_internal/chineseNumeral.js";
import { withoutSpaces } from "../_internal/text.js";
import { type Form, formOf } from "../form/form.js";
import { captionOf, sectionsOf } from "../form/sections.js";
import { reportSections } from "../form/terms.js";
import type { Section, Term } from "../form/types.js";
import { own } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import { type PrintedTable, printTables } from "./printTables.js";

/** A part of the text of a section: a subheading or a paragraph. */
export interface PrintedText {
  readonly kind: "part" | "paragraph";
  readonly text: string;
}

/** A section of a report as printed: its title, and its table or its text. */
export interface PrintedSection {
  readonly id: string;
  /** Number and title: 一、总体情况. */
  readonly heading: string;
  readonly table: PrintedTable | null;
  readonly texts: readonly PrintedText[];
}

/** A whole report as the official form prints it, in reading order, independent of any file format. */
export interface PrintedDocument {
  /** 〈agency〉〈year〉年政府信息公开工作年度报告; unknown parts are left out. */
  readonly title: string;
  readonly sections: readonly PrintedSection[];
  /** The agency and the date below the last section; empty where the report was not signed. */
  readonly signature: readonly string[];
}

/**
 * Lays out a report or draft as the official document: title, six sections with their text or table, signature. Blank and
 * missing figures stay blank.
 *
 * @example
 * ```ts
 * const printed = printDocument({ edition: "2021", year: 2023, agency: { name: "某县" }, narrative: { problems: "无。" } });
 * printed.title; //=> "某县2023年政府信息公开工作年度报告"
 * printed.sections[4]?.heading; //=> "五、存在的主要问题及改进情况"
 * printed.sections[4]?.texts; //=> [{ kind: "paragraph", text: "无。" }]
 * ```
 */
export function printDocument(draft: Draft): PrintedDocument {
  const form = formOf(draft);
  const tables = printTables(draft);
  return {
    title: titleOf(form, draft),
    sections: sectionsOf(form.id).map((section) => ({
      id: section.id,
      heading: captionOf(form.id, section.number),
      table: tables.find(({ number }) => number === section.number) ?? null,
      texts: textsOf(section, draft),
    })),
    signature: signatureOf(draft),
  };
}

function titleOf(form: Form, { agency, year }: Draft): string {
  return `${oneLine(agency?.name ?? "")}${year === undefined ? "" : `${year}年`}${form.edition.title}`;
}

/** A name as a single line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}

function textsOf(section: Section, draft: Draft): readonly PrintedText[] {
  const text = own(draft.narrative, section.id);
  if (section.id === reportSections.other.id) return [...paragraphs(text), ...feeOf(draft.informationProcessingFee, text)];
  if (typeof text === "string") return paragraphs(text);
  return [...paragraphs(own(text, "preamble")), ...section.parts.flatMap((part, i) => partOf(part, i + 1, own(text, part.id)))];
}

const FEE = "信息处理费";

/** This section reports the fee: a sentence about it, unless the text already mentions it. */
function feeOf(fee: string | undefined, text: unknown): readonly PrintedText[] {
  if (fee === undefined || (typeof text === "string" && withoutSpaces(text).includes(FEE))) return [];
  return [{ kind: "paragraph", text: `本年度收取${FEE}${fee}元。` }];
}

function partOf(part: Term, number: number, text: unknown): readonly PrintedText[] {
  return typeof text === "string"
    ? [{ kind: "part", text: `（${chineseNumeral(number)}）${part.label}` }, ...paragraphs(text)]
    : [];
}

/** Every line of a text is a paragraph; empty lines only keep paragraphs apart. */
function paragraphs(text: unknown): readonly PrintedText[] {
  if (typeof text !== "string") return [];
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", text: line }));
}

function signatureOf({ agency, signedOn }: Draft): readonly string[] {
  if (signedOn === undefined) return [];
  const [year = "", month = "", day = ""] = signedOn.split("-");
  return [oneLine(agency?.name ?? ""), `${year}年${Number(month)}月${Number(day)}日`].filter((line) => line !== "");
}
