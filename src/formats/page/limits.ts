/** Most pages that are read. A report has ten to thirty. */
export const MAX_PAGES = 500;

/** Most pieces of text, and most straight lines, on one page. A page full of small print has some ten thousand. */
export const MAX_PAGE_TEXTS = 100_000;
export const MAX_PAGE_LINES = 50_000;

/** Most filled areas and pictures on one page. */
export const MAX_PAGE_AREAS = 20_000;

/** Most pieces of text, and of lines, in one document. */
export const MAX_DOCUMENT_OBJECTS = 1_000_000;

/** Most places where lines of one page may cross. */
export const MAX_CROSSINGS = 200_000;

/** Most tables of one page: the largest are read. */
export const MAX_PAGE_TABLES = 200;

/** Deepest nesting of drawings within drawings. */
export const MAX_FORM_DEPTH = 12;

/** Most objects on a page, those of nested drawings counted as often as they are drawn. */
export const MAX_PAGE_OBJECTS = 200_000;
