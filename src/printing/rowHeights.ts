/** What a place of a table needs: lines of text, in the rows from `top` to before `bottom`. */
export interface Needed {
  readonly top: number;
  readonly bottom: number;
  readonly needed: number;
}

/**
 * Lines of text in each row, so that every place has room, those over several rows included. `between` is what a place over
 * several rows gains where it crosses the line between two of them.
 */
export function rowHeights(places: readonly Needed[], rows: number, between: number): readonly number[] {
  const heights = Array.from({ length: rows }, () => 1);
  for (const { needed, top, bottom } of [...places].sort((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const room = heights.slice(top, bottom).reduce((sum, height) => sum + height + between, -between);
    if (room < needed) heights[bottom - 1] = (heights[bottom - 1] ?? 0) + needed - room;
  }
  return heights;
}
