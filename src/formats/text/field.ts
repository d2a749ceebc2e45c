/** What programs write where a cell of a table has nothing in it. */
const EMPTY = /^\s{0,8}(?:NaN|<NA>|None|null)\s{0,8}$/;

/** How programs write a figure that a spreadsheet is to take as a text: `="4"`, `'4`. */
const AS_TEXT = /^(?:="([^"]*)"|'([-+]?\d[\d.,]*))$/;

/** What a spreadsheet shows of a field of a line. */
export function shownField(field: string): string {
  if (EMPTY.test(field)) return "";
  const text = field.trim();
  const [, result, figure] = AS_TEXT.exec(text) ?? [];
  return (result ?? figure ?? text).trim();
}
