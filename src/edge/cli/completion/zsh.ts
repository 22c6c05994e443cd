import type { OfferedOption, Offers } from './offers.ts';

/** What `source <(promsec completion zsh)` reads behind `compinit`, or a file `_promsec` in a folder of `$fpath` holds. */
export function zshCompletion({ commands, options, words, special }: Offers): string {
  const specialCases = Object.entries(special).map(([command, byFlag]) => {
    const changed = options.map(option => ({ ...option, offers: byFlag[option.flag] ?? option.offers ?? [] }));
    return `    ${command})\n      options=(\n${specsOf(changed)}      )\n      ;;\n`;
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
  options=(
${specsOf(options)}  )
  case \${words[(r)(${Object.keys(special).join('|')})]} in
${specialCases.join('')}  esac
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
    .flatMap(option =>
      [option.flag, ...(option.short === undefined ? [] : [option.short])].map(flag => specOf(flag, option)),
    )
    .map(spec => `    '${spec}'\n`)
    .join('');
}

function specOf(flag: string, { takesValue, offers = [] }: OfferedOption): string {
  if (!takesValue) return flag;
  if (offers === 'file') return `${flag}=:file:_files`;
  if (offers === 'revision') return `${flag}=:revision:_promsec_revisions`;
  return `${flag}=:value:${offers.length === 0 ? ' ' : `(${offers.join(' ')})`}`;
}
