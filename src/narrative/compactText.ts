import { FULL_WIDTH_FORMS, halfWidth } from "../_internal/text.js";

/** A text without spaces, quotation marks and the line breaks of a page, with the original offset of each character. */
export interface CompactText {
  readonly text: string;
  /** Position in the original of each character. */
  readonly at: Int32Array;
}

/** A line of this length that ends without a mark was broken by the page; a shorter one is a title or an item of a list. */
const SHORTEST_BROKEN_LINE = 20;

const codesOf = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));

const LEFT_OUT = /* @__PURE__ */ codesOf(" \"'“”‘’*`");
const MARKS = /* @__PURE__ */ codesOf("。；;：:，,！!？?、)");
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Chinese characters and marks: neither spaces nor quotation marks nor forms of another width. Most of a text is that. */
const CHINESE = { from: 0x3001, to: 0xfdff } as const;
/** Digits; most of what is not Chinese. */
const DIGITS = { from: 0x30, to: 0x39 } as const;
/** ASCII characters that are not spaces. */
const ASCII = { from: 0x20, to: 0x7e } as const;

/** Full-width forms become half-width ones; one line break stays where a line ends and not only the page. */
export function compactText(original: string): CompactText {
  const at = new Int32Array(original.length);
  let text = "";
  let length = 0;
  let lineStart = 0;
  let last = LINE_FEED;
  // What is kept as it is, is copied by the stretch.
  let copiedTo = 0;
  for (let i = 0; i < original.length; i += 1) {
    const code = original.charCodeAt(i);
    let kept = code;
    if ((code < CHINESE.from || code > CHINESE.to) && (code < DIGITS.from || code > DIGITS.to)) {
      kept = isLineBreak(code) ? LINE_FEED : foldedCode(code);
      if (kept === LINE_FEED) {
        const broken = length - lineStart >= SHORTEST_BROKEN_LINE && !MARKS.has(last);
        lineStart = broken || last === LINE_FEED ? length : length + 1;
        if (lineStart === length) kept = NOTHING;
      } else if (LEFT_OUT.has(kept)) kept = NOTHING;
      if (kept !== code) {
        text += original.slice(copiedTo, i);
        if (kept !== NOTHING) text += String.fromCharCode(kept);
        copiedTo = i + 1;
        if (kept === NOTHING) continue;
      }
    }
    last = kept;
    at[length] = i;
    length += 1;
  }
  return { text: text + original.slice(copiedTo), at: at.subarray(0, length) };
}

/** No character at all. */
const NOTHING = -1;

const isLineBreak = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

function foldedCode(code: number): number {
  if (code >= ASCII.from && code <= ASCII.to) return code;
  if (code >= FULL_WIDTH_FORMS.from && code <= FULL_WIDTH_FORMS.to) return code - FULL_WIDTH_FORMS.shift;
  return halfWidth(String.fromCharCode(code)).charCodeAt(0);
}
