"use strict";
exports.id = 685;
exports.ids = [685];
exports.modules = {

/***/ 68003:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ExcerptedFile)
/* harmony export */ });
/* harmony import */ var _text_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82784);

/**
 * A file of which no more is known than what a report shows: the lines that it speaks of, each as long as it is, with
 * blanks for their secrets. All other lines are empty.
 */
class ExcerptedFile extends _text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceFile */ .s {
    /** The hashes of the lines that alerts may stand on, worked out when all of the file was known. Lines from 1. */
    lineHashes;
    constructor(path, text, hasByteOrderMark, lineHashes) {
        super(path, text, hasByteOrderMark);
        this.lineHashes = lineHashes;
    }
}
//# sourceMappingURL=excerpted-file.js.map
void module.id;


/***/ }),

/***/ 14734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/**
 * `##[` is a command wherever it stands in a line of a GitHub log; the rest can hide or turn other text in a terminal.
 */
function unsafeInLog() {
    return /(?<=#)#(?=\[)|[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007f-\u009f]/gu;
}
const MAY_BE_UNSAFE = /##\[|[^\n -~]/;
/**
 * `value` as JSON, two spaces deep, with a final newline. Where a string holds what a log would obey or a terminal
 * would not show, it is written as an escape of JSON: a reader gets the same value.
 */
function jsonText(value) {
    const text = JSON.stringify(value, undefined, 2);
    // Mostly not, and then the large class above need not be looked up: V8 does that where the expression stands.
    return `${MAY_BE_UNSAFE.test(text) ? text.replace(unsafeInLog(), escaped) : text}\n`;
}
function escaped(character) {
    return character
        .split('')
        .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}
//# sourceMappingURL=json-text.js.map

/***/ }),

/***/ 98685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  certificateJson: () => (/* binding */ certificateJson),
  findingJson: () => (/* binding */ findingJson),
  jsonReporter: () => (/* binding */ jsonReporter),
  reportJson: () => (/* binding */ reportJson)
});

// EXTERNAL MODULE: ./build/bundle/src/findings/order.js
var order = __webpack_require__(6328);
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(24276);
// EXTERNAL MODULE: ./build/bundle/src/report/frame.js
var report_frame = __webpack_require__(43077);
// EXTERNAL MODULE: ./build/bundle/src/report/line-hash.js
var line_hash = __webpack_require__(12425);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/replacement.js
var replacement = __webpack_require__(37176);
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var report_secrets = __webpack_require__(68821);
;// CONCATENATED MODULE: ./build/bundle/src/report/json-excerpts.js






/**
 * The lines that a report speaks of, by file, as much of each as frames show. With them a report that was printed as JSON
 * can be printed in any other way. Of secrets it has the places alone.
 */
