import type * as headTerms from "./headTerms.js";
import type * as terms from "./terms.js";
import type { Term } from "./types.js";

type IdsOf<Lists> = { [Name in keyof Lists]: keyof Lists[Name] }[keyof Lists];

/**
 * Other wordings of a label that published reports print, by the identifier of the term. They are kept apart from the code
 * lists, so that code that only writes or checks does not load them. Terms with the same identifier in two lists share their
 * wordings. When an edition changes a label, the former label is listed here.
 */
const aliases: Partial<Readonly<Record<string, readonly string[]>>> = {
  naturalPerson: ["公民", "个人"],
  otherOrganization: ["其它", "其他组织"],
  organizations: ["法人或者其他组织", "法人和其他组织", "法人或其它组织"],
  total: ["合计"],
  received: ["本年新收申请数量", "本年新收政府信息公开申请"],
  broughtForward: ["上年结转申请数量", "上年结转政府信息公开申请"],
  results: ["本年度办理情况", "本年办理结果"],
  concluded: ["合计"],
  carriedForward: ["结转下年继续办理", "结转下年度办理"],
  stateSecret: ["国家秘密"],
  prohibitedByLaw: ["法律行政法规禁止公开"],
  securityAndStability: ["三安全一稳定"],
  thirdPartyRights: ["第三方合法权益"],
  internalAffairs: ["三类内部事务信息", "属于内部事务信息"],
  deliberativeProcess: ["四类过程性信息", "属于过程性信息", "属于四类过程性性信息"],
  enforcementCaseFile: ["行政执法案卷", "属于行政执法案卷信息"],
  specialAccessProcedure: ["行政查询事项"],
  notHeld: ["不掌握相关政府信息", "本机关不掌握"],
  requiresCreation: ["没有现成信息"],
  stillUnclear: ["补正后仍不明确"],
  petitionOrComplaint: ["信访举报投诉类"],
  publishedMaterial: ["提供公开出版物"],
  excessiveRequests: ["大量反复申请"],
  confirmationOrReissue: ["确认或重新出具已获取信息"],
  otherHandling: ["其它处理"],
  requestNotClarifiedInTime: ["逾期不补正", "申请人无正当理由逾期不补正", "申请人逾期不补正", "无正当理由逾期不补正"],
  feeNotPaidInTime: ["逾期未缴费", "申请人逾期未按收费通知要求缴纳费用", "逾期未缴纳费用", "逾期未按收费通知要求缴纳费用"],
  otherReasons: ["其它"],
  directLitigation: ["未经复议直接诉讼", "直接起诉"],
  litigationAfterReconsideration: ["经复议后起诉", "复议后诉讼"],
  upheld: ["维持"],
  corrected: ["纠正"],
  otherResult: ["其它结果"],
  pending: ["未审结"],
  normativeDocuments: ["规范性文件", "行政规范性文件"],
  otherAdministrativeServices: ["其它对外管理服务事项"],
  issued: ["本年制发数量", "制发件数"],
  repealed: ["本年废止数量", "废止件数"],
  inForce: ["现行有效数量", "现行有效件数（历史累计）"],
  decisions: ["处理决定数量", "本年处理决定数量"],
  feesCollected: ["本年收费金额"],
  newlyMade: ["新制作数量"],
  newlyDisclosed: ["新公开数量"],
  previousItems: ["上年项目数量"],
  change: ["本年增减", "本年增、减"],
  procurementAmount: ["采购总金额（单位：万元）", "采购总金额（万元）"],
  proactiveDisclosure: ["主动公开政府信息", "主动公开信息"],
  disclosureOnRequest: ["依申请公开政府信息", "依申请公开办理"],
  informationManagement: ["信息管理", "政府信息资源管理"],
  platform: ["平台建设", "公开平台建设", "政府信息公开平台"],
  supervision: ["监督保障机制", "监督与保障"],
  remedies: [
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
    "政府信息公开行政复议和行政诉讼情况",
    "政府信息公开行政复议及行政诉讼情况",
  ],
  problems: ["政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进措施"],
  other: ["其他需要报告的事项情况", "需要报告的其他事项"],
  government: ["政府"],
  department: ["部门"],
  prefectural: ["市级", "地级", "地（市）级"],
  county: ["区县级", "县（区）级"],
  township: ["乡镇级", "乡镇（街道）级"],
  name: ["机关名称"],
  publishedOn: ["发布日期"],
  informationProcessingFee: ["信息处理费", "信息处理费（元）"],
} satisfies Partial<Record<IdsOf<typeof terms> | IdsOf<typeof headTerms>, readonly string[]>>;

/**
 * Other wordings of a term's label that published reports print. Readers accept them; nothing prints them.
 *
 * @example
 * ```ts
 * aliasesOf(remedyKinds.directLitigation); //=> ["未经复议直接诉讼", "直接起诉"]
 * ```
 */
export function aliasesOf({ id, label }: Pick<Term, "id" | "label">): readonly string[] {
  return (Object.hasOwn(aliases, id) ? (aliases[id] ?? []) : []).filter((alias) => alias !== label);
}
