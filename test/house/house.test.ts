import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { aliasesOf } from "../../src/form/aliases.js";
import * as terms from "../../src/form/terms.js";
import { describeForm, editionIds, headItems, printedHeading, type Term } from "../../src/index.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

interface SourceText {
  /** Path below src, such as `rules/validate.ts`. */
  readonly path: string;
  /** First folder of the path, or the name of a door file. */
  readonly part: string;
  readonly tree: ts.SourceFile;
}

const parse = (name: string, path: string): ts.SourceFile =>
  ts.createSourceFile(name, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);

const files: readonly SourceText[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => ({
    path,
    part: path.includes("/") ? path.slice(0, path.indexOf("/")) : "",
    tree: parse(path, join(SRC, path)),
  }));

/** All nodes of a file for which a test says yes. */
function nodes<T extends ts.Node>({ tree }: SourceText, is: (node: ts.Node) => node is T): readonly T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Every module that a file names: to import or pass on, as a type in the midst of code, or when it is needed. */
function modulesNamed(file: SourceText): readonly string[] {
  const stated = [...nodes(file, ts.isImportDeclaration), ...nodes(file, ts.isExportDeclaration)].map(
    ({ moduleSpecifier }) => moduleSpecifier,
  );
  const types = nodes(file, ts.isImportTypeNode).map(({ argument }) =>
    ts.isLiteralTypeNode(argument) ? argument.literal : argument,
  );
  const calls = nodes(file, ts.isCallExpression)
    .filter(({ expression }) => expression.kind === ts.SyntaxKind.ImportKeyword)
    .map((call) => call.arguments[0]);
  return [...stated, ...types, ...calls].flatMap((node) => (node === undefined ? [] : [node.getText(file.tree).slice(1, -1)]));
}

const BASE = ["findings", "form", "report", "_internal"];
const RULES = [...BASE, "rules"];

/** Which parts of the house a part may import, types included. The door files may import all but the command line. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  _internal: [],
  findings: ["_internal"],
  form: ["findings", "_internal"],
  report: ["findings", "form", "_internal"],
  rules: BASE,
  reading: BASE,
  printing: RULES,
  formats: [...BASE, "reading", "printing"],
  repair: RULES,
  series: RULES,
  consolidation: RULES,
  register: RULES,
  registerFiles: [...BASE, "register", "formats"],
  indicators: RULES,
  narrative: RULES,
  plausibility: RULES,
  filing: [...RULES, "plausibility"],
  check: [...RULES, "series", "consolidation", "filing", "plausibility", "narrative", "repair"],
  chinese: BASE,
  crosswalk: BASE,
  sql: [...RULES, "series", "check", "standard"],
  batch: [...RULES, "reading", "formats", "consolidation", "check", "filing"],
  batchNode: [...BASE, "formats", "batch"],
  standard: [
    ...RULES,
    "reading",
    "formats",
    "crosswalk",
    "series",
    "consolidation",
    "repair",
    "register",
    "narrative",
    "plausibility",
    "filing",
    "check",
  ],
};

describe("who may know whom", () => {
  it.each(files.filter(({ part }) => part !== "" && part !== "cli"))("$path", (file) => {
    const allowed = MAY_KNOW[file.part];
    expect(allowed, `${file.part} is a part of the house`).toBeDefined();
    for (const name of modulesNamed(file)) {
      if (!name.startsWith(".")) continue;
      const [target = ""] = posix.join(posix.dirname(file.path), name).split("/");
      if (target === file.part) continue;
      expect(allowed?.includes(target), `${file.path} imports ${name}`).toBe(true);
    }
  });
});

describe("outside the command line", () => {
  /** What opens files: the command line and the one entry that is named for Node. */
  const NODE: ReadonlySet<string> = new Set(["cli", "batchNode"]);
  const core = files.filter(({ part, path }) => !NODE.has(part) && path !== "batch-node.ts");

  it.each(core)("$path needs no Node, no clock, no chance and no locale", (file) => {
    expect(modulesNamed(file).filter((name) => name.startsWith("node:"))).toEqual([]);
    const text = nodes(file, ts.isPropertyAccessExpression).map((node) => node.getText(file.tree));
    expect(
      text.filter((name) =>
        /^(Date\.now|Math\.random|performance\.now|process\.|globalThis\.)|\.toLocale\w+$|^Intl\./.test(name),
      ),
    ).toEqual([]);
    const clock = nodes(file, ts.isNewExpression).filter(
      (node) => node.expression.getText(file.tree) === "Date" && (node.arguments ?? []).length === 0,
    );
    expect(clock).toEqual([]);
  });
});

