import { describeForm, validate } from "../../src/index.js";
import { completeDraft, locateErrors } from "../../src/repair.js";
import { changed, city2021, shanghai2019 } from "../repair/bases.js";
import { seeded } from "../repair/mutants.js";
import { measure, printMeasurements } from "./measure.js";

const one = changed(city2021, { "requests.granted.naturalPerson": 285 });
const two = changed(one, { "requests.notHeld.commercialEnterprise": 21 });
const three = changed(two, { "requests.stateSecret.total": 41 });
const block = changed(city2021, { "remedies.reconsideration.upheld": 51 });
const moved = changed(city2021, { "requests.stateSecret.naturalPerson": 0, "requests.prohibitedByLaw.naturalPerson": 14 });

printMeasurements(
  "Explaining a broken report against checking it",
  measure(
    [
      { name: "validate, one wrong figure", run: () => validate(one) },
      { name: "validate, nothing wrong", run: () => validate(city2021) },
      { name: "locateErrors, nothing wrong", run: () => locateErrors(city2021) },
      { name: "locateErrors, one wrong figure of table 三", run: () => locateErrors(one) },
      { name: "locateErrors, one wrong figure of table 四", run: () => locateErrors(block) },
      { name: "locateErrors, two wrong figures", run: () => locateErrors(two) },
      { name: "locateErrors, a figure in the wrong row", run: () => locateErrors(moved) },
      { name: "locateErrors, three wrong figures", run: () => locateErrors(three) },
      { name: "completeDraft, a published report with 150 blanks", run: () => completeDraft(shanghai2019) },
    ],
    { rounds: 21, calls: 40, warmUp: 200 },
  ),
);

const random = seeded(1);
const anything = changed(
  city2021,
  Object.fromEntries(
    describeForm("2021")
      .cells.filter(({ table }) => table !== "disclosure")
      .map(({ address }) => [address, Math.floor(random() * 1000)]),
  ),
);
const many = changed(city2021, {
  ...Object.fromEntries(
    ["granted", "partiallyGranted", "stateSecret", "notHeld", "stillUnclear", "repeatedRequest", "received"].map((row, i) => [
      `requests.${row}.${i % 2 === 0 ? "naturalPerson" : "otherOrganization"}`,
      901 + 97 * i,
    ]),
  ),
});

printMeasurements(
  "Where the search stops at its limit, against two wrong figures",
  measure(
    [
      { name: "two wrong figures", run: () => locateErrors(two) },
      { name: "seven wrong figures", run: () => locateErrors(many) },
      { name: "every figure random", run: () => locateErrors(anything) },
    ],
    { rounds: 5, calls: 2, warmUp: 2 },
  ),
);
