/**
 * The parts of agency names, as data. Used to distinguish a whole name from half of one, from a sentence, and from what pages
 * print around a report.
 */

/** What a name may end in. */
export const NAME_ENDING =
  /(?:省|市|县|区|州|盟|旗|镇|乡|苏木|街道|办事处|政府|公署|委|委员会|管委会|厅|局|部|署|办|办公室|办公厅|院|室|处|科|所|站|队|团|师|中心|馆|校|大学|中学|小学|学院|幼儿园|医院|公司|集团|银行|支行|分行|联社|联合社|社|会|联|协|场|园|兵团|基地|台|厂|矿|港|海关|库|行)(?:\((?:本级|机关|汇总)\))?$/;

/** What may follow a name in brackets: the scope of a report, or its second name, as in 农业农村局（乡村振兴局）. */
const IN_BRACKETS = /\((?:本级|机关|汇总|[\u4e00-\u9fff]{2,16}(?:局|办|办公室|委|委员会|中心|院|馆|站|队))\)$/;

/** Places that begin with a word for a kind of place, or with the first half of what an agency is for. */
const PLACES_LIKE_WORDS =
  /^(?:市[中南北]区|乡宁县|州[^县]{0,2}县|公安县|镇(?:江|远|安|原|海|赉|沅|坪|雄|康|巴|宁|平|赛)|城(?:固|口|步|关|中|厢|子河|东|西|北|阳)|将乐县|和(?:县|平|田|静|顺|政|林|硕|布克)|全(?:州|椒|南))/;

/** What agencies are for: a name that begins with one of these lacks the place before it. */
const FUNCTIONS =
  /^(?:治[区县州旗]|族自治|和|与|及|人民|政府|政务|政法|办公|街道|教育|财政|水务|水利|水产|住房|住建|城乡|城市|城管|市场|市政|市容|区域|乡村|乡镇|自然|规划|国土|公安|公共|公路|公开|民政|民族|民宗|宗教|司法|法制|人力|人社|人防|交通|铁路|港口|港航|农业|农村|农机|农林|林业|林草|商务|商业|文化|文物|文旅|文广|旅游|卫生|卫健|疾病|医疗|医保|退役|应急|审计|审批|行政|统计|信访|信息|发展|发改|工业|工信|生态|环境|环保|国防|国资|国有|外事|侨务|台湾|港澳|体育|气象|税务|档案|史志|党史|党校|地方|地震|消防|金融|粮食|园林|绿化|综合|执法|建设|残疾|残联|妇女|妇联|共青|工会|总工会|供销|科技|科学|科协|经济|经信|监督|监察|管理|服务|保障|机关|大数据|数据|渔业|海洋|海事|能源|邮政|烟草|电力|口岸|知识|新闻|广播|广电|老龄|扶贫|畜牧|食品|药品|质量|安全|投资|招商|移民|库区|保密|网信|高新|高速|开发|度假|风景|委员|管委|住宅|物价|房产|房地产|劳动|社会|社保|企业|中小|接待|仲裁|殡葬|血防|救助|慈善|红十字|文学|作协|贸促)/;

/** A place word without the place. */
const PLACE_WORD_FIRST = /^[省市县区州盟旗镇乡]/;

/** Words that occur in sentences and on pages, and in no name. */
const NOT_IN_NAMES =
  /根据|按照|依据|依照|遵照|规定|要求|现将|现就|现对|现公|现发|现予|现向|特将|特此|特公|特向|特对|特制|公布|发布|公示|公告|(?<!机构)编制|如下|予以|关于|印发|情况|报告|年报|年度|条例|通知|首页|当前|位置|一图|图解|读懂|看懂|速览|机构职能|机构设置|主动公开|网站|门户|网$|栏目|专栏|导航|搜索|检索|登录|注册|无障碍|长者|浏览|阅读|打印|关闭|下载|分享|字体|字号|来源|时间|日期|索引|信息公开(?!工作)(?!办)(?!领导)(?!与)(?!和)|政务公开(?!工作)(?!办)(?!领导)(?!与)(?!和)|政府信息公开$|动态|互动|指南|目录|制度|附件|您好|欢迎|我们|其中|以及|所属|下属|各部门|各单位|各级|各乡|各县|各区|各镇|各街|全县|全市|全省|全区|全州(?!县)|乡镇街道|[县市区省]直(?!属)|镇街|向社会|编报|发文|发布机构|责任单位|主办|承办|截至|截止|统计期限|时效|有效|失效|废止|更正|勘误|修订|撤回|通报|重新/;

/** How a text refers to its own agency without naming it. */
const SELF =
  /^(?:我|本|该|贵)(?:局|县|市|区|省|州|镇|乡|街道|办|委|厅|院|站|队|部|署|会|中心|单位|机关|部门|行政机关|公司|校|府|旗|盟|所|处|社|馆)/;

