import type { SourceId } from "./sources.js";

/** Who issued a legal source, and where its text is found. */
export interface Publication {
  readonly issuer: string;
  readonly found: { readonly zh: string; readonly en: string; readonly url: string | null };
}

const NATIONAL_OFFICE = "国务院办公厅政府信息与政务公开办公室";

/** Where the text of every legal source is found. `url` only where the address is known for certain. */
export const publications: Readonly<Record<SourceId, Publication>> = {
  regulations: {
    issuer: "国务院",
    found: {
      zh: "中国政府网",
      en: "the site of the central government",
      url: "http://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm",
    },
  },
  format2019: {
    issuer: NATIONAL_OFFICE,
    found: {
      zh: "印发各省、自治区、直辖市人民政府和国务院部门，由各地网站转发",
      en: "sent to provincial governments and national departments, which publish it on their sites",
      url: null,
    },
  },
  format2021: {
    issuer: NATIONAL_OFFICE,
    found: {
      zh: "中国政府网，2021年9月29日发布",
      en: "the site of the central government, published on 29 September 2021",
      url: null,
    },
  },
  feeMeasures: {
    issuer: "国务院办公厅",
    found: { zh: "中国政府网", en: "the site of the central government", url: null },
  },
};
