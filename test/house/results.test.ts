/**
 * Results are plain data: whatever a public function answers survives `JSON.stringify`. The compiler is asked what every one of them
 * answers, down to the last property; some are then called.
 */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { publicFace } from "../../docs/generate/publicFace.js";
import { checkReport, rulesOf } from "../../src/check.js";
import { consolidate, validateConsolidation } from "../../src/consolidation.js";
import { crosswalkOf, migrate } from "../../src/crosswalk.js";
import { readCsv, renderCsv } from "../../src/csv.js";
import { checkFiling, informationProcessingFee } from "../../src/filing.js";
import { readHtml, renderHtml } from "../../src/html.js";
import { describeForm, inputFieldsOf, layoutOf, parseDraft, printDocument, safeParseReport, validate } from "../../src/index.js";
import { indicatorsOf } from "../../src/indicators.js";
import { checkNarrative, statedFigures } from "../../src/narrative.js";
import { readRegisterCsv, tallyRegister } from "../../src/register.js";
import { analyseRules, completeDraft, locateErrors, validateAndExplain } from "../../src/repair.js";
import { compareReports, validateSeries } from "../../src/series.js";
import { catalogueOf } from "../../src/standard.js";
import { seda2023 } from "../support/seda.js";

/** What is no plain data, and why it need not be. */
const NO_DATA: Readonly<Record<string, string>> = {
  reportBuilder: "a builder: what it builds is data",
  consolidator: "adds up as it goes: its sums are data",
  pdfium: "an engine, which holds a program",
  fileReader: "reads when it is called",
  splitLines: "lines are bytes until they are read",
  linesOfRange: "lines are bytes until they are read",
  linesOfFile: "lines are bytes until they are read",
  figuresOf: "a vector for quick arithmetic",
  filingRules: "rules that are functions",
  plausibilityRulesOf: "rules that are functions",
  rulesOf: "rules that are functions",
};

/** Bytes are what a file is made of: they are written, not kept as JSON. */
const isBytes = (name: string): boolean => /^(?:write|readFileWithin)/.test(name);

const { checker, entries } = publicFace();

/** What a call gives: what is promised, or yielded one after the other. */
function given(type: ts.Type): ts.Type {
  const name = type.symbol?.name ?? "";
  const [first] = checker.getTypeArguments(type as ts.TypeReference);
  return first !== undefined && /^(?:Promise|(?:Async)?Generator|(?:Async)?Iterable)$/.test(name) ? given(first) : type;
}

const PLAIN = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null;
const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never | ts.TypeFlags.Unknown;

/** Where the compiler declares what belongs to the language: maps, dates, bytes and vectors are not kept by JSON. */
const LANGUAGE = /[\\/]lib\.[\w.]+\.d\.ts$/;

/** Paths below a type to what JSON does not keep. */
function lost(type: ts.Type, path: string, seen: Set<ts.Type>): readonly string[] {
  if (type.flags & (PLAIN | NOTHING) || seen.has(type)) return [];
  seen.add(type);
  // A text of a kind, such as a branded one, is a text.
  if (type.isIntersection() && type.types.some(({ flags }) => flags & PLAIN)) return [];
  if (type.isUnion()) return type.types.flatMap((one) => lost(one, path, seen));
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type
      ? [`${path}: ${checker.typeToString(type)}`]
      : lost(constraint, path, seen);
  }
  if (type.getCallSignatures().length + type.getConstructSignatures().length > 0) return [`${path}: a function`];
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return checker.getTypeArguments(type as ts.TypeReference).flatMap((one) => lost(one, `${path}[]`, seen));
  const declared = type.symbol?.declarations?.[0];
  const isOfLanguage =
    declared !== undefined && LANGUAGE.test(declared.getSourceFile().fileName) && !ts.isTypeLiteralNode(declared);
  if (type.isClass() || (isOfLanguage && !ts.isMappedTypeNode(declared))) return [`${path}: ${checker.typeToString(type)}`];
  const indexed = checker.getIndexInfosOfType(type).flatMap((info) => lost(info.type, `${path}[…]`, seen));
  const properties = type
    .getProperties()
    .flatMap((property) => lost(checker.getTypeOfSymbol(property), `${path}.${property.name}`, seen));
  return [...indexed, ...properties];
}

