import { type Language, type Place, sentence } from "../findings/finding.js";
import { reference } from "../formats/xlsx/sheet.js";
import { placeWords } from "./messages.js";

/** Spreadsheet formats, whose columns have letters. */
const SHEETS: ReadonlySet<Place["format"]> = new Set(["xlsx", "xls", "ods", "csv"]);

/** A place in a file, in the terms of the program that shows it. */
export function placeText({ format, sheet, page, table, row, column, line }: Place, language: Language): string {
  const part = (key: keyof typeof placeWords, n: string | number | null): string =>
    n === null ? "" : sentence(placeWords, key, { n }, language);
  const at =
    SHEETS.has(format) && row !== null && column !== null
      ? [part("place.sheet", sheet), part("place.address", reference(row - 1, column - 1))]
      : [
          part("place.page", page),
          part("place.table", table),
          part("place.row", row),
          part("place.cell", column),
          page === null ? part("place.line", line) : "",
        ];
  return at.filter((text) => text !== "").join(language === "zh" ? "，" : ", ");
}