function excerptsOf(report) {
    const secrets = new report_secrets/* Secrets */.S(report.secrets);
    const excerpts = new Map();
    for (const { at, isShown, isAlert } of placesOf(report))
        add(at, isShown, isAlert, excerpts);
    for (const finding of report.findings)
        addWhole((0,replacement/* reviewedPart */.Bs)(finding), excerpts);
    return [...excerpts.values()]
        .map(excerpt => excerptJson(excerpt, secrets))
        .sort((a, b) => (0,order/* inCodeUnitOrder */.ZL)(a.file, b.file));
}
/** The files that a report speaks of. */
function pathsIn(report) {
    return new Set([...placesOf(report)].map(({ at }) => at.file.path));
}
function* placesOf({ findings, ignored, certificates }) {
    for (const { at, related, fix } of findings) {
        yield { at, isShown: true, isAlert: true };
        for (const place of related)
            yield { at: place.at, isShown: true, isAlert: false };
        for (const edit of fix?.edits ?? [])
            yield { at: edit.at, isShown: false, isAlert: false };
    }
    const others = [
        ...ignored.flatMap(({ finding, at }) => [{ at }, finding, ...finding.related, ...(finding.fix?.edits ?? [])]),
        ...certificates.flatMap(({ at, usedBy }) => [{ at }, ...usedBy]),
    ];
    for (const { at } of others)
        yield { at, isShown: false, isAlert: false };
}
function add(at, isShown, isAlert, excerpts) {
    const { file, start } = at;
    const { lines } = excerptFor(file, excerpts);
    const { line, endLine } = (0,position/* rangeOf */.be)(at);
    const shown = (0,position/* shownRangeOf */.K9)(at).line;
    for (const one of [line, endLine, shown])
        if (!lines.has(one))
            lines.set(one, { windows: [] });
    const first = lines.get(line);
    // One unit more on either side, since a frame does not cut a character apart.
    if (isShown)
        first?.windows.push({ start: start - report_frame/* FRAME_REACH */.E - 1, end: start + report_frame/* FRAME_REACH */.E + 1 });
    const alertLine = isAlert ? lines.get(shown) : undefined;
    if (alertLine !== undefined)
        alertLine.hash ??= (0,line_hash/* lineHashOf */.s)(at);
}
/** What is shown from end to end, for who replaces it; of what is long, only that its lines are. */
function addWhole(part, excerpts) {
    if (part === undefined)
        return;
    const { lines } = excerptFor(part.file, excerpts);
    const { line: first, endLine: last } = (0,position/* rangeOf */.be)(part);
    for (let line = first; line <= last; line += 1) {
        const shown = lines.get(line) ?? { windows: [] };
        if ((0,replacement/* isShort */.tQ)(part))
            shown.windows.push(part);
        lines.set(line, shown);
    }
}
/** A file may have been read several times, and once as one that is no text. */
function excerptFor(file, excerpts) {
    const known = excerpts.get(file.path);
    if (known !== undefined && known.file.text.length >= file.text.length)
        return known;
    const excerpt = { file, lines: known?.lines ?? new Map() };
    excerpts.set(file.path, excerpt);
    return excerpt;
}
function excerptJson({ file, lines }, secrets) {
    const inOrder = [...lines].sort(([a], [b]) => a - b);
    const last = inOrder.at(-1)?.[0] ?? 0;
    return {
        file: file.path,
        lines: Math.min((0,position/* lineCountOf */.rI)(file), last + 1),
        ...(file.hasByteOrderMark ? { byteOrderMark: true } : {}),
        shown: inOrder.map(([line, { windows, hash }]) => ({
            ...shownLine(file, line, windows, secrets),
            ...(hash === undefined ? {} : { hash }),
        })),
    };
}
function shownLine(file, line, windows, secrets) {
    const { start, end: endOfText } = (0,position/* lineBoundsOf */.bm)(file, line);
    const hasReturn = file.text.startsWith('\r\n', endOfText);
    const end = hasReturn ? endOfText + 1 : endOfText;
    // Where a line ends depends on its carriage return, so that this is always known.
    const wanted = hasReturn ? [...windows, { start: endOfText, end }] : windows;
    const near = joined(wanted.map(window => clipped(window, { start, end })));
    const hidden = joined(near
        .filter(window => window.start < endOfText)
        .flatMap(window => secrets.within(file.path, window.start, Math.min(window.end, endOfText)))).map(range => clipped(range, { start, end: endOfText }));
    return {
        line,
        length: end - start,
        parts: near
            .flatMap(window => without(hidden, window))
            .map(part => ({ column: part.start - start + 1, text: file.text.slice(part.start, part.end) })),
        masked: hidden.map(range => ({ column: range.start - start + 1, endColumn: range.end - start + 1 })),
    };
}
function clipped(range, { start, end }) {
    return { start: Math.max(start, range.start), end: Math.min(end, range.end) };
}
/** Ranges in order, those that touch as one, and none that is empty. */
function joined(ranges) {
    const apart = [];
    for (const range of ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
        const last = apart.at(-1);
        if (last !== undefined && range.start <= last.end) {
            apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
        }
        else
            apart.push(range);
    }
    return apart;
}
/** What of a range lies in none of others, which are in order. */
function without(others, { start, end }) {
    const left = [];
    let at = start;
    for (const other of others.filter(range => range.start < end)) {
        if (at < other.start)
            left.push({ start: at, end: other.start });
        at = Math.max(at, other.end);
    }
    return at < end ? [...left, { start: at, end }] : left;
}
//# sourceMappingURL=json-excerpts.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/json-text.js
var json_text = __webpack_require__(14734);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/json.js






/**
 * The whole report as JSON, with all that the other reporters need of it; `json-schema.ts` describes it.
 *
 * @param version of promsec.
 */
