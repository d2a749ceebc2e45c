import type { EditionId, LeafIn, TableIn } from "../form/form.js";
import type { OverviewPart } from "../form/terms.js";

type Simplify<T> = { [K in keyof T]: T[K] } & {};
type ToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** A figure as a report holds it: a count or a signed change as a number, an amount in 万元 as a decimal string. */
export type ValueOf<Unit> = Unit extends "amount" ? string : number;

type IdOf<H> = H extends { readonly term: { readonly id: infer Id extends string } } ? Id : never;
type UnitOf<H> = H extends { readonly unit: infer U } ? U : never;

type Fields<F> = { readonly [L in LeafIn<F> as IdOf<L>]: ValueOf<UnitOf<L>> };
type Records<P> = P extends { readonly records: infer R; readonly fields: infer F }
  ? { readonly [L in LeafIn<R> as IdOf<L>]: Fields<F> }
  : never;
type Panels<T> = T extends { readonly panels: readonly (infer P)[] } ? Simplify<ToIntersection<Records<P>>> : never;

/** The figures of a report, table by table, as printed; nothing blank. */
export type Tables<E extends EditionId = EditionId> = E extends EditionId
  ? { readonly [T in TableIn<E> as T["id"]]: Panels<T> }
  : never;

type DraftFields<F> = { readonly [K in keyof F]?: F[K] | null };
type DraftRecords<R> = { readonly [K in keyof R]?: DraftFields<R[K]> };

/** The figures of a draft: any may be `null` (printed blank) or missing. */
export type DraftTables<E extends EditionId = EditionId> = E extends EditionId
  ? { readonly [K in keyof Tables<E>]?: DraftRecords<Tables<E>[K]> }
  : never;

/** Administrative level of an agency. */
export type AgencyLevel = "national" | "provincial" | "prefectural" | "county" | "township";

/** What an agency is to 条例第49条: a government, or a department of one. */
export type AgencyKind = "government" | "department";

/** The agency that files a report. */
export interface Agency {
  /** Full official name, as in the title of the report. */
  readonly name: string;
  readonly kind?: AgencyKind;
  readonly level?: AgencyLevel;
  /** Administrative division code after GB/T 2260, 6 digits, or 9 or 12 for a township or village. */
  readonly regionCode?: string;
  /** 统一社会信用代码, 18 characters after GB 32100. */
  readonly unifiedSocialCreditCode?: string;
}

/** Section 一: free text, or its parts where they can be told apart; `preamble` is what stands before the first part. */
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

/** What a report states beside its figures. */
export interface ReportHead {
  readonly agency: Agency;
  /** The calendar year reported on. */
  readonly year: number;
  /** Date of signing, ISO 8601. */
  readonly signedOn?: string;
  /** Date of publication, ISO 8601. */
  readonly publishedOn?: string;
  readonly narrative?: Narrative;
  /** 信息处理费 collected in the year, in yuan (not 万元), as section 六 states it: a decimal string. */
  readonly informationProcessingFee?: string;
}

/**
 * One filed report (政府信息公开工作年度报告): what was printed, totals included. Complete: every figure is there. Plain data.
 * Source: 条例第50条 and the document of its edition.
 */
export type Report<E extends EditionId = EditionId> = E extends EditionId
  ? Simplify<{ readonly edition: E } & ReportHead & Tables<E>>
  : never;

/** A report in which anything but the edition may be missing, and any figure may be blank (`null`). Every report is a draft. */
export type Draft<E extends EditionId = EditionId> = E extends EditionId
  ? Simplify<
      { readonly edition: E } & Partial<Omit<ReportHead, "agency">> & { readonly agency?: Partial<Agency> } & DraftTables<E>
    >
  : never;
