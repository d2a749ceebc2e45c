import { describeForm, type EditionId, editionIds, editions, toJson } from "../../../src/index.js";
import { edited, type Vectors } from "../../../src/standard/conformance/kit.js";
import { findingCodes, type ParameterType, rulesDataOf } from "../../../src/standard.js";
import { ask } from "./cases.js";
import { balancedFigures, exampleDraft, exampleReport, tablesFrom } from "./examples.js";

type Request = Readonly<Record<string, unknown>>;
type Asked = readonly (readonly [id: string, request: Request])[];

async function vectors(operation: string, asked: Asked): Promise<Vectors> {
  const answered: Vectors["vectors"][number][] = [];
  for (const [id, request] of asked) answered.push({ id, request, result: await ask({ ...request, op: operation }) });
  return { operation, vectors: answered };
}

const spaced = (value: object): string => JSON.stringify(value, null, 2);
const turned = (value: object): object => Object.fromEntries(Object.entries(value).reverse());

/** Texts, and what their canonical text is. */
const canonicalTexts: readonly (readonly [string, string])[] = [
  ["smallest", '{"edition":"2021"}'],
  ["spaces", ' {\n\t"edition" : "2021" ,\r\n "year":2023 }\n'],
  ["order", '{"year":2023,"requests":{},"agency":{"level":"county","name":"某县"},"edition":"2021"}'],
  ["null", '{"edition":"2021","requests":{"granted":{"total":null,"naturalPerson":0}}}'],
  ["empty-text", '{"edition":"2021","narrative":{"other":"","problems":""}}'],
  ["empty-objects", '{"edition":"2019","narrative":{},"agency":{},"remedies":{"reconsideration":{}}}'],
  ["overview-parts", '{"edition":"2021","narrative":{"overview":{"supervision":"二","preamble":"一"}}}'],
  ["overview-text", '{"edition":"2021","narrative":{"overview":"全文"}}'],
  [
    "money-kept",
    '{"edition":"2021","informationProcessingFee":"100.50","disclosure":{"administrativeFees":{"feesCollected":"12.500"}}}',
  ],
  ["change", '{"edition":"2019","disclosure":{"administrativeLicensing":{"change":-4,"previousItems":10}}}'],
  ["minus-zero", '{"edition":"2021","requests":{"granted":{"total":-0}}}'],
  ["integer-with-point", '{"edition":"2021","year":2023.0}'],
  ["integer-with-exponent", '{"edition":"2021","year":2.023e3}'],
  ["greatest", '{"edition":"2021","requests":{"granted":{"total":9007199254740991}}}'],
  ["least", '{"edition":"2019","disclosure":{"administrativeLicensing":{"change":-9007199254740991}}}'],
  ["escapes", '{"edition":"2021","narrative":{"other":"\\u0041\\/\\b\\f\\n\\r\\t\\"\\\\\\u001f\\u007f\\u2028é"}}'],
  ["pair-of-surrogates", '{"edition":"2021","agency":{"name":"\\ud842\\udfb7县"}}'],
  ["not-normalised", '{"edition":"2021","agency":{"name":"e\\u0301 县"}}'],
  ["half", '{"edition":"2021","requests":{"granted":{"total":0.5}}}'],
  ["beyond", '{"edition":"2021","requests":{"granted":{"total":9007199254740992}}}'],
  ["unknown-key", '{"edition":"2021","note":"x"}'],
  ["proto", '{"edition":"2021","__proto__":{"x":1}}'],
  ["no-edition", '{"year":2023}'],
  ["unknown-edition", '{"edition":"1999"}'],
  ["not-json", '{"edition":"2021",}'],
  ["single-quotes", "{'edition':'2021'}"],
  ["two-values", '{"edition":"2021"}{}'],
  ["array", "[]"],
  ["nothing", ""],
  ["not-a-number", '{"edition":"2021","year":NaN}'],
  ["infinite", '{"edition":"2021","year":1e999}'],
  ["hexadecimal", '{"edition":"2021","year":0x7e7}'],
  ["leading-zero", '{"edition":"2021","year":02023}'],
  ["control-character", '{"edition":"2021","agency":{"name":"a\tb"}}'],
  ["zero-with-exponent", '{"edition":"2021","requests":{"granted":{"total":0e99999,"naturalPerson":-0.0E-99999}}}'],
  ["negative-exponent", '{"edition":"2021","year":20230000e-4}'],
  ["many-zeros", `{"edition":"2021","year":2023.${"0".repeat(500)},"requests":{"granted":{"total":1${"0".repeat(400)}e-399}}}`],
  ["greatest-with-exponent", '{"edition":"2021","requests":{"granted":{"total":9.007199254740991E+15}}}'],
  ["byte-order-mark", '\ufeff{"edition":"2021"}'],
  ["form-feed-outside", '{"edition":"2021"}\f'],
  ["no-break-space-outside", '\u00a0{"edition":"2021"}'],
  ["damaged-name", '{"edition":"2021","agency":{"name":"某\ufffd县"}}'],
  ["damaged-name-escaped", '{"edition":"2021","agency":{"name":"某\\uFFFD县"}}'],
  ["damaged-words", '{"edition":"2021","narrative":{"other":"某\ufffd县\\ufffd"}}'],
  ["deep", `${"[".repeat(2000)}${"]".repeat(2000)}`],
];

