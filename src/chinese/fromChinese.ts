import { isObject } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { wordingKey } from "../_internal/text.js";
import { type Catalogue, type Finding, finding, type Language } from "../findings/finding.js";
import { editionIds } from "../form/form.js";
import { headItems } from "../form/headTerms.js";
import { type ParseOptions, type ParseResult, safeParseDraft } from "../report/parse.js";
import type { Draft } from "../report/types.js";
import { type Dictionary, type Entry, keysOf } from "./dictionary.js";

/** Messages about the keys of a report in the Chinese form. */
export const chineseMessages = {
  "chinese.edition": {
    zh: "应以“{key}”写明格式版本（{expected}），实为{found}。",
    en: "“{key}” must name the edition of the form ({expected}); found {found}.",
  },
  "chinese.type": {
    zh: "“{path}”应为对象，实为{found}。",
    en: "“{path}” must be an object; found {found}.",
  },
  "chinese.unknownKey": {
    zh: "“{path}”中没有名为{found}的项目。请使用格式上的原文，可用的有：{expected}。",
    en: "“{path}” has nothing called {found}. Use the words of the form: {expected}.",
  },
  "chinese.ambiguousKey": {
    zh: "“{path}”中名为{found}的项目不止一个。请连同序号写全，例如“1.属于国家秘密”的写法。",
    en: "“{path}” has more than one item called {found}. Write it with its number, as the form prints it.",
  },
  "chinese.twice": {
    zh: "“{path}”中的{found}出现了两次（写法不同）。请只保留一项。",
    en: "{found} occurs twice in “{path}”, in two wordings. Keep one.",
  },
} as const satisfies Catalogue;

/**
 * Reads a report or draft whose keys are the official labels, with or without numbering and remarks, or in their usual other
 * wordings. A key that is no label of the form is a finding; values are checked as by `safeParseDraft`.
 *
 * @example
 * ```ts
 * const result = fromChinese({ 格式版本: "2021", 表三: { 予以公开: { 自然人: 4 } } });
 * result.success && result.data.requests?.granted; //=> { naturalPerson: 4 }
 * ```
 */
export function fromChinese(input: unknown, options?: ParseOptions): ParseResult<Draft> {
  options ??= {};
  const { language = "zh" } = options;
  const reader = new Reader(language);
  const draft = reader.report(input);
  return draft === null || reader.findings.length > 0
    ? { success: false, findings: reader.findings }
    : safeParseDraft(draft, options);
}

class Reader {
  readonly findings: Finding[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  report(input: unknown): object | null {
    const key = headItems.edition.label;
    const stated = isObject(input) && Object.hasOwn(input, key) ? input[key] : undefined;
    const edition = editionIds.find((id) => id === stated);
    if (!isObject(input) || edition === undefined) {
      this.#say("chinese.edition", key, { key, expected: editionIds.join("、"), found: describe(stated) });
      return null;
    }
    const { head, narrative } = keysOf(edition);
    const isText = (label: string): boolean => narrative.byWording.has(wordingKey(label));
    const entries = Object.entries(input);
    const texts = this.#translated(Object.fromEntries(entries.filter(([label]) => isText(label))), narrative, "");
    const rest = this.#translated(Object.fromEntries(entries.filter(([label]) => !isText(label))), head, "");
    return Object.keys(texts).length === 0 ? rest : { ...rest, narrative: texts };
  }

  #translated(value: object, dictionary: Dictionary, path: string): Readonly<Record<string, unknown>> {
    const result: Record<string, unknown> = {};
    for (const [label, inner] of Object.entries(value)) {
      const entry = dictionary.byWording.get(wordingKey(label));
      const where = { path: path === "" ? ROOT : path, found: describe(label) };
      if (entry === undefined) {
        const expected = [...dictionary.byId.values()].map((known) => known.label).join("、");
        this.#say("chinese.unknownKey", path, { ...where, expected });
      } else if (entry === null) this.#say("chinese.ambiguousKey", path, where);
      else if (Object.hasOwn(result, entry.id)) this.#say("chinese.twice", path, where);
      else result[entry.id] = this.#value(inner, entry, path === "" ? label : `${path}.${label}`);
    }
    return result;
  }

  #value(value: unknown, { below }: Entry, path: string): unknown {
    if (below === null) return value;
    if (below.kind === "choices") return typeof value === "string" ? (below.ids.get(wordingKey(value)) ?? value) : value;
    if (isObject(value) && !Array.isArray(value)) return this.#translated(value, below, path);
    if (below.orText && typeof value === "string") return value;
    this.#say("chinese.type", path, { path, found: describe(value) });
    return undefined;
  }

  #say<Code extends keyof typeof chineseMessages>(
    code: Code,
    path: string,
    params: Parameters<typeof finding<typeof chineseMessages, Code>>[2],
  ): void {
    this.findings.push(finding(chineseMessages, code, params, this.#language, { path }));
  }
}

const ROOT = "报告";
