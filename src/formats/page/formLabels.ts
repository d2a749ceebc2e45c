import { childrenOf } from "../../form/cells.js";
import type { Heading } from "../../form/types.js";
import { allVocabularies, type LabelMatch, matchLabel } from "../../reading/labels.js";
import { labelText, normalizeLabel, splitMarker } from "../../reading/labelText.js";

/** What a text is on the form, of any edition. */
interface Known {
  /** The heading of a row of figures: which one, by the first of its figures in each edition; `null` for any other text. */
  readonly row: string | null;
  /** The heading of a column of figures. */
  readonly column: boolean;
  /** A heading above several columns, or a line across the table. */
  readonly group: boolean;
  /** Above how many columns; 0 for a line across the table. */
  readonly span: number;
}

const UNKNOWN: Known = { row: null, column: false, group: false, span: 0 };

const banners: ReadonlySet<string> = /* @__PURE__ */ (() => {
  const panels = allVocabularies.flatMap(({ families }) => families.flatMap(({ table }) => table.panels));
  return new Set(panels.flatMap(({ banner }) => banner ?? []).map(normalizeLabel));
})();

export function onForm(text: string): Known {
  const label = labelText(text);
  if (label === null) return UNKNOWN;
  const matches = allVocabularies
    .map((vocabulary) => matchLabel(vocabulary, label, null))
    .filter(({ unclear }) => unclear === null);
  const headings = matches.flatMap(({ columns }) => columns.flatMap((column) => column.headings));
  const spans = headings.map(widthOf);
  const span = spans.every((each) => each === spans[0]) ? (spans[0] ?? 0) : 0;
  const group = banners.has(label.whole) || spans.some((each) => each > 1);
  return { row: rowOf(matches), column: spans.includes(1), group, span: span > 1 ? span : 0 };
}

/** The number of columns below a heading. */
function widthOf(heading: Heading): number {
  const below = childrenOf(heading);
  return below.length === 0 ? 1 : below.reduce((sum, child) => sum + widthOf(child), 0);
}

function rowOf(matches: readonly LabelMatch[]): string | null {
  const rows = matches.flatMap(({ row }) => row?.rows ?? []);
  return rows.length === 0 ? null : rows.map(({ cells: [first] }) => first?.address ?? "").join();
}

/** Whether a text may be a line of the heading of a group of rows, as 三、本 of 三、本年度办理结果. */
export function isPartOfGroup(text: string): boolean {
  if (NUMERAL.test(text)) return true;
  const parts = [normalizeLabel(text), normalizeLabel(splitMarker(text).rest)];
  return allVocabularies.some(({ groupLabels }) => groupLabels.some(({ label }) => parts.some((part) => label.includes(part))));
}

/** The numbering of a group, where it stands alone on its line. */
const NUMERAL = /^[一二三四五六七八九十]$/;
