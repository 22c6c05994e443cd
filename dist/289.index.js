"use strict";
exports.id = 289;
exports.ids = [289,373];
exports.modules = {

/***/ 7289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(4276);
// EXTERNAL MODULE: ./build/bundle/src/report/annotations.js
var annotations = __webpack_require__(4510);
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(6140);
// EXTERNAL MODULE: ./build/bundle/src/report/format.js + 6 modules
var report_format = __webpack_require__(4373);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(6030);
// EXTERNAL MODULE: ./build/bundle/src/report/workflow-log.js
var workflow_log = __webpack_require__(3504);
// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var edge_configuration = __webpack_require__(3429);
// EXTERNAL MODULE: ./build/bundle/src/edge/linted.js
var linted = __webpack_require__(8219);
// EXTERNAL MODULE: ./build/bundle/src/edge/tree.js + 1 modules
var edge_tree = __webpack_require__(8358);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(2839);
// EXTERNAL MODULE: ./build/bundle/src/edge/verdict.js
var verdict = __webpack_require__(7058);
// EXTERNAL MODULE: ./build/bundle/src/edge/version.js
var version = __webpack_require__(2483);
// EXTERNAL MODULE: ./build/bundle/src/findings/finding.js
var finding = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/arguments.js + 1 modules
var cli_arguments = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/inputs.js




/** Reads the inputs. @throws UsageError where one makes no sense. */
function inputs() {
    const config = (0,core/* getInput */.V4)('config');
    const failOn = (0,core/* getInput */.V4)('fail-on');
    const pedantic = (0,core/* getInput */.V4)('pedantic');
    const expiryDays = (0,core/* getInput */.V4)('expiry-days');
    const sarifFile = (0,core/* getInput */.V4)('sarif-file');
    const jsonFile = (0,core/* getInput */.V4)('json-file');
    return {
        // One path a line; the whole checkout is the same as none.
        paths: (0,core/* getInput */.V4)('path')
            .split('\n')
            .map(path => path.trim())
            .filter(path => path !== ''),
        configuration: config === '' ? {} : { file: config },
        ...(failOn === '' ? {} : { failOn: (0,cli_arguments/* oneOf */.yL)('fail-on', failOn, [...finding/* SEVERITIES */.o, 'never']) }),
        ...(pedantic === '' ? {} : { pedantic: (0,cli_arguments/* oneOf */.yL)('pedantic', pedantic.toLowerCase(), ['true', 'false']) === 'true' }),
        ...(expiryDays === '' ? {} : { expiryDays: daysIn(expiryDays) }),
        ...(sarifFile === '' ? {} : { sarifFile }),
        ...(jsonFile === '' ? {} : { jsonFile }),
    };
}
function daysIn(text) {
    if (!/^\d{1,5}$/.test(text))
        throw new usage_error/* UsageError */.e([`expiry-days does not take ${text}; write a whole number of days`]);
    return Number(text);
}
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/main.js

















/**
 * Runs as a step of a workflow: annotations, the log, the summary, outputs and files. Needs no token and no network.
 */
async function runAction() {
    try {
        return await lintWorkspace(inputs(), process.env['GITHUB_WORKSPACE'] || process.cwd());
    }
    catch (error) {
        process.stdout.write(`${annotationFor(error)}\n`);
        return 2;
    }
}
/** One error with all lines, since a step has few, at the place of the first. */
function annotationFor(error) {
    const { file, line, column: col } = (error instanceof usage_error/* UsageError */.e ? error.place : undefined) ?? {};
    const text = (0,visible/* visibleLines */.gB)((0,usage_error/* linesFor */.b)(error).join('\n'));
    return (0,workflow_log/* workflowCommand */.N)('error', { file, line, col }, (0,cut/* cutTo */.y)(annotations/* MAX_ANNOTATION_LENGTH */.I1, text));
}
async function lintWorkspace(wanted, workspace) {
    const tree = (0,edge_tree/* treeOf */.P)(wanted.paths, workspace);
    const written = await (0,edge_configuration/* configurationFor */.a)(tree.root, wanted.configuration, workspace);
    const configuration = {
        ...written,
        pedantic: wanted.pedantic ?? written.pedantic,
        failOn: wanted.failOn ?? written.failOn,
        expiryDays: wanted.expiryDays ?? written.expiryDays,
    };
    const report = await (0,linted/* linted */.b)({ files: tree, configuration, now: new Date() });
    print(report);
    await summarize(report);
    const nothing = (0,verdict/* noFilesMessage */.m)(report, configuration);
    if (nothing !== undefined && configuration.noFiles === 'warn')
        (0,core/* warning */.$e)(nothing);
    writeOutputs(report, wanted, workspace);
    const status = (0,verdict/* exitStatusOf */.e)(report, configuration);
    if (status !== 0)
        (0,core/* setFailed */.C1)(nothing ?? failureOf(report, status));
    return status;
}
function formatted(format, report) {
    return (0,report_format.reporterFor)(format, { color: false, verbose: true, version: version/* VERSION */.x })(report);
}
function print(report) {
    process.stdout.write(formatted('github', report));
    process.stdout.write((0,workflow_log/* plainLogText */.I)(formatted('text', report)));
}
async function summarize(report) {
    try {
        await core/* summary */.z.addRaw(formatted('markdown', report)).write();
    }
    catch {
        // Older runners and local ones have no summary: the log above holds everything.
        process.stdout.write('the job summary cannot be written here; the report above is complete\n');
    }
}
function writeOutputs(report, wanted, workspace) {
    const counts = (0,findings_report/* countsOf */.m)(report.findings);
    (0,core/* setOutput */.uH)('findings', report.findings.length);
    (0,core/* setOutput */.uH)('errors', counts.error);
    (0,core/* setOutput */.uH)('warnings', counts.warning);
    (0,core/* setOutput */.uH)('notes', counts.note);
    for (const [name, file, format] of [
        ['sarif-file', wanted.sarifFile, 'sarif'],
        ['json-file', wanted.jsonFile, 'json'],
    ]) {
        if (file === undefined)
            continue;
        save(name, (0,external_node_path_.resolve)(workspace, file), formatted(format, report));
        (0,core/* setOutput */.uH)(name, file);
    }
}
function save(input, path, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, text);
    }
    catch {
        throw new usage_error/* UsageError */.e([`the file for ${input} cannot be written; check its folder and permissions`]);
    }
}
function failureOf(report, status) {
    if (status === 2)
        return 'promsec itself broke; the other findings stand';
    return `promsec found ${(0,summary/* countsText */.WN)(report.findings)}`;
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 4510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I1: () => (/* binding */ MAX_ANNOTATION_LENGTH),
/* harmony export */   TO: () => (/* binding */ githubReporter)
/* harmony export */ });
/* unused harmony export ANNOTATION_LIMITS */
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6140);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4840);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5361);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5309);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7356);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6030);
/* harmony import */ var _workflow_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3504);








