import type { CommandEntry } from "../commands.js";
import { EXIT } from "../io.js";
import { type CommandSpec, optionsOf, TOOL } from "../usage.js";
import type { Command } from "./command.js";

const shells = ["bash", "zsh", "fish"] as const;

/** `completion`: what a shell needs to complete commands, options and their values. */
export const completion: Command = {
  spec: {
    name: "completion",
    operands: shells.join("|"),
    examples: [
      {
        call: "completion bash > ~/.local/share/bash-completion/completions/disclosure-report",
        says: { zh: "为bash安装，新开的终端即可使用", en: "installs it for bash; new terminals have it" },
      },
      {
        call: "completion zsh > ~/.zfunc/_disclosure-report",
        says: { zh: "为zsh安装（~/.zfunc须在fpath中）", en: "installs it for zsh, with ~/.zfunc in fpath" },
      },
      {
        call: "completion fish > ~/.config/fish/completions/disclosure-report.fish",
        says: { zh: "为fish安装", en: "installs it for fish" },
      },
    ],
    count: [1, 1],
    options: {},
    operandChoices: shells,
  },
  run: async (given, io) => {
    const { commands } = await import("../commands.js");
    const known = await Promise.all(
      commands.map(async (entry) => ({ entry, spec: (await entry.load()).spec, summary: entry.summary[given.language] })),
    );
    const [shell] = given.operands;
    if (shell === "fish") io.out(fish(known));
    else io.out(shell === "zsh" ? zsh(known) : bash(known));
    return EXIT.ok;
  },
};

interface Known {
  readonly entry: CommandEntry;
  readonly spec: CommandSpec;
  readonly summary: string;
}

const flagsOf = (spec: CommandSpec): readonly string[] =>
  [...optionsOf(spec)].flatMap(([name, { short }]) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);

function bash(known: readonly Known[]): string {
  const options = known.map(({ spec }) => `    ${spec.name}) words="${flagsOf(spec).join(" ")}" ;;`);
  const values = known.flatMap(({ spec }) =>
    [...optionsOf(spec)].flatMap(([name, { choices }]) =>
      choices === undefined ? [] : [`    "${spec.name} --${name}") words="${choices.join(" ")}" ;;`],
    ),
  );
  return `# bash completion for ${TOOL}
_disclosure_report() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "${known.map(({ spec }) => spec.name).join(" ")} --help --version --lang" -- "$word"))
    return
  fi
  case "$command \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join("\n")}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi
  case "$word" in
    -*) ;;
    *)
      local IFS=$'\\n'
      COMPREPLY=($(compgen -f -- "$word"))
      return
      ;;
  esac
  case "$command" in
${options.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _disclosure_report ${TOOL}
`;
}

/** A text between single quotes of a shell. */
function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function zsh(known: readonly Known[]): string {
  const list = known.map(({ spec, summary }) => `    ${single(`${spec.name}:${summary}`)}`);
  const cases = known.map(({ spec }) => {
    const options = [...optionsOf(spec)].map(([name, { value, choices }]) => {
      const action = choices === undefined ? "_files" : `(${choices.join(" ")})`;
      return value === undefined ? `--${name}` : `--${name}:${value}:${action}`;
    });
    return `    ${spec.name}) _arguments ${options.map(single).join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef ${TOOL}
_disclosure_report() {
  local -a commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
if [ "\${funcstack[1]}" = _disclosure_report ]; then
  _disclosure_report "$@"
else
  compdef _disclosure_report ${TOOL}
fi
`;
}

function fish(known: readonly Known[]): string {
  const lines = known.flatMap(({ spec, summary }) => [
    `complete -c ${TOOL} -n __fish_use_subcommand -f -a ${spec.name} -d ${single(summary)}`,
    ...[...optionsOf(spec)].map(([name, { short, value, choices }]) => {
      const parts = [`complete -c ${TOOL} -n '__fish_seen_subcommand_from ${spec.name}' -l ${name}`];
      if (short !== undefined) parts.push(`-s ${short}`);
      if (choices !== undefined) parts.push(`-x -a ${single(choices.join(" "))}`);
      else if (value !== undefined) parts.push("-r");
      return parts.join(" ");
    }),
  ]);
  return `# fish completion for ${TOOL}\n${lines.join("\n")}\n`;
}
