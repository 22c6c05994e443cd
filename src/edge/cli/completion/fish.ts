import type { OfferedOption, Offers } from './offers.ts';

const REVISIONS = "(git for-each-ref --format='%(refname:short)' 2>/dev/null)";

/** What `promsec completion fish | source` reads, or a file `promsec.fish` in a folder of completions holds. */
export function fishCompletion({ commands, options, words, special }: Offers): string {
  const wordless = Object.keys(words);
  const lines = [
    `complete -c promsec -n 'not __fish_seen_subcommand_from ${commands.join(' ')}' -a '${commands.join(' ')}'`,
    `complete -c promsec -n '__fish_seen_subcommand_from ${wordless.join(' ')}' -f`,
    ...Object.entries(words)
      .filter(([, offered]) => offered.length > 0)
      .map(([command, offered]) => `complete -c promsec -n '${behind(command)}' -f -a '${offered.join(' ')}'`),
    ...options.flatMap(option => optionLines(option, special)),
  ];
  return `# Completion of promsec for fish. Put into ~/.config/fish/config.fish: promsec completion fish | source
complete -c promsec -e
${lines.join('\n')}
`;
}

function optionLines(option: OfferedOption, special: Offers['special']): readonly string[] {
  const { flag, short, takesValue, offers = [] } = option;
  const start = `complete -c promsec -l ${flag.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  if (takesValue === 'no') return [start];
  const required = takesValue === 'yes' ? ' -r' : '';
  if (offers === 'file') return [`${start}${required} -F`];
  const value = `${start}${required} -f`;
  if (offers === 'revision') return [`${value} -a "${REVISIONS}"`];
  const commands = Object.entries(special).filter(([, byFlag]) => byFlag[flag] !== undefined);
  const others = commands.map(([command]) => `not ${behind(command)}`).join('; and ');
  const list = offers.length === 0 ? '' : ` -a '${offers.join(' ')}'`;
  return [
    `${value}${others === '' ? '' : ` -n '${others}'`}${list}`,
    ...commands.map(([command, byFlag]) => `${value} -n '${behind(command)}' -a '${(byFlag[flag] ?? []).join(' ')}'`),
  ];
}

function behind(command: string): string {
  return `__fish_seen_subcommand_from ${command}`;
}
