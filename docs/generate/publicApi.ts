import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { publicFace } from "./publicFace.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every exported name of every entry point with its signature, one a line: a change of the public face is seen in review. */
function publicApiList(): string {
  const { checker, entries } = publicFace();
  const lines = entries.flatMap(({ name, exported }) => {
    const said = exported.map((one) => `  ${one.name}${signatureOf(one, checker)}`).sort((a, b) => (a < b ? -1 : 1));
    return [name, ...said, ""];
  });
  return lines.join("\n");
}

/** What the compiler adds to the type of a parameter that may be left out. */
const LEFT_OUT = /\?: ((?:[^,()]|\([^()]*\)|<[^<>]*>|\{[^{}]*\})*?) \| undefined(?=[,)])/g;

const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrayAsGenericType;

/** Longest signature that is spelt out; a longer one is told by its beginning. */
const LONGEST = 4000;

function signatureOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = target.declarations ?? [];
  if (declaration === undefined) return "";
  if (ts.isInterfaceDeclaration(declaration)) return ` interface { ${membersOf(target, declaration, checker)} }`;
  if (ts.isClassDeclaration(declaration)) return ` class { ${membersOf(target, declaration, checker)} }`;
  if (ts.isTypeAliasDeclaration(declaration)) return ` type = ${short(declaration.type.getText())}`;
  const type = checker.getTypeOfSymbolAtLocation(target, declaration);
  const calls = type.getCallSignatures();
  if (calls.length === 0) return `: ${short(checker.typeToString(type, undefined, FLAGS))}`;
  return calls.map((call) => short(checker.signatureToString(call, undefined, FLAGS)).replace(LEFT_OUT, "?: $1")).join(" & ");
}

function membersOf(symbol: ts.Symbol, at: ts.Node, checker: ts.TypeChecker): string {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const members = type.getProperties().map((member) => {
    const optional = member.flags & ts.SymbolFlags.Optional ? "?" : "";
    return `${member.name}${optional}: ${short(checker.typeToString(checker.getTypeOfSymbolAtLocation(member, at), undefined, ts.TypeFormatFlags.None))}`;
  });
  return short(members.join("; "));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll(ROOT, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const FILE = `${ROOT}docs/public-api.txt`;
const text = publicApiList();
const current = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
if (current === text) console.log("docs/public-api.txt is up to date");
else if (process.argv.includes("--check")) {
  console.log("the public face has changed: run `npm run public-api` and look at docs/public-api.txt");
  process.exitCode = 1;
} else {
  writeFileSync(FILE, text);
  console.log("written: docs/public-api.txt");
}