function jsonReporter(version) {
    return report => (0,json_text/* jsonText */.s)(reportJson(report, version));
}
/** The report as the object that is printed. @param version of promsec. */
function reportJson(report, version) {
    const { comparison, withoutBase, baseline, repository, shard, judgedBy } = report;
    return {
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
        counts: (0,findings_report/* countsOf */.mQ)(report.findings),
        ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison, pathsIn(report)) }),
        ...(withoutBase === undefined ? {} : { withoutBase }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(repository === undefined ? {} : { repository }),
        ...(shard === undefined ? {} : { shard: { index: shard.index, count: shard.count } }),
        ...(judgedBy === undefined ? {} : { configuration: judgedBy }),
        rules: report.rules.map(({ id }) => id),
        certificates: report.certificates.map(certificateJson),
        excerpts: excerptsOf(report),
    };
}
/** @param paths the files that the report speaks of: of what changed in others nobody asks. */
function comparisonJson(comparison, paths) {
    const { scope, base, headCommit, fixed, policyChanges, isUntouched, changes, shifts } = comparison;
    const inOrder = [...paths].sort(order/* inCodeUnitOrder */.ZL);
    return {
        scope,
        base,
        ...(headCommit === undefined ? {} : { headCommit }),
        fixed,
        policyChanges,
        untouched: isUntouched,
        changes: inOrder.flatMap(path => {
            const change = changes.get(path);
            if (change === undefined)
                return [];
            const { previousPath, lines, deletedAfter, isWhole } = change;
            const previous = previousPath === undefined ? {} : { previousFile: previousPath };
            return [{ file: path, ...previous, lines, deletedAfter, whole: isWhole }];
        }),
        shifts: inOrder.flatMap(path => {
            const lines = shifts.get(path);
            return lines === undefined ? [] : [{ file: path, lines }];
        }),
    };
}
/** A finding as it is in that object. */
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
/** A certificate as it is in that object. */
function certificateJson(certificate) {
    const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, at, block, blocks, usedBy } = certificate;
    return {
        subject,
        issuer,
        kind,
        names,
        notBefore: notBefore.toISOString(),
        notAfter: notAfter.toISOString(),
        key,
        fingerprint256,
        ...placeJson(at),
        block,
        blocks,
        usedBy: usedBy.map(use => ({ field: use.field, ...placeJson(use.at) })),
    };
}
function placeJson(span) {
    return { file: span.file.path, ...(0,position/* rangeOf */.be)(span), exact: span.exact };
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 12425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ lineHashOf)
/* harmony export */ });
/* unused harmony export lineHashesOf */
/* harmony import */ var _excerpted_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68003);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45361);


const WINDOW = 100;
const FACTOR = 37;
const END_OF_FILE = 65535;
const TWO_32 = 2 ** 32;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const LEADING_ZEROS = /^0+(?=.)/;
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
    let isLineStart = true;
    let isAfterReturn = false;
    // In one loop, without functions of its own, which would keep the halves on the heap: seven times faster.
    for (let index = 0; index <= text.length + WINDOW; index += 1) {
        let character = index < text.length ? text.charCodeAt(index) : index === text.length ? END_OF_FILE : 0;
        if (index <= text.length) {
            const isBlank = character === SPACE || character === TAB || (character === LINE_FEED && isAfterReturn);
            isAfterReturn = character === CARRIAGE_RETURN;
            if (isBlank)
                continue;
            if (isAfterReturn)
                character = LINE_FEED;
        }
        const started = lineAt[at] ?? 0;
        if (started !== 0) {
            const digits = hexadecimal(high, low);
            const count = (seen.get(digits) ?? 0) + 1;
            seen.set(digits, count);
            hashes[started - 1] = `${digits}:${count}`;
            lineAt[at] = 0;
        }
        if (index <= text.length) {
            if (isLineStart) {
                line += 1;
                lineAt[at] = line;
            }
            isLineStart = character === LINE_FEED;
        }
        const leaving = characters[at] ?? 0;
        const lowSum = low * FACTOR + character - LEAVING_LOW * leaving;
        low = lowSum >>> 0;
        const carry = (lowSum - low) / TWO_32;
        high = (high * FACTOR + carry - LEAVING_HIGH * leaving) >>> 0;
        characters[at] = character;
        at = (at + 1) % WINDOW;
    }
    return hashes;
}
const hashesByFile = new WeakMap();
/** The hash of the line that GitHub shows a place on; `undefined` in a file that is no text. */
function lineHashOf(place) {
    const { file } = place;
    // What is no text, upload-sarif hashes in its own way, and warns of a hash that is another.
    if (file.text === '')
        return undefined;
    const { line } = (0,_position_js__WEBPACK_IMPORTED_MODULE_1__/* .shownRangeOf */ .K9)(place);
    if (file instanceof _excerpted_file_js__WEBPACK_IMPORTED_MODULE_0__/* .ExcerptedFile */ .B)
        return file.lineHashes.get(line);
    const hashes = hashesByFile.get(file) ?? lineHashesOf(`${file.hasByteOrderMark ? '\uFEFF' : ''}${file.text}`);
    hashesByFile.set(file, hashes);
    return hashes[line - 1];
}
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** As `toString(16)` of the whole, which takes ten times as long for numbers of this size. */
function hexadecimal(high, low) {
    let digits = '';
    for (const half of [high, low]) {
        for (let shift = 24; shift >= 0; shift -= 8)
            digits += BYTES[(half >>> shift) & 0xff] ?? '';
    }
    return digits.replace(LEADING_ZEROS, '');
}
//# sourceMappingURL=line-hash.js.map