/** Words that precede a name in a sentence and begin no name: 关于对某县水务局…报告的解读. */
const PREPOSITION = /^(?:对|由|就|受|被|把|给|为|向(?!阳))/;

/** Groups of agencies, and words of menus that look like names. */
const NO_NAMES =
  /^(?:各.*|全(?:县|市|区|省|镇|乡|州(?!县)|局).*|乡镇|区县|县区|市县|县市|县市区|市区|城区|镇街|街道|部门|街镇|机关|处室|社区|地区|园区|开发区|新区|政府|人民政府|县级|市级|直属|.*[网页版])$/;

/** Two names of one place in a row: 某县水务局和某县林业局. */
const TWO_NAMES = /^(.{1,8}?[省市县区州盟旗镇乡]).*(?:委|委员会|厅|局|办|办公室|院|站|中心|政府|处|会|和|与|及)\1/;

/** National departments that are named by their field alone. */
export const MINISTRIES =
  /^(?:中华人民共和国)?(?:(?:教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|外交)部|审计署|海关总署)$/;

/** Letters, marks and digits that no name has; brackets and digits are looked at before. */
const FOREIGN = /[^\u3400-\u4dbf\u4e00-\u9fff·〇]/;

/** Digits that are part of a name: 第86团, 3中学. */
const NUMBERED = /\d{1,3}(?=团|师|连|中学|小学|医院|处|厂|队)/g;

/** How much of a name a text is. `half`: a name that lacks its place or what it belongs to; `several`: the names of two agencies. */
export type NameJudgement = "whole" | "half" | "several" | "none";

/** The shortest and the longest text that is taken for a name. */
const LENGTHS = { shortest: 2, longest: 60 } as const;

/** Judges a text without spaces, in half-width characters. */
export function judgeName(text: string): NameJudgement {
  if (text.length < LENGTHS.shortest || text.length > LENGTHS.longest) return "none";
  const parts = text.split("、");
  if (parts.length > 1) return parts.every((part, i) => isOneOfSeveral(judgeName(part), i)) ? "several" : "none";
  const name = text.replace(IN_BRACKETS, "").replace(FREE_TRADE_ZONE, "中国");
  const plain = name.replace(NUMBERED, "");
  if (FOREIGN.test(plain) || SELF.test(plain) || NOT_IN_NAMES.test(plain) || NO_NAMES.test(plain)) return "none";
  if (PREPOSITION.test(plain) || PLACES_LISTED.test(plain) || !NAME_ENDING.test(name)) return "none";
  if (TWO_NAMES.test(plain)) return "several";
  if (PLACES_LIKE_WORDS.test(plain) || MINISTRIES.test(plain)) return "whole";
  return PLACE_WORD_FIRST.test(plain) || FUNCTIONS.test(plain) ? "half" : "whole";
}

/** Places of one rank in a row, as a menu lists them: 甲县乙县教育局. */
const PLACES_LISTED = /县[^县委]{1,4}县|市.{1,3}市.{1,3}市/;

/** Free trade zones have their province in brackets. */
const FREE_TRADE_ZONE = /^中国\([\u4e00-\u9fff]{2,8}\)(?=自由贸易)/;

/** Whether a name may be one of several: the first has to be whole. */
function isOneOfSeveral(judgement: NameJudgement, at: number): boolean {
  return judgement === "whole" || (at > 0 && judgement === "half");
}

/** Words of menus and of what pages print above a report. */
const MENU =
  /公开|政务|资讯|要闻|新闻|专题|服务|互动|交流|数据|机构|走进|概况|概览|简介|解读|正文|返回|收藏|邮箱|信箱|咨询|办事|政民|热点|公众|微信|微博|客户端|繁体|简体|模式|智能|问答|帮助|关怀|适老|设为|加入|留言|投诉|登陆|标题|文件|全文|名称|分类|主题|政策/;

/**
 * Whether a line may be the first part of a name that goes on in the next line. `likely`: it holds a place or begins like a name
 * of the nation's (某市住房和城乡 over 建设局); `possible`: nothing in it contradicts that (科尔 over 沁区教育局).
 */
export function beginsName(text: string): "likely" | "possible" | "no" {
  if (text === "" || text.length > LENGTHS.longest) return "no";
  if (FOREIGN.test(text) || SELF.test(text) || NOT_IN_NAMES.test(text) || NO_NAMES.test(text)) return "no";
  if (PLACES_LIKE_WORDS.test(text)) return "likely";
  const inside = PLACE_INSIDE.test(text) || NATIONAL.test(text);
  if (inside && !PLACE_WORD_FIRST.test(text) && !FUNCTIONS.test(text)) return "likely";
  return MENU.test(text) && !NAME_ENDING.test(text) ? "no" : "possible";
}

/** A place, and a name of the nation's. */
const PLACE_INSIDE = /^.{1,12}?(?:省|市|县|区|州|盟|旗|镇|乡|街道|兵团|师)/;
const NATIONAL = /^(?:国家|国务院|中国|中华|中央|最高|全国)/;
