import { type Draft, describeForm, type EditionId, editions, type Unit } from "../../../src/index.js";
import { type LinearRuleData, rulesDataOf } from "../../../src/standard.js";

/** Figures by address. */
export type FigureMap = Map<string, number | string | null>;

/** The balances of a single report of an edition. */
export function balancesOf(edition: EditionId): readonly LinearRuleData[] {
  return rulesDataOf(edition).rules.filter((rule): rule is LinearRuleData => rule.kind === "linear" && rule.scope === "report");
}

/** Puts figures into the nested object that a report or draft is. */
export function tablesFrom(figures: ReadonlyMap<string, unknown>): Tables {
  const tables: Tables = {};
  for (const [address, value] of figures) {
    const [table = "", record = "", field = ""] = address.split(".");
    tables[table] = { ...tables[table], [record]: { ...tables[table]?.[record], [field]: value } };
  }
  return tables;
}

type Tables = Record<string, Record<string, Record<string, unknown>>>;

const FIGURE: Readonly<Record<Unit, (n: number) => number | string>> = {
  count: (n) => n,
  change: (n) => n - 5,
  amount: (n) => `${n}.${n % 10}9533`,
};

/** Figures of a report of a county that balance: invented, of a real report's size, the same every time. */
export function balancedFigures(edition: EditionId, seed = 77_777): FigureMap {
  const figures: FigureMap = new Map();
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (const { address, unit } of describeForm(edition).cells) figures.set(address, FIGURE[unit](next(3) > 0 ? next(60) : 0));
  const rules = balancesOf(edition);
  const number = (address: string): number => Number(figures.get(address) ?? 0);
  // What comes in follows from what goes out, so that nothing is negative; every other balance gives its last term.
  const derive = (rule: LinearRuleData, from: 0 | -1): void => {
    const [coefficient, address] = rule.terms.at(from) ?? [1, ""];
    const rest = rule.terms.filter((term) => term[1] !== address).reduce((sum, [sign, other]) => sum + sign * number(other), 0);
    figures.set(address, (rule.constant - rest) * coefficient);
  };
  const flow = rules.filter(({ basis }) => basis === "stated");
  const others = rules.filter(({ basis }) => basis !== "stated");
  for (const rule of others) derive(rule, -1);
  for (const { terms } of flow) figures.set(terms[1]?.[1] ?? "", 1);
  for (const rule of flow) derive(rule, 0);
  for (const rule of others) derive(rule, -1);
  return figures;
}

/** A valid report of real size, with everything in its head. */
export function exampleReport(edition: EditionId): Draft {
  return {
    edition,
    year: editions[edition].years.from + 1,
    agency: {
      name: "某某县人民政府",
      kind: "government",
      level: "county",
      regionCode: "513300",
      unifiedSocialCreditCode: "11513300MB0X00000X",
    },
    signedOn: `${editions[edition].years.from + 2}-01-20`,
    publishedOn: `${editions[edition].years.from + 2}-01-31`,
    ...tablesFrom(balancedFigures(edition)),
    narrative: {
      overview: {
        preamble: "本报告按照条例要求编制。",
        proactiveDisclosure: "全年发布信息若干条。",
        supervision: "开展培训1次。",
      },
      problems: "个别信息发布不够及时。下一步加强审核。",
      other: "本年度收取信息处理费100元。",
    },
    informationProcessingFee: "100",
  } as Draft;
}

/** A draft: figures blank, rows and the whole of a table missing. */
export function exampleDraft(edition: EditionId): Draft {
  return { edition, agency: { name: "某某县人民政府" }, requests: { received: { naturalPerson: 4, total: null } } } as Draft;
}
