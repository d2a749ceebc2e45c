import { yearsInDigits } from "../../_internal/chineseNumerals.js";
import { halfWidth, withoutSpaces } from "../../_internal/text.js";
import type { Place } from "../../findings/finding.js";
import { isPageNumber, withoutArtefacts } from "../artefacts.js";
import type { SourceCell, SourceDocument } from "../source.js";
import { linesOfRows, NO_LINES } from "../textRows.js";

/** A line of text of a document. */
export interface HeadLine {
  /** As it is written. */
  readonly text: string;
  /** Without spaces, in half-width characters, years in digits. */
  readonly plain: string;
  readonly place: Place | null;
  /** Whether it is a paragraph; otherwise a line of a table, or a row with a single text, such as a heading or a page within a frame. */
  readonly isParagraph: boolean;
  /** Whether it is in an item of a list, or a link. */
  readonly isListed: boolean;
  /** Which paragraph of the document it stands in, or which row of a table: both are counted together, from 0. */
  readonly row: number;
}

/** Longest line that is looked at for a title, a date or a name. A longer one is text. */
export const MAX_HEAD_LINE = 1_000;

/** A line, plain: nothing for what is too long to be anything but text. */
export function plainLine(text: string): string {
  return text.length > MAX_HEAD_LINE ? "" : yearsInDigits(withoutSpaces(halfWidth(text)));
}

/** The lines of text of a document, in order. A row of a table counts where it has a single text. */
export function linesOf(document: SourceDocument): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  let at = 0;
  const add = (text: string, place: Place, isParagraph: boolean, isListed: boolean, mayBeNumber = false): void => {
    for (const line of text.split("\n")) {
      const clean = withoutArtefacts(line).trim();
      if (clean !== "" && (mayBeNumber || !isPageNumber(clean)))
        lines.push({ text: clean, plain: plainLine(clean), place, isParagraph, isListed, row: at });
    }
  };
  let rows = NO_LINES;
  for (const block of document.blocks) {
    if (block.kind === "paragraph") {
      add(block.text, block.place, !rows.has(block.place.line ?? 0), block.listed === true);
      at += 1;
    } else {
      rows = linesOfRows(block);
      for (const row of block.rows) {
        const [only, ...others] = row.filter(({ text }) => text !== "");
        if (only !== undefined && others.length === 0) add(only.text, only.place, false, false, true);
        at += 1;
      }
    }
  }
  return lines;
}

/** An entry of an index card: its label, the text after it, and its place. */
export interface CardEntry {
  readonly label: string;
  readonly value: string;
  readonly place: Place | null;
}

/** Labels of index cards. Only text after one of these is an entry; it ends where the next one begins. */
const CARD_LABELS = [
  "索引号",
  "信息索引号",
  "信息索引",
  "主题分类",
  "信息分类",
  "公开分类",
  "体裁分类",
  "组配分类",
  "所属主题",
  "主题词",
  "关键词",
  "内容概述",
  "信息名称",
  "文件名称",
  "标题",
  "名称",
  "题名",
  "文号",
  "发文字号",
  "有效性",
  "公开方式",
  "公开时限",
  "公开范围",
  "发布机构",
  "发布机关",
  "发布单位",
  "发文机关",
  "发文机构",
  "发文单位",
  "公开主体",
  "公开责任部门",
  "责任部门",
  "信息来源",
  "来源",
  "作者",
  "编辑",
  "浏览次数",
  "访问量",
  "点击数",
  "字体",
  "字号",
  "发布日期",
  "发布时间",
  "发表日期",
  "发表时间",
  "公布日期",
  "公布时间",
  "公开日期",
  "公开时间",
  "发文日期",
  "发文时间",
  "印发日期",
  "上传日期",
  "上传时间",
  "添加时间",
  "录入时间",
  "更新日期",
  "更新时间",
  "成文日期",
  "成文时间",
  "生成日期",
  "生成时间",
  "生效日期",
  "失效日期",
  "废止日期",
  "日期",
  "时间",
].sort((a, b) => b.length - a.length);

/** Labels are often spaced out to one width: 日　期. */
const LABEL = CARD_LABELS.map((label) => [...label].join("\\s{0,4}")).join("|");

/** A label with its colon, at the beginning or behind a space or a mark. */
const LABEL_IN_LINE = new RegExp(`(?:^|[\\s|｜【\\[（(，,;；])(${LABEL})\\s{0,4}[】\\]]?\\s{0,4}[:：]\\s{0,4}`, "g");
/** A label in its own cell, with possible punctuation around it. */
const LABEL_ALONE = /^[【[]?(.{1,8}?)[】\]]?:?$/;
const LABELS: ReadonlySet<string> = new Set(CARD_LABELS);

/** The label that a cell is, or `null`. */
function labelAlone(text: string): string | null {
  const label = LABEL_ALONE.exec(withoutSpaces(halfWidth(text)))?.[1];
  return label !== undefined && LABELS.has(label) ? label : null;
}

/** Longest line that may hold entries of an index card. */
const MAX_CARD_LINE = 400;

/** The entries of index cards, in order: 索引号：… in lines of text, and rows of tables that hold label and value in turn. */
export function cardEntriesOf(document: SourceDocument): readonly CardEntry[] {
  const entries: CardEntry[] = [];
  /** A label on its own line, as the terms of a list are: its value is in the next one. */
  let label: string | null = null;
  for (const block of document.blocks) {
    if (block.kind === "paragraph") {
      const { text, place } = block;
      const next = text.length <= MAX_LABEL_LINE && COLON_LAST.test(text) ? labelAlone(text) : null;
      if (label !== null && next === null && text.length <= MAX_CARD_LINE) entries.push({ label, value: text.trim(), place });
      else addLine(entries, text, place);
      label = next;
    } else {
      label = null;
      for (const row of block.rows) addRow(entries, row);
    }
  }
  return entries;
}

const MAX_LABEL_LINE = 24;
const COLON_LAST = /[:：]\s*$/;

/** Every entry has a colon behind its label. */
const COLON = /[:：]/;

function addLine(entries: CardEntry[], text: string, place: Place | null): void {
  if (!COLON.test(text)) return;
  for (const line of text.split("\n")) {
    if (line.length > MAX_CARD_LINE || !COLON.test(line)) continue;
    const whole = halfWidth(line).trim();
    const found = [...whole.matchAll(LABEL_IN_LINE)];
    found.forEach((match, k) => {
      const from = match.index + match[0].length;
      const value = whole.slice(from, found[k + 1]?.index ?? whole.length).replace(/[\s|;,【[(（]+$/, "");
      if (value !== "") entries.push({ label: withoutSpaces(match[1] ?? ""), value, place });
    });
  }
}

/** A row has entries if it contains a text that is not a figure. */
function addRow(entries: CardEntry[], row: readonly SourceCell[]): void {
  row.forEach(({ text, place }, k) => {
    if (text.length > MAX_CARD_LINE || NO_LABEL.test(text)) return;
    const label = labelAlone(text);
    const value = row[k + 1]?.text.trim() ?? "";
    if (label !== null && value !== "" && value.length <= MAX_CARD_LINE) {
      if (labelAlone(value) === null) entries.push({ label, value, place: row[k + 1]?.place ?? place });
    } else addLine(entries, text, place);
  });
}

/** Nothing, a figure or a sign. */
const NO_LABEL = /^[\d.,/ -]*$/;
