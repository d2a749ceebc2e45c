import { checkBalances, figuresOf, parseReport, safeParseReport, toJson, validate } from "../../src/index.js";
import { mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { measure, printMeasurements } from "./measure.js";

const json = toJson(seda2023);
const document = parseReport(JSON.parse(json));
const figures = figuresOf(document);

printMeasurements(
  "One report in memory against JSON.parse of the same document",
  measure([
    { name: "JSON.parse", run: () => JSON.parse(json) },
    { name: "all balances with verdicts, from the vector of figures", run: () => checkBalances("2021", figures) },
    { name: "figuresOf: the vector of figures", run: () => figuresOf(document) },
    { name: "safeParseReport: the schema", run: () => safeParseReport(document) },
    { name: "validate: all rules, domains included", run: () => validate(document) },
    {
      name: "schema and rules",
      run: () => {
        const parsed = safeParseReport(document);
        return parsed.success ? validate(parsed.data) : parsed;
      },
    },
  ]),
);

const wrong = mutable(document) as unknown as { requests: { granted: { total: number } } };
wrong.requests.granted.total += 10;
const broken = wrong as unknown as typeof document;

printMeasurements(
  "validate: a report with one wrong figure against a correct one",
  measure([
    { name: "correct", run: () => validate(document) },
    { name: "one total wrong: two balances broken", run: () => validate(broken) },
  ]),
);