/** Texts that must be refused by what they say and not by what remains after rounding. */
export const STRICT_TEXTS: readonly (readonly [string, string])[] = [
  ["rounds-to-greatest", '{"edition":"2021","requests":{"granted":{"total":9007199254740991.4}}}'],
  ["rounds-to-integer", '{"edition":"2021","requests":{"granted":{"total":4503599627370496.2}}}'],
  ["rounds-to-zero", '{"edition":"2021","requests":{"granted":{"total":1e-400}}}'],
  ["beyond-by-exponent", '{"edition":"2021","requests":{"granted":{"total":90071992547409920e-1}}}'],
  ["duplicate-key", '{"edition":"2021","year":2023,"year":2022}'],
  ["duplicate-key-escaped", '{"edition":"2021","agency":{"name":"a","n\\u0061me":"a"}}'],
  ["lone-high-surrogate", '{"edition":"2021","agency":{"name":"\\ud842县"}}'],
  ["lone-low-surrogate", '{"edition":"2021","agency":{"name":"\\udfb7"}}'],
  ["lone-surrogate-as-such", '{"edition":"2021","narrative":{"other":"a\ud842b"}}'],
  ["surrogates-turned", '{"edition":"2021","narrative":{"other":"\\udfb7\\ud842"}}'],
];

const MONEY = [
  "0",
  "0.000001",
  "38.09533",
  "12.50",
  "999999999.999999",
  "1000000000",
  "1.1234567",
  "-1",
  "+1",
  "01",
  "1.",
  ".1",
  "",
  "1e3",
  "1,000",
  " 1",
  "１",
  "0.1",
  "100",
  // As binary fractions these are a little less.
  "1.005",
  "8.2",
  "64.1",
  "999999999.999998",
];

const FIELDS: readonly (readonly [string, readonly (string | number | null)[]])[] = [
  ["plain", ["某县", 2023, null, "0"]],
  ["comma", ["a,b"]],
  ["quote", ['a"b']],
  ["line-break", ["a\nb", "a\r\nb"]],
  ["formula", ["=1+1", "+1", "-1", "@x", " =1", "\tx", "\rx"]],
  ["number", [-4, 12]],
  ["full-width-formula", ["＝1", "－4"]],
  ["apostrophe", ["it's"]],
  ["spaces-and-formula", ["\u3000=1", "\u00a0+1", "\u200b@x", "\u2060＋1", "x=1"]],
  ["unprintable", ["a\u0000b\u000bc\u001fd\u007fe\u0085f", "\u0000=1", "\u200f-1", "\u202e甲\u2066乙\uffff", "\ufeff甲"]],
  ["lone-surrogate", ["a\ud842b", "\ud842\udfb7"]],
  ["empty", ["", null]],
];

const PARAMETER: Readonly<Record<ParameterType, (name: string) => unknown>> = {
  integer: () => 3,
  figure: () => 12,
  text: (name) => `〈${name}〉`,
  sentence: (name) => ({ zh: `“${name}”`, en: `<${name}>` }),
};

