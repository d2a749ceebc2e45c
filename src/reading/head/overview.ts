import { halfWidth } from "../../_internal/text.js";
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
/** Each kind of numeral, and a representative of it. */
const NUMERALS = [
  [/[一二三四五六七八九十]+/, "一"],
  [/[\d０-９]+/, "1"],
  [/[①-⑳]/, "①"],
  [/[⑴-⒇]/, "⑴"],
  [/[⒈-⒛]/, "⒈"],
  [/[㈠-㈩]/, "㈠"],
] as const;
/** What is done, before the name of a part. */
const VERB = /^(?:加强|强化|做好|推进|深化|规范|完善|优化|抓好|健全|严格)(?:和|与)?/;

/**
 * The texts of section 一 by its parts where at least two are headed and follow one another in the order of the form; else as it is,
 * also if a heading that is numbered like those of the parts is not one of them: the text below it belongs to no part.
 */
export function overviewOf(lines: readonly string[]): Overview | null {
  const whole = lines.join("\n");
  if (whole === "" || whole.length > MAX_TEXT) return null;
  const parts = new Map<OverviewPart, string[]>();
  const preamble: string[] = [];
  let current = preamble;
  let last = -1;
  let style: string | null = null;
  for (const line of lines) {
    const heading = headingIn(line);
    if (heading === null || heading.part === undefined) {
      if (heading !== null && heading.style === style) return whole;
      current.push(line);
      continue;
    }
    const at = ORDER.indexOf(heading.part);
    if (at <= last) return whole;
    last = at;
    style ??= heading.style;
    current = heading.rest === "" ? [] : [heading.rest];
    parts.set(heading.part, current);
  }
  if (parts.size < 2) return whole;
  const texts = Object.fromEntries([...parts].map(([id, own]) => [id, own.join("\n")]));
  return preamble.length === 0 ? texts : { preamble: preamble.join("\n"), ...texts };
}

interface Heading {
  /** `undefined` if it is the heading of no part, as of a list in a text. */
  readonly part: OverviewPart | undefined;
  /** The style of its number: （一） and （二） have the same, 1. another. */
  readonly style: string;
  readonly rest: string;
}

/** A numbering with its numeral made the first of its kind; brackets are typed now in one width and now in the other. */
const styleOf = (marker: string): string =>
  NUMERALS.reduce((style, [kind, first]) => style.replace(kind, first), halfWidth(marker)).replace(/\s/g, "");

/** A numbered heading, alone on its line or followed by text. */
function headingIn(line: string): Heading | null {
  if (!MAY_BE_NUMBERED.test(line)) return null;
  const start = line.length > MAX_HEADING ? line.slice(0, MAX_HEADING) : line;
  const { marker, rest } = splitMarker(start);
  if (marker === "") return null;
  const style = styleOf(start.slice(0, start.length - rest.length));
  const alone = start === line ? partOf(rest) : undefined;
  if (alone !== undefined) return { part: alone, style, rest: "" };
  const end = END_OF_HEADING.exec(rest)?.index;
  const part = end === undefined ? undefined : partOf(rest.slice(0, end));
  if (end === undefined || part === undefined) return { part: undefined, style, rest: "" };
  return { part, style, rest: line.slice(start.length - rest.length + end + 1).trim() };
}

/** A part is often headed 主动公开情况, 主动公开方面, 加强平台建设, 政府信息公开监督保障情况. */
function partOf(text: string): OverviewPart | undefined {
  const label = normalizeLabel(text);
  const bare = label.replace(/(?:工作)?(?:情况|方面|工作)$/, "").replace(VERB, "");
  return PARTS.get(label) ?? PARTS.get(bare) ?? PARTS.get(bare.replace(/^政府信息(?:公开)?/, ""));
}
