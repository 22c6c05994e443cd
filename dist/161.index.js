"use strict";
exports.id = 161;
exports.ids = [161];
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

/***/ 65161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reporterFor: () => (/* binding */ reporterFor)
});

// EXTERNAL MODULE: ./build/bundle/src/report/annotations.js
var annotations = __webpack_require__(84510);
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
;// CONCATENATED MODULE: ./build/bundle/src/report/message-lines.js


/** The message of a finding and, on a line each, the places that belong to it: `path:line: message`. */
function messageLines({ message, related }) {
    const places = related.map(({ at, message: what }) => {
        const line = at.file.text === '' ? '' : `:${(0,position/* shownRangeOf */.K9)(at).line}`;
        return `${(0,visible/* visibleText */.Q6)(at.file.path)}${line}: ${(0,visible/* visibleText */.Q6)(what)}`;
    });
    return [(0,visible/* visibleText */.Q6)(message), ...places].join('\n');
}
//# sourceMappingURL=message-lines.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/xml.js

/** The first line of a document. */
const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** What no document may hold, not even as a reference to the character (XML 1.0, production 2). */
const NEVER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/**
 * Markup, what a reader would take for other white space, what nobody sees or what turns other text, and the bracket
 * that makes a command of `##[` in the log of a workflow.
 */