function sentenceRequests(): Asked {
  return findingCodes().flatMap(({ code, parameters }): Asked => {
    const params = Object.fromEntries(Object.entries(parameters).map(([name, [type = "text"]]) => [name, PARAMETER[type](name)]));
    const asked = (["zh", "en"] as const).map((language) => [`${code}-${language}`, { code, params, language }] as const);
    // What is not given keeps its braces, and what is put in is not looked through again.
    const [name] = Object.keys(parameters);
    if (code === "balance.violated") {
      const uncited = { ...params, citation: "" };
      return [
        ...asked,
        [`${code}-nothing-in-brackets-zh`, { code, params: uncited, language: "zh" }],
        [`${code}-nothing-in-brackets-en`, { code, params: uncited, language: "en" }],
        [`${code}-braces-in-brackets`, { code, params: {}, language: "zh" }],
      ];
    }
    return code !== "schema.type" || name === undefined
      ? asked
      : [
          ...asked,
          [`${code}-nothing-given`, { code, params: {}, language: "en" }] as const,
          [`${code}-braces`, { code, params: { ...params, [name]: "{found}$&\\1" }, language: "zh" }] as const,
        ];
  });
}

const json = (value: object): string => JSON.stringify(value);

function report(
  edition: EditionId,
  year: number | undefined,
  name: string | undefined,
  figures: Readonly<Record<string, unknown>> = {},
): string {
  const head = { edition, ...(year === undefined ? {} : { year }), ...(name === undefined ? {} : { agency: { name } }) };
  return json(edited(head, { set: figures, remove: [] }));
}

/** The report with a 统一社会信用代码. */
function coded(unifiedSocialCreditCode: string, text: string): string {
  const { agency, ...rest } = JSON.parse(text) as { readonly agency?: object };
  return json({ ...rest, agency: { ...agency, unifiedSocialCreditCode } });
}

/** A report of an agency in a region. */
function located(regionCode: string, name: string, year = 2022): string {
  return json({ edition: "2021", year, agency: { name, regionCode }, requests: { carriedForward: { total: 3 } } });
}

/** Sets of reports below one that are not simply all there. */
function levelRequests(): Asked {
  const address = "requests.received.total";
  const total = (n: unknown) => ({ [address]: n });
  const child = (name: string, n: unknown, year: number | undefined = 2023, edition: EditionId = "2021") =>
    report(edition, year, name, total(n));
  const nameless = report("2021", 2023, undefined, total(4));
  const [first, second] = [child("甲局", 3), child("乙局", 4)];
  const sets: readonly (readonly [string, readonly string[]])[] = [
    ["all", [first, second]],
    ["none", []],
    ["year-not-stated", [first, child("乙局", 4, undefined)]],
    ["other-year", [first, second, child("丙局", 9, 2022)]],
    ["other-edition", [first, second, child("丙局", 9, 2023, "2019")]],
    ["only-other-year", [child("甲局", 3, 2022)]],
    ["same-agency-twice", [first, second, child("乙 局", 9)]],
    ["same-code-twice", [first, coded("A", second), coded("A", child("丙局", 9))]],
    ["same-name-other-code", [first, coded("A", second), coded("B", child("乙局", 0))]],
    ["parent-among-them", [first, second, child("某市", 7)]],
    ["nameless", [first, nameless]],
    ["fraction-below", [first, child("乙局", 4.5)]],
    ["beyond-below", [first, child("乙局", Number.MAX_SAFE_INTEGER + 1)]],
  ];
  const states: readonly (readonly [string, unknown])[] = [
    ["equal", 7],
    ["more", 8],
    ["less", 2],
  ];
  // Both are asked for, and one of them does not apply.
  const rules = [`level.${address}`, `levelPart.${address}`];
  return sets.flatMap(([id, children]) =>
    states.flatMap(([state, n]) =>
      [true, false].map((complete) => {
        const draft = report("2021", 2023, "某市", total(n));
        return [`${id}-${state}-${complete ? "complete" : "part"}`, { draft, children, complete, rules }] as const;
      }),
    ),
  );
}