/**
 * How many annotations are written per severity. The runner keeps 10 of a level per step (actions/runner,
 * `ExecutionContext.cs`, `_maxCountPerIssueType`), and the error that fails the step takes one of them.
 */
const ANNOTATION_LIMITS = { error: 9, warning: 10, note: 10 };
/** The runner cuts longer messages, in UTF-16 units (`ExecutionContext.cs`, `_maxIssueMessageLength`). */
const MAX_ANNOTATION_LENGTH = 4096;
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' };
/**
 * Workflow commands that the runner turns into annotations, worst first; then, in plain text, how many were left out.
 */
const githubReporter = report => {
    const lines = [];
    const leftOut = [];
    for (const severity of _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .o) {
        const findings = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__/* .mostSevereFirst */ .Q)(report.findings.filter(finding => finding.severity === severity));
        const limit = ANNOTATION_LIMITS[severity];
        lines.push(...findings.slice(0, limit).map(annotation));
        if (findings.length > limit)
            leftOut.push((0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .numbered */ .jN)(findings.length - limit, severity));
    }
    if (leftOut.length > 0) {
        lines.push(`not shown as annotations: ${leftOut.join(', ')} (GitHub keeps 10 of a level per step)`);
    }
    return lines.map(line => `${line}\n`).join('');
};
function annotation(finding) {
    return (0,_workflow_log_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .N)(COMMANDS[finding.severity], { file: finding.at.file.path, ...placeProperties(finding), title: finding.ruleId }, messageText(finding));
}
/**
 * Without an end line the runner takes the first line. Columns together with another end line would be dropped
 * (`ValidateLinesAndColumns`), and a range of lines would move the annotation to the last of them, so that a place of
 * several lines is its first line.
 */
