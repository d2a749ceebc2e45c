import type { Sentence } from "../findings/finding.js";
import { type Cell, leafOf, printedHeading } from "../form/cells.js";
import {
  describeForm,
  type EditionId,
  type Form,
  type FormRecord,
  type FormTable,
  formatCoordinate,
  headingsOf,
} from "../form/form.js";
import { agencyKinds, agencyLevels, headItems } from "../form/headTerms.js";
import { sectionNumbered } from "../form/sections.js";
import { formatCitation, sources } from "../form/sources.js";
import { overviewParts, reportSections } from "../form/terms.js";
import type { Term, Unit } from "../form/types.js";
import { AMOUNT_DECIMALS, AMOUNT_DIGITS } from "../report/money.js";
import { DAMAGED_SIGN, MAX_NAME, MAX_TEXT } from "../report/schemaParts.js";
import { STANDARD_MAJOR } from "./version.js";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Which of the two schemas of an edition: of complete reports, or of drafts, in which figures may be blank or missing. */
export type SchemaKind = "report" | "draft";

/** Stable identifier of a schema. A name (URN), not an address: nothing needs to be online to resolve it. */
export function schemaId(name: string): string {
  return `urn:disclosure-report:schema:${STANDARD_MAJOR}:${name}`;
}

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * A real date. Every pattern here means the same in ECMAScript, Python, Java, .NET, Go and Perl: digits are `[0-9]`, groups are
 * plain, and each stands beside a `maxLength`. Because `$` admits a line break at the end in some of them, a pattern of varying length
 * also stands beside {@link only}.
 */
const DATE_PATTERN = [
  "^(([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29",
  "|[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])))$",
].join("");

/** A text in which nothing else occurs than characters of a class: a line break least of all. */
const only = (characters: string): JsonSchema => ({ not: { type: "string", pattern: `[^${characters}]` } });

/** The greatest integer that every program holds exactly, 2^53 − 1. */
const GREATEST = 9_007_199_254_740_991;

const both = ({ zh, en }: Sentence): string => `${zh} ${en}`;

const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** A title and a description in both languages. */
function named(title: Sentence, description: Sentence): JsonSchema {
  return { title: both(title), description: `${description.zh}\n${description.en}` };
}

const say = (zh: string, en: string): Sentence => ({ zh, en });

const termName = ({ label, english }: Term): Sentence => say(label, english);

function text(title: Sentence, description: Sentence, rest: JsonSchema): JsonSchema {
  return { ...named(title, description), type: "string", ...rest };
}

function codes(title: Term, terms: Readonly<Record<string, Term>>): JsonSchema {
  const list = Object.values(terms);
  const zh = list.map(({ id, label }) => `${id} ${label}`).join("；");
  const en = list.map(({ id, english }) => `${id} ${english}`).join("; ");
  return text(termName(title), say(zh, en), { enum: list.map(({ id }) => id) });
}

const date = (title: Sentence, description: Sentence): JsonSchema =>
  text(title, description, { maxLength: 10, pattern: DATE_PATTERN, examples: ["2024-01-31"] });

const YEAR = {
  ...named(termName(headItems.year), say("所报告的公历年", "the calendar year reported on")),
  type: "integer",
  minimum: 1000,
  maximum: 9999,
  examples: [2023],
};

const agencyProperties: Readonly<Record<string, JsonSchema>> = {
  name: text(
    termName(headItems.name),
    say(
      "与报告标题一致的全称，不含替换字符U+FFFD",
      "full official name, as in the title of the report, without the replacement character U+FFFD",
    ),
    {
      minLength: 1,
      maxLength: MAX_NAME,
      not: { type: "string", pattern: DAMAGED_SIGN },
      examples: ["某某县人民政府"],
    },
  ),
  kind: codes(headItems.kind, agencyKinds),
  level: codes(headItems.level, agencyLevels),
  regionCode: text(
    termName(headItems.regionCode),
    say("6位（GB/T 2260）；乡镇9位，村12位", "6 digits after GB/T 2260; 9 for a township, 12 for a village"),
    { maxLength: 12, pattern: "^([0-9]{6}|[0-9]{9}|[0-9]{12})$", ...only("0-9"), examples: ["513333"] },
  ),
  unifiedSocialCreditCode: text(
    termName(headItems.unifiedSocialCreditCode),
    say("18位（GB 32100）", "18 characters after GB 32100"),
    { maxLength: 18, pattern: "^[0-9A-HJ-NP-RTUWXY]{18}$" },
  ),
};

