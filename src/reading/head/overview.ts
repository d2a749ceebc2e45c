import { aliasesOf } from "../../form/aliases.js";
import { type OverviewPart, overviewParts, reportSections } from "../../form/terms.js";
import type { Term } from "../../form/types.js";
import { MAX_TEXT } from "../../report/schemaParts.js";
import type { Overview } from "../../report/types.js";
import { normalizeLabel, splitMarker } from "../labelText.js";

const PARTS: ReadonlyMap<string, OverviewPart> = /* @__PURE__ */ (() => {
  const parts: readonly Term<OverviewPart>[] = Object.values(overviewParts);
  const { disclosure, requests } = reportSections;
  return new Map([
    ...parts.flatMap((part) => [part.label, ...aliasesOf(part)].map((text) => [normalizeLabel(text), part.id] as const)),
    // Parts are often called like the sections whose tables they talk about.
    [normalizeLabel(disclosure.label), overviewParts.proactiveDisclosure.id] as const,
    [normalizeLabel(requests.label), overviewParts.disclosureOnRequest.id] as const,
  ]);
})();

const ORDER: readonly string[] = /* @__PURE__ */ Object.keys(overviewParts);

/** Longest heading of a part, with its numbering. */
const MAX_HEADING = 120;

const MAY_BE_NUMBERED = /^[(（一二三四五六七八九十\d０-９①-⑳⑴-⒇⒈-⒛㈠-㈩]/;
const END_OF_HEADING = /[:：。;；\s]/;

/** The texts of section 一 by its parts where at least two are headed and follow one another in the order of the form; else as it is. */
export function overviewOf(lines: readonly string[]): Overview | null {
  const whole = lines.join("\n");
  if (whole === "" || whole.length > MAX_TEXT) return null;
  const parts = new Map<OverviewPart, string[]>();
  const preamble: string[] = [];
  let current = preamble;
  let last = -1;
  for (const line of lines) {
    const heading = headingIn(line);
    if (heading === null) {
      current.push(line);
      continue;
    }
    const at = ORDER.indexOf(heading.part);
    if (at <= last) return whole;
    last = at;
    current = heading.rest === "" ? [] : [heading.rest];
    parts.set(heading.part, current);
  }
  if (parts.size < 2) return whole;
  const texts = Object.fromEntries([...parts].map(([id, own]) => [id, own.join("\n")]));
  return preamble.length === 0 ? texts : { preamble: preamble.join("\n"), ...texts };
}

/** The heading of a part, numbered, alone on its line or with text behind it. */
function headingIn(line: string): { readonly part: OverviewPart; readonly rest: string } | null {
  if (!MAY_BE_NUMBERED.test(line)) return null;
  const start = line.length > MAX_HEADING ? line.slice(0, MAX_HEADING) : line;
  const { marker, rest } = splitMarker(start);
  if (marker === "") return null;
  const alone = start === line ? partOf(rest) : undefined;
  if (alone !== undefined) return { part: alone, rest: "" };
  const end = END_OF_HEADING.exec(rest)?.index;
  const part = end === undefined ? undefined : partOf(rest.slice(0, end));
  if (end === undefined || part === undefined) return null;
  return { part, rest: line.slice(start.length - rest.length + end + 1).trim() };
}

/** A part is often headed 主动公开情况, 主动公开方面, 主动公开政府信息情况. */
function partOf(text: string): OverviewPart | undefined {
  const label = normalizeLabel(text);
  return PARTS.get(label) ?? PARTS.get(label.replace(/(?:工作)?(?:情况|方面|工作)$/, ""));
}
