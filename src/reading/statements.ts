import type { GridRow } from "./grid.js";
import { normalizeLabel } from "./labelText.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "./source.js";
import { linesOfRows, NO_LINES } from "./textRows.js";
import { readUnit, type StatedUnit } from "./units.js";

/** Statements next to a table about its figures. */
export interface Statements {
  readonly units: readonly { readonly unit: StatedUnit; readonly at: Stated }[];
  /** A year that is not that of the report, or a word for a longer time. */
  readonly otherYear: Stated | null;
}

/** A text next to a table or in a separate row. */
export type Stated = Pick<SourceCell | SourceParagraph, "text" | "place">;

/** No statements. */
export const NOTHING: Statements = { units: [], otherYear: null };

/** Most paragraphs above a table that may belong to it, and below it. */
const MAX_ABOVE = 4;
const MAX_BELOW = 2;

/** Longest line that heads a table; longer ones are prose, which may mention other years. */
const LONGEST_LINE = 48;
const PROSE = /[。；！？!?]|，.{0,40}，|较|比|增长|下降|增加|减少/;
/** A heading of a section; text above it belongs to another one. */
const SECTION = /^\s{0,4}(?:[一二三四五六七八九]|[1-9])\s{0,2}[、．.]/;

const UNIT =
  /(?:^|[\s（(【[，,；;：:])(?:计量|金额|货币|统计)?单位\s{0,4}(?:[:：]|为|是)\s{0,4}([^\s，,。；;（()）】\]:：]{1,40})/g;
const UNIT_BY = /以\s{0,2}([十百千万亿]{0,3}[元件条个项次]{1,2})\s{0,2}(?:为单位|计)/g;
const UNIT_ALONE = /^[（(]\s{0,4}([十百千万亿]{0,3}(?:美|港|日|欧)?元|[十百千万亿]{1,3}[件条个项次])\s{0,4}[)）]$/;
/** A line with a unit only. */
const ALONE = /^\s{0,8}[（(【]?\s{0,4}(?:计量|金额|货币|统计)?单位\s{0,4}[:：为是]\s{0,4}[^，。；]{1,24}$/;
const NOTE = /^(?:注|备注|说明|附注)/;

/** A year of a table; months and days make it a date. */
const YEAR = /(?<!\d)(20\d{2})\s{0,2}年(?!\s{0,2}\d{1,2}\s{0,2}月)/g;
const YEARS = /(?<!\d)(20\d{2})\s{0,2}年?\s{0,2}[-—–~～至]\s{0,2}(20\d{2})\s{0,2}年/;
const LONGER = /^[（(]?(?:历年|历史)?累计(?:数|数据)?[)）]?$|^[（(]?(?:上一?年度?|去年|往年)(?:数据?|情况)?[)）]?$/;
const BARE_YEAR = /^[（(【]?\s{0,4}(20\d{2})\s{0,2}年度?[)）】]?$/;
const TITLE = /(20\d{2})\s{0,2}年?度?.{0,12}信息公开.{0,12}(?:报告|年报)/;
const LINKED = /(?:上|下)一?[篇条页]|相关|附件|链接|点击|[《<]/;

/** The statements next to every table of a document, and in rows of a single text within it. `year` is that of the report. */
export function statementsOf(document: SourceDocument, year: number | null): ReadonlyMap<SourceTable, Statements> {
  const found = new Map<SourceTable, Statements>();
  const { blocks } = document;
  let above: SourceParagraph[] = [];
  let ruling: Stated | null = null;
  let last: SourceTable | null = null;
  let below = 0;
  let rows = NO_LINES;
  /** The statements about the table before: a table is often printed in several, one for each item. They end with the section. */
  let held: Stated | null = null;
  /** The unit stated on a separate line; it applies until another is stated. */
  let general: Statements["units"] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind === "paragraph") {
      if (rows.has(block.place.line ?? 0)) continue;
      if (last !== null && below < MAX_BELOW && NOTE.test(block.text.trimStart())) addUnits(found, last, block);
      below += 1;
      if (ALONE.test(block.text)) general = unitsIn(block);
      if (SECTION.test(block.text)) above = [];
      if (SECTION.test(block.text) || isOfYear(block.text, year)) held = null;
      above.push(block);
      if (above.length > MAX_ABOVE) above.shift();
      const own = yearOfPart(block);
      if (own !== null && !isListed(blocks, i, own)) ruling = year !== null && own !== year ? block : null;
      continue;
    }
    const lines = above.filter(({ text }) => isLine(text));
    const other: Stated | null = year === null ? null : (lines.find(({ text }) => isOtherYear(text, year)) ?? ruling ?? held);
    const units = [...general, ...above.filter((line) => !ALONE.test(line.text)).flatMap((line) => unitsIn(line))];
    found.set(block, { units, otherYear: other });
    held = other;
    above = [];
    below = 0;
    last = block;
    rows = linesOfRows(block);
  }
  return found;
}

