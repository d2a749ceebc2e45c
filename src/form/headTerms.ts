import { codeList } from "./codeList.js";

/** Kinds of agencies that 条例第49条 distinguishes; it sets a deadline for each. */
export const agencyKinds = /* @__PURE__ */ codeList({
  government: { label: "人民政府", english: "government", basis: [[49]] },
  department: { label: "政府部门", english: "department of a government", basis: [[49]] },
});

/** Administrative levels (行政层级) of agencies. */
export const agencyLevels = /* @__PURE__ */ codeList({
  national: { label: "国家级", english: "national" },
  provincial: { label: "省级", english: "provincial" },
  prefectural: { label: "地市级", english: "prefectural" },
  county: { label: "县级", english: "county" },
  township: { label: "乡级", english: "township or subdistrict" },
});

/** Items that a report states besides its tables and sections. */
export const headItems = /* @__PURE__ */ codeList({
  edition: { label: "格式版本", english: "edition of the form" },
  year: { label: "报告年度", english: "report year", basis: [[49]] },
  agency: { label: "机关", english: "agency" },
  name: { label: "名称", english: "name of the agency" },
  kind: { label: "性质", english: "government or department", basis: [[49]] },
  level: { label: "层级", english: "administrative level" },
  regionCode: { label: "行政区划代码", english: "administrative division code (GB/T 2260)" },
  unifiedSocialCreditCode: { label: "统一社会信用代码", english: "unified social credit code (GB 32100)" },
  signedOn: { label: "落款日期", english: "date of signing" },
  publishedOn: { label: "公布日期", english: "date of publication" },
  preamble: { label: "引言", english: "text before the first part" },
  informationProcessingFee: {
    label: "信息处理费（单位：元）",
    english: "information-processing fee collected, in yuan",
    basis: [[42], { source: "feeMeasures" }],
  },
});