function placeProperties({ at }) {
    const { line, column, endLine, endColumn } = (0,_position_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(at);
    return line === endLine ? { line, col: column, endColumn } : { line };
}
/** The message, the related places, and the rule's page; GitHub shows it as plain text. */
function messageText(finding) {
    const related = finding.related.map(({ at, message }) => `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleText */ .Q6)(at.file.path)}:${(0,_position_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(at).line}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleText */ .Q6)(message)}`);
    const page = `\n${(0,_project_js__WEBPACK_IMPORTED_MODULE_6__/* .rulePageOf */ .PJ)(finding.ruleId)}`;
    const text = [(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleText */ .Q6)(finding.message), ...related].join('\n');
    return (0,_cut_js__WEBPACK_IMPORTED_MODULE_7__/* .cutTo */ .y)(MAX_ANNOTATION_LENGTH - page.length, text) + page;
}
//# sourceMappingURL=annotations.js.map

/***/ }),

/***/ 6140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ cutTo)
/* harmony export */ });
/** `text`, or as much of its beginning as fits with an ellipsis into `limit` UTF-16 units. Splits no surrogate pair. */
function cutTo(limit, text) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
//# sourceMappingURL=cut.js.map

/***/ }),

/***/ 4373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reporterFor: () => (/* binding */ reporterFor)
});

// EXTERNAL MODULE: ./build/bundle/src/report/annotations.js
var annotations = __webpack_require__(4510);
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(4276);
;// CONCATENATED MODULE: ./build/bundle/src/report/json-text.js
/**
 * `##[` is a command wherever it stands in a line of a GitHub log; the rest can hide or turn other text in a terminal.
 */
