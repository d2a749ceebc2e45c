import { withoutSpaces } from "../_internal/text.js";
import type { Sentence } from "../findings/finding.js";
import { type Cell, leafOf, printedHeading } from "../form/cells.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { type Citation, formatCitation } from "../form/sources.js";
import { disclosureMeasures, disclosureSubjects, reportSections, requestOutcomes } from "../form/terms.js";
import { type Figures, own } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import type { FunctionRule, RuleOutcome } from "../rules/types.js";
import { isLarge, makesRules } from "./agencies.js";
import { editionRule } from "./editionRule.js";
import type { PlausibilityOptions, PlausibilityRule } from "./types.js";

const face = { family: "plausibility", scope: "report", severity: "advice", basis: "heuristic" } as const;

type Body = Pick<FunctionRule, "id" | "cells" | "statement" | "message" | "check"> & { readonly reason: Sentence };

function ruleFrom(citation: readonly Citation[], body: Body): PlausibilityRule {
  return { kind: "function", ...face, citation, ...body };
}

const addressesOf = (cells: readonly Cell[]): readonly string[] => cells.map(({ address }) => address);

/** Whether any of some figures is above 0; undetermined where none is but some are blank. */
function noneAboveZero(cells: readonly Cell[], figures: Figures): RuleOutcome {
  const values = cells.map(({ index }) => figures[index] ?? Number.NaN);
  if (values.some((value) => value > 0)) return "violated";
  return values.some(Number.isNaN) ? "undetermined" : "holds";
}

function ruleMakingPower(form: Form): PlausibilityRule {
  const { id, label, english } = disclosureSubjects.administrativeRules;
  const cells = form.cells.filter(({ record }) => record === id);
  return ruleFrom([{ source: form.edition.source }], {
    id: "plausibility.ruleMakingPower",
    cells: addressesOf(cells),
    statement: {
      zh: `没有规章制定权的机关不填报${label}`,
      en: `An agency without the power to make ${english} reports none`,
    },
    reason: {
      zh: `${label}只能由国务院部门、省级人民政府和设区的市（自治州）人民政府制定；填报的往往是规范性文件。`,
      en: "Only national departments, provincial governments and governments of cities with districts make them; what is reported is often a normative document.",
    },
    message: {
      zh: `该机关没有规章制定权，却填报了${label}。请核对是否应填入${disclosureSubjects.normativeDocuments.label}。`,
      en: `The agency has no power to make ${english}, but reports some. Check whether they are ${disclosureSubjects.normativeDocuments.english}.`,
    },
    check: ({ draft, figures }) => {
      const able = makesRules(draft);
      if (able !== false) return { outcome: able === null ? "undetermined" : "holds" };
      return { outcome: noneAboveZero(cells, figures) };
    },
  });
}

function notAllZero(form: Form, options: PlausibilityOptions): PlausibilityRule {
  return ruleFrom([{ source: form.edition.source }], {
    id: "plausibility.allZero",
    cells: [],
    statement: { zh: "规模较大的机关不会所有数据都是0", en: "A large agency has some figure that is not 0" },
    reason: {
      zh: "一级政府或省市级机关全年没有任何一项工作数据，多半是漏填或空表上报。",
      en: "A year without a single figure at such an agency mostly means that an empty form was filed.",
    },
    message: {
      zh: "三张表的全部数据都是0，与机关规模不符。请核对是否漏填。",
      en: "Every figure of the three tables is 0, which is strange for an agency of this size. Check that the form was filled in.",
    },
    check: ({ draft, figures }) => {
      const large = options.large ?? isLarge(draft);
      if (large !== true) return { outcome: large === null ? "undetermined" : "holds" };
      if (figures.some((value) => Number.isFinite(value) && value !== 0)) return { outcome: "holds" };
      return { outcome: figures.every((value) => value === 0) ? "violated" : "undetermined" };
    },
  });
}

/** The total number cannot be less than the number added this year, under the names of either edition. */
const PART_OF_WHOLE = [
  [disclosureMeasures.issued.id, disclosureMeasures.inForce.id],
  [disclosureMeasures.newlyDisclosed.id, disclosureMeasures.totalDisclosed.id],
] as const;

