"use strict";
exports.id = 830;
exports.ids = [830];
exports.modules = {

/***/ 48830:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completionCommand: () => (/* binding */ completionCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(48676);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/options.js
var options = __webpack_require__(94283);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/bash.js
/** What `source <(promsec completion bash)` reads. It needs nothing but bash 4, not even the package bash-completion. */
function bashCompletion({ commands, options, words, special }) {
    const valued = options.filter(({ takesValue }) => takesValue !== 'no');
    const either = valued.filter(({ takesValue }) => takesValue === 'optionally').map(({ flag }) => flag);
    const flags = options.flatMap(({ flag, short }) => (short === undefined ? [flag] : [flag, short]));
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
    COMPREPLY=($(compgen -W '${flags.join(' ')}' -- "$word"))
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
    const { flag, short, takesValue, offers = [] } = option;
    const start = `complete -c promsec -l ${flag.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
    if (takesValue === 'no')
        return [start];
    const required = takesValue === 'yes' ? ' -r' : '';
    if (offers === 'file')
        return [`${start}${required} -F`];
    const value = `${start}${required} -f`;
    if (offers === 'revision')
        return [`${value} -a "${REVISIONS}"`];
    const commands = Object.entries(special).filter(([, byFlag]) => byFlag[flag] !== undefined);
    const others = commands.map(([command]) => `not ${behind(command)}`).join('; and ');
    const list = offers.length === 0 ? '' : ` -a '${offers.join(' ')}'`;
    return [
        `${value}${others === '' ? '' : ` -n '${others}'`}${list}`,
        ...commands.map(([command, byFlag]) => `${value} -n '${behind(command)}' -a '${(byFlag[flag] ?? []).join(' ')}'`),
    ];
}
function behind(command) {
    return `__fish_seen_subcommand_from ${command}`;
}
//# sourceMappingURL=fish.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/certificates/certificate-formats.js
var certificate_formats = __webpack_require__(40014);
// EXTERNAL MODULE: ./build/bundle/src/rules/index.js + 75 modules
var rules = __webpack_require__(85548);
// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(92955);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/offers.js




/** The shells that can complete what is typed. */
const SHELLS = ['bash', 'zsh', 'fish'];
/** Made of the tables that the command line is read by. */
const OFFERS = {
    commands: options/* COMMANDS */.Lo,
    options: Object.entries(options/* OPTIONS */.lw).map(([name, { type, short, offers, alone }]) => ({
        flag: `--${name}`,
        takesValue: type === 'boolean' ? 'no' : alone === undefined ? 'yes' : 'optionally',
        ...(short === undefined ? {} : { short: `-${short}` }),
        ...(offers === undefined ? {} : { offers }),
    })),
    words: { completion: SHELLS, explain: [...rules/* RULES */.y, ...engine_rules/* ENGINE_RULES */.NR].map(({ id }) => id), rules: [] },
    special: { certificates: { '--format': certificate_formats/* CERTIFICATE_FORMATS */.j } },
};
//# sourceMappingURL=offers.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/completion/zsh.js
/** What `source <(promsec completion zsh)` reads behind `compinit`, or a file `_promsec` in a folder of `$fpath` holds. */
function zshCompletion({ commands, options, words, special }) {
    const lists = Object.entries(special).flatMap(([command, byFlag]) => Object.entries(byFlag).map(([flag, values]) => listOf(command, values, options.find(option => option.flag === flag))));
    const specialFlags = new Set(Object.values(special).flatMap(byFlag => Object.keys(byFlag)));
    const wordCases = Object.entries(words).map(([command, offered]) => `        ${command}) ${offered.length === 0 ? '' : `compadd -- ${offered.join(' ')} `};;\n`);
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
function listOf(command, values, option) {
    if (option === undefined || typeof option.offers !== 'object')
        throw new Error(`${command} changes no list`);
    const name = variableOf(option.flag);
    return `  local ${name}='${option.offers.join(' ')}'
  [[ -z \${words[(r)${command}]} ]] || ${name}='${values.join(' ')}'
`;
}
function variableOf(flag) {
    return flag.slice(2).replaceAll('-', '_');
}
function specsOf(options, special) {
    return options
        .flatMap(({ short, ...option }) => [option, ...(short === undefined ? [] : [{ ...option, flag: short }])])
        .map(option => (special.has(option.flag) ? specialSpecOf(option) : `    '${specOf(option)}'\n`))
        .join('');
}
function specialSpecOf({ flag }) {
    return `    "${flag}=:value:(\$${variableOf(flag)})"\n`;
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