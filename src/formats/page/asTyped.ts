import { UNSAID } from "./page.js";

/**
 * Fonts draw a character and its radical with one glyph, and files may state either code point: ⼈ (U+2F08) for 人, ⻓ (U+2ED3)
 * for 长. Unicode states the character for each of the older radicals, and for few of these, which are characters by themselves.
 */
const SUPPLEMENT = new Map(
  [
    ..."⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺠民⺧牛⺩王⺪疋⺬示⺮竹⺶羊⺷羊⺻聿⺼肉⺽臼⻁虎⻃西⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙".matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = "", character = ""]): [string, string] => [radical, character]),
);

/** Radicals, and presentation forms for vertical text: ︑ (U+FE11) for 、. */
const DRAWN = /[\u2e80-\u2fd5\ufe10-\ufe18\ufe31-\ufe44\ufe47\ufe48]/;

/** Orders to a program that arranges text: on a page it is arranged already. */
const ARRANGING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text with compatibility characters replaced by the characters that were typed, one for one. */
export function asTyped(text: string): string {
  const arranged = text.replace(ARRANGING, UNSAID);
  if (!DRAWN.test(arranged)) return arranged;
  return [...arranged].map((char) => SUPPLEMENT.get(char) ?? (DRAWN.test(char) ? char.normalize("NFKC") : char)).join("");
}
