import { cellLabel, describeForm } from "../../form/form.js";
import { EXIT } from "../io.js";
import { type Command, editionAsked, listed, shared } from "./command.js";

/** `form`: every figure of an edition. */
export const form: Command = {
  spec: {
    name: "form",
    operands: "--edition EDITION",
    about: { zh: "每个数字一行：坐标、地址、计量方式、标题。", en: "One figure a line: coordinate, address, unit, label." },
    examples: [
      { call: "form --edition 2021", says: { zh: "2021年版的全部数字", en: "every figure of the edition of 2021" } },
      {
        call: "form --year 2020 --to json",
        says: { zh: "2020年度报告所用版本，每行一个JSON对象", en: "the form of reports for 2020, as JSON" },
      },
    ],
    count: [0, 0],
    options: {
      edition: shared.edition,
      year: shared.year,
      to: shared.lines,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const lines: string[] = [];
    for (const cell of describeForm(editionAsked(given)).cells) {
      const { table, row, column } = cell.coordinate;
      const label = cellLabel(cell, language);
      const columns = [table, row, column, cell.address, cell.unit, label];
      lines.push(listed({ object: { table, row, column, address: cell.address, unit: cell.unit, label }, columns }, given));
    }
    await io.out(lines.join(""));
    return EXIT.ok;
  },
};
