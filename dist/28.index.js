"use strict";
exports.id = 28;
exports.ids = [28];
exports.modules = {

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

/***/ })

};
;