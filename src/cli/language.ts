import type { Language } from "../findings/finding.js";

/** The environment variables for the language of the user, in order of precedence. */
const VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/**
 * The language of the user's system: Chinese for a Chinese locale and where the system names none (`C`, `POSIX`), as the form is;
 * English for every other.
 */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== "") ?? "";
  return /^(?:zh|C(?![a-z])|POSIX|$)/i.test(locale) ? "zh" : "en";
}

/** The language given by the arguments, before or after the command; `null` if they name no supported language. */
export function languageNamed(args: readonly string[]): Language | null {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const at = own.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const arg = own[at];
  const named = arg === "--lang" ? own[at + 1] : arg?.slice("--lang=".length);
  return named === "zh" || named === "en" ? named : null;
}
