import type { Sentence } from "../findings/finding.js";
import { agencyLevels, headItems } from "../form/headTerms.js";
import type { Term } from "../form/types.js";

/** A column of the tidy table: one figure of one report a line. */
export interface TidyColumn {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly title: Sentence;
  readonly description: Sentence;
  readonly required: boolean;
  readonly values?: readonly string[];
}

const titleOf = ({ label, english }: Term): readonly [string, string] => [label, english];

const column = (
  name: string,
  type: TidyColumn["type"],
  title: readonly [zh: string, en: string],
  description: readonly [zh: string, en: string],
  more: { readonly required?: boolean; readonly values?: readonly string[] } = {},
): TidyColumn => ({
  name,
  type,
  title: { zh: title[0], en: title[1] },
  description: { zh: description[0], en: description[1] },
  required: more.required ?? false,
  ...(more.values === undefined ? {} : { values: more.values }),
});

/**
 * The columns of the tidy table, on the command line, in the table schema and in SQL alike. None is a reserved word in PostgreSQL,
 * DuckDB, Spark SQL, Trino or Flink.
 */
export const tidyColumns: readonly TidyColumn[] = [
  column("file", "string", ["文件", "file"], ["报告所在的文件", "the file that the report was read from"]),
  column("agency", "string", titleOf(headItems.agency), titleOf(headItems.name)),
  column("agency_code", "string", ["机关代码", "agency code"], titleOf(headItems.unifiedSocialCreditCode)),
  column("agency_level", "string", ["机关层级", "agency level"], ["机关的行政层级", "administrative level of the agency"], {
    values: Object.keys(agencyLevels),
  }),
  column("report_year", "integer", titleOf(headItems.year), ["报告的年度", "the calendar year reported on"]),
  column("edition", "string", titleOf(headItems.edition), ["所用格式的版本", "edition of the form"], { required: true }),
  column("table_no", "string", ["表号", "table"], ["表的中文序号", "number of the table on the form"], { required: true }),
  column("row_no", "integer", ["行号", "row"], ["数据行，从1起", "row among the figures of the table, from 1"], {
    required: true,
  }),
  column("column_no", "integer", ["列号", "column"], ["数据列，从1起", "column among the figures of the table, from 1"], {
    required: true,
  }),
  column("address", "string", ["地址", "address"], ["指标的固定地址", "stable address of the figure"], { required: true }),
  column("row_label", "string", ["行标题", "row label"], ["表上所印的行标题", "headings of the row as printed"]),
  column("column_label", "string", ["列标题", "column label"], ["表上所印的列标题", "headings of the column as printed"]),
  column("unit", "string", ["单位", "unit"], ["计量方式", "what the figure measures"], {
    required: true,
    values: ["count", "change", "amount"],
  }),
  column(
    "figure_text",
    "string",
    ["数字文本", "figure as text"],
    ["规范写法的数字；空白为空", "the figure in canonical form, exact; empty for a blank"],
  ),
  column(
    "figure",
    "number",
    ["数字", "figure"],
    ["由文本得出的数值；不合规定的为空", "the number that the text stands for; empty where it is none of its domain"],
  ),
  column("raw_text", "string", ["原文", "raw text"], ["文件中的原文", "what the document says"]),
  column("cell_status", "string", ["状态", "status"], ["该格读到了什么", "what was found there"], {
    values: ["figure", "blank", "absent", "unreadable"],
  }),
  column("place", "string", ["位置", "place"], ["在文件中的位置", "where it stands in the document"]),
];

/** The Frictionless Table Schema of the tidy table. */
export function tableSchema(): Readonly<Record<string, unknown>> {
  return {
    name: "disclosure-report",
    missingValues: [""],
    primaryKey: ["file", "report_year", "edition", "address"],
    fields: tidyColumns.map(({ name, type, title, description, required, values }) => ({
      name,
      type,
      title: `${title.zh} ${title.en}`,
      description: `${description.zh}；${description.en}`,
      constraints: { required, ...(values === undefined ? {} : { enum: values }) },
    })),
  };
}
