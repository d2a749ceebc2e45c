import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { LeafIn, TableIn } from "../../src/form/form.js";
import type { DraftTables, EditionId, Report, TableInput, Tables } from "../../src/index.js";

type Simplify<T> = { [K in keyof T]: T[K] } & {};
type ToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;
type IdOf<H> = H extends { readonly term: { readonly id: infer Id extends string } } ? Id : never;
type ValueOf<H> = H extends { readonly unit: "amount" } ? string : number;
type Without<H, R extends string> = H extends { readonly role: R } ? never : H;

/** What the definition of a form implies: its records with their fields. `Left` are the roles that are left out. */
type Fields<F, Left extends string> = { readonly [L in Without<LeafIn<F>, Left> as IdOf<L>]: ValueOf<L> };
type Records<P, Left extends string> = P extends { readonly records: infer R; readonly fields: infer F }
  ? { readonly [L in Without<LeafIn<R>, Left> as IdOf<L>]: Fields<F, Left> }
  : never;
type TableImplied<T, Left extends string> = T extends { readonly panels: readonly (infer P)[] }
  ? Simplify<ToIntersection<Records<P, Left>>>
  : never;
type Implied<E extends EditionId, Left extends string = never> = {
  readonly [T in TableIn<E> as T["id"]]: TableImplied<T, Left>;
};

describe("the generated types", () => {
  it("are what the form implies", () => {
    expectTypeOf<Tables<"2021">>().branded.toEqualTypeOf<Implied<"2021">>();
    expectTypeOf<Tables<"2019">>().branded.toEqualTypeOf<Implied<"2019">>();
    expectTypeOf<Implied<"2021">["requests"]["granted"]["total"]>().toEqualTypeOf<number>();
    expectTypeOf<Implied<"2021">["disclosure"]["administrativeFees"]>().toEqualTypeOf<{ readonly feesCollected: string }>();
  });

  it("are what the form implies for a builder, which takes no totals", () => {
    type Input<E extends EditionId> = {
      readonly [T in "disclosure" | "requests" | "remedies"]: Omit<TableInput<E, T>, "carriedForward">;
    };
    expectTypeOf<Input<"2021">>().branded.toEqualTypeOf<Implied<"2021", "total" | "concluded" | "outflow">>();
    expectTypeOf<Input<"2019">>().branded.toEqualTypeOf<Implied<"2019", "total" | "concluded" | "outflow">>();
    expectTypeOf<TableInput<"2021", "requests">["carriedForward"]>().toEqualTypeOf<
      Omit<Tables<"2021">["requests"]["carriedForward"], "total"> | undefined
    >();
  });

  it("let any figure of a draft be blank or missing", () => {
    expectTypeOf<{ readonly requests: { readonly granted: { readonly total: null } } }>().toExtend<DraftTables<"2021">>();
    expectTypeOf<Report<"2021">>().toExtend<DraftTables<"2021">>();
  });
});

const NAME = fileURLToPath(new URL("hover.ts", import.meta.url));
const INDEX = fileURLToPath(new URL("../../src/index.js", import.meta.url));

/** What an editor shows for the name that `|` stands behind. */
function hover(marked: string): string {
  const text = marked.replace("|", "");
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [NAME],
    getScriptVersion: () => text,
    getScriptSnapshot: (name) => {
      const content = name === NAME ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => fileURLToPath(new URL("../../", import.meta.url)),
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      exactOptionalPropertyTypes: true,
      types: [],
    }),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  };
  const info = ts.createLanguageService(host).getQuickInfoAtPosition(NAME, marked.indexOf("|") - 1);
  return ts.displayPartsToString(info?.displayParts) + ts.displayPartsToString(info?.documentation);
}

describe("what an editor shows", () => {
  const report = `import type { Draft, Report } from ${JSON.stringify(INDEX)};\ndeclare const report: Report<"2021">;\ndeclare const draft: Draft<"2021">;\n`;

  it("names coordinate, labels and article of a figure", () => {
    const shown = hover(`${report}report.requests.granted.naturalPerson|;`);
    for (const part of ["表三第3行第1列", "（一）予以公开", "自然人", "条例第36条", "natural person", "number"]) {
      expect(shown).toContain(part);
    }
  });

  it("names the row of a record, and is short", () => {
    const shown = hover(`${report}report.requests.granted|;`);
    expect(shown).toContain("表三第3行：三、本年度办理结果 / （一）予以公开");
    expect(shown.length).toBeLessThan(600);
  });

  it("says the same of a draft", () => {
    expect(hover(`${report}draft.remedies?.reconsideration?.total|;`)).toContain("表四第1行第5列");
  });
});
