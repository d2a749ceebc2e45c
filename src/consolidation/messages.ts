import type { Catalogue } from "../findings/finding.js";

/** What a consolidation has to say. */
export const consolidationMessages = {
  "consolidation.notSum": {
    zh: "{parent}：{where}（{label}）应等于所汇总报告之和{expected}，实为{actual}，相差{difference}。请核对本级与下级的数字。",
    en: "{parent}: {where} ({label}) must be the sum of the consolidated reports, {expected}; it is {actual}, off by {difference}. Check the figures of both levels.",
  },
  "consolidation.lessThanParts": {
    zh: "{parent}：{where}（{label}）不应小于已有下级报告之和{expected}，实为{actual}，相差{difference}。请核对本级与下级的数字。",
    en: "{parent}: {where} ({label}) must be at least the sum of the reports at hand, {expected}; it is {actual}, off by {difference}. Check the figures of both levels.",
  },
  "consolidation.otherYear": {
    zh: "{report}的年度是{found}，应为{expected}，没有计入。请换成该年度的报告。",
    en: "The year of {report} is {found}, not {expected}: it was left out. Replace it by the report for that year.",
  },
  "consolidation.otherEdition": {
    zh: "{report}使用{found}版格式，应为{expected}版，没有计入。请按同一版格式填报。",
    en: "The form of {report} is that of {found}, not of {expected}: it was left out. File it on the same form.",
  },
  "consolidation.doubled": {
    zh: "{report}的机关已有一份报告（{first}），这一份没有计入。请核对是否重复。",
    en: "There is already a report of the agency of {report} ({first}): this one was left out. Check for a duplicate.",
  },
  "consolidation.missing": {
    zh: "缺少{agency}的报告，合计不完整。请补上。",
    en: "The report of {agency} is missing, so the sums are not complete. Add it.",
  },
  "consolidation.unexpected": {
    zh: "{report}不在应汇总的机关名单中，仍已计入。请核对名单。",
    en: "The agency of {report} is not on the list of those expected; it was counted all the same. Check the list.",
  },
  "consolidation.blank": {
    zh: "{where}（{label}）在{count}份报告中没有数字（{report}等），合计不能确定；其余报告之和为{sum}。请补上数字。",
    en: "{where} ({label}) has no figure in {count} of the reports, first in {report}, so the sum is unknown; the others add up to {sum}. Fill it in.",
  },
  "consolidation.tooLarge": {
    zh: "{where}（{label}）之和为{sum}，超出报告可以表示的范围。请核对各报告的数字。",
    en: "{where} ({label}) adds up to {sum}, more than a report can state. Check the figures of the reports.",
  },
  "consolidation.nothingBelow": {
    zh: "{report}之下没有任何报告，没有计入。请补上。",
    en: "There is no report below {report}: nothing was counted. Add them.",
  },
  "consolidation.empty": {
    zh: "没有可以汇总的报告。",
    en: "There is no report to add up.",
  },
} as const satisfies Catalogue;
