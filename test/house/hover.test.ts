/** What an editor shows of the public face: a word on everything, and on a figure its coordinate, its labels and its law. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { compilerOptions } from "../../docs/generate/publicFace.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FILE = `${ROOT}test/house/hovered.ts`;

/** Code of a user; what stands behind a `^` is hovered over. */
const CODE = `
import { figureAt, reportBuilder, validate, type Draft, type Report, type RequestRow, type RequestRowInput } from "../../src/index.js";
declare const report: Report<"2021">;
declare const any: Report;
declare const draft: Draft<"2021">;
report.^requests.^granted.^naturalPerson;
report.^disclosure.^administrativeFees.^feesCollected;
report.^remedies.^reconsideration.^total;
report.^agency.^name;
report.^narrative;
any.requests.granted.^total;
draft.requests?.received?.^total;
^validate(report, { ^language: "en", ^rules: [] }).^findings;
^figureAt(report, "requests.granted.total");
const builder = ^reportBuilder("2021", { ^agency: { name: "某县" }, ^year: 2023 });
builder.^requests({ ^received: { ^naturalPerson: 4 } }, { ^omitted: 0 });
declare const row: ^RequestRow<"2021">;
declare const input: ^RequestRowInput<"2021">;
row.^total;
`;

const marks = [...CODE.matchAll(/\^(\w+)/g)].map(({ 1: name = "", index }, i) => ({ name, at: index - i }));
const code = CODE.replaceAll("^", "");

const service = ts.createLanguageService({
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === FILE ? code : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => ROOT,
  getCompilationSettings: compilerOptions,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === FILE || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

const hovers = marks.map(({ name, at }) => {
  const info = service.getQuickInfoAtPosition(FILE, at);
  const text = (parts: readonly ts.SymbolDisplayPart[] | undefined): string => (parts ?? []).map((part) => part.text).join("");
  return { name, signature: text(info?.displayParts), documentation: text(info?.documentation) };
});

/** Characters of a signature that a person still reads. */
const LONGEST = 700;

describe("hovering", () => {
  it("finds code that compiles", () => {
    expect(service.getSemanticDiagnostics(FILE).map(({ messageText }) => messageText)).toEqual([]);
  });

  it.each(hovers.map((hover, i) => [`${i + 1}. ${hover.name}`, hover] as const))("over %s shows what it is", (_, hover) => {
    expect(hover.documentation).not.toBe("");
    expect(hover.signature.length).toBeLessThan(LONGEST);
    expect(hover.signature).not.toMatch(/\b(?:Extract|Exclude|Omit|infer)\b/);
  });

  it.each([
    ["naturalPerson", "表三第3行第1列：三、本年度办理结果 / （一）予以公开，申请人情况 / 自然人（件）。"],
    ["granted", "表三第3行："],
    ["feesCollected", "表二第6行第1列："],
  ])("over %s shows its place on the form", (name, words) => {
    const hover = hovers.find((one) => one.name === name);
    expect(hover?.documentation).toContain(words);
  });
});
