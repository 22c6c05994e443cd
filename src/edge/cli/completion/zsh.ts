import type { OfferedOption, Offers } from './offers.ts';

/** What `source <(promsec completion zsh)` reads behind `compinit`, or a file `_promsec` in a folder of `$fpath` holds. */
export function zshCompletion({ commands, options, words, special }: Offers): string {
  const optionCases = commands.map(command => {
    const taken = options
      .filter(({ notOf }) => !notOf.includes(command))
      .map(option => ({ ...option, offers: special[command]?.[option.flag] ?? option.offers ?? [] }));
    return `    ${command}) options=(\n${specsOf(taken)}    ) ;;\n`;
  });
  const wordCases = Object.entries(words).map(
    ([command, offered]) => `        ${command}) ${offered.length === 0 ? '' : `compadd -- ${offered.join(' ')} `};;\n`,
  );
  return `#compdef promsec
# Completion of promsec for zsh. Put into ~/.zshrc, behind compinit: source <(promsec completion zsh)
_promsec() {
  local -a options line
  local context state state_descr
  typeset -A opt_args
  case \${words[(r)(${commands.join('|')})]} in
${optionCases.join('')}    *) options=(
${specsOf(options)}    ) ;;
  esac
  _arguments $options '1: :->first' '*: :->rest'
  case $state in
    first)
      compadd -- ${commands.join(' ')}
      _files
      ;;
    rest)
      case $line[1] in
${wordCases.join('')}        *) _files ;;
      esac
      ;;
  esac
}
_promsec_revisions() {
  compadd -- \${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"}
}
if [[ $funcstack[1] == _promsec ]]; then
  _promsec "$@"
else
  compdef _promsec promsec
fi
`;
}

function specsOf(options: readonly OfferedOption[]): string {
  return options
    .flatMap(({ short, ...option }) => [option, ...(short === undefined ? [] : [{ ...option, flag: short }])])
    .map(option => `      '${specOf(option)}'\n`)
    .join('');
}

function specOf({ flag, takesValue, offers = [] }: OfferedOption): string {
  if (takesValue === 'no') return flag;
  const start = `${flag}${takesValue === 'yes' ? '=:' : '=-::'}`;
  if (offers === 'file') return `${start}file:_files`;
  if (offers === 'revision') return `${start}revision:_promsec_revisions`;
  return `${start}value:${offers.length === 0 ? ' ' : `(${offers.join(' ')})`}`;
}
