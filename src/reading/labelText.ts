import { halfWidth } from "../_internal/text.js";
import { withoutArtefacts } from "./artefacts.js";
import { MAX_LABEL_LENGTH } from "./limits.js";
import { moneyUnits } from "./tokens.js";

/** A text as a label is looked up: without numbering, without the remark behind it, and what that remark says. */
export interface LabelText {
  /** All of it, normalized. */
  readonly whole: string;
  /** Without its numbering, normalized. */
  readonly unnumbered: string;
  /** Without numbering and remark, normalized. */
  readonly bare: string;
  /** The numbering, normalized; "" where there is none. */
  readonly marker: string;
  /** The unit of money that the remark names, such as 元 in `收费金额（单位：元）`. */
  readonly moneyUnit: string | null;
  /** Whether the remark says nothing but in what the figures are counted. */
  readonly unitOnly: boolean;
}

const NOISE =
  /[\s\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff、。，．；：·.,;:()（）[\]【】〔〕{}“”"‘’'「」《》<>*＊/／\\|｜—–―_-]+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/;
const NUMERAL = "[一二三四五六七八九十\\d０-９]{1,3}";
const MARKER = new RegExp(
  `^\\s{0,40}(?:[(（]\\s{0,4}${NUMERAL}\\s{0,4}[)）]|[一二三四五六七八九十]{1,3}\\s{0,4}[、．.，,:：)）]|[\\d０-９]{1,2}\\s{0,4}[、．.，,:：)）]?|[①-⑳⑴-⒇⒈-⒛㈠-㈩])[、．.\\s]{0,6}`,
);
const REMARK = /[(（[【〔]([^()（）[\]【】〔〕]{0,120})[)）\]】〕][\s*＊]{0,4}$/;

/** A text without a letter is a figure or a sign, and never a label. */
const NO_LETTER = /^[\s\d.,，．０-９/\-—–+%]*$/;

/** What a remark behind a column of counts may say. */
const COUNTED = /^(?:单位)?(?:件|条|个|项|次|份|宗)$/;

/** A text without spaces, line breaks and punctuation, in half-width characters: what labels are compared by. */
export function normalizeLabel(text: string): string {
  const plain = withoutArtefacts(text).replace(NOISE, "");
  return FULL_WIDTH.test(plain) ? halfWidth(plain) : plain;
}

/** Splits a numbering of any kind from the front of a heading; the numbering normalized. */
export function splitMarker(text: string): { readonly marker: string; readonly rest: string } {
  const plain = withoutArtefacts(text);
  const marker = MARKER.exec(plain)?.[0] ?? "";
  return marker === "" ? { marker, rest: plain } : { marker: normalizeLabel(marker), rest: plain.slice(marker.length) };
}

/** Prepares a text for looking it up; `null` for what cannot be a label. */
export function labelText(text: string): LabelText | null {
  if (text.length > MAX_LABEL_LENGTH || NO_LETTER.test(text)) return null;
  const whole = normalizeLabel(text);
  if (whole === "") return null;
  const { marker, rest } = splitMarker(text);
  const unnumbered = whole.slice(marker.length);
  const remark = REMARK.exec(rest);
  if (remark === null) return { whole, unnumbered, bare: unnumbered, marker, moneyUnit: null, unitOnly: false };
  const says = normalizeLabel(remark[1] ?? "");
  const moneyUnit = moneyUnitIn(says);
  const bare = unnumbered.slice(0, unnumbered.length - says.length);
  return { whole, unnumbered, bare, marker, moneyUnit, unitOnly: moneyUnit !== null || COUNTED.test(says) };
}

/** The longest unit of money that a remark names. */
function moneyUnitIn(remark: string): string | null {
  const named = Object.keys(moneyUnits).filter((unit) => unit.endsWith("元") && remark.includes(unit));
  return named.reduce<string | null>((longest, unit) => (unit.length > (longest?.length ?? 0) ? unit : longest), null);
}
