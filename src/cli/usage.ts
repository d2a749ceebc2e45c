import { parseArgs } from "node:util";
import { displayWidth } from "../_internal/width.js";
import { DisclosureReportError } from "../findings/error.js";
import { type Language, type ParamsOf, type Sentence, sentence } from "../findings/finding.js";
import { suggestion } from "./suggest.js";
import { placed, usageMessages } from "./usageMessages.js";

/** Name of the tool. */
export const TOOL = "disclosure-report";

/** An option of a command. `value` names its argument; a switch has none. */
export interface OptionSpec {
  readonly value?: string;
  readonly short?: string;
  /** An alias from earlier versions. */
  readonly alias?: string;
  /** The values that are allowed, if they are a closed list. */
  readonly choices?: readonly string[];
  /** Whether the option may be given several times. */
  readonly multiple?: true;
  readonly help: Sentence;
}

/** An example call of a command and what it does. */
export interface CallExample {
  readonly call: string;
  readonly says: Sentence;
}

/** A command of the tool, as data: the help, the checks, the parsing and the completion of a shell follow from it. */
export interface CommandSpec {
  readonly name: string;
  readonly operands: string;
  /** Further explanation below the summary. */
  readonly about?: Sentence;
  readonly examples: readonly CallExample[];
  /** Least and most operands. */
  readonly count: readonly [least: number, most: number];
  /** The allowed operands, if they are a closed list. */
  readonly operandChoices?: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** The parsed arguments of a command. */
export interface Given {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | true | readonly string[] | undefined>>;
  readonly language: Language;
  /** Whether the language was given by the arguments or by the environment. */
  readonly languageNamed: boolean;
}

/** Options that every command takes. */
export const commonOptions = {
  lang: {
    value: "LANGUAGE",
    choices: ["zh", "en"],
    help: { zh: "所用语言；未指定时依系统语言", en: "language of what is said; that of the system unless named" },
  },
  help: { short: "h", help: { zh: "显示本说明", en: "print this help" } },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** An error in how the tool was called. */
export function usageError<Code extends keyof typeof usageMessages>(
  code: Code,
  params: ParamsOf<typeof usageMessages, Code>,
  language: Language,
): DisclosureReportError {
  return new DisclosureReportError("cli.usage", sentence(usageMessages, code, params, language));
}

/** All options of a command by name, common options included. */
export function optionsOf(spec: CommandSpec): ReadonlyMap<string, OptionSpec> {
  return new Map<string, OptionSpec>([...Object.entries(spec.options), ...Object.entries<OptionSpec>(commonOptions)]);
}

/**
 * Parses the arguments after the name of a command.
 *
 * `node:util` takes the arguments apart; what it finds is checked here, so that errors are short, in the user's language, and
 * say what was probably meant.
 *
 * @throws {@link DisclosureReportError} `cli.usage`.
 */
export function parseCommand(spec: CommandSpec, args: readonly string[], language: Language, languageNamed = false): Given {
  const known = optionsOf(spec);
  const byAnyName = new Map([...known].flatMap(([name, option]) => namesOf(name, option).map((each) => [each, name] as const)));
  const { tokens } = parseArgs({
    args: [...args],
    options: configOf(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const options: Record<string, string | true | readonly string[]> = {};
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const name = byAnyName.get(token.name);
    const option = name === undefined ? undefined : known.get(name);
    if (name === undefined || option === undefined) throw unknownOption(token.rawName, [...byAnyName.keys()], language);
    const value = checkedValue(token, option, language);
    if (option.multiple !== true) options[name] = value;
    else if (value !== true) options[name] = [...listIn(options[name]), value];
  }
  const [least, most] = spec.count;
  const call = callOf(spec, language);
  if (operands.length < least) throw usageError("operandsMissing", { call }, language);
  const extra = operands[most];
  if (extra !== undefined) throw usageError("operandsMany", { found: quoted(extra), call }, language);
  const wrong = operands.find((operand) => spec.operandChoices?.includes(operand) === false);
  if (wrong !== undefined) {
    const choices = spec.operandChoices ?? [];
    const hint = didYouMean(suggestion(wrong, choices), language);
    throw usageError("valueWrong", { option: spec.name, choices: choices.join("|"), found: quoted(wrong), hint }, language);
  }
  return { operands, options, language, languageNamed };
}

function namesOf(name: string, { alias }: OptionSpec): readonly string[] {
  return alias === undefined ? [name] : [name, alias];
}

function configOf(known: ReadonlyMap<string, OptionSpec>) {
  const config: Record<string, { type: "boolean" | "string"; short?: string }> = {};
  for (const [name, option] of known) {
    const type = option.value === undefined ? "boolean" : "string";
    for (const each of namesOf(name, option)) config[each] = { type };
    if (option.short !== undefined) config[name] = { type, short: option.short };
  }
  return config;
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkedValue({ rawName, value, inlineValue }: OptionToken, option: OptionSpec, language: Language): string | true {
  if (option.value === undefined) {
    if (value !== undefined) throw usageError("valueUnwanted", { option: rawName, found: quoted(value) }, language);
    return true;
  }
  // An argument that begins with a dash is the next option, unless it follows "=" or is "-" for standard input.
  if (value === undefined || (inlineValue !== true && value.startsWith("-") && value !== "-")) {
    throw usageError(
      "valueMissing",
      { option: rawName, value: option.choices?.join("|") ?? placed(option.value, language) },
      language,
    );
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const hint = didYouMean(suggestion(value, option.choices), language);
    throw usageError("valueWrong", { option: rawName, choices: option.choices.join("|"), found: quoted(value), hint }, language);
  }
  return value;
}

function listIn(value: string | true | readonly string[] | undefined): readonly string[] {
  return typeof value === "object" ? value : [];
}

function unknownOption(rawName: string, names: readonly string[], language: Language): DisclosureReportError {
  const near = suggestion(rawName.replace(/^-+/, ""), names);
  const hint = didYouMean(near === null ? null : `--${near}`, language);
  return usageError("optionUnknown", { option: quoted(rawName), hint }, language);
}

/** "Did you mean …", or nothing. */
export function didYouMean(name: string | null, language: Language): string {
  return name === null ? "" : sentence(usageMessages, "didYouMean", { name }, language);
}

/** User input, made safe for a message on a terminal. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `“${escaped.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "?")}”`;
}

/** The text value of an option, or `undefined`. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of an option that may be given several times. */
export function textOptions(given: Given, name: string): readonly string[] {
  return listIn(given.options[name]);
}

/** Whether a switch was given. */
export function switchOption(given: Given, name: string): boolean {
  return given.options[name] === true;
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec, summary: Sentence, language: Language): string {
  const rows = [...optionsOf(spec)].map(([name, option]) => [flagOf(name, option, language), helpOf(option, language)] as const);
  const width = Math.max(0, ...rows.map(([flag]) => displayWidth(flag))) + 2;
  const head = (code: "usage" | "options" | "examples"): string => sentence(usageMessages, code, {}, language);
  const about = spec.about === undefined ? [] : [spec.about[language]];
  return [
    head("usage") + callOf(spec, language),
    "",
    summary[language],
    ...about,
    "",
    head("options"),
    ...rows.map(([flag, help]) => `  ${flag}${" ".repeat(width - displayWidth(flag))}${help}`),
    "",
    head("examples"),
    ...spec.examples.flatMap(({ call, says }) => [`  ${TOOL} ${call}`, `      ${says[language]}`]),
    "",
  ].join("\n");
}

/** How a command is called. */
function callOf({ name, operands }: CommandSpec, language: Language): string {
  return `${TOOL} ${name} ${placed(operands, language)}`.trimEnd();
}

function flagOf(name: string, { value, short, choices }: OptionSpec, language: Language): string {
  const shown = choices === undefined || choices.length > MAX_CHOICES_SHOWN ? placed(value ?? "", language) : choices.join("|");
  return `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${shown}`}`;
}

/** Longer lists of values are printed after the help text. */
const MAX_CHOICES_SHOWN = 4;

function helpOf({ help, choices, alias }: OptionSpec, language: Language): string {
  const list = choices === undefined || choices.length <= MAX_CHOICES_SHOWN ? "" : ` (${choices.join("|")})`;
  const other = alias === undefined ? "" : sentence(usageMessages, "alias", { name: `--${alias}` }, language);
  return help[language] + list + other;
}
