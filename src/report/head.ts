import type { OverviewPart } from "../form/terms.js";

/** Administrative level of an agency. */
export type AgencyLevel = "national" | "provincial" | "prefectural" | "county" | "township";

/** Kind of an agency in the sense of 条例第49条: a government, or a department of one. */
export type AgencyKind = "government" | "department";

/** The agency that files a report. */
export interface Agency {
  /** Full official name, as in the title of the report. */
  readonly name: string;
  /** Government, or department of one; it decides the deadline of 条例第49条. */
  readonly kind?: AgencyKind;
  /** Administrative level (行政层级). */
  readonly level?: AgencyLevel;
  /** Administrative division code after GB/T 2260, 6 digits, or 9 or 12 for a township or village. */
  readonly regionCode?: string;
  /** 统一社会信用代码, 18 characters after GB 32100. */
  readonly unifiedSocialCreditCode?: string;
}

/** Section 一: free text, or its parts where they could be told apart; `preamble` is the text before the first part. */
export type Overview = string | ({ readonly [K in OverviewPart]?: string } & { readonly preamble?: string });

/** The text of a report. */
export interface Narrative {
  /** 一、总体情况. */
  readonly overview?: Overview;
  /** Text beside the table of section 二. */
  readonly disclosure?: string;
  /** Text beside the table of section 三. */
  readonly requests?: string;
  /** Text beside the table of section 四. */
  readonly remedies?: string;
  /** 五、存在的主要问题及改进情况. */
  readonly problems?: string;
  /** 六、其他需要报告的事项. */
  readonly other?: string;
}

/** The head of a report: everything except its tables. */
export interface ReportHead {
  /** 报告机关：name and, if known, kind, level and codes. */
  readonly agency: Agency;
  /** The calendar year reported on. */
  readonly year: number;
  /** Date of signing, ISO 8601. */
  readonly signedOn?: string;
  /** Date of publication, ISO 8601. */
  readonly publishedOn?: string;
  /** 各部分的文字：the text of the sections, beside the tables. */
  readonly narrative?: Narrative;
  /** 信息处理费 collected in the year, in yuan (not 万元), as section 六 states it: a decimal string. */
  readonly informationProcessingFee?: string;
}

/** The head of a draft: anything may be missing. */
export interface DraftHead extends Partial<Omit<ReportHead, "agency">> {
  /** 报告机关：as much as is known. */
  readonly agency?: Partial<Agency>;
}

/** The figures of a record in a draft: any may be `null` (printed blank) or missing. */
export type DraftRecord<Record> = { readonly [Field in keyof Record]?: Record[Field] | null };

/** The records of a table in a draft. */
export type DraftTable<Table> = { readonly [Id in keyof Table]?: DraftRecord<Table[Id]> };
