import { cellLabel, describeForm } from "../../form/form.js";
import { EXIT } from "../io.js";
import { languageOption } from "../usage.js";
import { type Command, editionAsked, listed, shared } from "./command.js";

/** `form`: every figure of an edition. */
export const form: Command = {
  spec: {
    name: "form",
    operands: "--edition EDITION",
    summary: "Prints every figure of the form: coordinate, address, unit, label.",
    count: [0, 0],
    options: {
      edition: shared.edition,
      year: shared.year,
      lang: shared.lang,
      format: shared.lines,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    for (const cell of describeForm(editionAsked(given)).cells) {
      const { table, row, column } = cell.coordinate;
      const label = cellLabel(cell, language);
      const columns = [table, row, column, cell.address, cell.unit, label];
      io.out(listed({ object: { table, row, column, address: cell.address, unit: cell.unit, label }, columns }, given));
    }
    return EXIT.ok;
  },
};
