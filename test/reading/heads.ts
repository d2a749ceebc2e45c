import { placeIn } from "../../src/findings/finding.js";
import type { SourceDocument } from "../../src/reading/source.js";

/** A head as a document prints it, and what it says. `null`: the document does not say, or not for certain. */
export interface MadeHead {
  readonly document: SourceDocument;
  readonly agency: string | null;
  readonly year: number | null;
  readonly publishedOn: string | null;
  readonly signedOn: string | null;
  /** What was put together, for the message of a failing test. */
  readonly kinds: readonly string[];
}

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CITIES = [
  "甲州市",
  "乙阳市",
  "镇江市",
  "本溪市",
  "商丘市",
  "和田地区",
  "全州县",
  "将乐县",
  "公安县",
  "乡宁县",
  "城固县",
  "水城区",
  "市中区",
  "甲乙自治县",
  "丙丁旗",
  "戊己苗族自治州",
  "新罗区",
  "农安县",
  "特克斯县",
  "民和县",
  "科尔沁区",
  "文昌市",
  "应城市",
];
const PROVINCES = ["", "", "", "甲省", "乙自治区"];
const BODIES = [
  "人民政府",
  "人民政府办公室",
  "",
  "教育局",
  "住房和城乡建设局",
  "市场监督管理局",
  "城市管理行政执法局",
  "自然资源和规划局",
  "发展和改革委员会",
  "人力资源和社会保障局",
  "公安局",
  "卫生健康委员会",
  "文化广电和旅游局",
  "政府信息公开办公室",
  "乡村振兴局",
  "机关事务服务中心",
  "档案馆",
  "供销合作社联合社",
  "总工会",
  "消防救援支队",
  "东关街道办事处",
  "城关镇人民政府",
  "河西乡人民政府",
  "国有资产监督管理委员会",
  "公共资源交易中心",
  "地方金融监督管理局",
  "红十字会",
  "科学技术协会",
  "农业农村局(乡村振兴局)",
  "第一中学",
];
const SPECIAL = [
  "教育部",
  "国家能源局",
  "海关总署",
  "国家税务总局甲县税务局",
  "中国人民银行乙市分行",
  "上海市公安局",
  "北京市人民政府办公厅",
  "新疆生产建设兵团第一师",
  "甲江水利委员会",
  "乙海海事局",
  "某某大学",
  "甲市轨道交通集团有限公司",
];
const WORDINGS = [
  "政府信息公开工作年度报告",
  "政府信息公开工作年度报告",
  "政府信息公开工作年度报告",
  "政府信息公开年度报告",
  "政府信息公开工作情况年度报告",
  "信息公开年度报告",
  "政府信息公开工作报告",
  "政府信息公开工作年报",
];
const NUMERALS = "〇一二三四五六七八九";
/** What is typed for 〇. */
const ZEROS = ["〇", "○", "零", "O", "0"];
const place = placeIn("html");

