import type { OfferedOption, Offers } from './offers.ts';

/** What `source <(promsec completion zsh)` reads behind `compinit`, or a file `_promsec` in a folder of `$fpath` holds. */
export function zshCompletion({ commands, options, words, special }: Offers): string {
  const lists = Object.entries(special).flatMap(([command, byFlag]) =>
    Object.entries(byFlag).map(([flag, values]) =>
      listOf(
        command,
        values,
        options.find(option => option.flag === flag),
      ),
    ),
  );
  const specialFlags = new Set(Object.values(special).flatMap(byFlag => Object.keys(byFlag)));
  const wordCases = Object.entries(words).map(
    ([command, offered]) => `        ${command}) ${offered.length === 0 ? '' : `compadd -- ${offered.join(' ')} `};;\n`,
  );
  return `#compdef promsec
# Completion of promsec for zsh. Put into ~/.zshrc, behind compinit: source <(promsec completion zsh)
_promsec() {
  local -a options line
  local context state state_descr
  typeset -A opt_args
${lists.join('')}  options=(
${specsOf(options, specialFlags)}  )
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

/** A variable with what an option offers, which is something else with one command. */
function listOf(command: string, values: readonly string[], option: OfferedOption | undefined): string {
  if (option === undefined || typeof option.offers !== 'object') throw new Error(`${command} changes no list`);
  const name = variableOf(option.flag);
  return `  local ${name}='${option.offers.join(' ')}'
  [[ -z \${words[(r)${command}]} ]] || ${name}='${values.join(' ')}'
`;
}

function variableOf(flag: string): string {
  return flag.slice(2).replaceAll('-', '_');
}

function specsOf(options: readonly OfferedOption[], special: ReadonlySet<string>): string {
  return options
    .flatMap(({ short, ...option }) => [option, ...(short === undefined ? [] : [{ ...option, flag: short }])])
    .map(option => (special.has(option.flag) ? specialSpecOf(option) : `    '${specOf(option)}'\n`))
    .join('');
}

function specialSpecOf({ flag }: OfferedOption): string {
  return `    "${flag}=:value:(\$${variableOf(flag)})"\n`;
}

function specOf({ flag, takesValue, offers = [] }: OfferedOption): string {
  if (takesValue === 'no') return flag;
  const start = `${flag}${takesValue === 'yes' ? '=:' : '=-::'}`;
  if (offers === 'file') return `${start}file:_files`;
  if (offers === 'revision') return `${start}revision:_promsec_revisions`;
  return `${start}value:${offers.length === 0 ? ' ' : `(${offers.join(' ')})`}`;
}
