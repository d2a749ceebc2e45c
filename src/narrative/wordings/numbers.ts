/** Words before a number that make it approximate. */
export const approximations = {
  around: ["约", "大约", "约为", "大概", "将近", "近", "约有", "接近"],
  above: ["超过", "逾", "超", "突破", "不少于", "不低于", "至少", "达到", "多达"],
  below: ["不足", "不到", "少于", "不超过", "至多", "低于"],
} as const satisfies Record<string, readonly string[]>;

/** Words behind a number and its unit that make it approximate. */
export const approximationsBehind = {
  around: ["左右", "上下"],
  above: ["以上", "余", "多"],
  below: ["以内", "以下"],
} as const satisfies Record<keyof typeof approximations, readonly string[]>;

/** Units of requests and cases. A general unit also counts other things, so a word for a request is required next to it. */
export const countUnits = { strict: ["件", "宗", "起", "例", "案"], loose: ["份", "条", "次"] } as const;

/** Unit of money. */
export const YUAN = "元";

/** Between the name of a line and a number without a unit, they change nothing. */
export const betweenNameAndNumber: readonly string[] = ["的", "数", "数量", "件数", "总数", "为", "是", "有", "共", "共计", "计"];
