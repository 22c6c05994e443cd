"use strict";
exports.id = 419;
exports.ids = [419,28];
exports.modules = {

/***/ 38790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ lineInHeadCommit),
/* harmony export */   gf: () => (/* binding */ touchesChange),
/* harmony export */   lE: () => (/* binding */ nearestChangedLine)
/* harmony export */ });
/** The line of the head commit, where GitHub shows results, that a line of what was linted is. Both from 1. */
function lineInHeadCommit({ shifts }, path, line) {
    const shift = shifts.get(path)?.findLast(({ start }) => start <= line);
    return Math.max(1, line + (shift?.offset ?? 0));
}
/** True when one of the lines from `line` to `endLine`, from 1 and inclusive, is changed. */
function touchesChange({ isWhole, lines }, line, endLine) {
    return isWhole || lines.some(({ start, end }) => start <= endLine && line <= end);
}
/**
 * The changed line nearest to a line, of two that are as near the upper one; where lines were only taken out, the one
 * before them. The line itself where each counts as changed or no line is known.
 */
function nearestChangedLine({ isWhole, lines, deletedAfter }, line) {
    if (isWhole)
        return line;
    const nearest = [
        ...lines.map(({ start, end }) => Math.min(Math.max(line, start), end)),
        ...deletedAfter.map(after => Math.max(1, after)),
    ].sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b);
    return nearest[0] ?? line;
}
//# sourceMappingURL=changed-lines.js.map

/***/ }),

/***/ 91295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ anchorOf),
/* harmony export */   n: () => (/* binding */ seenLineOf)
/* harmony export */ });
/* harmony import */ var _findings_changed_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38790);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45361);


/** How many unchanged lines GitHub shows on either side of a change. */
const CONTEXT = 3;
/**
 * The anchor of a place: its own first line where that or one close to it is changed, else the nearest changed line of
 * its file. `undefined` where the file is not changed at all.
 */
function anchorOf(at, comparison) {
    const { path } = at.file;
    const change = comparison.changes.get(path);
    if (change === undefined)
        return undefined;
    const { line } = (0,_position_js__WEBPACK_IMPORTED_MODULE_0__/* .shownRangeOf */ .K9)(at);
    const nearest = (0,_findings_changed_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestChangedLine */ .lE)(change, line);
    const isElsewhere = Math.abs(nearest - line) > CONTEXT;
    return { line: (0,_findings_changed_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .lineInHeadCommit */ .Hy)(comparison, path, isElsewhere ? nearest : line), isElsewhere };
}
/** The first line of a place, from 1, in the commit that people see: what was linted, or the head of the pull request. */
function seenLineOf(at, comparison) {
    const { line } = (0,_position_js__WEBPACK_IMPORTED_MODULE_0__/* .shownRangeOf */ .K9)(at);
    return comparison === undefined ? line : (0,_findings_changed_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .lineInHeadCommit */ .Hy)(comparison, at.file.path, line);
}
//# sourceMappingURL=anchor.js.map

/***/ }),

/***/ 84510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ ANNOTATION_SLOTS),
/* harmony export */   I1: () => (/* binding */ MAX_ANNOTATION_LENGTH),
/* harmony export */   TO: () => (/* binding */ githubReporter),
/* harmony export */   yZ: () => (/* binding */ annotationPlanOf)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65157);
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91295);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46140);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84840);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45361);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75309);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7356);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86030);
/* harmony import */ var _workflow_log_js__WEBPACK_IMPORTED_MODULE_6__ = {get I(){return __webpack_require__(63504).I},get N(){return __webpack_require__(63504).N}};









/**
 * The runner keeps 10 annotations of a level per step (actions/runner, `ExecutionContext.cs`, `_maxCountPerIssueType`),
 * and the error that fails the step takes one of them.
 */
