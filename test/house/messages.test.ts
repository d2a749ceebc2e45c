import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type Catalogue, finding, sentence } from "../../src/findings/finding.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /(^|\/)messages\.ts$/.test(path));

const catalogues: readonly (readonly [string, Catalogue])[] = (
  await Promise.all(
    files.map(async (path) => {
      const exported = (await import(pathToFileURL(join(SRC, path)).href)) as Readonly<Record<string, Catalogue>>;
      return Object.entries(exported).map(([name, catalogue]) => [`${path} ${name}`, catalogue] as const);
    }),
  )
).flat();

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].sort();

describe("catalogues of sentences", () => {
  it("are there", () => {
    expect(catalogues.length).toBeGreaterThan(4);
  });

  it.each(catalogues)("%s: every sentence in both languages, with the same parameters", (_, catalogue) => {
    for (const [code, { zh, en }] of Object.entries(catalogue)) {
      expect(zh, code).toMatch(/[\u4e00-\u9fff]|^\W*\{/);
      expect(en, code).not.toBe("");
      expect(placeholders(en), code).toEqual(placeholders(zh));
    }
  });

  it("share no code", () => {
    const codes = catalogues.flatMap(([, catalogue]) => Object.keys(catalogue)).filter((code) => code.includes("."));
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });
});

describe("finding", () => {
  const catalogue = { "test.greeting": { zh: "{who}，{n}次", en: "{n} times, {who}" } } as const;

  it("fills the sentence of the language asked for", () => {
    const params = { who: { zh: "甲", en: "A" }, n: 3 };
    expect(sentence(catalogue, "test.greeting", params, "zh")).toBe("甲，3次");
    expect(finding(catalogue, "test.greeting", params, "en")).toEqual({
      code: "test.greeting",
      severity: "error",
      rule: null,
      path: null,
      cells: [],
      place: null,
      expected: null,
      actual: null,
      difference: null,
      params,
      message: "3 times, A",
    });
  });

  it("asks for every parameter, and puts nothing in twice", () => {
    // @ts-expect-error: n is missing
    expect(sentence(catalogue, "test.greeting", { who: "{n}" }, "en")).toBe("{n} times, {n}");
  });
});
