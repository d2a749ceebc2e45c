/** The public face as the compiler sees it: every entry point and what it exports. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** An entry point, such as `disclosure-report/docx`, with what it exports. */
export interface Entry {
  readonly name: string;
  readonly file: string;
  readonly exported: readonly ts.Symbol[];
}

/** The files of the entry points, by the list in package.json. */
export function entryFiles(): readonly (readonly [name: string, file: string])[] {
  const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { exports: Readonly<Record<string, unknown>> };
  return Object.keys(exports)
    .filter((name) => !name.includes(".json") && !name.includes("*"))
    .map((name) => [`disclosure-report${name.slice(1)}`, `${ROOT}src/${name === "." ? "index" : name.slice(2)}.ts`] as const);
}

/** The options that the library is compiled with. */
export function compilerOptions(): ts.CompilerOptions {
  const config = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile).config as { compilerOptions: object };
  const options = { ...config.compilerOptions, incremental: false, tsBuildInfoFile: undefined };
  return ts.convertCompilerOptionsFromJson(options, ROOT).options;
}

/** Every entry point with its exports; aliases are followed. */
export function publicFace(): { readonly checker: ts.TypeChecker; readonly entries: readonly Entry[] } {
  const files = entryFiles();
  const program = ts.createProgram(
    files.map(([, file]) => file),
    compilerOptions(),
  );
  const checker = program.getTypeChecker();
  const entries = files.map(([name, file]): Entry => {
    const source = program.getSourceFile(file);
    const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    return { name, file, exported: symbol === undefined ? [] : checker.getExportsOfModule(symbol) };
  });
  return { checker, entries };
}
