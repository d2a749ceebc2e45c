const BOOKMARK = /\[bookmark:[^\]]{0,80}\]/g;

/** Word's bookmarks, as converters to plain text leave them (`[bookmark: _GoBack]`), are no text. */
export function withoutArtefacts(text: string): string {
  return text.includes("[bookmark:") ? text.replace(BOOKMARK, "") : text;
}
