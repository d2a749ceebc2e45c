import { halfWidth } from "../_internal/text.js";
import { withoutArtefacts } from "./artefacts.js";
import { MAX_LABEL_LENGTH } from "./limits.js";
import { inSimplified } from "./traditional.js";

/** A text as a label is looked up: without numbering, and without the remarks behind it. */
export interface LabelText {
  /** All of it, normalized. */
  readonly whole: string;
  /** Without its numbering, normalized; then without its last remark, its last two … */
  readonly bares: readonly string[];
  /** The numbering, normalized; "" if there is none. */
  readonly marker: string;
  /** The remarks in brackets at its end, normalized, the last one first. */
  readonly remarks: readonly string[];
}

/** Most remarks behind a label that are looked at. */
const MAX_REMARKS = 4;

const NOISE =
  /[\s\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff、。，．；：·.,;:()（）[\]【】〔〕{}“”"‘’'「」《》<>*＊/／\\|｜—–―_-]+/g;
/** What needs nothing done to it, as most labels and figures. */
const IS_NORMAL = /^[\u4e00-\u9fff\d]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/;
const NUMERAL = "[一二三四五六七八九十\\d０-９]{1,3}";
const MARKER = new RegExp(
  `^\\s{0,40}(?:[(（]\\s{0,4}${NUMERAL}\\s{0,4}[)）]|[一二三四五六七八九十]{1,3}\\s{0,4}[、．.，,:：)）]|[\\d０-９]{1,2}\\s{0,4}[、．.，,:：)）]?|[①-⑳⑴-⒇⒈-⒛㈠-㈩])[、．.\\s]{0,6}`,
);
const REMARK = /[(（[【〔]([^()（）[\]【】〔〕]{0,120})[)）\]】〕][\s*＊]{0,4}$/;

/** A text without a letter is a figure or a sign, and never a label. */
const NO_LETTER = /^[\s\d.,，．０-９/\-—–+%]*$/;

/** A text without spaces, line breaks and punctuation, in half-width characters: what labels are compared by. */
export function normalizeLabel(text: string): string {
  if (IS_NORMAL.test(text)) return inSimplified(text);
  const plain = withoutArtefacts(text).replace(NOISE, "");
  return inSimplified(FULL_WIDTH.test(plain) ? halfWidth(plain) : plain);
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
  let bare = whole.slice(marker.length);
  const bares = [bare];
  const remarks: string[] = [];
  let left = rest;
  while (remarks.length < MAX_REMARKS) {
    const remark = REMARK.exec(left);
    if (remark === null) break;
    const says = normalizeLabel(remark[1] ?? "");
    left = left.slice(0, remark.index);
    bare = bare.slice(0, bare.length - says.length);
    bares.push(bare);
    remarks.push(says);
  }
  return { whole, bares, marker, remarks };
}