const REFERRED = /[&<>"]|(?<=##)\[|(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u0085]/gu;
const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/**
 * `text` for an attribute or an element: a parser gives just its characters back, and of those that XML cannot hold
 * what {@link escapedCharacter} makes of them.
 */
function xmlText(text) {
    return text
        .replace(NEVER, visible/* escapedCharacter */.Xt)
        .replace(REFERRED, character => NAMED[character] ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}
/** Lines of text (LF) for an element, which a parser gives back line by line. */
function xmlLines(text) {
    return text.split('\n').map(xmlText).join('\n');
}
/**
 * An element on a line of its own, or on several.
 *
 * @param content elements, each of them ending its line, or text, both as they are to stand there.
 */
function xmlElement(name, attributes, content = '') {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
    const start = `<${name}${written.join('')}`;
    if (content === '')
        return `${start}/>\n`;
    const isOfElements = content.startsWith('<');
    return `${start}>${isOfElements ? `\n${content}` : content}</${name}>\n`;
}
//# sourceMappingURL=xml.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/checkstyle.js





/** The version of Checkstyle whose form it is, which other linters name too. */
const CHECKSTYLE_VERSION = '4.3';
const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' };
/**
 * The XML of Checkstyle (its `XMLLogger`), as Jenkins' Warnings Next Generation and others read it. What is not new is
 * there too, since such readers compare by themselves; what is ignored is not. Columns are in UTF-16 units.
 */
function checkstyleReporter() {
    return ({ findings }) => {
        const files = [...(0,grouped/* groupedBy */.m)(findings, ({ at }) => at.file.path)].map(([name, ofFile]) => xmlElement('file', { name }, ofFile.map(errorElement).join('')));
        return XML_DECLARATION + xmlElement('checkstyle', { version: CHECKSTYLE_VERSION }, files.join(''));
    };
}
function errorElement(finding) {
    const { line, column } = (0,position/* shownRangeOf */.K9)(finding.at);
    return xmlElement('error', {
        line,
        column,
        severity: SEVERITIES[finding.severity],
        message: messageLines(finding),
        source: `${project/* TOOL_NAME */.lH}.${finding.ruleId}`,
    });
}
//# sourceMappingURL=checkstyle.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/fingerprint.js
var fingerprint = __webpack_require__(77764);
// EXTERNAL MODULE: ./build/bundle/src/report/json-text.js
var json_text = __webpack_require__(14734);
;// CONCATENATED MODULE: ./build/bundle/src/report/code-quality.js





const code_quality_SEVERITIES = { error: 'critical', warning: 'major', note: 'info' };
/**
 * A Code Quality report of GitLab (docs: "Code Quality report format"), which has what Code Climate's form asks for
 * besides (its SPEC.md: `type` and `categories`). What is not new is there too, since GitLab compares the reports of two
 * branches by itself; what is ignored is not.
 */
function codeQualityReporter() {
    return ({ findings }) => {
        // GitLab keeps one of those with the same fingerprint, and ours are the same in all files.
        const alike = (0,grouped/* groupedBy */.m)(findings, ({ at, fingerprint }) => `${fingerprint}\0${at.file.path}`);
        const fingerprints = new Map([...alike].flatMap(([key, group]) => group.map((finding, place) => [finding, (0,fingerprint/* digestOf */.o)(`${key}\0${place}`)])));
        return (0,json_text/* jsonText */.s)(findings.map(finding => degradation(finding, fingerprints.get(finding) ?? '')));
    };
}
function degradation(finding, fingerprint) {
    const { first, last } = (0,position/* linesOf */.Dx)(finding.at);
    return {
        type: 'issue',
        categories: ['Security'],
        description: messageLines(finding),
        check_name: finding.ruleId,
        fingerprint,
        severity: code_quality_SEVERITIES[finding.severity],
        location: { path: finding.at.file.path, lines: { begin: first, end: last } },
    };
}
//# sourceMappingURL=code-quality.js.map
// EXTERNAL MODULE: ./node_modules/@noble/hashes/sha2.js + 3 modules
var sha2 = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/bundle/src/text/days.js
var text_days = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var report_summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/report/certificates/expiry.js
var expiry = __webpack_require__(97230);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-certificates.js
var markdown_certificates = __webpack_require__(28444);
;// CONCATENATED MODULE: ./build/bundle/src/report/html/certificate-status.js


/** The status of a certificate at a moment. */
function statusOf({ notAfter }, now) {
    if (notAfter < now)
        return 'ended';
    return (0,text_days/* daysBetween */.YM)(now, notAfter) <= markdown_certificates/* SOON_DAYS */._A ? 'soon' : 'later';
}
//# sourceMappingURL=certificate-status.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(46140);
;// CONCATENATED MODULE: ./build/bundle/src/report/html/expiry-rows.js




/** As many ends in the time that is drawn have a row each; of more, those of a month share one. */
const MAX_SINGLE_ROWS = 30;
/** What a picture can show and a reader still tell apart. */
const MAX_ROWS = 40;
const MAX_LABEL_LENGTH = 40;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** The name of a month in UTC: `March 2027`. */
function monthOf(moment) {
    return `${MONTHS[moment.getUTCMonth()] ?? ''} ${moment.getUTCFullYear()}`;
}
/**
 * The rows for certificates, which come in the order of their end. Those of a year share one where the time that is drawn
 * does not hold their end, which is the rest of the year where it holds others of it.
 *
 * @param isDrawn tells whether it holds a moment.
 */
function expiryRows(certificates, isDrawn) {
    const drawn = certificates.filter(({ notAfter }) => isDrawn(notAfter));
    const isLong = drawn.length > MAX_SINGLE_ROWS;
    const drawnYears = new Set(drawn.map(({ notAfter }) => notAfter.getUTCFullYear()));
    const groups = (0,grouped/* groupedBy */.m)([...certificates.entries()], ([index, { notAfter }]) => {
        const year = notAfter.getUTCFullYear();
        if (!isDrawn(notAfter))
            return drawnYears.has(year) ? `rest of ${year}` : String(year);
        return isLong ? monthOf(notAfter) : `certificate ${index}`;
    });
    const rows = [...groups].map(([period, entries]) => rowOf(period, entries.map(([, certificate]) => certificate)));
    if (rows.length <= MAX_ROWS)
        return rows;
    const rest = rows.slice(MAX_ROWS - 1).flatMap(row => row.certificates);
    return [...rows.slice(0, MAX_ROWS - 1), rowOf('later', rest)];
}
function rowOf(period, certificates) {
    const [first, second] = certificates;
    if (first === undefined || second !== undefined) {
        return { label: `${period}: ${(0,report_summary/* numbered */.jN)(certificates.length, 'certificate')}`, certificates };
    }
    return { label: (0,cut/* cutTo */.y)(MAX_LABEL_LENGTH, `${(0,text_days/* dayOf */.kb)(first.notAfter)} ${first.subject}`), certificates };
}
//# sourceMappingURL=expiry-rows.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/markup.js

/** HTML, as opposed to text, which has to be escaped before it stands in a page: {@link html} makes it. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
/**
 * A template of HTML. Each text that is put in, into quoted attributes too, shows just its characters, on one line, with
 * those that nobody sees written out. Of the white space around the line breaks of the template itself one is left, and
 * a space at its end is one.
 */
function html(strings, ...values) {
    const raw = strings.map(text => text.replace(/\s*\n\s*/g, '\n'));
    raw.push(raw.pop()?.replace(/ $/, '\n') ?? '');
    return new Html(String.raw({ raw }, ...values.map(markupOf)));
}
/** An element with a text of ours, to the very character, since the policy of the page has the hash of it. */
function verbatim(element, text) {
    return new Html(`<${element}>${text}</${element}>`);
}
function markupOf(value) {
    if (value === undefined)
        return '';
    if (value instanceof Html)
        return value.markup;
    if (typeof value === 'object')
        return value.map(({ markup }) => markup).join('');
    return typeof value === 'number' ? String(value) : escaped(value);
}
const REFERENCES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    // Two of them begin a command to the runner of GitHub, where a page is printed in a log.
    '#': '&#35;',
    ':': '&#58;',
};
const ESCAPED = /[&<>"']|([#:])(?=[\ufe0e\ufe0f]*\1)/g;
function escaped(text) {
    return (0,visible/* visibleText */.Q6)(text).replace(ESCAPED, character => REFERENCES[character] ?? character);
}
//# sourceMappingURL=markup.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/expiry-timeline.js




/** How far the axis reaches, in days from now: back only where a certificate has ended. */
const DAYS_BACK = 92;
const DAYS_BACK_AT_LEAST = 15;
const DAYS_AHEAD = 366;
/** In pixels. Places along the axis are parts of a hundred, so that text keeps its size on a phone. */
const ROW_HEIGHT = 30;
const AXIS_HEIGHT = 34;
/** A picture of when certificates end. The table beside it says the same in words. */
function expiryTimeline(certificates, now) {
    const axis = axisAround(now, certificates[0]?.notAfter ?? now);
    const rows = expiryRows(certificates, moment => axis.covers(moment));
    const height = AXIS_HEIGHT + rows.length * ROW_HEIGHT;
    const days = [axis.from, axis.to].map(moment => (0,text_days/* dayOf */.kb)(new Date(moment))).join(' to ');
    return html `<div class="timeline">
    <svg role="img" aria-labelledby="timeline-title" height="${height}">
      <title id="timeline-title">When certificates end, ${days}. The table below says the same in words.</title>
      <defs>
        <path id="mark-ended" d="M-5-5 5 5M5-5-5 5" />
        <path id="mark-soon" d="M0-6 6 5H-6Z" />
        <circle id="mark-later" r="4" />
        <path id="mark-beyond" d="M-4-5 3 0-4 5" />
        <path id="mark-before" d="M4-5-3 0 4 5" />
      </defs>
      ${months(axis, height)}
      <line class="today" x1="${axis.at(now)}%" x2="${axis.at(now)}%" y1="16" y2="${height}" />
      <text class="today" x="${axis.at(now)}%" y="11">today</text>
      <g class="rows">${rows.map((row, index) => track(row, middleOf(index), axis, now))}</g>
    </svg>
    <svg class="labels" aria-hidden="true" height="${height}">
      ${rows.map(({ label }, index) => html `<text y="${middleOf(index) + 4}">${label}</text> `)}
    </svg>
  </div> `;
}
function axisAround(now, firstEnd) {
    const back = firstEnd < now ? DAYS_BACK : DAYS_BACK_AT_LEAST;
    const from = now.getTime() - back * text_days/* DAY_MILLISECONDS */.SM;
    const to = now.getTime() + DAYS_AHEAD * text_days/* DAY_MILLISECONDS */.SM;
    const within = (moment) => Math.min(Math.max(moment.getTime(), from), to);
    return {
        from,
        to,
        at: moment => Math.round((2 + (96 * (within(moment) - from)) / (to - from)) * 100) / 100,
        covers: moment => moment.getTime() >= from && moment.getTime() <= to,
    };
}
function middleOf(row) {
    return AXIS_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2;
}
/** A line at the begin of each month, and the name of each third. */
function months({ from, to, at }, height) {
    const first = new Date(from);
    const lines = [];
    for (let month = first.getUTCMonth() + 1;; month += 1) {
        const begin = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
        if (begin.getTime() > to)
            break;
        const x = at(begin);
        lines.push(html `<line class="month" x1="${x}%" x2="${x}%" y1="${AXIS_HEIGHT - 4}" y2="${height}" /> `);
        if (begin.getUTCMonth() % 3 === 0) {
            const which = begin.getUTCMonth() % 6 === 0 ? 'month' : 'month quarter';
            const [name = '', year = ''] = monthOf(begin).split(' ');
            lines.push(html `<text class="${which}" x="${x}%" y="${AXIS_HEIGHT - 8}">${name.slice(0, 3)} ${year}</text> `);
        }
    }
    return html `${lines}`;
}
/** From today to the last end of a row, with a mark at each end. */
function track({ certificates }, y, axis, now) {
    const last = certificates.at(-1);
    if (last === undefined)
        return html ``;
    const farthest = last.notAfter < now ? (certificates[0] ?? last) : last;
    const marks = new Map(certificates.map(certificate => {
        const x = axis.at(certificate.notAfter);
        const status = statusOf(certificate, now);
        return [`${status} ${x}`, { x, status, shape: shapeFor(certificate, status, axis) }];
    }));
    return html `<line
      class="${statusOf(farthest, now)}"
      x1="${axis.at(now)}%"
      x2="${axis.at(farthest.notAfter)}%"
      y1="${y}"
      y2="${y}"
    />
    ${[...marks.values()].map(({ x, status, shape }) => html `<use class="${status}" href="#mark-${shape}" x="${x}%" y="${y}" /> `)}`;
}
function shapeFor({ notAfter }, status, axis) {
    if (axis.covers(notAfter))
        return status;
    return notAfter.getTime() < axis.from ? 'before' : 'beyond';
}
//# sourceMappingURL=expiry-timeline.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/certificates-section.js






/** How many names or uses of a certificate are shown. */
const MAX_SHOWN = 5;
const WORDS = { ended: 'ended', soon: 'ends soon', later: 'ends later' };
/** The certificates by their end: a picture, and a table with all of it. */
function certificatesSection(report, places) {
    const { certificates, now } = report;
    if (certificates.length === 0)
        return html ``;
    return html `<section id="certificates" aria-labelledby="certificates-title">
    <h2 id="certificates-title">Certificates</h2>
    <p class="lead">${(0,markdown_certificates/* certificatesTitle */.TB)(report)}</p>
    <p class="key">
      <span class="status ended">ended</span> <span class="status soon">ends within ${markdown_certificates/* SOON_DAYS */._A} days</span>
      <span class="status later">ends later</span>
    </p>
    ${expiryTimeline(certificates, now)}
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Ends</th>
          <th role="columnheader" scope="col">Certificate</th>
          <th role="columnheader" scope="col">Stands in</th>
          <th role="columnheader" scope="col">Used by</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${certificates.map(certificate => row(certificate, now, places))}
      </tbody>
    </table>
  </section> `;
}
function row(certificate, now, places) {
    const { subject, names, kind, key, issuer, notAfter, at, block, blocks, usedBy } = certificate;
    const status = statusOf(certificate, now);
    const others = names.filter(name => name !== subject).map(name => html `<code>${name}</code>`);
    const uses = usedBy.map(use => html `${places.place(use.at)} <code>${use.field}</code>`);
    return html `<tr role="row">
    <td role="cell">
      <time datetime="${notAfter.toISOString()}">${(0,text_days/* dayOf */.kb)(notAfter)}</time><br />${(0,expiry/* relativeDays */.g)(notAfter, now)}<br /><span
        class="status ${status}"
        >${WORDS[status]}</span
      >
    </td>
    <td role="cell">
      <strong>${subject}</strong><br />${kind},
      ${key}${kind === 'root' ? undefined : html `, issued by ${issuer}`}${others.length > 0
        ? html `<br />${firstOf(others, html `, `)}`
        : undefined}
    </td>
    <td role="cell">${places.place(at)}${blocks > 1 ? html `<br />block ${block} of ${blocks}` : undefined}</td>
    <td role="cell">${uses.length > 0 ? firstOf(uses, html `<br />`) : 'nothing here'}</td>
  </tr> `;
}
function firstOf(items, separator) {
    const rest = items.length - MAX_SHOWN;
    const shown = items.slice(0, MAX_SHOWN).flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
    return html `${shown}${rest > 0 ? html ` and ${rest} more` : undefined}`;
}
//# sourceMappingURL=certificates-section.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/finding.js
var finding = __webpack_require__(65157);
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(24276);
// EXTERNAL MODULE: ./build/bundle/src/report/anchor.js
var report_anchor = __webpack_require__(91295);
// EXTERNAL MODULE: ./build/bundle/src/report/uri.js
var uri = __webpack_require__(32402);
;// CONCATENATED MODULE: ./build/bundle/src/report/html/place.js




/** A path that may be broken behind each slash. */
function pathMarkup(path) {
    const [first = '', ...rest] = path.split('/');
    return html `${first}${rest.map(name => html `/<wbr />${name}`)}`;
}
/** @param commit the address of the files of the commit that is shown: `https://github.com/o/r/blob/SHA`. */
function placeWriter({ comparison }, commit) {
    const lineOf = (at) => (at.file.text === '' ? undefined : (0,report_anchor/* seenLineOf */.n)(at, comparison));
    const linked = (at, label) => {
        if (commit === undefined)
            return label;
        const line = lineOf(at);
        return html `<a href="${commit}/${(0,uri/* uriOf */.S)(at.file.path)}${line === undefined ? '' : `#L${line}`}">${label}</a>`;
    };
    return {
        lineOf,
        place(at) {
            const line = lineOf(at);
            return linked(at, html `<code class="path">${pathMarkup(at.file.path)}${line === undefined ? undefined : `:${line}`}</code>`);
        },
        lineAndColumn(at) {
            const line = lineOf(at);
            return line === undefined ? html `` : linked(at, html `line ${line}, column ${(0,position/* rangeOf */.be)(at).column}`);
        },
    };
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/filters.js





/** What narrows the findings down. It is hidden until a script runs, without which it would do nothing. */
function filterForm(findings) {
    const counts = (0,findings_report/* countsOf */.mQ)(findings);
    const severities = finding/* SEVERITIES */.o.filter(severity => counts[severity] > 0).map(severity => filters_checkbox('severity', severity, counts[severity], html `<span class="severity ${severity}">${severity}</span>`));
    const isCompared = new Set(findings.map(({ state }) => state)).size > 1;
    const states = ['new', 'existing'].map(state => {
        const count = findings.filter(finding => finding.state === state).length;
        return filters_checkbox('state', state, count, html `${state === 'new' ? 'new' : 'not new'}`);
    });
    const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
    return html `<form id="filters" role="search" aria-label="Filter the findings" hidden>
    <fieldset>
      <legend>Severity</legend>
      ${severities}
    </fieldset>
    ${isCompared
        ? html `<fieldset>
          <legend>State</legend>
          ${states}
        </fieldset> `
        : undefined}<label class="field"
      >Rule
      <select name="rule">
        <option value="">all rules</option>
        ${rules.map(id => html `<option>${id}</option>`)}
      </select></label
    >
    <label class="field"
      >File <input name="file" type="search" placeholder="part of a path" autocomplete="off" spellcheck="false"
    /></label>
    <label class="field"
      >Text
      <input name="text" type="search" placeholder="words" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
    /></label>
    <button type="reset">Show all</button>
    <output id="shown" aria-live="polite">${(0,report_summary/* numbered */.jN)(findings.length, 'finding')}</output>
  </form> `;
}
function filters_checkbox(name, value, count, label) {
    return html `<label class="choice"
    ><input type="checkbox" name="${name}" value="${value}" checked /> ${label}
    <span class="count">${count}</span></label
  >`;
}
/** Links to the files that have findings. */
function fileList(files) {
    if (files.length < 2)
        return html ``;
    const items = files.map(({ id, path, findings }) => html `<li><a href="#${id}">${pathMarkup(path)}</a> <span class="count">${findings.length}</span></li> `);
    return html `<nav class="files" aria-labelledby="files-title">
    <h2 id="files-title">Files</h2>
    <ol>
      ${items}
    </ol>
  </nav> `;
}
//# sourceMappingURL=filters.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/filter-script.js
/**
 * What the page does with a script: it narrows down the findings and the list of files, and unfolds the rule that a link
 * leads to, where the browser does not. All of the page is there without it.
 */
const FILTER_SCRIPT = `
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const unfold = () => {
    const target = document.querySelector(':target');
    const folded = target && target.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
  if (!form) return;

  const files = [...document.querySelectorAll('details.file')].map(element => ({
    element,
    path: element.dataset.path.toLowerCase(),
    link: document.querySelector('nav.files a[href="#' + element.id + '"]'),
    findings: [...element.querySelectorAll('li.finding')].map(item => ({ item, text: undefined })),
  }));
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = document.getElementById('shown');
  const none = document.getElementById('none');
  const fields = form.elements;
  const chosen = name => new Set([...form.querySelectorAll('[name=' + name + ']:checked')].map(box => box.value));

  const apply = () => {
    const [severities, states] = [chosen('severity'), chosen('state')];
    const rule = fields.rule.value;
    const part = fields.file.value.trim().toLowerCase();
    const words = fields.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const { element, path, link, findings } of files) {
      let inFile = 0;
      for (const finding of findings) {
        const { severity, state, rule: id } = finding.item.dataset;
        let matches = severities.has(severity) && (!fields.state || states.has(state));
        matches = matches && (rule === '' || id === rule) && path.includes(part);
        if (matches && words.length > 0) {
          finding.text ??= finding.item.textContent.toLowerCase() + ' ' + path;
          matches = words.every(word => finding.text.includes(word));
        }
        if (finding.item.hidden === matches) finding.item.hidden = !matches;
        if (matches) inFile += 1;
      }
      element.hidden = inFile === 0;
      if (link) link.parentElement.hidden = inFile === 0;
      count += inFile;
    }
    shown.value = (count === total ? '' : count + ' of ') + total + (total === 1 ? ' finding' : ' findings');
    none.hidden = count > 0;
  };

  let waiting = 0;
  form.hidden = false;
  form.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  document.addEventListener('keydown', event => {
    const isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fields.text.focus();
  });
  apply();
})();
`;
//# sourceMappingURL=filter-script.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var report_secrets = __webpack_require__(68821);
// EXTERNAL MODULE: ./build/bundle/src/report/frame.js
var report_frame = __webpack_require__(43077);
;// CONCATENATED MODULE: ./build/bundle/src/report/html/frame-markup.js



/** The line that a place begins on, with what it marks; nothing for what is no text. */
function frameMarkup(at, secrets, { lineOf }) {
    const line = lineOf(at);
    if (line === undefined)
        return html ``;
    const [before, marked, after] = partsOf((0,report_frame/* frameOf */.Dm)(at, secrets));
    return html `<pre
    class="frame"
  ><span class="number">${line}</span><code>${before}<mark>${marked}</mark>${after}</code></pre> `;
}
/** The text of a frame before, in and behind what is marked. */
function partsOf({ text, caretStart, caretLength }) {
    const start = indexAtColumn(text, caretStart);
    const end = indexAtColumn(text, caretStart + caretLength);
    return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
/** The index behind as much of a text as fits into so many columns; a mark that takes none goes with its letter. */
function indexAtColumn(text, columns) {
    let [index, column] = [0, 0];
    for (const character of text) {
        column += (0,visible/* columnsOf */.PL)(character);
        if (column > columns)
            break;
        index += character.length;
    }
    return index;
}
//# sourceMappingURL=frame-markup.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/prose.js

/** A message of ours, with what stands between backticks in the type of code. */
function messageMarkup(message) {
    const parts = message.trim().split(/`([^`]+)`/);
    return html `${parts.map((part, index) => (index % 2 === 1 ? html `<code>${part}</code>` : html `${part}`))}`;
}
/** The explanation of a rule: of Markdown it has paragraphs, lists of `-`, code and what is **strong**. */
function explanationMarkup(markdown) {
    return html `${markdown.split(/\n{2,}/).map(blockMarkup)}`;
}
function blockMarkup(block) {
    if (!block.startsWith('- '))
        return html `<p>${lineMarkup(block)}</p> `;
    const items = block.slice(2).split(/\n- /);
    return html `<ul>
    ${items.map(item => html `<li>${lineMarkup(item)}</li>`)}
  </ul> `;
}
function lineMarkup(text) {
    const parts = text.replace(/\s*\n\s*/g, ' ').split(/(`[^`]+`|\*\*[^*`]+\*\*)/);
    return html `${parts.map(part => {
        if (part.startsWith('`') && part.length > 1)
            return html `<code>${part.slice(1, -1)}</code>`;
        return part.startsWith('**') && part.length > 4 ? html `<strong>${part.slice(2, -2)}</strong>` : html `${part}`;
    })}`;
}
//# sourceMappingURL=prose.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/findings-section.js







/** How many places that belong to a finding are shown. */
const MAX_RELATED = 20;
/** Findings by file, in their order. @param prefix makes the ids of one list other than those of another. */
function findingsByFile(findings, prefix) {
    const groups = (0,grouped/* groupedBy */.m)(findings, finding => finding.at.file.path);
    return [...groups].map(([path, ofFile], index) => ({ id: `${prefix}-${index + 1}`, path, findings: ofFile }));
}
/** Findings with their frames, a part for each file. */
function fileSections(files, report, places) {
    const secrets = new report_secrets/* Secrets */.S(report.secrets);
    const sections = files.map(({ id, path, findings }) => html `<details class="file" id="${id}" data-path="${path}" open>
        <summary>
          <h3>${pathMarkup(path)}</h3>
          <span class="counts">${(0,report_summary/* countsText */.WN)(findings)}</span>
        </summary>
        <ol>
          ${findings.map(finding => findingItem(finding, secrets, places))}
        </ol>
      </details> `);
    return html `${sections}`;
}
function findingItem(finding, secrets, places) {
    const { ruleId, severity, state, message, at, fix } = finding;
    return html `<li class="finding" data-severity="${severity}" data-rule="${ruleId}" data-state="${state}">
    <p class="origin">
      <span class="severity ${severity}">${severity}</span> <a class="rule" href="#rule-${ruleId}">${ruleId}</a>
      <span class="line">${places.lineAndColumn(at)}</span>
    </p>
    <h4>${messageMarkup(message)}</h4>
    ${frameMarkup(at, secrets, places)}${relatedList(finding, secrets, places)}${fix &&
        html `<p class="fix"><strong>${fix.isSafe ? 'Fix' : 'Unsafe fix'}:</strong> ${messageMarkup(fix.title)}</p> `}
  </li> `;
}
function relatedList({ related }, secrets, places) {
    if (related.length === 0)
        return undefined;
    const items = related
        .slice(0, MAX_RELATED)
        .map(({ at, message }) => html `<li>${messageMarkup(message)} ${places.place(at)} ${frameMarkup(at, secrets, places)}</li> `);
    const rest = related.length - items.length;
    return html `<ul class="related">
    ${items}${rest > 0 ? html `<li>… ${rest} more</li> ` : undefined}
  </ul> `;
}
//# sourceMappingURL=findings-section.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/other-sections.js





/** What ignore comments took out, with the reasons that they give. */
function ignoredSection({ ignored }, places) {
    if (ignored.length === 0)
        return html ``;
    const items = ignored.map(({ finding, reason, at }) => html `<li>
        <p class="origin">
          <span class="severity ${finding.severity}">${finding.severity}</span>
          <a class="rule" href="#rule-${finding.ruleId}">${finding.ruleId}</a> ${places.place(finding.at)}
        </p>
        <p>${messageMarkup(finding.message)}</p>
        <p class="reason"><strong>Reason:</strong> ${reason} <span class="line">(${places.lineAndColumn(at)})</span></p>
      </li> `);
    return html `<section id="ignored" aria-labelledby="ignored-title">
    <h2 id="ignored-title">Ignored</h2>
    <p class="lead">${(0,report_summary/* numbered */.jN)(ignored.length, 'finding')} taken out by comments, which give these reasons.</p>
    <ul class="plain">
      ${items}
    </ul>
  </section> `;
}
/** What might be of Prometheus and was not read, by reason. */
function unreadSection({ unread }) {
    if (unread.length === 0)
        return html ``;
    const groups = [...(0,report_summary/* unreadByReason */.Rl)(unread)].map(([reason, entries]) => html `<h3>${reason}</h3>
        <ul class="paths">
          ${entries.map(({ path }) => html `<li><code class="path">${pathMarkup(path)}</code></li> `)}
        </ul> `);
    return html `<section id="unread" aria-labelledby="unread-title">
    <h2 id="unread-title">Not read</h2>
    <p class="lead">Nothing is known of what stands there.</p>
    ${groups}
  </section> `;
}
/** What the rules say that found something, and how often they did. */
function rulesSection(report) {
    const counts = new Map();
    const shown = [...report.findings, ...report.ignored.map(({ finding }) => finding)];
    for (const { ruleId } of shown)
        counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    const rules = report.rules.filter(({ id }) => counts.has(id));
    if (rules.length === 0)
        return html ``;
    return html `<section id="rules" aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    <p class="lead">Why each of these matters, and what to do about it.</p>
    ${rules.map(rule => ruleDetails(rule, counts.get(rule.id) ?? 0))}
  </section> `;
}
/** The id stands inside of what is folded, since a browser unfolds what holds the target of a link. */
function ruleDetails({ id, severity, summary, explanation }, count) {
    return html `<details class="about">
    <summary>
      <h3>${id}</h3>
      <span class="counts">${(0,report_summary/* numbered */.jN)(count, 'finding')}</span> <span class="summary">${summary}</span>
    </summary>
    <div id="rule-${id}" tabindex="-1">
      ${explanationMarkup(explanation)}
      <p>By default: ${severity}. <a href="${(0,project/* rulePageOf */.PJ)(id)}" rel="noreferrer">Its page, with examples</a></p>
    </div>
  </details> `;
}
//# sourceMappingURL=other-sections.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/parts-style.js
/** How the parts of the page look that hold findings, certificates and rules. */
const PARTS_STYLE = `
#filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: 0 0 1rem; padding: .75rem 0; background: var(--page); border-bottom: 1px solid var(--line); font-size: .875rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.choice { display: inline-flex; align-items: center; gap: .35rem; min-height: 1.75rem; cursor: pointer; }
.choice input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; }
.field { display: inline-flex; align-items: center; gap: .4rem; color: var(--quiet); min-width: 0; }
.field input, .field select, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--strong-line); border-radius: 6px; padding: .25rem .5rem; min-width: 0; min-height: 2rem; }
.field input { width: 9.5rem; }
.field select { max-width: 13rem; }
.field input::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; padding: .25rem .75rem; }
button:hover { background: var(--surface); }
#shown { color: var(--quiet); margin-left: auto; font-variant-numeric: tabular-nums; }
@media (max-width: 47.99rem), (max-height: 31.99rem) {
  #filters { position: static; }
}
@media (max-width: 47.99rem) {
  .field { flex: 1 1 100%; }
  .field input, .field select { flex: 1; width: auto; max-width: none; }
  header, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
}
@media (min-width: 48rem) and (min-height: 32rem) {
  #findings :is(.file, .file a, .file summary) { scroll-margin-top: 6.5rem; }
}

.severity, .status { font-weight: 600; white-space: nowrap; }
.severity.error, .status.ended { color: var(--error); }
.severity.warning, .status.soon { color: var(--warning); }
.severity.note { color: var(--note); }
.status.later { color: var(--quiet); }
.severity::before, .status::before { display: inline-block; width: 1.15em; font-weight: 400; }
.severity.error::before, .status.ended::before { content: "\\2715"; content: "\\2715" / ""; }
.severity.warning::before, .status.soon::before { content: "\\25b2"; content: "\\25b2" / ""; }
.severity.note::before, .status.later::before { content: "\\25cf"; content: "\\25cf" / ""; }

.file { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.file > summary, .about > summary { display: grid; grid-template-columns: .75rem minmax(0, 1fr) auto; align-items: baseline; gap: .125rem .5rem; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\203a"; content: "\\203a" / ""; color: var(--quiet); font-size: 1.125rem; line-height: 1; text-align: center; }
[open] > summary::before { transform: rotate(90deg); }
.file > summary { background: var(--surface); border-radius: 7px; }
.file[open] > summary { border-radius: 7px 7px 0 0; border-bottom: 1px solid var(--line); }
summary h3 { font: 600 .9375rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.counts { color: var(--quiet); font-size: .875rem; }
.file ol, ul.plain { list-style: none; margin: 0; padding: 0; }
.finding, ul.plain > li { padding: 1rem; }
.finding + .finding, ul.plain > li + li { border-top: 1px solid var(--line); }
.finding h4 { font-size: 1rem; font-weight: 500; overflow-wrap: anywhere; }
.origin { display: flex; flex-wrap: wrap; gap: 0 .875rem; margin: 0 0 .2rem; font-size: .875rem; }
.line { color: var(--quiet); }
.frame { display: flex; margin: .6rem 0 0; padding: .5rem .75rem; background: var(--surface); border-radius: 6px; font-size: .8125rem; line-height: 1.6; tab-size: 4; }
.frame .number { flex: none; min-width: 2ch; padding-right: 1rem; text-align: right; color: var(--quiet); user-select: none; }
.frame code { font-size: inherit; white-space: pre-wrap; word-break: break-all; min-width: 0; }
mark { color: var(--text); background: var(--note-tint); border-radius: 2px; box-shadow: 0 2px 0 var(--note); }
mark:empty { padding-right: .5ch; }
.finding[data-severity="error"] > .frame mark { background: var(--error-tint); box-shadow: 0 2px 0 var(--error); }
.finding[data-severity="warning"] > .frame mark { background: var(--warning-tint); box-shadow: 0 2px 0 var(--warning); }
.related { list-style: none; margin: .75rem 0 0; padding: 0; font-size: .9375rem; overflow-wrap: anywhere; }
.related > li { margin-top: .5rem; }
.path { color: var(--quiet); font-size: .8125rem; overflow-wrap: anywhere; }
.fix { margin: .75rem 0 0; font-size: .9375rem; }
#existing .file { border-style: dashed; }

.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.timeline { display: grid; grid-template-columns: 36% 64%; margin: 0 0 1rem; }
.timeline svg { display: block; width: 100%; grid-row: 1; grid-column: 2; font: .75rem/1 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.timeline .labels { grid-column: 1; overflow: visible; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.timeline text { fill: var(--text); stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
.timeline text.month, .timeline text.today { fill: var(--quiet); text-anchor: middle; }
.timeline text.today { font-weight: 600; }
.timeline line { stroke-width: 2; stroke: var(--strong-line); }
.timeline line.month { stroke: var(--line); stroke-width: 1; }
.timeline line.today { stroke: var(--strong-line); stroke-width: 1; stroke-dasharray: 3 3; }
.timeline line.ended { stroke: var(--error); }
.timeline line.soon { stroke: var(--warning); }
.timeline use { fill: var(--strong-line); stroke: var(--page); stroke-width: 1.5; paint-order: stroke; }
.timeline use.soon { fill: var(--warning); }
.timeline use.ended, .timeline use[href="#mark-before"] { fill: none; stroke: var(--error); stroke-width: 2.5; }
.timeline use[href="#mark-beyond"] { fill: none; stroke: var(--strong-line); stroke-width: 2; }
@media screen and (max-width: 47.99rem) {
  .timeline { grid-template-columns: 100%; }
  .timeline svg, .timeline .labels { grid-column: 1; }
  .timeline .rows { transform: translateY(7px); }
  .timeline .labels text { transform: translateY(-8px); }
  .timeline text.quarter { display: none; }
}

table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45; }
th { text-align: left; font-weight: 600; color: var(--quiet); }
th, td { padding: .6rem 1rem .6rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
th:nth-child(2) { width: 32%; }
@media screen and (max-width: 47.99rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  td { padding: .15rem 0; border: 0; }
  tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  td:first-child { display: flex; gap: .75rem; }
  td:first-child br { display: none; }
  td:nth-child(3)::before, td:nth-child(4)::before { color: var(--quiet); }
  td:nth-child(3)::before { content: "stands in "; }
  td:nth-child(4)::before { content: "used by "; }
}

.reason { overflow-wrap: anywhere; }
.paths { padding-left: 1.25rem; }
#unread h3 { font-size: 1rem; font-weight: 600; }
.about { border-bottom: 1px solid var(--line); }
.about > summary { padding: .6rem 0; }
.about .summary { grid-column: 2 / -1; color: var(--quiet); }
.about > div { scroll-margin-top: 5.5rem; max-width: 46rem; padding: 0 0 1rem 1.25rem; }
`;
//# sourceMappingURL=parts-style.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/style.js

/** Light is what paper gets too; dark is for screens of those who ask for it. Each pair of colours has a contrast of 4.5. */
const COLORS = `
:root {
  color-scheme: light dark;
  --page: #fff; --surface: #f6f7f9; --line: #d8dce2; --strong-line: #868e99;
  --text: #1a1e24; --quiet: #565e69; --link: #0a53be; --focus: #0a53be;
  --error: #b3261e; --error-tint: #fbe3e1; --warning: #7d4e00; --warning-tint: #fbedcb;
  --note: #0b5394; --note-tint: #deebf8; --good: #1b6b3a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #101317; --surface: #181c22; --line: #2e353f; --strong-line: #79838f;
    --text: #e4e7ec; --quiet: #9fa8b4; --link: #8ab8ff; --focus: #8ab8ff;
    --error: #ff9a90; --error-tint: #4a1d19; --warning: #f0bf66; --warning-tint: #42300b;
    --note: #8fc3f7; --note-tint: #15334f; --good: #7fd39b;
  }
}
`;
const PAGE = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
code, pre, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: .875em; overflow-wrap: anywhere; }
h1, h2, h3, h4 { margin: 0; line-height: 1.3; text-wrap: pretty; }
p, ul, ol { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
header, .columns, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
footer { margin-top: 3rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.skip:focus { top: 1rem; }

header { padding-top: 2.5rem; }
.product { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; }
.product strong { color: var(--text); }
h1 { font-size: clamp(1.75rem, 4vw, 2.5rem); letter-spacing: -.02em; font-weight: 650; }
h1.clean::before { content: "\\2713\\a0"; content: "\\2713\\a0" / ""; color: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; list-style: none; margin: 1.25rem 0; padding: 0; }
.tiles li { display: flex; align-items: baseline; gap: .5rem; }
.tiles li > strong { font-size: 1.75rem; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.tiles li.zero, .tiles li.zero .severity { color: var(--quiet); }
.tiles .severity { font-size: .9375rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 1.5rem 0 0; padding: .75rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.count { color: var(--quiet); font-size: .875em; font-variant-numeric: tabular-nums; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; }
nav.files { display: none; }
@media (min-width: 64rem) {
  .columns:has(> nav.files) { grid-template-columns: 17rem minmax(0, 1fr); }
  nav.files { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2rem .5rem 2rem 2px; scrollbar-width: thin; }
}
nav.files h2 { font-size: .875rem; color: var(--quiet); font-weight: 600; }
nav.files ol { list-style: none; padding: 0; font-size: .8125rem; line-height: 1.4; }
nav.files li { display: flex; gap: .75rem; justify-content: space-between; padding: .25rem 0; }
nav.files a { overflow-wrap: anywhere; color: inherit; text-decoration: none; }
nav.files a:hover { text-decoration: underline; }
main > section { padding-top: 2rem; }
h2 { font-size: 1.375rem; letter-spacing: -.01em; margin-bottom: .25rem; }
.lead { color: var(--quiet); margin: .25rem 0 1rem; }
`;
const PAPER = `
@page { margin: 14mm 12mm; }
@media print {
  html { font-size: 9.5pt; }
  h2 { margin-bottom: .5rem; }
  .finding, ul.plain > li { padding: .75rem 1rem; }
  .file > summary, .about > summary { grid-template-columns: minmax(0, 1fr) auto; }
  summary::before { display: none; }
  .about .summary { grid-column: 1 / -1; }
  .about > div { padding-left: 0; }
  .about a::after { content: " (" attr(href) ")"; }
  header, .columns, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  .columns, .columns:has(> nav.files) { display: block; }
  form, .skip, nav, nav.files { display: none !important; }
  .file { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; opacity: 1; }
  .finding, tr, .about { break-inside: avoid; }
  .file > summary, h2, h3, h4, .origin, .lead, .key { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  mark, .frame { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
/** How the page looks: on a screen wide or narrow, light or dark, and on paper. */
const STYLE = COLORS + PAGE + PARTS_STYLE + PAPER;
//# sourceMappingURL=style.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/baseline-text.js
var baseline_text = {get Z(){return __webpack_require__(13669).Z},get p(){return __webpack_require__(13669).p}};
;// CONCATENATED MODULE: ./build/bundle/src/report/html/verdict-section.js







/** The head of the page: what the run came to, what it was compared with, and where the rest is. */
function verdictSection(report, version) {
    const { findings, comparison, repository, now } = report;
    const counting = findings.filter(({ state }) => state === 'new');
    const worst = finding/* SEVERITIES */.o.find(severity => counting.some(finding => finding.severity === severity));
    const whose = repository === undefined ? undefined : html `, ${repository}`;
    return html `<header>
    <p class="product">
      <strong>${project/* TOOL_NAME */.lH}</strong> ${version}, <time datetime="${now.toISOString()}">${(0,text_days/* dayOf */.kb)(now)}</time>${whose}
    </p>
    <h1 class="${worst ?? ((0,findings_report/* holdsNothing */.aZ)(report) ? 'blank' : 'clean')}">${headline(report)}</h1>
    ${worst === undefined ? undefined : tiles((0,findings_report/* countsOf */.mQ)(counting))}
    ${comparison && comparisonText(comparison)}${caveats(report)}${policyList(comparison)}${contents(report)}
  </header>`;
}
/** What a reader has to know who takes the page for the whole, or for what is new. */
function caveats(report) {
    const { withoutBase, shard, baseline, files } = report;
    const nothing = (0,findings_report/* holdsNothing */.aZ)(report) && html `<p>No Prometheus configuration was found in ${(0,report_summary/* numbered */.jN)(files.seen, 'file')}.</p> `;
    const gone = baseline && (0,baseline_text/* staleText */.Z)(baseline);
    const recorded = baseline && html `<p>What <code>${baseline.file}</code> has does not count.${gone && ` ${gone}.`}</p> `;
    const all = withoutBase && html `<p>Everything counts, what stood there before too: ${withoutBase}.</p> `;
    const part = shard && html `<p>This is part ${shard.index} of ${shard.count}: other files are in the other parts.</p> `;
    return html `${nothing || undefined}${recorded}${all}${part}`;
}
function headline(report) {
    const counting = report.findings.filter(({ state }) => state === 'new');
    const which = (0,report_summary/* whichCount */.dK)(report);
    if (counting.length === 0 && (0,findings_report/* holdsNothing */.aZ)(report))
        return 'Nothing to judge';
    if (counting.length === 0)
        return `No ${which}findings`;
    return `${(0,report_summary/* numbered */.jN)(counting.length, `${which}finding`)} in ${(0,report_summary/* numbered */.jN)((0,findings_report/* filesOf */.R8)(counting).length, 'file')}`;
}
function tiles(counts) {
    const items = finding/* SEVERITIES */.o.map(severity => {
        const count = counts[severity];
        return html `<li class="${count > 0 ? severity : 'zero'}">
      <strong>${count}</strong> <span class="severity ${severity}">${severity}${count === 1 ? '' : 's'}</span>
    </li> `;
    });
    return html `<ul class="tiles" aria-label="Findings by severity">
    ${items}
  </ul> `;
}
function comparisonText({ scope, base, fixed, isUntouched }) {
    if (isUntouched)
        return html `<p>Nothing that ${project/* TOOL_NAME */.lH} reads is other than in ${base}, so that nothing was judged.</p> `;
    const what = scope === 'new' ? 'what is not in' : 'what stands on lines that are other than in';
    const gone = fixed > 0 ? ` ${(0,report_summary/* numbered */.jN)(fixed, 'finding')} of the base ${fixed === 1 ? 'is' : 'are'} gone.` : '';
    return html `<p>Only ${what} <code>${base}</code> counts.${gone}</p> `;
}
function policyList(comparison) {
    if (comparison === undefined || comparison.policyChanges.length === 0)
        return undefined;
    return html `<p>The change alters what counts:</p>
    <ul>
      ${comparison.policyChanges.map(change => html `<li>${change}</li>`)}
    </ul> `;
}
function contents({ findings, certificates, ignored, unread }) {
    const existing = findings.filter(({ state }) => state === 'existing').length;
    const parts = [
        ['findings', 'Findings', findings.length - existing],
        ['existing', 'Not new', existing],
        ['certificates', 'Certificates', certificates.length],
        ['ignored', 'Ignored', ignored.length],
        ['unread', 'Not read', unread.length],
        [
            'rules',
            'Rules',
            new Set([...findings, ...ignored.map(({ finding }) => finding)].map(({ ruleId }) => ruleId)).size,
        ],
    ];
    const links = parts
        .filter(([, , count]) => count > 0)
        .map(([id, name, count]) => html `<li><a href="#${id}">${name}</a> <span class="count">${count}</span></li> `);
    if (links.length === 0)
        return html ``;
    return html `<nav aria-label="Contents">
    <ul>
      ${links}
    </ul>
  </nav> `;
}
//# sourceMappingURL=verdict-section.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/html/report-page.js













/**
 * One page that needs nothing else: no network, and no script to be read. The policy in it lets run only what is
 * here, so that nothing which a file says could.
 */
function htmlReporter({ version, commit }) {
    return report => page(report, version, commit).markup;
}
function page(report, version, commit) {
    const { findings, files, now, comparison } = report;
    const places = placeWriter(report, commit);
    const [counting, existing] = ['new', 'existing'].map(state => findings.filter(finding => finding.state === state));
    const ofNew = findingsByFile(counting ?? [], 'file');
    const ofExisting = findingsByFile(existing ?? [], 'file-before');
    return html `<!doctype html>
    <html lang="en">
      ${head(`${project/* TOOL_NAME */.lH}: ${(0,report_summary/* countsText */.WN)(counting ?? [], (0,report_summary/* whichCount */.dK)(report))}`, version)}
      <body>
        <a class="skip" href="#content">Skip to the findings</a>
        ${verdictSection(report, version)}
        <div class="columns">
          ${fileList(ofNew)}
          <main id="content" tabindex="-1">
            ${findingsSection(ofNew, report, places)} ${existingSection(ofExisting, report, places)}
            ${certificatesSection(report, places)}${ignoredSection(report, places)}
            ${unreadSection(report)}${rulesSection(report)}
          </main>
        </div>
        <footer>
          <p>
            ${comparison?.isUntouched === true ? undefined : `${(0,report_summary/* filesText */.TC)(files)}. `}Dates are compared with
            ${(0,text_days/* dayOf */.kb)(now)}. Made by <a href="${project/* PROJECT_URL */.w5}">${project/* TOOL_NAME */.lH} ${version}</a>.
          </p>
        </footer>
        ${verbatim('script', FILTER_SCRIPT)}
      </body>
    </html> `;
}
function head(title, version) {
    return html `<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="generator" content="${project/* TOOL_NAME */.lH} ${version}" />
    <title>${title}</title>
    ${verbatim('style', STYLE)}
  </head>`;
}
/** Nothing is loaded, and of styles and scripts only the two of this page count. */
function policy() {
    const [style, script] = [STYLE, FILTER_SCRIPT].map(text => `'sha256-${Buffer.from((0,sha2/* sha256 */.sc)(Buffer.from(text))).toString('base64')}'`);
    return `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`;
}
/** What counts, and what narrows down all that is listed; nothing where nothing is. */
function findingsSection(files, report, places) {
    const { findings } = report;
    if (findings.length === 0)
        return undefined;
    return html `<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">${(0,report_summary/* whichCount */.dK)(report) === '' ? 'Findings' : 'New findings'}</h2>
    ${files.length === 0 ? html `<p class="lead">There are none.</p>` : undefined}${filterForm(findings)}
    ${fileSections(files, report, places)}
    <p id="none" hidden>No finding is like that.</p>
  </section>`;
}
function existingSection(files, report, places) {
    if (files.length === 0)
        return undefined;
    return html `<section id="existing" aria-labelledby="existing-title">
    <h2 id="existing-title">Not new</h2>
    <p class="lead">These stood there before, and do not count.</p>
    ${fileSections(files, report, places)}
  </section>`;
}
//# sourceMappingURL=report-page.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/json.js + 1 modules
var json = __webpack_require__(98685);
// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(4522);
// EXTERNAL MODULE: ./build/bundle/src/report/color.js
var color = __webpack_require__(49019);
// EXTERNAL MODULE: ./build/bundle/src/report/finding-text.js
var finding_text = __webpack_require__(27513);
;// CONCATENATED MODULE: ./build/bundle/src/report/junit.js










/**
 * Test results in the XML of JUnit, in the part of it that Jenkins' schema (`junit-10.xsd` of the xUnit plugin) and
 * GitLab take: a suite for each rule that ran, and in it a case for each finding, or one that passed. What makes the run
 * fail is a failure, and our own failure an error; what is not new, what is ignored, and what is below `fail-on` are
 * skipped cases that say so. A case keeps its name when lines move.
 */
function junitReporter() {
    return report => {
        const secrets = new report_secrets/* Secrets */.S(report.secrets);
        const cases = (0,grouped/* groupedBy */.m)(casesOf(report), ({ finding }) => finding.ruleId);
        const suites = report.rules.map(({ id }) => suiteElement(id, cases.get(id) ?? [], secrets));
        const counts = countsOf([...cases.values()].flat());
        const passed = report.rules.filter(({ id }) => !cases.has(id)).length;
        const { tests, failures, errors } = { ...counts, tests: counts.tests + passed };
        return XML_DECLARATION + xmlElement('testsuites', { name: project/* TOOL_NAME */.lH, tests, failures, errors }, suites.join(''));
    };
}
function casesOf({ findings, ignored, judgedBy }) {
    const failOn = judgedBy?.failOn ?? 'error';
    return [
        ...findings.map(finding => ({ finding, outcome: outcomeOf(finding, failOn) })),
        ...ignored.map(one => ({ finding: one.finding, outcome: outcomeOfIgnored(one) })),
    ];
}
function outcomeOf({ ruleId, message, severity, state }, failOn) {
    if (ruleId === engine_rules/* INTERNAL_ERROR */.zR.id)
        return { element: 'error', message };
    if (state === 'existing')
        return { element: 'skipped', message: `not new: ${message}` };
    if (failOn !== 'never' && (0,finding/* isAtLeast */.d)(severity, failOn))
        return { element: 'failure', message };
    return { element: 'skipped', message: `${severity}, which does not fail the run: ${message}` };
}
function outcomeOfIgnored({ finding, reason }) {
    return { element: 'skipped', message: `ignored (${reason}): ${finding.message}` };
}
function suiteElement(ruleId, cases, secrets) {
    const classname = `${project/* TOOL_NAME */.lH}.${ruleId}`;
    const { tests, failures, errors, skipped } = countsOf(cases);
    const named = (0,grouped/* groupedBy */.m)(cases, ({ finding }) => nameOf(finding));
    const elements = [...named].flatMap(([name, alike]) => alike.map((one, place) => xmlElement('testcase', { classname, name: place === 0 ? name : `${name} #${place + 1}` }, outcomeElement(one, secrets))));
    const passed = xmlElement('testcase', { classname, name: 'nothing found' });
    return xmlElement('testsuite', { name: ruleId, tests: Math.max(1, tests), failures, errors, skipped }, elements.join('') || passed);
}
function nameOf({ at, subject }) {
    return (0,visible/* visibleText */.Q6)(`${at.file.path}: ${subject.path} (${subject.kind})`);
}
function outcomeElement({ finding, outcome: { element, message } }, secrets) {
    // Of what is ignored, a report that was read again from JSON has no lines to show.
    const text = element === 'skipped' ? placeText(finding.at) : (0,finding_text/* findingText */.N)(finding, secrets, (0,color/* painterFor */.D)(false));
    return xmlElement(element, { type: finding.severity, message: (0,visible/* visibleText */.Q6)(message) }, xmlLines(text));
}
function placeText(place) {
    const { line, column } = (0,position/* shownRangeOf */.K9)(place);
    return `${(0,visible/* visibleText */.Q6)(place.file.path)}${place.file.text === '' ? '' : `:${line}:${column}`}`;
}
function countsOf(cases) {
    const count = (element) => cases.filter(({ outcome }) => outcome.element === element).length;
    return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
//# sourceMappingURL=junit.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/markdown.js + 1 modules
var markdown = __webpack_require__(55680);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(65791);
// EXTERNAL MODULE: ./build/bundle/src/report/replacement.js
var report_replacement = __webpack_require__(37176);
;// CONCATENATED MODULE: ./build/bundle/src/report/rdjson.js







const rdjson_SEVERITIES = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };
/** What makes more of a comment than characters, once it was read as Markdown. Underscores within words do not. */
const MARKUP = /[<>&@#$|[\]\\*~]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;
/**
 * Diagnostics as reviewdog reads them (`proto/rdf/reviewdog.proto`, the message `DiagnosticResult`). What is not new is
 * there too, since reviewdog picks what stands on changed lines by itself; what is ignored is not.
 *
 * A finding is at whole lines, which is what a comment stands at. What is suggested has columns, which are in bytes
 * there: of the file as it is committed, so that nothing is suggested where a byte order mark says that it may be UTF-16.
 */
function rdjsonReporter() {
    return ({ findings, secrets }) => {
        const hidden = new report_secrets/* Secrets */.S(secrets);
        const diagnostics = findings.map(finding => diagnostic(finding, hidden));
        return (0,json_text/* jsonText */.s)({ source: { name: project/* TOOL_NAME */.lH, url: project/* PROJECT_URL */.w5 }, diagnostics });
    };
}
function diagnostic(finding, secrets) {
    const { at, severity, ruleId } = finding;
    const { first, last } = (0,position/* linesOf */.Dx)(at);
    const replacement = at.file.hasByteOrderMark ? undefined : (0,report_replacement/* replacementOf */.ml)(finding, secrets);
    return {
        message: messageLines(finding).split('\n').map(commentText).join('\n'),
        location: { path: at.file.path, range: { start: { line: first }, end: { line: last } } },
        severity: rdjson_SEVERITIES[severity],
        code: { value: ruleId, url: (0,project/* rulePageOf */.PJ)(ruleId) },
        ...(replacement === undefined ? {} : { suggestions: [suggestion(replacement)] }),
    };
}
function suggestion({ at, text }) {
    const { line, endLine } = (0,position/* rangeOf */.be)(at);
    return {
        range: {
            start: { line, column: byteColumnOf(at.file, line, at.start) },
            end: { line: endLine, column: byteColumnOf(at.file, endLine, at.end) },
        },
        text,
    };
}
/** From 1, in bytes of UTF-8. */
function byteColumnOf(file, line, offset) {
    return Buffer.byteLength(file.text.slice((0,position/* lineBoundsOf */.bm)(file, line).start, offset)) + 1;
}
/** Most reporters of reviewdog show plain text, and some a comment in Markdown: only what would be markup is escaped. */
function commentText(message) {
    const parts = message.split(/`([^`]+)`/);
    const isPlain = parts.every((part, index) => index % 2 === 1 || !(part.includes('`') || MARKUP.test(part)));
    return isPlain ? message : (0,markdown_text/* markdownMessage */.ju)(message);
}
//# sourceMappingURL=rdjson.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/line-hash.js
var line_hash = __webpack_require__(12425);
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(84840);
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
                primaryLocationLineHash: (0,line_hash/* lineHashOf */.s)(main.at),
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
        case 'html':
            return htmlReporter(options);
        case 'junit':
            return junitReporter();
        case 'checkstyle':
            return checkstyleReporter();
        case 'gitlab':
            return codeQualityReporter();
        case 'rdjson':
            return rdjsonReporter();
    }
}
//# sourceMappingURL=format.js.map

/***/ }),

/***/ 28444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ certificatesTable),
/* harmony export */   TB: () => (/* binding */ certificatesTitle),
/* harmony export */   Td: () => (/* binding */ hasUrgentCertificate),
/* harmony export */   _A: () => (/* binding */ SOON_DAYS),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _text_days_js__WEBPACK_IMPORTED_MODULE_0__ = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
/* harmony import */ var _certificates_expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97230);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46140);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65791);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7356);





