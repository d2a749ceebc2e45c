import type { Catalogue } from "../findings/finding.js";

/** Words for places in a document. */
export const placeWords = {
  "place.sheet": { zh: "工作表“{n}”", en: "sheet “{n}”" },
  "place.page": { zh: "第{n}页", en: "page {n}" },
  "place.table": { zh: "第{n}张表", en: "table {n}" },
  "place.row": { zh: "第{n}行", en: "row {n}" },
  "place.cell": { zh: "第{n}格", en: "cell {n}" },
  "place.address": { zh: "单元格{n}", en: "cell {n}" },
  "place.line": { zh: "源文件第{n}行", en: "line {n} of the file" },
} as const satisfies Catalogue;