/***/ }),

/***/ 37176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ reviewedPart),
/* harmony export */   ml: () => (/* binding */ replacementOf),
/* harmony export */   tQ: () => (/* binding */ isShort)
/* harmony export */ });
/* harmony import */ var _text_text_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13499);
/* harmony import */ var _position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45361);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86030);



/** How many lines, and how much text in UTF-16 units, are looked at for one replacement: beyond that nobody reviews it. */
const MOST_LINES = 50;
const MOST_TEXT = 2000;
/**
 * What a replacement for a finding is made of: from the start of the line in which its fix begins to where the fix ends.
 * Nothing where there is no safe fix, where it does not stay in the file of the finding, and where that is many lines.
 */
function reviewedPart({ at, fix }) {
    const [first] = fix?.edits ?? [];
    if (fix === undefined || first === undefined || !fix.isSafe)
        return undefined;
    if (fix.edits.some(edit => edit.at.file.path !== at.file.path || !edit.at.exact))
        return undefined;
    const { file } = first.at;
    const begin = Math.min(...fix.edits.map(edit => edit.at.start));
    const end = Math.max(...fix.edits.map(edit => edit.at.end));
    const { line, endLine } = (0,_position_js__WEBPACK_IMPORTED_MODULE_1__/* .rangeOf */ .be)(file.span(begin, end));
    return endLine - line < MOST_LINES ? file.span((0,_position_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBoundsOf */ .bm)(file, line).start, end) : undefined;
}
/** True where all of a part is shown, and not only how long its lines are. */
function isShort({ start, end }) {
    return end - start <= MOST_TEXT;
}
/** What a safe fix does in the file of the finding; nothing where a secret or something unseen would have to be shown. */
function replacementOf(finding, secrets) {
    const part = reviewedPart(finding);
    if (part === undefined || !isShort(part) || secrets.within(part.file.path, part.start, part.end).length > 0)
        return undefined;
    const edits = finding.fix?.edits ?? [];
    const { file, end } = part;
    const begin = Math.min(...edits.map(({ at }) => at.start));
    const shifted = edits.map(({ at, text }) => ({ text, at: { ...at, start: at.start - begin, end: at.end - begin } }));
    const text = (0,_text_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .textAfter */ .N)(file.text.slice(begin, end), shifted);
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeen */ .U4)(text) ? { at: file.span(begin, end), text } : undefined;
}
//# sourceMappingURL=replacement.js.map

/***/ }),

/***/ 13499:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ textAfter),
/* harmony export */   e: () => (/* binding */ placeAfter)
/* harmony export */ });
/**
 * A text with edits made in it. They may come in any order, and none may reach into another.
 *
 * @param edits of this text alone.
 */
function textAfter(text, edits) {
    let result = '';
    let end = 0;
    for (const { at, text: replacement } of edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
        if (!at.exact || at.start < end)
            throw new Error('an edit is not exact, or reaches into another');
        result += text.slice(end, at.start) + replacement;
        end = at.end;
    }
    return result + text.slice(end);
}
/**
 * Where the characters of a place stand once edits are made in its file; `undefined` where an edit reaches across an end of
 * the place. What is put in at an end of it is no part of it.
 */
function placeAfter({ start, end }, edits) {
    let [before, within] = [0, 0];
    for (const { at, text } of edits) {
        const growth = text.length - (at.end - at.start);
        if (at.end <= start)
            before += growth;
        else if (at.start >= start && at.end <= end && at.start < end)
            within += growth;
        else if (at.start < end)
            return undefined;
    }
    return { start: start + before, end: end + before + within };
}
//# sourceMappingURL=text-edit.js.map
void module.id;


/***/ })

};
;