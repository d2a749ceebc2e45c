import { rulesOf } from "../../src/check.js";
import { describeForm, type EditionId, editionIds, type FormTable, type Language } from "../../src/index.js";
import { analyseRules, type RedundantRule, type RuleAnalysis } from "../../src/repair.js";

/** What the page says, in one language. */
interface Words {
  readonly head: readonly string[];
  readonly edition: (edition: EditionId) => string;
  readonly size: (analysis: RuleAnalysis, figures: number) => string;
  readonly redundant: readonly [title: string, rule: string, follows: string];
  readonly contradictory: readonly [title: string, none: string];
  readonly single: readonly [title: string, ...columns: readonly string[]];
  readonly watched: readonly [title: string, figures: string, watchedBy: string];
  readonly several: (count: number, family: string) => string;
  readonly nothing: string;
  readonly table: (definition: FormTable["definition"]) => string;
  readonly comma: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    head: [
      "# What the rules can see",
      "",
      "[中文](rule-analysis.zh-CN.md) · generated from the rules by `npm run generate`; do not edit. `analyseRules` computes all of this;",
      "[Locating errors](locating-errors.md) explains how it is used.",
    ],
    edition: (edition) => `## Edition ${edition}`,
    size: ({ balances, rank, redundant }, figures) =>
      `${balances} balances over ${figures} figures, of rank ${rank}: ${redundant.length} of them follow from others.`,
    redundant: ["### Balances that follow from others", "balance", "follows from"],
    contradictory: ["### Figures for which no value satisfies all balances", "None: no balances contradict each other."],
    single: [
      "### What a single wrong figure reveals",
      "table",
      "figures",
      "located exactly",
      "located up to its group",
      "not detected",
    ],
    watched: ["### Which balances involve a figure", "figures", "balances"],
    several: (count, family) => `${count} of \`${family}\``,
    nothing: "none",
    table: ({ number, english }) => `${number} (${english})`,
    comma: ", ",
  },
  zh: {
    head: [
      "# 规则能发现什么",
      "",
      "[English](rule-analysis.md) · 由`npm run generate`根据规则生成，请勿手工修改。以下内容均由`analyseRules`计算；",
      "用途见[错误定位](locating-errors.zh-CN.md)。",
    ],
    edition: (edition) => `## ${edition}年版格式`,
    size: ({ balances, rank, redundant }, figures) =>
      `共${balances}条勾稽关系，涉及${figures}个数字，秩为${rank}：其中${redundant.length}条可由其他关系推出。`,
    redundant: ["### 可由其他关系推出的勾稽关系", "勾稽关系", "由以下关系推出"],
    contradictory: ["### 填写任何数都不能使全部勾稽关系成立的数字", "没有：各条勾稽关系互不矛盾。"],
    single: ["### 仅一个数字有误时能发现什么", "表", "数字", "可以准确定位", "只能确定在哪一组", "不能发现"],
    watched: ["### 各数字涉及哪些勾稽关系", "数字", "勾稽关系"],
    several: (count, family) => `\`${family}\`中的${count}条`,
    nothing: "无",
    table: ({ number }) => `表${number}`,
    comma: "、",
  },
};

/** The page `docs/rule-analysis.md`, or its Chinese counterpart: what the balances of each edition can tell. */
export function ruleAnalysisPage(language: Language): string {
  const said = words[language];
  return `${[...said.head, ...editionIds.flatMap((edition) => editionPart(edition, said))].join("\n")}\n`;
}

function editionPart(edition: EditionId, said: Words): readonly string[] {
  const analysis = analyseRules(edition);
  const [contradictory, none] = said.contradictory;
  return [
    "",
    said.edition(edition),
    "",
    said.size(analysis, analysis.watched.length - analysis.invisible.length),
    ...table(
      said.redundant,
      analysis.redundant.map((rule) => redundantLine(rule, said)),
    ),
    "",
    contradictory,
    "",
    analysis.contradictory.length === 0
      ? none
      : analysis.contradictory.map(({ address, rules }) => `- \`${address}\`: ${rules.join(said.comma)}`).join("\n"),
    ...table(said.single, tableLines(edition, analysis, said)),
    ...table(said.watched, watchLines(edition, analysis, said)),
  ];
}

function table([title, ...columns]: readonly [string, ...(readonly string[])], lines: readonly string[]): readonly string[] {
  return ["", title, "", `| ${columns.join(" | ")} |`, `|${"---|".repeat(columns.length)}`, ...lines];
}

/** Rules of one family are told by their number where all of them are meant. */
function redundantLine({ rule, follows }: RedundantRule, { several, comma }: Words): string {
  const families = new Map<string, string[]>();
  for (const id of follows) {
    const [family = ""] = id.split(".");
    families.set(family, [...(families.get(family) ?? []), id]);
  }
  const said = [...families].map(([family, ids]) =>
    ids.length > 3 ? several(ids.length, family) : ids.map((id) => `\`${id}\``).join(comma),
  );
  return `| \`${rule}\` | ${said.join(comma)} |`;
}

function tableLines(edition: EditionId, { locatable, interchangeable, invisible }: RuleAnalysis, said: Words): readonly string[] {
  const counted = (addresses: readonly string[], table: string): number =>
    addresses.filter((address) => address.startsWith(`${table}.`)).length;
  return describeForm(edition).tables.map(({ definition, cells }) => {
    const groups = interchangeable.filter(([first]) => first?.startsWith(`${definition.id}.`));
    const narrowed = groups.length === 0 ? "0" : `${groups.length} × ${groups[0]?.length ?? 0}`;
    return `| ${said.table(definition)} | ${cells.length} | ${counted(locatable, definition.id)} | ${narrowed} | ${counted(invisible, definition.id)} |`;
  });
}

/** Figures with the same families of balances, by row. */
function watchLines(edition: EditionId, { watched }: RuleAnalysis, { nothing, comma }: Words): readonly string[] {
  const familyOf = new Map(rulesOf(edition).map(({ id, family }) => [id, family]));
  const rows = new Map<string, Set<string>>();
  for (const { address, rules } of watched) {
    const families = rules.map((id) => familyOf.get(id) ?? id).join(comma) || nothing;
    const row = address.split(".").slice(0, 2).join(".");
    rows.set(families, (rows.get(families) ?? new Set()).add(row));
  }
  return [...rows].map(
    ([families, records]) => `| ${[...records].map((record) => `\`${record}.*\``).join(comma)} | ${families} |`,
  );
}