const ANNOTATION_SLOTS = { error: 9, warning: 10, note: 10 };
/** The runner cuts longer messages, in UTF-16 units (`ExecutionContext.cs`, `_maxIssueMessageLength`). */
const MAX_ANNOTATION_LENGTH = 4096;
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' };
/**
 * Which findings of a report become annotations: of those that count, the worst first, and of these the ones on changed
 * lines before the others.
 */
function annotationPlanOf({ findings, comparison }, slots) {
    const counting = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__/* .mostSevereFirst */ .Q)(findings.filter(finding => finding.state === 'new'));
    const placed = counting.map(finding => anchored(finding, comparison));
    const shown = [];
    const cut = { error: 0, warning: 0, note: 0 };
    const untouched = { error: 0, warning: 0, note: 0 };
    for (const severity of _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o) {
        const ofSeverity = placed.filter(({ finding }) => finding.severity === severity);
        const showable = ofSeverity.filter(placedFinding => comparison === undefined || placedFinding.anchor !== undefined);
        const nearest = showable.toSorted((a, b) => Number(isElsewhere(a)) - Number(isElsewhere(b)));
        shown.push(...nearest.slice(0, slots[severity]));
        cut[severity] = Math.max(0, showable.length - slots[severity]);
        untouched[severity] = ofSeverity.length - showable.length;
    }
    return { shown, cut, untouched };
}
function anchored(finding, comparison) {
    const anchor = comparison && (0,_anchor_js__WEBPACK_IMPORTED_MODULE_1__/* .anchorOf */ .d)(finding.at, comparison);
    return anchor === undefined ? { finding } : { finding, anchor };
}
function isElsewhere({ anchor }) {
    return anchor?.isElsewhere === true;
}
/** Workflow commands that the runner turns into annotations; then, in plain text, how many were left out. */
function githubReporter(slots = ANNOTATION_SLOTS) {
    return report => {
        const { shown, cut, untouched } = annotationPlanOf(report, slots);
        const lines = shown.map(placed => annotation(placed, report.comparison));
        const [full, elsewhere] = [cut, untouched].map(counts => (0,_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .severitiesText */ .jB)(counts));
        if (full)
            lines.push(`not shown as annotations: ${full} (GitHub keeps 10 of a level per step)`);
        if (elsewhere)
            lines.push(`not shown as annotations: ${elsewhere} in files that the change does not touch`);
        return lines.map(line => `${line}\n`).join('');
    };
}
function annotation({ finding, anchor }, comparison) {
    const { line, column: col, endLine, endColumn } = (0,_position_js__WEBPACK_IMPORTED_MODULE_3__/* .shownRangeOf */ .K9)(finding.at);
    // Without an end line the runner takes the first line. Columns together with another end line would be dropped
    // (`ValidateLinesAndColumns`), and a range of lines would move the annotation to the last of them, so that a place of
    // several lines is its first line.
    const columns = line === endLine && anchor?.isElsewhere !== true ? { col, endColumn } : {};
    return (0,_workflow_log_js__WEBPACK_IMPORTED_MODULE_6__/* .workflowCommand */ .N)(COMMANDS[finding.severity], { file: finding.at.file.path, line: anchor?.line ?? line, ...columns, title: finding.ruleId }, messageText(finding, anchor, comparison));
}
/** The message, the related places, and the rule's page; GitHub shows it as plain text. */
function messageText(finding, anchor, comparison) {
    const place = anchor?.isElsewhere === true ? `line ${(0,_anchor_js__WEBPACK_IMPORTED_MODULE_1__/* .seenLineOf */ .n)(finding.at, comparison)}: ` : '';
    const related = finding.related.map(({ at, message }) => {
        const line = at.file.text === '' ? '' : `:${(0,_anchor_js__WEBPACK_IMPORTED_MODULE_1__/* .seenLineOf */ .n)(at, comparison)}`;
        return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleText */ .Q6)(at.file.path)}${line}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleText */ .Q6)(message)}`;
    });
    const page = `\n${(0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .rulePageOf */ .PJ)(finding.ruleId)}`;
    const text = [place + (0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleText */ .Q6)(finding.message), ...related].join('\n');
    return (0,_cut_js__WEBPACK_IMPORTED_MODULE_8__/* .cutTo */ .y)(MAX_ANNOTATION_LENGTH - page.length, text) + page;
}
//# sourceMappingURL=annotations.js.map

/***/ }),

/***/ 97230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ relativeDays)
/* harmony export */ });
/* harmony import */ var _text_days_js__WEBPACK_IMPORTED_MODULE_0__ = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7356);


/** `in 12 days`, `12 days ago`, `today`. */
function relativeDays(moment, now) {
    const days = (0,_text_days_js__WEBPACK_IMPORTED_MODULE_0__/* .daysBetween */ .YM)(now, moment);
    if (days === 0)
        return moment < now ? 'just ended' : 'in hours';
    return days > 0 ? `in ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .numbered */ .jN)(days, 'day')}` : `${(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .numbered */ .jN)(-days, 'day')} ago`;
}
//# sourceMappingURL=expiry.js.map

/***/ }),

/***/ 46140:
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

/***/ 77419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reporterFor: () => (/* binding */ reporterFor)
});

// EXTERNAL MODULE: ./build/bundle/src/report/annotations.js
var annotations = __webpack_require__(84510);
// EXTERNAL MODULE: ./build/bundle/src/report/json.js
var json = __webpack_require__(28);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown.js + 3 modules
var markdown = __webpack_require__(13420);
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(46140);
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/report/json-text.js
var json_text = __webpack_require__(14734);
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
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(84840);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
// EXTERNAL MODULE: ./build/bundle/src/report/uri.js
var uri = __webpack_require__(32402);
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
        return (0,json_text/* jsonText */.s)({
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
        const { path, text, hasByteOrderMark } = span.file;
        // What is no text, upload-sarif hashes in its own way, and warns of a hash that is another.
        if (text === '')
            return undefined;
        const hashes = hashesByPath.get(path) ?? lineHashesOf(`${hasByteOrderMark ? '\uFEFF' : ''}${text}`);
        hashesByPath.set(path, hashes);
        return hashes[(0,position/* shownRangeOf */.K9)(span).line - 1];
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
        artifactLocation: { uri: (0,uri/* uriOf */.S)(span.file.path) },
        region: { startLine: line, startColumn: column, endLine, endColumn },
    };
}
//# sourceMappingURL=sarif.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/text.js
var report_text = __webpack_require__(20877);
;// CONCATENATED MODULE: ./build/bundle/src/report/format.js





/** The reporter of `format`. */
function reporterFor(format, options) {
    switch (format) {
        case 'text':
            return (0,report_text/* textReporter */.h)(options);
        case 'json':
            return (0,json.jsonReporter)(options.version);
        case 'sarif':
            return sarifReporter(options.version);
        case 'github':
            return (0,annotations/* githubReporter */.TO)(options.slots);
        case 'markdown':
            return (0,markdown/* markdownReporter */.L)(options);
    }
}
//# sourceMappingURL=format.js.map

/***/ }),

/***/ 14734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
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

/***/ }),

/***/ 28:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsonReporter: () => (/* binding */ jsonReporter)
/* harmony export */ });
/* harmony import */ var _findings_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24276);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14734);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45361);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75309);




/** The whole report as JSON; `json-schema.ts` describes it. @param version of promsec. */
function jsonReporter(version) {
    return report => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s)({
        version: 1,
        tool: { name: _project_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL_NAME */ .lH, version },
        now: report.now.toISOString(),
        findings: report.findings.map(findingJson),
        ignored: report.ignored.map(({ finding, reason, at }) => ({
            finding: findingJson(finding),
            reason,
            at: placeJson(at),
        })),
        unread: report.unread.map(({ path, reason }) => ({ path, reason })),
        files: { seen: report.files.seen, documents: report.files.documents },
        counts: (0,_findings_report_js__WEBPACK_IMPORTED_MODULE_3__/* .countsOf */ .m)(report.findings),
        ...(report.comparison === undefined ? {} : { comparison: comparisonJson(report.comparison) }),
        ...(report.withoutBase === undefined ? {} : { withoutBase: report.withoutBase }),
    });
}
function comparisonJson({ scope, base, headCommit, fixed, policyChanges, isUntouched }) {
    return {
        scope,
        base,
        ...(headCommit === undefined ? {} : { headCommit }),
        fixed,
        policyChanges,
        untouched: isUntouched,
    };
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
        ...(finding.fix === undefined ? {} : { fix: fixJson(finding.fix) }),
    };
}
function fixJson({ title, isSafe, edits }) {
    return { title, safe: isSafe, edits: edits.map(({ at, text }) => ({ text, ...placeJson(at) })) };
}
function placeJson(span) {
    return { file: span.file.path, ...(0,_position_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(span), exact: span.exact };
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 65791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   d$: () => (/* binding */ rowsWithin),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   ju: () => (/* binding */ markdownMessage),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86030);

/**
 * What GitHub makes more of than characters, once it has read the Markdown: a mention, a reference to an issue,
 * mathematics, a picture for `:name:`, a link for `www.` and for `://`. A tag in between parts it, unseen.
 */
