/**
 * Register files in the shapes that spreadsheets and systems give them. All but the last ones hold the same five requests; what each
 * counts as is stated once, below.
 */
export interface Shape {
  readonly name: string;
  readonly text: string;
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Codes of the findings of reading and counting together, in order. */
  readonly codes: readonly string[];
  /** Figures of 2023 that are not those of {@link TRUTH}. */
  readonly truth?: Readonly<Record<string, readonly string[]>>;
}

/** What the five requests count as in 2023: the numbers behind each figure. */
export const TRUTH: Readonly<Record<string, readonly string[]>> = {
  "requests.broughtForward.naturalPerson": ["1"],
  "requests.granted.naturalPerson": ["1"],
  "requests.received.naturalPerson": ["2"],
  "requests.stateSecret.naturalPerson": ["2"],
  "requests.received.commercialEnterprise": ["3"],
  "requests.notHeld.commercialEnterprise": ["3"],
  "requests.received.researchInstitution": ["4"],
  "requests.carriedForward.researchInstitution": ["4"],
  "requests.received.otherOrganization": ["5"],
  "requests.otherReasons.otherOrganization": ["5"],
};

const HEADER = ["编号", "申请人类别", "收到日期", "办结日期", "办理结果"];
const ROWS = [
  ["1", "自然人", "2022-12-20", "2023-01-10", "予以公开"],
  ["2", "自然人", "2023-03-01", "2023-03-20", "属于国家秘密"],
  ["3", "商业企业", "2023-04-01", "2023-04-20", "本机关不掌握相关政府信息"],
  ["4", "科研机构", "2023-12-28", "", ""],
  ["5", "其他", "2023-05-01", "2023-05-10", "3.其他"],
];

type Line = readonly string[];

const lines = (rows: readonly Line[], delimiter = ",", end = "\n"): string =>
  rows.map((row) => row.join(delimiter) + end).join("");
const mapped = (map: (row: Line) => Line): readonly Line[] => ROWS.map(map);
/** The rows with one column written otherwise. */
const column = (at: number, write: (value: string) => string): readonly Line[] =>
  mapped((row) => row.map((value, i) => (i === at ? write(value) : value)));
/** The rows with every date written otherwise. */
const dates = (write: (year: number, month: number, day: number) => string): readonly Line[] =>
  mapped((row) =>
    row.map((value) => {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
      return year === undefined ? value : write(Number(year), Number(month), Number(day));
    }),
  );
