import type { Catalogue } from "../findings/finding.js";

/** Messages of a consolidation. */
export const consolidationMessages = {
  "consolidation.notSum": {
    zh: "{parent}：{where}（{label}）应等于所汇总报告之和{expected}，实为{actual}，相差{gap}。请核对本级与下级的数字。",
    en: "{parent}: {where} ({label}) must be the sum of the consolidated reports, {expected}; it is {actual}, off by {gap}. Check the figures of both levels.",
  },
  "consolidation.lessThanParts": {
    zh: "{parent}：{where}（{label}）不应小于已有下级报告之和{expected}，实为{actual}，相差{gap}。请核对本级与下级的数字。",
    en: "{parent}: {where} ({label}) must be at least the sum of the reports at hand, {expected}; it is {actual}, off by {gap}. Check the figures of both levels.",
  },
  "consolidation.otherYear": {
    zh: "{report}的年度是{found}，应为{expected}，未予计入。请换成该年度的报告。",
    en: "The year of {report} is {found}, not {expected}: it was left out. Replace it by the report for that year.",
  },
  "consolidation.otherEdition": {
    zh: "{report}使用{found}版格式，应为{expected}版，未予计入。请按同一版格式填报。",
    en: "The form of {report} is that of {found}, not of {expected}: it was left out. File it on the same form.",
  },
  "consolidation.doubled": {
    zh: "{report}的机关已有一份报告（{first}），此份未予计入。请核对是否重复。",
    en: "There is already a report of the agency of {report} ({first}): this one was left out. Check for a duplicate.",
  },
  "consolidation.unitDoubled": {
    zh: "{report}之前已有一份包含下级数字的报告（{first}），其下{count}份报告未予计入，以免重复汇总。请只保留其中一种。",
    en: "A report of {report} with everything below it is there already ({first}): the {count} reports below it were left out, so that nothing is added twice. Keep one or the other.",
  },
  "consolidation.sameName": {
    zh: "{report}与{first}机关名称相同而数字不同，无法判断是否为同一机关，未予计入。请补充统一社会信用代码或行政区划代码。",
    en: "The agency of {report} has the same name as that of {first} but different figures, so whether they are the same agency is not certain: it was left out. Add their codes.",
  },
  "consolidation.isParent": {
    zh: "{report}是本级自身的报告，不属于所汇总的下级报告，未予计入。请将其从下级报告中移除。",
    en: "The report of {report} is that of the agency that consolidates, not one below it: it was left out. Remove it from the reports below.",
  },
  "consolidation.ownOfOther": {
    zh: "本级自身的数字取自{own}的报告，而本级报告的机关为{parent}。请核对是否为同一机关。",
    en: "The parent’s own figures are those of {own}, but its report is that of {parent}. Check that both are the same agency.",
  },
  "consolidation.levelYear": {
    zh: "{parent}为{expected}年的报告，所汇总的报告为{found}年，未作比较。请更换为同一年度的报告。",
    en: "{parent} reports on {expected}, the reports below it on {found}: nothing was compared. Use reports for the same year.",
  },
  "consolidation.levelEdition": {
    zh: "{parent}使用{expected}版格式，所汇总的报告使用{found}版，未作比较。请按同一版格式填报。",
    en: "{parent} is on the form of {expected}, the reports below it on that of {found}: nothing was compared. Use the same form for all.",
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
    en: "{where} ({label}) adds up to {sum}, more than a report can hold. Check the figures of the reports.",
  },
  "consolidation.nothingBelow": {
    zh: "{report}之下没有任何报告，未予计入。请补上。",
    en: "There is no report below {report}: nothing was counted. Add the missing reports.",
  },
  "consolidation.empty": {
    zh: "没有可以汇总的报告。",
    en: "There are no reports to consolidate.",
  },
  "consolidation.noEdition": {
    zh: "没有报告，无法确定采用哪一版格式。请在选项中指明（edition）。",
    en: "There is no report that tells the edition of the form. Pass it in the options (edition).",
  },
  "consolidation.unknownCell": {
    zh: "各版格式中都没有{address}这一数字。请核对地址。",
    en: "No form has a figure {address}. Check the address.",
  },
  "consolidation.sharedNode": {
    zh: "{unit}在汇总树中出现不止一次，其报告会重复计入。请使每个单位只出现一次。",
    en: "{unit} is in the tree more than once, so its reports would be added twice. Give every unit one node, in one place.",
  },
} as const satisfies Catalogue;
