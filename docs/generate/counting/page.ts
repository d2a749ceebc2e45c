import { type Cell, describeForm, type EditionId, editionForYear, type Language, type Sentence } from "../../../src/index.js";
import { type CountingEvent, countingEvents } from "./events.js";

const NOTICE = "<!-- Generated from docs/generate/counting by `npm run generate`. Do not edit. -->";

/** What the page says above its tables. */
const INTRODUCTION: Sentence = {
  en: `# How to count

[中文](counting.zh-CN.md)

The form counts requests and cases, not papers: each request comes in once and is concluded once, and what is not concluded at the end of the
year is carried forward. So for each column of table 三 what is newly received and what was brought forward are what is concluded and what is carried
forward. What would break that is not counted, whatever was written about it.

Two days decide: the day of receipt (条例第31条) and the day on which the request was concluded. Everything between, an extension, a correction, a
third party that is asked, is no figure of the form. A case is counted in each year in which it was open: under its result in the year in which
it was decided, before that as 尚未审结.

One line of a register is one request or one case. Several lines of one number and one day of receipt are one request.

Of what 条例 and the form leave open, this page says how this library reads it: a new answer after an annulment is no new request, both instances of a
lawsuit are one case. Where an office has told you otherwise, enter the line accordingly.

## What was published last year

The register is counted as it is now. Where it has changed since last year's report was published (a late entry, a withdrawal that came to light), what
is brought forward differs from what was published as carried forward. Nothing is adjusted silently: give last year's report to \`tallyRegister\` as \`published\`, and
every difference is a finding, figure by figure and kind of case by kind of case. Then either the register is corrected, or last year's report is, or this
year's report says why the two differ.

## Events

Each line below is a test: the entries are tallied for the years named. The applicant is a natural person where none is named; a dash is nothing.
`,
  zh: `# 怎样统计

[English](counting.md)

格式统计的是申请和案件，不是文书：每件申请收到一次、办结一次，年底没有办结的结转下年度。因此表三每一列，本年新收加上年结转，等于办理结果总计加结转下年度。
凡是会破坏这一关系的，无论有过什么文书，都不计入。

起决定作用的只有两个日子：收到之日（条例第31条）和办结之日。其间的延期、补正、征求第三方意见，格式都不设数字。案件在其未审结的各年都计入：审结当年按结果，
之前各年为“尚未审结”。

台账一行是一件申请或者一个案件。编号相同、收到日期相同的几行是一件申请。

条例和格式没有明确的，本页写明本库的口径：撤销后重新答复不是新的申请，诉讼的一审、二审是一个案件。主管部门另有要求的，请按要求登记。

## 上年公布的数字

台账按现在的样子统计。上年报告公布之后台账又有变动的（补登的申请、后来查明的撤回），承接的数字就会与公布的结转数字不同。本库不作任何暗中调整：把上年报告
作为 \`published\` 交给 \`tallyRegister\`，每一处不同都会指出，申请逐格、案件逐类。之后要么更正台账，要么更正上年报告，要么在本年报告中说明。

## 对照表

以下每一行都是一项测试：按所列年度统计这些记录。未写明申请人的为自然人；“—”为不计入。
`,
};

const HEAD: readonly Sentence[] = [
  { zh: "事项", en: "event" },
  { zh: "计为", en: "counts as" },
  { zh: "理由", en: "why" },
  { zh: "提示", en: "said" },
];

/** The page on how to count, in one language. */
export function countingPage(language: Language): string {
  const parts = countingEvents.flatMap(({ title, events }) => [
    `### ${title[language]}`,
    "",
    line(HEAD.map((name) => name[language])),
    line(HEAD.map(() => "---")),
    ...events.map((event) => line(rowOf(event, language))),
    "",
  ]);
  return [NOTICE, "", INTRODUCTION[language], ...parts].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function rowOf({ event, counts, why, codes = [] }: CountingEvent, language: Language): readonly string[] {
  const [colon, semicolon, comma] = language === "zh" ? ["：", "；", "、"] : [": ", "; ", ", "];
  const years = Object.entries(counts).map(([year, rows]) => {
    const labels = rows.map((row) => labelOf(row, editionForYear(Number(year)) ?? "2021", language));
    return `${year}${colon}${labels.length === 0 ? "—" : labels.join(comma)}`;
  });
  return [event[language], years.join(semicolon), why[language], [...new Set(codes)].map((code) => `\`${code}\``).join(" ")];
}

/** A row of the form that an event counts in, in the words of the form. */
function labelOf(row: string, edition: EditionId, language: Language): string {
  const [place = "", times] = row.split("*");
  const [record = "", field = "naturalPerson"] = place.split(".");
  const cell = describeForm(edition).cells.find((candidate) => candidate.record === record && candidate.field === field);
  if (cell === undefined) throw new RangeError(`no figure ${row}`);
  const label =
    cell.table === "requests"
      ? requestLabel(cell, language)
      : `${words(cell.recordPath, language)} / ${words(cell.fieldPath, language)}`;
  return label + (times === undefined ? "" : ` × ${times}`);
}

function requestLabel(cell: Cell, language: Language): string {
  // The heading above all outcomes says nothing of one of them.
  const path = cell.recordPath.length > 1 ? cell.recordPath.slice(1) : cell.recordPath;
  const who = cell.field === "naturalPerson" ? "" : ` (${words(cell.fieldPath.slice(-1), language)})`;
  return words(path, language) + who;
}

function words(path: Cell["recordPath"], language: Language): string {
  return path.map(({ term }) => (language === "zh" ? term.label : term.english)).join(" / ");
}