const JOINED = /[@#$]|:(?=\/\/|[\w+-]+:)|(?<=www)\.|(?<=GH)-(?=\d)/gi;
/** What may be the name of a commit, which GitHub links to where it is one, but not in code. */
const COMMIT = /(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/g;
/**
 * `text` on one line as GitHub Flavored Markdown that shows just its characters, in a table cell too: nothing in it is
 * markup, a mention, a reference to an issue or a commit, mathematics, a picture or a link.
 */
function markdownText(text) {
    return plain(text.trim());
}
/** `text` the same way, in the type of code. */
function markdownCode(text) {
    return `<code>${escaped(text)}</code>`;
}
/** A message of ours the same way, with what stands between backticks in the type of code. */
function markdownMessage(message) {
    return message
        .trim()
        .split(/`([^`]+)`/)
        .map((part, index) => (index % 2 === 1 ? markdownCode(part) : plain(part)))
        .join('');
}
/** `label`, which is Markdown, as a link to `url`, whose path is percent-encoded. */
function markdownLink(label, url) {
    // An address in Markdown ends at a parenthesis, and encodeURIComponent leaves those.
    return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
function plain(text) {
    return escaped(text).replace(COMMIT, '<code>$&</code>');
}
function escaped(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(JOINED, '<span>$&</span>')
        .replace(/[\\`*_[\]|~]|^[-+=]|(?<=^\d+)[.)]/g, String.raw `\$&`);
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

