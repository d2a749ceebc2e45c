import { rulesOf } from "../../src/check.js";
import { describeForm, type EditionId, editionIds } from "../../src/index.js";
import { analyseRules, type RedundantRule, type RuleAnalysis } from "../../src/repair.js";

/** The page `docs/rule-analysis.md`: what the balances of each edition can tell. */
export function ruleAnalysisPage(): string {
  return `${[
    "# What the balances can tell",
    "",
    "Generated from the rules; do not edit. `analyseRules` computes all of this; what it is good for is told in",
    "[Locating errors](locating-errors.md).",
    ...editionIds.flatMap(editionPart),
  ].join("\n")}\n`;
}

function editionPart(edition: EditionId): readonly string[] {
  const analysis = analyseRules(edition);
  const watchedCells = analysis.watched.length - analysis.invisible.length;
  return [
    "",
    `## Edition ${edition}`,
    "",
    `${analysis.balances} balances over ${watchedCells} figures, of rank ${analysis.rank}: ${analysis.redundant.length} of them follow from others.`,
    "",
    "### Balances that follow from others",
    "",
    "| balance | follows from |",
    "|---|---|",
    ...analysis.redundant.map(redundantLine),
    "",
    "### Figures that no set of balances leaves room for",
    "",
    analysis.contradictory.length === 0
      ? "None: the balances contradict one another nowhere."
      : analysis.contradictory.map(({ address, rules }) => `- \`${address}\`: ${rules.join(", ")}`).join("\n"),
    "",
    "### What a single wrong figure gives away",
    "",
    "| table | figures | located exactly | only up to its group | not seen |",
    "|---|---|---|---|---|",
    ...tableLines(edition, analysis),
    "",
    "### Which balances watch a figure",
    "",
    "| figures | watched by |",
    "|---|---|",
    ...watchLines(edition, analysis),
  ];
}

/** Rules of one family are told by their number where all of them are meant. */
function redundantLine({ rule, follows }: RedundantRule): string {
  const families = new Map<string, string[]>();
  for (const id of follows) {
    const [family = ""] = id.split(".");
    families.set(family, [...(families.get(family) ?? []), id]);
  }
  const said = [...families].map(([family, ids]) =>
    ids.length > 3 ? `${ids.length} of \`${family}\`` : ids.map((id) => `\`${id}\``).join(", "),
  );
  return `| \`${rule}\` | ${said.join(", ")} |`;
}

function tableLines(edition: EditionId, { locatable, interchangeable, invisible }: RuleAnalysis): readonly string[] {
  const counted = (addresses: readonly string[], table: string): number =>
    addresses.filter((address) => address.startsWith(`${table}.`)).length;
  return describeForm(edition).tables.map(({ definition, cells }) => {
    const groups = interchangeable.filter(([first]) => first?.startsWith(`${definition.id}.`));
    const narrowed = groups.length === 0 ? "0" : `${groups.length} × ${groups[0]?.length ?? 0}`;
    return `| ${definition.number} (${definition.english}) | ${cells.length} | ${counted(locatable, definition.id)} | ${narrowed} | ${counted(invisible, definition.id)} |`;
  });
}

/** Figures with the same families of balances, by row. */
function watchLines(edition: EditionId, { watched }: RuleAnalysis): readonly string[] {
  const familyOf = new Map(rulesOf(edition).map(({ id, family }) => [id, family]));
  const rows = new Map<string, Set<string>>();
  for (const { address, rules } of watched) {
    const families = rules.map((id) => familyOf.get(id) ?? id).join(", ") || "nothing";
    const row = address.split(".").slice(0, 2).join(".");
    rows.set(families, (rows.get(families) ?? new Set()).add(row));
  }
  return [...rows].map(
    ([families, records]) => `| ${[...records].map((record) => `\`${record}.*\``).join(", ")} | ${families} |`,
  );
}
