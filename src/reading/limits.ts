/** Longest document that is read, in characters of its markup or text. A report is far below a million. */
export const MAX_INPUT_LENGTH = 20_000_000;

/** Longest plain text: every line of it may be part of a table, so that it costs more than markup does. */
export const MAX_PLAIN_TEXT_LENGTH = 2_000_000;

/** Deepest nesting of elements that is read. Browsers stop at 512. */
export const MAX_DEPTH = 1_000;

/** Most elements that a page may have, those included that a browser would repeat for it. */
export const MAX_ELEMENTS = 500_000;

/** Most grid columns and rows that one cell may span: what HTML allows. */
export const MAX_COLSPAN = 1_000;
export const MAX_ROWSPAN = 65_534;

/** Most places (a cell in each row that it reaches) of one table that are looked at. */
export const MAX_TABLE_PLACES = 200_000;

/** Most grid columns of a table that is looked at, spans counted. */
export const MAX_TABLE_COLUMNS = 2_000;

/** Longest text of a cell that may be a heading or a figure; anything longer is prose. */
export const MAX_LABEL_LENGTH = 300;

/** Most rules of the style sheets of a page that affect visibility. */
export const MAX_STYLE_RULES = 50_000;

/** Most steps of finding out which of these rules hold for which element. */
export const MAX_STYLE_STEPS = 5_000_000;
