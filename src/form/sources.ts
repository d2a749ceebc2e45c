import { chineseNumeral } from "../_internal/chineseNumeral.js";

/** A legal source of the form, the rules or a term. */
export interface Source {
  readonly title: string;
  readonly number: string;
  readonly english: string;
  /** How the source is named in front of an article. */
  readonly short: string;
  /** Date of issue, as far as it is known. */
  readonly date: string | null;
  /** Date of entry into force; `null` if not known for certain. It is not applied to anything before that day. */
  readonly inForce: string | null;
  /** Where the text is published. */
  readonly where: string;
}

/** Where all of them are found. */
const TEXTS = "中国政府网 www.gov.cn 政策文件库";

/** How each source is named in front of an article: all of it that a citation in a finding needs. */
const shortNames = {
  regulations: "条例",
  format2019: "国办公开办函〔2019〕60号",
  format2021: "国办公开办函〔2021〕30号",
  feeMeasures: "国办函〔2020〕109号",
} as const;

/** Every legal source that this library cites, stated once. */
export const sources = /* @__PURE__ */ (() =>
  ({
    regulations: {
      title: "中华人民共和国政府信息公开条例",
      number: "国务院令第711号",
      english: "Regulations of the PRC on Open Government Information (2019 revision)",
      short: shortNames.regulations,
      date: "2019-04-03",
      inForce: "2019-05-15",
      where: TEXTS,
    },
    format2019: {
      title: "中华人民共和国政府信息公开工作年度报告格式（试行）",
      number: "国办公开办函〔2019〕60号",
      english: "Format of the Annual Report on Open Government Information Work (Trial)",
      short: shortNames.format2019,
      date: null,
      inForce: null,
      where: TEXTS,
    },
    format2021: {
      title: "中华人民共和国政府信息公开工作年度报告格式",
      number: "国办公开办函〔2021〕30号",
      english: "Format of the Annual Report on Open Government Information Work",
      short: shortNames.format2021,
      date: "2021-09-26",
      inForce: null,
      where: TEXTS,
    },
    feeMeasures: {
      title: "政府信息公开信息处理费管理办法",
      number: "国办函〔2020〕109号",
      english: "Measures for the Administration of Information-Processing Fees for Open Government Information",
      short: shortNames.feeMeasures,
      date: "2020-11-17",
      inForce: "2021-01-01",
      where: TEXTS,
    },
  }) as const satisfies Record<string, Source>)();

/** Identifier of a legal source. */
export type SourceId = keyof typeof sources;

/** Identifiers of all legal sources. */
export const sourceIds: readonly SourceId[] = ["regulations", "format2021", "format2019", "feeMeasures"];

/** A place in a legal source: the whole document, an article, or numbered items of an article. */
export interface Citation {
  readonly source: SourceId;
  readonly article?: number;
  readonly items?: readonly number[];
}

/**
 * A citation in the form used by the notices.
 *
 * @example
 * ```ts
 * formatCitation({ source: "regulations", article: 36, items: [1, 2] }); //=> "条例第36条（一）（二）"
 * formatCitation({ source: "format2021" }); //=> "国办公开办函〔2021〕30号"
 * ```
 */
export function formatCitation(citation: Citation): string {
  const short = shortNames[citation.source];
  if (citation.article === undefined) return short;
  const items = (citation.items ?? []).map((item) => `（${chineseNumeral(item)}）`).join("");
  return `${short}第${citation.article}条${items}`;
}