function newWithinAll(form: Form): readonly PlausibilityRule[] {
  return form.tables.flatMap(({ records }) =>
    records.flatMap(({ id, cells }) =>
      PART_OF_WHOLE.flatMap(([part, whole]) => {
        const fresh = cells.find(({ field }) => field === part);
        const all = cells.find(({ field }) => field === whole);
        return fresh === undefined || all === undefined ? [] : [newWithinAllOf(form, id, fresh, all)];
      }),
    ),
  );
}

function newWithinAllOf(form: Form, record: string, fresh: Cell, all: Cell): PlausibilityRule {
  const subject = leafOf(fresh.recordPath);
  const name = (cell: Cell): Sentence => ({
    zh: printedHeading(leafOf(cell.fieldPath)),
    en: leafOf(cell.fieldPath).term.english,
  });
  const [part, whole] = [name(fresh), name(all)];
  return {
    kind: "linear",
    ...face,
    citation: [{ source: form.edition.source }],
    id: `plausibility.newWithinAll.${record}`,
    cells: [all.address, fresh.address],
    terms: [
      [1, all.address, "this"],
      [-1, fresh.address, "this"],
    ],
    relation: ">=",
    constant: 0,
    statement: {
      zh: `${printedHeading(subject)}：${whole.zh}不少于${part.zh}`,
      en: `${subject.term.english}: what is ${whole.en} is no less than what is ${part.en}`,
    },
    reason: {
      zh: `本年的件数一般仍包含在年末的总数之中。`,
      en: "What came this year is normally still part of what there is at its end.",
    },
  };
}

/** A text without content, such as 无. Tested without spaces and full stops. */
const NOTHING = new Set([
  "没有问题",
  "无问题",
  "暂无问题",
  "不存在问题",
  "无主要问题",
  "无存在问题",
  "未发现问题",
  "不存在",
  "无",
  "暂无",
  "没有",
  "无此情况",
  "本年度无",
  "/",
  "-",
  "—",
]);
const MARKS_AROUND = /[。．.；;！!，,：:（）()]/g;

const CONTENTS: Citation = { source: "regulations", article: 50 };
const PROBLEMS = reportSections.problems.label;

const problemsSaid: PlausibilityRule = ruleFrom([CONTENTS], {
  id: "plausibility.problemsSaid",
  cells: [],
  statement: { zh: "第五部分写明主要问题及改进情况", en: "Section 五 tells of problems and improvements" },
  reason: {
    zh: `${formatCitation(CONTENTS)}要求报告${PROBLEMS}；只写“无”等于没有报告。`,
    en: `${formatCitation(CONTENTS)} asks for the main problems and improvements; a mere 无 does not report any.`,
  },
  message: {
    zh: `第五部分“${PROBLEMS}”只写了“{text}”。请写明问题和改进情况。`,
    en: "All that section 五 says is “{text}”. Tell of the problems and improvements.",
  },
  check: ({ draft }) => {
    const text = own(own(draft, "narrative"), "problems");
    if (typeof text !== "string") return { outcome: "undetermined" };
    const said = withoutSpaces(text).replace(MARKS_AROUND, "");
    if (said === "") return { outcome: "undetermined" };
    if (!NOTHING.has(said)) return { outcome: "holds" };
    return { outcome: "violated", params: { text: said }, details: { path: "narrative.problems", actual: said } };
  },
});

/** 条例第50条第（四）项: additional content of a government's report, and words that mention it. */
const ACCOUNTABILITY = [
  { name: { zh: "工作考核", en: "assessment" }, words: ["考核"] },
  { name: { zh: "社会评议", en: "public appraisal" }, words: ["评议", "满意度", "社会评价"] },
  { name: { zh: "责任追究结果", en: "accountability results" }, words: ["责任追究", "追究责任", "追责", "问责"] },
] as const;

/** The whole text of section 一, in one piece or in parts; `null` if there is none. */
function overviewOf(draft: Draft): string | null {
  const overview = own(own(draft, "narrative"), "overview");
  if (typeof overview === "string") return overview === "" ? null : overview;
  if (typeof overview !== "object" || overview === null) return null;
  const parts = Object.values(overview).filter((part): part is string => typeof part === "string");
  return parts.join("") === "" ? null : parts.join("\n");
}