/** Whether a line names the year of the report. */
function isOfYear(text: string, year: number | null): boolean {
  return year !== null && text.length <= LONGEST_LINE && text.includes(`${year}年`);
}

/** The statements in rows of a table with a single text. */
export function statementsWithin(rows: readonly GridRow[], year: number | null): Statements {
  const units: Statements["units"][number][] = [];
  let otherYear: Stated | null = null;
  for (const { cells } of rows) {
    const at = cells.find(({ source }) => source.text !== "")?.source;
    if (at === undefined || !isLine(at.text)) continue;
    if (cells.some(({ source }) => source.text !== "" && source.text !== at.text)) continue;
    units.push(...unitsIn(at));
    if (year !== null && otherYear === null && isOtherYear(at.text, year)) otherYear = at;
  }
  return units.length === 0 && otherYear === null ? NOTHING : { units, otherYear };
}

/** The statements about a table, next to it and within it. */
export function together(beside: Statements | undefined, within: Statements): Statements {
  if (beside === undefined) return within;
  return { units: [...beside.units, ...within.units], otherYear: within.otherYear ?? beside.otherYear };
}

function addUnits(found: Map<SourceTable, Statements>, table: SourceTable, at: SourceParagraph): void {
  const known = found.get(table) ?? NOTHING;
  found.set(table, { ...known, units: [...known.units, ...unitsIn(at)] });
}

function unitsIn(at: Stated): Statements["units"] {
  const { text } = at;
  if (text.length > LONGEST_LINE * 4) return [];
  const alone = UNIT_ALONE.exec(text.trim())?.[1];
  const named = [...text.matchAll(UNIT), ...text.matchAll(UNIT_BY)].flatMap((found) => (found[1] ?? "").split(/[、/／和及]/));
  return [...named, alone ?? ""].flatMap((name) => {
    const unit = readUnit(normalizeLabel(name));
    return unit === null ? [] : [{ unit, at }];
  });
}

/** Whether a line is short enough to head a table, and no sentence. */
function isLine(text: string): boolean {
  return text.length <= LONGEST_LINE && !PROSE.test(text);
}

function isOtherYear(text: string, year: number): boolean {
  if (LONGER.test(text.trim())) return true;
  if (LINKED.test(text)) return false;
  const years = [...text.matchAll(YEAR)].map((found) => Number(found[1]));
  const range = YEARS.exec(text);
  if (range !== null) return true;
  return years.length > 0 && !years.includes(year);
}

/** The year of the part of a document that a line begins: a title, or a year only. */
function yearOfPart({ text }: SourceParagraph): number | null {
  if (text.length > LONGEST_LINE || LINKED.test(text) || PROSE.test(text)) return null;
  const found = BARE_YEAR.exec(text.trim()) ?? TITLE.exec(text);
  return found === null ? null : Number(found[1]);
}

/** Whether a line is one of a list of years or of reports, as a page offers them for choosing. */
function isListed(blocks: SourceDocument["blocks"], at: number, year: number): boolean {
  const isBare = (block: SourceDocument["blocks"][number] | undefined): boolean =>
    block?.kind === "paragraph" && BARE_YEAR.test(block.text.trim());
  return [at - 1, at + 1].some((beside) => {
    const block = blocks[beside];
    const own = block?.kind === "paragraph" ? yearOfPart(block) : null;
    return own !== null && own !== year && isBare(block) === isBare(blocks[at]);
  });
}
