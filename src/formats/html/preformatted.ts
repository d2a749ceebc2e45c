import type { SourceParagraph, SourceTable } from "../../reading/source.js";
import { linesOfRows } from "../../reading/textRows.js";
import { OBJECT, RAISED_SIGN } from "../raisedText.js";
import { textDocument } from "../text/textDocument.js";
import { placeOf } from "./place.js";
import type { Styler } from "./styler.js";
import { isDoubtful } from "./visibility.js";
import { type Position, walk } from "./walk.js";

const PREFORMATTED: ReadonlySet<string> = new Set(["pre", "listing", "xmp", "plaintext"]);

/** Whether an element shows its text line by line as it is in the source, and has no table of its own. */
export function isPreformatted({ element }: Position): boolean {
  return element !== null && PREFORMATTED.has(element.tagName) && !element.holdsTable;
}

/**
 * The paragraphs and tables of a preformatted text, found as in a plain text; `null` where it has no table. A line with
 * something that is not plainly visible text keeps a sign at that place, which no figure has.
 */
export function preformattedBlocks(
  start: Position,
  styler: Styler,
  tablesBefore: number,
): readonly (SourceParagraph | SourceTable)[] | null {
  const { blocks } = textDocument(linesOf(start, styler));
  const inRows = new Set(blocks.flatMap((block) => (block.kind === "table" ? [...linesOfRows(block)] : [])));
  let tables = tablesBefore;
  // In a text the lines of a table are paragraphs, too, which their numbers tell; places in a page do not.
  const own = blocks.filter((block) => block.kind === "table" || !inRows.has(block.place.line ?? 0));
  const placed = own.map((block): SourceParagraph | SourceTable => {
    if (block.kind === "paragraph") return { ...block, place: placeOf(start.element, null, null, null) };
    tables += 1;
    const number = tables;
    const rows = block.rows.map((row, r) =>
      row.map((cell, c) => ({ ...cell, place: placeOf(start.element, number, r + 1, c + 1) })),
    );
    return { ...block, rows };
  });
  return tables > tablesBefore ? placed : null;
}

function linesOf(start: Position, styler: Styler): string {
  let text = "";
  const isBlock = ({ role }: Position): boolean => role !== undefined && role !== "apart" && role !== "object";
  walk(start.element?.childNodes ?? [], { ...start, inTable: true, doubtful: start.doubtful || start.unclear }, styler, {
    enter(position) {
      if (position.role === "apart") text += RAISED_SIGN;
      else if (isBlock(position) && !text.endsWith("\n")) text += "\n";
      if (position.moved || position.reversed || position.covers || position.generated !== "nothing") text += OBJECT;
      return true;
    },
    leave(position) {
      if (isBlock(position) && position.role !== "break" && !text.endsWith("\n")) text += "\n";
    },
    text(value, position) {
      const { look, doubtful } = position;
      if (look.size !== start.look.size) text += RAISED_SIGN;
      text += value;
      if (doubtful || look.leftwards || isDoubtful(look, value)) text += OBJECT;
    },
    apart() {
      text += RAISED_SIGN;
    },
    object() {
      text += OBJECT;
    },
  });
  return text;
}