describe("what the public functions answer", () => {
  const functions = entries.flatMap(({ exported }) =>
    exported.flatMap((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const calls = target.flags & ts.SymbolFlags.Value ? checker.getTypeOfSymbol(target).getCallSignatures() : [];
      return calls.length === 0 ? [] : [[symbol.name, calls] as const];
    }),
  );

  it.each([...new Map(functions)])("%s is plain data", (name, calls) => {
    const found = calls.flatMap((call) => lost(given(call.getReturnType()), name, new Set()));
    if (isBytes(name)) expect(found).toEqual([expect.stringContaining("Uint8Array")]);
    else if (NO_DATA[name] === undefined) expect(found).toEqual([]);
    else expect(found).not.toEqual([]);
  });

  it("are many", () => {
    expect(new Map(functions).size).toBeGreaterThan(100);
    expect(Object.keys(NO_DATA).filter((name) => !new Map(functions).has(name))).toEqual([]);
  });
});

describe("what JSON makes of results", () => {
  const wrong = {
    ...seda2023,
    requests: { ...seda2023.requests, received: { ...seda2023.requests.received, naturalPerson: 40 } },
  };
  const last = { ...seda2023, year: seda2023.year - 1 };
  const register = "登记号,申请人,收到日期,答复日期,办理结果\n1,自然人,2023-02-01,2023-02-10,予以公开\n2,自然人,2023-13-01,,\n";
  const results: Readonly<Record<string, () => unknown>> = {
    describeForm: () => describeForm("2021"),
    inputFieldsOf: () => inputFieldsOf("2021"),
    layoutOf: () => describeForm("2021").tables.map(layoutOf),
    printDocument: () => printDocument(wrong),
    parseDraft: () => parseDraft(wrong),
    safeParseReport: () => safeParseReport({}),
    validate: () => validate(wrong),
    validateAndExplain: () => validateAndExplain(wrong),
    locateErrors: () => locateErrors(wrong),
    completeDraft: () => completeDraft({ ...wrong, remedies: {} }),
    analyseRules: () => analyseRules("2021"),
    checkReport: () => checkReport(wrong, { previous: last, children: [last], advice: true, explain: true }),
    rulesOf: () => rulesOf("2021", { scope: "years" }),
    validateSeries: () => validateSeries([last, wrong]),
    compareReports: () => compareReports(last, wrong),
    consolidate: () => consolidate([wrong]),
    validateConsolidation: () => validateConsolidation(wrong, [last], { complete: true }),
    crosswalkOf: () => crosswalkOf("2019", "2021"),
    migrate: () => migrate(wrong, "2019"),
    readHtml: () => readHtml(renderHtml(wrong)),
    readCsv: () => readCsv(renderCsv(wrong)),
    readRegisterCsv: () => readRegisterCsv(register),
    tallyRegister: () => tallyRegister(readRegisterCsv(register), { year: 2023 }),
    checkNarrative: () => checkNarrative({ ...wrong, narrative: { overview: "本年新收政府信息公开申请3件，予以公开15件。" } }),
    statedFigures: () => statedFigures({ ...wrong, narrative: { overview: "予以公开15件。" } }),
    checkFiling: () => checkFiling(wrong),
    informationProcessingFee: () => informationProcessingFee({ items: 40 }),
    indicatorsOf: () => indicatorsOf(wrong),
    catalogueOf: () => catalogueOf("2021"),
  };

  it.each(Object.entries(results))("%s is there again as it was", (_, make) => {
    const result = make();
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