describe("the oldest browser of the workbench", () => {
  /** Methods that Chromium 109 and Firefox 115 do not have; the page is tried without them. */
  const NEWER =
    /\.(?:toSorted|toReversed|toSpliced|with|groupBy|withResolvers|fromAsync|isWellFormed|toWellFormed|transfer|union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom)$/;

  it.each(files.filter(({ part }) => part !== "cli" && part !== "batchNode"))("$path needs nothing that it lacks", (file) => {
    const called = nodes(file, ts.isCallExpression).map(({ expression }) => expression.getText(file.tree));
    expect(called.filter((name) => NEWER.test(name) && !name.startsWith("z."))).toEqual([]);
  });
});

describe("labels of the form", () => {
  const labels = new Set(
    [
      ...Object.values(terms as unknown as Readonly<Record<string, Readonly<Record<string, Term>>>>).flatMap((list) =>
        Object.values(list).flatMap((term) => [term.label, ...aliasesOf(term)]),
      ),
      ...editionIds.flatMap((id) =>
        describeForm(id).cells.flatMap(({ recordPath, fieldPath }) => [...recordPath, ...fieldPath].map(printedHeading)),
      ),
    ].filter((label) => label.length >= 4),
  );

  /** Labels of the head are also words of everyday; these files use one as such. */
  const MAY_SAY: Readonly<Record<string, string>> = {
    "reading/head/lines.ts": headItems.publishedOn.label,
  };
  const ofHead: ReadonlySet<string> = new Set(
    Object.values(headItems)
      .map(({ label }) => label)
      .filter(({ length }) => length >= 4),
  );

  it.each(files.filter(({ part }) => part !== "form"))("$path states none a second time", (file) => {
    const literals = nodes(file, (node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral =>
      ts.isStringLiteralLike(node),
    );
    const texts = literals.map(({ text }) => text);
    expect(texts.filter((text) => labels.has(text))).toEqual([]);
    expect(texts.filter((text) => ofHead.has(text) && text !== MAY_SAY[file.path])).toEqual([]);
  });
});

describe("years and rows", () => {
  it.each(files.filter(({ part }) => part !== "form" && part !== "cli"))("$path compares no year", (file) => {
    const comparisons = nodes(file, ts.isBinaryExpression).filter(
      (node) => /\b20(19|20|21)\b/.test(node.right.getText(file.tree)) && ts.isNumericLiteral(node.right),
    );
    expect(comparisons.map((node) => node.getText(file.tree))).toEqual([]);
  });
});

describe("casts", () => {
  /** Files that may claim a type, each for the reason that it states beside the claim. */
  const BOUNDARIES: ReadonlySet<string> = new Set<string>(["_internal/claim.ts"]);

  it.each(files.filter(({ path }) => !BOUNDARIES.has(path)))("$path makes none", (file) => {
    const casts = nodes(file, ts.isAsExpression).filter((node) => node.type.getText(file.tree) !== "const");
    expect(casts.map((node) => node.getText(file.tree).slice(0, 80))).toEqual([]);
    expect(nodes(file, ts.isNonNullExpression)).toEqual([]);
  });
});

describe("tests", () => {
  const TESTS = fileURLToPath(new URL("../", import.meta.url));
  const suites = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path): SourceText => ({ path, part: "", tree: parse(path, join(TESTS, path)) }));

  it.each(suites)("$path tags what it tries on inputs made at random, and measures no time", (file) => {
    const calls = nodes(file, ts.isCallExpression);
    const asserts = calls.filter(({ expression }) => /^fc\.(assert|check)$/.test(expression.getText(file.tree)));
    const tagged = calls.filter(
      ({ expression, arguments: [, options] }) =>
        /^(it|test)\b/.test(expression.getText(file.tree)) && /tags: "property"/.test(options?.getText(file.tree) ?? ""),
    );
    expect(asserts.filter(({ pos }) => !tagged.some((test) => test.pos < pos && pos < test.end)).length).toBe(0);
    const clocks = nodes(file, ts.isPropertyAccessExpression).map((node) => node.getText(file.tree));
    expect(clocks.filter((name) => /^(performance|Date)\.now$|\.(cpuUsage|hrtime)$/.test(name))).toEqual([]);
  });
});
