import type { Sentence } from "../findings/finding.js";
import type { AgencyKind, AgencyLevel } from "../report/types.js";

/** What the kinds of agencies are called. */
export const agencyKindNames: Readonly<Record<AgencyKind, Sentence>> = {
  government: { zh: "人民政府", en: "a people’s government" },
  department: { zh: "政府部门", en: "a department of a government" },
};

/** What the administrative levels are called, the highest first. */
export const agencyLevelNames: Readonly<Record<AgencyLevel, Sentence>> = {
  national: { zh: "国家级", en: "national" },
  provincial: { zh: "省级", en: "provincial" },
  prefectural: { zh: "地市级", en: "prefectural" },
  county: { zh: "县级", en: "county" },
  township: { zh: "乡镇级", en: "township" },
};
