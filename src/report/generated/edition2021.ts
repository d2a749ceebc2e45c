// Generated from the form by `npm run generate`. Do not edit.

import type { DraftHead, DraftTable, ReportHead } from "../head.js";

/** 二、主动公开政府信息情况（2021年版）。Table 二, proactive disclosure: every figure as printed. */
export interface Disclosure2021 {
  /** 表二第1行：规章。rules of departments and local governments. */
  readonly administrativeRules: {
    /** 表二第1行第1列：规章，本年制发件数。rules of departments and local governments; issued this year (count). */
    readonly issued: number;
    /** 表二第1行第2列：规章，本年废止件数。rules of departments and local governments; repealed this year (count). */
    readonly repealed: number;
    /** 表二第1行第3列：规章，现行有效件数。rules of departments and local governments; in force (count). */
    readonly inForce: number;
  };
  /** 表二第2行：行政规范性文件。administrative normative documents. */
  readonly normativeDocuments: {
    /** 表二第2行第1列：行政规范性文件，本年制发件数。administrative normative documents; issued this year (count). */
    readonly issued: number;
    /** 表二第2行第2列：行政规范性文件，本年废止件数。administrative normative documents; repealed this year (count). */
    readonly repealed: number;
    /** 表二第2行第3列：行政规范性文件，现行有效件数。administrative normative documents; in force (count). */
    readonly inForce: number;
  };
  /** 表二第3行：行政许可。administrative licensing. */
  readonly administrativeLicensing: {
    /** 表二第3行第1列：行政许可，本年处理决定数量（件）。administrative licensing; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第4行：行政处罚。administrative penalty. */
  readonly administrativePenalty: {
    /** 表二第4行第1列：行政处罚，本年处理决定数量（件）。administrative penalty; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第5行：行政强制。administrative compulsion. */
  readonly administrativeCompulsion: {
    /** 表二第5行第1列：行政强制，本年处理决定数量（件）。administrative compulsion; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第6行：行政事业性收费。administrative and institutional fees. */
  readonly administrativeFees: {
    /** 表二第6行第1列：行政事业性收费，本年收费金额（单位：万元）。administrative and institutional fees; fees collected this year, in 10,000 yuan, as a decimal string. */
    readonly feesCollected: string;
  };
}

/** What a builder takes for table 二 of edition 2021: every figure that is counted. Totals are computed. */
export interface DisclosureInput2021 {
  /** 表二第1行：规章。rules of departments and local governments. */
  readonly administrativeRules: {
    /** 表二第1行第1列：规章，本年制发件数。rules of departments and local governments; issued this year (count). */
    readonly issued: number;
    /** 表二第1行第2列：规章，本年废止件数。rules of departments and local governments; repealed this year (count). */
    readonly repealed: number;
    /** 表二第1行第3列：规章，现行有效件数。rules of departments and local governments; in force (count). */
    readonly inForce: number;
  };
  /** 表二第2行：行政规范性文件。administrative normative documents. */
  readonly normativeDocuments: {
    /** 表二第2行第1列：行政规范性文件，本年制发件数。administrative normative documents; issued this year (count). */
    readonly issued: number;
    /** 表二第2行第2列：行政规范性文件，本年废止件数。administrative normative documents; repealed this year (count). */
    readonly repealed: number;
    /** 表二第2行第3列：行政规范性文件，现行有效件数。administrative normative documents; in force (count). */
    readonly inForce: number;
  };
  /** 表二第3行：行政许可。administrative licensing. */
  readonly administrativeLicensing: {
    /** 表二第3行第1列：行政许可，本年处理决定数量（件）。administrative licensing; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第4行：行政处罚。administrative penalty. */
  readonly administrativePenalty: {
    /** 表二第4行第1列：行政处罚，本年处理决定数量（件）。administrative penalty; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第5行：行政强制。administrative compulsion. */
  readonly administrativeCompulsion: {
    /** 表二第5行第1列：行政强制，本年处理决定数量（件）。administrative compulsion; decisions this year (count). */
    readonly decisions: number;
  };
  /** 表二第6行：行政事业性收费。administrative and institutional fees. */
  readonly administrativeFees: {
    /** 表二第6行第1列：行政事业性收费，本年收费金额（单位：万元）。administrative and institutional fees; fees collected this year, in 10,000 yuan, as a decimal string. */
    readonly feesCollected: string;
  };
}

/** 三、收到和处理政府信息公开申请情况（2021年版）。Table 三, requests received and handled: every figure as printed. */
export interface Requests2021 {
  /** 表三第1行：一、本年新收政府信息公开申请数量。条例第27条。requests newly received this year. */
  readonly received: {
    /** 表三第1行第1列：一、本年新收政府信息公开申请数量，申请人情况 / 自然人（件）。条例第27条。requests newly received this year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第1行第2列：一、本年新收政府信息公开申请数量，法人或其他组织 / 商业企业（件）。条例第27条。requests newly received this year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第1行第3列：一、本年新收政府信息公开申请数量，法人或其他组织 / 科研机构（件）。条例第27条。requests newly received this year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第1行第4列：一、本年新收政府信息公开申请数量，法人或其他组织 / 社会公益组织（件）。条例第27条。requests newly received this year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第1行第5列：一、本年新收政府信息公开申请数量，法人或其他组织 / 法律服务机构（件）。条例第27条。requests newly received this year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第1行第6列：一、本年新收政府信息公开申请数量，法人或其他组织 / 其他（件）。条例第27条。requests newly received this year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第1行第7列：一、本年新收政府信息公开申请数量，申请人情况 / 总计（件）。条例第27条。requests newly received this year; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第2行：二、上年结转政府信息公开申请数量。requests brought forward from last year. */
  readonly broughtForward: {
    /** 表三第2行第1列：二、上年结转政府信息公开申请数量，申请人情况 / 自然人（件）。requests brought forward from last year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第2行第2列：二、上年结转政府信息公开申请数量，法人或其他组织 / 商业企业（件）。requests brought forward from last year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第2行第3列：二、上年结转政府信息公开申请数量，法人或其他组织 / 科研机构（件）。requests brought forward from last year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第2行第4列：二、上年结转政府信息公开申请数量，法人或其他组织 / 社会公益组织（件）。requests brought forward from last year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第2行第5列：二、上年结转政府信息公开申请数量，法人或其他组织 / 法律服务机构（件）。requests brought forward from last year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第2行第6列：二、上年结转政府信息公开申请数量，法人或其他组织 / 其他（件）。requests brought forward from last year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第2行第7列：二、上年结转政府信息公开申请数量，申请人情况 / 总计（件）。requests brought forward from last year; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第3行：三、本年度办理结果 / （一）予以公开。条例第36条（一）（二）。outcomes of requests this year / granted. */
  readonly granted: {
    /** 表三第3行第1列：三、本年度办理结果 / （一）予以公开，申请人情况 / 自然人（件）。条例第36条（一）（二）。outcomes of requests this year / granted; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第3行第2列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 商业企业（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第3行第3列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 科研机构（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第3行第4列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 社会公益组织（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第3行第5列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 法律服务机构（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第3行第6列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 其他（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第3行第7列：三、本年度办理结果 / （一）予以公开，申请人情况 / 总计（件）。条例第36条（一）（二）。outcomes of requests this year / granted; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第4行：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形）。条例第37条。outcomes of requests this year / partially granted. */
  readonly partiallyGranted: {
    /** 表三第4行第1列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 自然人（件）。条例第37条。outcomes of requests this year / partially granted; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第4行第2列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 商业企业（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第4行第3列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 科研机构（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第4行第4列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 社会公益组织（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第4行第5列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 法律服务机构（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第4行第6列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 其他（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第4行第7列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 总计（件）。条例第37条。outcomes of requests this year / partially granted; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第5行：（三）不予公开 / 1.属于国家秘密。条例第14条。disclosure refused / state secret. */
  readonly stateSecret: {
    /** 表三第5行第1列：（三）不予公开 / 1.属于国家秘密，申请人情况 / 自然人（件）。条例第14条。disclosure refused / state secret; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第5行第2列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第5行第3列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第5行第4列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第5行第5列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第5行第6列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第5行第7列：（三）不予公开 / 1.属于国家秘密，申请人情况 / 总计（件）。条例第14条。disclosure refused / state secret; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第6行：（三）不予公开 / 2.其他法律行政法规禁止公开。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations. */
  readonly prohibitedByLaw: {
    /** 表三第6行第1列：（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 自然人（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第6行第2列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第6行第3列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第6行第4列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第6行第5列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第6行第6列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第6行第7列：（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 总计（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第7行：（三）不予公开 / 3.危及“三安全一稳定”。条例第14条。disclosure refused / endangers national, public or economic security or social stability. */
  readonly securityAndStability: {
    /** 表三第7行第1列：（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 自然人（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第7行第2列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第7行第3列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第7行第4列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第7行第5列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第7行第6列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第7行第7列：（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 总计（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第8行：（三）不予公开 / 4.保护第三方合法权益。条例第15条。disclosure refused / protects lawful rights of a third party. */
  readonly thirdPartyRights: {
    /** 表三第8行第1列：（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 自然人（件）。条例第15条。disclosure refused / protects lawful rights of a third party; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第8行第2列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 商业企业（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第8行第3列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 科研机构（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第8行第4列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 社会公益组织（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第8行第5列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 法律服务机构（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第8行第6列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 其他（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第8行第7列：（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 总计（件）。条例第15条。disclosure refused / protects lawful rights of a third party; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第9行：（三）不予公开 / 5.属于三类内部事务信息。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow. */
  readonly internalAffairs: {
    /** 表三第9行第1列：（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 自然人（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第9行第2列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第9行第3列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第9行第4列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第9行第5列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第9行第6列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第9行第7列：（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 总计（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第10行：（三）不予公开 / 6.属于四类过程性信息。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions. */
  readonly deliberativeProcess: {
    /** 表三第10行第1列：（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 自然人（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第10行第2列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第10行第3列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第10行第4列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第10行第5列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第10行第6列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第10行第7列：（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 总计（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第11行：（三）不予公开 / 7.属于行政执法案卷。条例第16条。disclosure refused / file of an administrative enforcement case. */
  readonly enforcementCaseFile: {
    /** 表三第11行第1列：（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 自然人（件）。条例第16条。disclosure refused / file of an administrative enforcement case; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第11行第2列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第11行第3列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第11行第4列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第11行第5列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第11行第6列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第11行第7列：（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 总计（件）。条例第16条。disclosure refused / file of an administrative enforcement case; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第12行：（三）不予公开 / 8.属于行政查询事项。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers). */
  readonly specialAccessProcedure: {
    /** 表三第12行第1列：（三）不予公开 / 8.属于行政查询事项，申请人情况 / 自然人（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第12行第2列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 商业企业（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第12行第3列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 科研机构（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第12行第4列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 社会公益组织（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第12行第5列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 法律服务机构（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第12行第6列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 其他（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第12行第7列：（三）不予公开 / 8.属于行政查询事项，申请人情况 / 总计（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); applicants / total (count). */
    readonly total: number;
  };
  /** 表三第13行：（四）无法提供 / 1.本机关不掌握相关政府信息。条例第36条（四）（五）。unable to provide / information not held by the agency. */
  readonly notHeld: {
    /** 表三第13行第1列：（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 自然人（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第13行第2列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 商业企业（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第13行第3列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 科研机构（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第13行第4列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 社会公益组织（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第13行第5列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 法律服务机构（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第13行第6列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 其他（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第13行第7列：（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 总计（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第14行：（四）无法提供 / 2.没有现成信息需要另行制作。条例第38条。unable to provide / no existing record, would have to be created. */
  readonly requiresCreation: {
    /** 表三第14行第1列：（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 自然人（件）。条例第38条。unable to provide / no existing record, would have to be created; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第14行第2列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 商业企业（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第14行第3列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 科研机构（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第14行第4列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 社会公益组织（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第14行第5列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 法律服务机构（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第14行第6列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 其他（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第14行第7列：（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 总计（件）。条例第38条。unable to provide / no existing record, would have to be created; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第15行：（四）无法提供 / 3.补正后申请内容仍不明确。条例第30条。unable to provide / request still unclear after clarification was asked for. */
  readonly stillUnclear: {
    /** 表三第15行第1列：（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 自然人（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第15行第2列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 商业企业（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第15行第3列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 科研机构（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第15行第4列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 社会公益组织（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第15行第5列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 法律服务机构（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第15行第6列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 其他（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第15行第7列：（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 总计（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第16行：（五）不予处理 / 1.信访举报投诉类申请。条例第39条。processing declined / petition, tip-off or complaint in the form of a request. */
  readonly petitionOrComplaint: {
    /** 表三第16行第1列：（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 自然人（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第16行第2列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 商业企业（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第16行第3列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 科研机构（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第16行第4列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 社会公益组织（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第16行第5列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 法律服务机构（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第16行第6列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 其他（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第16行第7列：（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 总计（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第17行：（五）不予处理 / 2.重复申请。条例第36条（六）。processing declined / repeated request. */
  readonly repeatedRequest: {
    /** 表三第17行第1列：（五）不予处理 / 2.重复申请，申请人情况 / 自然人（件）。条例第36条（六）。processing declined / repeated request; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第17行第2列：（五）不予处理 / 2.重复申请，法人或其他组织 / 商业企业（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第17行第3列：（五）不予处理 / 2.重复申请，法人或其他组织 / 科研机构（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第17行第4列：（五）不予处理 / 2.重复申请，法人或其他组织 / 社会公益组织（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第17行第5列：（五）不予处理 / 2.重复申请，法人或其他组织 / 法律服务机构（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第17行第6列：（五）不予处理 / 2.重复申请，法人或其他组织 / 其他（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第17行第7列：（五）不予处理 / 2.重复申请，申请人情况 / 总计（件）。条例第36条（六）。processing declined / repeated request; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第18行：（五）不予处理 / 3.要求提供公开出版物。条例第39条。processing declined / request for published material (gazettes, periodicals, books). */
  readonly publishedMaterial: {
    /** 表三第18行第1列：（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 自然人（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第18行第2列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 商业企业（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第18行第3列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 科研机构（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第18行第4列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 社会公益组织（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第18行第5列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 法律服务机构（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第18行第6列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 其他（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第18行第7列：（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 总计（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); applicants / total (count). */
    readonly total: number;
  };
  /** 表三第19行：（五）不予处理 / 4.无正当理由大量反复申请。条例第35条。processing declined / numerous repeated requests without good reason. */
  readonly excessiveRequests: {
    /** 表三第19行第1列：（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 自然人（件）。条例第35条。processing declined / numerous repeated requests without good reason; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第19行第2列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 商业企业（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第19行第3列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 科研机构（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第19行第4列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 社会公益组织（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第19行第5列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 法律服务机构（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第19行第6列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 其他（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第19行第7列：（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 总计（件）。条例第35条。processing declined / numerous repeated requests without good reason; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第20行：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息。processing declined / request to confirm or reissue information already obtained. */
  readonly confirmationOrReissue: {
    /** 表三第20行第1列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 自然人（件）。processing declined / request to confirm or reissue information already obtained; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第20行第2列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 商业企业（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第20行第3列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 科研机构（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第20行第4列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 社会公益组织（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第20行第5列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 法律服务机构（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第20行第6列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 其他（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第20行第7列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 总计（件）。processing declined / request to confirm or reissue information already obtained; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第21行：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed. */
  readonly requestNotClarifiedInTime: {
    /** 表三第21行第1列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第21行第2列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 商业企业（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第21行第3列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 科研机构（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第21行第4列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 社会公益组织（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第21行第5列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 法律服务机构（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第21行第6列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 其他（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第21行第7列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 总计（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第22行：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed. */
  readonly feeNotPaidInTime: {
    /** 表三第22行第1列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第22行第2列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 商业企业（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第22行第3列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 科研机构（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第22行第4列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 社会公益组织（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第22行第5列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 法律服务机构（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第22行第6列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 其他（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第22行第7列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 总计（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第23行：（六）其他处理 / 3.其他。otherwise handled / other, withdrawals included. */
  readonly otherReasons: {
    /** 表三第23行第1列：（六）其他处理 / 3.其他，申请人情况 / 自然人（件）。otherwise handled / other, withdrawals included; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第23行第2列：（六）其他处理 / 3.其他，法人或其他组织 / 商业企业（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第23行第3列：（六）其他处理 / 3.其他，法人或其他组织 / 科研机构（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第23行第4列：（六）其他处理 / 3.其他，法人或其他组织 / 社会公益组织（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第23行第5列：（六）其他处理 / 3.其他，法人或其他组织 / 法律服务机构（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第23行第6列：（六）其他处理 / 3.其他，法人或其他组织 / 其他（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第23行第7列：（六）其他处理 / 3.其他，申请人情况 / 总计（件）。otherwise handled / other, withdrawals included; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第24行：三、本年度办理结果 / （七）总计。outcomes of requests this year / requests concluded this year. */
  readonly concluded: {
    /** 表三第24行第1列：三、本年度办理结果 / （七）总计，申请人情况 / 自然人（件）。outcomes of requests this year / requests concluded this year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第24行第2列：三、本年度办理结果 / （七）总计，法人或其他组织 / 商业企业（件）。outcomes of requests this year / requests concluded this year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第24行第3列：三、本年度办理结果 / （七）总计，法人或其他组织 / 科研机构（件）。outcomes of requests this year / requests concluded this year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第24行第4列：三、本年度办理结果 / （七）总计，法人或其他组织 / 社会公益组织（件）。outcomes of requests this year / requests concluded this year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第24行第5列：三、本年度办理结果 / （七）总计，法人或其他组织 / 法律服务机构（件）。outcomes of requests this year / requests concluded this year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第24行第6列：三、本年度办理结果 / （七）总计，法人或其他组织 / 其他（件）。outcomes of requests this year / requests concluded this year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第24行第7列：三、本年度办理结果 / （七）总计，申请人情况 / 总计（件）。outcomes of requests this year / requests concluded this year; applicants / total (count). */
    readonly total: number;
  };
  /** 表三第25行：四、结转下年度继续办理。requests carried forward to next year. */
  readonly carriedForward: {
    /** 表三第25行第1列：四、结转下年度继续办理，申请人情况 / 自然人（件）。requests carried forward to next year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第25行第2列：四、结转下年度继续办理，法人或其他组织 / 商业企业（件）。requests carried forward to next year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第25行第3列：四、结转下年度继续办理，法人或其他组织 / 科研机构（件）。requests carried forward to next year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第25行第4列：四、结转下年度继续办理，法人或其他组织 / 社会公益组织（件）。requests carried forward to next year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第25行第5列：四、结转下年度继续办理，法人或其他组织 / 法律服务机构（件）。requests carried forward to next year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第25行第6列：四、结转下年度继续办理，法人或其他组织 / 其他（件）。requests carried forward to next year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
    /** 表三第25行第7列：四、结转下年度继续办理，申请人情况 / 总计（件）。requests carried forward to next year; applicants / total (count). */
    readonly total: number;
  };
}

/** What a builder takes for table 三 of edition 2021: every figure that is counted. Totals are computed. */
export interface RequestsInput2021 {
  /** 表三第1行：一、本年新收政府信息公开申请数量。条例第27条。requests newly received this year. */
  readonly received: {
    /** 表三第1行第1列：一、本年新收政府信息公开申请数量，申请人情况 / 自然人（件）。条例第27条。requests newly received this year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第1行第2列：一、本年新收政府信息公开申请数量，法人或其他组织 / 商业企业（件）。条例第27条。requests newly received this year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第1行第3列：一、本年新收政府信息公开申请数量，法人或其他组织 / 科研机构（件）。条例第27条。requests newly received this year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第1行第4列：一、本年新收政府信息公开申请数量，法人或其他组织 / 社会公益组织（件）。条例第27条。requests newly received this year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第1行第5列：一、本年新收政府信息公开申请数量，法人或其他组织 / 法律服务机构（件）。条例第27条。requests newly received this year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第1行第6列：一、本年新收政府信息公开申请数量，法人或其他组织 / 其他（件）。条例第27条。requests newly received this year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第2行：二、上年结转政府信息公开申请数量。requests brought forward from last year. */
  readonly broughtForward: {
    /** 表三第2行第1列：二、上年结转政府信息公开申请数量，申请人情况 / 自然人（件）。requests brought forward from last year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第2行第2列：二、上年结转政府信息公开申请数量，法人或其他组织 / 商业企业（件）。requests brought forward from last year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第2行第3列：二、上年结转政府信息公开申请数量，法人或其他组织 / 科研机构（件）。requests brought forward from last year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第2行第4列：二、上年结转政府信息公开申请数量，法人或其他组织 / 社会公益组织（件）。requests brought forward from last year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第2行第5列：二、上年结转政府信息公开申请数量，法人或其他组织 / 法律服务机构（件）。requests brought forward from last year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第2行第6列：二、上年结转政府信息公开申请数量，法人或其他组织 / 其他（件）。requests brought forward from last year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第3行：三、本年度办理结果 / （一）予以公开。条例第36条（一）（二）。outcomes of requests this year / granted. */
  readonly granted: {
    /** 表三第3行第1列：三、本年度办理结果 / （一）予以公开，申请人情况 / 自然人（件）。条例第36条（一）（二）。outcomes of requests this year / granted; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第3行第2列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 商业企业（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第3行第3列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 科研机构（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第3行第4列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 社会公益组织（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第3行第5列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 法律服务机构（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第3行第6列：三、本年度办理结果 / （一）予以公开，法人或其他组织 / 其他（件）。条例第36条（一）（二）。outcomes of requests this year / granted; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第4行：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形）。条例第37条。outcomes of requests this year / partially granted. */
  readonly partiallyGranted: {
    /** 表三第4行第1列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 自然人（件）。条例第37条。outcomes of requests this year / partially granted; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第4行第2列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 商业企业（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第4行第3列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 科研机构（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第4行第4列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 社会公益组织（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第4行第5列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 法律服务机构（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第4行第6列：三、本年度办理结果 / （二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 / 其他（件）。条例第37条。outcomes of requests this year / partially granted; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第5行：（三）不予公开 / 1.属于国家秘密。条例第14条。disclosure refused / state secret. */
  readonly stateSecret: {
    /** 表三第5行第1列：（三）不予公开 / 1.属于国家秘密，申请人情况 / 自然人（件）。条例第14条。disclosure refused / state secret; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第5行第2列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第5行第3列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第5行第4列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第5行第5列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第5行第6列：（三）不予公开 / 1.属于国家秘密，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / state secret; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第6行：（三）不予公开 / 2.其他法律行政法规禁止公开。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations. */
  readonly prohibitedByLaw: {
    /** 表三第6行第1列：（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 自然人（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第6行第2列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第6行第3列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第6行第4列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第6行第5列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第6行第6列：（三）不予公开 / 2.其他法律行政法规禁止公开，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / disclosure prohibited by other laws or administrative regulations; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第7行：（三）不予公开 / 3.危及“三安全一稳定”。条例第14条。disclosure refused / endangers national, public or economic security or social stability. */
  readonly securityAndStability: {
    /** 表三第7行第1列：（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 自然人（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第7行第2列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 商业企业（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第7行第3列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 科研机构（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第7行第4列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 社会公益组织（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第7行第5列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 法律服务机构（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第7行第6列：（三）不予公开 / 3.危及“三安全一稳定”，法人或其他组织 / 其他（件）。条例第14条。disclosure refused / endangers national, public or economic security or social stability; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第8行：（三）不予公开 / 4.保护第三方合法权益。条例第15条。disclosure refused / protects lawful rights of a third party. */
  readonly thirdPartyRights: {
    /** 表三第8行第1列：（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 自然人（件）。条例第15条。disclosure refused / protects lawful rights of a third party; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第8行第2列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 商业企业（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第8行第3列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 科研机构（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第8行第4列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 社会公益组织（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第8行第5列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 法律服务机构（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第8行第6列：（三）不予公开 / 4.保护第三方合法权益，法人或其他组织 / 其他（件）。条例第15条。disclosure refused / protects lawful rights of a third party; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第9行：（三）不予公开 / 5.属于三类内部事务信息。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow. */
  readonly internalAffairs: {
    /** 表三第9行第1列：（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 自然人（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第9行第2列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第9行第3列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第9行第4列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第9行第5列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第9行第6列：（三）不予公开 / 5.属于三类内部事务信息，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / internal affairs: personnel, logistics, internal workflow; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第10行：（三）不予公开 / 6.属于四类过程性信息。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions. */
  readonly deliberativeProcess: {
    /** 表三第10行第1列：（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 自然人（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第10行第2列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第10行第3列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第10行第4列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第10行第5列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第10行第6列：（三）不予公开 / 6.属于四类过程性信息，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / process (deliberative) information: records of discussion, drafts, consultation letters, reports asking for instructions; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第11行：（三）不予公开 / 7.属于行政执法案卷。条例第16条。disclosure refused / file of an administrative enforcement case. */
  readonly enforcementCaseFile: {
    /** 表三第11行第1列：（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 自然人（件）。条例第16条。disclosure refused / file of an administrative enforcement case; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第11行第2列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 商业企业（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第11行第3列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 科研机构（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第11行第4列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 社会公益组织（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第11行第5列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 法律服务机构（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第11行第6列：（三）不予公开 / 7.属于行政执法案卷，法人或其他组织 / 其他（件）。条例第16条。disclosure refused / file of an administrative enforcement case; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第12行：（三）不予公开 / 8.属于行政查询事项。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers). */
  readonly specialAccessProcedure: {
    /** 表三第12行第1列：（三）不予公开 / 8.属于行政查询事项，申请人情况 / 自然人（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第12行第2列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 商业企业（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第12行第3列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 科研机构（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第12行第4列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 社会公益组织（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第12行第5列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 法律服务机构（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第12行第6列：（三）不予公开 / 8.属于行政查询事项，法人或其他组织 / 其他（件）。条例第36条（七）。disclosure refused / special access procedure applies (business, real-estate and similar registers); legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第13行：（四）无法提供 / 1.本机关不掌握相关政府信息。条例第36条（四）（五）。unable to provide / information not held by the agency. */
  readonly notHeld: {
    /** 表三第13行第1列：（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 自然人（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第13行第2列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 商业企业（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第13行第3列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 科研机构（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第13行第4列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 社会公益组织（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第13行第5列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 法律服务机构（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第13行第6列：（四）无法提供 / 1.本机关不掌握相关政府信息，法人或其他组织 / 其他（件）。条例第36条（四）（五）。unable to provide / information not held by the agency; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第14行：（四）无法提供 / 2.没有现成信息需要另行制作。条例第38条。unable to provide / no existing record, would have to be created. */
  readonly requiresCreation: {
    /** 表三第14行第1列：（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 自然人（件）。条例第38条。unable to provide / no existing record, would have to be created; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第14行第2列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 商业企业（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第14行第3列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 科研机构（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第14行第4列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 社会公益组织（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第14行第5列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 法律服务机构（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第14行第6列：（四）无法提供 / 2.没有现成信息需要另行制作，法人或其他组织 / 其他（件）。条例第38条。unable to provide / no existing record, would have to be created; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第15行：（四）无法提供 / 3.补正后申请内容仍不明确。条例第30条。unable to provide / request still unclear after clarification was asked for. */
  readonly stillUnclear: {
    /** 表三第15行第1列：（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 自然人（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第15行第2列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 商业企业（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第15行第3列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 科研机构（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第15行第4列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 社会公益组织（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第15行第5列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 法律服务机构（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第15行第6列：（四）无法提供 / 3.补正后申请内容仍不明确，法人或其他组织 / 其他（件）。条例第30条。unable to provide / request still unclear after clarification was asked for; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第16行：（五）不予处理 / 1.信访举报投诉类申请。条例第39条。processing declined / petition, tip-off or complaint in the form of a request. */
  readonly petitionOrComplaint: {
    /** 表三第16行第1列：（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 自然人（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第16行第2列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 商业企业（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第16行第3列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 科研机构（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第16行第4列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 社会公益组织（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第16行第5列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 法律服务机构（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第16行第6列：（五）不予处理 / 1.信访举报投诉类申请，法人或其他组织 / 其他（件）。条例第39条。processing declined / petition, tip-off or complaint in the form of a request; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第17行：（五）不予处理 / 2.重复申请。条例第36条（六）。processing declined / repeated request. */
  readonly repeatedRequest: {
    /** 表三第17行第1列：（五）不予处理 / 2.重复申请，申请人情况 / 自然人（件）。条例第36条（六）。processing declined / repeated request; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第17行第2列：（五）不予处理 / 2.重复申请，法人或其他组织 / 商业企业（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第17行第3列：（五）不予处理 / 2.重复申请，法人或其他组织 / 科研机构（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第17行第4列：（五）不予处理 / 2.重复申请，法人或其他组织 / 社会公益组织（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第17行第5列：（五）不予处理 / 2.重复申请，法人或其他组织 / 法律服务机构（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第17行第6列：（五）不予处理 / 2.重复申请，法人或其他组织 / 其他（件）。条例第36条（六）。processing declined / repeated request; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第18行：（五）不予处理 / 3.要求提供公开出版物。条例第39条。processing declined / request for published material (gazettes, periodicals, books). */
  readonly publishedMaterial: {
    /** 表三第18行第1列：（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 自然人（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第18行第2列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 商业企业（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第18行第3列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 科研机构（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第18行第4列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 社会公益组织（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第18行第5列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 法律服务机构（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第18行第6列：（五）不予处理 / 3.要求提供公开出版物，法人或其他组织 / 其他（件）。条例第39条。processing declined / request for published material (gazettes, periodicals, books); legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第19行：（五）不予处理 / 4.无正当理由大量反复申请。条例第35条。processing declined / numerous repeated requests without good reason. */
  readonly excessiveRequests: {
    /** 表三第19行第1列：（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 自然人（件）。条例第35条。processing declined / numerous repeated requests without good reason; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第19行第2列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 商业企业（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第19行第3列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 科研机构（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第19行第4列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 社会公益组织（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第19行第5列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 法律服务机构（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第19行第6列：（五）不予处理 / 4.无正当理由大量反复申请，法人或其他组织 / 其他（件）。条例第35条。processing declined / numerous repeated requests without good reason; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第20行：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息。processing declined / request to confirm or reissue information already obtained. */
  readonly confirmationOrReissue: {
    /** 表三第20行第1列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 自然人（件）。processing declined / request to confirm or reissue information already obtained; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第20行第2列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 商业企业（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第20行第3列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 科研机构（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第20行第4列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 社会公益组织（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第20行第5列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 法律服务机构（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第20行第6列：（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，法人或其他组织 / 其他（件）。processing declined / request to confirm or reissue information already obtained; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第21行：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed. */
  readonly requestNotClarifiedInTime: {
    /** 表三第21行第1列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第21行第2列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 商业企业（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第21行第3列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 科研机构（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第21行第4列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 社会公益组织（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第21行第5列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 法律服务机构（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第21行第6列：（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法人或其他组织 / 其他（件）。条例第30条。otherwise handled / request not clarified in time without good reason, no longer processed; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第22行：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed. */
  readonly feeNotPaidInTime: {
    /** 表三第22行第1列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第22行第2列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 商业企业（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第22行第3列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 科研机构（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第22行第4列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 社会公益组织（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第22行第5列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 法律服务机构（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第22行第6列：（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法人或其他组织 / 其他（件）。条例第42条、国办函〔2020〕109号。otherwise handled / fee not paid in time, no longer processed; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第23行：（六）其他处理 / 3.其他。otherwise handled / other, withdrawals included. */
  readonly otherReasons: {
    /** 表三第23行第1列：（六）其他处理 / 3.其他，申请人情况 / 自然人（件）。otherwise handled / other, withdrawals included; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第23行第2列：（六）其他处理 / 3.其他，法人或其他组织 / 商业企业（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第23行第3列：（六）其他处理 / 3.其他，法人或其他组织 / 科研机构（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第23行第4列：（六）其他处理 / 3.其他，法人或其他组织 / 社会公益组织（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第23行第5列：（六）其他处理 / 3.其他，法人或其他组织 / 法律服务机构（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第23行第6列：（六）其他处理 / 3.其他，法人或其他组织 / 其他（件）。otherwise handled / other, withdrawals included; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
  /** 表三第25行：四、结转下年度继续办理。requests carried forward to next year. */
  readonly carriedForward?: {
    /** 表三第25行第1列：四、结转下年度继续办理，申请人情况 / 自然人（件）。requests carried forward to next year; applicants / natural person (count). */
    readonly naturalPerson: number;
    /** 表三第25行第2列：四、结转下年度继续办理，法人或其他组织 / 商业企业（件）。requests carried forward to next year; legal persons or other organizations / commercial enterprise (count). */
    readonly commercialEnterprise: number;
    /** 表三第25行第3列：四、结转下年度继续办理，法人或其他组织 / 科研机构（件）。requests carried forward to next year; legal persons or other organizations / research institution (count). */
    readonly researchInstitution: number;
    /** 表三第25行第4列：四、结转下年度继续办理，法人或其他组织 / 社会公益组织（件）。requests carried forward to next year; legal persons or other organizations / public interest organization (count). */
    readonly publicInterestOrganization: number;
    /** 表三第25行第5列：四、结转下年度继续办理，法人或其他组织 / 法律服务机构（件）。requests carried forward to next year; legal persons or other organizations / legal service institution (count). */
    readonly legalServiceInstitution: number;
    /** 表三第25行第6列：四、结转下年度继续办理，法人或其他组织 / 其他（件）。requests carried forward to next year; legal persons or other organizations / other organization (count). */
    readonly otherOrganization: number;
  };
}

/** 四、政府信息公开行政复议、行政诉讼情况（2021年版）。Table 四, administrative reconsideration and litigation: every figure as printed. */
export interface Remedies2021 {
  /** 表四第1行第1至5列：行政复议。条例第51条。administrative reconsideration. */
  readonly reconsideration: {
    /** 表四第1行第1列：行政复议，结果维持（件）。条例第51条。administrative reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第2列：行政复议，结果纠正（件）。条例第51条。administrative reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第3列：行政复议，其他结果（件）。条例第51条。administrative reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第4列：行政复议，尚未审结（件）。条例第51条。administrative reconsideration; still pending (count). */
    readonly pending: number;
    /** 表四第1行第5列：行政复议，总计（件）。条例第51条。administrative reconsideration; total (count). */
    readonly total: number;
  };
  /** 表四第1行第6至10列：行政诉讼 / 未经复议直接起诉。条例第51条。administrative litigation / litigation without prior reconsideration. */
  readonly directLitigation: {
    /** 表四第1行第6列：行政诉讼 / 未经复议直接起诉，结果维持（件）。条例第51条。administrative litigation / litigation without prior reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第7列：行政诉讼 / 未经复议直接起诉，结果纠正（件）。条例第51条。administrative litigation / litigation without prior reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第8列：行政诉讼 / 未经复议直接起诉，其他结果（件）。条例第51条。administrative litigation / litigation without prior reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第9列：行政诉讼 / 未经复议直接起诉，尚未审结（件）。条例第51条。administrative litigation / litigation without prior reconsideration; still pending (count). */
    readonly pending: number;
    /** 表四第1行第10列：行政诉讼 / 未经复议直接起诉，总计（件）。条例第51条。administrative litigation / litigation without prior reconsideration; total (count). */
    readonly total: number;
  };
  /** 表四第1行第11至15列：行政诉讼 / 复议后起诉。条例第51条。administrative litigation / litigation after reconsideration. */
  readonly litigationAfterReconsideration: {
    /** 表四第1行第11列：行政诉讼 / 复议后起诉，结果维持（件）。条例第51条。administrative litigation / litigation after reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第12列：行政诉讼 / 复议后起诉，结果纠正（件）。条例第51条。administrative litigation / litigation after reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第13列：行政诉讼 / 复议后起诉，其他结果（件）。条例第51条。administrative litigation / litigation after reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第14列：行政诉讼 / 复议后起诉，尚未审结（件）。条例第51条。administrative litigation / litigation after reconsideration; still pending (count). */
    readonly pending: number;
    /** 表四第1行第15列：行政诉讼 / 复议后起诉，总计（件）。条例第51条。administrative litigation / litigation after reconsideration; total (count). */
    readonly total: number;
  };
}

/** What a builder takes for table 四 of edition 2021: every figure that is counted. Totals are computed. */
export interface RemediesInput2021 {
  /** 表四第1行第1至5列：行政复议。条例第51条。administrative reconsideration. */
  readonly reconsideration: {
    /** 表四第1行第1列：行政复议，结果维持（件）。条例第51条。administrative reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第2列：行政复议，结果纠正（件）。条例第51条。administrative reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第3列：行政复议，其他结果（件）。条例第51条。administrative reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第4列：行政复议，尚未审结（件）。条例第51条。administrative reconsideration; still pending (count). */
    readonly pending: number;
  };
  /** 表四第1行第6至10列：行政诉讼 / 未经复议直接起诉。条例第51条。administrative litigation / litigation without prior reconsideration. */
  readonly directLitigation: {
    /** 表四第1行第6列：行政诉讼 / 未经复议直接起诉，结果维持（件）。条例第51条。administrative litigation / litigation without prior reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第7列：行政诉讼 / 未经复议直接起诉，结果纠正（件）。条例第51条。administrative litigation / litigation without prior reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第8列：行政诉讼 / 未经复议直接起诉，其他结果（件）。条例第51条。administrative litigation / litigation without prior reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第9列：行政诉讼 / 未经复议直接起诉，尚未审结（件）。条例第51条。administrative litigation / litigation without prior reconsideration; still pending (count). */
    readonly pending: number;
  };
  /** 表四第1行第11至15列：行政诉讼 / 复议后起诉。条例第51条。administrative litigation / litigation after reconsideration. */
  readonly litigationAfterReconsideration: {
    /** 表四第1行第11列：行政诉讼 / 复议后起诉，结果维持（件）。条例第51条。administrative litigation / litigation after reconsideration; decision upheld (count). */
    readonly upheld: number;
    /** 表四第1行第12列：行政诉讼 / 复议后起诉，结果纠正（件）。条例第51条。administrative litigation / litigation after reconsideration; decision corrected (count). */
    readonly corrected: number;
    /** 表四第1行第13列：行政诉讼 / 复议后起诉，其他结果（件）。条例第51条。administrative litigation / litigation after reconsideration; other result (count). */
    readonly otherResult: number;
    /** 表四第1行第14列：行政诉讼 / 复议后起诉，尚未审结（件）。条例第51条。administrative litigation / litigation after reconsideration; still pending (count). */
    readonly pending: number;
  };
}

/** 2021年版的全部表格。All tables of edition 2021. */
export interface Tables2021 {
  /** 主动公开政府信息情况 (proactive disclosure). */
  readonly disclosure: Disclosure2021;
  /** 收到和处理政府信息公开申请情况 (requests received and handled). */
  readonly requests: Requests2021;
  /** 政府信息公开行政复议、行政诉讼情况 (administrative reconsideration and litigation). */
  readonly remedies: Remedies2021;
}

/** 2021年版的年度报告：全部表格和文字。A filed report on edition 2021: complete, totals included. */
export interface Report2021 extends ReportHead, Tables2021 {
  readonly edition: "2021";
}

/** 2021年版的草稿：除版本外均可暂缺，数字可为空白（null）。A report on edition 2021 in which anything may be missing. */
export interface Draft2021 extends DraftHead {
  readonly edition: "2021";
  /** 主动公开政府信息情况 (proactive disclosure). */
  readonly disclosure?: DraftTable<Disclosure2021>;
  /** 收到和处理政府信息公开申请情况 (requests received and handled). */
  readonly requests?: DraftTable<Requests2021>;
  /** 政府信息公开行政复议、行政诉讼情况 (administrative reconsideration and litigation). */
  readonly remedies?: DraftTable<Remedies2021>;
}

/** What a builder takes for the tables of edition 2021. */
export interface TablesInput2021 {
  /** 主动公开政府信息情况 (proactive disclosure). */
  readonly disclosure: DisclosureInput2021;
  /** 收到和处理政府信息公开申请情况 (requests received and handled). */
  readonly requests: RequestsInput2021;
  /** 政府信息公开行政复议、行政诉讼情况 (administrative reconsideration and litigation). */
  readonly remedies: RemediesInput2021;
}
