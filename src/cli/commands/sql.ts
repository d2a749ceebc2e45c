import { editionIds } from "../../form/form.js";
import { sqlLoadOf, sqlOf, sqlScript } from "../../sql/sqlOf.js";
import type { Dialect, Shape } from "../../sql/types.js";
import { EXIT } from "../io.js";
import { textOption, usageError } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

const DIALECTS = ["postgres", "duckdb"] as const satisfies readonly Dialect[];
const SHAPES = ["long", "wide"] as const satisfies readonly Shape[];
const PARTS = ["setup", "load"] as const;

/** `sql`: tables, rules and views for a database. */
export const sql: Command = {
  spec: {
    name: "sql",
    operands: `--dialect ${DIALECTS.join("|")}`,
    summary: "Prints the SQL that makes a database of reports: tables, rules as rows, views that judge.",
    count: [0, 0],
    options: {
      dialect: { value: "DIALECT", choices: DIALECTS, help: "the database" },
      shape: { value: "SHAPE", choices: SHAPES, help: "long: one figure a row; wide: one report a row, which is faster (long)" },
      edition: { ...shared.edition, help: "edition of the form; all unless told otherwise" },
      part: {
        value: "PART",
        choices: PARTS,
        help: "setup, or load: what takes over the lines copied into the table tidy (setup)",
      },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const dialect = DIALECTS.find((one) => one === textOption(given, "dialect"));
    if (dialect === undefined) throw usageError(`name the database: --dialect ${DIALECTS.join("|")}`);
    const shape = SHAPES.find((one) => one === textOption(given, "shape")) ?? "long";
    const edition = textOption(given, "edition");
    const editions = editionIds.filter((id) => edition === undefined || id === edition);
    const make = textOption(given, "part") === "load" ? sqlLoadOf : sqlOf;
    await deliver(sqlScript(make({ dialect, shape, editions })), given, io);
    return EXIT.ok;
  },
};
