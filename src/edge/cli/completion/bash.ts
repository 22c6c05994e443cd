import type { OfferedOption, Offers } from './offers.ts';

/** What `source <(promsec completion bash)` reads. It needs nothing but bash 4, not even the package bash-completion. */
export function bashCompletion({ commands, options, words, special }: Offers): string {
  const valued = options.filter(({ takesValue }) => takesValue !== 'no');
  const either = valued.filter(({ takesValue }) => takesValue === 'optionally').map(({ flag }) => flag);
  const specialCases = Object.entries(special).flatMap(([command, byFlag]) =>
    Object.entries(byFlag).map(([flag, values]) => valueCase(`${command}${flag}`, values)),
  );
  return `# Completion of promsec for bash. Put into ~/.bashrc: source <(promsec completion bash)
_promsec() {
  local word=\${COMP_WORDS[COMP_CWORD]} command= option= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    if [[ -n $option ]]; then
      [[ \${COMP_WORDS[index]} == = ]] || option=
      continue
    fi
    # These take a value behind an equals sign alone, at which bash parts words.
    case \${COMP_WORDS[index]} in
      ${either.join(' | ')}) [[ \${COMP_WORDS[index + 1]} == = ]] || continue ;;
    esac
    case \${COMP_WORDS[index]} in
      ${valued.map(({ flag }) => flag).join(' | ')}) option=\${COMP_WORDS[index]} ;;
      -*) ;;
      ${commands.join(' | ')}) command=\${command:-\${COMP_WORDS[index]}} ;;
      *) command=\${command:-lint} ;;
    esac
  done
  [[ $word == = ]] && word=
  COMPREPLY=()
  if [[ -n $option ]]; then
    case $command$option in
${[...specialCases, ...valued.map(optionCase)].join('')}    esac
  elif [[ $word == -* ]]; then
    case $command in
${commands.map(command => valueCase(command, flagsOf(options.filter(({ notOf }) => !notOf.includes(command))))).join('')}${valueCase('*', flagsOf(options))}    esac
  else
    case $command in
      '')
        _promsec_files
        COMPREPLY+=($(compgen -W '${commands.join(' ')}' -- "$word"))
        ;;
${Object.entries(words)
  .map(([command, offered]) => valueCase(command, offered))
  .join('')}      *) _promsec_files ;;
    esac
  fi
}
_promsec_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
# Names of branches are anybody's, so that they are neither expanded here nor when they stand in the command line.
_promsec_revisions() {
  local revision
  while IFS= read -r revision; do
    [[ $revision != "$word"* ]] || COMPREPLY+=("$(printf %q "$revision")")
  done < <(git for-each-ref --format='%(refname:short)' 2>/dev/null)
}
complete -F _promsec promsec
`;
}

function flagsOf(options: readonly OfferedOption[]): readonly string[] {
  return options.flatMap(({ flag, short }) => (short === undefined ? [flag] : [flag, short]));
}

function optionCase({ flag, offers = [] }: OfferedOption): string {
  if (offers === 'file') return `      *${flag}) _promsec_files ;;\n`;
  if (offers === 'revision') return `      *${flag}) _promsec_revisions ;;\n`;
  return valueCase(`*${flag}`, offers);
}

function valueCase(pattern: string, offered: readonly string[]): string {
  if (offered.length === 0) return `      ${pattern}) ;;\n`;
  return `      ${pattern}) COMPREPLY=($(compgen -W '${offered.join(' ')}' -- "$word")) ;;\n`;
}
