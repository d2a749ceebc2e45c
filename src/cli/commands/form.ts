import { cellLabel, currentEdition, describeForm, type EditionId, editionIds } from "../../form/form.js";
import { EXIT } from "../io.js";
import { languageOption, textOption } from "../usage.js";
import { type Command, listed, shared } from "./command.js";

/** The edition asked for; the one in force unless told otherwise. */
export function editionOption(text: string | undefined): EditionId {
  return editionIds.find((id) => id === text) ?? currentEdition;
}

/** `form`: every figure of an edition. */
export const form: Command = {
  spec: {
    name: "form",
    operands: "[--edition 2021|2019]",
    summary: "Prints every figure of the form: coordinate, address, unit, label.",
    count: [0, 0],
    options: {
      edition: shared.edition,
      lang: shared.lang,
      format: shared.lines,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    for (const cell of describeForm(editionOption(textOption(given, "edition"))).cells) {
      const { table, row, column } = cell.coordinate;
      const label = cellLabel(cell, language);
      const columns = [table, row, column, cell.address, cell.unit, label];
      io.out(listed({ object: { table, row, column, address: cell.address, unit: cell.unit, label }, columns }, given));
    }
    return EXIT.ok;
  },
};
