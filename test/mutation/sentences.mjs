import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Names of properties that hold a sentence or a gloss for people. */
const SENTENCES = new Set(["zh", "en", "english"]);

/** Sentences beside the code are no more mutated than those in the `messages.ts` of a room. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "sentences", {
    shouldIgnore(path) {
      const { node } = path;
      if (node.type === "ObjectProperty" && node.key.type === "Identifier" && SENTENCES.has(node.key.name)) {
        return "a sentence";
      }
      return undefined;
    },
  }),
];
