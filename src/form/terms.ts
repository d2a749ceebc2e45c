import { codeList } from "./codeList.js";

/** 申请人情况: the applicants, in six categories that exclude one another, and their total. */
export const applicantCategories = /* @__PURE__ */ codeList({
  naturalPerson: { label: "自然人", english: "natural person" },
  commercialEnterprise: { label: "商业企业", english: "commercial enterprise" },
  researchInstitution: { label: "科研机构", english: "research institution" },
  publicInterestOrganization: { label: "社会公益组织", english: "public interest organization" },
  legalServiceInstitution: { label: "法律服务机构", english: "legal service institution" },
  otherOrganization: { label: "其他", english: "other organization" },
});

/** Headings that group applicant categories, and the total of them. */
export const applicantHeadings = /* @__PURE__ */ codeList({
  applicants: { label: "申请人情况", english: "applicants" },
  organizations: {
    label: "法人或其他组织",
    english: "legal persons or other organizations",
  },
  total: { label: "总计", english: "total" },
});

/** The flow of requests through a year: what came in, what was concluded, what is left. */
export const requestFlow = /* @__PURE__ */ codeList({
  received: {
    label: "本年新收政府信息公开申请数量",
    english: "requests newly received this year",
    basis: [[27]],
  },
  broughtForward: {
    label: "上年结转政府信息公开申请数量",
    english: "requests brought forward from last year",
  },
  results: { label: "本年度办理结果", english: "outcomes of requests this year" },
  concluded: { label: "总计", english: "requests concluded this year" },
  carriedForward: {
    label: "结转下年度继续办理",
    english: "requests carried forward to next year",
  },
});

/** How a request ended (本年度办理结果). A leaf is an outcome; the four groups collect outcomes of one kind. */
export const requestOutcomes = /* @__PURE__ */ codeList({
  granted: { label: "予以公开", english: "granted", basis: [[36, 1, 2]] },
  partiallyGranted: { label: "部分公开", english: "partially granted", basis: [[37]] },
  refused: { label: "不予公开", english: "disclosure refused", basis: [[36, 3]] },
  stateSecret: { label: "属于国家秘密", english: "state secret", basis: [[14]] },
  prohibitedByLaw: {
    label: "其他法律行政法规禁止公开",
    english: "disclosure prohibited by other laws or administrative regulations",
    basis: [[14]],
  },
  securityAndStability: {
    label: "危及“三安全一稳定”",
    english: "endangers national, public or economic security or social stability",
    basis: [[14]],
  },
  thirdPartyRights: {
    label: "保护第三方合法权益",
    english: "protects lawful rights of a third party",
    basis: [[15]],
  },
  internalAffairs: {
    label: "属于三类内部事务信息",
    english: "internal affairs: personnel, logistics, internal workflow",
    basis: [[16]],
  },
  deliberativeProcess: {
    label: "属于四类过程性信息",
    english:
      "process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions",
    basis: [[16]],
  },
  enforcementCaseFile: {
    label: "属于行政执法案卷",
    english: "file of an administrative enforcement case",
    basis: [[16]],
  },
  specialAccessProcedure: {
    label: "属于行政查询事项",
    english: "special access procedure applies (business, real-estate and similar registers)",
    basis: [[36, 7]],
  },
  unableToProvide: { label: "无法提供", english: "unable to provide" },
  notHeld: {
    label: "本机关不掌握相关政府信息",
    english: "information not held by the agency",
    basis: [[36, 4, 5]],
  },
  requiresCreation: {
    label: "没有现成信息需要另行制作",
    english: "no existing record, would have to be created",
    basis: [[38]],
  },
  stillUnclear: {
    label: "补正后申请内容仍不明确",
    english: "request still unclear after clarification was asked for",
    basis: [[30]],
  },
  processingDeclined: { label: "不予处理", english: "processing declined" },
  petitionOrComplaint: {
    label: "信访举报投诉类申请",
    english: "petition, tip-off or complaint in the form of a request",
    basis: [[39]],
  },
  repeatedRequest: { label: "重复申请", english: "repeated request", basis: [[36, 6]] },
  publishedMaterial: {
    label: "要求提供公开出版物",
    english: "request for published material (gazettes, periodicals, books)",
    basis: [[39]],
  },
  excessiveRequests: {
    label: "无正当理由大量反复申请",
    english: "numerous repeated requests without good reason",
    basis: [[35]],
  },
  confirmationOrReissue: {
    label: "要求行政机关确认或重新出具已获取信息",
    english: "request to confirm or reissue information already obtained",
  },
  otherHandling: { label: "其他处理", english: "otherwise handled" },
  requestNotClarifiedInTime: {
    label: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    english: "request not clarified in time without good reason, no longer processed",
    basis: [[30]],
  },
  feeNotPaidInTime: {
    label: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    english: "fee not paid in time, no longer processed",
    basis: [[42], { source: "feeMeasures" }],
  },
  otherReasons: { label: "其他", english: "other, withdrawals included" },
});

