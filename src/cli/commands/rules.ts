import { rulesOf } from "../../check/rulesOf.js";
import { formatCitation } from "../../form/sources.js";

import { EXIT } from "../io.js";
import { languageOption } from "../usage.js";
import { type Command, editionAsked, listed, shared } from "./command.js";

/** `rules`: every rule of an edition. */
export const rules: Command = {
  spec: {
    name: "rules",
    operands: "--edition EDITION",
    summary: "Prints the rules that a report must obey: identifier, severity, basis, statement, source.",
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
    for (const rule of rulesOf(editionAsked(given))) {
      const citation = rule.citation.map(formatCitation).join("、");
      const statement = rule.statement[language];
      const columns = [rule.id, rule.severity, rule.basis, statement, citation];
      io.out(listed({ object: { ...rule, statement, citation }, columns }, given));
    }
    return EXIT.ok;
  },
};