const accountabilitySaid: PlausibilityRule = ruleFrom([CONTENTS], {
  id: "plausibility.accountability",
  cells: [],
  statement: {
    zh: "人民政府的年度报告写明工作考核、社会评议和责任追究结果",
    en: "A government tells of assessment, public appraisal and accountability results",
  },
  reason: {
    zh: `${formatCitation(CONTENTS)}第（四）项要求县级以上地方人民政府一并报告，通常写在第一部分的“监督保障”中。`,
    en: `${formatCitation(CONTENTS)}, item (4), asks this of governments at county level and above; it usually stands in the last part of section 一.`,
  },
  message: {
    zh: "第一部分没有写明{missing}。请补充；没有的，写明没有。",
    en: "Section 一 says nothing of {missing}. Add it, or say that there was none.",
  },
  check: ({ draft }) => {
    const agency = own(draft, "agency");
    const kind = own(agency, "kind");
    if (kind === "department") return { outcome: "holds" };
    const text = overviewOf(draft);
    if (kind !== "government" || own(agency, "level") === "township" || text === null) return { outcome: "undetermined" };
    const said = withoutSpaces(text);
    const missing = ACCOUNTABILITY.filter(({ words }) => !words.some((word) => said.includes(word)));
    if (missing.length === 0) return { outcome: "holds" };
    const names: Sentence = {
      zh: missing.map(({ name }) => name.zh).join("、"),
      en: missing.map(({ name }) => name.en).join(", "),
    };
    return { outcome: "violated", params: { missing: names }, details: { path: "narrative.overview" } };
  },
});

/** Words that mention the fee, and other fees and charges, which do not count. */
const FEE_WORDS = ["处理费", "收费", "缴费", "费用"];
const OTHER_FEES =
  /行政事业性收费|(?:涉企|教育|医疗|物业|停车|经营服务性|乱|违规)收费|收费(?:项目|目录|清单|公示)|(?:差旅|办公|运行|医疗|公用)费用/g;

function feeMentioned(form: Form): readonly PlausibilityRule[] {
  const { id, label, english } = requestOutcomes.feeNotPaidInTime;
  const cells = form.cells.filter(({ record }) => record === id);
  if (cells.length === 0) return [];
  return [
    ruleFrom([{ source: "feeMeasures" }], {
      id: "plausibility.feeMentioned",
      cells: addressesOf(cells),
      statement: {
        zh: `有“${label}”的，第六部分说明信息处理费`,
        en: `Where requests ended with “${english}”, section 六 speaks of the information-processing fee`,
      },
      reason: {
        zh: "发出过收费通知，第六部分就应当报告信息处理费收取情况。",
        en: "Where notices of a fee were sent, section 六 has to say what was collected.",
      },
      message: {
        zh: `表三有“${label}”，第六部分却没有提到信息处理费。请补充收取情况，没有收到的写明0元。`,
        en: `Table 三 has requests that ended with “${english}”, but section 六 says nothing of a fee. Say what was collected, 0 yuan included.`,
      },
      check: ({ draft, figures }) => {
        const unpaid = noneAboveZero(cells, figures);
        if (unpaid !== "violated" || typeof own(draft, "informationProcessingFee") === "string") {
          return { outcome: unpaid === "violated" ? "holds" : unpaid };
        }
        const text = own(own(draft, "narrative"), "other");
        if (typeof text !== "string") return { outcome: "undetermined" };
        const said = withoutSpaces(text).replace(OTHER_FEES, "");
        if (FEE_WORDS.some((word) => said.includes(word))) return { outcome: "holds" };
        return { outcome: "violated", details: { path: "narrative.other" } };
      },
    }),
  ];
}

/**
 * Rules of experience for reports on an edition. Each has severity `advice` and gives its reason. Check them with
 * `validate(draft, { rules: plausibilityRulesOf(draft.edition) })`.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", narrative: { problems: "无。" } } as const;
 * const { findings } = validate(draft, { rules: plausibilityRulesOf("2021") });
 * findings.map(({ rule, severity }) => [rule, severity]); //=> [["plausibility.problemsSaid", "advice"]]
 * ```
 */
export function plausibilityRulesOf(edition: EditionId, options?: PlausibilityOptions): readonly PlausibilityRule[] {
  options ??= {};
  const form = describeForm(edition);
  return [
    ruleMakingPower(form),
    notAllZero(form, options),
    ...newWithinAll(form),
    problemsSaid,
    accountabilitySaid,
    editionRule(edition),
    ...feeMentioned(form),
  ];
}