function seriesRequests(): Asked {
  const carried = (n: number) => ({ "requests.carriedForward.total": n });
  const brought = (n: number) => ({ "requests.broughtForward.total": n });
  const whole = (edition: EditionId, year: number, seed: number) =>
    json({ edition, year, agency: { name: "某县" }, ...tablesFrom(balancedFigures(edition, seed)) });
  return [
    ["in-order", { drafts: [report("2021", 2022, "某县", carried(3)), report("2021", 2023, "某县", brought(3))] }],
    ["any-order", { drafts: [report("2021", 2023, "某县", brought(3)), report("2021", 2022, "某县", carried(3))] }],
    ["not-carried", { drafts: [report("2021", 2022, "某县", carried(3)), report("2021", 2023, "某县", brought(2))] }],
    ["gap", { drafts: [report("2021", 2021, "某县", carried(3)), report("2021", 2023, "某县", brought(2))] }],
    ["same-year-twice", { drafts: [report("2021", 2022, "某县"), report("2021", 2022, "某县")] }],
    ["no-year", { drafts: [report("2021", undefined, "某县"), report("2021", 2022, "某县")] }],
    ["one", { drafts: [report("2021", 2022, "某县")] }],
    ["renamed", { drafts: [report("2021", 2022, "甲局", carried(3)), report("2021", 2023, "乙局", brought(2))] }],
    [
      "other-code",
      { drafts: [coded("A", report("2021", 2022, "某县", carried(3))), coded("B", report("2021", 2023, "某县", brought(2)))] },
    ],
    [
      "same-code",
      { drafts: [coded("A", report("2021", 2022, "甲局", carried(3))), coded("A", report("2021", 2023, "乙局", brought(2)))] },
    ],
    ["across-editions", { drafts: [report("2019", 2020, "某县", carried(3)), report("2021", 2021, "某县", brought(4))] }],
    ["two-agencies", { drafts: [report("2021", 2022, "某县", carried(3)), report("2021", 2023, "另县", brought(3))] }],
    [
      "spaces-in-a-name",
      { drafts: [report("2021", 2022, "某\u3000\u200b县（\u00a0本级\ufeff）"), report("2021", 2023, "某县(本级)")] },
    ],
    ["no-space-in-a-name", { drafts: [report("2021", 2022, "某\u0085县"), report("2021", 2023, "某县")] }],
    ["full-width-signs", { drafts: [report("2021", 2022, "甲！Ａx～局"), report("2021", 2023, "甲!Ax~局")] }],
    ["one-letter-more", { drafts: [report("2021", 2022, "某x县"), report("2021", 2023, "某县")] }],
    ["nameless", { drafts: [report("2021", 2022, undefined), report("2021", 2023, "某县")] }],
    [
      "first-of-a-year-counts",
      { drafts: [report("2021", 2022, "甲局"), report("2021", 2022, "乙局"), report("2021", 2023, "甲局")] },
    ],
    ["other-region", { drafts: [located("513300", "甲局"), located("513301", "甲局", 2023)] }],
    ["region-and-name", { drafts: [located("513300", "甲局"), located("513300", "乙局", 2023)] }],
    ["none", { drafts: [] }],
    ["whole-not-carried", { drafts: [whole("2021", 2022, 7), whole("2021", 2023, 8)] }],
  ];
}

/** Two reports between which nothing is compared, or something is although it need not be known who they are of. */
function yearRequests(): Asked {
  const rules = ["carryOver.total"];
  const figures = { "requests.carriedForward.total": 3, "requests.broughtForward.total": 3 };
  const of = (name: string | undefined, year: number | undefined) => report("2021", year, name, figures);
  const older = report("2019", 2022, "某县", figures);
  return [
    ["next", { rules, previous: of("某县", 2022), draft: of("某县", 2023) }],
    ["gap", { rules, previous: of("某县", 2021), draft: of("某县", 2023) }],
    ["renamed", { rules, previous: of("甲局", 2022), draft: of("乙局", 2023) }],
    ["nameless", { rules, previous: of(undefined, 2022), draft: of(undefined, 2023) }],
    ["other-code", { rules, previous: coded("A", of("某县", 2022)), draft: coded("B", of("某县", 2023)) }],
    ["across-editions", { rules: [...rules, "inForce.administrativeRules"], previous: older, draft: of("某县", 2023) }],
    ["code-on-one-side", { rules, previous: of("某县", 2022), draft: coded("B", of("某县", 2023)) }],
  ];
}

