import {
  remedyKinds as kinds,
  requestOutcomes as o,
  overviewParts,
  remedyResults as r,
  requestFlow,
  applicantCategories as who,
} from "../form/terms.js";

/** Identifiers by words that registers use for them and the form does not. */
export type UsualWords = Readonly<Record<string, readonly string[]>>;

/**
 * Words that registers use where the form has another, each in the one sense that 条例 gives it. A word that can mean two rows of
 * the form, or none (转送, 退件, 法人, 胜诉), is not listed: the caller must map it.
 */
export const applicantWords: UsualWords = {
  [who.naturalPerson.id]: ["居民", "村民", "市民", "群众", "自然人个人", "公民个人"],
  [who.commercialEnterprise.id]: ["企业", "公司", "企业法人", "商业公司", "工商企业"],
  [who.researchInstitution.id]: ["科研院所", "科研单位", "研究机构", "科研机构及院校"],
  [who.publicInterestOrganization.id]: ["公益组织", "公益性组织", "社会公益机构", "社会公益性组织"],
  [who.legalServiceInstitution.id]: ["律师事务所", "律所", "法律服务所", "法律机构"],
  [who.otherOrganization.id]: ["其他法人", "其他法人或组织", "其他单位", "其他机构"],
};

/** 条例第36条 to 第40条, in the words of answers (答复书). */
export const outcomeWords: UsualWords = {
  [o.granted.id]: [
    "公开",
    "全部公开",
    "同意公开",
    "准予公开",
    "已公开",
    overviewParts.proactiveDisclosure.label,
    "已主动公开",
    "告知获取方式",
    "提供",
    "予以提供",
  ],
  [o.partiallyGranted.id]: ["部分予以公开", "同意部分公开", "区分处理", "区分处理后公开", "部分提供"],
  [o.stateSecret.id]: ["涉密", "涉及国家秘密", "国家秘密不予公开"],
  [o.prohibitedByLaw.id]: ["法律禁止公开", "法律法规禁止公开", "法律、行政法规禁止公开", "其他法律、行政法规禁止公开"],
  [o.securityAndStability.id]: ["危及三安全一稳定的", "影响三安全一稳定"],
  [o.thirdPartyRights.id]: ["第三方不同意公开", "涉及第三方合法权益", "涉及商业秘密", "涉及个人隐私", "商业秘密", "个人隐私"],
  [o.internalAffairs.id]: ["内部事务信息", "内部事务", "内部管理信息"],
  [o.deliberativeProcess.id]: ["过程性信息", "过程信息"],
  [o.enforcementCaseFile.id]: ["执法案卷", "执法案卷信息", "行政执法案卷信息"],
  [o.specialAccessProcedure.id]: ["行政查询", "查询事项", "行政查询类"],
  [o.notHeld.id]: [
    "不掌握",
    "信息不存在",
    "政府信息不存在",
    "不存在",
    "未制作",
    "未获取",
    "未制作或未获取",
    "非本机关公开",
    "不属于本机关公开",
    "不属于本机关负责公开",
    "不属于本机关公开范围",
    "非本机关职责",
  ],
  [o.requiresCreation.id]: ["需另行制作", "需要另行制作", "另行制作", "加工分析", "需要加工分析", "需加工、分析"],
  [o.stillUnclear.id]: ["补正后不明确", "补正后仍不清楚", "补正后内容仍不明确"],
  [o.petitionOrComplaint.id]: ["信访", "信访投诉", "投诉举报", "信访举报投诉", "信访投诉举报", "举报投诉", "信访事项", "信访类"],
  [o.repeatedRequest.id]: ["重复", "重复提出申请", "不重复处理"],
  [o.publishedMaterial.id]: ["公开出版物"],
  [o.excessiveRequests.id]: ["大量、反复申请", "大量反复"],
  [o.confirmationOrReissue.id]: ["确认或重新出具", "重新出具"],
  [o.requestNotClarifiedInTime.id]: ["逾期未补正", "未补正", "不补正", "未按期补正", "放弃补正", "视为放弃申请"],
  [o.feeNotPaidInTime.id]: ["未缴费", "逾期不缴费", "逾期未交费", "未缴纳费用"],
  // 国办公开办函〔2021〕30号 has no row of its own for what is withdrawn.
  [o.otherReasons.id]: [
    "撤回",
    "撤回申请",
    "申请人撤回",
    "申请人撤回申请",
    "主动撤回",
    "自愿撤回",
    "撤销申请",
    "申请人撤销",
    "撤件",
    "终止",
    "终止办理",
  ],
  [requestFlow.carriedForward.id]: [],
};

export const caseKindWords: UsualWords = {
  [kinds.reconsideration.id]: ["复议", "行政复议案件", "复议案件"],
  [kinds.directLitigation.id]: ["直接诉讼", "直接提起诉讼", "未经复议"],
  [kinds.litigationAfterReconsideration.id]: ["复议后提起诉讼", "经复议后诉讼", "经复议起诉", "经复议"],
};

/**
 * How cases end, in the words of decisions and judgments: a decision that upholds the act on its merits is 结果维持, one that finds
 * it unlawful or changes it is 结果纠正, one that ends the case without either is 其他结果.
 */
export const caseResultWords: UsualWords = {
  [r.upheld.id]: [
    "驳回",
    "驳回诉讼请求",
    "驳回原告诉讼请求",
    "驳回复议申请",
    "驳回行政复议申请",
    "驳回复议请求",
    "驳回上诉",
    "驳回上诉维持原判",
    "维持原判",
    "予以维持",
  ],
  [r.corrected.id]: [
    "撤销",
    "变更",
    "确认违法",
    "确认无效",
    "责令履行",
    "责令重新答复",
    "撤销并责令重新答复",
    "撤销重作",
    "限期履行",
    "判决撤销",
    "判决履行",
  ],
  [r.otherResult.id]: [
    "驳回起诉",
    "撤诉",
    "准许撤诉",
    "撤回起诉",
    "撤回",
    "撤回申请",
    "撤回复议申请",
    "终止",
    "终止审理",
    "复议终止",
    "不予受理",
    "不予立案",
    "调解",
    "和解",
    "移送",
    "其他",
    "其它",
  ],
  [r.pending.id]: [],
};

/** Words and signs for an open entry. */
export const OPEN_WORDS: readonly string[] = [
  "未办结",
  "尚未办结",
  "未结",
  "未完结",
  "办理中",
  "正在办理",
  "在办",
  "处理中",
  "正在处理",
  "待办",
  "待办理",
  "待处理",
  "未办理",
  "未答复",
  "待答复",
  "尚未答复",
  "未回复",
  "审理中",
  "正在审理",
  "待审理",
  "未审结",
  "未结案",
  "未审理",
  "结转",
  "结转下年",
  "结转下年度",
  "延期",
  "延期办理",
  "延期答复",
  "已延期",
  "补正中",
  "待补正",
  "通知补正",
  "征求意见中",
  "征求第三方意见",
  "无",
  "暂无",
  "空",
];
