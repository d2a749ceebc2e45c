/** The columns of the long form, one figure a line. */
export const CSV_COLUMNS = ["agency", "year", "edition", "table", "row", "column", "address", "label", "value"] as const;
