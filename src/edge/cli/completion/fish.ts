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
  const { flag, short, takesValue, notOf, offers = [] } = option;
  const start = `complete -c promsec -l ${flag.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  const required = takesValue === 'yes' ? ' -r' : '';
  if (takesValue === 'no') return [`${start}${unless(notOf)}`];
  if (offers === 'file') return [`${start}${unless(notOf)}${required} -F`];
  if (offers === 'revision') return [`${start}${unless(notOf)}${required} -f -a "${REVISIONS}"`];
  const ofOne = Object.entries(special).flatMap(([command, byFlag]) => {
    const words = byFlag[flag];
    return words === undefined ? [] : [{ command, words }];
  });
  const others = unless([...notOf, ...ofOne.map(({ command }) => command)]);
  return [
    `${start}${others}${required} -f${listOf(offers)}`,
    ...ofOne.map(({ command, words }) => `${start} -n '${behind(command)}'${required} -f${listOf(words)}`),
  ];
}

function listOf(words: readonly string[]): string {
  return words.length === 0 ? '' : ` -a '${words.join(' ')}'`;
}

function unless(commands: readonly string[]): string {
  return commands.length === 0 ? '' : ` -n 'not ${behind(commands.join(' '))}'`;
}

function behind(commands: string): string {
  return `__fish_seen_subcommand_from ${commands}`;
}
