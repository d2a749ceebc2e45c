import { rulesOf } from "../../check/rulesOf.js";
import { formatCitation } from "../../form/sources.js";
import { EXIT } from "../io.js";
import { type Command, editionAsked, listed, shared } from "./command.js";

/** `rules`: every rule of an edition. */
export const rules: Command = {
  spec: {
    name: "rules",
    operands: "--edition EDITION",
    about: {
      zh: "每条规则一行：编号、级别、依据、内容、出处。",
      en: "One rule a line: identifier, severity, basis, statement, source.",
    },
    examples: [
      { call: "rules --edition 2021", says: { zh: "2021年版的全部规则", en: "every rule of the edition of 2021" } },
      {
        call: "rules --year 2023 --to json --lang en",
        says: { zh: "英文，每行一个JSON对象", en: "in English, one JSON object a line" },
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
    for (const rule of rulesOf(editionAsked(given))) {
      const citation = rule.citation.map(formatCitation).join("、");
      const statement = rule.statement[language];
      const columns = [rule.id, rule.severity, rule.basis, statement, citation];
      lines.push(listed({ object: { ...rule, statement, citation }, columns }, given));
    }
    await io.out(lines.join(""));
    return EXIT.ok;
  },
};
