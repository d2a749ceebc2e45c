import { codeList, law } from "./codeList.js";

/** What an agency is to 条例第49条, which sets a deadline for each. */
export const agencyKinds = /* @__PURE__ */ codeList({
  government: { label: "人民政府", english: "government", basis: [law(49)], aliases: ["政府"] },
  department: { label: "政府部门", english: "department of a government", basis: [law(49)], aliases: ["部门"] },
});

/** Administrative levels (行政层级) of agencies. */
export const agencyLevels = /* @__PURE__ */ codeList({
  national: { label: "国家级", english: "national" },
  provincial: { label: "省级", english: "provincial" },
  prefectural: { label: "地市级", english: "prefectural", aliases: ["市级", "地级", "地（市）级"] },
  county: { label: "县级", english: "county", aliases: ["区县级", "县（区）级"] },
  township: { label: "乡级", english: "township or subdistrict", aliases: ["乡镇级", "乡镇（街道）级"] },
});

/** What a report states beside its tables and sections. */
export const headItems = /* @__PURE__ */ codeList({
  edition: { label: "格式版本", english: "edition of the form" },
  year: { label: "报告年度", english: "report year", basis: [law(49)] },
  agency: { label: "机关", english: "agency" },
  name: { label: "名称", english: "name of the agency", aliases: ["机关名称"] },
  kind: { label: "性质", english: "government or department", basis: [law(49)] },
  level: { label: "层级", english: "administrative level" },
  regionCode: { label: "行政区划代码", english: "administrative division code (GB/T 2260)" },
  unifiedSocialCreditCode: { label: "统一社会信用代码", english: "unified social credit code (GB 32100)" },
  signedOn: { label: "落款日期", english: "date of signing" },
  publishedOn: { label: "公布日期", english: "date of publication", aliases: ["发布日期"] },
  preamble: { label: "引言", english: "text before the first part" },
  informationProcessingFee: {
    label: "信息处理费（单位：元）",
    english: "information-processing fee collected, in yuan",
    basis: [law(42), { source: "feeMeasures" }],
    aliases: ["信息处理费", "信息处理费（元）"],
  },
});