/** Makes one head from a seed. */
export function madeHead(seed: number): MadeHead {
  const next = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const maybe = (share: number): boolean => next() < share;
  const kinds: string[] = [];
  const agency = maybe(0.1) ? pick(SPECIAL) : pick(PROVINCES) + pick(CITIES) + pick(BODIES);
  const year = 2019 + Math.floor(next() * 7);
  const written = (): string => {
    const how = pick(["年", "年", "年度", "numerals", "wide", "spaced"]);
    if (how === "numerals")
      return `${[...String(year)]
        .map((digit) => NUMERALS[Number(digit)])
        .join("")
        .replaceAll("〇", pick(ZEROS))}年`;
    if (how === "wide")
      return `${[...String(year)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("")}年`;
    return how === "spaced" ? ` ${year} 年 ` : `${year}${how}`;
  };
  const wording = pick(WORDINGS);
  const single = (name: string): string => {
    switch (pick(["plain", "plain", "plain", "about", "yearFirst", "yearLast", "about2"])) {
      case "about":
        return `${name}关于${written()}${wording}`;
      case "about2":
        return `${name}${written()}政府信息公开工作情况的报告`;
      case "yearFirst":
        return `${written()}${name}${wording}`;
      case "yearLast":
        return `${name}${wording}（${year}年）`;
      default:
        return `${name}${written()}${wording}`;
    }
  };
  const lines: string[] = [];
  const rows: string[][] = [];
  const pageTitles: string[] = [];
  const date = (from: number): readonly [string, string] => {
    const [month, day] = [1 + Math.floor(next() * 3), 1 + Math.floor(next() * 28)];
    const iso = `${from}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    return [iso, pick([iso, `${from}年${month}月${day}日`, `${from}/${month}/${day}`, `${iso} 09:15`])];
  };
  let told: string | null = agency;
  let publishedOn: string | null = null;
  if (maybe(0.3))
    lines.push(pick(["首页", "政务公开", "您当前的位置：首页 > 政府信息公开 > 政府信息公开年报", "【无障碍浏览】", "长者模式"]));
  if (maybe(0.15)) {
    kinds.push("site");
    lines.push("甲乙丙丁市人民政府门户网站");
  }
  if (maybe(0.35)) {
    const [iso, text] = date(year + 1);
    const label = pick(["发布日期", "发表日期", "发布时间", "更新时间", "日期", "发文日期"]);
    publishedOn = iso;
    const style = pick(["line", "card", "cardLine", "terms"]);
    kinds.push(`dated ${style}`);
    if (style === "line") lines.push(`${label}：${text}`);
    else if (style === "card") rows.push(["索引号", `00${year}/A-1`, "发布机构", agency], [label, text, "名称", single(agency)]);
    else if (style === "terms") lines.push("索引号：", `00${year}/A-1`, "发布机构：", agency, `${label}：`, text);
    else lines.push(`索引号：00${year} 发布机构：${agency} ${label}：${text}`);
  }
  if (maybe(0.4)) {
    kinds.push("page title");
    pageTitles.push(`${agency}${year}年${wording}${pick(["", "-甲市人民政府", "_乙局", " | 政府信息公开"])}`);
  }
  const willSign = maybe(0.3);
  const issued = publishedOn !== null || pageTitles.length > 0;
  let years: number | null = year;
  switch (
    pick([
      "one",
      "one",
      "one",
      "one",
      "name above",
      "two lines",
      "three lines",
      "broken",
      "crumbs",
      "brackets",
      "issuer",
      "announced",
      "self",
      "range",
      "half",
      "half below another",
      "two agencies",
      "two names above",
      "path above",
    ])
  ) {
    case "name above":
      kinds.push("name above");
      lines.push(agency, `${written()}${wording}`);
      break;
    case "two lines":
      kinds.push("two lines");
      lines.push(`${agency}${written()}`, wording);
      break;
    case "three lines":
      kinds.push("three lines");
      lines.push(agency, written(), wording);
      break;
    case "broken": {
      kinds.push("broken");
      const at = 2 + Math.floor(next() * (agency.length - 3));
      lines.push(`${agency.slice(0, at)}`, `${agency.slice(at)}${written()}${wording}`);
      // Where both halves are names, which it is can be told only if something else says so.
      break;
    }
    case "crumbs":
      kinds.push("crumbs");
      lines.push(`首页 > 政府信息公开 > 年度报告 > ${single(agency)}`);
      break;
    case "brackets":
      kinds.push("brackets");
      lines.push(pick([`《${single(agency)}》`, `【年报】${single(agency)}`, `标题：${single(agency)}`]));
      break;
    case "issuer":
      kinds.push("issuer");
      lines.push(`某市人民政府办公室关于印发《${agency}${year}年${wording}》的通知`);
      break;
    case "announced":
      kinds.push("announced");
      lines.push(
        pick([
          `根据《中华人民共和国政府信息公开条例》规定，现公布${agency}${year}年${wording}。`,
          `按照要求，现将《${agency}${year}年${wording}》予以公布。`,
          `根据《甲省人民政府办公厅关于做好${year}年政府信息公开工作年度报告编制工作的通知》，现向社会公布${agency}${year}年${wording}如下：`,
          `现将${agency}${year}年度${wording}公布如下，欢迎监督。`,
        ]),
      );
      break;
    case "self":
      kinds.push("self");
      lines.push(`按照要求，现将我局${year}年${wording}公布如下：`);
      told = issued || willSign ? agency : null;
      break;
    case "range":
      kinds.push("range");
      lines.push(`${agency}${year}-${year + 1}年${wording}`);
      years = null;
      break;
    case "half":
      kinds.push("half");
      lines.push(`教育局${year}年${wording}`);
      told = (issued || willSign) && agency.endsWith("教育局") ? agency : null;
      break;
    case "half below another":
      kinds.push("half below another");
      lines.push(pick(["丑县财政局", "丑市人民政府办公室", "机构职能"]), `教育局${year}年${wording}`);
      told = (issued || willSign) && agency.endsWith("教育局") ? agency : null;
      break;
    case "two agencies":
      kinds.push("two agencies");
      lines.push(`${agency}、丑县财政局${year}年${wording}`);
      told = null;
      break;
    case "two names above":
      kinds.push("two names above");
      lines.push("丑县财政局", agency, `${year}年${wording}`);
      told = issued || willSign ? agency : null;
      break;
    case "path above":
      kinds.push("path above");
      lines.push("首页 > 政务公开 > 法定主动公开内容", single(agency));
      break;
    default:
      lines.push(single(agency));
  }
  lines.push("一、总体情况", `${year}年，认真贯彻落实《条例》，持续推进政府信息公开。`, "六、其他需要报告的事项", "无。");
  let signedOn: string | null = null;
  if (willSign) {
    kinds.push("signed");
    const [iso] = date(year + 1);
    const [y, m, d] = iso.split("-");
    signedOn = iso;
    lines.push(agency, `${y}年${Number(m)}月${Number(d)}日`);
  }
  if (maybe(0.2)) lines.push(`上一篇：甲县财政局${year - 1}年政府信息公开工作年度报告`, "版权所有：甲县人民政府");
  const blocks: SourceDocument["blocks"] = [
    ...(rows.length === 0
      ? []
      : [{ kind: "table" as const, rows: rows.map((row) => row.map((text) => ({ text, rowspan: 1, colspan: 1, place }))) }]),
    ...lines.map((text) => ({ kind: "paragraph" as const, text, place })),
  ];
  return {
    document: { format: "html", blocks, about: { titles: pageTitles, published: null } },
    agency: told,
    year: years,
    publishedOn,
    signedOn,
    kinds,
  };
}
