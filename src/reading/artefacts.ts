const BOOKMARK = /\[bookmark:[^\]]{0,80}\]/g;

/** Word's bookmarks, as converters to plain text leave them (`[bookmark: _GoBack]`), are not text. */
export function withoutArtefacts(text: string): string {
  return text.includes("[bookmark:") ? text.replace(BOOKMARK, "") : text;
}

const PAGE_NUMBER = /^(?:[-—–·]{1,2}\s{0,2}\d{1,4}\s{0,2}[-—–·]{1,2}|第\s{0,2}\d{1,4}\s{0,2}页.{0,12})$/;

/** Whether a line is the number of a page: `— 7 —`, `第7页 共9页`. */
export function isPageNumber(line: string): boolean {
  return PAGE_NUMBER.test(line);
}
