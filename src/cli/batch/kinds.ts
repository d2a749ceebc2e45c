/** The kind under which a report is counted, whatever else it is. */
export const REPORT = "report";

/** The kind under which what could not be read is counted. */
export const UNREADABLE = "unreadable";
