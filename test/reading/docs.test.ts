import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as limits from "../../src/reading/limits.js";
import { readingMessages } from "../../src/reading/messages.js";

describe.each(["reading.md", "reading.zh-CN.md"])("docs/%s", (name) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

  it("lists every finding once, and none that there is not", () => {
    const listed = [...text.matchAll(/^\| `(reading\.\w+)`/gm)].map(([, code]) => code);
    expect(listed).toEqual(Object.keys(readingMessages));
  });

  it("names every error and every limit", () => {
    const codes = ["reading.tooLarge", "reading.tooDeep", "reading.tooManyElements", "reading.tooManyStyles"];
    for (const code of codes) expect(text).toContain(`\`${code}\``);
    const numbers = new Set([...text.matchAll(/\d[\d ]*(?:万|million)?/g)].map(([whole]) => scaled(whole)));
    for (const limit of Object.values(limits)) expect(numbers).toContain(limit);
  });
});

function scaled(text: string): number {
  const digits = Number(text.replace(/\D/g, ""));
  return digits * (text.includes("万") ? 10_000 : text.includes("million") ? 1_000_000 : 1);
}