const withHeader = (header: Line, rows: readonly Line[] = ROWS): string => lines([header, ...rows]);
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const serial = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
const numerals = (n: number): string => {
  const digits = [..."〇一二三四五六七八九"];
  const tens = Math.floor(n / 10);
  return (tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`) + (n % 10 === 0 && tens > 0 ? "" : digits[n % 10]);
};

export const SHAPES: readonly Shape[] = [
  { name: "plain", text: withHeader(HEADER), codes: [] },
  { name: "a byte order mark and \\r\\n", text: `\ufeff${lines([HEADER, ...ROWS], ",", "\r\n")}`, codes: [] },
  { name: "old line ends", text: lines([HEADER, ...ROWS], ",", "\r"), codes: [] },
  { name: "semicolons", text: lines([HEADER, ...ROWS], ";"), codes: [] },
  { name: "tabs", text: lines([HEADER, ...ROWS], "\t"), codes: [] },
  { name: "sep=", text: `sep=;\r\n${lines([HEADER, ...ROWS], ";", "\r\n")}`, codes: [] },
  { name: "everything quoted", text: lines([HEADER, ...ROWS].map((row) => row.map(quoted))), codes: [] },
  {
    name: 'numbers as ="1"',
    text: withHeader(
      HEADER,
      column(0, (value) => `="${value}"`),
    ),
    codes: [],
  },
  {
    name: "numbers with an apostrophe",
    text: withHeader(
      HEADER,
      column(0, (value) => `'${value}`),
    ),
    codes: [],
  },
  {
    name: "a title row and a unit row above the header",
    text: lines([["某县2023年政府信息公开申请台账"], ["填报单位：某县", "", "", "", "单位：件"], HEADER, ...ROWS]),
    codes: ["register.rowsAside"],
  },
  {
    name: "sums and signatures below",
    text: lines([HEADER, ...ROWS, ["合计", "5", "", "", ""], [], ["填表人：某人", "", "审核人：某人", "", "2024-01-05"]]),
    codes: ["register.rowsAside"],
  },
  {
    name: "the header again on every page",
    text: lines([HEADER, ...ROWS.slice(0, 2), HEADER, ...ROWS.slice(2)]),
    codes: ["register.rowsAside"],
  },
  {
    name: "required columns",
    text: withHeader(["*编号", "申请人类别（必填）", "收到日期\n(yyyy-mm-dd)", "办结日期*", "办理结果必填"].map(quoted)),
    codes: [],
  },
  {
    name: "other names of columns, and columns of no interest",
    text: lines([
      ["序号", "登记编号", "申请人", "申请人类型", "收到时间", "答复期限", "办结时间", "处理结果", "备注"],
      ...mapped(([number = "", who = "", opened = "", closed = "", result = ""]) => [
        "9",
        number,
        "某人",
        who,
        opened,
        "2024-01-01",
        closed,
        result,
        "",
      ]),
    ]),
    codes: [],
  },
  {
    name: "收到日期 beside 申请日期 and 登记日期",
    text: lines([["申请日期", "登记日期", ...HEADER], ...mapped((row) => ["2020-01-01", "2024-02-01", ...row])]),
    codes: [],
  },
  {
    name: "申请日期 alone",
    text: withHeader(["编号", "申请人类别", "申请日期", "办结日期", "办理结果"]),
    codes: ["register.csvDoubtfulColumn"],
  },
  {
    name: "申请日期 and 登记日期, and no other",
    text: lines([
      ["编号", "申请人类别", "申请日期", "登记日期", "办结日期", "办理结果"],
      ["1", "自然人", "2023-01-01", "2023-01-02", "", ""],
    ]),
    codes: ["register.csvDuplicateColumn"],
    truth: {},
  },
  {
    name: "申请日期 and 登记日期, and one named",
    text: lines([
      ["编号", "申请人类别", "申请日期", "登记日期", "办结日期", "办理结果"],
      ...mapped(([number = "", who = "", opened = "", ...rest]) => [number, who, "2020-01-01", opened, ...rest]),
    ]),
    columns: { received: "登记日期" },
    codes: [],
  },
  {
    name: "a header over two rows",
    text: lines([["编号", "申请人类别", "办理情况", "", ""], ["", "", "收到日期", "办结日期", "办理结果"], ...ROWS]),
    codes: ["register.rowsAside"],
  },
  {
    name: "2023/3/1",
    text: withHeader(
      HEADER,
      dates((year, month, day) => `${year}/${month}/${day}`),
    ),
    codes: [],
  },
  {
    name: "2023年03月01号",
    text: withHeader(
      HEADER,
      dates((year, month, day) => `${year}年${String(month).padStart(2, "0")}月${String(day).padStart(2, "0")}号`),
    ),
    codes: [],
  },
  {
    name: "2023.3.1 星期三 9:05",
    text: withHeader(
      HEADER,
      dates((year, month, day) => `${year}.${month}.${day} 星期三 9:05`),
    ),
    codes: [],
  },
  {
    name: "days as spreadsheets count them",
    text: withHeader(
      HEADER,
      dates((...day) => String(serial(...day))),
    ),
    codes: [],
  },
  {
    name: "days with a time as spreadsheets count them",
    text: withHeader(
      HEADER,
      dates((...day) => `${serial(...day)}.375`),
    ),
    codes: [],
  },
  {
    name: "二〇二三年三月一日",
    text: withHeader(
      HEADER,
      dates(
        (year, month, day) =>
          `${[...String(year)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("")}年${numerals(month)}月${numerals(day)}日`,
      ),
    ),
    codes: [],
  },
  {
    name: "the full path of every outcome",
    text: withHeader(
      HEADER,
      ROWS.map((row, i) => [
        ...row.slice(0, 4),
        [
          "三、本年度办理结果/（一）予以公开",
          quoted("三、本年度办理结果（三）不予公开1.属于国家秘密"),
          "（四）无法提供-1．本机关不掌握相关政府信息",
          "四、结转下年度继续办理",
          "（六）其他处理>3.其他",
        ][i] ?? "",
      ]),
    ),
    codes: [],
  },
  {
    name: "the words of answers",
    text: withHeader(
      HEADER,
      ROWS.map((row, i) => [...row.slice(0, 4), ["同意公开", "涉及国家秘密", "信息不存在", "办理中", "申请人撤回"][i] ?? ""]),
    ),
    codes: [],
  },
  {
    name: "signs and words for what is open",
    text: withHeader(
      HEADER,
      mapped((row) => row.map((value, i) => (value === "" ? (i === 3 ? "-" : "未办结") : value))),
    ),
    codes: [],
  },
  {
    name: "words of its own, which are told",
    text: withHeader(
      HEADER,
      mapped((row) => row.map((value) => ({ 自然人: "甲类", 予以公开: "A1" })[value] ?? value)),
    ),
    values: { applicant: { 甲类: "自然人" }, outcome: { A1: "granted" } },
    codes: [],
  },
  {
    name: "a quote that is never closed",
    text: withHeader(
      HEADER,
      column(1, (value) => (value === "商业企业" ? `"${value}` : value)),
    ),
    codes: ["register.csvQuote"],
  },
  {
    name: "quotes within texts",
    text: withHeader(
      [...HEADER, "内容"],
      mapped((row) => [...row, '关于3"管道和“规划”']),
    ),
    codes: [],
  },
  {
    name: "a field over several lines",
    text: withHeader(
      [...HEADER, "内容"],
      mapped((row) => [...row, quoted('第一行\n第二行，"引号"')]),
    ),
    codes: [],
  },
  {
    name: "a row that has too many fields",
    text: lines([HEADER, ...ROWS, ["6", "自然人", "2023-01-01", "", "", "多"]]),
    codes: ["register.csvRow"],
  },
  {
    name: "blank rows and trailing commas",
    text: lines([
      [],
      HEADER,
      [],
      ...ROWS.flatMap((row) => [
        [...row, "", "", ""],
        ["", "", "", "", ""],
      ]),
    ]),
    codes: [],
  },
  {
    name: "a request answered in parts",
    text: lines([
      HEADER,
      ...ROWS,
      ["6", "自然人", "2023-06-01", "2023-06-20", "予以公开"],
      ["6", "自然人", "2023-06-01", "2023-06-25", "属于国家秘密"],
    ]),
    codes: ["register.parts"],
    truth: {
      ...TRUTH,
      "requests.received.naturalPerson": ["2", "6"],
      "requests.partiallyGranted.naturalPerson": ["6"],
    },
  },
  {
    name: "a joint request",
    text: lines([
      HEADER,
      ...ROWS,
      ["6", "自然人", "2023-06-01", "2023-06-20", "予以公开"],
      ["6", "商业企业", "2023-06-01", "2023-06-20", "予以公开"],
    ]),
    codes: ["register.joint"],
    truth: {
      ...TRUTH,
      "requests.received.naturalPerson": ["2", "6"],
      "requests.granted.naturalPerson": ["1", "6"],
    },
  },
];
