import { editionIds } from "../../form/form.js";
import { sqlLoadOf, sqlOf, sqlScript } from "../../sql/sqlOf.js";
import type { Dialect, Shape } from "../../sql/types.js";
import { deliver } from "../deliver.js";
import { EXIT } from "../io.js";
import { textOption, usageError } from "../usage.js";
import { type Command, shared } from "./command.js";

const DIALECTS = ["postgres", "duckdb"] as const satisfies readonly Dialect[];
const SHAPES = ["long", "wide"] as const satisfies readonly Shape[];
const PARTS = ["setup", "load"] as const;

const OPERANDS = `--dialect ${DIALECTS.join("|")}`;

/** `sql`: tables, rules and views for a database. */
export const sql: Command = {
  spec: {
    name: "sql",
    operands: OPERANDS,
    about: {
      zh: "先运行setup，把整洁表复制到tidy表，再运行load；详见docs/sql.zh-CN.md。",
      en: "Run setup once, copy tidy tables into the table tidy, then run load: docs/sql.md.",
    },
    examples: [
      { call: "sql --dialect postgres -o setup.sql", says: { zh: "建表、规则、视图", en: "tables, rules, views" } },
      {
        call: "sql --dialect duckdb --shape wide --edition 2021 --part load",
        says: { zh: "装载宽表的语句", en: "what fills a table with one report a row" },
      },
    ],
    count: [0, 0],
    options: {
      dialect: { value: "DIALECT", choices: DIALECTS, help: { zh: "数据库", en: "the database" } },
      shape: {
        value: "SHAPE",
        choices: SHAPES,
        help: {
          zh: "long为一行一个数字，wide为一行一份报告，较快（long）",
          en: "long: one figure a row; wide: one report a row, which is faster (long)",
        },
      },
      edition: { ...shared.edition, help: { zh: "格式的版本；未指定时为全部", en: "edition of the form; all unless named" } },
      part: {
        value: "PART",
        choices: PARTS,
        help: {
          zh: "setup为建表、规则、视图，load为装载语句（setup）",
          en: "setup, or load: what takes over the lines copied into the table tidy (setup)",
        },
      },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const dialect = DIALECTS.find((one) => one === textOption(given, "dialect"));
    if (dialect === undefined) throw usageError("optionMissing", { option: OPERANDS }, given.language);
    const shape = SHAPES.find((one) => one === textOption(given, "shape")) ?? "long";
    const edition = textOption(given, "edition");
    const editions = editionIds.filter((id) => edition === undefined || id === edition);
    const make = textOption(given, "part") === "load" ? sqlLoadOf : sqlOf;
    await deliver(sqlScript(make({ dialect, shape, editions })), given, io);
    return EXIT.ok;
  },
};