/** 行政复议 and the two ways into 行政诉讼. */
export const remedyKinds = /* @__PURE__ */ codeList({
  reconsideration: { label: "行政复议", english: "administrative reconsideration", basis: [[51]] },
  litigation: { label: "行政诉讼", english: "administrative litigation", basis: [[51]] },
  directLitigation: {
    label: "未经复议直接起诉",
    english: "litigation without prior reconsideration",
    basis: [[51]],
  },
  litigationAfterReconsideration: {
    label: "复议后起诉",
    english: "litigation after reconsideration",
    basis: [[51]],
  },
});

/** How a review or a lawsuit ended for the agency's decision. */
export const remedyResults = /* @__PURE__ */ codeList({
  upheld: { label: "结果维持", english: "decision upheld" },
  corrected: { label: "结果纠正", english: "decision corrected" },
  otherResult: { label: "其他结果", english: "other result" },
  pending: { label: "尚未审结", english: "still pending" },
});

/** Total of the results of one kind of remedy. */
export const remedyTotals = /* @__PURE__ */ codeList({
  total: { label: "总计", english: "total" },
});

/** What is counted in the table of proactive disclosure (主动公开政府信息情况). */
export const disclosureSubjects = /* @__PURE__ */ codeList({
  administrativeRules: { label: "规章", english: "rules of departments and local governments" },
  normativeDocuments: { label: "行政规范性文件", english: "administrative normative documents" },
  administrativeLicensing: { label: "行政许可", english: "administrative licensing" },
  otherAdministrativeServices: {
    label: "其他对外管理服务事项",
    english: "other administrative services to the public",
  },
  administrativePenalty: { label: "行政处罚", english: "administrative penalty" },
  administrativeCompulsion: { label: "行政强制", english: "administrative compulsion" },
  administrativeFees: { label: "行政事业性收费", english: "administrative and institutional fees" },
  governmentProcurement: { label: "政府集中采购", english: "centralized government procurement" },
});

/** The measures stated for each subject of proactive disclosure. */
export const disclosureMeasures = /* @__PURE__ */ codeList({
  issued: { label: "本年制发件数", english: "issued this year" },
  repealed: { label: "本年废止件数", english: "repealed this year" },
  inForce: { label: "现行有效件数", english: "in force" },
  decisions: { label: "本年处理决定数量", english: "decisions this year" },
  feesCollected: {
    label: "本年收费金额（单位：万元）",
    english: "fees collected this year, in 10,000 yuan",
  },
  newlyMade: { label: "本年新制作数量", english: "newly made this year" },
  newlyDisclosed: { label: "本年新公开数量", english: "newly disclosed this year" },
  totalDisclosed: { label: "对外公开总数量", english: "total disclosed to the public" },
  previousItems: { label: "上一年项目数量", english: "items in the previous year" },
  change: { label: "本年增/减", english: "increase or decrease this year, signed" },
  procurementItems: { label: "采购项目数量", english: "procurement items" },
  procurementAmount: {
    label: "采购总金额",
    english: "procurement amount, in 10,000 yuan",
  },
});

