/**
 * Mirrors of pages and programs that convert them print reports in traditional characters. What labels and titles are made of is
 * compared in simplified ones; names of agencies are not converted, because several characters may correspond to one.
 */
const PAIRS =
  "內内規规範范數数廢废現现歷历計计許许處处決决罰罚強强業业費费額额單单萬万據据關关係系繫系為为爲为於于請请況况個个組组織织總总構构會会務务開开結结轉转辦办區区這这屬属國国祕秘穩稳護护權权類类過过執执詢询無无沒没後后確确訪访舉举報报訴诉復复複复覆复當当認认獲获繳缴納纳續续訟讼經经維维糾纠審审體体動动資资臺台設设監监與与題题進进問问對对減减購购採采項项條条製制發发機机繼继補补開开門门標标準准層层級级證证應应據据";

const SIMPLIFIED: ReadonlyMap<string, string> = /* @__PURE__ */ (() => {
  const pairs = [...PAIRS];
  return new Map(pairs.flatMap((char, i) => (i % 2 === 0 ? [[char, pairs[i + 1] ?? char] as const] : [])));
})();

/** Words that programs put in place of others when they convert a page. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/檔案/g, "文件"],
  [/資訊|訊息/g, "信息"],
];

const TRADITIONAL = /* @__PURE__ */ new RegExp(`[${[...SIMPLIFIED.keys()].join("")}檔訊]`, "u");

/** A text in simplified characters, as far as labels of the form are made of them. */
export function inSimplified(text: string): string {
  if (!TRADITIONAL.test(text)) return text;
  let words = text;
  for (const [word, simplified] of WORDS) words = words.replace(word, simplified);
  return [...words].map((char) => SIMPLIFIED.get(char) ?? char).join("");
}