/***/ }),

/***/ 13420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ markdownReporter)
});

// UNUSED EXPORTS: MAX_SUMMARY_BYTES

// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var report = __webpack_require__(24276);
// EXTERNAL MODULE: ./build/bundle/src/text/days.js
var text_days = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
// EXTERNAL MODULE: ./build/bundle/src/report/certificates/expiry.js
var expiry = __webpack_require__(97230);
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(46140);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(65791);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown-certificates.js





const SOON_DAYS = 90;
const HEAD = '| | Ends | Certificate | Place | Used by |\n| --: | --- | --- | --- | --- |\n';
/** How many names or uses of a certificate are shown. */
const MAX_SHOWN = 3;
/** What a picture can show and a reader still tell apart. */
const MAX_BARS = 20;
const MAX_BAR_DAYS = 365;
const MAX_LABEL_LENGTH = 60;
/** `12 certificates, 1 ended, 2 end within 90 days`. */
function certificatesTitle({ certificates, now }) {
    const ended = certificates.filter(({ notAfter }) => notAfter < now).length;
    const ending = certificates.filter(certificate => certificate.notAfter >= now && endsSoon(certificate, now)).length;
    return [
        (0,summary/* numbered */.jN)(certificates.length, 'certificate'),
        ...(ended > 0 ? [`${ended} ended`] : []),
        ...(ending > 0 ? [`${ending} within ${SOON_DAYS} days of the end`] : []),
    ].join(', ');
}
/** True where a certificate ended lately or is about to. */
function hasUrgentCertificate({ certificates, now }) {
    return certificates.some(certificate => endsSoon(certificate, now));
}
function endsSoon({ notAfter }, now) {
    return Math.abs((0,text_days/* daysBetween */.YM)(now, notAfter)) <= SOON_DAYS;
}
/** The certificates in the order of their end as a table of at most `budget` bytes, and beside it a picture of the first. */
function certificatesTable({ certificates, now }, place, budget) {
    const rows = certificates.map((certificate, index) => certificateRow(certificate, index + 1, now, place));
    const picture = timeline(certificates, now);
    const rest = budget - HEAD.length - Buffer.byteLength(picture);
    return `${HEAD}${(0,markdown_text/* rowsWithin */.d$)(rest, rows, count => `\n… ${count} more\n`)}${picture}`;
}
function certificateRow(certificate, number, now, place) {
    const { notAfter, at, block, blocks, usedBy } = certificate;
    const ends = `${(0,text_days/* dayOf */.kb)(notAfter)}<br>${(0,expiry/* relativeDays */.g)(notAfter, now).replaceAll(' ', '&nbsp;')}`;
    const where = blocks > 1 ? `${place(at)}<br>block ${block} of ${blocks}` : place(at);
    const uses = usedBy.map(use => `${place(use.at)} ${(0,markdown_text/* markdownCode */.D9)(use.field)}`);
    return `| ${number} | ${ends} | ${subjectText(certificate)} | ${where} | ${firstOf(uses, '<br>')} |\n`;
}
/** What it is called, what for, and by whom it was issued, as far as one does not follow from another. */
function subjectText({ subject, names, kind, key, issuer }) {
    const others = names.filter(name => name !== subject).map(markdown_text/* markdownText */.p7);
    const also = others.length > 0 ? ` (${firstOf(others, ', ')})` : '';
    const by = kind === 'root' ? '' : `, issued by ${(0,markdown_text/* markdownText */.p7)(issuer)}`;
    return `${(0,markdown_text/* markdownText */.p7)(subject)}${also}<br>${kind}, ${(0,markdown_text/* markdownText */.p7)(key)}${by}`;
}
function firstOf(items, separator) {
    const more = items.length - MAX_SHOWN;
    return [...items.slice(0, MAX_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
/**
 * A Gantt chart of Mermaid with what is left of each certificate, or how long it has been over. It holds nothing that the
 * table does not, as not everything that shows Markdown shows it.
 */
function timeline(certificates, now) {
    const bars = certificates
        .map((certificate, index) => ({ certificate, number: index + 1 }))
        .filter(({ certificate }) => {
        const days = (0,text_days/* daysBetween */.YM)(now, certificate.notAfter);
        return days >= -SOON_DAYS && days <= MAX_BAR_DAYS;
    })
        .slice(0, MAX_BARS)
        .map(({ certificate, number }) => `    ${number} ${barLabel(certificate)} ${bar(certificate, now)}\n`);
    if (bars.length === 0)
        return '';
    return `\n\`\`\`mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m-%d\n${bars.join('')}\`\`\`\n`;
}
/**
 * The name of a certificate with nothing in it that Mermaid gives a meaning to. The number before it keeps the first word
 * from being one of its own.
 */
function barLabel({ subject }) {
    const plain = subject.replace(/[^\p{L}\p{N}._*-]+/gu, ' ').trim();
    return (0,cut/* cutTo */.y)(MAX_LABEL_LENGTH, plain);
}
function bar(certificate, now) {
    const { notAfter } = certificate;
    const [from, to] = (notAfter < now ? [notAfter, now] : [now, notAfter]).map(text_days/* dayOf */.kb);
    const tag = notAfter < now ? 'crit, ' : endsSoon(certificate, now) ? 'active, ' : '';
    // A bar of no days is not drawn.
    return `:${tag}${from}, ${from === to ? '1d' : to}`;
}
//# sourceMappingURL=markdown-certificates.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(84840);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown-findings.js



const markdown_findings_HEAD = '| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
/** A table of findings, worst first, that takes at most `budget` bytes of UTF-8. Begins with an empty line. */
function findingsTable(findings, place, budget) {
    const rows = (0,order/* mostSevereFirst */.Q)(findings).map(finding => findingRow(finding, place));
    return `\n${markdown_findings_HEAD}${(0,markdown_text/* rowsWithin */.d$)(budget - markdown_findings_HEAD.length - 1, rows, count => `\n… ${count} more\n`)}`;
}
function findingRow(finding, place) {
    const messages = [
        (0,markdown_text/* markdownMessage */.ju)(finding.message),
        ...finding.related.map(({ at, message }) => `${place(at)}: ${(0,markdown_text/* markdownMessage */.ju)(message)}`),
    ];
    return `| ${finding.severity} | ${ruleLink(finding)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}
/** A list item for a finding that a comment took out, with the reason that the comment gives. */
function ignoredRow({ finding, reason }, place) {
    return `- ${ruleLink(finding)} at ${place(finding.at)}: ${(0,markdown_text/* markdownText */.p7)(reason)}\n`;
}
function ruleLink({ ruleId }) {
    return `[${(0,markdown_text/* markdownText */.p7)(ruleId)}](${(0,project/* rulePageOf */.PJ)(ruleId)})`;
}
//# sourceMappingURL=markdown-findings.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/anchor.js
var report_anchor = __webpack_require__(91295);
// EXTERNAL MODULE: ./build/bundle/src/report/uri.js
var uri = __webpack_require__(32402);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown-place.js



/**
 * The writer of `file:line`, with the line that the pull request is shown at.
 *
 * @param commit the address of the files of that commit, to which places are linked: `https://github.com/o/r/blob/SHA`.
 */
function placeWriter({ comparison }, commit) {
    return at => {
        const { path, text } = at.file;
        // What is no text has no lines.
        const line = text === '' ? undefined : (0,report_anchor/* seenLineOf */.n)(at, comparison);
        const label = (0,markdown_text/* markdownCode */.D9)(line === undefined ? path : `${path}:${line}`);
        if (commit === undefined)
            return label;
        return (0,markdown_text/* markdownLink */.iQ)(label, `${commit}/${(0,uri/* uriOf */.S)(path)}${line === undefined ? '' : `#L${line}`}`);
    };
}
//# sourceMappingURL=markdown-place.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown.js







/** Bytes of UTF-8. GitHub drops the whole summary of a step that is over 1 MiB. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** The part of the whole that one list besides the findings may take. */
const LIST_SHARE = 1 / 9;
/**
 * The job summary: the verdict, what is changed of the policy, the findings that count, worst first, and folded away those
 * that do not, the certificates by their end, and what was read, not read and ignored.
 */
function markdownReporter({ commit, verdict, maxBytes = MAX_SUMMARY_BYTES } = {}) {
    return report => {
        const place = placeWriter(report, commit);
        const budget = Math.floor(maxBytes * LIST_SHARE);
        const [counting, existing] = ['new', 'existing'].map(state => report.findings.filter(f => f.state === state));
        const head = headline(report, counting ?? [], verdict) + policySection(report.comparison, budget);
        const tail = [
            existingSection(existing ?? [], place, budget),
            certificatesSection(report, place, budget),
            unreadSection(report.unread, budget),
            ignoredSection(report, place, budget),
            `\n${(0,markdown_text/* markdownText */.p7)((0,summary/* filesText */.TC)(report.files))}\n`,
        ].join('');
        if (counting === undefined || counting.length === 0)
            return head + tail;
        return head + findingsTable(counting, place, maxBytes - Buffer.byteLength(head + tail)) + tail;
    };
}
function headline({ comparison, withoutBase }, counting, verdict) {
    const files = (0,report/* filesOf */.R)(counting).length;
    const where = files > 0 ? ` in ${(0,summary/* numbered */.jN)(files, 'file')}` : '';
    const title = `## ${project/* TOOL_NAME */.lH}: ${(0,summary/* countsText */.WN)(counting, comparison === undefined ? '' : 'new ')}${where}\n`;
    const paragraphs = [
        verdict,
        comparison && comparisonText(comparison),
        withoutBase && `Everything counts, what stood there before too: ${(0,markdown_text/* markdownText */.p7)(withoutBase)}.`,
    ];
    return [title, ...paragraphs.filter(text => text !== undefined).map(text => `${text}\n`)].join('\n');
}
function comparisonText({ scope, base, fixed, isUntouched }) {
    const than = (0,markdown_text/* markdownText */.p7)(base);
    if (isUntouched)
        return `Nothing that ${project/* TOOL_NAME */.lH} reads is other than in ${than}, so that nothing was judged.`;
    const gone = fixed > 0 ? ` ${(0,summary/* numbered */.jN)(fixed, 'finding')} of the base ${fixed === 1 ? 'is' : 'are'} gone.` : '';
    const what = scope === 'new' ? 'what is not in' : 'what stands on lines that are other than in';
    return `Only ${what} ${than} counts.${gone}`;
}
function policySection(comparison, budget) {
    const rows = (comparison?.policyChanges ?? []).map(change => `- ${(0,markdown_text/* markdownText */.p7)(change)}\n`);
    if (rows.length === 0)
        return '';
    return `\n**The change alters what counts:**\n\n${(0,markdown_text/* rowsWithin */.d$)(budget, rows, more)}`;
}
function existingSection(findings, place, budget) {
    if (findings.length === 0)
        return '';
    return folded(`Not new: ${(0,summary/* countsText */.WN)(findings)}`, findingsTable(findings, place, budget));
}
function certificatesSection(report, place, budget) {
    if (report.certificates.length === 0)
        return '';
    const table = `\n${certificatesTable(report, place, budget)}`;
    // What ends is news in an audit, and beside the point of a pull request.
    return folded(certificatesTitle(report), table, report.comparison === undefined && hasUrgentCertificate(report));
}
function unreadSection(unread, budget) {
    const rows = [...(0,summary/* unreadByReason */.Rl)(unread)].flatMap(([reason, entries]) => entries.map(({ path }) => `- ${(0,markdown_text/* markdownCode */.D9)(path)}: ${(0,markdown_text/* markdownText */.p7)(reason)}\n`));
    return foldedList(`${rows.length} not read`, rows, budget);
}
function ignoredSection({ ignored }, place, budget) {
    const rows = ignored.map(one => ignoredRow(one, place));
    return foldedList(`${(0,summary/* numbered */.jN)(rows.length, 'finding')} ignored by comments`, rows, budget);
}
function foldedList(title, rows, budget) {
    return rows.length > 0 ? folded(title, `\n${(0,markdown_text/* rowsWithin */.d$)(budget, rows, more)}`) : '';
}
function more(count) {
    return `- … ${count} more\n`;
}
/** A part that is closed until a reader opens it. @param content begins with an empty line, as Markdown in HTML has to. */
function folded(title, content, isOpen = false) {
    return `\n<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n${content}\n</details>\n`;
}
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 84840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mostSevereFirst)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65157);

/** The findings, worst severity first, new ones before existing ones; else in the order of the report. */
function mostSevereFirst(findings) {
    return findings.toSorted((a, b) => _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.indexOf(a.severity) - _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.indexOf(b.severity) ||
        Number(a.state === 'existing') - Number(b.state === 'existing'));
}
//# sourceMappingURL=order.js.map

/***/ }),

/***/ 32402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ uriOf)
/* harmony export */ });
/** A path with `/`, percent-encoded (RFC 3986) and relative, so that it can stand in an address. */
function uriOf(path) {
    return path
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
}
//# sourceMappingURL=uri.js.map

/***/ })

};
;