/** The five parts that the format asks for in section 一. */
export const overviewParts = /* @__PURE__ */ codeList({
  proactiveDisclosure: { label: "主动公开", english: "proactive disclosure" },
  disclosureOnRequest: {
    label: "依申请公开",
    english: "disclosure on request",
  },
  informationManagement: {
    label: "政府信息管理",
    english: "management of government information",
  },
  platform: {
    label: "政府信息公开平台建设",
    english: "platforms of government information disclosure",
  },
  supervision: { label: "监督保障", english: "supervision and safeguards" },
});

/**
 * All fifteen items of 条例第20条: what every agency must disclose on its own initiative.
 * Only some of them are counted on the form; see the tables of each edition.
 */
export const article20Items = /* @__PURE__ */ codeList({
  legislation: {
    label: "行政法规、规章和规范性文件",
    english: "administrative regulations, rules and normative documents",
    basis: [[20, 1]],
  },
  organization: {
    label: "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名",
    english: "functions, structure, address, hours, contact and heads of the agency",
    basis: [[20, 2]],
  },
  planning: {
    label: "国民经济和社会发展规划、专项规划、区域规划及相关政策",
    english: "development plans, special and regional plans and policies",
    basis: [[20, 3]],
  },
  statistics: {
    label: "国民经济和社会发展统计信息",
    english: "statistics of economic and social development",
    basis: [[20, 4]],
  },
  licensing: {
    label: "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果",
    english: "basis, conditions, procedure and results of licensing and other services",
    basis: [[20, 5]],
  },
  enforcement: {
    label: "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定",
    english: "basis, conditions and procedure of penalties and compulsion, and penalties of public concern",
    basis: [[20, 6]],
  },
  budget: { label: "财政预算、决算信息", english: "budgets and final accounts", basis: [[20, 7]] },
  fees: { label: "行政事业性收费项目及其依据、标准", english: "administrative fees, their basis and rates", basis: [[20, 8]] },
  procurement: {
    label: "政府集中采购项目的目录、标准及实施情况",
    english: "catalogue, standards and implementation of centralized procurement",
    basis: [[20, 9]],
  },
  majorProjects: {
    label: "重大建设项目的批准和实施情况",
    english: "approval and implementation of major projects",
    basis: [[20, 10]],
  },
  socialPolicy: {
    label: "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况",
    english: "policies on poverty relief, education, health, social security and employment",
    basis: [[20, 11]],
  },
  emergencies: {
    label: "突发公共事件的应急预案、预警信息及应对情况",
    english: "emergency plans, warnings and responses",
    basis: [[20, 12]],
  },
  inspections: {
    label: "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况",
    english: "inspections of environment, health, work safety, food, drugs and product quality",
    basis: [[20, 13]],
  },
  recruitment: {
    label: "公务员招考的职位、名额、报考条件等事项以及录用结果",
    english: "recruitment of civil servants and its results",
    basis: [[20, 14]],
  },
  otherStatutory: {
    label: "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息",
    english: "other information whose disclosure the law requires",
    basis: [[20, 15]],
  },
});

/** The six sections of a report. */
export const reportSections = /* @__PURE__ */ codeList({
  overview: { label: "总体情况", english: "overview" },
  disclosure: { label: "主动公开政府信息情况", english: "proactive disclosure" },
  requests: { label: "收到和处理政府信息公开申请情况", english: "requests received and handled" },
  remedies: {
    label: "政府信息公开行政复议、行政诉讼情况",
    english: "administrative reconsideration and litigation",
  },
  problems: {
    label: "存在的主要问题及改进情况",
    english: "main problems and improvements",
  },
  other: {
    label: "其他需要报告的事项",
    english: "other matters to be reported",
  },
});

/** Identifier of an applicant category. */
export type ApplicantCategory = keyof typeof applicantCategories;
/** Identifier of an outcome or of a group of outcomes. */
export type RequestOutcome = keyof typeof requestOutcomes;
/** Identifier of an item of 条例第20条. */
export type Article20Item = keyof typeof article20Items;
/** Identifier of a kind of remedy. */
export type RemedyKind = keyof typeof remedyKinds;
/** Identifier of the result of a remedy. */
export type RemedyResult = keyof typeof remedyResults;
/** Identifier of a part of section 一. */
export type OverviewPart = keyof typeof overviewParts;