function consolidateRequests(): Asked {
  const addresses = ["requests.received.total", "disclosure.administrativeFees.feesCollected"];
  const child = (name: string, total: unknown, fee: unknown) =>
    report("2021", 2023, name, { "requests.received.total": total, "disclosure.administrativeFees.feesCollected": fee });
  const other = (name: string, year: number | undefined, total: number, edition: EditionId = "2021") =>
    report(edition, year, name, { "requests.received.total": total });
  return [
    ["two", { addresses, drafts: [child("甲局", 3, "0.1"), child("乙局", 4, "0.2")] }],
    ["blank", { addresses, drafts: [child("甲局", 3, null), child("乙局", null, "0.2")] }],
    ["decimals", { addresses, drafts: [child("甲局", 0, "38.095330"), child("乙局", 0, "0.000001")] }],
    ["beyond", { addresses, drafts: [child("甲局", Number.MAX_SAFE_INTEGER, "999999999.999999"), child("乙局", 2, "0.000001")] }],
    ["one", { addresses, drafts: [child("甲局", 3, "12.50")] }],
    ["year-of-most", { addresses, drafts: [other("甲局", 2022, 1), other("乙局", 2023, 2), other("丙局", 2023, 4)] }],
    ["year-of-the-first", { addresses, drafts: [other("甲局", 2022, 1), other("乙局", 2023, 2)] }],
    ["year-not-stated", { addresses, drafts: [other("甲局", undefined, 1), other("乙局", 2023, 2), other("丙局", 2022, 4)] }],
    [
      "edition-of-most",
      {
        addresses,
        drafts: [other("甲局", 2023, 1, "2019"), other("乙局", 2023, 2), other("丙局", 2022, 4), other("丁局", 2022, 8)],
      },
    ],
    ["same-name-twice", { addresses, drafts: [other("甲局", 2023, 1), other("甲 局", 2023, 2), other("乙局", 2023, 4)] }],
    ["same-code-twice", { addresses, drafts: [coded("A", other("甲局", 2023, 1)), coded("A", other("乙局", 2023, 2))] }],
    ["same-name-other-code", { addresses, drafts: [coded("A", other("甲局", 2023, 1)), coded("B", other("甲局", 2023, 2))] }],
    [
      "spaces-in-a-name",
      { addresses, drafts: [other("甲\u200b局", 2023, 1), other("甲局", 2023, 2), other("甲\u001c局", 2023, 4)] },
    ],
    [
      "figure-of-another-edition",
      { addresses: [...addresses, "disclosure.administrativeRules.inForce"], drafts: [other("甲局", 2020, 1, "2019")] },
    ],
    ["outside-the-domain", { addresses, drafts: [child("甲局", 1.5, "01"), child("乙局", -1, "-1")] }],
    ["same-agency-other-year", { addresses, drafts: [other("甲局", 2022, 1), other("甲局", 2023, 2), other("乙局", 2023, 4)] }],
  ];
}

function memberRequests(): Asked {
  const total = (n: unknown) => ({ "requests.received.total": n });
  const parent = report("2021", 2023, "某市", total(7));
  const [first, second] = [report("2021", 2023, "甲局", total(3)), report("2021", 2023, "乙局", total(4))];
  return [
    ["all-there", { draft: parent, children: [first, second], complete: true }],
    ["none", { draft: parent, children: [], complete: true }],
    ["other-year", { draft: parent, children: [first, report("2021", 2022, "乙局", total(4))], complete: true }],
    ["other-edition", { draft: parent, children: [first, report("2019", 2023, "乙局", total(4))], complete: true }],
    ["twice", { draft: parent, children: [first, first], complete: true }],
    ["one-name", { draft: parent, children: [first, report("2021", 2023, "甲 局", total(4))], complete: true }],
    ["parent-below", { draft: parent, children: [first, parent], complete: true }],
    ["own-of-other", { draft: parent, children: [first], own: second, complete: true }],
    ["missing", { draft: parent, children: [first], expected: ["甲局", "乙局"], complete: true }],
    ["unexpected", { draft: parent, children: [first, second], expected: ["甲局"], complete: true }],
    [
      "too-large",
      { draft: parent, children: [report("2021", 2023, "甲局", total(Number.MAX_SAFE_INTEGER)), second], complete: true },
    ],
  ];
}

