"use strict";
exports.id = 216;
exports.ids = [216];
exports.modules = {

/***/ 64216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completionCommand: () => (/* binding */ completionCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/options.js
var options = __webpack_require__(10008);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/bash.js
/** What `source <(promsec completion bash)` reads. It needs nothing but bash 4, not even the package bash-completion. */
function bashCompletion({ commands, options, words, special }) {
    const valued = options.filter(({ takesValue }) => takesValue !== 'no');
    const either = valued.filter(({ takesValue }) => takesValue === 'optionally').map(({ flag }) => flag);
    const specialCases = Object.entries(special).flatMap(([command, byFlag]) => Object.entries(byFlag).map(([flag, values]) => valueCase(`${command}${flag}`, values)));
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
function flagsOf(options) {
    return options.flatMap(({ flag, short }) => (short === undefined ? [flag] : [flag, short]));
}
function optionCase({ flag, offers = [] }) {
    if (offers === 'file')
        return `      *${flag}) _promsec_files ;;\n`;
    if (offers === 'revision')
        return `      *${flag}) _promsec_revisions ;;\n`;
    return valueCase(`*${flag}`, offers);
}
function valueCase(pattern, offered) {
    if (offered.length === 0)
        return `      ${pattern}) ;;\n`;
    return `      ${pattern}) COMPREPLY=($(compgen -W '${offered.join(' ')}' -- "$word")) ;;\n`;
}
//# sourceMappingURL=bash.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/fish.js
const REVISIONS = "(git for-each-ref --format='%(refname:short)' 2>/dev/null)";
/** What `promsec completion fish | source` reads, or a file `promsec.fish` in a folder of completions holds. */
function fishCompletion({ commands, options, words, special }) {
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
function optionLines(option, special) {
    const { flag, short, takesValue, notOf, offers = [] } = option;
    const start = `complete -c promsec -l ${flag.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
    const required = takesValue === 'yes' ? ' -r' : '';
    if (takesValue === 'no')
        return [`${start}${unless(notOf)}`];
    if (offers === 'file')
        return [`${start}${unless(notOf)}${required} -F`];
    if (offers === 'revision')
        return [`${start}${unless(notOf)}${required} -f -a "${REVISIONS}"`];
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
function listOf(words) {
    return words.length === 0 ? '' : ` -a '${words.join(' ')}'`;
}
function unless(commands) {
    return commands.length === 0 ? '' : ` -n 'not ${behind(commands.join(' '))}'`;
}
function behind(commands) {
    return `__fish_seen_subcommand_from ${commands}`;
}
//# sourceMappingURL=fish.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/certificates/certificate-formats.js
var certificate_formats = __webpack_require__(93907);
// EXTERNAL MODULE: ./build/bundle/src/rules/index.js + 72 modules
var rules = __webpack_require__(65037);
// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(4522);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/offers.js




/** The shells that can complete what is typed. */
const SHELLS = ['bash', 'zsh', 'fish'];
/** Made of the tables that the command line is read by. */
const OFFERS = {
    commands: options/* COMMANDS */.Lo,
    options: Object.entries(options/* OPTIONS */.lw).map(([name, { type, short, offers, alone, of = options/* COMMANDS */.Lo }]) => ({
        flag: `--${name}`,
        notOf: options/* COMMANDS */.Lo.filter(command => !of.includes(command)),
        takesValue: type === 'boolean' ? 'no' : alone === undefined ? 'yes' : 'optionally',
        ...(short === undefined ? {} : { short: `-${short}` }),
        ...(offers === undefined ? {} : { offers }),
    })),
    words: {
        completion: SHELLS,
        explain: [...rules/* RULES */.y, ...engine_rules/* ENGINE_RULES */.NR].map(({ id }) => id),
        rules: [],
        baseline: [],
        init: [],
        hash: [],
    },
    special: { certificates: { '--format': certificate_formats/* CERTIFICATE_FORMATS */.j } },
};
//# sourceMappingURL=offers.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/zsh.js
/** What `source <(promsec completion zsh)` reads behind `compinit`, or a file `_promsec` in a folder of `$fpath` holds. */
function zshCompletion({ commands, options, words, special }) {
    const optionCases = commands.map(command => {
        const taken = options
            .filter(({ notOf }) => !notOf.includes(command))
            .map(option => ({ ...option, offers: special[command]?.[option.flag] ?? option.offers ?? [] }));
        return `    ${command}) options=(\n${specsOf(taken)}    ) ;;\n`;
    });
    const wordCases = Object.entries(words).map(([command, offered]) => `        ${command}) ${offered.length === 0 ? '' : `compadd -- ${offered.join(' ')} `};;\n`);
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
function specsOf(options) {
    return options
        .flatMap(({ short, ...option }) => [option, ...(short === undefined ? [] : [{ ...option, flag: short }])])
        .map(option => `      '${specOf(option)}'\n`)
        .join('');
}
function specOf({ flag, takesValue, offers = [] }) {
    if (takesValue === 'no')
        return flag;
    const start = `${flag}${takesValue === 'yes' ? '=:' : '=-::'}`;
    if (offers === 'file')
        return `${start}file:_files`;
    if (offers === 'revision')
        return `${start}revision:_promsec_revisions`;
    return `${start}value:${offers.length === 0 ? ' ' : `(${offers.join(' ')})`}`;
}
//# sourceMappingURL=zsh.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion-command.js






const COMPLETIONS = {
    bash: bashCompletion,
    zsh: zshCompletion,
    fish: fishCompletion,
};
/** `promsec completion`: a script for a shell. @throws UsageError where none is named that there is one for. */
function completionCommand({ words }, terminal) {
    const [shell, ...others] = words;
    if (shell === undefined || others.length > 0) {
        throw new usage_error/* UsageError */.e([`completion takes the name of one shell; use ${SHELLS.join(', ')}`]);
    }
    terminal.emit(COMPLETIONS[(0,options/* oneOf */.yL)('completion', shell, SHELLS)](OFFERS));
    return 0;
}
//# sourceMappingURL=completion-command.js.map

/***/ })

};
;