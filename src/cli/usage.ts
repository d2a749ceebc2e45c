import { parseArgs } from "node:util";
import { DisclosureReportError } from "../findings/error.js";
import type { Language } from "../findings/finding.js";

/** An option of a command. `value` names what follows it; a switch has none. */
export interface OptionSpec {
  readonly value?: string;
  readonly short?: string;
  /** The values that are allowed, if they are a closed list. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** A command of the tool, as data: the help, the checks and the parsing follow from it. */
export interface CommandSpec {
  readonly name: string;
  readonly operands: string;
  readonly summary: string;
  /** How many operands at least and at most. */
  readonly count: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** What was given to a command. */
export interface Given {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** An error in how the tool was called. */
export function usageError(message: string): DisclosureReportError {
  return new DisclosureReportError("cli.usage", message);
}

/**
 * Parses what follows the name of a command.
 *
 * @throws {@link DisclosureReportError} `cli.usage`.
 */
export function parseCommand(spec: CommandSpec, args: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, option]) => [
      name,
      {
        type: option.value === undefined ? ("boolean" as const) : ("string" as const),
        ...(option.short ? { short: option.short } : {}),
      },
    ]),
  );
  const { values, positionals } = parseStrictly(args, options);
  for (const [name, { choices }] of Object.entries(spec.options)) {
    const value = values[name];
    if (choices !== undefined && typeof value === "string" && !choices.includes(value)) {
      throw usageError(`--${name} takes ${choices.join(", ")}; found ${JSON.stringify(value)}`);
    }
  }
  const single = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, value]])),
  );
  const [least, most] = spec.count;
  if (positionals.length < least || positionals.length > most) {
    throw usageError(`usage: disclosure-report ${spec.name} ${spec.operands}`);
  }
  return { operands: positionals, options: single };
}

function parseStrictly(args: readonly string[], options: Record<string, { type: "boolean" | "string"; short?: string }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

/** The text value of an option, or `undefined`. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The language asked for; Chinese unless told otherwise. */
export function languageOption(given: Given): Language {
  return textOption(given, "lang") === "en" ? "en" : "zh";
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec): string {
  const rows = Object.entries(spec.options).map(([name, { value, short, choices, help }]) => {
    const flag = `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${choices?.join("|") ?? value}`}`;
    return [flag, help] as const;
  });
  const width = Math.max(0, ...rows.map(([flag]) => flag.length)) + 2;
  const lines = rows.map(([flag, help]) => `  ${flag.padEnd(width)}${help}`);
  return [
    `disclosure-report ${spec.name} ${spec.operands}`,
    "",
    spec.summary,
    ...(lines.length > 0 ? ["", ...lines] : []),
    "",
  ].join("\n");
}