/** How many days before its end a certificate is said to end soon. */
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
        (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .numbered */ .jN)(certificates.length, 'certificate'),
        ...(ended > 0 ? [`${ended} ended`] : []),
        ...(ending > 0 ? [`${ending} within ${SOON_DAYS} days of the end`] : []),
    ].join(', ');
}
/** True where a certificate ended lately or is about to. */
function hasUrgentCertificate({ certificates, now }) {
    return certificates.some(certificate => endsSoon(certificate, now));
}
function endsSoon({ notAfter }, now) {
    return Math.abs((0,_text_days_js__WEBPACK_IMPORTED_MODULE_0__/* .daysBetween */ .YM)(now, notAfter)) <= SOON_DAYS;
}
/** The certificates in the order of their end as a table of at most `budget` bytes, and beside it a picture of the first. */
function certificatesTable({ certificates, now }, place, budget) {
    const rows = certificates.map((certificate, index) => certificateRow(certificate, index + 1, now, place));
    const picture = timeline(certificates, now);
    const rest = budget - HEAD.length - Buffer.byteLength(picture);
    return `${HEAD}${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsWithin */ .d$)(rest, rows, count => `\n… ${count} more\n`)}${picture}`;
}
function certificateRow(certificate, number, now, place) {
    const { notAfter, at, block, blocks, usedBy } = certificate;
    const ends = `${(0,_text_days_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(notAfter)}<br>${(0,_certificates_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .relativeDays */ .g)(notAfter, now).replaceAll(' ', '&nbsp;')}`;
    const where = blocks > 1 ? `${place(at)}<br>block ${block} of ${blocks}` : place(at);
    const uses = usedBy.map(use => `${place(use.at)} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownCode */ .D9)(use.field)}`);
    return `| ${number} | ${ends} | ${subjectText(certificate)} | ${where} | ${firstOf(uses, '<br>')} |\n`;
}
/** What it is called, what for, and by whom it was issued, as far as one does not follow from another. */
function subjectText({ subject, names, kind, key, issuer }) {
    const others = names.filter(name => name !== subject).map(_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7);
    const also = others.length > 0 ? ` (${firstOf(others, ', ')})` : '';
    const by = kind === 'root' ? '' : `, issued by ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(issuer)}`;
    return `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(subject)}${also}<br>${kind}, ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(key)}${by}`;
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
        const days = (0,_text_days_js__WEBPACK_IMPORTED_MODULE_0__/* .daysBetween */ .YM)(now, certificate.notAfter);
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
    return (0,_cut_js__WEBPACK_IMPORTED_MODULE_4__/* .cutTo */ .y)(MAX_LABEL_LENGTH, plain);
}
function bar(certificate, now) {
    const { notAfter } = certificate;
    const [from, to] = (notAfter < now ? [notAfter, now] : [now, notAfter]).map(_text_days_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb);
    const tag = notAfter < now ? 'crit, ' : endsSoon(certificate, now) ? 'active, ' : '';
    // A bar of no days is not drawn.
    return `:${tag}${from}, ${from === to ? '1d' : to}`;
}
//# sourceMappingURL=markdown-certificates.js.map

