import { FULL_WIDTH_FORMS, halfWidth } from "../_internal/text.js";

/** A text without spaces, quotation marks and the line breaks of a page, and where each of its characters stood. */
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
/** ASCII signs that are no spaces. */
const ASCII = { from: 0x20, to: 0x7e } as const;

/** Full-width forms become half-width ones; one line break stays where a line ends and not only the page. */
export function compactText(original: string): CompactText {
  const kept = new Uint16Array(original.length);
  const at = new Int32Array(original.length);
  let length = 0;
  let lineStart = 0;
  for (let i = 0; i < original.length; i += 1) {
    let code = original.charCodeAt(i);
    if (code < CHINESE.from || code > CHINESE.to) {
      if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        const last = length === 0 ? LINE_FEED : (kept[length - 1] ?? LINE_FEED);
        const broken = length - lineStart >= SHORTEST_BROKEN_LINE && !MARKS.has(last);
        lineStart = length;
        if (broken || last === LINE_FEED) continue;
        code = LINE_FEED;
        lineStart += 1;
      } else {
        code = foldedCode(code);
        if (LEFT_OUT.has(code)) continue;
      }
    }
    kept[length] = code;
    at[length] = i;
    length += 1;
  }
  return { text: textOf(kept.subarray(0, length)), at: at.subarray(0, length) };
}

function foldedCode(code: number): number {
  if (code >= ASCII.from && code <= ASCII.to) return code;
  if (code >= FULL_WIDTH_FORMS.from && code <= FULL_WIDTH_FORMS.to) return code - FULL_WIDTH_FORMS.shift;
  return halfWidth(String.fromCharCode(code)).charCodeAt(0);
}

/** As many characters are made in one call as every engine takes. */
const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  let text = "";
  for (let from = 0; from < codes.length; from += CHUNK) {
    text += Reflect.apply(String.fromCharCode, undefined, codes.subarray(from, from + CHUNK));
  }
  return text;
}
