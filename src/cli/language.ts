import type { Language } from "../findings/finding.js";

/** The variables by which a system tells the language of its user, the strongest first. */
const VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/**
 * The language of the user's system: Chinese for a Chinese locale and where the system names none (`C`, `POSIX`), as the form is;
 * English for every other.
 */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== "") ?? "";
  return /^(?:zh|C(?![a-z])|POSIX|$)/i.test(locale) ? "zh" : "en";
}

/** The language that the arguments name, in front of the command or behind it; `null` where they name none that there is. */
export function languageNamed(args: readonly string[]): Language | null {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const at = own.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const arg = own[at];
  const named = arg === "--lang" ? own[at + 1] : arg?.slice("--lang=".length);
  return named === "zh" || named === "en" ? named : null;
}