function plausibilityRequests(): Asked {
  const agency = { name: "某镇人民政府", kind: "government", level: "township" };
  const county = { name: "某县人民政府", kind: "government", level: "county" };
  const draft = (edition: EditionId, head: object, figures: Readonly<Record<string, unknown>> = {}): Request => ({
    draft: json(edited({ edition, ...head }, { set: figures, remove: [] })),
  });
  const rules = { "disclosure.administrativeRules.issued": 1, "disclosure.administrativeRules.inForce": 0 };
  const zeros = (edition: EditionId): Readonly<Record<string, unknown>> =>
    Object.fromEntries(describeForm(edition).cells.map(({ address, unit }) => [address, unit === "amount" ? "0" : 0]));
  return editionIds.flatMap((edition) => [
    [`${edition}-nothing-known`, draft(edition, {})] as const,
    [`${edition}-rules-of-a-township`, draft(edition, { agency }, rules)] as const,
    [
      `${edition}-all-zero`,
      draft(edition, { agency: { name: "某省人民政府", kind: "government", level: "provincial" } }, zeros(edition)),
    ] as const,
    [
      `${edition}-accountability-unsaid`,
      draft(edition, { agency: county, narrative: { overview: "公开工作有序推进。" } }),
    ] as const,
    [
      `${edition}-accountability-said`,
      draft(edition, { agency: county, narrative: { overview: "开展工作考核和社会评议，没有责任追究情况。" } }),
    ] as const,
    [`${edition}-no-problems`, draft(edition, { narrative: { problems: "无。" } })] as const,
    [`${edition}-problems`, draft(edition, { narrative: { problems: "公开不够及时，下一步加强培训。" } })] as const,
    [`${edition}-other-year`, draft(edition, { year: edition === "2019" ? 2023 : 2019 })] as const,
    [
      `${edition}-fee-unsaid`,
      draft(edition, { narrative: { other: "无。" } }, { "requests.feeNotPaidInTime.total": 1 }),
    ] as const,
  ]);
}

function narrativeRequests(): Asked {
  const draft = (text: string, total: number): Request => ({
    draft: json(
      edited({ edition: "2021", narrative: { overview: text } }, { set: { "requests.received.total": total }, remove: [] }),
    ),
  });
  return [
    ["agrees", draft("全年新收政府信息公开申请12件。", 12)],
    ["differs", draft("全年新收政府信息公开申请12件。", 13)],
    ["says-nothing", draft("按照要求开展工作。", 13)],
  ];
}

function filingRequests(): Asked {
  const draft = (head: object): Request => ({ draft: json({ edition: "2021", year: 2023, ...head }) });
  return [
    ["in-time-department", draft({ agency: { kind: "department" }, publishedOn: "2024-01-31" })],
    ["late-department", draft({ agency: { kind: "department" }, publishedOn: "2024-02-01" })],
    ["in-time-government", draft({ agency: { kind: "government" }, publishedOn: "2024-03-31" })],
    ["late-government", draft({ agency: { kind: "government" }, publishedOn: "2024-04-01" })],
    ["before-year-is-over", draft({ agency: { kind: "government" }, publishedOn: "2023-12-31" })],
    ["signed-after-published", draft({ agency: { kind: "government" }, publishedOn: "2024-01-20", signedOn: "2024-01-21" })],
    ["signed-when-published", draft({ publishedOn: "2024-01-20", signedOn: "2024-01-20" })],
    ["fee", draft({ informationProcessingFee: "100" })],
    ["fee-of-nothing", draft({ informationProcessingFee: "0" })],
    ["fee-that-is-none", draft({ informationProcessingFee: "1e2" })],
    ["fee-no-multiple", draft({ informationProcessingFee: "105" })],
    ["fee-with-fraction", draft({ informationProcessingFee: "100.50" })],
    ["kind-unknown-early", draft({ publishedOn: "2024-01-31" })],
    ["kind-unknown-between", draft({ publishedOn: "2024-02-15" })],
    ["kind-unknown-late", draft({ publishedOn: "2024-04-01" })],
    ["signed-only", draft({ agency: { kind: "department" }, signedOn: "2024-02-01" })],
    ["fee-before-it-was-lawful", { draft: json({ edition: "2019", year: 2019, informationProcessingFee: "105" }) }],
    ["nothing-known", draft({})],
    ["year-unknown", { draft: json({ edition: "2021", publishedOn: "2024-02-01", informationProcessingFee: "105" }) }],
    ["township", draft({ agency: { kind: "government", level: "township" }, publishedOn: "2024-06-01" })],
    ["before-the-article", draft({ year: 2018, agency: { kind: "government" }, publishedOn: "2019-06-01" })],
    ["first-year-of-the-article", draft({ year: 2019, agency: { kind: "government" }, publishedOn: "2020-06-01" })],
    ["signed-in-the-year", draft({ agency: { kind: "government" }, signedOn: "2023-01-20", publishedOn: "2024-01-20" })],
    ["fee-before-the-measures", draft({ year: 2020, informationProcessingFee: "105" })],
  ];
}

