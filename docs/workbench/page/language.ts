/**
 * The language of the page. Every sentence stands where it is said, in both languages.
 */
import type { Language, Sentence } from "disclosure-report";

let current: Language = "zh";

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
  document.title = t("政府信息公开年报工作台", "Workbench for the disclosure report");
}

/** One of two wordings. */
export const t = (zh: string, en: string): string => (current === "zh" ? zh : en);

export const said = (sentence: Sentence): string => sentence[current];

/** How many of something, in English. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
