/** The kind under which every report is counted. */
export const REPORT = "report";

/** The kind under which unreadable files are counted. */
export const UNREADABLE = "unreadable";
