import { checkNarrative, findClaims } from "../../src/narrative.js";
import { overview } from "../narrative/overview.js";
import { sentences } from "../narrative/sentences.js";
import { saying } from "../narrative/subject.js";
import { measure, printMeasurements } from "./measure.js";

/** A section 一 as agencies write it, and one that holds nothing but claims. */
const texts = { "A section 一": overview, "Nothing but claims": sentences.map(({ text }) => text).join("\n") } as const;

for (const [name, text] of Object.entries(texts)) {
  const draft = saying(text);
  const json = JSON.stringify(draft);
  printMeasurements(
    `${name}: ${text.length} characters, ${findClaims(text, { edition: "2021" }).length} claims`,
    measure(
      [
        { name: "JSON.parse of the draft", run: () => JSON.parse(json) },
        { name: "findClaims", run: () => findClaims(text, { edition: "2021" }) },
        { name: "checkNarrative", run: () => checkNarrative(draft) },
      ],
      { rounds: 301, calls: 1, warmUp: 50 },
    ),
  );
}