const FEE = text(
  termName(headItems.informationProcessingFee),
  say(
    "第六部分所述全年收取的金额，单位为元（不是万元），最多2位小数",
    "collected in the year as section 六 states it, in yuan (not 万元), at most 2 decimals",
  ),
  { maxLength: 16, pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$", ...only("0-9."), examples: ["100"] },
);

/** A text of the report. What it is has one definition, which the parts refer to. */
const WORDS = text(say("文字", "words"), say("原文，不含标题", "the text as published, without the title"), {
  maxLength: MAX_TEXT,
});

const termText = (term: Term): JsonSchema => ({ ...reference("words"), title: both(termName(term)) });

function strict(properties: Readonly<Record<string, unknown>>, required: readonly string[]): JsonSchema {
  return { type: "object", additionalProperties: false, ...(required.length > 0 ? { required } : {}), properties };
}

function narrativeSchema(): JsonSchema {
  const { overview, ...sections } = reportSections;
  const parts = {
    preamble: termText(headItems.preamble),
    ...Object.fromEntries(Object.values<Term>(overviewParts).map((part) => [part.id, termText(part)])),
  };
  return {
    ...named(say("文字部分", "text"), say("各部分的文字", "the text of the sections, beside their tables")),
    ...strict(
      {
        overview: {
          title: both(termName(overview)),
          description: "全文，或分为各部分\nthe whole text, or its parts",
          anyOf: [reference("words"), strict(parts, [])],
        },
        ...Object.fromEntries(Object.values<Term>(sections).map((section) => [section.id, termText(section)])),
      },
      [],
    ),
  };
}

/** The schema of a figure of each unit. Amounts are text, so that no program reads them as binary fractions. */
const figures: Readonly<Record<Unit, JsonSchema>> = {
  count: {
    ...named(say("件数", "count"), say("不小于0的整数，单位：件", "an integer of at least 0; unit: pieces")),
    type: "integer",
    minimum: 0,
    maximum: GREATEST,
  },
  change: {
    ...named(say("增减数", "signed change"), say("整数，减少为负", "an integer, negative for a decrease")),
    type: "integer",
    minimum: -GREATEST,
    maximum: GREATEST,
  },
  amount: {
    ...named(
      say("金额", "amount of money"),
      say(
        `单位：万元，最多${AMOUNT_DECIMALS}位小数（精确到分）的文本`,
        `in 10,000 yuan, as a string with at most ${AMOUNT_DECIMALS} decimals (one fen)`,
      ),
    ),
    type: "string",
    maxLength: AMOUNT_DIGITS + 1 + AMOUNT_DECIMALS,
    pattern: `^(0|[1-9][0-9]{0,${AMOUNT_DIGITS - 1}})(\\.[0-9]{1,${AMOUNT_DECIMALS}})?$`,
    ...only("0-9."),
    examples: ["38.09533", "0"],
  },
};

const blank = {
  type: "null",
  ...named(say("空白", "blank"), say("表上印为空白，不同于0", "printed blank, which is not the same as 0")),
};

/**
 * The JSON Schema (2020-12) of the reports, or of the drafts, of an edition. It states what can be checked in a document by
 * itself: keys, types, ranges. Balances are rules, see {@link rulesDataOf}.
 *
 * @example
 * ```ts
 * jsonSchemaOf("2021", "report")["$id"]; //=> "urn:disclosure-report:schema:1:report-2021"
 * ```
 */
export function jsonSchemaOf(edition: EditionId, kind: SchemaKind): JsonSchema {
  const form = describeForm(edition);
  const complete = kind === "report";
  const { source, title } = form.edition;
  const { number, title: sourceTitle, english } = sources[source];
  const head = { edition: editionSchema(edition), year: YEAR, agency: reference("agency") };
  const tables = Object.fromEntries(form.tables.map(({ definition }) => [definition.id, reference(definition.id)]));
  return {
    $schema: DIALECT,
    $id: schemaId(`${kind}-${edition}`),
    ...named(
      say(
        `${title}（${edition}年版，${complete ? "完整报告" : "草稿"}）`,
        `annual report on government information disclosure, edition ${edition}, ${complete ? "complete report" : "draft"}`,
      ),
      say(
        `依据《${sourceTitle}》（${number}）。键的顺序即规范顺序。勾稽关系不在此列，见 rules/${edition}.json。不接受其他键：系统自有的数据放在报告之外。`,
        `After ${number}, ${english}. The order of the keys is the canonical order. The balances are not said here; they are rules/${edition}.json. No other key is accepted: what a system adds of its own goes around the report.`,
      ),
    ),
    ...strict(
      {
        ...head,
        signedOn: date(termName(headItems.signedOn), say("真实的日期，年-月-日", "a real date, year-month-day")),
        publishedOn: date(termName(headItems.publishedOn), say("真实的日期，年-月-日", "a real date, year-month-day")),
        ...tables,
        narrative: reference("narrative"),
        informationProcessingFee: FEE,
      },
      complete ? [...Object.keys(head), ...Object.keys(tables)] : ["edition"],
    ),
    $defs: {
      agency: {
        ...named(termName(headItems.agency), say("报送报告的行政机关", "the agency that files the report")),
        ...strict(agencyProperties, complete ? ["name"] : []),
      },
      narrative: narrativeSchema(),
      words: WORDS,
      ...Object.assign({}, ...form.tables.map((table) => tableDefinitions(table, form, complete))),
      ...figureDefinitions(form, complete),
      figureAnnotations: annotations(form),
    },
  };
}

function editionSchema(edition: EditionId): JsonSchema {
  return {
    ...named(termName(headItems.edition), say("所用格式发布的年份", "the year of the document that issued the form")),
    type: "string",
    const: edition,
  };
}

function figureDefinitions(form: Form, complete: boolean): JsonSchema {
  const units = [...new Set(form.cells.map(({ unit }) => unit))];
  return Object.fromEntries(
    units.map((unit) => {
      if (complete) return [unit, figures[unit]];
      const { title, description, ...figure } = figures[unit];
      return [unit, { title, description, anyOf: [figure, blank] }];
    }),
  );
}

/** Rows of one kind share a definition; its name tells the table and, where a table has several kinds, the fields. */
function recordName({ definition, records }: FormTable, { cells }: FormRecord): string {
  const kinds = new Set(records.map((record) => record.cells.map(({ field }) => field).join("_")));
  const fields = cells.map(({ field }) => field).join("_");
  return kinds.size === 1 ? `${definition.id}.record` : `${definition.id}.record.${fields}`;
}

function tableDefinitions(table: FormTable, form: Form, complete: boolean): JsonSchema {
  const { definition, records } = table;
  const section = sectionNumbered(form.id, definition.number);
  const rows = Object.fromEntries(records.map((record) => [record.id, recordUse(table, record)]));
  const definitions: Record<string, JsonSchema> = {
    [definition.id]: {
      ...named(
        say(`表${definition.number} ${section?.title ?? ""}`, definition.english),
        say(`第${definition.number}部分的表格`, `the table of section ${definition.number}`),
      ),
      ...strict(rows, complete ? Object.keys(rows) : []),
    },
  };
  for (const record of records) definitions[recordName(table, record)] ??= recordDefinition(record, complete);
  return definitions;
}

/** A row of a table: its heading, its coordinate, its legal basis. */
function recordUse(table: FormTable, record: FormRecord): JsonSchema {
  const [first] = record.cells;
  if (first === undefined) return reference(recordName(table, record));
  const heading = headingsOf(first).record;
  const basis = heading.term.basis.map(formatCitation).join("、");
  const cited = basis === "" ? "" : `；依据：${basis}`;
  const place = (language: keyof Sentence): string => formatCoordinate(first.coordinate, language);
  return {
    ...reference(recordName(table, record)),
    ...named(
      say(first.recordPath.map(printedHeading).join("/"), heading.term.english),
      say(`自${place("zh")}起${cited}`, `from ${place("en")}${basis === "" ? "" : `; basis: ${basis}`}`),
    ),
  };
}

function recordDefinition({ cells }: FormRecord, complete: boolean): JsonSchema {
  const properties = Object.fromEntries(cells.map((cell) => [cell.field, fieldUse(cell)]));
  return {
    ...named(
      say(
        cells.map(({ fieldPath }) => leafOf(fieldPath).term.label).join("、"),
        cells.map(({ fieldPath }) => leafOf(fieldPath).term.english).join(", "),
      ),
      say("一行（或一组）数字", "one row, or one block, of figures"),
    ),
    ...strict(properties, complete ? Object.keys(properties) : []),
  };
}

function fieldUse(cell: Cell): JsonSchema {
  const { field } = headingsOf(cell);
  return { ...reference(cell.unit), title: both(say(cell.fieldPath.map(printedHeading).join("/"), field.term.english)) };
}

/**
 * The annotations of all figures. They stand in a definition that nothing refers to, under a keyword of their own
 * (`x-figures`), so that strict validators do not object.
 */
function annotations(form: Form): JsonSchema {
  return {
    ...named(
      say("指标注释", "annotations of the figures"),
      say(
        "每个指标的坐标、计量单位和依据；词汇见 GRAMMAR.md",
        "coordinate, unit and citation of every figure; the vocabulary is in GRAMMAR.md",
      ),
    ),
    "x-figures": Object.fromEntries(
      form.cells.map((cell) => {
        const { record, field } = headingsOf(cell);
        const citations = [...record.term.basis, ...field.term.basis].map(formatCitation);
        const { table, row, column } = cell.coordinate;
        return [cell.address, { coordinate: [table, row, column], unit: cell.unit, citation: citations }];
      }),
    ),
  };
}