/***/ }),

/***/ 25665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ placeWriter)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91295);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65791);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32402);



/**
 * The writer of `file:line`, with the line that the pull request is shown at.
 *
 * @param commit the address of the files of that commit, to which places are linked: `https://github.com/o/r/blob/SHA`.
 */
function placeWriter({ comparison }, commit) {
    return at => {
        const { path, text } = at.file;
        // What is no text has no lines.
        const line = text === '' ? undefined : (0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .seenLineOf */ .n)(at, comparison);
        const label = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(line === undefined ? path : `${path}:${line}`);
        if (commit === undefined)
            return label;
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownLink */ .iQ)(label, `${commit}/${(0,_uri_js__WEBPACK_IMPORTED_MODULE_2__/* .uriOf */ .S)(path)}${line === undefined ? '' : `#L${line}`}`);
    };
}
//# sourceMappingURL=markdown-place.js.map

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

/***/ 55680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ markdownReporter)
});

// UNUSED EXPORTS: MAX_SUMMARY_BYTES

// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(24276);
// EXTERNAL MODULE: ./build/bundle/src/report/baseline-text.js
var baseline_text = {get Z(){return __webpack_require__(13669).Z},get p(){return __webpack_require__(13669).p}};
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-certificates.js
var markdown_certificates = __webpack_require__(28444);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(65791);
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(84840);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/markdown-findings.js



