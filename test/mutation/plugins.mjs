import { relative } from "node:path";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { InProcess } from "./runner.mjs";

/** Names of properties that hold a sentence or a gloss for people. */
const SENTENCES = new Set(["zh", "en", "english"]);

const isSentence = ({ type, key }) => type === "ObjectProperty" && key.type === "Identifier" && SENTENCES.has(key.name);

/** Sentences beside the code are no more mutated than those in the `messages.ts` of a room. */
const sentences = {
  shouldIgnore(path) {
    const { node } = path;
    const all = node.type === "ObjectExpression" ? node.properties : [node];
    return all.length > 0 && all.every(isSentence) ? "a sentence" : undefined;
  },
};

/** Names each change that no test noticed as soon as it is known: a run is long. */
class Survivors {
  onMutantTested({ status, fileName, location, replacement }) {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const { line, column } = location.start;
    process.stdout.write(`${status} ${relative(".", fileName)}:${line}:${column} → ${replacement.replace(/\s+/g, " ")}\n`);
  }
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "sentences", sentences),
  declareClassPlugin(PluginKind.Reporter, "survivors", Survivors),
  declareClassPlugin(PluginKind.TestRunner, "inProcess", InProcess),
];

/** What `run.ts` says beside the options of Stryker. */
export const strykerValidationSchema = { properties: { tests: { type: "array", items: { type: "string" } } } };
