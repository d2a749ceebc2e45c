import { bench, describe } from "vitest";
import { checkNarrative, findClaims } from "../../src/narrative.js";
import { sentences } from "../narrative/sentences.js";
import { saying } from "../narrative/subject.js";

/** A section 一 of a few thousand characters, as long ones are. */
const overview = sentences.map(({ text }) => text).join("\n");
const draft = saying(overview);
const json = JSON.stringify(draft);

describe(`a text of ${overview.length} characters`, () => {
  bench("JSON.parse of the draft, for comparison", () => {
    JSON.parse(json);
  });
  bench("findClaims", () => {
    findClaims(overview);
  });
  bench("checkNarrative", () => {
    checkNarrative(draft);
  });
});