const UNSAFE_IN_LOG = /(?<=#)#(?=\[)|[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007f-\u009f]/gu;
/**
 * `value` as JSON, two spaces deep, with a final newline. Where a string holds what a log would obey or a terminal
 * would not show, it is written as an escape of JSON: a reader gets the same value.
 */
function jsonText(value) {
    return `${JSON.stringify(value, undefined, 2).replace(UNSAFE_IN_LOG, escaped)}\n`;
}
function escaped(character) {
    return character
        .split('')
        .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}
//# sourceMappingURL=json-text.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(5361);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(5309);
;// CONCATENATED MODULE: ./build/bundle/src/report/json.js




/** The whole report as JSON; `json-schema.ts` describes it. @param version of promsec. */
function jsonReporter(version) {
    return report => jsonText({
        version: 1,
        tool: { name: project/* TOOL_NAME */.lH, version },
        now: report.now.toISOString(),
        findings: report.findings.map(findingJson),
        ignored: report.ignored.map(({ finding, reason, at }) => ({
            finding: findingJson(finding),
            reason,
            at: placeJson(at),
        })),
        unread: report.unread.map(({ path, reason }) => ({ path, reason })),
        files: { seen: report.files.seen, documents: report.files.documents },
        counts: (0,findings_report/* countsOf */.m)(report.findings),
    });
}
function findingJson(finding) {
    return {
        rule: finding.ruleId,
        severity: finding.severity,
        message: finding.message,
        ...placeJson(finding.at),
        subject: { path: finding.subject.path, kind: finding.subject.kind },
        fingerprint: finding.fingerprint,
        state: finding.state,
        related: finding.related.map(({ at, message }) => ({ message, ...placeJson(at) })),
    };
}
function placeJson(span) {
    return { file: span.file.path, ...(0,position/* rangeOf */.be)(span), exact: span.exact };
}
//# sourceMappingURL=json.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(6030);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown-text.js

/**
 * `text` on one line as GitHub Flavored Markdown that shows just its characters, in a table cell too: nothing in it is
 * markup, a mention, a reference to an issue, mathematics or a link.
 */
function markdownText(text) {
    return (0,visible/* visibleText */.Q6)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_[\]|~]|:(?=\/\/)|(?<=\bwww)\./gi, String.raw `\$&`)
        .replace(/[@#$]/g, '<span>$&</span>');
}
/** `text` the same way, in the type of code. */
function markdownCode(text) {
    return `<code>${markdownText(text)}</code>`;
}
/**
 * As many of the `rows`, each a line with its newline, as fit into `budget` bytes of UTF-8, and then `rest` of how many
 * do not. Rows are whole, and the order is kept.
 */
function rowsWithin(budget, rows, rest) {
    const reserved = Buffer.byteLength(rest(rows.length));
    const all = rows.join('');
    if (Buffer.byteLength(all) <= budget)
        return all;
    let left = budget - reserved;
    const fitting = rows.findIndex(row => {
        left -= Buffer.byteLength(row);
        return left < 0;
    });
    return rows.slice(0, fitting).join('') + rest(rows.length - fitting);
}
//# sourceMappingURL=markdown-text.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(4840);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown.js






/** Bytes of UTF-8. GitHub drops the whole summary of a step that is over 1 MiB. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Bytes that one list below the findings may take. */
const MAX_LIST_BYTES = 100 * 1024;
/** The job summary: the verdict, a table of the findings, worst first, and what was read, not read and ignored. */
const markdownReporter = report => {
    const head = headline(report.findings);
    const tail = readSection(report.files) + unreadSection(report.unread) + ignoredSection(report.ignored);
    return head + findingsTable(report.findings, MAX_SUMMARY_BYTES - Buffer.byteLength(head + tail)) + tail;
};
function headline(findings) {
    const files = (0,findings_report/* filesOf */.R)(findings).length;
    const existing = findings.filter(finding => finding.state === 'existing').length;
    const where = files > 0 ? ` in ${(0,summary/* numbered */.jN)(files, 'file')}` : '';
    const notNew = existing > 0 ? `\nNot new: ${(0,summary/* numbered */.jN)(existing, 'finding')}\n` : '';
    return `## ${project/* TOOL_NAME */.lH}: ${(0,summary/* countsText */.WN)(findings)}${where}\n${notNew}`;
}
function findingsTable(findings, budget) {
    if (findings.length === 0)
        return '';
    const head = '\n| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
    const rows = (0,order/* mostSevereFirst */.Q)(findings).map(findingRow);
    return head + rowsWithin(budget - head.length, rows, count => `\n… ${count} more\n`);
}
function findingRow(finding) {
    const severity = finding.state === 'existing' ? `${finding.severity}, not new` : finding.severity;
    const messages = [
        markdownText(finding.message),
        ...finding.related.map(({ at, message }) => `${place(at)}: ${markdownText(message)}`),
    ];
    return `| ${severity} | ${ruleLink(finding)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}
function readSection(files) {
    const rows = (0,summary/* dialectsRead */.gu)(files).map(([dialect, count]) => `- ${markdownText(dialect)}: ${count}\n`);
    return rows.length > 0 ? section((0,summary/* filesText */.TC)(files), rows) : `\n${(0,summary/* filesText */.TC)(files)}\n`;
}
function unreadSection(unread) {
    const rows = [...(0,summary/* unreadByReason */.Rl)(unread)].flatMap(([reason, entries]) => entries.map(({ path }) => `- ${markdownCode(path)}: ${markdownText(reason)}\n`));
    return rows.length > 0 ? section(`${rows.length} not read`, rows) : '';
}
function ignoredSection(ignored) {
    const rows = ignored.map(({ finding, reason }) => `- ${ruleLink(finding)} at ${place(finding.at)}: ${markdownText(reason)}\n`);
    return rows.length > 0 ? section(`${(0,summary/* numbered */.jN)(rows.length, 'finding')} ignored by comments`, rows) : '';
}
function section(title, rows) {
    const list = rowsWithin(MAX_LIST_BYTES, rows, count => `- … ${count} more\n`);
    return `\n<details><summary>${title}</summary>\n\n${list}\n</details>\n`;
}
function ruleLink({ ruleId }) {
    return `[${markdownText(ruleId)}](${(0,project/* rulePageOf */.PJ)(ruleId)})`;
}
function place(span) {
    return markdownCode(`${span.file.path}:${(0,position/* rangeOf */.be)(span).line}`);
}
//# sourceMappingURL=markdown.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(6140);
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(9159);
;// CONCATENATED MODULE: ./build/bundle/src/report/line-hash.js
const WINDOW = 100;
const FACTOR = 37;
const END_OF_FILE = 65535;
const TWO_32 = 2 ** 32;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** What a character weighs when it leaves the window: FACTOR to the power of WINDOW, modulo 2^64, in two halves. */
const LEAVING = BigInt.asUintN(64, BigInt(FACTOR) ** BigInt(WINDOW));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffffffffn);
/**
 * The `primaryLocationLineHash` of each line of `text`, the first at index 0, as GitHub's upload-sarif computes it
 * (github/codeql-action, `src/fingerprints.ts`). An alert is followed over time by it, and one that differs from
 * upload-sarif's own is warned about. A rolling hash of the 100 characters from the first that is not blank, spaces and
 * tabs left out, CR and CRLF taken as LF, so that a lone CR ends a line here; `:n` counts equal hashes within the file.
 */
function lineHashesOf(text) {
    const hashes = [];
    const seen = new Map();
    const characters = new Uint16Array(WINDOW);
    const lineAt = new Uint32Array(WINDOW);
    // The hash in two halves: several times faster than a bigint, and exact, as no number here reaches 2^53.
    let high = 0;
    let low = 0;
    let at = 0;
    let line = 0;
    const startLine = () => {
        line += 1;
        lineAt[at] = line;
    };
    const finishLine = () => {
        const started = lineAt[at] ?? 0;
        if (started === 0)
            return;
        const digits = hexadecimal(high, low);
        const count = (seen.get(digits) ?? 0) + 1;
        seen.set(digits, count);
        hashes[started - 1] = `${digits}:${count}`;
        lineAt[at] = 0;
    };
    const push = (character) => {
        const leaving = characters[at] ?? 0;
        const lowSum = low * FACTOR + character - LEAVING_LOW * leaving;
        const carry = Math.floor(lowSum / TWO_32);
        const highSum = high * FACTOR + carry - LEAVING_HIGH * leaving;
        low = lowSum - carry * TWO_32;
        high = highSum - Math.floor(highSum / TWO_32) * TWO_32;
        characters[at] = character;
        at = (at + 1) % WINDOW;
    };
    let isLineStart = true;
    let isAfterReturn = false;
    const feed = (unit) => {
        const isBlank = unit === SPACE || unit === TAB || (unit === LINE_FEED && isAfterReturn);
        isAfterReturn = unit === CARRIAGE_RETURN;
        if (isBlank)
            return;
        const character = unit === CARRIAGE_RETURN ? LINE_FEED : unit;
        finishLine();
        if (isLineStart)
            startLine();
        isLineStart = character === LINE_FEED;
        push(character);
    };
    for (let index = 0; index < text.length; index += 1)
        feed(text.charCodeAt(index));
    feed(END_OF_FILE);
    for (let index = 0; index < WINDOW; index += 1) {
        finishLine();
        push(0);
    }
    return hashes;
}
function hexadecimal(high, low) {
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
//# sourceMappingURL=line-hash.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/sarif.js







/**
 * What GitHub accepts in a run, keeps of a result, and shows of a description (docs: "SARIF results exceed one or more
 * limits").
 */
const SARIF_LIMITS = { results: 25_000, relatedLocations: 100, description: 1024 };
/** GitHub reads a number in a string: from 7.0 high, from 4.0 medium, below that low. */
const SECURITY_SEVERITY = { error: '8.0', warning: '5.0', note: '2.0' };
/**
 * SARIF 2.1.0 as GitHub's code scanning reads it. Ignored findings are left out, as GitHub opens alerts for suppressed
 * results too; regions end with their first line, as an alert shows on a pull request only when all its lines were
 * changed.
 * @param version of promsec, a semantic one.
 */
function sarifReporter(version) {
    return report => {
        const alerts = alertsOf(report.findings);
        const kept = new Set((0,order/* mostSevereFirst */.Q)(alerts.map(alert => alert.main)).slice(0, SARIF_LIMITS.results));
        const omitted = alerts.length - kept.size;
        return jsonText({
            $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
            version: '2.1.0',
            runs: [
                {
                    tool: {
                        driver: {
                            name: project/* TOOL_NAME */.lH,
                            semanticVersion: version,
                            informationUri: project/* PROJECT_URL */.w5,
                            rules: report.rules.map(ruleObject),
                        },
                    },
                    columnKind: 'utf16CodeUnits',
                    invocations: [{ executionSuccessful: true }],
                    results: resultObjects(report, alerts.filter(alert => kept.has(alert.main))),
                    ...(omitted > 0 ? { properties: { omittedResults: omitted } } : {}),
                },
            ],
        });
    };
}
function alertsOf(findings) {
    const groups = (0,grouped/* groupedBy */.m)(findings, ({ ruleId, at }) => `${ruleId}\0${(0,position/* rangeOf */.be)(at).line}\0${at.file.path}`);
    return [...groups.values()].flatMap(group => {
        const [main, ...others] = (0,order/* mostSevereFirst */.Q)(group);
        return main === undefined ? [] : [{ main, related: [...main.related, ...others.flatMap(relatedOf)] }];
    });
}
function relatedOf(finding) {
    return [{ at: finding.at, message: finding.message }, ...finding.related];
}
function ruleObject(rule) {
    const [firstParagraph = ''] = rule.explanation.split('\n\n');
    const page = (0,project/* rulePageOf */.PJ)(rule.id);
    return {
        id: rule.id,
        name: rule.id.replace(/(?:^|-)(.)/g, (_, initial) => initial.toUpperCase()),
        shortDescription: { text: (0,cut/* cutTo */.y)(SARIF_LIMITS.description, rule.summary) },
        fullDescription: { text: (0,cut/* cutTo */.y)(SARIF_LIMITS.description, firstParagraph || rule.summary) },
        help: {
            text: `${rule.summary}\n\n${rule.explanation}\n\n${page}`,
            markdown: `**${rule.summary}**\n\n${rule.explanation}\n\n[${rule.id}](${page})`,
        },
        helpUri: page,
        defaultConfiguration: { level: rule.severity },
        properties: {
            tags: ['security', 'prometheus'],
            precision: 'high',
            'security-severity': SECURITY_SEVERITY[rule.severity],
        },
    };
}
function resultObjects(report, alerts) {
    const ruleIndexes = new Map(report.rules.map((rule, index) => [rule.id, index]));
    const hashesByPath = new Map();
    const lineHash = (span) => {
        const hashes = hashesByPath.get(span.file.path) ??
            lineHashesOf(`${span.file.hasByteOrderMark ? '\uFEFF' : ''}${span.file.text}`);
        hashesByPath.set(span.file.path, hashes);
        return hashes[(0,position/* rangeOf */.be)(span).line - 1];
    };
    return alerts.map(({ main, related }) => {
        const ruleIndex = ruleIndexes.get(main.ruleId);
        if (ruleIndex === undefined)
            throw new Error(`the report has a finding of ${main.ruleId} but not the rule`);
        const places = related.slice(0, SARIF_LIMITS.relatedLocations);
        return {
            ruleId: main.ruleId,
            ruleIndex,
            level: main.severity,
            message: { text: [messageText(main.message), ...places.map(relatedLink)].join('\n') },
            locations: [{ physicalLocation: physicalLocation(main.at) }],
            ...(places.length > 0 ? { relatedLocations: places.map(relatedLocation) } : {}),
            partialFingerprints: {
                primaryLocationLineHash: lineHash(main.at),
                'promsec/v1': main.fingerprint,
            },
        };
    });
}
/** `[text](target)` is a link in a message (SARIF 2.1.0, 3.11.6), and no name in a configuration may make one. */
function messageText(message) {
    return message.replaceAll('](', '] (');
}
/** GitHub shows a related location only where the message links to its id. */
function relatedLink(related, index) {
    return `[${related.message.replace(/[\\[\]]/g, String.raw `\$&`)}](${index + 1})`;
}
function relatedLocation(related, index) {
    return {
        id: index + 1,
        message: { text: messageText(related.message) },
        physicalLocation: physicalLocation(related.at),
    };
}
function physicalLocation(span) {
    const { line, column, endLine, endColumn } = (0,position/* firstLineRangeOf */.RS)(span);
    return {
        artifactLocation: { uri: relativeUri(span.file.path) },
        region: { startLine: line, startColumn: column, endLine, endColumn },
    };
}
function relativeUri(path) {
    return path
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
}
//# sourceMappingURL=sarif.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/text.js
var report_text = __webpack_require__(877);
;// CONCATENATED MODULE: ./build/bundle/src/report/format.js





/** The reporter of `format`. */
function reporterFor(format, options) {
    switch (format) {
        case 'text':
            return (0,report_text/* textReporter */.h)(options);
        case 'json':
            return jsonReporter(options.version);
        case 'sarif':
            return sarifReporter(options.version);
        case 'github':
            return annotations/* githubReporter */.TO;
        case 'markdown':
            return markdownReporter;
    }
}
//# sourceMappingURL=format.js.map

/***/ }),

/***/ 4840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mostSevereFirst)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5157);

/** The findings, worst severity first, new ones before existing ones; else in the order of the report. */
function mostSevereFirst(findings) {
    return findings.toSorted((a, b) => _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.indexOf(a.severity) - _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.indexOf(b.severity) ||
        Number(a.state === 'existing') - Number(b.state === 'existing'));
}
//# sourceMappingURL=order.js.map

/***/ }),

/***/ 5309:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ rulePageOf),
/* harmony export */   lH: () => (/* binding */ TOOL_NAME),
/* harmony export */   w5: () => (/* binding */ PROJECT_URL)
/* harmony export */ });
/** The name that reports give the tool. */
const TOOL_NAME = 'promsec';
/** Where the project lives. */
const PROJECT_URL = 'https://github.com/promsec/promsec';
/** The page that explains the rule. */
function rulePageOf(ruleId) {
    return `${PROJECT_URL}/blob/v1/docs/rules/${ruleId}.md`;
}
//# sourceMappingURL=project.js.map

/***/ })

};
;