const HEAD = '| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
/** A table of findings, worst first, that takes at most `budget` bytes of UTF-8. Begins with an empty line. */
function findingsTable(findings, place, budget) {
    const rows = (0,order/* mostSevereFirst */.Q)(findings).map(finding => findingRow(finding, place));
    return `\n${HEAD}${(0,markdown_text/* rowsWithin */.d$)(budget - HEAD.length - 1, rows, count => `\n… ${count} more\n`)}`;
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
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-place.js
var markdown_place = __webpack_require__(25665);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
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
        const place = (0,markdown_place/* placeWriter */.f)(report, commit);
        const budget = Math.floor(maxBytes * LIST_SHARE);
        const [counting, existing] = ['new', 'existing'].map(state => report.findings.filter(f => f.state === state));
        const head = headline(report, counting ?? [], verdict) + policySection(report.comparison, budget);
        const tail = [
            existingSection(existing ?? [], place, budget),
            staleSection(report.baseline, budget),
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
function headline(report, counting, verdict) {
    const files = (0,findings_report/* filesOf */.R8)(counting).length;
    const where = files > 0 ? ` in ${(0,summary/* numbered */.jN)(files, 'file')}` : '';
    const { comparison, withoutBase, baseline } = report;
    const title = `## ${project/* TOOL_NAME */.lH}: ${(0,summary/* countsText */.WN)(counting, (0,summary/* whichCount */.dK)(report))}${where}\n`;
    const paragraphs = [
        verdict,
        comparison && comparisonText(comparison),
        baseline && `What ${(0,markdown_text/* markdownCode */.D9)(baseline.file)} has does not count.`,
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
function staleSection(baseline, budget) {
    const title = baseline && (0,baseline_text/* staleText */.Z)(baseline);
    if (title === undefined)
        return '';
    const rows = (baseline?.stale ?? []).map(entry => {
        return `- ${(0,markdown_text/* markdownCode */.D9)(entry.file)}: ${(0,markdown_text/* markdownText */.p7)((0,baseline_text/* staleEntryText */.p)(entry))}\n`;
    });
    return foldedList(title, rows, budget);
}
function certificatesSection(report, place, budget) {
    if (report.certificates.length === 0)
        return '';
    const table = `\n${(0,markdown_certificates/* certificatesTable */.N7)(report, place, budget)}`;
    // What ends is news in an audit, and beside the point of a pull request.
    return folded((0,markdown_certificates/* certificatesTitle */.TB)(report), table, report.comparison === undefined && (0,markdown_certificates/* hasUrgentCertificate */.Td)(report));
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