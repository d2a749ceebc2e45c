import { halfWidth } from "../_internal/text.js";

/** A text without spaces, quotation marks and the line breaks of a page, and where each of its characters stood. */
export interface CompactText {
  readonly text: string;
  /** Position in the original of each character. */
  readonly at: Int32Array;
}

/** A line of this length that ends without a mark was broken by the page; a shorter one is a title or an item of a list. */
const SHORTEST_BROKEN_LINE = 20;

const LEFT_OUT = new Set([" ", '"', "'", "“", "”", "‘", "’", "*", "`"]);
const MARKS = new Set([..."。；;：:，,！!？?、)("]);

/** Full-width forms become half-width ones; one line break stays where a line ends and not only the page. */
export function compactText(original: string): CompactText {
  const folded = halfWidth(original);
  const at = new Int32Array(original.length);
  const kept: string[] = [];
  let lineStart = 0;
  for (let i = 0; i < original.length; i += 1) {
    const char = folded.charAt(i);
    const isBreak = original.charCodeAt(i) === 0x0a || original.charCodeAt(i) === 0x0d;
    if (isBreak) {
      const last = kept[kept.length - 1];
      const broken = kept.length - lineStart >= SHORTEST_BROKEN_LINE && last !== undefined && !MARKS.has(last);
      if (!broken && last !== undefined && last !== "\n") {
        at[kept.length] = i;
        kept.push("\n");
      }
      lineStart = kept.length;
    } else if (!LEFT_OUT.has(char)) {
      at[kept.length] = i;
      kept.push(char);
    }
  }
  return { text: kept.join(""), at: at.subarray(0, kept.length) };
}
