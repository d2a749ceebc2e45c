import type { Catalogue } from "../findings/finding.js";

/** Messages of the check of a whole report that belong to no rule. */
export const checkMessages = {
  "check.tableBlank": {
    zh: "表{table}没有任何数字，其勾稽关系均无法核对。请补充该表，或核对文件是否完整。",
    en: "Table {table} has no figure at all, so none of its balances could be checked. Add the table, or check that the file is whole.",
  },
  "check.blanks": {
    zh: "表{table}有{count}处空白（首处为{where}，{label}），相关勾稽关系无法核对。请填写数字；没有发生的填0。",
    en: "Table {table} has {count} blank figures, the first of them {where} ({label}); balances that read them could not be checked. Fill them in; 0 where there was nothing.",
  },
} as const satisfies Catalogue;
