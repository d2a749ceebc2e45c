import { childrenOf } from "../../form/cells.js";
import { allVocabularies, type LabelMatch, matchLabel } from "../../reading/labels.js";
import { labelText, normalizeLabel } from "../../reading/labelText.js";

/** What a text is on the form, of any edition. */
interface Known {
  /** The heading of a row of figures. */
  readonly row: boolean;
  /** The heading of a column of figures. */
  readonly column: boolean;
  /** A heading above several columns, or a line across the table. */
  readonly group: boolean;
}

const UNKNOWN: Known = { row: false, column: false, group: false };

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
  const has = (leaf: boolean) =>
    matches.some(({ columns }: LabelMatch) =>
      columns.some(({ headings }) => headings.some((heading) => (childrenOf(heading).length === 0) === leaf)),
    );
  return {
    row: matches.some(({ row }) => row !== null && row.rows.length > 0),
    column: has(true),
    group: has(false) || banners.has(label.whole),
  };
}
