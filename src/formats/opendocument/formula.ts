/** Longest formula that is looked at. */
const MAX_FORMULA = 1_000;

/**
 * A formula as spreadsheets show it: `of:=SUM([.A1:.C1];[.E1])` is `SUM(A1:C1,E1)`. References to other sheets stay in brackets, so that
 * none is taken for a cell of this one; a formula that is too long is empty.
 */
export function formulaOf(stated: string): string {
  if (stated.length > MAX_FORMULA) return "";
  return stated
    .replace(/^(?:\w+:)?=/, "")
    .replace(/\[\.([$A-Z\d]+)(?::\.([$A-Z\d]+))?\]/gi, (_, from: string, to?: string) =>
      to === undefined ? from : `${from}:${to}`,
    )
    .replaceAll(";", ",");
}
