import type { Agency, AgencyKind, AgencyLevel } from "../../report/types.js";
import { MINISTRIES } from "./agencyWords.js";

/** Words that contain the name of a kind of place without being one: 市场, 城乡, 开发区. */
const NO_PLACES =
  /市场|城市|市政|市容|市民|城乡|乡村|乡镇|区域|园区|景区|库区|林区管|保护区|社区|矿区|校区|军区|灾区|片区|牧区|县域|省级|市级|县级|区级|州级|旗下|镇村|城镇|集镇|古镇/g;

/** Bodies whose level does not follow from the place in their name. */
const OUTSIDE_LEVELS =
  /开发区|高新区|经开区|示范区|新区|园区|度假区|保税区|自贸区|试验区|合作区|管委会|管理委员会|兵团|流域|监管局$|海关/;

/** The four cities that are provinces. */
const MUNICIPALITIES = /^(?:北京|天津|上海|重庆)市/;

const PLACE = /自治区|自治州|自治县|自治旗|地区|街道|办事处|苏木|[省市县区州盟旗镇乡]/g;

const LEVELS: Readonly<Record<string, AgencyLevel>> = {
  省: "provincial",
  自治区: "provincial",
  州: "prefectural",
  自治州: "prefectural",
  地区: "prefectural",
  盟: "prefectural",
  县: "county",
  自治县: "county",
  旗: "county",
  自治旗: "county",
  区: "county",
  镇: "township",
  乡: "township",
  苏木: "township",
  街道: "township",
  办事处: "township",
};

const GOVERNMENT = /(?:人民政府|政府|行政公署|公署)$/;
const DEPARTMENT = /(?:局|厅|委员会|委|署|办公室|办公厅|部)$/;
const OFFICE_OF_GOVERNMENT = /政府(?:办公室|办公厅|办)$/;
const NO_DEPARTMENT = /街道|管委会|管理委员会|居委会|村委会|村民委员会|居民委员会/;
const BARE_PLACE = /[省市县州盟旗镇乡区]$/;
const NATIONAL =
  /^(?:中华人民共和国[^省市县区州]{2,12}(?:部|委员会)|国务院[^省市县区州]{2,16}|国家[^省市县区州驻]{2,14}(?:局|委员会))$/;

/**
 * Level and kind of an agency, as far as its name determines them. 某市 may be a prefecture or a county, so its level is
 * determined only with another place before or after it; the kind of a 街道办事处 or a 管委会 under 条例第49条 is left open.
 */
export function agencyKindOf(name: string): Pick<Agency, "kind" | "level"> {
  const plain = name.replace(/\(.*\)$/, "");
  const kind = kindOf(plain);
  const level = levelOf(plain);
  return { ...(kind === null ? {} : { kind }), ...(level === null ? {} : { level }) };
}

function kindOf(name: string): AgencyKind | null {
  if (NO_DEPARTMENT.test(name) || OFFICE_OF_GOVERNMENT.test(name)) return null;
  if (OUTSIDE_LEVELS.test(name) && BARE_PLACE.test(name)) return null;
  if (GOVERNMENT.test(name) || BARE_PLACE.test(name)) return "government";
  return DEPARTMENT.test(name) ? "department" : null;
}

function levelOf(name: string): AgencyLevel | null {
  if (NATIONAL.test(name) || MINISTRIES.test(name)) return "national";
  if (OUTSIDE_LEVELS.test(name)) return null;
  const places = [...name.replace(NO_PLACES, (word) => "〇".repeat(word.length)).matchAll(PLACE)];
  const last = places[places.length - 1];
  if (last === undefined || last.index === 0) return null;
  if (last[0] === "办事处" && places.length > 1 && !name.includes("街道")) return null;
  if (last[0] !== "市") return LEVELS[last[0]] ?? null;
  if (MUNICIPALITIES.test(name)) return places.length === 1 ? "provincial" : null;
  // A city below a city or a prefecture is a county; one below a province may be either.
  const before = places[places.length - 2]?.[0];
  return before === "市" || before === "州" || before === "自治州" || before === "地区" || before === "盟" ? "county" : null;
}
