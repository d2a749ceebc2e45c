import { type Finding, type FindingDetails, finding, type Language, placeIn } from "../../findings/finding.js";
import { pageMessages } from "./messages.js";
import { isOn, type Page, UNSAID } from "./page.js";

/** Findings about pages: those without text, and those whose text is unreliable. */
export function pageFindings(pages: readonly Page[], format: "pdf" | "ofd", language: Language): readonly Finding[] {
  const findings: Finding[] = [];
  const details = (on: readonly Page[]): FindingDetails => ({
    severity: "warning",
    place: placeIn(format, { page: on[0]?.number ?? null }),
  });
  const silent = pages.filter(({ texts, pictures, lines }) => texts.length === 0 && pictures.length + lines.length > 0);
  if (silent.length > 0)
    findings.push(finding(pageMessages, "page.noText", { pages: numbers(silent) }, language, details(silent)));
  const recognised = pages.filter((page) => page.texts.some(({ visible, box }) => !visible && isOn(page, box)));
  if (recognised.length > 0)
    findings.push(finding(pageMessages, "page.recognised", { pages: numbers(recognised) }, language, details(recognised)));
  const unsaid = pages.filter(({ texts }) => texts.some(({ text }) => text.includes(UNSAID)));
  if (unsaid.length > 0) {
    const found = unsaid.reduce((sum, { texts }) => sum + texts.filter(({ text }) => text.includes(UNSAID)).length, 0);
    findings.push(finding(pageMessages, "page.unsaid", { pages: numbers(unsaid), found }, language, details(unsaid)));
  }
  return findings;
}

/** Numbers of pages, those that follow one another as a stretch: `1-3, 7`. */
function numbers(pages: readonly Page[]): string {
  const stretches: [from: number, to: number][] = [];
  for (const { number } of pages) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
