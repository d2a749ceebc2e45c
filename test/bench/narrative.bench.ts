import { checkNarrative, findClaims } from "../../src/narrative.js";
import { sentences } from "../narrative/sentences.js";
import { saying } from "../narrative/subject.js";
import { measure, printMeasurements } from "./measure.js";

/** A section 一 of a few thousand characters, as long ones are. */
const overview = sentences.map(({ text }) => text).join("\n");
const draft = saying(overview);
const json = JSON.stringify(draft);

printMeasurements(
  `Claims in a text of ${overview.length} characters`,
  measure(
    [
      { name: "JSON.parse of the draft", run: () => JSON.parse(json) },
      { name: "findClaims", run: () => findClaims(overview, { edition: "2021" }) },
      { name: "checkNarrative", run: () => checkNarrative(draft) },
    ],
    { rounds: 11, calls: 5, warmUp: 20 },
  ),
);