function crosswalkRequests(): Asked {
  const [from, to] = [...editionIds].sort((a, b) => editions[a].years.from - editions[b].years.from);
  if (from === undefined || to === undefined) return [];
  const addresses = new Set([from, to].flatMap((id) => describeForm(id).cells.map(({ address }) => address)));
  return [...addresses, "no.such.figure"].map((address) => [address, { from, to, address }] as const);
}

/** Reports with one wrong figure, in every table that balances. */
function locateRequests(): Asked {
  return editionIds.flatMap((edition) => {
    const figures = balancedFigures(edition, 3);
    const inBalances = new Set(
      rulesDataOf(edition).rules.flatMap((rule) =>
        rule.kind === "linear" && rule.scope === "report" ? rule.terms.map(([, address]) => address) : [],
      ),
    );
    const wanted = [...inBalances].filter((_, i) => i % 9 === 4);
    return wanted.map((address) => {
      const wrong = new Map(figures).set(address, Number(figures.get(address) ?? 0) + 1000);
      return [`${edition}-${address}`, { draft: json({ edition, ...tablesFrom(wrong) }) }] as const;
    });
  });
}

/** All files of vectors by their name. */
export async function allVectors(): Promise<ReadonlyMap<string, Vectors>> {
  const reports = editionIds.flatMap((edition) => [
    [`report-${edition}`, exampleReport(edition)] as const,
    [`draft-${edition}`, exampleDraft(edition)] as const,
  ]);
  const texts = [
    ...canonicalTexts,
    ...reports.flatMap(([id, value]) => [
      [`${id}-spaced`, spaced(value)] as const,
      [`${id}-turned`, spaced(turned(value))] as const,
    ]),
  ].map(([id, text]) => [id, { text }] as const);
  const refused = STRICT_TEXTS.map(([id, text]) => ({ id, request: { text }, result: null }));
  const canonical = await vectors("canonical", texts);
  const digests = await vectors("digest", [
    ...reports.map(([id, value]) => [id, { text: toJson(value) }] as const),
    ["spaced", { text: ' {"edition": "2021"}' }],
    ["refused", { text: "{}" }],
  ]);
  return new Map([
    ["canonical-json", { ...canonical, vectors: [...canonical.vectors, ...refused] }],
    ["digest", digests],
    [
      "money",
      await vectors(
        "money",
        MONEY.map((text) => [JSON.stringify(text), { text }]),
      ),
    ],
    [
      "csv",
      await vectors(
        "csv",
        FIELDS.map(([id, fields]) => [id, { fields }]),
      ),
    ],
    ["sentences", await vectors("sentence", sentenceRequests())],
    ["series", await vectors("series", seriesRequests())],
    ["levels", await vectors("levels", levelRequests())],
    ["years", await vectors("years", yearRequests())],
    ["consolidation", await vectors("consolidate", consolidateRequests())],
    ["filing", await vectors("filing", filingRequests())],
    ["members", await vectors("members", memberRequests())],
    ["plausibility", await vectors("plausibility", plausibilityRequests())],
    ["narrative", await vectors("narrative", narrativeRequests())],
    ["crosswalk", await vectors("crosswalk", crosswalkRequests())],
    ["repair", await vectors("locate", locateRequests())],
  ]);
}
