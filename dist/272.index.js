"use strict";
exports.id = 272;
exports.ids = [272];
exports.modules = {

/***/ 3272:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand),
  rulesCommand: () => (/* binding */ rulesCommand),
  severitiesOf: () => (/* binding */ severitiesOf)
});

// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(4522);
// EXTERNAL MODULE: ./build/bundle/src/policy/near-name.js
var near_name = __webpack_require__(2182);
// EXTERNAL MODULE: ./build/bundle/src/rules/index.js + 59 modules
var rules = __webpack_require__(9548);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(2839);
// EXTERNAL MODULE: ./build/bundle/src/lint/lint.js + 7 modules
var lint = __webpack_require__(9059);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration.js
var policy_configuration = __webpack_require__(1778);
// EXTERNAL MODULE: ./build/bundle/src/report/color.js
var color = __webpack_require__(9019);
// EXTERNAL MODULE: ./build/bundle/src/report/finding-text.js + 1 modules
var finding_text = __webpack_require__(338);
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var report_secrets = __webpack_require__(8821);
;// CONCATENATED MODULE: ./build/bundle/src/rules/rule.js
/** The moment at which examples are linted, so that what they say of dates stays true. */
const EXAMPLE_NOW = new Date('2026-11-20T00:00:00Z');
//# sourceMappingURL=rule.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/rule-page.js






const MARK = /[ \t]*# want: [a-z-]+$/;
const MARK_ABOVE = /^\s*# want-next: [a-z-]+$/;
/** The page of a rule in Markdown: what, why, a bad example with what promsec prints for it, a good one. */
function rulePage(rule) {
    const milder = rule.milderSeverity === undefined ? '' : `, or ${rule.milderSeverity} in the milder case`;
    const pedantic = 'isPedantic' in rule && rule.isPedantic === true ? ', off unless asked for (pedantic)' : '';
    const severity = `Severity: ${rule.severity}${milder}${pedantic}`;
    const parts = [`# ${rule.id}`, `${rule.summary}.`, severity, rule.explanation];
    if ('bad' in rule) {
        parts.push('## Bad', ...filesIn(rule.bad), 'promsec says:', fenced('text', outputFor(rule)), '## Good', ...filesIn(rule.good));
    }
    return `${parts.join('\n\n')}\n`;
}
/** An example as a tree of files. */
function exampleTree(example) {
    const paths = Object.keys(example).sort();
    return {
        paths,
        named: new Set(paths),
        belowNamed: new Set(),
        has: path => path in example,
        read: path => {
            const text = example[path];
            return text === undefined ? undefined : { bytes: new TextEncoder().encode(text) };
        },
    };
}
/** An example as users should see it, without the marks for the tests. */
function withoutMarks(example) {
    return Object.fromEntries(Object.entries(example).map(([path, text]) => {
        const lines = text.split('\n').filter(line => !MARK_ABOVE.test(line));
        return [path, lines.map(line => line.replace(MARK, '')).join('\n')];
    }));
}
function filesIn(example) {
    return Object.entries(withoutMarks(example)).flatMap(([path, text]) => [
        `\`${path}\``,
        fenced(languageOf(path), text),
    ]);
}
function outputFor(rule) {
    const files = exampleTree(withoutMarks(rule.bad));
    const configuration = { ...policy_configuration/* DEFAULT_CONFIGURATION */.P, pedantic: true };
    const report = (0,lint/* lint */.u)({ files, configuration, now: EXAMPLE_NOW, rules: [rule] });
    const secrets = new report_secrets/* Secrets */.S(report.secrets);
    return report.findings.map(finding => (0,finding_text/* findingText */.N)(finding, secrets, (0,color/* painterFor */.D)(false))).join('\n\n');
}
function fenced(language, text) {
    return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
function languageOf(path) {
    return /\.ya?ml$/.test(path) ? 'yaml' : 'text';
}
//# sourceMappingURL=rule-page.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/rules-command.js





const ALL = [...rules/* RULES */.y, ...engine_rules/* ENGINE_RULES */.NR];
/** `promsec rules`: a line for each rule. @throws UsageError where words follow. */
function rulesCommand({ words }, terminal) {
    if (words.length > 0)
        throw new usage_error/* UsageError */.e(['rules takes no path; for a folder of that name say ./rules']);
    const width = Math.max(...ALL.map(rule => rule.id.length));
    terminal.print(ALL.map(rule => `${rule.id.padEnd(width)}  ${severitiesOf(rule).padEnd(16)}  ${rule.summary}\n`).join(''));
    return 0;
}
/**
 * `promsec explain RULE`: the page of the rule.
 *
 * @throws UsageError where there is no such rule, or more than one word.
 */
function explainCommand({ words }, terminal) {
    const [id, second] = words;
    if (id === undefined || second !== undefined)
        throw new usage_error/* UsageError */.e(['name one rule; promsec rules lists them']);
    const rule = ALL.find(candidate => candidate.id === id);
    if (rule === undefined) {
        const ids = ALL.map(candidate => candidate.id);
        throw new usage_error/* UsageError */.e([`there is no rule ${id}; ${(0,near_name/* nearAdvice */.n)(id, ids, 'promsec rules lists them')}`]);
    }
    terminal.print(rulePage(rule));
    return 0;
}
/** `error`, or `error, warning` where the rule has a milder case. */
function severitiesOf({ severity, milderSeverity }) {
    return milderSeverity === undefined ? severity : `${severity}, ${milderSeverity}`;
}
//# sourceMappingURL=rules-command.js.map

/***/ })

};
;