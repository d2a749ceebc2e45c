import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Catalogue, finding, type Language, sentence } from "../../src/findings/finding.js";
import { safeParseDraft } from "../../src/index.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /messages\.ts$/i.test(path));

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

/** Wordings that an official would not write, and what stands in their place; see docs/glossary.md. */
const BANNED: readonly (readonly [wording: RegExp, instead: string])[] = [
  [/[左右]边/, "各项之和，……填报"],
  [/读不出/, "无法识别"],
  [/说明不了/, "无法判断"],
  [/没有计入/, "未予计入"],
  [/不认识的/, "未定义的"],
  [/类型不对/, "类型不符"],
  [/检索到达|到达上限/, "未能穷尽"],
  [/多写或少写/, "疑为末尾多写或漏写0"],
  [/没有其他同样/, "未发现其他同等可能的"],
  [/[\u4e00-\u9fff]["']|["'][\u4e00-\u9fff]/, "“”"],
  [/[「」『』]/, "“”"],
  [/JSON\.stringify/, "“”"],
];

describe("what is said in Chinese", () => {
  const said = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAssignment(node) && node.name.getText() === "zh") {
          const text = node.initializer.getText();
          if (/^["'`]/.test(text)) found.push(text.slice(1, -1));
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, readFileSync(join(SRC, path), "utf8"), ts.ScriptTarget.ES2022, true));
      return found.map((text) => [path, text] as const);
    });

  it("is looked at as a whole", () => {
    expect(said.length).toBeGreaterThan(300);
  });

  it.each(BANNED)("has nothing like %s, but %s", (wording) => {
    expect(said.filter(([, text]) => wording.test(text))).toEqual([]);
  });

  it("quotes the input in “”", () => {
    const wrong = {
      edition: "2021",
      year: "2023",
      agency: { name: 5, kind: "bureau" },
      signedOn: "today",
      informationProcessingFee: "1,000",
      narrative: { overview: "\ufffd" },
      requests: { received: { total: "3" }, granted: { naturalPerson: -1 } },
      remark: "",
    };
    const refused = [wrong, { ...wrong, edition: "2020" }, "报告"].map((input) => safeParseDraft(input));
    const messages = refused.flatMap((result) => (result.success ? [] : result.findings)).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(9);
    expect(messages.filter((message) => /["']|““|””/.test(message))).toEqual([]);
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

  it("leaves out brackets around nothing, with the space before them, and no others", () => {
    const said = {
      "test.one": { zh: "甲（{a}）乙", en: "A ({a}) B" },
      "test.more": { zh: "（{a}、{b}）{", en: "({b}{a}) {x} {{a}}" },
    } as const;
    const nothing = { a: "", b: "" };
    expect(["zh", "en"].map((language) => sentence(said, "test.one", nothing, language as Language))).toEqual(["甲乙", "A B"]);
    expect(sentence(said, "test.one", { a: "丙" }, "zh")).toBe("甲（丙）乙");
    // @ts-expect-error: x is no parameter
    expect(sentence(said, "test.more", nothing, "en")).toBe("() {x} {}");
    // @ts-expect-error: x is missing
    expect(sentence(said, "test.more", nothing, "zh")).toBe("（、）{");
  });

  it("asks for every parameter, and puts nothing in twice", () => {
    // @ts-expect-error: n is missing
    expect(sentence(catalogue, "test.greeting", { who: "{n}" }, "en")).toBe("{n} times, {n}");
  });
});
